"""Markdown to the text a reader sees: paragraphs, headings and list items without the marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import normalise
from index.reading.head import Head
from index.reading.matter import metadata, split_matter
from index.reading.naming import named_source
from index.reading.spoken import without_table
from index.reading.text import header_block, take_head

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(
    r"<!--.*?(?:-->|$)|<(?:script|style)\b.*?(?:</(?:script|style)>|$)|<[^<>]*>", re.DOTALL | re.IGNORECASE
)


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft; the first "# heading" is the title where the front matter has none."""
    matter, body, problem = split_matter(normalise(document.one_text))
    if problem is not None:
        yield document.problem(problem, line=1, fatal=False)
    if not matter:
        matter, body = header_block(body)
    head = Head.of(metadata(matter))
    heading, text = to_text(without_table(body))
    if heading is not None and str(head.fields.setdefault("title", heading)) != heading:
        text = f"{heading}\n\n{text}"
    cleaned = clean(text)
    text = take_head(cleaned.text, head)
    yield Draft(
        text=text,
        raw=document.text,
        fields=head.fields,
        evidence=head.evidence,
        named_source=head.outlet or named_source(cleaned.removed),
        removed=(*head.removed, *cleaned.removed),
    )


def to_text(source: str) -> tuple[str | None, str]:
    """(the first heading of level one, the text of all other blocks, divided by blank lines)."""
    title: str | None = None
    blocks: list[str] = []
    marks: list[str] = []
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    for position, token in enumerate(tokens):
        if token.type == "list_item_open":
            marks.append(f"{token.info}{token.markup} " if token.info else "- ")
        elif token.type == "inline":
            text = _inline(token)
            opener = tokens[position - 1]
            if title is None and opener.type == "heading_open" and opener.tag == "h1":
                title = " ".join(text.split()) or None
                continue
            blocks.append("".join(marks[-1:]) + text)
            marks.clear()
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip("\n"))
        elif token.type == "html_block":
            blocks.append(html.unescape(_TAG.sub("", token.content)).strip())
    return title, "\n\n".join(block for block in blocks if block.strip())


def _inline(token: Token) -> str:
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts).strip()


FORMAT = Format(name="Markdown", suffixes=(".md", ".markdown"), read=read)
