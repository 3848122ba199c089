"""The forms of headings that give a text to its speaker. One entry a form, asked in this order.

"Remarks by the President on ports", "Roe's regular press conference", "a near-verbatim transcript of the noon briefing
by Jane Roe, Spokesman for the Mayor".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.attribution.transcripts.offices import role_keys
from index.attribution.transcripts.people import Person, clean_role, scan_people
from index.language.descriptions import DEPUTY_KEYS
from index.language.names import GIVEN_NAMES
from index.language.roles import ROLE_HEADS
from index.language.transcripts import WRITERS
from index.model import Span
from index.names.parse import fold, parse_name

_KIND = (
    r"(?:(?:opening|closing|introductory|concluding|joint|short|brief|welcom(?:e|ing)|keynote|prepared|televised"
    r"|full|complete|verbatim|extempore|written|video|radio|weekly|new\s+year(?:['’]s)?|christmas|doorstep|press|national"
    r"|regular|(?:pre|post)-[a-z]+|on-the-record"
    r"|state\s+of\s+the\s+\w+|inaugural|farewell|victory|acceptance|concession|budget|special|nightly|daily|noon)\s+)*"
    r"(?:remarks|statement|speech|address|doorstep|comments|lecture|message|toast|eulogy|testimony|(?:press|media)\s+(?:conference"
    r"|point|statement|release|availability|briefing|gaggle|call)|news\s+(?:conference|briefing)|briefing|gaggle"
    r"|intervention|keynote|declaration|proclamation|letter"
    r"|stake-?out|text|transcript|greetings?|homily|sermon|talk|oration|broadcast|fireside\s+chat)"
)
_FRONT = (
    r"^(?:\W*+(?:full\s+(?:text|transcript)|transcript|text|read|video|watch|as\s+delivered|as\s+prepared)"
    r"\s*+(?:of|:|-|–|—|\|)?+\s*+(?:the\s++)?+)*"
)
_CIRCUMSTANCE = re.compile(
    r"(?<!\s)\s++(?:on|at|in|to|following|after|before|ahead|during|about|regarding|with|for|upon|honou?ring|announcing|aboard"
    r"|en\s+route)\s+(?=\w)",
    re.IGNORECASE,
)
# Above the sentence that tells whose words follow: "KARST (HNA) - The following is a transcript …".
_DATELINE = r"^\W*+(?-i:[A-Z][A-Z .,’'/]{2,40}(?:\([A-Z]\w+\))?\s*[-–—]{1,2}\s*)?"
_BELOW_IS = r"(?:(?:the\s+)?following\s+(?:is|are)|below\s+is|this\s+is|here(?:\s+is|['’]s))\s+(?:an?\s+|the\s+)?"
_OFFICE = re.compile(  # held by somebody: "the Office of the Spokesperson" is nobody
    r"(?!(?:the\s+)?office\s+of\b)(?:the\s+)?(?:[\w.]+\s){0,3}?(?:president|prime\s+minister|chancellor|secretary[\s-]general|king|queen"
    r"|first\s+lady|(?:second|first)\s+gentleman|secretary|governor|taoiseach|director[\s-]general|first\s+minister|spokes(?:person|man|woman))\b",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(r"^[^\n]*[?!] (?=[A-Z])")  # "Will It Float? Roe Hosts Press Conference"
_HOLDER = re.compile(r"^[\w’' -]{3,60}, (?:the )?[A-Z]")  # behind the office: "for Ports, Mr Jan Roe"
_PART = re.compile(r"\s+[-–—|]\s+")
_OCCASION_BEHIND = re.compile(rf"^\s++{_KIND}\b", re.IGNORECASE)
_MEETING_TOLD = re.compile(
    r"^(?:[\w’'-]+\s){0,4}(?:(?:press|news|media)\s+(?:conference|briefing|availability)|briefing)\s*[:|–—-]\s*"
    r"[^\n]{3,100}?\s(?-i:[a-z]{2,}(?:s|es))\s",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"(?:\s[A-Z][\w’'-]+)?\s([a-z]+)s\b")
_GOES_ON = re.compile(r"(?:by|of|from|with)\b", re.IGNORECASE)
# "Introductory statement with Q&A", whose words the line below tells.
_KIND_ALONE = re.compile(rf"{_KIND}s?(?:\s+(?:with|and)\s+(?:q\s?&\s?a|questions(?: and answers)?))?", re.IGNORECASE)
LONGEST_SENTENCE = 600  # with all who stood beside the speaker
_LONGEST_HEADING, _HEADING_LINES = 220, 4


@dataclass(frozen=True, slots=True)
class Heading:
    """One way in which a line names who speaks: the group `who` of `pattern` holds name and office.

    `in_text`: also a sentence above the words, which tells of them. `office`: an office without a name will do.
    `whole`: `who` goes on over "for", "at" and such words, which belong to the office.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    in_text: bool = False
    office: bool = False
    whole: bool = False


HEADINGS: tuple[Heading, ...] = (
    Heading(
        "verbatim transcript",
        re.compile(
            r"\b(?:near[- ])?verbatim\s+(?:transcript|record|text)\s+of\s[^\n]{0,80}?\bby\s+(?P<who>[^\n.]{3,160})",
            re.IGNORECASE,
        ),
        ("The following is a near-verbatim transcript of today’s noon briefing by Jane Roe, Spokesman for the Mayor.",),
        in_text=True,
        whole=True,
    ),
    Heading(
        "transcript of somebody's briefing",
        re.compile(
            rf"{_DATELINE}{_BELOW_IS}(?:[\w-]+\s+){{0,4}}?"
            rf"(?:transcripts?|text|record|excerpts?)\s+(?:of|from)\s+(?P<who>[^\n.]{{3,100}}?)['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_KIND}",
            re.IGNORECASE,
        ),
        ("Following is a transcript of Mayor Jane Roe’s press conference, held in Karst today:",),
        in_text=True,
    ),
    Heading(
        "transcript of a briefing",
        re.compile(
            rf"^\W*{_BELOW_IS}(?:[\w-]+\s+){{0,4}}?"
            rf"(?:transcripts?|text|record|excerpts?)\s+(?:of|from)\s[^\n.]{{0,60}}?{_KIND}s?\s+(?:[^\n.]{{0,60}}?\s)?(?:by|of|from|with)\s+"
            r"(?P<who>[^\n.]{3,160})",
            re.IGNORECASE,
        ),
        (
            "The following is the full transcript of the press conference by Mayor Jane Roe in Karst.",
            "Following is a transcript of remarks by the Mayor, Mrs Jane Roe, at a media session (March 4):",
        ),
        in_text=True,
    ),
    Heading(
        "summary of what was said",
        re.compile(
            r"\bsummary\s+of\s+what\s+was\s+said\s+by\s+(?P<who>[^\n]{3,120}?)\s*[–—-]+\s*to\s+whom\s+quoted\s+text",
            re.IGNORECASE,
        ),
        ("A summary of what was said by spokesperson Jane Roe – to whom quoted text may be attributed – today.",),
        in_text=True,
        whole=True,
    ),
    Heading(
        "words by somebody",
        re.compile(
            rf"{_FRONT}{_KIND}s?\b(?:\s+(?:as\s+delivered|delivered|given|made|issued|read))?"
            r"(?:\s*[:\-–—|]\s*|\s+(?:(?P<gap>[^\n]{0,80}?)\s)??(?:by|of|from)\s+)(?P<who>[^\n]{3,200})",
            re.IGNORECASE,
        ),
        ("Doorstep statement by Mayor Jane Roe ahead of the meeting", "Remarks by the President on ports"),
        office=True,
    ),
    Heading(
        "somebody's words",
        re.compile(
            rf"{_FRONT}\W*+(?P<who>[^\n]{{3,90}}?)['’]s?\s++(?:[\w’'-][\w\s’'-]{{0,59}}?\s)?{_KIND}\b",
            re.IGNORECASE,
        ),
        ("Foreign Ministry Spokesperson Jane Roe’s Regular Press Conference on October 12", "Mayor Roe's address"),
        office=True,
    ),
    Heading(
        "somebody: words",
        re.compile(
            rf"^\W*+(?P<who>[^\n:]{{3,120}}?)\s*+[:\-–—|]\s*+(?:[^\n]{{0,60}}?\s)?{_KIND}\b",
            re.IGNORECASE,
        ),
        ("Jane Roe: Speech to the conference",),
    ),
    Heading(
        "somebody gives words",
        re.compile(
            r"^\W*(?:[\w ,&]{0,60}\btranscript:\s)?"
            r"(?P<who>[^\n:]{3,100}?)\s++(?:delivers?|gives?|makes|holds?|hosts?|conducts?)\s+"
            rf"(?:an?\s+|the\s+)?(?:[\w’'-]+\s){{0,3}}?{_KIND}\b",
            re.IGNORECASE,
        ),
        (
            "Mayor Jane Roe delivers a speech",
            "Press Secretary Jane Roe Holds a Press Briefing",
            "Audio & Rush Transcript: Mayor Roe Gives Late Flood Briefing",
        ),
    ),
    Heading(
        "somebody gave words",
        re.compile(
            r"^\W*+(?P<who>[^\n:.]{3,100}?)\s++(?:gave|made|delivered|held|hosted|issued)\s+"
            rf"(?:an?\s+|the\s+|this\s+|the\s+following\s+)?{_KIND}\b[^\n.]{{0,120}}[.:]?$",
            re.IGNORECASE,
        ),
        ("Mayor Jane Roe gave a statement at the flood briefing.", "Mayor Jane Roe made the following statement:"),
        in_text=True,
    ),
    Heading(
        "somebody at a press meeting",
        re.compile(
            r"^\W*+(?P<who>[^\n:]{3,100}?)\s++(?:at|in|during)\s+(?:an?\s+|the\s+)?(?:joint\s+)?"
            r"(?:press|news)\s+(?:availability|conference|briefing|point)\b",
            re.IGNORECASE,
        ),
        ("Secretary Jane Roe At a Press Availability",),
    ),
)

_BY = tuple(form for form in HEADINGS if form.name == "words by somebody")


def speaker_of_heading(heading: str) -> Person | None:
    """The person (or, without a name, the role) that a heading gives the words to, None where it gives them to none.

    "Remarks by President Jane Roe on ports" -> Jane Roe. A heading with two speakers gives them to none.
    """
    heading = " ".join(heading.split())[:260]
    last = _PART.split(heading)[-1]  # "11 April 2009 - Security Council - Stakeout by Ambassador Jane Roe"
    named = heading.rpartition(": ")[2]  # "Harbour Forum: Press remarks by Ambassador Jane Roe", of whom the form tells
    for part in dict.fromkeys((named, heading, last)):
        for form in HEADINGS if part in (heading, last) else _BY:
            m = form.pattern.match(part)
            if m:
                found, several = _speaker(_ASKED_BEFORE.sub("", m["who"]), form)
                several = several or bool(m.groupdict().get("gap") and scan_people(f"by {m['gap']}"))
                found = None if several else found
                if found is not None or several:
                    return found
    return None


def tells_of_meeting(heading: str) -> bool:
    """Whether a headline tells what somebody does where others ask: "Press conference: Jane Roe addresses floods"."""
    return _MEETING_TOLD.match(" ".join(heading.split())) is not None


def gives_words(line: str) -> bool:
    """Whether a line or what stands behind its colon is "Remarks by Jane Roe upon arrival", and no sentence."""
    return line[-1:] not in ".?!" and any(form.pattern.match(line) for form in _BY)


def speakers_of_heading(heading: str) -> tuple[Person, ...]:
    """Those whom a heading gives the words to in common: "Joint press conference by Jane Roe and Mayor Jan Poe"."""
    heading = " ".join(heading.split())[:260]
    if speaker_of_heading(heading) is not None or not re.search(rf"\b{_KIND}s?\b", heading, re.IGNORECASE):
        return ()
    return scan_people(heading)


# "Roe, Jane, Harbour Party": who is first among a catalogue's creators of what somebody said
_CATALOGUED = re.compile(r"(?P<surname>[^\W\d_a-z][\w’'-]+), (?P<given>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.)?)(?:, .*)?")
_SPOKEN = re.compile(
    r"\b(?:doorstop|doorstep|(?:press|media|news) (?:conference|briefing|call)|interview|remarks|speech|address"
    r"|statement)\b",
    re.IGNORECASE,
)


def heading_of(title: str | None, author: str | None) -> str | None:
    """The title, with an author's line that names an office: "by NATO Secretary General Jane Roe" under "Press
    conference" tells whose words these are; an author without an office, or a writer by trade, has written about them.
    An author whose surname stands first is a catalogue's, of what somebody said herself: "Roe, Jane" of a "Transcript
    of doorstop interview".
    """
    filed = _CATALOGUED.fullmatch(author) if author and title and _SPOKEN.search(title) else None
    if (
        filed is not None
        and fold(filed["given"].split()[0]) in GIVEN_NAMES
        and fold(filed["surname"]) not in GIVEN_NAMES
    ):
        return f"{title} by {filed['given']} {filed['surname']}"
    people = scan_people(f"by {author}") if author else ()
    if not title or len(people) != 1:
        return title
    heads = {fold(w) for w in people[0].role.split()} & ROLE_HEADS
    return title if not heads or heads & WRITERS else f"{title} by {author}"


def speaker_of_sentence(line: str) -> Person | None:
    """The person whom a sentence above the words names as who says them ("The following is a … briefing by …")."""
    for form in HEADINGS:
        m = form.pattern.search(line) if form.in_text else None
        if m:
            return _speaker(m["who"], form)[0]
    return None


def heading_in_lines(text: str, title: str | None, lines: Sequence[Span]) -> tuple[Person, int] | None:
    """(whom one of the first lines gives the words to, how many lines up to it); a heading may go over two lines."""
    before = title or ""
    for i, (a, b) in enumerate(lines[:_HEADING_LINES]):
        line = text[a:b]
        if len(line) > _LONGEST_HEADING or line[-1] in ".!?":
            return None
        person = speaker_of_heading(line)
        if person is None and _GOES_ON.match(line):
            person = speaker_of_heading(f"{before} {line}")
        if person is None and _KIND_ALONE.fullmatch(before):
            below = "" if i + 1 == len(lines) else text[slice(*lines[i + 1])]
            person = _first_of(scan_people(f"by {line}"), line, scan_people(f"by {below}"))
        if person is not None:
            return person, i + 1
        before = line
    return None


def _first_of(people: Sequence[Person], line: str, below: Sequence[Person]) -> Person | None:
    """The one whom a line below "Introductory statement" opens with, by name and office; beside her deputy alone, who
    may stand in the line `below`."""
    whole = people[0].parsed.full if people else ""
    opens = bool(people) and (line.startswith(people[0].name) or line == f"{people[0].parsed.role} {whole}")
    if not (opens and people[0].parsed.given and people[0].role):
        return None
    if role_keys(people[0].role) & WRITERS:
        return None  # "News briefing" over "Jane Roe, Foreign Editor"
    others = [*people[1:], *(other for other in below if other.role)]
    return people[0] if all(role_keys(other.role) & DEPUTY_KEYS for other in others) else None


def sentence_in_lines(text: str, lines: Sequence[Span]) -> tuple[Person, int] | None:
    """(whom a sentence among `lines` gives the words to, how many lines up to it)."""
    for i, (a, b) in enumerate(lines):
        person = speaker_of_sentence(text[a:b]) if b - a <= LONGEST_SENTENCE else None
        if person is not None:
            return person, i + 1
    return None


def several_in_lines(text: str, lines: Sequence[Span]) -> tuple[tuple[Person, ...], int]:
    """(those whom a sentence among `lines` gives the words to in common, how many lines up to it)."""
    for i, (a, b) in enumerate(lines):
        people = people_of_sentences(text[a:b])
        if len(people) > 1:
            return people, i + 1
    return (), 0


def people_of_sentences(head: str) -> tuple[Person, ...]:
    """Everybody whom sentences above the words name as who says them ("a … briefing by Jane Roe and Jan Poe")."""
    found: list[Person] = []
    for line in head.split("\n"):
        for form in HEADINGS:
            m = form.pattern.search(line) if form.in_text and len(line) <= LONGEST_SENTENCE else None
            if m:
                found.extend(replace(person, rank=1) for person in scan_people(f"by {m['who']}"))
                break
    return tuple(found)


def _speaker(who: str, form: Heading) -> tuple[Person | None, bool]:
    """(the one person that `who` names, whether it names several)."""
    if not form.whole:
        who = _without_circumstance(who)
    people = scan_people(f"by {who.strip()}")
    if len(people) > 1 and re.search(r"(?:\band|[,&])\s+(?:the\s+)?[A-Z]", who):
        return None, True
    if people:
        return None if _is_occasion(who, people[0]) else people[0], False
    # Of "the President's remarks" the office is all that stands before.
    role = (_OFFICE.match if form in _BY else _OFFICE.fullmatch)(who.strip()) if form.office else None
    if role is None:
        return None, False
    shown = clean_role(role.group())
    return Person(shown, shown, parse_name(role.group())), False


def _is_occasion(who: str, person: Person) -> bool:
    """Whether capitals are what a meeting right behind them is called, or whose officials, and nobody: "Post-Council
    Storting media briefing", "Karst Point officials". Who is known by office or given name may stand there: "Jane Roe
    press conference".
    """
    if person.role or set(person.parsed.given_keys[:1]) & GIVEN_NAMES:
        return False
    at = who.find(person.name)
    behind = who[at + len(person.name) :] if at >= 0 else ""
    place = _OF_PLACE.match(behind)  # "Karst Point officials"
    return _OCCASION_BEHIND.match(behind) is not None or bool(place and fold(place[1]) in ROLE_HEADS)


def _without_circumstance(who: str) -> str:
    """`who` up to the time, place or occasion; what a named holder's office is for belongs to the office: "the
    Secretary for Ports, Mr Jan Roe, at a media session"."""
    for m in _CIRCUMSTANCE.finditer(who):
        behind = who[m.end() :]
        held = fold(who[: m.start()].split()[-1]) in ROLE_HEADS and behind[0].isupper() and _HOLDER.search(behind)
        if not (held and m.group().strip().lower() == "for"):
            return who[: m.start()] or who
    return who
