"""Source mentions -> one name per speaker: surnames to full names, roles and pronouns to the person they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.attribution.news.claims import is_claim
from index.attribution.news.coreference.antecedents import antecedent, described_before, sender_of, within_words
from index.attribution.news.coreference.as_named import (
    body_as_written,
    body_in_full,
    company_of_name,
    is_proper_body,
    whole_name,
    without_owner,
)
from index.attribution.news.coreference.asked import Asked, answered, answers, asked_by, asker_of
from index.attribution.news.coreference.beside_words import goes_on, leads_to, signed_by, subject_of_words
from index.attribution.news.coreference.bodies import body_of
from index.attribution.news.coreference.described import parse_description
from index.attribution.news.coreference.descriptions import Describer
from index.attribution.news.coreference.itself import it_by_words, they_before, they_by_words
from index.attribution.news.coreference.joint import bodies_that_join, pair_before, people_who_join
from index.attribution.news.coreference.named_beside import body_after, named_after
from index.attribution.news.coreference.pronouns import Heard, last_paragraph, most_salient, paragraphs_between
from index.attribution.news.coreference.roles import Roles, find_roles
from index.attribution.news.coreference.same_words import called_elsewhere
from index.attribution.news.coreference.self_named import self_named
from index.attribution.news.coreference.shouted import word_of
from index.attribution.news.coreference.source import NOBODY, UNNAMED, Source, is_plural
from index.attribution.news.coreference.strangers import lone_somebody, stranger
from index.attribution.news.dialogues import find_dialogue
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast, with_occurrences
from index.attribution.news.occurrences import is_acronym
from index.attribution.news.own import EDGES, head_of, own_name
from index.language.acts import DOCUMENTS, RELATIVES, UNSIGNED
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.descriptions import BEFALLEN, UNSAID_HEADS
from index.language.english import GENDER_OF_PRONOUN, RELATIVE, SUBJECTS, Gender
from index.language.mentions import BODY_WORDS, OTHER_PRONOUNS
from index.language.names import GIVEN_NAMES
from index.language.roles import ANY_LEADER, US_OFFICES
from index.model import Span
from index.names.parse import fold, parse_name
from index.names.roles import is_role_word

# Probability of a person under which a pronoun stays as it is written: rather nobody than somebody else.
LEAST_LIKELY = 0.4
_ASKED_BY = re.compile(r"\b(?:asked|pressed|questioned|quizzed|challenged|prompted)(?: \w+)? by $", re.IGNORECASE)
_QUESTIONED = re.compile(
    r"(?:\b(?:was|were|is|are|been|being|[Ww]hen|[Ii]f|[Oo]nce)\s(?:\w+\s)?asked"
    r"|(?:^|(?<=[.!?”\"]\s)|(?<=\n))Asked)\b[^.\n]{0,30}$"
)
_BY = re.compile(r"\bby\s$")
_BARE_OFFICE = re.compile(r"(?:[^\W\d_a-z][\w-]* ){1,3}[a-z]+")
_AFTER_MENTION = 60  # characters behind a mention that may tell that several speak together
_DOCUMENT = re.compile(
    rf"[^\n,;:]{{2,60}}?(?P<of>['’]s?)\s(?:[\w.,’'-]+\s){{0,4}}?(?:{'|'.join(sorted(DOCUMENTS))})"
    r"(?:\s(?:of|to|on|in|from|for)\s.*)?$"
)
_SENT_BY = re.compile(
    rf"(?:[\w’'-]+\s){{1,4}}(?:{'|'.join(sorted(DOCUMENTS))})\s(?:to\s(?:[\w’'-]+\s){{1,4}})?(?:from|by)\s"
)
_UNNAMED = re.compile(
    r",? who (?:asked not|asked for|declined to be|requested|did not want|spoke on|spoke under|wished|refused to be)"
)
_DOCUMENT_BEFORE = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<what>(?:The|An?)\s(?:[a-z-]+\s){{0,2}}"
    rf"(?:{'|'.join(sorted(DOCUMENTS | UNSIGNED))}))"
    r"\s[^.!?\n]*[.!?]\s$"
)
_LONGEST_MENTION = 160  # characters
_LEADING = re.compile(r"(?:But|And|Yet|So|Still|Then|Now)\s(?=[a-z])")


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for a whole article: its people, their roles, and what is content of statements."""

    cast: Cast
    roles: Roles
    describer: Describer
    contents: tuple[Span, ...]


def resolve(cast: Cast, drafts: Sequence[Draft]) -> list[Source]:
    """The source of every draft, in order. Pronouns go to the most salient person that fits."""
    roles = find_roles(cast, sorted({draft.mention for draft in drafts if draft.mention is not None}))
    contents = tuple(span for draft in drafts for span in draft.spans)
    known = _Known(cast, roles, Describer(cast, roles, contents), contents)
    dialogue = find_dialogue(cast)
    out: list[Source] = []
    seen: dict[Span, Source] = {}
    heard: list[Heard] = []
    unnamed: list[tuple[int, Source]] = []  # bodies, groups and people without a name, by the place of the mention
    asked: Asked | None = None
    for draft in drafts:
        said = dialogue.at(draft.start)
        if said is not None and _says_it(cast, draft, said[1]):
            out.append(_as_source(cast, roles, said[0], 0.9))
            heard.append(Heard(draft.start, said[0]))
            continue
        if draft.mention is None or _is_asked(cast, draft):
            out.append(NOBODY if draft.mention is None else replace(NOBODY, certainty=1.0))
            continue
        source = seen.get(draft.mention)
        if source is None:
            replier = answers(cast, draft, asked)
            asker = asker_of(cast, draft, asked)
            who = answered(cast, draft, asked)
            meant = draft if who is None else replace(draft, mention=who)
            source = _resolve_one(known, meant, heard, unnamed, asker) if replier is None else _person(known, replier)
            source = joined(cast, draft, source)
            seen[draft.mention] = source
        out.append(source)
        asked = asked_by(cast, draft, source.person) or (asked if draft.mention[0] <= draft.start else None)
        if _asks(cast, draft) or is_claim(cast.text, draft.cue) or within_words(cast, draft, contents):
            continue
        heard.append(Heard(draft.mention[0], source.person))
        if source.person < 0 and source.name:
            unnamed.append((draft.mention[0], source))
    return out


def _person(known: _Known, person: int) -> Source:
    return _as_source(known.cast, known.roles, person, 0.8)


def joined(cast: Cast, draft: Draft, source: Source) -> Source:
    """The source with all others who say it with them."""
    if draft.mention is None:
        return source
    start, end = draft.mention
    if source.person >= 0:
        people = people_who_join(cast, start, end, source.person)
        return replace(source, others=source.others or tuple(cast.people[one].name for one in people))
    bodies = bodies_that_join(cast.text[start:end].strip(EDGES), cast.text[end : end + _AFTER_MENTION])
    return replace(source, name=bodies[0], others=bodies[1:], resolved=True) if bodies else source


def _says_it(cast: Cast, draft: Draft, start: int) -> bool:
    """Whether words in a marked paragraph are the marked speaker's: no other source is named beside them."""
    if draft.mention is None or draft.mention[0] < start:
        return True
    word = fold(cast.text[slice(*draft.mention)].strip(EDGES))
    return word in GENDER_OF_PRONOUN or word in OTHER_PRONOUNS


def _is_asked(cast: Cast, draft: Draft) -> bool:
    """Whether a source is the one asked: "Roe was asked why", "Asked why, Roe ..."; who asks is not named."""
    if draft.cue is None or draft.mention is None or draft.mention[0] > draft.cue[1] + 4 > draft.mention[1]:
        return False
    if "said" in cast.text[slice(*draft.cue)]:
        return False
    if not _QUESTIONED.search(cast.text, max(0, draft.cue[0] - 16), draft.cue[1]):
        return False
    return not _BY.search(cast.text, max(0, draft.mention[0] - 4), draft.mention[0])


def _asks(cast: Cast, draft: Draft) -> bool:
    """Whether a source merely asks somebody else ("Roe was asked by a caller why"): who answers is the other."""
    place = (draft.mention or (draft.start, draft.end))[0]
    return bool(_ASKED_BY.search(cast.text, max(0, place - 40), place))


def _resolve_one(
    known: _Known, draft: Draft, heard: Sequence[Heard], unnamed: Sequence[tuple[int, Source]], asker: int = -1
) -> Source:
    cast, roles = known.cast, known.roles
    start, end = draft.mention or (0, 0)
    if leading := _LEADING.match(cast.text, start, end):
        start = leading.end()
    written = cast.text[start:end].strip(EDGES)
    word = word_of(cast.text, start, written)
    as_written = Source(written or None, resolved=False, certainty=0.3)
    if word in GENDER_OF_PRONOUN:
        meant = _pronoun(known, draft, GENDER_OF_PRONOUN[word], heard, asker)
        if (signed := signed_by(cast, start, GENDER_OF_PRONOUN[word])) is not None and meant is not None:
            return _as_source(cast, roles, signed, 0.8)
        subjects = known.describer.subjects(last_paragraph(cast.text, start), start, known.contents, heard)
        other = stranger(cast, draft, heard, unnamed, known.contents, subjects)
        last = fold((other.name if other is not None else None) or "").rpartition(" ")[2]
        office = other is not None and fold(other.name or "").startswith("the ") and last not in RELATIVES
        spoke = bool(unnamed and heard) and unnamed[-1][0] == heard[-1].place
        if other is not None and spoke and last in BEFALLEN:
            return other  # "The man says … He further told"
        if other is not None and not (office and meant is not None and meant.role is None):
            return other  # "the Taoiseach … He" is no minister who was named before
        if other is not None and meant is not None and _is_named_later(cast, meant, other, unnamed):
            return other  # "The spokesman said that Roe was ill. He added": nobody had named Roe
        return meant or lone_somebody(cast, start) or as_written
    if word in RELATIVE or word.startswith("who "):
        if word in ("which", "that") and (sender := sender_of(cast, start)) is not None:
            return _resolve_one(known, replace(draft, mention=sender), heard, unnamed, asker)
        one = antecedent(cast, start)
        relative = _as_source(cast, roles, one) if one is not None else described_before(cast, start)
        return named(cast, roles, start, end) or relative
    if word in ("they", "their", "it", "its"):
        plural = word.startswith("th")
        thing = they_by_words(cast, start) if plural else it_by_words(cast, roles, start, heard, unnamed)
        if thing is not None:
            return thing
        if plural and (pair := pair_before(cast, start, heard)) is not None:
            return replace(_as_source(cast, roles, pair[0], 0.8), others=(cast.people[pair[1]].name,))
        if word == "they" and (group := they_before(cast, start, heard)) is not None:
            return group
        fits = [source for place, source in unnamed if place < start]
        fits = [source for source in fits if (is_plural if plural else is_proper_body)(source)]
        if not plural and (bare := _bare_name(known, start, heard)) is not None:
            return bare
        if not plural and (document := _DOCUMENT_BEFORE.search(cast.text, max(0, start - _LONGEST_MENTION), start)):
            return Source(document["what"], certainty=0.6)  # "The report covers five years. It says"
        alone = _one_of_unknown_gender(known, start, heard) if plural and not fits else None
        return replace(fits[-1], certainty=0.5) if fits else alone or as_written
    if word in ("i", "my", "me", "we", "our", "us"):
        signed = _signature(cast)
        return _as_source(cast, roles, signed, 0.8) if signed is not None else UNNAMED
    if word in OTHER_PRONOUNS:
        return as_written if word in SUBJECTS else UNNAMED
    return (
        company_of_name(cast, written, start)
        or named(cast, roles, start, end, draft.spans)
        or _by_surname(known, written)
        or _writer(cast, roles, start, end)
        or _described(known, draft, written, heard, unnamed)
        or _titled(known, written)
        or body_in_full(cast, written)
        or body_as_written(without_owner(cast, start, end))
    )


def _is_named_later(cast: Cast, meant: Source, other: Source, unnamed: Sequence[tuple[int, Source]]) -> bool:
    """Whether the article names a person for the first time behind the one without a name who spoke: she is no other
    word for that one."""
    at = next((place for place, source in reversed(unnamed) if source.name == other.name), None)
    return at is not None and not any(
        one.person >= 0 and cast.people[one.person].name == meant.name for one in cast.within(0, at)
    )


def _titled(known: _Known, written: str) -> Source | None:
    """Who is written with an office before the full name where the cast has no such name: of two lines that stuck
    together, "MoscowSenator Jane Roe"."""
    parsed = parse_name(written)
    titled = fold(parsed.role) in US_OFFICES and " " not in parsed.role
    plain = titled and parsed.given_keys and parsed.surname_key not in ORGANISATIONS | BODY_WORDS
    borne = [at for at, one in enumerate(known.cast.people) if one.name == parsed.full]
    if plain and borne:
        return _as_source(known.cast, known.roles, borne[0], 0.8)
    return Source(parsed.full, parsed.role, certainty=0.8) if plain else None


def _last_speaker(known: _Known, place: int, heard: Sequence[Heard]) -> Heard | None:
    """Who spoke last before a place, in its paragraph or the one before; None where that is nobody of the cast."""
    spoken = [one for one in heard if one.place < place]
    last = spoken[-1] if spoken and spoken[-1].person >= 0 else None
    return last if last is not None and paragraphs_between(known.cast.text, last.place, place) <= 1 else None


def _bare_name(known: _Known, place: int, heard: Sequence[Heard]) -> Source | None:
    """Who spoke last, for an "it", under a single word that nothing tells to be a person: "Ford said … It called"."""
    last = _last_speaker(known, place, heard)
    if last is None:
        return None
    person = known.cast.people[last.person]
    unknown = not person.parsed.given_keys and person.gender is None and known.roles.of(last.person) is None
    return _as_source(known.cast, known.roles, last.person, 0.6) if unknown else None


def _one_of_unknown_gender(known: _Known, place: int, heard: Sequence[Heard]) -> Source | None:
    """Who spoke last, for a "they" of one person: somebody of unknown gender, nobody else named since."""
    last = _last_speaker(known, place, heard)
    if last is None:
        return None
    person = known.cast.people[last.person]
    if person.gender is not None or not person.parsed.given_keys:
        return None
    others = {one.person for one in known.cast.within(last.place, place) if not one.quoted} - {last.person, -1}
    return None if others else _as_source(known.cast, known.roles, last.person, 0.6)


def _by_surname(known: _Known, written: str) -> Source | None:
    """The one person of the article whose surname a single word is that looks like a people's or a thing's: "English"
    of a Bill English; or whose given names the words are: "Razali" of a Razali Zakaria."""
    if not written[:1].isupper() or fold(written) in PLACES or is_acronym(written):
        return None
    keys = tuple(fold(written).split())
    called = [n for n, person in enumerate(known.cast.people) if person.parsed.given_keys == keys]
    if len(called) == 1 and not GIVEN_NAMES.intersection(keys) and not any(map(is_role_word, keys)):
        return _as_source(known.cast, known.roles, called[0], 0.8)
    if " " in written:
        return None
    fits = [
        number
        for number, person in enumerate(known.cast.people)
        if person.parsed.given_keys and person.parsed.surname_key == fold(written)
    ]
    return _as_source(known.cast, known.roles, fits[0], 0.8) if len(fits) == 1 else None


def _writer(cast: Cast, roles: Roles, start: int, end: int) -> Source | None:
    """Whose tweet, letter or statement it is: "Roe's Oct. 7 tweet said", "an email to staff from Jane Roe"."""
    sent = _SENT_BY.match(cast.text, start, end)
    if sent is not None:
        senders = [one for one in cast.within(sent.end(), end) if one.person >= 0]
        return _as_source(cast, roles, senders[0].person, 0.8) if senders else None
    found = _DOCUMENT.match(cast.text, start, end)
    if found is None:
        return None
    names = [one for one in cast.within(start, end) if one.end == found.start("of") and one.person >= 0]
    return _as_source(cast, roles, names[0].person, 0.8) if names else None


def _described(
    known: _Known, draft: Draft, written: str, heard: Sequence[Heard], unnamed: Sequence[tuple[int, Source]]
) -> Source | None:
    """The person or body that a description clearly stands for."""
    place = (draft.mention or (draft.start, draft.end))[0]
    head = head_of(written).strip(EDGES)
    at = known.cast.text.find(head, place, place + _LONGEST_MENTION)
    if at >= 0 and head and (own := self_named(known.cast, at + len(head))) is not None:
        return own[0] if own[1] < 0 else _as_source(known.cast, known.roles, own[1], 0.9)
    mention = draft.mention or (0, 0)
    if known.roles.lead is not None and known.roles.lead[0] == mention:
        return _as_source(known.cast, known.roles, known.roles.lead[1], 0.8)
    if (beside := named_after(known.cast, mention, head)) is not None:
        person = beside.person >= 0
        return _as_source(known.cast, known.roles, beside.person, 0.9) if person else Source(beside.name.full)
    if (named_body := body_after(known.cast, mention)) is not None:
        return Source(named_body, certainty=0.8)
    if _UNNAMED.match(known.cast.text, (draft.mention or (0, 0))[0] + len(head)):
        return None  # "the ministry official, who asked not to be named"
    found = known.describer.person(head, place, draft.spans, heard)
    if found is None and _BARE_OFFICE.fullmatch(head) and is_role_word(head.rpartition(" ")[2]):
        found = known.describer.person(f"the {head}", place, draft.spans, heard)  # "While in Karst, HRL leader said"
        held = set(fold(" ".join(known.roles.by_person.get(found[0], ()))).split()) if found is not None else set[str]()
        found = found if held.issuperset(fold(head).split()) else None
    if found is not None:
        return _as_source(known.cast, known.roles, *found)
    if (elsewhere := called_elsewhere(known.cast, head, place, known.roles.by_person)) is not None:
        return _as_source(known.cast, known.roles, elsewhere, 0.7)
    parsed = parse_description(head)
    holder = known.roles.holder(head) if parsed is None or parsed.head in ANY_LEADER else None
    any_of_them = fold(head.rpartition(" ")[2]) in UNSAID_HEADS  # "the witness" is none who is called so later
    if holder is not None and not (any_of_them and all(one.person != holder for one in known.cast.within(0, place))):
        return _as_source(known.cast, known.roles, holder, certainty=0.7)
    bodies = [(at, source.name) for at, source in unnamed if source.name and is_proper_body(source)]
    return Source(body, certainty=0.7) if (body := body_of(known.cast.text, head, place, bodies)) else None


def _signature(cast: Cast) -> int | None:
    """Who signs a letter: the one person whose full name is a line of its own among the last three."""
    lines = cast.text.rstrip().rsplit("\n", 6)
    tail = [line.strip(EDGES) for line in lines[1:] if line.strip()][-3:]
    names = {fold(person.name): number for number, person in enumerate(cast.people) if person.parsed.given_keys}
    signed = {names[fold(line)] for line in tail if len(line) < 60 and fold(line) in names}
    return signed.pop() if len(signed) == 1 else None


def named(cast: Cast, roles: Roles, start: int, end: int, content: Sequence[Span] = ()) -> Source | None:
    """The person that a mention names, None when it names nobody (a body, a group, an unnamed source).

    Who opens what is said is not who says it: "According to her lawyer, Jane Roe was at home".
    """
    start, end = whole_name(cast, start, end)
    behind = [one for one in cast.within(end, end + 3) if any(a <= one.start < b for a, b in content)]
    names = [one for one in cast.within(start, end + 3) if one not in behind]
    one = own_name(cast.text, start, end, names)
    if one is None:
        return None
    if one.person >= 0:
        return _as_source(cast, roles, one.person)
    apart = one.start > start + len(head_of(cast.text[start:end]))
    return Source(one.name.full, certainty=0.6) if apart else None  # "her husband, Ben"


def _as_source(cast: Cast, roles: Roles, person: int, certainty: float = 1.0) -> Source:
    return Source(cast.people[person].name, roles.of(person), person, certainty=certainty)


def _pronoun(
    known: _Known, draft: Draft, gender: Gender | None, heard: Sequence[Heard], asker: int = -1
) -> Source | None:
    cast = known.cast
    place = (draft.mention or (draft.start, draft.end))[0]
    if (leads := leads_to(cast, draft, gender)) is not None:
        return _as_source(cast, known.roles, leads, 0.9)
    if (adds := goes_on(cast, draft, gender, heard)) is not None:
        return _as_source(cast, known.roles, adds, 0.9)
    begin = last_paragraph(cast.text, place)
    subjects = known.describer.subjects(begin, place, known.contents, heard)
    best = most_salient(with_occurrences(cast, subjects), place, draft.spans, gender, heard, asker)
    if best is None and (subject := subject_of_words(cast, draft, gender)) is not None:
        return _as_source(cast, known.roles, subject, 0.7)
    if best is None or best[1] < LEAST_LIKELY:
        return None
    return _as_source(cast, known.roles, *best)
