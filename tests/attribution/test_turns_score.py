"""`onrecord eval turns`: the figures of a marks file, for transcripts that are read well and badly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from index.cli.app import build_app
from index.errors import InputError
from index.evaluation.turns import load_transcripts, score_turns

BRIEFING = """---
title: Daily Press Briefing with Tam Price
date: 2022-04-05
---

MR PRICE:  Good afternoon to all of you.  The bridge
is open since this morning.

QUESTION:  Is it safe?

MR PRICE:  It is as safe as a bridge can be.  (Laughter.)

QUESTION:  Thank you.

2:21 P.M. EDT
"""


def marks_of(text: str, labels: list[str]) -> list[list[Any]]:
    found: list[list[Any]] = []
    at = 0
    for label in labels:
        at = text.index(label, at)
        found.append([at, label])
        at += len(label)
    return found


def written(folder: Path, text: str = BRIEFING, **keys: Any) -> Path:
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    marks = marks_of(text, ["MR PRICE:", "QUESTION:", "MR PRICE:", "QUESTION:"])
    gold = folder / "marks.jsonl"
    gold.write_text(json.dumps({"file": "briefing.md", "marks": marks, **keys}) + "\n", encoding="utf-8")
    return gold


def test_a_transcript_that_is_read_well_has_full_figures(tmp_path: Path) -> None:
    scores = score_turns(load_transcripts(written(tmp_path, names={"MR PRICE:": "Tam Price"}, group="bridges")))
    assert scores["bridges"].shares() == scores[""].shares()
    assert scores[""].shares() == {
        "named turns found": 1.0,
        "bounds": 1.0,
        "surname right": 1.0,
        "full name right": 1.0,
        "askers credited to a person": 0.0,
        "words missed": 0.0,
        "words given to another": 0.0,
        "opening statements credited": None,
    }
    assert scores[""].slips == []


def test_marks_that_the_text_does_not_follow_lower_the_figures(tmp_path: Path) -> None:
    """A gold that calls his answer a question, names him otherwise and has an opening that nobody gets."""
    gold = written(tmp_path, names={"MR PRICE:": "Ned Rice"}, opening="Ned Rice")
    rows = json.loads(gold.read_text(encoding="utf-8"))
    rows["marks"][2][1] = "QUESTION:"
    gold.write_text(json.dumps(rows), encoding="utf-8")
    found = score_turns(load_transcripts(gold))[""].as_dict()
    assert (found["named"], found["found"], found["full_right"]) == (1, 1, 0)
    assert (found["asked"], found["asked_credited"]) == (3, 1)
    assert (found["openings"], found["openings_right"]) == (1, 0)


def test_the_command_prints_figures_and_slips(tmp_path: Path) -> None:
    gold = written(tmp_path, names={"MR PRICE:": "Ned Rice"})
    shown = CliRunner().invoke(build_app(), ["eval", "turns", str(gold), "--slips"])
    assert shown.exit_code == 0, shown.output
    assert "named turns found" in shown.output and "named Tam Price, not Ned Rice" in " ".join(shown.output.split())
    told = CliRunner().invoke(build_app(), ["eval", "turns", str(gold), "--json"])
    assert json.loads(told.output)["all"]["full name right"] == 0.0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"file": "briefing.md"}', "has no file and marks"),
        ('{"file": "absent.md", "marks": []}', "cannot be read"),
        ("", "names no document"),
    ],
)
def test_a_marks_file_that_cannot_be_used_says_why(tmp_path: Path, line: str, told: str) -> None:
    gold = written(tmp_path)
    gold.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=told):
        load_transcripts(gold)
