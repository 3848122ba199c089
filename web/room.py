"""What every page is made with, and who looks at it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from jinja2 import Environment
from starlette.requests import Request

from index import Archive, Config
from index.errors import Busy, NotFound
from index.links import with_speaker
from index.model import Answer, Question

FACE = "web"  # the name under which questions wait in the archive's queue
_LONGEST_WAIT = 30.0  # seconds; browsers and programs give up soon after


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the outlets that may be shown, all where empty."""

    sources: tuple[str, ...] = ()

    def check(self, source: str | None, what: str) -> None:
        """Raises NotFound, in the words of what never was, for an outlet that is not shown."""
        if self.sources and source not in self.sources:
            raise NotFound(what)


@dataclass(frozen=True)
class Room:
    """The open archive, the settings, and the templates."""

    config: Config
    archive: Archive
    templates: Environment

    @property
    def base(self) -> str:
        """The address in front of every path that leaves the site, without a slash at its end."""
        web = self.config.web
        host = f"[{web.host}]" if ":" in web.host else web.host
        return (web.public_url or f"http://{host}:{web.port}").rstrip("/")

    async def ask(self, question: Question, face: str = FACE) -> Answer:
        """Ask the archive. Raises Busy when the answer would come after the reader has gone."""
        wait = self.archive.expected_wait()
        if wait > _LONGEST_WAIT:
            seconds = math.ceil(wait - _LONGEST_WAIT) + 1
            raise Busy(f"many questions are waiting; ask again in about {seconds} seconds", seconds)
        return await self.archive.ask(question, face=face)

    def today(self) -> dt.date:
        """The day that relative dates count from."""
        return dt.date.today()  # noqa: DTZ011 - the reader's own day


def room_of(request: Request) -> Room:
    """What the application was built with."""
    return cast(Room, request.app.state.room)


def visitor_of(request: Request) -> Visitor:
    """Whom the guard let in."""
    return cast(Visitor, request.state.visitor)


def statement_path(statement_id: str, speaker: str | None = None) -> str:
    """The page of a statement, the words in view; with a speaker it tells later whether the words are still theirs."""
    return with_speaker(f"/s/{quote(statement_id, safe='')}", speaker)


def article_path(article_id: str) -> str:
    """The page of an article."""
    return f"/article/{quote(article_id, safe='')}"


def speaker_path(name: str) -> str:
    """The page of a speaker."""
    return f"/speaker/{quote(name, safe='')}"


def source_path(name: str) -> str:
    """The page of an outlet."""
    return f"/source/{quote(name, safe='')}"
