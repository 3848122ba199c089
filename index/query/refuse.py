"""Questions that cannot be searched, told before any search."""

from __future__ import annotations

import re

from index.language.asking import REQUEST
from index.language.english import LITTLE_WORDS
from index.language.verbs import PLAIN_SAYING, base_form
from index.query.tokens import Token, tokenize

MOST_WORDS = 500
_WORD = re.compile(r"\S+")


def why_refused(text: str, *, named: bool = False) -> str | None:
    """One sentence on why a question cannot be searched, with what to do; None: it can be.

    Refused are texts without a word, of words that say nothing by themselves ("what did they say?"), and with halves
    of characters (lone surrogates), which no archive can hold. `named`: a speaker is set beside the question, so that
    "what did she say?" is one.
    """
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return "the question holds half a character (a lone surrogate); send it as UTF-8 text"
    tokens = tokenize(text[:20_000])
    if not tokens:
        return "the question has no word; write what you want to know"
    if not named and all(_says_nothing(token, opens=at == 0) for at, token in enumerate(tokens)):
        return "the question names no person and no topic; say whom or what it is about"
    return None


def shortened(text: str) -> str:
    """The first `MOST_WORDS` words of a text, as written."""
    for number, word in enumerate(_WORD.finditer(text), start=1):
        if number > MOST_WORDS:
            return text[: word.start()].rstrip()
    return text


def _says_nothing(token: Token, *, opens: bool) -> bool:
    """Whether a word is empty; one in capitals inside the question ("What did May say?") may be a name."""
    if token.capital and not opens and token.low != "i":
        return False
    return token.low in LITTLE_WORDS or token.low in REQUEST or base_form(token.low) in PLAIN_SAYING
