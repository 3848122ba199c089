"""What went wrong, as a page for people and as problem details (RFC 9457) for programs."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index.errors import ArchiveError, Busy, Gone, InputError, NotFound, OnRecordError, Wordless
from web.params import EmptyWindow
from web.room import article_path, room_of

_log = logging.getLogger("onrecord.web")

PROBLEM = "application/problem+json"


def told(
    request: Request,
    status: int,
    sentence: str,
    *,
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
) -> Response:
    """One sentence with a status, in the form that the path is for; `more` goes with it."""
    if not re.match(r"\w+:", sentence):  # the name of a parameter stays as it is written
        sentence = sentence[:1].upper() + sentence[1:]
    sentence += "" if sentence.endswith((".", "!", "?")) else "."
    title = HTTPStatus(status).phrase
    headers = {**(headers or {}), "Cache-Control": "no-store"}
    if request.url.path.startswith("/api/") or request.url.path == "/mcp":
        body = {"type": "about:blank", "title": title, "status": status, "detail": sentence, **(more or {})}
        return JSONResponse(body, status, headers=headers, media_type=PROBLEM)
    article = (more or {}).get("article_id")
    page = room_of(request).templates.get_template("problem.html")
    html = page.render(title=title, sentence=sentence, status=status, article=article and article_path(article))
    return Response(html, status, headers=headers, media_type="text/html; charset=utf-8")


async def failed(request: Request, error: Exception) -> Response:
    """The answer to an error of ours; an unexpected one is logged under a number, without what was asked."""
    if isinstance(error, HTTPException):
        return told(
            request, error.status_code, _GENERAL.get(error.status_code, str(error.detail)), headers=error.headers
        )
    if isinstance(error, Gone):
        return told(request, 410, str(error), more={"article_id": error.article_id} if error.article_id else None)
    if isinstance(error, NotFound):
        return told(request, 404, _without_terminal(str(error)))
    if isinstance(error, EmptyWindow | Wordless):
        return told(request, 409, str(error))
    if isinstance(error, InputError):
        return told(request, 400, str(error))
    if isinstance(error, Busy):
        return told(request, 503, str(error), headers={"Retry-After": str(error.seconds or 5)})
    number = secrets.token_hex(4)
    _log.error("a page failed (%s)", number, exc_info=error if not isinstance(error, OnRecordError) else None)
    if isinstance(error, ArchiveError):
        _log.error("%s: %s", number, error)
    return told(request, 500, f"something failed here; the log has it under {number}")


_GENERAL = {404: "there is no such page"}


def _without_terminal(sentence: str) -> str:
    """The sentence without its advice for the terminal."""
    return sentence.partition("; `onrecord")[0].partition("; ids stand in")[0]
