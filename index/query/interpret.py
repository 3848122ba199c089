"""A question as typed to a query: topic, speakers, outlets, time and kind. Inference only narrows what the user set.

docs/questions.md tables what is understood. Pure: the archive's knowledge comes in a `Lexicon`, the day as `today`.
"""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

from index.errors import InputError
from index.language.asking import ABOUT, MANNER
from index.language.following import ORDERS
from index.language.verbs import SAYING_ALONE, is_telling
from index.model import Inference, Note, Query, Question, QuestionKind
from index.names.parse import parse_name
from index.query.asked import Asked
from index.query.exact import phrases_in
from index.query.follow import Followed, follow, spoken_of
from index.query.foreign import is_foreign
from index.query.kind import kind_of
from index.query.lexicon import Lexicon
from index.query.outlets import OutletPhrase, find_outlets, match_outlet, outlet_places, outlets_called
from index.query.people import SpeakerMatch, bare_name, choose
from index.query.refuse import shortened
from index.query.slips import mended
from index.query.speakers import SpeakerReader
from index.query.time.windows import Coverage, TimePhrase, find_times
from index.query.tokens import Token, tokenize
from index.query.topic import TopicReader, written
from index.query.understanding import Reading, in_another_language, office_alone, placed_office, without
from index.query.unheld import Unheld, unheld_body, unheld_office
from index.query.wordings import plainly
from index.when import ALWAYS, Window

__all__ = ["Lexicon", "SpeakerMatch", "interpret", "told_by_anyone"]

_LONGEST = 2000  # characters that are read for filters; what follows stays in the topic


def interpret(question: Question, lexicon: Lexicon, today: dt.date, *, timeless: bool = False) -> Query:
    """What the question asks for. Explicit filters win over the words; `infer` False takes the words as the topic,
    `timeless` the words of a time.

    Raises InputError where `since` lies after `until`.
    """
    asked_on = question.asked_on or today
    _check(question)
    whole, question = question, replace(question, text=shortened(question.text))
    tokens = tokenize(question.text[:_LONGEST])
    tokens = plainly(mended(tokens, lexicon)) if question.infer else tokens
    times = _times(question, tokens, asked_on, lexicon) if question.infer and not timeless else ()
    said = Window(since=question.said_since, until=question.said_until)
    times = _narrow(said, times)[1]
    whole_window, times = _narrow(Window(since=question.since, until=question.until), times)
    since, until = whole_window.since, whole_window.until
    meant = _narrow(ALWAYS, times)[0]
    sources, unknown_source = _explicit_source(question, lexicon)
    outlets: tuple[OutletPhrase, ...] = ()
    if question.infer:
        taken = {k for phrase in times for k in range(phrase.first, phrase.last)}
        outlets = _outlets(question, tokens, taken, lexicon, sources, unknown_source)
        if sources == () and unknown_source is None:
            sources, unknown_source = _from_outlets(outlets)
        elif outlets:
            sources = tuple(name for name in sources if any(name in o.sources for o in outlets)) or sources
    day = _middle(since or said.since, until or said.until)
    timed = {k for phrase in times for k in range(phrase.first, phrase.last)}
    followed = follow(tokens, timed) if question.infer and tokens else Followed()
    reading = _read(question, followed.read(tokens), times, outlets, lexicon, day, followed.drop)
    inferences = [
        *(_time_inference(question.text, tokens, phrase) for phrase in times if phrase.since or phrase.until),
        *(Inference(field="source", words=o.words, value=" or ".join(o.sources)) for o in outlets if o.sources),
    ]
    papers = () if question.speaker or sources or unknown_source else _papers(reading, lexicon)
    if papers:
        inferences.append(Inference(field="source", words=reading.speaker_words, value=_listed(papers)))
        sources, reading = papers, replace(reading, speakers=())
    speakers, unknown = _speakers(question, lexicon, day, reading)
    if reading.speakers and speakers == reading.speakers:
        value = reading.office or _listed(speakers)
        inferences.insert(0, Inference(field="speaker", words=reading.speaker_words, value=value))
    order = followed.order or ("speakers" if reading.several else None)
    if order is None and (speakers or reading.among) and not reading.topic and question.infer:
        order = "latest"  # "what did Vorn say": all that there is, the latest first
    if followed.order is not None:
        words = followed.asked(question.text, tokens)
        inferences.append(Inference(field="order", words=words, value=ORDERS[followed.order]))
    return Query(
        topic=reading.topic,
        kind=reading.kind,
        asked_on=asked_on,
        speakers=speakers,
        sources=sources,
        since=since,
        until=until,
        meant=meant if meant.bounds else None,
        published=Window(since=question.since, until=question.until),
        said=said,
        order=order,
        counts=followed.counts,
        unknown_speaker=unknown,
        unknown_source=unknown_source,
        office=reading.office if speakers == reading.speakers else None,
        holders=reading.holders,
        alike=tuple(name for name, _ in lexicon.similar(unknown)) if unknown else (),
        notes=_notes(question.text != whole.text, followed, reading, speakers),
        acts=reading.acts and not question.speaker,
        among=() if question.speaker else reading.among,
        named=() if question.speaker else reading.unheld.named,
        placed=() if question.speaker else reading.unheld.placed,
        called=None if question.speaker else reading.unheld.words,
        about=None if question.speaker else reading.unheld.about,
        loosely=reading.unheld.loosely,
        against=spoken_of(tokens[followed.whom :], lexicon, day) if followed.order == "speakers" else (),
        side=followed.side,
        phrases=phrases_in(question.text),
        inferences=tuple(inferences),
    )


def _notes(shorter: bool, followed: Followed, reading: Reading, speakers: tuple[str, ...]) -> tuple[Note, ...]:
    """What the answer says of how the question was read."""
    bare = len(speakers) == 1 and speakers == reading.speakers and _is_bare(reading.speaker_words, speakers[0])
    notes: tuple[tuple[bool, Note], ...] = (
        (shorter, "shortened"),
        (followed.beyond and not reading.speakers, "beyond"),
        (reading.foreign, "language"),
        (bare, "surname"),
    )
    return tuple(note for holds, note in notes if holds)


def told_by_anyone(query: Query) -> Query:
    """A question about what somebody did, asked of all who may tell it: the name becomes a part of the topic."""
    words = " ".join(one.words for one in query.inferences if one.field == "speaker") or query.called or ""
    rest = tuple(one for one in query.inferences if one.field != "speaker")
    topic = f"{words} {query.topic}".strip()
    return replace(query, topic=topic, kind="other", speakers=(), among=(), office=None, acts=False, inferences=rest)


def _papers(reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """The outlets that are asked as if they spoke ("whom did the Post rank first"): for their own articles."""
    found = [outlets_called(name, lexicon.sources) for name in reading.speakers]
    return tuple(name for names in found for name in names) if all(found) else ()


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(names)


def _middle(since: dt.date | None, until: dt.date | None) -> dt.date | None:
    """The day for which a role is looked up."""
    if since is not None and until is not None:
        return since + (until - since) // 2
    return since or until


def _times(
    question: Question, tokens: tuple[Token, ...], asked_on: dt.date, lexicon: Lexicon
) -> tuple[TimePhrase, ...]:
    coverage = Coverage(first=lexicon.first, last=lexicon.last, count_in=lexicon.count_in)
    names = outlet_places(tokens, lexicon.sources)  # no "today" in "USA Today"
    counts = _counts(tokens)
    return tuple(
        phrase
        for phrase in find_times(tokens, asked_on, coverage)
        if not any(k in names for k in range(phrase.first, phrase.last)) and not (counts and _covers_a_period(phrase))
    )


def _counts(tokens: tuple[Token, ...]) -> bool:
    """Whether a figure is asked for: "how many ships were built in 2016" is answered by what came out later."""
    lows = [token.low for token in tokens[:12]]
    counted = any(word == "how" and after in MANNER for word, after in itertools.pairwise(lows))
    return counted and not any(is_telling(low) for low in lows[2:])


def _covers_a_period(phrase: TimePhrase) -> bool:
    """Whether the window within a question is longer than three weeks or open; one in front is a filter."""
    if phrase.first == 0:
        return False
    return phrase.since is None or phrase.until is None or (phrase.until - phrase.since).days > 21


def _check(question: Question) -> None:
    """Raises InputError where a window is empty."""
    pairs = ("", question.since, question.until), ("said-", question.said_since, question.said_until)
    for name, since, until in pairs:
        if since is not None and until is not None and since > until:
            raise InputError(f"--{name}since {since} lies after --{name}until {until}: swap them.")


def _narrow(window: Window, times: tuple[TimePhrase, ...]) -> tuple[Window, tuple[TimePhrase, ...]]:
    """The days of all windows, as far as they meet; a phrase that contradicts what stands is left out."""
    used: list[TimePhrase] = []
    for phrase in times:
        both = window.meet(Window(since=phrase.since, until=phrase.until))
        if both is not None:
            window = both
            used.append(phrase)
    return window, tuple(used)


def _time_inference(text: str, tokens: tuple[Token, ...], phrase: TimePhrase) -> Inference:
    words = " ".join(text[tokens[phrase.first].start : tokens[phrase.last - 1].close].split())
    if phrase.since == phrase.until:
        value = str(phrase.since)
    elif phrase.since is None:
        value = f"until {phrase.until}"
    elif phrase.until is None:
        value = f"since {phrase.since}"
    else:
        value = f"{phrase.since} to {phrase.until}"
    return Inference(field="time", words=words, value=value)


def _explicit_source(question: Question, lexicon: Lexicon) -> tuple[tuple[str, ...], str | None]:
    words = (question.source or "").strip()
    if not words:
        return (), None
    found = match_outlet(words, lexicon.sources)
    return found, None if found else words


def _outlets(
    question: Question,
    tokens: tuple[Token, ...],
    taken: set[int],
    lexicon: Lexicon,
    explicit: tuple[str, ...],
    unknown: str | None,
) -> tuple[OutletPhrase, ...]:
    found = tuple(
        phrase
        for phrase in find_outlets(question.text, tokens, lexicon.sources, frozenset(taken))
        if not any(k in taken for k in range(phrase.first, phrase.last))
    )
    if explicit or unknown is not None:  # the words may repeat or narrow what the user set, and nothing else
        return tuple(phrase for phrase in found if set(phrase.sources) & set(explicit))
    return found


def _from_outlets(outlets: tuple[OutletPhrase, ...]) -> tuple[tuple[str, ...], str | None]:
    known = tuple(dict.fromkeys(name for phrase in outlets for name in phrase.sources))
    unknown = next((phrase.words for phrase in outlets if not phrase.sources), None)
    return known, None if known else unknown


def _read(
    question: Question,
    tokens: tuple[Token, ...],
    times: tuple[TimePhrase, ...],
    outlets: tuple[OutletPhrase, ...],
    lexicon: Lexicon,
    day: dt.date | None,
    dropped: frozenset[int],
) -> Reading:
    plain = " ".join(question.text.split()).strip()
    if not question.infer or not tokens:
        return Reading(plain, kind_of(tokens, ()))
    gone = {
        k for phrase in (*times, *(o for o in outlets if o.sources)) for k in range(phrase.first, phrase.last)
    } | dropped
    places = [k for k in range(len(tokens)) if k not in gone]
    view = _view(tokens, places)
    if is_foreign(view):
        return in_another_language(question.text, view, lexicon, day)
    reader = SpeakerReader(question.text, view, lexicon, day)
    asked = reader.asked() if view else ()
    if asked and question.speaker and not _agrees(question.speaker, asked, reader, lexicon, day):
        asked = ()
    # A name that the texts know may be a speaker whom attribution missed: no filter, and the name is searched.
    missed = bool(asked) and asked[0].unknown and not asked[0].surely and _stands_in_texts(view, asked, lexicon)
    kind = kind_of(view, asked)
    if not asked and (found := office_alone(question.text, view, kind, lexicon, day)) is not None:
        return found
    drop = _asking_words(view, asked, kind, keep_name=missed, of_outlet=bool(outlets) and 1 in gone)
    kept = [place for k, place in enumerate(places) if k not in drop]
    while kept and kept[0] > 0 and tokens[kept[0]].low in ABOUT:
        kept = kept[1:]
    topic = f"{written(question.text, tokens, kept)} {question.text[_LONGEST:]}".strip()
    words = reader.words(asked[0].first, asked[-1].last) if asked else ""
    if not asked or asked[0].unknown:
        if missed:
            unheld = Unheld(bare_name(words), words=words)
        else:
            unheld = reader.related(asked[0]) if asked else unheld_office(question.text, view, lexicon)
        if (placed := placed_office(question.text, view, unheld, lexicon, day)) is not None:
            return placed
        if not asked:
            unheld = unheld if unheld.named else unheld_body(view, lexicon.find_speaker, day)
            if unheld.words and lexicon.find_holders(unheld.words, day):
                unheld = replace(unheld, words=None)  # many hold it
        if unheld.named:
            first, last = (asked[0].first, asked[-1].last) if asked else unheld.place
            unheld = replace(unheld, about=without(question.text, view, first, last) if last else None)
            if not asked and unheld.words and unheld.words.split()[-1] not in topic:  # "does the head of school think"
                topic = f"{unheld.words} {topic}".strip()
        return Reading(topic, kind, unknown_speaker=None if unheld.named else words or None, unheld=unheld)
    alone = topic.casefold() in SAYING_ALONE and not any(token.low in ABOUT for token in view)
    topic = "" if alone else topic  # "what did Vorn write"
    names = tuple(dict.fromkeys(name for person in asked for name in person.speakers))
    return Reading(topic, kind, speakers=names, speaker_words=words, several=len(asked) > 1, acts=asked[0].acts)


def _is_bare(words: str, name: str) -> bool:
    """Whether a full name is asked for, of which the archive has the surname alone."""
    asked, known = parse_name(words), parse_name(name)
    return bool(asked.given_keys) and not known.given_keys and asked.surname_key == known.surname_key


def _stands_in_texts(view: tuple[Token, ...], asked: tuple[Asked, ...], lexicon: Lexicon) -> bool:
    """Whether the texts hold every word of a name, titles and initials aside."""
    named = bare_name(" ".join(t.low for t in view[asked[0].first : asked[-1].last]))
    words = [word for name in named for word in name.split() if len(word) > 1]
    return bool(words) and all(lexicon.knows(word) for word in words)


def _asking_words(
    view: tuple[Token, ...], asked: tuple[Asked, ...], kind: QuestionKind, *, keep_name: bool, of_outlet: bool
) -> set[int]:
    """The places in the view that only ask; `of_outlet`: "did the Times report" is gone after "what"."""
    topical = TopicReader(view)
    if asked:
        return topical.said(asked, keep_name)
    if of_outlet and view and view[0].low == "what":
        return {0}
    if kind == "who":
        return topical.who()
    return topical.unsaid() if kind == "said" else set[int]()


def _view(tokens: tuple[Token, ...], places: list[int]) -> tuple[Token, ...]:
    """The tokens at `places`; a pause within what was taken out stays a pause."""
    view: list[Token] = []
    before = -1
    for at in places:
        token = tokens[at]
        if at != before + 1 and view:
            gap = tokens[before + 1].gap + token.gap
            token = replace(token, gap=gap if gap.strip() else " ")
        elif at != before + 1:
            token = replace(token, gap="")
        view.append(token)
        before = at
    return tuple(view)


def _agrees(words: str, asked: tuple[Asked, ...], reader: SpeakerReader, lexicon: Lexicon, day: dt.date | None) -> bool:
    """Whether the asked names lie within the speaker that the user set."""
    named = {name for person in asked for name in person.speakers}
    explicit = set(choose(words, lexicon.find_speaker(words, day), lexicon.statements))
    said = reader.words(asked[0].first, asked[-1].last).casefold()
    return bool(named & explicit) or said == words.strip().casefold()


def _speakers(
    question: Question, lexicon: Lexicon, day: dt.date | None, reading: Reading
) -> tuple[tuple[str, ...], str | None]:
    words = (question.speaker or "").strip()
    if not words:
        return reading.speakers, reading.unknown_speaker
    matches = lexicon.find_speaker(words, day)
    explicit = choose(words, matches, lexicon.statements) or tuple(dict.fromkeys(m.name for m in matches[:5]))
    narrower = tuple(name for name in explicit if name in reading.speakers)
    return narrower or explicit, None if explicit else words
