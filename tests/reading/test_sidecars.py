"""Files beside articles: what they say wins, what is wrong with them is told, and they are no articles themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from index import Archive, Config
from index.feeds.folders import changed_files
from index.model import Article, Problem
from index.reading import ReadOptions, read

TEXT = "Title: Pier\nDate: 2020-01-01\nSource: The Halden Courier\n\n" + (
    "We open this pier today, and we mean to keep it open. The ferry will call here twice a day from Monday on. "
    "Whoever says that the harbour is finished has not looked at it. I thank the crew, the yard and the school choir."
)
TOML = 'title = "Opening"\nsource = "Harbour Office"\ndate = 2026-05-04\nspeaker = "Mara Velden"\nlanguage = "en"\n'


def split(items: Iterable[Article | Problem]) -> tuple[list[Article], list[str]]:
    found = list(items)
    return [one for one in found if isinstance(one, Article)], [str(one) for one in found if isinstance(one, Problem)]


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a__txt__meta__toml", TOML),
        ("a__meta__toml", TOML),
        (
            "a__meta__yaml",
            "title: Opening\nsource: Harbour Office\ndate: 2026-05-04\nspeaker: Mara Velden\nlanguage: en",
        ),
        (
            "a__meta__json",
            '{"title": "Opening", "source": "Harbour Office", "date": "2026-05-04", "speaker": "Mara Velden",'
            ' "language": "en"}',
        ),
    ],
)
def test_what_stands_beside_an_article_wins(tmp_path: Path, name: str, text: str) -> None:
    articles, problems = split(read([folder(tmp_path, a__txt=TEXT, **{name: text})]))
    (article,) = articles
    assert (article.title, article.source, article.date) == ("Opening", "Harbour Office", dt.date(2026, 5, 4))
    assert article.evidence["source"] == article.evidence["date"] == name.replace("__", ".")
    assert article.evidence["speaker"] == "Mara Velden" and problems == []


def test_a_source_of_the_whole_run_wins_over_all(tmp_path: Path) -> None:
    folder(tmp_path, a__txt=TEXT, a__meta__toml=TOML)
    (article,), _ = split(read([tmp_path / "a.txt"], options=ReadOptions(source="Radio Nordholm")))
    assert article.source == "Radio Nordholm" and article.title == "Opening"


def test_what_is_wrong_is_told_and_the_article_is_read(tmp_path: Path) -> None:
    folder(
        tmp_path,
        a__txt=TEXT,
        a__meta__toml="title = [",
        b__txt=TEXT + " And more.",
        b__meta__json='{"date": {"day": 1}, "colour": "red", "title": "Kept"}',
        c__meta__yaml="title: nobody",
        d__txt=TEXT + " And even more.",
        d__meta__yaml="!!python/object/apply:os.system ['true']",
    )
    articles, problems = split(read([tmp_path]))
    told = "\n".join(problems)
    assert [article.title for article in articles] == ["Pier", "Kept", "Pier"]
    assert "a.meta.toml: cannot be read" in told and "'colour' is none of" in told and "date is neither" in told
    assert "c.meta.yaml: describes no file beside it" in told and "d.meta.yaml: cannot be read" in told


def test_of_a_file_of_many_only_what_holds_for_all(tmp_path: Path) -> None:
    folder(
        tmp_path,
        a__jsonl='{"text": "The ferry sails.", "title": "One", "date": "2022-01-01"}\n{"text": "The pier waits."}',
        a__meta__toml=TOML,
    )
    articles, _ = split(read([tmp_path]))
    assert [(article.title, article.source) for article in articles] == [
        ("One", "Harbour Office"),
        (None, "Harbour Office"),
    ]
    assert all("speaker" not in article.evidence for article in articles)


def test_a_changed_side_file_has_its_article_read_again(tmp_path: Path) -> None:
    folder(tmp_path, a__txt=TEXT)
    known = dict(changed_files([tmp_path], {}, quiet_since=float("inf")).files)
    folder(tmp_path, a__meta__toml=TOML)
    again = changed_files([tmp_path], known, quiet_since=float("inf"))
    assert [Path(path).name for path in again.files] == ["a.meta.toml", "a.txt"]


async def test_the_words_are_the_named_speakers(tmp_path: Path) -> None:
    texts = folder(tmp_path, a__txt=TEXT)
    async with Archive.open(Config(home=tmp_path / "archive")) as archive:
        await archive.ingest([texts / "a.txt"])
        [said] = [statements async for _, statements in archive.every_statement()]
        assert not [one for one in said if one.speaker == "Mara Velden"]
        folder(tmp_path, a__meta__toml=TOML)
        changes = await archive.ingest([texts / "a.txt"])
        assert changes.articles_replaced == 1
        [said] = [statements async for _, statements in archive.every_statement()]
        assert [(one.speaker, one.kind) for one in said] == [("Mara Velden", "turn")]
        hit = (await archive.ask("What did Mara Velden say about the ferry?")).hits[0]
        assert hit.speaker == "Mara Velden" and hit.article.source == "Harbour Office"
