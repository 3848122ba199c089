"""What is wrong with a file, in the reader's language: the library tells it in English alone.

A catalogue chooses: English shows the library's own words, which say most; another language the kind of trouble.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from bot.texts import Translate
from bot.views.text import fit_line, without_terminal
from index.model import Problem

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("redirects", r"leads (?:from|to)"),
        ("hostile", r"hostile|is refused|nested too deeply"),
        ("locked", r"locked|password|does not allow"),
        ("missing", r"pip install|without the extra|to read it:"),
        ("picture", r"\bpicture|text recognition"),
        ("recording", r"is a recording"),
        ("type", r"unknown type|is not read|export it as|export the table|Outlook|is named \S+ but|holds no document"),
        ("large", r"more than|needs more memory|took longer|packed more"),
        ("empty", r"is empty|nothing to read|holds no|no text|without a page"),
        ("damaged", r"damaged|not valid|cannot be read|cannot be unpacked|no readable|is marked as"),
        ("encoding", r"not a text file|not UTF-8|a guess"),
        ("row", r"an object with|the article is left out|is no date|no key|field"),
    )
)


def kind_of(message: str) -> str:
    """The kind of trouble, as the catalogues name it: "damaged", "locked", … else "unclear"."""
    return next((kind for kind, words in _KINDS if words.search(message)), "unclear")


def trouble(t: Translate, message: str, limit: int) -> str:
    """What is wrong, escaped."""
    own = t("problem.original") == "yes"
    return fit_line(without_terminal(message), limit) if own else t(f"problem.{kind_of(message)}")


def problem_line(t: Translate, problem: Problem) -> str:
    """File, line and what is wrong, without the folder that an upload was put into for a moment."""
    place = PurePath(problem.path).name + ("" if problem.line is None else f":{problem.line}")
    return f"{fit_line(place, 90)}: {trouble(t, problem.message, 160)}"
