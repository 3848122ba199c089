# ruff: noqa: T201
"""Fit the confidence: `python -m training.fit_confidence KIND:HOME=QUESTIONS.jsonl[,…][@SHARE] …`.

Asks every question of its archive and fits a logistic regression of "has an answer" on the evidence of
`index.search.abstain`. Kinds of archives (news, conferences, briefings …) weigh alike, however many questions each
has; SHARE (1) is what a question of these files weighs beside the others of its kind, and `--weight KIND=W` what a kind
does: questions that a program made (`training.made_questions`) should weigh less. Prints the coefficients to put
there, and for some thresholds the share declined of either sort in each kind, by a fit that did not see that kind.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index import Archive, Config, Question
from index.evaluation.gold import load_questions
from index.search.abstain import MOST_MARGIN

SIGNALS = ("logit", "margin", "cosine", "absent", "quoted", "held", "described")
_THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """The signals of some questions, whether each has an answer, and what each weighs within its kind."""

    signals: Floats
    answered: NDArray[np.bool_]
    shares: Floats


async def evidence(home: Path, files: list[Path], share: float) -> list[tuple[list[float], bool, float]]:
    """(signals, has an answer, share) of each question that found anything."""
    rows: list[tuple[list[float], bool, float]] = []
    async with Archive.open(Config.model_validate({"home": home}), warm=True) as archive:
        for gold in (gold for file in files for gold in load_questions(file)):
            answer = await archive.ask(Question(text=gold.question, asked_on=gold.asked_on, limit=10))
            known = answer.query.unknown_speaker is None
            if known and "quoted" in answer.evidence:
                signals = dict(answer.evidence)
                signals["margin"] = min(signals["margin"], MOST_MARGIN)
                rows.append(([signals[name] for name in SIGNALS], bool(gold.answers), share))
    return rows


def fitted(kinds: dict[str, Asked], weights: dict[str, float]) -> tuple[float, Floats]:
    """Intercept and coefficients of the signals as they are."""
    signals = np.concatenate([one.signals for one in kinds.values()])
    labels = np.concatenate([one.answered for one in kinds.values()])
    weight = np.concatenate([weights.get(k, 1.0) * one.shares / one.shares.sum() for k, one in kinds.items()])
    middle, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=3000)
    model.fit((signals - middle) / spread, labels, sample_weight=weight / weight.mean())
    slopes = model.coef_[0] / spread
    return float(model.intercept_[0] - slopes @ middle), slopes


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", help="KIND:HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…][@SHARE]")
    parser.add_argument("--weight", nargs="*", default=[], help="KIND=W")
    options = parser.parse_args()
    rows: dict[str, list[tuple[list[float], bool, float]]] = defaultdict(list)
    for one in options.data:
        kind, _, rest = one.partition(":")
        home, _, behind = rest.partition("=")
        files, _, share = behind.partition("@")
        found = evidence(Path(home), [Path(file) for file in files.split(",")], float(share or 1))
        rows[kind] += asyncio.run(found)
    kinds = {
        kind: Asked(
            np.array([r[0] for r in all_of]), np.array([r[1] for r in all_of]), np.array([r[2] for r in all_of])
        )
        for kind, all_of in rows.items()
    }
    weights = {kind: float(value) for kind, _, value in (one.partition("=") for one in options.weight)}
    intercept, slopes = fitted(kinds, weights)
    print("intercept", round(intercept, 3))
    for name, slope in zip(SIGNALS, slopes, strict=True):
        print(name, round(float(slope), 3))
    for kind, own in kinds.items():
        without, other = fitted({k: one for k, one in kinds.items() if k != kind}, weights)
        chance = 1 / (1 + np.exp(-(without + own.signals @ other)))
        has = own.answered
        print(f"{kind}: {has.sum()} with an answer of {len(has)}; area under the curve, kind left out:", end=" ")
        print(f"{roc_auc_score(has, chance):.3f}")
        for threshold in _THRESHOLDS:
            none, some = np.mean(chance[~has] < threshold), np.mean(chance[has] < threshold)
            print(f"  threshold {threshold:.2f}: declined without an answer {none:.3f}, with one {some:.3f}")


if __name__ == "__main__":
    main()
