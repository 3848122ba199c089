"""Ranked candidates -> hits as every face shows them: quotation, speaker, cue, outlet, date."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.anchors import anchor_at
from index.config import Web
from index.embedding.texts import context_words
from index.links import statement_id
from index.model import Article, ArticleRef, Hit, Passage, Span, Statement
from index.search.folding import Ranked
from index.search.glance import glance
from index.search.quoting import barred, chosen, quotation, shared, shares_of, touches
from index.search.retrieve import statements_in
from index.search.snapshot import Snapshot
from index.splitting.sentences import sentences
from index.storage.tables import NONE, Filter

_SAYS = 0.3  # of an answering sentence that who is named within a quotation must have said
_NOTE = re.compile(r"[(\[][^()\[\]]*[)\]][.\s]*")
_UNSAID = Statement(start=0, end=0, spans=(), kind="turn", confidence=0.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """A hit whose quotation is still to be chosen among the sentences of its passage."""

    ranked: Ranked
    core: Span  # the passage that was found, without what it has grown by
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, snapshot: Snapshot, ranked: Ranked) -> Draft:
        """Split the found passage into sentences."""
        tables, text = snapshot.generation.tables, ranked.article.text
        core = (int(tables.passage_start[ranked.row]), int(tables.passage_end[ranked.row]))
        return cls(ranked, core, tuple(sentences(text, *core)) or (core,))

    def holds(self, hit: Hit) -> bool:
        """Whether a hit is made of this one."""
        passage = self.ranked.passage
        return self.ranked.article.id == hit.article.id and passage.start <= hit.start < passage.end

    def readings(self) -> list[str]:
        """Each sentence as the reranker reads it."""
        return readings(self.ranked.article, self.ranked.passage, self.sentences)


def readings(article: Article, passage: Passage, spans: Sequence[Span]) -> list[str]:
    """Sentences of a passage as the reranker reads them: under the title, or the question that they answer."""
    head = context_words(article, passage) or article.title or ""
    return [f"{head}\n{' '.join(article.text[a:b].split())}" for a, b in spans]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit with its quotation: all but what the store knows of the statement that it is part of."""

    ranked: Ranked
    quote: Span
    glance: Span
    speaker: str | None
    statement: int | None  # place in the tables of the one of which the quotation is part
    linked: int | None  # of the one to which the hit links: that one, else the turn
    joined_by: tuple[str, ...] = ()  # who says it with the speaker


def places_of(snapshot: Snapshot, wanted: Filter, drafts: Sequence[Draft]) -> list[int]:
    """Places in the tables of all statements and turns that the drafts' hits may be named after."""
    found = [place for draft in drafts for place in (*_statements(snapshot, draft, wanted), _turn(snapshot, draft))]
    return list(dict.fromkeys(place for place in found if place is not None))


def speakers_there(snapshot: Snapshot, draft: Draft, told: Mapping[int, Statement]) -> dict[int, str | None]:
    """The numbers of all by name who have statements in a draft's passage, and the role that each has there."""
    said = snapshot.generation.tables.statement_speaker
    places = [place for place in _statements(snapshot, draft, Filter()) if int(said[place]) != NONE]
    return {int(said[place]): told[place].role for place in reversed(places) if place in told}


def choose(
    snapshot: Snapshot,
    wanted: Filter,
    drafts: Sequence[Draft],
    scores: Sequence[Sequence[float]],
    told: Mapping[int, Statement],
    *,
    asks: bool = False,
) -> list[Chosen]:
    """Choose each hit's quotation by the scores of its sentences; name its speaker, never one the filter forbids.

    `told`: the statements at `places_of` the drafts. `asks`: what somebody asked is wanted; else a question that
    stands beside an answer names nobody.
    """
    return [
        _chosen(snapshot, wanted, draft, given, told, asks=asks) for draft, given in zip(drafts, scores, strict=True)
    ]


def _chosen(
    snapshot: Snapshot,
    wanted: Filter,
    draft: Draft,
    given: Sequence[float],
    told: Mapping[int, Statement],
    *,
    asks: bool,
) -> Chosen:
    places, turn = _statements(snapshot, draft, wanted), _turn(snapshot, draft)
    points = given
    if turn is not None:  # headings and foot-notes are the editor's
        draft, points = _spoken(draft, given, told[turn].spans)
    if wanted.speakers is not None and places and draft.ranked.passage.speaker is None:  # a turn is all theirs
        points = barred(points, _of(draft, [_span(snapshot, place) for place in places]))
    if wanted.said:
        points = barred(points, _of_the_time(snapshot, draft, wanted))
    text = draft.ranked.article.text
    best, first, last = chosen(text, draft.sentences, points)
    whole = (draft.sentences[first][0], draft.sentences[last][1])
    main = _main(snapshot, draft, draft.sentences[best], whole, places, () if asks else _asked(places, told))
    own = [] if main is None else _by_the_same(snapshot, main, places)
    best, quote = quotation(text, draft.sentences, points, own)
    spoken = own or ([] if main is None else [_span(snapshot, main)])
    if spoken and not touches(draft.sentences[best], spoken):  # who speaks beside the answer is not who gives it
        main, own, spoken = None, [], []
        best, quote = quotation(text, draft.sentences, points, ())
    if main is None or not own:  # nobody by name
        named = _named_within(snapshot, draft, points, quote, places, told, asks=asks)
        if named is not None:
            main, spoken = named, _by_the_same(snapshot, named, places)
            theirs = [i for i, span in enumerate(draft.sentences) if shared(span, quote) > 0 and touches(span, spoken)]
            best = max(theirs, key=lambda i: (points[i], -i))
            quote = (draft.sentences[theirs[0]][0], draft.sentences[theirs[-1]][1])
    shown = glance(text, draft.sentences, best, quote, spoken)
    names = () if main is None else speakers_of(snapshot, main, wanted.speakers)
    speaker = names[0] if names else draft.ranked.passage.speaker
    link = turn if main is None else main
    return Chosen(draft.ranked, quote, shown, speaker, main, link, joined_by=names[1:])


def speakers_of(snapshot: Snapshot, place: int, asked: Collection[int] | None = None) -> tuple[str, ...]:
    """The names of all who say a statement of the tables, its speaker first, before whom stands who is `asked` for."""
    numbers = snapshot.generation.tables.joint_speakers(place)
    if asked is not None:
        numbers = tuple(sorted(numbers, key=lambda number: number not in asked))
    return tuple(snapshot.book.speakers[number].name for number in numbers)


def present(
    chosen: Sequence[Chosen], statements: Mapping[int, Statement], changed: Mapping[str, dt.date]
) -> tuple[Hit, ...]:
    """Hits as every face shows them; `statements` are those that the chosen ones name, by their place in
    the tables; `changed`: since when articles, by id, read as they do."""
    hits: list[Hit] = []
    for rank, one in enumerate(chosen, start=1):
        statement, page = (None if at is None else statements[at] for at in (one.statement, one.linked))
        speaker = one.speaker
        if speaker is None and statement is not None:
            speaker = statement.speaker  # nobody's name: the mention as written
        hit = _hit(rank, one, speaker, statement, page)
        hits.append(replace(hit, changed=changed.get(hit.article.id), joined_by=one.joined_by))
    return tuple(hits)


def linked(hits: Sequence[Hit], web: Web) -> tuple[Hit, ...]:
    """The hits with the addresses of their statements' pages, where others can reach those."""
    if web.public_url is None:
        return tuple(hits)
    base = web.public_url.rstrip("/")

    def address(hit: Hit) -> str | None:
        shown = not web.sources or hit.article.source in web.sources
        return f"{base}/s/{hit.statement_id}" if hit.statement_id and shown else None

    return tuple(replace(hit, link=address(hit)) for hit in hits)


def _statements(snapshot: Snapshot, draft: Draft, wanted: Filter) -> list[int]:
    """Statements that stand in the found passage and meet the filter, those that quote others in a turn too."""
    generation = snapshot.generation
    found = statements_in(generation, draft.ranked.row, wanted)
    return [int(place) for place in np.unique(found[generation.tables.statement_turn[found] == 0])]


def _of(draft: Draft, spans: Sequence[Span]) -> list[bool]:
    """Which sentences of a draft share words with the spans."""
    return [touches(sentence, spans) for sentence in draft.sentences]


def _spoken(draft: Draft, given: Sequence[float], speech: Sequence[Span]) -> tuple[Draft, list[float]]:
    """The sentences and their scores, where what is not of the `speech` stands alone and is barred: a heading, also one
    in front of a sentence, or a foot-note. A bracketed note ("(Applause.)") is only never the best."""
    text = draft.ranked.article.text
    lowest = min(given)
    pieces: list[tuple[Span, float]] = []
    for (a, b), score in zip(draft.sentences, given, strict=True):
        part = [span for span in speech if shared(span, (a, b)) > 0]
        if not part:
            pieces.append(((a, b), lowest if _NOTE.fullmatch(text, a, b) else -math.inf))
            continue
        start, end = max(a, part[0][0]), min(b, part[-1][1])
        if "\n" in text[a:start]:
            pieces.append(((a, start), -math.inf))
        pieces.append(((start, end), score))
    points = [score for _, score in pieces]
    return replace(draft, sentences=tuple(span for span, _ in pieces)), points


def _of_the_time(snapshot: Snapshot, draft: Draft, wanted: Filter) -> list[bool]:
    """Which sentences are not only of what was said at another time."""
    every = statements_in(snapshot.generation, draft.ranked.row, Filter())
    inside = snapshot.generation.tables.said_in(every, wanted)
    said = _of(draft, [_span(snapshot, int(place)) for place in every[inside]])
    other = _of(draft, [_span(snapshot, int(place)) for place in every[~inside]])
    return [mine or not theirs for mine, theirs in zip(said, other, strict=True)]


def _asked(places: Sequence[int], told: Mapping[int, Statement]) -> list[int]:
    """The statements that are questions."""
    return [place for place in places if told[place].stance == "asked"]


def _main(
    snapshot: Snapshot, draft: Draft, best: Span, whole: Span, places: Sequence[int], asked: Sequence[int]
) -> int | None:
    """The statement that shares most with the best sentence, else the nearest one; a turn is its speaker's own.

    Where `whole`, the quotation, holds an answer, none of what was `asked`.
    """
    answers = [place for place in places if place not in asked and shared(whole, _span(snapshot, place)) > 0]
    usable = answers or places
    if not usable:
        return None
    overlap = {place: shared(best, _span(snapshot, place)) for place in usable}
    nearest = max(usable, key=lambda place: overlap[place])
    if draft.ranked.passage.speaker is not None and overlap[nearest] < (best[1] - best[0]) / 2:
        return None
    return nearest


def _by_the_same(snapshot: Snapshot, main: int, places: Sequence[int]) -> list[Span]:
    """The spans of all that the speaker of `main` says among `places`; empty where nobody is named."""
    said = snapshot.generation.tables.statement_speaker
    number = int(said[main])
    return [] if number == NONE else [_span(snapshot, place) for place in places if int(said[place]) == number]


def _named_within(
    snapshot: Snapshot,
    draft: Draft,
    points: Sequence[float],
    quote: Span,
    places: Sequence[int],
    told: Mapping[int, Statement],
    *,
    asks: bool,
) -> int | None:
    """The statement whose named speaker says a good part of what answers in the quotation; None: nobody does.

    Measured on 698 questions about news that name a speaker, with the rule that who speaks beside the answer is not
    named for it: named rightly in .923 instead of .918, wrongly in .038 instead of .049.
    """
    if draft.ranked.passage.speaker is not None:
        return None
    shares = shares_of(points)
    parts: dict[int, float] = {}
    first: dict[int, int] = {}
    for place in places:
        number = int(snapshot.generation.tables.statement_speaker[place])
        if number == NONE or (told[place].stance == "asked" and not asks):
            continue
        span = _span(snapshot, place)
        for share, sentence in zip(shares, draft.sentences, strict=True):
            if shared(sentence, quote) > 0 and (both := shared(sentence, span)) > 0:
                parts[number] = parts.get(number, 0.0) + share * both / (sentence[1] - sentence[0])
                first.setdefault(number, place)
    number = max(parts, key=lambda one: parts[one], default=None)
    return None if number is None or parts[number] <= _SAYS else first[number]


def _turn(snapshot: Snapshot, draft: Draft) -> int | None:
    """The turn that a passage stands in, as a statement: what a link to it leads to."""
    tables = snapshot.generation.tables
    for place in statements_in(snapshot.generation, draft.ranked.row, Filter()).tolist():
        if (
            tables.statement_turn[place]
            and tables.statement_start[place] <= draft.core[0] < tables.statement_end[place]
        ):
            return int(place)
    return None


def _span(snapshot: Snapshot, place: int) -> Span:
    tables = snapshot.generation.tables
    return int(tables.statement_start[place]), int(tables.statement_end[place])


def _hit(
    rank: int,
    one: Chosen,
    speaker: str | None,
    statement: Statement | None,
    page: Statement | None,
) -> Hit:
    ranked, quote = one.ranked, one.quote
    article, passage = ranked.article, ranked.passage
    kind = statement.kind if statement is not None else ("turn" if passage.speaker is not None else None)
    return Hit(
        rank=rank,
        score=round(ranked.score, 6),
        article=ArticleRef.of(article),
        text=article.text[passage.start : passage.end],
        start=passage.start,
        end=passage.end,
        context=None if passage.context is None else article.text[slice(*passage.context)],
        quote=article.text[slice(*quote)],
        quote_start=quote[0],
        quote_end=quote[1],
        quote_is_statement=kind is not None,
        glance=one.glance,
        statement_id=None if page is None else statement_id(article.id, article.text, page),
        speaker=speaker,
        role=None if kind is None else (statement or page or _UNSAID).role,
        cue=None if statement is None else statement.cue,
        kind=kind,
        stance=None if kind is None else "said" if statement is None else statement.stance,
        said_on=None if kind is None else (statement or page or _UNSAID).said_on,
        also_in=tuple(ArticleRef.of(copy) for copy in ranked.copies),
        more_in_article=ranked.more_in_article,
        place=anchor_at(article.anchors, quote[0]),
        signals=ranked.signals,
    )
