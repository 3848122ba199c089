"""Which outlet published an article: what may be an outlet's name, and what a web address tells of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from index.language.outlets import (
    AGENCIES,
    COMPANIES,
    HEADING_WORDS,
    JOBS,
    NO_OUTLETS,
    OUTLET_WORDS,
    PARTS_OF_RECORDS,
    PLATFORMS,
    SECTION_ENDS,
    SECTION_WORDS,
)

# A body above what it publishes itself: "University of Karst", "KARST UNION COMMISSION"
_WORD = r"[A-Z][\w’'&-]*"
_BODY = re.compile(
    rf"(?:The )?(?:{_WORD} ){{0,2}}(?:University|Ministry|Department|Government|Presidency|Office|Embassy|Parliament"
    r"|Port|Institute|Council|Centre|Center|Alliance|Federation|Union|Association|Commission|Agency|Board|Society|Trust)"
    rf" (?:of|for) (?:the )?{_WORD}(?:,? (?:(?:and|of|&|of the) )?{_WORD}){{0,5}}"
    rf"|(?:The )?(?:{_WORD} (?:of )?){{1,4}}(?:University|Authority|Commission|Council|Ministry|Government|Department"
    r"|Agency|Institute|Association|Foundation|Federation|Bank|Police|Parliament|Assembly|Organi[sz]ation|Trust"
    r"|International)"
)
_LONGEST = 100
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE)
_FRONT = re.compile(r"(?:www\d?|m|mobile|amp|edition)\.")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?P<url>https?:/{1,2}.+)", re.IGNORECASE)
_AMP = re.compile(
    r"https?://[\w.-]*(?:cdn\.ampproject\.org|google\.[a-z.]+/amp)/(?:[cva]/)?s/(?P<rest>.+)", re.IGNORECASE
)
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\brights reserved\b|\blicen[cs]ed?\b|\bterms of (?:use|service)\b", re.I)
_NEWSLETTER = re.compile(r"\bnews-?letters?\b|\bmailing list\b|\bpodcasts?\b|\be-?mail alerts?\b", re.IGNORECASE)
_TIME = re.compile(r"[\W\d]*(?:(?:19|20)\d\d)?[\W\d]*")
_SLOGAN = re.compile(r"\s+(?:\||::|»|•)\s+|\s+[–—-]\s+(?=(?:\S+[, ]+){2,}\S)")
_TAILS = re.compile(r"\s+[|–—·»-]\s+|\s+::\s+")
_MOST_ALONE = 4  # words of a name that stands in a line of its own
_SAME = 20  # signs of a heading with which its page's title begins
_ODD = re.compile(r"[^\w]+")


def outlet_name(text: str) -> str | None:
    """`text` as an outlet's name; None for what never is one: a year, a line of rights, a newsletter, a platform,
    a web address, a handle. A slogan behind the name goes ("The Courier | News, sport and weather").
    """
    name = " ".join(text.split()).strip(" |,;:·•-–—")
    if not name or _RIGHTS.search(name) or _NEWSLETTER.search(name) or "://" in name or name.startswith(("@", "#")):
        return None
    name = _SLOGAN.split(name)[0]
    if len(name) > _LONGEST or _TIME.fullmatch(name) or not any(sign.isalpha() for sign in name):
        return None
    plain = _plain(name)
    if name.casefold().rstrip(".").split()[-1] in COMPANIES:
        return None
    if plain.strip("0123456789") in NO_OUTLETS or plain in PLATFORMS:
        return None
    return _spellings().get(plain, name)


def sure_name(text: str) -> str | None:
    """`text` as an outlet's name where nothing else says that it is one: a name of the table, or one that ends as names
    of outlets do ("The Halden Courier") and is none of a section ("World News")."""
    if (known := known_name(text)) is not None:
        return known
    name = outlet_name(text)
    if name is None or host_of(name) is not None:
        return None
    parts = name.split()
    own = [part for part in parts[:-1] if part.casefold() not in SECTION_WORDS | {"the", "of", "and", "&"}]
    job = parts[-1].casefold() == "reporter" and parts[0].casefold() != "the" and own[-1:] != []
    if job and own[-1].casefold() in JOBS:
        return None  # "Chief Reporter"
    return name if len(parts) <= 5 and _in_capitals(parts) and own and parts[-1].casefold() in OUTLET_WORDS else None


def is_section(text: str) -> bool:
    """Whether a name is that of a section of a page and not of an outlet: "World News", "Match Reports"."""
    words = [part.casefold() for part in text.split()]
    return words[0] in SECTION_WORDS or (len(words) == 1 and words[0] in NO_OUTLETS) or words[-1] in SECTION_ENDS


def is_body(text: str) -> bool:
    """Whether a line is the name of a body that publishes itself: "University of Karst", "Karst Union Commission"."""
    return _BODY.fullmatch(text) is not None


def name_in_head(text: str, *, beside: bool) -> str | None:
    """The outlet that a line between a title and its text names, or the part of it beside a date: as `sure_name`, and
    where another word than the last tells ("Times of Malta", "CTV News Atlantic", "ABC Rural", "Express News Service").

    `beside`: it stands beside a date or a byline. What may be a heading or a section too ("A Man of the World",
    "Nature") is a name only there.
    """
    if text.isupper() and text.casefold() in PARTS_OF_RECORDS:
        return None  # and not the paper Roll Call
    text = text.title() if text.isupper() and len(text.split()) > 1 and known_name(text) is None else text
    name, parts = outlet_name(text), text.split()
    if name is None or set(",:") & set(name) or not _in_capitals(parts):
        return None
    words = [part.casefold() for part in parts]
    known = known_name(text)
    if sure_name(text) is not None:
        single = known is not None and len(parts) == 1 and words[0] not in AGENCIES
        plain = known is None and (words[-1] in HEADING_WORDS or len(parts) > _MOST_ALONE)
        return (known or name) if beside or not (single or plain) else None
    if beside and len(parts) == 2 and words[0] == "the" and words[1] in OUTLET_WORDS:
        return name  # "The Mercury"
    if words[0] in SECTION_WORDS or not 2 <= len(parts) <= _MOST_ALONE:
        return None
    of = words[1] == "of" and words[0] in OUTLET_WORDS - HEADING_WORDS
    broadcasts = words[0] in AGENCIES and parts[0].isupper()
    serves = words[-2:] in (["news", "service"], ["news", "agency"])
    return name if of or broadcasts or serves or (beside and words[-2] == "news" and parts[0].isupper()) else None


def _in_capitals(parts: list[str]) -> bool:
    return all(part[:1].isupper() or part in ("of", "the", "and", "&") for part in parts)


def known_name(text: str) -> str | None:
    """The outlet of the table that `text` is the name of; None for any other."""
    return _spellings().get(_plain(text)) if outlet_name(text) is not None else None


def without_outlet(title: str, outlet: str) -> str:
    """A title without its outlet's name at the end ("Ferries stand still - The Halden Courier")."""
    name = re.escape(re.sub(r"^the\s+", "", outlet, flags=re.IGNORECASE))
    return re.sub(rf"\s+[|–—·-]\s+(?:the\s+)?{name}\s*$", "", title, flags=re.IGNORECASE) or title


def outlet_of_title(title: str, heading: str | None) -> str | None:
    """The outlet that a page's title ends in: "Ferries stand still | News | The Halden Courier", over this heading."""
    parts = [part.strip() for part in _TAILS.split(title)]
    first, head = _plain(parts[0]), _plain(heading or parts[0])
    same = first.startswith(head[:_SAME]) or (len(first) >= _SAME / 2 and head.startswith(first))
    return sure_name(parts[-1]) if len(parts) > 1 and same else None


def host_of(text: str) -> str | None:
    """The host that a web address or a bare host stands for, without "www." and the like; None for anything else.

    An address of a web archive or of a page cache stands for the page that it keeps.
    """
    text = unwrapped(text.strip())
    if "://" in text:
        try:
            text = urlsplit(text).hostname or ""
        except ValueError:
            return None
    text = text.rstrip("./").casefold()
    if not _HOST.fullmatch(text):
        return None
    front = _FRONT.match(text)
    return text[front.end() :] if front and "." in text[front.end() :] else text


def unwrapped(url: str) -> str:
    """The address of the page itself where `url` is that of an archived or cached copy."""
    archived = _ARCHIVED.match(url)
    if archived:
        return re.sub(r"^(https?):/{1,2}", r"\1://", archived["url"])
    cached = _AMP.match(url)
    return f"https://{cached['rest']}" if cached else url


def is_platform(host: str) -> bool:
    """Whether a host carries what others publish (a social network, a newsletter service, an archive)."""
    return any(part in _platform_hosts() for part in _with_parents(host))


def name_of_host(host: str, known: Mapping[str, str] | None = None) -> str | None:
    """The outlet of a host: by `known` (the archive's own, host to name), else by the table; None where neither has it.

    A host stands for its subdomains too, unless they are listed themselves.
    """
    for part in _with_parents(host):
        name = (known or {}).get(part) or _hosts().get(part)
        if name is not None:
            return name
    return None


def _with_parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _plain(name: str) -> str:
    return _ODD.sub("", name.casefold().replace("&", "and")).removeprefix("the")


@cache
def _hosts() -> Mapping[str, str]:
    return {host: name for host, _, name in (line.partition(" ") for line in _lines("outlets.txt"))}


@cache
def _platform_hosts() -> frozenset[str]:
    return frozenset(_lines("platforms.txt"))


@cache
def _spellings() -> Mapping[str, str]:
    """How the table writes a name that somebody wrote with other capitals, signs or article."""
    names = list(_hosts().values())
    plain = [_plain(name) for name in names]
    return {key: name for key, name in zip(plain, names, strict=True) if len(key) > 3}


def _lines(name: str) -> list[str]:
    text = files("index.reading").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
