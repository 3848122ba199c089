"""PDF with a text layer, by pdfminer: columns in reading order, running heads and page numbers out, words mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from index.anchors import place
from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.clean import normalise
from index.reading.head import Head
from index.reading.text import draft_of
from index.reading.wrapped import mended

_MAX_PAGES = 2000
_EDGE = 2  # lines at a page's head and foot that may be running heads
_NUMBER = re.compile(r"\W*+(?:page|seite|p\.)?\s*+\d{1,4}(?:\s*(?:of|/|von|-|–)\s*\d{1,4})?\W*", re.IGNORECASE)
_MARK = re.compile(r"(?:Q|A)[.:]\s|[A-Z][A-Z .’'()-]{2,40}[.:]\s")
_ENDS = re.compile(r"[.!?:…][”\"’')\]]*$")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: `width` of its block, `indent` from the block's left edge, in points."""

    text: str
    top: float
    length: float
    width: float
    indent: float
    starts_block: bool


def recognises(document: Document) -> bool:
    """Whether "%PDF-" stands in the first kilobyte."""
    return b"%PDF-" in document.head[:1024]


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft with the offset at which each page starts. A PDF of pictures is a problem."""
    pages, info = _pages(document)
    paragraphs, starts = _paragraphs(_without_running(pages))
    raw = "\n\n".join(paragraphs)
    if not raw.strip():
        raise InputError(
            "holds no text, only pictures of it; run text recognition first (for example ocrmypdf) and load the result"
        )
    head = Head()
    draft = draft_of(raw, normalise(raw), head)
    for name, value in info.items():
        if name not in head.fields:
            head.fields[name], head.evidence[name] = value, "the PDF's properties"
    marks = [(paragraphs[at], f"page {number}") for at, number in starts]
    yield Draft(
        text=draft.text,
        raw=raw,
        fields=head.fields,
        evidence=head.evidence,
        named_source=draft.named_source,
        removed=draft.removed,
        anchors=place(draft.text, marks),
    )


def _pages(document: Document) -> tuple[list[list[_Line]], dict[str, str]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    document.stream.seek(0)
    try:
        parsed = PDFDocument(PDFParser(document.stream))
        manager = PDFResourceManager()
        device = PDFPageAggregator(manager, laparams=LAParams())
        interpreter = PDFPageInterpreter(manager, device)
        pages: list[list[_Line]] = []
        for number, page in enumerate(PDFPage.create_pages(parsed)):
            if number >= _MAX_PAGES:
                raise InputError(f"has more than {_MAX_PAGES} pages; split it")
            interpreter.process_page(page)
            pages.append(list(_lines(device.get_result())))
        return pages, _info(cast(Sequence[dict[str, Any]], parsed.info))
    except PDFPasswordIncorrect:
        raise InputError("is locked with a password; save it without one") from None
    except PDFTextExtractionNotAllowed:
        raise InputError("does not allow its text to be taken; ask its publisher for another form") from None
    except (PDFException, PSException) as error:
        raise InputError(f"is a damaged PDF ({type(error).__name__}); print it to a new PDF and load that") from None


def _lines(page: Any) -> Iterator[_Line]:
    from pdfminer.layout import LTTextBox

    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        first = True
        for line in box:
            text = " ".join(line.get_text().split())
            if text:
                yield _Line(text, page.height - line.y1, line.x1 - line.x0, box.x1 - box.x0, line.x0 - box.x0, first)
                first = False


def _info(infos: Sequence[dict[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, name in (("Title", "title"), ("Author", "author"), ("CreationDate", "date")):
        for info in infos:
            value = info.get(key)
            if not isinstance(value, bytes):
                continue
            text = value.decode(
                "utf-16" if value.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1", "replace"
            ).strip()
            if name == "date":
                match = _DATE.match(text)
                text = f"{match[1]}-{match[2]}-{match[3]}" if match else ""
            # Word processors note their file's name as the title.
            if text and not re.search(
                r"\.(?:docx?|pdf|indd|odt|qxd)\b|^(?:microsoft word|untitled)", text, re.IGNORECASE
            ):
                found.setdefault(name, text)
    return found


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _without_running(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Pages without page numbers, and without what recurs at the head or foot of half of them (of three and more)."""
    ordered = [sorted(page, key=lambda line: line.top) for page in pages]
    edges = [{_shape(line.text) for line in (*page[:_EDGE], *page[-_EDGE:])} for page in ordered]
    counts = Counter(shape for edge in edges for shape in edge)
    running = {shape for shape, count in counts.items() if count >= 3 and count >= len(pages) / 2}
    kept: list[list[_Line]] = []
    for page, order in zip(pages, ordered, strict=True):
        at_edge = {id(line) for line in (*order[:_EDGE], *order[-_EDGE:])}
        kept.append(
            [
                line
                for line in page
                if id(line) not in at_edge or not (_shape(line.text) in running or _NUMBER.fullmatch(line.text))
            ]
        )
    return kept


def _paragraphs(pages: list[list[_Line]]) -> tuple[list[str], list[tuple[int, int]]]:
    """(paragraphs, (index of the first paragraph that starts on a page, the page's number))."""
    words = Counter(word.casefold() for page in pages for line in page for word in re.findall(r"[\w’'-]+", line.text))
    paragraphs: list[str] = []
    starts: list[tuple[int, int]] = []
    before: _Line | None = None
    for number, page in enumerate(pages, 1):
        fresh = True
        for line in page:
            if paragraphs and before is not None and not _begins(before, line, paragraphs[-1]):
                paragraphs[-1] = mended(paragraphs[-1], line.text, words)
            else:
                paragraphs.append(line.text)
                if fresh:
                    starts.append((len(paragraphs) - 1, number))
                    fresh = False
            before = line
    return paragraphs, starts


def _begins(before: _Line, line: _Line, text: str) -> bool:
    """Whether a line begins a paragraph: by a mark, an indent, a new block or a short line behind a sentence's end."""
    if _MARK.match(line.text):
        return True
    ended = bool(_ENDS.search(text))
    if line.starts_block:
        # A sentence goes on in the next column or on the next page.
        return ended or not (line.text[:1].islower() or text.endswith((",", "-", "–")))
    if line.indent > 8 and before.indent < 2:
        return True
    return ended and before.length < 0.75 * before.width


FORMAT = Format(
    name="PDF with a text layer", suffixes=(".pdf",), read=read, recognises=recognises, needs=("pdfminer", "pdf"),
    foreign=True,
)  # fmt: skip
