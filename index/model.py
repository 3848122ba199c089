"""The words of the product as frozen data: what flows between the parts and out to every face.

Offsets are characters of `Article.text`, half-open `[start, end)`; `article.text[start:end]` is verbatim.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from index.when import ALWAYS, Order, SaidOn, Side, Window

Span = tuple[int, int]
# "position": what somebody hopes, supports, opposes, expects or plans, in the article's words; nobody says it.
StatementKind = Literal["direct", "indirect", "mixed", "turn", "position"]
# What the source does with what follows the cue: says, denies, keeps back ("never said"), asks, is for or against it.
Stance = Literal["said", "denied", "declined", "asked", "held"]
QuestionKind = Literal["said", "who", "other"]
DeclineReason = Literal[
    "unknown_speaker", "speaker_silent",  # nobody of that name speaks in the archive; he does, but not on this topic
    "nothing_in_period",  # the filters leave nothing, or nothing on the topic, in that window
    "nothing_on_topic", "empty_archive",  # the archive does not speak of it at all; it holds nothing
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published piece; `text` is the cleaned text, `raw` what came in."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    date: dt.date | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    raw: str = ""
    origin: str | None = None  # the file that it came from
    # How it was read; two articles that differ in nothing else are the same.
    modified: dt.date | None = field(default=None, compare=False)
    removed: tuple[str, ...] = field(default=(), compare=False)  # lines that were taken out of the text
    anchors: tuple[tuple[int, str], ...] = field(default=(), compare=False)  # from which offset on: "page 2"
    evidence: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)  # what told a field


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed utterance.

    `spans` are the pieces of the content (it may be split around the cue), `start` and `end` their hull. `speaker` is
    the canonical name within the article (or the mention as written where it could not be resolved; then `resolved`
    is False), None where nobody is named; `joined_by` are all who say it together with the speaker. `teller` is set
    on a quotation inside a turn: the person whose turn it stands in. `stance` is what the source does with the
    content: only what is "said" is its assertion. `said_on` is None where nothing tells when it was said.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    kind: StatementKind
    confidence: float
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    mention: str | None = None
    mention_spans: tuple[Span, ...] = ()
    speaker: str | None = None
    role: str | None = None
    resolved: bool = True
    teller: str | None = None
    stance: Stance = "said"
    said_on: SaidOn | None = None
    joined_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one person says in a transcript until the next mark; `speaker` None: nobody by name (a reporter).

    `spans`: its paragraphs without mark, heading, note or foot-note; `is_question`: a reporter's; `mark`: as written;
    `ends_asking`: its last words are a question, whoever asks; `greets`: its first ones greet or thank.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    speaker: str | None
    mark: str
    mark_span: Span
    role: str | None = None
    resolved: bool = True
    is_question: bool = False
    ends_asking: bool = False
    greets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whole sentences of one article, never across turns: the unit that is embedded and shown."""

    start: int
    end: int
    speaker: str | None = None  # of the turn that it stands in
    context: Span | None = None  # the reporter's question that it answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or body under one canonical name across the archive."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    statements: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as the articles give it, with the dates of the first and last article that do."""

    title: str
    first: dt.date | None = None
    last: dt.date | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the user typed and what they set explicitly. `infer` False turns every inference off.

    `since` and `until` are days of publication, `said_since` and `said_until` of saying (`Statement.said_on`).
    `sources`: only these outlets, by exact name, whatever else is set or inferred; a face narrows the archive by it.
    `threshold`: the confidence from which the archive answers, 0 to 1; None: the configured one."""

    text: str
    speaker: str | None = None
    source: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    asked_on: dt.date | None = None
    limit: int | None = None
    infer: bool = True
    sources: tuple[str, ...] = ()
    threshold: float | None = None
    said_since: dt.date | None = None
    said_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """One reading of the question's words: "in April 2022" -> since and until. Shown, and can be turned off."""

    field: Literal["speaker", "source", "time", "order"]
    words: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds an office that was asked for, with the dates of the first and last article that say so."""

    name: str
    title: str
    first: dt.date | None = None
    last: dt.date | None = None


# Said beside the answer: the question was cut; it is in another language; it asks for more than passages can give;
# a full name is asked for and the surname alone is on record.
Note = Literal["shortened", "language", "beyond", "surname"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What was understood. Empty `speakers` or `sources`: no such filter. `until` is inclusive.

    `since` and `until` are the window that is asked for and shown, by the option for days of publication or by words.
    What words ask for is `meant`, when it was said; then `published` holds the option. `said`: that for days of saying.
    `office`: "which minister said …", and `speakers` are all who hold it. `alike`: like the unknown speaker's name.
    `phrases`: in quotation marks, what holds one comes first. Asked is how often (`counts`), what they did (`acts`)."""

    topic: str
    kind: QuestionKind
    asked_on: dt.date
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    meant: Window | None = None
    published: Window = ALWAYS
    said: Window = ALWAYS
    order: Order | None = None  # of the hits that are on the topic; None: the best first
    counts: bool = False
    acts: bool = False
    against: tuple[str, ...] = ()  # "who criticised Roe": whose own words are no answer
    side: Side | None = None  # what is asked for in "who defended Roe", "who criticised Roe"
    unknown_speaker: str | None = None
    named: tuple[str, ...] = ()  # what an article must name, since who is asked for may speak in it unattributed
    among: tuple[str, ...] = ()  # speakers who hold the office that it must name, wherever
    placed: tuple[str, ...] = ()  # and the words of a place that must stand there: "the mayor of Karst"
    about: str | None = None  # what is left of the topic without that
    loosely: bool = False  # whether who is asked for may be called otherwise, so that anybody may answer
    called: str | None = None  # that as typed, where nobody on record is called so
    unknown_source: str | None = None
    office: str | None = None
    holders: tuple[Holder, ...] = ()
    alike: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    phrases: tuple[str, ...] = ()
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """What is shown of an article beside a passage."""

    id: str
    title: str | None
    source: str | None
    date: dt.date | None
    author: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, article: Article) -> ArticleRef:
        """Of a whole article."""
        return cls(**{one.name: getattr(article, one.name) for one in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What the order of a hit was made of. 0 where a leg did not find it; `reranker` None: it was not read.

    `fused` is the convex combination of the three below it, each scaled over the candidates; `passage` and
    `statement` are cosines, `lexical` is BM25, `reranker` a logit.
    """

    fused: float = 0.0
    passage: float = 0.0
    statement: float = 0.0
    lexical: float = 0.0
    reranker: float | None = None

    def named(self) -> dict[str, float]:
        """The signals that there are, by name, in the order in which they came about: for faces."""
        return {one.name: float(value) for one in fields(self) if (value := getattr(self, one.name)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage with its score and the signals that made it. `text == article.text[start:end]`."""

    rank: int
    score: float
    article: ArticleRef
    text: str
    start: int
    end: int
    context: str | None = None
    quote: str | None = None
    quote_start: int | None = None
    quote_end: int | None = None
    quote_is_statement: bool = False
    glance: Span | None = None  # the sentence or two to show where there is no room for more
    statement_id: str | None = None  # of the statement that the quote is, or stands in: index/links.py
    link: str | None = None  # of the statement's page, where `web.public_url` is set
    speaker: str | None = None
    role: str | None = None
    cue: str | None = None
    kind: StatementKind | None = None
    stance: Stance | None = None  # of the statement; None where the hit is none
    said_on: SaidOn | None = None  # of the statement
    joined_by: tuple[str, ...] = ()  # who says it together with the speaker
    also_in: tuple[ArticleRef, ...] = ()
    more_in_article: int = 0
    changed: dt.date | None = None  # since when its article reads as it does, where it read otherwise here before
    place: str | None = None  # where the quote, else the passage, starts: "page 2", "00:01:05"
    signals: Signals = field(default_factory=Signals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The ranked hits and whether the archive answers. Faces render it and nothing else."""

    question: Question
    query: Query
    answered: bool
    confidence: float
    hits: tuple[Hit, ...]
    reason: DeclineReason | None = None
    others: tuple[str, ...] = ()  # who did speak of the topic, where the asked speaker did not
    nearest: ArticleRef | None = None  # the nearest in time on the topic, where the asked period holds nothing
    undated_left_out: int = 0
    counted: int | None = None  # passages on the topic, where `query.counts`
    evidence: Mapping[str, float] = field(default_factory=dict[str, float])  # what the confidence was computed from
    timings_ms: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where long work stands. `total` 0: not known yet."""

    stage: Literal["read", "attribute", "embed", "index", "settle"]  # settle: all is searched already
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Bad input that was skipped or mended: one sentence that names the file, the line and what to do."""

    path: str
    message: str
    line: int | None = None
    fatal: bool = True  # False: loaded all the same, with a warning

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an ingest or a reindex changed."""

    articles_added: int = 0
    articles_replaced: int = 0
    articles_removed: int = 0
    articles_unchanged: int = 0
    passages_added: int = 0
    passages_removed: int = 0
    passages_total: int = 0
    statements_total: int = 0
    embedded: int = 0  # texts that went through the model; the rest came from the store
    seconds: float = 0.0
    generation: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSummary:
    """An outlet of the archive."""

    name: str
    articles: int
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One statement of a timeline; the same words in other outlets are folded into `also_in`."""

    article: ArticleRef
    statement: Statement
    text: str
    score: float
    id: str = ""  # the name that outlives a reindex: index/links.py
    sentences: str = ""  # the whole sentences of the article that the statement stands in
    also_in: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Statements by date: the latest of `total`; all whom the name may mean (`speakers`), each entry with its own."""

    speaker: str | None
    speakers: tuple[str, ...] = ()
    topic: str
    entries: tuple[TimelineEntry, ...]
    counts: tuple[tuple[str, int], ...]
    undated: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """A whole article with its statements."""

    article: Article
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
