"""Outlet, date, author and address out of the forms that scrapers and news services give."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Article, Problem
from index.reading import ReadOptions, read, read_bytes
from index.reading.keys import found_in, parse_mapping
from index.reading.outlets import host_of, name_of_host, outlet_name

STORY = "The ferry will stop at noon, said Captain Nia Rowe.\n\n“We have no fuel,” she told the council of Port Halden."
URL = "https://coast.example/ferry"
DAY = dt.date(2022, 3, 15)


def one(row: object, options: ReadOptions | None = None, name: str = "a.json") -> Article:
    (article,) = [item for item in read_bytes(name, json.dumps(row).encode(), options) if isinstance(item, Article)]
    return article


SHAPES: dict[str, object] = {
    "trafilatura": {
        "title": "Ferry", "author": "Tess Arden", "hostname": "coast.example", "date": "2022-03-15", "fingerprint": "f",
        "id": None, "raw_text": STORY.replace("\n\n", " "), "text": STORY.replace("\n\n", "\n"), "source": URL,
        "source-hostname": "Coastal Times", "excerpt": "", "language": "en",
    },
    "fundus": {
        "title": "Ferry", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": STORY.split("\n\n")}]},
        "authors": ["Tess Arden"], "publishing_date": "2022-03-15 10:00:00+01:00", "lang": "en",
        "html": {"requested_url": URL, "responded_url": URL, "source_info": {"publisher": "Coastal Times"}},
    },
    "NewsAPI": {
        "status": "ok", "totalResults": 1, "articles": [
            {"source": {"id": None, "name": "Coastal Times"}, "author": "Tess Arden", "title": "Ferry", "url": URL,
             "description": "…", "publishedAt": "2022-03-15T10:00:00Z", "content": STORY}],
    },
    "Guardian": {
        "response": {"status": "ok", "total": 1, "results": [
            {"id": "world/ferry", "webTitle": "Ferry", "webPublicationDate": "2022-03-15T10:00:00Z", "webUrl": URL,
             "fields": {"bodyText": STORY, "byline": "Tess Arden", "publication": "Coastal Times", "lang": "en"}}]},
    },
    "Event Registry": {
        "articles": {"results": [
            {"uri": "71", "lang": "eng", "url": URL, "title": "Ferry", "body": STORY,
             "dateTime": "2022-03-15T10:00:00Z",
             "source": {"uri": "coast.example", "title": "Coastal Times"}, "authors": [{"name": "Tess Arden"}]}]},
    },
    "Media Cloud": [
        {"stories_id": 5, "title": "Ferry", "publish_date": "2022-03-15 10:00:00", "url": URL, "language": "en",
         "media_name": "Coastal Times", "media_url": "https://coast.example/", "author": "Tess Arden",
         "story_text": STORY}
    ],
    "Zotero": [
        {"itemType": "newspaperArticle", "title": "Ferry", "publicationTitle": "Coastal Times", "date": "2022-03-15",
         "creators": [{"firstName": "Tess", "lastName": "Arden", "creatorType": "author"},
                      {"firstName": "No", "lastName": "One", "creatorType": "editor"}],
         "url": URL, "language": "en", "abstractNote": STORY}
    ],
    "Zotero (CSL)": [
        {"type": "article-newspaper", "title": "Ferry", "container-title": "Coastal Times", "abstract": STORY,
         "URL": URL, "author": [{"family": "Arden", "given": "Tess"}], "issued": {"date-parts": [["2022", 3, 15]]}}
    ],
    "a table of articles": [
        {"link": URL, "headline": "Ferry", "publication": "Coastal Times", "authors": "Tess Arden",
         "date": "2022-03-15", "article": STORY}
    ],
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1", "title": "Coastal Times", "items": [
            {"id": "1", "url": URL, "title": "Ferry", "date_published": "2022-03-15T10:00:00Z",
             "content_html": "<p>" + STORY.replace("\n\n", "</p><p>") + "</p>", "authors": [{"name": "Tess Arden"}]}],
    },
    "schema.org": {
        "@type": "NewsArticle", "headline": "Ferry", "articleBody": STORY, "datePublished": "2022-03-15T10:00:00+01:00",
        "author": [{"@type": "Person", "name": "Tess Arden"}], "publisher": {"name": "Coastal Times"}, "url": URL,
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shapes_of_scrapers_and_services(shape: str) -> None:
    article = one(SHAPES[shape])
    assert (article.title, article.source, article.date) == ("Ferry", "Coastal Times", DAY)
    assert (article.author, article.url, article.text) == ("Tess Arden", URL, STORY)
    assert article.evidence["source"].startswith("key “")
    assert article.evidence["date"].startswith("key “")


@pytest.mark.parametrize(
    ("row", "source"),
    [
        ({"source_url": "https://www.theguardian.com", "publish_date": "2022-03-15 00:00:00"}, "The Guardian"),
        ({"source_domain": "edition.cnn.com", "maintext": STORY, "text": None}, "CNN"),
        ({"domain": "coast.example", "seendate": "20220315T100000Z"}, "coast.example"),
        ({"publisher": "theguardian", "url": URL}, "The Guardian"),
        ({"source": "Medium", "url": "https://medium.com/@tess/ferry"}, None),
        ({"source": "Copyright 2022", "url": URL}, "coast.example"),
        ({"source": "2022", "url": "https://web.archive.org/web/20220316/https://apnews.com/a"}, "Associated Press"),
        ({"sitename": "The Morning Newsletter", "url": "https://harbour.substack.com/p/a"}, None),
        ({"sitename": "Coastal Times | News, sport and weather"}, "Coastal Times"),
    ],
)
def test_an_outlet_is_named_by_what_names_outlets(row: dict[str, object], source: str | None) -> None:
    assert one({"title": "Ferry", "text": STORY, **row}).source == source


@pytest.mark.parametrize(
    "text",
    ["2022", "March 2022", "© 2022", "Copyright 2022", "All Rights Reserved", "Hearst Inc. All rights reserved",
         "Weekly Newsletter", "Facebook", "YouTube", "https://a.example", "@tess", "", "  ", "-", "Home", "x" * 200],
)  # fmt: skip
def test_what_never_is_an_outlet(text: str) -> None:
    assert outlet_name(text) is None


def test_a_rights_line_names_no_outlet_and_the_user_wins(tmp_path: Path) -> None:
    page = f"Ferries stop\n\n15 March 2022\n\n{STORY}\n\n© 2022 Hearst Communications\n\nAll Rights Reserved"
    (tmp_path / "a.txt").write_text(page)
    (article,) = read([tmp_path / "a.txt"])
    assert isinstance(article, Article)
    assert (article.source, article.date, article.text) == (None, DAY, STORY)
    (told,) = read([tmp_path / "a.txt"], options=ReadOptions(source="The Halden Courier"))
    assert isinstance(told, Article)
    assert (told.source, told.evidence["source"]) == ("The Halden Courier", "--source")
    assert "© 2022 Hearst Communications" in told.removed


def test_what_the_archive_knows_of_a_host_names_its_articles() -> None:
    row = {"title": "Ferry", "text": STORY, "source_url": "https://www.coast.example"}
    article = one(row, ReadOptions(hosts={"coast.example": "Coastal Times"}))
    assert (article.source, article.evidence["source"]) == ("Coastal Times", "the address (coast.example)")
    assert article.id == one(row).id  # a name that is learned later makes no second article


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.courier.example/a", "courier.example"),
        ("http://m.courier.example:8080/", "courier.example"),
        ("courier.example", "courier.example"),
        ("https://web.archive.org/web/2022id_/http://courier.example/a", "courier.example"),
        ("https://www-courier-example.cdn.ampproject.org/c/s/courier.example/a", "courier.example"),
        ("the courier", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_hosts(url: str, host: str | None) -> None:
    assert host_of(url) == host


def test_a_host_stands_for_its_subdomains_unless_they_are_listed() -> None:
    assert name_of_host("edition.cnn.com") == "CNN"
    assert name_of_host("money.cnn.com") == "CNN Money"
    assert name_of_host("notcnn.com") is None


@given(st.text())
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = outlet_name(text)
    assert name is None or outlet_name(name) == name
    assert host_of(text) is None or "." in str(host_of(text))


def test_a_date_in_the_future_or_before_print_is_refused_with_a_word() -> None:
    for written, word in (("2031-01-01", "future"), ("1066-10-14", "first newspaper")):
        data = json.dumps({"id": "a", "text": STORY, "date": written}).encode()
        article, problem = sorted(
            read_bytes("a.jsonl", data, ReadOptions(today=dt.date(2026, 11, 25))), key=lambda item: type(item).__name__
        )
        assert isinstance(article, Article) and isinstance(problem, Problem)
        assert article.date is None
        assert word in problem.message and not problem.fatal


def test_a_source_that_writes_the_day_first_once_writes_it_always() -> None:
    rows = [{"id": i, "text": STORY, "source": "S", "date": day} for i, day in enumerate(("03/04/2022", "25/12/2022"))]
    other = {"id": 9, "text": STORY, "source": "T", "date": "03/04/2022"}
    found = read_bytes("a.jsonl", "\n".join(map(json.dumps, [*rows, other])).encode())
    days = {item.id: item.date for item in found if isinstance(item, Article)}
    assert days == {"0": dt.date(2022, 4, 3), "1": dt.date(2022, 12, 25), "9": None}
    assert [item.line for item in found if isinstance(item, Problem)] == [3]


def test_the_address_and_its_country_decide_an_ambiguous_date() -> None:
    url = "https://courier.example/2022/04/03/a"
    assert one({"id": 1, "text": STORY, "date": "03/04/2022", "url": url}).date == dt.date(2022, 4, 3)
    assert one({"id": 1, "text": STORY, "date": "03/04/2022", "url": "https://a.co.uk/x"}).date == dt.date(2022, 4, 3)
    assert one({"id": 1, "text": STORY, "date": "03/04/2022", "url": "https://a.us/x"}).date is None


def test_a_folder_says_how_its_dates_are_written(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('dates = "month-first"\n')
    (tmp_path / "a.txt").write_text(f"Date: 03/04/2022\n\n{STORY}")
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.date == dt.date(2022, 3, 4)


def test_published_and_modified_are_two_dates() -> None:
    page = f"Ferries stop\n\nWed 16 Mar 2022 11.04 GMT\nLast modified on Thu 17 Mar 2022 18.22 GMT\n\n{STORY}"
    (article,) = read_bytes("a.txt", page.encode())
    assert isinstance(article, Article)
    assert (article.date, article.modified) == (dt.date(2022, 3, 16), dt.date(2022, 3, 17))
    assert article.evidence["date_precision"] == "time"
    assert article.text == STORY
    (only,) = read_bytes("a.txt", f"Updated 9:31 PM ET, Tue March 15, 2022\n\n{STORY}".encode())
    assert isinstance(only, Article)
    assert (only.date, only.modified) == (DAY, None)


def test_a_byline_with_the_outlet_behind_it() -> None:
    (article,) = read_bytes("2022-03-15.txt", f"By Pia Lorentz, Coastline News\n\n{STORY}".encode())
    assert isinstance(article, Article)
    assert (article.author, article.source, article.date) == ("Pia Lorentz", "Coastline News", DAY)


def test_a_mapping_names_the_keys_of_files_that_nobody_knows() -> None:
    row = {"Überschrift": "Fähre", "Inhalt": STORY, "Tag": "15.03.2022", "meta": {"wer": "Tess Arden"}}
    (problem,) = read_bytes("a.json", json.dumps(row).encode())
    assert isinstance(problem, Problem)
    assert "--map text=KEY" in problem.message and "Inhalt" in problem.message
    mapping = parse_mapping("text=Inhalt, title=Überschrift,date=Tag,author=meta.wer")
    for options in (ReadOptions(mapping=mapping), ReadOptions(source="S", mappings={"S": mapping})):
        article = one(row, options)
        assert (article.title, article.text, article.date, article.author) == ("Fähre", STORY, DAY, "Tess Arden")


def test_a_text_that_the_interface_cut_is_told() -> None:
    found = read_bytes("a.json", json.dumps({"title": "T", "content": f"{STORY}… [+2034 chars]"}).encode())
    assert any("2034 characters" in str(item) for item in found)
    assert [item.text for item in found if isinstance(item, Article)] == [STORY]


def test_an_article_without_its_text_is_told() -> None:
    (problem,) = read_bytes("a.json", json.dumps([{"title": "Ferry", "url": URL, "seendate": "20220315"}]).encode())
    assert isinstance(problem, Problem)
    assert problem.fatal and "without its text" in problem.message


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
_NAMES = st.sampled_from(
    "text body source url title date author fields byline creators html publisher articles".split()
)


@given(st.dictionaries(_NAMES | st.text(max_size=8), _VALUES, max_size=6))
def test_objects_of_any_shape_are_read_or_reported(row: dict[str, object]) -> None:
    found_in(row)
    for item in read_bytes("a.json", json.dumps(row).encode()):
        assert isinstance(item, (Article, Problem))


GERMAN = (
    "Der Bürgermeister sagte am Dienstag, dass die Mauer am Hafen im Sommer gebaut werde und dass die Stadt dafür "
    "vier Millionen Kronen bezahle. „Wir warten nicht noch einen Winter“, sagte Ilse Brandt-Okoye vor dem Rat."
)


def test_a_language_is_found_where_the_text_is_long_enough_and_none_is_given() -> None:
    article = one({"id": 1, "text": GERMAN})
    assert (article.language, article.evidence["language"]) == ("de", "found in the text")
    assert one({"id": 1, "text": GERMAN, "language": "sv"}).language == "sv"
    assert one({"id": 1, "text": "Kurz."}).language is None
    assert one({"id": 1, "text": STORY * 3}).language == "en"
    assert one({"id": 1, "text": GERMAN * 2 + "\n\n" + STORY * 2}).language == "de"  # some English does not tell


def test_plain_english_needs_no_model_to_be_told() -> None:
    program = (
        "import sys\nfrom index.language.detect import found_language\n"
        f"assert found_language({STORY * 3!r}) == 'en' and 'py3langid' not in sys.modules\n"
        f"assert found_language({GERMAN!r}) == 'de' and 'py3langid' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("bidenwhitehouse.archives.gov", "The White House"),
        ("www.whitehouse.gov", "The White House"),
        ("2017-2021.state.gov", "U.S. Department of State"),
        ("banking.senate.gov", "United States Senate"),
        ("www.ecb.europa.eu", "European Central Bank"),
        ("hansard.parliament.uk", "UK Parliament"),
        ("archives.gov", None),
    ],
)
def test_hosts_of_briefings_are_who_gives_them(host: str, name: str | None) -> None:
    assert name_of_host(host) == name
