"""`/compare`: what two people said on a topic, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from index.errors import NotFound
from index.model import Timeline
from web.pages.render import page, unchanged
from web.params import SINCE, UNTIL, Param, Values, read
from web.room import Room, Visitor, room_of, visitor_of

_PARAMS = (
    Param("a", "text", "The first speaker."),
    Param("b", "text", "The second speaker."),
    Param("topic", "text", "The topic; all statements where it is empty."),
    SINCE,
    UNTIL,
)
_EACH = 30
_CHOICES = 200


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: who was asked for, and what they said; None: nobody of that name speaks here."""

    asked: str
    timeline: Timeline | None


async def compare(request: Request) -> Response:
    """The page."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    values = read(request.query_params, _PARAMS, strict=False)
    people = await room.archive.speakers(limit=_CHOICES, sources=visitor.sources)
    sides = [await _side(room, visitor, values, name) for name in ("a", "b")] if values.text("a") else []
    return page(request, "compare.html", title="Compare", values=values, people=people, sides=sides)


async def _side(room: Room, visitor: Visitor, values: Values, name: str) -> Side:
    asked = values.text(name)
    if not asked:
        return Side(asked, None)
    try:
        found = await room.archive.timeline(
            asked,
            values.text("topic"),
            since=values.day("since"),
            until=values.day("until"),
            limit=_EACH,
            sources=visitor.sources,
        )
    except NotFound:
        return Side(asked, None)
    return Side(asked, found)
