"""Whom a question asks for where a speaker would stand, and whom the archive does not have as one."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.acts import UNSIGNED
from index.language.asking import ABOUT, OPINIONS, PLAIN_OPINIONS, STATES, TAKES_ON
from index.language.bodies import BODIES, GROUPS, PLACES, STATES_AND_PEOPLES
from index.language.english import ADVERBS, ASKING, AUXILIARIES, LITTLE_WORDS
from index.language.names import (
    GENERATIONS,
    GIVEN_NAMES,
    PLACE_OPENERS,
    SURELY_GIVEN,
    WORD_SURNAMES,
)
from index.language.roles import (
    AT_PLACES,
    FORCE_RANKS,
    KIN,
    LOOSE_ROLES,
    NOT_OF_OFFICES,
    ROLE_SURNAMES,
    ROLES,
    SHORT_TITLES,
    TITLES,
)
from index.language.verbs import is_doing, is_telling
from index.names.parse import fold
from index.names.roles import is_calling
from index.query.asked import Asked, Form
from index.query.offices import OF_OFFICES
from index.query.people import is_surname
from index.query.phrases import PhraseReader
from index.query.tokens import is_boundary, pauses
from index.query.unheld import NOBODY, Unheld, whose_words

_FITS = 0.7  # of an office that somebody holds with a word more: "national climate adviser"
_NAMED = 4  # "the", what somebody is, and two names
_LONGEST_OFFICE = 6  # words before a name
PLACE = 3  # words of a place
_FULL, _LONGEST_NAME = 2, 3  # words of a full name
_LONGEST_DESCRIPTION = 5  # words before it that tell what its bearer is, and of what
_LONGEST_CALLING = 3  # words before a name that tell what its bearer is
_INITIALS = 2  # letters that may be of given names: "vk kannan"
_SHORTEST = 4  # letters of a surname in small letters
_BEFORE_NAMES = OF_OFFICES | SHORT_TITLES | TITLES
_GIVEN = GIVEN_NAMES & SURELY_GIVEN
_NO_NAMES = BODIES | GROUPS | ROLES | STATES | ADVERBS | KIN
_NOUNS_TOO = _NO_NAMES | PLACES | LITTLE_WORDS | STATES_AND_PEOPLES.keys()


class StrangerReader(PhraseReader):
    """Finds names that nobody on record bears."""

    def _stranger(self, at: int) -> tuple[int, int] | None:
        """Somebody whom the archive does not know, in an asking position: a name, titles included, or a relation."""
        relation = self._relation(at)
        if relation is not None:
            return at, relation
        if (described := self._by_description(at)) is not None:
            return at, described
        if at and self.low(at - 1) == "the":
            return None
        first = self._behind_calling(at)
        if not self.named or not self.view[at : at + 1] or not any(self._big(k) for k in range(first, first + 2)):
            return self._small_stranger(at)
        while self.low(first) in TITLES or (self.low(first) in ROLES and first > at):
            first += 1
        if first == at and not self.view[at : at + 1]:
            return None
        half = not self._big(first) and self.low(first) in GIVEN_NAMES and self._big(first + 1)  # "ingrid Lawson"
        last = self._run_end(first + half, len(self.view))
        for k in range(first, last):
            if (k > first and pauses(self.view, k)) or self.low(k) in AUXILIARIES | ASKING:
                last = k
                break
        words = [self.low(k) for k in range(first, last)]
        # "Otto Hope": a verb in capitals behind a given name is a surname.
        full = len(words) == _FULL and words[0] in _GIVEN and self._big(last - 1)
        if not 1 <= len(words) <= 5 or any(w in BODIES or w in GROUPS for w in words):
            return None
        if any(is_boundary(w) for w in (words[:1] if full else words)):
            return None
        if words[-1] in ROLES - ROLE_SURNAMES or (len(words) == 1 and self.view[first].text.isupper()):
            return None
        if len(words) == 1 and first == at and not self._alone(words[0]):
            return None  # a people, a country or a body
        return at, last

    def _by_description(self, at: int) -> int | None:
        """Where a full name ends that stands behind what its bearer is, and of what: "the karst magistrate helen
        trask", "Karst U20 coach Jane Roe"; None where none does."""
        first = at + (self.low(at) == "the")
        for office in range(first, min(first + _LONGEST_DESCRIPTION, len(self.view) - _FULL)):
            if is_boundary(self.low(office)) or (office > at and pauses(self.view, office)):
                return None
            if not (self._is_role(office) or is_calling(self.low(office))):
                continue
            last = office + 1
            while last < len(self.view) and last - office <= _LONGEST_NAME and not self._ends_name(last):
                last += 1
            if self._ends_name(last) and self._is_written_name(office + 1, last):
                return last
        return None

    def _is_written_name(self, first: int, last: int) -> bool:
        """Whether two or three words are a full name: in capitals, or in small letters with a given name that is known
        or that the texts lack, before words that are no nouns of theirs."""
        words = [self.low(k) for k in range(first, last)]
        capitals = sum(self.view[k].capital for k in range(first, last))
        if not _FULL <= len(words) <= _LONGEST_NAME or capitals not in (0, len(words)):
            return False
        if any(w in _NOUNS_TOO or is_boundary(w) or not w.replace("-", "").isalpha() or is_calling(w) for w in words):
            return False
        given = fold(words[0]) in SURELY_GIVEN
        given = given or bool(capitals) or self.is_name(words[0]) or self.known_word(words[0]) is False
        return given and len(words[-1]) > _INITIALS and not any(self.is_common(word) for word in words[1:])

    def _behind_calling(self, at: int) -> int:
        """Where a full name begins behind what its bearer is, in small letters: "match referee Peter Lawson"."""
        for first in range(at + 1, at + 1 + _LONGEST_CALLING):
            if self._big(first) and self._big(first + 1):
                small = all(not self._big(k) and not is_boundary(self.low(k)) for k in range(at, first))
                return first if small and (self._is_role(first - 1) or is_calling(self.low(first - 1))) else at
        return at

    def _alone(self, word: str) -> bool:
        """Whether a single word without an article can be nobody but a person: no several, no place."""
        return not self._several(word) and word not in PLACES | STATES_AND_PEOPLES.keys()

    def _several(self, word: str) -> bool:
        """Whether a word is of several: it ends in an s, and its singular is none that the texts surely lack, as that
        of Jenkins is."""
        ies, ses = word.endswith("ies"), word.endswith("ses")
        one = word[:-3] + "y" if ies else word[:-2] if ses else word[:-1]
        known = one in STATES_AND_PEOPLES or self.known_word(one) is not False
        return word.endswith("ss") or (word.endswith("s") and known and not self.is_name(word))

    def _big(self, at: int) -> bool:
        return 0 <= at < len(self.view) and self.view[at].capital

    def _relation(self, at: int) -> int | None:
        """Where "Velde's campaign manager" ends, whom the archive could not name: never Velde, and nobody else."""
        first = at + 1 if self.low(at) == "the" else at
        last = self._phrase_end(first) if first < len(self.view) else first
        end = next((end for end in range(last, first + 1, -1) if self._owner(first, end) is not None), None)
        if end is None or self.view[end - 1].possessive:
            return None
        owner = self._owner(first, end) or first
        titled = owner - first > 1 and self._is_role(owner - 2) and self.is_name(self.low(owner - 1))
        named = self._is_role(owner - 1) or titled or self._is_somebody(first, owner)
        return end if named else None

    def _small_stranger(self, at: int) -> tuple[int, int] | None:
        """A name in small letters: one to three words that are nothing else, the last of which no text holds."""
        first = self._behind_office(at)
        last = first
        while last < min(len(self.view), first + 4) and not (last > first and self._ends_name(last)):
            last += 1
        words = [self.low(k) for k in range(first, last)]
        letters = len(words[-1]) <= _INITIALS if words else True  # "the Karst OC"
        if (
            not 1 <= len(words) <= 3
            or letters
            or any(w in _NO_NAMES or is_boundary(w) or is_doing(w) or w.isdigit() for w in words)
        ):
            return None
        named = len(words) == 1 and not self.named and self._asks_before(at) and words[0] not in LITTLE_WORDS | UNSIGNED
        given = fold(words[0]) in SURELY_GIVEN
        if is_calling(words[-1]) and len(words) > 1 and not given:
            return None  # "karst pensioner"
        surname = self.words(max(first, last - 1 - self.view[last - 1].dashed), last)  # "brandt-okoye"
        written = (
            all(self.is_name(word) for word in words) and words[0] not in PLACE_OPENERS and words[-1] not in PLACES
        )
        styled = len(words) > 2 and all(self.is_name(word) for word in words[1:])  # "principal jabu khumalo"
        initials = (
            all(len(word) <= _INITIALS and word not in LITTLE_WORDS | STATES_AND_PEOPLES.keys() for word in words[:-1])
            and self._alone(words[-1])
            and not self.is_common(words[-1])
        )
        stands = self._asks_before(at) and self._says_behind(last)  # "did mark roe say"
        given = given or (stands and fold(words[0]) in GIVEN_NAMES)
        written = written or (stands and len(words) > 1 and self._may_be_name(words))
        called = first > at or (
            len(words) > 1 and (given or written or styled or initials or is_surname(self.find(surname, self.on)))
        )
        if called and not self.named:  # "did jane roe say", "jane roe on", "sec roe on"
            owns = self.view[last - 1].possessive and self.low(last) in OPINIONS  # "jane roe's answer about"
            told = self.low(last) in ABOUT or self._says_behind(last)
            named = named or self._asks_before(at) or told or owns
        if self.known_word(words[-1]) is not False and not named:
            return None
        if not (named or called) and any(self.is_common(word) for word in words[:-1]):
            return None  # "poisoned seafood on Karst"
        return None if len(words) == 1 and first == at and not self._alone(words[0]) else (at, last)

    def _may_be_name(self, words: Sequence[str]) -> bool:
        """Whether the texts have none of several words as a noun, and one of two as a name."""
        nouns = any(self.is_common(word) or word in PLACES | BODIES or is_boundary(word) for word in words)
        several = self._several(words[-1]) and len(words) <= _FULL
        return not nouns and not several and (any(map(self.is_name, words)) or len(words) > _FULL)

    def _called_by_trade(self, at: int) -> tuple[int, int] | None:
        """A name in small letters that the texts have, behind "the" and a word for what its bearer is: "the greenkeeper
        tam dod"."""
        last = at + 2
        while last < len(self.view) and last - at <= _NAMED and self.is_name(self.low(last)):
            last += 1
        known = self.low(at) == "the" and not self.cased and self.is_common(self.low(at + 1))
        return (at + 2, last) if known and last - at > _NAMED - 1 and is_telling(self.low(last)) else None

    def _ends_name(self, at: int) -> bool:
        """Whether a name in small letters ends before `at`."""
        return self._closes(at) or self._says_behind(at)

    def related(self, asked: Asked) -> Unheld:
        """Whom "Vorn's grandmother" asks for: a grandmother, where Vorn is named."""
        first = asked.first + (self.low(asked.first) == "the")
        owner = self._owner(first, asked.last)
        if owner is None:
            return NOBODY
        whose = whose_words(self.view, first, owner, self.is_name)
        head = self.low(asked.last - 1)
        held = [k for k in range(owner, asked.last) if self.low(k) not in NOT_OF_OFFICES | LITTLE_WORDS]
        office = " ".join(self.low(k) for k in held)
        fits = any(m.kind == "role" and m.score >= _FITS for m in self.find(office, self.on))
        known = self._is_role(owner - 1) or self.is_name(self.low(owner - 1)) or self._is_somebody(first, owner)
        anyone = self.low(owner - 1) in LOOSE_ROLES  # "the drowned man's sister"
        loosely = head not in ROLES | KIN or ((not known or anyone) and owner - first > 1)
        place, words = (asked.first, asked.last), self.words(asked.first, asked.last)
        return Unheld((office if fits else head,), whose, words, place, loosely=loosely)

    def _single(self, at: int) -> tuple[int, int] | None:
        """A surname alone in small letters before "on", which no text has and which is no noun that takes an "on":
        "selmer on wheat"."""
        word = self.low(at)
        there = at < len(self.view) and word.isalpha() and self.low(at + 1) in ABOUT and not pauses(self.view, at + 1)
        if not there or self.cased or len(word) < _SHORTEST or word in TAKES_ON | UNSIGNED | LITTLE_WORDS | ADVERBS:
            return None
        other = word in BODIES | GROUPS | ROLES | STATES | KIN or is_boundary(word) or is_doing(word)
        return (at, at + 1) if not other and self._alone(word) and self.known_word(word) is False else None

    def _behind_office(self, at: int) -> int:
        """Where the name begins behind a title or an office in small letters: "dr roe", "prime minister roe"."""
        first = at
        while self.low(first) in TITLES | SHORT_TITLES or self._is_rank(first):
            first += 1
        k, limit = first, min(len(self.view), at + _LONGEST_OFFICE)
        while k < limit and self.low(k) in _BEFORE_NAMES and not (k > at and pauses(self.view, k)):
            k += 1
            if self._is_role(k - 1) or (self.low(k - 2) == "of" and self.low(k - 1) == "state"):
                first = k
        return first

    def _is_rank(self, at: int) -> bool:
        """Whether a rank of the police in short stands before two names: "pc jane roe"."""
        given, surname = self.low(at + 1), self.low(at + 2)
        named = given in GIVEN_NAMES or self.is_name(given)
        return self.low(at) in FORCE_RANKS and named and self.is_name(surname)

    def _asks_before(self, at: int) -> bool:
        """Whether an auxiliary stands right before: "what did roe say" has no article, so that roe is a name."""
        return self.low(at - 1) in {"did", "does", "has", "would"}

    def _one(self, at: int, form: Form) -> tuple[Asked, ...]:
        found = self._phrase(at)
        if found is not None:
            return (Asked(first=at, last=found[1], form=form, speakers=found[2]),)
        stranger = self._stranger(at)
        return (self._unknown(at, stranger[1], form),) if stranger else ()

    def _unknown(self, at: int, last: int, form: Form) -> Asked:
        surely = self._relation(at) is not None or self.low(last - 1).strip(".") in GENERATIONS
        return Asked(first=at, last=last, form=form, unknown=True, surely=surely)

    def _stranger_heading(self) -> tuple[Asked, ...]:
        """ "mary vorn tolls", where another Vorn is on record, and no Mary."""
        given, surname = self.view[:1], self.view[1:2]
        if not surname or self.low(0) not in _GIVEN or self.low(1) in PLACES | BODIES | WORD_SURNAMES:
            return ()
        if any(token.possessive for token in (*given, *surname)) or pauses(self.view, 1):
            return ()
        borne = is_surname(self.find(self.words(1, 2), self.on)) and self.is_name(self.low(1))
        quoted = self.low(len(self.view) - 1) in PLAIN_OPINIONS  # "paul vorn tolls quote"
        borne = borne or (quoted and self.known_word(self.low(1)) is False)
        return (self._unknown(0, 2, "on"),) if borne else ()

    def _behind_place(self, at: int) -> int:
        """Where the verb stands behind "from the WFP" after a name; `at` where there is none."""
        near = range(at + 1, min(at + 2 + PLACE, len(self.view)))
        placed = self.low(at) in AT_PLACES and self.view[at - 1 : at]
        return next((k for k in near if is_telling(self.low(k))), at) if placed else at
