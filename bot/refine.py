"""From an answered question to the next one: pure functions behind the refinement buttons and menus."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.dates import parse_window
from index.model import Answer, Hit, Query, Question

ONE_DAY = dt.timedelta(days=1)


def explicit(question: Question, query: Query) -> Question:
    """The question with everything that was inferred set explicitly, so that one part can be changed alone.

    A question can set one speaker and one outlet; where more were inferred, inference stays on for them.
    """
    many = len(query.speakers) > 1 or len(query.sources) > 1
    return replace(
        question,
        speaker=question.speaker or (query.speakers[0] if len(query.speakers) == 1 else None),
        source=question.source or (query.sources[0] if len(query.sources) == 1 else None),
        since=query.since,
        until=query.until,
        infer=question.infer and many,
    )


def without(question: Question, query: Query, field: str) -> Question:
    """The question without what was inferred of one kind: "speaker", "source" or "time"."""
    others = {inference.field for inference in query.inferences} - {field}
    if not others:
        return replace(question, infer=False)
    kept = replace(explicit(question, query), infer=False)
    if field == "time":
        return replace(kept, since=question.since, until=question.until)
    return replace(kept, **{field: question.speaker if field == "speaker" else question.source})


def narrowed(question: Question, query: Query, kind: str, value: str) -> Question | None:
    """The question under one more filter: a person ("p"), an outlet ("o") or a month ("m", "2022-04")."""
    base = explicit(question, query)
    if kind == "p":
        return replace(base, speaker=value, infer=False)
    if kind == "o":
        return replace(base, source=value, infer=False)
    window = parse_window(value, query.asked_on)
    return replace(base, since=window[0], until=window[1], infer=False) if kind == "m" and window else None


def earlier(answer: Answer) -> Question | None:
    """The same question for the time before the window, or before the earliest hit; None without any date."""
    first = answer.query.since or min(_dates(answer.hits), default=None)
    if first is None or first == dt.date.min:
        return None
    return replace(explicit(answer.question, answer.query), since=None, until=first - ONE_DAY)


def later(answer: Answer) -> Question | None:
    """The same question for the time after the window, or after the latest hit; None without any date."""
    last = answer.query.until or max(_dates(answer.hits), default=None)
    if last is None or last == dt.date.max:
        return None
    return replace(explicit(answer.question, answer.query), since=last + ONE_DAY, until=None)


def followed_up(text: str, question: Question, query: Query) -> Question:
    """A follow-up in the same conversation: new words, and the speaker and outlet of what was asked before.

    "and about Ukraine?" keeps the speaker; what the new words name themselves is inferred again and narrows.
    """
    before = explicit(question, query)
    return Question(
        text=text,
        speaker=before.speaker,
        source=before.source,
        since=before.since,
        until=before.until,
        asked_on=question.asked_on,
        limit=question.limit,
    )


def _dates(hits: tuple[Hit, ...]) -> list[dt.date]:
    return [hit.article.date for hit in hits if hit.article.date is not None]
