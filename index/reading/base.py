"""What a format module is given and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO

from index.model import Problem
from index.reading.encoding import Decoded, decode


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as a format found it, before dates, addresses and the id are settled.

    `fields` may hold id, title, source, host, date, modified, author, url and language, in whatever type the format
    gave them; `evidence` says for each what gave it ("key “pub_date”"). `named_source` is the outlet that the text's
    own boilerplate names. `removed` are the lines taken out. `anchors` are (offset in the text, page or time).
    `line` is where the article starts in a file of many; None where the file is the article.
    """

    text: str
    raw: str
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    evidence: Mapping[str, str] = field(default_factory=dict[str, str])
    named_source: str | None = None
    removed: tuple[str, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    line: int | None = None


class Document:
    """One file or attachment: `name` for messages, `stream` seekable, at its start; `mapping` for files of rows."""

    def __init__(self, name: str, stream: BinaryIO, mapping: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.stream = stream
        self.mapping: Mapping[str, str] = mapping or {}

    @cached_property
    def decoded(self) -> Decoded:
        """The whole as text. Raises InputError for what is not text."""
        self.stream.seek(0)
        return decode(self.stream.read())

    @property
    def text(self) -> str:
        return self.decoded.text

    def problem(self, message: str, *, line: int | None = None, fatal: bool = True) -> Problem:
        return Problem(path=self.name, message=message, line=line, fatal=fatal)


def _accept(document: Document) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the first of the registry with the file's suffix that `accepts` the document reads it.

    `read` yields drafts and problems lazily; it may raise InputError when the document cannot be used at all.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Document], Iterator[Draft | Problem]]
    accepts: Callable[[Document], bool] = _accept
