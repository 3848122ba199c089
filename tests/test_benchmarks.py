"""The benchmarks run and measure what they say."""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np
import pytest

from benchmarks import links, load, rivals, sentences
from benchmarks.__main__ import NAMES, main
from benchmarks.common import EXAMPLES, Options
from benchmarks.fabricate import build, fabricate
from benchmarks.growth import COLUMNS, config_of, draw, table
from benchmarks.load import Reply, Row
from benchmarks.synthetic import articles
from benchmarks.vectors import mixed, own_vectors, run
from benchmarks.waits import burst
from index import Archive
from index.evaluation.gold import GoldAnswer, GoldQuestion

SMALL = Options(home=None, articles=4, rounds=1, threads=1, questions=8)


def test_generated_articles_are_the_same_again_and_speak() -> None:
    first, second = list(articles(5, seed=3)), list(articles(5, seed=3))
    assert first == second != list(articles(5, seed=4))
    assert all("“" in article.text and "{" not in article.text for article in articles(30))


def test_the_ends_of_sentences_are_where_they_are() -> None:
    assert sentences.wanted_ends(("One.", "Two two.", "Three.")) == [4, 13]


def test_the_splitter_in_use_gets_most_hard_cases_right() -> None:
    table = sentences.run(SMALL)
    names, right = list(table.columns[0].cells), list(table.columns[1].cells)
    assert int(str(right[names.index("nupunkt")]).partition("/")[0]) >= 18


def test_the_path_of_a_question_is_measured_from_end_to_end() -> None:
    table = importlib.import_module("benchmarks.path").run(SMALL)
    whole = dict(zip(table.columns[0].cells, table.columns[1].cells, strict=True))
    assert float(str(whole["answer with reranker"])) > float(str(whole["one pair of the reranker"])) > 0
    assert next(iter(table.columns[3].cells)) == "1.00"


def test_an_unknown_name_is_refused_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["speed"])
    message = capsys.readouterr().err
    assert all(name in message for name in NAMES)


def test_every_name_has_a_module_with_a_run() -> None:
    for name in NAMES:
        assert callable(importlib.import_module(f"benchmarks.{name}").run)


async def test_a_fabricated_archive_is_built_without_a_model_and_answers(tmp_path: Path) -> None:
    home = tmp_path / "archive"
    await fabricate(home, 60)
    await build(home)
    async with Archive.open(config_of(home)) as archive:
        status = await archive.status()
        assert (status.articles, status.passages, status.pending) == (12, 60, 0) and status.speakers > 1
        assert (await archive.ask("What did the mayor say about the harbour wall?")).hits


def test_growth_is_shown_as_a_table_and_a_picture(tmp_path: Path) -> None:
    rows = [dict.fromkeys(COLUMNS, 2.0) | {"passages": size} for size in (1000, 10_000)]
    assert table(rows).splitlines()[3].startswith("| 10,000 | 2.0 |")
    draw(rows, tmp_path / "growth.png")
    assert (tmp_path / "growth.png").stat().st_size > 10_000


def test_replies_under_load_are_told_apart_and_drawn(tmp_path: Path) -> None:
    replies = (
        Reply(200, 0.5, None),
        Reply(200, 1.5, None),
        Reply(503, 0.01, 4),
        Reply(429, 0.02, None),
        Reply(0, 9, None),
    )
    row = Row(2.0, (*replies, Reply(500, 0.1, None)))
    told = [row.count(kind) for kind in ("answered", "refused", "refused without a time", "silent", "failed")]
    assert told == [2, 1, 1, 1, 1]
    assert load.markdown([row]).splitlines()[2] == "| 2 | 6 | 2 | 17% | 3 | 1.00 | 0.50 | 10 | 4-4 |"
    load.draw([row, Row(5.0, replies[2:])], tmp_path / "load.png")
    assert (tmp_path / "load.png").stat().st_size > 10_000


async def test_whoever_asks_at_a_rate_gets_a_reply(examples_home: Path) -> None:
    (row,) = await load.run(examples_home, [4.0], 1.0)
    assert len(row.replies) == row.count("answered") == 4
    questions, pages = await load.run(examples_home, [], 1.0, pages=600)
    assert questions.count("answered") == 1
    assert pages.count("refused") and pages.count("answered") + pages.count("refused") == len(pages.replies) == 600


def test_synthetic_vectors_are_of_unit_length_and_recall_is_measured() -> None:
    rng = np.random.default_rng(0)
    vectors = mixed(own_vectors([]), 500, rng)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5) and len(np.unique(vectors, axis=0)) == 500
    rows = list(run(2000, []))
    assert rows[0][0].startswith("exact") and all(row[2] == "1.0000" for row in rows[1:5])


def test_other_libraries_are_judged_by_the_same_rules() -> None:
    words = "We will mend the pier before winter comes"
    asked = GoldQuestion("Who mends the pier?", "who", None, None, (GoldAnswer("a", words),))
    nothing = GoldQuestion("Who dug the moat?", "who", None, None, ())
    found = [("b", words), ("a", f"The mayor said: {words}.")]
    rows = [rivals.judged(asked, found, True, 0.5), rivals.judged(nothing, found, True, 0.1)]
    assert [(row["rank"], row["answerable"]) for row in rows] == [(2, True), (None, False)]
    told = {"index_s": 1.0, "build_mb": 2.0, "disk": 3.0, "cold_s": 4.0, "memory": 5.0, "rows": rows}
    cells = rivals.row_of("onrecord", told)
    assert cells[-5:] == ("0.000", "1.000", "0.500", "1.000", "0.000") and len(cells) == len(rivals.HEAD)
    assert rivals.install_size(["numpy"]) > 1


def test_they_get_the_passages_of_every_article() -> None:
    passages = rivals.passages_of(EXAMPLES)
    assert len({article for article, _ in passages}) > 15 and all(text.strip() for _, text in passages)


async def test_links_are_followed_after_a_reindex_of_changed_articles(tmp_path: Path) -> None:
    found = await links.run(5, tmp_path)
    assert found["right"] and found["gone with the article"] and found["gone with the words"]
    assert not [what for what in found if what.startswith("wrong")]


async def test_waits_are_measured_over_an_archive_that_is_copied(examples_copy: Path) -> None:
    questions = [f"what was said about the wall {n}" for n in range(3)]
    assert await burst(examples_copy, questions, None) == []  # so few are answered before a wait is told
