"""When a statement was said: from the words around its cue, else its transcript's day, else the publication.

Only a date that hangs on the cue counts ("told a news conference on 5 April", "On Tuesday, she said", "in a 2014
interview"): one within what is said, or behind words that open something else ("said after the vote on Tuesday"),
does not. Where it is unsure, the day of publication stands: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.attribution.news.quotes import find_quotations
from index.dating.dates import Clock, Dated, reads_a_date
from index.language.english import AUXILIARIES, DETERMINERS, FIRST_PERSON
from index.language.occasions import (
    BESIDE_CUE,
    MADE_PUBLIC,
    NOT_OF_SAYING,
    NOT_YET,
    OCCASION_LEADS,
    OCCASIONS,
    OPENING_PARTICIPLES,
    TELLING_TOO,
    TOLD_CUES,
)
from index.language.verbs import base_form, is_doing, is_telling
from index.model import Article, Span, Statement
from index.query.tokens import Token, tokenize
from index.splitting.sentences import sentences
from index.when import SaidOn

RULES = 2  # a change of what statements are dated by must change it
_REACH = 12  # words between a cue and its date
_MONTH = 31  # days
_TITLE = 40  # characters; what is shorter between marks, and no statement, is the name of a broadcast
_HEAD = 600  # characters before the first turn of a transcript that may date it
_NEAR = dt.timedelta(45)  # how long a transcript may wait for its publication
_STOP = re.compile(r"[;:()\[\]—–!?]|\.\s|\.$|--")


def dated(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of one article, each with when it was said."""
    text = _Text(article.text, Clock(article.date), statements)
    first = min((s.start for s in statements if s.kind == "turn"), default=None)
    own = None if first is None else _own_day(article, first)
    plain = None if article.date is None else SaidOn(since=article.date, until=article.date, basis="publication")
    told = [None if s.kind == "turn" else text.told(s) for s in statements]
    by_source = {s.mention_spans: said for s, said in zip(statements, told, strict=True) if said and s.mention_spans}
    out: list[Statement] = []
    for s, said in zip(statements, told, strict=True):
        if said is None and s.kind != "turn" and not s.cue_spans:
            said = by_source.get(s.mention_spans)  # what goes on without a cue of its own
        out.append(replace(s, said_on=own if s.kind == "turn" else said or plain))
    return tuple(out)


def _own_day(article: Article, first: int) -> SaidOn | None:
    """The day of a transcript: the only one that its title or its head names near its publication, else that of
    publication."""
    head = article.text[: min(first, _HEAD)]
    own = _only_day(article.title or "", article.date)
    if own is not None:
        return replace(own, span=None)
    plain = SaidOn(since=article.date, until=article.date, basis="transcript") if article.date is not None else None
    return _only_day(head, article.date) or plain


def _only_day(told: str, published: dt.date | None) -> SaidOn | None:
    """The only day that a title or a head names, where it lies near before the publication."""
    found = {dated.window: dated for dated in Clock(None).days_in(told)}
    if len(found) != 1:
        return None
    ((since, until), one) = found.popitem()
    if published is not None and not published - _NEAR <= since <= published:
        return None
    span = (one.start, one.end)
    return SaidOn(since=since, until=until, basis="transcript", words=told[one.start : one.end], span=span)


@dataclass(frozen=True)
class _Text:
    """One article's text with what was said in it."""

    text: str
    clock: Clock
    statements: Sequence[Statement]

    def told(self, s: Statement) -> SaidOn | None:
        """What the words around a statement's cue say of when it was said; None where they do not, or not surely."""
        if not s.cue_spans or (s.mention or "").lower() in FIRST_PERSON:
            return None
        cue = s.cue_spans[0]
        start = self.text.rfind("\n", 0, cue[0]) + 1
        end = self.text.find("\n", cue[1])
        end = len(self.text) if end < 0 else end
        if not reads_a_date(self.text[start:end]):
            return None
        quoted = find_quotations(self.text[start:end])
        marked = [(q.start + start, q.end + start) for q in quoted]
        others = [span for other in self.statements for span in other.spans if other is not s]
        if any(a <= cue[0] and cue[1] <= b for a, b in (*marked, *others)):
            return None  # told within somebody's words: their days are not the article's
        sentence = next((x for x in sentences(self.text, start, end) if x[0] <= cue[0] < x[1]), (start, end))
        inner = [span for span in marked if span[1] - span[0] > _TITLE]
        hidden = [span for span in (*inner, *others, *s.spans) if span[0] < sentence[1] and sentence[0] < span[1]]
        mention = next((m for m in reversed(s.mention_spans) if sentence[0] <= m[0] < sentence[1]), None)
        clause = _Clause(self.text[slice(*sentence)], sentence[0], hidden, self.clock)
        found = clause.date_of(cue, mention, quoted=s.kind != "indirect")
        if found is None:
            return None
        a, b = found.start + sentence[0], found.end + sentence[0]
        since, until = found.window
        return SaidOn(since=since, until=until, basis="text", words=self.text[a:b], span=(a, b))


class _Clause:
    """A sentence with a cue in it; words that are said (`hidden` spans of the article) are passed over by none."""

    def __init__(self, text: str, offset: int, hidden: Sequence[Span], clock: Clock) -> None:
        self.text = text
        self.offset = offset
        self.hidden = hidden
        self.clock = clock

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.text)

    @cached_property
    def masked(self) -> list[bool]:
        places = [token.start + self.offset for token in self.tokens]
        return [any(a <= place < b for a, b in self.hidden) for place in places]

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def date_of(self, cue: Span, mention: Span | None, *, quoted: bool) -> Dated | None:
        """The date that hangs on the cue: behind it, between it and its subject, or at the head of the sentence."""
        c0, c1 = self._places(cue)
        if c0 == c1 or self._not_yet(c0, c1):
            return None
        m0, m1 = self._places(mention) if mention is not None else (c0, c0)
        verb = next((k for k in range(c0, c1) if is_telling(self.low(k)) or self.low(k) in TELLING_TOO), c1 - 1)
        told = base_form(self.low(verb)) in TOLD_CUES  # what follows may be anybody
        found = self._walk(verb + 1, len(self.tokens), free=told)
        if found is None and c1 <= m0 <= c1 + 1 and m1 > m0:
            found = self._walk(m1, len(self.tokens))  # "said Vorn on Tuesday"
        if found is not None:
            return found[0]
        found = self._walk(m1 if m0 < m1 <= c0 else c0, verb)  # "Vorn on Tuesday said"
        if found is not None and all(self.low(k) in BESIDE_CUE for k in range(found[1], verb)):
            return found[0]
        going_on = self.low(verb).endswith("ing") and m0 < m1 <= c0
        if going_on and (one := self._before_participle(m1, c0)) is not None:
            return one
        return self._at_head(min(m0, c0), c1, quoted=quoted)

    def _at_head(self, subject: int, after: int, *, quoted: bool) -> Dated | None:
        """The date of "On Tuesday, she said …", which may belong to what is said where that is retold."""
        found = self._walk(0, subject, opening=True) if subject > 0 else None
        if found is None or subject - found[1] > _REACH or any(map(self._ends, range(found[1], subject))):
            return None
        one = found[0]
        if not quoted:
            aside = after < len(self.tokens) and "," in self.tokens[after].gap  # "Last May, she said, the pier fell"
            if aside or (one.window[1] - one.window[0]).days > _MONTH:
                return None
        return one

    def _before_participle(self, at: int, cue: int) -> Dated | None:
        """The date of "She went further on Tuesday, saying that …": the last words before the comma."""
        if "," not in self.tokens[cue].gap or cue - at > _REACH:
            return None
        if any(self.masked[k] or self.low(k) in NOT_OF_SAYING for k in range(at, cue)):
            return None
        found = next((one for k in range(at + 1, cue) if (one := self._date(k, cue)) and one[1] == cue), None)
        return None if found is None else found[0]

    def _places(self, span: Span) -> tuple[int, int]:
        """The tokens of a span of the article."""
        inside = [k for k, t in enumerate(self.tokens) if span[0] <= t.start + self.offset < span[1]]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _not_yet(self, c0: int, c1: int) -> bool:
        near = [self.low(k) for k in range(max(0, c0 - 4), c1) if not self.masked[k]]
        return any(word in NOT_YET for word in near) and "according" not in near

    def _walk(self, at: int, limit: int, *, free: bool = False, opening: bool = False) -> tuple[Dated, int] | None:
        """The first date from `at` on and the place after it, if only words of an occasion stand before it."""
        first = at
        while at < min(limit, first + _REACH):
            if self.masked[at] or (at > 0 and self._breaks(at, start=at == first)):
                return None
            found = self._date(at, limit)
            if found is not None:
                return found
            low = self.low(at)
            starts = low in OCCASION_LEADS or (opening and low in OPENING_PARTICIPLES)
            if at == first and not free and not starts:
                return None
            if self._ends(at) and not (at == first and starts):
                return None
            at += 1
        return None

    def _breaks(self, at: int, *, start: bool) -> bool:
        """Whether punctuation before token `at` parts it from what stands before; a comma does not before "in …"."""
        gap = self.tokens[at].gap
        if at > 0 and len(self.low(at - 1)) <= 3 and gap.startswith(".") and self.tokens[at - 1].capital:
            gap = gap[1:]  # "St. Anne", "U.S. Senate"
        if _STOP.search(gap):
            return True
        return "," in gap and not (start or self.low(at) in OCCASION_LEADS or self.clock.opens(self.tokens, at))

    def _ends(self, at: int) -> bool:
        """Whether something else than a place or an occasion begins at a word: another verb, a clause."""
        token, low = self.tokens[at], self.low(at)
        if self.masked[at] or low in NOT_OF_SAYING or low in AUXILIARIES:
            return True
        if low == "of":
            return not (at + 1 < len(self.tokens) and self.tokens[at + 1].capital)
        if token.capital or low in OCCASIONS or low in MADE_PUBLIC:
            return False
        if low.endswith("ed") or (low.endswith("ing") and low not in {"morning", "evening"}):
            return low.removesuffix("s") not in OCCASIONS
        base = base_form(low)
        return base != low and not low.endswith("s") and (is_telling(low) or is_doing(low))

    def _date(self, at: int, limit: int) -> tuple[Dated, int] | None:
        """A date at a word, and the place after it and the occasion that it belongs to."""
        found = self.clock.read(self.tokens, at)
        if found is None or found[1] > limit or any(self.masked[at : found[1]]):
            return None
        one, after = found
        before, follow = self.low(at - 1), self.low(after)
        owned = before in DETERMINERS
        if after < len(self.tokens) and not self.tokens[after].gap.strip():
            if self.masked[after]:
                if follow in AUXILIARIES:
                    return None  # "said Tuesday | would be decisive"
            elif after < limit and not (follow in OCCASIONS or self.clock.may_follow(self.tokens, after)):
                return None  # "the Tuesday vote"
        if owned and follow not in OCCASIONS:
            return None
        if one.coarse and not (owned or before in {"in", "during", "early", "late", "since"}):
            return None
        start = at - 1 if before in OCCASION_LEADS and not self.masked[at - 1] else at
        return replace(one, start=self.tokens[start].start), after
