"""The page of figures: one command measures an archive and writes it."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import results

ARTICLE = """The council met on Monday.

“We will mend the pier before winter,” Mayor Tilda Voss told the council. “Nobody will pay twice.”

Engineer Pavo Lind said that the piles were sound."""


def _data(folder: Path) -> Path:
    home = folder / "data" / "town"
    home.mkdir(parents=True)
    row = {"id": "a1", "title": "The pier", "source": "The Town Bell", "date": "2022-04-05", "text": ARTICLE}
    (home / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    start = ARTICLE.index("“We will")
    questions = [
        {
            "question": "What did Voss say about the pier?",
            "type": "said",
            "speaker": "Tilda Voss",
            "answers": [{"article": "a1", "text": "We will mend the pier before winter"}],
        },
        {"question": "what was said of the pier?", "article": "a1", "spans": [[start, start + 90]]},
        {"question": "What did Lind say about submarines?", "answers": []},
    ]
    (home / "questions.jsonl").write_text("\n".join(map(json.dumps, questions)) + "\n", encoding="utf-8")
    return folder / "data"


def test_an_archive_is_measured_and_the_page_written(tmp_path: Path) -> None:
    out = tmp_path / "results.md"
    arguments = [str(_data(tmp_path)), str(tmp_path / "work"), "--no-costs", "--out", str(out)]
    results.main(arguments)
    lines = out.read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith("| town, given"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1] == "2 / 1" and cells[2] == cells[3] == "1.000"
    assert cells[5] == cells[6] == "1.000"  # of the one whose gold names a speaker and words
    assert any(line.startswith("| town, given | said | 1 | 1.000") for line in lines)
    assert any(line.startswith("| processor | ") for line in lines)
