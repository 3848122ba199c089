"""`/`: ask with filters, see what was understood, the answer as cards or the honest no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from index.export.plain import plain
from index.language.following import ORDERS
from index.model import Answer, Hit, Question
from index.telling.phrases import counted_sentence, decline_sentence, note_sentences, window_words
from web.pages.render import page, unchanged
from web.params import SAID_SINCE, SAID_UNTIL, SINCE, SOURCE, SPEAKER, UNTIL, Param, Values, read
from web.room import Room, Visitor, room_of, visitor_of

FILTERS = (
    Param("q", "text", "The question."),
    SPEAKER,
    SOURCE,
    SINCE,
    UNTIL,
    SAID_SINCE,
    SAID_UNTIL,
    Param("literal", "flag", "Read no filters out of the question's words."),
)
_PARAMS = (*FILTERS, Param("more", "flag", "Show more passages."))
_CHOICES = 100  # speakers and outlets that the form offers
_FIRST, _MORE = 5, 25
_AROUND = 280  # characters before and after the quote
OMITTED = "[…]"
_QUOTED = 60  # speakers and outlets of the first page


@dataclass(frozen=True, slots=True)
class Card:
    """One passage: the words before the quote, the quote, the words after it."""

    hit: Hit
    before: str
    quote: str
    after: str

    @property
    def span(self) -> str:
        """The passage's place, for the article's page."""
        return f"{self.hit.quote_start}-{self.hit.quote_end}" if self.hit.quote else f"{self.hit.start}-{self.hit.end}"


async def ask(request: Request) -> Response:
    """The page."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    values = read(request.query_params, _PARAMS, strict=False)
    text = values.text("q")
    if not text:
        status = await room.archive.status()
        shown = await _choices(room, visitor)
        return page(request, "home.html", title="Ask", status=status, quoted=_QUOTED, values=values, **shown)
    question = question_of(text, values, visitor, limit=_MORE if values.flag("more") else _FIRST)
    answer = await room.ask(question)
    return page(
        request,
        "answer.html",
        title=text,
        answer=answer,
        cards=[card_of(hit) for hit in answer.hits],
        verdict="" if answer.answered else decline_sentence(answer),
        understood=understood(answer),
        notes=[plain(words) for words in (*note_sentences(answer.query), counted_sentence(answer)) if words],
        literal_link=_again(values, literal="on") if answer.query.inferences else None,
        inferred_link=_again(values, literal="") if values.flag("literal") else None,
        more_link=_again(values, more="on") if len(answer.hits) == _FIRST and not values.flag("more") else None,
        feed=f"/feed/ask?{urlencode(_given(values))}",
        values=values,
        **await _choices(room, visitor),
    )


def question_of(text: str, values: Values, visitor: Visitor, *, limit: int) -> Question:
    """The archive's question for what a form or a program gave."""
    return Question(
        text=text,
        speaker=values.maybe("speaker"),
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        said_since=values.day("said_since"),
        said_until=values.day("said_until"),
        limit=limit,
        infer=not values.flag("literal"),
        sources=visitor.sources,
    )


def understood(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What the answer rests on, each with its name."""
    query = answer.query
    parts = (
        ("speaker", " and ".join(query.speakers)),
        ("topic", query.topic),
        ("outlet", " and ".join(query.sources)),
        ("time", window_words(query)),
        ("order", ORDERS[query.order] if query.order else ""),
    )
    return tuple((name, plain(words)) for name, words in parts if words)


def card_of(hit: Hit) -> Card:
    """A hit with its quote apart; of what stands around the quote only the nearest, the rest is in the article."""
    text = hit.text
    if not hit.quote or hit.quote_start is None or hit.quote_end is None:
        return Card(hit, text, "", "")
    start, end = hit.quote_start - hit.start, hit.quote_end - hit.start
    if start < 0 or end > len(text):
        return Card(hit, text, "", "")
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        at = before.find("\n", len(before) - _AROUND)
        at = at if at >= 0 else before.find(" ", len(before) - _AROUND)
        before = f"{OMITTED} {before[at:].lstrip() if at >= 0 else ''}"
    if len(after) > _AROUND:
        at = after.rfind("\n", 0, _AROUND)
        at = at if at > 0 else after.rfind(" ", 0, _AROUND)
        after = f"{after[: max(at, 0)].rstrip()} {OMITTED}"
    return Card(hit, before, text[start:end], after)


async def _choices(room: Room, visitor: Visitor) -> dict[str, Any]:
    """What the form offers."""
    found = await room.archive.sources(limit=10_000)
    names = [source.name for source in found if not visitor.sources or source.name in visitor.sources]
    people = await room.archive.speakers(limit=_CHOICES, sources=visitor.sources)
    return {"people": people, "outlets": names[:_CHOICES]}


def _given(values: Values) -> Mapping[str, str]:
    """What the form holds, as an address holds it."""
    return {
        name: "on" if value is True else str(value)
        for name, value in values.given.items()
        if value not in ("", False) and name != "more"
    }


def _again(values: Values, **changes: str) -> str:
    """The address of the same question, changed."""
    merged = {**_given(values), **changes}
    return "/?" + urlencode({name: value for name, value in merged.items() if value})
