"""The archive through its public face: real models, real FAISS and tantivy, a real SQLite file."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from index import Archive, CancelToken, Config, Question
from index.errors import ArchiveError, Busy, Cancelled, NotFound
from index.storage import generations

SHARED = Path(__file__).parents[2].parent / "shared"


def write(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def briefing(number: int, text: str, **more: object) -> dict[str, object]:
    return {"id": f"b{number}", "source": "The Halden Courier", "date": f"2022-03-{number:02d}", "text": text, **more}


FERRY = "Mayor Ilse Brandt-Okoye said the ferry to Karst would sail again in May. “We owe it to the islands,” she said."
GRAIN = "The grain harvest in the north fell by a third, the ministry reported on Tuesday after a dry summer."


async def test_an_article_goes_in_and_a_question_comes_out_verbatim(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        changes = await archive.ingest([write(tmp_path, briefing(1, FERRY), briefing(2, GRAIN))])
        assert (changes.articles_added, changes.passages_total, changes.problems) == (2, 2, ())
        answer = await archive.ask("when will the ferry to Karst sail again?")
        hit = answer.hits[0]
        assert answer.answered
        assert (hit.article.id, hit.article.source, hit.article.date) == (
            "b1",
            "The Halden Courier",
            dt.date(2022, 3, 1),
        )
        assert FERRY[hit.start : hit.end] == hit.text
        assert hit.quote is not None and FERRY[hit.quote_start : hit.quote_end] == hit.quote


async def test_the_same_again_changes_nothing_and_a_changed_article_replaces_itself(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, briefing(1, FERRY), briefing(2, GRAIN))])
        again = await archive.ingest([write(tmp_path, briefing(1, FERRY), briefing(2, GRAIN))])
        assert (again.articles_unchanged, again.articles_added, again.embedded, again.generation) == (2, 0, 0, 1)
        changed = FERRY.replace("May", "August")
        second = await archive.ingest([write(tmp_path, briefing(1, changed), briefing(2, GRAIN))])
        assert (second.articles_replaced, second.articles_unchanged, second.generation) == (1, 1, 2)
        assert 0 < second.embedded < 6  # only what changed went through the model
        answer = await archive.ask("when will the ferry to Karst sail again?")
        assert "August" in answer.hits[0].text
        assert all("in May" not in hit.text for hit in answer.hits)


async def test_a_reindex_embeds_nothing_anew_and_full_analyses_again(examples_copy: Path) -> None:
    async with Archive.open(Config(home=examples_copy)) as archive:
        assert (await archive.reindex()).generation == 1
        full = await archive.reindex(full=True)
        assert (full.generation, full.embedded) == (2, 0)


async def test_filters_hold_in_every_hit_and_undated_articles_are_counted(tmp_path: Path) -> None:
    rows = [briefing(n, f"{GRAIN} Report number {n}.", source=f"Outlet {n % 3}") for n in range(1, 25)]
    rows.append({"id": "undated", "source": "Outlet 1", "text": GRAIN})
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows)])
        since, until = dt.date(2022, 3, 5), dt.date(2022, 3, 15)
        question = Question(text="grain harvest", source="Outlet 1", since=since, until=until, limit=25)
        answer = await archive.ask(question)
        places = [(hit.article, *hit.also_in) for hit in answer.hits]
        assert {a.id for found in places for a in found} == {f"b{n}" for n in range(5, 16) if n % 3 == 1}
        assert answer.undated_left_out == 1
        explicit = await archive.ask(Question(text="grain harvest in 2031", since=since, until=until))
        assert (explicit.query.since, explicit.query.until) == (since, until)  # explicit wins over what is inferred


async def test_wire_copies_fold_into_one_hit(tmp_path: Path) -> None:
    rows = [briefing(1, FERRY), briefing(2, FERRY, source="Karst Evening Post"), briefing(3, GRAIN)]
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, *rows)])
        answer = await archive.ask("when will the ferry to Karst sail again?")
        first = answer.hits[0]
        assert {first.article.id, *(copy.id for copy in first.also_in)} == {"b1", "b2"}
        assert sum("ferry" in hit.text for hit in answer.hits) == 1


async def test_an_empty_archive_and_an_unknown_speaker_are_an_honest_no(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        empty = await archive.ask("what did the mayor say?")
        assert (empty.answered, empty.reason, empty.hits) == (False, "empty_archive", ())
        assert await archive.sources() == () and await archive.speakers() == ()
        await archive.ingest([write(tmp_path, briefing(1, FERRY), briefing(2, GRAIN))])
        answer = await archive.ask("what did Zebulon Quarrington say about chess?")
        assert not answer.answered


async def test_speakers_timeline_article_and_status(examples_home: Path) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        mayor = (await archive.speakers("Brandt-Okoye"))[0]
        assert mayor.name == "Ilse Brandt-Okoye" and mayor.statements >= 3
        line = await archive.timeline("Brandt-Okoye", "the harbour wall")
        assert line.speaker == "Ilse Brandt-Okoye" and line.entries
        dates = [entry.article.date for entry in line.entries if entry.article.date]
        assert dates == sorted(dates)
        view = await archive.article(line.entries[0].article.id)
        text = view.article.text
        assert all(text[p.start : p.end].strip() for p in view.passages)
        assert any(text[s.start : s.end] == line.entries[0].text for s in view.statements)
        with pytest.raises(NotFound):
            await archive.article("no-such-id")
        with pytest.raises(NotFound):
            await archive.timeline("Zebulon Quarrington")
        status = await archive.status()
        assert status.articles == 22 and status.pending == 0 and status.generation == 1


async def test_cancel_keeps_what_serves_and_the_next_run_goes_on(tmp_path: Path) -> None:
    rows = [briefing(n, f"{FERRY} Sailing number {n} carries {n} cars.") for n in range(1, 29)]
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, briefing(1, GRAIN))])
        token = CancelToken()
        with pytest.raises(Cancelled):
            await archive.ingest(
                [write(tmp_path, *rows)], cancel=token, on_progress=lambda p: p.stage == "attribute" and token.cancel()
            )
        answer = await archive.ask("grain harvest in the north")
        assert answer.hits[0].text == GRAIN
        done = await archive.reindex()
        assert done.generation == 2
        assert "ferry" in (await archive.ask("the ferry to Karst")).hits[0].text


async def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    config = Config(home=tmp_path / "a")
    async with Archive.open(config) as one, await Archive.open(config) as two:
        path = write(tmp_path, *(briefing(n, f"{FERRY} {n}") for n in range(1, 20)))
        first = asyncio.create_task(one.ingest([path]))
        await asyncio.sleep(0.01)
        with pytest.raises(Busy):
            await two.ingest([path])
        await first
        assert (await two.ask("ferry to Karst")).answered  # a reader moves to the new generation by itself


async def test_too_many_questions_are_told_so(examples_home: Path) -> None:
    config = Config.model_validate({"home": examples_home, "search": {"queue": 3}})
    async with Archive.open(config, warm=True) as archive:
        asked = await asyncio.gather(
            *(archive.ask(f"pier {n} of the harbour") for n in range(9)), return_exceptions=True
        )
        refused = [a for a in asked if isinstance(a, Busy)]
        assert len(refused) == 6 and "waiting" in str(refused[0])
        assert not any(isinstance(a, Busy) for a in asked[:3])  # the first ones were served


@pytest.mark.parametrize("part", ["tables.npz", "passages.faiss", "speakers.json", "manifest.json", "words/meta.json"])
async def test_a_damaged_generation_is_told_and_mended_by_reindex(examples_copy: Path, part: str) -> None:
    (generations.folder_of(examples_copy, 1) / part).write_bytes(b"damaged")
    async with Archive.open(Config(home=examples_copy)) as archive:
        with pytest.raises(ArchiveError, match="reindex"):
            await archive.ask("the harbour")
        assert (await archive.reindex()).generation == 2
        assert (await archive.ask("the harbour wall")).hits


async def test_leftovers_of_a_crash_do_no_harm(examples_copy: Path) -> None:
    half = generations.folder_of(examples_copy, 2).with_suffix(".building")
    half.mkdir()
    (half / "tables.npz").write_bytes(b"half")
    shutil.copytree(generations.folder_of(examples_copy, 1), generations.folder_of(examples_copy, 2))  # not published
    async with Archive.open(Config(home=examples_copy)) as archive:
        assert (await archive.ask("the harbour wall")).hits
        assert (await archive.reindex(full=True)).generation == 3
        assert sorted(path.name for path in half.parent.iterdir()) == ["00000001", "00000003"]


async def test_articles_whose_file_has_gone_leave_at_a_reindex(tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "one.md").write_text(f"---\ndate: 2022-03-01\nsource: Courier\n---\n\n{FERRY}\n", encoding="utf-8")
    (folder / "two.md").write_text(f"---\ndate: 2022-03-02\nsource: Courier\n---\n\n{GRAIN}\n", encoding="utf-8")
    config = Config.model_validate({"home": tmp_path / "a", "reading": {"folders": [folder]}})
    async with Archive.open(config) as archive:
        assert (await archive.reindex()).articles_added == 2
        (folder / "two.md").unlink()
        changes = await archive.reindex()
        assert (changes.articles_removed, changes.passages_total) == (1, 1)
        assert all(hit.text != GRAIN for hit in (await archive.ask("grain harvest")).hits)


async def test_an_article_whose_line_has_gone_leaves_at_a_reindex(tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    file = folder / "all.jsonl"
    lines = [json.dumps({"id": f"n{n}", "text": text}) for n, text in enumerate((FERRY, GRAIN))]
    file.write_text("\n".join(lines), encoding="utf-8")
    config = Config.model_validate({"home": tmp_path / "a", "reading": {"folders": [folder]}})
    async with Archive.open(config) as archive:
        await archive.ingest([folder])
        file.write_text(lines[0] + "\n{torn", encoding="utf-8")
        assert (await archive.reindex()).articles_removed == 0  # who knows what stood on the torn line
        file.write_text(lines[0], encoding="utf-8")
        assert (await archive.reindex()).articles_removed == 1
        assert (await archive.article("n0")).article.text and not (await archive.reindex()).articles_removed
        with pytest.raises(NotFound):
            await archive.article("n1")
        file.unlink()
        assert (await archive.reindex()).articles_removed == 1


async def test_a_speakers_statements_and_an_outlet_are_removed_and_come_back(tmp_path: Path) -> None:
    said = "Mayor Ida Ek said the ferry would sail on Monday. “Nobody stays behind,” Ek said."
    quill = "Harbour master Per Quill said the grain had to wait. “The silos are full,” Quill told reporters."
    file = tmp_path / "both.jsonl"
    rows = [{"id": "b", "source": "Courier", "text": said}, {"id": "c", "source": "Gazette", "text": GRAIN}]
    rows.append({"id": "d", "source": "Courier", "text": quill})
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([file])
        assert {one.name for one in await archive.speakers()} >= {"Ida Ek", "Per Quill"}
        await archive.remove_speaker("Per Quill", reason="asked us to")
        assert "Per Quill" not in {one.name for one in await archive.speakers()}
        assert all("silos" not in hit.text for hit in (await archive.ask("silos full of grain")).hits)
        assert "Ida Ek" in {hit.speaker for hit in (await archive.ask("who said nobody stays behind?")).hits}
        (hidden,) = await archive.removed_speakers()
        assert (hidden.name, hidden.reason) == ("Per Quill", "asked us to")
        before = archive.generation()
        await archive.reindex()
        assert archive.generation() == before  # nothing to do
        await archive.restore_speaker("Per Quill")
        assert "Per Quill" in {one.name for one in await archive.speakers()}
        with pytest.raises(NotFound):
            await archive.restore_speaker("Per Quill")
        assert (await archive.remove_source("Courier")).articles_removed == 2
        assert [one.name for one in await archive.sources()] == ["Gazette"]
        await archive.restore(["b", "d"])
        with pytest.raises(NotFound):
            await archive.remove_source("Nobody’s")


async def test_texts_that_a_database_cannot_hold_keep_their_offsets(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(
        '{"id": "odd", "text": "Nul \\u0000 and \\ud83d alone, said Ida Ek about the harbour."}', encoding="utf-8"
    )
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([path])
        view = await archive.article("odd")
        assert view.article.text == "Nul \ufffd and \ufffd alone, said Ida Ek about the harbour."


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared reference data beside the checkout")
async def test_the_first_users_article(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([SHARED / "data" / "seed"])
        answer = await archive.ask("what did Stoltenberg say about Georgia?")
        hit = answer.hits[0]
        assert "including Georgia, and Bosnia and Herzegovina" in hit.text
        assert (hit.article.date, hit.article.source) == (dt.date(2022, 4, 5), "The Sofia Globe")
        assert hit.speaker == "Jens Stoltenberg"
        view = await archive.article(hit.article.id)
        shown = "\n".join(view.article.text[p.start : p.end] for p in view.passages)
        for word in ("Facebook", "LinkedIn", "(Photo", "click here", "patreon", "Patron"):
            assert word not in shown
        said = [s for s in view.statements if s.speaker == "Jens Stoltenberg"]
        assert len(said) >= 9


async def test_outlets_are_learned_from_articles_that_name_theirs_and_applied_backwards(tmp_path: Path) -> None:
    bare = {"title": "Ferry", "text": FERRY, "publish_date": "2022-03-01", "url": "https://coast.example/ferry"}
    named = {"id": "n", "text": GRAIN, "sitename": "Coastal Times", "url": "https://www.coast.example/grain"}
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(first, bare)])
        assert [source.name for source in await archive.sources()] == ["coast.example"]
        changes = await archive.ingest([write(second, named)])
        assert (changes.articles_added, changes.articles_replaced) == (1, 1)
        assert [(s.name, s.articles) for s in await archive.sources()] == [("Coastal Times", 2)]
        assert (await archive.article("n")).article.evidence["source"] == "key “sitename”"
        again = await archive.ingest([first])
        assert (again.articles_unchanged, again.articles_added) == (1, 0)


async def test_a_mapping_is_remembered_for_its_outlet(tmp_path: Path) -> None:
    row = {"Titel": "Fähre", "Inhalt": FERRY}
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        failed = await archive.ingest([write(tmp_path, row)], source="S")
        assert failed.articles_added == 0 and "--map text=KEY" in failed.problems[0].message
        await archive.ingest([write(tmp_path, row)], source="S", mapping={"text": "Inhalt", "title": "Titel"})
        other = await archive.ingest([write(tmp_path, {"Titel": "Korn", "Inhalt": GRAIN})], source="S")
        assert other.articles_added == 1


async def test_an_article_in_another_language_is_stored_and_found_and_attributed_to_nobody(tmp_path: Path) -> None:
    text = (
        "Der Bürgermeister sagte am Dienstag, dass die Hafenmauer im Sommer gebaut werde und dass die Stadt bezahle. "
        "“Wir warten nicht noch einen Winter,” said Ilse Brandt-Okoye, am Abend vor dem Rat der Stadt."
    )
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, briefing(1, text))])
        view = await archive.article("b1")
        assert view.article.language == "de"
        assert view.statements == () and view.passages
        assert (await archive.ask("Hafenmauer Bürgermeister")).hits[0].article.id == "b1"
