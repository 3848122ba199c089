"""The examples, and the first users' and annotated articles where they are at hand."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import read, remove, repeated_paragraphs

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared" / "data"


def example_articles() -> dict[str, Article]:
    return {item.id: item for item in read([EXAMPLES]) if isinstance(item, Article)}


def needs(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"needs {path.name} in a folder shared/data beside the checkout")
    return path


def test_the_examples_are_read_without_a_problem_but_one_missing_date() -> None:
    found = list(read([EXAMPLES]))
    assert [Path(item.path).name for item in found if isinstance(item, Problem)] == ["lighthouse.txt"]
    articles = example_articles()
    assert len(articles) >= 16
    assert {article.date.year for article in articles.values() if article.date} == {2022}
    assert len({article.source for article in articles.values() if article.source}) >= 5


def test_the_examples_hold_no_boilerplate() -> None:
    for article in example_articles().values():
        for word in (
            "Facebook",
            "LinkedIn",
            "Reddit",
            "Share this",
            "Photo",
            "click here",
            "patreon",
            "Patron",
            "newsletter",
            "©",
        ):
            assert word not in article.text, (article.id, word)


def test_the_answers_of_the_example_questions_stand_where_they_say() -> None:
    articles = example_articles()
    rows = [json.loads(line) for line in (EXAMPLES / "questions.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) >= 20
    assert sum(not row["answers"] for row in rows) >= 5
    for row in rows:
        assert bool(row["answers"]) == (row["type"] != "none")
        for answer in row["answers"]:
            text = articles[answer["article"]].text
            assert text[answer["start"] : answer["end"]] == answer["text"], row["question"]


def test_the_first_users_article() -> None:
    (article,) = read([needs(SHARED / "seed")])
    assert isinstance(article, Article)
    assert (article.date, article.source, article.title) == (dt.date(2022, 4, 5), "The Sofia Globe", None)
    assert "including Georgia, and Bosnia and Herzegovina" in article.text
    for word in (
        "Share this",
        "Facebook",
        "Twitter",
        "LinkedIn",
        "Reddit",
        "(Photo",
        "click here",
        "patreon",
        "Patron",
        "support independent",
    ):
        assert word not in article.text
    paragraphs = [part.strip() for part in article.raw.split("\n\n") if part.strip()]
    assert article.text.split("\n\n") == paragraphs[4:-4]


@pytest.mark.parametrize("name", ["polnear", "conferences"])
def test_annotated_articles_keep_every_character(name: str) -> None:
    path = needs(SHARED / name / "articles.jsonl")
    with path.open(encoding="utf-8") as lines:
        given = {row["id"]: row["text"] for row in map(json.loads, lines)}
    by_source: dict[str | None, list[str]] = {}
    found = list(read([path]))
    assert len(found) == len(given)
    for article in found:
        assert isinstance(article, Article)
        assert article.text == given[article.id]
        by_source.setdefault(article.source, []).append(article.text)
    for texts in by_source.values():
        repeated = repeated_paragraphs(texts)
        assert all(remove(text, repeated) == text for text in texts)
