"""Every stage on texts of n, 2n and 4n characters that were made to be hard: `python -m benchmarks.linear`.

A stage is linear where four times the text takes about four times as long. Prints the processor's milliseconds and the
ratio of 4n to n; ends with 1 where a ratio is above the bound, so that it may stand in a check.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from rich.console import Console

from benchmarks.common import table
from index.attribution.news.encoding import encode, load_tokenizer
from index.attribution.news.quotes import find_quotations, quotation_state
from index.attribution.news.tagger import WEIGHTS
from index.attribution.readers import read_kind
from index.dating.said import dated
from index.embedding.texts import passage_text
from index.model import Article, Statement
from index.reading import read_bytes
from index.reading.boilerplate import clean, repeated_paragraphs, trim
from index.reading.clean import normalise, plain, separated
from index.splitting.passages import split

_LIMIT = 8.0  # times as long for four times the text; 16 would be quadratic
_LEAST = 0.05  # seconds under which a ratio is noise


def hard_texts() -> dict[str, Callable[[int], str]]:
    """Texts of about n characters, by what is hard about them."""

    def of(unit: str) -> Callable[[int], str]:
        return lambda n: unit * (n // len(unit))

    units = {
        "blank lines": "\n",
        "lines of blanks": " \t \n",
        "one word and blank lines": "word\n\n\n\n",
        "one line": "word ",
        "one word": "w",
        "images of Markdown": "![![",
        "brackets": "[(",
        "closing brackets": "])",
        "opening marks": "“a ",
        "overlapping marks": '“a «b "c ‘d ',
        "straight marks": '" a',
        "doubled apostrophes": "'' a",
        "apostrophes": "'a ",
        "closing marks": "”» ",
        "stars": "*a **b ",
        "back ticks": "`a ``b ",
        "quoted lines": "> a\n",
        "tags": "<b><i",
        "less-than signs": "<a ",
        "entities": "&amp;&#",
        "struck out": "~~a ",
        "struck out by tags": "<s>a ",
        "turns": "Q. Why?\nA. So.\n",
        "names with colons": "MR BELL: Yes.\n",
        "names": "Ann Bell ",
        "initials": "A. B. ",
        "speech": "Ann Bell said it. ",
        "said": "he said ",
        "dates": "5 April 2022 ",
        "numbers": "1 2 3 ",
        "days": "on Monday ",
        "keys": "date: 2022-04-05\n",
        "buttons": "Facebook\nTwitter\n\n",
        "credits": "(Photo: Ann Bell)\n\n",
        "links": "[a](http://b) ",
        "addresses": "http://a.b/c ",
        "headings": "# a\n\n",
        "lists": "- a\n - b\n",
        "tables": "|a|b|\n|-|-|\n",
        "dashes": "- - - — ",
        "full stops": "a. B! c? ",
        "commas": "a, b, ",
        "capitals": "ANN BELL ",
        "combining marks": "e\u0301\u0301",
    }
    return {name: of(unit) for name, unit in units.items()}


def stages() -> dict[str, Callable[[str], object]]:
    """What happens to a text on its way into the archive, the networks left out: they see windows of fixed size."""
    tokenizer = load_tokenizer(WEIGHTS / "vocab.txt")

    def article(text: str) -> Article:
        return Article(id="a", text=text, title="A title", source="S", date=None)

    def said(text: str) -> object:
        statement = Statement(
            start=0, end=min(40, len(text)), spans=((0, min(40, len(text))),), kind="direct", confidence=1
        )
        return dated(article(text), (statement,) * 20)

    return {
        "read as text": lambda text: read_bytes("a.txt", text.encode()),
        "read as Markdown": lambda text: read_bytes("a.md", text.encode()),
        "normalise": normalise,
        "plain": plain,
        "separated": separated,
        "clean": clean,
        "trim": trim,
        "repeated": lambda text: repeated_paragraphs([text] * 2),
        "kind of text": lambda text: read_kind(article(text)),
        "quotations": lambda text: quotation_state(text, find_quotations(text)),
        "word pieces": lambda text: encode(tokenizer, text),
        "passages": lambda text: [passage_text(article(text), one) for one in split(text)],
        "days": said,
    }


def measure(stage: Callable[[str], object], text: str) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    stage(text)
    return time.process_time() - start


def main(arguments: list[str] | None = None) -> None:
    """Print a row for each stage and text whose ratio is worth a look, or for all."""
    parser = argparse.ArgumentParser("python -m benchmarks.linear", description=__doc__)
    parser.add_argument("--size", type=int, default=50_000, help="n, characters")
    parser.add_argument("--all", action="store_true", help="every row, not the slow ones alone")
    parser.add_argument("--stage", action="append", help="only these stages")
    given = parser.parse_args(arguments)
    screen = Console(width=120)
    made = table("linear", "stage", "text", "n, ms", "2n, ms", "4n, ms", "4n : n")
    worst = 0.0
    for name, stage in stages().items():
        if given.stage and name not in given.stage:
            continue
        for what, text in hard_texts().items():
            times = _times(stage, text, given.size)
            ratio = times[2] / max(times[0], 1e-4)
            slow = times[2] > _LEAST and ratio > _LIMIT
            worst = max(worst, ratio if slow else 0.0)
            if slow or given.all:
                made.add_row(name, what, *(f"{1000 * one:.1f}" for one in times), f"{ratio:.1f}")
    screen.print(made)
    if worst:
        screen.print(f"the worst ratio is {worst:.1f}; {_LIMIT:.0f} is allowed")
        sys.exit(1)


def _times(stage: Callable[[str], object], text: Callable[[int], str], size: int) -> tuple[float, float, float]:
    stage(text(2000))  # what is loaded at the first use
    first, second, third = (measure(stage, text(size * times)) for times in (1, 2, 4))
    return first, second, third


if __name__ == "__main__":
    main()
