"""Who a question asks about as speaker, and which outlets it asks about: never those that it only speaks of."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from index.language.asking import ABOUT, NO_MORE, PLAIN_OPINIONS, REPLYING, SPEAKING_EVENTS, STATES
from index.language.bodies import BODIES, GROUPS
from index.language.english import ACRONYMS, ADVERBS
from index.language.names import GIVEN_NAMES, PARTICLES, SUFFIXES
from index.language.roles import KIN, ROLE_SURNAMES, ROLES, SHORT_TITLES, TITLES, UNDER
from index.language.spelling import distance
from index.language.verbs import PLAIN_SAYING, is_doing, is_telling
from index.query.asked import Asked
from index.query.lexicon import Lexicon
from index.query.offices import goes_on, is_of, is_sitting, whose
from index.query.people import LEAST, SpeakerMatch, alone_by, choose
from index.query.tokens import Token, is_boundary, pauses

_WITH_OWNER = 0.75  # of a role that names its owner: a given name may be missing
_OTHER = 0.3  # share of the letters of a typed surname that may differ from the one that it is taken for


class PhraseReader:
    """Finds the noun phrases that speakers answer to, in a view of the question: its tokens without time and outlet."""

    def __init__(self, text: str, view: tuple[Token, ...], lexicon: Lexicon, on: dt.date | None) -> None:
        self.text = text
        self.view = view
        self.on = on
        self.find = lexicon.find_speaker
        self.known_word = lexicon.knows
        self.statements = lexicon.statements
        self.in_turns = lexicon.in_turns
        self.is_office = lexicon.is_office
        self.is_name = lexicon.is_name
        self.is_common = lexicon.is_common
        capitals = sum(token.capital for token in view)
        self.cased = capitals > 0 and capitals < max(0.8 * len(view), 2)
        letters = sum(token.text.isupper() and len(token.text) > 1 for token in view)
        self.named = self.cased and capitals > letters  # in "ASP roe on" names have no capitals

    def low(self, at: int) -> str:
        """The word of a token in lower case; empty beyond the ends."""
        return self.view[at].low if 0 <= at < len(self.view) else ""

    def words(self, first: int, last: int) -> str:
        """The text from one token to before another, on one line; a slip of the keyboard as it was meant."""
        whole = self.text[self.view[first].start : self.view[last - 1].end]
        for token in (token for token in self.view[first:last] if token.slip):
            whole = whole.replace(token.text, token.low, 1)
        return " ".join(whole.split())

    def _phrase(self, at: int) -> tuple[int, int, tuple[str, ...]] | None:
        """The noun phrase at `at` that a speaker answers to: (first, last, names)."""
        first = at + 1 if self.low(at) in {"the", *NO_MORE} else at
        if self.low(first) in NO_MORE:
            first += 1
        if first >= len(self.view):
            return None
        for start, last in self._candidates(first):
            if any(self.low(k) in GROUPS for k in range(start, last)):
                continue
            names = self._formerly(start, last) or self._resolve(start, last)
            if names:
                end = self._phrase_end(first)
                return first, end if is_sitting(self.view[:end], last, end) else last, names
        return None

    def _candidates(self, first: int) -> list[tuple[int, int]]:
        """Where a name or a role may stand: the capitalised run, the name after a role, then roles, longest first.

        A shorter beginning of a run is never taken for it: "Vorn Foundation" is not Vorn.
        """
        last = self._phrase_end(first)
        roles = [end for end in range(last, first, -1) if self._is_role(end - 1) or is_of(self.view, first, end, last)]
        roles = [end for end in roles if not self._owns_a_role(end, last)]  # "the mayor's spokesman" is not the mayor
        roles = [end for end in roles if not self._tells_a_role(end, last)]  # nor "official spokesman" an official
        roles = [end for end in roles if end - first > 1 or not self._titles_a_name(first, last)]
        if not (self.cased and self.view[first].capital) and not roles:
            ends = range(min(last, first + 4), first, -1)
            return [(first, end) for end in ends if self._closes(end) or end - first > 1]
        found: list[tuple[int, int]] = []
        run = self._run_end(first, last)
        if run > first and not any(end > run for end in roles):  # "Vorn's spokeswoman" is not Vorn
            found.append((first, run))
        named = self._named_after(first, roles, last)
        if named is not None:
            found.extend(named[1])
            if named[2]:
                roles = [end for end in roles if end > named[0]]  # whoever the title's holder is, a name was given
        of = whose(self.view, first, last, roles)  # "minister of Georgia" is not any minister
        return [*found, *((first, end) for end in roles if end >= of and (first, end) not in found)]

    def _titles_a_name(self, at: int, last: int) -> bool:
        """Whether a short title stands before a name in small letters, nobody's by itself: "sec roe"."""
        short = self.low(at) in SHORT_TITLES and self.low(at - 1) != "the"
        return short and not self.cased and at + 1 < last and not self._closes(at + 1)

    def _is_role(self, at: int) -> bool:
        """Whether the word, or the compound that it ends, can be the head of a role."""
        if self.low(at) in ROLES or self.is_office(self.low(at)):
            return True
        return at > 0 and self.view[at].dashed and f"{self.low(at - 1)}-{self.low(at)}" in ROLES

    def _named_after(self, first: int, roles: list[int], last: int) -> tuple[int, list[tuple[int, int]], bool] | None:
        """The name after a title ("senator Vorn"): where it begins, where it may stand, and whether it is surely one.

        With the title before it, the bearer of the name who holds it is found. A name is surely one by its capital,
        or, in small letters, where the archive's texts do not have the word.
        """
        names = (k for k in roles if self.cased and k < last and self.view[k].capital)
        end = next((k for k in names if self.low(k) not in ROLES - ROLE_SURNAMES), None)  # "Chief Secretary for Trade"
        if end is not None:
            stop = self._run_end(end, last)
            return None if self.view[end - 1].possessive else (end, [(first, stop), (end, stop)], True)
        end = next((end for end in roles if self._is_role(end - 1)), None)
        if end is None or end >= last or self.view[end - 1].possessive or pauses(self.view, end):
            return None
        low = self.low(end)
        if low in ADVERBS or low in STATES or low.endswith("ly") or low in BODIES | GROUPS | KIN or low == "of":
            return None
        stops = [stop for stop in range(min(last, end + 4), end, -1) if self._closes(stop)]
        spans = [(start, stop) for stop in stops for start in (first, end)]
        if not spans:
            return None
        name, behind = self.low(spans[0][1] - 1), self.low(spans[0][1])
        owns = self.view[spans[0][1] - 1].possessive
        stranger = self.known_word(name) is False or (self.is_name(name) and (behind in ABOUT or owns))
        return end, spans, stranger or self._verb_follows(end)

    def _verb_follows(self, at: int) -> bool:
        """Whether in "did president roe sing" another word stands behind the one at `at`, so that it is no verb."""
        asks = any(self.low(k) in {"did", "does", "has"} for k in range(max(0, at - 4), at))
        follows = not self._closes(at + 1) or self.low(at + 1) in PLAIN_SAYING
        return asks and not is_doing(self.low(at)) and not is_telling(self.low(at)) and follows

    def _phrase_end(self, first: int) -> int:
        """Where the noun phrase at `first` must end: at a word that opens something new, or after eight words."""
        last, limit = first, min(first + 8, len(self.view))
        while last < limit:
            token = self.view[last]
            if last > first and pauses(self.view, last):
                break
            inner = goes_on(self.view, first, last)
            state = token.low == "state" and (self.low(last - 1) == "of" or token.capital)
            name = token.capital and last > first and self.cased
            first_name = last == first and token.capital and token.low in {"may", "do"} and self.cased
            first_name = first_name or (last == first and self._is_body(last))
            calling = last == first and token.low in ROLES and not pauses(self.view, last + 1)  # judge, host
            particle = last > first and self.cased and self.view[last - 1].capital and self._joins(last, limit)
            if is_boundary(token.low) and not (inner or state or name or first_name or calling or particle):
                break
            last += 1
        return last

    def _is_body(self, at: int) -> bool:
        """Whether a little word is a body's acronym: "what did the WHO say", "the who" too."""
        written = self.view[at].text
        return self.low(at) in ACRONYMS and (self.low(at - 1) == "the" or (self.cased and written.isupper()))

    def _run_end(self, first: int, last: int) -> int:
        """The end of the capitalised words from `first`."""
        run = first
        while run < last and (self.view[run].capital or (run > first and self._joins(run, last))):
            run += 1
            if self.view[run - 1].possessive:
                break
        return run

    def _joins(self, at: int, last: int) -> bool:
        """Whether small words at `at` belong to a name: a suffix, or particles before a capital ("van der Vorn")."""
        if self.low(at) in SUFFIXES:
            return True
        first = at
        while at < last and self._is_particle(at):
            at += 1
        return first < at < last and self.view[at].capital

    def _is_particle(self, at: int) -> bool:
        low = self.low(at)
        return low in PARTICLES or (self.view[at].gap.endswith(("'", "’")) and f"'{low}" in PARTICLES)

    def _closes(self, end: int) -> bool:
        """Whether a lower-case name may end before token `end`: something new begins there."""
        if end >= len(self.view) or pauses(self.view, end) or self.view[end - 1].possessive:
            return True
        low = self.low(end)
        makes = low in {"make", "made"} and self.low(end + 1) == "of"
        return is_boundary(low) or is_doing(low) or low in ADVERBS or low in STATES or makes

    def _says_behind(self, at: int) -> bool:
        """Whether a noun of saying and what it is about follow, after a name without an apostrophe: "jane vorn reaction
        to the fire", "Vorn press conference on"."""
        event = (self.low(at), self.low(at + 1)) in SPEAKING_EVENTS
        end = at + 1 + event
        noun = event or self.low(at) in PLAIN_OPINIONS
        return noun and (self.low(end) in ABOUT or (self.low(end) == "to" and self.low(at) in REPLYING))

    def _resolve(self, first: int, last: int) -> tuple[str, ...]:
        words = self.words(first, last)
        names = self._look_up(first, last, words) or self._related(first, last)
        if not names and "'s " in words.replace("’", "'"):
            names = self._look_up(first, last, words.replace("’", "'").replace("'s ", " "))
        start = first
        while not names and start < last - 1 and self.low(start) in TITLES - UNDER:
            start += 1
            if self.low(start) == "of":
                break
            if all(self.low(k) in ROLES - ROLE_SURNAMES for k in range(start, last)):
                break  # "Attorney general" is no attorney of the name General
            names = self._look_up(start, last, self.words(start, last))
        return names

    def _formerly(self, first: int, last: int) -> tuple[str, ...]:
        """Who held what is asked for with "former" or "ex-" before it."""
        held = self.low(first - 1) in NO_MORE
        matches = self.find(f"former {self.words(first, last)}", self.on) if held else ()
        return choose(self.words(first, last), [m for m in matches if m.kind in {"role", "surname"}], self.statements)

    def _owns_a_role(self, end: int, last: int) -> bool:
        """Whether the words up to `end` own somebody, or are before a name that does: "the mayor's spokesman",
        "president Velde's wife"."""
        owner = next((k for k in range(end - 1, last) if self.view[k].possessive), last)
        return any(self._is_role(k) or self.low(k) in KIN for k in range(owner + 1, last))

    def _tells_a_role(self, end: int, last: int) -> bool:
        """Whether another role follows right behind: the one before it tells what kind it is."""
        told = end < last and not self.view[end - 1].possessive  # "the chairman's spokesman"
        return told and self._is_role(end) and not self.view[end].capital and not pauses(self.view, end)

    def _owner(self, first: int, last: int) -> int | None:
        """Where the owner ends in "Velde's campaign manager", None where nobody is named by relation."""
        owner = next((k + 1 for k in range(first, last - 1) if self.view[k].possessive), None)
        return owner if owner and (self._is_role(last - 1) or self.low(last - 1) in KIN) else None

    def _related(self, first: int, last: int) -> tuple[str, ...]:
        """Who holds the role in "Velde's running mate" where articles give it as "his running mate": the only one."""
        owner = self._owner(first, last)
        theirs = () if owner is None else self._held_by(first, owner, last)
        if owner is None or theirs or last - owner < 2 or self._is_role(owner - 1):
            return theirs  # "the mayor's official spokesman" is none of anybody's
        held = [m for m in self.find(self.words(owner, last), self.on) if m.kind == "role" and m.score >= LEAST["role"]]
        best = [m.name for m in held if m.score >= held[0].score]
        return tuple(best) if len(best) == 1 else ()

    def _is_somebody(self, first: int, last: int) -> bool:
        """Whether the words are a person on record, or a full name as people have it; "New York" is neither."""
        full = self.cased and last - first > 1 and all(self.view[k].capital for k in range(first, last))
        return (full and self.low(first) in GIVEN_NAMES) or bool(self._resolve(first, last))

    def _held_by(self, first: int, owner: int, last: int) -> tuple[str, ...]:
        """Who holds a relation with its owner ("Velde's deputy"), where articles say so of one."""
        words = f"{self.words(first, owner)}'s {self.words(owner, last)}"  # "roes lawyer" too
        least = _WITH_OWNER if self._is_somebody(first, owner) else LEAST["role"]
        held = [m for m in self.find(words, self.on) if m.kind == "role" and m.score >= least]
        best = [m.name for m in held if m.score >= held[0].score]
        return tuple(best) if len(best) == 1 else ()

    def _look_up(self, first: int, last: int, words: str) -> tuple[str, ...]:
        matches = self._usable(first, last, self.find(words, self.on))
        titled = last - first == 1 and self.low(first - 1) == "the" and self.low(first) in ROLES  # "the pope"
        if not titled and self.low(last - 1) not in ROLES - ROLE_SURNAMES:
            return choose(words, matches, self.statements) or self._bare(first, last)
        # A speaker called "French president" is whoever the article did not name: never without the holders.
        held = choose(words, [match for match in matches if match.kind == "role"], self.statements)
        # Nobody at all holds "senior administration official", and one is on record as that.
        alone = last - first > 2 and all(match.kind != "role" or match.score < LEAST["role"] for match in matches)
        literal = (match.name for match in matches if match.kind == "full" and match.score >= 1)
        return tuple(dict.fromkeys((*held, *literal))) if held or alone else ()

    def _bare(self, first: int, last: int) -> tuple[str, ...]:
        """For a full name: the speaker whom the archive knows by that surname alone ("Ambassador Vorn", "Vorn")."""
        surname = self.low(last - 1)
        named = self.cased and self.view[last - 1].capital and (self.view[first].capital or self._is_role(first))
        if last - first < 2 or not named or self.low(last - 2) == "of":  # an office of a body is not the body
            return ()
        return alone_by(surname, self.find(self.view[last - 1].text, self.on))

    def _usable(self, first: int, last: int, matches: tuple[SpeakerMatch, ...]) -> tuple[SpeakerMatch, ...]:
        """Matches that the wording supports: a lower-case common word is no misspelt name."""
        single = last - first == 1
        spoken = self.low(last) in PLAIN_SAYING or self.low(last) in {"on", "says", "said"}
        capital = self.view[first].capital or self.view[last - 1].capital
        kept: list[SpeakerMatch] = []
        for match in matches:
            if match.name.islower():
                continue
            if match.kind == "role" and not any(self._is_role(k) for k in range(first, last)):
                continue
            whole = (match.kind in {"full", "alias"} and not single) or self.low(first - 1) in TITLES
            if match.kind != "role" and self.named and not capital and not whole and not spoken:
                continue
            if match.kind == "fuzzy" and match.name.split()[-1].islower():
                continue  # a description's last word is nobody's surname
            if match.kind == "fuzzy" and not self._alike(last - 1, match):
                continue
            if match.kind == "fuzzy" and single and not self._misspelt(last - 1):
                continue
            kept.append(match)
        return tuple(kept)

    def _misspelt(self, at: int) -> bool:
        """Whether a single word may be a name misspelt: in capitals, or one that the texts surely do not have."""
        known = self.known_word(self.low(at))
        return known is False or (known is None and self.cased and self.view[at].capital)

    def _alike(self, at: int, match: SpeakerMatch) -> bool:
        """Whether the last of several words looks like the surname that they are taken for."""
        surname = match.name.casefold().split()[-1]
        most = int(_OTHER * max(len(surname), len(self.low(at))))
        return distance(self.low(at), surname, most) <= most

    def _joined(self, at: int, form: Literal["verb", "on"]) -> tuple[list[Asked], int]:
        """One or more speakers joined by "and", "or" or a comma, and the place after them."""
        asked: list[Asked] = []
        while True:
            found = self._phrase(at)
            if found is None:
                break
            _, last, names = found
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
