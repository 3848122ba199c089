"""Slips of the keyboard in the words that ask: "waht did Vorn say abuot wheat"."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.language.acts import RELATIVES
from index.language.asking import KIND_OF, MANNER, OFTEN_ASKED, OPINIONS, SHORT_IS, STATES
from index.language.bodies import STATES_AND_PEOPLES
from index.language.english import LITTLE_WORDS
from index.language.following import SIDING
from index.language.names import GENERATIONS, PARTICLES
from index.language.roles import KIN, ROLES
from index.language.spelling import distance, spellings
from index.language.verbs import base_form, is_doing, is_telling
from index.names.roles import is_calling
from index.query.lexicon import Lexicon
from index.query.people import AS_WRITTEN, FindSpeaker
from index.query.tokens import Token, is_boundary

_WORDS = LITTLE_WORDS | OPINIONS | STATES | MANNER | KIND_OF | PARTICLES | ROLES
_SHORTEST_SLIP = 6  # letters of a title or verb that is known with one of them wrong
_LONG_TITLES = tuple(sorted(role for role in ROLES if len(role) >= _SHORTEST_SLIP and role.isalpha()))
_SHORTEST = 4  # letters of a name that lost its apostrophe
_TO_HEAD = 3  # words to whoever is owned: "roes national climate adviser"
_RARER = 100  # times that the right word stands in more articles than the slip


def mended(tokens: tuple[Token, ...], lexicon: Lexicon | None) -> tuple[Token, ...]:
    """The tokens with the asking words read as they were meant, and owners who lost their apostrophe ("roes view of");
    offsets and the written text stay.

    A word that the archive's texts have is no slip. None, or no texts: nothing is mended.
    """
    if lexicon is None or lexicon.topic_words is None:
        return tokens
    articles_with, find = lexicon.topic_words, lexicon.find_speaker
    tokens = tuple(_short_is(token) for token in tokens)
    tokens = (*tokens[:1], *(_as_telling(*pair, articles_with) for pair in itertools.pairwise(tokens)))
    tokens = tuple(_as_title(tokens, at, articles_with, find) for at in range(len(tokens)))
    meant = [
        token if token.capital and at else replace(token, low=_meant(token.low, articles_with, find))
        for at, token in enumerate(tokens)
    ]
    heads = [_owned(meant, at, lexicon) for at in range(len(meant))]
    return tuple(
        _owner(token, head, lexicon) if head is not None and _is_owned(token, head, lexicon) else token
        for token, head in zip(meant, heads, strict=True)
    )


def _owned(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Token | None:
    """What may be owned by the word at a place: the next one, or whoever a few words on: "roes campaign manager"."""
    for one in tokens[at + 1 : at + 1 + _TO_HEAD]:
        if one.capital or is_boundary(one.low) or one.gap.strip() or tokens[at].capital:
            break
        if one.low in KIN | ROLES or is_calling(one.low) or lexicon.is_office(one.low):
            return one
    return tokens[at + 1] if at + 1 < len(tokens) else None


def _short_is(token: Token) -> Token:
    """What lost its apostrophe: "whats Vorn's view of", "whos the mayor"."""
    if token.possessive or token.low not in SHORT_IS:
        return token
    return replace(token, text=token.text[:-1], low=token.low[:-1], end=token.end - 1)


def _as_telling(before: Token, token: Token, articles_with: Callable[[str], int]) -> Token:
    """A verb of saying with a letter wrong behind "who": "who threatend", "who critisised"."""
    known = is_telling(token.low) or base_form(token.low) in SIDING
    if before.low != "who" or len(token.low) < _SHORTEST_SLIP or known or articles_with(token.low):
        return token
    told = (one for one in spellings(token.low) if base_form(one) in SIDING or (is_telling(one) and articles_with(one)))
    near = next(told, None)
    return token if near is None else replace(token, low=near, slip=True)


def _as_title(tokens: tuple[Token, ...], at: int, articles_with: Callable[[str], int], find: FindSpeaker) -> Token:
    """A title with a letter wrong before the name of a speaker or behind "the": "comissioner Vorn", "the presidnet"."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if token.possessive or len(token.low) < _SHORTEST_SLIP or token.low in _WORDS or articles_with(token.low):
        return token
    the = tokens[at - 1].low in {"the", "prime", "vice"} if at else False
    if not the and not any(_is_borne(one.low, find, {"surname", "full"}) for one in behind):
        return token
    near = next((title for title in _LONG_TITLES if _a_slip_of(token.low, title) and token.low != f"{title}s"), None)
    return (
        token
        if near is None or _is_borne(token.low, find, {"surname", "full"})
        else replace(token, low=near, slip=True)
    )


def _is_owned(token: Token, following: Token, lexicon: Lexicon) -> bool:
    """Whether what follows may be somebody's: "roes view"; in small letters kin and offices too, but for an office
    behind a surname that ends in an s ("did sanders judge", and "sanders teammate")."""
    if following.low in OPINIONS:
        return True
    office = following.low in KIN | ROLES or is_calling(following.low) or lexicon.is_office(following.low)
    if not office or token.capital:
        return False
    acts = is_telling(following.low) or is_doing(following.low) or following.low in ROLES - KIN
    return not acts or not _is_borne(token.low, lexicon.find_speaker, {"surname", "full", "alias"})


def _owner(token: Token, following: Token, lexicon: Lexicon) -> Token:
    """A name that lost its apostrophe before what its bearer has to say: "roes view", "sanders view"; before kin and
    offices, a name of the texts, "selmers cousin", and any word before kin: "the owners wife", "the riders dad"."""
    if token.possessive or not token.low.endswith("s") or token.low.endswith("ss") or len(token.low) <= _SHORTEST:
        return token
    find = lexicon.find_speaker
    if _is_borne(token.low, find, {"surname"}):
        return replace(token, close=token.end + 1)
    name = token.low[:-1]
    known = lexicon.is_name(name) or name in STATES_AND_PEOPLES.values()
    told = following.low not in OPINIONS and known and not lexicon.is_name(token.low)
    told = told or (following.low in KIN and (lexicon.is_name(name) or name in ROLES))
    told = told or (following.low in RELATIVES and not token.capital and lexicon.knows(name) is True)
    if not told and not _is_borne(name, find, {"surname", "full", "alias"}):
        return token
    return replace(token, text=token.text[:-1], low=name, end=token.end - 1)


def _is_borne(word: str, find: FindSpeaker, kinds: set[str]) -> bool:
    """Whether somebody is on record under a word that ends the name ("Jane Roe", "Jane Roe Jr.")."""
    names = [
        match.name.casefold().split() for match in find(word, None) if match.kind in kinds and match.score >= AS_WRITTEN
    ]
    return any(word in [part.strip(".") for part in name if part.strip(".") not in GENERATIONS][-1:] for name in names)


def _meant(word: str, articles_with: Callable[[str], int], find: FindSpeaker) -> str:
    if len(word) < 3 or not word.isalpha() or word in _WORDS or is_telling(word) or is_doing(word):
        return word
    near = next((known for known in OFTEN_ASKED if _a_slip_of(word, known)), None)
    if near is None or _is_borne(word, find, {"full", "surname", "alias"}):
        return word
    there = articles_with(near)
    rarer = _RARER * articles_with(word) <= there and (there > 0 or sorted(word) == sorted(near))
    return near if rarer else word


def _a_slip_of(word: str, known: str) -> bool:
    """One letter off; words of three letters by a swap or a letter more alone, for "dig" is no "did"."""
    if distance(word, known, 1) > 1:
        return False
    return len(known) > 3 or len(word) > 3 or sorted(word) == sorted(known)
