"""Links to statements: right or honestly gone, whatever a reindex brings."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.errors import Busy, Gone, NotFound
from index.links import ID, find_statement, is_anothers, statement_id, with_speaker
from index.model import Statement
from index.workers import Workers


def said(text: str, words: str, speaker: str = "Ada Lund", nth: int = 0) -> Statement:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return Statement(start=start, end=end, spans=((start, end),), kind="direct", confidence=1.0, speaker=speaker)


def test_typography_and_place_leave_an_id_alone() -> None:
    old = "The pier is closed. “It will open again in the spring,” said Ada Lund."
    new = 'A storm came. The pier is closed now. "It will open again  in the spring," said Ada Lund.'
    before = said(old, "It will open again in the spring")
    after = said(new, "It will open again  in the spring")
    wanted = statement_id("a", old, before)
    assert ID.fullmatch(wanted)
    assert find_statement(wanted[10:], new, [after]) is after


def test_a_short_statement_counts_only_after_the_same_words() -> None:
    old = "Will you resign? Lund: No. Will he? Berg: No."
    lund, berg = said(old, "No."), said(old, "No.", "Tor Berg", 1)
    ids = [statement_id("a", old, s) for s in (lund, berg)]
    assert len(set(ids)) == 2
    assert [find_statement(wanted[10:], old, [lund, berg]) for wanted in ids] == [lund, berg]
    without = "Will he? Berg: No."
    only = said(without, "No.", "Tor Berg")
    assert [find_statement(wanted[10:], without, [only]) for wanted in ids] == [None, only]


def test_of_the_same_words_after_the_same_words_by_two_people_neither_is_meant() -> None:
    text = "Again they said: we never close this harbour. Again they said: we never close this harbour."
    pair = [said(text, "we never close this harbour"), said(text, "we never close this harbour", "Tor Berg", 1)]
    assert find_statement(statement_id("a", text, pair[0])[10:], text, pair) is None


def test_an_address_tells_whom_its_words_were_given_to() -> None:
    address = with_speaker("/s/x", "Ada Lund")
    given = address.partition("?for=")[2]
    assert with_speaker("/s/x", None) == "/s/x" and "Lund" not in address
    assert not is_anothers(given, ["Tor Berg", "ADA LUND"]) and is_anothers(given, ["Tor Berg"])
    assert is_anothers(given, []) and not is_anothers("<b>", ["Tor Berg"]) and not is_anothers(None, [])


def _line(number: int, *middle: str) -> dict[str, str]:
    text = "\n\n".join(
        [
            f"The harbour board met for the {number}th time on Monday.",
            *middle,
            f"“Berth {number} will be dredged before the winter comes,” harbour master Ada Lund told the board.",
        ]
    )
    return {"id": f"board-{number}", "source": "Quay Post", "date": "2024-03-04", "text": text}


async def _load(archive: Archive, path: Path, lines: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    await archive.ingest([path])


async def test_after_a_full_reindex_with_changed_text_each_link_is_right_or_gone(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    note = folder / "2024-05-06-note.txt"
    note.write_text(
        "2024-05-06\n\nThe ferry has a new captain.\n\n“I will sail her through any storm of this coast,” said captain "
        "Tor Berg on the quay.\n",
        encoding="utf-8",
    )
    config = Config.model_validate({"home": tmp_path / "home", "reading": {"folders": [str(folder)]}})
    async with Archive.open(config) as archive:
        await _load(archive, tmp_path / "board.jsonl", [_line(n) for n in range(8)])
        await archive.reindex()
        links: dict[str, tuple[str | None, str]] = {}
        for entry in (await archive.statements(limit=100)).entries:
            assert (await archive.statement(entry.id)).view.article.id == entry.article.id
            links[entry.id] = (entry.statement.speaker, entry.text)
        assert len(links) == 9

        changed = [_line(n, "It rained, and the roof leaked.") for n in range(4)]  # the words stay, further down
        reworded = [_line(n) | {"text": _line(n)["text"].replace("before", "long after")} for n in range(4, 8)]
        await _load(archive, tmp_path / "board.jsonl", changed + reworded)
        note.write_text(note.read_text(encoding="utf-8").replace("new", "young"), encoding="utf-8")
        await archive.reindex(full=True)
        right = gone = 0
        for link, (speaker, words) in links.items():
            try:
                view = await archive.statement(link)
            except Gone as error:
                gone += 1
                assert error.article_id and words not in (await archive.article(error.article_id)).article.text
            else:
                right += 1
                found = view.view.article.text[view.statement.start : view.statement.end]
                assert (view.statement.speaker, found) == (speaker, words)
                assert view.changed == dt.datetime.now(dt.UTC).date()
        assert (right, gone) == (5, 4)

        note.unlink()
        await archive.reindex()
        (of_note,) = [link for link, (_, words) in links.items() if "storm" in words]
        with pytest.raises(Gone, match="was removed on 20") as caught:
            await archive.statement(of_note)
        assert caught.value.article_id is None


async def test_a_link_that_never_was_is_told_apart(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "home")) as archive:
        with pytest.raises(NotFound, match="no statement has the id"):
            await archive.statement("../secret")
        with pytest.raises(NotFound, match="never held") as caught:
            await archive.statement("a" * 21)
        assert not isinstance(caught.value, Gone)


async def test_every_hit_of_the_examples_leads_to_the_statement_that_it_quotes(examples_home: Path) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        for question in ("What did Rasmus Kehl say about gas rationing?", "Who pays for the second pilot?"):
            hit = (await archive.ask(question)).hits[0]
            assert hit.statement_id and hit.quote_start is not None and hit.quote_end is not None
            view = await archive.statement(hit.statement_id)
            assert view.view.article.id == hit.article.id and view.statement.speaker == hit.speaker
            assert view.statement.start < hit.quote_end and hit.quote_start < view.statement.end


async def test_lists_are_whole_in_order_and_under_their_filters(examples_home: Path) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        everything = await archive.statements(limit=1000)
        paged = [await archive.statements(offset=at, limit=20) for at in range(0, everything.total, 20)]
        assert [e.id for page in paged for e in page.entries] == [e.id for e in everything.entries]
        days = [e.article.date or dt.date.min for e in everything.entries]
        assert days == sorted(days, reverse=True) and len(days) == everything.total
        kehl = await archive.profile("Kehl")
        own = await archive.statements(speaker="Rasmus Kehl", limit=1000)
        assert kehl.speaker.name == "Rasmus Kehl" and kehl.speaker.statements == own.total == len(own.entries)
        assert sum(count for _, count in kehl.months) + kehl.undated == own.total
        assert sum(count for _, count in kehl.sources) == own.total
        assert kehl.topics and "Rasmus" not in kehl.topics
        courier = await archive.articles(source="The Halden Courier")
        assert {article.source for article in courier.articles} == {"The Halden Courier"} and courier.total == 6
        assert (await archive.statements(speaker="Nobody Atall")).total == 0
        with pytest.raises(NotFound):
            await archive.profile("Nobody Atall")
        with pytest.raises(NotFound):
            await archive.profile("Kehl", sources=("No Such Outlet",))


async def test_faces_take_turns_and_each_has_a_queue_of_its_own() -> None:
    workers = Workers(queue=40)
    order: list[str] = []
    gate = asyncio.Event()

    async def ask(face: str) -> None:
        async with workers.asking(face):
            order.append(face)
            await gate.wait()

    try:
        crowd = [asyncio.create_task(ask("web")) for _ in range(40)]
        await asyncio.sleep(0)
        others = [asyncio.create_task(ask("")) for _ in range(5)]
        await asyncio.sleep(0)
        with pytest.raises(Busy, match="40 questions"):
            async with workers.asking("web"):
                pass
        crowd[0].cancel()  # one in work leaves, and one that waits
        crowd[-1].cancel()
        gate.set()
        await asyncio.gather(*crowd, *others, return_exceptions=True)
        at_once = order.index("")
        assert at_once < 12 and len(order) == 44
        assert order[at_once : at_once + 9].count("") >= 4  # in turn with the crowd, not behind it
        assert workers.waiting == 0
    finally:
        workers.close()
