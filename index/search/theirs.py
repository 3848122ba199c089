"""Hits in the words of whom a question asks for by a name or an office that no speaker on record answers to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.language.bodies import BODIES, OF_NO_PLACE, PLACES_BY_INITIALS, SITTING, STATES_AND_PEOPLES
from index.language.descriptions import LEGISLATORS
from index.language.english import LITTLE_WORDS
from index.language.mentions import STYLES
from index.language.roles import (
    ANY_LEADER,
    ANY_OFFICER,
    BEFORE_OFFICES,
    HEADS_OF_POLICE,
    HONORIFICS,
    KIN,
    NOT_OF_OFFICES,
    OF_PLACES,
    OFFICE_FRONTS,
    PLEADERS,
    ROLES,
)
from index.language.transcripts import PARTIES, PRESIDES
from index.model import Hit, Inference, Query
from index.names.kinds import is_name
from index.names.parse import name_strength, parse_name
from index.names.roles import is_calling, is_seat, role_score, role_tokens
from index.query.offices import OF_OFFICES
from index.query.places import stands
from index.search.exact import names_all
from index.search.told_of import (
    is_anothers,
    is_kin_of,
    nearest_behind,
    offices_before,
    pleads,
    pleads_for,
    prosecutes,
    stands_beside,
    tells,
)
from index.speakers.book import SpeakerBook, held_roles

HEAD = 1500  # characters of an article in which its place stands
_TITLE = 300  # characters of an article in which its title and head stand
_HOLDS = 0.5  # from which a role is the one that is asked for; a deputy's is not
_ALIKE = 2  # first letters of given names that may be forms of one
_SHORT = 3  # letters of an acronym that many other words hold
_OWNER = re.compile(r"[\w’'. -]+?[’']s?\s+")  # "Vorn's" campaign manager is not Vorn
_NO_PLACES = (
    OF_OFFICES | BEFORE_OFFICES | NOT_OF_OFFICES | BODIES | PARTIES | HONORIFICS | LITTLE_WORDS | OF_NO_PLACE | STYLES
) - PLACES_BY_INITIALS
_STATES = {*STATES_AND_PEOPLES, *STATES_AND_PEOPLES.values()}
_WORD = re.compile(r"[^\W\d_]+")


def theirs_first(
    book: SpeakerBook, hits: Sequence[Hit], query: Query, texts: Mapping[str, str]
) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Hits that can be in the words of whom a question names before the others, and which of them these are.

    They stand in what names them, and nobody is credited with them, or somebody of that name or office. `texts`: the
    articles', by their ids.
    """
    theirs = [hit for hit in hits if _may_be_of(book, hit, query, texts.get(hit.article.id, "")[:HEAD])]
    theirs = theirs or _of_an_untold_state(book, hits, query, texts)
    holders = {hit.speaker for hit in theirs} & set(query.among)
    theirs = [hit for hit in hits if hit in theirs or hit.speaker in holders]
    surely = {hit.speaker for hit in theirs if names_all(" ".join(_roles(book, hit)), query.placed)}  # "PNP spokesman"
    rest = [hit for hit in hits if hit not in theirs]
    farther = _farther(theirs, query, texts)
    theirs.sort(key=lambda hit: (hit.speaker not in surely, (hit.article.id, hit.speaker) in farther))
    ordered = tuple(replace(hit, rank=rank) for rank, hit in enumerate([*theirs, *rest], start=1))
    return ordered, ordered[: len(theirs)]


def _of_an_untold_state(book: SpeakerBook, hits: Sequence[Hit], query: Query, texts: Mapping[str, str]) -> list[Hit]:
    """Hits of the only one who holds an office with its field ("Ghana's deputy lands minister"), whose articles do not
    say the state: a paper seldom does of its own."""
    fields = all(len(role_tokens(word)) > 1 for word in query.named)
    if not query.placed or not fields or not all(place in _STATES for place in query.placed):
        return []
    anywhere = replace(query, placed=())
    found = [
        hit
        for hit in hits
        if hit.speaker is not None
        and not _elsewhere(query, _roles(book, hit))
        and _may_be_of(book, hit, anywhere, texts.get(hit.article.id, "")[:HEAD])
    ]
    return found if len({hit.speaker for hit in found}) == 1 else []


def _farther(theirs: Sequence[Hit], query: Query, texts: Mapping[str, str]) -> set[tuple[str, str | None]]:
    """Of several in one article who may be whom a question names, those who stand far from what the office is of."""
    several: dict[str, dict[str, None]] = {}
    for hit in theirs if query.placed else ():
        if hit.speaker is not None:
            several.setdefault(hit.article.id, {})[hit.speaker] = None
    found: set[tuple[str, str | None]] = set()
    for article, names in several.items():
        nearest = nearest_behind(query.placed, [*names], texts.get(article, "")) if len(names) > 1 else None
        found |= {(article, name) for name in names if nearest is not None and name != nearest}
    return found


def another_there(
    book: SpeakerBook, hit: Hit, query: Query, head: str, there: Mapping[int, str | None], own: bool
) -> int | None:
    """Who else speaks in the passage of a hit and may be whom a question names: the second of two lawyers. Where the
    hit's `own` speaker may be too, only one whom the text has far nearer to what the office is of.

    `there`: the numbers of those who have statements in the passage, with what each is called there.
    """
    others = {
        book.speakers[number].name: number
        for number, role in there.items()
        if book.speakers[number].name != hit.speaker
        and _may_be_of(book, replace(hit, speaker=book.speakers[number].name, role=role), query, head)
    }
    if not own or hit.speaker is None:
        return next(iter(others.values()), None)
    return others.get(nearest_behind(query.placed, [hit.speaker, *others], hit.text) or "") if others else None


def theirs_alone(query: Query, theirs: Sequence[Hit]) -> Query:
    """A query for all who hold an office, as one for those who hold it where it says: who speak in the hits that are
    in their words."""
    names = tuple(dict.fromkeys(hit.speaker for hit in theirs if hit.speaker in query.among))
    if not names:
        return query
    who = Inference(field="speaker", words=query.called or "", value=" or ".join(names))
    return replace(query, speakers=names, inferences=(who, *query.inferences))


def _may_be_of(book: SpeakerBook, hit: Hit, query: Query, head: str) -> bool:
    told = f"{hit.article.title or ''}\n{hit.text}"
    if hit.speaker is not None and any(_is_another(word, hit.speaker) for word in query.named):
        return False
    outlet = "".join((hit.article.source or "").casefold().split())  # "whitehouse.gov", "The White House"
    if any("".join(word.split()) in outlet for word in query.named if len(word) > _SHORT):
        return True
    roles = _roles(book, hit)
    around = " ".join((told, head, hit.speaker or "", hit.article.source or "", *roles))
    if not _is_there(query.placed, around, roles) or _elsewhere(
        query, (*roles, *offices_before(query.named, hit.speaker, told))
    ):
        return False
    if hit.speaker is None:
        return tells(told, query.named) and not any(is_anothers(one, query.placed, told) for one in query.named)
    return all(_answers_to(word, hit.speaker, roles, f"{head}\n{told}", query.placed) for word in query.named)


def _is_there(placed: Sequence[str], around: str, roles: Sequence[str]) -> bool:
    """Whether a text names a place, or the letters of a body ("AASN president" of the Alberta staff nurses' assoc.);
    where it names no state at all, that of the country that is asked for is its own."""
    missing = [place for place in placed if not stands(place, around)]
    letters = sorted(place[0] for place in placed)
    if len(letters) > _SHORT and any(
        sorted(word.casefold()) == letters for role in roles for word in _WORD.findall(role)
    ):
        return True
    if not missing or not all(place in _STATES for place in missing):
        return not missing
    return not any(word.casefold() in STATES_AND_PEOPLES for word in _WORD.findall(around) if word[0].isupper())


def _elsewhere(query: Query, roles: Sequence[str]) -> bool:
    """Whether somebody holds the office of another place or body than the one that is asked for: the governor of Lorn
    is not Karst's, however often a text speaks of Karst."""
    of: list[bool] = []
    offices = [one for one in query.named if one not in ANY_LEADER]  # "Vorn's campaign boss" is of a body of any name
    asked = {word for name in offices for word in name.split()}
    of_place = "".join(place[0] for place in query.placed)  # "Commander of the BDF"
    for written in roles if query.placed else ():
        # "Lena Vorn’s brother, Mayor"
        role = ", ".join(part for part in written.split(", ") if not role_tokens(part) & KIN) or written
        held = role_tokens(role)
        if any(role_score(role_tokens(word), held) >= _HOLDS for word in offices):
            owner = _OWNER.match(role)
            if owner and is_name(re.sub(r"[’']s?\s*$", "", owner.group())):  # "Velde’s campaign manager" is not Vorn's
                of.append(any(stands(place, owner.group()) for place in query.placed))
                continue
            names = _WORD.findall(role if held & OF_PLACES else _OWNER.sub("", role))  # not "Vorn's" lawyer
            names = [word for word in names if held & role_tokens(word)]  # "Financial" of a CFO is of no place
            opens = any(w.islower() and len(w) > 1 and w not in LITTLE_WORDS for w in names)  # "Coast guard spokesman"
            opens = opens and not names[0].isupper()
            names = [word.casefold() for word in names[opens:] if word[0].isupper()]
            if any(word not in _NO_PLACES | asked for word in names):
                of.append(
                    any(sorted(one) == sorted(of_place) for one in names)
                    or any(stands(place, role) for place in query.placed)
                )
    return bool(of) and not any(of)


def _roles(book: SpeakerBook, hit: Hit) -> list[str]:
    """What the speaker of a hit is called beside the name, in the article and on record."""
    speaker = None if hit.speaker is None else book.get(hit.speaker)
    on_record = (role.title for role in (() if speaker is None else held_roles(speaker)))
    return [role for role in (hit.role, hit.speaker, *on_record) if role]


def _answers_to(word: str, speaker: str, roles: Sequence[str], told: str, placed: Sequence[str]) -> bool:
    """Whether somebody bears a name or holds an office; "Minister", where "the transport minister" stands beside it,
    is the transport minister."""
    *field, last = word.split()
    if last not in ROLES | KIN | PLEADERS and not is_calling(last):
        return names_all(" ".join((speaker, *(_OWNER.sub("", role) for role in roles))), (last,))
    if last == "judge" and speaker.casefold().removeprefix("the ") == "court":
        return True  # as transcripts of trials call whoever sits
    if last in PLEADERS and not field:
        clients = pleads_for(speaker, told) if placed else []
        another = clients and not any(stands(place, client) for place in placed for client in clients)
        return pleads(speaker, roles, told) and not another
    if last == "prosecutor" and not field and prosecutes(speaker, told):
        return True
    seats = [role for role in roles if is_seat(role)]
    if last in LEGISLATORS and seats and placed:  # "the MP for Karst" of a "Karst, Lib."
        return any(stands(place, seat) for seat in seats for place in placed)
    if any(role_score(role_tokens(word), role_tokens(role)) >= _HOLDS for role in roles):
        return True
    if stands_beside(word, speaker, told) or is_kin_of(last, placed, speaker, told):
        return True
    if last in ANY_OFFICER and placed and any(all(stands(place, role) for place in placed) for role in roles):
        return True  # "the Karst Mills manager" of a "senior vice president at Karst Mills"
    if field == ["police"] and last in ANY_LEADER:
        return any(role_tokens(role) & HEADS_OF_POLICE for role in roles)
    if not field or not any(role_score(role_tokens(last), role_tokens(role)) >= _HOLDS for role in roles):
        return False
    if len(role_tokens(word)) == 1:  # a prime minister is no minister of a field
        return False
    plain = " ".join(told.split()).casefold()
    bodies = BODIES | OFFICE_FRONTS
    # Who presides is that of the body that sits, wherever the text speaks of it: "the council speaker".
    sits = SITTING if last in PRESIDES else frozenset[str]()
    top = told[:_TITLE]
    field = [one for one in field if not ((one in sits and _has(one, told)) or (one in bodies and _has(one, top)))]
    of, before = rf"\b{last} (?:of|for) (?:[\w’',-]+ ){{0,5}}?", rf"(?: [\w’'-]+){{0,2}}? {last}\b"
    return all(re.search(rf"{of}{re.escape(one)}\b|\b{re.escape(one)}{before}", plain) for one in field)


def _has(word: str, text: str) -> bool:
    return re.search(rf"(?i)\b{re.escape(word)}\b", text) is not None


def _is_another(named: str, speaker: str) -> bool:
    """Whether a speaker has the surname of somebody who is named, and another given name."""
    one, other = parse_name(named.title()), parse_name(speaker)
    if not (one.given_keys and other.given_keys) or one.surname_key != other.surname_key:
        return False
    alike = one.given_keys[0][:_ALIKE] == other.given_keys[0][:_ALIKE]  # "Jeff", "Jeffery"
    alike = alike or not {*one.given_keys}.isdisjoint(other.given_keys)  # "Nana Abena Vorn", "Abena Vorn"
    return not alike and not name_strength(one, other)
