"""The rows under an answer: one at a glance; where it is opened, paging, refinement and the menus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot import refine
from bot.texts import Translate
from bot.views import parts
from bot.views.dates import day, order, window
from bot.views.parts import Item, Press, option
from bot.views.text import line, plain_line
from index.model import Answer, Hit, Inference

_LABEL = 60
_INFERENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How an answer is shown now. `page` None: at a glance. The rest is told at `answer_view`."""

    row: int
    page: int | None
    pages: int
    shown: tuple[Hit, ...]
    back: int | None
    opened: bool
    alone: bool
    explain: bool


def controls(t: Translate, answer: Answer, state: State, *, newer: bool) -> list[Item]:
    """At a glance one row; opened, or on a page, also what narrows the question and reads on."""
    row = state.row
    rows: list[Item] = [parts.row(Press("again", row, label=t("button.again")))] if newer else []
    rows.append(parts.row(*(_glance_row(t, answer, state) if state.page is None else _page_row(t, state))))
    if state.page is None and not state.opened:
        return rows
    return [
        *rows,
        *_refining(t, answer, row, state.back),
        *parts.menu("narrow", row, placeholder=t("pick.narrow"), options=_narrowing(t, answer)),
        *parts.menu("read", row, placeholder=t("pick.read"), options=_reading(t, answer, state.shown)),
    ]


def _glance_row(t: Translate, answer: Answer, state: State) -> list[Item]:
    row, more = state.row, len(answer.hits) - 1
    buttons: list[Item] = []
    if answer.hits:
        wording = ("button.n_more" if more else "button.whole") if answer.answered else "button.closest"
        buttons.append(Press("page", row, 0, "a", label=t(wording, n=more) if more else t(wording)))
    if state.opened:
        buttons.append(Press("glance", row, label=t("button.less")))
    else:
        buttons.append(Press("open", row, label=t("button.refine")))
    buttons += _feedback(t, row, "g")
    if state.opened and not state.alone:
        buttons.append(Press("delete", row, label=t("button.delete")))
    elif state.explain and state.alone:
        buttons.append(Press("explain", row, label=t("explain.button")))
    return buttons


def _page_row(t: Translate, state: State) -> list[Item]:
    row, page, last = state.row, state.page or 0, state.pages - 1
    turning: list[Item] = []
    if last:
        turning = [
            Press("page", row, max(page - 1, 0), "p", label=t("button.previous"), disabled=page == 0),
            Press("page", row, min(page + 1, last), "n", label=t("button.more"), disabled=page == last),
        ]
    return [*turning, Press("glance", row, label=t("button.less")), *_feedback(t, row, page)]


def _feedback(t: Translate, row: int, page: int | str) -> list[Item]:
    return [
        Press("good", row, page, label=t("button.helpful")),
        Press("bad", row, page, label=t("button.unhelpful")),
    ]


def _refining(t: Translate, answer: Answer, row: int, back: int | None) -> list[Item]:
    buttons: list[Item] = []
    if back is not None:
        buttons.append(Press("back", back, label=t("button.back")))
    fields: set[str] = set()
    for inference in answer.query.inferences:
        if inference.field not in fields and len(fields) < _INFERENCES:
            fields.add(inference.field)
            label = t("button.without", what=plain_line(_inferred(t, answer, inference), _LABEL))
            buttons.append(Press("drop", row, inference.field, label=label))
    if refine.earlier(answer):
        buttons.append(Press("earlier", row, label=t("button.earlier")))
    if refine.later(answer):
        buttons.append(Press("later", row, label=t("button.later")))
    return [parts.row(*buttons)] if buttons else []


def _inferred(t: Translate, answer: Answer, inference: Inference) -> str:
    if inference.field == "time":
        return window(t, answer.query.since, answer.query.until) or inference.value
    if inference.field == "order" and answer.query.order:
        return order(t, answer.query.order)
    return inference.value


def _narrowing(t: Translate, answer: Answer) -> list[discord.SelectOption | None]:
    """People, outlets and months of the hits that the answer is not narrowed to already."""
    query = answer.query
    people = _choices([*(hit.speaker for hit in answer.hits), *answer.others], query.speakers)
    outlets = _choices([hit.article.source for hit in answer.hits], query.sources)
    months = sorted({(hit.article.date.year, hit.article.date.month) for hit in answer.hits if hit.article.date})
    spread = months[-8:] if len(months) > 1 else []
    return [
        *(option(name, f"p:{name}", t("pick.person")) for name in people[:10]),
        *(option(name, f"o:{name}", t("pick.outlet")) for name in outlets[:7]),
        *(option(_month(t, year, month), f"m:{year:04}-{month:02}", t("pick.month")) for year, month in spread),
    ]


def _choices(names: Sequence[str | None], chosen: tuple[str, ...]) -> list[str]:
    """Different names that would narrow: none where all hits share one, or the answer is narrowed to it."""
    different = [name for name in dict.fromkeys(names) if name and line(name)]
    return [name for name in different if (name,) != chosen] if len(different) > 1 else []


def _month(t: Translate, year: int, month: int) -> str:
    return t("date.month_of_year", month=t(f"date.month.{month}"), year=str(year))


def _where(t: Translate, hit: Hit) -> str:
    published = day(t, hit.article.date) if hit.article.date else ""
    return " · ".join(piece for piece in (hit.speaker, hit.article.source, published) if piece)


def _reading(t: Translate, answer: Answer, shown: tuple[Hit, ...]) -> list[discord.SelectOption | None]:
    """Each passage in its article, everything by its speaker, and all of it as files."""
    passages = [
        option(t("pick.passage", rank=hit.rank), f"c:{hit.start}:{hit.end}:{hit.article.id}", _where(t, hit))
        for hit in shown
        if hit.text
    ]
    people = [
        option(t("pick.all_by", name=name), f"a:{name}")
        for name in dict.fromkeys(hit.speaker for hit in shown if hit.speaker and line(hit.speaker))
    ]
    files = [option(t("export.option"), "x:")] if answer.answered and passages else []
    return [*passages, *people, *files]
