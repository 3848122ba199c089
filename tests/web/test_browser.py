"""The pages in a real browser: a reader's way through them, a telephone's width, and axe's rules for accessibility."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from index import Archive, Config
from tests.web.conftest import Served

pytest.importorskip("playwright", reason="playwright is not installed: pip install '.[screenshots]'")
from tests.support.webshots import PHONE, at_a_port, browser, chromium

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")

QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"
PAGES = (
    "/", "/?q=what+did+Jorun+Velde+say+about+submarines", "/?q=who+pays+for+the+second+pilot&since=2022-01-01",
    "/article/nt-2022-10-12-press-conference", "/article/the-halden-courier-2022-04-19-9a52139fbae2bde2?removed=on",
    "/speaker/Tomas%20Lindqvar", "/source/The%20Halden%20Courier", "/compare?a=Velde&b=Thorne-Abara&topic=cutters",
    "/speakers", "/sources", "/status", "/nothing",
)  # fmt: skip


@asynccontextmanager
async def opened(served: Served, **options: Any) -> AsyncIterator[tuple[Any, str, list[str]]]:
    """A page of a new browser, the address of the site, and what went wrong in the page."""
    free = {"requests_per_minute": 100_000, "questions_per_minute": 100_000}
    async with (
        Archive.open(Config(home=served.home)) as archive,
        at_a_port(archive, **free) as base,
        browser() as found,
    ):
        context = await found.new_context(base_url=base, **options)
        page = await context.new_page()
        page.set_default_timeout(180_000)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith(base) else wrong.append(asked.url))
        yield page, base, wrong


async def test_a_reader_asks_opens_a_statement_goes_back_and_compares(served: Served) -> None:
    async with opened(served) as (page, base, wrong):
        await page.goto("/")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.textContent") == "Skip to the content"
        await page.get_by_label("Question", exact=True).fill(QUESTION)
        await page.keyboard.press("Enter")
        card = page.get_by_role("article").first
        assert "Ilse Brandt-Okoye" in await card.get_by_role("heading").inner_text()
        await card.get_by_role("link", name="Statement").click()
        await page.wait_for_url(f"{base}/s/*")
        here, box = page.locator(".text .here").first, page.get_by_role("region", name="In its article")
        await page.wait_for_load_state("networkidle")
        inner, outer = await here.bounding_box(), await box.bounding_box()
        assert (
            inner
            and outer
            and outer["y"] <= inner["y"]
            and inner["y"] + inner["height"] <= outer["y"] + outer["height"]
        )
        assert await page.get_by_role("button", name="Copy link").count() == 1
        await page.go_back()
        assert await page.get_by_label("Question", exact=True).input_value() == QUESTION
        await page.get_by_role("link", name="Compare").click()
        await page.get_by_label("Speaker", exact=True).fill("Jorun Velde")
        await page.get_by_label("and speaker").fill("Casper Thorne-Abara")
        await page.get_by_role("button", name="Compare").click()
        for name in ("Jorun Velde", "Casper Thorne-Abara"):
            assert await page.get_by_role("region", name=name).get_by_role("listitem").count() >= 1
        assert wrong == []


async def test_without_scripts_everything_is_there(served: Served) -> None:
    async with opened(served, java_script_enabled=False) as (page, base, wrong):
        await page.goto(f"/?q={QUESTION}")
        await page.get_by_role("link", name="Statement 1").click()
        await page.wait_for_url(f"{base}/s/*")
        assert await page.locator(".text .here").first.is_visible() and wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_page_breaks_a_rule_of_accessibility_or_a_telephone(served: Served, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.async_playwright", reason="axe-playwright-python is not installed")
    async with opened(served, viewport=PHONE, color_scheme=scheme) as (page, base, wrong):
        await page.goto(f"/?q={QUESTION}")
        link = await page.get_by_role("link", name="Statement 1").get_attribute("href")
        broken: list[str] = []
        for path in (*PAGES, f"/?q={QUESTION}", str(link), "/s/aaaaaaaaaaaaaaaaaaaaa"):
            await page.goto(base + path)
            wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            broken += [f"{path}: {wide} pixels too wide"] if wide > 0 else []
            found = await axe.Axe().run(page)
            for rule in found.response["violations"]:
                nodes = "; ".join(node["html"][:120] for node in rule["nodes"][:3])
                broken.append(f"{path}: {rule['impact']} {rule['id']}: {nodes}")
        assert broken == []
        assert [told for told in wrong if "404" not in told] == []
