"""Names of articles that came, placed in a book that was made without them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.names.kinds import is_name
from index.names.parse import parse_name
from index.speakers.book import SpeakerBook, SpeakerRecord, build_book, kind_of
from index.speakers.placing import place
from tests.speakers.test_book import record

KNOWN = [
    record("Marta Elvberg", "a1", dt.date(2022, 1, 5), "NATO Secretary General", n=9),
    record("Dwight D. Ellery", "b1", dt.date(1960, 1, 1), "President", n=9),
    record("Bill Corran", "g1", None, n=5),
    record("Ada Thorne", "i1", dt.date(2010, 1, 1), "Attorney General", n=4),
    record("Tom Thorne", "i2", dt.date(2020, 1, 1), "fisherman", n=3),
    record("the Kremlin", "e1", n=4),
    record("Mr. Pell", "p1"),
]


@pytest.mark.parametrize(
    ("came", "who"),
    [
        ([record("Marta Elvberg", "n")], "Marta Elvberg"),
        ([record("MARTA ELVBERG", "n")], "Marta Elvberg"),
        ([record("Secretary General Marta Elvburg", "n")], "Marta Elvberg"),  # a misprint
        ([record("Elvberg", "n")], "Marta Elvberg"),
        ([record("Dwight Ellery", "n")], "Dwight D. Ellery"),
        ([record("William J. Corran", "n")], "Bill Corran"),
        ([record("Thorne", "n", None, "Attorney General")], "Ada Thorne"),
        ([record("Mr. Thorne", "n"), record("Tom Thorne", "n")], "Tom Thorne"),
        ([record("Kremlin", "n")], "Kremlin"),
        ([record("Mr. Pell", "n")], "Pell"),
        ([record("Pell", "n")], "Pell"),
    ],
)
def test_a_name_joins_whom_it_agrees_with(came: list[SpeakerRecord], who: str) -> None:
    book = build_book(KNOWN)
    placed = place(book, came)
    assert placed.names["n"][came[0].name] == who
    at = book.numbers[who]
    grown = book.grown(placed.speakers, placed.names)
    assert len(grown.speakers) == len(book.speakers)
    assert grown.speakers[at].statements == book.speakers[at].statements + sum(one.statements for one in came)
    assert grown.canonical("n", came[0].name) == who


@pytest.mark.parametrize(
    "came",
    [
        [record("Mona Elvberg", "n")],
        [record("Thorne", "n")],  # two whom it may mean
        [record("Ms. Pell", "n")],
        [record("Elvberg", "n"), record("Jonas Elvberg", "n")],  # his article's own bearer of the surname
        [record("the White House", "n")],
    ],
)
def test_a_name_that_agrees_with_nobody_is_somebody_new(came: list[SpeakerRecord]) -> None:
    book = build_book(KNOWN)
    placed = place(book, came)
    assert set(placed.speakers) == {len(book.speakers)}
    new = placed.speakers[len(book.speakers)]
    assert set(placed.names["n"].values()) == {new.name} and book.get(new.name) is None
    grown = book.grown(placed.speakers)
    assert grown.find(new.name)[0].speaker == new.name
    assert book.find(new.name) == build_book(KNOWN).find(new.name)  # the book itself is as it was


def test_what_is_said_of_a_speaker_grows_with_the_articles() -> None:
    book = build_book(KNOWN)
    came = [
        record("Marta Elvberg", "n", dt.date(2023, 1, 1), "NATO Secretary General", "former premier", n=2),
        record("Elvberg", "m", None, mentions=("Ms. Elvberg",)),
    ]
    grown = book.grown(place(book, came).speakers)
    speaker = grown.get("Marta Elvberg")
    assert speaker is not None
    assert (speaker.statements, speaker.first, speaker.last) == (12, dt.date(2022, 1, 5), dt.date(2023, 1, 1))
    assert [(role.title, role.count) for role in speaker.roles] == [
        ("NATO Secretary General", 2),
        ("Former premier", 1),
    ]
    assert {"Elvberg"} <= set(speaker.aliases)
    assert grown.find("former premier")[0].speaker == "Marta Elvberg"
    assert [name for name, _ in grown.holders("NATO Secretary General")] == ["Marta Elvberg"]


def test_nobody_new_gets_the_name_of_somebody_known() -> None:
    book = build_book([*KNOWN, record("Ann Roe Jr.", "x", n=3), record("Ann Roe Sr.", "y", n=3)])
    placed = place(book, [record("Mr. Pell", "n"), record("Ms. Pell", "n")])
    names = set(placed.names["n"].values())
    assert len(names) == 2
    grown = book.grown(placed.speakers)
    assert len({speaker.name.casefold() for speaker in grown.speakers}) == len(grown.speakers)


_NAMES = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            [
                "Jane",
                "J.",
                "John",
                "Roe",
                "Roes",
                "Marlow",
                "Marlowe",
                "al-Roe",
                "Sen.",
                "the",
                "NATO",
                "Mr.",
                "Ms.",
                "Jr.",
            ]
        ),
        max_size=4,
    ).map(" ".join),
)
_RECORDS = st.lists(st.tuples(_NAMES, st.sampled_from("abc"), st.lists(_NAMES, max_size=2)), max_size=10)


@settings(max_examples=200, deadline=None)
@given(_RECORDS, _RECORDS)
def test_any_names_have_a_place(
    before: list[tuple[str, str, list[str]]], after: list[tuple[str, str, list[str]]]
) -> None:
    def records(rows: list[tuple[str, str, list[str]]], prefix: str) -> list[SpeakerRecord]:
        unique = {(name, prefix + article): roles for name, article, roles in rows}
        return [SpeakerRecord(name, at, None, tuple(roles), 1, True, (name,)) for (name, at), roles in unique.items()]

    known, came = records(before, "k"), records(after, "n")
    book = build_book(known)
    placed = place(book, came)
    assert placed == place(book, list(reversed(came)))
    grown = book.grown(placed.speakers, placed.names)
    named = [one for one in came if is_name(one.name)]
    assert sum(s.statements for s in grown.speakers) == sum(s.statements for s in book.speakers) + len(named)
    assert all(grown.get(grown.canonical(one.article_id, one.name)) for one in named)
    assert [s.name for s in grown.speakers[: len(book.speakers)]] == [s.name for s in book.speakers]
    assert len({s.name for s in grown.speakers}) == len(grown.speakers)
    fresh = SpeakerBook(grown.speakers)  # tables that grew hold what tables of the whole hold
    for name in {one.name for one in (*known, *came)}:
        assert {m.speaker for m in fresh.find(name)} <= {m.speaker for m in grown.find(name)}
    for one in named:  # a full name that the book knows stands for the same person
        whole = kind_of(one.name) == "person" and parse_name(one.name).given_keys
        same = {book.canonical(other.article_id, other.name) for other in known if other.name == one.name}
        if whole and same and all(kind_of(name) == "person" and parse_name(name).given_keys for name in same):
            assert {placed.names[one.article_id][one.name]} == same
