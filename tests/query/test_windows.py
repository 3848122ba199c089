"""What words of time mean: windows with inclusive ends, and no false friends."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.query.time.windows import Coverage, find_times
from index.query.tokens import tokenize

ASKED = dt.date(2022, 6, 15)  # a Wednesday
COVERAGE = Coverage(first=dt.date(2020, 1, 1), last=dt.date(2022, 6, 10))


def windows(text: str, asked_on: dt.date = ASKED, coverage: Coverage = COVERAGE) -> list[tuple[str, str]]:
    found = find_times(tokenize(text), asked_on, coverage)
    return [(str(phrase.since or ""), str(phrase.until or "")) for phrase in found]


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        # days
        ("on 5 April 2022", "2022-04-05", "2022-04-05"),
        ("on the 5th of April, 2022", "2022-04-05", "2022-04-05"),
        ("on April 5th, 2022", "2022-04-05", "2022-04-05"),
        ("on Tuesday, April 5, 2022", "2022-04-05", "2022-04-05"),
        ("on Jan. 5, 2022", "2022-01-05", "2022-01-05"),
        ("on 5.4.2022", "2022-04-05", "2022-04-05"),
        ("2022-04-05", "2022-04-05", "2022-04-05"),
        ("5/13/2022", "2022-05-13", "2022-05-13"),
        ("13/5/2022", "2022-05-13", "2022-05-13"),
        ("around 5 May 2022", "2022-05-02", "2022-05-08"),
        # open years: the latest such day or month before the question
        ("on 5 April", "2022-04-05", "2022-04-05"),
        ("on 5 August", "2021-08-05", "2021-08-05"),
        ("on 29 February", "2020-02-29", "2020-02-29"),
        ("in May", "2022-05-01", "2022-05-31"),
        ("in november", "2021-11-01", "2021-11-30"),
        # months, quarters, halves, seasons, years
        ("in May 2021", "2021-05-01", "2021-05-31"),
        ("in 05/2021", "2021-05-01", "2021-05-31"),
        ("in March and April 2022", "2022-03-01", "2022-04-30"),
        ("in May, June and July 2021", "2021-05-01", "2021-07-31"),
        ("in early May 2021", "2021-05-01", "2021-05-10"),
        ("in mid-May 2021", "2021-05-11", "2021-05-20"),
        ("at the end of May 2021", "2021-05-21", "2021-05-31"),
        ("in the first week of May 2021", "2021-05-01", "2021-05-07"),
        ("in the last week of May 2021", "2021-05-25", "2021-05-31"),
        ("in the second half of May 2021", "2021-05-17", "2021-05-31"),
        ("in the last days of May 2021", "2021-05-25", "2021-05-31"),
        ("in Q2 2021", "2021-04-01", "2021-06-30"),
        ("in the second quarter of 2021", "2021-04-01", "2021-06-30"),
        ("in the first half of 2021", "2021-01-01", "2021-06-30"),
        ("in H2 2021", "2021-07-01", "2021-12-31"),
        ("in the last three months of 2021", "2021-10-01", "2021-12-31"),
        ("in spring 2021", "2021-03-01", "2021-05-31"),
        ("in the winter of 2020", "2020-12-01", "2021-02-28"),
        ("in winter 2020-21", "2020-12-01", "2021-02-28"),
        ("in 2021", "2021-01-01", "2021-12-31"),
        ("in late 2021", "2021-09-01", "2021-12-31"),
        ("in 2020 and 2021", "2020-01-01", "2021-12-31"),
        # ranges
        ("between March and May 2021", "2021-03-01", "2021-05-31"),
        ("between 7 and 10 February 2021", "2021-02-07", "2021-02-10"),
        ("between 30 December 2020 and 2 January 2021", "2020-12-30", "2021-01-02"),
        ("between November and February", "2021-11-01", "2022-02-28"),
        ("between March 2022 and May", "2022-03-01", "2022-05-31"),
        ("from 3 to 9 May", "2022-05-03", "2022-05-09"),
        ("3-9 May 2021", "2021-05-03", "2021-05-09"),
        ("May 3–9, 2021", "2021-05-03", "2021-05-09"),
        ("March through May 2021", "2021-03-01", "2021-05-31"),
        # bounds: "before" and "after" leave their own day out
        ("since March 2022", "2022-03-01", ""),
        ("since the start of the year", "2022-01-01", ""),
        ("before 5 April", "", "2022-04-04"),
        ("before May 2021", "", "2021-04-30"),
        ("after 5 April 2022", "2022-04-06", ""),
        ("after May 2021", "2021-06-01", ""),
        ("until May 2021", "", "2021-05-31"),
        ("until 5 May 2021", "", "2021-05-05"),
        ("by the end of May 2021", "", "2021-05-31"),
        ("as of 5 May 2021", "", "2021-05-05"),
        ("prior to May 2021", "", "2021-04-30"),
        ("from May 2021 onwards", "2021-05-01", ""),
        ("before the harbour vote of 5 April 2022", "", "2022-04-04"),
        ("since the flood of 5 April 2022", "2022-04-05", ""),
        # counted from the day of asking
        ("today", "2022-06-15", "2022-06-15"),
        ("yesterday", "2022-06-14", "2022-06-14"),
        ("the day before yesterday", "2022-06-13", "2022-06-13"),
        ("last night", "2022-06-14", "2022-06-15"),
        ("two days ago", "2022-06-13", "2022-06-13"),
        ("this week", "2022-06-13", "2022-06-19"),
        ("last week", "2022-06-06", "2022-06-12"),
        ("last weekend", "2022-06-11", "2022-06-12"),
        ("two weeks ago", "2022-05-29", "2022-06-05"),
        ("this month", "2022-06-01", "2022-06-30"),
        ("last month", "2022-05-01", "2022-05-31"),
        ("three months ago", "2022-03-01", "2022-03-31"),
        ("last quarter", "2022-01-01", "2022-03-31"),
        ("this year", "2022-01-01", "2022-12-31"),
        ("last year", "2021-01-01", "2021-12-31"),
        ("in the past 30 days", "2022-05-16", "2022-06-15"),
        ("over the last two weeks", "2022-06-01", "2022-06-15"),
        ("last summer", "2021-06-01", "2021-08-31"),
        ("last Tuesday", "2022-06-14", "2022-06-14"),
        ("last Wednesday", "2022-06-08", "2022-06-08"),
        ("on Monday", "2022-06-13", "2022-06-13"),
        ("on Wednesday", "2022-06-15", "2022-06-15"),
        ("on Friday", "2022-06-10", "2022-06-10"),
        ("in the week of 5 April 2022", "2022-04-04", "2022-04-10"),
    ],
)
def test_words_to_window(words: str, since: str, until: str) -> None:
    assert windows(f"What did Vorn say about fish {words}?") == [(since, until)]
    assert windows(f"{words[0].upper()}{words[1:]}, what did Vorn say about fish?") == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "May Vorn march on the capital?",
        "what may 5 senators want",
        "Theresa May on fish",
        "What did May say about April Ryan?",
        "since May became minister",
        "what did Vorn say in May's house",
        "the march on the harbour",
        "Agenda 2030",
        "What did Vorn say about 1984?",
        "the 2021 election",
        "Vorn's 2021 campaign",
        "the May 2021 convention",
        "after the May convention",
        "the 5 April speech",
        "the March–April 2022 talks",
        "fish in 2000 villages",
        "Super Tuesday",
        "Black Friday",
        "Bloody Sunday",
        "Monday's vote",
        "the Sunday Times",
        "9/11 and 24/7",
        "heating in winter",
        "the accords of 5 April 2021",
        "net zero by 2050",
        "the vote in October 2030",
        "plans for May 2021",
        "31 April",
        "in two weeks",
        "next week",
        "the eve of the vote",
        "room 2021",
    ],
)
def test_false_friends(text: str) -> None:
    assert windows(text) == []


def test_year_of_a_topic_is_no_filter_when_no_article_would_be_left() -> None:
    assert windows("What did Vorn say about the war in 2008?") == []
    assert windows("What did Vorn say about life in the 1980s?") == []
    assert windows("What did Vorn say in 2008 about the war?") == [("2008-01-01", "2008-12-31")]
    old = Coverage(first=dt.date(1979, 1, 1), last=dt.date(1999, 1, 1))
    assert windows("What did Vorn say in the 1980s?", coverage=old) == [("1980-01-01", "1989-12-31")]


def test_month_with_nothing_in_it_stays_a_filter() -> None:
    empty = Coverage(first=COVERAGE.first, last=COVERAGE.last, count_in=lambda since, until: 0)
    assert windows("What did Vorn say in May 2016?", coverage=empty) == [("2016-05-01", "2016-05-31")]


def test_open_month_falls_into_the_archive_when_it_ends_earlier() -> None:
    old = Coverage(first=dt.date(2015, 11, 1), last=dt.date(2016, 9, 7))
    assert windows("What did Vorn say in May?", coverage=old) == [("2016-05-01", "2016-05-31")]
    assert windows("What did Vorn say in December?", coverage=old) == [("2015-12-01", "2015-12-31")]


def test_slashed_day_takes_the_reading_that_the_archive_holds() -> None:
    def only_april(since: dt.date | None, until: dt.date | None) -> int:
        return int(since is not None and since.month == 4)

    assert windows("4/5/2022") == [("2022-05-04", "2022-05-04")]
    held = Coverage(first=COVERAGE.first, last=COVERAGE.last, count_in=only_april)
    assert windows("4/5/2022", coverage=held) == [("2022-04-05", "2022-04-05")]


def test_last_week_asked_on_a_sunday_holds_both_readings() -> None:
    assert windows("last week", asked_on=dt.date(2022, 6, 12)) == [("2022-05-30", "2022-06-11")]


WORDS = st.sampled_from(
    "in on since before after until by between and from to the of last this next past two 3 5 10 31 2022 2021 1999 may "
    "May march March april monday Monday week weeks days ago month year quarter Q3 spring winter early end start - / . "
    ", vote Vorn said 's yesterday today 2022-04 5.4.2022 9999 0".split()
)


@given(st.lists(WORDS, max_size=12), st.dates(min_value=dt.date(1, 1, 1)))
@example(["early", "yesterday"], dt.date(2000, 1, 1))
def test_windows_are_never_inverted(words: list[str], asked_on: dt.date) -> None:
    tokens = tokenize(" ".join(words))
    end = 0
    for phrase in find_times(tokens, asked_on, COVERAGE):
        stale = COVERAGE.last is not None and asked_on > COVERAGE.last
        assert phrase.since is not None or phrase.until is not None or stale
        assert phrase.since is None or phrase.until is None or phrase.since <= phrase.until
        assert end <= phrase.first < phrase.last <= len(tokens)
        end = phrase.last


def test_a_weekday_is_the_articles_own_where_the_archive_ended_long_ago() -> None:
    tokens = tokenize("what did Vorn say on Saturday about tolls")
    (there,) = find_times(tokens, dt.date(2022, 6, 15), Coverage(first=dt.date(2020, 1, 1), last=dt.date(2022, 6, 10)))
    assert (there.since, there.until) == (dt.date(2022, 6, 11), dt.date(2022, 6, 11))
    (stale,) = find_times(tokens, dt.date(2022, 6, 15), Coverage(first=dt.date(2020, 1, 1), last=dt.date(2022, 5, 10)))
    assert (stale.since, stale.until, stale.last) == (None, None, 6)
    (last,) = find_times(
        tokenize("what did Vorn say last Saturday"), dt.date(2022, 6, 15), Coverage(last=dt.date(2022, 5, 10))
    )
    assert last.since is not None
