"""Fetching as a guest: only the open web, only once what did not change, and never where or when a host says no."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio
from aiohttp import web

from index.fetching.fetch import FetchError, Policy, fetch, wait_of
from index.fetching.polite import Fetcher
from tests.support.site import LOCAL, Site, Time, local, opened


@pytest_asyncio.fixture
async def site() -> AsyncIterator[Site]:
    async with opened() as made:
        yield made


def leads_to(target: str, status: int = 302) -> web.Response:
    return web.Response(status=status, headers={"Location": target})


async def kind_of(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url)
    return caught.value.kind


async def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    site.pages["/a"] = "The ferry sails."
    first = await fetch(f"{site.url}/a", policy=LOCAL)
    again = await fetch(f"{site.url}/a", policy=LOCAL, etag=first.etag)
    assert first.body == b"The ferry sails." and not first.unchanged
    assert again.unchanged and again.body == b""
    site.pages["/a"] = "The ferry stands still."
    assert (await fetch(f"{site.url}/a", policy=LOCAL, etag=first.etag)).body == b"The ferry stands still."


async def test_the_date_of_the_last_change_is_asked_with(site: Site) -> None:
    seen: list[str | None] = []

    async def dated(request: web.Request) -> web.Response:
        seen.append(request.headers.get("If-Modified-Since"))
        return web.Response(text="x", headers={"Last-Modified": "Mon, 04 May 2026 08:00:00 GMT"})

    site.pages["/a"] = dated
    found = await fetch(f"{site.url}/a", policy=LOCAL)
    await fetch(f"{site.url}/a", policy=LOCAL, modified=found.modified)
    await fetch(f"{site.url}/a", policy=LOCAL, modified="a\r\nb: c")
    assert seen == [None, "Mon, 04 May 2026 08:00:00 GMT", None]


async def test_every_redirect_is_judged_like_the_first_address(site: Site) -> None:
    async def inside(_: web.Request) -> web.Response:
        return leads_to(f"http://127.0.0.2:{site.url.rpartition(':')[2]}/secret")

    async def named(_: web.Request) -> web.Response:
        return leads_to("http://[::1]:9/secret")

    async def odd(_: web.Request) -> web.Response:
        return leads_to("ftp://127.0.0.1/x")

    async def round_and_round(_: web.Request) -> web.Response:
        return leads_to("/round")

    site.pages |= {"/inside": inside, "/named": named, "/odd": odd, "/round": round_and_round, "/secret": "secret"}
    fetcher = Fetcher(LOCAL, clock=Time().clock())
    assert await kind_of(fetcher, f"{site.url}/inside") == "private"
    assert await kind_of(fetcher, f"{site.url}/named") in ("private", "failed")
    assert await kind_of(fetcher, f"{site.url}/odd") == "failed"
    assert await kind_of(fetcher, f"{site.url}/round") == "failed"
    assert "/secret" not in site.asked and site.asked.count("/round") == LOCAL.redirects + 1


async def test_without_the_tests_policy_the_loopback_is_never_connected_to(site: Site) -> None:
    site.pages["/a"] = "x"
    assert await kind_of(Fetcher(), f"{site.url}/a") == "private"
    assert site.asked == []


async def test_where_a_page_moved_for_good_is_told(site: Site) -> None:
    async def moved(_: web.Request) -> web.Response:
        return leads_to("/new", 301)

    async def elsewhere(_: web.Request) -> web.Response:
        return leads_to("/new", 302)

    site.pages |= {"/old": moved, "/now": elsewhere, "/new": "x"}
    assert (await fetch(f"{site.url}/old", policy=LOCAL)).moved == f"{site.url}/new"
    assert (await fetch(f"{site.url}/now", policy=LOCAL)).moved is None


async def test_slow_large_and_broken_answers_end(site: Site) -> None:
    async def slow(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(100):
            await answer.write(b"a")
            await asyncio.sleep(0.05)
        return answer

    async def broken(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(b"half")
        if request.transport is not None:
            request.transport.abort()
        return answer

    site.pages |= {"/slow": slow, "/broken": broken, "/large": "a" * 2000, "/robots.txt": ""}
    quick = Policy(judge=local, limit=1000, seconds=0.5)
    assert await kind_of(Fetcher(quick, clock=Time().clock()), f"{site.url}/slow") == "timeout"
    small = replace(LOCAL, limit=1000)
    assert await kind_of(Fetcher(small, clock=Time().clock()), f"{site.url}/large") == "large"
    assert await kind_of(Fetcher(small, clock=Time().clock()), f"{site.url}/broken") == "failed"


async def test_robots_txt_is_obeyed_and_read_once_a_day(site: Site) -> None:
    site.pages |= {
        "/robots.txt": "User-agent: *\nDisallow: /private/\nAllow: /private/open\nCrawl-delay: 7",
        "/private/a": "no",
        "/private/open": "yes",
        "/a": "yes",
    }
    time = Time()
    fetcher = Fetcher(LOCAL, clock=time.clock())
    assert await kind_of(fetcher, f"{site.url}/private/a") == "robots"
    assert (await fetcher.get(f"{site.url}/private/open")).body == b"yes"
    assert (await fetcher.get(f"{site.url}/a")).body == b"yes"
    assert site.asked == ["/robots.txt", "/private/open", "/a"] and time.slept == [7.0]
    time.now += dt.timedelta(hours=25)
    await fetcher.get(f"{site.url}/a")
    assert site.asked.count("/robots.txt") == 2


async def test_a_robots_txt_that_addresses_us_holds_for_us(site: Site) -> None:
    site.pages |= {"/robots.txt": "User-agent: *\nAllow: /\n\nUser-agent: onrecord\nDisallow: /", "/a": "no"}
    assert await kind_of(Fetcher(LOCAL, clock=Time().clock()), f"{site.url}/a") == "robots"
    assert "/a" not in site.asked


async def test_a_robots_txt_that_fails_allows_nothing_and_one_that_is_missing_all(site: Site) -> None:
    async def down(_: web.Request) -> web.Response:
        return web.Response(status=500)

    site.pages |= {"/robots.txt": down, "/a": "x"}
    fetcher = Fetcher(LOCAL, clock=Time().clock())
    assert await kind_of(fetcher, f"{site.url}/a") == "later"
    assert "/a" not in site.asked
    del site.pages["/robots.txt"]
    assert (await Fetcher(LOCAL, clock=Time().clock()).get(f"{site.url}/a")).body == b"x"


async def test_a_redirect_asks_the_rules_too(site: Site) -> None:
    async def in_there(_: web.Request) -> web.Response:
        return leads_to("/private/a")

    site.pages |= {"/robots.txt": "User-agent: *\nDisallow: /private/", "/out": in_there, "/private/a": "no"}
    assert await kind_of(Fetcher(LOCAL, clock=Time().clock()), f"{site.url}/out") == "robots"
    assert "/private/a" not in site.asked


async def test_a_host_is_asked_at_a_pace_even_by_many_at_once(site: Site) -> None:
    site.pages |= {f"/{number}": "x" for number in range(4)}
    time = Time()
    fetcher = Fetcher(LOCAL, pause=2.0, clock=time.clock())
    await asyncio.gather(*(fetcher.get(f"{site.url}/{number}") for number in range(4)))
    assert sum(time.slept) == pytest.approx(6.0)


async def test_a_host_that_asks_to_wait_is_left_alone(site: Site) -> None:
    async def busy(_: web.Request) -> web.Response:
        return web.Response(status=429, headers={"Retry-After": "600"})

    site.pages |= {"/a": busy, "/b": "x"}
    time = Time()
    fetcher = Fetcher(LOCAL, clock=time.clock())
    with pytest.raises(FetchError) as caught:
        await fetcher.get(f"{site.url}/a")
    assert caught.value.kind == "later" and caught.value.wait == dt.timedelta(minutes=10)
    assert await kind_of(fetcher, f"{site.url}/b") == "later"
    assert "/b" not in site.asked
    time.now += dt.timedelta(minutes=11)
    assert (await fetcher.get(f"{site.url}/b")).body == b"x"


NOW = dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        ("Mon, 04 May 2026 08:01:00 GMT", 60),
        ("Mon, 04 May 2026 07:00:00 GMT", 0),
        ("9" * 30, 7 * 86_400),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_how_long_a_host_asks_to_wait(written: str | None, seconds: int | None) -> None:
    assert wait_of(written, NOW) == (None if seconds is None else dt.timedelta(seconds=seconds))
