"""Days and windows as frozen data: when something was said, and what tells it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

# By the day of saying, latest or earliest first; or first one hit of each speaker, then the rest.
Order = Literal["latest", "earliest", "speakers"]
Side = Literal["for", "against"]  # of who speaks of somebody: "who defended Roe", "who criticised Roe"
# What tells when something was said: the words around the cue ("on Tuesday"), the transcript that it stands in, or
# nothing but the date on which it was published.
SaidBasis = Literal["text", "transcript", "publication"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """The day or window, both ends inclusive, in which something was said, and what tells it.

    `words` are those that say so, as written ("on Tuesday"), at `span` of the article, or in its title; None where none
    do.
    """

    since: dt.date
    until: dt.date
    basis: SaidBasis
    words: str | None = None
    span: tuple[int, int] | None = None

    def differs(self, published: dt.date | None) -> bool:
        """Whether this is another day than that of publication."""
        return (self.since, self.until) != (published, published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days from `since` to `until`, both inclusive; None: open at that end."""

    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def bounds(self) -> bool:
        """Whether it leaves anything out."""
        return self.since is not None or self.until is not None

    def meet(self, other: Window) -> Window | None:
        """The days of both; None where there are none."""
        since = max(filter(None, (self.since, other.since)), default=None)
        until = min(filter(None, (self.until, other.until)), default=None)
        return None if since is not None and until is not None and since > until else Window(since=since, until=until)


ALWAYS = Window()
