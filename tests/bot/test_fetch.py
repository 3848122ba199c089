"""Pages from the web for /ingest: only the open one, at every connection; bounded; read like saved pages."""

from __future__ import annotations

import asyncio
import datetime as dt
import gzip
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from bot.errors import Refused
from bot.fetch import fetch_page
from bot.page import as_document
from index.fetching.addresses import is_public
from index.fetching.fetch import Fetched, Policy
from index.model import Article
from index.reading import read
from tests.bot.conftest import World
from tests.support.audits import audits
from tests.support.layouts import text_of
from tests.support.patience import SECONDS

PAGE = """<html lang="en"><head><title>The ferry fails its trial</title><meta property="og:site_name" content="The
Lowmark Courier"><meta property="article:published_time" content="2022-04-05T10:00:00Z"></head><body><nav>
<a href="/">Home</a>
<a href="/shop">Shop</a></nav><article><h1>The ferry fails its trial</h1><p>Tomas Rehak told reporters that the new
ferry had failed its trial because of a cracked shaft. The council heard it in silence on Tuesday evening.</p><p>“We
count the bolts every night, and nobody sleeps,” Mara Velden said. She named no date on which the repairs would
end.</p></article><footer>Copyright, cookies, and a newsletter</footer></body></html>"""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "localhost", "",
        "192.0.0.8", "192.0.0.255", "168.63.129.16", "192.88.99.1", "192.31.196.1", "192.52.193.9", "192.175.48.6",
        "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "240.0.0.1", "239.1.2.3", "0.1.2.3",
        "fec0::1", "feff::1", "fd00:ec2::254", "2001::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:30::1",
        "2001:1ff::1", "2002:101:101::1", "3fff::1", "3fff:fff::1", "5f00::1", "100::1", "64:ff9b:1::101:101",
        "::7f00:1", "::1.1.1.1", "::ffff:0:1.1.1.1", "::ffff:168.63.129.16", "64:ff9b::a83f:8110", "2620:4f:8000::1",
        "4000::1", "e000::1", "1.1.1", "0x7f.1", "2130706433", "1.1.1.1:80", "[::1]",
    ],
)  # fmt: skip
def test_inner_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "168.63.129.17",
        "192.0.1.1", "192.88.98.1", "2001:200::1", "2a00:1450::1", "198.20.0.1", "223.255.255.255", "2003::1",
    ],
)  # fmt: skip
def test_addresses_of_the_open_internet_are(address: str) -> None:
    assert is_public(address)


class Site:
    """A site on a loopback port."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/{tail:.*}", self._answer)
        self.runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        if request.path == "/page":
            return web.Response(text=PAGE, content_type="text/html")
        if request.path == "/slow":
            await asyncio.sleep(30)
        if request.path == "/bomb":
            packed = gzip.compress(b"a" * 3_000_000)
            return web.Response(body=packed, headers={"Content-Encoding": "gzip", "Content-Type": "text/plain"})
        if request.path == "/inside":
            raise web.HTTPFound("http://127.0.0.2:1/secret")
        if request.path == "/file":
            raise web.HTTPFound("file:///etc/passwd")
        if request.path == "/round":
            raise web.HTTPFound("/round")
        raise web.HTTPNotFound


@pytest_asyncio.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    await made.start()
    yield made
    await made.runner.cleanup()


def local(address: str) -> bool:
    """As if 127.0.0.1 were the open web."""
    return address == "127.0.0.1"


async def test_a_page_is_fetched(site: Site) -> None:
    page = await fetch_page(f"{site.url}/page", limit=0, policy=Policy(judge=local, limit=100_000))
    assert page.kind == "text/html" and "cracked shaft" in page.body.decode() and page.url.endswith("/page")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/missing", "fetch.status"),
        ("/bomb", "fetch.large"),
        ("/slow", "fetch.timeout"),
        ("/inside", "fetch.private"),
        ("/file", "fetch.failed"),
        ("/round", "fetch.failed"),
    ],
)
async def test_what_is_not_read(site: Site, path: str, key: str) -> None:
    with pytest.raises(Refused) as caught:
        policy = Policy(judge=local, limit=1_000_000, seconds=1.0 if path == "/slow" else SECONDS)
        await fetch_page(f"{site.url}{path}", limit=0, policy=policy)
    assert caught.value.key == key


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
async def test_an_inner_address_is_not_even_connected_to(site: Site, host: str) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises(Refused) as caught:
        await fetch_page(f"http://{host}:{port}/page", limit=1000)
    assert caught.value.key in ("fetch.private", "fetch.failed") and site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/x",
        "file:///etc/passwd",
        "a.example",
        "http://",
        "http://u:p@a.example",
        "http://a b",
        "http://[x",
    ],
)
async def test_what_is_no_address_of_the_web(url: str) -> None:
    with pytest.raises(Refused) as caught:
        await fetch_page(url, limit=1000)
    assert caught.value.key == "fetch.address"


def fetched(kind: str, body: bytes, charset: str | None = None) -> Fetched:
    return Fetched(url="https://lowmark.example/a", kind=kind, charset=charset, body=body)


def test_a_page_is_a_document_with_its_address() -> None:
    page = as_document(fetched("text/html", PAGE.encode(), "utf-8"))
    assert page.name == "page.html" and page.url == "https://lowmark.example/a" and page.content == PAGE.encode()
    (article,) = read([page])
    assert isinstance(article, Article) and article.title == "The ferry fails its trial"
    assert article.date == dt.date(2022, 4, 5) and article.url == "https://lowmark.example/a"
    assert article.text.startswith("Tomas Rehak told") and "newsletter" not in article.text
    assert "\n\n“We" in article.text and "Courier" in (article.source or "") and article.origin is None


def test_the_encoding_that_the_host_declares_holds() -> None:
    page = as_document(fetched("text/html", PAGE.encode("windows-1252"), "windows-1252"))
    (article,) = read([page])
    assert isinstance(article, Article) and "“We count the bolts" in article.text


def test_other_formats_stay_and_what_holds_no_article_is_refused() -> None:
    assert as_document(fetched("text/plain", b"The ferry sails.")).name == "page.txt"
    with pytest.raises(Refused, match=r"fetch\.kind"):
        as_document(fetched("image/png", b""))
    with pytest.raises(Refused, match=r"fetch\.unread"):
        as_document(fetched("text/html", b"<html><body></body></html>"))


async def test_a_page_is_ingested(world: World, monkeypatch: Any) -> None:
    async def canned(url: str, **_: Any) -> Fetched:
        return Fetched(url=url, kind="text/html", charset="utf-8", body=PAGE.encode())

    monkeypatch.setattr("bot.commands.ingest.fetch_page", canned)
    result = await world.admin.slash(world.channel, "ingest", url="https://lowmark.example/a")
    assert "discord.com/channels" in text_of(result.response.components)
    (data,) = world.archive.ingested.values()
    assert b"cracked shaft" in data
    (row,) = await audits(world.store)
    assert row["act"] == "ingest" and row["details"]["url"] == "https://lowmark.example/a"
    assert row["actor"] == world.admin.id


async def test_a_private_address_and_nothing_at_all_are_one_sentence(world: World) -> None:
    nothing = await world.admin.slash(world.channel, "ingest")
    assert "Attach a file or name an address" in text_of(nothing.response.components)
    inner = await world.admin.slash(world.channel, "ingest", url="http://127.0.0.1:9/")
    told = [part for part in (inner.response, *inner.followups) if part is not None]
    assert any("private network" in text_of(part.components) for part in told)
    assert world.archive.ingested == {} and world.handled()
