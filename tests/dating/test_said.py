"""When a statement was said: dates that hang on its cue, and none that only stand near it."""

from __future__ import annotations

import datetime as dt

import pytest

from index.dating.said import dated
from index.model import Article, Span, Statement
from index.when import SaidOn

WEDNESDAY = dt.date(2022, 4, 6)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def said_in(
    text: str, content: str, cue: str, mention: str, published: dt.date | None = WEDNESDAY, *, quoted: bool = True
) -> SaidOn | None:
    """When `content` was said in an article of one paragraph."""
    a, b = span_of(text, content)
    statement = Statement(
        start=a,
        end=b,
        spans=((a, b),),
        kind="direct" if quoted else "indirect",
        confidence=0.9,
        cue=cue,
        cue_spans=(span_of(text, cue),),
        mention=mention,
        mention_spans=(span_of(text, mention),),
    )
    return dated(Article(id="a", text=text, date=published), [statement])[0].said_on


@pytest.mark.parametrize(
    ("text", "cue", "mention", "day", "words"),
    [
        ("“The pier stays,” Mara Vorn said on Tuesday.", "said", "Mara Vorn", "2022-04-05", "on Tuesday"),
        ("“The pier stays,” Mara Vorn said Tuesday.", "said", "Mara Vorn", "2022-04-05", "Tuesday"),
        ("“The pier stays,” said Mara Vorn on Monday.", "said", "Mara Vorn", "2022-04-04", "on Monday"),
        ("“The pier stays,” Vorn told a news conference on April 4.", "told", "Vorn", "2022-04-04", "on April 4"),
        (
            "“The pier stays,” Vorn said in a speech in Halden on Sunday.", "said", "Vorn", "2022-04-03", "on Sunday",
        ),
        ("On Tuesday, Mara Vorn said: “The pier stays.”", "said", "Mara Vorn", "2022-04-05", "On Tuesday"),
        ("Speaking in Halden on Monday, Vorn said “The pier stays.”", "said", "Vorn", "2022-04-04", "on Monday"),
        ("Mara Vorn on Tuesday said “The pier stays,” and left.", "said", "Mara Vorn", "2022-04-05", "on Tuesday"),
        ("Vorn went further on Tuesday, saying “The pier stays.”", "saying", "Vorn", "2022-04-05", "on Tuesday"),
        ("“The pier stays,” Vorn told the Northern Post yesterday.", "told", "Vorn", "2022-04-05", "yesterday"),
        ("“The pier stays,” Vorn said on Wednesday.", "said", "Vorn", "2022-04-06", "on Wednesday"),
        (
            "“The pier stays,” Vorn said in a statement released on Friday.", "said", "Vorn", "2022-04-01", "on Friday",
        ),
    ],
)  # fmt: skip
def test_a_date_at_the_cue_tells_the_day(text: str, cue: str, mention: str, day: str, words: str) -> None:
    found = said_in(text, "The pier stays", cue, mention)
    assert found is not None
    assert (found.since.isoformat(), found.until.isoformat()) == (day, day)
    assert (found.basis, found.words) == ("text", words)
    assert found.span is not None
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("“The pier stays,” Vorn said last week.", "2022-03-28", "2022-04-03"),
        ("“The pier stays,” Vorn said last night.", "2022-04-05", "2022-04-06"),
        ("“The pier stays,” Vorn said in March.", "2022-03-01", "2022-03-31"),
        ("“The pier stays,” Vorn said this week.", "2022-04-04", "2022-04-06"),
        ("“The pier stays,” Vorn said in 2014.", "2014-01-01", "2014-12-31"),
        ("“The pier stays,” Vorn said in a 2014 interview.", "2014-01-01", "2014-12-31"),
        ("“The pier stays,” Vorn said last Friday.", "2022-04-01", "2022-04-01"),
        ("“The pier stays,” Vorn said on 5 December 2021.", "2021-12-05", "2021-12-05"),
    ],
)
def test_words_that_name_a_longer_time_give_a_window_that_ends_with_the_publication(
    text: str, since: str, until: str
) -> None:
    found = said_in(text, "The pier stays", "said", "Vorn")
    assert found is not None
    assert (found.since.isoformat(), found.until.isoformat(), found.basis) == (since, until, "text")


@pytest.mark.parametrize(
    ("text", "cue", "mention"),
    [
        ("“The pier stays and we will meet on Friday,” Vorn said.", "said", "Vorn"),
        ("Vorn, who was elected on Tuesday, said “The pier stays.”", "said", "Vorn"),
        ("“The pier stays,” Vorn said after the vote on Tuesday.", "said", "Vorn"),
        ("“The pier stays,” Vorn said ahead of the vote on Monday.", "said", "Vorn"),
        ("“The pier stays,” Vorn said of Tuesday's vote.", "said", "Vorn"),
        ("“The pier stays,” Vorn said at the Tuesday vote.", "said", "Vorn"),
        ("“The pier stays,” Vorn said in response to the strike on Monday.", "said", "Vorn"),
        ("Vorn will say on Tuesday that “The pier stays.”", "say", "Vorn"),
        ("“The pier stays,” Vorn said on Thursday.", "said", "Vorn"),  # six days ago, or of tomorrow's paper?
        ("“The pier stays,” Vorn said last Tuesday.", "said", "Vorn"),  # yesterday, or the week before?
        ("“The pier stays,” Vorn said on Super Tuesday.", "said", "Vorn"),
        ("“The pier stays,” Vorn said on Channel Two's This Week.", "said", "Vorn"),
        ("“The pier stays,” Vorn said on June 3.", "said", "Vorn"),
        ("The port closed on Tuesday. “The pier stays,” Vorn said.", "said", "Vorn"),
        ("“On Monday she said “The pier stays” to me,” the clerk said.", "said", "she"),
    ],
)
def test_a_date_that_is_of_something_else_or_unsure_leaves_the_publication(text: str, cue: str, mention: str) -> None:
    found = said_in(text, "The pier stays", cue, mention)
    assert found == SaidOn(since=WEDNESDAY, until=WEDNESDAY, basis="publication")


def test_a_date_in_front_of_reported_speech_may_be_of_what_is_said() -> None:
    text = "Six months ago, the mayor said, the pier was whole."
    found = said_in(text, "the pier was whole", "said", "the mayor", quoted=False)
    assert found is not None
    assert found.basis == "publication"


def test_an_article_without_a_date_is_dated_by_a_year_and_nothing_less() -> None:
    whole = said_in("“The pier stays,” Vorn said on 5 April 2022.", "The pier stays", "said", "Vorn", None)
    assert whole is not None
    assert whole.since == dt.date(2022, 4, 5)
    assert said_in("“The pier stays,” Vorn said on Tuesday.", "The pier stays", "said", "Vorn", None) is None


def test_what_goes_on_without_a_cue_was_said_then_too() -> None:
    text = "“The pier stays,” Vorn said on Tuesday. “It always has.”"
    mention, cue = span_of(text, "Vorn"), span_of(text, "said")
    first, rest = span_of(text, "The pier stays"), span_of(text, "It always has")
    statements = [
        Statement(
            start=first[0], end=first[1], spans=(first,), kind="direct", confidence=0.9, cue="said", cue_spans=(cue,),
            mention="Vorn", mention_spans=(mention,),
        ),
        Statement(
            start=rest[0], end=rest[1], spans=(rest,), kind="direct", confidence=0.9, mention="Vorn",
            mention_spans=(mention,),
        ),
    ]  # fmt: skip
    days = [s.said_on for s in dated(Article(id="a", text=text, date=WEDNESDAY), statements)]
    assert [day and (day.since.isoformat(), day.basis) for day in days] == [("2022-04-05", "text")] * 2


@pytest.mark.parametrize(
    ("head", "published", "day", "words"),
    [
        ("T: Weekly briefing (4 April 2022)\nPress hall\n\n", WEDNESDAY, "2022-04-04", "4 April 2022"),
        ("T: The pact of 4 April 1949\n5 April 2022\n\n", WEDNESDAY, "2022-04-05", "5 April 2022"),
        ("Briefing at the harbour office\n4 April 2022\n\n", WEDNESDAY, "2022-04-04", "4 April 2022"),
        ("Briefing at the harbour office\n\n", WEDNESDAY, "2022-04-06", None),
        ("Briefing at the harbour office\n4 April 2022\n\n", None, "2022-04-04", "4 April 2022"),
        ("The pact of 4 April 1949, a briefing\n\n", WEDNESDAY, "2022-04-06", None),
    ],
)
def test_a_turn_was_said_on_the_day_of_its_transcript(
    head: str, published: dt.date | None, day: str, words: str | None
) -> None:
    title, _, head = head.removeprefix("T: ").partition("\n") if head.startswith("T: ") else ("", "", head)
    text = head + "MS VORN: The pier stays."
    a, b = span_of(text, "The pier stays.")
    turn = Statement(start=a, end=b, spans=((a, b),), kind="turn", confidence=1.0, speaker="Mara Vorn")
    found = dated(Article(id="t", text=text, title=title or None, date=published), [turn])[0].said_on
    assert found is not None
    assert (found.since.isoformat(), found.basis, found.words) == (day, "transcript", words)
