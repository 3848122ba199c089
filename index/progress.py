"""Long work: how far it is, and how to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from index.errors import Cancelled
from index.model import Progress

OnProgress = Callable[[Progress], None]


class CancelToken:
    """A flag that any thread may set; long work looks at it between steps."""

    def __init__(self) -> None:
        self._flag = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at the next step."""
        self._flag.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._flag.is_set()

    def check(self) -> None:
        """Raise Cancelled when somebody asked."""
        if self.cancelled:
            raise Cancelled("cancelled; what was finished is kept, and the index that served goes on serving")
