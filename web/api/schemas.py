"""Shapes of the API's answers as JSON Schema, each under its name in the OpenAPI document."""

from __future__ import annotations

from typing import Any

ANSWER, STATEMENTS, STATEMENT, SPEAKERS, PROFILE = "Answer", "Statements", "Statement", "Speakers", "Profile"
SOURCES, ARTICLES, ARTICLE_VIEW, TIMELINE, STATUS, PROBLEM = (
    "Sources", "Articles", "ArticleWithText", "Timeline", "Status", "Problem",
)  # fmt: skip

_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_DAY: dict[str, Any] = {"type": ["string", "null"], "format": "date"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_FLAG: dict[str, Any] = {"type": "boolean"}
_SHARE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}
_SAID_ON: dict[str, Any] = {
    "description": "When it was said, both ends inclusive; the basis is what tells it.",
    "type": ["object", "null"],
    "properties": {
        "since": {"type": "string", "format": "date"},
        "until": {"type": "string", "format": "date"},
        "basis": {"type": "string", "enum": ["text", "transcript", "publication"]},
        "words": _MAYBE,
    },
    "required": ["since", "until", "basis", "words"],
}
_PLACE: dict[str, Any] = {"type": ["integer", "null"], "minimum": 0}


def ref(name: str) -> dict[str, Any]:
    """A shape by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    """An object that always has these keys; more may come with later versions."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _page(of: str) -> dict[str, Any]:
    return _object(
        generation=_COUNT,
        total=_COUNT,
        page={"type": "integer", "minimum": 1},
        per_page={"type": "integer", "minimum": 1},
        pages=_COUNT,
        items=_list(ref(of)),
    )


def _speaker() -> dict[str, dict[str, Any]]:
    return {
        "name": _TEXT,
        "aliases": _list(_TEXT),
        "roles": _list(_object(title=_TEXT, first=_DAY, last=_DAY, articles=_COUNT)),
        "statements": _COUNT,
        "first": _DAY,
        "last": _DAY,
    }


def _said() -> dict[str, dict[str, Any]]:
    return {
        "statement_id": {"type": "string", "pattern": "^[a-z2-7]{21}$"},
        "link": {"type": "string", "format": "uri"},
        "text": {"type": "string", "description": "The article's text from `start` to `end`, to the letter."},
        "start": _COUNT,
        "end": _COUNT,
        "spans": {
            "description": "The pieces of the content.",
            **_list({"type": "array", "items": _COUNT, "minItems": 2}),
        },
        "speaker": {**_MAYBE, "description": "The canonical name; the mention as written where `resolved` is false."},
        "resolved": _FLAG,
        "role": _MAYBE,
        "cue": _MAYBE,
        "kind": {"type": "string", "enum": ["direct", "indirect", "mixed", "turn", "position"]},
        "stance": {"type": "string", "description": "Only what is `said` is an assertion."},
        "said_on": _SAID_ON,
        "joined_by": {**_list(_TEXT), "description": "Who says it together with the speaker."},
        "confidence": _SHARE,
    }


def _article() -> dict[str, dict[str, Any]]:
    return {"article_id": _TEXT, "title": _MAYBE, "source": _MAYBE, "date": _DAY, "author": _MAYBE, "url": _MAYBE}


_PASSAGE = _object(
    rank={"type": "integer", "minimum": 1},
    score={"type": "number"},
    **_article(),
    text=_TEXT,
    start=_COUNT,
    end=_COUNT,
    context=_MAYBE,
    quote=_MAYBE,
    quote_start=_PLACE,
    quote_end=_PLACE,
    speaker=_MAYBE,
    role=_MAYBE,
    cue=_MAYBE,
    kind=_MAYBE,
    stance=_MAYBE,
    said_on=_SAID_ON,
    joined_by=_list(_TEXT),
    statement_id=_MAYBE,
    also_in=_list(_object(article_id=_TEXT, source=_MAYBE, date=_DAY)),
    changed_since=_DAY,
)
_MONTHS = _list(_object(month={"type": "string", "pattern": r"^\d{4}-\d{2}$"}, statements=_COUNT))

SCHEMAS: dict[str, dict[str, Any]] = {
    PROBLEM: _object(type=_TEXT, title=_TEXT, status={"type": "integer"}, detail=_TEXT),
    "Passage": _PASSAGE,
    ANSWER: _object(
        schema=_COUNT,
        question=_TEXT,
        answered=_FLAG,
        confidence=_SHARE,
        reason=_MAYBE,
        interpretation=_object(
            topic=_TEXT,
            speakers=_list(_TEXT),
            sources=_list(_TEXT),
            since=_DAY,
            until=_DAY,
            said_since=_DAY,
            said_until=_DAY,
            asked_on=_DAY,
        ),
        inferences=_list(_object(field=_TEXT, words=_TEXT, value=_TEXT)),
        passages=_list(ref("Passage")),
        others=_list(_TEXT),
        undated_left_out=_COUNT,
        order={"type": ["string", "null"], "enum": ["latest", "earliest", "speakers", None]},
        counted=_PLACE,
        timings_ms={"type": "object", "additionalProperties": {"type": "number"}},
    ),
    "Article": _object(**_article()),
    STATEMENT: _object(**_said(), article=ref("Article"), also_in=_list(ref("Article"))),
    STATEMENTS: _page(STATEMENT),
    "Speaker": _object(**_speaker()),
    SPEAKERS: _page("Speaker"),
    PROFILE: _object(
        **_speaker(), months=_MONTHS, sources=_list(_object(source=_MAYBE, statements=_COUNT)), topics=_list(_TEXT)
    ),
    "Source": _object(name=_TEXT, articles=_COUNT, first=_DAY, last=_DAY),
    SOURCES: _page("Source"),
    ARTICLES: _page("Article"),
    ARTICLE_VIEW: _object(**_article(), language=_MAYBE, text=_TEXT, statements=_list(_object(**_said()))),
    TIMELINE: _object(
        generation=_COUNT, speaker=_MAYBE, topic=_TEXT, months=_MONTHS, undated=_COUNT, items=_list(ref(STATEMENT))
    ),
    STATUS: _object(
        generation=_COUNT,
        built_at=_MAYBE,
        articles=_COUNT,
        statements=_COUNT,
        speakers=_COUNT,
        sources=_COUNT,
        first=_DAY,
        last=_DAY,
        undated=_COUNT,
        pending=_COUNT,
        waiting=_COUNT,
    ),
}
