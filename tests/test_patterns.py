"""No pattern takes the power of a line's length: a text of capitals or blanks once took eight minutes.

Every pattern of `index` and `bot` reads texts made against it; each may take as long as a quadratic pattern of the
same length, some hundred times. A cubic one takes several hundred times that, an exponential one for ever.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator, Mapping
from types import FrameType
from zlib import crc32

import pytest

import bot
import index
from tests.support.pumps import pumped

_LENGTH = 700  # characters
_TEXTS = 12  # against each pattern
_BUSY = 4  # times longer by the clock, on a machine that does other work
_SLOWER = 120  # times a quadratic pattern
_DEEP = 4
_AT_LINES = ".FORMS["  # forms of marks are asked at the beginning of a line alone


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for package in (index, bot):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                for name, value in vars(importlib.import_module(module.name)).items():
                    for where, pattern in _inside(value, f"{module.name}.{name}", _DEEP):
                        found.setdefault(where, pattern)
    return {where: pattern for where, pattern in found.items() if isinstance(pattern.pattern, str)}


def _inside(value: object, where: str, deep: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield where, value
    elif deep and isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(one, f"{where}[{key!r}]", deep - 1)
    elif deep and isinstance(value, (tuple, list, set, frozenset)):
        for number, one in enumerate(value):
            yield from _inside(one, f"{where}[{number}]", deep - 1)
    elif deep and isinstance(getattr(value, "pattern", None), re.Pattern):
        yield f"{where}.pattern", value.pattern  # pyright: ignore[reportAttributeAccessIssue]


class _TooLong(Exception):
    pass


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


def _seconds(pattern: re.Pattern[str], text: str, most: float = 30.0, *, here: bool = False) -> float:
    """Seconds of processor that a search takes, or a match at the beginning (`here`); it is broken off after `most`."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, most * _BUSY)
    try:
        (pattern.match if here else pattern.search)(text)
    except _TooLong:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - start


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="a search is broken off by a signal")
def test_no_pattern_is_slower_than_quadratic() -> None:
    before = signal.signal(signal.SIGALRM, _give_up)
    try:
        usual = min(_seconds(re.compile(r"[a-z]*!"), "a" * _LENGTH) for _ in range(5))
        slow: dict[str, str] = {}
        for where, pattern in _patterns().items():
            for text in pumped(pattern, _LENGTH, _TEXTS, seed=crc32(pattern.pattern.encode(errors="replace"))):
                most, here = _SLOWER * usual, _AT_LINES in where
                # A machine that does other work is slow now and then.
                if all(_seconds(pattern, text, 2 * most, here=here) > most for _ in range(3)):
                    slow[where] = text[:80]
        assert not slow
    finally:
        signal.signal(signal.SIGALRM, before)


def test_the_texts_would_find_a_cubic_pattern() -> None:
    before = signal.signal(signal.SIGALRM, _give_up)
    try:
        usual = min(_seconds(re.compile(r"[a-z]*!"), "a" * _LENGTH) for _ in range(5))
        cubic = re.compile(r"\s*(?:,)?\s*\[")
        assert any(_seconds(cubic, text, 1.0) > _SLOWER * usual for text in pumped(cubic, _LENGTH, 5 * _TEXTS, seed=1))
    finally:
        signal.signal(signal.SIGALRM, before)
