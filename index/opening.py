"""What `Archive.open` gives: something to await, or to enter."""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar


class Closes(Protocol):
    """Something with an end."""

    async def close(self) -> None:
        """Let go of what was opened."""
        ...


T = TypeVar("T", bound=Closes)


class Opening(Generic[T]):
    """Something that is being opened: await it, or enter it as an asynchronous context manager that closes it."""

    def __init__(self, opening: Coroutine[Any, Any, T]) -> None:
        self._opening = opening
        self._opened: T | None = None

    def __await__(self) -> Generator[Any, Any, T]:
        return self._opening.__await__()

    async def __aenter__(self) -> T:
        self._opened = await self._opening
        return self._opened

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opened is not None:
            await self._opened.close()
