"""Small documents made by hand in the formats that people have, in our own words."""
# ruff: noqa: E501 - markup has long lines

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

from index.model import Article, Problem
from index.reading import read_bytes

STORY = (
    "The harbour office of Port Halden will close its northern quay for repairs until the end of summer.",
    "“We cannot wait for another winter to break the wall,” said Ilse Brandt-Okoye, who has led the town since 2019.",
    "Fishermen asked for a second quay, and the council promised to answer them before the next tide calendar.",
    "The works are to cost four million crowns, a third of them paid by the insurers of the lighthouse.",
)
TEXT = "\n\n".join(STORY)


def found(name: str, data: bytes | str, **more: object) -> tuple[list[Article], list[Problem]]:
    """What a file of that name and content gives: its articles, and what is told of it."""
    items = read_bytes(name, data.encode() if isinstance(data, str) else data, **more)  # type: ignore[arg-type]
    return [x for x in items if isinstance(x, Article)], [x for x in items if isinstance(x, Problem)]


def one(name: str, data: bytes | str, **more: object) -> Article:
    """The only article of a file."""
    articles, problems = found(name, data, **more)
    assert len(articles) == 1, problems
    return articles[0]


def web_page(
    *, head: str = "", body: Sequence[str] = STORY, title: str = "Quay to close", around: str = "", lang: str = "en"
) -> str:
    """A page with navigation, share buttons and a footer around the article."""
    paragraphs = "".join(f"<p>{part}</p>" for part in body)
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | The Halden Courier</title>{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{title}</h1>{paragraphs}</article>{around}
<footer><p>© 2022 Courier Publishing Ltd. All rights reserved.</p><a href="/privacy">Privacy</a></footer></body></html>"""


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], info: str = "") -> bytes:
    """A PDF of lines of text at (x, y) points, y from the bottom; Helvetica 10, no compression."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[str] = []
    for lines in pages:
        stream = "".join(
            f"BT /F1 10 Tf {x} {y} Td ({text.replace('(', ' ').replace(')', ' ')}) Tj ET\n" for x, y, text in lines
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1", "replace"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010d} 00000 n \n" for place in places).encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def packed(files: Mapping[str, str | bytes], *, first_stored: bool = False) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, data) in enumerate(files.items()):
            how = zipfile.ZIP_STORED if first_stored and number == 0 else None
            archive.writestr(name, data, compress_type=how)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar file; mode "w:gz" packs it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def docx(paragraphs: Sequence[str], core: str = "") -> bytes:
    """A Word document with one run a paragraph, a deleted run and a field that must not be read."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f"<w:p><w:r><w:t>{part[:10]}</w:t></w:r><w:r><w:t xml:space='preserve'>{part[10:]}</w:t></w:r></w:p>"
        for part in paragraphs
    )
    gone = "<w:p><w:del><w:r><w:delText>Never said.</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    properties = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="t">'
        f"{core}</cp:coreProperties>"
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body}{gone}</w:body></w:document>',
            "docProps/core.xml": properties,
        }
    )


def odt(paragraphs: Sequence[str], meta: str = "") -> bytes:
    """An OpenDocument text with a heading, spaces as elements and a tracked deletion."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:meta="m" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    body = "".join(f"<text:p>{part.replace(' of ', '<text:s/>of ', 1)}</text:p>" for part in paragraphs)
    gone = "<text:tracked-changes><text:p>Never said.</text:p></text:tracked-changes>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{gone}{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>",
        },
        first_stored=True,
    )


def epub(chapters: Mapping[str, Sequence[str]]) -> bytes:
    """A magazine: one chapter an article, a cover before them."""
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        "OEBPS/cover.xhtml": "<html><body><img src='c.jpg' alt=''/></body></html>",
    }
    items = "<item id='c' href='cover.xhtml'/>"
    spine = "<itemref idref='c'/>"
    for number, (title, paragraphs) in enumerate(chapters.items()):
        body = "".join(f"<p>{part}</p>" for part in paragraphs)
        files[f"OEBPS/a {number}.xhtml"] = f"<html><body><h1>{title}</h1>{body}</body></html>"
        items += f"<item id='a{number}' href='a%20{number}.xhtml'/>"
        spine += f"<itemref idref='a{number}'/>"
    files["OEBPS/book.opf"] = (
        "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Issue 7</dc:title>"
        "<dc:publisher>North Shore Review</dc:publisher><dc:date>2022-04-05</dc:date><dc:language>en</dc:language>"
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    return packed(files, first_stored=True)
