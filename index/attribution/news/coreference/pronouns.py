"""Whom a pronoun stands for: a linear score of every person of the cast, by what a reader goes by.

The last speaker is the strongest sign, as Muzny et al. (EACL 2017) found for novels. The weights were set by hand;
`python -m training.fit_pronouns` checks them on statements whose pronoun was named by a reader (.92 of 206 right, .95
of 43 held out) and fits others by softmax over the candidates, which are no better (.92 and .95). Where somebody opens
the sentence right before and nobody spoke since, she was the one in all 34 of them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.news.coreference.clauses import named_by_clauses
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.attribution.news.when import WHEN
from index.language.acts import RELATIVES
from index.language.bodies import HEARERS, SITTING
from index.language.english import SUBJECTS, Gender
from index.language.roles import BARE_HONORIFICS, COUNTERPARTS
from index.language.verbs import SAID
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_person_noun, is_role_word

NAMES = (
    "last speaker",
    "last speaker, same paragraph",
    "last speaker, two paragraphs or more before",
    "speaker before the last",
    "named in the same sentence before",
    "named last of all",
    "log of the distance",
    "opens a sentence of the same paragraph",
    "opens the last paragraph",
    "share of the names so far",
    "gender known",
    "named in quotations only",
    "named in the same paragraph",
    "sentence of the name begins the paragraph",
    "named last behind a preposition",
    "opens the paragraph, the last speaker spoke before it",
    "opens the sentence right before, after the last speaker",
)
WEIGHTS = (2.0, 1.0, -0.6, 0.4, 0.6, 0.6, -0.35, 1.0, 0.5, 1.2, 0.5, -0.8, 0.6, 0.3, -0.6, 1.2, 4.0)
_ACROSS = 0.4  # of what a subject counts that stands in the paragraph before
_BREAK = re.compile(r"\n+")
_RECENT = 60  # names before a pronoun that are looked at
_FAR = 6000  # characters
_APOSTROPHES = ("'", "’")
_ABOUT = 12  # the same behind "As for"
_TITLE = 5  # characters that may stand before a name that opens a paragraph
_OFFICE, _OFFICE_WORDS = 60, 6  # characters and words before a name in which its office may stand
_SENTENCE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"’']?\s+|\n")  # not behind "Mr."
# Before a name that opens a sentence with who its bearer is: "His predecessor Jane Roe had", "The daughter, Jane, has".
_APPOSED = re.compile(
    r"(?:His|Her|Their|Its|The|One|Another|Fellow|An?)(?: (?!(?:of|for|to|from|with|by|at|in|on|about|and|than|that)\b)"
    r"[\w’'-]+){1,4},? "
)
# "The trial also heard evidence from Inspector Jane Roe", "Evidence was given by Jane Roe": she speaks next
_HEARD_FROM = re.compile(
    rf"(?:(?:Earlier|Later|Then|Yesterday|Today)(?: [a-z]+){{0,3}},? |On [A-Z][a-z]+day,? )?"
    rf"(?:[Tt]he|[Aa]) (?:{'|'.join(sorted(HEARERS | SITTING))})(?: (?:also|then|later|has|had|yesterday|today)){{0,2}}"
    r" heard (?:evidence |testimony )?from (?:[\w.-]+ ){0,5}"
    r"|(?:(?:Further|More) )?(?i:evidence|testimony) (?:was|has been|had been) (?:also |then |later )?given by"
    r" (?:[\w.-]+ ){0,5}"
)
# "Close to two hours into the hearing, Roe arrived."
_ADVERBIAL = re.compile(
    r"(?:(?:However|Meanwhile|Still|Instead|Nevertheless|Yet|Later|Earlier|Then|Also|And|But),? )?"
    r"(?!(?:Like|Unlike|With|For|To|As|By|From|Of|Besides) )[A-Za-z][^,.;:“”\"\n]{3,60}, "
)
# "Norvanian conservative" before an office; not "He accused", "Police arrested", "They met"
_COLOURS = re.compile(
    rf"(?!(?:{'|'.join(sorted(word.title() for word in SUBJECTS))}) )[A-Z][\w-]+ (?:[a-z][\w-]+(?<!ing)(?<!ed) ){{0,2}}"
)
# "Hubby Jan Roe, 41, tried"
_KIN_OPENS = re.compile(rf"(?:{'|'.join(sorted(word.capitalize() for word in RELATIVES))}) ")
_LEADS = (_APPOSED, _KIN_OPENS, WHEN, _HEARD_FROM, _ADVERBIAL)
_OWNER = re.compile(r"(?:[Tt]he )?(?:[^\W\d_a-z][\w’'&-]* ){0,3}[^\W\d_a-z][\w&-]*['’]s? (?=[a-z])")
_BY = re.compile(r"\b(?:by|from|with|to)\s(?:[a-z][\w-]+\s){0,4}$")
_WHOSE = re.compile(r"(?:['’]s?)?(?: [a-z][\w-]+){0,2} (?P<role>[a-z][\w-]+) ")
_AHEAD = 0.9  # probability that the one whom the main clause names is meant
_BEFELL = re.compile(
    r"['’]s? (?:\w+ )?(?:death|killing|murder|body|funeral|burial|autopsy|remains|corpse|grave|family|relatives"
    r"|parents|home|house)\b"
)
_ASKED_ABOUT = re.compile(
    r"(?:(?:When|Once|While|After being) )?(?:(?:asked|questioned|pressed|quizzed|challenged|prompted)"
    r" (?:about|on|over|if|whether|why|how|what|when|who|where)|(?:replying|responding|reacting) to)\b",
    re.IGNORECASE,
)
_HE_TOLD = re.compile(
    r"(?P<who>He|She)\s(?:also\s|then\s)?(?:told|asked|urged|warned|advised|reminded|accused|thanked)\s"
)
_DATELINE = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2}(?:, [^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*)?)?"
    r"(?::|\s[-–—])\s(?=[^\W\d_a-z])"
)
_QUESTION = 400  # characters of such a question at most
_BEHIND = re.compile(
    r"\b(?:with|to|by|from)\s(?:the\s)?(?:[A-Z][\w’-]*\s){0,3}[A-Z][\w’-]*,\s$"
    r"|(?<!As )\b(?:of|for|to|from|with|by|at|in|on|about|against|like|than|between|versus|over|behind|toward|towards"
    r"|under|including|introducing|told|urged|warned|advised|reminded|thanked|bashing|accusing|criticis?z?ing|urging"
    r"|telling|warning|attacking|slamming|blasting)\s(?:(?:[A-Z][a-z]{1,3}\.|[A-Z][\w’-]*|former|nominee|candidate|president)\s){0,2}$"
)

# "A witness, Tom Lind, gave evidence before Justice Jane Roe": Lind speaks next
_TESTIFIED_BEFORE = re.compile(
    r"\b(?:testif(?:ied|ies|ying)|deposed|g(?:a|i)v(?:e|en|ing) (?:evidence|testimony|his evidence|her evidence))"
    r" (?:[^.;:“”\"\n]{0,80} )?before (?:the )?(?:[a-z]+ ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A source that has spoken: where its mention stands, and which person it is (-1: no known person)."""

    place: int
    person: int


def paragraphs_between(text: str, start: int, end: int) -> int:
    """How many line or paragraph breaks stand in `text[start:end]`; an empty line counts once."""
    return sum(1 for _ in _BREAK.finditer(text, start, end))


def sentence_start(text: str, place: int) -> int:
    """Where the sentence of a pronoun begins that stands behind "According to", else the place itself."""
    before = len("According to ")
    return place - before if text.endswith("According to ", 0, place) else place


def last_paragraph(text: str, place: int) -> int:
    """Where the line or paragraph before that of `place` begins."""
    end = text.rfind("\n", 0, place)
    while end > 0 and text[end - 1] == "\n":
        end -= 1
    return max(0, text.rfind("\n", 0, max(0, end)))


def candidates(
    cast: Cast, place: int, content: Sequence[Span], gender: Gender | None, heard: Sequence[Heard]
) -> list[tuple[int, tuple[float, ...]]]:
    """People that a pronoun at `place` may stand for, with their features (see NAMES).

    Names inside the statement's own content do not count, people of the other gender are left out.
    """
    before = [
        one
        for one in cast.occurrences[max(0, bisect_left(cast.starts, place) - _RECENT) : bisect_left(cast.starts, place)]
        if one.person >= 0 and one.end <= place and not any(a <= one.start < b for a, b in content)
    ]
    if (
        before
        and cast.text[before[-1].end : place] == ", "
        and _BY.search(cast.text, max(0, before[-1].start - _OFFICE), before[-1].start)
    ):
        before = [one for one in before if one.person != before[-1].person]  # "Questioned by Roe, he admitted it."
    before = _not_asked_about(cast.text, before, place)
    by_person: defaultdict[int, list[Occurrence]] = defaultdict(list)
    for one in before:
        by_person[one.person].append(one)
    spoken = sorted((one for one in heard if one.place < place), key=lambda one: one.place)[-4:]
    people = set(by_person) | {one.person for one in spoken if one.person >= 0}
    fits = [n for n in sorted(people) if not (gender and cast.people[n].gender not in (None, gender))]
    speaking = [one.person for one in before if one.person in fits and _may_speak(cast.text, one)]
    last_named = speaking[-1] if speaking else -1
    first = _heading(cast.text, before, place, spoken)
    start = sentence_start(cast.text, min([place, *(a for a, _ in content)]))
    across = not cast.text[cast.text.rfind("\n", 0, start) + 1 : start].strip(" \t“\"‘'")
    subject = subject_before(cast.text, before, start, spoken)
    return [
        (
            n,
            (
                *_features(cast, place, n, by_person[n], spoken, gender, n == last_named, len(before), n == first),
                float(n == subject) * (_ACROSS if across else 1.0),
            ),
        )
        for n in fits
    ]


def _named_in_own_words(cast: Cast, place: int, content: Sequence[Span]) -> set[int]:
    """Whom retold words behind a pronoun name: "He said that Roe votes against everything" is not what Roe said.

    A pronoun and a name in what its clause governs never mean one person (Chomsky 1981, principle C of binding); nor
    does anybody call himself by name: "“Tim was fast becoming a local,” he said."
    """
    behind = [(a, b) for a, b in content if a >= place]
    told = {one.person for a, b in behind for one in cast.within(a, b) if one.person >= 0 and not one.quoted}
    ahead = [(a, b) for a, b in content if b <= place]
    quoted = {one.person for a, b in ahead for one in cast.within(a, b) if one.quoted and _is_subject(cast.text, one)}
    return (told | quoted | _told_by(cast, place)) - {-1}


def _is_subject(text: str, one: Occurrence) -> bool:
    """Whether a name opens a sentence as its subject, and calls nobody: "Tim was"; not "Tim, come here"."""
    if fold(one.name.role).strip(".") in BARE_HONORIFICS:
        return True  # "It was Mr Roe's idea": nobody calls himself so
    return one.opens and text[one.end : one.end + 1] == " " and text[one.end + 1 : one.end + 2].islower()


def _told_by(cast: Cast, place: int) -> set[int]:
    """Whom the one that a pronoun means spoke to before in its sentence: "He told Roe to, as he stated, “mind …”"."""
    begin = max((match.end() for match in _SENTENCE.finditer(cast.text, max(0, place - _QUESTION), place)), default=0)
    verb = _HE_TOLD.match(cast.text, begin, place)
    if verb is None or verb["who"].lower() != cast.text[place : place + len(verb["who"])].lower():
        return set()
    named = [one.person for one in cast.within(verb.end(), place) if one.person >= 0]
    return {named[0]} if named else set()


def _not_asked_about(text: str, before: list[Occurrence], place: int) -> list[Occurrence]:
    """The names before a pronoun without those of the question that it answers, where others are left: "Asked about
    Roe's remark, he said"."""
    begin = max((match.end() for match in _SENTENCE.finditer(text, max(0, place - _QUESTION), place)), default=-1)
    if begin < 0 or text[place - 2 : place] != ", " or not _ASKED_ABOUT.match(text, begin):
        return before
    return [one for one in before if one.start < begin] or before


def _features(
    cast: Cast,
    place: int,
    person: int,
    named: Sequence[Occurrence],
    spoken: Sequence[Heard],
    gender: Gender | None,
    last_named: bool,
    total: int,
    heading: bool,
) -> tuple[float, ...]:
    text = cast.text
    last = bool(spoken) and spoken[-1].person == person
    gap = paragraphs_between(text, spoken[-1].place, place) if last else 0
    free = [one for one in named if not one.quoted]
    nearest = (free or list(named))[-1] if named else None
    between = text[nearest.end : place] if nearest and place - nearest.end < _FAR else None
    same_paragraph = between is not None and "\n" not in between
    same_sentence = same_paragraph and between is not None and not any(mark in between for mark in (". ", "? ", "! "))
    opens_here = any(
        _opens(text, one) and "\n" not in text[one.end : place] for one in free[-3:] if place - one.end < _FAR
    )
    opens_last = any(
        _opens(text, one) and paragraphs_between(text, one.end, place) == 1
        for one in free[-3:]
        if place - one.end < _FAR
    )
    distance = place - nearest.end if nearest else _FAR
    heads = any(one.start == 0 or text[one.start - 1] == "\n" for one in free[-2:])
    return (
        float(last),
        float(last and gap == 0),
        float(last and gap >= 2),
        float(not last and any(one.person == person for one in spoken[:-1])),
        float(same_sentence),
        float(last_named),
        math.log(1 + min(distance, _FAR)),
        float(opens_here),
        float(opens_last),
        len(named) / max(1, total),
        float(gender is not None and cast.people[person].gender == gender),
        float(bool(named) and not free),
        float(same_paragraph),
        float(heads),
        float(nearest is not None and _is_object(text, nearest)),
        float(heading),
    )


def subject_before(text: str, named: Sequence[Occurrence], place: int, spoken: Sequence[Heard]) -> int:
    """Who opens the sentence right before the one at `place`, behind all that was said in its paragraph; -1: nobody:
    "Roe promised tanks. Poe confirmed it. “They will come,” he said."

    At the beginning of a paragraph it is the last sentence of the one before: right in 23 of 24 cases of the gold.
    """
    begin = text.rfind("\n", 0, place) + 1
    before = text[begin:place].rstrip(" \t“\"‘'")
    if not before:  # a paragraph begins: the last sentence of the one before
        begin = last_paragraph(text, place)
        begin += text[begin : begin + 1] == "\n"
        before = text[begin:place].rstrip(" \t\n“\"‘'")
    if not before.endswith((".", "!", "?")):
        return -1
    ends = [begin + match.end() for match in _SENTENCE.finditer(before[:-1])]
    start = ends[-1] if ends else begin
    if (dateline := _DATELINE.match(text, start)) is not None and not text[start - 1 : start].strip():
        start = dateline.end()  # "Karst City, Norvania: Mayor Jane Roe today joined"
    last = spoken[-1].place if spoken else -1
    here = [one for one in named if one.start >= start and not one.quoted]
    if (
        len(here) > 1
        and text[start : here[0].start] in ("Like ", "Unlike ")
        and text[here[0].end : here[1].start] == ", "
    ):
        here, start = here[1:], here[1].start  # "Like Roe, Poe will stay."
    whose = _WHOSE.fullmatch(text, here[0].end, here[1].start) if len(here) > 1 else None
    owned = len(here) > 1 and text[here[0].end : here[1].start] in ("'s ", "’s ")
    if owned or (whose and is_role_word(fold(whose["role"]))):
        here = here[1:]  # "Roe spokeswoman Jane Poe criticised him.", "Her publisher, Faber's Jane Poe, agrees."
        start = here[0].start
    if not here or last > here[0].start:
        return -1
    lead = text[start : here[0].start]
    adverbial = _ADVERBIAL.match(text, start, here[0].start)
    office = _led_by_office(text, here[0].start, start) or (
        adverbial is not None and _led_by_office(text, here[0].start, adverbial.end())
    )
    titled = bool(here[0].name.role) and _COLOURS.fullmatch(lead)  # "Norvanian conservative Prime Minister Jane Roe"
    if lead and not (office or titled) and not any(form.fullmatch(lead) for form in _LEADS):
        return -1
    return -1 if text[here[0].end : here[0].end + 1] in _APOSTROPHES else here[0].person


def _may_speak(text: str, one: Occurrence) -> bool:
    """Whether a name stands outside quotations, and not for whom something befell ("Roe's death", "Roe's family")."""
    return not one.quoted and not _BEFELL.match(text, one.end)


def _opens(text: str, one: Occurrence) -> bool:
    """Whether a name opens its sentence, or does with its office ("Local mayor Jane Roe hopes")."""
    if text[one.end : one.end + 1] in _APOSTROPHES:
        return False  # "John Roe's father spoke."
    if one.opens:
        return True
    before = text[max(0, one.start - _OFFICE) : one.start]
    begin = max((match.end() for match in _SENTENCE.finditer(before)), default=-1 if one.start > _OFFICE else 0)
    return begin >= 0 and _led_by_office(text, one.start, one.start - len(before) + begin)


def _led_by_office(text: str, start: int, begin: int) -> bool:
    """Whether nothing but an office stands in `[begin, start)`, before a name."""
    if (owned := _OWNER.match(text, begin, start)) is not None:
        begin = owned.end()  # "Saxby's chief executive Jane Roe"
    words = text[begin:start].split()
    if not 1 <= len(words) <= _OFFICE_WORDS or any(word[-1] in ".,;:" or word.endswith(("'s", "’s")) for word in words):
        return False
    last = fold(words[-1])
    known = is_person_noun(last) or " ".join(map(fold, words[-2:])) in COUNTERPARTS
    return known and not any(fold(word) in SAID for word in words)


def _is_object(text: str, one: Occurrence) -> bool:
    """Whether a name stands behind a preposition; "of Roe's speech" tells nothing."""
    before = max(0, one.start - 2 * _OFFICE)
    behind = _BEHIND.search(text, before, one.start) or _TESTIFIED_BEFORE.search(text, before, one.start)
    return behind is not None and text[one.end : one.end + 1] not in _APOSTROPHES


def _heading(text: str, named: Sequence[Occurrence], place: int, spoken: Sequence[Heard]) -> int:
    """Who opens the paragraph of `place` ("Rep. Jane Roe (R-Ohio) also ..."), where nobody spoke in it yet.

    -1 for nobody, or where a later sentence has another subject.
    """
    begin = text.rfind("\n", 0, place) + 1
    if not spoken or spoken[-1].place >= begin:
        return -1
    if (dateline := _DATELINE.match(text, begin)) is not None:
        begin = dateline.end()
    here = [one for one in named if one.start >= begin and not one.quoted]
    about = text.startswith("As for ", begin)
    if (
        not here
        or (here[0].start - begin > (_ABOUT if about else _TITLE) and not _led_by_office(text, here[0].start, begin))
        or text[here[0].end : here[0].end + 1] in _APOSTROPHES
    ):
        return -1
    person = here[0].person
    return -1 if any(one.opens and one.person != person for one in here) else person


def most_salient(
    cast: Cast, place: int, content: Sequence[Span], gender: Gender | None, heard: Sequence[Heard], without: int = -1
) -> tuple[int, float] | None:
    """The person a pronoun at `place` most probably stands for and the probability; None when nobody but `without`
    fits."""
    if (named := named_by_clauses(cast, place, gender)) is not None:
        return named, _AHEAD
    options = [one for one in candidates(cast, place, content, gender, heard) if one[0] != without]
    if not options:
        return None
    scores = [sum(w * x for w, x in zip(WEIGHTS, values, strict=True)) for _, values in options]
    told_of = _named_in_own_words(cast, place, content)
    if options[scores.index(max(scores))][0] in told_of and any(one[0] not in told_of for one in options):
        kept = [at for at, one in enumerate(options) if one[0] not in told_of]
        options, scores = [options[at] for at in kept], [scores[at] for at in kept]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    return options[scores.index(top)][0], 1.0 / total
