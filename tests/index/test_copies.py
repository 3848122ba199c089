"""Copies are found as articles come and linked, never deleted; states of one article are its versions."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Archive, Config, Question
from index.likeness import Wording, signature

STORY = (
    "Harbour master Tomas Rehak said on Monday that the ferry to Karst will not sail before the ice has gone. “We have "
    "counted every bolt twice, and I will not send a crew out on hope,” he told reporters at the pier. The board of "
    "the harbour had asked for a second opinion from a yard in the south, which came on Friday and agreed. "
    "Passengers with tickets for May get their money back at the counter, and the mail goes by sledge until further "
    "notice. The lighthouse keeps its hours. Nobody was hurt when the shaft broke in February."
)
OTHER = (
    "The council of Lowmark voted on Thursday to plant two hundred trees along the canal, after a debate of six hours "
    "in which nobody spoke of anything but shade. Mayor Mara Velden called the vote a good evening for walkers. The "
    "trees come from a nursery in the hills and are to be watered by the fire brigade, which has time in summer. A "
    "petition against the benches was withdrawn before the vote, and the benches stay where they are for now."
)


def row(text: str, source: str, date: str, title: str = "Ferry waits for the ice", **more: str) -> dict[str, str]:
    return {"text": text, "source": source, "date": date, "title": title, **more}


def write(folder: Path, *rows: dict[str, str], name: str = "rows.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(one) for one in rows), "utf-8")
    return path


WIRE = (
    row(STORY, "Harbour Wire", "2026-05-04"),
    row(STORY + " The Gazette's own reporter was at the pier.", "Brackwater Gazette", "2026-05-05", "No ferry yet"),
    row(STORY.replace("on Monday", "on 4 May"), "The Lowmark Courier", "2026-05-06", "Ice holds the ferry"),
    row(OTHER, "The Lowmark Courier", "2026-05-06", "Trees for the canal"),
)


async def test_a_wire_story_is_one_hit_of_the_earliest_outlet_with_the_others_beside_it(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        changes = await archive.ingest([write(tmp_path, *reversed(WIRE))])
        assert changes.articles_added == 4 and (await archive.status()).articles == 4
        answer = await archive.ask("What did Tomas Rehak say about the bolts?")
        hit = answer.hits[0]
        assert answer.answered and hit.article.source == "Harbour Wire"
        assert [copy.source for copy in hit.also_in] == ["Brackwater Gazette", "The Lowmark Courier"]
        copies = (await archive.history(hit.article.id)).copies
        assert [(copy.source, copy.date) for copy in copies] == [
            ("Brackwater Gazette", dt.date(2026, 5, 5)),
            ("The Lowmark Courier", dt.date(2026, 5, 6)),
        ]
        trees = (await archive.ask("What did Mara Velden call the vote?")).hits[0]
        assert trees.also_in == () and (await archive.history(trees.article.id)).copies == ()


async def test_a_copy_that_comes_later_is_linked_and_filters_hold_for_copies(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        for number, one in enumerate(WIRE):
            await archive.ingest([write(tmp_path, one, name=f"{number}.jsonl")])
        asked = Question(
            text="What did Tomas Rehak say about the bolts?", sources=("Harbour Wire", "Brackwater Gazette")
        )
        hit = (await archive.ask(asked)).hits[0]
        assert (hit.article.source, [copy.source for copy in hit.also_in]) == ("Harbour Wire", ["Brackwater Gazette"])
        later = Question(text="What did Tomas Rehak say about the bolts?", since=dt.date(2026, 5, 6))
        hit = (await archive.ask(later)).hits[0]
        assert (hit.article.source, hit.also_in) == ("The Lowmark Courier", ())


async def test_the_same_text_in_two_outlets_is_an_exact_copy(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest(
            [write(tmp_path, row(STORY, "Harbour Wire", "2026-05-04"), row(STORY, "Radio Nordholm", "2026-05-04"))]
        )
        hit = (await archive.ask("What did Tomas Rehak say about the bolts?")).hits[0]
        (copy,) = (await archive.history(hit.article.id)).copies
        assert {hit.article.source, copy.source} == {"Harbour Wire", "Radio Nordholm"}
        kinds = {copy.kind, (await archive.history(copy.article_id)).copies[0].kind}
        assert kinds == {None, "exact"}


async def test_a_corrected_text_of_the_same_outlet_is_a_version_and_answers_say_so(tmp_path: Path) -> None:
    corrected = STORY.replace("every bolt twice", "every bolt three times")
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        first = write(tmp_path, row(STORY, "Harbour Wire", "2026-05-04"), name="a.jsonl")
        second = write(tmp_path, row(corrected, "Harbour Wire", "2026-05-04"), name="b.jsonl")
        await archive.ingest([first])
        changes = await archive.ingest([second])
        assert (changes.articles_added, changes.articles_replaced) == (0, 1)
        hit = (await archive.ask("What did Tomas Rehak say about the bolts?")).hits[0]
        assert "three times" in hit.text and hit.changed == dt.datetime.now(dt.UTC).date()
        history = await archive.history(hit.article.id)
        assert [version.text for version in history.versions] == [STORY] and history.copies == ()
        # The older file again is the older text again.
        again = await archive.ingest([first, second])
        assert (again.articles_unchanged, again.generation) == (2, changes.generation)


async def test_an_older_text_that_comes_later_does_not_take_the_newer_ones_place(tmp_path: Path) -> None:
    corrected = STORY.replace("every bolt twice", "every bolt three times")
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, row(corrected, "Harbour Wire", "2026-05-05"), name="a.jsonl")])
        await archive.ingest([write(tmp_path, row(STORY, "Harbour Wire", "2026-05-04"), name="b.jsonl")])
        texts = [article.text async for article, _ in archive.every_statement()]
        assert texts == [corrected]
        hit = (await archive.ask("What did Tomas Rehak say about the bolts?")).hits[0]
        assert len((await archive.history(hit.article.id)).versions) == 1


@pytest.mark.parametrize(
    "second",
    [
        row(STORY, "Harbour Wire", "2026-06-04"),  # a month later: the outlet printed it again
        row(STORY, "Harbour Wire", "2026-05-04", id="mine"),  # an id of its own
        row(STORY, "Brackwater Gazette", "2026-05-04"),  # another outlet
        row(OTHER, "Harbour Wire", "2026-05-04"),  # another story under the same title
    ],
)
async def test_what_is_no_state_of_one_article_stays_an_article(tmp_path: Path, second: dict[str, str]) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([write(tmp_path, row(STORY, "Harbour Wire", "2026-05-04"), second)])
        assert (await archive.status()).articles == 2


@given(st.lists(st.sampled_from("ferry ice bolt pier mail sledge shaft board".split()), max_size=60))
def test_equal_words_have_equal_keys_and_are_wholly_alike(words: list[str]) -> None:
    text, spelt = " ".join(words), "  ".join(words).upper()
    assert signature([text]) == signature([spelt])
    assert Wording(text).likeness(Wording(spelt)) == 1.0


def test_copies_share_a_key_and_other_stories_do_not() -> None:
    keys = [set(found) for found in signature([one["text"] for one in WIRE])]
    assert keys[0] & keys[1] and keys[0] & keys[2] and not keys[0] & keys[3]
