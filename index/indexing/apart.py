"""Articles are analysed in a process of its own: one that takes too long or too much ends nothing but itself.

A pattern that a hostile text keeps busy holds Python's lock, so that no thread beside it could stop it or answer
anybody. Run as a module it is that process: it takes articles and gives their analyses back (index/child.py) as
pickles, which are safe between a process and its own child.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import IO, Any, Self

from index.child import Child, answer, bounded, received
from index.config import Config
from index.errors import ModelError
from index.model import Article
from index.storage.analyses import Analysis

LONGEST = 2_000_000  # characters of an article that is analysed; the tagger keeps 400 bytes for each
MEMORY = 3_000_000_000  # bytes of address space, libraries included
_START = 120.0  # seconds in which the process must have loaded its model
_SECONDS, _EACH = 60.0, 0.002  # for a chunk, and for every character of it: an old processor, ten times as slow
_DIED = "ended the program that read it, as damaged and hostile texts do"
_TOO_LONG = f"is longer than {LONGEST:,} characters; split it"


class _Failed(Exception):
    """What the process said of an article that it could not read."""


class Apart:
    """The process, started when it is first needed; a context manager ends it. Safe to use from several threads."""

    def __init__(self, config: Config, *, seconds: float = _SECONDS) -> None:
        self._config = config
        self._seconds = seconds
        self._child = Child("index.indexing.apart")
        self._version: str | None = None  # of what it makes
        self._using = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Of the process; None: it was not started."""
        return self._child.pid

    def start(self) -> None:
        """Let it load its model meanwhile; what goes wrong is raised where it is needed."""

        def load() -> None:
            with contextlib.suppress(ModelError), self._using:
                if not self._child.runs:
                    self._version = self._greet()

        threading.Thread(target=load, daemon=True, name="onrecord-apart").start()

    def version(self) -> str:
        """What its analyses are made by; articles with another one are analysed again. Raises ModelError."""
        with self._using:
            if self._version is None:
                self._version = self._greet()
            return self._version

    def close(self) -> None:
        """End the process, once it has done what it is doing."""
        with self._using:
            self._child.close()

    def rest(self) -> None:
        """End the process unless it works."""
        if self._using.acquire(blocking=False):
            try:
                self._child.close()
            finally:
                self._using.release()

    def analyse(self, articles: Sequence[Article]) -> list[Analysis | str]:
        """For each article what was found in it, or why nothing could be, in a few words."""
        fit = [article for article in articles if len(article.text) <= LONGEST]
        with self._using:
            found = iter(self._together(fit))
        return [next(found) if len(article.text) <= LONGEST else _TOO_LONG for article in articles]

    def _together(self, articles: Sequence[Article], *, again: bool = True) -> list[Analysis | str]:
        if not articles:
            return []
        try:
            return list(self._ask(articles))
        except TimeoutError:
            why = f"took longer than {self._bound(articles):.0f} seconds to read"
        except _Failed as failed:
            why = f"cannot be read ({failed})"
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            why = _DIED
        self.close()
        if len(articles) == 1 and why == _DIED and again:  # it may have been ended from without
            return self._together(articles, again=False)
        if len(articles) == 1:
            return [why]
        # One of them it was: each by itself.
        return [one for article in articles for one in self._together([article])]

    def _bound(self, articles: Sequence[Article]) -> float:
        return self._seconds + _EACH * sum(len(article.text) for article in articles)

    def _greet(self) -> str:
        """Start it and tell what it makes analyses by."""
        self._child.start()
        version: str | None = None
        try:
            version, why = self._exchange(self._config, _START)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            why = f"what finds who said what does not start ({type(error).__name__}); run `onrecord doctor`"
        if version is None:
            self._child.close()
            raise ModelError(str(why))
        return version

    def _ask(self, articles: Sequence[Article]) -> list[Analysis]:
        if not self._child.runs:
            self._version = self._greet()
        found = self._exchange([replace(article, raw="") for article in articles], self._bound(articles))
        if isinstance(found, str):
            raise _Failed(found)
        return found

    def _exchange(self, value: object, seconds: float) -> Any:
        return pickle.loads(self._child.ask(pickle.dumps(value), seconds))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Take the settings, tell the version or what is wrong, then take articles until there are no more."""
    from index.attribution.attribute import load_attributor
    from index.indexing.analyse import analyse, analysis_version

    config: Config = pickle.loads(received(requests) or b"")
    try:
        attributor = load_attributor(config)
    except ModelError as error:
        answer(answers, pickle.dumps((None, str(error))))
        return
    answer(answers, pickle.dumps((analysis_version(config, attributor), None)))
    while (message := received(requests)) is not None:
        found: list[Analysis] | str
        try:
            found = analyse(pickle.loads(message), attributor, config.passages.max_words)
        except Exception as error:  # whatever it is, it is this article's alone
            found = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        answer(answers, pickle.dumps(found))


if __name__ == "__main__":
    serve(*bounded(MEMORY))
