"""Outlets that only a banner, a sender or a scraper's own key names; titles without them."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from index.model import Article
from index.reading import ReadOptions, read_bytes
from index.reading.outlets import outlet_of_title, sure_name, without_outlet
from tests.support.documents import STORY, TEXT, web_page

DAY = dt.date(2022, 4, 5)
BODY = "\n\n".join(STORY)


def one(name: str, content: str, url: str | None = None) -> Article:
    found = list(read_bytes(name, content.encode(), ReadOptions(), url=url))
    (article,) = [item for item in found if isinstance(item, Article)]
    return article


def test_the_banner_over_a_title_is_the_outlet() -> None:
    by = "Nell Ashgrove, Transport correspondent\n5 April 2022, 10.31am BST"
    head = f"THE HALDEN COURIER (NORTH ISLES)\n\nREACTION: Quay to close\n\n{by}\n\n"
    article = one("a.txt", head + BODY)
    assert (article.source, article.title) == ("The Halden Courier", "REACTION: Quay to close")
    assert article.author == "Nell Ashgrove"
    assert article.text == BODY


def test_a_newsletter_is_its_sender_s() -> None:
    mail = (
        "From: The Halden Courier <briefing@mail.sender.example>\nSubject: Quay to close\n"
        "Date: Tue, 05 Apr 2022 06:00:00 +0000\n\n"
    )
    article = one("a.eml", f"{mail}{BODY}\n\nUnsubscribe | View in browser\n")
    assert (article.source, article.evidence["source"]) == ("The Halden Courier", "mail header From")
    assert article.text == BODY
    assert one("b.eml", f"{mail}{BODY}\n".replace("The Halden Courier", "Nell")).source == "sender.example"


def test_rows_of_scrapers_name_it_in_their_own_key() -> None:
    row = {"title": "Quay to close - Tarn Times", "meta_site_name": "Tarn Times", "text": BODY}
    article = one("a.json", json.dumps(row))
    assert (article.source, article.title) == ("Tarn Times", "Quay to close")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Halden Courier", "The Halden Courier"),
        ("halden courier", None),
        ("World News", None),
        ("Latest Sports News", None),
        ("Tarn Daily News", "Tarn Daily News"),
        ("reuters", "Reuters"),
        ("Nell Ashgrove", None),
        ("2022", None),
    ],
)
def test_what_is_surely_an_outlet_s_name(text: str, outlet: str | None) -> None:
    assert sure_name(text) == outlet


def test_a_title_that_does_not_begin_with_the_heading_names_nobody() -> None:
    assert outlet_of_title("Video - The Halden Courier", "Quay to close") is None
    assert outlet_of_title("Quay to close - The Halden Courier", "Quay to close") == "The Halden Courier"
    whole = "Quay to close - The Halden Courier"
    assert outlet_of_title(whole, whole) == "The Halden Courier"
    assert outlet_of_title("The Halden Courier", "The Halden Courier") is None


def test_only_the_outlet_s_own_name_leaves_a_title() -> None:
    assert without_outlet("Quay to close | Courier", "The Courier") == "Quay to close"
    assert without_outlet("Quay to close - the Courier", "Courier") == "Quay to close"
    assert without_outlet("Quay - to close", "Courier") == "Quay - to close"
    assert without_outlet(" - Courier", "Courier") == " - Courier"


class TestPages:
    @pytest.mark.parametrize(
        ("tail", "outlet"),
        [
            (" | The Halden Courier", "The Halden Courier"),
            (" - Local - The Tarn Times", "The Tarn Times"),
            (" – BBC News", "BBC News"),
            (" | World News", None),
            (" | Ministry of Transport", None),
            (" - Daily Mail chief resigns", None),
        ],
    )
    def test_an_outlet_that_only_the_title_of_the_page_names(self, tail: str, outlet: str | None) -> None:
        article = one("a.html", web_page().replace(" | The Halden Courier", tail))
        assert article.source == outlet
        if outlet is not None:
            assert article.title == "Quay to close" and article.evidence["source"] == "the page's title"

    def test_what_a_portal_takes_over_is_its_agency_s(self) -> None:
        page = web_page(head='<meta name="author" content="Reuters">').replace(" | The Halden Courier", "")
        article = one("a.html", page, url="https://news.yahoo.com/quay-100000123.html")
        assert (article.source, article.evidence["source"]) == ("Reuters", "its author")

    def test_lines_between_the_heading_and_the_story_are_read(self) -> None:
        page = web_page().replace("<p>", "<p>By Nell Ashgrove</p><p>Tue, April 5, 2022 at 10:00 AM</p><p>", 1)
        article = one("a.html", page)
        assert (article.text, article.author, article.date) == (TEXT, "Nell Ashgrove", DAY)


@pytest.mark.parametrize(
    ("head", "source", "day", "author"),
    [
        ("Karst Courier, 5 April 2022", "Karst Courier", DAY, None),
        ("5 April 2022 - Karst Gazette", "Karst Gazette", DAY, None),
        ("KARST COURIER (5 APRIL 2022)", "Karst Courier", DAY, None),
        ("The Star\nBy Nell Ashgrove\n5 April 2022", "The Star", DAY, "Nell Ashgrove"),
        ("Nell Ashgrove, Karst Courier\n5 April 2022", "Karst Courier", DAY, "Nell Ashgrove"),
        ("Shoreline News", "Shoreline News", None, None),
        ("Times of Karst\nPublished", "Times of Karst", None, None),
        ("ABC Shoreline", "ABC Shoreline", None, None),
        ("By Tarn News Service", "Tarn News Service", None, None),
        ("Source: Tarn Radio", "Tarn Radio", None, None),
        ("Nature\n5 April 2022", "Nature", DAY, None),
        # What is a heading of the text, a place or a person.
        ("Nature", None, None, None),
        ("A Man Of The World", None, None, None),
        ("World News\n5 April 2022", None, DAY, None),
        ("Nell Ashgrove\n5 April 2022", None, DAY, None),
        ("Source: Nell Ashgrove", None, None, None),
    ],
)
def test_the_lines_below_a_title_name_it(
    head: str, source: str | None, day: dt.date | None, author: str | None
) -> None:
    article = one("a.txt", f"Quay to close for nine months\n\n{head}\n\n{BODY}")
    assert (article.source, article.date, article.author) == (source, day, author)
    assert article.title == "Quay to close for nine months"
    assert article.text.endswith(BODY)
    assert (article.text == BODY) == (source is not None and "Published" not in head)


def test_a_title_names_it_behind_its_own_words() -> None:
    article = one("a.txt", f"Quay to close for nine months | The Halden Courier\n\n{BODY}")
    assert (article.title, article.source) == ("Quay to close for nine months", "The Halden Courier")
    assert one("a.txt", f"Meet the Nation - 5 April 2022\n\n{BODY}").source is None


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("HALDEN (Reuters) - ", "Reuters"),
        ("(Bloomberg) — ", "Bloomberg"),
        ("Halden, Nov. 10, GNA – ", "GNA"),
        ("HALDEN, North Isles (Island Courier, March 14, 2014) – ", "Island Courier"),
        ("HALDEN, Nov. 10, NATO – ", None),
        ("HALDEN (Nell) - ", None),
        ("The strike (Reuters) was ", None),
    ],
)
def test_an_agency_that_its_dateline_names(dateline: str, agency: str | None) -> None:
    article = one("a.txt", f"Quay to close\n\n{dateline}{BODY}")
    assert (article.source, article.evidence.get("source")) == (agency, "its dateline" if agency else None)
    assert article.date == (dt.date(2014, 3, 14) if "2014" in dateline else None)
    # Only where nothing else tells.
    assert one("a.txt", f"Quay to close\n\nKarst Courier, 5 April 2022\n\n{dateline}{BODY}").source == "Karst Courier"
