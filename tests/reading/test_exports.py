"""Exports of news databases: Nexis old and new, Factiva, ProQuest, as text and in documents."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Article
from index.reading import ReadOptions, read_bytes
from index.reading.exports import drafts_of_export
from tests.support.documents import STORY, docx

BODY = "\n\n".join(STORY)
OLD = f"""                               1 of 2 DOCUMENTS

                              The Halden Courier

                             April 5, 2022 Tuesday
                             Late Edition - Final

Quay to Close

BYLINE: By NELL ASHGROVE

SECTION: Section A; Column 1; National Desk; Pg. 1

LENGTH: 812 words

DATELINE: HALDEN

{BODY}

LOAD-DATE: April 6, 2022

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                   Copyright 2022 The Halden Courier Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                              The Tarn Times

                             April 9, 2022

Quay to Open

LENGTH: 12 words

The quay will open again in May, the harbour office said.

LOAD-DATE: April 10, 2022

LANGUAGE: ENGLISH
"""
NEW = f"""Quay to close

The Halden Courier

April 5, 2022 Tuesday

Copyright 2022 Courier Media All Rights Reserved

Section: NEWS; Pg. 3

Length: 812 words

Byline: Nell Ashgrove

Body

{BODY}

Classification

Language: ENGLISH

Subject: PORTS (90%)

Load-Date: April 6, 2022

End of Document
"""
FACTIVA = f"""SE News
HD Quay to close
BY By Nell Ashgrove
WC 812 words
PD 5 April 2022
SN The Halden Courier
SC HALCOU
LA English
CY Copyright 2022 Courier Media
LP

{STORY[0]}

TD

{chr(10).join(f"{part}{chr(10)}" for part in STORY[1:])}
IN i7 : Transport
AN Document HALCOU0020220405ei4500001
"""
PROQUEST = f"""____________________________________________________________
Document 1 of 1

Quay to close

Author: Ashgrove, Nell

Publication info: The Halden Courier ; Halden [Halden]. 05 Apr 2022.

Abstract: None available.

Full text: {BODY}

Subject: Ports

Title: Quay to close

Publication title: The Halden Courier

Publication date: Apr 5, 2022

Language of publication: English
____________________________________________________________
"""


def read(content: bytes, name: str = "export.txt") -> list[Article]:
    return [item for item in read_bytes(name, content, ReadOptions()) if isinstance(item, Article)]


@pytest.mark.parametrize("export", [OLD, NEW, FACTIVA, PROQUEST], ids=["old Nexis", "Nexis", "Factiva", "ProQuest"])
def test_an_export_is_read_by_its_own_keys(export: str) -> None:
    article = read(export.encode())[0]
    assert article.text == BODY
    assert (article.source, article.date) == ("The Halden Courier", dt.date(2022, 4, 5))
    assert article.title is not None and article.title.lower() == "quay to close"
    assert article.author == "Nell Ashgrove"
    assert article.evidence["date"] == "the database's own fields"


def test_every_article_of_a_file_is_one() -> None:
    first, second = read(OLD.encode())
    assert (second.source, second.title, second.date) == ("The Tarn Times", "Quay to Open", dt.date(2022, 4, 9))
    assert second.text == "The quay will open again in May, the harbour office said."
    assert first.text != second.text
    assert len(read((FACTIVA + FACTIVA.replace("Quay to close", "Quay to open")).encode())) == 2


def test_words_that_look_like_a_key_are_the_story_s() -> None:
    story = "IN HALDEN, the ferries stood still.\n\nBY noon nobody sailed.\n\nRE the wall nothing was said."
    (article,) = read(FACTIVA.replace(STORY[0], story).encode())
    assert article.text.startswith(story)


def test_an_edition_is_no_title_and_a_title_no_edition() -> None:
    (first, _) = read(OLD.replace("Quay to Close", "Final whistle").encode())
    assert first.title == "Final whistle"


def test_a_document_holds_an_export_too() -> None:
    paragraphs = [line for line in NEW.split("\n") if line]
    (article,) = read(docx(paragraphs), "export.docx")
    assert (article.text, article.source, article.title) == (BODY, "The Halden Courier", "Quay to close")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Transcript\n\nBody: the lower one was found.\n\nLength: two metres.\n\nMR ROE: Yes.",
        "MAYOR ROE: Good evening.\n\nQ: Why now?\n\nMAYOR ROE: Because it is late.",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert drafts_of_export(text) == []


@given(st.lists(st.sampled_from([*OLD.split("\n"), *NEW.split("\n"), *FACTIVA.split("\n"), *PROQUEST.split("\n")])))
def test_no_mixture_of_keys_ends_it(lines: list[str]) -> None:
    for draft in drafts_of_export("\n".join(lines)):
        assert draft.raw and draft.line is not None
