"""What is said above the first mark of a transcript: the opening statement, where it is clear whose it is.

The title, a sentence at the head ("… noon briefing by Jane Roe, Spokesman …") or the first answers name its speaker.
Where they name several or nobody, or where the text reads like somebody else's introduction, it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.greetings import who_greets
from index.attribution.transcripts.headings import (
    heading_in_lines,
    sentence_in_lines,
    several_in_lines,
    speaker_of_heading,
)
from index.attribution.transcripts.labels import Cast, Identity
from index.attribution.transcripts.notes import FootNotes, is_note, lines_of, speech_spans
from index.attribution.transcripts.offices import role_keys
from index.attribution.transcripts.people import Person, scan_people
from index.attribution.transcripts.speeches import body_start, heads_another, turn_of_speech
from index.attribution.transcripts.spoken import FIRST_PERSON, INVITES, REPORTED, SALUTATION
from index.language.transcripts import ROOM_ROLES
from index.model import Span, Turn
from index.names.parse import parse_name

_LEAST_WORDS = 8
_VERBATIM = re.compile(r"\bverbatim\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I['’]m|I am|[Mm]y name is) (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+")
_BESIDE = re.compile(r"\b[Tt]he ([A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) and I\b")
_SELF_CHARS = 300
_HELD_BRIEFING = re.compile(r"['’]s?\s(?:\w+\s){0,2}(?:press|news)\s(?:conference|briefing)", re.IGNORECASE)
_WILL_BE = re.compile(r"\b(?:will|shall|is to|are to)\b")
_ENDS = '.!?…:;,"”’)—–-'
_HEAD_LINES = 14  # lines at the top among which headings are looked for
_ABOUT = re.compile(
    r"\b(?:transcript|interview|edited|condensed|sat down|spoke (?:with|to)|talked (?:with|to))\b", re.IGNORECASE
)


def opening(text: str, title: str | None, first_mark: int, turns: Sequence[Turn], cast: Cast) -> Turn | None:
    """The turn of what stands above the first mark, None where nothing is said there or nobody sure says it."""
    lines = list(lines_of(text, 0, first_mark))
    if not lines:
        return None
    told = sentence_in_lines(text, lines[:_HEAD_LINES])  # "noon briefing by Jane Roe, Spokesman"
    who, first = _named(text, title, lines, told, cast)
    named, below = several_in_lines(text, lines[:_HEAD_LINES]) if told is None else ((), 0)
    first = max(first, below)
    start = body_start(text, lines, first) if first < len(lines) else first_mark
    notes = FootNotes(text)
    spans = speech_spans(text, start, first_mark, notes, next_is_mark=True)
    spans = _spoken_of(text, [span for span in spans if not _lists_people(text[slice(*span)])])
    said = " ".join(text[slice(*span)] for span in spans)
    own = _introduces_self(said, turns)
    who = own or who
    verbatim = _VERBATIM.search(text, 0, spans[0][0] if spans else 0) is not None
    begins = verbatim or SALUTATION.match(said) is not None
    begins = begins and (told is not None or bool(named))  # and goes on with news, perhaps
    begins = begins or (who is not None and who.resolved and _announces(title, said, turns))
    if len(said.split()) < _LEAST_WORDS or not (begins or _is_spoken(said, invited=who is not None)):
        return None
    if who is None and (greeting := who_greets(title, said)) is not None:
        who = _identity(cast, greeting)
    office = who is not None and not who.resolved and who.speaker == who.role  # whose holder the answers may name
    if (who is None or office) and (SALUTATION.match(said) or INVITES.search(said[-200:])):
        who = _first_to_answer(turns, said, named) or who
    if who is None or who.speaker is None or (own is None and _tells_of(said, who)):
        return None
    if not who.resolved:  # as below: "President Roe"
        who = next((_of(t) for t in turns if t.speaker and _surname(t.speaker) == _surname(who.speaker)), who)
    at = spans[0][0]
    return Turn(
        start=at,
        end=spans[-1][1],
        spans=spans,
        speaker=who.speaker,
        mark="",
        mark_span=(at, at),
        role=who.role,
        resolved=who.resolved,
    )


def openings(text: str, title: str | None, first_mark: int, turns: Sequence[Turn], cast: Cast) -> tuple[Turn, ...]:
    """The turns of what stands above the first mark: the opening statement, and behind it those of others under a
    heading of their own ("Statement by Mayor Roe")."""
    first = opening(text, title, first_mark, turns, cast)
    if first is None:
        return ()
    who = next(iter(scan_people(f"by {first.role or ''} {first.speaker}", 1)), None)
    heads: list[tuple[Span, Person]] = []
    for a, b in lines_of(text, first.start, first_mark):
        person = heads_another(text, a, b, heads[-1][1] if heads else who)
        if person is not None:
            heads.append(((a, b), person))
    if not heads:
        return (first,)
    own = tuple(span for span in first.spans if span[1] <= heads[0][0][0])
    found = [replace(first, spans=own, end=own[-1][1])] if own else []
    ends = [*(line[0] for line, _ in heads[1:]), first_mark]
    for (line, person), end in zip(heads, ends, strict=True):
        spans = speech_spans(text, line[1], end, FootNotes(text), next_is_mark=True)
        if spans:
            said_by = _identity(cast, person)
            same = (t for t in turns if t.speaker and _surname(t.speaker) == _surname(said_by.speaker or ""))
            said_by = said_by if said_by.resolved else next(map(_of, same), said_by)
            turn = turn_of_speech(text, title, person, line, spans)
            found.append(replace(turn, speaker=said_by.speaker, role=said_by.role, resolved=said_by.resolved))
    return tuple(found)


def _named(
    text: str, title: str | None, lines: Sequence[Span], told: tuple[Person, int] | None, cast: Cast
) -> tuple[Identity | None, int]:
    """(whom the head, by a sentence that is `told`, or the title gives the words to, how many lines at the top are
    headings)."""
    titled = speaker_of_heading(title) if title and told is None else None
    found = told or ((titled, 0) if titled is not None else heading_in_lines(text, title, lines))
    return (None, 0) if found is None else (_identity(cast, found[0]), found[1])


def _identity(cast: Cast, person: Person) -> Identity:
    found = cast.identify(person.name, person.role or None)
    return Identity(found.speaker, found.role or person.role or None, found.resolved)


def _of(turn: Turn) -> Identity:
    return Identity(turn.speaker, turn.role, turn.resolved)


def _surname(name: str) -> str:
    """The key of a name's surname; an office's words where it is no name."""
    return parse_name(name).surname_key or name


def _spoken_of(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans from the first to the last that is spoken: a caption or a line about the page ends in no full stop."""
    spoken = [i for i, (a, b) in enumerate(spans) if text[b - 1] in _ENDS or SALUTATION.match(text[a:b])]
    return tuple(spans[spoken[0] : spoken[-1] + 1]) if spoken else ()


def _introduces_self(said: str, turns: Sequence[Turn]) -> Identity | None:
    """The one of `turns` who says at the beginning who she is ("This is Midday Talk. I'm Jane Roe, in Boston.")."""
    found = _SELF.search(said[:_SELF_CHARS])
    people = scan_people(found.group()) if found else ()
    for turn in turns:
        if turn.speaker and people and parse_name(turn.speaker).surname_key == people[0].parsed.surname_key:
            return Identity(turn.speaker, turn.role, turn.resolved)
    return None


def _first_to_answer(turns: Sequence[Turn], said: str, named: Sequence[Person]) -> Identity | None:
    """The one person who answers the questions, moderators aside; None where several do, unless all but one are
    whom the opening `said` names beside its speaker ("the Vice-President and I"), or the first to answer is the first
    of those who are `named` above it as giving the briefing."""
    people: dict[str, Turn] = {}
    asked = False
    for turn in turns:
        asked = asked or turn.is_question
        room = bool(role_keys(turn.role or "") & ROOM_ROLES) or (turn.speaker or "").casefold() in ROOM_ROLES
        if asked and turn.speaker and not turn.is_question and not room:
            people.setdefault(turn.speaker, turn)
    beside = _BESIDE.search(said[:_SELF_CHARS])
    if len(people) > 1 and beside:
        others = role_keys(beside[1])
        people = {name: turn for name, turn in people.items() if role_keys(turn.role or "") != others}
    turn = next(iter(people.values()), None)
    briefs = turn is not None and bool(named) and _surname(turn.speaker or "") == named[0].parsed.surname_key
    if turn is None or (len(people) > 1 and not briefs):
        return None
    return Identity(turn.speaker, turn.role, turn.resolved)


def _is_spoken(said: str, invited: bool) -> bool:
    """Whether words are spoken in the first person and are no editor's introduction."""
    if _ABOUT.search(said[:300]) and not SALUTATION.match(said):
        return False
    size = len(said.split())
    first = len(FIRST_PERSON.findall(said))
    spoken = bool(SALUTATION.match(said)) or bool(INVITES.search(said[-200:]))
    if len(REPORTED.findall(said)) > 1 + size / 200:
        return False
    return first > 0 and (spoken or first >= 0.012 * size) and (invited or spoken)


def _tells_of(said: str, who: Identity) -> bool:
    """Whether the words speak of their supposed speaker as of somebody else ("I give the floor to Jane Roe")."""
    surname = (who.speaker or "").split()[-1]
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", " ", said)
    return len(surname) > 2 and bool(re.search(rf"\b{re.escape(surname)}\b", outside))


def _announces(title: str | None, said: str, turns: Sequence[Turn]) -> bool:
    """Whether words above the questions of "Spokesperson Jane Roe's Regular Press Conference" are what she announces:
    they tell what will be, report nobody's words, and others ask below them."""
    held = title is not None and speaker_of_heading(title) is not None and _HELD_BRIEFING.search(title) is not None
    asked = any(turn.is_question for turn in turns)
    plain = REPORTED.search(said) is None and _ABOUT.search(said) is None
    return held and asked and plain and _WILL_BE.search(said) is not None


def _lists_people(line: str) -> bool:
    """Whether a line is an entry of a list of speakers ("Jane Roe, Department Spokesperson")."""
    return len(line.split()) <= 12 and line[-1] not in '.!?…”"' and (is_note(line) or bool(scan_people(line, 1)))
