"""The models of the question's path: loaded once, off the event loop, shared by all questions."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.config import Config
from index.embedding.choose import load_encoder, load_reranker
from index.embedding.protocol import Encoder, Reranker
from index.embedding.texts import text_hash
from index.errors import OnRecordError
from index.heap import give_back
from index.memory import Bounded
from index.workers import Lazy, Workers

Floats = NDArray[np.float32]
Pairs = Sequence[tuple[str, str]]
_PAIRS_OF_A_QUESTION = 64  # that are kept for each answer that is
_STATEMENTS = 16_384  # whose vectors are kept: 25 MB of 384 numbers each
_LONG = 60.0  # seconds without a question after which the reader is put away: it takes .15 seconds to load
_AT_ONCE = 16  # statements between two looks at whether a question waits


class Models:
    """Encoder and reranker, with what they gave for the last questions.

    A text's vector and a pair's logit do not depend on what else is asked, so that what is kept is what would come out
    again: a question under other filters reads only the passages that it did not read before.
    """

    def __init__(self, config: Config, workers: Workers) -> None:
        self._encoder: Lazy[Encoder] = Lazy(lambda: load_encoder(config))
        self._reranker: Lazy[Reranker | None] = Lazy(lambda: load_reranker(config))
        self._workers = workers
        self._vectors: Bounded[str, Floats] = Bounded(config.search.remember)
        self._said: Bounded[bytes, Floats] = Bounded(_STATEMENTS)
        self._logits: Bounded[bytes, float] = Bounded(config.search.remember * _PAIRS_OF_A_QUESTION)
        workers.when_quiet(self._let_go)
        workers.when_quiet(self._put_away, _LONG)

    async def encoder(self) -> Encoder:
        """The encoder. Raises ModelError."""
        return self._encoder.get() if self._encoder.made else await self._workers.question(self._encoder.get)

    async def reranker(self) -> Reranker | None:
        """The reranker, if there is one. Raises ModelError."""
        return self._reranker.get() if self._reranker.made else await self._workers.question(self._reranker.get)

    def begin(self) -> None:
        """Load the encoder beside whatever is done next; who asks for it waits for it, or is told why it cannot be."""

        def load() -> None:
            with contextlib.suppress(OnRecordError):
                self._encoder.get()

        if not self._encoder.made:
            threading.Thread(target=load, daemon=True).start()

    async def load(self) -> None:
        """Load both, each on a thread of its own."""
        await asyncio.gather(asyncio.to_thread(self._encoder.get), asyncio.to_thread(self._reranker.get))
        self._workers.stir()  # what loading took for a moment is given back once nobody waits

    async def embed(self, text: str) -> Floats:
        """A question's vector, shape (d,)."""
        known = self._vectors.get(text)
        if known is not None:
            return known
        encoder = await self.encoder()
        vector = (await self._workers.question(encoder.encode_questions, [text]))[0]
        self._vectors.put(text, vector)
        return vector

    async def embed_statements(self, texts: Sequence[str]) -> Floats:
        """Vectors of statements, shape (len(texts), d): made when they are asked for, and kept in bounds.

        The index holds none. A few at a time, so that a question that comes meanwhile is not kept waiting.
        """
        encoder = await self.encoder()
        keys = [text_hash(text) for text in texts]
        vectors = {key: known for key in keys if (known := self._said.get(key)) is not None}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in vectors}
        todo = list(new.items())
        for at in range(0, len(todo), _AT_ONCE):
            some = todo[at : at + _AT_ONCE]
            made = await self._workers.question(encoder.encode, [text for _, text in some])
            for (key, _), vector in zip(some, made, strict=True):
                vectors[key] = vector
                self._said.put(key, vector)
        return np.array([vectors[key] for key in keys], dtype=np.float32).reshape(len(keys), encoder.dimension)

    async def read(self, pairs: Pairs) -> Floats:
        """Logits of (question, passage) pairs, shape (len(pairs),); zeros without a reranker."""
        reranker = await self.reranker()
        if reranker is None:
            return np.zeros(len(pairs), dtype=np.float32)
        keys = [text_hash(f"{question}\0{passage}") for question, passage in pairs]
        logits = {key: known for key in keys if (known := self._logits.get(key)) is not None}
        unread = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in logits}
        if unread:
            scores = await self._workers.question(reranker.score, list(unread.values()))
            for key, score in zip(unread, scores.tolist(), strict=True):
                logits[key] = score
                self._logits.put(key, score)
        return np.array([logits[key] for key in keys], dtype=np.float32)

    def _let_go(self) -> None:
        """Nobody asks: give back what the last questions took to work with. The models stay."""
        if self._encoder.made:
            self._encoder.get().rest()
        if self._reranker.made and (reranker := self._reranker.get()) is not None:
            reranker.rest()
        give_back()

    def _put_away(self) -> None:
        """Nobody has asked for long: the reader, which is read from the disk again for the next question."""
        self._reranker.forget()
        give_back()
