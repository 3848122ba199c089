"""Names that are found or made: the outlet that boilerplate names, and stable article ids."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterable

from index.language.english import LITTLE_WORDS

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z0-9][\w&.’'-]*(?: (?:(?:of|and|the|in|on|for|&) )?[A-Z0-9][\w&.’'-]*){0,5})"
_PATTERNS = (
    re.compile(
        rf"(?:^|\b(?:of|from|all|more|full|in|read|see) ){_NAME}[’'`]s? (?:continuing )?(?:coverage|reporting)\b",
    ),
    re.compile(rf"\b(?:[Ss]upport|[Dd]onate to|[Cc]ontribute to) {_NAME} (?:via|through|on|with|at|by)\b"),
)
_NOT_NAMES = LITTLE_WORDS | {"newsletter"}


def named_source(removed: Iterable[str]) -> str | None:
    """The outlet that an article's boilerplate names: "For the rest of The Sofia Globe's continuing coverage", "support
    The Sofia Globe via patreon.com". Only boilerplate is asked, never the article's own prose.
    """
    texts = [" ".join(text.split()) for text in removed]
    for pattern in _PATTERNS:
        for text in texts:
            for match in pattern.finditer(text):
                name = re.sub(r"[’'`]s?$", "", match["name"]).rstrip(" .")
                if name and name.casefold() not in _NOT_NAMES:
                    return name[:1].upper() + name[1:]
    return None


def article_id(*, source: str | None, date: dt.date | None, text: str) -> str:
    """A stable id: `<source>-<date>-<first 16 hex digits of the SHA-256 of the text>`, unknown parts left out.

    White space does not count, so that a copy with other line ends is the same article.
    """
    digest = hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]
    parts = [slug(source)] if source else []
    if date is not None:
        parts.append(date.isoformat())
    return "-".join([*(part for part in parts if part), digest])


def slug(name: str) -> str:
    """`name` in small ASCII letters, digits and hyphens, at most 40 characters; letters of other scripts stay."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:40].strip("-")
