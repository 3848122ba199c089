"""Abstention: how sure it is that the archive answers, the threshold of a no, its reason, and what there is instead."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.embedding.texts import passage_text
from index.model import DeclineReason, Hit, Query
from index.query.lexicon import NAME
from index.search.folding import Ranked
from index.search.ranking import SHORT_TOPIC, Weights
from index.search.retrieve import Candidates, retrieve, statements_in
from index.search.snapshot import Snapshot
from index.storage.lexical import WordIndex
from index.storage.tables import NONE, UNDATED, Filter

# Logistic regression on 661 questions over news, news conferences and briefings: of a passage by itself.
_INTERCEPT = 1.971
_LOGIT, _MARGIN, _COSINE, _UNKNOWN, _ABSENT = 0.49, 0.106, 1.439, -4.367, -1.328
# The same with what the first hit's quotation tells beside it, of more questions (`training.fit_confidence`);
# docs/search.md has the data, the figures with each kind left out and the reliability diagram.
_QUOTED_INTERCEPT = -6.327
_QUOTED = (
    ("logit", 0.078),
    ("margin", 0.183),
    ("cosine", 7.955),
    ("absent", -0.715),
    ("quoted", 0.202),
    ("held", 3.172),
    ("described", 1.747),
)
# Where one person's words are asked for and others speak in the same text: of 256 such questions with an answer and 104
# without, in eleven sets over news, .856 of the latter are declined instead of .721, .074 of the former instead of
# .070 (docs/search.md).
_OWN, _OTHERS_SAY = 0.4, 3.0
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d{3,}(?![\d.,]*\d)")  # 681, $265,000
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")  # tells when, and seldom stands in the text
_SHORTEST_NAME = 4  # letters of a name in small ones
MOST_MARGIN = 8.0
_UNRELATED = -9.2  # median logit of the bundled reranker, tuned, for a passage about something else
_COSINE_ALONE, _COSINE_MIDDLE = 25.0, 0.6  # without a reranker
THRESHOLD = 0.45
_ON_TOPIC = 0.66  # cosine from which a passage speaks of the topic; 9 of 10 right passages of the development set do
_OTHERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationEvidence:
    """What the first hit tells beside its passage's evidence.

    `logit` is the reranker's for the words that are quoted, alone; `held` the share of the topic's terms that stand in
    what is shown, the rarer the more each counts, and `terms` how many it has: a short topic none of whose words is
    there is hardly spoken of, while a long one may describe in words of its own what was said. `others`: how much of
    `held` only stands in what others say there, or nobody, where one person's words are asked for; None where
    nobody's are, and in a transcript's turns, which are one person's.
    """

    logit: float
    held: float
    terms: int
    others: float | None = None

    @classmethod
    def of(
        cls, words: WordIndex, passages: int, topic: str, shown: str, logit: float, own: str | None = None
    ) -> QuotationEvidence:
        """The evidence of one quotation; `shown` is all that the hit shows, of an archive of so many passages, `own`
        what of it whoever is asked for says."""
        rarity = {term: math.log((passages + 1) / (words.frequency(term) + 0.5)) for term in words.terms(topic)}
        whole = sum(rarity.values()) or 1.0

        def share(text: str) -> float:
            there = frozenset(words.terms(text))
            return sum(worth for term, worth in rarity.items() if term in there) / whole

        held = share(shown)
        others = None if own is None else max(0.0, held - share(own))
        return cls(logit=logit, held=held, terms=len(rarity), others=others)

    @property
    def described(self) -> float:
        """How much of the topic is said in other words: the share that is not there, times the logarithm of how many
        terms it has."""
        return (1 - self.held) * math.log(max(1, self.terms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the confidence is computed from.

    `logit` is the reranker's for the first passage, `margin` how far it stands above the fifth (a topic that
    the archive knows stands out; where nothing fits, all passages fit alike), `cosine` that of question and first
    passage (of a topic of a word or two the nearest one's), `unknown` the share of the topic's words that stand in no
    text of the archive, `absent` that of its names which the first passage does not have. `quotation`: what is known
    as soon as the first hit is quoted.
    """

    cosine: float
    unknown: float
    logit: float | None = None  # None: there is no reranker
    margin: float = 0.0
    absent: float = 0.0
    quotation: QuotationEvidence | None = None  # None: nothing was quoted yet

    @classmethod
    def of_one(cls, *, cosine: float, logit: float | None) -> Evidence:
        """The evidence of a single passage that is judged without others beside it."""
        margin = 0.0 if logit is None else max(0.0, logit - _UNRELATED)
        return cls(cosine=cosine, unknown=0.0, logit=logit, margin=margin)

    @classmethod
    def of(
        cls,
        found: Candidates,
        logits: NDArray[np.float32],
        words: WordIndex,
        searched: str,
        topic: str,
        first: Ranked | None,
    ) -> Evidence | None:
        """The evidence of the candidates of one question, `first` the best as they were read; None where there are
        none."""
        if first is None or not len(found.rows):
            return None
        terms = words.terms(searched)
        unknown = sum(words.frequency(term) == 0 for term in terms) / max(1, len(terms))
        absent = _absent(words, topic, passage_text(first.article, first.passage))
        logit, nearest = first.signals.reranker, float(found.passages.max())
        if not len(logits) or logit is None:
            return cls(cosine=nearest, unknown=unknown, absent=absent)
        # What is first on a short topic was put there by its words, and not by its meaning.
        cosine = nearest if len(terms) <= SHORT_TOPIC else first.signals.passage
        fifth = float(np.sort(logits)[-5]) if len(logits) >= 5 else _UNRELATED
        margin = max(0.0, float(logits.max()) - fifth)
        return cls(cosine=cosine, unknown=unknown, logit=logit, margin=margin, absent=absent)

    def reread(self, logit: float) -> Evidence:
        """The evidence where the first passage was read once more, with other words of the question."""
        return replace(self, logit=logit, margin=max(0.0, min(self.margin, logit - _UNRELATED)))

    def of_hit(self, hit: Hit) -> Evidence:
        """The evidence of a question whose answer is this hit, and not the best of all."""
        logit = hit.signals.reranker
        return self if logit is None or self.logit is None else replace(self, logit=logit)

    def as_dict(self) -> dict[str, float]:
        """The signals by name, for explaining and for fitting."""
        signals = {"cosine": self.cosine, "unknown": self.unknown, "absent": self.absent}
        if self.logit is not None:
            signals |= {"logit": self.logit, "margin": self.margin}
        if self.quotation is not None:
            told = self.quotation
            signals |= {"quoted": told.logit, "held": told.held, "described": told.described}
            signals |= {} if told.others is None else {"others": told.others}
        return signals


def _absent(words: WordIndex, topic: str, first: str) -> float:
    """The share of a topic's names, as far as capitals tell them, and of its figures that a passage does not have.

    Where a question is typed without capitals, what the archive's texts write with one is a name.
    """
    written = _WORD.findall(topic)
    capitals = [one for one in written if one[0].isupper()]
    names = words.terms(" ".join(capitals or [one for one in written if _is_name(words, one)]))
    held = set(words.terms(first))
    plain = first.replace(",", "")
    figures = [one.replace(",", "") for one in _FIGURE.findall(topic) if not _YEAR.fullmatch(one)]
    missing = sum(name not in held for name in names) + sum(figure not in plain for figure in figures)
    return missing / max(1, len(names) + len(figures))


def _is_name(words: WordIndex, word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and (words.named(word) or 0.0) >= NAME


def answers(confidence: float, threshold: float | None) -> bool:
    """Whether a confidence is enough; `threshold` None: the calibrated one."""
    return confidence >= (THRESHOLD if threshold is None else threshold)


def confidence_of(evidence: Evidence) -> float:
    """The chance that the archive answers, 0 to 1."""
    if evidence.logit is not None and evidence.quotation is not None:
        signals = evidence.as_dict()
        signals["margin"] = min(signals["margin"], MOST_MARGIN)
        z = _QUOTED_INTERCEPT + sum(weight * signals[name] for name, weight in _QUOTED)
        z += 0.0 if "others" not in signals else _OWN - _OTHERS_SAY * signals["others"]
    elif evidence.logit is None:
        z = _COSINE_ALONE * (evidence.cosine - _COSINE_MIDDLE) + _UNKNOWN * evidence.unknown
    else:
        z = (
            _INTERCEPT
            + _LOGIT * evidence.logit
            + _MARGIN * min(evidence.margin, MOST_MARGIN)
            + _COSINE * evidence.cosine
            + _UNKNOWN * evidence.unknown
            + _ABSENT * evidence.absent
        )
    return 1 / (1 + math.exp(-z))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Why not, and what there is. `article` is the row in the tables of the nearest article outside the window."""

    reason: DeclineReason
    others: tuple[str, ...] = ()
    article: int | None = None


def instead(
    snapshot: Snapshot, query: Query, wanted: Filter, vector: NDArray[np.float32], searched: str, weights: Weights
) -> Instead:
    """Look outside the filters, one after the other. Two searches at most; only for declined questions."""
    if query.unknown_speaker is not None:
        others = _speakers(snapshot, replace(wanted, speakers=None), vector, searched, weights)
        return Instead(reason="unknown_speaker", others=others)
    if wanted.has_window:
        timeless = replace(wanted, since=None, until=None, said=())
        found = retrieve(snapshot.generation, vector, searched, timeless, weights)
        place = _nearest(snapshot, wanted, found)
        if place is not None:
            return Instead(reason="nothing_in_period", article=place)
    if wanted.speakers is not None:
        others = _speakers(snapshot, replace(wanted, speakers=None), vector, searched, weights)
        return Instead(reason="speaker_silent", others=others)
    return Instead(reason="nothing_in_period" if wanted.has_window else "nothing_on_topic")


def _nearest(snapshot: Snapshot, wanted: Filter, found: Candidates) -> int | None:
    """Of the articles that speak of the topic outside the window, the one nearest to it in time."""
    tables = snapshot.generation.tables
    places = tables.passage_article[found.rows[found.passages >= _ON_TOPIC]]
    days = tables.article_day[places]
    places, days = places[days != UNDATED], days[days != UNDATED]
    if not len(places):
        return None
    since = max((b for b in (wanted.since, *(w.since for w in wanted.said)) if b is not None), default=0)
    until = min((b for b in (wanted.until, *(w.until for w in wanted.said)) if b is not None), default=np.inf)
    early = np.where(days < since, since - days, 0)
    late = np.where(days > until, days - until, 0)
    apart = early + late
    return int(places[int(np.argmin(apart))]) if np.any(apart > 0) else None


def _speakers(
    snapshot: Snapshot, wanted: Filter, vector: NDArray[np.float32], searched: str, weights: Weights
) -> tuple[str, ...]:
    """Who speaks in the passages on the topic, best passage first."""
    generation = snapshot.generation
    tables = generation.tables
    found = retrieve(generation, vector, searched, wanted, weights)
    names: dict[str, None] = {}
    for row, cosine in zip(found.rows, found.passages, strict=True):
        if cosine < _ON_TOPIC or len(names) >= _OTHERS:
            continue
        numbers = [int(tables.passage_speaker[row])]
        numbers += [int(tables.statement_speaker[place]) for place in statements_in(generation, int(row), wanted)]
        names |= dict.fromkeys(snapshot.book.speakers[number].name for number in numbers if number != NONE)
    return tuple(names)[:_OTHERS]
