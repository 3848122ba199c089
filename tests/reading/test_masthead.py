"""The name of a paper above an article where no list knows it, and the day in a line that holds more than a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index.model import Article
from index.reading import read

BODY = (
    "The old ferry is for sale, harbour master Karl Lind said on Monday. “Nobody wants it,” he said, and looked at the "
    "rust on the rail for some time before he went on to speak of the price that the town had paid.\n\n"
    "It has stood at the northern quay for six years, and the gulls have taken the bridge.\n"
)


def article(folder: Path, head: str, body: str = BODY) -> Article:
    """The article of a text below such a head."""
    (folder / "a.txt").write_text(f"{head}\n\n{body}", encoding="utf-8")
    (found,) = [one for one in read([folder / "a.txt"]) if isinstance(one, Article)]
    return found


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("THE HALDEN PELICAN\nIndependent student voice since 1922\n\nNEWS | CAMPUS\n\n{}\n\n{}", "The Halden Pelican"),
        ("THE KARST LEDGER     Vol. 118 No. 23     {1}     $1.25\n\n{0}", "The Karst Ledger"),
        ("HERRING & SPRAT PROCESSOR\nHome › Harbours › Sales\n\n{}\n{} | By Ada Quill", "Herring & Sprat Processor"),
        ("{}\n\nBY ADA QUILL\nSenior Harbour Reporter, The Halden Gleam\n{}", "The Halden Gleam"),
        ("{}\n\nBy Ada Quill\nCorrespondent / Karst Daily Ledger\n08:31 PM {}", "Karst Daily Ledger"),
        ("{}\n\nHalden Champion\n{} - 18:40\nAda Quill, Harbours", "Halden Champion"),
        ("{}\n\nBy Ada Quill, Halden\nThe Morning Dodder — {}", "The Morning Dodder"),
        ("KVLO PUBLIC TELEVISION\nHome   News   Weather   Contact\n\n{}\n{}", "KVLO Public Television"),
        ("El Correo del Puerto\nMenú   Edición impresa   Iniciar sesión\n\n{}\n{}", "El Correo del Puerto"),
        # Names of what else stands there are none.
        ("POLICE BLOTTER\n\n{}\n\n{}", None),
        ("{}\n\nBy Ada Quill, Halden, and Tom Lind, Karst\n{}", None),
        ("{}\n\nBy Court Reporter\nHalden Sheriff Court\n{}", None),
        ("{}\n\nRead More in Harbour News\n{}", None),
    ],
)
def test_a_paper_is_known_by_where_its_name_stands(tmp_path: Path, head: str, source: str | None) -> None:
    found = article(tmp_path, head.format("A ferry is for sale", "Wednesday, March 3, 2021"))
    assert (found.source, found.title, found.date) == (source, "A ferry is for sale", dt.date(2021, 3, 3))
    assert "Nobody wants it" in found.text


def test_a_heading_in_capitals_over_a_day_is_no_paper(tmp_path: Path) -> None:
    found = article(tmp_path, "FERRY FOR SALE\n3 March 2021")
    assert (found.source, found.title) == (None, "FERRY FOR SALE")


def test_a_paper_that_its_people_told_something_is_known(tmp_path: Path) -> None:
    body = BODY.replace("said on Monday", "told the Whelk")
    assert article(tmp_path, "A ferry is for sale\n\nHalden Whelk\n3 March 2021", body).source == "Halden Whelk"
    assert article(tmp_path, "A ferry is for sale\n\nHalden Whelk\n3 March 2021").source is None


def test_a_place_behind_who_wrote_it_is_no_paper_however_often_the_text_is_in_it(tmp_path: Path) -> None:
    body = BODY.replace("said on Monday", "said in Port Halden, and told the council of Port Halden")
    assert article(tmp_path, "A ferry is for sale\n\nBy Ada Quill, Port Halden\n3 March 2021", body).source is None


def test_days_in_a_page_s_own_code_are_none(tmp_path: Path) -> None:
    code = "<!-- Template released on May 5, 2015 -->"
    page = f"<html><head>\n{code}\n<title>Ferry</title></head><body><p>{BODY}</p></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (found,) = [one for one in read([tmp_path / "a.html"]) if isinstance(one, Article)]
    assert found.date is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Released under the Act - names withheld\n\n111 call, event 4, Halden Gorge, Saturday 8 January 2022",
            dt.date(2022, 1, 8),
        ),
        ("Fireside with Ada Quill\nPosted on June 1, 2023 by events team   |   Tags: founders", dt.date(2023, 6, 1)),
        ("Halden Board Regular Meeting 4/22/2025\nHalden County\n318 views", dt.date(2025, 4, 22)),
        ("the book that was a hat\nreleased 5 september 2021 / 31 min / rough transcript", dt.date(2021, 9, 5)),
        (
            "MINUTES OF THE ORDINARY MEETING HELD ON TUESDAY 28 FEBRUARY 2017, COMMENCING AT 6.02 PM",
            dt.date(2017, 2, 28),
        ),
        ("FOR RELEASE\nEMBARGOED UNTIL 00:01 GMT, 21 MARCH 2025\n\nNets emptied the lake", dt.date(2025, 3, 21)),
        ("Blotter\nHalden Sentinel | Week of Aug. 18–24, 2024", dt.date(2024, 8, 24)),
        ("Recording: short-season maize / GMT20220818-120312", dt.date(2022, 8, 18)),
        ("A ferry is for sale\n\nPor Ada Quill\n18 de marzo de 2024 · 00:10 hs", dt.date(2024, 3, 18)),
        # What a day is spoken of, and what can be read in two ways, is none.
        ("A ferry is for sale\n\nThe storm of March 3, 2021 took it", None),
        ("A ferry is for sale\n\nTickets until March 3, 2021", None),
        ("Halden Board Regular Meeting 4/5/2025\nHalden County", None),
    ],
)
def test_a_line_above_a_text_tells_its_day(tmp_path: Path, head: str, day: dt.date | None) -> None:
    assert article(tmp_path, head).date == day
