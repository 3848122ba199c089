"""Files, folders and attachments to articles: the one way in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from index.errors import InputError
from index.incoming import Incoming
from index.model import Article, Problem
from index.reading import folder as folders
from index.reading.base import Document, Given, ReadOptions
from index.reading.folder import FolderSettings
from index.reading.isolation import Reader, guarded
from index.reading.passed import unknown
from index.reading.registry import choose
from index.reading.settle import Settler
from index.reading.sidecar import beside, described, is_sidecar

_DEEPEST = 3  # archives inside each other


def read(paths: Sequence[Path | Incoming], *, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """Articles and problems of files, folders and documents, lazily, in sorted order within a folder.

    A file of an unknown type and a path that does not exist are problems; style sheets, scripts, fonts and, beside
    saved web pages, pictures are passed over with one word for each folder. A problem with `fatal` False belongs to
    an article that was read all the same.
    """
    options = options or ReadOptions()
    with Reader() as process:
        yield from _read_paths(paths, Settler(options), process)


def _read_paths(paths: Sequence[Path | Incoming], settler: Settler, process: Reader) -> Iterator[Article | Problem]:
    told: set[Problem] = set()
    for path in paths:
        if isinstance(path, Incoming):
            yield from _read_incoming(path, settler, process)
            continue
        settings, problems = folders.inherited(path.absolute().parent)
        yield from (problem for problem in problems if problem not in told)
        told.update(problems)
        if path.is_dir():
            for item in folders.walk(path, settings):
                if isinstance(item, Problem):
                    yield item
                else:
                    yield from _read_file(item[0], item[1], settler, process)
        elif path.is_file():
            yield from _read_file(path, settings, settler, process)
        else:
            reason = "is neither a file nor a folder" if path.exists() else "does not exist; check the path"
            yield Problem(path=str(path), message=reason)
    yield from settler.rest()


def read_bytes(
    name: str, data: bytes, options: ReadOptions | None = None, *, url: str | None = None
) -> list[Article | Problem]:
    """Articles and problems of one attachment or fetched page; `name` gives the format where the content does not.

    `url` is the address that it came from. Articles have no origin.
    """
    options = options or ReadOptions()
    if len(data) > options.max_file_mb * 1_000_000:
        return [Problem(path=name, message=_too_large(len(data), options))]
    settler = Settler(options)
    document = Document(name, io.BytesIO(data), _mapping(options, FolderSettings()), url=url, limit=_unpacked(options))
    with Reader() as process:
        return [*_read_document(document, None, FolderSettings(), settler, process), *settler.rest()]


def _read_incoming(incoming: Incoming, settler: Settler, process: Reader) -> Iterator[Article | Problem]:
    """A document that is no file of the user's; its articles have no origin."""
    options, content = settler.options, incoming.content
    try:
        data = content if isinstance(content, bytes) else content.read_bytes()
    except OSError as error:
        yield Problem(path=incoming.name, message=f"cannot be read ({error.strerror or error}); load it again")
        return
    if len(data) > options.max_file_mb * 1_000_000:
        yield Problem(path=incoming.name, message=_too_large(len(data), options))
        return
    mapping = _mapping(options, FolderSettings(source=incoming.source))
    document = Document(incoming.name, io.BytesIO(data), mapping, url=incoming.url, limit=_unpacked(options))
    document.given = Given(source=incoming.source, fields=incoming.fields, told=incoming.told, wins=False)
    document.suffix = incoming.suffix
    items = list(_read_document(document, None, FolderSettings(), settler, process))
    failed = any(isinstance(item, Problem) and item.fatal for item in items)
    if incoming.otherwise is not None and failed and not any(isinstance(item, Article) for item in items):
        yield from _read_incoming(incoming.otherwise, settler, process)
    else:
        yield from items


def _mapping(options: ReadOptions, settings: FolderSettings) -> Mapping[str, str]:
    """Which keys hold which field: what this run says, else what the folder says, else what was said before."""
    source = options.source or settings.source or options.default_source or ""
    return options.mapping or settings.mapping or options.mappings.get(source, {})


def _read_file(path: Path, settings: FolderSettings, settler: Settler, process: Reader) -> Iterator[Article | Problem]:
    options = settler.options
    if is_sidecar(path):
        if not described(path):
            yield Problem(path=str(path), message="describes no file beside it; name it after one", fatal=False)
        return
    given, problems = beside(path)
    yield from problems
    try:
        size = path.stat().st_size
        if size > options.max_file_mb * 1_000_000:
            yield Problem(path=str(path), message=_too_large(size, options))
            return
        with path.open("rb") as stream:
            document = Document(str(path), stream, _mapping(options, settings), limit=_unpacked(options))
            document.given = given
            yield from _read_document(document, path, settings, settler, process)
    except OSError as error:
        yield Problem(path=str(path), message=f"cannot be read ({error.strerror or error}); check its permissions")


def _unpacked(options: ReadOptions) -> int:
    """Bytes that one file may unpack to: ten times what it may be itself."""
    return options.max_file_mb * 10_000_000


def _too_large(size: int, options: ReadOptions) -> str:
    return (
        f"is {size / 1_000_000:.1f} MB, over the limit of {options.max_file_mb} MB; "
        "split it or raise max_file_mb under [reading]"
    )


def _read_document(
    document: Document, path: Path | None, settings: FolderSettings, settler: Settler, process: Reader
) -> Iterator[Article | Problem]:
    suffix = document.suffix or PurePath(document.name).suffix
    found = False
    try:
        form = choose(document, suffix)
        if form is None:
            yield document.problem(unknown(suffix))
            return
        if form.needs is not None and not form.installed:
            yield document.problem(f'is a {form.name}; to read it: pip install "onrecord[{form.needs[1]}]"')
            return
    except InputError as error:
        yield document.problem(str(error))
        return
    for item in process.read(form, document) if form.foreign else guarded(form, document):
        found = True
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, Document):
            yield from _read_inside(item, settings, settler, process)
        else:
            yield from settler.finish(document.given.over(item, document.url), document, path, settings)
    if not found:
        yield document.problem("is empty; nothing to read")
    if "decoded" in document.__dict__ and document.decoded.guessed:
        yield document.problem(
            f"is not UTF-8; read as {document.decoded.encoding}, a guess: save it as UTF-8 if letters are wrong",
            fatal=False,
        )


def _read_inside(
    document: Document, settings: FolderSettings, settler: Settler, process: Reader
) -> Iterator[Article | Problem]:
    """A document that another one holds; what is no text in an archive is told as in a folder."""
    if document.depth > _DEEPEST:
        yield document.problem(f"is packed more than {_DEEPEST} deep; unpack it yourself")
        return
    yield from _read_document(document, None, settings, settler, process)
