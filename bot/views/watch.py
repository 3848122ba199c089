"""Watches as messages: what was found, the list with its buttons, the confirmation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from discord import ButtonStyle, ui

from bot.texts import Translate
from bot.views import parts
from bot.views.dates import moment
from bot.views.hits import hit_text
from bot.views.parts import Item, Press, small
from bot.views.text import fit_line, width

if TYPE_CHECKING:
    from bot.watching.store import Post, Watch

PER_POST = 4  # statements in one message
PER_PAGE = 5  # watches on one page of the list

_MODES = {"once": "watch.once", "daily": "watch.daily", "weekly": "watch.weekly"}
_STATES = {"active": "watch.active", "paused": "watch.paused", "unreachable": "watch.unreachable"}


def subject(watch: Watch) -> str:
    """What is watched, escaped: "the ferry · Mara Velden · The Sofia Globe"."""
    asked = watch.question
    named = (
        fit_line(piece, size) for piece, size in ((asked.text, 200), (asked.speaker, 80), (asked.source, 80)) if piece
    )
    return " · ".join(piece for piece in named if piece)


def when(t: Translate, watch: Watch, zone: str) -> str:
    """How often and where: "daily at 08:00 (Europe/Berlin) · at most 10 a day · in #news"."""
    day = t(f"date.weekday.{watch.schedule.weekday}")
    often = t(_MODES[watch.schedule.mode], hour=f"{watch.schedule.hour:02}:00", day=day, zone=fit_line(zone, 40))
    place = watch.thread_id or watch.channel_id
    where = f"<#{place}>" if place else t("watch.direct")
    more = [t("watch.one_thread")] if watch.threaded else []
    more += [t("watch.published")] if watch.publish else []
    more += [f"<@&{watch.role_id}>"] if watch.role_id else []
    return " · ".join([often, t("watch.cap", n=watch.cap), where, *more])


def plain_subject(watch: Watch) -> str:
    """What is watched, as it was written."""
    asked = watch.question
    return " · ".join(piece for piece in (asked.text, asked.speaker, asked.source) if piece)


def post_view(t: Translate, post: Post, *, role: int | None = None) -> ui.LayoutView:
    """What a watch found. Its first button names the outbox row, by which a repeated sending is noticed.

    `role` is mentioned.
    """
    called = [f"<@&{role}>"] if role is not None else []
    head = "\n".join([f"### {t('watch.title')}", subject(post.watch), small(t("watch.new", n=len(post.hits))), *called])
    foot = small(t("watch.waiting", n=post.waiting)) if post.waiting else ""
    room = (parts.BUDGET - width(head) - width(foot)) // max(len(post.hits), 1)
    items: list[Item] = [parts.text(head)]
    for rank, hit in enumerate(post.hits, start=1):
        items += [parts.gap(), parts.text(hit_text(t, replace(hit, rank=rank), room))]
    items += [parts.gap(), parts.text(foot)] if foot else []
    items.append(
        parts.row(
            Press("watch_pause", post.watch.id, post.id, label=t("watch.pause")),
            Press("watch_remove", post.watch.id, post.id, label=t("watch.remove")),
        )
    )
    return parts.layout(items, parts.ANSWER)


def added_view(
    t: Translate,
    watch: Watch,
    zone: str,
    understood: str,
    strangers: Sequence[str] = (),
    never: Sequence[str] = (),
) -> ui.LayoutView:
    """A watch was saved. `strangers`: names in it that the archive does not know; `never`: why it can never fire."""
    lines = [f"### {t('watch.added')}", f"**{subject(watch)}**", when(t, watch, zone)]
    if understood:
        lines.append(small(t("answer.understood", reading=understood)))
    lines += [t("watch.stranger", name=fit_line(name, 80)) for name in strangers]
    lines += [f"**{why}**" for why in never]
    return parts.notice(parts.TROUBLE if never else parts.DONE, *lines, small(t("watch.added_note")))


def watches_view(
    t: Translate, watches: Sequence[Watch], zones: Sequence[str], page: int, *, viewer: int
) -> ui.LayoutView:
    """One page of a list, with buttons to pause, wake and remove each watch. `zones` goes with `watches`."""
    pages = max(1, -(-len(watches) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    items: list[Item] = [parts.text(f"### {t('watch.list')}")]
    if not watches:
        return parts.layout([*items, parts.text(t("watch.none"))], parts.NEAREST)
    first = page * PER_PAGE
    for watch, zone in list(zip(watches, zones, strict=True))[first : first + PER_PAGE]:
        items += [parts.gap(), parts.text(*_lines(t, watch, zone, viewer)), _buttons(t, watch, page)]
    if pages > 1:
        items += [parts.gap(), parts.text(small(t("answer.page", page=page + 1, pages=pages)))]
        items.append(
            parts.row(
                Press("watch_page", page - 1 if page else 0, "p", label=t("button.previous"), disabled=page == 0),
                Press("watch_page", min(page + 1, pages - 1), "n", label=t("button.more"), disabled=page == pages - 1),
            )
        )
    return parts.layout(items, parts.PLAIN)


def _lines(t: Translate, watch: Watch, zone: str, viewer: int) -> list[str]:
    state = t(_STATES[watch.state])
    details = [state]
    if watch.user_id != viewer:
        details.append(t("watch.owner", who=f"<@{watch.user_id}>"))
    if watch.waiting:
        details.append(t("watch.unposted", n=watch.waiting))
    if watch.due and watch.state == "active":
        details.append(t("watch.next", when=moment(dt.datetime.fromtimestamp(watch.due, dt.UTC))))
    return [f"**{watch.id} · {subject(watch)}**", when(t, watch, zone), small(" · ".join(details))]


def _buttons(t: Translate, watch: Watch, page: int) -> Item:
    pausing = watch.state == "active"
    return parts.row(
        Press(
            "watch_toggle",
            watch.id,
            page,
            label=t("watch.pause_n" if pausing else "watch.wake_n", number=str(watch.id)),
        ),
        Press(
            "watch_drop",
            watch.id,
            page,
            label=t("watch.remove_n", number=str(watch.id)),
            style=ButtonStyle.danger,
        ),
    )
