"""`/feed/…`: what is new on a question, of a speaker, in an outlet, for readers of Atom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from index.errors import InputError, NotFound
from index.export.plain import credited, does, shortened
from index.model import Hit, TimelineEntry
from web.pages.ask import FILTERS, question_of
from web.pages.render import etag_of, fresh, unchanged
from web.params import LONGEST, read
from web.room import Room, article_path, room_of, source_path, speaker_path, statement_path, visitor_of
from web.views.atom import Entry, feed

_ENTRIES, _PASSAGES = 50, 25


async def ask(request: Request) -> Response:
    """What answers a question, newest first; nothing while the archive does not answer it."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    values = read(request.query_params, FILTERS, strict=False)
    text = values.text("q")
    if not text:
        raise InputError(f"q: write the question, up to {LONGEST} characters")
    answer = await room.ask(question_of(text, values, visitor, limit=_PASSAGES))
    hits = sorted(answer.hits if answer.answered else (), key=lambda hit: hit.article.date or dt.date.min, reverse=True)
    entries = [_of_hit(room, hit) for hit in hits]
    return await _feed(request, f"onrecord: {shortened(text, 150)}", f"/?{request.url.query}", entries)


async def speaker(request: Request) -> Response:
    """A speaker's latest statements."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    name = (await room.archive.profile(request.path_params["name"], sources=visitor.sources)).speaker.name
    found = await room.archive.statements(speaker=name, limit=_ENTRIES, sources=visitor.sources)
    return await _feed(request, f"onrecord: {name}", speaker_path(name), [_of(room, e) for e in found.entries])


async def source(request: Request) -> Response:
    """An outlet's latest statements."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    name = request.path_params["name"]
    missing = f"no outlet of this archive is called {name!r}"
    visitor.check(name, missing)
    if not (await room.archive.articles(limit=1, sources=(name,))).total:
        raise NotFound(missing)
    found = await room.archive.statements(limit=_ENTRIES, sources=(name,))
    return await _feed(request, f"onrecord: {name}", source_path(name), [_of(room, e) for e in found.entries])


async def _feed(request: Request, title: str, page: str, entries: Sequence[Entry]) -> Response:
    room = room_of(request)
    own = room.base + request.url.path + (f"?{request.url.query}" if request.url.query else "")
    built = (await room.archive.status()).built_at
    body = feed(title=title, link=room.base + page, own=own, entries=entries, built=built)
    return Response(body, headers=fresh(etag_of(request)), media_type="application/atom+xml; charset=utf-8")


def _of(room: Room, entry: TimelineEntry) -> Entry:
    who = entry.statement.speaker
    return Entry(
        title=f"{credited(entry.statement)}: {shortened(entry.text, 100)}",
        words=entry.text,
        id=room.base + statement_path(entry.id),
        link=room.base + statement_path(entry.id, who),
        date=entry.article.date,
        author=who,
        outlet=entry.article.source,
    )


def _of_hit(room: Room, hit: Hit) -> Entry:
    words = hit.quote or hit.text
    passage = f"{article_path(hit.article.id)}?at={hit.start}-{hit.end}"
    own = hit.statement_id
    who = hit.speaker
    if who and hit.stance not in (None, "said"):
        who = f"{who} ({does(hit)})"
    return Entry(
        title=f"{who + ': ' if who else ''}{shortened(words, 100)}",
        words=words,
        id=room.base + (statement_path(own) if own else passage),
        link=room.base + (statement_path(own, hit.speaker) if own else passage),
        date=hit.article.date,
        author=hit.speaker,
        outlet=hit.article.source,
    )
