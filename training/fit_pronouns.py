# ruff: noqa: T201
"""Fit the weights of `index.attribution.news.coreference.pronouns`: `python -m training.fit_pronouns ARTICLES.jsonl`.

Every gold statement whose source is a pronoun with a speaker named by a reader is a choice among the article's people;
prints the weights to put into the module, and how often the first choice is right, on the development part too.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch

from index.attribution.news.coreference.pronouns import NAMES, WEIGHTS, Heard, candidates
from index.attribution.news.coreference.resolve import gender_of_pronoun, resolve
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import build_cast
from index.attribution.news.quotes import find_quotations, quotation_state
from index.evaluation.attribution_names import same_surname
from training.gold import held_out, read_gold

Choice = tuple[np.ndarray, list[int]]


def choices(article: dict[str, Any]) -> list[Choice]:
    """The features of every candidate and which of them are right, for each named pronoun of an article."""
    text = article["text"]
    quotes = [q for q in sorted(article["quotes"], key=lambda q: q["start"]) if q["source_spans"] and not q["optional"]]
    state = quotation_state(text, find_quotations(text))
    sources = [tuple(q["source_spans"][0]) for q in quotes]
    cast = build_cast(text, state, sources, article["title"])
    drafts = [
        Draft(tuple(map(tuple, q["spans"])), 1.0, None, source, 1.0) for q, source in zip(quotes, sources, strict=True)
    ]
    heard: list[Heard] = []
    out: list[Choice] = []
    for quote, draft, source in zip(quotes, drafts, resolve(cast, drafts), strict=True):
        person = source.person
        gender = gender_of_pronoun(quote["mention"].strip().lower())
        place = draft.mention[0] if draft.mention else draft.start
        if gender and quote["speaker"] and quote["speaker_type"] == "pronoun":
            options = candidates(cast, place, draft.spans, gender, heard)
            names = [quote["speaker"], *quote["speaker_alts"]]
            right = [
                at
                for at, (number, _) in enumerate(options)
                if any(same_surname(name, cast.people[number].name, "name") for name in names)
            ]
            person = options[right[0]][0] if right else person
            out.append((np.asarray([values for _, values in options], dtype=np.float32).reshape(-1, len(NAMES)), right))
        heard.append(Heard(place, person))
    return out


def accuracy(data: list[Choice], weights: np.ndarray) -> float:
    """Share of choices whose best candidate is right; one without a right candidate is wrong."""
    return float(np.mean([bool(right) and int((x @ weights).argmax()) in right for x, right in data]))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    articles = read_gold(parser.parse_args().articles)
    fit = [one for article in articles if not held_out(article) for one in choices(article)]
    check = [one for article in articles if held_out(article) for one in choices(article)]
    usable = [(torch.from_numpy(x), right) for x, right in fit if right and len(x) > 1]
    weights = torch.tensor(WEIGHTS, requires_grad=True)
    start = torch.tensor(WEIGHTS)
    optimizer = torch.optim.Adam([weights], lr=0.05)
    for _ in range(300):
        loss = 0.01 * (weights - start).pow(2).sum()
        for x, right in usable:
            scores = x @ weights
            loss = loss + (scores.logsumexp(0) - scores[right].logsumexp(0)) / len(usable)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    fitted = weights.detach().numpy()
    reach = np.mean([bool(right) for _, right in fit])
    print(f"{len(fit)} to fit (right one among the candidates: {reach:.3f}), {len(check)} held out")
    for label, chosen in (("before", np.asarray(WEIGHTS, dtype=np.float32)), ("fitted", fitted)):
        print(label, f"fit {accuracy(fit, chosen):.3f} held out {accuracy(check, chosen):.3f}")
    print("WEIGHTS = (" + ", ".join(f"{value:.2f}" for value in fitted) + ")")


if __name__ == "__main__":
    main()
