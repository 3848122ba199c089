"""What an answer showed, as the bot keeps it: which words of which article, in what order, and not the words.

The words are read again from the archive when a button needs them (`bot.showing`), so that what has left the
archive is not shown from here either.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from pydantic import TypeAdapter

from index.model import Answer, Article, Hit, Passage, Question

_ANSWER = TypeAdapter(Answer)
_WORDS = {"text": "", "quote": None, "context": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """An answer whose hits have lost their words. `digests` stand for them, passage and reporter's question.

    `generation`: the archive's, when it was asked; `threshold`: what the confidence was held against.
    """

    answer: Answer
    digests: tuple[tuple[str, str], ...]
    generation: int
    threshold: float

    def filled(self, hit: Hit, article: Article | None, passages: Sequence[Passage] = ()) -> Hit | None:
        """One of the answer's hits with its words; None where the article is gone or no longer holds them there."""
        text, context = self.digests[self.answer.hits.index(hit)]
        if article is None or digest(article.text[hit.start : hit.end]) != text:
            return None
        asked = [article.text[slice(*passage.context)] for passage in passages if passage.context is not None]
        return replace(
            hit,
            text=article.text[hit.start : hit.end],
            quote=None if hit.quote_start is None else article.text[hit.quote_start : hit.quote_end],
            context=next((words for words in asked if context and digest(words) == context), None),
        )


def pin(answer: Answer, *, generation: int, threshold: float) -> Pinned:
    """What is kept of an answer."""
    bare = tuple(replace(hit, **_WORDS) for hit in answer.hits)
    digests = tuple((digest(hit.text), digest(hit.context or "")) for hit in answer.hits)
    return Pinned(answer=replace(answer, hits=bare), digests=digests, generation=generation, threshold=threshold)


def digest(words: str) -> str:
    """What stands for words; nothing for none."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16] if words else ""


def dump_pinned(pinned: Pinned) -> str:
    """A pinned answer as JSON, without the question, which its row holds."""
    answer = asdict(pinned.answer)
    del answer["question"]
    for hit in answer["hits"]:
        for name in _WORDS:
            del hit[name]
    kept = {
        "answer": answer,
        "digests": pinned.digests,
        "generation": pinned.generation,
        "threshold": pinned.threshold,
    }
    return json.dumps(storable(kept), default=str)


def load_pinned(text: str, question: Question) -> Pinned:
    """A pinned answer from `dump_pinned`'s JSON."""
    kept: dict[str, Any] = json.loads(text)
    answer: dict[str, Any] = kept["answer"]
    hits = [hit | _WORDS for hit in answer["hits"]]
    return Pinned(
        answer=_ANSWER.validate_python(answer | {"hits": hits, "question": question}),
        digests=tuple((words, context) for words, context in kept["digests"]),
        generation=kept["generation"],
        threshold=kept["threshold"],
    )


def storable(value: Any) -> Any:
    """The same without what UTF-8 cannot hold, which becomes a question mark and is as good for the eye."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {name: storable(part) for name, part in cast(dict[str, Any], value).items()}
    if isinstance(value, (list, tuple)):
        return [storable(part) for part in cast(list[Any], value)]
    return value
