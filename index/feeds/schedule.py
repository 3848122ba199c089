"""When a feed is looked at next: at its interval, with jitter; ever more seldom while it fails."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

_JITTER = 0.1  # share of an interval by which it is made longer or shorter, so that feeds spread over time
_LONGEST = dt.timedelta(hours=24)  # between two looks at a feed that fails
_SHORTEST_SLEEP, _LONGEST_SLEEP = 1.0, 60.0  # seconds; a feed that another process adds is seen after a minute


def next_look(
    now: dt.datetime, minutes: float, failures: int, wait: dt.timedelta | None, chance: random.Random
) -> dt.datetime:
    """When a feed is due again after `failures` looks in a row that failed; not before the `wait` its host asks for."""
    interval = dt.timedelta(minutes=minutes)
    if failures:
        interval = max(interval, min(interval * 2 ** min(failures, 12), _LONGEST))
    interval *= 1 + chance.uniform(-_JITTER, _JITTER)
    return now + max(interval, wait or dt.timedelta())


def seconds_until(now: dt.datetime, times: Iterable[dt.datetime | None]) -> float:
    """How long to sleep until the first of these times, within a second and a minute; None is now."""
    waits = [(time - now).total_seconds() if time is not None else 0.0 for time in times]
    return min(max(min(waits, default=_LONGEST_SLEEP), _SHORTEST_SLEEP), _LONGEST_SLEEP)
