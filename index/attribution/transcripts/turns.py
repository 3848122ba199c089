"""Transcripts: whose turn it is, from the marks alone ("Q.", "MR PRICE:", "Jane Roe: (00:01)").

`find_turns` is strict: a text that is not marked as a transcript throughout gives no turns at all. The forms are
described in docs/transcripts.md. Rules only; one pass over the lines, so cost is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.adjoining import offices_of_others
from index.attribution.transcripts.alike import without_furniture
from index.attribution.transcripts.answerer import who_answers
from index.attribution.transcripts.chairs import Chairs
from index.attribution.transcripts.company import answers_alone, askers_of, quoted_part, said_in, without_call
from index.attribution.transcripts.detect import established
from index.attribution.transcripts.examined import Examined
from index.attribution.transcripts.handed import called
from index.attribution.transcripts.headings import people_of_sentences
from index.attribution.transcripts.hosts import with_hosts
from index.attribution.transcripts.initials import names_of_list
from index.attribution.transcripts.introduced import introduced
from index.attribution.transcripts.labels import Cast, Identity
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import FootNotes, ends_transcript, is_heading, lines_of, speech_spans
from index.attribution.transcripts.openings import openings
from index.attribution.transcripts.outlets import (
    is_in_brackets,
    is_of_the_press,
    is_outlet,
    is_outlet_that_asks,
    is_reporter,
    is_the_interviewer,
    who_are_of_the_press,
)
from index.attribution.transcripts.parted import officers_of
from index.attribution.transcripts.people import clean_role, head_people, is_role
from index.attribution.transcripts.proof import titled_below
from index.attribution.transcripts.read_out import read_out
from index.attribution.transcripts.spoken import FIRST_PERSON
from index.attribution.transcripts.unlabelled import Unlabelled
from index.attribution.transcripts.witnesses import label_people, witnesses
from index.language.english import GREETING
from index.language.roles import HONORIFICS, ROLE_HEADS
from index.language.transcripts import OUTLETS, ROOM_ROLES
from index.model import Span, Statement, Turn
from index.names.parse import fold

CONFIDENCE = 0.98
UNRESOLVED_CONFIDENCE = 0.9
_YOUR_TURN = re.compile(
    r"(?:(?:(?P<title>[\w.]+) )?[A-Z]\w+, please|the floor is yours|over to you(?:, [\w .]{2,30})?)[.:!]$"
)
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|el|il) ", re.IGNORECASE)  # "DER SPIEGEL"
_HEAD = 1000  # characters above the first mark
_OWN_WORDS = 0.6  # share of the answers of a person without a name that speak in the first person
_LEAST_PRESS = 2  # names in brackets with an outlet, of which others with no known one ask too
_BRIEF = 40  # characters of a turn that means nothing without what it replies to
_APART = re.compile(r"\d$|^(?:Speaker|SPEAKER|Voice) [A-H]$")
_CHAIR = re.compile(r"\b(?:Mr|Madam|Mister)\.? Speaker\b")


def find_turns(text: str, title: str | None = None) -> tuple[Turn, ...]:
    """The turns of a transcript in order, or `()` where `text` is none.

    Turns do not overlap; `start` is that of the mark, `end` that of the next mark (trimmed), `spans` are the spoken
    paragraphs. A reporter's turn has no speaker and is a question; a speaker who cannot be named in full keeps the
    label as written with `resolved` False. Offsets are characters of `text`.
    """
    text = text.replace("\uff1a", ":")  # the colon of Chinese type, of one character too
    title = titled_below(text, title)
    marks = _with_chair(text, established(text, title))
    if not marks:
        return ()
    apart = _told_apart(marks)
    marks = introduced(text, marks)
    head = names_of_list(text, marks[0].start)
    named = [m for m in marks if m.kind in ("caps", "name")]
    cast = Cast(
        [
            *with_hosts(head_people(title, head), title, marks),
            *people_of_sentences(head),
            *witnesses(text),
            *label_people(named),
            *called(text, marks),
        ],
        names_of_list(text, len(text)),
        {m.key for m in named},
        title,
        officers_of([m.label for m in marks]),
    )
    answers = who_answers(text, title, head, cast, marks)
    if answers is None and not named and any(m.kind == "answer" for m in marks) and not _spoken(text, marks):
        return ()
    if apart:
        return _build(text, title, marks, cast, None)
    if all(m.kind in ("question", "bare") for m in marks):
        turns = _unmarked_answers(text, marks, answers) if answers else ()
        return (*openings(text, title, marks[0].start, turns, cast), *turns) if turns else turns
    if answers_alone(text, marks, least=2):
        return _marked_answers(text, marks, cast)
    turns = tuple(read_out(text, _build(text, title, marks, cast, answers), cast.identify))
    return (*openings(text, title, marks[0].start, turns, cast), *turns)


def _with_chair(text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks with "SPEAKER:" as the chair's where members call the chair so ("Mr Speaker"); else it is anybody."""
    if not _CHAIR.search(text):
        return marks
    return [replace(m, kind="caps") if m.kind == "question" and m.label == "SPEAKER" else m for m in marks]


def _told_apart(marks: Sequence[Mark]) -> bool:
    """Whether a program told voices apart that nobody named ("spk02:", "Speaker 1:"): each is
    nobody's, but where it says its own name."""
    labels = {m.label for m in marks}
    return len(labels) > 1 and all(m.kind == "question" and _APART.search(m.label) for m in marks)


def _spoken(text: str, marks: Sequence[Mark]) -> bool:
    """Whether most answers marked "A:" are somebody's own words: who answers is nobody by name, and no page explains
    something in questions and answers."""
    answers = [i for i, m in enumerate(marks) if m.kind == "answer"]
    return sum(bool(FIRST_PERSON.search(said_in(text, marks, i))) for i in answers) >= _OWN_WORDS * len(answers)


# ---- who speaks


def _build(
    text: str, title: str | None, marks: Sequence[Mark], cast: Cast, answers: Identity | None
) -> tuple[Turn, ...]:
    notes = FootNotes(text)
    press = sum(is_of_the_press(text, m) for m in marks) >= _LEAST_PRESS
    for a, b in lines_of(text, 0, marks[0].start):
        notes.is_note(text[a:b])
    questions = sum(m.kind in ("question", "bare") for m in marks)
    host = _host_of_two(marks)
    top = fold(f"{title or ''} {text[: min(marks[0].start, _HEAD)]}")
    askers = askers_of(text, marks)
    of_press = who_are_of_the_press(text, title, marks)
    named = Counter(m.key for m in marks)
    noted = Counter(m.key for m in marks if m.note)
    examined, chairs = Examined(text), Chairs(text)
    others = offices_of_others(marks, cast)
    unlabelled, furniture = Unlabelled(text, title, marks, askers), without_furniture(text, marks)
    asks = {m.label for m in marks if (m.kind == "question" or OUTLETS.search(m.label)) and " " in m.label}
    short = {"".join(word[0] for word in label.split()) for label in asks}  # "TC:" behind "THE COURIER:"
    offices: dict[str, str] = {}  # that labels give beside a surname, for those that do not
    out: list[Turn] = []
    for i, mark in enumerate(marks):
        end = chairs.until(mark.end, _turn_end(text, marks, i))
        begin = furniture.get(mark.start, mark.end)
        spans = speech_spans(text, begin, end, notes, next_is_mark=i + 1 < len(marks))
        spans = tuple(without_call(text, quoted_part(text, spans), mark.label))
        if mark.sure and not notes.shouted and all(is_heading(text[a:b]) for a, b in spans):
            spans = ()  # behind the last of those who take part
        outlet = mark.key in askers and is_outlet(_ARTICLE.sub("", mark.label))
        voice = mark.kind == "voice"
        reporter = mark.kind in ("question", "bare") or outlet or (press and is_in_brackets(text, mark))
        alone = mark.key in askers or noted[mark.key] == named[mark.key]
        if not reporter and not voice and (named[mark.key] <= 2 or mark.note) and (alone or not is_role(mark.note)):
            said = said_in(text, marks, i)
            # "ANN DOVER, The Karst Journal: Thank you.", who goes on as "ANN DOVER:", is a guest.
            again = not questions and 0 < noted[mark.key] < named[mark.key]
            guest = mark.key == host or (again and not said.rstrip().endswith("?"))
            reporter = not guest and is_reporter(mark, said, questions)
        who = Identity(None, None, True)
        called = examined.witness(mark) or examined.asker(mark)
        chair = chairs.holder(mark) if called is None else None
        if chair is not None:
            who = cast.identify(chair)
            who = replace(who, role=who.role or clean_role(mark.label))
        elif called is not None:
            who = cast.identify(called)
        elif not reporter and not voice:
            witness = examined.unnamed(mark) if answers is None else None
            label, note = (witness, None) if witness else (mark.label, mark.note or None)
            who = (answers or who) if mark.kind == "answer" and not witness else cast.identify(label, note)
        if called is None and mark.label in others and not mark.note and who.speaker:
            shown = clean_role(mark.label)
            who = Identity(shown, shown, False)
        asks_here = mark.key in askers and (mark.label in short or is_outlet_that_asks(mark, who, top))
        if asks_here or mark.key in of_press or is_the_interviewer(mark, top):
            who, reporter = Identity(None, None, True), True
        if not spans and (mark.sure or examined.swears(mark)):
            continue  # a line of the list of those who took part
        if who.speaker and mark.kind in ("caps", "name"):
            if who.role:
                offices.setdefault(who.speaker, who.role)
            elif who.speaker in offices:
                who = replace(who, role=offices[who.speaker])
        span_of_mark = _mark_span(text, mark)
        rest = _handed_over(text, spans, who)
        asked = 0 if rest else unlabelled.from_span(i, spans)
        spans, given = (spans[: rest or asked], spans[rest or asked :]) if rest or asked else (spans, ())
        stop = max(spans[-1][1] if spans else mark.end, mark.end)
        out.append(
            Turn(
                start=span_of_mark[0],
                end=stop,
                spans=spans,
                speaker=who.speaker,
                mark=text[slice(*span_of_mark)],
                mark_span=span_of_mark,
                role=who.role,
                resolved=who.resolved,
                is_question=reporter
                or (mark.key in askers and not asked if not voice else "?" in said_in(text, marks, i)[-3:]),
                ends_asking=bool(spans) and text[spans[-1][1] - 1] == "?",
                greets=bool(spans)
                and fold(text[spans[0][0] : spans[0][1]].split(maxsplit=1)[0]).strip(",.") in GREETING,
            )
        )
        if asked:
            out.extend(_asked(text, span) for span in given)
        elif given:
            at, other = given[0][0], answers or Identity(None, None, True)
            out.append(
                Turn(
                    start=at, end=given[-1][1], spans=given, speaker=other.speaker, mark="", mark_span=(at, at),
                    role=other.role, resolved=other.resolved,
                )
            )  # fmt: skip
    return tuple(out)


def _host_of_two(marks: Sequence[Mark]) -> str | None:
    """The key of the one who asks for an outlet again and again where only one other speaks: whose programme it is, and
    no reporter among others."""
    outlets = Counter(m.key for m in marks if OUTLETS.search(m.note) and not is_role(m.note))
    people = {m.key for m in marks}
    return next(iter(outlets)) if len(outlets) == 1 and len(people) == 2 and outlets.total() > 1 else None


def _handed_over(text: str, spans: Sequence[Span], who: Identity) -> int:
    """Where in a turn somebody else begins, 0 where nobody does: a moderator's behind "Mr. Prime Minister, please.",
    anybody's behind a paragraph that ends so with title and name."""
    conducts = {fold(word) for word in f"{who.speaker} {who.role}".split()} & ROOM_ROLES
    for i, (a, b) in enumerate(spans[:-1], 1):
        given = _YOUR_TURN.search(text, max(a, b - 60), b)
        titled = given and fold(given["title"] or "") in HONORIFICS | ROLE_HEADS
        if given and (conducts or (titled and _parted(text, spans[i - 1], spans[i]))):
            return i
    return 0


def _turn_end(text: str, marks: Sequence[Mark], i: int) -> int:
    """Where turn `i` stops at the latest: the next mark, or the notes that close the transcript."""
    end = marks[i + 1].start if i + 1 < len(marks) else len(text)
    for a, b in lines_of(text, marks[i].end, end):
        if ends_transcript(text[a:b]):
            return a
    return end


def _mark_span(text: str, mark: Mark) -> Span:
    a, b = mark.start, mark.end
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def _unmarked_answers(text: str, marks: Sequence[Mark], answers: Identity) -> tuple[Turn, ...]:
    """Turns where only the questions are marked: the first paragraph asks, the following ones answer."""
    notes = FootNotes(text)
    out: list[Turn] = []
    for i, mark in enumerate(marks):
        spans = speech_spans(text, mark.end, _turn_end(text, marks, i), notes, next_is_mark=i + 1 < len(marks))
        if not spans:
            continue
        line_end = text.find("\n", spans[0][0])
        cut = next((k for k, (a, _) in enumerate(spans) if line_end != -1 and a > line_end), len(spans))
        asked, said = spans[:cut], spans[cut:]
        ms = _mark_span(text, mark)
        out.append(
            Turn(
                start=ms[0],
                end=asked[-1][1],
                spans=asked,
                speaker=None,
                mark=text[slice(*ms)],
                mark_span=ms,
                is_question=True,
            )
        )
        if said:
            at = said[0][0]
            out.append(
                Turn(
                    start=at, end=said[-1][1], spans=said, speaker=answers.speaker, mark="", mark_span=(at, at),
                    role=answers.role, resolved=answers.resolved,
                )
            )  # fmt: skip
    return tuple(out) if sum(not t.is_question for t in out) >= 2 else ()


def _marked_answers(text: str, marks: Sequence[Mark], cast: Cast) -> tuple[Turn, ...]:
    """Turns where only the answers are marked: the last paragraph before a mark asks, or is nobody's.

    Of what stands between two marks of one speaker the last paragraph cannot be hers; one paragraph alone is.
    """
    notes = FootNotes(text)
    before = speech_spans(text, 0, marks[0].start, notes, next_is_mark=True)
    out: list[Turn] = [_asked(text, before[-1])] if before and text[before[-1][1] - 1] == "?" else []
    for i, mark in enumerate(marks):
        more = i + 1 < len(marks)
        spans = speech_spans(text, mark.end, _turn_end(text, marks, i), notes, next_is_mark=more)
        asked = spans[-1] if more and len(spans) > 1 and _parted(text, spans[-2], spans[-1]) else None
        said = spans[:-1] if asked else spans
        who, ms = cast.identify(mark.label, mark.note or None), _mark_span(text, mark)
        out.append(
            Turn(
                start=ms[0], end=said[-1][1] if said else ms[1], spans=said, speaker=who.speaker,
                mark=text[slice(*ms)], mark_span=ms, role=who.role, resolved=who.resolved,
            )
        )  # fmt: skip
        if asked:
            out.append(_asked(text, asked))
    return tuple(out)


def _asked(text: str, span: Span) -> Turn:
    """A paragraph without a mark that asks, or is nobody's."""
    at, asks = span[0], text[span[1] - 1] == "?"
    return Turn(start=at, end=span[1], spans=(span,), speaker=None, mark="", mark_span=(at, at), is_question=asks)


def _parted(text: str, a: Span, b: Span) -> bool:
    """Whether a line break stands between two spans."""
    return "\n" in text[a[1] : b[0]]


# ---- what others ask of turns


def turn_statements(text: str, turns: Sequence[Turn]) -> tuple[Statement, ...]:
    """One statement of kind "turn" for each turn of a named speaker, its paragraphs as spans."""
    return tuple(
        Statement(
            start=turn.spans[0][0],
            end=turn.spans[-1][1],
            spans=turn.spans,
            kind="turn",
            confidence=CONFIDENCE if turn.resolved else UNRESOLVED_CONFIDENCE,
            mention=turn.mark or None,
            mention_spans=(turn.mark_span,) if turn.mark else (),
            speaker=turn.speaker,
            role=turn.role if fold(turn.role or "") != fold(turn.speaker) else None,  # "Spokesperson" alone
            resolved=turn.resolved,
        )
        for turn in turns
        if turn.speaker and turn.spans
    )


def question_for(turns: Sequence[Turn], i: int) -> Span | None:
    """The span of the question that turn `i` answers, None where it answers none.

    Several answers in a row (two people reply) share the question, and so does a reply after a word in between; a few
    words behind another's whole answer do not. A turn of a few words ("Yes.") that answers no question means nothing by
    itself: it has the paragraph before it, of whoever else spoke, but for one that greets ("Good afternoon. We lost
    two."): it begins something of its own.
    """
    if not 0 <= i < len(turns) or turns[i].is_question:
        return None
    before = turns[i - 1] if i else None
    if before is not None and before.ends_asking and before.speaker not in (None, turns[i].speaker):
        return before.spans[-1]  # a member or a moderator who asks once
    for turn in reversed(turns[max(0, i - 3) : i]):
        if turn.is_question and turn.spans:
            return turn.spans[0][0], turn.spans[-1][1]
        if _is_brief(turns[i]) and not _is_brief(turn):
            break  # "Thank you all." behind another's whole answer
    others = before is not None and before.spans and before.speaker != turns[i].speaker
    if before is not None and others and _is_brief(turns[i]) and not turns[i].greets:
        return before.spans[-1]
    return None


def _is_brief(turn: Turn) -> bool:
    return sum(b - a for a, b in turn.spans) <= _BRIEF


def turn_at(turns: Sequence[Turn], offset: int) -> Turn | None:
    """The turn in whose stretch `offset` lies, by bisection."""
    i = bisect_right(turns, offset, key=lambda t: t.start) - 1
    return turns[i] if i >= 0 and offset < turns[i].end else None


def teller_of(turns: Sequence[Turn], offset: int) -> str | None:
    """The speaker in whose turn `offset` lies: who tells a quotation that stands there."""
    turn = turn_at(turns, offset)
    return turn.speaker if turn else None
