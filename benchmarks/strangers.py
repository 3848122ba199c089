"""Whose words a name of nobody gets: `python -m benchmarks.strangers HOME TOPIC [TOPIC …]`.

Asks the archive in HOME about each TOPIC (something that it answers) under nine invented names in forty forms, in small
letters and in capitals. No answer is right but that nobody of the name is on record.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import re
from pathlib import Path

from index import Archive, Config, Question

NAMES = (
    "Helen Trask", "Akosua Boateng", "Jiri Novotny", "Wei Zhang", "Mohammed al-Rashidi", "Siobhan O'Quilter",
    "Lars van der Meulen", "Trask", "Novotny",
)  # fmt: skip
FORMS = (
    "what did {n} say about {t}", "{n} on {t}", "what does {n} think about {t}", "did {n} say anything about {t}",
    "has {n} commented on {t}", "what did mr {n} say about {t}", "any quotes from {n} on {t}",
    "what did former coach {n} say about {t}", "what did the dublin based analyst {n} say about {t}",
    "what did irish actress {n} say about {t}", "{n}'s view on {t}", "what was {n}'s reaction to {t}",
    "according to {n} what happened with {t}", "what did {n} from oxfam say about {t}",
    "what did {n}, the mayor of lagos, say about {t}", "what did ceo {n} tell reporters about {t}",
    "what did {n} tweet about {t}", "why did {n} criticise {t}", "does {n} support {t}", "is {n} against {t}",
    "what did witness {n} testify about {t}", "what has {n} been saying about {t}", "quote {n} about {t}",
    "show me what {n} said on {t}", "give me {n} on {t}", "what did dr {n} of harvard say about {t}",
    "who is {n} and what did they say about {t}", "what's {n} saying about {t}", "{n} quotes {t}", "{n}: {t}",
    "{n} {t}", "what did lawyer for the family {n} say about {t}", "how did {n} describe {t}",
    "what did senator {n} (R-Ohio) say about {t}", "{n} statement on {t}", "in {n}'s opinion is {t} good",
    "tell me {n}'s position on {t}", "did {n} ever mention {t}", "when did {n} speak about {t}",
    "what did {n} and jane roe say about {t}",
)  # fmt: skip


async def _answered(home: Path, topics: list[str]) -> tuple[list[str], int]:
    """The questions that are answered, and how many were asked."""
    found: list[str] = []
    asked = 0
    async with Archive.open(Config(home=home), warm=True) as archive:
        texts = await archive.ask(Question(text=topics[0], limit=1))
        if not texts.hits:
            raise SystemExit(f"{home}: the archive answers nothing on “{topics[0]}”: name topics that it speaks of.")
        for at, (form, name) in enumerate(itertools.product(FORMS, NAMES)):
            for written in (name.lower(), name):
                text = form.format(n=written, t=topics[at % len(topics)])
                asked += 1
                if (await archive.ask(Question(text=text, limit=1))).answered:
                    found.append(text)
    return found, asked


def main() -> None:
    """Print how many of the questions get somebody's words, and which."""
    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument("home", type=Path)
    parser.add_argument("topics", nargs="+")
    options = parser.parse_args()
    found, asked = asyncio.run(_answered(options.home, options.topics))
    for text in found:
        print(f"  {text}")
    print(f"{len(found)} of {asked} questions for nobody get an answer ({len(found) / asked:.3f})")


if __name__ == "__main__":
    main()
