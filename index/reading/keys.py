"""What scrapers, news interfaces and reference managers call the fields of an article.

Known are the shapes of trafilatura, newspaper4k, news-please, fundus, NewsAPI, the Guardian, the New York Times,
GDELT, Media Cloud, Event Registry, JSON Feed, schema.org and Zotero, and whatever is spelt like one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from index.errors import InputError
from index.reading.outlets import host_of, outlet_name, unwrapped

# Of each field the keys in the order in which they are asked; compared in small letters without "_", "-" and blanks.
# A dot leads into an object.
_KEYS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "text": (
            "text plaintext maintext body bodytext content contenttext articlebody articletext fulltext "
            "fields.bodytext fields.body bodyhtml contenthtml cleanedtext story rawtext storytext transcript article"
        ).split(),
        "summary": "abstractnote abstract summary description fields.trailtext leadparagraph snippet excerpt".split(),
        "title": (
            "title headline headline.main webtitle fields.headline articletitle name storytitle heading htmltitle"
        ).split(),
        "source": (
            "source source.name source.title sourcehostname sitename metasitename outlet publisher publisher.name "
            "publication publicationtitle newspaper journal medianame mediaoutlet sourcename fields.publication "
            "containertitle "
            "publishername ogsitename provider.name provider channel feedtitle "
            "html.sourceinfo.publisher sourceinfo.publisher"
        ).split(),
        "host": (
            "hostname sourcedomain domain source.domain sourceurl mediaurl host website source.url source.uri "
            "source.id html.sourceinfo.url source sourcehostname sitename publisher"
        ).split(),
        "date": (
            "date published publisheddate publishedat publishedon pubdate publishdate datepublish datepublished "
            "publicationdate webpublicationdate publishingdate dateandtime datetime firstpublished "
            "firstpublicationdate fields.firstpublicationdate issued released posted postedat postedon timestamp "
            "created createdat seendate "
            "isodate time day"
        ).split(),
        "modified": (
            "datemodified datemodify modified modifieddate modifiedat modificationdate updated updatedat updateddate "
            "lastmodified lastupdated fields.lastmodified dateupdated"
        ).split(),
        "author": (
            "author authors byline byline.original fields.byline creator creators writer writers reporter reporters "
            "dccreator articleauthor"
        ).split(),
        "url": (
            "url link weburl permalink canonicalurl canonicallink canonical webpage pageurl articleurl storyurl "
            "originalurl requestedurl respondedurl html.respondedurl html.requestedurl sourceurl href source guid"
        ).split(),
        "language": "language lang languagecode fields.lang inlanguage".split(),
        "id": ("id",),
    }
)  # fmt: skip
_ODD = re.compile(r"[\s_-]+")
_CUT = re.compile(r"(?<!\s)\s*+(?:…|\.\.\.)?\s*+\[\+(\d+) chars\]\s*$")
_SELDOM_ADDRESS = frozenset(["source", "guid", "sourceurl", "canonical"])  # more often something else
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The fields of one row under our names, and for each the key that gave it. `text` None: the row has none.

    `cut`: characters that the interface left out of the text. `only_summary`: no text but a summary.
    """

    text: str | None
    fields: Mapping[str, object]
    evidence: Mapping[str, str]
    cut: int = 0
    only_summary: bool = False


def plain_key(key: str) -> str:
    """A key in small letters without blanks, hyphens and underlines."""
    return _ODD.sub("", key.strip().casefold())


def parse_mapping(written: str) -> dict[str, str]:
    """`title=headline,date=pub_date` as our field to the row's key. Raises InputError for what is no such list."""
    mapping: dict[str, str] = {}
    for part in written.split(","):
        name, sign, key = (side.strip() for side in part.partition("="))
        allowed = [field for field in _KEYS if field not in ("summary", "host")]
        if not sign or not key or name not in allowed:
            raise InputError(f"--map: {part.strip()!r} is not FIELD=KEY; fields are {', '.join(allowed)}")
        mapping[name] = key
    return mapping


def found_in(row: Mapping[str, object], mapping: Mapping[str, str] | None = None) -> Found:
    """The fields of a row; `mapping` (our field to a key, dots lead into objects) comes before the known keys."""
    flat = {path: (key, value) for path, key, value in _flat(row)}
    mapping = mapping or {}

    def values(name: str) -> Iterator[tuple[str, object]]:
        chosen = mapping.get(name)
        keys = [".".join(map(plain_key, chosen.split(".")))] if chosen is not None else _KEYS[name]
        for key in keys:
            if key in flat and flat[key][1] not in (None, "", [], {}):
                yield flat[key]

    fields: dict[str, object] = {}
    evidence: dict[str, str] = {}

    def take(name: str, read: Callable[[object], object]) -> None:
        for key, value in values(name):
            good = read(value)
            if name == "url" and plain_key(key) in _SELDOM_ADDRESS and not _WEB.match(str(good)):
                continue
            if good is not None:
                fields[name], evidence[name] = good, f"key “{key}”"
                return

    for name, read in _READERS.items():
        take(name, read)
    text = next((good for _, value in values("text") if (good := text_value(value)) is not None), None)
    summary = None
    if text is None:
        summary = next((good for _, value in values("summary") if (good := text_value(value)) is not None), None)
    whole = text if text is not None else summary
    cut = _CUT.search(whole) if whole else None
    if cut and whole:
        whole = whole[: cut.start()]
    return Found(
        text=whole,
        fields=fields,
        evidence=evidence,
        cut=int(cut[1]) if cut else 0,
        only_summary=text is None and summary is not None,
    )


def is_article(row: Mapping[str, object]) -> bool:
    """Whether an object has a text, or a title with an address or a date."""
    found = found_in(row)
    if found.text is not None and not found.only_summary:
        return True
    return "title" in found.fields and ("url" in found.fields or "date" in found.fields)


def _flat(row: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[str, str, object]]:
    """(plain path, path as written, value) of a row's values, those of objects in it too, three levels deep."""
    for key, value in row.items():
        written = (*above, str(key))
        yield ".".join(map(plain_key, written)), ".".join(written), value
        if isinstance(value, dict) and len(written) < 3:
            yield from _flat(cast(dict[str, object], value), written)


def text_value(value: object) -> str | None:
    """A text given as a string, a list of paragraphs, or as sections of paragraphs; None for anything else."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        parts = [text_value(part) for part in cast(list[object], value)]
    elif isinstance(value, dict):
        row = cast(dict[str, object], value)
        parts = [
            text_value(row.get(key)) for key in ("summary", "headline", "paragraphs", "sections", "text", "content")
        ]
    else:
        return None
    return "\n\n".join(part for part in parts if part) or None


def _name(value: object) -> str | None:
    if not isinstance(value, str) or _WEB.match(value) or (host_of(value) is not None and value == value.casefold()):
        return None
    return outlet_name(value)


def _host(value: object) -> str | None:
    return host_of(value) if isinstance(value, str) else None


def _url(value: object) -> object:
    return (
        unwrapped(value.strip())
        if isinstance(value, str) and value.strip()
        else None
        if isinstance(value, dict)
        else value
    )


def people(value: object) -> str | None:
    """Authors given as text, as a list, or as objects with a name ({"name"}, {"firstName", "lastName"})."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        return _person(cast(dict[str, object], value))
    if isinstance(value, list):
        names = [people(part) for part in cast(Sequence[object], value)]
        return ", ".join(dict.fromkeys(name for name in names if name)) or None
    return None


def _person(row: Mapping[str, object]) -> str | None:
    plain = {plain_key(str(key)): value for key, value in row.items()}
    if plain.get("creatortype") not in (None, "author"):
        return None
    for key in ("name", "original", "fullname", "literal"):
        if isinstance(value := plain.get(key), str) and value.strip():
            return value.strip()
    first = plain.get("firstname") or plain.get("given") or ""
    last = plain.get("lastname") or plain.get("family") or ""
    return f"{first} {last}".strip() or None


def _plain_text(value: object) -> object:
    """Whatever is no object: the reader says what is wrong with a title that is a number of something else."""
    return None if isinstance(value, dict) else value


def _moment(value: object) -> object:
    """A date, also as CSL gives it: {"date-parts": [[2022, 4, 5]]}, {"raw": "5 April 2022"}; none without a day."""
    if not isinstance(value, dict):
        return value
    row = {plain_key(str(key)): part for key, part in cast(dict[object, object], value).items()}
    parts = row.get("dateparts")
    while isinstance(parts, list) and parts and isinstance(parts[0], list):
        parts = cast(list[object], parts[0])
    numbers = [str(part) for part in cast(list[object], parts)] if isinstance(parts, list) else []
    if len(numbers) == 3 and all(part.isascii() and part.isdigit() for part in numbers):
        return f"{numbers[0]}-{numbers[1]:0>2}-{numbers[2]:0>2}"
    return next((row[key] for key in ("raw", "literal") if isinstance(row.get(key), str)), None)


_READERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "id": _plain_text, "title": _plain_text, "source": _name, "host": _host, "date": _moment,
        "modified": _moment, "author": people, "url": _url, "language": _plain_text,
    }
)  # fmt: skip
