"""Checks of settings, models, store, index and token, each with how to mend it."""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.config import Config
from index.embedding.choose import Choice, choose_encoder, choose_reranker, load_encoder, load_reranker
from index.embedding.hub import is_here, is_reachable
from index.errors import OnRecordError
from index.storage import generations
from index.storage.analyses import Counts, count_changes, count_rows
from index.storage.articles import last_number
from index.storage.database import DATABASE, can_write, open_database
from index.storage.generations import Manifest
from index.storage.health import bad_rows, complaints
from index.storage.schema import MIGRATIONS

_REPAIR = "run `onrecord doctor --repair`"
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
        lambda: _faces(config),
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
    if not can_write(home / DATABASE):
        return Check("note", "archive", f"{home}: can be read and not written", "change its owner to load articles")
    return Check("good", "archive", str(home))


def _store(config: Config) -> Check:
    path = config.home / DATABASE
    if not path.exists() and generations.newest(config.home):
        return Check("wrong", "store", f"{path}: is gone, though its index is there", "restore it from a backup")
    if not path.exists():
        return Check("note", "store", f"{path}: not there yet", "load articles with `onrecord ingest PATH`")
    if said := complaints(path):
        return Check("wrong", "store", f"{path}: {said[0]}", _REPAIR)
    counts = asyncio.run(_counted(path))
    if told := bad_rows(path).told():
        return Check("wrong", "store", f"{path}: {told}", _REPAIR)
    return Check("good", "store", f"{counts.articles} articles; the file, its references and its rows are whole")


def _faces(config: Config) -> list[Check]:
    """The stores that faces keep beside the archive's."""
    found: list[Check] = []
    for path in sorted(config.home.glob("*.sqlite3")):
        if path.name != DATABASE:
            said = complaints(path)
            good = Check("good", path.name, "the file and its references are whole")
            found.append(Check("wrong", path.name, f"{path}: {said[0]}", _REPAIR) if said else good)
    return found


async def _counted(path: Path) -> Counts:
    """How much a store holds. Opening brings the schema up to date, or says why it cannot."""
    db = await open_database(path, MIGRATIONS)
    try:
        return await count_rows(db)
    finally:
        await db.close()


def _index(config: Config) -> list[Check]:
    serving = generations.pointer(config.home)
    number = serving.number
    if serving.damage is not None:
        found = [Check("wrong", "index", serving.damage.partition("; ")[0], "run `onrecord reindex`")]
    else:
        found = []
    if number == 0:
        return found or [Check("note", "index", "nothing was indexed yet", "load articles with `onrecord ingest PATH`")]
    generation = generations.open_generation(config.home, number)
    manifest = generation.manifest
    if not generations.vectors_are_whole(generation):
        found.append(Check("wrong", "index", "some vectors are not numbers", _REPAIR))
    what = f"generation {number}: {manifest.passages} passages, {manifest.statements} statements"
    found.append(Check("good", "index", f"{what}; every file is as it was written"))
    found += asyncio.run(_against_store(config, manifest))
    model = choose_encoder(config).model
    if not manifest.model.startswith(model + "@"):
        mend = "run `onrecord reindex`, or set embedding.model back"
        found.append(Check("wrong", "index", f"was built with {manifest.model}, but {model} is configured", mend))
    return found


async def _against_store(config: Config, manifest: Manifest) -> list[Check]:
    """Whether the index holds what the store does."""
    db = await open_database(config.home / DATABASE, MIGRATIONS)
    try:
        counts, changes, last = await count_rows(db), await count_changes(db), await last_number(db)
    finally:
        await db.close()
    if last < manifest.last_row:
        smaller = f"the store is older or smaller than the index of {manifest.articles} articles"
        return [Check("wrong", "index", smaller, "restore the store, or run `onrecord reindex --yes`")]
    built = (manifest.articles, manifest.passages, manifest.statements)
    if changes != manifest.changes:
        return [Check("note", "index", "the store has changed since it was built", "run `onrecord reindex`")]
    if built != (counts.articles, counts.passages, counts.statements):
        return [Check("wrong", "index", f"it was built of {built}, the store holds other numbers", _REPAIR)]
    return []


def _model(what: str, choice: Choice | None, timed: Callable[[], str] | None) -> list[Check]:
    if choice is not None and choice.backend == "torch" and not is_here(choice.path) and not is_reachable():
        mend = "give the path of its folder, or leave the setting at auto"
        return [Check("wrong", what, f"{choice.path}: is not on this machine, and the hub cannot be reached", mend)]
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
