"""The JSON contract (docs/json.md): an answer as data, and what every verb prints by `--json`."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, cast

from index.links import with_speaker
from index.model import Answer, ArticleRef, Hit
from index.when import ALWAYS, SaidOn

SCHEMA = 1  # raised when a key changes its meaning or goes; new keys do not raise it


def printed(value: Any) -> str:
    """What another verb prints by `--json`, on one line: an object says the version of its form, a list has no room."""
    if isinstance(value, dict):
        value = {"schema": SCHEMA, **cast(dict[str, Any], value)}
    return json.dumps(value, ensure_ascii=False, default=str)


def answer_json(answer: Answer) -> str:
    """An answer as one line of JSON."""
    return json.dumps(answer_object(answer), ensure_ascii=False)


def answer_object(answer: Answer) -> dict[str, Any]:
    """An answer as plain data; keys beyond the contract are `reason` and `inferences`."""
    query = answer.query
    said = query.said.meet(query.meant or ALWAYS) or query.said
    return {
        "schema": SCHEMA,
        "question": answer.question.text,
        "answered": answer.answered,
        "confidence": answer.confidence,
        "interpretation": {
            "topic": query.topic,
            "speakers": list(query.speakers),
            "sources": list(query.sources),
            "since": iso(query.since),
            "until": iso(query.until),
            "said_since": iso(said.since),
            "said_until": iso(said.until),
            "asked_on": iso(query.asked_on),
        },
        "passages": [_hit(hit) for hit in answer.hits],
        "undated_left_out": answer.undated_left_out,
        "timings_ms": dict(answer.timings_ms),
        "reason": answer.reason,
        "others": list(answer.others),
        "nearest": None if answer.nearest is None else _also(answer.nearest),
        "office": query.office,
        "holders": [
            {"name": h.name, "title": h.title, "first": iso(h.first), "last": iso(h.last)} for h in query.holders
        ],
        "did_you_mean": list(query.alike),
        "notes": list(query.notes),
        "order": query.order,
        "counted": answer.counted,
        "inferences": [{"field": i.field, "words": i.words, "value": i.value} for i in query.inferences],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "rank": hit.rank,
        "score": hit.score,
        "article_id": hit.article.id,
        "title": hit.article.title,
        "source": hit.article.source,
        "date": iso(hit.article.date),
        "author": hit.article.author,
        "url": hit.article.url,
        "text": hit.text,
        "start": hit.start,
        "end": hit.end,
        "context": hit.context,
        "quote": hit.quote,
        "quote_start": hit.quote_start,
        "quote_end": hit.quote_end,
        "speaker": hit.speaker,
        "cue": hit.cue,
        "role": hit.role,
        "kind": hit.kind,
        "statement_id": hit.statement_id,
        "link": with_speaker(hit.link, hit.speaker) if hit.link else None,
        "stance": hit.stance,
        "said_on": said_object(hit.said_on),
        "joined_by": list(hit.joined_by),
        "also_in": [_also(copy) for copy in hit.also_in],
        "changed_since": iso(hit.changed),
        "place": hit.place,
        "signals": {name: round(value, 4) for name, value in hit.signals.named().items()},
    }


def said_object(said: SaidOn | None) -> dict[str, Any] | None:
    """When a statement was said, and what tells it."""
    if said is None:
        return None
    return {"since": iso(said.since), "until": iso(said.until), "basis": said.basis, "words": said.words}


def _also(copy: ArticleRef) -> dict[str, Any]:
    return {"article_id": copy.id, "source": copy.source, "date": iso(copy.date)}


def iso(date: dt.date | None) -> str | None:
    """A date as 2022-04-05."""
    return None if date is None else date.isoformat()
