"""Feeds of public briefings that one can start from: data with a date, none of them followed by itself."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A public feed: a key to name it by, its outlet, its address."""

    key: str
    source: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefings:
    """The list, and the day of which its addresses are."""

    as_of: dt.date
    feeds: tuple[Briefing, ...]


def known_briefings() -> Briefings:
    """The list that comes with the program."""
    data = json.loads(files("index.feeds").joinpath("briefings.json").read_text("utf-8"))
    return Briefings(as_of=dt.date.fromisoformat(data["as_of"]), feeds=tuple(Briefing(**one) for one in data["feeds"]))
