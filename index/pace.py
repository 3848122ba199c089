"""How long an answer takes, measured apart while long work runs beside the answers and while it does not."""

from __future__ import annotations

from collections import deque

_MEASURED = 20  # answers that it is taken from
_ASSUMED = 3  # measured ones that what is assumed weighs as much as
_SLOWER = 2.0  # times beside a reindex, on two cores (.21 and .44 seconds an answer); taken until it is measured


class Pace:
    """Seconds an answer. What one situation has not shown yet is taken from the other."""

    def __init__(self, first: float) -> None:
        """`first`: a guess, as long as nothing is known."""
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
            assumed = sum(other) / len(other) * (_SLOWER if beside else 1 / _SLOWER)
        else:
            assumed = self._first * (_SLOWER if beside else 1)
        weight = 0 if took and self._guessed and not other else _ASSUMED
        return (sum(took) + weight * assumed) / (len(took) + weight)
