"""What every test has: models that are loaded once a process, and the examples, ingested once with the real ones."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Archive, Config
from tests.support import models

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session", autouse=True)
def models_once() -> Iterator[None]:
    """See `tests.support.models`."""
    with pytest.MonkeyPatch.context() as patch:
        models.install(patch)
        yield


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
