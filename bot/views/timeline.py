"""A speaker's statements by date, under a chart of how many fall in each month."""

from __future__ import annotations

import discord
from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.answer import cue_words, origin
from bot.views.chart import NAME
from bot.views.parts import Item, small
from bot.views.text import blockquote, fit, fit_line, width
from index.model import Timeline, TimelineEntry

MAX_ENTRIES = 8
MAX_MONTHS = 12
_BAR = 16


def timeline_view(t: Translate, timeline: Timeline, described: str | None = None) -> ui.LayoutView:
    """The latest statements, newest last, under a chart by month.

    `described`: the alternative text of the picture that is attached as `chart.NAME`; without it the chart is text.
    """
    head = "\n".join(piece for piece in _head(t, timeline) if piece)
    shown = timeline.entries[-MAX_ENTRIES:]
    items: list[Item] = [parts.text(head)]
    drawn = chart(t, timeline) if shown and described is None else ""
    if described is not None:
        items.append(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{NAME}", description=described)))
    elif drawn:
        items.append(parts.text(drawn))
    room = parts.BUDGET - width(head) - width(drawn)
    for entry in shown:
        who = fit_line(entry.statement.speaker or "", 60) if len(timeline.speakers) > 1 else ""
        items += [parts.gap(), parts.text(_entry(t, entry, room // len(shown), who))]
    return parts.layout(items, parts.ANSWER if shown else parts.NEAREST)


def chart(t: Translate, timeline: Timeline) -> str:
    """The last months as bars: "`████████` 3 · April 2022"."""
    months = timeline.counts[-MAX_MONTHS:]
    if len(months) < 2:
        return ""
    most = max(count for _, count in months) or 1
    lines = [
        f"`{'█' * max(1 if count else 0, count * _BAR // most):<{_BAR}}` {count} · {month_words(t, month)}"
        for month, count in months
    ]
    return "\n".join(lines)


def month_words(t: Translate, month: str) -> str:
    """ "2022-04" -> "April 2022"."""
    year, _, number = month.partition("-")
    return t("date.month_of_year", month=t(f"date.month.{int(number)}"), year=year)


def _head(t: Translate, timeline: Timeline) -> list[str]:
    who = fit_line(timeline.speaker or t("timeline.anybody"), 100)
    lines = [f"### {who} · {fit_line(timeline.topic, 150)}" if timeline.topic else f"### {who}"]
    total = len(timeline.entries)
    if not total:
        return [*lines, t("timeline.nothing")]
    if total > MAX_ENTRIES:
        lines.append(small(t("timeline.latest", shown=MAX_ENTRIES, total=total)))
    if timeline.undated:
        lines.append(small(t("timeline.undated", n=timeline.undated)))
    return lines


def _entry(t: Translate, entry: TimelineEntry, limit: int, who: str = "") -> str:
    """The entry with its origin; `who` where the timeline holds the words of several people."""
    where = origin(t, entry.article, entry.statement.said_on)
    where = f"{who} · {where}" if who else where
    if width(where) > limit - 160:
        where = fit_line(entry.article.source or "", 60)
    does = cue_words(t, entry.statement)
    where = " · ".join(piece for piece in (where, does) if piece)
    room = max(limit - width(where) - 1, 0)
    words = fit(entry.text, max(room - 2 * (entry.text.count("\n") + 1), 0))
    return "\n".join(piece for piece in (where, blockquote(words) if words else "") if piece)
