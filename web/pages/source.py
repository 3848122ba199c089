"""`/sources` and `/source/NAME`: the outlets, what each published and who speaks in it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from index.errors import NotFound
from web.pages.render import page, unchanged
from web.params import PAGE, SINCE, UNTIL, read
from web.room import room_of, source_path, visitor_of
from web.views.chart import chart, window_of

_PER_PAGE, _SPEAKERS, _EVERY = 50, 25, 100_000


async def sources(request: Request) -> Response:
    """The list, largest first."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    found = await room.archive.sources(limit=_EVERY)
    shown = [source for source in found if not visitor.sources or source.name in visitor.sources]
    return page(request, "sources.html", title="Outlets", found=shown)


async def source(request: Request) -> Response:
    """The page of one outlet, by its exact name."""
    if (same := unchanged(request)) is not None:
        return same
    room, visitor = room_of(request), visitor_of(request)
    name = request.path_params["name"]
    missing = f"no outlet of this archive is called {name!r}"
    visitor.check(name, missing)
    known = [source for source in await room.archive.sources(name, _EVERY) if source.name == name]
    if not known:
        raise NotFound(missing)
    values = read(request.query_params, (SINCE, UNTIL, PAGE), strict=False)
    number = values.number("page")
    found = await room.archive.articles(
        since=values.day("since"),
        until=values.day("until"),
        offset=(number - 1) * _PER_PAGE,
        limit=_PER_PAGE,
        sources=(name,),
    )
    whole = await room.archive.articles(limit=1, sources=(name,))
    own = source_path(name)

    def month_link(key: str) -> str:
        since, until = window_of(key)
        return f"{own}?since={since}&until={until}#articles"

    window = "".join(f"&{k}={values.day(k)}" for k in ("since", "until") if values.day(k))
    return page(
        request,
        "source.html",
        title=name,
        source=known[0],
        speakers=await room.archive.speakers(limit=_SPEAKERS, sources=(name,)),
        chart=chart(whole.months, month_link, "article"),
        found=found,
        values=values,
        number=number,
        newer=f"{own}?page={number - 1}{window}#articles" if number > 1 else None,
        older=f"{own}?page={number + 1}{window}#articles" if number * _PER_PAGE < found.total else None,
        own=own,
    )
