"""The rows under an answer: paging and feedback, refinement, and the menus."""

from __future__ import annotations

from collections.abc import Sequence

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


def controls(
    t: Translate,
    answer: Answer,
    row: int,
    *,
    page: int,
    pages: int,
    shown: tuple[Hit, ...],
    back: int | None,
    explain: bool,
    newer: bool,
) -> list[Item]:
    """Up to four rows; each is left out where it would be empty."""
    why: list[Item] = [Press("explain", row, label=t("explain.button"))] if explain else []
    return [
        *([parts.row(Press("again", row, label=t("button.again")))] if newer else []),
        parts.row(*_paging(t, row, page, pages), *_feedback(t, row, page), *why),
        *_refining(t, answer, row, back),
        *parts.menu("narrow", row, placeholder=t("pick.narrow"), options=_narrowing(t, answer)),
        *parts.menu("read", row, placeholder=t("pick.read"), options=_reading(t, shown)),
    ]


def _paging(t: Translate, row: int, page: int, pages: int) -> list[Item]:
    if pages < 2:
        return []
    last = pages - 1
    return [
        Press("page", row, max(page - 1, 0), "p", label=t("button.previous"), disabled=page == 0),
        Press("page", row, min(page + 1, last), "n", label=t("button.more"), disabled=page == last),
    ]


def _feedback(t: Translate, row: int, page: int) -> list[Item]:
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


def _reading(t: Translate, shown: tuple[Hit, ...]) -> list[discord.SelectOption | None]:
    """Each passage in its article, and everything by its speaker."""
    passages = [
        option(t("pick.passage", rank=hit.rank), f"c:{hit.start}:{hit.end}:{hit.article.id}", _where(t, hit))
        for hit in shown
        if hit.text
    ]
    people = [
        option(t("pick.all_by", name=name), f"a:{name}")
        for name in dict.fromkeys(hit.speaker for hit in shown if hit.speaker and line(hit.speaker))
    ]
    return [*passages, *people]
