"""Links to statements after a full reindex of changed articles: `python -m benchmarks.links [--articles 200]`.

Of generated articles a fifth each stays, gains a paragraph and typewriter's marks, gains one between all of its own,
has other words in every quotation, or goes. Then every link is followed: it must lead to the same words of the same
speaker, or say that they are gone. Ends with 1 where one leads to other words, or to another's.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.synthetic import articles
from index import Archive, Config
from index.config import Reading
from index.errors import Gone
from index.model import Article

_MARKS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
_PAGE = 100


def changed(article: Article, number: int) -> str | None:
    """The text as it reads later; None: the article has gone."""
    paragraphs = article.text.split("\n\n")
    match number % 5:
        case 0:
            return article.text
        case 1:
            return f"The editors have corrected the name of the harbour.\n\n{article.text}".translate(_MARKS)
        case 2:
            return "\n\nA storm is expected on the coast.\n\n".join(paragraphs)
        case 3:
            return re.sub(r"“(\S+ \S+) ", r"“On no account \1 ", article.text)
        case _:
            return None


def plain(words: str) -> str:
    """Words without the form of their marks and spaces."""
    return " ".join(words.translate(_MARKS).split())


async def run(count: int, folder: Path) -> Counter[str]:
    """How many links were right, honestly gone, gone though the words are there, or wrong."""
    source = folder / "texts"
    source.mkdir()
    config = Config(home=folder / "home", reading=Reading(folders=(source,)))
    every = list(articles(count))
    _write(source / "all.jsonl", [(one, one.text) for one in every])
    found: Counter[str] = Counter()
    async with Archive.open(config) as archive:
        await archive.reindex()
        links: dict[str, tuple[str | None, str]] = {}
        total = (await archive.statements(limit=1)).total
        for offset in range(0, total, _PAGE):
            page = await archive.statements(offset=offset, limit=_PAGE)
            for entry in page.entries:
                try:
                    links[entry.id] = ((await archive.statement(entry.id)).statement.speaker, entry.text)
                except Gone:  # the same words after the same words, by two people: it never meant either
                    found["of one of two from the start"] += 1
        later = [(one, text) for number, one in enumerate(every) if (text := changed(one, number)) is not None]
        _write(source / "all.jsonl", later)
        await archive.reindex(full=True, yes=True)
        for link, (speaker, words) in links.items():
            found[await _outcome(archive, link, speaker, plain(words))] += 1
    return found


def _write(path: Path, rows: list[tuple[Article, str]]) -> None:
    lines = [
        {"id": one.id, "title": one.title, "source": one.source, "date": str(one.date), "text": t} for one, t in rows
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


async def _outcome(archive: Archive, link: str, speaker: str | None, words: str) -> str:
    try:
        found = await archive.statement(link)
    except Gone as gone:
        if gone.article_id is None:
            return "gone with the article"
        text = plain((await archive.article(gone.article_id)).article.text)
        return "gone though the words are there" if words in text else "gone with the words"
    text = found.view.article.text[found.statement.start : found.statement.end]
    if plain(text) != words:
        return "wrong: other words"
    return "right" if _surname(found.statement.speaker) == _surname(speaker) else "wrong: another speaker"


def _surname(name: str | None) -> str | None:
    """A full name is known only as long as an article that gives it is there."""
    return None if name is None else name.split()[-1]


def main(arguments: list[str] | None = None) -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser("python -m benchmarks.links", description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(given.articles, Path(folder)))
    print(f"{found.total()} links: {', '.join(f'{number} {what}' for what, number in found.most_common())}")
    sys.exit(any(what.startswith("wrong") for what in found))


if __name__ == "__main__":
    main()
