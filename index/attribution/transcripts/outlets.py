"""Outlets that ask, and the reporters who ask for them: whose interview the head of a transcript tells of, and on whom
a briefing's moderator calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.company import said_in
from index.attribution.transcripts.headings import speaker_of_heading
from index.attribution.transcripts.labels import Identity
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import is_role, is_weak
from index.language.names import GIVEN_NAMES
from index.language.transcripts import OUTLETS
from index.names.parse import fold, parse_name

_BRIEFING = re.compile(
    r"\b(?:press|media|news)\s(?:conference|briefing|availability|session|gaggle|teleconference|telebriefing|call)s?\b"
    r"|\b(?:tele)?briefing\b|\bdoorst[oe]p\b|\bquestions? (?:&|and) answers? session\b",
    re.IGNORECASE,
)
# "Answers to journalists' questions"
_QUESTIONED = re.compile(
    r"\b(?:journalists?|reporters?|media|press)\b[’']? questions?\b"
    r"|\bquestions? (?:from|of|by) (?:the )?(?:journalists|reporters|media|press)\b",
    re.IGNORECASE,
)
_TO_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_GREETING = 80  # characters in which a reporter says who she is
# How a moderator calls on a reporter: "I request Ms. Roe to ask her question", "the next question comes from Jane Roe".
_CALLS_ON = re.compile(
    r"\bto (?:ask|put|pose|raise) (?:[a-z]+ ){1,3}questions?\b"
    r"|\bquestions?,? (?:is |comes |goes |will (?:be|come|go) )?(?:from|to|by)\b|\byour (?:[a-z]+ )?question\b"
    r"|\bnext (?:up )?(?:is|we have)\b|\bnext(?: up)?,\s",
    re.IGNORECASE,
)
# And how an operator tells everybody to: "you may press star 1 to ask a question".
_TO_ALL = re.compile(r"\bpress (?:the )?(?:star|pound|hash|\*|#)[^.?!\n]{0,60}\bquestions?\b", re.IGNORECASE)
# How an operator opens a call: "I will turn it over to Ms. Roe."
_GIVES = re.compile(r"\b(?:turn|hand|pass)(?:ing)?\b[^.?!\n]{0,60}\bover\b|\bintroduce\b|\byour host\b", re.IGNORECASE)
_CALLING = 250  # characters before a label in which its bearer is called on
_THANKS = re.compile(r"\W*(?:thank you|thanks)\b|\W*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\b[Mm]r)[.!]+(?=\s|$)")
_BY_TRADE = re.compile(r"\b(?:correspondent|anchor|reporter|presenter)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\?|\b(?:you|your|yours|sir|madam|ask|asking|question|wonder\w*)\b", re.IGNORECASE)
_LEAST_REPORT = 8  # words of what a correspondent tells
_LEAST_ASKING = 0.6  # share of those in brackets who ask, of whom all then do
_INITIALS = 3  # letters of a label that are nobody's name
_MOST_CALLED = 3  # turns of a reporter
_ASKING = 400  # characters at the end of a turn in which she asks


def is_outlet(label: str) -> bool:
    """Whether a label is an outlet's name ("CNN", "Karst Today"), and nobody's with a given name or an office."""
    if OUTLETS.fullmatch(label):
        return True
    name = parse_name(label)
    whole = len(label.split()) > 1 and OUTLETS.search(label) is not None
    return whole and not name.role and not set(name.given_keys) & GIVEN_NAMES


def is_outlet_that_asks(mark: Mark, who: Identity, head: str) -> bool:
    """Whether one who mostly asks is an outlet and no person: `head`, title and top of the text, tells of its interview
    or of whoever works for it ("Die Zeit interview with …", "spoke with Newsweek's Jane Roe")."""
    if who.role:
        return False
    for name in {mark.label, who.speaker or mark.label}:
        if not set(parse_name(name).given_keys) & GIVEN_NAMES:
            told = rf"\b{re.escape(fold(name))}(?:s? [a-z]+ [a-z]+ to\b| interview|s [a-z]+ [a-z]+)"
            if re.search(told, head):
                return True
    return False


def is_in_brackets(text: str, mark: Mark) -> bool:
    """Whether a mark is a name with what its bearer is of, all in brackets: "(Jane Roe, Karst Courier):"."""
    return text.startswith("(", mark.start) and mark.note != "" and mark.kind == "name"


def is_of_the_press(text: str, mark: Mark) -> bool:
    """Whether a mark in brackets names an outlet."""
    return is_in_brackets(text, mark) and OUTLETS.search(mark.note) is not None


def is_the_interviewer(mark: Mark, head: str) -> bool:
    """Whether a label in capitals is the outlet whose interview it is: "SPIGOT" below "In a SPIGOT interview"."""
    name = re.escape(fold(mark.label))
    if not mark.label.isupper() or set(fold(mark.label).split()) & GIVEN_NAMES:
        return False
    told = rf"\b(?:an?|in|the) {name} interview\b|^{name} interview with\b|\btalk(?:s|ed) to {name}\b"
    told += rf"|^{name} (?:talks|talked|speaks|spoke|chats|chatted|meets) (?:to|with)\b"
    return re.search(told, head) is not None


def is_reporter(mark: Mark, said: str, questions: int) -> bool:
    """A named reporter: the label gives the outlet, or the turn only ends the conference with thanks."""
    if mark.note and OUTLETS.search(mark.note) and not is_role(re.sub(OUTLETS, "", mark.note)):
        return not (_BY_TRADE.search(mark.note) and _is_report(said))
    # Who tells something behind her thanks is no reporter.
    only = "?" in said or all(map(_THANKS.match, _SENTENCE_END.split(said.split("\n")[0])))
    brief = only and len(said) < 90 and bool(_THANKS.match(said)) and bool(re.search(r"\b[Mm]r\.? ", said))
    name = parse_name(mark.label)
    brief = brief and not (
        name.surname and name.role and not is_weak(name.role)
    )  # "Rector Jane Roe: Thank you, Mr. President."
    own_line = re.match(r"\s*\([^)]{3,60}\)\.?", said)
    return questions > 0 and (brief or bool(own_line and OUTLETS.search(own_line.group())))


def _is_report(said: str) -> bool:
    """Whether a correspondent tells her viewers something, and neither asks nor thanks nor speaks to whoever answers:
    "JANE ROE, KTV CORRESPONDENT: Let us now listen to that news conference."."""
    return len(said.split()) >= _LEAST_REPORT and not (_TO_WHOM.search(said) or _THANKS.match(said))


def below_who_answers(text: str, title: str | None, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks with known outlets that ask as questions, where the title gives the words to somebody by name who has a
    label too: "Bloomberg: Will it open?" below "Spokesperson Jane Roe's regular press conference"."""
    person = speaker_of_heading(title) if title else None
    if person is None or not person.parsed.surname_key or person.parsed.surname_key not in {m.key for m in marks}:
        return marks
    return [
        replace(m, kind="question")
        if m.kind in ("caps", "name") and OUTLETS.fullmatch(m.label) and "?" in said_in(text, marks, i)
        else m
        for i, m in enumerate(marks)
    ]


def who_name_their_outlet(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of those who begin with their own name and whom they work for at a briefing ("Sir, I am Jane Roe from
    Karst News."): reporters. Where one names a known outlet, or two ask so, also those who ask and name any. Whoever
    speaks first or has an office beside the name presents or answers.
    """
    if not title or not _BRIEFING.search(title):
        return set()
    others = {marks[0].key} | {m.key for m in marks if m.note or parse_name(m.label).role}
    known: set[str] = set()
    asking: set[str] = set()
    at_all: set[str] = set()  # labels of those who ask so, also of those of whom no more is known
    for i, mark in enumerate(marks):
        if mark.kind not in ("caps", "name", "question") or (mark.kind != "question" and mark.key in others):
            continue
        said = said_in(text, marks, i)
        own = re.compile(
            rf"\b{re.escape(mark.label)},?(?: here)?,? (?P<for>from |of |with )?(?:the )?(?P<of>[A-Z][^.,?!\n]*+)", re.I
        )
        told = own.search(said[:_GREETING])
        told = told if told and (told["for"] or OUTLETS.fullmatch(told["of"])) else None  # "Jane Roe, CNN. Is it late?"
        if told and "?" in said:
            at_all.add(mark.label)
        if mark.kind == "question":
            continue
        if told and OUTLETS.search(told["of"]):
            known.add(mark.key)
        elif told and "?" in said:
            asking.add(mark.key)
    return known | asking if known or len(at_all) > 1 else set()


def called_on(text: str, title: str | None, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks of a press conference, those as questions on whom the one before calls to ask: "I request Ms. Roe to
    ask her question." over "Jane Roe, Karst Eye:". Who spoke before or has an office answers or presents."""
    if not title or not _BRIEFING.search(title):
        return marks
    bracketed = {m.key for m in marks if is_in_brackets(text, m)}  # "(Jane Roe, Karst Eye): Will it open?"
    called = bracketed & who_ask_for_an_outlet(text, title, marks)
    called = bracketed if len(called) >= _LEAST_ASKING * len(bracketed) else called  # "Madam, one clarification."
    turns = Counter(m.key for m in marks)
    heard: set[str] = set()
    for i, mark in enumerate(marks):
        named = mark.kind in ("caps", "name") and turns[mark.key] <= _MOST_CALLED
        if named and i and marks[i - 1].kind in ("caps", "name") and mark.key not in heard:
            asks = "?" in said_in(text, marks, i)[-_ASKING:] and not is_role(f"{mark.label} {mark.note}")
            before = said_in(text, marks, i - 1)[-_CALLING:]
            by_operator = fold(marks[i - 1].label) == "operator" and _names(mark, before) and not _GIVES.search(before)
            if asks and (by_operator or _is_called(mark, before)):
                called.add(mark.key)
        heard.add(mark.key)
    return [replace(m, kind="question") if m.kind in ("caps", "name") and m.key in called else m for m in marks]


def _is_called(mark: Mark, said: str) -> bool:
    """Whether words before a mark name its bearer, or anybody where it is two or three letters, and call on somebody to
    ask."""
    letters = mark.label.isupper() and mark.label.isalpha() and len(mark.label) <= _INITIALS
    return (letters or _names(mark, said)) and _CALLS_ON.search(_TO_ALL.sub("", said)) is not None


def _names(mark: Mark, said: str) -> bool:
    """Whether words name the bearer of a mark."""
    name = parse_name(mark.label)
    words = {fold(word) for word in re.findall(r"[\w’'-]+", said)}
    return bool(words & {name.surname_key, *name.given_keys[:1]})


def who_only_ask(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of those at a press conference who have nothing but a name and end each of their few turns on a question
    to "you", where others who ask have no name or two ask so: reporters whom the maker names. Whom the head names, and
    whoever speaks first, is none.
    """
    if not title or not (_BRIEFING.search(title) or _QUESTIONED.search(title)):
        return set()
    head = {fold(word) for word in re.findall(r"[\w’'-]+", f"{title} {text[: marks[0].start]}")}
    turns = Counter(m.key for m in marks)
    asking: dict[str, bool] = {}
    first = next((i for i in range(len(marks)) if len(said_in(text, marks, i).split()) > 2), 0)
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name"):
            name, said = parse_name(mark.label), said_in(text, marks, i).rstrip(' "”)]')
            bare = not mark.note and not name.role and bool(name.given) and turns[mark.key] <= _MOST_CALLED
            asks = bare and said.endswith("?") and _TO_YOU.search(said[-_ASKING:]) is not None
            asking[mark.key] = asking.get(mark.key, i > first) and asks and name.surname_key not in head
    found = {key for key, asks in asking.items() if asks}
    others = len(found) < len(asking)
    return (
        found if others and (len(found) > 1 or any(m.kind in ("question", "bare", "voice") for m in marks)) else set()
    )


def who_are_called_by_given_names(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of those at a press conference whom the maker labels with a given name alone, beside somebody by full
    name or office: reporters whom the speaker calls on ("Matt:"). Whose full name stands in a label or at the head, and
    whoever speaks first, is none."""
    if not title or not _BRIEFING.search(title):
        return set()
    called = {m.key for m in marks if m.kind in ("caps", "name") and m.label.isalpha() and fold(m.label) in GIVEN_NAMES}
    head = {fold(word) for word in re.findall(r"[\w’'-]+", f"{title} {text[: marks[0].start]}")}
    names = [parse_name(m.label) for m in marks if m.kind in ("caps", "name") and m.key not in called]
    known = {key for name in names for key in (*name.given_keys, name.surname_key)}
    answers = any(name.surname and (name.given or name.role) for name in names)
    return called - head - known - {marks[0].key} if answers else set()


def who_ask_for_an_outlet(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of those at a briefing who have nothing but a name and whom they are of in each of their labels, and
    ask in each of their turns ("(Jane Roe, Karst Eye): Will it open?"): reporters, also of outlets that nobody knows.
    """
    if not title or not _BRIEFING.search(title):
        return set()
    asking: dict[str, bool] = {}
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name"):
            bare = bool(mark.note) and not is_role(f"{mark.label} {mark.note}") and bool(parse_name(mark.label).given)
            asks = bare and said_in(text, marks, i).rstrip(' "”)]').endswith("?")
            asking[mark.key] = asking.get(mark.key, True) and asks
    others = {mark.key for mark in marks if mark.kind in ("caps", "name")} - {k for k, asks in asking.items() if asks}
    return {key for key, asks in asking.items() if asks} if others else set()


def who_are_of_the_press(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of the reporters of a briefing, by whichever sign a maker gives."""
    signs = (
        who_name_their_outlet,
        who_ask_for_an_outlet,
        who_only_ask,
        who_are_called_by_given_names,
        who_are_of_an_outlet_first,
    )
    return set[str]().union(*(sign(text, title, marks) for sign in signs))


def who_are_of_an_outlet_first(text: str, title: str | None, marks: Sequence[Mark]) -> set[str]:
    """The keys of those at a briefing whose first label says whom they are of and a later one nothing, and who ask in
    half of their turns ("Jane Roe (KT-7): Good morning.", then "Ms. Roe: Will it open?"): reporters, where one at least
    is of a known outlet. Whoever speaks first, or has an office, is none.
    """
    if not title or not _BRIEFING.search(title):
        return set()
    first: dict[str, Mark] = {}
    later: set[str] = set()
    turns, asks = Counter[str](), Counter[str]()
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name"):
            later |= {mark.key} if mark.key in first and not mark.note else set()
            first.setdefault(mark.key, mark)
            turns[mark.key] += 1
            asks[mark.key] += said_in(text, marks, i).rstrip(' "”)]').endswith("?")
    of = {k: m.note for k, m in first.items() if m.note and not is_role(f"{m.label} {m.note}") and k != marks[0].key}
    asking = {key for key in of if key in later and parse_name(first[key].label).given and 2 * asks[key] >= turns[key]}
    return asking if any(map(OUTLETS.search, of.values())) else set()
