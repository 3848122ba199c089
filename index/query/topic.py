"""What a question is about, once the words that became filters and those that only ask are taken out."""

from __future__ import annotations

import re

from index.language.asking import (
    ABOUT,
    ACCORDING,
    BEFORE_NOUN,
    KIND_OF,
    LISTENERS,
    MANNER,
    OF_TOPIC,
    PLAIN_OPINIONS,
    REQUEST,
    TOWARDS_TOPIC,
)
from index.language.bodies import TOLD
from index.language.english import ADVERBS, ANYBODY, ARTICLES, ASKING, AUXILIARIES, POSSESSIVE, SUBJECTS
from index.language.transcripts import OUTLETS
from index.language.verbs import MANNERS_OF_SAYING, PLAIN_SAYING, base_form
from index.query.asked import Asked
from index.query.tokens import Token, is_boundary

_EDGE = " \t\r\n,;:?!-–—…"
_SPACE = re.compile(r"\s+")
_HEARERS_WORDS = 3  # words of those who are told something: "the senate select committee"
_TOLD_WHAT = (OF_TOPIC | {"that"}) - {"of"}
_TAIL = re.compile(r",?\s+and (when|where|why|how|to whom)$", re.IGNORECASE)


class TopicReader:
    """Marks the tokens of a view that only ask, by the form of the question; see `said`, `who`."""

    def __init__(self, view: tuple[Token, ...]) -> None:
        self.view = view
        self.drop: set[int] = set()

    def low(self, at: int) -> str:
        """The word of a token in lower case; empty beyond the ends."""
        return self.view[at].low if 0 <= at < len(self.view) else ""

    def said(self, asked: tuple[Asked, ...], keep_name: bool) -> set[int]:
        """The tokens to drop where a speaker is asked about."""
        first, last, form = asked[0].first, asked[-1].last, asked[0].form
        if not keep_name:
            self.drop.update(range(first, last))
        if form in {"verb", "clause"}:
            self._asking_before(first)
            self._saying(last)
        elif form == "on":
            self._asking_before(first)
            if self.low(last) in PLAIN_OPINIONS:
                self._opinion(first, last)
            elif self.low(last) in ABOUT:
                if not keep_name:
                    self.drop.add(last)
            else:
                self._saying(last)
        elif form == "noun":
            self._asking_before(first)
            self._opinion(first, last)
        elif form == "according":
            self._aside(first, last)
        else:
            self._passive(first)
        return self.drop

    def _asking_before(self, end: int) -> None:
        """Drop "what kind of … did" before the speaker; the nouns in it stay."""
        start = next((k for k in range(end) if self.low(k) in ASKING), end)
        imperative = all(self.low(k) in REQUEST for k in range(start))
        if imperative:
            self.drop.update(range(start))
        if self.low(start - 1) in {"in", "on", "to", "by", "since", "from", "for", "at", "about"}:
            self.drop.add(start - 1)
        for k in range(start, end):
            low = self.low(k)
            if (
                low in ASKING
                or low in AUXILIARIES
                or low in {"the", "exactly", "else"}
                or (low in MANNER and self.low(k - 1) == "how")
            ):
                self.drop.add(k)
            elif low in KIND_OF and self.low(k + 1) == "of":
                self.drop.update((k, k + 1))
        if end and self.low(end - 1) in AUXILIARIES:
            self.drop.add(end - 1)

    def _saying(self, at: int) -> None:
        """Drop "say about", "have to say about", "tell reporters that"; other verbs stay."""
        start = at
        if [self.low(at + k) for k in range(3)] in (["for", "or", "against"], ["against", "or", "for"]):
            self.drop.update(range(at, at + 3))  # "is Vorn for or against the port"
            return
        while self.low(at) in ADVERBS - {"both"} or self.low(at) in AUXILIARIES - {"have", "may"}:
            at += 1
        words = [self.low(at + k) for k in range(4)]
        if words[:3] == ["have", "to", "say"] or words[:3] == ["have", "in", "mind"]:
            at += 3
        elif words[:1] == ["have"] and base_form(words[1]) in PLAIN_SAYING:
            at += 2
        elif words[:1] in (["make"], ["made"]) or base_form(words[0]) in PLAIN_SAYING:
            at += 1
        else:
            return
        if self.low(at) == "to" and self.low(at + 1) in LISTENERS | {"the"}:
            at += 1
        if self.low(at) in LISTENERS or (self.low(at) == "the" and self.low(at + 1) in LISTENERS):
            at += 2 if self.low(at) == "the" else 1
        elif base_form(words[0]) == "tell":
            at = self._past_hearers(at)
        if self.low(at) == "what":
            at += 1
        if self.low(at) in {"anything", "something", "much"} and self.low(at + 1) in OF_TOPIC:
            at += 1
        answered = self.low(at) == "to" and base_form(words[0]) in {"respond", "react", "reply", "answer"}
        if answered or self.low(at) in OF_TOPIC:
            at += 1
        self.drop.update(range(start, at))

    def _past_hearers(self, at: int) -> int:
        """Where the words go on behind those who are told something: "the court about", "the select committee that",
        "fox news about", "time magazine he kept"."""
        first = at + (self.low(at) in ARTICLES | POSSESSIVE)
        told = _TOLD_WHAT | SUBJECTS
        end = next((k for k in range(first, first + _HEARERS_WORDS + 2) if self.low(k) in told or self._ends(k)), at)
        words = [self.low(k) for k in range(first, end)]
        if not words or self.low(end) not in told:
            return at
        of_body = words[-1] in TOLD or OUTLETS.fullmatch(words[-1]) is not None
        return end if of_body else at  # whom by name stays: the passage may name her

    def _ends(self, at: int) -> bool:
        return at >= len(self.view) or is_boundary(self.low(at))

    def _opinion(self, first: int, last: int) -> None:
        """Drop "'s view on" after the speaker, or "statements by" before."""
        noun = next((k for k in range(first) if self.low(k) in PLAIN_OPINIONS), first)
        if self.low(first - 1) in {"by", "from"} and self.low(noun + 1) in ABOUT and noun + 3 < first:
            self.drop.update((first - 1, *range(noun + 2)))  # "quotes about the port by Vorn"
            return
        if self.low(first - 1) in {"by", "from", "of"}:
            start = first - 2 if self.low(first - 2) not in {"made", "given", "issued"} else first - 3
            self.drop.update(range(max(start, 0), first))
            self.drop.update(k for k in range(max(start, 0)) if self.low(k) in BEFORE_NOUN)
            if self.low(last) in TOWARDS_TOPIC:
                self.drop.add(last)
            return
        at = last
        if self.low(at) == "own":
            at += 1
        if self.low(at) in PLAIN_OPINIONS:
            at += 1
            if self.low(at) == "and" and self.low(at + 1) in PLAIN_OPINIONS:
                at += 2
            if self.low(at) in TOWARDS_TOPIC:
                at += 1
        self.drop.update(range(last, at))

    def _passive(self, first: int) -> None:
        """Drop "what was … by" around the topic, and "said about"."""
        self.drop.add(first - 1)
        for k in range(len(self.view)):
            if self.low(k) in ASKING | {"was", "were", "is", "been"}:
                self.drop.add(k)
            elif self.low(k) in {"said", "stated", "thought"} and self.low(k + 1) in OF_TOPIC:
                self.drop.update((k, k + 1))

    def _aside(self, first: int, last: int) -> None:
        """Drop "according to Vorn", "in Vorn's view", "as Vorn put it"."""
        start = first
        while start > 0 and self.low(start - 1) in ACCORDING | {"to", "in", "as", "the"}:
            start -= 1
        if self.low(first - 1) == "of":
            start = max(first - 4, 0)
        after = last + 1
        if after < len(self.view) and self.low(after) in {"it", "him", "her"}:
            after += 1
        if self.low(first - 1) in {"to", "of"} and not self.view[last - 1].possessive:
            after = last
        self.drop.update(range(start, min(after, len(self.view))))

    def who(self) -> set[int]:
        """The tokens to drop of "who said that …", "which minister warned …": the verb stays unless it only says."""
        at = 0
        if self.low(0) in {"who", "which", "whose"}:
            self.drop.add(0)
            at = 1
        while self.low(at) in AUXILIARIES:
            self.drop.add(at)
            at += 1
        return self.told(at) if self.low(0) == "who" else self.drop

    def told(self, at: int) -> set[int]:
        """The tokens from `at` on that only say that somebody said it: auxiliaries, and a manner of saying."""
        while self.low(at) in AUXILIARIES:
            self.drop.add(at)
            at += 1
        verb = base_form(self.low(at))
        if verb in MANNERS_OF_SAYING and at not in self.drop:
            self.drop.add(at)
            if self.low(at + 1) in ABOUT:
                self.drop.add(at + 1)
        elif verb in PLAIN_SAYING and not (verb == "tell" and self.low(at + 1) not in LISTENERS):
            self._saying(at)
        return self.drop

    def unsaid(self) -> set[int]:
        """The tokens to drop where speech is asked for and no speaker was found."""
        at = next((k for k in range(len(self.view)) if self.low(k) in AUXILIARIES), -1)
        if at < 0 or not all(self.low(k) in ASKING for k in range(at)):
            return self.drop
        self.drop.update(range(at + 1))
        if self.low(at + 1) in ANYBODY | SUBJECTS:
            self.drop.add(at + 1)
            self._saying(at + 2)
            return self.drop
        said = next((k for k in range(at + 1, min(at + 8, len(self.view))) if self.low(k) in {"say", "said"}), None)
        if said is not None:
            self.drop.add(said)
        return self.drop


def written(text: str, tokens: tuple[Token, ...], kept: list[int]) -> str:
    """The kept tokens in the question's own wording, a slip that was put right as it was meant.

    `kept` are places in `tokens`, ascending.
    """
    pieces: list[str] = []
    for order, at in enumerate(kept):
        token = tokens[at]
        follows = order > 0 and kept[order - 1] == at - 1
        gap = token.gap if follows else _opening(token.gap)
        end = token.close
        word = text[token.start : end].replace(token.text, token.low, token.slip)
        pieces.append((gap if follows else " " + gap) + word)
    if kept and kept[-1] + 1 < len(tokens):
        pieces.append(_closing(tokens[kept[-1] + 1].gap))
    elif kept:
        pieces.append(_closing(text[tokens[-1].close :]))
    words = _SPACE.sub(" ", "".join(pieces)).strip(_EDGE).removesuffix(".")
    return _balanced(_TAIL.sub("", words))


def _opening(gap: str) -> str:
    """Marks that belong to the word after them: a quotation mark, a dollar sign."""
    return "".join(c for c in gap.lstrip()[-2:] if c in "\"“‘'$€£#@(-") if gap.strip() else ""


def _closing(gap: str) -> str:
    return "".join(c for c in gap if c in "\"”’')%") if gap else ""


def _balanced(words: str) -> str:
    for left, right in (("(", ")"), ("“", "”")):
        if words.count(left) != words.count(right):
            words = words.replace(left, "").replace(right, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return _SPACE.sub(" ", words).strip(_EDGE)
