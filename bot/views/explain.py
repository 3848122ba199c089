"""Why an answer is as it is: the evidence, what was read from the words, each hit's signals, each step's time."""

from __future__ import annotations

from collections.abc import Mapping

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.answer import interpretation
from bot.views.dates import day, order
from bot.views.parts import Item, small
from bot.views.text import fit_line, width
from index.model import Answer, Hit, Inference

_FIELDS = {"speaker": "pick.person", "source": "pick.outlet", "time": "explain.time", "order": "explain.order"}
_SIGNALS = {
    "fused": "explain.fused",
    "passage": "explain.passage",
    "statement": "explain.statement",
    "lexical": "explain.lexical",
    "reranker": "explain.reranker",
}
_STEPS = {
    "interpret": "explain.interpret",
    "embed": "explain.embed",
    "retrieve": "explain.retrieve",
    "texts": "explain.texts",
    "read": "explain.read",
    "fold": "explain.fold",
    "quote": "explain.quote",
    "decline": "explain.decline",
    "total": "explain.total",
}
_INFERENCES = 6
_REST = 60  # room for "… more"


def explain_view(t: Translate, answer: Answer, threshold: float) -> ui.LayoutView:
    """One message for administrators. `threshold` is the one that the confidence was held against."""
    head = "\n".join([f"### {t('explain.title', question=fit_line(answer.question.text, 200))}", *_verdict(t, answer)])
    measure = t("explain.confidence", confidence=_figure(answer.confidence), threshold=_figure(threshold))
    read = "\n".join([f"**{t('explain.inferred')}**", *_inferences(t, answer)])
    times = f"**{t('explain.times')}**\n{_times(t, answer.timings_ms)}"
    note = small(t("explain.note"))
    room = parts.BUDGET - sum(width(piece) + 1 for piece in (head, measure, read, times, note)) - _REST
    items: list[Item] = [parts.text(head, measure), parts.gap(), parts.text(read)]
    shown: list[str] = []
    for hit in answer.hits:
        piece = _hit(t, hit)
        if width(piece) + 1 > room:
            shown.append(small(t("answer.others", n=len(answer.hits) - len(shown))))
            break
        shown.append(piece)
        room -= width(piece) + 1
    if shown:
        items += [parts.gap(), parts.text(*shown)]
    items += [parts.gap(), parts.text(times, note)]
    return parts.layout(items, parts.PLAIN)


def _verdict(t: Translate, answer: Answer) -> list[str]:
    understood = interpretation(t, answer.query)
    verdict = t("explain.answered") if answer.answered else t("explain.declined", reason=f"`{answer.reason}`")
    return [small(t("answer.understood", reading=understood)), verdict] if understood else [verdict]


def _inferences(t: Translate, answer: Answer) -> list[str]:
    lines = [
        t(
            "explain.inference",
            words=fit_line(inference.words, 80),
            field=t(_FIELDS[inference.field]),
            value=_value(t, answer, inference),
        )
        for inference in answer.query.inferences[:_INFERENCES]
    ]
    return lines or [t("explain.nothing_inferred")]


def _value(t: Translate, answer: Answer, inference: Inference) -> str:
    """The filter that the words became; for a time the days themselves."""
    query = answer.query
    if inference.field == "order" and query.order:
        return order(t, query.order)
    if inference.field != "time" or not (query.since or query.until):
        return fit_line(inference.value, 120)
    ends = [day(t, end) if end else "…" for end in (query.since, query.until)]
    return ends[0] if query.since == query.until else t("date.span", first=ends[0], last=ends[1])


def _hit(t: Translate, hit: Hit) -> str:
    who = fit_line(hit.speaker or "", 50)
    outlet = fit_line(hit.article.source or "", 40) or t("answer.no_source")
    published = hit.article.date.isoformat() if hit.article.date else t("answer.no_date")
    first = " · ".join(piece for piece in (f"**{hit.rank}**", who, outlet, published) if piece)
    signals = [f"{_named(t, _SIGNALS, name)} {_figure(value)}" for name, value in hit.signals.named().items()]
    return f"{first}\n{small(' · '.join([t('explain.score', score=_figure(hit.score)), *signals[:8]]))}"


def _times(t: Translate, steps: Mapping[str, float]) -> str:
    shown = [f"{_named(t, _STEPS, name)} {value:.1f} ms" for name, value in list(steps.items())[:16]]
    return " · ".join(shown) or t("status.none")


def _named(t: Translate, names: Mapping[str, str], name: str) -> str:
    return t(names[name]) if name in names else fit_line(name, 30)


def _figure(value: float) -> str:
    return f"{value:.3f}"
