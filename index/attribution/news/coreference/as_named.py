"""Bodies and unnamed sources as an article writes them: "Masso" of Masso Stores, "a spokesman for BA"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.apposition import HEAD_END
from index.attribution.news.coreference.described import parse_description
from index.attribution.news.coreference.pronouns import paragraphs_between
from index.attribution.news.coreference.source import UNNAMED, Source, is_plural
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import is_acronym
from index.attribution.news.own import EDGES, head_of
from index.language.acts import DOCUMENTS, PRINTED, RELATIVES, UNSIGNED
from index.language.bodies import ADHERENTS, BUSINESSES, COMPANIES, MORE_BODIES, ORGANISATIONS, PLACES, SITTING
from index.language.calendar import MONTHS
from index.language.descriptions import ANY_BODY
from index.language.english import CALENDAR, LITTLE_WORDS, QUANTITIES
from index.language.mentions import INDEFINITE
from index.language.names import GIVEN_NAMES
from index.language.roles import REPORTERS
from index.model import Span
from index.names.parse import fold, strip_possessive
from index.names.roles import are_people, is_calling, is_role_word

_DATED = re.compile(
    r"(?<!ed)(?<!\bon)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:night|morning|afternoon|evening))?$"
    rf"|(?<!ed)\son\s(?:\w+day|(?:{'|'.join(month[:3].title() for month in MONTHS)})[a-z]*\.?\s\d{{1,2}}"
    r"|\d{1,2}\s[A-Z][a-z]+)(?:,?\s\d{4})?$"
)
# "The board through a recent notice", "The union in its newsletter", "Ministry figures published yesterday"
_BY_WHAT = re.compile(
    r"(?<=\w)\s(?:(?:through|via)\s(?:an?|its|his|her|their)\s\w"
    rf"|in\s(?:an?|its|his|her|their)\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(DOCUMENTS | UNSIGNED | PRINTED))})\b"
    r"|(?:published|released|issued|revealed|unveiled)\s(?:yesterday|today|earlier|last|this|on)\b).*$"
)
_THINGS = ORGANISATIONS | DOCUMENTS | UNSIGNED | SITTING | MORE_BODIES
_TICKER = re.compile(r" [A-Z0-9]{2,6}\.[A-Z]{1,2}$")  # "Karst Plc KRS.L"
_TWO = 2  # words of a body's name
_LONGEST_TITLE = 40  # characters of a name before a mention
_OWNED = re.compile(r"['’]s? (?=[^\W\d_a-z])")


def whole_body(cast: Cast, written: str) -> Source | None:
    """The body of which a mention is the first word: "Masso" of an article on "Masso Stores"; None for a person's."""
    if " " in written or not written[:1].isupper() or is_acronym(written) or fold(written) in ADHERENTS | PLACES:
        return None
    longer = re.compile(rf"\b{re.escape(written)}((?:[ \u00a0][^\W\d_a-z][\w&’'-]*){{1,3}})")
    names = Counter(match.group().strip() for match in longer.finditer(cast.text))
    fits = [name for name in names if fold(name.split()[-1]) in COMPANIES]
    return Source(fits[0], certainty=0.8) if len({fold(name) for name in fits}) == 1 else None


def body_in_full(cast: Cast, written: str) -> Source | None:
    """The body of whose name a mention is the first word, or the last ones."""
    return whole_body(cast, written) or _of_last_words(cast, written)


def _of_last_words(cast: Cast, written: str) -> Source | None:
    """The one longer name of a body that ends in a mention without an article: "City Council" of an article on the
    Norport City Council; None where the text calls it so itself."""
    parts = written.split()
    if len(parts) < _TWO or not all(part[:1].isupper() for part in parts) or fold(parts[0]) in LITTLE_WORDS:
        return None
    if fold(parts[-1]) not in ORGANISATIONS or re.search(rf"\b[Tt]he {re.escape(written)}\b", cast.text):
        return None
    longer = re.compile(rf"((?:\b[^\W\d_a-z][\w’-]* ){{1,3}}){re.escape(written)}\b")
    fronts = {" ".join(_proper(found[1])) for found in longer.finditer(cast.text)} - {""}
    return Source(f"{fronts.pop()} {written}", certainty=0.8) if len(fronts) == 1 else None


def _proper(front: str) -> list[str]:
    """The words before a name's end that belong to it: not "When" nor "The"."""
    words = front.split()
    first = next((at for at in range(len(words), 0, -1) if fold(words[at - 1]) in LITTLE_WORDS), 0)
    return words[first:]


def company_of_name(cast: Cast, written: str, start: int) -> Source | None:
    """The company that a bare name means where only the company was named before: "Brandt" after "Brandt Motors"."""
    body = whole_body(cast, written)
    if body is None or body.name is None:
        return None
    place = cast.text.find(body.name)
    people = [one for one in cast.within(0, start) if fold(one.name.surname) == fold(written) and one.name.given_keys]
    return body if 0 <= place < start and not people else None


def without_owner(cast: Cast, start: int, end: int) -> str:
    """A body without the person whose it is: "Jane Roe's Reform Union" is the Reform Union, her "Instagram page" none.

    A name alone may be the body's own ("McDonald's", "King's College"): only somebody with a full name is taken off.
    """
    written = cast.text[start:end].strip(EDGES)
    for one in cast.within(start, end):
        owner = cast.people[one.person] if one.person >= 0 else None
        owned = _OWNED.match(cast.text, one.end, end)
        if owner is not None and owner.parsed.given_keys and owned is not None and one.start <= start + 1:
            body = cast.text[owned.end() : end].strip(EDGES)
            last = body.split()[-1] if body else "a"
            return body if last[0].isupper() or fold(last) in ORGANISATIONS else written
    return written


def is_proper_body(source: Source) -> bool:
    """Whether a source is a body by its name, that may be meant by "it": no data, no group, no phrase of many words."""
    parts = (source.name or "").split()
    if parts and fold(parts[-1]) in DOCUMENTS | UNSIGNED:
        return False  # "Karst Bank data" reports nothing of its own
    if len(parts) == 1 and are_people(parts[0]):
        return False  # "Growers" are they
    return source.resolved and 0 < len(parts) <= 6 and parts[0].lower() not in INDEFINITE


def thing_that_spoke(cast: Cast, place: int, spoke: int, unnamed: Sequence[tuple[int, Source]]) -> Source | None:
    """The body or document without a name that spoke last, at `spoke`, for an "it": "The council said … It said".

    "The company" is one that was named before, where one was.
    """
    found = next((source for at, source in reversed(unnamed) if at == spoke < place), None)
    if found is None or found.name is None or found.resolved or is_plural(found):
        return None
    first, noun = fold(found.name).partition(" ")[0], fold(HEAD_END.split(found.name, maxsplit=1)[0]).rpartition(" ")[2]
    if first != "the" or noun not in _THINGS or paragraphs_between(cast.text, spoke, place) > 1:
        return None
    stands_in = noun in ANY_BODY | MORE_BODIES and any(at < spoke and is_proper_body(other) for at, other in unnamed)
    return None if stands_in else replace(found, certainty=0.6)


def body_as_written(written: str) -> Source:
    """A body or an unnamed source, as written."""
    head = _named_body(_TICKER.sub("", _DATED.sub("", _BY_WHAT.sub("", head_of(written)))).strip(EDGES))
    if fold(bare := strip_possessive(head)) in PLACES:
        head = bare  # "Karst's refusal"
    if fold(head) in REPORTERS:
        return UNNAMED  # "Reporter: “Was it arson?”" asks, and is nobody by name
    proper = any(word[:1].isupper() for word in head.split()[1:]) or (head[:1].isupper() and " " not in head)
    proper = proper and parse_description(head) is None  # "the Ohio senator" is a person whom nobody named
    words = fold(head).split() or [""]
    proper = proper and words[0] not in INDEFINITE  # "a spokesman for BA"
    calling = is_calling(words[-1]) and head.split()[-1].islower()  # "the Holm grower"
    proper = proper and not (words[0] == "the" and (is_role_word(words[-1]) or calling))  # "the Taoiseach"
    proper = proper and fold(head).split()[-1] not in CALENDAR and RELATIVES.isdisjoint(words[1:2])
    named = proper and words[0] not in QUANTITIES  # "Many", "Most of Norport"
    return Source(head or written or None, resolved=named, certainty=0.9 if proper else 0.6)


def _named_body(head: str) -> str:
    """A body's name without the words for what it is, where a sentence opens with them: "Packaging group Karst Plc"."""
    parts = head.split()
    small = [at for at, word in enumerate(parts) if word.islower() and word not in LITTLE_WORDS]
    last = small[-1] if small else 0
    plain = last == len(small) - (parts[0][:1].islower() if parts else 0) or (not small and len(parts) > 1)
    kind = fold(parts[last]) if parts else ""
    rest = parts[last + 1 :]
    known = kind in BUSINESSES or (last > 0 and kind in ORGANISATIONS | MORE_BODIES)
    proper = bool(rest) and all(word[:1].isupper() for word in rest) and fold(rest[-1]) not in ORGANISATIONS - COMPANIES
    return " ".join(rest) if plain and known and proper else head


def whole_name(cast: Cast, start: int, end: int) -> Span:
    """A mention with what of its name the tagger left out, a title or the full stop: "Area | MP Tom Roe Jr | ."."""
    if cast.text.startswith(".", end) and any(one.end == end + 1 for one in cast.within(start, end)):
        end += 1
    for one in cast.within(start - _LONGEST_TITLE, start):
        if start < one.end <= end and one.person >= 0:
            known = one.name.role or fold(one.text.split()[0]) in GIVEN_NAMES
            return one.start if known else start, end
    return start, end
