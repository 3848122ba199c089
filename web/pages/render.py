"""A template as a response, fresh for as long as the generation that it was made from serves."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.room import Room, room_of, visitor_of


def etag_of(request: Request) -> str:
    """What a page or an answer of the API depends on: the generation, the day, and what the visitor may see."""
    room = room_of(request)
    seen = "all" if not visitor_of(request).sources else "public"
    return f'W/"{room.archive.generation()}-{room.today().isoformat()}-{seen}"'


def unchanged(request: Request) -> Response | None:
    """304 where the visitor has what would be sent."""
    tag = etag_of(request)
    given = request.headers.get("if-none-match", "")
    if tag in (part.strip() for part in given.split(",")):
        return Response(status_code=304, headers=fresh(tag))
    return None


def fresh(tag: str) -> dict[str, str]:
    """Headers of what may be kept as long as it is asked for again."""
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization"}


def page(request: Request, template: str, **values: Any) -> Response:
    """A page. What it needs of the visitor's form is among `values`."""
    room: Room = room_of(request)
    html = room.templates.get_template(template).render(path=request.url.path, **values)
    return HTMLResponse(html, headers=fresh(etag_of(request)))
