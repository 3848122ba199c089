# ruff: noqa: T201
"""Questions made by a program, that the confidence does not learn how long answerable questions are.

`python -m training.made_questions words HOME OUT.jsonl --count 80`: short ones ("what did Roe say about harvests"),
half of them of a rare word or two that the speaker says, half of such that he never says.

`python -m training.made_questions others OUT HOME=QUESTIONS.jsonl …`: long ones without an answer, the topic of one
question asked of the speaker of another, half of the same archive and half of another; one file a home, in `OUT`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from index import Archive, Config, Question
from index.evaluation.gold import load_questions
from index.names.parse import parse_name

_FORMS = ("what did {who} say about {what}", "{who} on {what}", "what does {who} think of {what}")
_FORMS = (*_FORMS, "did {who} say anything about {what}")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_LEAST_SAID, _STEM, _RARE = 3, 5, 0.05  # statements of a speaker; letters of a stem; share of articles with a word
_TRIES = 50  # draws a question at most
_ASKS = ("how", "what", "who", "which", "did", "does", "why", "when", "where", "is", "was", "are", "do", "will")


def _row(question: str, answer: tuple[str, str] | None) -> str:
    answers = [] if answer is None else [{"article": answer[0], "text": answer[1]}]
    return json.dumps({"question": question, "type": "made", "speaker": None, "asked_on": None, "answers": answers})


async def of_words(home: Path, count: int, seed: int = 7) -> list[str]:
    """Lines of questions of a word or two, every second one without an answer."""
    choose = random.Random(seed)
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    within: Counter[str] = Counter()
    articles = 0
    async with Archive.open(Config.model_validate({"home": home})) as archive:
        async for article, statements in archive.every_statement():
            articles += 1
            within.update(set(_WORD.findall(article.text)))
            for one in statements:
                if one.speaker and one.resolved and parse_name(one.speaker).given:
                    said[one.speaker].append((article.id, " ".join(article.text[a:b] for a, b in one.spans)))
    rare = [w for w, n in within.items() if n <= max(3, _RARE * articles) and not w.endswith(("ly", "ing", "ed"))]
    known, lines = set(rare), list[str]()
    speakers = [name for name, words in said.items() if len(words) >= _LEAST_SAID]
    for _ in range(_TRIES * count):
        if len(lines) == count:
            break
        who = choose.choice(speakers)
        article, text = choose.choice(said[who])
        if len(lines) % 2 == 0:
            words = sorted(known.intersection(_WORD.findall(text)))
            answer = article, text[:200]
        else:
            stems = {word[:_STEM] for _, words in said[who] for word in _WORD.findall(words)}
            words = [word for word in choose.sample(rare, min(60, len(rare))) if word[:_STEM] not in stems]
            answer = None
        number = choose.choice((1, 1, 2))
        if len(words) >= number:
            what = " and ".join(choose.sample(words, number))
            lines.append(_row(choose.choice(_FORMS).format(who=who.split()[-1], what=what), answer))
    return lines


async def of_others(data: dict[Path, list[Path]], count: int, seed: int = 11) -> dict[Path, list[str]]:
    """For each home lines of questions without an answer."""
    choose = random.Random(seed)
    asked: dict[Path, list[tuple[str, tuple[str, ...]]]] = {}
    for home, files in data.items():
        asked[home] = []
        async with Archive.open(Config.model_validate({"home": home})) as archive:
            for gold in (gold for file in files for gold in load_questions(file) if gold.answers):
                query = await archive.understand(Question(text=gold.question, asked_on=gold.asked_on))
                if len(query.topic.split()) >= 3 and query.topic.split()[0].lower() not in _ASKS:
                    asked[home].append((query.topic, query.speakers))
    out: dict[Path, list[str]] = {}
    for home, own in asked.items():
        elsewhere = [topic for other, topics in asked.items() if other != home for topic, _ in topics]
        speakers = [names[0] for _, names in own if len(names) == 1]
        lines: list[str] = []
        for _ in range(count if speakers and elsewhere else 0):
            who = choose.choice(speakers)
            theirs = [topic for topic, names in own if names and who not in names]
            topic = choose.choice(theirs if len(lines) % 2 and theirs else elsewhere)
            lines.append(_row(choose.choice(_FORMS).format(who=who, what=topic), None))
        out[home] = lines
    return out


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=["words", "others"])
    parser.add_argument("paths", nargs="+", help="words: HOME OUT.jsonl; others: OUT HOME=QUESTIONS.jsonl,… …")
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    if options.kind == "words":
        home, out = (Path(one) for one in options.paths)
        out.write_text("\n".join(asyncio.run(of_words(home, options.count))) + "\n", encoding="utf-8")
        return
    folder, *pairs = options.paths
    parted = [one.partition("=") for one in pairs]
    data = {Path(home): [Path(file) for file in files.split(",")] for home, _, files in parted}
    for home, lines in asyncio.run(of_others(data, options.count)).items():
        target = Path(folder) / f"{home.name}-others.jsonl"
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(target, len(lines))


if __name__ == "__main__":
    main()
