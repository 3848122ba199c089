"""The keys of news databases, by which their exports are known and read; in small letters where they are written so."""

from __future__ import annotations

# Before the body and behind it, as Nexis writes them with a colon.
NEXIS_HEAD = ("byline", "section", "length", "dateline", "highlight", "headline", "series", "distribution", "source")
NEXIS_TAIL = (
    "load-date", "language", "publication-type", "subject", "url", "graphic", "notes", "correction", "type", "industry",
    "person", "company", "geographic", "organization", "ticker", "journal code", "state", "city", "country", "acc-no",
)  # fmt: skip
# Codes of Factiva at the beginning of a line.
FACTIVA_KEYS = (
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "CO", "IN", "NS", "RE",
    "IPD", "IPC", "PUB", "AN", "CLM", "VOL", "CX", "ART", "RF", "CT", "NGC", "GC", "DE",
)  # fmt: skip
PROQUEST_KEYS = (
    "author", "publication info", "abstract", "links", "full text", "subject", "location", "people", "title",
    "publication title", "first page", "last page", "pages", "publication year", "publication date", "section",
    "publisher", "place of publication", "country of publication", "publication subject", "issn", "source type",
    "language of publication", "document type", "proquest document id", "document url", "copyright", "last updated",
    "database", "company / organization", "column", "number of pages", "credit", "dateline", "identifier / keyword",
)  # fmt: skip
