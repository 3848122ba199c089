# ruff: noqa: T201
"""Fit the confidence: `python -m training.fit_confidence HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…] … [--only-none …]`.

Asks every question of its archive and fits a logistic regression of "has an answer" on the evidence of
`index.search.abstain`. Prints the coefficients to put there, figures that are cross-validated (5 folds, 5 times),
and for some thresholds the share declined of either kind. Questions that the reranker was tuned on say too much of
their answers: of the files behind `--only-none` just those without an answer count. See docs/search.md.
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import RepeatedStratifiedKFold

from index import Archive, Config, Question
from index.evaluation.gold import load_questions
from index.search.abstain import MOST_MARGIN

SIGNALS = ("logit", "margin", "cosine", "unknown", "absent")
_FOLDS, _TIMES = 5, 5


async def evidence(home: Path, files: list[Path], *, only_none: bool) -> list[tuple[list[float], bool]]:
    """(signals, has an answer) of each question that found anything."""
    rows: list[tuple[list[float], bool]] = []
    async with Archive.open(Config.model_validate({"home": home}), warm=True) as archive:
        for gold in (gold for file in files for gold in load_questions(file)):
            if only_none and gold.answers:
                continue
            answer = await archive.ask(Question(text=gold.question, asked_on=gold.asked_on, limit=10))
            known = answer.query.unknown_speaker is None
            if known and "logit" in answer.evidence:
                signals = dict(answer.evidence)
                signals["margin"] = min(signals["margin"], MOST_MARGIN)
                rows.append(([signals[name] for name in SIGNALS], bool(gold.answers)))
    return rows


def fit(signals: NDArray[np.float64], labels: NDArray[np.bool_]) -> None:
    """Print coefficients, and figures of questions that the fit did not see."""
    model = LogisticRegression(C=10.0, max_iter=1000).fit(signals, labels)
    print("intercept", round(float(model.intercept_[0]), 3))
    for name, weight in zip(SIGNALS, model.coef_[0], strict=True):
        print(name, round(float(weight), 3))
    folds = RepeatedStratifiedKFold(n_splits=_FOLDS, n_repeats=_TIMES, random_state=5)
    held = np.zeros(len(labels))
    areas: list[float] = []
    for train, test in folds.split(signals, labels):
        part = LogisticRegression(C=10.0, max_iter=1000).fit(signals[train], labels[train])
        chance = part.predict_proba(signals[test])[:, 1]
        held[test] += chance / _TIMES
        areas.append(float(roc_auc_score(labels[test], chance)))
    with_answer = int(labels.sum())
    print(f"area under the curve, held out: {np.mean(areas):.3f}, {with_answer} with an answer of {len(labels)}")
    for threshold in np.arange(0.4, 0.9, 0.05):
        wrong, right = np.mean(held[labels] < threshold), np.mean(held[~labels] < threshold)
        print(f"threshold {threshold:.2f}: declined without an answer {right:.3f}, with one {wrong:.3f}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", help="HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…]")
    parser.add_argument("--only-none", nargs="*", default=[], help="the same form")
    options = parser.parse_args()
    rows: list[tuple[list[float], bool]] = []
    for data, only_none in ((options.data, False), (options.only_none, True)):
        for one in data:
            home, _, files = one.partition("=")
            rows += asyncio.run(evidence(Path(home), [Path(f) for f in files.split(",")], only_none=only_none))
    fit(np.array([signals for signals, _ in rows]), np.array([label for _, label in rows]))


if __name__ == "__main__":
    main()
