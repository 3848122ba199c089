"""Hostile text made safe for Discord: cleaned, cut at sentence ends, escaped, measured.

Order matters: clean, then cut, then escape, then measure again, because escaping lengthens text.
What is shown stays verbatim for the eye: characters are escaped with a backslash, which Discord does not draw.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

MAX_URL = 512
MAX_MARKS = 4  # combining marks on one letter; Vietnamese, Hebrew and Arabic stay under it, "zalgo" does not
OMITTED = "[…]"

# Direction overrides, embeddings, isolates and marks can make shown text differ from stored text.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\U000e0000-\U000e007f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile(r"([\\*_`|~\[\]])")
_LINE_START = re.compile(r"^([ \t]*)((?:#{1,6}|>{1,3}|-#?|\+)(?=\s|$))", re.MULTILINE)
_ORDERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_ENTITY = re.compile(r"<([@#:/+&!])")
_NAMED_ENTITY = re.compile(r"<([A-Za-z]{1,16}):")
_SCHEME = re.compile(r"(?<!\\):(?=//)")
_INVITE = re.compile(r"(discord(?:app)?)\.(?=(?:gg|com|io|me|li))", re.IGNORECASE)
_MASS = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_BAD_IN_URL = re.compile(r"[\s<>\[\]\\`|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_TERMINAL = re.compile(
    r"`onrecord [^`]*`|\bonrecord \w+|(?<!\S)`?--[a-z][a-z-]*|\bpip install\b|\[reading\]|max_file_mb"
)
_BLANKS = re.compile(r"\n\s*\n+")


def width(text: str) -> int:
    """Length as Discord may count it at most: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Text without control and direction characters, lone surrogates or piles of combining marks; lines kept."""
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    text = _CONTROL.sub("", _BIDI.sub("", text.replace("\u2029", "\n")))
    if not text.isascii():
        text = _without_piles(text)
    return _BLANKS.sub("\n", text).strip()


def _without_piles(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def line(text: str) -> str:
    """Cleaned text on one line."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """Cleaned text that Discord draws literally: no Markdown, mention, timestamp, emoji, link, invite or list."""
    text = _SPECIAL.sub(r"\\\1", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    text = _ORDERED.sub(r"\1\\\2", text)
    text = _ENTITY.sub(r"<\\\1", text)
    text = _NAMED_ENTITY.sub(r"<\1\\:", text)
    text = _SCHEME.sub(r"\\:", text)
    text = _INVITE.sub(r"\1\\.", text)
    return _MASS.sub("@\u200b", text)


def sentence_ends(text: str) -> list[int]:
    """Offsets after each sentence end, as a reader sees them; used only to cut, never to index."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def _inside_quotation(text: str) -> bool:
    opened = text.count("“") + text.count("«") + text.count("„")
    closed = text.count("”") + text.count("»")
    if "„" in text:  # German: „…“ closes with what English opens with
        opened, closed = text.count("„"), text.count("“") + text.count("”")
    return opened > closed or text.count('"') % 2 == 1


def clip(text: str, limit: int) -> str:
    """`text` cut to `limit` characters: at a sentence end outside quotations, else at one inside, else at a word.

    The cut never falls inside a word, a link or a letter with its marks, unless one word alone is longer.
    """
    if len(text) <= limit:
        return text
    head = text[: max(limit, 0)]
    ends = [end for end in sentence_ends(text[: limit + 1]) if limit * 0.4 <= end <= limit]
    closed = [end for end in ends if not _inside_quotation(text[:end])]
    if closed or ends:
        return text[: (closed or ends)[-1]]
    space = max(head.rfind(" "), head.rfind("\n"))
    if space > limit * 0.4:
        return head[:space].rstrip()
    while head and len(text) > len(head) and (unicodedata.combining(text[len(head)]) or text[len(head)] == "\u200d"):
        head = head[:-1]
    return head.rstrip("\u200d")


def without_terminal(text: str) -> str:
    """A sentence of the library without what it advises for the command line, which nobody in Discord can follow.

    Such advice is a clause of its own, behind a semicolon or a question mark; backticks only mark code there.
    """
    clauses = re.split(r"(?<=[;:?.])\s+", text)
    kept = [clause for clause in clauses if not _TERMINAL.search(clause)] or [_TERMINAL.sub("…", text)]
    return " ".join(kept).rstrip(" ;:").replace("`", "")


def fit(text: str, limit: int) -> str:
    """Text of a stranger, cleaned, cut and escaped so that at most `limit` characters are sent; marked where cut."""
    whole = clean(text)
    if width(shown := escape(whole)) <= limit:
        return shown
    mark = " " + escape(OMITTED)
    room = max(limit - width(mark), 0)
    size = min(len(whole), room)
    while size > 0:
        shown = escape(clip(whole, size).rstrip())
        if width(shown) <= room:
            return shown + mark
        size = min(size - 1, size * room // max(width(shown), 1))
    return ""


def fit_line(text: str, limit: int) -> str:
    """As `fit`, on one line."""
    return fit(line(text), limit)


def plain_line(text: str, limit: int) -> str:
    """One unescaped line for places that draw no Markdown: choices, button labels, options of a menu."""
    whole = line(text)
    if width(whole) <= limit:
        return whole
    size = limit - 1
    while size > 0 and width(clip(whole, size)) > limit - 1:
        size -= 1
    return clip(whole, size).rstrip() + "…"


def safe_url(url: str | None) -> str | None:
    """The address when it may stand in a masked link: http(s), no blanks, brackets or controls, not too long."""
    if not url or _BAD_IN_URL.search(_BIDI.sub(" ", url)):
        return None
    url = url.replace("(", "%28").replace(")", "%29")
    if width(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def link(label: str, url: str | None, limit: int) -> str:
    """A masked link that does not unfold, `[label](<url>)`, or the bare label where the address is not usable.

    `limit` holds for the label. Square brackets in a label would end it, so they are shown as round ones; a
    label that looks like an address would make Discord draw no link at all.
    """
    shown = fit_line(label.replace("[", "(").replace("]", ")"), limit)
    address = safe_url(url)
    return f"[{shown}](<{address}>)" if address and shown.strip() else shown


def blockquote(text: str) -> str:
    """Every line of escaped text behind a quotation bar."""
    return "\n".join(f"> {part}" for part in text.split("\n"))


def bold(text: str) -> str:
    """Escaped text in bold, line by line, because bold does not reach over the lines of a block quotation."""
    return "\n".join(f"**{part.strip()}**" if part.strip() else "" for part in text.split("\n"))
