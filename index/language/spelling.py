"""How far two spellings lie apart."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def distance(a: str, b: str, most: int) -> int:
    """Letters more, less, other, or swapped with the next (optimal string alignment); `most` + 1 for more of them."""
    return OSA.distance(a, b, score_cutoff=most)


def within_one_edit(a: str, b: str) -> bool:
    """Whether at most one letter is more, less, other, or swapped with the next."""
    return distance(a, b, 1) <= 1


def allowed_edits(word: str) -> int:
    """How many letters of a word may be wrong for it still to be taken for another one: two from eight letters on."""
    return 2 if len(word) >= 8 else 1


def near_forms(word: str, depth: int) -> set[str]:
    """`word` and what is left of it without up to `depth` letters: spellings a letter apart share one of these."""
    found = {word}
    layer = {word}
    for _ in range(depth):
        layer = {form[:at] + form[at + 1 :] for form in layer for at in range(len(form))}
        found |= layer
    return found
