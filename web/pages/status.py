"""`/status`: the archive at a glance."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from web.pages.render import page
from web.room import room_of


async def status(request: Request) -> Response:
    """The page; nothing of it tells a path of the machine. Never kept: the queue changes."""
    room = room_of(request)
    response = page(
        request,
        "status.html",
        title="Status",
        status=await room.archive.status(),
        wait=round(room.archive.expected_wait(), 1),
    )
    response.headers["Cache-Control"] = "no-store"
    del response.headers["ETag"]
    return response
