"""Who is in the chair where a record says it, in the languages of one parliament."""

from __future__ import annotations

import pytest

from index.attribution.transcripts.chairs import Chairs
from index.attribution.transcripts.mark import Mark


def _holder(text: str, label: str = "President") -> str | None:
    at = len(text)
    return Chairs(f"{text}\n{label}. – It will.").holder(Mark(at + 1, at + 1 + len(label), label, "name"))


@pytest.mark.parametrize(
    "line",
    [
        "IN THE CHAIR: JANE ROE",
        "PRZEWODNICTWO: JANE ROE",
        "VORSITZ: JANE ROE",
        "PRESIDENZA: JANE ROE",
        "PRESIDENZA DELL'ON. JANE ROE",
        "PRÉSIDENCE DE MME JANE ROE",
        "PRESIDENCIA DE LA SRA. JANE ROE",
        "ΠΡΟΕΔΡΙΑ: JANE ROE",
        "[JANE ROE in the Chair]",
        "[Jane Roe in the chair]",
    ],
)
def test_a_line_says_who_is_in_the_chair(line: str) -> None:
    assert (_holder(line) or "").casefold() == "jane roe"


@pytest.mark.parametrize(
    "line", ["[Mr Speaker in the Chair]", "Presidency of the Council", "She sat in the chair: a red one", ""]
)
def test_other_lines_name_nobody(line: str) -> None:
    assert _holder(line) is None


@pytest.mark.parametrize("label", ["Jane Poe", "The President of the Commission", "Clerk"])
def test_others_are_not_in_the_chair(label: str) -> None:
    assert _holder("IN THE CHAIR: JANE ROE", label) is None
