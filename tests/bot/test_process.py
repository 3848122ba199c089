"""Logs without secrets, the command line's verb, start-up errors, and an event loop that is never blocked."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
import typer
from typer.testing import CliRunner

from bot import log
from bot.command import register
from bot.sync import application_id, install_link, invite_link
from index.cli.context import CliContext
from index.config import Config, Log
from tests.support.blocking import Lag
from tests.support.wire import TOKEN


@pytest.fixture
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("form", ["json", "console"])
def test_no_log_line_holds_a_token(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(Log.model_validate({"format": form}), "my-own-secret")
    structlog.stdlib.get_logger("onrecord.bot").info("started", header=f"Bot {TOKEN}", secret="my-own-secret")
    logging.getLogger("discord.http").warning("request %s failed", TOKEN)
    try:
        question = "what a user asked in private"
        raise ValueError(TOKEN)
    except ValueError as error:
        structlog.stdlib.get_logger("onrecord.bot").error("failed", exc_info=error)
        del question
    written = capsys.readouterr().err
    assert written.count(log.HIDDEN) >= 4
    assert TOKEN not in written and "my-own-secret" not in written
    assert "what a user asked in private" not in written
    if form == "json":
        assert {json.loads(line)["level"] for line in written.splitlines()} == {"info", "warning", "error"}


def application(config: Config) -> typer.Typer:
    app = typer.Typer()
    register(app)

    @app.callback()
    def root(context: typer.Context) -> None:
        context.obj = CliContext(config=config)

    return app


@pytest.mark.parametrize(
    ("options", "token", "said"),
    [
        ([], "", "DISCORD_TOKEN is not set"),
        (["--guild", "5"], TOKEN, "belong to --sync"),
        (["--force"], TOKEN, "belong to --sync"),
    ],
)
def test_wrong_use_is_one_sentence(config: Config, options: list[str], token: str, said: str) -> None:
    result = CliRunner().invoke(application(config), ["bot", *options], env={"DISCORD_TOKEN": token})
    assert result.exit_code == 2
    assert said in result.output and "Traceback" not in result.output


def test_the_invite_prints_both_links(config: Config) -> None:
    result = CliRunner().invoke(application(config), ["bot", "--invite"], env={"DISCORD_TOKEN": TOKEN})
    number = application_id(TOKEN)
    assert result.exit_code == 0 and number == 123456789012345678
    assert invite_link(number) in result.output and install_link(number) in result.output


@pytest.mark.parametrize("token", ["", "abc", "!!!.x.y", "aGVsbG8.x.y"])
def test_a_token_that_names_no_application(token: str) -> None:
    assert application_id(token) is None


def test_registering_the_verb_does_not_import_discord() -> None:
    code = "import sys, typer, bot.command; bot.command.register(typer.Typer()); sys.exit('discord' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_the_measure_of_a_blocked_loop_measures() -> None:
    import time

    async with Lag() as lag:
        await asyncio.to_thread(time.sleep, 0.01)
        await asyncio.to_thread(sum, range(3_000_000))  # computes, but not on the loop's thread
        elsewhere = lag.longest
        before = time.thread_time()
        sum(range(3_000_000))
        taken = time.thread_time() - before
    assert lag.longest >= taken > elsewhere


def briefings(folder: Any) -> None:
    """A small archive of fictional briefings."""
    folder.mkdir()
    for number in range(12):
        who = ("Mara Velden", "Tomas Rehak", "Ines Oduya")[number % 3]
        lines = [
            f"Briefing {number} on the harbour of Lowmark took place in the old customs house.",
            f"{who} said the ferry would sail {number} times before the frost. “Every plank was counted,” {who} said.",
            f"Asked about the bridge, {who} warned that bolt {number} was missing. The council took note.",
        ] * 4
        article = {
            "id": f"b{number}",
            "date": "2022-04-05",
            "source": "The Lowmark Courier",
            "text": "\n\n".join(lines),
        }
        (folder / f"{number}.jsonl").write_text(json.dumps(article))
