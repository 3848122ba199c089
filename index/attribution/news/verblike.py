"""Surnames that the tagger takes for verbs: "Ahmad Said told reporters", "Peter Has confirmed"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.contents import Content
from index.language.english import CALENDAR, FRONTING, LITTLE_WORDS, SUBJECTS
from index.language.names import SURNAMES_LIKE_VERBS
from index.language.verbs import is_doing, is_telling
from index.model import Span
from index.names.parse import fold

_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?![\w’'-])")
_NAME_BEFORE = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,4})(?<!\.) $")
_WORD = re.compile(r"[^\W\d_]{4,}")
_REACH = 80  # characters before a verb in which a name stands
_HEADLINE = 0.6  # share of a line's long words with a capital from which it is a headline
_MARKS = ("“", "”", '"')


def with_surname(
    text: str, content: Content, mention: Span | None, cue: Span | None
) -> tuple[Content | None, Span | None, Span | None]:
    """What is said, who says it and the verb, where the verb's first word has a capital within a sentence and a name
    before it: the surname. Nothing is said where no verb is left ("Constable Ahmad Said was killed")."""
    word = _CAPITALISED.match(text, *cue) if cue is not None else None
    if word is None or cue is None:
        return content, mention, cue
    if not _may_be_surname(fold(word.group())):
        return content, mention, cue
    before = _NAME_BEFORE.search(text, max(0, cue[0] - _REACH), cue[0])
    if before is None or fold(before["name"].split()[-1]) in SUBJECTS:
        return content, mention, cue
    if _is_headline(text, before.start("name"), word.end()):
        return content, mention, cue
    verb = word.end() + 1 if word.end() < cue[1] else 0
    if not verb:
        beside = text[content.end : cue[0]] + text[cue[1] : content.start]
        return (content if any(mark in beside for mark in _MARKS) else None), mention, cue
    near = mention is not None and mention[1] == cue[0] - 1
    start = mention[0] if near and mention is not None else before.start("name")
    told = replace(content, start=cue[1] + 1) if verb <= content.start < cue[1] < content.end else content
    return told, (start, word.end()), (verb, cue[1])


def _may_be_surname(word: str) -> bool:
    """Whether a word is a surname rather than a verb or a little word that opens a sentence: "According", "Asked"."""
    if word in SURNAMES_LIKE_VERBS:
        return True
    little = word in LITTLE_WORDS | FRONTING or word.endswith(("ing", "ed"))
    return not (little or is_telling(word) or is_doing(word))


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether the line around a name is written in capitals as headlines are."""
    close = text.find("\n", end)
    words = _WORD.findall(text, text.rfind("\n", 0, start) + 1, start)
    words += _WORD.findall(text, end, close if close >= 0 else len(text))
    words = [word for word in words if fold(word) not in CALENDAR]
    return bool(words) and sum(word[0].isupper() for word in words) >= _HEADLINE * len(words)
