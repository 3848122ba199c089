"""What a page leaves between its sentences: crumbs of lists, links to other pages, embedded tags. Never an answer."""

from __future__ import annotations

import re

from index.language.english import LEADS_ELSEWHERE, TALK

_WORDS_OF_A_LINE = 8  # more of them are a sentence even where no stop ends them, as in old transcripts
_TALK_OF_A_TURN = 12  # more of them are a turn of its own kind
_NOTED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_STOP = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]*_]*\s*$")
_TAG = re.compile(r"</?[a-z][^<>]*>|\[/?[a-z][\w-]*(?:[ =:][^\[\]]*)?\]|\{\{.*?\}\}|https?://\S+", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"\W*+(?:{'|'.join(LEADS_ELSEWHERE)})\s*+:", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# What a transcript's page says of itself: how it was made, where to watch it.
_OF_PAGE = re.compile(
    r"\b(?:transcripts?|translat(?:ed|ions?)|interpretation|transcribed|captions?|captioning|recordings?|videos?|audio"
    r"|livestream|webcast|verified|unedited|edited for|official record|check(?:ed)? against delivery|spoken word"
    r"|table of contents|skip to|jump to|click here|e&oe)\b",
    re.IGNORECASE,
)
_LEAST_OF_HEAD = 8  # words of a sentence above a transcript
_LABEL = re.compile(r"\W{0,4}(?:[^\W\d_][\w/’'-]*+ ?){1,3}:(?:\s|$)")  # of a page's head: "Release Date:"


def holds_sentence(text: str) -> bool:
    """Whether any line of `text` is more than a crumb."""
    return any(not _is_crumb(line) for line in text.splitlines())


def _is_crumb(line: str) -> bool:
    """A line of few words that no stop ends or that opens with a label of the page's head ("Location: Halden"), one
    that leads to another page, or nothing but tags and addresses."""
    if _ELSEWHERE.match(line):
        return True
    left = _TAG.sub(" ", line).strip()
    words = [word for word in _WORD.findall(left) if not word.isdigit()]
    short = len(words) <= _WORDS_OF_A_LINE and (_LABEL.match(left) is not None or not _STOP.search(left))
    return not words or short


def heads_page(paragraph: str) -> bool:
    """Whether a paragraph above a transcript's first turn is nothing but its head: lists of who speaks and on what,
    places and hours, notes on how it was made. An announcement or a report in sentences is none."""
    lines = [_NOTED.sub(" ", line) for line in paragraph.splitlines()]
    told = [
        line
        for line in lines
        if _STOP.search(line) and not line.rstrip().endswith((":", ";")) and not _LABEL.match(line)
    ]
    return not any(len(_WORD.findall(line)) >= _LEAST_OF_HEAD and not _OF_PAGE.search(line) for line in told)


def says_nothing(text: str) -> bool:
    """Whether a turn is nothing but what people say to keep talk going: "Sure.", "Whoa!", "Yeah, sorry. Go ahead."."""
    words = [word.casefold() for word in _WORD.findall(_NOTED.sub(" ", text))]
    return len(words) <= _TALK_OF_A_TURN and all(word in TALK for word in words)
