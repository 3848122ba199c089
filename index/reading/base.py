"""What a format module is given and what it gives back."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.util import find_spec
from typing import BinaryIO

from index.errors import InputError
from index.model import Problem
from index.reading.encoding import Decoded, decode

LONGEST = 10_000_000  # bytes or characters of one article; a long novel has one million
TOO_LONG = f"holds one text of more than {LONGEST // 1_000_000} million characters, which no article has; split it"
_HEAD = 8192
_OF_ALL = frozenset(["language"])  # fields that hold for every row of a file of many


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. `source` is what the user gave for this run, `default_source` what the configuration gives.

    The source of an article is, first that is known: `source`; its own field; the folder's `onrecord.toml`; the outlet
    of its address, by `hosts` (what the archive knows: host to name) and the table; the outlet that its text names;
    `default_source`; the bare host. `mapping` (our field to a key of the file) is for this run, `mappings` are those
    remembered, by source. `today` is for dates that lie in the future.
    """

    source: str | None = None
    default_source: str | None = None
    max_file_mb: int = 200
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    hosts: Mapping[str, str] = field(default_factory=dict[str, str])
    today: dt.date | None = None
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])  # by source: boilerplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as a format found it, before dates, addresses and the id are settled.

    `fields` may hold id, title, source, host, date, modified, author, url and language, in whatever type the format
    gave them; `evidence` says for each what gave it ("key “pub_date”"). `named_source` is the outlet that the text's
    own boilerplate names. `removed` are the lines taken out. `anchors` are (offset in the text, page or time).
    `line` is where the article starts in a file of many; None where the file is the article. `outlet` is the one that
    the user gave this document.
    """

    text: str
    raw: str
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    evidence: Mapping[str, str] = field(default_factory=dict[str, str])
    named_source: str | None = None
    removed: tuple[str, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    line: int | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of a document's articles beside the document.

    `source` is the outlet that the user gives them. `fields` replace what the document says where it `wins`, else they
    fill what it does not say; `told` names what gave them.
    """

    source: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    told: str = ""
    wins: bool = False

    def over(self, draft: Draft, url: str | None) -> Draft:
        """The draft with what is known beside it; `url` is the address that its document was fetched from.

        Of a row of many, only what holds for all of them is given.
        """
        known = dict(self.fields)
        if url is not None and draft.line is None and not self.wins:
            known.setdefault("url", url)
        if draft.line is not None:
            known = {name: value for name, value in known.items() if name in _OF_ALL}
        if not self.wins:
            known = {name: value for name, value in known.items() if draft.fields.get(name) in (None, "")}
        if not known and self.source is None:
            return draft
        told = {name: self.told if name in self.fields else "the address it was fetched from" for name in known}
        if self.source is not None:
            told["outlet"] = self.told if self.wins else "set by the user"
        return replace(
            draft,
            fields={**draft.fields, **known},
            evidence={**draft.evidence, **told},
            outlet=self.source or draft.outlet,
        )


def check_length(size: int) -> None:
    """Raises InputError for a text of more bytes or characters than one article may have."""
    if size > LONGEST:
        raise InputError(TOO_LONG)


class Document:
    """One file, attachment or member of an archive: `name` for messages, `stream` seekable, at its start.

    `mapping` is for files of rows, `url` the address that it was fetched from. `limit` bounds in bytes what it and all
    that is packed in it may unpack to, counted over the outermost file; `depth` is how deep it is packed itself.
    """

    def __init__(
        self,
        name: str,
        stream: BinaryIO,
        mapping: Mapping[str, str] | None = None,
        *,
        url: str | None = None,
        limit: int = 2_000_000_000,
    ) -> None:
        self.name = name
        self.stream = stream
        self.mapping: Mapping[str, str] = mapping or {}
        self.url = url
        self.depth = 0
        self.suffix: str | None = None  # where the name does not tell it
        self.given = Given()
        self._limit = limit
        self._outermost: Document = self
        self._unpacked = 0

    @cached_property
    def decoded(self) -> Decoded:
        """The whole as text. Raises InputError for what is not text."""
        self.stream.seek(0)
        return decode(self.stream.read())

    @property
    def text(self) -> str:
        """Its bytes as text, in the encoding that they seem to be in."""
        return self.decoded.text

    @property
    def one_text(self) -> str:
        """The whole as the text of one article. Raises InputError where it is longer than an article may be."""
        check_length(self.size)
        return self.text

    @cached_property
    def head(self) -> bytes:
        """The first bytes, by which formats know their files."""
        self.stream.seek(0)
        found = self.stream.read(_HEAD)
        self.stream.seek(0)
        return found

    @cached_property
    def size(self) -> int:
        """Bytes of the file."""
        self.stream.seek(0, io.SEEK_END)
        size = self.stream.tell()
        self.stream.seek(0)
        return size

    @cached_property
    def zip_names(self) -> frozenset[str]:
        """Names in a zip's table of contents; none where it cannot be read."""
        try:
            with zipfile.ZipFile(self.stream) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, struct.error):
            return frozenset()
        finally:
            self.stream.seek(0)

    def inside(self, name: str, stream: BinaryIO, *, url: str | None = None) -> Document:
        """A document that is packed in this one."""
        inner = Document(f"{self.name}/{name}", stream, self.mapping, url=url)
        inner.depth = self.depth + 1
        inner.given = self.given
        inner._outermost = self._outermost
        return inner

    def count_unpacked(self, size: int) -> None:
        """Count bytes that were unpacked. Raises InputError over the limit of the outermost file."""
        outermost = self._outermost
        outermost._unpacked += size
        if outermost._unpacked > outermost._limit:
            raise InputError(
                f"unpacks to more than {outermost._limit // 1_000_000} MB; unpack it yourself and load the folder, or "
                "raise max_file_mb under [reading]"
            )

    def problem(self, message: str, *, line: int | None = None, fatal: bool = True) -> Problem:
        """Something about this document that its reader tells; `fatal`: nothing of it can be used."""
        return Problem(path=self.name, message=message, line=line, fatal=fatal)


def _accept(document: Document) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format. The first of the registry that `recognises` a document by its content reads it, else the first with the
    file's suffix that `accepts` it.

    `read` yields drafts, problems, and documents that are packed in this one, lazily; it may raise InputError when the
    document cannot be used at all. `needs`: (the module that it imports, the extra that brings it). `foreign`: it is
    parsed by a library in a process of its own. `lenient`: its suffix alone is enough, for it has no sure beginning.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Document], Iterator[Draft | Problem | Document]]
    accepts: Callable[[Document], bool] = _accept
    recognises: Callable[[Document], bool] | None = None
    needs: tuple[str, str] | None = None
    foreign: bool = False
    lenient: bool = False

    @property
    def installed(self) -> bool:
        """Whether what it needs is there."""
        return self.needs is None or find_spec(self.needs[0]) is not None
