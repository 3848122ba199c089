"""One grammar of dates: the same words mean the same days in a question, in a terminal's and in Discord's options."""

from __future__ import annotations

import datetime as dt

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot import asking
from index.cli.options import one_day, window_end
from index.errors import InputError
from index.model import Question
from index.query.interpret import Lexicon, interpret
from index.query.time.windows import Coverage, find_times, parse_window
from index.query.tokens import tokenize

TODAY = dt.date(2022, 6, 15)  # a Wednesday
# The words, what leads them in a question, and the window: "" where it is open.
TABLE = [
    ("last Tuesday", "", "2022-06-14", "2022-06-14"),
    ("spring 2022", "in", "2022-03-01", "2022-05-31"),
    ("Q2 2022", "in", "2022-04-01", "2022-06-30"),
    ("2nd quarter of 2021", "in the", "2021-04-01", "2021-06-30"),
    ("the past 30 days", "in", "2022-05-16", "2022-06-15"),
    ("two weeks ago", "", "2022-05-29", "2022-06-05"),
    ("a year ago", "", "2021-01-01", "2021-12-31"),
    ("5 April", "on", "2022-04-05", "2022-04-05"),
    ("5th of April 2022", "on the", "2022-04-05", "2022-04-05"),
    ("April 5, 2022", "on", "2022-04-05", "2022-04-05"),
    ("yesterday", "", "2022-06-14", "2022-06-14"),
    ("the day before yesterday", "", "2022-06-13", "2022-06-13"),
    ("the month before last", "", "2022-04-01", "2022-04-30"),
    ("2022-04", "in", "2022-04-01", "2022-04-30"),
    ("2022-04-05", "on", "2022-04-05", "2022-04-05"),
    ("20220405", "on", "2022-04-05", "2022-04-05"),
    ("2022-W14", "in", "2022-04-04", "2022-04-10"),
    ("April 2022", "in", "2022-04-01", "2022-04-30"),
    ("in April", "", "2022-04-01", "2022-04-30"),
    ("2021", "in", "2021-01-01", "2021-12-31"),
    ("early May 2021", "in", "2021-05-01", "2021-05-10"),
    ("3-9 May 2021", "", "2021-05-03", "2021-05-09"),
    ("between March and May 2021", "", "2021-03-01", "2021-05-31"),
    ("since 2021", "", "2021-01-01", ""),
    ("from May 2021 on", "", "2021-05-01", ""),
    ("after 5 April 2022", "", "2022-04-06", ""),
    ("before May", "", "", "2022-04-30"),
    ("until 5 May 2021", "", "", "2021-05-05"),
    # German
    ("gestern", "", "2022-06-14", "2022-06-14"),
    ("vorgestern", "", "2022-06-13", "2022-06-13"),
    ("letzten Dienstag", "", "2022-06-14", "2022-06-14"),
    ("letzte Woche", "", "2022-06-06", "2022-06-12"),
    ("vorletzte Woche", "", "2022-05-30", "2022-06-05"),
    ("letzten Monat", "", "2022-05-01", "2022-05-31"),
    ("letztes Jahr", "", "2021-01-01", "2021-12-31"),
    ("in den letzten 30 Tagen", "", "2022-05-16", "2022-06-15"),
    ("vor zwei Wochen", "", "2022-05-29", "2022-06-05"),
    ("vor ein paar Tagen", "", "2022-06-08", "2022-06-14"),
    ("seit zwei Wochen", "", "2022-06-01", ""),
    ("am 5. März 2022", "", "2022-03-05", "2022-03-05"),
    ("5. 4. 2022", "am", "2022-04-05", "2022-04-05"),
    ("im Mai 2021", "", "2021-05-01", "2021-05-31"),
    ("Frühjahr 2022", "im", "2022-03-01", "2022-05-31"),
    ("2. Quartal 2021", "im", "2021-04-01", "2021-06-30"),
    ("Anfang Mai 2021", "", "2021-05-01", "2021-05-10"),
    ("zwischen März und Mai 2021", "", "2021-03-01", "2021-05-31"),
    ("vom 3. bis 9. Mai 2021", "", "2021-05-03", "2021-05-09"),
    ("seit März 2022", "", "2022-03-01", ""),
    ("nach dem 5. Mai 2022", "", "2022-05-06", ""),
    ("vor dem 5. Mai 2022", "", "", "2022-05-04"),
    ("bis Mai 2021", "", "", "2021-05-31"),
]


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("words", "lead", "since", "until"), TABLE)
def test_words_mean_the_same_in_every_face(
    words: str, lead: str, since: str, until: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = (day(since), day(until))
    assert parse_window(words, TODAY) == expected
    assert parse_window(f"  {words.upper()}. ", TODAY) == expected or "W14" in words or "Mai" in words
    query = interpret(
        Question(text=f"What did Vorn say about fish {lead} {words}?", asked_on=TODAY),
        Lexicon(first=dt.date(2020, 1, 1), last=TODAY),
        dt.date(1999, 1, 1),
    )
    assert (query.since, query.until) == expected
    assert "fish" in query.topic
    now = dt.datetime.combine(TODAY, dt.time(9), tzinfo=dt.UTC)
    monkeypatch.setattr(discord.utils, "utcnow", lambda: now)
    for last, end in enumerate(expected):
        if end is not None:
            assert window_end("--since", words, TODAY, last=bool(last)) == end
            assert asking.read_day("since", words, last=bool(last)) == end


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        # alone, words that could be names within a question are dates
        ("may", "2022-05-01", "2022-05-31"),
        ("summer", "2022-06-01", "2022-08-31"),
        ("Montag", "2022-06-13", "2022-06-13"),
        ("Herbst", "2021-09-01", "2021-11-30"),
        ("now", "2022-06-15", "2022-06-15"),
        ("1980s", "1980-01-01", "1989-12-31"),
    ],
)
def test_a_typed_date_has_no_false_friends(words: str, since: str, until: str) -> None:
    assert parse_window(words, TODAY) == (day(since), day(until))


@pytest.mark.parametrize("text", ["What did Freitag say?", "the BIS 2021 report", "Sommer on Mai Winter"])
def test_german_surnames_and_english_words_are_no_dates_in_a_question(text: str) -> None:
    assert find_times(tokenize(text), TODAY, Coverage()) == ()


NOT_DATES = (
    "| |soon|next week|5|0000|2022-13-01|2022-02-30|31 April 2022|9999 years"
    " ago|2022 €|5 April fish|the third half of 2021"
)


@pytest.mark.parametrize("words", NOT_DATES.split("|"))
def test_what_is_not_a_date_is_told_with_an_example(words: str) -> None:
    assert parse_window(words, TODAY) is None
    with pytest.raises(InputError, match=r"--until: .* is not a date; write it as 2022-04-05"):
        window_end("--until", words, TODAY, last=True)


def test_an_open_end_and_a_long_day_are_told() -> None:
    with pytest.raises(InputError, match="--until: 'since 2021' has no last day"):
        window_end("--until", "since 2021", TODAY, last=True)
    with pytest.raises(InputError, match="--asked-on: 'April 2022' is not a single day"):
        one_day("--asked-on", "April 2022", TODAY)
    assert one_day("--asked-on", "yesterday", TODAY) == dt.date(2022, 6, 14)


@given(st.text(max_size=40), st.dates())
def test_any_text_gives_a_window_or_none(typed: str, today: dt.date) -> None:
    window = parse_window(typed, today)
    assert window is None or window[0] is None or window[1] is None or window[0] <= window[1]


@given(st.dates(), st.dates())
def test_iso_days_are_read_exactly(day: dt.date, today: dt.date) -> None:
    assert parse_window(day.isoformat(), today) == (day, day)


EDGES = st.one_of(
    st.dates(),
    st.integers(0, 800).map(lambda days: dt.date.min + dt.timedelta(days)),
    st.integers(0, 800).map(lambda days: dt.date.max - dt.timedelta(days)),
    st.sampled_from([dt.date.min, dt.date.max]),
)
PHRASES = st.one_of(
    st.sampled_from([words for words, *_ in TABLE]),
    st.builds(
        " ".join,
        st.tuples(
            st.sampled_from("in since before after until by around from during,the last,the past,last,this".split(",")),
            st.sampled_from("ten,a few,two,999,fourth,early,end of,first week of,last three months of,".split(",")),
            st.sampled_from(
                "years,decades,year,quarters,quarter,months,month,weeks,week,weekend,days,day,hours,winter,summer,"
                "December,March,Monday,years ago,months ago,weeks ago,days ago,night,decade ago,5 April,2 to 4 May,29 "
                "February,the year,December 31".split(",")
            ),
        ),
    ),
    st.sampled_from(
        ["next year", "in the last ten years", "in December and January", "winter", "the year before last"]
    ),
)


@given(PHRASES, EDGES)
@example("next year", dt.date.max)
@example("in the last ten years", dt.date.min)
@example("this winter", dt.date.max)
@example("after December", dt.date.max)
def test_any_day_of_asking_is_survived(words: str, asked_on: dt.date) -> None:
    question = Question(text=f"What did Vorn say about fish {words}?", asked_on=asked_on)
    for lexicon in (Lexicon(), Lexicon(first=dt.date(2020, 1, 1), last=TODAY)):
        query = interpret(question, lexicon, TODAY)
        assert query.since is None or query.until is None or query.since <= query.until
    window = parse_window(words, asked_on)
    assert window is None or window[0] is None or window[1] is None or window[0] <= window[1]


@pytest.mark.parametrize(
    ("words", "asked_on", "since", "until"),
    [
        ("in the last ten years", dt.date(5, 1, 1), "0001-01-01", "0005-01-01"),
        ("this week", dt.date.max, "9999-12-27", "9999-12-31"),
        ("this winter", dt.date.max, "9999-12-01", "9999-12-31"),
        ("in December", dt.date.max, "9999-12-01", "9999-12-31"),
        ("in the last quarter of the year", dt.date.max, "9999-10-01", "9999-12-31"),
    ],
)
def test_a_window_ends_where_time_does(words: str, asked_on: dt.date, since: str, until: str) -> None:
    assert parse_window(words, asked_on) == (day(since), day(until))


@pytest.mark.parametrize("words", ["yesterday", "last month", "last year", "two years ago", "letzte Woche"])
def test_there_is_nothing_before_the_first_day(words: str) -> None:
    assert parse_window(words, dt.date.min) is None


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("jan 2022 mayor velde on tolls", ("2022-01-01", "2022-01-31")),
        ("may 2021 the harbour master about the ferry", ("2021-05-01", "2021-05-31")),
        ("june 2021 referendum on the ferry", None),
        ("june 2021 convention", None),
    ],
)
def test_a_month_in_front_of_who_speaks_is_a_window(text: str, window: tuple[str, str] | None) -> None:
    coverage = Coverage(first=dt.date(2020, 1, 1), last=TODAY, count_in=lambda *_: 1)
    found = [(str(one.since), str(one.until)) for one in find_times(tokenize(text), TODAY, coverage)]
    assert found == ([window] if window is not None else [])


@pytest.mark.parametrize("held", [0, 3])
def test_the_start_of_the_week_is_a_window_where_the_archive_has_articles_of_it(held: int) -> None:
    coverage = Coverage(first=dt.date(2020, 1, 1), last=TODAY, count_in=lambda *_: held)
    text = "which boss felt a buzz when he came in at the start of the week"
    assert bool(find_times(tokenize(text), TODAY, coverage)) == bool(held)


@pytest.mark.parametrize("held", [0, 3])
def test_the_meeting_of_a_month_is_a_window_where_the_archive_has_nothing_of_it(held: int) -> None:
    coverage = Coverage(first=dt.date(2020, 1, 1), last=TODAY, count_in=lambda *_: held)
    found = find_times(tokenize("whom did roe praise at the council meeting of june 2021"), TODAY, coverage)
    assert [(str(one.since), str(one.until)) for one in found] == ([] if held else [("2021-06-01", "2021-06-30")])
