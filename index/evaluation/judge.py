"""Is a passage right, is a quotation right, is the speaker right: the rules, as pure functions."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.evaluation.gold import GoldAnswer, GoldQuestion
from index.language.names import GENERATIONS
from index.model import Answer, Hit

_WORD = re.compile(r"\w+")
_WINDOW = 220  # words of a passage that count: a longer one gains nothing
_PASSAGE_SHARE, _QUOTE_SHARE = 0.7, 0.6


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's outcome. `rank` None: no right passage; the `*_right` are of the first right passage."""

    question: str
    kind: str
    answerable: bool
    answered: bool
    confidence: float
    rank: int | None
    gain: float  # nDCG@10
    speaker_right: bool | None  # None: the question names no gold speaker, or nothing was found
    quote_right: bool | None
    milliseconds: float

    @property
    def reciprocal(self) -> float:
        """1 / rank among the first ten, else 0."""
        return 1 / self.rank if self.rank is not None and self.rank <= 10 else 0.0


def words(text: str) -> list[str]:
    """Lower-case words."""
    return _WORD.findall(text.replace("’", "'").lower())


def covers(text: str, gold: str, share: float = _PASSAGE_SHARE) -> bool:
    """Whether the first 220 words of `text` hold at least `share` of the gold answer's words, in any order."""
    wanted, have = Counter(words(gold)), Counter(words(text)[:_WINDOW])
    total = wanted.total()
    return total > 0 and (wanted & have).total() >= share * total


def judge(gold: GoldQuestion, answer: Answer) -> Judged:
    """Judge one answer."""
    hits = answer.hits[:10]
    right = [_is_right(gold, hit) for hit in hits]
    rank = right.index(True) + 1 if True in right else None
    first = hits[rank - 1] if rank is not None else None
    return Judged(
        question=gold.question,
        kind=gold.kind,
        answerable=bool(gold.answers),
        answered=answer.answered,
        confidence=answer.confidence,
        rank=rank,
        gain=_gain(right, len({a.article for a in gold.answers})),
        speaker_right=None if first is None or not gold.speaker else _same_surname(gold.speaker, first.speaker),
        quote_right=None if first is None else _quote_right(gold, first),
        milliseconds=answer.timings_ms.get("total", 0.0),
    )


def _is_right(gold: GoldQuestion, hit: Hit) -> bool:
    return any(a.article == hit.article.id and _shows(hit, a) for a in gold.answers)


def _shows(hit: Hit, answer: GoldAnswer) -> bool:
    if answer.text is not None:
        return covers(hit.text, answer.text)
    return any(start < hit.end and hit.start < end for start, end in answer.spans)


def _quote_right(gold: GoldQuestion, hit: Hit) -> bool | None:
    """The quotation holds the gold's words and not much else; None where the gold gives spans of whole turns."""
    quote = hit.quote or ""
    texts = [a.text for a in gold.answers if a.article == hit.article.id and a.text is not None]
    if not texts:
        return None
    return any(covers(quote, t, _QUOTE_SHARE) and len(words(quote)) <= 4 * len(words(t)) + 20 for t in texts)


def _same_surname(gold: str, speaker: str | None) -> bool:
    names = [word for word in words(gold) if word not in GENERATIONS]
    return bool(names) and names[-1] in words(speaker or "")


def _gain(right: Sequence[bool], relevant: int) -> float:
    """nDCG@10 with gain 1 for a right passage; ideal: one right passage for each gold article, first."""
    weights = [1 / math.log2(i + 2) for i in range(10)]
    ideal = sum(weights[: max(1, min(relevant, 10))])
    return min(1.0, sum(w for w, is_right in zip(weights, right, strict=False) if is_right) / ideal)
