"""An archive whose vectors Milvus searches: the same answers, no collection left over, failures in one sentence.

On milvus-lite, which speaks the server's protocol over a socket of this process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from index import Archive, Config, Question
from index.errors import ArchiveError, Cancelled, ConfigError
from index.model import Answer, Progress
from index.storage import generations

pytestmark = pytest.mark.skipif(
    find_spec("milvus_lite") is None, reason='milvus-lite is not installed: pip install "onrecord[milvus-lite]"'
)
QUESTIONS = [
    Question(text="what did the mayor say about the harbour wall?"),
    Question(text="who spoke of the grain harvest in the north?"),
    Question(text="what was said about the harbour in March 2022?"),
    Question(text="harbour", speaker="Ilse Brandt-Okoye"),
    Question(text="budget", source="nowhere", infer=False),
    Question(text="what is the price of a rocket to Mars?"),
]


@pytest.fixture
def on_milvus(tmp_path: Path) -> Callable[[Path], Config]:
    """The settings of an archive on a milvus-lite of its own."""

    def config(home: Path) -> Config:
        vectors = {"backend": "milvus", "uri": str(tmp_path / "lite.db")}
        return Config.model_validate({"home": home, "search": {"read": 8}, "vectors": vectors})

    return config


def collections(config: Config) -> set[str]:
    from pymilvus import MilvusClient

    client: Any = MilvusClient(config.vectors.uri)
    return set(client.list_collections())


async def answers(config: Config) -> list[Answer | str]:
    found: list[Answer | str] = []
    async with Archive.open(config) as archive:
        for question in QUESTIONS:
            try:
                found.append(replace(await archive.ask(question), timings_ms={}))
            except Exception as error:  # an outlet that there is not is told in the same words
                found.append(str(error))
    return found


async def test_the_answers_are_those_of_faiss_and_collections_go_with_their_generation(
    examples_home: Path, examples_copy: Path, on_milvus: Callable[[Path], Config], tmp_path: Path
) -> None:
    config = on_milvus(examples_copy)
    async with Archive.open(config) as archive:
        changes = await archive.reindex()
        assert (changes.embedded, changes.generation) == (0, 2)
    assert await answers(config) == await answers(Config.model_validate({"home": examples_home, "search": {"read": 8}}))
    [first] = collections(config)
    for number in (3, 4):
        more = tmp_path / f"more{number}.txt"
        more.write_text("date 2022-05-01\n\nMayor Ilse Brandt-Okoye said the pier would open.\n" * number)
        async with Archive.open(config) as archive:
            assert (await archive.ingest([more])).generation == number
    assert len(collections(config)) == 2 and first not in collections(config)  # the one that serves, the one before
    async with Archive.open(Config(home=examples_copy)) as archive:
        await archive.reindex()
        await archive.writer().rebuild()
    assert collections(config) == set()


async def test_an_interrupted_build_leaves_no_collection(
    examples_copy: Path, on_milvus: Callable[[Path], Config]
) -> None:
    config = on_milvus(examples_copy)

    async with Archive.open(config) as archive:
        from index.progress import CancelToken

        token = CancelToken()

        def cancel(progress: Progress) -> None:
            if progress.stage == "index":
                token.cancel()

        with pytest.raises(Cancelled):
            await archive.reindex(on_progress=cancel, cancel=token)
        assert generations.current_number(examples_copy) == 1
        await archive.reindex()
    assert len(collections(config)) == 1


async def test_a_server_that_is_not_there_is_told_in_one_sentence(examples_copy: Path) -> None:
    config = Config.model_validate(
        {"home": examples_copy, "vectors": {"backend": "milvus", "uri": "http://127.0.0.1:9"}}
    )
    async with Archive.open(config) as archive:
        with pytest.raises(ArchiveError, match=r"^http://127\.0\.0\.1:9: .*see vectors\.uri$") as told:
            await archive.reindex()
        assert "\n" not in str(told.value)
        assert (await archive.ask("what did the mayor say about the harbour wall?")).hits  # the old index serves


async def test_a_collection_that_is_gone_asks_for_a_reindex(
    examples_copy: Path, on_milvus: Callable[[Path], Config]
) -> None:
    from pymilvus import MilvusClient

    config = on_milvus(examples_copy)
    async with Archive.open(config) as archive:
        await archive.reindex()
        client: Any = MilvusClient(config.vectors.uri)
        client.drop_collection(*collections(config))
        with pytest.raises(ArchiveError, match=r"has no collection onrecord_.*run `onrecord reindex`"):
            await archive.ask("harbour")
        await archive.reindex()
        assert (await archive.ask("what did the mayor say about the harbour wall?")).hits


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[vectors]\nbackend = "milvus"\nuri = "ftp://somewhere"\n')
    with pytest.raises(ConfigError, match=r"vectors\.uri"):
        Config.load(file, environ={})
    file.write_text('[vectors]\nbackend = "milvus"\nuri = "lite.db"\n')
    assert Config.load(file, environ={}).vectors.engine == f"milvus {tmp_path / 'lite.db'}"
