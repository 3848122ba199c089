"""A speaker's statements by date, under a chart of how many fall in each month."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.chart import NAME
from bot.views.entries import entry_text, first_words, once, place_of
from bot.views.parts import Item, Press, option, small
from bot.views.text import fit_line, width
from index.model import Timeline, TimelineEntry

MAX_ENTRIES = 8
MAX_MONTHS = 12
_BAR = 16


def timeline_view(
    t: Translate, timeline: Timeline, described: str | None = None, *, row: int | None = None, page: int = 0
) -> ui.LayoutView:
    """The latest statements, newest last, under a chart by month; page by page back to the first.

    `described`: the alternative text of the picture that is attached as `chart.NAME`; without it the chart is text.
    `row`: the question's row in the bot's store, for the buttons.
    """
    entries = once(timeline.entries)
    last = max(1, -(-len(entries) // MAX_ENTRIES)) - 1
    page = min(max(page, 0), last)
    head = "\n".join(piece for piece in _head(t, timeline, entries, page) if piece)
    shown = entries[max(len(entries) - (page + 1) * MAX_ENTRIES, 0) : len(entries) - page * MAX_ENTRIES]
    items: list[Item] = [parts.text(head)]
    drawn = chart(t, timeline) if shown and described is None else ""
    if described is not None:
        items.append(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{NAME}", description=described)))
    elif drawn:
        items.append(parts.text(drawn))
    room = parts.BUDGET - width(head) - width(drawn)
    for entry in shown:
        who = fit_line(entry.statement.speaker or "", 60) if len(timeline.speakers) > 1 else ""
        items += [parts.gap(), parts.text(entry_text(t, entry, room // len(shown), who=who))]
    if row is not None:
        items += _controls(t, shown, row, page, last)
    return parts.layout(items, parts.ANSWER if shown else parts.NEAREST)


def _controls(t: Translate, shown: Sequence[TimelineEntry], row: int, page: int, last: int) -> list[Item]:
    """Older and newer statements, and each in its article."""
    options = [option(first_words(entry, 90) or "…", place_of(entry), entry.article.title or "") for entry in shown]
    options.append(option(t("export.table"), "x:"))
    turning: list[Item] = []
    if last:
        older, newer = min(page + 1, last), max(page - 1, 0)
        turning = [
            parts.row(
                Press("timeline", row, older, "p", label=t("button.earlier"), disabled=page == last),
                Press("timeline", row, newer, "n", label=t("button.later"), disabled=page == 0),
            )
        ]
    return [*turning, *parts.menu("read", row, placeholder=t("pick.read"), options=options)]


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


def _head(t: Translate, timeline: Timeline, entries: Sequence[TimelineEntry], page: int) -> list[str]:
    who = fit_line(timeline.speaker or t("timeline.anybody"), 100)
    lines = [f"### {who} · {fit_line(timeline.topic, 150)}" if timeline.topic else f"### {who}"]
    total = len(entries)
    if not total:
        return [*lines, t("timeline.nothing")]
    if len(timeline.entries) < timeline.total:
        lines.append(small(t("brief.capped", n=total, total=timeline.total)))
    if total > MAX_ENTRIES:
        last = total - page * MAX_ENTRIES
        lines.append(small(t("timeline.some", first=max(last - MAX_ENTRIES, 0) + 1, last=last, total=total)))
    if timeline.undated:
        lines.append(small(t("timeline.undated", n=timeline.undated)))
    return lines
