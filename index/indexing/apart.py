"""Long articles are analysed in a process of its own: one that takes too long or too much ends nothing but itself.

Run as a module it is that process: it takes articles and gives their analyses back (index/child.py) as pickles, which
are safe between a process and its own child.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from typing import IO, Any, Self

from index.attribution.attribute import load_attributor
from index.child import Child, answer, bounded, received
from index.config import Config
from index.errors import ModelError
from index.indexing.analyse import analyse
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
    """The process, started with the first article; a context manager ends it."""

    def __init__(self, config: Config, *, seconds: float = _SECONDS) -> None:
        self._config = config
        self._seconds = seconds
        self._child = Child("index.indexing.apart")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Of the process; None: it was not started."""
        return self._child.pid

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def analyse(self, articles: Sequence[Article]) -> list[Analysis | str]:
        """For each article what was found in it, or why nothing could be, in a few words."""
        fit = [article for article in articles if len(article.text) <= LONGEST]
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

    def _ask(self, articles: Sequence[Article]) -> list[Analysis]:
        if not self._child.runs:
            self._child.start()
            if (why := self._exchange(self._config, _START)) is not None:
                raise ModelError(str(why))
        found = self._exchange([replace(article, raw="") for article in articles], self._bound(articles))
        if isinstance(found, str):
            raise _Failed(found)
        return found

    def _exchange(self, value: object, seconds: float) -> Any:
        return pickle.loads(self._child.ask(pickle.dumps(value), seconds))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Take the settings, then articles until there are no more."""
    config: Config = pickle.loads(received(requests) or b"")
    try:
        attributor = load_attributor(config)
    except ModelError as error:
        answer(answers, pickle.dumps(str(error)))
        return
    answer(answers, pickle.dumps(None))
    while (message := received(requests)) is not None:
        found: list[Analysis] | str
        try:
            found = analyse(pickle.loads(message), attributor, config.passages.max_words)
        except Exception as error:  # whatever it is, it is this article's alone
            found = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        answer(answers, pickle.dumps(found))


if __name__ == "__main__":
    serve(*bounded(MEMORY))
