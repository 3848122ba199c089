"""What each part of the ranking gives and costs: `python -m benchmarks.ablation HOME QUESTIONS.jsonl`.

Every row asks all questions of one archive with one part changed. Times are medians of this run.
"""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from index import Archive, Config, Question
from index.evaluation.gold import GoldQuestion, load_questions
from index.evaluation.judge import judge
from index.evaluation.summary import Summary, summarise
from index.search.ranking import Weights


@dataclass(frozen=True, slots=True)
class Variant:
    """One row: the ranking's weights, the search settings that differ, and whether the words are interpreted."""

    name: str
    weights: Weights
    search: dict[str, object]
    infer: bool = True


def variants() -> list[Variant]:
    """All parts, then each one left out or changed."""
    full, off = Weights(), {"reranker": "off"}
    return [
        Variant("everything", full, {}),
        Variant("no interpretation of the question", full, {}, infer=False),
        Variant("no reranker", full, off),
        Variant("no reranker, words alone", replace(full, passages=0.0, statements=0.0, words=1.0), off),
        Variant("no reranker, passages alone", replace(full, statements=0.0, words=0.0), off),
        Variant("no words in the fusion", replace(full, words=0.0), {}),
        Variant("no statements in the fusion", replace(full, statements=0.0), {}),
        Variant("words of the text alone, no other field", replace(full, context=0.0, title=0.0, speaker=0.0), {}),
        Variant("reranker reads 5", full, {"read": 5}),
        Variant("reranker reads 10", full, {"read": 10}),
        Variant("reranker reads 40", full, {"read": 40}),
    ]


async def run(variant: Variant, home: Path, questions: list[GoldQuestion]) -> Summary:
    """Ask all questions with one variant."""
    config = Config.model_validate({"home": home, "search": variant.search})
    async with Archive.open(config, warm=True, weights=variant.weights) as archive:
        judged = []
        for gold in questions:
            asked = Question(text=gold.question, asked_on=gold.asked_on, limit=10, infer=variant.infer)
            judged.append(judge(gold, await archive.ask(asked)))
    return summarise(judged)


def table(rows: list[tuple[str, Summary]]) -> Table:
    """One row a variant."""
    out = Table(box=None, pad_edge=False)
    for title in ("variant", "hit@1", "hit@5", "MRR@10", "quotation", "speaker", "AUC", "median ms"):
        out.add_column(title)
    for name, s in rows:
        shares = (s.hit_at[1], s.hit_at[5], s.mrr, s.quote_right, s.speaker_right, s.auc)
        out.add_row(name, *("-" if x is None else f"{x:.3f}" for x in shares), f"{s.median_ms:.0f}")
    return out


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser("python -m benchmarks.ablation", description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    given = parser.parse_args()
    questions = load_questions(given.questions)
    rows = [(variant.name, asyncio.run(run(variant, given.home, questions))) for variant in variants()]
    Console(width=150).print(table(rows))


if __name__ == "__main__":
    main()
