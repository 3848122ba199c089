"""Files, folders and attachments to articles: the one way in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import cast
from urllib.parse import urljoin, urlsplit

from index.errors import InputError
from index.model import Article, Problem
from index.reading import folder as folders
from index.reading.base import Document, Draft, ReadOptions
from index.reading.clean import one_line
from index.reading.dates import AMBIGUOUS, date_in_name, parse_date
from index.reading.folder import FolderSettings
from index.reading.naming import article_id
from index.reading.registry import choose, formats, is_known

_NO_DATE = "no date found; it will be left out of questions with a time"


def read(paths: Sequence[Path], *, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """Articles and problems of files and folders, lazily, in sorted order within a folder.

    A folder's files of unknown types are passed over; a file that is named itself and of an unknown type, or a path
    that does not exist, is a problem. A problem with `fatal` False belongs to an article that was read all the same.
    """
    options = options or ReadOptions()
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
                    yield from _read_file(item[0], item[1], options)
        elif path.is_file():
            yield from _read_file(path, settings, options)
        else:
            reason = "is neither a file nor a folder" if path.exists() else "does not exist; check the path"
            yield Problem(path=str(path), message=reason)


def read_bytes(name: str, data: bytes, options: ReadOptions | None = None) -> list[Article | Problem]:
    """Articles and problems of one attachment; `name` gives the format by its suffix. Articles have no origin."""
    options = options or ReadOptions()
    if len(data) > options.max_file_mb * 1_000_000:
        return [Problem(path=name, message=_too_large(len(data), options))]
    return list(_read_document(Document(name, io.BytesIO(data)), None, FolderSettings(), options))


def _read_file(path: Path, settings: FolderSettings, options: ReadOptions) -> Iterator[Article | Problem]:
    try:
        size = path.stat().st_size
        if size > options.max_file_mb * 1_000_000:
            yield Problem(path=str(path), message=_too_large(size, options))
            return
        with path.open("rb") as stream:
            yield from _read_document(Document(str(path), stream), path, settings, options)
    except OSError as error:
        yield Problem(path=str(path), message=f"cannot be read ({error.strerror or error}); check its permissions")


def _too_large(size: int, options: ReadOptions) -> str:
    return (
        f"is {size / 1_000_000:.1f} MB, over the limit of {options.max_file_mb} MB; "
        "split it or raise max_file_mb under [reading]"
    )


def _read_document(
    document: Document, path: Path | None, settings: FolderSettings, options: ReadOptions
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
                yield from _finish(item, document, path, settings, options)
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


def _finish(
    draft: Draft, document: Document, path: Path | None, settings: FolderSettings, options: ReadOptions
) -> Iterator[Article | Problem]:
    """The article of a draft and the problems with its fields; only a problem where it holds no text."""
    if not draft.text.strip():
        what = "holds no text besides boilerplate" if draft.raw.strip() else "holds no text"
        yield document.problem(f"{what}; nothing to read", line=draft.line)
        return
    problems: list[Problem] = []
    title, author, named, language = (
        _text_field(draft, document, name, problems) for name in ("title", "author", "source", "language")
    )
    date = _date(draft, document, problems)
    url = _url(draft, document, settings, problems)
    source = named or draft.named_source or options.source or settings.source or options.default_source
    given = _given_id(draft.fields.get("id"))
    if given is None and draft.fields.get("id") not in (None, ""):
        message = "the id is neither text nor a whole number; one is made"
        problems.append(document.problem(message, line=draft.line, fatal=False))
    yield from problems
    yield Article(
        id=given or article_id(source=source, date=date, text=draft.text),
        text=draft.text,
        title=title,
        source=source,
        date=date,
        author=author,
        url=url,
        language=language or settings.language,
        raw=draft.raw,
        origin=str(path.absolute()) if path is not None and draft.line is None and given is None else None,
    )


def _given_id(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    given = str(value).encode("utf-8", "replace").decode()
    return given if given.strip() else None


def _text_field(draft: Draft, document: Document, name: str, problems: list[Problem]) -> str | None:
    value = draft.fields.get(name)
    if value is None:
        return None
    if isinstance(value, list):
        value = ", ".join(str(part) for part in cast(list[object], value) if isinstance(part, (str, int)))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        problems.append(
            document.problem(f"{name} is not text and is left out", line=_line_of(draft, name), fatal=False)
        )
        return None
    return one_line(value.encode("utf-8", "replace").decode())


def _line_of(draft: Draft, written: str) -> int | None:
    if draft.line is not None:
        return draft.line
    at = draft.raw.find(written)
    return draft.raw.count("\n", 0, at) + 1 if at >= 0 else None


def _date(draft: Draft, document: Document, problems: list[Problem]) -> dt.date | None:
    """The article's day: its own field, else the file's name; what is wrong goes to `problems`."""
    value = draft.fields.get("date")
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    written = "" if value is None or isinstance(value, bool) else str(value).strip()
    reading = parse_date(written) if written else None
    if isinstance(reading, dt.date):
        return reading
    shown = written if len(written) <= 60 else written[:60] + "…"
    if reading is AMBIGUOUS:
        message = f"the date “{shown}” can be read in two ways and is left out; write it as 2022-12-31"
    elif written:
        message = f"the date “{shown}” does not exist or is not understood and is left out; write it as 2022-12-31"
    else:
        named = date_in_name(PurePath(document.name).name) if draft.line is None else None
        if named is not None:
            return named
        message = _NO_DATE
    problems.append(document.problem(message, line=_line_of(draft, written) if written else draft.line, fatal=False))
    return None


def _url(draft: Draft, document: Document, settings: FolderSettings, problems: list[Problem]) -> str | None:
    """The article's web address; only http and https, for it becomes a link that people click."""
    value = draft.fields.get("url")
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        address = urljoin(settings.url_base or "", value.strip())
        parts = urlsplit(address)
        good = (
            parts.scheme in ("http", "https") and bool(parts.hostname) and not any(sign.isspace() for sign in address)
        )
        address.encode("utf-8")
    except ValueError:
        good, address = False, ""
    if good:
        return address
    problems.append(
        document.problem(
            "the url is not an http or https address and is left out", line=_line_of(draft, value), fatal=False
        )
    )
    return None
