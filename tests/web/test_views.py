"""What pages are made of, without a page: marks, times, charts and citations."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.export.cite import Source, apa, bibtex, chicago, csl_json, plain
from index.export.plain import safe_url
from index.model import Article, ArticleView, Statement
from index.pages import StatementView
from web.views.chart import chart, window_of
from web.views.marks import marked
from web.views.text import timed


@st.composite
def views(draw: st.DrawFn) -> ArticleView:
    text = draw(st.text(alphabet="ab “”.\n\t", min_size=1, max_size=60))
    statements: list[Statement] = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        name = draw(st.sampled_from(["Ada Lund", "Tor Berg", None]))
        statements.append(
            Statement(start=start, end=end, spans=((start, end),), kind="direct", confidence=1.0, speaker=name)
        )
    return ArticleView(article=Article(id="a", text=text), statements=tuple(statements), passages=())


@given(views(), st.integers(0, 59), st.integers(1, 60))
def test_marks_lose_no_letter_and_give_each_to_the_innermost_statement(view: ArticleView, a: int, b: int) -> None:
    text = view.article.text
    here = ((a, min(b, len(text))),) if a < min(b, len(text)) else ()
    found = marked(view, here)
    pieces = [piece for paragraph in found.paragraphs for piece in paragraph]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    shown = "".join(piece.text for piece in pieces if piece.here)
    assert "".join(shown.split()) == "".join("".join(text[x:y] for x, y in here).split())
    assert sum(piece.start for piece in pieces) <= 1 and len(found.places) == len(found.paragraphs)
    numbers = {voice.number for voice in found.voices}
    assert {piece.number for piece in pieces} <= numbers | {0}


def test_pages_and_times_are_told_where_they_change() -> None:
    text = "First.\n\nStill first.\n\nSecond.\n\nThird."
    article = Article(id="a", text=text, anchors=((0, "page 1"), (22, "page 2"), (31, "page 3")))
    found = marked(ArticleView(article=article, statements=(), passages=()))
    assert found.places == ("page 1", None, "page 2", "page 3")


@pytest.mark.parametrize(
    ("url", "place", "expected"),
    [
        ("https://film.example/watch?v=1", "00:01:05", "https://film.example/watch?v=1&t=65s"),
        ("https://radio.example/talk.mp3#top", "1:02:03.500", "https://radio.example/talk.mp3#t=3723"),
        ("https://radio.example/talk.mp3", "page 2", None),
        ("javascript:alert(1)", "00:01:05", None),
        (None, "00:01:05", None),
    ],
)
def test_a_time_leads_to_its_second(url: str | None, place: str, expected: str | None) -> None:
    assert timed(url, place) == expected


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "ftp://a.example/",
        "https://",
        "https://a b.example/",
        "https://u:p@a.example/",
        "//a.example",
        "x",
    ],
)
def test_only_the_open_web_is_linked(url: str) -> None:
    assert safe_url(url) is None and safe_url("https://a.example/ä?b=c") == "https://a.example/ä?b=c"


def test_a_chart_keeps_gaps_and_goes_by_year_where_months_are_many() -> None:
    few = chart([("2022-01", 2), ("2022-04", 4)], lambda key: f"/{key}", "statement")
    assert few is not None and [bar.link for bar in few.bars] == ["/2022-01", "/2022-04"]
    step = few.bars[1].x - few.bars[0].x
    assert few.bars[1].height == 2 * few.bars[0].height and step == pytest.approx(3 * few.bars[0].width / 0.8, abs=0.1)
    assert few.summary == "6 statements from January 2022 to April 2022, most in April 2022 (4)"
    many = chart([("1990-01", 1), ("1990-05", 2), ("2022-04", 4)], lambda key: f"/{key}", "statement")
    assert many is not None and [(bar.label, bar.count) for bar in many.bars] == [("1990", 3), ("2022", 4)]
    one = chart([("2022-01", 1)], lambda key: key, "article")
    assert one is not None and one.summary == "1 article, all in January 2022"
    assert chart([], lambda key: key, "article") is None
    assert window_of("2024-02") == ("2024-02-01", "2024-02-29") and window_of("1999") == ("1999-01-01", "1999-12-31")


def source(**fields: object) -> Source:
    text = "“The quay will be closed,” Ada Lund said."
    said = Statement(
        start=1,
        end=24,
        spans=((1, 24),),
        kind="direct",
        confidence=1.0,
        speaker="Ada Lund",
        stance=fields.pop("stance", "said"),
    )  # type: ignore[arg-type]
    given_ = {"id": "a", "text": text, "title": "Quay & pier: 100% closed?", "source": "Quay Post"} | fields
    view = ArticleView(article=Article(**given_), statements=(said,), passages=())  # type: ignore[arg-type]
    return Source.of(
        StatementView(id="x" * 21, view=view, statement=said), "https://r.example/s/x", dt.date(2024, 2, 3)
    )


def test_citations_in_every_form() -> None:
    whole = source(author="Nell Maria Ashgrove", date=dt.date(2024, 1, 2), url="https://quay.example/1")
    assert plain(whole) == (
        "“The quay will be closed” — Ada Lund, in “Quay & pier: 100% closed?”, Quay Post, 2 January 2024, "
        "https://quay.example/1"
    )
    assert apa(whole) == (
        "Ashgrove, N. M. (2024, January 2). Quay & pier: 100% closed? Quay Post. https://quay.example/1"
    )
    assert chicago(whole) == (
        "Ashgrove, Nell Maria. “Quay & pier: 100% closed?” Quay Post, January 2, 2024. https://quay.example/1."
    )
    entry = bibtex(whole)
    assert r"Quay \& pier: 100\% closed?" in entry and "month = {1}" in entry and entry.count("{") == entry.count("}")
    bare = source(title=None, source=None)
    assert "(n.d.)" in apa(bare) and "n.d." in chicago(bare) and "https://r.example/s/x" in plain(bare)
    assert '"issued"' not in csl_json(bare) and "author" not in bibtex(bare)


def test_a_denial_is_cited_as_one() -> None:
    denied = source(stance="denied")
    for form in (plain(denied), bibtex(denied), csl_json(denied)):
        assert re.search(r"Ada Lund \(denies this", form)
