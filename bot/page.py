"""A fetched page as a document that the archive reads."""

from __future__ import annotations

from functools import partial

from bot.errors import Refused
from bot.views.problems import trouble
from bot.views.text import fit_line
from index.fetching.fetch import Fetched
from index.incoming import SUFFIXES, Incoming
from index.model import Article
from index.reading import read_bytes


def as_document(page: Fetched) -> Incoming:
    """The document, which holds an article. Takes as long as the page is large: call it in a thread.

    Raises Refused where nothing can be read; the page is parsed in a process of its own.
    """
    suffix = SUFFIXES.get(page.kind)
    if suffix is None:
        raise Refused("fetch.kind", kind=fit_line(page.kind, 60))
    found = read_bytes(f"page{suffix}", page.encoded, url=page.url)
    if not any(isinstance(item, Article) for item in found):
        why = next((str(item.message) for item in found if not isinstance(item, Article)), "")
        raise Refused("fetch.unread", reason=partial(trouble, message=why, limit=300))
    return Incoming(name=f"page{suffix}", suffix=suffix, content=page.encoded, url=page.url)
