"""The scorer: unit cases in our own words, and agreement with the shared tool where that is present."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from index.evaluation.attribution import error_table, score_statements

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TEXT = (
    "Mara Quell opened the session.\n\n“We will rebuild the harbour,” she said. “It is late.”\n\n"
    "Oren Vask said that the islands must pay more. He hopes for rain soon."
)


def statement(words: str, speaker: str | None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "speaker": speaker, **more}


GOLD = [
    {
        "id": "1",
        "text": TEXT,
        "quotes": [
            statement(
                "“We will rebuild the harbour,”", "Mara Quell", type="direct", speaker_type="pronoun", cue="said"
            ),
            statement("“It is late.”", "Mara Quell", type="direct", speaker_type="none"),
            statement(
                "that the islands must pay more", "Oren Vask", type="indirect", speaker_type="name", mention="Oren Vask"
            ),
            statement("for rain soon", "Oren Vask", type="indirect", speaker_type="name", optional=True),
        ],
    }
]


def test_gold_against_itself_is_perfect() -> None:
    scores = score_statements(GOLD, GOLD)
    assert {rates.f1 for rates in scores.spans.values()} == {1.0}
    assert scores.exact.f1 == scores.characters.f1 == scores.end_to_end.f1 == scores.end_to_end_full.f1 == 1.0
    assert scores.wanted == 3
    assert scores.cue.same == scores.mention.same == 1.0
    assert error_table(GOLD, GOLD) == []


def test_nothing_found() -> None:
    scores = score_statements(GOLD, [])
    assert scores.found == 0
    assert scores.spans[0.5].f1 == scores.characters.f1 == 0.0
    assert dict(error_table(GOLD, [])) == {"direct speech missed": 2, "indirect speech missed": 1}


def test_marks_do_not_count_and_surname_alone_is_not_the_full_name() -> None:
    quotes = [statement("We will rebuild the harbour", "Quell"), statement("the islands must pay more", "Vask")]
    scores = score_statements(GOLD, [{"id": "1", "quotes": quotes}])
    assert scores.exact.recall == round(1 / 3, 4)
    assert scores.spans[0.8].recall == round(2 / 3, 4)
    assert scores.speakers["all"].surname == 1.0
    assert scores.speakers["all"].full == 0.0


def test_optional_statements_cost_nothing_found_or_not() -> None:
    found = score_statements(GOLD, [{"id": "1", "quotes": [statement("for rain soon", "x")]}])
    assert found.found == 0
    false = score_statements(GOLD, [{"id": "1", "quotes": [statement("Mara Quell opened", "x")]}])
    assert false.found == 1
    assert false.spans[0.3].precision == 0.0


def test_thresholds_part_good_cuts_from_bad() -> None:
    quotes = [statement("must pay more", "Oren Vask")]
    scores = score_statements(GOLD, [{"id": "1", "quotes": quotes}])
    assert scores.spans[0.3].recall > 0.0
    assert scores.spans[0.8].recall == 0.0


def test_plain_data_is_json() -> None:
    assert json.loads(json.dumps(score_statements(GOLD, GOLD).as_dict()))["matched"] == 3


def _tool() -> ModuleType:
    path = SHARED / "tools" / "score_quotes.py"
    if not path.exists():
        pytest.skip("the shared scorer is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_quotes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _disturbed(quotes: list[dict[str, Any]], size: int, chance: random.Random) -> list[dict[str, Any]]:
    """Predictions that are right, shifted, renamed, doubled, lost and invented."""
    names = [quote["speaker"] for quote in quotes] + [None, "Nobody At All"]
    out: list[dict[str, Any]] = []
    for quote in quotes:
        if chance.random() < 0.2:
            continue
        shift = chance.choice((0, 0, 0, 3, -9, 40))
        spans = [(start + shift, end + shift // 2) for start, end in quote["spans"]]
        speaker = quote["speaker"] if chance.random() < 0.6 else chance.choice(names)
        out.append({"start": spans[0][0], "end": spans[-1][1], "spans": spans, "speaker": speaker, "cue": quote["cue"]})
    for _ in range(3):
        start = chance.randrange(max(1, size))
        out.append({"start": start, "end": start + chance.randrange(200), "speaker": chance.choice(names)})
    return out


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_the_shared_tool(seed: int) -> None:
    tool = _tool()
    chance = random.Random(seed)
    with (SHARED / "data" / "polnear" / "articles.jsonl").open(encoding="utf-8") as lines:
        gold = chance.sample([json.loads(line) for line in lines], 40)
    predicted = [{"id": one["id"], "quotes": _disturbed(one["quotes"], len(one["text"]), chance)} for one in gold[:38]]
    theirs, ours = tool.score(gold, predicted), score_statements(gold, predicted)
    assert (ours.wanted, ours.found, ours.matched) == (
        theirs["gold_statements"],
        theirs["predicted"],
        theirs["matched"],
    )
    for mine, name in (
        (ours.spans[0.5], "span"),
        (ours.exact, "exact"),
        (ours.characters, "char"),
        (ours.end_to_end, "e2e"),
        (ours.end_to_end_full, "e2e_full"),
    ):
        assert {"p": mine.precision, "r": mine.recall, "f1": mine.f1} == theirs[name], name
    assert {kind: {"n": one.count, "r": one.recall} for kind, one in ours.kinds.items()} == theirs["recall_by_type"]
    assert {
        group: {"n": one.count, "surname": one.surname, "full": one.full} for group, one in ours.speakers.items()
    } == theirs["speaker"]
