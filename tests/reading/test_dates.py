from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading import AMBIGUOUS, parse_date
from index.reading.dates import date_in_address, date_in_name, date_of_heading, find_date

FIFTH = dt.date(2022, 4, 5)
DAYS = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2022-04-05",
        " 2022-4-5 ",
        "2022/04/05",
        "20220405",
        "2022-04-05T23:30:00Z",
        "2022-04-05T23:30:00.123456+02:00",
        "2022-04-05 07:30",
        "5 April 2022",
        "5th of April 2022",
        "05-Apr-2022",
        "April 5, 2022",
        "Apr. 5, 2022",
        "april 5th 2022",
        "Tuesday, April 5, 2022 at 10:15 am",
        "Tue, 05 Apr 2022 10:00:00 +0000",
        "Tue, 05 Apr 2022 10:00:00 GMT",
        "5 April 2022, 14:05 CET",
        "05.04.2022",
        "5. April 2022",
        "1649116800",
        "1649116800000",
    ],
)
def test_the_same_day_in_many_hands(written: str) -> None:
    assert parse_date(written) == FIFTH


@pytest.mark.parametrize("written", ["03/04/2022", "1-2-2022", "12/11/2022"])
def test_two_readings_are_ambiguous(written: str) -> None:
    assert parse_date(written) is AMBIGUOUS


@pytest.mark.parametrize(
    ("written", "day"),
    [("13/04/2022", dt.date(2022, 4, 13)), ("04/13/2022", dt.date(2022, 4, 13)), ("4/4/2022", dt.date(2022, 4, 4))],
)
def test_a_form_with_slashes_is_read_where_only_one_reading_exists(written: str, day: dt.date) -> None:
    assert parse_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2022-02-30",
        "2022-13-01",
        "31 April 2022",
        "April 2022",
        "2022",
        "0999-01-01",
        "3000-01-01",
        "99/99/2022",
        "5 May",
        "10",
    ],
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert parse_date(written) is None


def test_a_date_of_another_zone_stays_the_day_that_was_written() -> None:
    assert parse_date("2022-04-05T00:30:00+14:00") == FIFTH
    assert parse_date("2022-04-05T23:30:00-11:00") == FIFTH


@given(DAYS, st.times())
def test_every_day_comes_back_from_every_common_form(day: dt.date, time: dt.time) -> None:
    moment = dt.datetime.combine(day, time, dt.UTC)
    names = "January February March April May June July August September October November December".split()
    month = names[day.month - 1]
    for written in (
        day.isoformat(),
        moment.isoformat(),
        moment.isoformat(sep=" "),
        format_datetime(moment),
        f"{day.day} {month} {day.year:04d}",
        f"{month} {day.day}, {day.year:04d}",
        f"{day.day:02d}.{day.month:02d}.{day.year:04d}",
    ):
        assert parse_date(written) == day, written


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_date_or_not_but_never_an_error(text: str) -> None:
    result = parse_date(text)
    assert result is None or result is AMBIGUOUS or 1000 <= result.year <= 2999


@settings(deadline=None)  # the first foreign month loads its library
@given(st.text(alphabet="0123456789-/.: TZaprilmy,"))
def test_texts_that_look_like_dates_are_never_an_error(text: str) -> None:
    result = parse_date(text)
    assert result is None or result is AMBIGUOUS or isinstance(result, dt.date)
    found = find_date(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2022-04-05-ferries.txt", FIFTH),
        ("ferries_20220405.md", FIFTH),
        ("2022_04_05.txt", FIFTH),
        ("000_7a20220405e813.txt", None),
        ("report-2022-13-45.txt", None),
        ("1234567890123.txt", None),
    ],
)
def test_a_date_in_a_file_name(name: str, day: dt.date | None) -> None:
    assert date_in_name(name) == day


@pytest.mark.parametrize(
    "written",
    [
        "5 avril 2022",
        "5. huhtikuuta 2022",
        "5 de abril de 2022",
        "05 апреля 2022",
        "2022年4月5日",
        "05.04.22",
        "9:31 PM ET, Tue April 5, 2022",
        "20220405T100000Z",
        "Tue 5 Apr 2022 11.04 BST",
        "1649116800000000",
    ],
)
def test_the_forms_of_other_countries_and_of_machines(written: str) -> None:
    assert parse_date(written) == FIFTH


@pytest.mark.parametrize(("day_first", "day"), [(True, dt.date(2022, 4, 3)), (False, dt.date(2022, 3, 4))])
def test_a_habit_decides_between_two_readings(day_first: bool, day: dt.date) -> None:
    assert parse_date("03/04/2022", day_first=day_first) == day
    assert parse_date("3/4/22", day_first=day_first) == day
    assert parse_date("13/04/2022", day_first=day_first) == dt.date(2022, 4, 13)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://courier.example/2022/04/05/ferries", FIFTH),
        ("https://courier.example/world/2022/apr/05/ferries", FIFTH),
        ("https://courier.example/ferries-2022-04-05.html", FIFTH),
        ("https://courier.example/20220405/ferries", FIFTH),
        ("https://courier.example/2022/14/05/ferries", None),
        ("https://courier.example/id/1202204051", None),
    ],
)
def test_a_date_in_an_address(url: str, day: dt.date | None) -> None:
    assert date_in_address(url) == day


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Spokesperson Mao Lund’s Regular Press Conference on January 13, 2023", "Q: When?\n\nA: Soon.", "2023-01-13"),
        ("Weekly Media Briefing by the Spokesperson (January 12, 2023)", "Good afternoon.", "2023-01-12"),
        ("", "Prime Minister's statement on the floods: 5 June 2020\nGood evening.", "2020-06-05"),
        (
            "",
            "PRESS CONFERENCE\nAda Roe, President of the Bank\nKarst am Main, 16 March 2023\n\nGood day.",
            "2023-03-16",
        ),
        ("Remarks on the anniversary of the fire of 7 October 2023", "Dear friends.", None),
        ("The siege of Karst, 7 October 2023", "An essay on what we remember.", None),
        ("Statement on the attacks of May 2023", "We condemn them.", None),
        ("Press briefing, 03/04/2022", "Good morning.", None),
        ("Assembly of the Isles - Debates", "Tuesday, 5 April 2022 - Karst\n\nPresident. – We begin.", "2022-04-05"),
        ("Press briefing", "Presenter: Mayor Jane Roe; Ada Lind   September 08, 2015\n\nQ: Why?", "2015-09-08"),
        ("Media availability: Mayor Roe", "Karst, February 17, 2022\n\nMayor Roe: Good morning.", "2022-02-17"),
        ("Oral questions", "Hansard (Debates) 21 February 2023\n\nOrder.", "2023-02-21"),
        ("Meeting of the Council 2 March 2023", "Order.", "2023-03-02"),
        ("The evening show", "Interview With the Mayor.\nAired March 02, 2022 - 20:00 ET\n\nROE: Hello.", "2022-03-02"),
        ("Transcript of the committee meeting on", "December 15–16, 2015\n\nCHAIR ROE. Hello.", "2015-12-15"),
        (
            "Press Conference",
            "Tuesday, January 10, 2023, 3:02 p.m. Ministry of Ports\n\n(Minister) Hello.",
            "2023-01-10",
        ),
        ("United Karst v. Lund", "No. 21-476\nMonday, December 5, 2022\n\nJUSTICE ROE: Hello.", "2022-12-05"),
        ("Department Briefing-February 13, 2023, Jane Roe on ferries", "MS ROE: Hello.", "2023-02-13"),
        ("Meet the Town - November 5, 2017", "ADA ROE: Hello.\n\nIVO LUND: Hello.\n\nADA ROE: So.", "2017-11-05"),
        (
            "HC Deb 09 February 1994 vol 237 cc285-7 3.32 pm",
            "Ms Ada Roe (Halden)\n\nOn a point of order.",
            "1994-02-09",
        ),
        (
            "Introductory statement",
            "Ada Roe, President of the Bank,Ivo Lund, Vice-President of the Bank,Halden, 6 September 2012\n\nGood day.",
            "2012-09-06",
        ),
        ("Looking back: September 11, 2001", "An essay on what we remember.", None),
        ("Remarks before the summit after 2 March 2023", "Dear friends.", None),
        ("Interview", "We met in Karst. It was cold then, she says, on 5 June 2020", None),
    ],
)
def test_the_heading_of_a_transcript_dates_it(title: str, text: str, day: str | None) -> None:
    found = date_of_heading(title, text)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("zone", ["EDT", "EST", "PST", "ET"])
def test_a_north_american_clock_puts_the_month_first(zone: str) -> None:
    assert parse_date(f"10/11/2022 07:54 PM {zone}") == dt.date(2022, 10, 11)
    assert parse_date("10/11/2022 19:54 CET") is AMBIGUOUS
