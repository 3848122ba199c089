"""/speakers and /sources: who and what the archive holds."""

from __future__ import annotations

import datetime as dt

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.dates import stamp
from bot.views.parts import small
from bot.views.text import fit_line, width
from index.model import SourceSummary, Speaker

SHOWN = 20


def speakers_view(t: Translate, speakers: tuple[Speaker, ...], search: str) -> ui.LayoutView:
    """Speakers with their latest role, how much they said and when."""
    lines = [
        " · ".join(
            piece
            for piece in (
                f"**{fit_line(speaker.name, 80)}**",
                fit_line(speaker.roles[-1].title, 60) if speaker.roles else "",
                t("status.statements", n=speaker.statements),
                _between(speaker.first, speaker.last),
            )
            if piece
        )
        for speaker in speakers[:SHOWN]
    ]
    return _list(t, "lists.speakers", lines, search, more=len(speakers) > SHOWN)


def sources_view(t: Translate, sources: tuple[SourceSummary, ...], search: str) -> ui.LayoutView:
    """Outlets with how many articles and of which time."""
    lines = [
        " · ".join(
            piece
            for piece in (
                f"**{fit_line(source.name, 80)}**",
                t("status.articles", n=source.articles),
                _between(source.first, source.last),
            )
            if piece
        )
        for source in sources[:SHOWN]
    ]
    return _list(t, "lists.sources", lines, search, more=len(sources) > SHOWN)


def _list(t: Translate, key: str, lines: list[str], search: str, *, more: bool) -> ui.LayoutView:
    title = f"### {t(key)}" + (f" · {fit_line(search, 80)}" if search else "")
    kept: list[str] = []
    used = width(title) + 200
    for line in lines:
        used += width(line) + 1
        if used > parts.BUDGET:
            more = True
            break
        kept.append(line)
    if not kept:
        return parts.notice(parts.NEAREST, title, t("lists.none"))
    return parts.notice(parts.PLAIN, title, *kept, small(t("lists.more")) if more else "")


def _between(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return ""
    return stamp(first, "d") if first == last else f"{stamp(first, 'd')} - {stamp(last, 'd')}"
