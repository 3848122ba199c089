"""Articles in XML: what agencies send (NITF, NewsML-G2) and what trafilatura writes."""

from __future__ import annotations

import datetime as dt
from html import escape

import pytest

from index.model import Article, Problem
from index.reading import ReadOptions, read_bytes
from tests.support.documents import STORY, TEXT

DAY = dt.date(2022, 4, 5)
WORDS = "".join(f"<p>{escape(part)}</p>" for part in STORY)
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.example/nitf-3-3.dtd">
<nitf><head><title>Quay</title><docdata><date.issue norm="20220405T100000Z"/><doc.copyright holder="2022" year="2022"/>
</docdata><pubdata name="The Halden Courier"/></head><body><body.head><hedline><hl1>Quay to close</hl1></hedline>
<byline>By NELL ASHGROVE</byline></body.head><body.content>{WORDS}</body.content></body></nitf>"""
G2 = f"""<newsMessage xmlns="http://iptc.example/"><itemSet>
<newsItem><itemMeta><provider literal="The Halden Courier"/>
<versionCreated>2022-04-05T10:00:00+02:00</versionCreated></itemMeta>
<contentMeta><headline>Quay to close</headline><by>Nell Ashgrove</by></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.example/xhtml">
<body>{WORDS}</body></html></inlineXML></contentSet></newsItem>
<newsItem><contentMeta><headline>A picture</headline></contentMeta></newsItem></itemSet></newsMessage>"""
TRAFILATURA = f"""<doc sitename="The Halden Courier" title="Quay to close" author="Nell Ashgrove" date="2022-04-05"
url="https://courier.example/quay" hostname="courier.example" fingerprint="19ac">
<main><head rend="h1">Quay to close</head>
{WORDS}</main><comments/></doc>"""
TEI = f"""<TEI xmlns="http://www.tei-c.example/1.0"><teiHeader><fileDesc>
<titleStmt><title type="main">Quay to close</title>
<author>Nell Ashgrove</author></titleStmt><sourceDesc><biblFull><publicationStmt>
<publisher>The Halden Courier (courier.example)
</publisher><ptr target="https://courier.example/quay"/><date>2022-04-05</date></publicationStmt>
</biblFull></sourceDesc></fileDesc>
<profileDesc><creation><date type="download">2026-11-29</date></creation></profileDesc></teiHeader>
<text><body><div type="entry">{WORDS}</div></body></text></TEI>"""


def found(content: str, name: str = "a.xml") -> tuple[list[Article], list[Problem]]:
    items = list(read_bytes(name, content.encode(), ReadOptions()))
    return [one for one in items if isinstance(one, Article)], [one for one in items if isinstance(one, Problem)]


@pytest.mark.parametrize("content", [NITF, G2, TRAFILATURA, TEI], ids=["NITF", "NewsML", "trafilatura", "TEI"])
def test_an_article_in_xml_gives_its_words_and_what_its_elements_say(content: str) -> None:
    (article,), _ = found(content)
    assert article.text == TEXT
    assert (article.title, article.source, article.date) == ("Quay to close", "The Halden Courier", DAY)
    assert article.author is not None and article.author.lower() == "nell ashgrove"


def test_an_item_without_words_is_told() -> None:
    articles, problems = found(G2)
    assert len(articles) == 1
    assert any("item without a text" in problem.message for problem in problems)


def test_entities_of_its_own_are_refused() -> None:
    hostile = '<!DOCTYPE nitf [<!ENTITY a "x">]>' + NITF.partition("?>")[2].partition(">")[2]
    articles, problems = found(hostile)
    assert articles == [] and problems[0].fatal


def test_other_xml_is_told() -> None:
    articles, problems = found("<catalog><book/></catalog>")
    assert articles == [] and problems[0].fatal
