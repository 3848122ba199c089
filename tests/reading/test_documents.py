"""The formats of documents: what each gives, and what is told of one."""
# ruff: noqa: E501 - markup has long lines

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest

from index.anchors import anchor_at
from index.model import Article, Problem
from index.reading import ReadOptions, read
from tests.support.documents import STORY, TEXT, docx, epub, found, odt, one, pdf, web_page

DAY = dt.date(2022, 4, 5)


LINKED = json.dumps(
    {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "x"},
        {"@type": "NewsArticle", "headline": "Quay to close", "datePublished": "2022-04-05T08:00:00+02:00",
         "dateModified": "2022-04-06T08:00:00+02:00", "author": [{"@type": "Person", "name": "Nell Ashgrove"}],
         "publisher": {"@type": "Organization", "name": "Hearst Communications"}}]}
)  # fmt: skip
META = (
    '<meta property="og:site_name" content="The Halden Courier"><link rel="canonical" '
    f'href="https://courier.example/quay"><script type="application/ld+json">{LINKED}</script>'
)


class TestWebPages:
    def test_a_page_gives_its_article_and_all_that_it_says_of_itself(self) -> None:
        article = one("saved.html", web_page(head=META))
        assert article.text == TEXT
        assert (article.title, article.source, article.date) == ("Quay to close", "The Halden Courier", DAY)
        assert (article.author, article.url) == ("Nell Ashgrove", "https://courier.example/quay")
        assert (article.modified, article.language) == (dt.date(2022, 4, 6), "en")
        assert article.evidence["date"] == "schema.org datePublished"

    def test_an_outlet_that_the_page_does_not_name_is_told_by_its_address(self) -> None:
        page = web_page(head='<meta name="date" content="2022-04-05"><meta property="og:site_name" content="2022">')
        bare = page.replace(" | The Halden Courier", "")
        assert one("a.html", bare, url="https://www.courier.example/quay").source == "courier.example"
        assert one("a.html", page, url="https://edition.cnn.com/quay").source == "CNN"

    def test_the_address_that_a_browser_noted_when_it_saved_the_page(self) -> None:
        page = "<!-- saved from url=(0029)https://courier.example/2022/04/05/quay -->\n" + web_page()
        article = one("a.htm", page)
        assert (article.url, article.date) == ("https://courier.example/2022/04/05/quay", DAY)

    def test_a_page_is_known_by_its_content(self) -> None:
        assert one("page.txt", web_page(head=META)).text == TEXT
        assert one("page", web_page(head=META)).text == TEXT

    def test_a_page_without_an_article_is_told(self) -> None:
        articles, problems = found("list.html", "<html><body><ul><li><a href='/a'>One</a></li></ul></body></html>")
        assert not articles
        assert problems[0].fatal and "no article" in problems[0].message

    def test_mhtml_gives_the_page_inside_with_its_address(self) -> None:
        saved = (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/quay\r\nSubject: x\r\n"
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
            "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + web_page(head=META) + "\r\n--B--\r\n"
        )
        article = one("saved.mhtml", saved)
        assert (article.text, article.url) == (TEXT, "https://courier.example/quay")

    def test_a_saved_site_is_read_and_its_parts_are_told_once(self, tmp_path: Path) -> None:
        (tmp_path / "quay_files").mkdir()
        (tmp_path / "quay.html").write_text(web_page(head=META))
        for name in ("a.css", "b.js", "c.png", "d.png"):
            (tmp_path / "quay_files" / name).write_bytes(b"x")
        items = list(read([tmp_path]))
        assert [x.text for x in items if isinstance(x, Article)] == [TEXT]
        (note,) = [x for x in items if isinstance(x, Problem)]
        assert not note.fatal
        assert "1 .css, 1 .js, 2 .png" in note.message


class TestFeeds:
    RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Halden Courier - Local</title><link>https://courier.example/</link><language>en</language>
<item><title>Quay to close</title><link>https://courier.example/quay</link><pubDate>Tue, 05 Apr 2022 10:00:00 GMT</pubDate>
<author>Nell Ashgrove</author><content:encoded><![CDATA[{"".join(f"<p>{part}</p>" for part in STORY)}]]></content:encoded></item>
<item><title>Short</title><link>https://courier.example/s</link><description>Only a line of it …</description></item>
<item><title>Nothing</title><link>https://courier.example/n</link></item></channel></rss>"""

    def test_entries_are_articles_and_summaries_are_told(self) -> None:
        articles, problems = found("feed.xml", self.RSS)
        assert [article.title for article in articles] == ["Quay to close", "Short"]
        article = articles[0]
        assert (article.text, article.source, article.date) == (TEXT, "The Halden Courier", DAY)
        assert (article.url, article.author) == ("https://courier.example/quay", "Nell Ashgrove")
        assert any("summary only" in x.message and not x.fatal for x in problems)
        assert any("“Nothing” holds no text" in x.message and x.fatal for x in problems)

    def test_atom(self) -> None:
        atom = (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><title>Quay</title>'
            '<link href="https://wire.example/q"/><published>2022-04-05T10:00:00Z</published>'
            f'<updated>2022-04-06T10:00:00Z</updated><content type="text">{TEXT}</content></entry></feed>'
        )
        article = one("a.atom", atom)
        assert (article.source, article.date, article.modified) == ("Harbour Wire", DAY, dt.date(2022, 4, 6))

    def test_a_sitemap_is_told_for_what_it_is(self) -> None:
        site = '<urlset xmlns="s"><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url></urlset>'
        _, (problem,) = found("sitemap.xml", site)
        assert problem.fatal and "2 addresses" in problem.message

    def test_entities_of_ones_own_are_refused(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'
        _, problems = found("sitemap.xml", '<?xml version="1.0"?>' + bomb)
        assert all(problem.fatal for problem in problems) and problems


def lines_of(words: str, x: float, top: float, width: int) -> list[tuple[float, float, str]]:
    rows: list[str] = [""]
    for word in words.split():
        if len(rows[-1]) + len(word) >= width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [(x, top - 12 * at, row) for at, row in enumerate(rows)]


NAMES = ["Ada", "Bo", "Cy", "Di"]
PLAIN = [part.replace("“", '"').replace("”", '"') for part in STORY]


class TestPdf:
    def test_pages_without_running_heads_and_with_mended_words(self) -> None:
        pages = [
            [
                (50, 810, "The Halden Gazette of Record"),
                *lines_of(f"{part} It was said on day number {number} of the har-", 50, 760, 80),
                (
                    50,
                    724,
                    f"bour works in Port Halden by the mayor, {NAMES[number - 1]} Brandt-Okoye, who signed them.",
                ),
                (290, 30, f"- {number} -"),
            ]
            for number, part in enumerate(PLAIN, 1)
        ]
        article = one("a.pdf", pdf(pages, "/Title (Quay to close) /CreationDate (D:20220405080000Z)"))
        assert "Gazette of Record" not in article.text and "- 2 -" not in article.text
        assert article.text.count("harbour works in Port Halden by the mayor") == 4
        assert (article.title, article.date) == ("Quay to close", DAY)
        assert [name for _, name in article.anchors] == ["page 1", "page 2", "page 3", "page 4"]
        for number, part in enumerate(PLAIN, 1):
            assert anchor_at(article.anchors, article.text.index(part[:30])) == f"page {number}"

    def test_columns_are_read_one_after_the_other(self) -> None:
        left, right = " ".join(PLAIN[:2]), " ".join(PLAIN[2:])
        page = [*lines_of(left, 50, 760, 45), *lines_of(right, 320, 760, 45)]
        text = " ".join(one("2022-04-05.pdf", pdf([page])).text.split())
        assert left in text and right in text

    def test_turns_begin_paragraphs(self) -> None:
        page = [(50, 760, "Q. Why is the quay closed for the whole of the summer"), (50, 748, "and not only for June?"),
                (50, 736, "MS HALVORSEN: Because the wall needs a dry season."), (50, 724, "A. So it is.")]  # fmt: skip
        assert one("2022-04-05.pdf", pdf([page])).text.split("\n\n") == [
            "Q. Why is the quay closed for the whole of the summer and not only for June?",
            "MS HALVORSEN: Because the wall needs a dry season.",
            "A. So it is.",
        ]

    def test_a_pdf_of_pictures_is_told(self) -> None:
        _, (problem,) = found("scan.pdf", pdf([[]]))
        assert problem.fatal and "text recognition" in problem.message


class TestOffice:
    def test_docx(self) -> None:
        article = one("a.docx", docx(STORY, "<dc:title>Quay to close</dc:title><dc:creator>Nell Ashgrove</dc:creator>"
                                            "<dcterms:created>2022-04-05T08:00:00Z</dcterms:created>"))  # fmt: skip
        assert article.text == TEXT
        assert (article.title, article.author, article.date) == ("Quay to close", "Nell Ashgrove", DAY)
        assert article.evidence["date"] == "the document's properties"

    def test_odt(self) -> None:
        article = one(
            "a.odt", odt(["Quay to close", "By Nell Ashgrove", "5 April 2022", *STORY], "<dc:title>Old</dc:title>")
        )
        assert article.text == TEXT
        assert (article.title, article.author, article.date) == ("Quay to close", "Nell Ashgrove", DAY)

    def test_rtf(self) -> None:
        words = "\\par\n".join(part.replace("“", "\\'93").replace("”", "\\'94") for part in STORY)
        article = one(
            "a.rtf", "{\\rtf1\\ansi{\\info{\\title Quay to close}{\\creatim\\yr2022\\mo4\\dy5}}\n" + words + "}"
        )
        assert article.text == TEXT
        assert (article.title, article.date) == ("Quay to close", DAY)

    def test_an_epub_gives_an_article_a_chapter(self) -> None:
        articles, _ = found("issue.epub", epub({"Quay to close": STORY, "Second": STORY[::-1]}))
        assert [(x.title, x.source, x.date) for x in articles] == [
            ("Quay to close", "North Shore Review", DAY), ("Second", "North Shore Review", DAY),
        ]  # fmt: skip
        assert articles[0].text == TEXT

    def test_a_document_is_known_by_its_content(self) -> None:
        assert one("wrong.txt", docx(STORY)).text == TEXT
        assert one("noname", odt(STORY)).text == TEXT


class TestMail:
    def test_a_newsletter(self) -> None:
        rich = "".join(f"<p>{part}</p>" for part in STORY)
        mail = (
            "From: The Morning Tide <newsletter@mail.courier.example>\nTo: a@b.example\nSubject: =?utf-8?q?Quay_to_close?=\n"
            "Date: Tue, 05 Apr 2022 10:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
            f"<html><body><style>p {{}}</style>{rich}</body></html>"
        )
        article = one("a.eml", mail)
        assert article.text == TEXT
        assert (article.title, article.date, article.source) == ("Quay to close", DAY, "courier.example")

    def test_a_mailbox_and_attached_files(self) -> None:
        def message(number: int, more: str = "") -> str:
            return (
                f"From nell@courier.example Tue Apr  5 10:00:00 2022\nFrom: Nell <nell@gmail.com>\nSubject: Number {number}\n"
                f"Date: Tue, 05 Apr 2022 10:00:00 +0000\n{more}\n{TEXT}\n\n>From here on it rained.\n\n"
            )

        articles, _ = found("box.mbox", message(1) + message(2))
        assert [(x.title, x.author, x.source) for x in articles] == [
            ("Number 1", "Nell", None),
            ("Number 2", "Nell", None),
        ]
        assert articles[0].text.endswith("From here on it rained.")
        multi = (
            "From: a@courier.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
            f"Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n--B\nContent-Type: text/plain\n"
            'Content-Disposition: attachment; filename="../../2022-04-06 note.txt"\n\nThe note is here.\n--B--\n'
        )
        articles, _ = found("a.eml", multi)
        assert [x.text for x in articles] == [TEXT, "The note is here."]
        assert articles[1].date == dt.date(2022, 4, 6)


def test_a_part_of_a_page_is_read_as_the_page_is() -> None:
    parts = "".join(f"<p> {part} </p>" for part in STORY)
    article = one("2022-04-05-quay.html", f'<div id="readability-page-1" class="page"><div>{parts}</div></div>')
    assert all(part in article.text for part in STORY)


class TestTables:
    @pytest.mark.parametrize(("sign", "name"), [(",", "a.csv"), ("\t", "a.tsv"), (";", "a.csv")])
    def test_rows_are_articles(self, sign: str, name: str) -> None:
        head = sign.join(["Headline", "Pub Date", "Media Name", "Body"])
        row = sign.join(["Quay to close", "05.04.2022", "The Halden Courier", f'"{TEXT}"'])
        article = one(name, f"{head}\r\n{row}\r\n")
        assert (article.title, article.date, article.source, article.text) == (
            "Quay to close", DAY, "The Halden Courier", TEXT,
        )  # fmt: skip

    def test_paragraphs_that_a_program_parted_by_two_blanks_are_apart(self) -> None:
        talk = (
            "It is good to be here. We will work together. The ports will open in May.  Prime Minister Lind. Well, "
            "thank you very much, Mr. President. We agree on tolls. We agree on boats.  Q. Will you pay?  The "
            "President. We will. It is not dear. It is only fair.  Q. When?"
        )
        article = one("a.csv", f'title,date,text\nThe President\'s news conference,2022-04-05,"{talk}"\n')
        assert [part.partition(". ")[0] for part in article.text.split("\n\n")] == [
            "It is good to be here", "Prime Minister Lind", "Q", "The President", "Q",
        ]  # fmt: skip
        assert len(article.text) == len(talk)  # offsets that were made elsewhere hold
        typed = "It is good.  We will work.  The ports open.  They close."
        assert one("a.csv", f'title,date,text\nTalk,2022-04-05,"{typed}"\n').text == typed

    def test_rows_are_told_by_line_and_mapped(self) -> None:
        data = f"Titel,Inhalt\nA,{STORY[0]}\n\nB\nC,short,y\n"
        _, problems = found("a.csv", data)
        assert "--map text=KEY" in problems[0].message and problems[0].line == 2
        articles, problems = found("a.csv", data, options=ReadOptions(mapping={"text": "Inhalt", "title": "Titel"}))
        assert [x.text for x in articles] == [STORY[0], "short"]
        assert any("3 cells" in x.message and x.line == 5 for x in problems)

    def test_other_encodings(self) -> None:
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            data = f"id,text,date\n1,“Café” {STORY[0]},2022-04-05\n".encode(encoding)
            assert one("a.csv", data).text.startswith("“Café”")

    def test_parquet(self) -> None:
        pyarrow = pytest.importorskip("pyarrow", reason="needs the extra parquet")
        parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
        out = io.BytesIO()
        parquet.write_table(pyarrow.table({"id": ["a"], "text": [TEXT], "date": [DAY]}), out)
        article = one("a.parquet", out.getvalue())
        assert (article.text, article.date) == (TEXT, DAY)
