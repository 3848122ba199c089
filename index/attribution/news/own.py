"""Whose name a mention gives: its own, and not somebody's whom it merely names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.apposition import is_of_many, is_office
from index.attribution.news.beginnings import behind_fields
from index.attribution.news.occurrences import Occurrence, is_acronym, says_who
from index.language.acts import RELATIVES
from index.language.bodies import ORGANISATIONS
from index.language.descriptions import LEGISLATORS, SEATS
from index.language.english import ARTICLES, CONJUNCTIONS
from index.language.mentions import (
    AGENTS,
    BESIDE_OTHERS,
    BODY_WORDS,
    CLOSES_NAME,
    LEADS_TO_OTHERS,
    NEVER_NAMES,
    OF_OTHERS,
    ONE_OF_MANY,
    ONE_PERSON,
)
from index.language.names import GIVEN_NAMES
from index.language.roles import BEHIND_FIELDS, HELD_TOGETHER, HONORIFICS, LEARNED, MINISTRIES, RANKS, ROLE_ACRONYMS
from index.language.transcripts import OFFICE_WORDS
from index.names.parse import fold
from index.names.roles import are_people, is_calling, is_role_word
from index.names.titles import listed_offices

EDGES = " \t\r\n\u00a0,;:.–—-\"“”'‘’()[]*†‡"
_BRACKET = re.compile(r"\s\([^()\n]{1,40}\)|, (?:or )?[A-Z]{2,8}(?=,)")
_HALF = 4  # words of the second half of a body's name
_BETWEEN = 3  # words between a comma, or an article, and a name
_OF_PARTY = re.compile(r", (?:[^\W\d_a-z][\w-]* ){0,3}[^\W\d_a-z][\w-]*['’]s? $")  # ", Labour's Jane Roe"
_FIRST_LT = re.compile(r"\d(?:st|nd|rd) ")  # "1st Lt. Jane Roe"
_OPENS_PLACE = ("st", "saint", "mount", "port")
_OWNS = ("'s ", "’s ")
_AND_KIN = re.compile(rf" and (?:his|her|their) (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(RELATIVES))}),? ")
# "The Institute of Tax, Audit and Law", "the Rowers, Anglers and Divers Union", "Unions including Unite, the GMB and
# Unison": names and lists whose commas end nothing
_PART = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
_BODY = "|".join(sorted(word.title() for word in ORGANISATIONS))
_FIELD = rf"(?!(?:[\w’'-]+ ){{0,3}}(?:{_BODY}),){_PART}"
_OF_SEVERAL = re.compile(
    rf"(?:[Tt]he )?(?:[^\W\d_a-z][\w’'-]* ){{0,3}}(?:{_BODY}) (?:of|for) (?:the )?{_PART}"
    rf"(?:, {_PART}){{1,4}},? and {_PART}"
    rf"|(?:[Tt]he )?{_PART}s(?:, {_PART}s){{1,3}},? and (?:[^\W\d_a-z][\w’'-]* ){{1,3}}(?:{_BODY})(?!\w)"
    rf"|[Tt]he {_FIELD}(?:, {_FIELD}){{1,3}},? and"
    r" (?:[^\W\d_a-z][\w’'-]* ){1,3}(?:Ministry|Department|Directorate)(?!\w)"
)
_SUCH_AS = re.compile(
    r"(?:[Tt]he |[Ss]ome |[Oo]ther )?(?:[A-Za-z][a-z-]* ){0,2}[A-Za-z][a-z]+s (?:including|such as) .* and .*"
)
# "Residents from Holm Park, Tarn, and oKarst": places whose commas end nothing
_PLACE = r"(?:the )?(?:[^\W\d_a-z]|[a-z](?=[A-Z]))[\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
_FROM_PLACES = re.compile(
    rf"(?:[\w-]+ ){{0,3}}?(?P<noun>[A-Za-z]+) (?:from|in|across) {_PLACE}(?:, {_PLACE}){{0,6}},? (?:and|to)"
    rf" (?:as far [a-z]+ as |even |beyond )?{_PLACE}"
)
_OF_REGION = re.compile(
    rf"(?:[\w-]+ ){{0,2}}?(?P<noun>[A-Za-z]+) (?:of|from|in|at|around) {_PLACE}, (?P<region>{_PLACE})"
)
_FIELDS = re.compile(r"[Tt]he (?:[a-z]+, ){1,4}[a-z]+,? and [a-z]+ [a-z]+")
_GENITIVE = re.compile(r"^['’]s?\s*$")
# "lawyer Jane Roe representing", "counsel Jane Roe KC acting for", "Jane Roe aka": behind it stands somebody else
_DOING = re.compile(r"(?: [A-Z]{2,3})? (?:(?!including\b)[a-z]{3,}ing|aka|alias|n[ée]e)\b")
_PAIR = re.compile(r"(?:Local )?[^\W\d_a-z][\w’'-]+ and (?P<second>[^\W\d_a-z][\w’'-]+) (?P<office>[\w-]+)")
_CLAUSE = re.compile(
    r",(?!\d{3}\b)|\s[—–-]+\s|\bwho\b|\bwhose\b|\bwhich\b|\bthat\b|\((?![A-Z][A-Za-z&]{1,9}\)\s\w)|\[|\n"
)


# "President, Rotary Club, ", "Chairman Bar Association, ", up to the name
_OFFICE_AND_BODY = re.compile(
    r"(?:[Tt]he )?(?:[\w-]+ ){0,2}?(?P<office>[\w-]+)(?: of State)?(?P<comma>,?) (?P<body>[^\W\d_a-z][\w.&’'-]*"
    r"(?: (?:(?:of|for|on|and|the) ){0,2}[^\W\d_a-z][\w.&’'-]*){1,7}), "
)


def own_name(text: str, start: int, end: int, names: Sequence[Occurrence]) -> Occurrence | None:
    """The name of a mention `[start, end)` among `names`: its own, not somebody's whom it merely names.

    It closes the mention's head ("former mayor Jane Roe, 61"), or stands right after the head's comma, with nothing but
    its own role before it ("her lawyer, Jane Roe, ", "one critic, union leader Jane Roe of Ohio").
    """
    if (holder := _behind_body(text, start, end, names)) is not None:
        return holder
    placed = _of_places(text[start:end])
    if placed is not None and not (_names_people(placed.group()) or any(one.name.role for one in names)):
        return None
    if _of_place_and_region(text[start:end], names):
        return None
    head = start + len(head_of(text[start:end]))
    if listed_offices(text[start:end]) and (held := [one for one in names if start <= one.start and one.end == head]):
        return held[-1]
    leading: Occurrence | None = None
    for one in names:
        if start <= one.start and one.end <= head:
            before = fold(text[start : one.start]).split()
            rest = fold(_GENITIVE.sub("", text[one.end : head]).strip(EDGES)).split()
            bare = not one.name.given_keys and not one.name.role  # "hosts an Atlanta show" names no person
            lead = before[-2:-1] if before and before[-1] in ARTICLES else before[-1:]
            if len(before) > 2 and (before[-1] in OF_OTHERS or before[-1] in BESIDE_OTHERS):
                lead = before[-2:-1]
            if len(before) > 2 and before[-1] in _OPENS_PLACE:
                lead = before[-2:-1]  # "Member of Parliament for St Jude Western"
            others = bool(lead) and lead[0] in LEADS_TO_OTHERS  # "Peter Lund of the National Retail Board"
            others = others and not (
                one.name.given_keys and _is_led_by_office(one.name.role)
            )  # "Union of Pilots President Jane Roe"
            others = others and not (_holds_both(before, one.name.role) or _is_of_both(before, one))
            others = others or _acts_for(before, one.name.role) or _is_kin_before(before)
            others = others or (leading is not None and _DOING.match(text, leading.end) is not None)
            others = others or (leading is not None and _is_of_group(text, leading, one))
            # "a woman from the village of David's Breed"
            owned = text[one.start - 3 : one.start] in _OWNS and any(word in LEADS_TO_OTHERS for word in before)
            others = others or owned
            others = (
                others
                or (
                    leading is not None
                    and "and" in before
                    and bool(one.name.given_keys)
                    and not _is_of_a_body(before, leading)  # "Norport Fire and Rescue Department director Jane Roe"
                    and not _is_of_a_pair(text[leading.start : one.start] + one.name.role, leading)
                )
            )
            others = others or (leading is not None and _is_kin_of(text, leading, one))
            others = others or (bare and _is_body_of(text[start : one.start], before))
            others = others or (bare and _is_of_channel(before))
            others = others or is_of_many(text[start : one.start], one.name.role)
            party = before[:1] in (["a"], ["an"]) and len(before) <= _BETWEEN and _is_legislator(one)
            seat = party or _is_seat(one)  # "An Old Harbour MLA"
            thing = bare and before[-1:] and before[-1] in ARTICLES  # "the Controller of Works, Mrs. Jane Roe"
            office = seat and before[:1] and before[0] in ARTICLES  # "the outspoken Seaham MP"
            if not rest and not (others or thing or office):
                # "The CEO of Tarn Foods, Jane Roe": the office goes on, and no Foods is one of Tarn
                goes_on = not one.name.given_keys and " of " in one.name.role
                leads = seat or goes_on or _described_by_deed(before)
                behind = _behind_comma(text, head, end, names) if leads else None
                return behind or (None if seat and one.name.given_keys else one)
            doing = bool(one.name.given_keys) and _DOING.match(text, one.end, head) is not None
            if (
                rest
                and (doing or rest[0] in CLOSES_NAME)
                and not _is_first_of_body(one, rest)
                and not thing
                and not any(word in LEADS_TO_OTHERS for word in before)
            ):
                leading = leading or one
    if leading is not None:
        return _holder_of_two(text, leading, head, end, names) or leading
    described = fold(text[start:head]).split()
    head = start + len(text[start:head].rstrip())
    bracket = _BRACKET.match(text, head)  # "the leader of the Popular Party (PP), Jane Roe", "… Party, or PP, Jane Roe"
    if bracket is not None and described:
        behind = next((one for one in names if one.start == bracket.end() + 1), None)
        if behind is not None and behind.name.given_keys and (is_office(text[start:head]) or is_calling(described[-1])):
            return behind  # "Joint Director (Agriculture) Jane Roe", "Executive engineer (bridges) Jane Roe"
        head = bracket.end() if text[bracket.end() : bracket.end() + 1] == "," else head
    if text[head : head + 1] != "," or not described:
        return None
    if (apart := _in_apposition(text, start, head, end, names)) is not None:
        return apart
    if text[start:head].split()[-1][:1].isupper():
        behind = _behind_comma(text, head, end, names)
        # "Lead Member for Education, Cllr Jane Roe"
        what = is_calling(described[0]) or described[0] in BEHIND_FIELDS  # "Supervisor for the Holm Port, Jane Roe"
        titled = behind is not None and (bool(behind.name.role) or what) and {"for", "of"}.intersection(described)
        return behind if titled or is_office(text[start:head]) else None
    for one in names:
        if head < one.start <= end + 2:
            between = fold(text[head + 1 : one.start]).split()
            apart = between[:1] and between[0] in ARTICLES and len(between) > 1  # "his rival, the poet Jane Roe"
            between = between[1:] if apart else between
            plain = len(between) <= 7 and not any(word in LEADS_TO_OTHERS or word in NEVER_NAMES for word in between)
            told = apart and one.name.given_keys
            if plain and (not between or told or says_who(between[-1], text[head + 1 : one.start].split()[-1], one)):
                return one
            return None
    return None


def _holder_of_two(
    text: str, leading: Occurrence, head: int, end: int, names: Sequence[Occurrence]
) -> Occurrence | None:
    """The full name behind the comma of an office of two places, of which a mention's first name is one: "Towy and Usk
    diocese director of education, Jane Roe"."""
    rest = fold(text[leading.end : head]).split()
    if leading.name.given_keys or leading.name.role or rest[:1] != ["and"] or not any(map(is_role_word, rest)):
        return None
    return _behind_comma(text, head, end, names) if text[head : head + 1] == "," else None


def _behind_body(text: str, start: int, end: int, names: Sequence[Occurrence]) -> Occurrence | None:
    """The full name that a mention ends in behind an office and, between commas or before one, the body whose it is:
    "president, Rotary Club, Jane Roe", "Chairman Bar Association, Jane Roe"."""
    found = _OFFICE_AND_BODY.match(text, start, end)
    if found is None or not is_role_word(fold(found["office"])):
        return None
    body = fold(found["body"]).split()
    if body[0] in GIVEN_NAMES or not (found["comma"] or any(word in ORGANISATIONS for word in body)):
        return None
    titles = HONORIFICS | LEGISLATORS | RANKS  # "The Chairman, Senate Committee on Ports, Senator Jane Roe"
    fits = [
        one
        for one in names
        if one.start == found.end() and one.name.given_keys and titles.issuperset(fold(one.name.role).split())
    ]
    alone = fits and (fits[0].end >= end - 1 or text.startswith(" and ", fits[0].end))
    return fits[0] if alone else None


def _in_apposition(text: str, start: int, head: int, end: int, names: Sequence[Occurrence]) -> Occurrence | None:
    """The full name that a mention of one person ends in behind its comma: "a grower from Ba, Jane Roe", "Lund's
    deputy, former opener Tom Roe", "the Bishop of Holt, the Rt Rev Jane Roe", "Justice, Legal and Ports minister Jane
    Roe", "Director of the HPA, the diver Jane Roe"."""
    opening = fold(text[start:head]).split()
    ministry = "of" in opening and not (MINISTRIES | {"minister"}).isdisjoint(
        opening
    )  # "Ministry of Ports, Trade and Labour CEO"
    listed = ministry or all(word in OFFICE_WORDS for word in opening)
    one_of = opening[0] in ONE_PERSON or text[start:head].split()[0].endswith(("'s", "’s"))
    if not (listed or one_of or is_office(text[start:head])):
        return None
    for one in names:
        if one.start > head and abs(one.end - end) <= 1 and one.name.given_keys:  # "Jr."
            between = fold(text[head + 1 : one.start]).split()
            if listed:
                return one if one.name.role or (between and is_role_word(between[-1])) else None
            plain = not any(word in LEADS_TO_OTHERS or word in CONJUNCTIONS for word in between)
            return one if plain and len(between) <= _BETWEEN and "," not in text[head + 1 : one.start] else None
    return None


def _is_of_group(text: str, leading: Occurrence, one: Occurrence) -> bool:
    """Whether a second name is the body that somebody comes from: "Jane Roe of the group Fair Bills"; an office before
    it makes it somebody's: "Save the Quay of Tarn founder Jane Roe"."""
    between = fold(text[leading.end : one.start]).split()
    of = len(between) > 1 and between[0] in ("of", "from", "with", "at")
    return of and bool(leading.name.given_keys) and not one.name.role and not is_role_word(between[-1])


def _is_kin_of(text: str, leading: Occurrence, one: Occurrence) -> bool:
    """Whether a given name behind "and" is that of the first one's relative: "Jane Roe and her brother Graham"."""
    return _AND_KIN.fullmatch(text, leading.end, one.start) is not None


def _is_kin_before(before: Sequence[str]) -> bool:
    """Whether what stands before a name is its bearer's relative: "The wife of the photographer Jane Roe"; not "a
    mother of two, Jane Roe"."""
    kin = next((at for at, word in enumerate(before) if word in RELATIVES), None)
    return kin is not None and before[kin + 1 : kin + 2] == ["of"] and before[kin + 2 : kin + 3] == ["the"]


def _is_body_of(front: str, before: Sequence[str]) -> bool:
    """Whether a single name is that of the body, in small letters before it, which an office is of: "Organiser for the
    union Unison"; not "chairman of the Rowers' Club Roe"."""
    body = front.rstrip().rpartition(" ")[2]
    return body in ORGANISATIONS and not {"of", "for"}.isdisjoint(before) and is_office(front)


def _is_of_channel(before: Sequence[str]) -> bool:
    """Whether a number before a single name is a body's, from which somebody is: "Nila from Channel 9 Karst"."""
    return before[-1:] != [] and before[-1].isdigit() and not {"from", "of", "with", "at"}.isdisjoint(before)


def _acts_for(before: Sequence[str], role: str) -> bool:
    """Whether what stands before an office and a name is somebody who acts for its holder or is close to him: "a
    spokesman for Health Minister Jane Roe"; a colonel behind "a spokesman for the ministry" is the spokesman."""
    agent = next((i for i, word in enumerate(before) if word in AGENTS), None)
    if agent is None or not (role or is_role_word(before[-1])):
        return False
    rest = before[agent + 1 :]
    if rest[:2] == ["close", "to"]:
        rest = rest[1:]
    body = any(word in ORGANISATIONS for word in rest)
    own = body and fold(role).rpartition(" ")[2] in RANKS | HONORIFICS
    return rest[:1] in (["for"], ["to"], ["of"], ["with"]) and not own


def _is_of_a_body(before: Sequence[str], leading: Occurrence) -> bool:
    """Whether the words between "and" and a name are a body's and an office, and what leads is that body's too."""
    behind = before[len(before) - before[::-1].index("and") :]
    known = leading.name.role or set(leading.name.given_keys) & GIVEN_NAMES
    return not known and any(word in ORGANISATIONS for word in behind) and is_role_word(behind[-1])


def _is_first_of_body(one: Occurrence, rest: Sequence[str]) -> bool:
    """Whether a name is the first half of a body's that goes on with "and": "The Royal Courts and Archives Service"."""
    known = one.name.role or set(one.name.given_keys) & GIVEN_NAMES
    return not known and rest[0] == "and" and len(rest) <= _HALF and rest[-1] in ORGANISATIONS and rest[1] != "the"


def _is_of_a_pair(words: str, leading: Occurrence) -> bool:
    """Whether a place of two names leads to an office and a name: "Perth and Kinross councillor Jane Roe"."""
    if leading.name.role or leading.name.given_keys not in ((), ("local",)):
        return False
    place = _PAIR.fullmatch(words.strip())
    return place is not None and fold(place["second"]) not in BODY_WORDS and is_role_word(fold(place["office"]))


def _is_seat(one: Occurrence) -> bool:
    """Whether a name is a member's seat and no name of his: "Seaham MP", "Holt District Woman MP"."""
    last = one.text.rpartition(" ")[2]
    if last == one.text or one.name.role:
        return False
    of_what = any(key in BODY_WORDS | ORGANISATIONS | SEATS for key in one.name.given_keys)  # "Leeds Police Commander"
    return (_is_legislator(one) or is_role_word(fold(last))) and (of_what or not one.name.given_keys)


def _is_legislator(one: Occurrence) -> bool:
    """Whether a name ends in a legislator's short office: "Old Harbour MLA"."""
    last = one.text.rpartition(" ")[2]
    return last != one.text and not one.name.role and is_acronym(last) and fold(last) in LEGISLATORS


def _is_of_both(before: Sequence[str], one: Occurrence) -> bool:
    """Whether a body at a university stands before its professor: "Centre for Reefs at Karst University Professor Jane
    Roe"; not "a friend of Karst University Professor Jane Roe"."""
    role = fold(one.name.role).split()
    learned = len(role) > 1 and role[-1] in LEARNED and any(word in ORGANISATIONS for word in role)
    return learned and before[-1:] == ["at"] and before[0] not in ONE_PERSON and not ORGANISATIONS.isdisjoint(before)


def _holds_both(before: Sequence[str], role: str) -> bool:
    """Whether what stands before "and" is another office of the same person: "founder and CEO Jane Roe"."""
    company = fold(role) in ROLE_ACRONYMS
    return company and before[-1:] == ["and"] and len(before) > 1 and before[-2] in HELD_TOGETHER


def _is_led_by_office(role: str) -> bool:
    """Whether what stands before a name ends in an office ("Pilots President")."""
    words = [word for word in map(fold, role.split()) if word not in LEARNED | HONORIFICS]  # "Opposition MP Professor"
    return len(words) > 1 and is_role_word(words[-1])


def _described_by_deed(words: Sequence[str]) -> bool:
    """Whether words before a name say what somebody else does for or to its bearer: "a pastor supporting Mr."."""
    return len(words) > 2 and words[0] in ONE_OF_MANY and any(word.endswith("ing") for word in words[2:])


def _behind_comma(text: str, head: int, end: int, names: Sequence[Occurrence]) -> Occurrence | None:
    """The full name right behind an office's comma: "a spokeswoman for the port, Jane Roe"."""
    for one in names:
        if one.start > head:
            party = _OF_PARTY.search(text, head, one.start)
            if party is not None:
                return one if party.start() == head and one.name.given_keys else None
            begin = one.start - 4 if _FIRST_LT.fullmatch(text, one.start - 4, one.start) else one.start
            title = text[head + 2 : one.start].split()  # "the Holt commander, chief inspector Jane Roe"
            if title and all(word.islower() and is_role_word(fold(word)) for word in title):
                begin = head + 2
            return one if begin == head + 2 <= end + 2 and one.name.given_keys else None
    return None


def _of_places(mention: str) -> re.Match[str] | None:
    """The beginning of a mention that tells from where people are: "Residents of Holm Park, Tarn and Karst"."""
    found = _FROM_PLACES.match(mention)
    return found if found is not None and are_people(found["noun"]) else None


def _of_place_and_region(mention: str, names: Sequence[Occurrence]) -> bool:
    """Whether a mention tells of several people from a place, and behind the comma where that lies: "residents of Holm,
    St Jude"; not "one of the residents of Holm, Jane Roe"."""
    found = _OF_REGION.fullmatch(mention.strip(EDGES))
    if found is None or not are_people(found["noun"]) or fold(found.group().split()[0]) in ONE_PERSON:
        return False
    region = found["region"]
    titled = any(one.name.role and one.text in region for one in names)
    return fold(region.split()[0]) not in GIVEN_NAMES and not titled


def _names_people(listed: str) -> bool:
    """Whether behind the first of a list a known given name stands."""
    parts = [part.split() for part in re.split(r", | and ", listed)]
    return any(part and fold(part[0]) in GIVEN_NAMES for part in parts[1:])


def head_of(mention: str) -> str:
    """The mention up to its first comma, bracket or relative clause."""
    if _FIELDS.fullmatch(mention):
        return mention  # "the investment, trade and industry minister"
    several = _OF_SEVERAL.match(mention) or _of_places(mention)
    if several is not None and not _names_people(several.group()):
        match = _CLAUSE.search(mention, several.end())
        return mention if match is None else mention[: match.start()]
    if _SUCH_AS.fullmatch(mention):
        return mention
    if (name := listed_offices(mention) or behind_fields(mention, 0, len(mention))) is not None:
        match = _CLAUSE.search(mention, name)
        return mention if match is None else mention[: match.start()]
    match = _CLAUSE.search(mention)
    if match is not None and fold(mention[: match.start()]) in HONORIFICS:
        match = _CLAUSE.search(mention, match.end())  # "Mr, Roe": a slip for "Mr."
    return mention[: match.start()] if match and mention[: match.start()].strip() else mention
