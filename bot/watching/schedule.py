"""When a watch speaks: at once, daily or weekly at an hour of a time zone. Pure functions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

Mode = Literal["once", "daily", "weekly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`hour` 0 to 23 and `weekday` 0 (Monday) to 6, in the zone; "once" uses neither."""

    mode: Mode = "once"
    hour: int = 8
    weekday: int = 0


def next_time(schedule: Schedule, after: dt.datetime, zone: str) -> dt.datetime | None:
    """The first moment of the schedule after `after` (aware), in UTC; None where it speaks at once.

    An hour that a change of clocks skips is told an hour later, one that comes twice is taken the first time.
    """
    if schedule.mode == "once":
        return None
    local = ZoneInfo(zone)
    here = after.astimezone(local)
    for days in range(9):
        day = here.date() + dt.timedelta(days=days)
        if schedule.mode == "weekly" and day.weekday() != schedule.weekday:
            continue
        moment = dt.datetime.combine(day, dt.time(schedule.hour), tzinfo=local).astimezone(dt.UTC)
        if moment > after:
            return moment
    raise ValueError(f"no weekday {schedule.weekday}")


def day_start(now: dt.datetime, zone: str) -> dt.datetime:
    """The moment at which the day of `now` began in a zone, in UTC."""
    local = ZoneInfo(zone)
    return dt.datetime.combine(now.astimezone(local).date(), dt.time(), tzinfo=local).astimezone(dt.UTC)


@cache
def zones() -> tuple[str, ...]:
    """Names of all zones that this machine knows, sorted."""
    return tuple(sorted(available_timezones()))


def is_zone(name: str) -> bool:
    """Whether a name is a time zone's."""
    return name in zones()
