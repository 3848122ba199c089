"""One vocabulary: whatever attribution stores as a role or a name's particle is understood in a question."""

from __future__ import annotations

import pytest

from index.language.names import PARTICLES
from index.language.roles import AMBIGUOUS_TITLES, BARE_HONORIFICS, CALLINGS, HONORIFICS, RANKS, ROLE_HEADS
from index.query.interpret import Lexicon
from tests.query.small_book import ask, lexicon_of, said

_BEFORE_A_NAME = sorted(ROLE_HEADS | RANKS | HONORIFICS | AMBIGUOUS_TITLES)
# Nobody is called "the mr"; "rear" and "lance" are half a rank; a page, a chase and a marshall are no people here.
_ALONE = sorted((ROLE_HEADS | RANKS | CALLINGS | HONORIFICS) - BARE_HONORIFICS - {"rear", "lance"})


def _archive(role: str) -> Lexicon:
    people = [said("Ida Tellow", role.title()), said("Bruno Kestrel", "Weaver", times=5), said("Noor Hale")]
    return lexicon_of(people, {"tellow": 3, "nurses": 2, "pay": 3, "dues": 4})


@pytest.mark.parametrize("head", _ALONE)
def test_a_role_alone_is_its_holder(head: str) -> None:
    archive = _archive(head)
    for text in (f"what did the {head} say about nurses' pay?", f"What is the {head.title()}'s view on nurses' pay?"):
        query = ask(text, archive)
        assert (query.speakers, query.topic) == (("Ida Tellow",), "nurses' pay"), text


@pytest.mark.parametrize("head", _BEFORE_A_NAME)
def test_a_role_before_a_surname_is_that_one_person(head: str) -> None:
    archive = _archive(head)
    for text in (
        f"what did {head} tellow say about harbour dues?",
        f"What did {head.title()} Tellow say about harbour dues?",
        f"What did {head.title()} Ida Tellow say about harbour dues?",
        f"{head.title()} Tellow on harbour dues",
        f"according to {head} Tellow, how high are harbour dues?",
    ):
        assert ask(text, archive).speakers == ("Ida Tellow",), text


@pytest.mark.parametrize("particle", sorted(PARTICLES))
def test_particles_stay_with_the_name(particle: str) -> None:
    name = f"Ana {particle} Tellow"
    archive = lexicon_of([said(name), said("Bruno Kestrel", "Weaver", times=5)], {"dues": 4})
    for text in (
        f"What did {name} say about dues?",
        f"what did {name.lower()} say about dues",
        f"{name} on dues",
        f"How high are dues according to {name}?",
        "What did Tellow say about dues?",
    ):
        assert ask(text, archive).speakers == (name,), text


def test_a_small_word_after_a_name_is_no_particle() -> None:
    archive = lexicon_of([said("Ana Tellow")], {"dues": 4})
    assert ask("What did Ana Tellow do about dues?", archive).topic != "dues"
    assert ask("Which dues does Ana Tellow call too high?", archive).speakers == ("Ana Tellow",)
