"""What would take gigabytes is told in a sentence, and all else is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import read, read_bytes

LINE = "The pier of Karst opened again. "
LONG = LINE * 400_000  # 12.8 million characters


def told(items: list[Article | Problem]) -> list[str]:
    return [one.message for one in items if isinstance(one, Problem) and one.fatal]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.csv", "a.vtt"])
def test_a_text_that_no_article_has_is_refused_in_every_format(name: str) -> None:
    content = {
        "a.json": json.dumps([{"text": LONG}, {"text": LINE}]),
        "a.csv": f"title,text\nLong,{LONG}\nShort,{LINE}\n",
        "a.vtt": f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{LONG}\n",
    }
    items = list(read_bytes(name, content.get(name, LONG).encode()))
    assert [message for message in told(items) if "more than 10 million characters" in message], told(items)
    assert all(len(one.text) < 100 for one in items if isinstance(one, Article))


def test_a_line_without_an_end_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps({"id": "long", "text": LONG}) + "\n")
        file.write(json.dumps({"id": "short", "text": LINE, "date": "2022-04-05"}) + "\n")
    items = list(read([path]))
    assert [one.id for one in items if isinstance(one, Article)] == ["short"]
    (problem,) = [one for one in items if isinstance(one, Problem)]
    assert problem.line == 1 and "more than 10 million characters" in problem.message


def test_aliases_of_aliases_cost_nothing(tmp_path: Path) -> None:
    levels = "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]" for n in range(9))
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: T\na: &a [x]\n{levels}\ndate: [*j, *j]\n---\n{LINE}", encoding="utf-8")
    script = f"""
import resource
from pathlib import Path
from index.reading import read
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000,) * 2)
for one in read([Path({str(path)!r})]):
    print(type(one).__name__, getattr(one, "message", getattr(one, "text", "")))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert "by an alias" in done.stdout and f"Article {LINE.strip()}" in done.stdout
