# ruff: noqa: T201
"""The project's own questions, made whole: `python -m training.questions ARTICLES IN.jsonl OUT.jsonl`.

`training/questions/` holds questions over PolNeAR's training part (news), US presidents' news conferences of 1960-1980
and White House transcripts of 2021-2026 (briefings), without a word of the texts: an answer is a hash of the article's
id, or of the file's name where the archive is a folder of files, and a span of its text. Given the articles, this
writes the form of `onrecord eval questions`. The files named "tuning" are those that the reranker was tuned on; the
ones named "more" were tried for that and are not in what is shipped; on "development", "held-out" and "paraphrased"
no part was trained. docs/search.md tells how they were written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.gold import read_gold


def article_key(article_id: str) -> str:
    """What stands for an article: 12 hexadecimal digits of its id's SHA-256."""
    return hashlib.sha256(article_id.encode()).hexdigest()[:12]


def whole(question: dict[str, Any], articles: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """A question with its answers' articles and words. Raises KeyError where an article is not there."""
    answers = []
    for key, start, end in question["answers"]:
        article_id, text = articles[key]
        answers.append({"article": article_id, "start": start, "end": end, "text": text[start:end]})
    return {**question, "answers": answers}


def texts_of(source: Path) -> Iterator[tuple[str, str, str]]:
    """(what a question's key stands for, article's id, text that its spans count in) of every article.

    `source`: a file of articles, a folder that holds one, or an archive of files; of the last one the file's name and
    the file as it is.
    """
    file = source if source.is_file() else source / "articles.jsonl"
    if file.is_file():
        yield from ((one["id"], one["id"], one["text"]) for one in read_gold(file))
        return
    from index.model import Article
    from index.reading import read

    for one in read([source / "archive" if (source / "archive").is_dir() else source]):
        if isinstance(one, Article) and one.origin:
            origin = Path(one.origin)
            yield origin.name, one.id, origin.read_text(encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    articles = {article_key(key): (id, text) for key, id, text in texts_of(options.articles)}
    made = [whole(question, articles) for question in read_gold(options.questions)]
    options.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf-8")
    print(f"{len(made)} questions, {sum(not one['answers'] for one in made)} of them without an answer")


if __name__ == "__main__":
    main()
