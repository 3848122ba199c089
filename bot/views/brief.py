"""/brief: what was said since a date, by speaker, folded: the newest words of each, and how many more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.dates import day
from bot.views.entries import entry_text, once
from bot.views.parts import Item, Press, option, small
from bot.views.text import fit_line, line, width
from index.export.plain import office
from index.model import TimelineEntry

PER_PAGE = 4  # speakers
_SHOWN = 2  # statements of each
_QUOTE = 260

Group = tuple[str, tuple[TimelineEntry, ...]]


def by_speaker(entries: Sequence[TimelineEntry]) -> list[Group]:
    """Statements by speaker, newest first; who said most comes first."""
    groups: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        if entry.statement.speaker and line(entry.statement.speaker):
            groups.setdefault(entry.statement.speaker, []).append(entry)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [(name, tuple(once(sorted(said, key=_newest_first)))) for name, said in ordered]


def brief_view(
    t: Translate,
    entries: Sequence[TimelineEntry],
    row: int,
    page: int = 0,
    *,
    since: dt.date,
    last: dt.date | None,
    of: str = "",
    total: int | None = None,
) -> ui.LayoutView:
    """One page. `row` is the question's row in the bot's store; `last` the newest article's day; `of` the filter;
    `total`: how many statements there are, where these are not all."""
    groups = by_speaker(entries)
    pages = max(1, -(-len(groups) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    title = t("brief.title", day=day(t, since)) + (f" · {fit_line(of, 120)}" if of else "")
    if not groups:
        newest = t("brief.newest", day=day(t, last)) if last else ""
        return parts.notice(parts.NEAREST, f"## {title}", t("brief.none"), small(newest))
    counted = " · ".join([t("status.statements", n=sum(len(said) for _, said in groups)), _people(t, len(groups))])
    if total is not None:
        counted = t("brief.capped", n=len(entries), total=total)
    shown = groups[page * PER_PAGE : (page + 1) * PER_PAGE]
    items: list[Item] = [parts.text(f"## {title}", small(counted))]
    room = (parts.BUDGET - width(title) - width(counted) - 60) // len(shown)
    for name, said in shown:
        items += [parts.gap(), *_group(t, name, said, room)]
    if pages > 1:
        items.append(parts.gap())
        items.append(parts.text(small(t("answer.page", page=page + 1, pages=pages))))
        items.append(
            parts.row(
                Press("brief_page", row, max(page - 1, 0), "p", label=t("button.previous"), disabled=page == 0),
                Press(
                    "brief_page", row, min(page + 1, pages - 1), "n", label=t("button.more"), disabled=page == pages - 1
                ),
            )
        )
    everything = [option(t("pick.all_by", name=name), f"b:{name}") for name, _ in shown]
    items += parts.menu("read", row, placeholder=t("pick.read"), options=everything)
    return parts.layout(items, parts.ANSWER)


def _people(t: Translate, count: int) -> str:
    return t("status.speakers", n=count)


def _group(t: Translate, name: str, said: Sequence[TimelineEntry], room: int) -> list[Item]:
    """Who and how much, then the newest words, each in a text of its own.

    Clients draw what follows a block quotation in the same text as part of it.
    """
    role = next((entry.statement.role for entry in said if entry.statement.role), None)
    head = f"### {fit_line(name, 100)}" + (f", {fit_line(office(role), 80)}" if role else "")
    counted = small(t("status.statements", n=len(said)))
    left = (room - width(head) - width(counted) - 2) // min(len(said), _SHOWN)
    return [
        parts.text(head, counted),
        *(parts.text(entry_text(t, entry, left, most=_QUOTE)) for entry in said[:_SHOWN]),
    ]


def _newest_first(entry: TimelineEntry) -> tuple[int, str, int]:
    return -(entry.article.date or dt.date.min).toordinal(), entry.article.id, entry.statement.start
