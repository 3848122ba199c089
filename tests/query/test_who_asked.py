"""Who asked something is not whoever answers it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.query.kind import asks_who_asked

CHAMBER = """Mr. Peter Lind: He has closed the northern quay, and the ferries stand still. Will he open it again?

The Prime Minister: The port is open, and the boats will sail as soon as the ice on the quay is gone.

Ms. Ada Corm: Is the mill of Tarn safe from the flood?

The Prime Minister: It stands on rock."""
ROOM = """Press briefing by Governor Runa Velde

GOVERNOR VELDE: Good morning. The mill of Halden will be sold to its workers in the spring of next year.

Q: Governor, will the tunnel be dug before the winter, as the miners of Lorn have asked for?

GOVERNOR VELDE: It will be dug when the money is there, and not a day before that.

Q: And who pays for the new lighthouse?

GOVERNOR VELDE: The harbour board does."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    rows = [
        {"id": "chamber", "title": "Prime Minister's Questions", "text": CHAMBER, "date": "2022-05-02"},
        {"id": "room", "title": "Press briefing by Governor Runa Velde", "text": ROOM, "date": "2022-05-03"},
    ]
    (folder / "all.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "speaker", "says"),
    [
        ("who asked about the northern quay", "Peter Lind", "Will he open it again?"),
        ("who asked if the tunnel would be dug before the winter", None, "will the tunnel be dug"),
        ("which reporter wanted to know about the tunnel before the winter", None, "will the tunnel be dug"),
        ("will the governor dig the tunnel before the winter", "Runa Velde", "when the money is there"),
    ],
)
async def test_the_question_answers_who_asked_it(home: Path, words: str, speaker: str | None, says: str) -> None:
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        found = await archive.ask(words)
    hit = found.hits[0]
    assert (found.answered, hit.speaker) == (True, speaker)
    assert says in (hit.quote or "") and hit.quote in hit.text
    assert len({(one.article.id, one.start) for one in found.hits}) == len(found.hits)


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("who asked about the port", True),
        ("which reporter asked about the port", True),
        ("who was it that asked about the port", True),
        ("who was asked about the port", False),
        ("who said that the mayor asked for money", False),
        ("what did Vorn ask about the port", False),
    ],
)
def test_who_asked_is_told_from_what_was_asked(words: str, *, asks: bool) -> None:
    assert asks_who_asked(words) is asks
