"""`python -m tests.support.launch [bot's options]`: `python -m bot` against the local Discord of the environment.

With `LOCAL_ARCHIVE=fake` the archive is the canned one, whose reindex waits for ever with `LOCAL_GATE=closed`;
otherwise it is the real one, as users run it. Each line of the file `LOCAL_NEWS` is the number of a canned hit
that comes in as news. `LOCAL_PATIENCE` is how long a stop waits for questions, `LOCAL_SILENCE` how
long an answer waits for Discord, in seconds.
"""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import discord.gateway
import discord.http
import yarl

import bot.app
import bot.asking


def main() -> None:
    discord.http.Route.BASE = os.environ["LOCAL_DISCORD_API"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["LOCAL_DISCORD_GATEWAY"])
    if "LOCAL_PATIENCE" in os.environ:
        bot.app.PATIENCE = float(os.environ["LOCAL_PATIENCE"])
    if "LOCAL_SILENCE" in os.environ:
        bot.app.SILENCE = bot.asking.TELLING = float(os.environ["LOCAL_SILENCE"])
    if os.environ.get("LOCAL_ARCHIVE") == "fake":
        import index
        from tests.support.fakes import FakeArchive
        from tests.support.people import HITS

        class Newsy(FakeArchive):
            async def mark(self) -> int:
                path = Path(os.environ.get("LOCAL_NEWS", "no-news"))
                numbers = [int(line) for line in path.read_text().split()] if path.exists() else []
                for number in numbers[len(self.news) :]:
                    self.bring(HITS[number])
                return self.marked

        class Canned:
            @staticmethod
            async def open(config: object, *, warm: bool = False) -> FakeArchive:
                del config, warm
                return Newsy(gate_open=os.environ.get("LOCAL_GATE") != "closed")

        index.Archive = Canned  # type: ignore[misc]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
