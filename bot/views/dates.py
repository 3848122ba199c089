"""Dates as people read them: Discord timestamps for articles, words for windows."""

from __future__ import annotations

import datetime as dt

from bot.texts import Translate
from index.when import Order, SaidOn

# An article has a day and no hour, and Discord draws a timestamp in the reader's zone. 10:30 UTC is the same
# day from UTC-10 (Hawaii) to UTC+13 (New Zealand in summer).
_NOON = dt.time(10, 30, tzinfo=dt.UTC)


_ORDERS = {"latest": "order.latest", "earliest": "order.earliest", "speakers": "order.speakers"}


def stamp(day: dt.date, style: str = "D") -> str:
    """A Discord timestamp of a day, drawn in the reader's language."""
    return f"<t:{int(dt.datetime.combine(day, _NOON).timestamp())}:{style}>"


def moment(at: dt.datetime, style: str = "R") -> str:
    """A Discord timestamp of an instant; "R" draws "5 minutes ago"."""
    return f"<t:{int(at.timestamp())}:{style}>"


def day(t: Translate, date: dt.date) -> str:
    """ "5 April 2022"."""
    return t("date.day", day=str(date.day), month=t(f"date.month.{date.month}"), year=str(date.year))


def said(t: Translate, when: SaidOn | None, published: dt.date | None) -> str:
    """When something was said, where that is not the day of its publication: "said on 4 April 2022"; else ""."""
    if when is None or not when.differs(published):
        return ""
    if when.since == when.until:
        return t("date.said", day=day(t, when.since))
    return t("date.said_within", window=window(t, when.since, when.until))


def order(t: Translate, of: Order | None) -> str:
    """The order of an answer in words; "" for the best first."""
    return t(_ORDERS[of]) if of else ""


def window(t: Translate, since: dt.date | None, until: dt.date | None) -> str:
    """A window in words, both ends inclusive: "1-30 April 2022", "since 5 April 2022"; "" without one."""
    if since and until:
        if since == until:
            return day(t, since)
        if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
            return str(since.year) if since.year == until.year else f"{since.year}-{until.year}"
        if (since.year, since.month) == (until.year, until.month):
            return t(
                "date.days",
                first=str(since.day),
                last=str(until.day),
                month=t(f"date.month.{since.month}"),
                year=str(since.year),
            )
        return t("date.span", first=day(t, since), last=day(t, until))
    if since:
        return t("date.since", day=day(t, since))
    return t("date.until", day=day(t, until)) if until else ""
