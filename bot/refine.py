"""From an answered question to the next one: pure functions behind the refinement buttons and menus."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from index.model import Answer, Hit, Query, Question
from index.query.time.windows import parse_window
from index.when import ALWAYS

_FOLLOW = re.compile(
    r"(?i)(?:and|but|also|what about|how about|about|then|since|before|after|"
    r"(?:what )?did (?:he|she|they)|(?:he|she|they)|"
    r"und|aber|auch|was ist mit|wie ist es mit|über|zu|seit|vor|nach|was hat (?:er|sie)|(?:er|sie))\b"
)
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
        **_window(question, query),
        infer=question.infer and many,
    )


def _window(question: Question, query: Query) -> dict[str, dt.date | None]:
    """The time of a question as options: what its words ask for are days of saying."""
    said = query.said.meet(query.meant or ALWAYS) or query.said
    return {"since": question.since, "until": question.until, "said_since": said.since, "said_until": said.until}


def _timed(kept: Question, of: Question) -> Question:
    """A question with the time that another one sets."""
    return replace(kept, since=of.since, until=of.until, said_since=of.said_since, said_until=of.said_until)


def without(question: Question, query: Query, field: str) -> Question:
    """The question without what was inferred of one kind: "speaker", "source" or "time"."""
    others = {inference.field for inference in query.inferences} - {field}
    if not others:
        return replace(question, infer=False)
    kept = replace(explicit(question, query), infer=False)
    if field == "order":
        return kept
    if field == "time":
        return _timed(kept, question)
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
    base = explicit(answer.question, answer.query)
    if base.said_since or base.said_until:
        return replace(base, said_since=None, said_until=first - ONE_DAY)
    return replace(base, since=None, until=first - ONE_DAY)


def later(answer: Answer) -> Question | None:
    """The same question for the time after the window, or after the latest hit; None without any date."""
    last = answer.query.until or max(_dates(answer.hits), default=None)
    if last is None or last == dt.date.max:
        return None
    base = explicit(answer.question, answer.query)
    if base.said_since or base.said_until:
        return replace(base, said_since=last + ONE_DAY, said_until=None)
    return replace(base, since=last + ONE_DAY, until=None)


def followed_up(fresh: Question, read: Query, question: Question, query: Query) -> Question:
    """A follow-up in a conversation: `fresh` and what was read in it, after `question` and what was read in that.

    The speaker, the outlet and the time of what was asked before hold on where the new words name none:
    "and about Ukraine?" keeps the speaker, "and what did Rehak say?" changes it.
    """
    before = explicit(question, query)
    named = bool(read.speakers) or read.unknown_speaker is not None
    elsewhere = bool(read.sources) or read.unknown_source is not None
    dated = read.since is not None or read.until is not None
    return replace(
        fresh,
        speaker=None if named else before.speaker,
        source=None if elsewhere else before.source,
        since=None if dated else before.since,
        until=None if dated else before.until,
        said_since=None if dated else before.said_since,
        said_until=None if dated else before.said_until,
    )


def is_follow_up(words: str) -> bool:
    """Whether words continue a conversation: "and about Ukraine?", "what about the bridge?", "und später?"."""
    return bool(_FOLLOW.match(words))


def _dates(hits: tuple[Hit, ...]) -> list[dt.date]:
    return [hit.article.date for hit in hits if hit.article.date is not None]
