"""Names of statements that outlive a reindex: made of what a statement says and where, never of a row.

An id is 21 letters and digits: ten for the article's id, eight for the statement's words, three for the words before
it. Words are compared without case, marks and spacing, so that a change of typography leaves a link alone. A short
statement ("No.") counts as the same only after the same words; of several with the same words the one that stands
after them is meant. Where nothing is certain, nothing is found: a link leads to the words that it was made for, or
says that they have gone.

The id is of the words alone, since whose they are is what a reindex may read anew. An address therefore carries beside
it, as `?for=`, whom the words were given to when it was made: a digest and not the name, so that nobody can make a page
say a name by writing an address.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from index.model import Statement

ID = re.compile(r"[a-z2-7]{21}")
_ARTICLE, _WORDS, _BEFORE = 10, 8, 3  # characters of base 32
_NEAR = 3  # words before a statement
_FEW = 5  # words under which a statement needs the words before it
_NAME = 5  # characters of base 32
_FOR = re.compile(rf"[a-z2-7]{{{_NAME}}}")
_WORD = re.compile(r"\w+")


def article_key(article_id: str) -> str:
    """What stands for an article in the ids of its statements: ten letters and digits."""
    return _digest(article_id, _ARTICLE)


def statement_id(article_id: str, text: str, statement: Statement) -> str:
    """The id of a statement of an article with this text."""
    return article_key(article_id) + _digest(_words(text, statement), _WORDS) + _before(text, statement)


def split_id(wanted: str) -> tuple[str, str] | None:
    """The article's key and the rest; None for what is no id of a statement."""
    return (wanted[:_ARTICLE], wanted[_ARTICLE:]) if ID.fullmatch(wanted) else None


def find_statement(rest: str, text: str, statements: Sequence[Statement]) -> Statement | None:
    """The one statement that the rest of an id means, in its article as it reads now; None: it has gone."""
    words, before = rest[:_WORDS], rest[_WORDS:]
    same = [s for s in statements if _digest(_words(text, s), _WORDS) == words]
    placed = [s for s in same if _before(text, s) == before]
    if len(placed) == 1:
        return placed[0]
    if placed:  # the same words after the same words: the same person's, or nobody can tell
        return placed[0] if len({s.speaker for s in placed}) == 1 else None
    long = len(same) == 1 and _words(text, same[0]).count(" ") >= _FEW - 1
    return same[0] if long else None


def with_speaker(address: str, speaker: str | None) -> str:
    """The address of a statement's page with whom its words are given to now; as it is where that is nobody."""
    return f"{address}?for={_digest(_normal(speaker), _NAME)}" if speaker else address


def is_anothers(given: str | None, names: Iterable[str]) -> bool:
    """Whether the `for` of an address means none of these names of the speaker; never where it is no such thing."""
    if given is None or not _FOR.fullmatch(given):
        return False
    return all(_digest(_normal(name), _NAME) != given for name in names)


def _words(text: str, statement: Statement) -> str:
    return _normal(" ".join(text[start:end] for start, end in statement.spans))


def _before(text: str, statement: Statement) -> str:
    near = _normal(text[max(0, statement.start - 200) : statement.start]).split(" ")[-_NEAR:]
    return _digest(" ".join(near), _BEFORE)


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _digest(text: str, length: int) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:16]).decode().lower()[:length]
