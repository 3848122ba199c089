"""`/speakers` and `/speaker/NAME`: who speaks, in which offices, when, where and of what; as CSV too."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from index.export.plain import day
from index.export.table import COLUMNS, cells, row_of
from web.pages.render import page, unchanged
from web.params import PAGE, SINCE, SOURCE, UNTIL, Param, Values, read
from web.room import Room, Visitor, room_of, speaker_path, statement_path, visitor_of
from web.views.chart import chart, window_of

_LIST = (Param("search", "text", "A name, surname or role."),)
_PARAMS = (SOURCE, SINCE, UNTIL, PAGE, Param("format", "text", "csv: all statements as a table."))
_SHOWN, _PER_PAGE, _CHUNK = 200, 25, 500


async def speakers(request: Request) -> Response:
    """The list, most quoted first."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    search = read(request.query_params, _LIST, strict=False).text("search")
    found = await room.archive.speakers(search, _SHOWN, visitor.sources)
    return page(request, "speakers.html", title="Speakers", found=found, search=search)


async def speaker(request: Request) -> Response:
    """The page of one; `?format=csv` gives the statements as a table."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    values = read(request.query_params, _PARAMS, strict=False)
    profile = await room.archive.profile(request.path_params["name"], sources=visitor.sources)
    name = profile.speaker.name
    if values.text("format") == "csv":
        return _table(room, visitor, name, values)
    number = values.number("page")
    found = await room.archive.statements(
        speaker=name,
        source=values.maybe("source"),
        since=values.day("since"),
        until=values.day("until"),
        offset=(number - 1) * _PER_PAGE,
        limit=_PER_PAGE,
        sources=visitor.sources,
    )
    own = speaker_path(name)

    def month_link(key: str) -> str:
        since, until = window_of(key)
        return f"{own}?since={since}&until={until}#statements"

    def page_link(to: int) -> str:
        kept = {k: str(v) for k, v in values.given.items() if v and k not in ("page", "format")}
        return f"{own}?{urlencode({**kept, 'page': to})}#statements"

    return page(
        request,
        "speaker.html",
        title=name,
        profile=profile,
        roles=sorted(profile.speaker.roles, key=lambda role: (str(role.first or ""), -role.count)),
        chart=chart(profile.months, month_link, "statement"),
        found=found,
        window=_window(values),
        values=values,
        number=number,
        newer=page_link(number - 1) if number > 1 else None,
        older=page_link(number + 1) if number * _PER_PAGE < found.total else None,
        own=own,
    )


def _window(values: Values) -> str:
    since, until = values.day("since"), values.day("until")
    return " ".join([f"from {day(since)}" if since else "", f"to {day(until)}" if until else ""]).strip()


def _table(room: Room, visitor: Visitor, name: str, values: Values) -> Response:
    async def rows() -> AsyncIterator[str]:
        yield row_of(COLUMNS)
        offset = 0
        while True:
            found = await room.archive.statements(
                speaker=name,
                source=values.maybe("source"),
                since=values.day("since"),
                until=values.day("until"),
                offset=offset,
                limit=_CHUNK,
                sources=visitor.sources,
            )
            for entry in found.entries:
                yield row_of(cells(entry, room.base + statement_path(entry.id, entry.statement.speaker)))
            offset += _CHUNK
            if offset >= found.total:
                return

    file = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or "statements"
    headers = {"Content-Disposition": f'attachment; filename="{file}.csv"'}
    return StreamingResponse(rows(), media_type="text/csv; charset=utf-8", headers=headers)
