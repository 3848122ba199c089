"""Passages: whole sentences, paragraph-aligned, never across turns, sized for the encoder's window."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from index.model import Passage, Span, Turn
from index.splitting.crumbs import heads_page
from index.splitting.sentences import paragraphs, sentences

_WORD = re.compile(r"\S+")
_LEAST = 4  # words of what the press throws in that are worth a passage: "Yes." tells nothing
_SMALL = 25  # words under which a trailing paragraph joins the passage before it


def split(
    text: str,
    turns: Sequence[Turn] = (),
    *,
    max_words: int = 120,
    question_for: Callable[[int], Span | None] = lambda _: None,
) -> tuple[Passage, ...]:
    """Cut an article into passages of at most about `max_words` words.

    Whole paragraphs are packed greedily; a paragraph over the limit is cut at sentences; only a sentence of
    more than twice the limit is cut at a word, because the encoder would not see its end. In a transcript the
    turns bound the passages: each carries its turn's speaker and, through `question_for(turn index)`, the
    span of the question that it answers. A question that is answered is its answer's context, and no passage
    of its own unless somebody by name asks it; nor is a word or two of nobody by name. What stands between turns
    (headings) becomes passages without a speaker; the page's head above the first turn becomes none where it reports
    nothing.
    """
    if not turns:
        return tuple(Passage(start=a, end=b) for a, b in _pack(text, paragraphs(text), max_words))
    contexts = [question_for(i) for i in range(len(turns))]
    answered = sorted({start for start, _ in filter(None, contexts)})
    found: list[Passage] = []
    at = 0
    for turn, context in zip(turns, contexts, strict=True):
        outer = min(turn.start, turn.mark_span[0])
        between = list(paragraphs(text, at, max(at, outer)))
        if turn is turns[0]:
            between = [span for span in between if not heads_page(text[slice(*span)])]
        found += [Passage(start=a, end=b) for a, b in _pack(text, between, max_words)]
        at = max(at, turn.end)
        is_answered = turn.is_question and bisect_left(answered, turn.end) > bisect_left(answered, turn.start)
        brief = sum(word_count(text, span) for span in turn.spans) < _LEAST
        if turn.speaker is None and (brief or is_answered):
            continue
        found += [
            Passage(start=a, end=b, speaker=turn.speaker, context=context)
            for a, b in _pack(text, turn.spans, max_words)
        ]
    found += [Passage(start=a, end=b) for a, b in _pack(text, paragraphs(text, at), max_words)]
    return tuple(sorted(found, key=lambda passage: (passage.start, passage.end)))


def word_count(text: str, span: Span) -> int:
    """Words, as white space parts them."""
    return len(text[slice(*span)].split())


def _pack(text: str, blocks: Iterable[Span], max_words: int) -> list[Span]:
    """Greedy packing of blocks into spans; a short last block joins its predecessor rather than stand alone."""
    packed: list[tuple[int, int, int]] = []
    for start, end, words in _units(text, blocks, max_words):
        if packed:
            a, _, have = packed[-1]
            if have + words <= max_words or (words < _SMALL and have + words <= max_words + _SMALL):
                packed[-1] = (a, end, have + words)
                continue
        packed.append((start, end, words))
    return [(start, end) for start, end, _ in packed]


def _units(text: str, blocks: Iterable[Span], max_words: int) -> Iterable[tuple[int, int, int]]:
    for block in blocks:
        words = word_count(text, block)
        if words <= max_words:
            yield (*block, words)
            continue
        for sentence in sentences(text, *block):
            yield from _pieces(text, sentence, max_words)


def _pieces(text: str, sentence: Span, max_words: int) -> Iterable[tuple[int, int, int]]:
    words = [match.span() for match in _WORD.finditer(text, *sentence)]
    if len(words) <= 2 * max_words:
        yield (*sentence, len(words))
        return
    for i in range(0, len(words), max_words):
        part = words[i : i + max_words]
        yield part[0][0], part[-1][1], len(part)
