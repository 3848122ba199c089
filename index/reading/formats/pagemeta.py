"""What a web page says of itself: schema.org data, meta elements, its canonical address, the note of who saved it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from index.reading.dates import parse_date
from index.reading.keys import people
from index.reading.outlets import host_of, outlet_name

_ARTICLE = re.compile(
    r"(?:News|Report|Analysis|Opinion|Background|Review|AskPublic|Satirical|Advertiser)?\w*(?:Article|Posting)"
)
_SAVED = re.compile(
    r"saved from url=\(\d+\)(?P<ie>\S+)|url:\s*(?P<single>https?://\S+)|mirrored from (?P<track>\S+)", re.I
)
_COMMENT = re.compile(r"<!--(.{0,1000}?)-->", re.DOTALL)
_DEEPEST = 8

# Names of meta elements, in the order in which they are trusted; in small letters.
_META: Mapping[str, str] = MappingProxyType({
    "title": "og:title twitter:title headline dc.title dcterms.title citation_title parsely-title sailthru.title title",
    "source": "og:site_name citation_journal_title dc.publisher dcterms.publisher publisher application-name "
    "apple-mobile-web-app-title copyright-holder article:publisher",
    "date": "article:published_time datepublished og:published_time og:article:published_time pubdate publishdate "
    "publish-date publish_date publication_date dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created "
    "dc.date.created date parsely-pub-date sailthru.date article.published article_date_original "
    "cxenseparse:recs:publishtime citation_publication_date citation_date originalpublicationdate displaydate ptime "
    "timestamp release_date",
    "modified": "article:modified_time og:updated_time datemodified last-modified lastmod revised dcterms.modified "
    "dc.date.modified utime",
    "author": "author article:author_name byl byline parsely-author sailthru.author dc.creator dcterms.creator "
    "citation_author article.author cxenseparse:author",
    "url": "og:url parsely-link twitter:url",
    "language": "og:locale content-language dc.language dcterms.language",
})  # fmt: skip


@dataclass(slots=True)
class PageMeta:
    """Fields under our names with what gave them; the first that is given stays."""

    fields: dict[str, object] = field(default_factory=dict[str, object])
    evidence: dict[str, str] = field(default_factory=dict[str, str])

    def keep(self, name: str, value: object, told: str) -> None:
        """Take a value for a field that has none yet, with what told it; one that is none is passed over."""
        if name in self.fields or not isinstance(value, str) or not (value := " ".join(value.split())):
            return
        if name == "source":
            value = outlet_name(value) or ""
            if not value or host_of(value) is not None:
                return
        if name in ("date", "modified") and parse_date(value) is None:
            return
        if name in ("author", "source") and "://" in value:
            return
        self.fields[name], self.evidence[name] = value, told

    @property
    def url(self) -> str | None:
        """The address that the page gives itself."""
        return cast(str | None, self.fields.get("url"))

    @property
    def title(self) -> str | None:
        """The title that the page gives itself."""
        return cast(str | None, self.fields.get("title"))


def page_meta(tree: Any, head: str = "", fetched: str | None = None) -> PageMeta:
    """Read a parsed page; `head` are its first characters, `fetched` the address that it came from, where known."""
    meta = PageMeta()
    for link in tree.iterfind(".//link[@rel='canonical']"):
        href = link.get("href", "")
        # A canonical address that is a site's front page belongs to the site and not to the article.
        if urlsplit(urljoin(fetched or "", href)).path.strip("/"):
            meta.keep("url", urljoin(fetched or "", href), "link rel=canonical")
    given = _metas(tree)
    meta.keep("source", given.get("og:site_name"), "meta og:site_name")
    for block in _linked_data(tree):
        _keep_linked(meta, block)
    for field_name, names in _META.items():
        for name in names.split():
            meta.keep(field_name, given.get(name), f"meta {name}")
    for stamp in tree.iter("time"):
        when = stamp.get("datetime")
        if when and (stamp.get("itemprop") == "datePublished" or stamp.get("pubdate") is not None):
            meta.keep("date", when, "time element")
    if fetched:
        meta.keep("url", fetched, "the address it was fetched from")
    _keep_saved(meta, head)
    heading = next((" ".join("".join(cast(Iterator[str], h1.itertext())).split()) for h1 in tree.iter("h1")), None)
    meta.keep("title", heading, "the first heading")
    meta.keep("language", tree.get("lang"), "html lang")
    return meta


def _metas(tree: Any) -> dict[str, str]:
    given: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and name.strip():
            given.setdefault(name.strip().casefold(), content)
    return given


def _keep_saved(meta: PageMeta, head: str) -> None:
    """The address in the comment that a browser or a mirroring tool left when it saved the page."""
    for comment in _COMMENT.findall(head):
        match = _SAVED.search(comment)
        if match:
            url = match["ie"] or match["single"] or f"http://{match['track']}"
            meta.keep("url", url, "the note of the tool that saved it")
            return


def _linked_data(tree: Any) -> Iterator[dict[str, object]]:
    """Objects of schema.org data that describe an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            yield from _articles(cast(object, json.loads(script.text, strict=False)), 0)
        except (ValueError, RecursionError):
            continue


def _articles(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in cast(list[object], value):
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        row = cast(dict[str, object], value)
        kinds = row.get("@type")
        names = cast(list[object], kinds) if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind.rpartition("/")[2]) for kind in names):
            yield row
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(row.get(key), depth + 1)


def _keep_linked(meta: PageMeta, row: dict[str, object]) -> None:
    for name, key in (("title", "headline"), ("title", "name"), ("date", "datePublished"), ("date", "dateCreated"),
                      ("modified", "dateModified"), ("language", "inLanguage")):  # fmt: skip
        meta.keep(name, row.get(key), f"schema.org {key}")
    meta.keep("author", people(row.get("author") or row.get("creator")), "schema.org author")
    meta.keep("source", people(row.get("publisher")), "schema.org publisher")
    page = row.get("mainEntityOfPage")
    for address in (row.get("url"), page, cast(dict[str, object], page).get("@id") if isinstance(page, dict) else None):
        if isinstance(address, str) and address.startswith("http") and urlsplit(address).path.strip("/"):
            meta.keep("url", address, "schema.org url")
