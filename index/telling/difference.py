"""What changed from one text of an article to the next, by paragraphs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise

from index.history import History


def changes_of(found: History) -> list[list[str]]:
    """For each earlier version, the oldest first, what changed when it was replaced."""
    texts = [*((v.title, v.text) for v in found.versions), (found.article.title, found.article.text)]
    return [list(difference(*pair)) for pair in pairwise(texts)]


def difference(before: tuple[str | None, str], after: tuple[str | None, str]) -> Iterator[str]:
    """Paragraphs that went ("- …") and came ("+ …"), the title first."""
    left, right = ([title or "", *text.split("\n\n")] for title, text in (before, after))
    for line in difflib.ndiff(left, right):
        if line.startswith(("- ", "+ ")) and line[2:].strip():
            yield " ".join(line.split())
