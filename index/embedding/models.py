"""The models of the question's path: loaded once, off the event loop, shared by all questions."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.config import Config
from index.embedding.batching import Batcher
from index.embedding.choose import load_encoder, load_reranker
from index.embedding.protocol import Encoder, Reranker
from index.workers import Lazy, Workers

Floats = NDArray[np.float32]
Pairs = Sequence[tuple[str, str]]
_TOGETHER = 16  # questions in one batch


class Models:
    """Encoder and reader, and the batches in which questions go through them."""

    def __init__(self, config: Config, workers: Workers) -> None:
        self._encoder: Lazy[Encoder] = Lazy(lambda: load_encoder(config))
        self._reader: Lazy[Reranker | None] = Lazy(lambda: load_reranker(config))
        self._workers = workers
        self._embed: Batcher[str, Floats] = Batcher(self._embed_batch, _TOGETHER)
        self._read: Batcher[Pairs, Floats] = Batcher(self._read_batch, 4)

    async def encoder(self) -> Encoder:
        """The encoder. Raises ModelError."""
        return self._encoder.get() if self._encoder.made else await self._workers.question(self._encoder.get)

    async def reader(self) -> Reranker | None:
        """The reranker, if there is one. Raises ModelError."""
        return self._reader.get() if self._reader.made else await self._workers.question(self._reader.get)

    async def load(self) -> None:
        """Load both, each on a thread of its own."""
        await asyncio.gather(asyncio.to_thread(self._encoder.get), asyncio.to_thread(self._reader.get))

    async def embed(self, text: str) -> Floats:
        """A question's vector, shape (d,)."""
        return await self._embed(text)

    async def read(self, pairs: Pairs) -> Floats:
        """Logits of (question, passage) pairs; needs a reranker."""
        return await self._read(pairs)

    async def _embed_batch(self, texts: Sequence[str]) -> Sequence[Floats]:
        encoder = await self.encoder()
        return list(await self._workers.question(encoder.encode_questions, texts))

    async def _read_batch(self, questions: Sequence[Pairs]) -> Sequence[Floats]:
        reader = await self.reader()
        if reader is None:
            return [np.zeros(len(pairs), dtype=np.float32) for pairs in questions]
        flat = [pair for pairs in questions for pair in pairs]
        scores = await self._workers.question(reader.score, flat)
        ends = np.cumsum([len(pairs) for pairs in questions])
        return np.split(scores, ends[:-1])
