"""The application: its routes, put together from an open archive and settings. Importing does no work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from index import Archive, Config
from index.errors import OnRecordError
from index.export import plain as letters
from index.telling.phrases import said_words
from web import api, pages
from web.guard import Guard
from web.problems import failed
from web.room import Room, article_path, source_path, speaker_path, statement_path
from web.views import text

TOKEN = "ONRECORD_WEB_TOKEN"  # noqa: S105 - the variable's name
_HERE = Path(__file__).parent


def build_app(config: Config, archive: Archive, *, token: str | None = None) -> Starlette:
    """The pages and the API over an open archive. `token` None: the environment's."""
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard, settings=config.web, token=secret_of(token))],
        exception_handlers={HTTPException: failed, OnRecordError: failed, Exception: failed},
    )
    app.state.room = Room(config, archive, templates())
    return app


def _routes() -> list[BaseRoute]:
    return [
        *pages.routes(),
        *api.routes(),
        Route("/healthz", _health),
        Route("/robots.txt", _robots),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
    ]


async def _health(request: Request) -> Response:
    del request
    return PlainTextResponse("ok\n")


async def _robots(request: Request) -> Response:
    del request
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def secret_of(token: str | None) -> str:
    """The token that shows everything; None: the environment's."""
    return os.environ.get(TOKEN, "").strip() if token is None else token


def templates() -> Environment:
    """The pages' templates, escaping all that is put into them."""
    env = Environment(
        loader=PackageLoader("web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    filters: dict[str, Any] = {
        "plain": letters.plain,
        "line": letters.line,
        "short": letters.shortened,
        "does": letters.does,
        "said": said_words,
        "day": text.day,
        "between": text.between,
        "count_of": text.count,
        "safe_url": text.safe_url,
        "timed": text.timed,
        "statement_path": statement_path,
        "office": letters.office,
        "article_path": article_path,
        "speaker_path": speaker_path,
        "source_path": source_path,
    }
    env.filters.update(filters)
    return env
