"""`/s/ID`: one statement, the article around it, other words of the same person on it, and how to cite it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from index.anchors import anchor_at
from index.errors import NotFound
from index.export import cite as citing
from index.likeness import near_duplicates
from index.links import is_anothers
from index.model import TimelineEntry
from index.pages import StatementView
from web.pages.render import page, unchanged
from web.room import Room, Visitor, room_of, statement_path, visitor_of
from web.views.marks import marked

_OTHERS = 3  # earlier and later words
_SEARCHED = 40


async def statement(request: Request) -> Response:
    """The page. Raises Gone and NotFound, which say so."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    found = await seen_statement(room, visitor, request.path_params["id"])
    article, said = found.view.article, found.statement
    earlier, later = await _others(room, visitor, found)
    link = room.base + statement_path(found.id, said.speaker)
    return page(
        request,
        "statement.html",
        title=f"{said.speaker or 'Unnamed'}: statement",
        found=found,
        article=article,
        said=said,
        place=anchor_at(article.anchors, said.start),
        words=[article.text[a:b] for a, b in said.spans],
        marks=marked(found.view, said.spans),
        earlier=earlier,
        later=later,
        cites=citing.citations(citing.Source.of(found, link, room.today())),
        link=link,
        anothers=await said_by_another(room, visitor, found, request.query_params.get("for")),
    )


async def cite(request: Request) -> Response:
    """The citation as a file for a library of references."""
    room, visitor = room_of(request), visitor_of(request)
    found = await seen_statement(room, visitor, request.path_params["id"])
    link = room.base + statement_path(found.id, found.statement.speaker)
    source = citing.Source.of(found, link, room.today())
    match request.path_params["form"]:
        case "bib":
            body, kind = citing.bibtex(source), "application/x-bibtex"
        case "json":
            body, kind = citing.csl_json(source), "application/vnd.citationstyles.csl+json"
        case _:
            raise NotFound("citations are given as cite.bib and cite.json")
    name = f"{found.id}.{request.path_params['form']}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=f"{kind}; charset=utf-8", headers=headers)


async def seen_statement(room: Room, visitor: Visitor, statement_id: str) -> StatementView:
    """A statement that the visitor may see. Raises Gone, NotFound."""
    found = await room.archive.statement(statement_id)
    visitor.check(found.view.article.source, "this archive never held the article of that link")
    return found


async def said_by_another(room: Room, visitor: Visitor, found: StatementView, given: str | None) -> bool:
    """Whether an address was made when these words were given to another name than the speaker has, or ever had."""
    said = found.statement
    names = [name for name in (said.speaker, *said.joined_by) if name]
    if not is_anothers(given, names):
        return False
    for name in names:  # a name that the book joined to another since is the same person's
        try:
            speaker = (await room.archive.profile(name, sources=visitor.sources)).speaker
        except NotFound:
            continue
        if speaker.name == name and not is_anothers(given, speaker.aliases):
            return False
    return True


async def _others(
    room: Room, visitor: Visitor, found: StatementView
) -> tuple[list[TimelineEntry], list[TimelineEntry]]:
    """What the same person said on it before and after, nearest in time first on either side."""
    said, article = found.statement, found.view.article
    if not said.speaker or not said.resolved:
        return [], []
    topic = " ".join(article.text[a:b] for a, b in said.spans)[:500]
    try:
        timeline = await room.archive.timeline(said.speaker, topic, limit=_SEARCHED, sources=visitor.sources)
    except NotFound:
        return [], []
    rest = [entry for entry in timeline.entries if entry.id != found.id and not _same(entry, found)]
    here = article.date
    if here is None:
        return [], [entry for entry in rest if entry.article.id != article.id][:_OTHERS]
    earlier = [e for e in rest if e.article.date is not None and _place(e) < (here, said.start)]
    later = [e for e in rest if e.article.date is not None and _place(e) >= (here, said.start)]
    return earlier[-_OTHERS:], later[:_OTHERS]


def _place(entry: TimelineEntry) -> tuple[object, int]:
    return entry.article.date, entry.statement.start


def _same(entry: TimelineEntry, found: StatementView) -> bool:
    """Whether an entry is this very statement, or holds its words in another outlet."""
    article, said = found.view.article, found.statement
    if entry.article.id == article.id:
        return entry.statement.start == said.start
    copied = any(copy.id == article.id for copy in entry.also_in)
    return copied and near_duplicates(entry.text, article.text[said.start : said.end])
