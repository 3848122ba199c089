"""What the reranker is tuned on: questions with the passages that answer them and the ones that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index import Archive, Config, Question
from index.embedding.texts import passage_text
from index.evaluation.gold import GoldQuestion, load_questions
from index.evaluation.judge import covers, words
from index.search.folding import Ranked, fold
from index.search.present import readings
from index.splitting.sentences import sentences

DEPTH = 40  # candidates of a question
_SAME = 0.7  # share of the shorter one's words that an answer and a sentence that gives it have in common
_RIGHT, _WRONG = 0.5, 0.3  # share of an answer's words that a right passage holds at least, and a wrong one at most


@dataclass(frozen=True)
class Example:
    """One question: what is searched, its candidates as the reranker reads them with their fused scores, and
    which of them (positions, best first) hold an answer and which hold none."""

    searched: str
    texts: tuple[str, ...]
    scores: tuple[float, ...]
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    sentences: tuple[str, ...]  # of the first right candidate, as the reranker reads them
    said: tuple[int, ...]  # positions of those that answer


def answering(gold: GoldQuestion, candidate: Ranked) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The sentences of a right candidate, and which of them are (mostly) an answer's words."""
    article, passage = candidate.article, candidate.passage
    spans = sentences(article.text, passage.start, passage.end)
    said: list[int] = []
    for place, (a, b) in enumerate(spans):
        held = Counter(words(article.text[a:b]))
        for answer in gold.answers:
            wanted = Counter(words(answer.text))
            if answer.article == article.id and (held & wanted).total() >= _SAME * min(held.total(), wanted.total()):
                said.append(place)
                break
    return tuple(readings(article, passage, spans)), tuple(said)


def share(gold: GoldQuestion, candidate: Ranked) -> float:
    """The largest share of an answer's words that a candidate's own passage holds."""
    held = Counter(words(candidate.text))
    shares = [
        (Counter(wanted) & held).total() / len(wanted)
        for answer in gold.answers
        if answer.article == candidate.article.id and (wanted := words(answer.text))
    ]
    return max(shares, default=0.0)


async def examples(home: Path, files: Sequence[Path]) -> list[Example]:
    """The questions of `files` that have an answer among their candidates in the archive `home`."""
    found: list[Example] = []
    async with Archive.open(Config.model_validate({"home": home, "search": {"reranker": "off"}}), warm=True) as archive:
        for gold in (gold for file in files for gold in load_questions(file) if gold.answers):
            asked = Question(text=gold.question, asked_on=gold.asked_on)
            searched, ranked, rooms = await archive.candidates(asked, DEPTH)
            shares = [share(gold, candidate) for candidate in ranked]
            right = tuple(i for i, held in enumerate(shares) if held >= _RIGHT)
            # A passage beside the answer shows it once the hit has grown: neither right nor wrong.
            # A passage without a sentence is no hit: it stays as it is.
            grown = [(fold([candidate], 1, rooms) or [candidate])[0] for candidate in ranked]
            shown = [any(a.article == g.article.id and covers(g.text, a.text) for a in gold.answers) for g in grown]
            wrong = tuple(i for i, held in enumerate(shares) if held < _WRONG and not shown[i])
            if right and wrong:
                texts = tuple(passage_text(candidate.article, candidate.passage) for candidate in ranked)
                scores = tuple(candidate.score for candidate in ranked)
                found.append(Example(searched, texts, scores, right, wrong, *answering(gold, ranked[right[0]])))
    return found
