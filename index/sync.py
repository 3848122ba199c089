"""The archive for programs that are not asynchronous: one event loop in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from index.archive import Archive
from index.config import Config
from index.model import Answer, Changes, Question

T = TypeVar("T")


class SyncArchive:
    """An open archive for plain code; may be used from several threads. Close it, or use it in a `with` statement."""

    def __init__(self, config: Config, *, warm: bool = False) -> None:
        """Open the archive of `config.home`; see `Archive.open` for `warm` and for what is raised."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="onrecord", daemon=True)
        self._thread.start()
        try:
            self._archive = self._wait(_opened(config, warm))
        except BaseException:
            self._stop()
            raise

    def run(self, work: Callable[[Archive], Awaitable[T]]) -> T:
        """The result of anything that `Archive` does: `archive.run(lambda a: a.timeline("Velde"))`."""
        return self._wait(work(self._archive))

    def ask(self, question: Question | str) -> Answer:
        """See `Archive.ask`."""
        return self.run(lambda archive: archive.ask(question))

    def ingest(self, *paths: Path, source: str | None = None) -> Changes:
        """See `Archive.ingest`."""
        return self.run(lambda archive: archive.ingest(paths, source=source))

    def close(self) -> None:
        """Finish what runs and close the files; safe to call twice."""
        if self._thread.is_alive():
            self._wait(self._archive.close())
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _wait(self, work: Awaitable[T]) -> T:
        async def run() -> T:
            return await work

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result()

    def _stop(self) -> None:
        self._wait(self._loop.shutdown_asyncgens())
        self._wait(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _opened(config: Config, warm: bool) -> Archive:
    return await Archive.open(config, warm=warm)
