"""Where a question asks for somebody's words: "what did Vorn say", "Vorn on trade", "according to Vorn"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from index.language.acts import RELATIVES
from index.language.asking import (
    ABOUT,
    ACCORDING,
    BEFORE_NOUN,
    MANNER,
    OPINIONS,
    PLAIN_OPINIONS,
    REPLYING,
    REQUEST,
    STATES,
)
from index.language.bodies import BODIES, PLACES, STATES_AND_PEOPLES, SURNAMES_OF_PEOPLES
from index.language.english import ADVERBS, ASKING, AUXILIARIES, BE, MODALS
from index.language.names import GIVEN_NAMES, WORD_SURNAMES
from index.language.roles import AT_PLACES, KIN, ROLES
from index.language.verbs import OUTCOMES, PLAIN_SAYING, base_form, is_doing, is_telling
from index.query.asked import Asked
from index.query.people import AS_WRITTEN, choose
from index.query.strangers import PLACE, StrangerReader
from index.query.tokens import asks_behind, is_boundary, pauses, sentence_starts

_KEYWORDS = 8  # words of a question that only names somebody and a topic
_LONGEST_NAME, _SHORTEST_ALONE = 3, 4  # words of a name, and letters of a surname that stands alone


class SpeakerReader(StrangerReader):
    """Finds who is asked about as speaker."""

    def asked(self) -> tuple[Asked, ...]:
        """Who is asked about as speaker; several only where they are joined ("Vorn and Adler")."""
        for read in (
            self._according,
            self._passive,
            self._opening,
            self._auxiliary,
            self._clause,
            self._by,
            self._relation_alone,
            self._heading,
        ):
            found = read()
            if found:
                return found
        return ()

    def _relation_alone(self) -> tuple[Asked, ...]:
        """ "vorns campaign manager", "selmers mother statement": a relation and nothing else."""
        last = self._phrase_end(0)
        while last > 1 and self.low(last - 1) in PLAIN_OPINIONS:
            last -= 1
        owner = self._owner(0, last)
        named = owner is not None and self.is_name(self.low(owner - 1))  # whom the texts name, and nobody on record is
        end = self._relation(0) or (last if named else None)
        rest = {self.low(k) for k in range(end or 0, len(self.view))}
        if end is None or not rest <= PLAIN_OPINIONS:
            return ()
        names = self._resolve(self.low(0) == "the", end)
        return (Asked(first=0, last=end, form="on", speakers=names, unknown=not names, surely=not names),)

    def _heading(self) -> tuple[Asked, ...]:
        """Vorn trade tariffs: whose name opens a few words that ask nothing; if he said nothing of it, anybody may."""
        last = len(self.view) - (self.low(len(self.view) - 1) in PLAIN_OPINIONS)  # "jane vorn port quote"
        if len(self.view) > _KEYWORDS or any(self._asks(k) for k in range(last)):
            return ()
        for last in range(min(_LONGEST_NAME, len(self.view) - 1), 0, -1):
            low = self.low(last - 1)
            if (
                self.view[last - 1].possessive
                or low in PLACES | BODIES
                or any(pauses(self.view, k) for k in range(1, last))
            ):
                continue
            if self.low(last) in ROLES | KIN or low in SURNAMES_OF_PEOPLES | STATES_AND_PEOPLES.keys():
                continue  # "French president's disgust", "vorn spokesman"
            if last == 1 and (low in WORD_SURNAMES | GIVEN_NAMES or len(low) < _SHORTEST_ALONE):
                continue
            kinds = {"surname", "full"} if last == 1 else {"full", "alias"}
            sure = [m for m in self.find(self.words(0, last), self.on) if m.kind in kinds and m.score >= AS_WRITTEN]
            names = choose(self.words(0, last), sure, self.statements) if sure else ()
            if len(names) == 1:
                return (Asked(first=0, last=last, form="on", speakers=names, acts=True),)
        return self._stranger_heading()

    def _asks(self, at: int) -> bool:
        low = self.low(at)
        return low in ASKING | AUXILIARIES | ABOUT | REQUEST or is_telling(low) or is_doing(low)

    def _according(self) -> tuple[Asked, ...]:
        """According to Vorn; in Vorn's view; in the words of Vorn; as Vorn put it."""
        for at in range(len(self.view) - 1):
            pair = (self.low(at), self.low(at + 1))
            if pair[0] in ACCORDING and pair[1] == "to":
                return self._one(at + 2, "according")
            if self.low(at) == "in" and self.low(at + 1) == "the" and self.low(at + 3) == "of" and self._minds(at + 2):
                return self._one(at + 4, "according")
            if self.low(at) not in {"in", "to", "as"} or (at == 0 and self.low(at) == "to"):
                continue
            found = self._phrase(at + 1)
            if found is None:
                continue
            owner, follow = self.view[found[1] - 1].possessive, self.low(found[1])
            put = (
                self.low(at) == "as"
                and not owner
                and (
                    is_telling(follow)
                    or follow in {"put", "puts"}
                    or (bool(follow) and self._speaks_in_turns(found[2]))
                )
            )
            if put or (self.low(at) == "in" and owner and self._minds(found[1])):
                return (Asked(first=at + 1, last=found[1], form="according", speakers=found[2]),)
        return ()

    def _minds(self, at: int) -> bool:
        return self.low(at) in OPINIONS or self.low(at) in {"eyes", "mind", "telling"}

    def _passive(self) -> tuple[Asked, ...]:
        """Vorn was called what by Adler; how was Vorn described by Adler."""
        heard = False
        for at in range(1, len(self.view) - 1):
            low = self.low(at)
            if low.endswith(("ed", "own", "aid", "old")) and is_telling(low):
                heard = heard or any(self.low(k) in BE for k in range(at))
            found = self._phrase(at + 1) if heard and low == "by" else None
            if found is not None and not self.view[found[1] - 1].possessive:
                return (Asked(first=at + 1, last=found[1], form="passive", speakers=found[2]),)
        return ()

    def _opening(self) -> tuple[Asked, ...]:
        """Vorn on trade; Vorn's view of trade; Vorn defending trade; Vorn: …; Vorn said what about trade."""
        starts = [at for at in range(len(self.view)) if sentence_starts(self.view, at)]
        for start in starts[:3]:
            at = start
            while self.low(at) in REQUEST and at + 1 < len(self.view):
                at += 1
            asks = self.low(at) in ASKING and not self._is_body(at)  # "the WHO chief on"
            if asks or self.low(at) in AUXILIARIES - {"may", "will"}:
                continue
            asked, after = self._joined(at, "on")
            if not asked:
                asked, after = self._behind_owner(at)
            if not asked:
                asked, after = self._stranger_opening(at)
            if not asked:
                continue
            if (end := self._place_behind(after)) is not None:
                return (*asked[:-1], replace(asked[-1], last=end))
            if self.view[after - 1].possessive and self._names_another(after):
                at = after
                asked, after = self._joined(at, "on")
                if not asked:
                    asked, after = self._stranger_opening(at)
                if not asked:
                    continue
            follow = self.low(after)
            owner = self.view[after - 1].possessive
            own_words = self._speaks_in_turns(asked[-1].speakers)
            if owner:
                end = self._relation(at) if self.low(after) in KIN else None
                if end is not None and end > after:  # "Vorn's brother on trade": he, or nobody; never Vorn
                    names = self._resolve(at, end)
                    known = Asked(first=at, last=end, form="on", speakers=names)
                    return (known,) if names else (self._unknown(at, end, "on"),)
                if self._owns_opinion(after) or (own_words and not self._of_somebody(after)):
                    return (
                        Asked(
                            first=at, last=after, form="noun", speakers=asked[-1].speakers, unknown=asked[-1].unknown
                        ),
                    )
                continue
            verb = self._skip(after)
            if own_words:
                return tuple(asked)
            if len(asked) == 1 and after - at == 1 and self.low(at) in WORD_SURNAMES and at == start:
                continue  # "March on Tbilisi", "Price on carbon"
            if follow in ABOUT or self._says_behind(after) or (after < len(self.view) and ":" in self.view[after].gap):
                return tuple(asked)
            if asks_behind(self.view, after) and not self._auxiliary():
                return tuple(asked)
            if is_telling(self.low(verb)) and not (self.low(verb).endswith("ed") and self.low(verb + 1) == "by"):
                return tuple(asked)
        return ()

    def _behind_owner(self, at: int) -> tuple[list[Asked], int]:
        """ "karst's jane vorn on": a full name behind the place that it is from."""
        found = self._phrase(at + 1) if self.view[at].possessive else None
        if found is None or found[1] - found[0] < 2 or self._is_role(found[1] - 1) or self.low(found[1]) not in ABOUT:
            return [], at
        return [Asked(first=at, last=found[1], form="on", speakers=found[2])], found[1]

    def _place_behind(self, at: int) -> int | None:
        """Where "from the Red Cross" ends between who is asked and what about."""
        if self.low(at) not in AT_PLACES or self._is_role(at - 1):
            return None
        last = min(at + 2 + PLACE, len(self.view) - 1)
        return next((k for k in range(at + 2, last) if self.low(k) in ABOUT or asks_behind(self.view, k)), None)

    def _names_another(self, at: int) -> bool:
        """Whether a full name follows the owner's: "Rand's Ada Vorn on trade" is Vorn, and she speaks."""
        run = self._run_end(at, len(self.view)) if self.cased else at
        return run - at >= 2 and self.low(run) in ABOUT

    def _stranger_opening(self, at: int) -> tuple[list[Asked], int]:
        single, stranger = self._single(at), self._stranger(at)
        if single is None and (stranger is None or stranger[1] - stranger[0] < 2):
            return [], at
        stranger = stranger or single or (at, at)
        owns = self.view[stranger[1] - 1].possessive and self._owns_opinion(stranger[1])
        told = self.low(stranger[1]) in ABOUT or self._says_behind(stranger[1])
        if not self.view[at].capital and not told and not owns:
            # In small letters only "anton selmer on …", "anton selmer's view on …" and the like are surely somebody.
            return [], at
        return [self._unknown(at, stranger[1], "on")], stranger[1]

    def _owns_opinion(self, at: int) -> bool:
        """Whether the words after "Vorn's" are his to say: "view of", "sharp response to", "plan on"."""
        for k in range(at, min(at + 4, len(self.view))):
            if self.low(k) in OPINIONS:
                return True
            if self.low(k) in RELATIVES:
                return False  # "Vorn's brother hope for"
            if k > at and self.low(k) in {"on", "about"}:
                return True
            if is_boundary(self.low(k)) and self.low(k) not in {"own", "and"}:
                return False
        return False

    def _skip(self, at: int) -> int:
        while self.low(at) in ADVERBS or (self.low(at).endswith("ly") and len(self.low(at)) > 4):
            if is_telling(self.low(at)):
                break  # "reply", "imply"
            at += 1
        return at

    def _auxiliary(self) -> tuple[Asked, ...]:
        """What did Vorn say; which ties would Vorn cut; has Vorn talked about; what is Vorn's view of."""
        at = self._first_auxiliary()
        if at is None:
            return ()
        asked, after = self._joined(at + 1, "verb")
        if not asked:
            return self._of_relation(at + 1, at + 1) or self._asked_stranger(at + 1)
        if self.view[after - 1].possessive:
            related = self._of_relation(at + 1, after)
            if related:
                return related
            last = asked[-1]
            noun = Asked(first=last.first, last=last.last, form="noun", speakers=last.speakers)
            if self._owns_opinion(after):
                return (noun,)
            own_words = self._speaks_in_turns(last.speakers) and not self._of_somebody(after)
            return (replace(noun, acts=True),) if own_words else ()
        if self._is_placed(asked[-1], after):
            return ()
        if self._speaks(at, after):
            return tuple(asked)
        own_words = self._speaks_in_turns(asked[-1].speakers)
        return tuple(replace(one, acts=True) for one in asked) if own_words else ()

    def _is_placed(self, asked: Asked, after: int) -> bool:
        """Whether the office is told with its place before the verb: "did the newsagent in Karst say"."""
        office = self.low(asked.first) == "the" and self._is_role(after - 1)
        telling = (is_telling(self.low(k)) for k in range(after + 2, min(after + 2 + PLACE, len(self.view))))
        return office and self.low(after) in AT_PLACES and any(telling)

    def _of_relation(self, first: int, after: int) -> tuple[Asked, ...]:
        """Who is asked in "what did Vorn's wife say": whoever is that on record, else nobody; never Vorn."""
        end = self._relation(first)
        if end is None or end <= after or not is_telling(self.low(self._skip(end))):
            return ()
        names = self._resolve(first + (self.low(first) == "the"), end)
        if names:
            return (Asked(first=first, last=end, form="verb", speakers=names),)
        return (self._unknown(first, end, "verb"),)

    def _speaks_in_turns(self, names: tuple[str, ...]) -> bool:
        """Whether the archive has these people's own words in transcripts: whatever they did, they tell it there."""
        return bool(names) and all(self.in_turns(name) for name in names)

    def _of_somebody(self, at: int) -> bool:
        """Whether the words after "Vorn's" name another person: "press secretary", "brother"."""
        words = itertools.takewhile(lambda k: not is_boundary(self.low(k)), range(at, min(at + 5, len(self.view))))
        return any(self.low(k) in ROLES or self.low(k) in KIN for k in words)

    def _first_auxiliary(self) -> int | None:
        """The auxiliary of the question: the first one, unless its subject is the question word itself ("who said")."""
        asking = False
        for at in range(min(len(self.view) - 1, 14)):
            low = self.low(at)
            if low in AUXILIARIES and (asking or at == 0 or pauses(self.view, at)):
                return None if low == "may" and at == 0 and self.cased else at
            if low in ASKING and not asking:
                asking = True
                if self.view[at].possessive:
                    return at  # "what's Vorn's view"
                if low == "who" and self.low(at + 1) not in AUXILIARIES:
                    return None
            elif asking and low.endswith(("ed", "said", "told", "thinks", "says")) and is_telling(low):
                return None  # "which minister said that Vorn did"
        return None

    def _asked_stranger(self, at: int) -> tuple[Asked, ...]:
        office = self.low(at) == "the" and self._behind_office(at + 1) > at + 1  # "did the treasurer jane roe explain"
        stranger = self._small_stranger(at + 1) if office and not self.cased else self._stranger(at)
        stranger = stranger or self._called_by_trade(at)
        if stranger is None:
            return ()
        last = stranger[1]
        if self.view[last - 1].possessive:
            return (self._unknown(at, last, "noun"),) if self._owns_opinion(last) else ()
        verb = self.low(self._skip(self._behind_place(last)))
        known = self.known_word(self.low(at)) is not False
        if last - at == 1 and (base_form(verb) == "mean" or (known and base_form(verb) not in PLAIN_SAYING)):
            return ()  # "what does Brexit mean"
        return (self._unknown(at, last, "verb"),) if is_telling(verb) else ()

    def _speaks(self, auxiliary: int, after: int) -> bool:
        """Whether the verb after the subject is one of speech or judgement, or at least none of doing."""
        verb = self._skip(after)
        low = self.low(verb)
        aux = self.low(auxiliary)
        if low in {"make", "made"}:
            return self.low(verb + 1) == "of"
        if low in {"have", "had"}:
            view = self.low(verb + 1) in {"a", "an", "any"} and self.low(verb + 2) in PLAIN_OPINIONS
            return view or (self.low(verb + 1) in {"to", "in"} and self.low(verb + 2) in {"say", "mind"})
        if aux in BE and low in STATES:
            return self.low(verb + 1) not in {"", "president", "governor", "senate"}
        if is_telling(low):
            return aux not in BE or low.endswith("ing")
        if aux == "would" and auxiliary == 0 and low and base_form(low) not in OUTCOMES and low != "be":
            return True  # "would Vorn close the port": what he said that he would
        if aux in BE or aux in MODALS or not low or is_doing(low):
            return False
        asks = [self.low(k) for k in range(auxiliary)]
        counts = any(word == "how" and following in MANNER for word, following in itertools.pairwise(asks))
        return not counts and not (asks and asks[0] == "when")

    def _clause(self) -> tuple[Asked, ...]:
        """What Vorn said about trade; tell me how Vorn answered."""
        start = 0
        while self.low(start) in REQUEST:
            start += 1
        low = self.low(start)
        if low not in ASKING or low in {"who", "which", "whose"}:
            return ()
        asked, after = self._joined(start + 1, "verb")
        verb = self.low(self._skip(after))
        if not asked or self.view[after - 1].possessive or not is_telling(verb):
            return ()
        if low != "what" and base_form(verb) not in PLAIN_SAYING:
            return ()  # "why Vorn wants": may be what another one speaks of
        return tuple(Asked(first=a.first, last=a.last, form="clause", speakers=a.speakers) for a in asked)

    def _by(self) -> tuple[Asked, ...]:
        """Statements by Vorn; quotes from Vorn; the position of Vorn on trade."""
        for at in range(len(self.view) - 2):
            if self.low(at) not in OPINIONS and self.low(at) not in {"anything", "something", "everything"}:
                continue
            joint = at + 2 if self.low(at + 1) in {"made", "given", "issued"} else at + 1
            if self.low(joint) not in {"by", "from", "of"} or self.view[at].gap.endswith("'"):
                continue
            if at and self.view[at - 1].possessive:
                continue
            found = self._phrase(joint + 1)
            opens = all(self.low(k) in BEFORE_NOUN | REQUEST for k in range(at))
            stranger = self._single(joint + 1) or (self._stranger(joint + 1) if opens else None)
            if found is None and self.low(joint) != "of" and stranger is not None:
                return (self._unknown(*stranger, "noun"),)
            if found is None or self.view[found[1] - 1].possessive:
                continue
            if self.low(joint) == "of" and self.low(found[1]) not in (
                ABOUT | {"to"} if self.low(at) in REPLYING else ABOUT
            ):
                continue
            return (Asked(first=joint + 1, last=found[1], form="noun", speakers=found[2]),)
        return self._by_at_the_end()

    def _by_at_the_end(self) -> tuple[Asked, ...]:
        """Quotes about the port by Vorn; comments on the port from the mayor."""
        noun = next((at for at in range(len(self.view)) if self.low(at) in PLAIN_OPINIONS), len(self.view))
        if self.low(noun + 1) not in ABOUT or any(self.low(k) not in BEFORE_NOUN | REQUEST for k in range(noun)):
            return ()
        for at in range(len(self.view) - 2, noun + 2, -1):
            found = self._phrase(at + 1) if self.low(at) in {"by", "from"} else None
            if found is not None and found[1] == len(self.view):
                return (Asked(first=at + 1, last=found[1], form="noun", speakers=found[2]),)
        return ()
