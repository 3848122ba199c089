"""A fetched page as a file that the archive reads: articles out of HTML by trafilatura, plain formats as they are."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from bot.errors import Refused
from bot.fetch import Fetched
from bot.views.text import fit_line

_PLAIN = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
}
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def as_file(page: Fetched) -> tuple[str, bytes]:
    """A file's name and bytes. Takes as long as the page is large: call it in a thread. Raises Refused."""
    if page.kind in _PLAIN:
        return f"page{_PLAIN[page.kind]}", page.body
    if page.kind not in _HTML:
        raise Refused("fetch.kind", kind=fit_line(page.kind, 60))
    article = article_of(page.body.decode(page.charset or "utf-8", "replace") if page.charset else page.body, page.url)
    return "page.jsonl", json.dumps(article).encode()


def article_of(html: str | bytes, url: str) -> dict[str, str]:
    """An article's fields out of a page. Raises Refused where there is none, or the extra `html` is not installed."""
    try:
        import trafilatura
    except ImportError:
        raise Refused("fetch.missing") from None
    found = trafilatura.extract(html, url=url, output_format="json", with_metadata=True, include_comments=False)
    data = json.loads(found) if found else {}
    title = str(data.get("title") or "")
    paragraphs = [part.strip() for part in str(data.get("text") or "").split("\n") if part.strip()]
    if paragraphs and paragraphs[0] == title:
        del paragraphs[0]
    if not paragraphs:
        raise Refused("fetch.no_text")
    fields = {
        "title": title,
        "source": data.get("source-hostname") or urlsplit(url).hostname,
        "date": data.get("date"),
        "author": data.get("author"),
        "language": data.get("language"),
    }
    named = {name: str(value) for name, value in fields.items() if value}
    return named | {"url": url, "text": "\n\n".join(paragraphs)}
