"""`python -m tests.support.webshots [FOLDER]`: the reading room's pages as pictures, over an archive of examples/.

Playwright drives an installed Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it).
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from index import Archive, Config
from web.run import within

EXAMPLES = Path(__file__).parents[2] / "examples"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1000, "height": 760}
QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"


def chromium() -> str | None:
    """The browser's path, if there is one."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@asynccontextmanager
async def at_a_port(archive: Archive, **web: Any) -> AsyncGenerator[str]:
    """The application over an archive, at a free port of the loopback; its address."""
    settings = archive.config.web.model_copy(update={"port": 0, **web})
    async with within(archive.config.model_copy(update={"web": settings}), archive) as address:
        yield address


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium."""
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield found
        finally:
            await found.close()


async def take(page: Page, address: str, path: Path, *, whole: bool = False) -> None:
    """One page as a picture."""
    await page.goto(address)
    await page.screenshot(path=path, full_page=whole)


async def draw(folder: Path) -> None:
    """All pictures of docs/web.md."""
    with tempfile.TemporaryDirectory() as home:
        async with Archive.open(Config(home=Path(home))) as archive:
            await archive.ingest([EXAMPLES])
            hit = (await archive.ask(QUESTION)).hits[0]
            async with at_a_port(archive, public_url="https://record.example") as base, browser() as found:
                asked = f"{base}/?q={QUESTION.replace(' ', '+')}"
                for scheme in ("light", "dark"):
                    for size, name in ((DESKTOP, "desktop"), (PHONE, "phone")):
                        context = await found.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
                        page = await context.new_page()
                        for what, address in {
                            "answer": asked,
                            "home": base,
                            "no": f"{base}/?q=what+did+Jorun+Velde+say+about+submarines",
                            "statement": f"{base}/s/{hit.statement_id}",
                            "article": f"{base}/article/nt-2022-10-12-press-conference",
                            "speaker": f"{base}/speaker/Rasmus%20Kehl",
                            "compare": f"{base}/compare?a=Rasmus+Kehl&b=Casper+Thorne-Abara&topic=winter",
                            "source": f"{base}/source/The%20Halden%20Courier",
                            "status": f"{base}/status",
                        }.items():
                            if (what, scheme, name) in KEPT or folder != DOCS:
                                await take(page, address, folder / f"web-{what}-{scheme}-{name}.png")
                        await context.close()


DOCS = Path(__file__).parents[2] / "docs" / "images"
KEPT = {
    ("answer", "light", "desktop"),
    ("statement", "light", "desktop"),
    ("article", "dark", "desktop"),
    ("answer", "dark", "phone"),
}

if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS))
