"""Feeds into the archive: whole texts and linked pages, each once, whatever one of the hosts does."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from index import Archive
from index.errors import InputError, NotFound
from index.feeds.results import FeedResult, Synced
from index.feeds.watch import watch
from index.fetching.fetch import Fetched, FetchError, fetch
from index.fetching.polite import Fetcher
from index.progress import CancelToken
from tests.feeds.conftest import Desk, item, page, rss
from tests.support.site import LOCAL

Whole = Callable[[str], str]


async def down(_: web.Request) -> web.Response:
    return web.Response(status=500)


def of(synced: Synced, url: str) -> FeedResult:
    return next(result for result in synced.feeds if result.url == url)


async def test_whole_texts_come_from_the_feed_and_summaries_from_their_pages(desk: Desk, whole: Whole) -> None:
    site = desk.site
    site.pages |= {
        "/feed": rss(
            item("/a", "The ferry waits", text=whole("Mara Velden")),
            item("/b?utm_source=rss&amp;id=1", "The pier waits", summary="The pier is late."),
        ),
        "/b": page("The pier waits", whole("Tomas Rehak")),
    }
    await desk.archive.add_feed(f"{site.url}/feed")
    synced = await desk.sync()
    assert of(synced, f"{site.url}/feed") == FeedResult(
        url=f"{site.url}/feed", name="The Lowmark Courier", entries=2, new=2
    )
    assert synced.changes.articles_added == 2 and "/a" not in site.asked
    found = {article.title: article async for article, _ in desk.archive.every_statement()}
    assert set(found) == {"The ferry waits", "The pier waits"}
    assert found["The ferry waits"].date == dt.date(2026, 5, 4) == found["The pier waits"].date
    assert "Tomas Rehak said" in found["The pier waits"].text and "Cookies" not in found["The pier waits"].text
    assert found["The pier waits"].url == f"{site.url}/b?id=1" and found["The pier waits"].origin is None
    answer = await desk.archive.ask("What did Tomas Rehak say about the bolts?")
    assert answer.answered and answer.hits[0].article.title == "The pier waits"


async def test_nothing_is_fetched_or_loaded_twice_also_after_a_restart(desk: Desk, whole: Whole) -> None:
    site = desk.site
    site.pages |= {
        "/feed": rss(item("/b", "The pier waits", summary="Late.")),
        "/b": page("The pier waits", whole("A")),
    }
    await desk.archive.add_feed(f"{site.url}/feed")
    first = await desk.sync()
    await desk.reopen()
    again = await desk.sync()
    assert again.feeds[0].unchanged and again.feeds[0].new == 0
    assert again.changes.generation == first.changes.generation and site.asked.count("/b") == 1
    site.pages["/feed"] = rss(item("/c", "New", text=whole("B")), item("/b", "The pier waits", summary="Late."))
    third = await desk.sync()
    assert (third.feeds[0].new, third.changes.articles_added) == (1, 1) and site.asked.count("/b") == 1
    (status,) = await desk.archive.feeds()
    assert status.articles == 2 and status.succeeded_at == desk.time.now and not status.failing


class HastyAtOne(Fetcher):
    """Waits half a second for what never comes, and as long as a slow machine needs for all else."""

    async def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        if not url.endswith("/slow"):
            return await super().get(url, etag=etag, modified=modified)
        return await fetch(url, policy=replace(LOCAL, seconds=0.5))


async def test_a_feed_that_fails_stops_no_other_and_its_error_is_kept(desk: Desk, whole: Whole) -> None:
    site = desk.site

    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        await asyncio.sleep(30)
        return answer

    site.pages |= {
        "/down": down,
        "/slow": endless,
        "/broken": "<rss><channel><title>x",
        "/bomb": '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc>'
        "</url></urlset>",
        "/page": '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/good"></html>',
        "/good": rss(item("/a", "The ferry waits", text=whole("Mara Velden"))),
    }
    names = ["down", "slow", "broken", "bomb", "page", "missing", "good"]
    for name in names:
        await desk.archive.add_feed(f"{site.url}/{name}")
    fetcher = HastyAtOne(LOCAL, clock=desk.time.clock())
    synced = await desk.archive.sync(fetcher=fetcher, clock=desk.time.clock())
    errors = {name: of(synced, f"{site.url}/{name}").error or "" for name in names}
    assert synced.changes.articles_added == 1 and errors["good"] == ""
    assert "status 500" in errors["down"] and "within 0.5" in errors["slow"]
    assert errors["broken"] and errors["bomb"] and f"it names the feed {site.url}/good" in errors["page"]
    assert "status 404" in errors["missing"]
    status = {one.url: one for one in (await desk.archive.status()).feeds}
    assert status[f"{site.url}/down"].failing and "500" in (status[f"{site.url}/down"].error or "")
    assert status[f"{site.url}/down"].failed_at == desk.time.now and status[f"{site.url}/good"].error is None


async def test_a_page_that_fails_is_tried_again_and_then_its_summary_is_read(desk: Desk, whole: Whole) -> None:
    site = desk.site
    summary = "The pier is late, says the board, and the ferry has to wait for the ice and for the money."
    site.pages |= {"/feed": rss(item("/b", "The pier waits", summary=summary)), "/b": down}
    await desk.archive.add_feed(f"{site.url}/feed")
    first, second = await desk.sync(), await desk.sync()
    assert first.changes.articles_added == second.changes.articles_added == 0
    assert "it is tried again" in str(first.changes.problems[0])
    third = await desk.sync()
    assert third.changes.articles_added == 1 and await desk.articles() == {"The pier waits": summary}
    await desk.sync()
    assert site.asked.count("/b") == 3


async def test_a_page_without_an_article_leaves_the_summary(desk: Desk) -> None:
    summary = "The pier is late, says the board, and the ferry has to wait for the ice and for the money."
    desk.site.pages |= {
        "/feed": rss(item("/b", "The pier waits", summary=summary)),
        "/b": "<!doctype html><html><body><div id=app></div></body></html>",
    }
    await desk.archive.add_feed(f"{desk.site.url}/feed")
    await desk.sync()
    assert await desk.articles() == {"The pier waits": summary}


async def test_what_the_user_says_of_the_outlet_wins_and_the_feed_fills_gaps(desk: Desk, whole: Whole) -> None:
    desk.site.pages |= {
        "/feed": rss(item("/b", "The pier waits", date="Sun, 03 May 2026 07:00:00 GMT")),
        "/b": page("The pier waits", whole("Tomas Rehak"), date=None),
    }
    await desk.archive.add_feed(f"{desk.site.url}/feed", source="Harbour Office")
    await desk.sync()
    [article] = [article async for article, _ in desk.archive.every_statement()]
    assert article.source == "Harbour Office" and article.date == dt.date(2026, 5, 3)
    assert article.evidence["source"] == "set by the user" and article.evidence["date"] == "the feed's entry"


async def test_the_changed_page_is_a_version_of_the_same_article(desk: Desk, whole: Whole) -> None:
    site = desk.site
    site.pages |= {"/feed": rss(item("/b", "The pier waits", summary="x")), "/b": page("The pier waits", whole("A"))}
    await desk.archive.add_feed(f"{site.url}/feed")
    await desk.sync()
    site.pages |= {
        "/feed": rss(item("/b", "The pier waits no more", summary="x")),
        "/b": page("The pier waits no more", whole("A") + " On Tuesday the board voted after all."),
    }
    synced = await desk.sync()
    assert (synced.changes.articles_added, synced.changes.articles_replaced) == (0, 1)
    (title,) = await desk.articles()
    [article] = [article async for article, _ in desk.archive.every_statement()]
    assert title == "The pier waits no more" and len((await desk.archive.history(article.id)).versions) == 1


async def test_sitemaps_and_json_feeds(desk: Desk, whole: Whole) -> None:
    site = desk.site
    site.pages |= {
        "/index.xml": "<sitemapindex><sitemap><loc>SITE/map.xml</loc></sitemap></sitemapindex>",
        "/map.xml": "<urlset><url><loc>SITE/a</loc><lastmod>2026-05-04</lastmod></url></urlset>",
        "/a": page("The ferry waits", whole("Mara Velden")),
        "/feed.json": '{"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "items": [{"id": "1", "url": '
        '"SITE/j", "title": "The pier waits", "date_published": "2026-05-03T10:00:00Z", "content_html": "<p>'
        + whole("Tomas Rehak")
        + '</p>"}]}',
    }
    await desk.archive.add_feed(f"{site.url}/index.xml")
    await desk.archive.add_feed(f"{site.url}/feed.json", source="Notes from the Pier")
    synced = await desk.sync()
    assert synced.changes.articles_added == 2 and set(await desk.articles()) == {"The ferry waits", "The pier waits"}


async def test_a_look_takes_no_more_than_it_may_and_the_rest_comes_next(desk: Desk, whole: Whole) -> None:
    desk.archive.config = desk.archive.config.model_copy(
        update={"sync": desk.archive.config.sync.model_copy(update={"most": 2})}
    )
    items = [item(f"/{number}", f"Story {number}", text=whole(f"Speaker {number}")) for number in range(3)]
    desk.site.pages["/feed"] = rss(*items)
    await desk.archive.add_feed(f"{desk.site.url}/feed")
    assert [(await desk.sync()).feeds[0].new for _ in range(3)] == [2, 1, 0]


async def test_robots_txt_holds_for_feeds_and_pages(desk: Desk) -> None:
    desk.site.pages |= {
        "/robots.txt": "User-agent: *\nDisallow: /b",
        "/feed": rss(item("/b", "The pier waits", summary="The pier is late, says the board of the harbour.")),
        "/b": page("The pier waits", "never read"),
    }
    await desk.archive.add_feed(f"{desk.site.url}/feed")
    synced = await desk.sync()
    assert "/b" not in desk.site.asked and "robots.txt" in str(synced.changes.problems[0])
    assert await desk.articles() == {"The pier waits": "The pier is late, says the board of the harbour."}


async def test_new_and_changed_files_of_watched_folders_are_read_and_gone_ones_leave(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    reading = desk.config.reading.model_copy(update={"folders": (folder,)})
    desk.archive.config = desk.config = desk.config.model_copy(update={"reading": reading})
    await desk.reopen()
    (folder / "a.txt").write_text("2026-05-04\n\nThe ferry sails, said Mara Velden.", "utf-8")
    (folder / "b.txt").write_text("2026-05-04\n\nThe pier waits, said Tomas Rehak.", "utf-8")
    assert [(s.files, s.changes.articles_added) for s in (await desk.sync(), await desk.sync())] == [(2, 2), (0, 0)]
    (folder / "a.txt").write_text("2026-05-04\n\nThe ferry sails at nine, said Mara Velden.", "utf-8")
    (folder / "b.txt").unlink()
    third = await desk.sync()
    assert (third.files, third.changes.articles_replaced, third.changes.articles_removed) == (1, 1, 1)
    assert list((await desk.articles()).values()) == ["The ferry sails at nine, said Mara Velden."]


async def test_a_day_on_a_schedule(desk: Desk, whole: Whole) -> None:
    site, time = desk.site, desk.time
    site.pages |= {"/good": rss(item("/a", "One", text=whole("A"))), "/down": down, "/robots.txt": ""}
    await desk.archive.add_feed(f"{site.url}/good", minutes=60)
    await desk.archive.add_feed(f"{site.url}/down", minutes=60)
    start, token, rounds = time.now, CancelToken(), list[Synced | Exception]()

    def told(round_: Synced | Exception) -> None:
        rounds.append(round_)
        hours = (time.now - start).total_seconds() / 3600
        if hours > 12:
            site.pages["/good"] = rss(item("/b", "Two", text=whole("B")), item("/a", "One", text=whole("A")))
        if hours > 24:
            token.cancel()

    fetcher = Fetcher(LOCAL, clock=time.clock())
    await watch(desk.archive, fetcher=fetcher, told=told, cancel=token, clock=time.clock())
    assert not [one for one in rounds if isinstance(one, Exception)]
    assert set(await desk.articles()) == {"One", "Two"}
    assert 21 <= site.asked.count("/good") <= 28  # every hour, with jitter
    assert 3 <= site.asked.count("/down") <= 6  # after 2, 4, 8 … hours
    (good, failing) = await desk.archive.feeds()
    assert not good.failing and failing.failing and failing.next_at is not None and failing.next_at > time.now


async def test_a_trial_tells_what_a_feed_is_and_follows_nothing(desk: Desk, whole: Whole) -> None:
    desk.site.pages["/feed"] = rss(item("/a", "One", text=whole("A")), item("/b", "Two", summary="Short."))
    fetcher = Fetcher(LOCAL, clock=desk.time.clock())
    trial = await desk.archive.try_feed(f"{desk.site.url}/feed", fetcher=fetcher)
    assert (trial.kind, trial.title) == ("feed", "The Lowmark Courier")
    assert [(entry.title, entry.whole) for entry in trial.entries] == [("One", True), ("Two", False)]
    assert await desk.archive.feeds() == ()
    with pytest.raises(FetchError, match="private network"):
        await desk.archive.try_feed(f"{desk.site.url}/feed")


async def test_feeds_are_added_changed_and_removed(desk: Desk) -> None:
    archive: Archive = desk.archive
    await archive.add_feed("https://courier.example/feed")
    await archive.add_feed("https://courier.example/feed", source="The Halden Courier", minutes=15)
    await desk.reopen()
    (feed,) = await desk.archive.feeds()
    assert (feed.source, feed.minutes, feed.full_text, feed.configured) == ("The Halden Courier", 15, "auto", False)
    await desk.archive.remove_feed("https://courier.example/feed")
    assert await desk.archive.feeds() == ()
    with pytest.raises(NotFound, match="no feed has the address"):
        await desk.archive.remove_feed("https://courier.example/feed")
    for wrong in ("ftp://courier.example", "courier.example", "https://u:p@courier.example"):
        with pytest.raises(InputError, match="is no address of the web"):
            await desk.archive.add_feed(wrong)
