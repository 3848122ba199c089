"""Sentence splitters: how many hard cases each gets right, and what an article costs.

Only nupunkt is a dependency. The rivals are run where they are installed:
`pip install pysbd sentencex blingfire syntok`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich.table import Table

from benchmarks.common import Options, in_turns, ratio, table
from benchmarks.synthetic import articles

Splitter = Callable[[str], list[int]]

# Sentences that a blank joins. Marks, initials, titles, numbers and addresses are what news is full of.
CASES: tuple[tuple[str, ...], ...] = (
    ("Mr. Aldous M. Brandt-Okoye met Sen. K. L. Ford on Jan. 5.", "They spoke for 2.5 hours."),
    ("“We will go,” she said.", "“It is late.”", "He left."),
    ("He said: “No one came. Nobody will.”", "Then he sat down."),
    ("The U.S. Senate voted 51-49.", "The E.U. did not."),
    ("Prices rose 3.4 percent, to $1.2 billion, in the U.S.", "Analysts at J.P. Morgan shrugged."),
    ("“Why?” he asked.", "Nobody answered!"),
    ("Gen. Ilse Varga, Ph.D., arrived at 5 p.m.", "Lt. Col. Odd Nash Jr. did not."),
    ("It was signed by Norvania Inc. and Halden Co. Ltd. on Oct. 3.",),
    ("“That's it.", "I am done,” Ms. Ek said."),
    ("She said ‘maybe.’", "He said no."),
    ("See No. 5 on p. 12 of the report.", "It is clear."),
    ("He works for the D.C. government.",),
    ("George W. Bush spoke.", "J. D. Vance listened."),
    ("“The end is near ... or not,” he said.", "Wait... what?"),
    ("Visit example.com for more.", "Or write to a.b@example.org."),
    ("He quoted St. Paul vs. St. Peter, i.e. a quarrel.",),
    ("(He laughed.)", "Then he went home."),
    ("“He is a liar!” Varga shouted at the crowd in Port Halden.",),
    ("Ms. Ek, 41, said so at 11 a.m. Tuesday in Washington, D.C.", "The talks go on."),
    ("«Nous partons.»", "Il est tard."),
    ("The bill, H.R. 1234, passed.", "The Rev. Tom Ash prayed."),
    ("“I told him, ‘Go home.’”", "He went."),
)


def run(options: Options) -> Table:
    """Cases right, and milliseconds an article of generated news; ratios to nupunkt."""
    found = dict(_installed())
    texts = [article.text for article in articles(min(options.articles, 100))]
    times = in_turns([lambda s=splitter: _all(s, texts) for splitter in found.values()], options.rounds)
    base = times[list(found).index("nupunkt")]
    made = table(
        f"sentences: {len(CASES)} hard cases, {len(texts)} articles", "library", "right", "ms an article", "ratio"
    )
    for (name, splitter), value in zip(found.items(), times, strict=True):
        right = sum(_ends(splitter, case) == wanted_ends(case) for case in CASES)
        made.add_row(name, f"{right}/{len(CASES)}", f"{value / len(texts):.2f}", ratio(value, base))
    return made


def wanted_ends(case: Iterable[str]) -> list[int]:
    """Offsets at which all sentences but the last end in the joined text."""
    ends: list[int] = []
    at = 0
    for sentence in case:
        ends.append(at + len(sentence))
        at += len(sentence) + 1
    return ends[:-1]


def _ends(splitter: Splitter, case: tuple[str, ...]) -> list[int]:
    return splitter(" ".join(case))


def _all(splitter: Splitter, texts: list[str]) -> None:
    for text in texts:
        for paragraph in text.split("\n"):
            if paragraph.strip():
                splitter(paragraph)


def _located(text: str, sentences: Iterable[str]) -> list[int]:
    """Ends of sentences that were given as strings; a sentence that the text does not hold is passed over."""
    ends: list[int] = []
    at = 0
    for sentence in (one.strip() for one in sentences):
        place = text.find(sentence, at) if sentence else -1
        if place >= 0:
            at = place + len(sentence)
            ends.append(at)
    return ends[:-1]


def _installed() -> Iterator[tuple[str, Splitter]]:
    for name, make in _MAKERS.items():
        try:
            yield name, make(importlib.import_module(name if name != "syntok" else "syntok.segmenter"))
        except ImportError:
            continue


def _nupunkt(module: Any) -> Splitter:
    return lambda text: _located(text, module.sent_tokenize(text))


def _pysbd(module: Any) -> Splitter:
    segmenter = module.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [len(text[: span.end].rstrip()) for span in segmenter.segment(text)][:-1]


def _sentencex(module: Any) -> Splitter:
    return lambda text: _located(text, module.segment("en", text))


def _blingfire(module: Any) -> Splitter:
    return lambda text: _located(text, module.text_to_sentences(text).split("\n"))


def _syntok(module: Any) -> Splitter:
    def split(text: str) -> list[int]:
        last = [sentence[-1] for paragraph in module.analyze(text) for sentence in paragraph]
        return [token.offset + len(token.value) for token in last][:-1]

    return split


_MAKERS: dict[str, Callable[[Any], Splitter]] = {
    "nupunkt": _nupunkt,
    "pysbd": _pysbd,
    "sentencex": _sentencex,
    "blingfire": _blingfire,
    "syntok": _syntok,
}
