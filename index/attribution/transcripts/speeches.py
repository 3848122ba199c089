"""Speeches and statements: a text that its heading gives to one speaker from the first to the last word.

"Remarks by the President on ports", "Doorstep statement by NATO Secretary General Jane Roe", "(As delivered)".
An article about a speech is none: it has a reporter's prose ("she said") around quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from index.attribution.transcripts.greetings import greets, who_greets
from index.attribution.transcripts.headings import (
    gives_words,
    heading_in_lines,
    sentence_in_lines,
    speaker_of_heading,
    tells_of_meeting,
)
from index.attribution.transcripts.labels import Cast, Identity
from index.attribution.transcripts.mark import read_mark
from index.attribution.transcripts.notes import (
    FootNotes,
    ends_transcript,
    is_heading,
    is_note,
    lines_of,
    speech_spans,
    trim,
)
from index.attribution.transcripts.offices import role_keys
from index.attribution.transcripts.people import Person, clean_role, head_people, scan_people
from index.attribution.transcripts.signed import signed
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED, SALUTATION
from index.attribution.transcripts.written import name_like
from index.language.bodies import PLACES
from index.language.names import GIVEN_NAMES
from index.language.transcripts import ROOM_ROLES
from index.model import Span, Turn
from index.names.parse import fold, parse_name

MIN_WORDS = 25
_LONGEST_HEADING = 120  # characters of a heading between two speeches
_DELIVERED = re.compile(
    r"[\[(*“\"]*+\s*+(?:as\s+(?:delivered|prepared(?:\s+for\s+delivery)?|written|released|spoken|given)|check\s+against\s+delivery"
    r"|(?:unofficial\s+)?(?:translation|transcript)|delivered\s+(?:by|at|on)\b[^\n]{0,80}|(?:full|verbatim)\s+text)\s*+[\])*.!:”\"]*+$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:From|By|Delivered (?:on|by)|Published|Date|Location|Venue|Last updated|Updated|Speaker|Event|Topics?)\s*:",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\btranscript\b[^.\n]{0,80}\b(?:below|follows|following)\s*[:.]?$"
    r"|\b(?:delivered|made|gave|issued|released) the following\b[^.\n]{3,200}:$",
    re.IGNORECASE,
)
_SPOKESPERSON = re.compile(
    r"(?P<office>(?:[A-Z][\w.’'-]* ){0,6}?Spokes(?:person|man|woman)[^:\n]{0,80}): ?(?P<name>[A-Z][^:\n.?!]{3,50})"
)
_PLACED = re.compile(r"(?:Location|Place|Date|Venue|Topic|Subject) ?:")
_OFFICE_BELOW = re.compile(
    r"\btranscript of (?:the )?(?P<office>[A-Z][\w ]{2,40}?)['’]s? (?:[a-z]+ )?"
    r"(?:remarks|speech|address|statement|comments)[^.\n]{0,60}\b(?:below|follows|following)\s*[:.]?$"
)
# Occasions at which others ask.
_ASKED_THERE = re.compile(
    r"\b(?:(?:press|news|media)\s+(?:conference|briefing|availability|gaggle|call|scrum)|gaggle|interview|briefing|hearing"
    r"|town\s+hall|debate|q\s?&\s?a|questions|doorstop|podcast)\b",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"(?<![^.!?\n])(?>[^.!?\n]*?\b(?:[Yy]ou|[Yy]our|[Mm]inister|[Ss]ecretary|Mr\.?|Madam|[Ss]ir)\b)[^.!?\n]*+\?"
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
# "Jump to the questionsGood morning", a link that lost its break before the first words
_GLUED_GREETING = re.compile(r"[^\n.?!]{3,90}[a-z](?=(?:Good (?:morning|afternoon|evening)|Ladies and gentlemen)\b)")
_ADDRESS = re.compile(
    r"(?:[A-Z][\w’'-]*\s(?:(?:of|to|at|on|the|for)\s){0,3}){0,6}(?:Address|Speech|Remarks|Statement|Message|Lecture|Keynote)"
    r"(?:\s(?:at|on|to|for|in)\s[^\n.?!]{3,80})?"
)
_ARROWS = re.compile(r"(?<=\S)\s+>>+(?=\s)")
_TAKES_QUESTIONS = re.compile(
    r"\bnow (?:at your disposal|ready|happy|open)\b[^.!?\n]{0,40}\bquestions\b[^.!?\n]{0,20}\.\Z"
)
_TOLD_LINES = 6  # at the top, of which one may say whose words follow
_TOP = 16  # lines at the top of which one may say that the transcript stands below
# "Hello, I'm Jane Roe, a Spokesperson for the Port Authority."
_PRESENTS = re.compile(
    r"(?:Hello|Hi|Good (?:morning|afternoon|evening|day))\b[^.!?\n]{0,40}[,.!] (?P<who>(?:I['’]m|I am|[Mm]y name is) "
    r"[^,.!?\n]{3,50}, (?:an?|the) [^,.!?\n]{0,40}?[Ss]pokes(?:person|man|woman)\b[^,.!?\n]{0,60})"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,’'/-]{2,40}(?:\([A-Z]\w+\))?\s*[-–—]{1,2}\s|^[A-Z][\w .]+,?\s\([A-Z]\w+\)\s*[-–—]"
)
_ROOM = re.compile(
    r"^(?:(?:[\w’'.]+\s+){1,6}(?:room|hall|office|house|garden|lawn|center|centre|square|auditorium|headquarters|theatre"
    r"|theater|university|palace|building|base|airport|embassy|church|cathedral|stadium|park)\b[^.!?]{0,60}"
    r"|[\w.]+(?:\s[\w.]+){0,4},\s[\w.]+(?:\s[\w.]+){0,3}|(?:\d{1,2}\s)?[a-z]{2,9}\.?\s(?:\d{0,2},?\s)?\d{4}"
    r"|for immediate release.*|via\s[^.]{3,60}|on\s[^.]{3,60})$",
    re.IGNORECASE,
)


def find_speech(text: str, title: str | None = None) -> Turn | None:
    """The one turn of a speech or statement whose heading names its speaker, else None.

    `spans` are its paragraphs without headings, notes, place and time lines; salutations belong to it. The heading is
    the title or one of the first lines. None for news about a speech and for a text under `MIN_WORDS` words.
    """
    lines = list(lines_of(text, 0, len(text)))
    if not lines or len(text.split(None, MIN_WORDS)) <= MIN_WORDS:
        return None
    found, end = _heading(text, title, lines), len(text)
    if found is None and (by := signed(text, title, lines)) is not None:
        found, end = (by[0], 0, False), by[1]
    if found is None:
        return None
    person, first, delivered = found
    body = body_start(text, lines, first)
    # What others ask behind it, and what is answered there without a mark, is nobody's.
    heard = " ".join((title or "", *(text[a:b] for a, b in lines[: first + 1] if b - a <= 400)))
    asked = bool(_ASKED_THERE.search(heard))
    # "We are now at your disposal for questions.": what stands below is asked and answered.
    over = {a for (c, d), (a, _) in pairwise(lines) if asked and _TAKES_QUESTIONS.search(text, c, d)}
    stop = next(
        (
            a
            for a, b in lines
            if a >= body
            and (
                a in over
                or ends_transcript(text[a:b])
                or _asks(text, a, b, unmarked=asked)
                or _is_anothers(text, a, b, person)
                or (first > 0 and heads_another(text, a, b, person))
            )
        ),
        end,
    )
    arrows = _ARROWS.search(text, body)  # of captions, also inside a line: somebody else speaks
    stop = min(stop, end, arrows.start() if arrows is not None else end)
    presents = _PRESENTS.match(text, body) is not None
    if any(map(tells_of_meeting, (title or "", *(text[a:b] for a, b in lines[:first])))) and _narrated(text[body:stop]):
        return None
    if (greets(text[body:stop], person) and not presents) or not _is_speech(text[body:stop], person, delivered):
        return None
    spans = speech_spans(text, body, stop, FootNotes(text), next_is_mark=False)
    if sum(len(text[a:b].split()) for a, b in spans) < MIN_WORDS:
        return None
    mark = (
        (lines[first - 1] if first else (spans[0][0], spans[0][0]))
        if not title or first
        else (spans[0][0], spans[0][0])
    )
    mark = mark if mark[1] <= spans[0][0] else (spans[0][0], spans[0][0])
    turn = turn_of_speech(text, title, person, mark, spans)
    return replace(turn, role=person.role) if presents else turn


def speeches_below(text: str, title: str | None, first: Turn) -> Iterator[Turn]:
    """The turns of others below a speech under a heading in the text, each under a heading of its own: "Remarks by
    Mayor Roe" over what he says to the one before."""
    if first.mark_span[0] == first.mark_span[1]:
        return
    lines = list(lines_of(text, first.end, len(text)))
    before = speaker_of_heading(first.mark)
    heads: list[tuple[int, Person]] = []
    for i, (a, b) in enumerate(lines):
        person = heads_another(text, a, b, heads[-1][1] if heads else before)
        if person is not None:
            heads.append((i, person))
    if not heads or heads[0][0] > 0:
        return  # something else stands between
    for (i, person), (j, _) in pairwise([*heads, (len(lines), heads[0][1])]):
        until = lines[j][0] if j < len(lines) else len(text)
        spans = speech_spans(text, lines[i][1], until, FootNotes(text), next_is_mark=False)
        if spans and _speaks(text, *spans[0]):
            yield turn_of_speech(text, title, person, lines[i], spans)


def turn_of_speech(text: str, title: str | None, person: Person, mark: Span, spans: tuple[Span, ...]) -> Turn:
    """The turn of a person under the heading or line `mark`, of the paragraphs `spans`."""
    who = _identify(text, title, person)
    return Turn(
        start=spans[0][0],
        end=spans[-1][1],
        spans=spans,
        speaker=who.speaker,
        mark=text[slice(*mark)],
        mark_span=mark,
        role=who.role,
        resolved=who.resolved,
    )


def heads_another(text: str, a: int, b: int, before: Person | None) -> Person | None:
    """Whom a line by itself gives the words to that stand below it, where it is another than the one `before`."""
    line = text[a:b]
    if b - a > _LONGEST_HEADING or before is None or not gives_words(line):
        return None
    person, below = speaker_of_heading(line), next(lines_of(text, b, len(text)), None)
    another = person is not None and person.parsed.surname_key not in ("", before.parsed.surname_key)
    return person if another and below is not None and _speaks(text, *below) else None


def _speaks(text: str, a: int, b: int) -> bool:
    """Whether a paragraph is a sentence that greets, or that its speaker says of himself or to others."""
    said = FIRST_PERSON.search(text, a, b) or _YOU.search(text, a, b) or SALUTATION.match(text[a:b])
    return text[b - 1] in ".!?…" and said is not None


def _asks(text: str, a: int, b: int, *, unmarked: bool) -> bool:
    """Whether a paragraph asks; `unmarked`: also one without a mark that asks "you" something, as reporters do."""
    mark = read_mark(text, a, b)
    return (mark is not None and mark.kind == "question") or (unmarked and bool(_TO_YOU.search(text, a, b)))


def _is_anothers(text: str, a: int, b: int, person: Person) -> bool:
    """Whether a line opens with the label of somebody else, by name or office, or with captions' arrows."""
    mark = read_mark(text, a, b)
    if mark is None or mark.kind not in ("caps", "name", "voice") or mark.key == person.parsed.surname_key:
        return False
    words = set(fold(mark.label).split())
    if words & ROOM_ROLES:  # "Moderator: The first question.", and no label of the chair who speaks
        return not words <= set(fold(person.role).split())
    name = parse_name(mark.label)
    known = bool(name.role) or bool(set(name.given_keys[:1]) & GIVEN_NAMES)
    return mark.kind == "voice" or (bool(name.surname) and known)


def _heading(text: str, title: str | None, lines: list[Span]) -> tuple[Person, int, bool] | None:
    """(speaker, first line after the heading, whether it says that these are the words spoken)."""
    delivered = any(_DELIVERED.match(text[a:b]) for a, b in lines[:8] if b - a <= 200)
    person = speaker_of_heading(title) if title else None
    if person and not person.parsed.surname:  # an office, which a sentence or a line below may name
        told = sentence_in_lines(text, lines[:_TOLD_LINES])
        if told and told[0].parsed.surname:
            return *told, True
        below = _name_below(text, lines, person)
        return (*below, delivered) if below else (person, 0, delivered)
    if person:
        return person, 0, delivered
    greeting = who_greets(title, text[body_start(text, lines, 0) :])
    if greeting is not None:
        return greeting, 0, delivered
    if (told := sentence_in_lines(text, lines[:_TOLD_LINES])) is not None:
        return *told, True
    if (field := _named_in_field(text, lines)) is not None:
        return *field, delivered
    if (held := _office_below(text, title, lines)) is not None:
        return *held, True
    for i, (a, b) in enumerate(lines[:_TOLD_LINES]):
        presents = _PRESENTS.match(text, a, b)
        people = scan_people(presents["who"], 1) if presents else ()
        if len(people) == 1:
            return people[0], i, delivered
    found = heading_in_lines(text, title, lines) or _named_alone(text, title, lines)
    return None if found is None else (*found, delivered)


def _named_alone(text: str, title: str | None, lines: list[Span]) -> tuple[Person, int] | None:
    """(whom a title is, by office and name and nothing else, how many lines up to what it heads): "Governor Jane Roe"
    over "State of the Coast Address"."""
    people = scan_people(title) if title else ()
    if title is None or len(people) != 1:
        return None
    name = people[0].parsed
    if not name.given or f"{name.role} {name.full}" != title.removeprefix("The "):
        return None
    i = next((i for i, (a, b) in enumerate(lines[:2]) if _ADDRESS.fullmatch(text, a, b)), None)
    return None if i is None else (people[0], i + 1)


def _named_in_field(text: str, lines: list[Span]) -> tuple[Person, int] | None:
    """(whom a field above the words names, how many lines up to it): "Spokesperson for the Mayor: Jane Roe" over place
    and date."""
    for i, (a, b) in enumerate(lines[:_TOLD_LINES]):
        told = _SPOKESPERSON.fullmatch(text, a, b)
        name = parse_name(told["name"]) if told else None
        if told and name and name.given and i + 1 < len(lines) and _PLACED.match(text, *lines[i + 1]):
            return Person(name.full, clean_role(told["office"]), name), i + 1
    return None


def _name_below(text: str, lines: list[Span], office: Person) -> tuple[Person, int] | None:
    """(who holds the office of the title, how many lines up to it), where a line at the top is a known name alone."""
    for i, (a, b) in enumerate(lines[:_TOLD_LINES]):
        name = parse_name(text[a:b]) if name_like(text[a:b]) else None
        if name and name.surname and set(name.given_keys[:1]) & GIVEN_NAMES - PLACES:
            return Person(name.full, office.role, name), i + 1
    return None


def _office_below(text: str, title: str | None, lines: list[Span]) -> tuple[Person, int] | None:
    """(who holds the office whose words a line says to follow, how many lines up to it): "A transcript of the Mayor's
    remarks is below:" under "Mayor Jane Roe spoke today."; the one of that office whom title and lines above name."""
    for i, (a, b) in enumerate(lines[:_TOP]):
        told = _OFFICE_BELOW.search(text, a, b)
        if told is None:
            continue
        office = role_keys(told["office"])
        above = [title or "", *(text[slice(*line)] for line in lines[:i])]
        held = [p for line in above for p in scan_people(line, 1) if office and role_keys(p.role) == office]
        fuller = [person for person in held if person.parsed.given] or held
        return (fuller[0], i + 1) if len({person.parsed.surname_key for person in held}) == 1 else None
    return None


def body_start(text: str, lines: list[Span], first: int) -> int:
    """Where the words begin: past heading, place, time and notes, but not past the salutation.

    A line that says that a transcript stands below it ends all that is told above.
    """
    below = next((i for i in range(first, min(len(lines), _TOP)) if _BELOW.search(text[slice(*lines[i])])), first - 1)
    first = below + 1
    field = False
    for i in range(first, min(len(lines), first + 12)):
        a, b = lines[i]
        line = text[a:b]
        if field or _FIELD.fullmatch(line):  # "Delivered on:" over the day
            field = not field
            continue
        if SALUTATION.match(line.lstrip('"“')):
            return a
        if (glued := _GLUED_GREETING.match(text, a, b)) is not None:
            return glued.end()
        if line[-1] not in ".!?:…" and speaker_of_heading(line) is not None:
            continue
        small = len(line.split()) <= 14
        if small and (is_note(line) or _DELIVERED.match(line) or _ROOM.match(line)):
            continue
        if small and line[-1] not in '.!?:,;”"—…' and (is_heading(line, before_mark=True) or i < first + 3):
            continue
        return a
    return lines[min(first, len(lines) - 1)][0]


def _is_speech(body: str, person: Person, delivered: bool) -> bool:
    """Whether the body is spoken in the first person, and not a report with quotations and "she said"."""
    size = len(body.split())
    reported = len(REPORTED.findall(body))
    whole = all(line.lstrip()[0] in '"“' for line in body.split("\n") if line.strip())  # a statement in quotation marks
    quoted = sum(len(m.group()) for m in re.finditer(r"[\"“][^\"“”\n]{20,}[\"”]", body))
    first = len(FIRST_PERSON.findall(body))
    head = body[:400]
    surname = person.parsed.surname
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", " ", body)
    about_self = len(re.findall(rf"\b{re.escape(surname)}\b", outside)) if len(surname) > 2 else 0
    if _DATELINE.match(head) and not delivered:
        return False
    if about_self > 1 + size / 400 or reported > 1 + size / 350:
        return False
    if quoted > 0.3 * len(body) and not (delivered or whole):
        return False
    spoken = bool(SALUTATION.match(trim_line(head)))
    return first >= size * (0.004 if delivered or spoken else 0.012) and (first > 0 or delivered)


def _narrated(body: str) -> bool:
    """Whether a page tells in its first sentence what is to be heard: nobody speaks of herself there or to others."""
    top = trim_line(body)
    return not (FIRST_PERSON.search(top) or SALUTATION.match(top) or _YOU.search(top))


def trim_line(text: str) -> str:
    """The first non-empty line of `text` without white space around it."""
    a, b = trim(text, 0, len(text))
    return text[a:b].split("\n", 1)[0]


def _identify(text: str, title: str | None, person: Person) -> Identity:
    cast = Cast(
        [person, *head_people(title, text[:600])] if person.parsed.surname else head_people(title, text[:600]), text
    )
    label = person.name if person.parsed.surname else person.role
    found = cast.identify(label, person.role or None)
    return Identity(found.speaker, found.role or person.role or None, found.resolved)
