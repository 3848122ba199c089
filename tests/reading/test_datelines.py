"""Days that the first lines of a plain text give among other words, and days that they only speak of."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index.model import Article
from index.reading import read

DAY = dt.date(2021, 3, 3)
BODY = "The old ferry is for sale, harbour master Karl Lind said. “Nobody wants it,” he said."


def date_of(folder: Path, head: str) -> tuple[dt.date | None, str]:
    file = folder / "ferry.txt"
    file.write_text(f"A ferry for sale\n\n{head}{BODY}\n", encoding="utf-8")
    (article,) = [one for one in read([file]) if isinstance(one, Article)]
    return article.date, article.text


@pytest.mark.parametrize(
    "head",
    [
        "Port Halden, Norvania – March 3, 2021 – ",
        "(HALDEN, March 3, 2021) – ",
        "Halden, 3 March, 2021 (NPA) – ",
        "HALDEN (Northwire) Mar 3 2021 - ",
        "Ines Dahl 03.03.2021 17:05\n\n",
        "HALDEN DAILY 03.03.2021 07:37\n\n",
        "By INES DAHL dahl@courier.example on Mar 3, 2021, at 3:40 PM\n\n",
        "By: Ines Dahl - @inesdahl\n\nCOURIER.example / 05:34 PM March 3, 2021\n\n",
        "Halden Bureau - March 03, 2021, 10:12 AM IST\n\n",
        "Halden Post, Wednesday 3rd March 2021 6.15pm GMT\n\n",
        "Posted at 2:15 PM, Mar 03, 2021 and last updated 5:14 PM, Mar 04, 2021\n\n",
        "Wed, 03 Mar 2021 Source: Ines Dahl\n\n",
        "Published: Mar. 3, 2021 at 5:56 PM EDT|Updated: 18 minutes ago\n\n",
        "Submitted on Wed, 03/03/2021 - 00:00\n\n",
        "By regional harbour affairs reporter Ines Dahl, Wednesday March 3, 2021 - 05:56 EDT\n\n",
        "» Wednesday, March 3, 2021Harbours\n\n",
        "date 2021-03-03 ",
    ],
)
def test_the_head_s_day_is_the_article_s_and_no_word_is_lost(tmp_path: Path, head: str) -> None:
    day, text = date_of(tmp_path, head)
    assert day == DAY
    assert BODY in text


@pytest.mark.parametrize(
    "head",
    [
        "The storm of March 3, 2021\n\n",
        "On March 3, 2021, a storm took the pier.\n\n",
        "Halden lost its pier on March 3, 2021 - and its lighthouse. ",
        "Storm Closes Halden Pier, March 3, 2021\n\n",
        "The council met on Wednesday, March 3, 2021, at 7:15 PM to sell it.\n\n",
        "Ines Dahl 03/04/2021 17:05\n\n",
    ],
)
def test_a_day_that_is_spoken_of_or_can_be_read_in_two_ways_is_not(tmp_path: Path, head: str) -> None:
    assert date_of(tmp_path, head)[0] is None


def test_what_stands_below_the_head_is_not_looked_at(tmp_path: Path) -> None:
    text = f"{BODY} {BODY} {BODY}\n\nHALDEN (Northwire) Mar 3 2021 - It was sold.\n\n"
    assert date_of(tmp_path, text)[0] is None


def test_the_weekday_tells_which_number_is_the_month(tmp_path: Path) -> None:
    assert date_of(tmp_path, "Submitted on Thu, 12/10/2015 - 00:00\n\n")[0] == dt.date(2015, 12, 10)
    assert date_of(tmp_path, "Submitted on Mon, 12/10/2015 - 00:00\n\n")[0] == dt.date(2015, 10, 12)


def test_a_headline_that_says_updated_is_a_headline(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(f"UPDATED: Ferry sinks off Karst\n\n{BODY}\n", encoding="utf-8")
    (article,) = [one for one in read([file]) if isinstance(one, Article)]
    assert article.title == "UPDATED: Ferry sinks off Karst"
