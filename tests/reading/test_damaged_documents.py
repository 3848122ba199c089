"""Documents that cannot be read: each is told with what to do, and hostile bytes end as a problem."""
# ruff: noqa: E501 - samples have long lines

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.model import Problem
from index.reading import read
from index.reading.base import Document
from index.reading.isolation import Reader, guarded
from index.reading.registry import FORMATS
from tests.reading import test_captions, test_documents
from tests.reading.test_documents import META
from tests.support.documents import STORY, docx, epub, found, odt, packed, pdf, tarred, web_page


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("name", "word"),
        [("a.jpg", "picture"), ("a.mp3", "captions"), ("a.xlsx", "CSV"), ("a.doc", ".docx"), ("a.rar", "unpack"),
         ("a.msg", ".eml"), ("a.xyz", "onrecord formats")],
    )  # fmt: skip
    def test_each_file_of_a_folder_is_named_with_what_to_do(self, tmp_path: Path, name: str, word: str) -> None:
        (tmp_path / name).write_bytes(b"\x00\x01\x02")
        (problem,) = read([tmp_path])
        assert isinstance(problem, Problem)
        assert problem.fatal and word in problem.message and problem.path.endswith(name)

    def test_damaged_documents_are_told(self) -> None:
        for name, data in (
            ("a.pdf", b"%PDF-1.4\n" + b"junk " * 50), ("a.docx", docx(STORY)[:200]), ("a.gz", gzip.compress(b"x")[:8]),
            ("a.epub", packed({"mimetype": "application/epub+zip"}, first_stored=True)), ("a.zip", b"PK\x03\x04junk"),
        ):  # fmt: skip
            articles, problems = found(name, data)
            assert not articles and problems and problems[0].fatal, name

    def test_a_missing_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("index.reading.base.find_spec", lambda name: None)
        _, (problem,) = found("a.pdf", pdf([[]]))
        assert 'pip install "onrecord[pdf]"' in problem.message

    def test_a_reader_that_hangs_is_ended(self) -> None:
        with Reader(seconds=0.0) as reader:
            form = next(form for form in FORMATS if form.name.startswith("PDF"))
            (problem,) = reader.read(form, Document("a.pdf", io.BytesIO(pdf([[]]))))
            assert isinstance(problem, Problem)
            assert "seconds" in problem.message


SAMPLES = {
    "PDF with a text layer": pdf([[(50, 700, "The quay will close.")]], "/Title (A)"),
    "Word document": docx(STORY[:1]),
    "OpenDocument text": odt(STORY[:1]),
    "EPUB": epub({"A": STORY[:1]}),
    "zip archive": packed({"a.txt": STORY[0]}),
    "gzip": gzip.compress(STORY[0].encode()),
    "tar archive": tarred({"a.txt": STORY[0].encode()}),
    "RTF": b"{\\rtf1\\ansi\\b The quay\\par}",
    "RSS and Atom feed": test_documents.TestFeeds.RSS.encode(),
    "sitemap": b"<urlset><url><loc>https://a.example/</loc></url></urlset>",
    "web page": web_page(head=META).encode(),
    "WebVTT captions": test_captions.TestCaptions.VTT.encode(),
    "SubRip captions": b"1\n00:00:01,000 --> 00:00:02,000\nThe quay\n",
    "transcript with times": "".join(f"0:{n:02d} The quay is closed today.\n" for n in range(10, 30)).encode(),
    "mail": b"From: a@b.example\nSubject: S\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nThe quay\n--B--\n",
    "mailbox": b"From a@b 2022\nFrom: a@b.example\nSubject: S\n\nThe quay\n",
    "web page in one file": b"From: <Saved by x>\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n\nx",
    "article in XML (NITF, NewsML, TEI)": b"<nitf><body><body.content><p>The quay</p></body.content></body></nitf>",
    "news database export": b"HD Quay\nPD 5 April 2022\nSN Courier\nLP\nThe quay is closed today.\nAN Document 1\n",
    "CSV and TSV": b"title,text\nA,The quay\n",
    "zstandard": b"\x28\xb5\x2f\xfd\x04\x58\x09\x00\x00abcd",
    "web archive (WARC)": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\nHTTP",
    "Parquet": b"PAR1" + b"\x15\x04" * 20 + b"PAR1",
}


@pytest.mark.parametrize("form", [form for form in FORMATS if form.name in SAMPLES], ids=lambda form: form.name)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=8)), max_size=4),
    tail=st.binary(max_size=40),
    keep=st.floats(0.1, 1.0),
)
def test_hostile_bytes_end_as_a_problem(form, cuts, tail, keep) -> None:  # type: ignore[no-untyped-def]
    if not form.installed:
        pytest.skip(f"needs the extra {form.needs[1]}")
    data = bytearray(SAMPLES[form.name])
    for place, new in cuts:
        place %= len(data)
        data[place : place + len(new)] = new
    data = data[: max(1, int(len(data) * keep))] + tail
    for item in guarded(form, Document("x", io.BytesIO(bytes(data)))):
        assert isinstance(item, Problem | Document) or item.text is not None


def test_every_format_is_fuzzed() -> None:
    ours = {"JSON Lines", "JSON", "Markdown", "scraped page", "plain text"}  # fuzzed in test_formats
    assert {form.name for form in FORMATS} == set(SAMPLES) | ours
