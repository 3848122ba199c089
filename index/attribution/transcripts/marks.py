"""The marks of transcripts: where a line (or an established label inside a line) says that somebody else speaks.

Finds candidates only; `turns` decides whether the text is a transcript at all. Each line is looked at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.attribution.transcripts.notes import lines_of
from index.language.english import words
from index.language.names import PARTICLES
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS
from index.language.spelling import within_one_edit
from index.names.parse import fold, parse_name

MarkKind = Literal["question", "bare", "answer", "caps", "name"]

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_PREFIX = re.compile(
    r"(?:[>•·]\s*)*(?:\[[0-9IVXLl]{1,5}[.,\-\]]{1,2}\s*|\(?\d{1,3}[.)]\s+(?=(?:Q|QUESTION|THE [A-Z]+|MR|MS|MRS)\b))?"
    r"(?:</?(?:b|strong|em|i)>|[*_]{1,3})*\s*"
)
_CLOCK = r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?[\])]?"
_TIMED = re.compile(
    rf"(?P<label>[{_UP}][^\n:()\[\]]{{0,60}}?)\s*(?:[:.]\s*)?"
    rf"(?:[\[(](?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}}[\])]\s*:?|(?<=\s){_CLOCK}\s*$)"
)
_MARKUP_END = re.compile(r"(?:</?(?:b|strong|em|i)>|[*_]{1,3})*")
_QUESTION_WORD = (
    r"Q(?:&A)?|QUESTION(?:ER)?S?|Question(?:er)?s?|REPORTERS?|Reporters?|JOURNALISTS?|Journalists?"
    r"|(?:THE )?PRESS|The Press"
    r"|(?:THE )?MEDIA|AUDIENCE(?: MEMBERS?| QUESTION)?|Audience(?: [Mm]embers?| [Qq]uestion)?"
    r"|CORRESPONDENTS?|Correspondents?"
    r"|INTERVIEWER|Interviewer|SPEAKER|Speaker|PARTICIPANT|Participant|(?:UNKNOWN|UNIDENTIFIED)(?: [A-Z]+)?"
    r"|(?:Unknown|Unidentified)(?: [A-Za-z]+)?|MALE (?:VOICE|REPORTER)|FEMALE (?:VOICE|REPORTER)|STAFF|VOICES?|A VOICE"
)
_QUESTION = re.compile(
    rf"(?P<label>(?:{_QUESTION_WORD})(?:\s?(?:#\s?)?\d{{1,3}}|\s[A-Z])?)\s?(?P<note>[(\[][^()\[\]\n]{{1,80}}[)\]]"
    r"|[,–-]\s?[^:\n.?]{1,60}(?=:))?"
    r"(?P<sep>\s?(?::|(?<=[QR])\.|(?<=QUESTION)\.|(?<=\))\.)|\s?\.?\s?(?:--+|—)|[ \u00a0]{2,}|\t)"
)
_BARE_Q = re.compile(rf"Q[ \u00a0](?=[{_UP}\"“(\[—-])")
_ANSWER = re.compile(r"(?P<label>A(?:NSWERS?|nswers?)?\s?\d{0,3})\s?(?P<sep>[.:]|[ \u00a0]{2,}|\t)(?=\s|$|[A-Z\"“—-])")
_CAPS_TOKEN = (
    rf"(?:(?:MR|MRS|MS|DR|LT|GEN|SEN|REP|GOV|COL|ADM|AMB|ST|JR|SR|MAJ|CAPT|HON|REV|PROF)\.|[{_UP}]\."
    rf"|(?:Ma?c|O['’]|De|Van|Von|Le|La|Di|D['’]|Fitz)?[{_UP}][{_UP}'’\-]+|(?:de|van|von|der|la|du|of|the|for))"
)
_CAPS_DOT = re.compile(
    rf"(?P<label>{_CAPS_TOKEN}(?:,? {_CAPS_TOKEN}){{0,6}})(?P<note>\s?[(\[][^()\[\]\n]{{1,80}}[)\]])?(?P<sep>\.)"
    r"(?=\s|$|[-—“\"]|[A-Z][a-z])"
)
_CAPS_NOTE = re.compile(
    rf"(?P<label>{_CAPS_TOKEN}(?: {_CAPS_TOKEN}){{0,5}})"
    r"(?P<note>\s[\[(](?:reading|quoting|continuing)[^\]\)\n]{0,60}[\])])(?P<sep>[.:]?)"
)
_MISPRINT = re.compile(rf"([{_UP}][{_UP}.,]*(?: [{_UP}][{_UP}.,]*){{0,3}})[.:,]?\s(?=[{_UP}\"“][a-z'’]|I[ '’])")
_SIGNS: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (_QUESTION, "question"),
    (_BARE_Q, "bare"),
    (_ANSWER, "answer"),
)
_NUMBER = re.compile(r"\[\d{1,3}\.?\]\s+")
_ADDRESSED = re.compile(r"(?:Mr\.?|Mrs\.?|Ms\.?|Madam) (?P<office>[A-Z][a-z]+(?: [A-Z][a-z]+)?),")
_STOP = words("""
note notes update updates updated source sources photo photos picture image caption video watch read related
more by contact contacts date time place location where when who what why how subject re from to cc tel phone
email fax website web summary background analysis opinion editorial correction clarification warning example
answer fact facts claim claims verdict rating result results score scores final question context conclusion
introduction overview topic topics tags category author writer byline credit credits age occupation party born
education hometown home family name position experience day week january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday remember
first second third fourth finally also bottom line lesson reality myth truth quote quotes headline advertisement
breaking exclusive live timeline pros cons price cost ps p.s now then well yes no so ok okay good thank thanks
dear sir ladies my our your his her step part chapter section table figure reuters/file washington london new
york paris moscow brussels
""")
_STOP_BASES = words(
    "the-facts the-fact the-claim the-truth bottom-line the-bottom-line in-short to-be-clear for-example"
)
_FUNCTION_WORDS = words(
    "a an is are was were in on at by with but or if so as it this that these those we you he she they i"
)
_ROLE_ONLY = words(
    "moderator operator host anchor announcer interpreter translator narrator chair chairperson emcee mc presenter"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: `[start, end)` with number and sign, the label without them, and the note beside it."""

    start: int
    end: int
    label: str
    kind: MarkKind
    note: str = ""
    timed: bool = False
    inline: bool = False

    @property
    def key(self) -> str:
        """What marks of one speaker share: the surname, or the folded label."""
        if self.kind in ("question", "bare", "answer"):
            return "?" if self.kind != "answer" else "!"
        name = parse_name(self.label)
        return name.surname_key or fold(self.label)


def asks_by_label(label: str) -> bool:
    """Whether a label alone says that nobody by name speaks ("Q", "REPORTER:", "AUDIENCE MEMBERS:")."""
    return bool(re.fullmatch(_QUESTION_WORD + r"(?:\s?#?\d{1,3})?", label.strip(" .:\u00a0")))


def find_marks(text: str) -> tuple[Mark, ...]:
    """All candidates at the beginning of lines, in order."""
    return tuple(m for a, b in lines_of(text, 0, len(text)) if (m := _line_mark(text, a, b)))


def _line_mark(text: str, a: int, b: int) -> Mark | None:
    at = _PREFIX.match(text, a, b)
    start = at.end() if at else a
    if start >= b:
        return None
    first = text[start]
    if first == "[" or first == "(":
        return _bracketed(text, a, start, b)
    if not first.isupper():
        return None
    limit = min(b, start + 180)
    for pattern, kind in _SIGNS:
        m = pattern.match(text, start, limit)
        if m and not (kind == "question" and _is_sentence(m)):
            found = m.groupdict()
            end = _past_clock(text, _MARKUP_END.match(text, m.end(), b), b)
            return Mark(a, end, (found.get("label") or "Q").strip(), kind, _bare_note(found.get("note")))
    m = _TIMED.match(text, start, limit)
    if m and (base := _label(m["label"])):
        return Mark(a, m.end(), base[0], _kind(base[0]), base[1], timed=True)
    return _caps_mark(text, a, start, limit) or _colon_mark(text, a, start, limit)


def addressed_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Questions whose "Q." was lost: a numbered line that addresses who answers here ("[7.] Mr. President, why …")."""
    offices = {m.label.removeprefix("THE ").casefold() for m in marks if m.kind == "caps"}
    for a, b in lines_of(text, 0, len(text)):
        number = _NUMBER.match(text, a, b)
        addressed = number and _ADDRESSED.match(text, number.end(), b)
        if number and addressed and addressed["office"].casefold() in offices:
            yield Mark(a, number.end(), "Q", "question")


def repaired_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks that were misprinted ("THE. PRESIDENT.", "TEE PRESIDENT.", "THE PRESIDENT Well"): one letter off a label
    in capitals that stands three times or more."""
    counts = Counter(m.label for m in marks if m.kind == "caps")
    labels = {"".join(filter(str.isalpha, k)): k for k, n in counts.items() if n >= 3 and len(k) >= 7}
    if not labels:
        return
    taken = {m.start for m in marks}
    for a, b in lines_of(text, 0, len(text)):
        m = None if a in taken else _MISPRINT.match(text, a, b)
        if not m:
            continue
        letters = "".join(filter(str.isalpha, m[1]))
        for known, label in labels.items():
            if within_one_edit(letters, known):
                yield Mark(a, m.end(), label, "caps")
                break


def _is_sentence(m: re.Match[str]) -> bool:
    """ "Questions, which nobody asked: …" is prose."""
    return bool(m["note"]) and m["note"].startswith((",", "-", "–")) and len(m["note"].split()) > 7


def _past_clock(text: str, m: re.Match[str] | None, b: int) -> int:
    end = m.end() if m else b
    clock = re.compile(r"\s*[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}[\])]").match(text, end, b)
    return clock.end() if clock else end


def _bare_note(note: str | None) -> str:
    out = (note or "").strip(" ()[],–-")
    return "" if re.match(r"(?:to|in response|reading|quoting|continuing|via|through)\b", out) else out


def _bracketed(text: str, a: int, start: int, b: int) -> Mark | None:
    """ "[Jane Roe]: …" and "[Moderator] …:"."""
    m = re.compile(r"\[([^\[\]\n:]{1,60})\]\s*:").match(text, start, b)
    base = _label(m[1]) if m else None
    if not m or not base:
        return None
    question = _QUESTION.match(base[0] + ":")
    return Mark(a, m.end(), base[0], "question" if question else _kind(base[0]), base[1])


def _caps_mark(text: str, a: int, start: int, limit: int) -> Mark | None:
    m = _CAPS_NOTE.match(text, start, limit) or _CAPS_DOT.match(text, start, limit)
    if not m:
        return None
    label = m["label"]
    if (
        not any(c.isalpha() and c.islower() for c in text[m.end() : m.end() + 200])
        and len(text[m.end() : limit].split()) > 2
    ):
        return None  # a heading with a full stop
    if is_caps_speaker(label):
        return Mark(a, m.end(), label, "caps", _bare_note(m["note"]))
    return None


def _colon_mark(text: str, a: int, start: int, limit: int) -> Mark | None:
    m = re.compile(r"([^\n:]{1,110}?)(?:</?(?:b|strong|em|i)>|[*_]{1,3})*\s*:(?!//)").match(text, start, limit)
    if not m:
        return None
    if (
        (rest := text[m.end() : m.end() + 1])
        and not rest.isspace()
        and rest not in "*_<\"“‘'([—-…."
        and not rest.isupper()
    ):
        return None
    base = _label(m[1])
    if not base:
        return None
    kind = _kind(base[0])
    if kind == "caps" and _all_caps_line(text[m.end() : limit].split("\n")[0]):
        return None
    end = _MARKUP_END.match(text, m.end(), limit)
    return Mark(a, _past_clock(text, end, limit), base[0], kind, base[1])


def _all_caps_line(rest: str) -> bool:
    letters = [c for c in rest if c.isalpha()]
    return len(letters) > 5 and len(rest.split()) > 1 and not any(c.islower() for c in letters)


def _kind(label: str) -> MarkKind:
    if re.fullmatch(_QUESTION_WORD + r"(?:\s?#?\d{1,3})?", label):
        return "question"
    stripped = re.sub(r"\b(?:Ma?c|O['’]|De|Van|Von|Le|La|Di|Fitz|de|van|von|der|la|du|of|the)(?=[A-Z ])", "", label)
    letters = [c for c in stripped if c.isalpha()]
    return "caps" if len(letters) > 1 and not any(c.islower() for c in letters) else "name"


def _label(raw: str) -> tuple[str, str] | None:
    """(label, note) of what stands before a colon, None where it is no name or role."""
    raw = raw.strip(" \t\u00a0*_<>[]•")
    m = re.match(r"([^,(\[–—]+?)(?:\s*[,(\[]\s*|\s+[–—-]\s+)([^\[\]()]{1,90})[)\]]?$", raw)
    base, note = (m[1].strip(), m[2].strip()) if m else (raw, "")
    found = base.split()
    if (
        m
        and len(found) == 1
        and raw[len(m[1]) :].lstrip()[:1] == ","
        and not any(h in fold(note).split() for h in ROLE_HEADS)
    ):
        return None
    if not 1 <= len(found) <= 7 or any(c.isdigit() for c in base) or not base[0].isupper():
        return None
    if base[-1] in '.?!”"' and not base.endswith(("Jr.", "Sr.", "JR.", "SR.")):
        return None
    folded = [fold(w) for w in found]
    if folded[0] in _STOP or "-".join(folded) in _STOP_BASES or any(w in _FUNCTION_WORDS for w in folded[1:]):
        return None
    if folded[0] in _FUNCTION_WORDS:
        return None
    for word, low in zip(found, folded, strict=True):
        if (
            not word[0].isupper()
            and low not in PARTICLES | {"of", "the", "for", "and", "&"}
            and not low.startswith("al-")
        ):
            return None
    if "and" in folded and not any(w in ROLE_HEADS for w in folded):
        return None
    return base, note


def is_caps_speaker(label: str) -> bool:
    """Whether a label in capitals before a full stop is somebody: a title or role, or a name with its given name."""
    found = [fold(w) for w in label.replace(",", " ").split()]
    if re.search(r", (?!JR|SR|I)", label) or any(w in ("good", "thank", "no", "yes") for w in found):
        return False
    if not found or (len(found) == 1 and found[0] not in ROLE_HEADS | _ROLE_ONLY):
        return False
    core = found[1:] if found[0] == "the" else found
    if found[0] == "the":
        return (
            bool(core)
            and len(core) <= 5
            and (core[-1] in ROLE_HEADS or core[0] in ROLE_HEADS)
            and core[-1] not in ("and",)
        )
    if core[0] in HONORIFICS or core[0] in RANKS or core[0] in ROLE_HEADS:
        return 2 <= len(core) <= 6 or core[0] in _ROLE_ONLY
    return name_like(label)


def name_like(label: str) -> bool:
    """Whether two to four words look like a given name and a surname by spelling alone."""
    name = parse_name(label)
    parts = [fold(w) for w in label.split()]
    if any(p in _STOP or p in _FUNCTION_WORDS or p in ("and", "of", "for", "the", "to") for p in parts):
        return False
    return bool(name.given) and len(name.given) <= 3 and 2 <= len(parts) <= 5


def inline_marks(text: str, marks: Iterable[Mark], labels: Iterable[str], everywhere: bool) -> Iterator[Mark]:
    """Marks inside lines: an established label of `marks` after the end of a sentence or after a heading in capitals.

    `labels` are the established labels with their sign ("THE PRESIDENT.", "MR PRICE:"). `everywhere`: the text has
    lost its line breaks, so that any label in capitals with a colon counts.
    """
    starts = {m.start for m in marks} | {m.end for m in marks}
    choices = "|".join(sorted((re.escape(x) for x in set(labels)), key=len, reverse=True))
    if everywhere:
        generic = rf"(?:QUESTION|Q|{_CAPS_TOKEN}(?: {_CAPS_TOKEN}){{0,4}})(?:\s?[(\[][^()\[\]\n]{{1,60}}[)\]])?:"
        choices = f"{choices}|{generic}" if choices else generic
    if not choices:
        return
    pattern = re.compile(rf"(?:(?<=[.?!…)\]\"”—,-])[ \u00a0]?|(?<=[{_UP}\]][ ]))(?P<mark>{choices})(?=[ \u00a0\n]|$)")
    for m in pattern.finditer(text):
        line = text.rfind("\n", 0, m.start()) + 1
        before = text[line : m.start("mark")]
        if not before.strip() or m.start("mark") in starts or (line in starts and not before.strip("[]0123456789. ")):
            continue
        if before.rstrip()[-1] not in '.?!…)]"”—,-' and any(c.islower() for c in before):
            continue
        raw = m["mark"]
        question = _QUESTION.match(raw)
        if question:
            yield Mark(
                m.start("mark"), m.end("mark"), question["label"], "question", _bare_note(question["note"]), inline=True
            )
            continue
        note = re.search(r"\s?[(\[]([^()\[\]]+)[)\]]", raw)
        label = re.sub(r"\s?[(\[][^()\[\]]+[)\]]", "", raw).rstrip(".: ")
        if _label(label) or is_caps_speaker(label):
            yield Mark(m.start("mark"), m.end("mark"), label, _kind(label), note[1] if note else "", inline=True)
