"""What people type as a date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import parse_window

TODAY = dt.date(2026, 3, 31)  # a Tuesday, at the end of a month


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2022-04-05", "2022-04-05", "2022-04-05"),
        (" 5 April 2022 ", "2022-04-05", "2022-04-05"),
        ("5th of April 2022", "2022-04-05", "2022-04-05"),
        ("April 5, 2022", "2022-04-05", "2022-04-05"),
        ("5. März 2022", "2022-03-05", "2022-03-05"),
        ("5.4.2022", "2022-04-05", "2022-04-05"),
        ("April 2022", "2022-04-01", "2022-04-30"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("today", "2026-03-31", "2026-03-31"),
        ("gestern", "2026-03-30", "2026-03-30"),
        ("last week", "2026-03-23", "2026-03-29"),
        ("this month", "2026-03-01", "2026-03-31"),
        ("last month", "2026-02-01", "2026-02-28"),
        ("letztes Jahr", "2025-01-01", "2025-12-31"),
        ("1 month ago", "2026-02-28", "2026-02-28"),
        ("vor 2 Wochen", "2026-03-17", "2026-03-17"),
        ("a year ago", "2025-03-31", "2025-03-31"),
    ],
)
def test_dates_in_numbers_and_words(typed: str, first: str, last: str) -> None:
    assert parse_window(typed, TODAY) == (d(first), d(last))


@pytest.mark.parametrize(
    "typed", ["", "soon", "2022-13-01", "2022-02-30", "31 April 2022", "0000", "5", "9999 years ago"]
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_window(typed, TODAY) is None


@given(st.text(max_size=40), st.dates())
def test_any_text_gives_a_window_or_none(typed: str, today: dt.date) -> None:
    window = parse_window(typed, today)
    assert window is None or window[0] <= window[1]


@given(st.dates(), st.dates())
def test_iso_days_are_read_exactly(day: dt.date, today: dt.date) -> None:
    assert parse_window(day.isoformat(), today) == (day, day)
