"""What a page of a face shows whole: a statement, the list of statements, articles, a speaker."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.model import ArticleRef, ArticleView, Speaker, Statement, TimelineEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement under its lasting id, in its article as that reads now.

    `changed`: the day on which the article was last changed, as far as the archive saw it.
    """

    id: str
    view: ArticleView
    statement: Statement
    changed: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """Some of the statements under a filter, newest first, and how many there are."""

    total: int
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Some of the articles under a filter, newest first, how many there are, and how many in each month."""

    total: int
    articles: tuple[ArticleRef, ...]
    months: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A speaker at a glance: statements by month ("2022-04") and by outlet, and the words that stand out."""

    speaker: Speaker
    months: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str | None, int], ...]
    topics: tuple[str, ...]
    undated: int = 0
