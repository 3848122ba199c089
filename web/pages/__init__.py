"""The pages for people, a module each."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from web.pages import article, ask, compare, feeds, source, speaker, statement, status


def routes() -> list[BaseRoute]:
    """Their addresses. A path of names takes slashes, since names hold them."""
    return [
        Route("/", ask.ask),
        Route("/s/{id}", statement.statement),
        Route("/s/{id}/cite.{form}", statement.cite),
        Route("/article/{id:path}", article.article),
        Route("/speakers", speaker.speakers),
        Route("/speaker/{name:path}", speaker.speaker),
        Route("/compare", compare.compare),
        Route("/sources", source.sources),
        Route("/source/{name:path}", source.source),
        Route("/status", status.status),
        Route("/feed/ask", feeds.ask),
        Route("/feed/speaker/{name:path}", feeds.speaker),
        Route("/feed/source/{name:path}", feeds.source),
    ]
