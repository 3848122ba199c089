"""Who a question asks about as speaker, and which outlets it asks about: never those that it only speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from index.search.words import (
    ASKING,
    AUXILIARIES,
    BODIES,
    GROUPS,
    OPINIONS,
    ROLES,
    TITLES,
    Token,
    is_boundary,
    is_doing,
    is_telling,
    pauses,
    sentence_starts,
)

MatchKind = Literal["full", "surname", "role", "alias", "fuzzy", "prefix"]


@dataclass(frozen=True, slots=True)
class SpeakerMatch:
    """A speaker whom words may mean: canonical name, what matched, and how well (0 to 1, best first)."""

    name: str
    kind: MatchKind
    score: float


FindSpeaker = Callable[[str, dt.date | None], tuple[SpeakerMatch, ...]]

PARTICLES = frozenset(
    "de del della da di du la le van von der den ter bin ibn al el ben dos st jr sr ii iii iv".split()
)
_BE = frozenset("is was are were isn't wasn't".split())
_MODAL = frozenset("will would can could should shall might must may wouldn't couldn't shouldn't won't can't".split())
_ABOUT = frozenset("on about regarding concerning re".split())
_ADVERBS = frozenset(
    "really ever also still first once again actually publicly recently just even already never not always then now "
    "exactly personally originally finally both".split()
)
_MANNER = frozenset("many much big large long old tall far high often".split())
_ALIKE = 0.5  # another candidate is kept when it scores at least this share of the best
_MOST = 3  # more candidates than this: the words name nobody in particular


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A person in an asking position: tokens `[first, last)` of the view; `speakers` empty where nobody is known."""

    first: int
    last: int
    form: Literal["verb", "on", "noun", "according", "passive", "clause"]
    speakers: tuple[str, ...] = ()
    unknown: bool = False


def choose(matches: Iterable[SpeakerMatch]) -> tuple[str, ...]:
    """The speakers that words mean: the best match and those nearly as good; none where too many are alike."""
    ranked = [match for match in matches if match.kind != "prefix" and match.name[:1].isalnum()]
    if not ranked:
        return ()
    best = ranked[0]
    if best.kind in {"full", "alias"}:
        return (best.name,)
    alike = tuple(dict.fromkeys(m.name for m in ranked if m.kind == best.kind and m.score >= _ALIKE * best.score))
    return alike if len(alike) <= _MOST else ()


class SpeakerReader:
    """Finds the asked speakers in a view of the question: its tokens without those of time and outlet."""

    def __init__(
        self,
        text: str,
        view: tuple[Token, ...],
        find: FindSpeaker,
        on: dt.date | None,
        known_word: Callable[[str], bool | None],
    ) -> None:
        self.text = text
        self.view = view
        self.find = find
        self.on = on
        self.known_word = known_word
        capitals = sum(token.capital for token in view)
        self.cased = capitals > 0 and capitals < max(0.8 * len(view), 2)

    def low(self, at: int) -> str:
        return self.view[at].low if 0 <= at < len(self.view) else ""

    def words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.view[first].start : self.view[last - 1].end].split())

    def asked(self) -> tuple[Asked, ...]:
        """Who is asked about as speaker; several only where they are joined ("Vorn and Adler")."""
        for read in (self._according, self._passive, self._opening, self._auxiliary, self._clause, self._by):
            found = read()
            if found:
                return found
        return ()

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def _phrase(self, at: int) -> tuple[int, int, tuple[str, ...]] | None:
        """The longest noun phrase at `at` that a speaker answers to: (first, last, names)."""
        first = at + 1 if self.low(at) in {"the", "former"} else at
        if self.low(first) == "former":
            first += 1
        if first >= len(self.view):
            return None
        for last in self._ends(first):
            if any(self.low(k) in GROUPS for k in range(first, last)):
                continue
            names = self._resolve(first, last)
            if names:
                return first, last, names
        return None

    def _ends(self, first: int) -> list[int]:
        """Places where a name or a role may end, longest first."""
        last, limit = first, min(first + 8, len(self.view))
        while last < limit:
            token = self.view[last]
            if last > first and pauses(self.view, last):
                break
            inner = token.low == "of" and last > first and self.low(last - 1) in ROLES
            state = token.low == "state" and (self.low(last - 1) == "of" or token.capital)
            if (
                is_boundary(token.low)
                and not inner
                and not state
                and not (token.capital and last > first and self.cased)
            ):
                break
            last += 1
        roles = [end for end in range(last, first, -1) if self.low(end - 1) in ROLES or self.low(end - 2) == "of"]
        run = first
        while run < last and (self.view[run].capital or (run > first and self.low(run) in PARTICLES)):
            run += 1
            if self.view[run - 1].possessive:
                break
        names = list(range(run, first, -1)) if self.cased else list(range(min(last, first + 4), first, -1))
        return [*roles, *(end for end in names if end not in roles)]

    def _resolve(self, first: int, last: int) -> tuple[str, ...]:
        words = self.words(first, last)
        matches = self._usable(first, last, self.find(words, self.on))
        if not matches and "'s " in words.replace("’", "'"):
            matches = self._usable(first, last, self.find(words.replace("’", "'").replace("'s ", " "), self.on))
        start = first
        while not matches and start < last - 1 and self.low(start) in TITLES:
            start += 1
            matches = self._usable(start, last, self.find(self.words(start, last), self.on))
        return choose(matches)

    def _usable(self, first: int, last: int, matches: tuple[SpeakerMatch, ...]) -> tuple[SpeakerMatch, ...]:
        """Matches that the wording supports: a lower-case common word is no misspelt name."""
        single = last - first == 1
        capital = self.view[first].capital or self.view[last - 1].capital
        kept: list[SpeakerMatch] = []
        for match in matches:
            if not any(letter.isupper() for letter in match.name):
                continue
            if match.kind == "role" and not any(self.low(k) in ROLES for k in range(first, last)):
                continue
            if match.kind != "role" and self.cased and not capital:
                continue
            if match.kind == "fuzzy" and single and not (self.cased and capital):
                continue
            if match.kind == "prefix":
                continue
            kept.append(match)
        return tuple(kept)

    def _joined(self, at: int, form: Literal["verb", "on"]) -> tuple[list[Asked], int]:
        """One or more speakers joined by "and", "or" or a comma, and the place after them."""
        asked: list[Asked] = []
        while True:
            found = self._phrase(at)
            if found is None:
                break
            first, last, names = found
            asked.append(Asked(first=at, last=last, form=form, speakers=names))
            if self.view[last - 1].possessive:
                break
            joint = last
            if joint < len(self.view) and self.low(joint) in {"and", "or", "versus", "vs", "nor"}:
                joint += 1
            elif not (joint < len(self.view) and self.view[joint].gap.strip() == ","):
                break
            following = self._phrase(joint)
            if following is None or (following[1] <= len(self.view) and self.view[following[1] - 1].possessive):
                break
            at = joint
        return asked, asked[-1].last if asked else at

    def _stranger(self, at: int) -> tuple[int, int] | None:
        """A person's name that the archive does not know: capitalised words in an asking position."""
        if not self.cased:
            return None
        first = at
        while first < len(self.view) and self.low(first) in TITLES:
            first += 1
        last = first
        while last < len(self.view) and (self.view[last].capital or (last > first and self.low(last) in PARTICLES)):
            if (last > first and pauses(self.view, last)) or self.low(last) in AUXILIARIES | ASKING:
                break
            last += 1
            if self.view[last - 1].possessive:
                break
        words = [self.low(k) for k in range(first, last)]
        if not words or any(word in BODIES or word in GROUPS for word in words) or len(words) > 5:
            return None
        if any(is_boundary(word) for word in words) or words[-1] in ROLES or (at and self.low(at - 1) == "the"):
            return None
        if len(words) == 1 and first == at and self.known_word(words[0]) is not False:
            return None  # a country, a body or a surname that the text knows
        if len(words) == 1 and self.view[first].text.isupper():
            return None
        return (at, last)

    def _one(self, at: int, form: Literal["verb", "on", "noun", "according", "passive", "clause"]) -> tuple[Asked, ...]:
        found = self._phrase(at)
        if found is not None:
            return (Asked(first=at, last=found[1], form=form, speakers=found[2]),)
        stranger = self._stranger(at)
        return (Asked(first=at, last=stranger[1], form=form, unknown=True),) if stranger else ()

    # -- asking positions ---------------------------------------------------------------------------------------------

    def _according(self) -> tuple[Asked, ...]:
        """According to Vorn; in Vorn's view; in the words of Vorn; as Vorn put it."""
        for at in range(len(self.view) - 1):
            pair = (self.low(at), self.low(at + 1))
            if pair == ("according", "to"):
                return self._one(at + 2, "according")
            if self.low(at) == "in" and self.low(at + 1) == "the" and self.low(at + 3) == "of":
                if self.low(at + 2) in OPINIONS | {"eyes", "mind"}:
                    return self._one(at + 4, "according")
            if self.low(at) in {"in", "to", "for"} and (found := self._phrase(at + 1)) is not None:
                owner = self.view[found[1] - 1].possessive
                if owner and self.low(found[1]) in OPINIONS | {"eyes", "mind", "telling"} and self.low(at) != "for":
                    return (Asked(first=at + 1, last=found[1], form="according", speakers=found[2]),)
            if self.low(at) == "as" and at and (found := self._phrase(at + 1)) is not None:
                if is_telling(self.low(found[1])) or self.low(found[1]) in {"put", "puts"}:
                    return (Asked(first=at + 1, last=found[1], form="according", speakers=found[2]),)
        return ()

    def _passive(self) -> tuple[Asked, ...]:
        """Vorn was called what by Adler; how was Vorn described by Adler."""
        heard = False
        for at in range(1, len(self.view) - 1):
            low = self.low(at)
            if low.endswith(("ed", "own", "aid", "old")) and is_telling(low):
                heard = heard or any(self.low(k) in _BE | {"been", "being"} for k in range(at))
            if heard and low == "by" and (found := self._phrase(at + 1)) is not None:
                if not self.view[found[1] - 1].possessive:
                    return (Asked(first=at + 1, last=found[1], form="passive", speakers=found[2]),)
        return ()

    def _opening(self) -> tuple[Asked, ...]:
        """Vorn on trade; Vorn's view of trade; Vorn defending trade; Vorn: …; Vorn said what about trade."""
        starts = [at for at in range(len(self.view)) if sentence_starts(self.view, at) or (at and self._after_lead(at))]
        for at in starts[:3]:
            if self.low(at) in ASKING or self.low(at) in AUXILIARIES - {"may", "will"}:
                continue
            asked, after = self._joined(at, "on")
            if not asked:
                asked, after = self._stranger_opening(at)
            if not asked:
                continue
            follow = self.low(after)
            owner = self.view[after - 1].possessive
            if owner:
                if self._owns_opinion(after):
                    return (
                        Asked(
                            first=at, last=after, form="noun", speakers=asked[-1].speakers, unknown=asked[-1].unknown
                        ),
                    )
                continue
            verb = self._skip(after)
            if follow in _ABOUT or (after < len(self.view) and ":" in self.view[after].gap):
                return tuple(asked)
            if is_telling(self.low(verb)) and not (self.low(verb).endswith("ed") and self.low(verb + 1) == "by"):
                return tuple(asked)
        return ()

    def _after_lead(self, at: int) -> bool:
        """Whether token `at` follows a comma after a removed opening ("In May 2016, Vorn on …")."""
        return False

    def _stranger_opening(self, at: int) -> tuple[list[Asked], int]:
        stranger = self._stranger(at)
        if stranger is None or stranger[1] - stranger[0] < 2:
            return [], at
        return [Asked(first=at, last=stranger[1], form="on", unknown=True)], stranger[1]

    def _owns_opinion(self, at: int) -> bool:
        """Whether the words after "Vorn's" are his to say: "view of", "sharp response to", "plan on"."""
        for k in range(at, min(at + 4, len(self.view))):
            if self.low(k) in OPINIONS:
                return True
            if k > at and self.low(k) in {"on", "about"}:
                return True
            if is_boundary(self.low(k)) and self.low(k) not in {"own", "and"}:
                return False
        return False

    def _skip(self, at: int) -> int:
        while self.low(at) in _ADVERBS or (
            at < len(self.view) and self.low(at).endswith("ly") and len(self.low(at)) > 4
        ):
            at += 1
        return at

    def _auxiliary(self) -> tuple[Asked, ...]:
        """What did Vorn say; which ties would Vorn cut; has Vorn talked about; what is Vorn's view of."""
        for at in range(min(len(self.view) - 1, 12)):
            low = self.low(at)
            if low not in AUXILIARIES or (low == "may" and at == 0 and self.cased):
                continue
            if at and not any(self.low(k) in ASKING for k in range(at)) and not sentence_starts(self.view, at):
                if not pauses(self.view, at):
                    continue
            asked, after = self._joined(at + 1, "verb")
            if asked and self.view[after - 1].possessive:
                if self._owns_opinion(after):
                    last = asked[-1]
                    return (Asked(first=last.first, last=last.last, form="noun", speakers=last.speakers),)
                return ()
            if asked:
                return tuple(asked) if self._speaks(at, after) else ()
            stranger = self._stranger(at + 1)
            if stranger is None:
                if any(is_telling(self.low(k)) for k in range(at + 1, min(at + 6, len(self.view)))):
                    return ()
                continue
            owner = self.view[stranger[1] - 1].possessive
            if (owner and self._owns_opinion(stranger[1])) or (
                not owner and is_telling(self.low(self._skip(stranger[1])))
            ):
                return (Asked(first=at + 1, last=stranger[1], form="noun" if owner else "verb", unknown=True),)
            return ()
        return ()

    def _speaks(self, auxiliary: int, after: int) -> bool:
        """Whether the verb after the subject is one of speech or judgement, or at least none of doing."""
        verb = self._skip(after)
        low = self.low(verb)
        aux = self.low(auxiliary)
        if low in {"make", "made"}:
            return self.low(verb + 1) == "of"
        if low in {"have", "had"}:
            return self.low(verb + 1) in {"to", "in"} and self.low(verb + 2) in {"say", "mind"}
        if is_telling(low):
            return aux not in _BE or low.endswith("ing")
        if aux in _BE or aux in _MODAL or not low or is_doing(low):
            return False
        asks = [self.low(k) for k in range(auxiliary)]
        counts = any(word == "how" and following in _MANNER for word, following in zip(asks, asks[1:], strict=False))
        return not counts and not (asks and asks[0] == "when")

    def _clause(self) -> tuple[Asked, ...]:
        """Tell me what Vorn said about trade; Vorn answered, inside the question."""
        for at in range(len(self.view) - 1):
            low = self.low(at)
            if low not in {"what", "how", "why", "whether", "where", "say", "says", "report", "reports", "that"}:
                continue
            asked, after = self._joined(at + 1, "verb")
            if asked and not self.view[after - 1].possessive and is_telling(self.low(self._skip(after))):
                return tuple(Asked(first=a.first, last=a.last, form="clause", speakers=a.speakers) for a in asked)
        return ()

    def _by(self) -> tuple[Asked, ...]:
        """Statements by Vorn; quotes from Vorn; the position of Vorn on trade."""
        for at in range(len(self.view) - 2):
            if self.low(at) not in OPINIONS:
                continue
            joint = at + 2 if self.low(at + 1) in {"made", "given", "issued"} else at + 1
            if self.low(joint) not in {"by", "from", "of"} or self.view[at].gap.endswith("'"):
                continue
            if at and self.view[at - 1].possessive:
                continue
            found = self._phrase(joint + 1)
            if found is None or self.view[found[1] - 1].possessive:
                continue
            if self.low(joint) == "of" and self.low(found[1]) not in _ABOUT:
                continue
            return (Asked(first=joint + 1, last=found[1], form="noun", speakers=found[2]),)
        return ()
