"""Text of articles as plain letters, for pages, files and citations: nothing that a program would take for more."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from index.language.english import POSSESSIVE
from index.model import Hit, Stance, Statement

# What XML and HTML do not allow, and what turns the direction of everything that follows.
_STANCES: dict[Stance, str] = {
    "denied": "denies this",
    "declined": "does not say this",
    "asked": "asks",
    "held": "position",
}


def cue_words(stance: Stance | None, cue: str | None, joined_by: Sequence[str] = ()) -> str:
    """What a source does with the words shown, and the cue as written: "said", "denies this: “rejected”".

    `joined_by`: who else says it; "“said”, with Jane Roe".
    """
    written = " ".join((cue or "").split())
    shown = f"“{written}”" if any(c.isalpha() for c in written) else ""
    does = _STANCES.get(stance or "said", "")
    whole = f"{does}: {shown}" if does and shown else does or shown
    others = f"with {' and '.join(joined_by)}" if joined_by else ""
    return ", ".join(piece for piece in (whole, others) if piece)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BAD_IN_URL = re.compile(r"[\s<>\"`{}|\\^\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """The text without control and direction characters; what the eye reads stays."""
    return _CONTROL.sub("", _BIDI.sub("", text))


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut at a word."""
    whole = line(text)
    if len(whole) <= limit:
        return whole
    return whole[: limit - 2].rsplit(" ", 1)[0] + " …"


def does(said: Hit | Statement) -> str:
    """What a source does with the words, with the cue as written and who says it too; shortened."""
    return shortened(cue_words(said.stance, said.cue, said.joined_by), 120)


def office(role: str) -> str:
    """A role as it stands by itself, without whose it is: "Its chairman" is "Chairman"."""
    first, _, rest = role.strip().partition(" ")
    if not rest or first.lower() not in POSSESSIVE:
        return role
    return rest[:1].upper() + rest[1:] if first[:1].isupper() else rest


def credited(statement: Statement) -> str:
    """The speaker, and what they do with the words where that is more than to say them."""
    who = line(statement.speaker or "Unnamed")
    return who if statement.stance == "said" else f"{who} ({does(statement)})"


def day(date: dt.date | None) -> str:
    """A date as people write it."""
    return "undated" if date is None else f"{date.day} {date:%B} {date.year}"


def safe_url(url: str | None) -> str | None:
    """The address where it leads to the open web by http or https; else None."""
    if not url or len(url) > 2000 or _BAD_IN_URL.search(url) or _BIDI.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None
