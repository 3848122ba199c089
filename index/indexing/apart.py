"""Long articles are analysed in a process of its own: one that takes too long or too much ends nothing but itself.

Run as a module it is that process: it takes articles from standard input and gives their analyses back, each as a
length in eight bytes and a pickle, which is safe between a process and its own child.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Self

from index.attribution.attribute import load_attributor
from index.config import Config
from index.errors import ModelError
from index.indexing.analyse import analyse
from index.model import Article
from index.reading.isolation import read_exactly, write_all
from index.storage.analyses import Analysis

LONGEST = 2_000_000  # characters of an article that is analysed; the tagger keeps 400 bytes for each
MEMORY = 3_000_000_000  # bytes of address space, libraries included
_LENGTH = struct.Struct(">Q")
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
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Of the process; None: it was not started."""
        return None if self._process is None else self._process.pid

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

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
        process = self._process if self._process is not None and self._process.poll() is None else self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        bare = [replace(article, raw="") for article in articles]
        answer = _exchange(process.stdin, process.stdout, bare, time.monotonic() + self._bound(articles))
        if isinstance(answer, str):
            raise _Failed(answer)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "index.indexing.apart"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        if process.stdin is None or process.stdout is None:
            raise EOFError
        answer = _exchange(process.stdin, process.stdout, self._config, time.monotonic() + _START)
        if answer is not None:
            raise ModelError(str(answer))
        return process


def _exchange(requests: IO[bytes], answers: IO[bytes], value: object, until: float) -> Any:
    data = pickle.dumps(value)
    write_all(requests.fileno(), _LENGTH.pack(len(data)) + data, until)
    size = _LENGTH.unpack(read_exactly(answers.fileno(), _LENGTH.size, until))[0]
    return pickle.loads(read_exactly(answers.fileno(), size, until))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Take the settings, then articles until there are no more."""
    config: Config = _received(requests)
    try:
        attributor = load_attributor(config)
    except ModelError as error:
        _answer(answers, str(error))
        return
    _answer(answers, None)
    while (articles := _received(requests)) is not None:
        found: list[Analysis] | str
        try:
            found = analyse(articles, attributor, config.passages.max_words)
        except Exception as error:  # whatever it is, it is this article's alone
            found = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        _answer(answers, found)


def _received(requests: IO[bytes]) -> Any:
    header = requests.read(_LENGTH.size)
    return pickle.loads(requests.read(_LENGTH.unpack(header)[0])) if header else None


def _answer(answers: IO[bytes], value: object) -> None:
    data = pickle.dumps(value)
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on every system; the time is limited everywhere
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit()
    answers_to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes nowhere
    serve(sys.stdin.buffer, answers_to)
