"""The pages as a browser gets them: what they show, where they lead, and what they say when there is nothing."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest

from index.links import with_speaker
from tests.web.conftest import HOST, Client, Served

WALL = "/?q=what+did+Ilse+Brandt-Okoye+say+about+the+harbour+wall%3F"
PAGES = [
    "/", WALL, "/?q=what+did+Jorun+Velde+say+about+submarines", "/speakers", "/speakers?search=minister", "/sources",
    "/speaker/Casper%20Thorne-Abara", "/source/The%20Halden%20Courier", "/status", "/compare",
    "/compare?a=Velde&b=Thorne-Abara&topic=cutters", "/article/nt-2022-10-12-press-conference",
    "/article/the-halden-courier-2022-04-19-9a52139fbae2bde2?removed=on",
]  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"


class Links(HTMLParser):
    """Every address that a page names, and its labels and ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.labelled: list[str] = []
        self.fields: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert "style" not in given and not any(name.startswith("on") for name in given)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag in ("link", "script", "img"):
            self.loaded.append(given.get("href") or given.get("src") or "")
        if tag == "label":
            self.labelled.append(given["for"])
        if tag == "input" and given.get("type") != "hidden":
            self.fields.append(given["id"])


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def first_link(page: str, start: str) -> str:
    return next(link for link in Links(page).links if link.startswith(start))


@pytest.fixture(scope="module")
def reached() -> set[str]:
    """Links that were followed already."""
    return set()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_all_that_it_leads_to_is_there(client: Client, reached: set[str], path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200 and response.headers["content-type"].startswith("text/html")
    found = Links(response.text)
    assert len(found.ids) == len(set(found.ids))
    assert sorted(found.labelled) == sorted(found.fields)
    assert all(address.startswith("/") for address in found.loaded), "nothing of another host is loaded"
    for link in {*found.links, *found.loaded}:
        if link.startswith("#"):
            assert link[1:] in found.ids
        elif link.startswith(("/", "?")):
            address = (link if link.startswith("/") else path.partition("?")[0] + link).partition("#")[0]
            if address not in reached:
                there = client.get(address)
                assert there.status_code == 200 and "to another name" not in there.text, link
            reached.add(address)
        else:
            assert link.startswith("https://") and ".example" in link


def test_an_answer_shows_what_was_understood_and_the_words_themselves(client: Client, served: Served) -> None:
    page = client.get(WALL).text
    answer = served.wait(served.archive.ask("what did Ilse Brandt-Okoye say about the harbour wall?"))
    quote_ = answer.hits[0].quote
    assert answer.answered and quote_
    marked = html.unescape(re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)[0])
    assert marked == quote_
    assert re.search(r"speaker: </span><bdi>Ilse Brandt-Okoye</bdi>", page) and "take the words as they are" in page
    assert with_speaker(f"/s/{answer.hits[0].statement_id}", answer.hits[0].speaker) in Links(page).links


def test_the_honest_no_comes_first_and_what_is_near_is_marked_as_such(client: Client) -> None:
    page = text_of(client.get("/?q=what+did+Jorun+Velde+say+about+submarines").text)
    no, near = page.index("No statement by Jorun Velde on submarines"), page.index("which may not answer")
    assert no < near
    assert "Nobody called" in text_of(client.get("/?q=what+did+Zebulon+Quist+say+about+fish").text)


def test_filters_of_the_form_hold(client: Client) -> None:
    page = client.get("/?q=winter&source=Norvania+Today&since=2022-12-01&until=2022-12-31").text
    outlets = set(re.findall(r'<p class="where"><a href="/source/([^"]+)"', page))
    assert outlets == {"Norvania%20Today"}
    assert client.get("/?q=winter&since=2023-01-01&until=2022-01-01").status_code == 409
    assert "is no date" in text_of(client.get("/?q=winter&since=soon").text)


def test_a_statement_stands_in_its_article_and_can_be_cited(client: Client, served: Served) -> None:
    link = first_link(client.get(WALL).text, "/s/").partition("?for=")[0]
    page = client.get(link).text
    here = "".join(re.findall(r'<a class="said v\d here"[^>]*>(.*?)</a>', page, re.DOTALL))
    words = html.unescape(re.search(r'<blockquote class="words"><bdi>(.*?)</bdi>', page, re.DOTALL)[1])  # type: ignore[index]
    assert html.unescape(here) == words and page.count('id="here"') == 1
    view = served.wait(served.archive.statement(link.removeprefix("/s/")))
    assert words == view.view.article.text[view.statement.start : view.statement.end]
    plain = text_of(page)
    for sign in ("(2022, April 19)", "The Halden Courier, April 19, 2022", "@article{onrecord-", HOST + link):
        assert sign in plain, sign
    (item,) = json.loads(client.get(link + "/cite.json").text)
    assert item["issued"] == {"date-parts": [[2022, 4, 19]]} and words in item["note"]
    entry = client.get(link + "/cite.bib")
    assert entry.headers["content-disposition"].startswith("attachment") and entry.text.count("{") == entry.text.count(
        "}"
    )
    assert client.get(link + "/cite.doc").status_code == 404


def test_an_article_is_verbatim_and_every_statement_in_it_is_linked(client: Client, served: Served) -> None:
    article_id = "the-halden-courier-2022-04-19-9a52139fbae2bde2"
    view = served.wait(served.archive.article(article_id))
    page = client.get(f"/article/{article_id}").text
    body = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)[1]  # type: ignore[index]
    body = re.sub(r'<span class="num" aria-hidden="true">\d+</span>', "", body)
    assert "".join(text_of(body).split()) == "".join(view.article.text.split())
    assert len(set(re.findall(r'href="/s/([a-z2-7]{21})[?"]', body))) == len(view.statements)
    removed = text_of(client.get(f"/article/{article_id}?removed=on").text.partition('id="removed"')[2])
    assert "Share this" in removed and "bathtub" not in removed


def test_the_table_holds_every_statement_and_runs_nothing(client: Client, served: Served) -> None:
    response = client.get("/speaker/Casper%20Thorne-Abara?format=csv")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    own = served.wait(served.archive.statements(speaker="Casper Thorne-Abara", limit=1000))
    assert len(rows) == own.total > 3
    assert {row["address"] for row in rows} == {
        HOST + with_speaker(f"/s/{entry.id}", entry.statement.speaker) for entry in own.entries
    }
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell and not cell.isdigit())


def test_a_month_of_the_chart_leads_to_its_statements(client: Client, served: Served) -> None:
    page = client.get("/speaker/Tomas%20Lindqvar").text
    profile = served.wait(served.archive.profile("Tomas Lindqvar"))
    assert page.count("<rect ") == len(profile.months)
    link = html.unescape(first_link(page, "/speaker/Tomas%20Lindqvar?since=2022-05-01"))
    month = dict(profile.months)["2022-05"]
    assert link.endswith("since=2022-05-01&until=2022-05-31#statements")
    assert client.get(link).text.count('<li class="card">') == month


@pytest.mark.parametrize("path", ["/feed/speaker/Kehl", "/feed/source/Norvania%20Today", "/feed/ask" + WALL[1:]])
def test_a_feed_is_atom_whose_links_lead_home(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{ATOM}feed" and root.findtext(f"{ATOM}id") and root.findtext(f"{ATOM}updated")
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        link = entry.find(f"{ATOM}link").attrib["href"]  # type: ignore[union-attr]
        assert link.startswith(HOST) and client.get(link.removeprefix(HOST)).status_code == 200
        assert entry.findtext(f"{ATOM}author/{ATOM}name") and entry.findtext(f"{ATOM}content")


def test_a_feed_of_a_question_without_an_answer_is_empty(client: Client) -> None:
    root = ElementTree.fromstring(client.get("/feed/ask?q=what+did+Jorun+Velde+say+about+submarines").content)
    assert root.findall(f"{ATOM}entry") == []


@pytest.mark.parametrize(
    "path", ["/s/aaaaaaaaaaaaaaaaaaaaa", "/s/1", "/article/none", "/speaker/Nobody%20Atall", "/source/None", "/x"]
)
def test_what_is_not_there_is_said_in_one_sentence(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404 and "onrecord`" not in response.text
    assert re.search(r'<p class="no" role="status">[A-Z][^<]+\.</p>', response.text)


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    tag = client.get("/speakers").headers["etag"]
    again = client.get("/speakers", headers={"If-None-Match": tag})
    assert again.status_code == 304 and not again.content
    assert client.get("/speakers", headers={"If-None-Match": 'W/"0"'}).status_code == 200
    assert "etag" not in client.get("/status").headers


def test_names_with_anything_in_them_are_found_again(client: Client, served: Served) -> None:
    for speaker in served.wait(served.archive.speakers(limit=100)):
        response = client.get(f"/speaker/{quote(speaker.name, safe='')}")
        assert response.status_code == 200, unquote(str(response.url))
