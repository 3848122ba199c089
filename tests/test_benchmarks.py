"""The benchmarks run and measure what they say."""

from __future__ import annotations

import importlib

import pytest

from benchmarks import sentences
from benchmarks.__main__ import NAMES, main
from benchmarks.common import Options
from benchmarks.synthetic import articles

SMALL = Options(home=None, articles=12, rounds=1, threads=1, questions=8)


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
