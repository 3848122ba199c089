"""The JSON API under /api/v1: the archive for other programs, described by its own OpenAPI document."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from web.api.calls import CALLS
from web.api.openapi import document
from web.room import room_of


def routes() -> list[BaseRoute]:
    """Their addresses."""
    return [*(Route(call.path, call.endpoint) for call in CALLS), Route("/api/v1/openapi.json", openapi)]


async def openapi(request: Request) -> Response:
    """The description of everything under /api/v1."""
    return JSONResponse(document(CALLS, room_of(request).config.web.public))
