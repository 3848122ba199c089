"""A topic of a word or two: the passage that says the very word comes first, and one that nobody says is declined."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model import Answer
from tests.query.small_archive import answer, texts_in

_SAID = (
    "Harbour news\n\n“{words}” Jane Roe, the mayor of Karst, said on Monday.\n\nThe council of Karst meets again in "
    "two weeks, and the port has been open since the spring of last year, as its office told the paper."
)
_WORDS = (
    "Young people of fourteen and fifteen hang about at the quay all night with nothing to do.",
    "We will paint the ceiling of the town hall and ask the teenagers what colour they like.",
    "The ferry is late because the tide is late, and nobody can hurry the tide.",
    "The budget has a hole and we are going to fill it before the winter.",
)


async def _asked(folder: Path, words: str) -> Answer:
    return await answer(texts_in(folder, [_SAID.format(words=one) for one in _WORDS]), words)


async def test_the_passage_that_says_the_word_comes_first(tmp_path: Path) -> None:
    found = await _asked(tmp_path, "jane roe on teenagers")
    assert found.answered
    assert "teenagers" in found.hits[0].text


@pytest.mark.parametrize("word", ["saxophones", "whaling"])
async def test_a_word_that_she_never_says_is_declined(tmp_path: Path, word: str) -> None:
    found = await _asked(tmp_path, f"what did Jane Roe say about {word}")
    assert not found.answered
    assert found.evidence["held"] == 0
