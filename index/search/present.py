"""Ranked candidates -> hits as every face shows them: quotation, speaker, cue, outlet, date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.config import Web
from index.embedding.texts import context_words
from index.links import statement_id
from index.model import Article, ArticleRef, Hit, Passage, Span, Statement
from index.reading.anchors import anchor_at
from index.search.folding import Ranked
from index.search.glance import glance
from index.search.quoting import quotation, shared, touches
from index.search.retrieve import statements_in
from index.search.snapshot import Snapshot
from index.splitting.sentences import sentences
from index.storage.tables import NONE, Filter

_UNSAID = Statement(start=0, end=0, spans=(), kind="turn", confidence=0.0)


def ref(article: Article) -> ArticleRef:
    """What is shown of an article."""
    return ArticleRef(
        id=article.id,
        title=article.title,
        source=article.source,
        date=article.date,
        author=article.author,
        url=article.url,
    )


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


def choose(
    snapshot: Snapshot, wanted: Filter, drafts: Sequence[Draft], scores: Sequence[Sequence[float]]
) -> list[Chosen]:
    """Choose each hit's quotation by the scores of its sentences; name its speaker, never one the filter forbids."""
    chosen: list[Chosen] = []
    tables = snapshot.generation.tables
    for draft, given in zip(drafts, scores, strict=True):
        places = _statements(snapshot, draft, wanted)
        points = given if wanted.speakers is None else _own_words(snapshot, draft, given, places)
        points = _of_the_time(snapshot, draft, points, wanted) if wanted.said else points
        main = _main(snapshot, draft, points, places)
        number = NONE if main is None else int(tables.statement_speaker[main])
        same = [_span(snapshot, p) for p in places if number != NONE and int(tables.statement_speaker[p]) == number]
        text = draft.ranked.article.text
        best, quote = quotation(text, draft.sentences, points, same)
        own = same or ([] if main is None else [_span(snapshot, main)])
        if own and not touches(quote, own):  # who speaks elsewhere in the passage is not who is quoted
            main, own = None, []
        link = _turn(snapshot, draft) if main is None else main
        shown = glance(text, draft.sentences, best, quote, own)
        names = () if main is None else speakers_of(snapshot, main, wanted.speakers)
        speaker = names[0] if names else draft.ranked.passage.speaker
        chosen.append(Chosen(draft.ranked, quote, shown, speaker, main, link, joined_by=names[1:]))
    return chosen


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


def _own_words(snapshot: Snapshot, draft: Draft, scores: Sequence[float], places: Sequence[int]) -> list[float]:
    """Scores under which a sentence of the asked speaker's comes before every other; a turn is all theirs."""
    said = [_span(snapshot, place) for place in places]
    if not said or draft.ranked.passage.speaker is not None:
        return list(scores)
    gap = max(scores) - min(scores) + 1
    return [x if touches(span, said) else x - gap for span, x in zip(draft.sentences, scores, strict=True)]


def _of_the_time(snapshot: Snapshot, draft: Draft, scores: Sequence[float], wanted: Filter) -> list[float]:
    """Scores under which a sentence of what was said at another time comes after every other."""
    every = statements_in(snapshot.generation, draft.ranked.row, Filter())
    inside = snapshot.generation.tables.said_in(every, wanted)
    said = [_span(snapshot, int(place)) for place in every[inside]]
    other = [_span(snapshot, int(place)) for place in every[~inside]]
    gap = max(scores) - min(scores) + 1
    return [
        x - gap if touches(span, other) and not touches(span, said) else x
        for span, x in zip(draft.sentences, scores, strict=True)
    ]


def _main(snapshot: Snapshot, draft: Draft, scores: Sequence[float], places: Sequence[int]) -> int | None:
    """The statement that shares most with the best sentence, else the nearest one; a turn is its speaker's own."""
    if not places:
        return None
    best, _ = quotation(draft.ranked.article.text, draft.sentences, scores, ())
    overlap = {place: shared(draft.sentences[best], _span(snapshot, place)) for place in places}
    nearest = max(places, key=lambda place: overlap[place])
    whole = draft.sentences[best][1] - draft.sentences[best][0]
    if draft.ranked.passage.speaker is not None and overlap[nearest] < whole / 2:
        return None
    return nearest


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
        article=ref(article),
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
        role=None if statement is None else statement.role,
        cue=None if statement is None else statement.cue,
        kind=kind,
        stance=None if kind is None else "said" if statement is None else statement.stance,
        said_on=None if kind is None else (statement or page or _UNSAID).said_on,
        also_in=tuple(ref(copy) for copy in ranked.copies),
        more_in_article=ranked.more_in_article,
        place=anchor_at(article.anchors, quote[0]),
        signals=ranked.signals,
    )
