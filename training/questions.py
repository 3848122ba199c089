# ruff: noqa: T201
"""The project's own questions, made whole: `python -m training.questions ARTICLES.jsonl IN.jsonl OUT.jsonl`.

`training/questions/` holds questions over PolNeAR's training part (news), US presidents' news conferences of 1960-1980
and White House transcripts of 2021-2026 (briefings), without a word of the texts: an answer is a hash of the article's
id, or of the file's name where the archive is a folder of files, and a span of its text. Given the articles, this
writes the form of `onrecord eval questions`. The files named "tuning" are those that the reranker was tuned on; the
ones named "development" and "held-out" no part was trained on. docs/search.md tells how they were written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
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


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    articles = {article_key(one["id"]): (one["id"], one["text"]) for one in read_gold(options.articles)}
    made = [whole(question, articles) for question in read_gold(options.questions)]
    options.out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf-8")
    print(f"{len(made)} questions, {sum(not one['answers'] for one in made)} of them without an answer")


if __name__ == "__main__":
    main()
