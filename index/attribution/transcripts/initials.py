"""Turns that open with initials: those that a list at the head explains, and those that the text itself does.

"JR  Dr Jane Roe, WHO" in a list, "Speaker key: JR Dr Jane Roe TL Tomas Lind" in one line, or no list at all and a
moderator who says who is there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.attribution.transcripts.form import UP
from index.attribution.transcripts.mark import Mark, mark_of
from index.attribution.transcripts.people import plausible
from index.attribution.transcripts.unlabelled import LISTED_GUESTS
from index.attribution.transcripts.written import is_office, read_label
from index.language.names import PARTICLES
from index.language.roles import HONORIFICS
from index.names.parse import fold, parse_name

_TITLED = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?"
# "JR  Dr Jane Roe, WHO" or "JR – Jane Roe" in the list that tells whose initials open the turns.
_LISTED = re.compile(
    rf"^[ \t]*(?P<initials>[{UP}]{{2,5}})(?:[ \t\u00a0]+|\s*[:=–—-]\s*)"
    rf"(?P<name>{_TITLED}[{UP}][\w.'’-]*[a-z][\w.'’-]*(?: [^\n]{{1,80}}[^\n.?!])?)$",
    re.MULTILINE,
)
_KEY_LINE = re.compile(r"\bspeakers?['’]? key\b\s*:?[ \t]*\n?(?P<list>[^\n]{20,1500})", re.IGNORECASE)
_KEY_ENTRY = re.compile(
    rf"(?<!\S)(?P<initials>[{UP}]{{2,5}})\s+(?P<name>{_TITLED}[{UP}][\w.'’-]*[a-z][\w.'’-]*"
    rf"(?: (?![{UP}]{{2,5}}\s)[^\W\d_][\w.'’-]*){{0,4}})"
)
_WIDE = re.compile(
    rf"^[ \t]*(?P<initials>[{UP}]{{2,4}})(?:[ \u00a0]{{3,}}|\t)[ \t\u00a0]*(?=[{UP}“\"…][^\n]{{30}})", re.MULTILINE
)
_GAP = re.compile(
    rf"^[ \t]*(?P<initials>[{UP}]{{2,4}})(?:[ \u00a0]{{3,}}|\t)[ \t\u00a0]*(?=[{UP}“\"…\[(])", re.MULTILINE
)
_CLOSE = re.compile(rf"^(?P<initials>[{UP}]{{2,4}}) (?=[{UP}“\"…][^\n]{{15}})", re.MULTILINE)
_SMALL = "|".join(sorted(PARTICLES))
_PERSON = re.compile(
    rf"\b{_TITLED}(?P<name>[{UP}](?=[\w'’-]{{0,40}}[a-z])[\w'’-]++"
    rf"(?: (?:[{UP}]\.|[{UP}][\w'’-]++|(?:{_SMALL})\b)){{1,5}})"
)
_BRACKETED = re.compile(
    rf"(?P<name>[{UP}][\w'’-]*[a-z](?: [{UP}][\w'’-]*[a-z]){{1,3}}) ?\((?P<initials>[{UP}]{{2,4}})\)"
)
_TABLE = re.compile(
    r"^\| *(?:Name|Attendee|Participant|Delegate)s? *\| *(?:Abbreviation|Initials|Abbr\.?|Short) *\|", re.M | re.I
)
_ROW = re.compile(rf"^\| *(?P<name>[{UP}][^|\n]{{2,50}}?) *\| *(?P<initials>[{UP}]{{2,5}}) *\|", re.MULTILINE)
_TRANSCRIPT = re.compile(r"\btranscript\b", re.IGNORECASE)
_LEAST_LISTED = 3
_LEAST_EQUAL = 2  # "JR = Jane Roe"
_LEAST_WIDE = 4  # lines that open with initials and a gap where no list explains them, and no title says what it is
_MOST_LETTERS = 4
_LEAST_CLOSE = 0.6  # share of the lines that open with initials and one blank
_KEY_CHARS = 4000  # of a text, in which a list may stand
_TOLD_CHARS = 12_000  # in which a moderator says who is there


@dataclass(frozen=True, slots=True)
class _Key:
    """Whose initials open the turns of a text, themselves where they are nobody's, and where the turns begin."""

    names: dict[str, str]
    below: int
    wide: bool = False


def with_initials(text: str, title: str | None, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a text whose turns open with initials; any other text's as they are."""
    key = (
        _listed(text)
        or _of_table(text)
        or _in_one_line(text)
        or _in_brackets(text, title)
        or _of_drivers(text)
        or _told(text, title)
    )
    if key is None:
        return list(marks)
    own = sorted(_marks(text, key), key=lambda m: m.start)
    starts = {m.start for m in own}
    return sorted([*own, *(m for m in marks if m.start >= key.below and m.start not in starts)], key=lambda m: m.start)


def names_of_list(text: str, end: int) -> str:
    """The head `text[:end]`, with the names of such a list without their initials."""
    if _listed(text):
        return _LISTED.sub(lambda m: m["name"], text[:end])
    key, line = _in_one_line(text), _KEY_LINE.search(text[:_KEY_CHARS])
    if key is None or line is None:
        return text[:end]
    return "\n".join((text[: line.start()].rstrip(), *key.names.values(), text[key.below : end].lstrip()))


def _marks(text: str, key: _Key) -> Iterator[Mark]:
    wide = False
    for m in (_GAP if key.wide else _opened_by(key.names)).finditer(text, key.below):
        label = read_label(key.names[m["initials"]]) if m["initials"] in key.names else None
        wide = wide or "  " in m.group().lstrip() or "\t" in m.group()
        if label is not None:
            yield mark_of(label, m.start(), m.end(), sure=True)
    if wide and not key.wide:  # whom no list has, and opens a line as the others do: a reporter's initials
        for m in _WIDE.finditer(text, key.below):
            if m["initials"] not in key.names:
                yield Mark(m.start(), m.end(), m["initials"], "question", sure=True)


def _listed(text: str) -> _Key | None:
    """The list at the head, an entry a line.

    It counts where `_LEAST_LISTED` and more stand in it, `_LEAST_EQUAL` with their sign, and half open a line below.
    """
    names: dict[str, str] = {}
    below = equal = 0
    for m in _LISTED.finditer(text[:_KEY_CHARS]):
        if m["initials"] in names:
            break
        names[m["initials"]], below = _held(m["name"]), m.end()
        equal += "=" in text[m.end("initials") : m.start("name")]
    return _used(text, _Key(names, below), _LEAST_EQUAL if equal == len(names) else _LEAST_LISTED)


def _held(name: str) -> str:
    """An entry with the office before its holder's name the other way round: "Mayor (Jane Roe)"; what somebody is
    behind a comma, whatever it is, in brackets: "Jane Roe, glaciologist at the Karst Institute"."""
    label = read_label(name)
    person, comma, rest = name.partition(",")
    if label is None and comma:
        return f"{person} ({rest.strip()})"
    holder = label.note if label is not None and is_office(label.base) else ""
    known = bool(holder) and len(holder.split()) >= 2 and plausible(parse_name(holder), introduced=True)
    return f"{holder} ({label.base})" if label is not None and known else name


def _in_one_line(text: str) -> _Key | None:
    """The list at the head, in one line; a page that lost its line breaks goes on behind it."""
    found = _KEY_LINE.search(text[:_KEY_CHARS])
    names: dict[str, str] = {}
    below = 0
    for m in _KEY_ENTRY.finditer(text, found.start("list"), found.end("list")) if found else ():
        if m["initials"] in names or (below and text[below : m.start()].strip()):
            break
        names[m["initials"]], below = m["name"], m.end()
    return _used(text, _Key(names, below))


def _of_table(text: str) -> _Key | None:
    """The table of those who take part, with a column of what they are called by: "| Jane Roe | JRE | Karst |"; few of
    the many speak."""
    head = _TABLE.search(text[:_KEY_CHARS])
    rows = list(_ROW.finditer(text, head.end())) if head is not None else []
    names = {m["initials"]: m["name"].strip() for m in rows}
    key = _Key(names, rows[-1].end()) if rows else None
    used = {m["initials"] for m in _opened_by(names).finditer(text, key.below)} if key is not None else set[str]()
    return key if len(used) >= _LEAST_EQUAL else None


def _in_brackets(text: str, title: str | None) -> _Key | None:
    """Initials in brackets behind the names of title and head: "Interview with Jane Roe (JR) by Tom Lund (TL)"."""
    found = list(_BRACKETED.finditer(title or "")) or list(_BRACKETED.finditer(text[:_KEY_CHARS]))
    names = {m["initials"]: m["name"] for m in found if _initials_of(m["name"]) == m["initials"]}
    return _used(text, _Key(names, 0), least=2)


def _of_drivers(text: str) -> _Key | None:
    """The initials of those whom a line at the head lists: "SO:" below "DRIVERS – Jan ROE (Heron), Sam OKELLO"; also
    where they are a word of the language. Whose initials two have are nobody's."""
    found = LISTED_GUESTS.search(text[:_KEY_CHARS])
    parts = re.split(r"[,;]", re.sub(r"\([^()\n]*\)", "", found["who"])) if found else []
    named = [(_initials_of(part.strip()), part.strip()) for part in parts if len(part.split()) > 1]
    counts = Counter(initials for initials, _ in named)
    names = {k: name for k, name in named if counts[k] == 1 and 2 <= len(k) <= _MOST_LETTERS}
    return _used(text, _Key(names, found.end()), least=2) if found else None


def _used(text: str, key: _Key, least: int = _LEAST_LISTED) -> _Key | None:
    if len(key.names) < least:
        return None
    used = {m["initials"] for m in _opened_by(key.names).finditer(text, key.below)}
    return key if len(used) >= max(2, len(key.names) / 2) else None


def _opened_by(listed: Iterable[str]) -> re.Pattern[str]:
    """Initials that open a line, or stand behind the end of a sentence or a clock time in one."""
    choices = "|".join(map(re.escape, listed))
    return re.compile(
        rf"(?:^[ \t]*|(?<=[.?!…”] )|(?<=\d:\d\d ))(?P<initials>{choices})"
        rf"(?:[ \u00a0]{{2,}}|\t|\s?:\s|[ \u00a0](?=[{UP}“\"…\[(]))[ \t\u00a0]*",
        re.MULTILINE,
    )


def _told(text: str, title: str | None) -> _Key | None:
    """Initials and a gap before what each says, without a list: who is meant is said in the room ("Dr Jane Roe")."""
    called = title is not None and _TRANSCRIPT.search(title) is not None
    counts = Counter(m["initials"] for m in _WIDE.finditer(text))
    wide = bool(counts)
    if not wide and called:
        counts = Counter(m["initials"] for m in _CLOSE.finditer(text))
    often = counts.total() >= _LEAST_WIDE and max(counts.values()) >= 2
    if len(counts) < 2 or not (often or (called and wide)):
        return None
    people: dict[str, set[str]] = {}
    for m in _PERSON.finditer(text[:_TOLD_CHARS]):
        name = parse_name(m["name"])
        if plausible(name, introduced=m.group() != m["name"]):
            people.setdefault(_initials_of(name.full), set()).add(name.full)
    names = {k: _one_of(people.get(k, set())) or k for k in counts}
    if not often and any(k == name for k, name in names.items()):
        return None  # of so few each is named
    if not wide:  # "UK Prime Minister …" opens many a line: each who comes back is named, and most lines open so
        first = next(m.start() for m in _CLOSE.finditer(text))
        lines = len(re.findall(r"^[^\n]*\w[^\n]*$", text[first:], re.MULTILINE))
        known = all(names[k] != k for k, n in counts.items() if n > 1) and len(set(names.values()) - set(names)) > 1
        return _Key(names, first) if known and counts.total() >= _LEAST_CLOSE * lines else None
    return _Key(names, 0, wide=True)


def _initials_of(name: str) -> str:
    words = [w for w in name.replace("-", " ").split() if w.lower() not in PARTICLES and fold(w) not in HONORIFICS]
    return "".join(w[0] for w in words).upper()


def _one_of(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None
