"""Articles and outlets corrected by hand, and what survives the same file being read again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.errors import InputError, NotFound
from index.storage import corrections

FERRY = "Mayor Ilse Brandt-Okoye said the ferry to Karst would sail again in May. “We owe it to the islands,” she said."
GRAIN = "The grain harvest in the north fell by a third, the ministry reported on Tuesday after a dry summer."


def write(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def rows() -> list[dict[str, object]]:
    return [
        {"id": "a", "source": "Courier", "date": "2022-03-01", "title": "Ferry", "text": FERRY},
        {"id": "b", "source": "The Courier", "date": "2022-03-02", "title": "Grain", "text": GRAIN},
    ]


async def ids(archive: Archive, question: str) -> set[str]:
    return {hit.article.id for hit in (await archive.ask(question)).hits}


async def test_a_removed_article_stays_out_until_it_is_brought_back(tmp_path: Path) -> None:
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        with pytest.raises(NotFound, match="nothing was removed"):
            await archive.remove(["a", "nobody"])
        assert "a" in await ids(archive, "ferry to Karst")
        changes = await archive.remove(["a"], reason="printed by mistake")
        assert changes.articles_removed == 1
        assert "a" not in await ids(archive, "ferry to Karst")
        again = await archive.ingest([write(tmp_path, *rows())])
        assert (again.articles_added, again.articles_unchanged) == (0, 1)
        assert any("--undo a" in str(problem) and not problem.fatal for problem in again.problems)
        (gone,) = await archive.removed()
        assert (gone.article_id, gone.reason, gone.can_undo) == ("a", "printed by mistake", True)
        await archive.reindex(full=True)
        await archive.restore(["a"])
        assert "a" in await ids(archive, "ferry to Karst")
        assert await archive.removed() == ()
        with pytest.raises(NotFound):
            await archive.restore(["a"])


async def test_purged_words_are_nowhere_on_the_disk(tmp_path: Path) -> None:
    home = tmp_path / "a"
    async with await Archive.open(Config(home=home)) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        await archive.remove(["a"], purge=True)
        with pytest.raises(NotFound):
            await archive.restore(["a"])
        with pytest.raises(NotFound):
            await archive.article("a")
    assert b"owe it to the islands" not in (home / "archive.sqlite3").read_bytes()


@pytest.mark.parametrize("by_source", [False, True])
async def test_what_was_removed_before_can_be_purged(tmp_path: Path, *, by_source: bool) -> None:
    home = tmp_path / "a"
    async with await Archive.open(Config(home=home)) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        source = (await archive.article("a")).article.source
        assert source is not None
        await archive.remove(["a"], reason="printed by mistake")
        if by_source:
            await archive.remove_source(source, purge=True)
        else:
            await archive.remove(["a"], purge=True)
            with pytest.raises(NotFound):
                await archive.remove(["a"], purge=True)
        gone = next(one for one in await archive.removed() if one.article_id == "a")
        assert (gone.reason, gone.can_undo, gone.title) == ("printed by mistake", False, None)
    assert b"owe it to the islands" not in (home / "archive.sqlite3").read_bytes()


async def test_thirty_days_later_the_text_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        await archive.remove(["a"])
        monkeypatch.setattr(corrections, "UNDO_DAYS", -1)
        await archive.edit("b", {"author": "Nell Ashgrove"})
        await archive.edit("b", {"author": "Tess Arden"})
        (gone,) = await archive.removed()
        assert not gone.can_undo
        with pytest.raises(NotFound):
            await archive.restore(["a"])


async def test_an_edit_is_searched_kept_and_told(tmp_path: Path) -> None:
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        await archive.edit("a", {"date": "2022-04-05", "source": "Harbour Wire", "title": "Boats again"})
        again = await archive.ingest([write(tmp_path, *rows())])
        assert (again.articles_unchanged, again.articles_replaced) == (2, 0)
        article = (await archive.article("a")).article
        assert (article.title, article.source, article.date) == ("Boats again", "Harbour Wire", dt.date(2022, 4, 5))
        hit = (await archive.ask("the ferry to Karst")).hits[0]
        assert (hit.article.source, hit.article.date) == ("Harbour Wire", dt.date(2022, 4, 5))
        assert {e.field: (e.was, e.value) for e in (await archive.history("a")).edits}["date"] == (
            "2022-03-01",
            "2022-04-05",
        )
        for wrong in ({"date": "soon"}, {"text": "x"}):
            with pytest.raises(InputError):
                await archive.edit("a", wrong)
        with pytest.raises(NotFound):
            await archive.edit("nobody", {"title": "x"})


async def test_a_changed_article_keeps_its_earlier_texts(tmp_path: Path) -> None:
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        for month in ("May", "June", "July"):
            await archive.ingest([write(tmp_path, {**rows()[0], "text": FERRY.replace("May", month)})])
        found = await archive.history("a")
        assert [("May" in v.text, "June" in v.text) for v in found.versions] == [(True, False), (False, True)]
        assert "July" in found.article.text


async def test_the_page_of_one_address_is_one_article(tmp_path: Path) -> None:
    page = {"url": "https://courier.example/2022/03/01/ferry", "date": "2022-03-01", "title": "Ferry"}
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, {**page, "text": FERRY})])
        changed = FERRY + " A later sentence was added to the page."
        second = await archive.ingest([write(tmp_path, {**page, "text": changed})])
        assert (second.articles_added, second.articles_replaced) == (0, 1)
        other = await archive.ingest([write(tmp_path, {**page, "text": GRAIN})])
        assert (other.articles_added, other.articles_replaced) == (1, 0)  # another text is another article
        assert (await archive.status()).articles == 2


async def test_an_outlet_is_renamed_merged_and_known_by_its_host(tmp_path: Path) -> None:
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows())])
        changes = await archive.rename_source("Courier", "The Courier")
        assert changes.articles_replaced == 1
        assert [(s.name, s.articles) for s in await archive.sources()] == [("The Courier", 2)]
        again = await archive.ingest([write(tmp_path, *rows())])
        assert (again.articles_unchanged, again.articles_added) == (2, 0)
        with pytest.raises(NotFound):
            await archive.rename_source("Nobody", "Somebody")
        bare = {"text": GRAIN, "source_url": "https://wire.example", "publish_date": "2022-03-05"}
        await archive.ingest([write(tmp_path, bare)])
        assert (await archive.set_domain("Harbour Wire", "https://www.wire.example/")).articles_replaced == 1
        assert {s.name for s in await archive.sources()} == {"The Courier", "Harbour Wire"}
        with pytest.raises(InputError):
            await archive.set_domain("Harbour Wire", "no host")


STANDING = "The Harbour Wire has told the islands of their boats since the winter of 1871."


async def test_what_recurs_around_an_outlets_articles_is_learned_and_taken_out_backwards(tmp_path: Path) -> None:
    stories = ["lantern", "barrel", "compass", "anchor", "sextant", "rudder", "galley", "hawser"]

    def page(number: int) -> dict[str, object]:
        story = (
            f"The {stories[number]} of the old ship was found by divers near the {stories[-number - 1]} rock on Monday."
        )
        return {"headline": f"Find {number}", "content": f"{story}\n\n{STANDING}", "outlet": "Harbour Wire",
                "pub_date": f"2022-03-{number + 1:02d}"}  # fmt: skip

    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *map(page, range(3)))])
        assert STANDING in (await archive.ask("the lantern of the old ship")).hits[0].text
        await archive.ingest([write(tmp_path, *map(page, range(7)))])
        texts = [(article.text, article.removed) async for article, _ in archive.every_statement()]
        assert len(texts) == 7
        assert all(STANDING not in text and removed == (STANDING,) for text, removed in texts)
        again = await archive.ingest([write(tmp_path, *map(page, range(8)))])
        assert (again.articles_unchanged, again.articles_added) == (7, 1)
        assert all([STANDING not in article.text async for article, _ in archive.every_statement()])
        assert all([not (await archive.history(a.id)).versions async for a, _ in archive.every_statement()])


async def test_whoever_says_all_of_a_text_is_named_by_hand(tmp_path: Path) -> None:
    letter = "Dear neighbours,\n\nThe ferry dock is ours to mend, and I will bring the first load of stone myself."
    path = write(tmp_path, {"id": "l", "source": "Courier", "date": "2022-03-01", "title": "A letter", "text": letter})
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([path])
        assert not (await archive.ask("what did Oda Lund say about the ferry dock?")).answered
        await archive.edit("l", {"speaker": "Oda Lund"})
        answer = await archive.ask("what did Oda Lund say about the ferry dock?")
        assert answer.answered and answer.hits[0].speaker == "Oda Lund"
        await archive.ingest([path])
        assert (await archive.ask("what did Oda Lund say about the ferry dock?")).answered
        assert [(edit.field, edit.value, edit.was) for edit in (await archive.history("l")).edits] == [
            ("speaker", "Oda Lund", None)
        ]
        await archive.edit("l", {"speaker": None})
        assert not (await archive.ask("what did Oda Lund say about the ferry dock?")).answered
