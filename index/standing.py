"""Standing questions, thousands at once: which of them new articles may answer. A part of `Archive`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.model import Question
from index.search.recent import own_day
from index.search.watching import Topic, Watched, stirred, topic_of

if TYPE_CHECKING:
    from index.search.engine import Engine
    from index.search.snapshot import Snapshot


class Standing(ABC):
    """Methods of `Archive` for who keeps questions and asks them of what comes."""

    _engine: Engine

    @abstractmethod
    async def _current(self) -> Snapshot | None: ...

    async def model(self) -> str:
        """The model that the index was embedded by; empty for an empty archive."""
        snapshot = await self._current()
        return "" if snapshot is None else snapshot.manifest.model

    async def topic(self, question: Question) -> Topic:
        """What is searched for a question, as a vector to be kept beside it; another model wants another one."""
        return await topic_of(self._engine, await self._current(), question, own_day())

    async def stirred(self, watched: Sequence[Watched]) -> tuple[bool, ...]:
        """For each whether articles newer than its mark may answer it: then `ask_new` or `said` tells what they hold.

        One product of all topics with the new passages, and the reranker for the nearest few of those that come near.
        Raises ValueError for topics of another model than the index's.
        """
        snapshot = await self._current()
        if snapshot is None or not watched:
            return (False,) * len(watched)
        if any(one.topic is not None and one.topic.model != snapshot.manifest.model for one in watched):
            raise ValueError("a topic was embedded by another model")
        return await stirred(self._engine, snapshot, watched, own_day())
