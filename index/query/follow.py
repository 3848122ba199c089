"""Questions that follow the time, count or list people, read as what they ask for: an order of what was said.

Each rule marks the words that only ask for the order and turns the rest into the plain question that the other readers
know: "when did Vorn first mention the harbour" is "what did Vorn mention the harbour", earliest first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.language.asking import ABOUT, REQUEST
from index.language.english import ASKING, AUXILIARIES, BE, POSSESSIVE
from index.language.following import (
    CHANGING,
    CHRONICLES,
    COMPARING,
    HAPPENING,
    JUDGED,
    LATELY,
    LYING,
    MINDS,
    NEWEST,
    OLDEST,
    OVER_TIME,
    SIDING,
    SIDING_WITH,
    THINGS,
)
from index.language.verbs import base_form, is_telling
from index.query.lexicon import Lexicon
from index.query.people import AS_WRITTEN, choose
from index.query.tokens import Token
from index.when import Order, Side

_LONGEST_NAME = 4  # words
_FAR = 9  # words between a name's place and its verb


@dataclass(frozen=True, slots=True)
class Followed:
    """What a question asks for besides words: an order, a count, more than passages can give.

    `drop` are tokens that ask only for that, `words` they as typed; `instead` are tokens to read otherwise.
    """

    order: Order | None = None
    counts: bool = False
    beyond: bool = False
    drop: frozenset[int] = frozenset()
    instead: tuple[tuple[int, str], ...] = ()
    side: Side | None = None
    whom: int = 1  # where those stand of whom the people who are asked for speak

    def read(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The tokens as the plain question has them, with every place as it was."""
        words = dict(self.instead)
        return tuple(replace(t, text=words[k], low=words[k]) if k in words else t for k, t in enumerate(tokens))

    def asked(self, text: str, tokens: tuple[Token, ...]) -> str:
        """The words that ask for the order, as typed; all of the question's first ones where none goes."""
        marked = sorted({*self.drop, *(k for k, _ in self.instead)})
        return " ".join(text[tokens[k].start : tokens[k].end] for k in marked) or text[: tokens[0].end]


class _Rules:
    """The rules over the tokens that no time phrase takes; `at` maps their places to the tokens' own."""

    def __init__(self, tokens: tuple[Token, ...], places: Sequence[int]) -> None:
        self.tokens = [tokens[k] for k in places]
        self.at = list(places)
        self.timed = len(places) < len(tokens)

    def low(self, k: int) -> str:
        return self.tokens[k].low if 0 <= k < len(self.tokens) else ""

    def found(
        self,
        order: Order | None,
        drop: Sequence[int] = (),
        instead: Sequence[tuple[int, str]] = (),
        *,
        counts: bool = False,
        beyond: bool = False,
    ) -> Followed:
        marked = tuple((self.at[k], word) for k, word in instead)
        return Followed(order, counts, beyond, frozenset(self.at[k] for k in drop), marked)

    def tells(self, start: int, end: int | None = None) -> int | None:
        """The place of the first verb of saying from `start` on."""
        last = min(len(self.tokens), end if end is not None else start + _FAR)
        return next((k for k in range(start, last) if is_telling(self.low(k))), None)

    def superlative(self, k: int) -> tuple[Order, int] | None:
        """Latest, most recent, first: what it asks for and the place after it."""
        if self.low(k) in {"most", "very"} and (
            self.low(k + 1) in {"recent", "recently"} or (self.low(k) == "very" and self.superlative(k + 1))
        ):
            return ("earliest" if self.low(k + 1) in OLDEST else "latest"), k + 2
        if self.low(k) in NEWEST:
            return "latest", k + 1
        return ("earliest", k + 1) if self.low(k) in OLDEST else None

    def fronted(self) -> Followed | None:
        """The latest from Vorn on; what is the last thing that Vorn said about; any news from Vorn on."""
        start = 0
        while self.low(start) in REQUEST - {"any", "the"} or self.low(start) in {"what", "which", "what's"}:
            start += 1
        asks = self.low(start - 1) in {"what", "which", "what's"}
        if asks and self.low(start) in BE:
            start += 1
        at = start + 1 if self.low(start) in {"the", "any"} else start
        found = self.superlative(at)
        if found is None:
            new = self.low(at) in {"news", "new", "update", "updates"} and self.low(at + 1) in {"from", "by"}
            return self.found("latest", range(at), _by(at + 1)) if new else None
        order, k = found
        thing = self.low(k) in THINGS
        k = k + 1 if thing else k
        if self.low(k) in {"from", "by"}:
            return self.found(order, range(k - 1), _by(k))
        if self.low(k) in ABOUT and (thing or order == "latest"):
            return self.found(order, range(k))
        if self.low(k) == "that":
            k += 1
        elif not (thing or asks or self.low(at) != "first"):
            return None
        verb = self.tells(k + 1)
        if verb is None or self.low(k) in AUXILIARIES or verb == k or not (thing or asks or order == "latest"):
            return None
        return self.found(order, range(1, k), [(0, "what")])

    def owned(self) -> Followed | None:
        """Vorn's latest comments on."""
        for k in range(min(len(self.tokens) - 2, 8)):
            if self.tokens[k].possessive and (found := self.superlative(k + 1)) and self.low(found[1]) in THINGS:
                return self.found(found[0], range(k + 1, found[1]))
        return None

    def when(self) -> Followed | None:
        """When did Vorn first mention; what did Vorn last say; when was the last time that Vorn spoke; who first."""
        if self.low(0) == "who" and (found := self.superlative(1)) and is_telling(self.low(found[1])):
            return self.found(found[0], range(1, found[1]))
        asks = self.low(0) in {"when", "what", "where"}
        if asks and self.low(1) in BE and self.low(2) == "the" and (found := self.superlative(3)):
            k = found[1]
            if self.low(k) != "time":
                return None
            k = k + 2 if self.low(k + 1) in {"that", "when"} else k + 1
            return self.found(found[0], range(1, k), [(0, "what")]) if self.tells(k + 1) is not None else None
        aux = next((k for k in range(min(3, len(self.tokens))) if self.low(k) in AUXILIARIES), None)
        if aux is None:
            return None
        for k in range(aux + 2, min(aux + _FAR, len(self.tokens))):
            found = self.superlative(k)
            if found is not None and is_telling(self.low(found[1])):
                return self.found(found[0], range(k, found[1]), [(0, "what")] if self.low(0) == "when" else ())
        return None

    def lately(self) -> Followed | None:
        """What has Vorn said lately about; a timeline of Vorn on."""
        at = next((k for k in range(4) if self.low(k) in CHRONICLES and self.low(k + 1) in {"of", "for"}), None)
        if at is not None and all(self.low(k) in REQUEST for k in range(at)):
            return self.found("earliest", range(at), _by(at + 1))
        if self.low(0) not in ASKING | AUXILIARIES:
            return None
        last = len(self.tokens) - 1
        for k in range(2, last + 1):
            beside = is_telling(self.low(k - 1)) or (k < last and is_telling(self.low(k + 1)))
            if self.low(k) in LATELY and (beside or k == last) and self.tells(1, last + 1) is not None:
                return self.found("latest", (k,))
        return None

    def changed(self) -> Followed | None:
        """How has Vorn's position on the harbour changed; has Vorn changed her mind about the harbour."""
        if self.low(0) != "how" and self.low(0) not in AUXILIARIES:
            return None
        for k in range(2, len(self.tokens)):
            if self.low(k) in AUXILIARIES and k < len(self.tokens) - 1:
                return None  # "was Vorn sure that she would not change her mind"
            if self.low(k) not in CHANGING:
                continue
            if self.low(k + 1) in POSSESSIVE and self.low(k + 2) in MINDS:
                spoken = "said" if self.low(k) == "changed" else "say"
                return self.found("earliest", (k + 1, k + 2), [(k, spoken)])
            rest = range(k, len(self.tokens))
            owns = any(t.possessive for t in self.tokens[:k])
            if owns and all(self.low(j) in OVER_TIME for j in rest[1:]):
                return self.found("earliest", rest)
        return None

    def counted(self) -> Followed | None:
        """How often did Vorn mention; how many times has Vorn spoken about."""
        if self.low(0) != "how":
            return None
        end = (
            2
            if self.low(1) in {"often", "frequently"}
            else 3
            if self.low(1) == "many" and self.low(2) == "times"
            else 0
        )
        if not end or self.tells(end + 1) is None:
            return None
        return self.found("earliest", range(1, end), [(0, "what")], counts=True)

    def happened(self) -> Followed | None:
        """What happened on 13 October 2022; what was said last week: all that there is of then, by date."""
        if not self.timed or self.low(0) != "what":
            return None
        if self.low(1) in HAPPENING:
            return self.found("earliest", range(2) if len(self.tokens) == 2 else ())
        said = len(self.tokens) == 3 and self.low(1) in {"was", "were", "is"} and is_telling(self.low(2))
        return self.found("earliest", range(3)) if said else None

    def sides(self) -> Followed | None:
        """Who criticised Vorn; who has attacked the plan: people."""
        k = 2 if self.low(1) in {"has", "have", "had", "all", "else"} else 1
        verb = base_form(self.low(k))
        found = self.found("speakers") if self.low(0) == "who" and verb in SIDING else None
        return found and replace(found, side="for" if verb in SIDING_WITH else "against", whom=self.at[k] + 1)

    def beyond(self) -> Followed | None:
        """Why is; is it true that; is Vorn right about; compare: more than passages can give."""
        if self.low(0) in COMPARING:
            return self.found(None, (0,), beyond=True)
        lows = [token.low for token in self.tokens]
        if lows[:1] == ["why"]:
            return self.found(None, beyond=True)
        if self.low(0) in BE and self.low(1) == "it" and self.low(2) in JUDGED:
            return self.found(None, range(4 if self.low(3) in {"that", "if"} else 3), beyond=True)
        if "between" in lows[:7] and {"difference", "differences"} & set(lows[:6]):
            return self.found(None, range(lows.index("between") + 1), beyond=True)
        if self.low(0) in BE | {"who"} and any(low in LYING for low in lows[2:6]):
            return self.found(None, beyond=True)
        return None


def _by(k: int) -> list[tuple[int, str]]:
    """ "Latest from", with "from" at `k`, read as "statements by"."""
    return [(k - 1, "statements"), (k, "by")]


def follow(tokens: tuple[Token, ...], taken: set[int]) -> Followed:
    """What a question asks for besides words; `taken` are the tokens of its time phrases."""
    places = [k for k in range(len(tokens)) if k not in taken]
    rules = _Rules(tokens, places)
    if not places:
        return Followed()
    for rule in (
        rules.fronted,
        rules.owned,
        rules.when,
        rules.lately,
        rules.changed,
        rules.counted,
        rules.happened,
        rules.sides,
        rules.beyond,
    ):
        found = rule()
        if found is not None:
            return found
    word = next((k for k in range(2, 7) if rules.low(k) == "a" and rules.low(k + 1) == "word"), None)
    if word is not None and is_telling(rules.low(word - 1)) and rules.low(word + 2) in ABOUT:
        return rules.found(None, (word, word + 1))  # "has Vorn ever said a word about"
    at_all = [k for k in range(1, len(places) - 1) if rules.low(k) == "at" and rules.low(k + 1) == "all"]
    if at_all and rules.low(at_all[0] - 1) in {"anything", "something"} and rules.low(0) not in ASKING:
        return rules.found(None, (at_all[0], at_all[0] + 1))
    return Followed()


def spoken_of(tokens: tuple[Token, ...], lexicon: Lexicon, day: dt.date | None) -> tuple[str, ...]:
    """Who is spoken of in what follows "who criticised": all who bear the longest name there, or hold the office."""
    first = 1 if tokens and tokens[0].low == "the" else 0
    for last in range(min(first + _LONGEST_NAME, len(tokens)), first, -1):
        words = " ".join(token.text for token in tokens[first:last])
        matches = lexicon.find_speaker(words, day)
        named = [m.name for m in matches if m.kind in {"full", "alias", "surname"} and m.score >= AS_WRITTEN]
        if named:
            return tuple(dict.fromkeys(named))
        if first and (held := choose(words, (m for m in matches if m.kind == "role"), lexicon.statements)):
            return held
    return ()
