"""The examples, ingested once with the real models; tests that write take a copy."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from index import Archive, Config

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def examples_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the examples; read only."""
    home = tmp_path_factory.mktemp("examples") / "archive"

    async def fill() -> None:
        async with Archive.open(Config(home=home)) as archive:
            await archive.ingest([EXAMPLES])

    asyncio.run(fill())
    return home


@pytest.fixture
def examples_copy(examples_home: Path, tmp_path: Path) -> Path:
    """The same archive, to be written to."""
    return Path(shutil.copytree(examples_home, tmp_path / "archive"))
