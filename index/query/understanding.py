"""What the words of a question were read as, and the readings that stand apart: an office alone, an office of a place,
another language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.language.english import AUXILIARIES
from index.model import Holder, QuestionKind
from index.query.asked import Asked, Form
from index.query.foreign import named_in
from index.query.kind import kind_of
from index.query.lexicon import Lexicon
from index.query.offices import shown, which_office, who_is
from index.query.places import stands
from index.query.tokens import Token
from index.query.topic import TopicReader, written
from index.query.unheld import NOBODY, Unheld


@dataclass(frozen=True, slots=True)
class Reading:
    """Topic, kind and speakers of a question, and what was found of an office or a name that nobody has."""

    topic: str
    kind: QuestionKind
    speakers: tuple[str, ...] = ()
    speaker_words: str = ""
    unknown_speaker: str | None = None
    office: str | None = None
    holders: tuple[Holder, ...] = ()
    foreign: bool = False
    several: bool = False  # people joined by "and"
    acts: bool = False  # what they did is asked, and not only what they said
    unheld: Unheld = NOBODY
    among: tuple[str, ...] = ()  # who hold the office that is asked for, here or elsewhere


def in_another_language(text: str, view: tuple[Token, ...], lexicon: Lexicon, day: dt.date | None) -> Reading:
    """The speaker whose name is found in a question that is not understood; what is left is searched as it is."""
    named = named_in(text, view, lexicon.find_speaker, day, lexicon.statements)
    if named is None:
        return Reading(written(text, view, list(range(len(view)))), "other", foreign=True)
    first, last, names = named
    left = [k for k in range(len(view)) if not first <= k < last]
    words = " ".join(text[view[first].start : view[last - 1].end].split())
    return Reading(written(text, view, left), "said", names, words, foreign=True)


def office_alone(
    text: str, view: tuple[Token, ...], kind: QuestionKind, lexicon: Lexicon, day: dt.date | None
) -> Reading | None:
    """The reading where an office is asked for: whoever holds it said something, or who holds it."""
    end = which_office(view)
    if end is not None:
        words = " ".join(text[view[1].start : view[end - 1].end].split())
        holders = lexicon.find_holders(words, day)
        if not holders:
            return None
        drop = {*range(end), *TopicReader(view).told(end)}
        topic = written(text, view, [k for k in range(len(view)) if k not in drop])
        return Reading(topic, "who", tuple(dict.fromkeys(h.name for h in holders)), words, office=words)
    place = who_is(view) if kind == "other" else None
    if place is None:
        return None
    words = " ".join(text[view[place[0]].start : view[place[1] - 1].end].split())
    holders = shown(lexicon.find_holders(words, day), day)
    if not holders:
        return None
    return Reading(f"{words} {holders[0].name}", "other", holders=holders)


def placed_office(
    text: str, view: tuple[Token, ...], unheld: Unheld, lexicon: Lexicon, day: dt.date | None
) -> Reading | None:
    """The reading where several hold an office and a question says of what it is ("the mayor of Karst", "the wife of
    Vorn"): the words of those who hold it there on record, or of all, where only what names the place is shown."""
    held = lexicon.find_holders(unheld.named[0], day) if unheld.placed else ()
    if not held:
        return None
    there = [holder for holder in held if all(stands(place, holder.title) for place in unheld.placed)]
    names = tuple(dict.fromkeys(holder.name for holder in there or held))
    first, last = unheld.place
    asked = (Asked(first=first, last=last, form=_form(view, first), speakers=names),)
    topic = without(text, view, first, last)
    if there:
        return Reading(topic, kind_of(view, asked), names, unheld.words or "")
    return Reading(topic, kind_of(view, asked), among=names, unheld=unheld)


def without(text: str, view: tuple[Token, ...], first: int, last: int) -> str:
    """What is left of a question's topic without whom it asks for, who stands from `first` to before `last`."""
    asked = (Asked(first=first, last=last, form=_form(view, first), unknown=True),)
    drop = TopicReader(view).said(asked, keep_name=False)
    return written(text, view, [k for k in range(len(view)) if k not in drop])


def _form(view: tuple[Token, ...], first: int) -> Form:
    return "verb" if first and view[first - 1].low in AUXILIARIES else "on"
