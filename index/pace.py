"""How long an answer takes, measured apart while long work runs beside the answers and while it does not."""

from __future__ import annotations

from collections import deque

_MEASURED = 40  # answers that it is taken from
_ASSUMED = 5  # measured ones that what is assumed weighs as much as
SLOWER = 2.0  # times beside long work where both take all cores (.21 and .44 seconds an answer)
_LEAST = 1.15  # times where each has cores of its own (.60 and .69 seconds)


def slowed(threads: int, processors: int) -> float:
    """How many times longer an answer probably takes beside long work, where each computes with so many threads."""
    return max(_LEAST, SLOWER * min(threads / processors, 1.0))


class Pace:
    """Seconds an answer. What one situation has not shown yet is taken from the other."""

    def __init__(self, first: float, *, slower: float = SLOWER) -> None:
        """`first`: a guess, as long as nothing is known; `slower`: times beside long work, until that is measured."""
        self._slower = slower
        self._first = first
        self._guessed = True
        self._took: dict[bool, deque[float]] = {beside: deque(maxlen=_MEASURED) for beside in (False, True)}

    def assume(self, seconds: float) -> None:
        """What an answer takes that nobody asked for, in place of the guess."""
        self._first, self._guessed = seconds, False

    def note(self, seconds: float, *, beside: bool) -> None:
        """An answer took so long; `beside`: long work ran meanwhile."""
        self._took[beside].append(seconds)

    def seconds(self, *, beside: bool) -> float:
        """The mean of the last ones: what many take together is their number times this."""
        took, other = self._took[beside], self._took[not beside]
        if other:
            assumed = sum(other) / len(other) * (self._slower if beside else 1 / self._slower)
        else:
            assumed = self._first * (self._slower if beside else 1)
        weight = 0 if took and self._guessed and not other else _ASSUMED
        return (sum(took) + weight * assumed) / (len(took) + weight)
