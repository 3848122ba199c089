"""Days and windows as frozen data: when something was said, and what tells it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

# What tells when something was said: the words around the cue ("on Tuesday"), the transcript that it stands in, or
# nothing but the date on which it was published.
SaidBasis = Literal["text", "transcript", "publication"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """The day or window, both ends inclusive, in which something was said, and what tells it.

    `words` are those that say so, as written ("on Tuesday"), at `span` of the article; None where none do.
    """

    since: dt.date
    until: dt.date
    basis: SaidBasis
    words: str | None = None
    span: tuple[int, int] | None = None

    def differs(self, published: dt.date | None) -> bool:
        """Whether this is another day than that of publication."""
        return (self.since, self.until) != (published, published)
