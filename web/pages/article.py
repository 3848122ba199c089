"""`/article/ID`: the archived text with every statement coloured by its speaker."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from index.history import History, Version
from index.model import Article, Span
from index.telling.difference import changes_of
from web.pages.render import page, unchanged
from web.params import Param, read
from web.room import room_of, visitor_of
from web.views.marks import marked

_PARAMS = (
    Param("at", "text", "The span that the page is opened for, as 120-180."),
    Param("versions", "flag", "Show what changed from each earlier text to the next."),
    Param("removed", "flag", "Show the lines of what came in that the text does not hold."),
)
_MOST_REMOVED = 500
_MOST_CHANGED = 200  # paragraphs of one version


async def article(request: Request) -> Response:
    """The page."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    values = read(request.query_params, _PARAMS, strict=False)
    article_id = request.path_params["id"]
    view = await room.archive.article(article_id, canonical=True)
    visitor.check(view.article.source, f"no article has the id {article_id!r}")
    removed = removed_lines(view.article)
    history = await room.archive.history(article_id)
    return page(
        request,
        "article.html",
        title=view.article.title or "Article",
        article=view.article,
        marks=marked(view, _here(values.text("at"), len(view.article.text))),
        statements=len(view.statements),
        removed=removed[:_MOST_REMOVED] if values.flag("removed") else None,
        removed_count=len(removed),
        versions=_versions(history) if values.flag("versions") else None,
        version_count=len(history.versions),
    )


def _versions(found: History) -> list[tuple[Version, list[tuple[bool, str]]]]:
    """Each earlier text, the latest first, with what came (True) and went when it was replaced."""
    told = [[(line.startswith("+"), line[2:]) for line in lines[:_MOST_CHANGED]] for lines in changes_of(found)]
    return list(zip(found.versions, told, strict=True))[::-1]


def removed_lines(found: Article) -> list[str]:
    """Lines of what came in that the cleaned text does not hold; worked out for what was read before they were kept."""
    if found.removed:
        return list(found.removed)
    if found.raw == found.text:
        return []
    kept = " ".join(found.text.split())
    lines = (" ".join(line.split()) for line in found.raw.splitlines())
    return [line for line in lines if line and line not in kept]


def _here(text: str, length: int) -> tuple[Span, ...]:
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", text, re.ASCII)
    if match is None:
        return ()
    start, end = int(match[1]), min(int(match[2]), length)
    return ((start, end),) if start < end else ()
