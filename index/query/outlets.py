"""Outlets that a question asks for ("in the Harbour Times"), and not those that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.language.asking import PIECES, PRINTED, REPORTING
from index.language.bodies import NEWSPAPERS
from index.language.descriptions import BEHIND_HEAD
from index.language.english import LITTLE_WORDS
from index.language.spelling import distance
from index.language.verbs import base_form
from index.query.tokens import Token, is_boundary, pauses, sentence_starts

_OFFERED = 3  # names of outlets that are offered for an unknown one


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPhrase:
    """Tokens `[first, last)` that ask for an outlet; `sources` empty where the archive has none of that name."""

    first: int
    last: int
    words: str
    sources: tuple[str, ...]


def match_outlet(words: str, sources: tuple[str, ...], *, bare: bool = False) -> tuple[str, ...]:
    """The outlets that words name: exactly, without "The", by initials ("HT"), run together, misspelt, or by its end.

    Several where the words fit several alike; () where none. `bare`: nothing else says that they are an outlet, so that
    the end of a name is none unless it is a newspaper's ("in Courier"): "in Karstia" is not in "Radio Karstia".
    What a body is of never names it ("Ministry of Karstia").
    """
    wanted = _plain(words)
    if not wanted:
        return ()
    forms = _forms(sources)
    exact = tuple(name for name, plain in forms if plain == wanted)
    if exact:
        return exact
    joined = "".join(wanted)
    if len(wanted) == 1 and (len(joined) >= 3 or words.isupper()):
        short = tuple(
            name for name, plain in forms if len(plain) > 1 and joined != plain[0] and _abbreviates(joined, plain)
        )
        if short:
            return short
    for allowed in (1, 2):
        near = tuple(
            name
            for name, plain in forms
            if len("".join(plain)) >= 4 * allowed and _near("".join(plain), joined, allowed)
        )
        if near:
            return near
    if bare and wanted[-1] not in NEWSPAPERS:
        return ()
    tail = tuple(
        name
        for name, plain in forms
        if len(wanted) < len(plain) and plain[-len(wanted) :] == wanted and plain[-len(wanted) - 1] not in BEHIND_HEAD
    )
    return tail if len(tail) == 1 else ()


def no_such_outlet(words: str, sources: tuple[str, ...]) -> str:
    """One sentence on an outlet that the archive does not have, with those whose names are near."""
    wanted = _plain(words)
    joined = "".join(wanted)
    near = sorted(
        (distance("".join(plain), joined, len(joined)), name)
        for name, plain in _forms(sources)
        if set(plain) & set(wanted) or distance("".join(plain), joined, len(joined)) <= len(joined) // 3
    )
    meant = " or ".join(f"{name!r}" for _, name in near[:_OFFERED])
    return (
        f"no outlet in the archive is called {words!r}; "
        + (f"did you mean {meant}? " if meant else "")
        + "`onrecord sources` lists them"
    )


def find_outlets(
    text: str, tokens: tuple[Token, ...], sources: tuple[str, ...], taken: frozenset[int] = frozenset()
) -> tuple[OutletPhrase, ...]:
    """The outlets asked for, in order. Tokens in `taken` belong to something else (a date)."""
    reader = _Reader(text, tokens, sources, taken)
    found: list[OutletPhrase] = []
    at = 0
    while at < len(tokens):
        phrase = reader.phrase(at)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.last
    return tuple(found)


def outlet_places(tokens: tuple[Token, ...], sources: tuple[str, ...]) -> set[int]:
    """The tokens that stand in an outlet's full name of two words or more, asked for or not."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for _, plain in _forms(sources):
        if len(plain) > 1:
            names.setdefault(plain[0], []).append(plain)
    return {
        at + k
        for at, token in enumerate(tokens)
        for plain in names.get(token.low, ())
        if tuple(t.low for t in tokens[at : at + len(plain)]) == plain
        for k in range(len(plain))
    }


@lru_cache(maxsize=8)
def _forms(sources: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, _plain(name)) for name in sources)


def outlets_called(name: str, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The outlets of exactly this name, "The" aside."""
    return tuple(outlet for outlet, plain in _forms(sources) if plain == _plain(name))


def _plain(words: str) -> tuple[str, ...]:
    """Lower-case words without punctuation and the article."""
    letters = "".join(c if c.isalnum() else " " for c in words.lower().replace("'s", "").replace("’s", ""))
    plain = tuple(letters.split())
    return plain[1:] if len(plain) > 1 and plain[0] == "the" else plain


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Whether `short` is a run of beginnings of all words in order: ht, harbti, harbourtimes."""
    if not words:
        return not short
    first = words[0]
    return any(
        short[:size] == first[:size] and _abbreviates(short[size:], words[1:])
        for size in range(1, min(len(first), len(short)) + 1)
    )


def _near(a: str, b: str, most: int) -> bool:
    """Whether two names, which begin alike, are at most so many letters apart."""
    return a[:1] == b[:1] and distance(a, b, most) <= most


class _Reader:
    def __init__(self, text: str, tokens: tuple[Token, ...], sources: tuple[str, ...], taken: frozenset[int]) -> None:
        self.text = text
        self.taken = taken
        self.tokens = tokens
        self.sources = sources
        self.longest = max((len(plain) for _, plain in _forms(sources)), default=0)
        self.cased = any(not t.capital for t in tokens) and any(t.capital for t in tokens)

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def phrase(self, at: int) -> OutletPhrase | None:
        """An outlet in a place where it is asked for, with the words that ask."""
        name = at + 1 if self.low(at) in {"the", "an", "a"} else at
        lead = self._lead(at)
        opens = sentence_starts(self.tokens, at)
        asked = self.low(at - 1) in {"did", "does", "has", "do", "had"}
        aside = at > 0 and any(c in self.tokens[at].gap for c in "(,—–:")
        if name >= len(self.tokens) or not (lead is not None or opens or asked or aside or self._piece_near(name)):
            return None
        if name == at and self.low(at - 1) == "the":
            return None
        for last in range(min(name + self.longest, len(self.tokens)), name, -1):
            if any(pauses(self.tokens, k) and "." not in self.tokens[k].gap for k in range(name + 1, last)):
                continue
            if last - 1 > name and is_boundary(self.low(last - 1)):
                continue  # "Politico on" is not a misspelling
            words = " ".join(self.text[self.tokens[name].start : self.tokens[last - 1].end].split())
            found = match_outlet(words, self.sources, bare=name == at)
            small = self.cased and not self.tokens[name].text[:1].isupper() and len(_plain(words)) == 1
            if not found or small or (words.lower() in LITTLE_WORDS and not words.isupper()):
                continue  # "who said" is not in the White House's pages
            span = self._asks(at, last, lead, opens=opens, asked=asked, aside=aside)
            if span is not None:
                return OutletPhrase(first=span[0], last=span[1], words=words, sources=found)
        return self._unknown(at, name, lead, asked=asked)

    def _lead(self, at: int) -> int | None:
        """Where "according to", "in", "as reported by" begins, before the outlet at `at`."""
        low = self.low(at - 1)
        if low == "to" and self.low(at - 2) == "according":
            return at - 2
        if low in {"by", "in", "from"} and self.low(at - 2) in PRINTED:
            start = at - 2
            return start - 1 if self.low(start - 1) == "as" else start
        if low in {"in", "from", "via", "per"}:
            return at - 1
        return None

    def _piece_near(self, name: int) -> bool:
        return any(self.low(k) in PIECES for k in range(name + 1, min(name + self.longest + 2, len(self.tokens))))

    def _asks(
        self, at: int, last: int, lead: int | None, *, opens: bool, asked: bool, aside: bool
    ) -> tuple[int, int] | None:
        """The words that ask for the outlet in tokens up to `last`, or None where it is only spoken of."""
        follow = self.tokens[last] if last < len(self.tokens) else None
        ends = follow is None or pauses(self.tokens, last)
        if follow is not None and follow.dashed and not ends:
            return None
        owner = self.tokens[last - 1].possessive
        piece = follow is not None and follow.low in PIECES
        if piece and (owner or lead is not None):
            after = last + 2 if self.low(last + 1) in {"on", "about", "of"} and lead is None else last + 1
            return (lead if lead is not None else at), after
        if owner:
            return None
        if lead is not None:
            noun = follow is not None and not ends and not follow.capital and not is_boundary(follow.low)
            return None if noun else (lead, last)
        if follow is None:
            return (at, last) if aside else None
        if (asked or opens) and base_form(follow.low) in REPORTING:
            about = self.low(last + 1) in {"about", "on", "that", "of", "regarding"} and last + 1 not in self.taken
            after = last + 2 if about else last + 1
            return (at - 1 if asked else at), after
        if opens and (follow.low in {"on", "about", "regarding"} or ":" in follow.gap):
            return at, last + (0 if ":" in follow.gap else 1)
        return (at, last) if aside and ends and ")" in follow.gap else None

    def _unknown(self, at: int, name: int, lead: int | None, *, asked: bool) -> OutletPhrase | None:
        """A newspaper that the archive does not hold: "in the Harbour Gazette"."""
        if not self.cased or not (asked or lead is not None):
            return None
        last = name
        while last < len(self.tokens) and self.tokens[last].capital and not (last > name and pauses(self.tokens, last)):
            last += 1
        if last - name < 2 or self.low(last - 1) not in NEWSPAPERS:
            return None
        if asked and base_form(self.low(last)) not in REPORTING:
            return None
        words = " ".join(self.text[self.tokens[name].start : self.tokens[last - 1].end].split())
        span = self._asks(at, last, lead, opens=False, asked=asked, aside=False)
        return OutletPhrase(first=span[0], last=span[1], words=words, sources=()) if span else None
