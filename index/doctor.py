"""Checks of settings, models, store, index and token, each with how to mend it."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from index.config import Config
from index.embedding.choose import Choice, choose_encoder, choose_reranker, load_encoder, load_reranker
from index.errors import OnRecordError
from index.storage import generations
from index.storage.database import open_database
from index.storage.schema import MIGRATIONS

_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}")
_SAMPLE = "The mayor said that the harbour would stay open until the end of the year. " * 6


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `note`: works, but worth knowing; `wrong`: must be mended."""

    verdict: Literal["good", "note", "wrong"]
    what: str
    finding: str
    mend: str = ""


def examine(config: Config, *, quick: bool = False) -> list[Check]:
    """All checks, in the order in which things fail; `quick` does not load the models."""
    checks: list[Callable[[], list[Check]]] = [
        lambda: [_home(config)],
        lambda: [_store(config)],
        lambda: _index(config),
        lambda: _model("encoder", choose_encoder(config), None if quick else lambda: _time_encoder(config)),
        lambda: _model("reranker", choose_reranker(config), None if quick else lambda: _time_reranker(config)),
        lambda: [_token()],
    ]
    found = [Check("good", "configuration", "every setting is valid")]
    for check in checks:
        try:
            found += check()
        except OnRecordError as error:
            found.append(Check("wrong", "archive", str(error)))
    return found


def _home(config: Config) -> Check:
    home = config.home
    if not home.exists():
        return Check("note", "archive", f"{home}: not there yet", "load articles with `onrecord ingest PATH`")
    if not os.access(home, os.W_OK):
        return Check("wrong", "archive", f"{home}: cannot be written", "change its owner or choose another --home")
    return Check("good", "archive", str(home))


def _store(config: Config) -> Check:
    path = config.home / "archive.sqlite3"
    if not path.exists():
        return Check("note", "store", f"{path}: not there yet", "load articles with `onrecord ingest PATH`")
    asyncio.run(_opened(config))
    with sqlite3.connect(path) as db:
        verdict = db.execute("PRAGMA quick_check").fetchone()[0]
        count = db.execute("SELECT count(*) FROM articles WHERE current = 1").fetchone()[0]
    if verdict != "ok":
        return Check("wrong", "store", f"{path}: {verdict}", "restore it from a backup, or ingest the files again")
    return Check("good", "store", f"{count} articles, the file is whole")


async def _opened(config: Config) -> None:
    """Opening brings the schema up to date, or says why it cannot."""
    await (await open_database(config.home / "archive.sqlite3", MIGRATIONS)).close()


def _index(config: Config) -> list[Check]:
    number = generations.current_number(config.home)
    if number == 0:
        return [Check("note", "index", "nothing was indexed yet", "load articles with `onrecord ingest PATH`")]
    manifest = generations.open_generation(config.home, number).manifest
    found = [
        Check("good", "index", f"generation {number}: {manifest.passages} passages, {manifest.statements} statements")
    ]
    model = choose_encoder(config).model
    if not manifest.model.startswith(model + "@"):
        mend = "run `onrecord reindex`, or set embedding.model back"
        found.append(Check("wrong", "index", f"was built with {manifest.model}, but {model} is configured", mend))
    return found


def _model(what: str, choice: Choice | None, timed: Callable[[], str] | None) -> list[Check]:
    if choice is None:
        mend = "install onrecord with its weights, or name a CrossEncoder in search.reranker"
        return [Check("note", what, "off: answers are less exact", mend)]
    speed = f"; {timed()}" if timed is not None else ""
    return [Check("good", what, f"{choice.model} through {choice.backend}: {choice.reason}{speed}")]


def _time_encoder(config: Config) -> str:
    encoder = load_encoder(config)
    question = _median(lambda: encoder.encode_questions(["what did the mayor say about the harbour?"]))
    passage = _median(lambda: encoder.encode([_SAMPLE] * 8)) / 8
    return f"{question:.1f} ms a question, {1000 / passage:.0f} passages a second on this machine"


def _time_reranker(config: Config) -> str:
    reader = load_reranker(config)
    if reader is None:
        return "off"
    pair = _median(lambda: reader.score([("what did the mayor say about the harbour?", _SAMPLE)] * 8)) / 8
    return f"{pair:.1f} ms a passage on this machine"


def _median(call: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(6):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def _token() -> Check:
    token = os.environ.get("DISCORD_TOKEN", "")
    if not token:
        mend = "set DISCORD_TOKEN before `onrecord bot`; docs/discord.md says where it comes from"
        return Check("note", "token", "no token in the environment; only the bot needs one", mend)
    if not _TOKEN.fullmatch(token):
        return Check("wrong", "token", "DISCORD_TOKEN has not the form of a bot token", "copy it again, without quotes")
    return Check("good", "token", "DISCORD_TOKEN has the form of a bot token")
