"""The calls of the API: each with its path, what it takes, what it gives, and the words that describe it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index.model import Question
from index.telling.jsonform import answer_object, iso
from web.api import forms
from web.api import schemas as shape
from web.pages.render import etag_of, fresh, unchanged
from web.pages.statement import said_by_another, seen_statement
from web.params import PAGE, PER_PAGE, SAID_SINCE, SAID_UNTIL, SINCE, SOURCE, SPEAKER, UNTIL, Param, Values, read
from web.room import Room, Visitor, room_of, visitor_of

Work = Callable[[Room, Visitor, Values, str], Awaitable[dict[str, Any]]]
_EVERY = 100_000
_DEEP = 300


@dataclass(frozen=True, slots=True)
class Call:
    """One GET. `name` is what stands in braces at the end of the path, if anything does."""

    path: str
    title: str
    work: Work
    gives: str
    params: Sequence[Param] = ()
    name: str = ""
    gone: bool = False
    busy: bool = False

    async def endpoint(self, request: Request) -> Response:
        """Answer a request: its parameters checked, unchanged answers not sent again."""
        values = read(request.query_params, self.params, strict=True)
        if (same := unchanged(request)) is not None:
            return same
        room, tag = room_of(request), etag_of(request)
        name = str(request.path_params.get(self.name, ""))
        return JSONResponse(await self.work(room, visitor_of(request), values, name), headers=fresh(tag))


async def _ask(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    question = Question(
        text=values.text("question"),
        speaker=values.maybe("speaker"),
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        said_since=values.day("said_since"),
        said_until=values.day("said_until"),
        asked_on=values.day("asked_on"),
        limit=values.number("limit"),
        infer=not values.flag("literal"),
        sources=visitor.sources,
    )
    return answer_object(await room.ask(question))


async def _statements(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.statements(
        speaker=values.maybe("speaker"),
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        offset=(values.number("page") - 1) * values.number("per_page"),
        limit=values.number("per_page"),
        sources=visitor.sources,
    )
    return _page(room, values, found.total, [forms.of_entry(room, entry) for entry in found.entries])


async def _statement(room: Room, visitor: Visitor, values: Values, name: str) -> dict[str, Any]:
    found = await seen_statement(room, visitor, name)
    return forms.of_statement_view(
        room, found, anothers=await said_by_another(room, visitor, found, values.maybe("for"))
    )


async def _speakers(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.speakers(values.text("search"), _EVERY, visitor.sources)
    return _some(room, values, found, forms.of_speaker)


async def _speaker(room: Room, visitor: Visitor, _: Values, name: str) -> dict[str, Any]:
    return forms.of_profile(await room.archive.profile(name, sources=visitor.sources))


async def _sources(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.sources(values.text("search"), _EVERY)
    shown = [source for source in found if not visitor.sources or source.name in visitor.sources]
    return _some(room, values, shown, forms.of_source)


async def _articles(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.articles(
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        offset=(values.number("page") - 1) * values.number("per_page"),
        limit=values.number("per_page"),
        sources=visitor.sources,
    )
    return _page(room, values, found.total, [forms.of_article(article) for article in found.articles])


async def _article(room: Room, visitor: Visitor, _: Values, name: str) -> dict[str, Any]:
    view = await room.archive.article(name, canonical=True)
    visitor.check(view.article.source, f"no article has the id {name!r}")
    return forms.of_article_view(room, view)


async def _timeline(room: Room, visitor: Visitor, values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.timeline(
        values.text("speaker"),
        values.text("topic"),
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        said_since=values.day("said_since"),
        said_until=values.day("said_until"),
        limit=values.number("limit"),
        sources=visitor.sources,
    )
    entries = [replace(e, statement=replace(e.statement, speaker=found.speaker)) for e in found.entries]
    return {
        "generation": room.archive.generation(),
        "speaker": found.speaker,
        "topic": found.topic,
        "months": [{"month": month, "statements": count} for month, count in found.counts],
        "undated": found.undated,
        "items": [forms.of_entry(room, entry) for entry in entries],
    }


async def _status(room: Room, _visitor: Visitor, _values: Values, _: str) -> dict[str, Any]:
    found = await room.archive.status()
    return {
        "generation": found.generation,
        "built_at": found.built_at.isoformat() if found.built_at else None,
        "articles": found.articles,
        "statements": found.statements,
        "speakers": found.speakers,
        "sources": found.sources,
        "first": iso(found.first),
        "last": iso(found.last),
        "undated": found.undated,
        "pending": found.pending,
        "waiting": found.queue,
    }


def _page(room: Room, values: Values, total: int, items: list[dict[str, Any]]) -> dict[str, Any]:
    page, per_page = values.number("page"), values.number("per_page")
    return {
        "generation": room.archive.generation(),
        "total": total,
        "page": page,
        "per_page": per_page,
        "pages": -(-total // per_page),
        "items": items,
    }


def _some(room: Room, values: Values, found: Sequence[Any], form: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """One page of a list that is whole in memory."""
    page, per_page = values.number("page"), values.number("per_page")
    some = found[(page - 1) * per_page : page * per_page]
    return _page(room, values, len(found), [form(item) for item in some])


_SEARCH = Param("search", "text", "Part of a name, or what people call them; empty: all.")
_FILTERS = (SPEAKER, SOURCE, SINCE, UNTIL)
_WHO = replace(SPEAKER, required=True, about="A name, surname, role or alias.")

CALLS: tuple[Call, ...] = (
    Call(
        "/api/v1/ask",
        "Ask who said what: the contract of `onrecord ask --json`.",
        _ask,
        shape.ANSWER,
        (
            Param("question", "text", "The question.", required=True),
            *_FILTERS,
            SAID_SINCE,
            SAID_UNTIL,
            Param("asked_on", "day", "The day that 'last week' counts from; today."),
            Param("limit", "number", "Passages.", default=10),
            Param("literal", "flag", "Read no filters out of the question's words."),
        ),
        busy=True,
    ),
    Call(
        "/api/v1/statements",
        "Statements of named speakers, newest first.",
        _statements,
        shape.STATEMENTS,
        (*_FILTERS, PAGE, PER_PAGE),
    ),
    Call(
        "/api/v1/statements/{id}",
        "One statement by its lasting id.",
        _statement,
        shape.STATEMENT,
        (Param("for", "text", "As `link` has it: `speaker_changed` tells whether the words had another name then."),),
        name="id",
        gone=True,
    ),
    Call("/api/v1/speakers", "Who speaks, most quoted first.", _speakers, shape.SPEAKERS, (_SEARCH, PAGE, PER_PAGE)),
    Call("/api/v1/speakers/{name:path}", "A speaker at a glance.", _speaker, shape.PROFILE, name="name"),
    Call("/api/v1/sources", "Outlets, largest first.", _sources, shape.SOURCES, (_SEARCH, PAGE, PER_PAGE)),
    Call(
        "/api/v1/articles",
        "Articles, newest first.",
        _articles,
        shape.ARTICLES,
        (SOURCE, SINCE, UNTIL, PAGE, PER_PAGE),
    ),
    Call("/api/v1/articles/{id:path}", "A whole article with its statements.", _article, shape.ARTICLE_VIEW, name="id"),
    Call(
        "/api/v1/timeline",
        "A speaker's statements on a topic by date, the same words in several outlets once.",
        _timeline,
        shape.TIMELINE,
        (
            _WHO,
            Param("topic", "text", "The topic; empty: all statements."),
            SOURCE,
            SINCE,
            UNTIL,
            SAID_SINCE,
            SAID_UNTIL,
            Param("limit", "number", "Statements.", default=100, high=_DEEP),
        ),
    ),
    Call("/api/v1/status", "What the archive holds.", _status, shape.STATUS),
)
