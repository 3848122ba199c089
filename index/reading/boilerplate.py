"""Takes what a site puts around an article out of its text: by rule, and by repetition across a source's articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.reading.rules import (
    all_buttons,
    is_boilerplate,
    is_button,
    is_certain,
    is_label,
    is_placeholder,
    is_share_label,
    quotes_speech,
)

_BREAK = re.compile(r"\n(?:[^\S\n]*\n)+")
_TURN = re.compile(r"(?:[QA]|[A-Z][A-Z .’'-]+)\s*[.:]\s|\[|\(")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`text` without boilerplate; `removed` the lines and paragraphs taken out, in order."""

    text: str
    removed: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Takes boilerplate out of a text whose layout is ours; paragraphs come back divided by one blank line.

    Until nothing more goes: what was taken may leave a button or an appeal at the end behind it.
    """
    removed: list[str] = []
    while True:
        cleaned = _clean_once(text)
        removed += cleaned.removed
        if not cleaned.removed:
            return Cleaned(cleaned.text, tuple(removed))
        text = cleaned.text


def _clean_once(text: str) -> Cleaned:
    paragraphs, removed = _without_buttons(text)
    kept: list[str] = []
    for paragraph in paragraphs:
        (removed if is_boilerplate(paragraph) else kept).append(paragraph)
    while kept and is_boilerplate(kept[-1], at_edge=True):
        removed.append(kept.pop())
    while kept and is_boilerplate(kept[0], at_edge=True):
        removed.append(kept.pop(0))
    return Cleaned("\n\n".join(kept), tuple(removed))


def _without_buttons(text: str) -> tuple[list[str], list[str]]:
    """Paragraphs, and the button lines taken out: runs of two and more anywhere, single ones at head and tail."""
    lines = text.split("\n")
    solid = [number for number, line in enumerate(lines) if line.strip()]
    button = {number: is_button(lines[number]) or is_label(lines[number]) for number in solid}
    gone = {number for number in solid if is_placeholder(lines[number])}
    solid = [number for number in solid if number not in gone]
    drop = set(gone)
    run: list[int] = []
    for position, number in enumerate([*solid, -1]):
        if number >= 0 and button[number]:
            run.append(number)
            continue
        at_head = bool(run) and run[0] == solid[0] and (len(run) > 1 or is_button(lines[run[0]]))
        at_edge = at_head or (bool(run) and position == len(solid))
        labelled = run and is_share_label(lines[run[0]])
        if len(run) > 1 or at_edge or labelled:
            drop.update(run)
        run = []
    removed = [lines[number].strip() for number in sorted(drop)]
    rest = "\n".join("" if number in drop else line for number, line in enumerate(lines))
    return [part for part in (part.strip("\n").rstrip() for part in _BREAK.split(rest)) if part.strip()], removed


def trim(text: str) -> Cleaned:
    """Takes only certain boilerplate off the ends of a text that somebody prepared; the rest is returned untouched.

    What is taken: a head of two and more share-button lines, and a tail of buttons, credits, "click here" lines and
    appeals. Where there is none, `text` itself comes back, to the character; where only a tail went, offsets hold.
    """
    spans = [(start, end) for start, end in _paragraph_spans(text) if text[start:end].strip()]
    first, last = 0, len(spans)
    while last and is_certain(text[slice(*spans[last - 1])]):
        last -= 1
    if last == 0:
        return Cleaned(text)
    tail = [text[start:end].strip() for start, end in spans[last:]]
    while first < last and all_buttons(text[slice(*spans[first])]):
        first += 1
    head = [line.strip() for start, end in spans[:first] for line in text[start:end].strip().split("\n")]
    if len(head) < 2 or first == last:
        first, head = 0, []
    if not head and not tail:
        return Cleaned(text)
    start = spans[first][0] if head else 0
    end = spans[last - 1][1] if tail else len(text)
    return Cleaned(text[start:end], (*head, *tail))


def _paragraph_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return spans


def _normal(paragraph: str) -> str:
    return " ".join(paragraph.split()).casefold()


def _edges(paragraphs: list[str]) -> set[int]:
    """Positions of the first five and last eight paragraphs: where a site's standing paragraphs are."""
    count = len(paragraphs)
    return {position for position in range(count) if position < 5 or position >= count - 8}


def _may_repeat(paragraph: str) -> bool:
    words = paragraph.split()
    return len(words) >= 3 and len(paragraph) <= 400 and not quotes_speech(paragraph) and not _TURN.match(paragraph)


def repeated_paragraphs(texts: Iterable[str], *, min_articles: int = 5, share: float = 0.2) -> frozenset[str]:
    """Normalised paragraphs that recur at the head or tail of many articles of ONE source.

    `texts` are the cleaned texts of the source. A paragraph counts once per text, and it must recur in at least
    `min_articles` texts and in `share` of all; texts with one longest paragraph are states of one story and count
    as one. Left alone: quoted speech, turns of a transcript, notes in brackets,
    paragraphs under three words or over 400 characters.
    """
    stories: dict[str, set[int]] = {}
    seen: set[int] = set()
    for text in texts:
        paragraphs = _BREAK.split(text)
        longest = sorted(paragraphs, key=len, reverse=True)[:2]
        seen.add(hash(text))
        for at in _edges(paragraphs):
            if _may_repeat(paragraphs[at]):
                paragraph = _normal(paragraphs[at])
                story = next((part for part in longest if _normal(part) != paragraph), "")
                stories.setdefault(paragraph, set()).add(hash(story))
    least = max(min_articles, share * len(seen))
    return frozenset(paragraph for paragraph, of in stories.items() if len(of) >= least)


def remove(text: str, repeated: frozenset[str]) -> str:
    """`text` without the paragraphs of `repeated_paragraphs` at its head and tail; itself when it holds none of them.

    An article of nothing else keeps its text.
    """
    return without_repeated(text, repeated).text


def without_repeated(text: str, repeated: frozenset[str], *, tail_only: bool = False) -> Cleaned:
    """As `remove`, with what was taken out. `tail_only`: just what stands behind the last other paragraph, so that
    every offset before it holds.
    """
    spans = _paragraph_spans(text)
    paragraphs = [text[start:end] for start, end in spans]
    edges = _edges(paragraphs)
    gone = [at for at, part in enumerate(paragraphs) if at in edges and _normal(part) in repeated]
    if tail_only:
        last = max((at for at in range(len(paragraphs)) if at not in gone and paragraphs[at].strip()), default=-1)
        gone = [at for at in gone if at > last]
    kept = [at for at in range(len(paragraphs)) if at not in gone]
    if not gone or not any(paragraphs[at].strip() for at in kept):
        return Cleaned(text)
    removed = tuple(" ".join(paragraphs[at].split()) for at in gone)
    if tail_only:
        end = max(spans[at][1] for at in kept if paragraphs[at].strip())
        return Cleaned(text[:end], removed)
    return Cleaned("\n\n".join(paragraphs[at] for at in kept), removed)
