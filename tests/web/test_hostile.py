"""Articles that want to be more than text, and a person who comes back to a topic."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from index.links import statement_id
from tests.web.conftest import Served, serving

BAD = "</title></bdi></blockquote><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}]]>&lt;b&gt;"
SPEECH = f"We will pay for the \u202edredger\u202c {BAD} before the winter comes to this harbour"
LINES = [
    {
        "id": '../..//"onload="x',
        "title": BAD,
        "source": '"><svg onload=alert(3)>',
        "author": "\u202e<b>evil</b>",
        "date": "2024-01-02",
        "url": "javascript:alert(4)",
        "text": f"The board met.\n\n“{SPEECH},” said Ada Lund, the <i>harbour master</i>.\n\n=cmd|' /C calc'!A0",
    },
    *(
        {"id": name, "source": "Quay Post", "date": day, "url": "https://quay.example/?a=1&b='2'", "text": text}
        for name, day, text in (
            ("first", "2024-03-10", "“The dredger costs the harbour three million crowns,” Ada Lund told the board."),
            (
                "second",
                "2024-05-10",
                "“Every crown for the harbour dredger comes from the port,” Ada Lund told us.",
            ),
            ("third", "2024-07-10", "“Nobody but this harbour will own that dredger,” Ada Lund told the crews."),
        )
    ),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    with serving(folder / "archive", path) as found:
        yield found


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str | None] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert tag not in ("img", "i", "b", "iframe", "object", "style") and "style" not in given
        assert not any(name.startswith("on") for name in given), (tag, given)
        for name in ("href", "src", "action"):
            assert re.match(r"[/?#]|https://quay\.example/", given.get(name) or "/"), (tag, given)
        if tag == "script":
            self.scripts.append(given.get("src"))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_of_articles_stays_text_on_every_page(hostile: Served) -> None:
    client = hostile.client()
    entry = next(e for e in hostile.wait(hostile.archive.statements()).entries if e.article.title == BAD)
    paths = [
        "/", "/?q=who+pays+for+the+dredger", "/speakers", "/sources", "/speaker/Ada%20Lund", f"/s/{entry.id}",
        "/compare?a=Lund&b=%3Cscript%3E&topic=%22%3E%3Cscript%3Ealert(5)%3C/script%3E",
        "/?q=%3Cscript%3Ealert(6)%3C/script%3E&speaker=%22%20onfocus=alert(7)%20x=%22",
        f"/article/{quote(entry.article.id, safe='')}?removed=on", f"/source/{quote(entry.article.source, safe='')}",
        "/speaker/%3Cscript%3E", "/s/%22%3E%3Cscript%3E", "/%3Cscript%3Ealert(8)%3C/script%3E",
    ]  # fmt: skip
    shown = 0
    for path in paths:
        response = client.get(path)
        assert response.status_code in (200, 404), path
        found = Tags(response.text)
        assert found.scripts == ["/static/app.js"], path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", response.text), path
        shown += BAD.replace("&lt;", "<").replace("&gt;", ">") in html.unescape(found.text)
    assert shown >= 5
    assert "49" not in client.get(f"/s/{entry.id}").text.partition("<h2>Cite")[0]


def test_feeds_and_tables_and_citations_of_such_articles_are_whole(hostile: Served) -> None:
    client = hostile.client()
    entry = next(e for e in hostile.wait(hostile.archive.statements()).entries if e.article.title == BAD)
    for path in (
        "/feed/speaker/Lund",
        "/feed/ask?q=who+pays+for+the+dredger",
        f"/feed/source/{quote(entry.article.source)}",
    ):
        root = ElementTree.fromstring(client.get(path).content)
        contents = [e.findtext("{http://www.w3.org/2005/Atom}content") or "" for e in root if e.tag.endswith("entry")]
        assert any(BAD[:40] in content for content in contents), path
    table = client.get("/speaker/Lund?format=csv").text
    assert BAD[:20] in table
    assert json.loads(client.get(f"/s/{entry.id}/cite.json").text)[0]["URL"].startswith("http://127.0.0.1:8765/s/")
    assert r"\{\{ 7*7 \}\}" in client.get(f"/s/{entry.id}/cite.bib").text


def test_a_link_to_a_statement_of_any_id_leads_there(hostile: Served) -> None:
    view = hostile.wait(hostile.archive.article(LINES[0]["id"]))
    for said in view.statements:
        link = statement_id(view.article.id, view.article.text, said)
        assert hostile.client().get(f"/s/{link}").status_code == 200


def test_earlier_and_later_words_of_the_same_person_are_on_their_side(hostile: Served) -> None:
    client = hostile.client()
    middle = next(e for e in hostile.wait(hostile.archive.statements()).entries if e.article.id == "second")
    earlier, later = client.get(f"/s/{middle.id}").text.partition('id="earlier"')[2].split('id="later"')
    assert "three million" in earlier and "Nobody but" not in earlier
    assert "Nobody but" in later.partition("<h2>Cite")[0] and "three million" not in later
