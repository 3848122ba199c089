"""A speaker's statements by date."""

from __future__ import annotations

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.answer import origin
from bot.views.parts import Item, small
from bot.views.text import blockquote, fit, fit_line, width
from index.model import Timeline, TimelineEntry

MAX_ENTRIES = 10


def timeline_view(t: Translate, timeline: Timeline, *, chart: str | None = None) -> ui.LayoutView:
    """The latest statements, newest last, under a chart of how many fall in each month.

    `chart` is the attached picture's file name; its alternative text says the same in words.
    """
    head = "\n".join(piece for piece in _head(t, timeline) if piece)
    shown = timeline.entries[-MAX_ENTRIES:]
    items: list[Item] = [parts.text(head)]
    if chart is not None:
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{chart}", description=chart_words(t, timeline)[:1024])
        items.append(gallery)
    room = parts.BUDGET - width(head)
    for entry in shown:
        items += [parts.gap(), parts.text(_entry(t, entry, room // len(shown)))]
    return parts.layout(items, parts.ANSWER if shown else parts.NEAREST)


def chart_words(t: Translate, timeline: Timeline) -> str:
    """The chart in words: "April 2022: 3, May 2022: 1"."""
    return t(
        "timeline.chart", counts=", ".join(f"{month_words(t, month)}: {count}" for month, count in timeline.counts)
    )


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


def _entry(t: Translate, entry: TimelineEntry, limit: int) -> str:
    where = origin(t, entry.article)
    if width(where) > limit - 80:
        where = fit_line(entry.article.source or "", 60)
    room = max(limit - width(where) - 1, 0)
    words = fit(entry.text, max(room - 2 * (entry.text.count("\n") + 1), 0))
    return "\n".join(piece for piece in (where, blockquote(words) if words else "") if piece)
