"""A site with feeds, and an archive that follows them with a clock of the test's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from index import Archive, Config
from index.feeds.results import Synced
from index.fetching.polite import Fetcher
from tests.support.site import LOCAL, Site, Time, opened

WORDS = (
    "The harbour board met on Monday and heard that the ferry will not sail before the ice has gone. {who} said that "
    "the crew had counted every bolt twice. The board wants a second opinion from a yard in the south, and the money "
    "for it is to come from the lighthouse fund, which nobody had thought of until then. The meeting went on past "
    "midnight, with tea, and ended without a vote on the new pier."
)


def item(
    path: str, title: str, *, text: str = "", summary: str = "", date: str = "Mon, 04 May 2026 07:00:00 GMT"
) -> str:
    """An item of an RSS feed; SITE stands for the site's address."""
    content = f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>" if text else ""
    return (
        f"<item><title>{title}</title><link>SITE{path}</link><guid>{path}</guid><pubDate>{date}</pubDate>"
        f"<description>{summary}</description>{content}</item>"
    )


def rss(*items: str, title: str = "The Lowmark Courier") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>SITE/</link>{''.join(items)}</channel></rss>"
    )


def page(title: str, text: str, *, date: str | None = "2026-05-04") -> str:
    """A page of a newspaper with the furniture that pages have."""
    when = f'<meta property="article:published_time" content="{date}T07:00:00Z">' if date else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="The '
        f'Lowmark Courier">{when}</head><body><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><article>'
        f"<h1>{title}</h1><p>{text}</p><p>“Nobody sleeps while the bolts are loose,” Mara Velden said. She named no "
        "date on which the repairs would end, and took no other questions that evening.</p></article>"
        "<footer>Cookies</footer></html>"
    )


@dataclass(slots=True)
class Desk:
    """An archive that can be closed and opened again over the same folder."""

    config: Config
    archive: Archive
    site: Site
    time: Time

    async def sync(self, *, due: bool = False) -> Synced:
        fetcher = Fetcher(LOCAL, clock=self.time.clock())
        return await self.archive.sync(due=due, fetcher=fetcher, clock=self.time.clock())

    async def reopen(self) -> None:
        await self.archive.close()
        self.archive = await Archive.open(self.config)

    async def articles(self) -> dict[str, str]:
        """Titles to texts."""
        return {article.title or "": article.text async for article, _ in self.archive.every_statement()}


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    config = Config(home=tmp_path / "archive")
    async with opened() as site:
        made = Desk(config, await Archive.open(config), site, Time())
        yield made
        await made.archive.close()


@pytest.fixture
def whole() -> Callable[[str], str]:
    """A text that is long enough to be a whole article."""
    return lambda who: WORDS.format(who=who)
