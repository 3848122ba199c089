"""How long each step of a question took."""

from __future__ import annotations

import time


class Clock:
    """Milliseconds of each step, in order."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._start = self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        """End the step that ran until now."""
        now = time.perf_counter()
        self.steps[step] = round(self.steps.get(step, 0.0) + (now - self._last) * 1000, 3)
        self._last = now

    def total(self) -> dict[str, float]:
        """All steps and their sum."""
        return {**self.steps, "total": round((time.perf_counter() - self._start) * 1000, 3)}
