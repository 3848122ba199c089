"""Words that somebody had removed: bars in their place, letter for letter, so that every offset goes on to hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.model import Article, Span, Speaker, Statement

BAR = "█"
HIDDEN = "hidden"  # key of an article's evidence, where words in it have been removed
_BLOCK = 6  # bars between two blanks, so that lines break; the words' own lengths are not to be seen
_RUN = 6  # words in a row that are an echo of what was removed: a pull quote, a headline, the text as it came in
_LEAST = 25  # letters that must be left of a passage for it to be shown
_WORD = re.compile(r"\w+")


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches of text, in order and apart."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        elif start < end:
            out.append((start, end))
    return tuple(out)


def covered(spans: Sequence[Span], within: Sequence[Span]) -> bool:
    """Whether all of these stretches lie within those, which are in order and apart."""
    starts = [start for start, _ in within]
    for start, end in spans:
        at = bisect_right(starts, start) - 1
        if at < 0 or within[at][1] < end:
            return False
    return True


def barred(text: str, spans: Sequence[Span]) -> str:
    """The text with bars over these stretches; its lines and its length stay."""
    pieces: list[str] = []
    last = 0
    for start, end in merged(spans):
        pieces.append(text[last:start])
        pieces += [_bar(text[at], at - start) for at in range(start, min(end, len(text)))]
        last = end
    return "".join([*pieces, text[last:]])


def _bar(character: str, place: int) -> str:
    if character == "\n":
        return character
    return " " if place % (_BLOCK + 1) == _BLOCK else BAR


def echoes(text: str, words: Iterable[str], keep: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where the text tells these words again, at least a few in a row; `keep`: stretches that are others' words."""
    runs = {run for one in words for run, _ in _runs(one)}
    found = [span for run, span in _runs(text) if run in runs] if runs else []
    return tuple(span for span in merged(found) if not any(a < span[1] and span[0] < b for a, b in keep))


def _runs(text: str) -> list[tuple[tuple[str, ...], Span]]:
    words = [(match[0].casefold(), match.span()) for match in _WORD.finditer(text)]
    return [
        (tuple(word for word, _ in words[at : at + _RUN]), (words[at][1][0], words[at + _RUN - 1][1][1]))
        for at in range(len(words) - _RUN + 1)
    ]


def called_now(names: frozenset[str], speakers: Iterable[Speaker]) -> frozenset[str]:
    """These names with those of speakers who were called so once: who is hidden stays it under a better name."""
    some = tuple(speakers)
    lost = names - {speaker.name for speaker in some}
    return names | {speaker.name for speaker in some if not lost.isdisjoint(speaker.aliases)}


def said_by(statement: Statement) -> tuple[str, ...]:
    """All whose words a statement is: who speaks, who tells it, who joins in."""
    return tuple(name for name in (statement.speaker, statement.teller, *statement.joined_by) if name is not None)


def stretches(article: Article, said: Sequence[Statement], others: Sequence[Statement]) -> tuple[Span, ...]:
    """What of an article is some people's words, wherever it tells them; words of `others` stay."""
    own = merged(span for statement in said for span in statement.spans)
    keep = [span for statement in others for span in statement.spans if not covered([span], own)]
    return merged([*own, *echoes(article.text, [article.text[slice(*span)] for span in own], keep)])


def legible(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Whether enough of a stretch is left beside the bars."""
    shown = barred(text, spans)[slice(*span)]
    return sum(character.isalpha() for character in shown) >= _LEAST


def blanked(article: Article, spans: Sequence[Span]) -> Article:
    """An article without these stretches of its text; what else of it tells the same words goes too."""
    if not spans:
        return article
    gone = [article.text[slice(*span)] for span in spans]
    text = barred(article.text, spans)
    return replace(
        article,
        text=text,
        raw=text,
        title=None if article.title is None else barred(article.title, _in_title(article.title, gone)),
        removed=tuple(line for line in article.removed if not echoes(line, gone)),
        evidence={**article.evidence, HIDDEN: "words were removed"},
    )


def _in_title(title: str, gone: Sequence[str]) -> tuple[Span, ...]:
    """A headline quotes shorter: its quotations that stand in what was removed, and its echoes."""
    quoted = [match.span(1) for match in re.finditer(r"[“„«\"‘']([^“”„«»\"]{8,}?)[”“»\"’']", title)]
    told = [_plain(one) for one in gone]
    same = [span for span in quoted if any(_plain(title[slice(*span)]) in one for one in told)]
    return merged([*same, *echoes(title, gone)])


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
