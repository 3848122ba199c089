"""Where a name begins in a run of capitals: behind the field, the body, the place of an office, or what befell its
bearer."""

from __future__ import annotations

import re

from index.language.bodies import BODY_NOUNS, ORGANISATIONS, PARTY_OPENERS
from index.language.descriptions import COMPATRIOTS, ENVOYS, LEGISLATORS, SEATS
from index.language.mentions import BODY_WORDS
from index.language.names import GIVEN_NAMES
from index.language.roles import TITLES
from index.language.transcripts import OFFICE_WORDS
from index.names.parse import fold
from index.names.roles import is_person_noun, is_role_word

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’‑-](?=[^\W\d_]))*")
# What befell somebody, before the name: "Wounded Roe told the paper"
_STATE = re.compile(
    r"(?:Wounded|Injured|Arrested|Detained|Jailed|Convicted|Suspended|Ousted|Embattled|Grieving|Bereaved|Slain) "
    r"(?=[^\W\d_a-z])"
)
# "DO II Roe", "ADO III Jane Roe": a grade before the name
_GRADE = re.compile(r"(?:[A-Z]{2,4} )?(?:II|III|IV) (?=[^\W\d_a-z][^\W\d_A-Z])")
# "councillor for Tarn/", up to the second of its places, before the name
_OF_TWO_PLACES = re.compile(
    r"\b(?P<word>[\w-]+) (?:of|for|in) (?:the )?(?:[^\W\d_a-z][\w’'-]* ){0,2}[^\W\d_a-z][\w’'-]*/$"
)
_BODY_OF = re.compile(r"\b([A-Z]\w+) (?:of|for) (?:the )?$")
_OFFICE_FOR = re.compile(r"(?:^|[\s“\"])([a-z-]+) (?:of|for|on) $")
_FIELD_OF = re.compile(
    rf"(?:(?i:{'|'.join(sorted(OFFICE_WORDS))})\s(?:(?:and|&)\s)?)+(?=[^\W\d_a-z][\w’'-]+\s[^\W\d_a-z])"
)
# "commissioner in Trinidad and", "leader of", up to the capital that follows
_OFFICE_IN = re.compile(
    r"\b(?P<word>[\w-]+) (?P<of>of|in|for|from|at|to|concerning) (?:the )?(?P<pair>[^\W\d_a-z][\w’'-]+ and )?$"
)
# "officer in the water unit of", up to the body that follows
_OFFICE_IN_PART = re.compile(
    r"\b(?P<word>[\w-]+) (?:of|in|at|for|with) (?:the )?(?:[a-z’'-]+ ){1,4}(?:of|in|at|for) (?:the )?$"
)
# "Minister for Women, Children and Hunger Relief Jane Roe": the fields of an office, with the name behind the last one
_CAPITAL = r"[^\W\d_a-z][\w’'-]*+"
_LISTED_FIELDS = re.compile(
    rf"\b(?P<office>[\w-]++)(?: of State)? (?:of|for) (?P<fields>(?:the )?{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
    rf"(?:, {_CAPITAL}(?: {_CAPITAL}){{0,3}}){{1,5}}),? and (?P<last>{_CAPITAL}(?: {_CAPITAL}){{2,6}})"
)
_LONGEST_LIST = 120  # characters
_AGED = ("-year-old ", "-yr-old ")
_AGED_COMPATRIOT = re.compile(rf"(?i:{'|'.join(sorted(COMPATRIOTS))}) (?=[^\W\d_a-z])")  # "57-year-old Australian Roe"
_INITIALS = re.compile(r"[A-Z]{2,6}")
_WITH_PLACE = 3  # words of a place and a name
_TWO, _LONGEST_NAME = 2, 4  # words of a name
_LONGEST_PART = 80  # characters of an office in a part of a body
_LONGEST_BODY = 40  # characters


def past_body(text: str, start: int, end: int) -> int:
    """Where a name begins behind the rest of a body's name: "secretary of the College of Nursing Jane Roe"; or behind
    the field of an office: "party spokesperson for Health Jane Roe"."""
    aged = _AGED_COMPATRIOT.match(text, start, end) if text.endswith(_AGED, 0, start) else None
    if (state := _STATE.match(text, start, end) or _GRADE.match(text, start, end) or aged) is not None:
        start = state.end()
    halves = _OF_TWO_PLACES.search(text, max(0, start - _LONGEST_PART), start)
    parts = list(TOKEN.finditer(text, start, end)) if halves is not None and is_role_word(fold(halves["word"])) else []
    if len(parts) >= _WITH_PLACE:
        return parts[1].start()
    if (listed := behind_fields(text, max(0, start - _LONGEST_LIST), end)) is not None and start < listed:
        return listed
    field = _FIELD_OF.match(text, start, end)
    if field is not None and (office := _OFFICE_FOR.search(text, max(0, start - _LONGEST_BODY), start)) is not None:
        return field.end() if is_role_word(fold(office[1])) else start
    placed = _OFFICE_IN.search(text, max(0, start - _LONGEST_BODY), start)
    if placed is not None and (place := _past_place(text, start, end, placed)) is not None:
        return place
    part = _OFFICE_IN_PART.search(text, max(0, start - _LONGEST_PART), start)
    if part is not None and is_role_word(fold(part["word"])) and (behind := _behind_body(text, start, end)) is not None:
        return behind
    body = _BODY_OF.search(text, max(0, start - _LONGEST_BODY), start)
    if body is None or fold(body[1]) not in BODY_WORDS:
        return start
    words = list(TOKEN.finditer(text, start, end))
    known = next((at for at, word in enumerate(words) if fold(word.group()) in GIVEN_NAMES), None)
    if known is None:  # an unusual given name, if the article has the name without the body too
        often = text.count(text[start:end])
        places = range(1, len(words) - 1)
        known = next((at for at in places if text.count(text[words[at].start() : end]) > often), 0)
    return words[known].start() if 0 < known < len(words) - 1 else start


def _behind_body(text: str, start: int, end: int) -> int | None:
    """Where the two to four words begin that follow the last word for a body in a run of capitals: "Jane Roe" of
    "Karst County Council Jane Roe"; None where another number does, or the body's name goes on ("Council Housing
    Services")."""
    words = list(TOKEN.finditer(text, start, end))
    keys = [fold(word.group()) for word in words]
    last = next((at for at in reversed(range(1, len(keys))) if keys[at] in BODY_WORDS | ORGANISATIONS), None)
    rest = keys[last + 1 :] if last is not None else []
    goes_on = any(key in OFFICE_WORDS or key in BODY_NOUNS or is_role_word(key) for key in rest)
    return words[-len(rest)].start() if _TWO <= len(rest) <= _LONGEST_NAME and not goes_on else None


def behind_fields(text: str, start: int, end: int) -> int | None:
    """Where the name begins behind a list of fields that an office between `start` and `end` is of, at the known given
    name of the words behind "and", else at the last two: "Secretary of Housing, Ports and Land Use Jane Roe".

    None where people may be listed ("the Minister for Ports, Jane Roe and Tom Lund").
    """
    for found in _LISTED_FIELDS.finditer(text, start, end):
        words = list(TOKEN.finditer(text, *found.span("last")))
        keys = [fold(word.group()) for word in words]
        fields = [fold(part).split() for part in found["fields"].split(", ")]
        several = all(len(part) == 1 or not OFFICE_WORDS.isdisjoint(part) for part in fields[1:])
        several = several and not any(part[0] in GIVEN_NAMES for part in fields) and keys[0] not in GIVEN_NAMES
        body = keys[-1] in ORGANISATIONS or keys[-1] in BODY_WORDS  # "executive of Tarn, Holt and Usk Hospitals Trust"
        if several and not body and is_role_word(fold(found["office"])) and not any(map(is_role_word, keys)):
            known = next((at for at, key in enumerate(keys[:-1]) if key in GIVEN_NAMES), len(keys) - 2)
            return words[known].start()
    return None


def _past_place(text: str, start: int, end: int, office: re.Match[str]) -> int | None:
    """Where a name begins behind the place or the party of its office, without a comma between: "deputy leader of Sinn
    Fein Jane Roe", "commissioner in Trinidad and Tobago Jane Roe"; None where nothing tells."""
    word = fold(office["word"])
    if not (is_person_noun(word) or word in ORGANISATIONS or word in OFFICE_WORDS or word in TITLES):
        return None
    parts = list(TOKEN.finditer(text, start, end))
    keys = [fold(part.group()) for part in parts]
    if len(keys) < _WITH_PLACE or keys[0] in GIVEN_NAMES:
        return None
    if _INITIALS.fullmatch(parts[0].group()) and is_role_word(word) and office["of"] == "of":
        return parts[1].start()  # "organising secretary of HRL Jane Roe"
    known = next((at for at, key in enumerate(keys[:-1]) if key in GIVEN_NAMES), None)
    if any(is_role_word(key) for key in keys[:known]):
        return None  # "spokesman for Premier Jane Roe"
    if keys[0] in PARTY_OPENERS and len(keys) > _WITH_PLACE:
        return parts[2].start()
    if known is not None:
        return parts[known].start()
    seat_word = next((at for at, key in enumerate(keys[:-2]) if key in SEATS), None)
    if seat_word is not None:
        return parts[seat_word + 1].start()
    if (behind := _behind_body(text, start, end)) is not None:
        return behind  # "lecturer at Karst University Jane Roe"
    seat = word in LEGISLATORS and office["of"] in ("for", "from")  # "MP for Karst Jane Roe"
    seat = seat or (word in ENVOYS and office["of"] == "to")  # "ambassador to Norvania Jane Roe"
    # "co-founder of Tarnwise Jane Roe" of an article that has Tarnwise alone
    body = office["of"] in ("of", "for", "at") and is_role_word(word) and len(keys) == _WITH_PLACE
    body = body and re.search(rf"\b{re.escape(parts[0].group())}\b(?! [^\W\d_a-z])", text) is not None
    return parts[1].start() if (office["pair"] or seat or body) and len(keys) == _WITH_PLACE else None
