"""Files, folders and attachments to articles: the one way in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from index.errors import InputError
from index.model import Article, Problem
from index.reading import folder as folders
from index.reading.base import Document, ReadOptions
from index.reading.folder import FolderSettings
from index.reading.registry import choose, formats, is_known
from index.reading.settle import Settler


def read(paths: Sequence[Path], *, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """Articles and problems of files and folders, lazily, in sorted order within a folder.

    A folder's files of unknown types are passed over; a file that is named itself and of an unknown type, or a path
    that does not exist, is a problem. A problem with `fatal` False belongs to an article that was read all the same.
    """
    options = options or ReadOptions()
    settler = Settler(options)
    told: set[Problem] = set()
    for path in paths:
        settings, problems = folders.inherited(path.absolute().parent)
        yield from (problem for problem in problems if problem not in told)
        told.update(problems)
        if path.is_dir():
            for item in folders.walk(path, settings):
                if isinstance(item, Problem):
                    yield item
                elif is_known(item[0].suffix):
                    yield from _read_file(item[0], item[1], settler)
        elif path.is_file():
            yield from _read_file(path, settings, settler)
        else:
            reason = "is neither a file nor a folder" if path.exists() else "does not exist; check the path"
            yield Problem(path=str(path), message=reason)
    yield from settler.rest()


def read_bytes(name: str, data: bytes, options: ReadOptions | None = None) -> list[Article | Problem]:
    """Articles and problems of one attachment; `name` gives the format by its suffix. Articles have no origin."""
    options = options or ReadOptions()
    if len(data) > options.max_file_mb * 1_000_000:
        return [Problem(path=name, message=_too_large(len(data), options))]
    settler = Settler(options)
    document = Document(name, io.BytesIO(data), _mapping(options, FolderSettings()))
    return [*_read_document(document, None, FolderSettings(), settler), *settler.rest()]


def _mapping(options: ReadOptions, settings: FolderSettings) -> Mapping[str, str]:
    """Which keys hold which field: what this run says, else what the folder says, else what was said before."""
    source = options.source or settings.source or options.default_source or ""
    return options.mapping or settings.mapping or options.mappings.get(source, {})


def _read_file(path: Path, settings: FolderSettings, settler: Settler) -> Iterator[Article | Problem]:
    options = settler.options
    try:
        size = path.stat().st_size
        if size > options.max_file_mb * 1_000_000:
            yield Problem(path=str(path), message=_too_large(size, options))
            return
        with path.open("rb") as stream:
            yield from _read_document(Document(str(path), stream, _mapping(options, settings)), path, settings, settler)
    except OSError as error:
        yield Problem(path=str(path), message=f"cannot be read ({error.strerror or error}); check its permissions")


def _too_large(size: int, options: ReadOptions) -> str:
    return (
        f"is {size / 1_000_000:.1f} MB, over the limit of {options.max_file_mb} MB; "
        "split it or raise max_file_mb under [reading]"
    )


def _read_document(
    document: Document, path: Path | None, settings: FolderSettings, settler: Settler
) -> Iterator[Article | Problem]:
    suffix = PurePath(document.name).suffix
    try:
        form = choose(document, suffix)
        if form is None:
            yield document.problem(f"is of an unknown type {suffix!r}; formats are {', '.join(formats())}")
            return
        found = False
        for item in form.read(document):
            found = True
            if isinstance(item, Problem):
                yield item
            else:
                yield from settler.finish(item, document, path, settings)
        if not found:
            yield document.problem("is empty; nothing to read")
    except InputError as error:
        yield document.problem(str(error))
        return
    if "decoded" in document.__dict__ and document.decoded.guessed:
        yield document.problem(
            f"is not UTF-8; read as {document.decoded.encoding}, a guess: save it as UTF-8 if letters are wrong",
            fatal=False,
        )
