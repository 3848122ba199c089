"""Questions that may only see some outlets, or bring a threshold of their own, over a real archive."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Archive, Config, Question

T = TypeVar("T")
OUTLETS = ("The Lowmark Courier", "Brackwater Gazette", "Radio Nordholm")
PEOPLE = ("Mara Velden", "Tomas Rehak", "Ines Oduya")
BODIES = (
    "{who} said that pier {n} of the harbour would be closed for repairs until {n} June.",
    "“The harbour took {n} ships last winter,” {who} told the council on Monday.",
)


def article(n: int) -> dict[str, str]:
    day = f"2022-0{1 + n % 4}-{1 + n % 27:02d}"
    text = BODIES[n % 2].format(who=PEOPLE[n % 3 if n < 24 else 0], n=n)
    return {"id": f"a{n}", "source": OUTLETS[n % 7 % 3], "date": day, "text": text}


ROWS = {f"a{n}": article(n) for n in range(27)}


class Opened:
    """A real archive driven from tests that hypothesis calls, which cannot be coroutines."""

    def __init__(self, home: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.archive = self.run(Archive.open(Config(home=home)))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def close(self) -> None:
        self.run(self.archive.close())
        self.loop.close()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("outlets")
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS.values()), encoding="utf-8")
    found = Opened(folder / "home")
    found.run(found.archive.ingest([path]))
    yield found
    found.close()


days = st.one_of(st.none(), st.dates(dt.date(2022, 1, 1), dt.date(2022, 4, 30)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*OUTLETS, "Nowhere Times"]), min_size=1, max_size=3, unique=True).map(tuple),
    st.one_of(st.none(), st.sampled_from(OUTLETS)),
    st.sampled_from(["ships in the harbour", "closed piers, according to Radio Nordholm", "harbour in March 2022"]),
    days,
)
def test_every_hit_is_of_the_outlets_that_may_be_seen(
    opened: Opened, only: tuple[str, ...], source: str | None, words: str, since: dt.date | None
) -> None:
    asked = Question(text=words, source=source, since=since, sources=only, limit=100, asked_on=dt.date(2022, 5, 1))
    answer = opened.run(opened.archive.ask(asked))
    query = answer.query
    wanted = {  # the same filters, read off every article one by one
        row["id"]
        for row in ROWS.values()
        if row["source"] in only
        and (not query.sources or row["source"] in query.sources)
        and (query.since is None or dt.date.fromisoformat(row["date"]) >= query.since)
        and (query.until is None or dt.date.fromisoformat(row["date"]) <= query.until)
    }
    shown = {ref.id for hit in answer.hits for ref in (hit.article, *hit.also_in)}
    assert shown == wanted
    assert answer.nearest is None or answer.nearest.source in only


def test_inference_narrows_what_may_be_seen_and_never_widens_it(opened: Opened) -> None:
    words = "What was said of ships, according to Radio Nordholm?"
    inside = opened.run(opened.archive.ask(Question(text=words, sources=("Radio Nordholm", OUTLETS[0]))))
    assert {hit.article.source for hit in inside.hits} == {"Radio Nordholm"}
    outside = opened.run(opened.archive.ask(Question(text=words, sources=(OUTLETS[0],))))
    assert outside.hits == () and not outside.answered


def test_timelines_statements_and_speakers_keep_to_the_outlets(opened: Opened) -> None:
    archive, only = opened.archive, (OUTLETS[1],)
    assert {e.article.source for e in opened.run(archive.timeline(PEOPLE[0], sources=only)).entries} == set(only)
    said = opened.run(archive.said(sources=only))
    assert {e.article.source for e in said} == set(only)
    everybody = {s.name: s.statements for s in opened.run(archive.speakers())}
    there = {s.name: s for s in opened.run(archive.speakers(sources=only))}
    assert sum(s.statements for s in there.values()) == sum(r["source"] == OUTLETS[1] for r in ROWS.values())
    assert all(0 < s.statements < everybody[name] for name, s in there.items())
    for name, speaker in there.items():
        dates = [e.article.date for e in said if e.statement.speaker == name and e.article.date]
        assert (speaker.first, speaker.last) == (min(dates), max(dates))
        assert [s.name for s in opened.run(archive.speakers(name, sources=only))] == [name]
    assert opened.run(archive.speakers(PEOPLE[0], sources=("Nowhere Times",))) == ()


def test_a_question_may_bring_its_own_threshold(opened: Opened) -> None:
    words = "How many ships did the harbour take last winter?"
    confidence = opened.run(opened.archive.ask(words)).confidence
    assert 0 < confidence < 1
    for threshold in (0.0, 1.0):
        answer = opened.run(opened.archive.ask(Question(text=words, threshold=threshold)))
        assert answer.confidence == confidence and answer.answered == (confidence >= threshold)
        news = opened.run(opened.archive.ask_new(Question(text=words, threshold=threshold), 0))
        assert bool(news.hits) == (threshold == 0.0)
