"""Line ends, control characters and titles of text formats."""

from __future__ import annotations

import re

from index.reading.rules import quotes_speech

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_TITLE_WORDS, _TITLE_CHARS = 25, 160
_NOT_A_TITLE = re.compile(r"[.:;,!…][”\"’')\]]*$|^(?:[QA]|[A-Z][A-Z .’'-]+)[.:]\s|^\W*$|^(?i:by|from) \w|^https?://")
_NAME_WORD = r"(?:[A-Z\u00c0-\u024f\u0370-\u04ff][\w.’'-]*|de|da|van|von|der|bin|al|and)"
_BYLINE = re.compile(
    r"(?i:(?:(?:written|posted|published|reported) )?by|author:)\s+"
    rf"(?P<name>{_NAME_WORD}(?:,? {_NAME_WORD}){{1,7}})[\s|,.–—-]*"
)


def normalise(text: str) -> str:
    """Every line end to "\\n", other control characters than tabs dropped, trailing blanks of lines dropped."""
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def split_title(text: str) -> tuple[str | None, str]:
    """(title, the rest): a short first line without final punctuation, with a blank line and more text behind it.

    A line that quotes speech is no title: it must stay where it can be found and shown verbatim.
    """
    line, _, rest = text.lstrip("\n").partition("\n")
    title = line.strip()
    if not rest.startswith("\n") or not rest.strip():
        return None, text
    if not title or len(title) > _TITLE_CHARS or len(title.split()) > _TITLE_WORDS or _NOT_A_TITLE.search(title):
        return None, text
    if quotes_speech(title):
        return None, text
    return title, rest.lstrip("\n")


def one_line(value: str) -> str | None:
    """`value` with all white space as single blanks; None when nothing is left."""
    return " ".join(value.split()) or None


def byline(line: str) -> str | None:
    """The author of a line that is nothing but a byline ("By Jane van Doe"): two and more words in capitals."""
    match = _BYLINE.fullmatch(line.strip()) if len(line) <= 120 else None
    return match["name"] if match else None
