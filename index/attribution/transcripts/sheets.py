"""Quote sheets: what one person said in a room, in quotation marks below what it was about.

"(On the new boats) “They are light.”", "On the new boats:" over “They are light.”, and the question itself in brackets:
"(Do you like the boats?) – “I do.”" Whose words they are stands on a line above ("QB Jan Roe"), or in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.attribution.transcripts.headings import speaker_of_heading
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.people import Person, scan_people, without_positions
from index.attribution.transcripts.proof import OCCASION
from index.attribution.transcripts.spoken import FIRST_PERSON

_QUOTE = '“"'
_OPENING = r"(?i:(?:opening|closing|initial|introductory) (?:statement|remarks|comments))"
# "(On the boats) “…”", "(Do you like the boats?) – “…”"
_BRACKETED = re.compile(
    rf"^[ \t]*+(?P<open>\()(?P<topic>[^()\n]{{3,900}}(?:\([^()\n]{{1,80}}\)[^()\n]{{0,600}}){{0,4}})"
    rf"(?P<close>\)[ \t]*+[-–—]*+\s*+)(?=[{_QUOTE}])",
    re.MULTILINE,
)
# "On the boats:" or "Opening statement" over “…”, or before it in a page that lost its breaks
_HEADED = re.compile(
    rf"(?:^[ \t]*+|(?<=[”\"] )|(?<=\d{{4}} ))(?P<topic>{_OPENING}|On [^\n“”\"]{{3,240}}?)"
    rf"[ \t]*+(?:(?::|…|\.\.\.)\s*+|\n\s*+)(?=[{_QUOTE}])",
    re.MULTILINE,
)
# "On the boats…" over words without quotation marks
_BARE = re.compile(
    rf"^[ \t]*+(?P<topic>{_OPENING}|On [^\n“”\"]{{2,199}}?[^\s“”\"])"
    r"(?:[ \t]*+(?::|…|\.\.\.)|(?<![.?!,;]))[ \t]*+$",
    re.MULTILINE,
)
_ABOUT = re.compile(rf"{_OPENING}|On ")
_CLOSED = '.?!:…”"'
_TOLD = re.compile(r"\b(?:said|says|added|adds|wrote|asked|replied|(?:told|tells) [\w .’']{2,40})$")
_LEAST = 2
_LEAST_HEADED = 3
_LEAST_SHARE = 0.5  # of the text from the first topic on
_LONGEST_NAME = 60  # characters of a line that says who speaks
_HEAD_LINES = 3  # above the first topic, of which one may say who speaks
_OWN = 0.6  # share of answers without quotation marks that speak for themselves


def quote_sheet(text: str, title: str | None, labels: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of a quote sheet, `()` for any other text; one with `labels` has its words in quotation marks."""
    bracketed = list(_BRACKETED.finditer(text))
    headed = [m for m in _HEADED.finditer(text) if not _TOLD.search(m["topic"])]
    opened = any(re.match(_OPENING, m["topic"]) for m in headed)
    if len(bracketed) >= _LEAST:
        topics = bracketed
    elif len(headed) >= (_LEAST if opened else _LEAST_HEADED):
        topics = headed
    else:
        return _unquoted(text, title) if len(labels) < _LEAST else ()
    first = topics[0].start("topic")
    if len(text) - first < _LEAST_SHARE * len(text) and len(topics) < 2 * _LEAST_HEADED:
        return ()
    above = list(lines_of(text, 0, first))[:_HEAD_LINES]
    short = (text[a:b] for a, b in above if b - a <= 2 * _LONGEST_NAME and text[b - 1] not in _CLOSED)
    heads = (without_positions(head, among=True) for head in (title or "", *short))
    of_title = next(filter(None, map(_only, heads)), None)
    return tuple(sorted(_marks(text, topics, of_title), key=lambda m: (m.start, m.end)))


def _marks(text: str, topics: Sequence[re.Match[str]], of_title: Person | None) -> Iterator[Mark]:
    """Names alone on their line, what is asked, what is answered and what stands behind an answer without marks."""
    ends = [*(m.start() for m in topics[1:]), len(text)]
    who = of_title
    before = 0
    for m, end in zip(topics, ends, strict=True):
        above = list(lines_of(text, before, m.start()))[-2:]
        lines = [without_positions(text[a:b], among=True) for a, b in above if b - a <= _LONGEST_NAME]
        names = [
            *(None if OCCASION.search(line) else _only(line) for line in lines[:-1]),
            *(_only(f"by {line}") for line in lines[-1:]),
        ]
        if names and above[-1][1] - above[-1][0] <= _LONGEST_NAME and text[above[-1][1] - 1] not in _CLOSED:
            # Somebody's name; another heading leaves it open who speaks, and so does a list of names.
            who = None if len(names) > 1 and all(names) else names[-1] or (of_title if before == 0 else None)
            if who is not None:
                yield Mark(*above[-1], who.name, "name", who.role, sure=True)
        at, answer = m.start("topic"), m.end()
        if "close" in m.re.groupindex:
            at = m.start("open")
            if not _ABOUT.match(m["topic"]):
                yield Mark(at, m.end("open"), "Q", "question")
                at = m.start("close")
        if who is not None:
            yield Mark(at, answer, who.name, "name", who.role)
        else:
            yield Mark(at, answer, "", "voice", sure=True)
        for (_, b), (c, d) in pairwise(lines_of(text, answer, end)):
            if text[b - 1] in '”"' and text[c] not in _QUOTE and (d - c > _LONGEST_NAME or text[d - 1] in _CLOSED):
                yield Mark(c, c, "", "voice", sure=True)
                break
        before = answer


def _unquoted(text: str, title: str | None) -> tuple[Mark, ...]:
    """The marks of a sheet without quotation marks, below a title that gives the words to one person."""
    topics = [m for m in _BARE.finditer(text) if not _TOLD.search(m["topic"])]
    person = speaker_of_heading(title or "") or _only(title or "")
    least = 1 if title and speaker_of_heading(title) else _LEAST
    if len(topics) < least or person is None or not person.parsed.given:
        return ()
    if FIRST_PERSON.search(text, 0, topics[0].start()):
        return ()  # a speech with headings
    ends = [*(m.start() for m in topics[1:]), len(text)]
    own = sum(bool(FIRST_PERSON.search(text, m.end(), end)) for m, end in zip(topics, ends, strict=True))
    marks = (Mark(m.start("topic"), m.end(), person.name, "name", person.role) for m in topics)
    return tuple(marks) if own >= _OWN * len(topics) else ()


def _only(line: str) -> Person | None:
    """The one person whom a line names."""
    people = {p.name: p for p in scan_people(line, 1) if p.parsed.given}
    return next(iter(people.values())) if len(people) == 1 else None
