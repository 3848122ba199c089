"""What a look at feeds and watched folders brought."""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedResult:
    """What a look at one feed brought: how many entries it lists, how many were loaded. `error` None: it succeeded."""

    url: str
    name: str
    entries: int = 0
    new: int = 0
    unchanged: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What a look at feeds and watched folders brought; `files`: read in watched folders."""

    feeds: tuple[FeedResult, ...]
    files: int
    changes: Changes
