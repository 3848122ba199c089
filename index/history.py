"""What was changed by hand: earlier texts of an article, corrected fields, removals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier text of an article, and from when to when it stood in the archive."""

    title: str | None
    date: dt.date | None
    text: str
    since: dt.datetime
    until: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A field that somebody corrected; `was` is what it was before the first correction."""

    field: str
    value: str | None
    was: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another article that tells the same story in the same words.

    `kind`: "exact", "wire" (nearly the same, in another outlet), "near" (in the same one); None: the first that came.
    """

    article_id: str
    source: str | None
    date: dt.date | None
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An article as it is, its earlier texts, oldest first, its corrected fields, and its copies, earliest first."""

    article: Article
    versions: tuple[Version, ...]
    edits: tuple[Edit, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """An article that somebody removed. `can_undo`: its text is still kept, and `source` is its outlet."""

    article_id: str
    title: str | None
    reason: str | None
    at: dt.datetime
    can_undo: bool
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenSpeaker:
    """A speaker whose statements somebody removed; where `can_undo`, they can be brought back at any time."""

    name: str
    reason: str | None
    at: dt.datetime
    can_undo: bool = True
