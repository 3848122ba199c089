from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Article, Problem
from index.reading import ReadOptions, formats, read_bytes

PAGE = """ date 2022-03-15 Share this: Facebook

Twitter

LinkedIn

Reddit



Ferries will stand still in Port Halden.

“Nobody strikes for pleasure,” Bettina Oduya said.

(Photo: Harbour office)

For the rest of The Halden Courier’s continuing coverage of the ferries, please click here.

Please support independent journalism by clicking on the blue button below. For as little as two crowns a month, you can support The Halden Courier via patreon.com:

Become a Patron!
"""  # noqa: E501 - such lines are long
STORY = "Ferries will stand still in Port Halden.\n\n“Nobody strikes for pleasure,” Bettina Oduya said."


def articles(items: Iterable[Article | Problem]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def problems(items: Iterable[Article | Problem]) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def one(name: str, data: str | bytes, options: ReadOptions | None = None) -> Article:
    found = articles(read_bytes(name, data.encode() if isinstance(data, str) else data, options))
    assert len(found) == 1
    return found[0]


class TestScraped:
    def test_the_first_users_form(self) -> None:
        article = one("page.txt", PAGE)
        assert article.text == STORY
        assert article.date == dt.date(2022, 3, 15)
        assert article.source == "The Halden Courier"
        assert article.title is None
        assert article.raw == PAGE

    @pytest.mark.parametrize(
        ("head", "date", "author"),
        [
            ("Published 15 March 2022\nShare this:\nFacebook\nTwitter\n\n", dt.date(2022, 3, 15), None),
            (
                "Posted on March 15, 2022 by Nell Ashgrove\n\nShare this:\n\nFacebook\n\n",
                dt.date(2022, 3, 15),
                "Nell Ashgrove",
            ),
            ("By Nell Ashgrove\n2022-03-15 | Share this: Facebook\nTwitter\n\n", dt.date(2022, 3, 15), "Nell Ashgrove"),
            ("date 15.03.2022 Share this: X\n\nWhatsApp\n\n", dt.date(2022, 3, 15), None),
            ("Share this: Facebook\n\nTwitter\n\nReddit\n\n", None, None),
            ("Date: 2022-03-15\n\n", dt.date(2022, 3, 15), None),
        ],
    )
    def test_other_heads(self, head: str, date: dt.date | None, author: str | None) -> None:
        article = one("page.txt", head + STORY)
        assert (article.text, article.date, article.author) == (STORY, date, author)

    def test_other_tails(self) -> None:
        tail = (
            "\n\nPhoto by Lene Fisk\n\nShare this:\n\nClick to share on Twitter (Opens in new window)"
            "\n\nLike this:\n\nLoading...\n\nFor more of The North Shore Review’s coverage, please click here."
            "\n\nTags: ferries, harbour\n\nLeave a comment"
        )
        article = one("page.txt", "2022-03-15\nFacebook\nTwitter\nPrint\n\n" + STORY + tail)
        assert (article.text, article.source) == (STORY, "The North Shore Review")

    def test_a_title_above_the_head(self) -> None:
        article = one("page.txt", f"Ferries stand still\n{PAGE}")
        assert (article.title, article.text, article.date) == ("Ferries stand still", STORY, dt.date(2022, 3, 15))

    def test_windows_line_ends_and_stray_control_characters(self) -> None:
        assert one("page.txt", PAGE.replace("\n", "\r\n").replace("Ferries", "Fer\x00ries\x07")).text == STORY

    def test_prose_names_no_source(self) -> None:
        prose = "People support The Halden Courier via patreon.com, said the editor."
        text = f" date 2022-03-15 Share this: Facebook\n\nTwitter\n\n{prose}"
        assert (one("page.txt", text).source, one("page.txt", text).text) == (None, prose)


class TestText:
    def test_title_date_and_byline_of_plain_text(self) -> None:
        article = one("a.txt", f"Ferries stand still\n\nBy Nell Ashgrove\n15 March 2022\n\n{STORY}\n")
        assert (article.title, article.author, article.date) == (
            "Ferries stand still",
            "Nell Ashgrove",
            dt.date(2022, 3, 15),
        )
        assert article.text == STORY

    @pytest.mark.parametrize(
        "first",
        [
            "It rained.",
            "“We will not go”",
            "MS HALVORSEN: Good morning",
            "Q: Who pays?",
            "A very long line " * 12,
            "First:",
        ],
    )
    def test_a_first_line_that_is_no_title_stays(self, first: str) -> None:
        article = one("a.txt", f"{first}\n\n{STORY}")
        assert article.title is None
        assert article.text == f"{first.strip()}\n\n{STORY}"

    def test_key_value_lines_without_fences(self) -> None:
        article = one("a.txt", f"Title: Ferries\nDate: 2022-03-15\nOutlet: The Courier\n\n{STORY}")
        assert (article.title, article.date, article.source, article.text) == (
            "Ferries", dt.date(2022, 3, 15), "The Courier", STORY,
        )  # fmt: skip

    def test_a_transcript_is_no_block_of_keys(self) -> None:
        text = "Source: I will not say.\nMinister: Nor will I.\n\nThey left."
        assert one("a.txt", text).text == text

    @pytest.mark.parametrize("suffix", ["md", "markdown", "txt"])
    def test_front_matter_in_yaml(self, suffix: str) -> None:
        matter = (
            "---\nTITLE: Ferries\nPublished: 2022-03-15\nAuthors: [Nell Ashgrove, Ravi Osterman]\noutlet: The Courier\n"
            "Link: https://courier.example/ferries\nlang: en\nID: 17\nunknown: {a: 1}\n---\n"
        )
        article = one(f"a.{suffix}", f"{matter}\n{STORY}")
        assert article == Article(
            id="17", text=STORY, title="Ferries", source="The Courier", date=dt.date(2022, 3, 15), language="en",
            author="Nell Ashgrove, Ravi Osterman", url="https://courier.example/ferries", raw=f"{matter}\n{STORY}",
        )  # fmt: skip

    def test_front_matter_in_toml(self) -> None:
        article = one("a.md", f'+++\ntitle = "Ferries"\ndate = 2022-03-15T10:00:00Z\n+++\n{STORY}')
        assert (article.title, article.date, article.text) == ("Ferries", dt.date(2022, 3, 15), STORY)

    @pytest.mark.parametrize(
        "matter",
        ["---\ntitle: [a\n---\n", "+++\ntitle = \n+++\n", "---\ntitle: !!python/object:os.system x\ndate: {\n---\n"],
    )
    def test_broken_front_matter_is_told_and_the_text_read(self, matter: str) -> None:
        found = read_bytes("a.md", (matter + STORY).encode())
        assert articles(found)[0].text == STORY
        assert any(
            "front matter" in problem.message and problem.line == 1 and not problem.fatal for problem in problems(found)
        )

    def test_horizontal_rules_are_no_front_matter(self) -> None:
        assert one("a.txt", f"---\nA note of the editor\n---\n\n{STORY}").text.startswith("---\nA note")

    def test_markdown_becomes_the_text_that_a_reader_sees(self) -> None:
        source = (
            "# Ferries *stand* still\n\nThe [harbour](https://h.example) is **closed**,\nsaid _Pedro Quill_.\n\n"
            "> “No boats.”\n\n"
            "## Costs\n\n- four crowns\n- five &amp; a half\n\n<!-- hidden -->\n"
            "<b>Bold</b> words<br>here.\n\n1. first\n2. second\n"
        )
        article = one("a.md", source)
        assert article.title == "Ferries stand still"
        assert article.text == (
            "The harbour is closed, said Pedro Quill.\n\n“No boats.”\n\nCosts\n\n- four crowns\n\n- five & a half\n\n"
            "Bold words\nhere.\n\n1. first\n\n2. second"
        )

    def test_a_heading_that_differs_from_the_title_stays_in_the_text(self) -> None:
        article = one("a.md", f"---\ntitle: One\n---\n# Two\n\n{STORY}")
        assert (article.title, article.text) == ("One", f"Two\n\n{STORY}")


class TestJson:
    def lines(self, *rows: object) -> bytes:
        return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()

    def test_the_contract(self) -> None:
        row = {"id": "a1", "title": "T", "source": "S", "date": "2022-03-15", "author": "A", "url": "https://a.example/1",
               "text": STORY, "quotes": [1, 2]}  # fmt: skip
        article = one("a.jsonl", self.lines(row))
        assert article == Article(
            id="a1",
            title="T",
            source="S",
            date=dt.date(2022, 3, 15),
            author="A",
            url="https://a.example/1",
            text=STORY,
            raw=STORY,
        )

    def test_only_a_text_is_needed(self) -> None:
        article = one("a.jsonl", self.lines({"text": STORY}), ReadOptions(default_source="Archive"))
        assert article.text == STORY
        assert article.id.startswith("archive-")

    @given(st.text(min_size=1).filter(lambda text: text.strip()), st.booleans())
    def test_a_text_comes_back_to_the_character(self, text: str, ascii_only: bool) -> None:
        data = json.dumps({"id": 1, "text": f"A. {text} .B"}, ensure_ascii=ascii_only).encode()
        assert one("a.jsonl", data).text == f"A. {text} .B"

    def test_white_space_and_line_ends_of_a_text_are_kept(self) -> None:
        text = "\n  One.\r\n\r\nTwo.\t\n\n\n Three\u2028four \x00five. \n"
        assert one("a.jsonl", self.lines({"text": text})).text == text
        assert one("a.json", self.lines({"text": text})).text == text

    def test_boilerplate_at_the_end_goes_and_names_the_source(self) -> None:
        tail = "\n\nFor the rest of The Halden Courier’s continuing coverage, please click here.\n\nBecome a Patron!"
        article = one("a.jsonl", self.lines({"text": STORY + tail}))
        assert (article.text, article.source, article.raw) == (STORY, "The Halden Courier", STORY + tail)

    def test_malformed_lines_are_named_and_the_rest_is_read(self) -> None:
        data = self.lines(
            {"id": 1, "text": "One."}, "{broken", "", "[1]", {"id": 2}, {"id": 3, "text": 5}, "[" * 100_000,
            '{"id": ' + "9" * 5000 + "}",
            {"id": 4, "text": "  "}, {"id": "5", "text": "Five.", "date": "2022-01-01"},
        )  # fmt: skip
        found = read_bytes("a.jsonl", data)
        assert [article.id for article in articles(found)] == ["1", "5"]
        assert [problem.line for problem in problems(found) if problem.fatal] == [2, 4, 5, 6, 7, 8, 9]
        assert str(problems(found)[1]).startswith("a.jsonl:2: ")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_byte_order_marks_blank_lines_and_windows_line_ends(self, encoding: str) -> None:
        data = '{"id": 1, "text": "Café."}\r\n\r\n{"id": 2, "text": "Zwei – drei."}\r\n'.encode(encoding)
        assert [article.text for article in articles(read_bytes("a.ndjson", data))] == ["Café.", "Zwei – drei."]

    def test_a_line_in_another_encoding_is_read_with_a_word(self) -> None:
        data = b'{"id": 1, "text": "One."}\n{"id": 2, "text": "Caf\xe9 \x93x\x94"}\n'
        found = read_bytes("a.jsonl", data)
        assert articles(found)[1].text == "Café “x”"
        assert any(
            "cp1252" in problem.message and problem.line == 2 and not problem.fatal for problem in problems(found)
        )

    def test_of_two_articles_with_one_id_the_last_is_read(self) -> None:
        found = read_bytes(
            "a.jsonl", self.lines({"id": 7, "text": "Old."}, {"id": "8", "text": "Eight."}, {"id": "7", "text": "New."})
        )
        assert [(article.id, article.text) for article in articles(found)] == [("8", "Eight."), ("7", "New.")]
        assert [(problem.line, problem.fatal) for problem in problems(found) if "'7'" in problem.message] == [
            (1, False)
        ]

    def test_an_array_tells_lines_too(self) -> None:
        data = b'[\n  {"id": 1, "text": "One."},\n  {"id": 2}, {"id": 3,\n "text": "Three."}\n , 4 ]'
        found = read_bytes("a.json", data)
        assert [article.id for article in articles(found)] == ["1", "3"]
        assert [problem.line for problem in problems(found) if problem.fatal] == [3, 5]

    def test_json_lines_under_the_name_json(self) -> None:
        assert len(articles(read_bytes("a.json", self.lines({"text": "One."}, {"text": "Two."})))) == 2

    def test_a_broken_json_file_is_named_with_its_line(self) -> None:
        (problem,) = read_bytes("a.json", b'[\n{"text": "One."},\n{"text" "Two."}]')
        assert isinstance(problem, Problem)
        assert problem.line == 3

    def test_half_characters_are_replaced_so_that_the_text_can_be_stored(self) -> None:
        found = read_bytes(
            "a.jsonl",
            b'{"id": "x\\ud800", "title": "\\udc00", "text": "a\\ud800b", "url": "https://a.example/\\ud800"}',
        )
        article = articles(found)[0]
        assert article.text == "a\ufffdb"
        assert repr(article).encode("utf-8")
        assert any("half characters" in problem.message for problem in problems(found))

    @pytest.mark.parametrize(
        "url", ["javascript:alert(1)", "/only/a/path", "http://", "https://a b.example", 5, "http://[broken"]
    )
    def test_an_address_that_nobody_should_click_is_left_out(self, url: object) -> None:
        assert one("a.jsonl", self.lines({"text": STORY, "url": url})).url is None

    def test_fields_of_a_wrong_type_are_left_out_with_a_word(self) -> None:
        found = read_bytes(
            "a.jsonl",
            self.lines({"id": True, "title": {"a": 1}, "author": ["A", "B"], "date": 1647302400, "text": STORY}),
        )
        article = articles(found)[0]
        assert (article.title, article.author, article.date) == (None, "A, B", dt.date(2022, 3, 15))
        assert article.id != "True"
        assert {problem.line for problem in problems(found)} == {1}


class TestAnything:
    @settings(deadline=None)  # a reader is imported when it first reads
    @given(st.binary(max_size=2000), st.sampled_from([".txt", ".md", ".jsonl", ".json", ".ndjson", ".pdf", ""]))
    def test_arbitrary_bytes_are_read_or_reported(self, data: bytes, suffix: str) -> None:
        found = read_bytes(f"x{suffix}", data)
        assert found
        for article in articles(found):
            assert article.text.strip()
            assert article.id
            article.text.encode("utf-8")

    @given(
        st.text(),
        st.sampled_from([".txt", ".md"]),
        st.sampled_from(["", "---\n", "+++\n", " date 2022-03-15 Share this: Facebook\n\n"]),
    )
    def test_arbitrary_texts_are_read_or_reported(self, text: str, suffix: str, head: str) -> None:
        data = (head + text).encode("utf-8", "replace")
        found = read_bytes(f"x{suffix}", data)
        assert found
        assert found == read_bytes(f"x{suffix}", data)

    @given(
        st.dictionaries(
            st.sampled_from(["id", "title", "source", "date", "author", "url", "language", "text"]),
            st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists),
        )
    )
    def test_arbitrary_objects_are_read_or_reported(self, row: dict[str, object]) -> None:
        for name in ("a.jsonl", "a.json"):
            assert read_bytes(name, json.dumps(row).encode())

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"Become a Patron!\n\n(Photo: Nato)"])
    @pytest.mark.parametrize("suffix", ["txt", "md", "jsonl", "json"])
    def test_empty_files_are_told(self, data: bytes, suffix: str) -> None:
        found = read_bytes(f"x.{suffix}", data)
        assert not articles(found)
        assert problems(found)[0].fatal

    @pytest.mark.parametrize("suffix", ["txt", "md", "jsonl", "json"])
    def test_binary_files_are_told(self, suffix: str) -> None:
        (problem,) = read_bytes(f"x.{suffix}", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 30)
        assert isinstance(problem, Problem)
        assert "not a text file" in problem.message

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            ("utf-8-sig", STORY),
            ("utf-16", STORY),
            ("cp1252", STORY + " The café – naïve."),
            ("cp1251", "Министърът каза, че правителството ще подкрепи плана."),
        ],
    )
    def test_encodings(self, encoding: str, text: str) -> None:
        found = read_bytes("2022-03-15.txt", text.encode(encoding))
        assert articles(found)[0].text == text
        guessed = [problem for problem in problems(found) if encoding in problem.message and not problem.fatal]
        assert len(guessed) == (1 if encoding.startswith("cp") else 0)

    def test_formats_are_listed_with_their_suffixes(self) -> None:
        assert "JSON Lines (.jsonl, .ndjson)" in formats()

    def test_ambiguous_and_impossible_dates_are_named_with_their_line(self) -> None:
        for written in ("03/04/2022", "2022-02-30"):
            found = read_bytes("2022-01-01.md", f"---\ntitle: A\ndate: {written}\n---\n{STORY}".encode())
            assert articles(found)[0].date is None
            (problem,) = problems(found)
            assert written in problem.message
            assert (problem.line, problem.fatal) == (3, False)


@pytest.mark.parametrize("name", ["talk.md", "talk.txt"])
@pytest.mark.parametrize("struck", ["<s>locked</s>", "<del>locked</del>", "~~locked~~"])
def test_of_a_corrected_word_the_correction_alone_is_read(name: str, struck: str) -> None:
    text = f"The quay was {struck} [blocked] for a week.\n\nIt is {struck} open again, about ~~~ 5 ~~~ metres of it."
    (found,) = [one for one in read_bytes(name, text.encode()) if isinstance(one, Article)]
    assert "The quay was [blocked] for a week." in found.text
    assert "It is open again, about" in found.text
    assert found.raw == text
