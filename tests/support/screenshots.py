"""`python -m tests.support.screenshots [FOLDER]`: the bot's messages as pictures, over an archive of examples/.

Each scene is one command of a reader or an administrator, drawn at a desktop's and at a phone's width by simcord's
preview in Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it). `docs/discord-gallery.md` is written too,
where all scenes are drawn into `docs/images`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import functools
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.app import Bot
from bot.build import build_bot
from bot.store import Store
from bot.views.progress import progress_view
from bot.watching.runner import WatchRunner
from index import Archive
from index.config import Config, Discord, Reading
from index.model import Progress
from tests.support import patience
from tests.support.layouts import menus, more_id

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
WIDTHS = {"": 800, "-phone": 400}  # what a picture's name ends with -> pixels
HEIGHT = 1600


@dataclass(frozen=True)
class Shot:
    """One message: its picture, the command that made it, and what to see in it."""

    name: str
    command: str
    words: str


class Studio:
    """A server with the bot, a reader and an administrator. `take` draws one message."""

    def __init__(self, env: Any, bot: Bot, folder: Path) -> None:
        self.env, self.bot, self.folder = env, bot, folder
        env.backend.bot_user.username = env.backend.bot_user.global_name = "OnRecord"
        guild = env.create_guild("Norvania Desk")
        self.channel = guild.create_text_channel("news")
        role = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
        self.reader = guild.add_member(env.create_user("mira"))
        self.admin = guild.add_member(env.create_user("desk-lead"), roles=[role])
        self.taken: list[Path] = []
        self.shots: list[Shot] = []

    async def take(self, name: str, target: Any, command: str, words: str, viewer: Any = None) -> None:
        """Draw a message, as `viewer` sees it, into FOLDER/NAME.png and FOLDER/NAME-phone.png."""
        viewer = viewer or self.reader
        for ending, width in WIDTHS.items():
            path = self.folder / f"{name}{ending}.png"
            async with self.env.preview(self.channel, viewers=[viewer], width=width, height=HEIGHT) as preview:
                await preview.screenshot(str(path), target=target, viewer=viewer, viewport=(width, HEIGHT))
            shrink(path)
            self.taken.append(path)
        self.shots.append(Shot(name, command, words))


def shrink(path: Path) -> None:
    """Fewer colours: a tenth of the size, and nothing to see of it."""
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


Scene = Callable[[Studio], Awaitable[None]]


async def _answers(studio: Studio) -> None:
    ask = functools.partial(studio.reader.slash, studio.channel, "ask")
    question = "What did Lindqvar promise about bread and heat?"
    answer = await ask(question=question)
    command = f"`/ask question: {question}`"
    await studio.take("answer", answer, command, "The words that answer, who said them, where and when.")
    await studio.reader.click(answer.response, label="Refine")
    await studio.take(
        "answer-refine", answer, f"{command}, then *Refine*", "What was understood goes with one press; menus narrow."
    )
    await studio.reader.click(answer.response, custom_id=more_id(answer.response.components))
    await studio.take("answer-more", answer, f"{command}, then *… more*", "Every passage whole, page by page.")
    found = menus(answer.response.components)["read"]
    read = await studio.reader.select(answer.response, [found["options"][0]["value"]], custom_id=found["custom_id"])
    await studio.take("context", read, f"{command}, then *Read on*", "A passage in its article, to the reader alone.")
    files = await studio.reader.select(answer.response, ["x:"], custom_id=found["custom_id"])
    await studio.take("export", files, f"{command}, then *Read on*", "All of it as files, with citations.")
    question = "Who pays for the second pilot on the night ferries?"
    turn = await ask(question=question)
    await studio.take("answer-turn", turn, f"`/ask question: {question}`", "An answer of a press conference.")


async def _noes(studio: Studio) -> None:
    ask = functools.partial(studio.reader.slash, studio.channel, "ask")
    question = "What did Bettina Oduya say about football?"
    no = await ask(question=question)
    await studio.take("no-silent", no, f"`/ask question: {question}`", "A no is one line, with its reason.")
    await studio.reader.click(no.response, label="Closest passages")
    command = f"`/ask question: {question}`, then *Closest passages*"
    await studio.take("no-nearest", no, command, "What comes nearest is told as no answer, and nothing is bold.")
    for name, question, words in (
        ("no-unknown", "What did Otto Marquard say about the ferries?", "Nobody of that name speaks in the archive."),
        ("no-period", "What did Bettina Oduya say about the strike in 2019?", "Nothing in the time that was asked."),
    ):
        await studio.take(name, await ask(question=question), f"`/ask question: {question}`", words)
    wrong = await ask(question="the harbour wall", since="the other day")
    await studio.take("error", wrong, "`/ask … since: the other day`", "A mistake is one private sentence.")


async def _reading(studio: Studio) -> None:
    for name, command, options, words in (
        ("timeline", "timeline", {"speaker": "Tomas Lindqvar"}, "One speaker's words by date."),
        ("brief", "brief", {"since": "2022-10-01"}, "What was said since a day, by speaker."),
        ("article", "article", {"article": "nt-2022-10-13-pilots"}, "One article, page by page."),
        ("speakers", "speakers", {}, "Who speaks in the archive."),
        ("sources", "sources", {}, "Its outlets."),
        ("compare", "compare", PAIR, "Two speakers on one topic, side by side."),
        ("changed", "changed", {"speaker": "Tomas Lindqvar", "topic": "bread"}, "Earlier and later words of one."),
        ("help", "help", {}, "What the bot answers."),
        ("privacy", "privacy", {}, "What is stored about oneself."),
    ):
        asked = await studio.reader.slash(studio.channel, command, **options)
        await studio.take(name, asked, _written(command, options), words)
    found = await studio.reader.slash(studio.channel, "quote", words="hungry children")
    await studio.take("quote", found, "`/quote words: hungry children`", "Statements to choose from, in private.")
    posted = await studio.reader.click(found.response, label="Post 1")
    await studio.take("quote-posted", posted.followups[0], "… then *Post 1*", "One statement with its credit.")


def _written(command: str, options: dict[str, Any]) -> str:
    return f"`/{' '.join([command, *(f'{name}: {value}' for name, value in options.items())])}`"


async def _administration(studio: Studio) -> None:
    asked = await studio.reader.slash(studio.channel, "ask", question="Who called the wall a monument with a leak?")
    why = await studio.admin.context_menu(studio.channel, "Explain this answer", asked.response)
    await studio.take("explain", why, "*Apps → Explain this answer*", "Why an answer is as it is.", studio.admin)
    panel = await studio.admin.slash(studio.channel, "settings", speaker="Tomas Lindqvar")
    await studio.admin.select(panel.response, ["Norvania Today"], custom_id="os:set_sources:0")
    command = "`/settings`, then *What and how much*"
    await studio.take("settings-what", panel, command, "What is answered, and how much.", studio.admin)
    await studio.admin.click(panel.response, label="Who and where")
    await studio.take("settings", panel, "`/settings`", "Who asks, and where.", studio.admin)
    await studio.admin.slash(studio.channel, "settings", speaker="-")
    await studio.admin.click(panel.response, label="What and how much")
    await studio.admin.select(panel.response, [], custom_id="os:set_sources:0")
    t = studio.bot.texts.of("en")
    channel = studio.bot.get_channel(studio.channel.id)
    assert isinstance(channel, discord.TextChannel)
    started = discord.utils.utcnow() - dt.timedelta(minutes=2)
    at = Progress(stage="embed", done=812, total=1840)
    posted = await channel.send(view=progress_view(t, at, started=started))
    await studio.take("reindex-progress", posted, "`/reindex`", "Progress in a message of its own.")
    await posted.delete()
    status = await studio.admin.slash(studio.channel, "status")
    await studio.take("status", status, "`/status`", "The archive, its index and the bot.", studio.admin)


PAIR = {"first": "Tomas Lindqvar", "second": "Bettina Oduya", "topic": "the budget"}
NEWS = {
    "id": "nt-2022-12-14-second-pilots",
    "title": "First second pilots start in January",
    "source": "Norvania Today",
    "date": "2022-12-14",
    "url": "https://norvania-today.example/second-pilots",
    "text": "The first forty second pilots begin on the night ferries on January 2.\n\n“Nobody will steer alone in the"
    " dark any more,” said Bettina Oduya, who leads the Pilots’ Union of Norvania. She added that the union would"
    " count the watches every month.",
}


async def _watching(studio: Studio) -> None:
    add = functools.partial(studio.reader.slash, studio.channel, "watch add")
    question = "second pilots on the night ferries"
    added = await add(question=question, cap=6)
    await studio.take("watch-added", added, f"`/watch add question: {question} cap: 6`", "A question that is kept.")
    await add(speaker="Rasmus Kehl", where="direct", when="weekly", hour=7, zone="Europe/Berlin")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        path.write_text(json.dumps(NEWS))
        await studio.bot.archive.ingest([path])
    await studio.bot.part(WatchRunner).run_once()
    await studio.env.settle()
    await studio.take("watch-post", studio.channel.last_message, "… when an article comes in", "What a watch posts.")
    listed = await studio.reader.slash(studio.channel, "watch list")
    await studio.take("watch-list", listed, "`/watch list`", "One's own watches.")


async def _removing(studio: Studio) -> None:
    question = "What did Oduya say about the budget?"
    posted = await studio.reader.slash(studio.channel, "ask", question=question)
    who = {"speaker": "Bettina Oduya", "reason": "asked us to"}
    done = await studio.admin.slash(studio.channel, "remove", **who)
    await studio.take("remove", done, _written("remove", who), "What one person said is taken out.", studio.admin)
    options = {"article": "nt-2022-10-13-pilots"}
    left = await studio.reader.slash(studio.channel, "article", **options)
    words = "Bars stand where it was; what others said in the same article stays."
    await studio.take("article-bars", left, _written("article", options), words)
    await studio.take("struck", posted, "… and an answer that showed it", "A message that showed what was removed.")


SCENES: tuple[Scene, ...] = (_answers, _noes, _reading, _administration, _watching, _removing)


async def shoot(folder: Path, scenes: tuple[Scene, ...] = SCENES) -> Studio:
    """Draw all scenes into a folder."""
    use_chromium()
    patience.install()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        limits = Discord(questions_per_minute=600, server_questions_per_minute=6000, watch_seconds=86_400.0)
        config = Config(home=Path(home), reading=Reading(folders=(EXAMPLES,)), discord=limits)
        async with Archive.open(config, warm=True) as archive:
            await archive.ingest([EXAMPLES])
            store = await Store.open(Path(home) / "bot.sqlite3")
            bot = build_bot(config, archive, store, shard_count=1)
            try:
                async with simcord.run(bot, check_errors=False) as env:
                    await bot.tree.sync()
                    studio = Studio(env, bot, folder)
                    for scene in scenes:
                        await scene(studio)
                    return studio
            finally:
                await store.close()


def gallery(shots: list[Shot]) -> str:
    """The page that shows every message beside the command that made it."""
    lines = [
        "# The bot in pictures",
        "",
        "Every message over the archive of [`examples/`](../examples/README.md), as a computer and a phone show it.",
        "Written by `python -m tests.support.screenshots` (`make screenshots`); [discord.md](discord.md) explains.",
    ]
    for shot in shots:
        pictures = " ".join(
            f'<img src="images/{shot.name}{ending}.png" width="{size}" alt="{shot.words}">'
            for ending, size in (("", 520), ("-phone", 260))
        )
        lines += ["", f"## {shot.words}", "", shot.command, "", pictures]
    return "\n".join(lines) + "\n"


def use_chromium() -> None:
    """Let simcord's preview start the system's Chromium. Raises FileNotFoundError."""
    from playwright.async_api import BrowserType

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise FileNotFoundError("no Chromium found; apt-get install chromium, or set CHROMIUM to its path")
    if not isinstance(BrowserType.launch, functools.partialmethod):
        launch = BrowserType.launch
        BrowserType.launch = functools.partialmethod(launch, executable_path=path, args=["--no-sandbox"])  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    images = ROOT / "docs" / "images"
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else images
    drawn = asyncio.run(shoot(target))
    if target.resolve() == images:
        (ROOT / "docs" / "discord-gallery.md").write_text(gallery(drawn.shots), encoding="utf-8")
    for picture in drawn.taken:
        print(picture, f"{picture.stat().st_size // 1000} kB")
