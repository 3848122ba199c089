"""Archives and compressed files: what is read through them, and what is refused."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.reading import ReadOptions
from tests.reading.test_documents import DAY, META
from tests.support.documents import STORY, TEXT, found, one, packed, tarred, web_page


class TestContainers:
    def test_zip_tar_and_gzip_are_read_through(self) -> None:
        files = {"2022-04-05-a.txt": TEXT.encode(), "sub/b.html": web_page(head=META).encode(), "__MACOSX/x": b"x"}
        for name, data in (
            ("a.zip", packed(files)), ("a.tar", tarred(files)), ("a.tar.gz", tarred(files, "w:gz")),
            ("nested.zip", packed({"inner.zip": packed(files)})),
        ):  # fmt: skip
            articles, problems = found(name, data)
            assert [x.text for x in articles] == [TEXT, TEXT], (name, problems)
            assert articles[0].date == DAY
        assert one("2022-04-05.txt.gz", gzip.compress(TEXT.encode())).text == TEXT

    def test_zstandard(self) -> None:
        zstandard = pytest.importorskip("zstandard", reason="needs the extra zst")
        row = json.dumps({"id": "a", "text": TEXT}).encode()
        assert one("a.jsonl.zst", zstandard.ZstdCompressor().compress(row)).id == "a"

    def test_warc(self) -> None:
        page = web_page(head='<meta name="date" content="2022-04-05">').encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        record = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/quay\r\n"
            "WARC-Date: 2022-04-05T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode() + http + b"\r\n\r\n"  # fmt: skip
        for name, data in (("a.warc", record), ("a.warc.gz", gzip.compress(record))):
            article = one(name, data)
            assert (article.text, article.url, article.date) == (TEXT, "https://courier.example/quay", DAY)

    def test_bombs_are_refused(self) -> None:
        zeros = b"0" * 30_000_000
        for name, data in (("a.zip", packed({"a.txt": zeros})), ("a.gz", gzip.compress(zeros, 9))):
            articles, problems = found(name, data)
            assert not articles and problems[0].fatal and "thousand times" in problems[0].message
        deep = TEXT.encode()
        for _ in range(6):
            deep = packed({"x.zip" if deep.startswith(b"PK") else "x.txt": deep})
        articles, problems = found("a.zip", deep)
        assert not articles and "deep" in problems[0].message
        many = packed({f"{number}.txt": b"ab cd " * 400_000 for number in range(8)})
        articles, problems = found("a.zip", many, options=ReadOptions(max_file_mb=1))
        assert any("unpacks to more than 10 MB" in x.message for x in problems)

    def test_no_name_leads_out_of_an_archive(self, tmp_path: Path) -> None:
        data = packed({"../../../etc/x.txt": TEXT, "/abs/y.txt": STORY[0]})
        articles, problems = found("a.zip", data)
        assert len(articles) == 2
        assert all(".." not in x.path and "//" not in x.path for x in problems)

    def test_a_locked_member_is_told_and_the_rest_read(self) -> None:
        data = bytearray(packed({"a.txt": TEXT, "b.txt": STORY[0]}))
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + offset] |= 1
        articles, problems = found("a.zip", bytes(data))
        assert [x.text for x in articles] == [STORY[0]]
        assert any("password" in x.message for x in problems)
