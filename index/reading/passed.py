"""Files that hold no text: what is told of each, and which ones belong to a page and are passed over together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.model import Problem

_PICTURES = frozenset(".jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .svg .ico .avif".split())
_SOUND = frozenset(".mp3 .wav .m4a .ogg .flac .mp4 .mov .avi .mkv .webm .wmv .m4v".split())
_SHEETS = frozenset(".xls .xlsx .ods .numbers .sqlite .db".split())
_OLD = frozenset(".doc .wpd .pages .wps .ppt .pptx .odp .key".split())
_PACKED = frozenset(".rar .7z .bz2 .xz".split())
_MAIL = frozenset(".msg .pst".split())
# What a browser saves beside a page, and what a program needs; never an article.
_PARTS = frozenset(".css .js .mjs .map .woff .woff2 .ttf .otf .eot .download .swf .webmanifest".split())
_PAGES = frozenset(".html .htm .xhtml .mhtml .shtml".split())


def unknown(suffix: str) -> str:
    """What is wrong with a file of that suffix, and what to do."""
    kind = suffix.lower()
    if kind in _PICTURES:
        return "is a picture; run text recognition first (for example ocrmypdf) and load the result"
    if kind in _SOUND:
        return "is a recording; load its captions (.vtt, .srt) or a transcript"
    if kind in _SHEETS:
        return "is a table or database; export it as CSV"
    if kind in _OLD:
        return "is of a format that is not read; save it as .docx, .odt, .pdf or .txt"
    if kind in _PACKED:
        return "is packed in a way that is not read; unpack it, or pack it as .zip"
    if kind in _MAIL:
        return "is of Outlook's own format; save the messages as .eml"
    return f"is of an unknown type {suffix!r}; `onrecord formats` lists those that are read"


def set_apart(files: Sequence[Path], folder: Path, *, site: bool) -> tuple[list[Path], Problem | None]:
    """(the files to read, one note on those that are parts of pages and not read).

    `site`: pages were saved here or above, so that pictures are theirs.
    """
    read: list[Path] = []
    parts: Counter[str] = Counter()
    for path in files:
        kind = path.suffix.lower()
        if kind in _PARTS or (site and kind in _PICTURES | _SOUND):
            parts[kind] += 1
        else:
            read.append(path)
    if not parts:
        return read, None
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(parts.items()))
    return read, Problem(
        path=str(folder), message=f"holds parts of web pages that are passed over: {listed}", fatal=False
    )


def has_pages(files: Iterator[Path] | Sequence[Path]) -> bool:
    """Whether a web page is among the files."""
    return any(path.suffix.lower() in _PAGES for path in files)
