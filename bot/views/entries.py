"""One statement of a list by date: its whole sentences with outlet, day and title; the same words once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.texts import Translate
from bot.views.hits import cue_words, origin
from bot.views.text import blockquote, clip, fit, fit_line, width
from index.model import TimelineEntry


def once(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Statements of one speaker whose sentences overlap in an article become one, with all of the sentences.

    A denial and an assertion in one sentence stay apart, because each is told as what it is.
    """
    kept: list[TimelineEntry] = []
    for entry in entries:
        for place, other in enumerate(kept):
            if _joins(other, entry):
                kept[place] = _joined(other, entry)
                break
        else:
            kept.append(entry)
    return kept


def _start(entry: TimelineEntry) -> int:
    """Where the sentences begin in the article."""
    return entry.statement.start - max(entry.sentences.find(entry.text), 0)


def _joins(one: TimelineEntry, other: TimelineEntry) -> bool:
    if one.article.id != other.article.id or not (one.sentences and other.sentences):
        return False
    mine, theirs = one.statement, other.statement
    return (mine.speaker, mine.stance) == (theirs.speaker, theirs.stance) and (
        _start(one) < _start(other) + len(other.sentences) and _start(other) < _start(one) + len(one.sentences)
    )


def _joined(one: TimelineEntry, other: TimelineEntry) -> TimelineEntry:
    first, second = sorted((one, other), key=_start)
    beyond = _start(first) + len(first.sentences) - _start(second)
    return replace(
        one,
        sentences=first.sentences + second.sentences[beyond:],
        also_in=tuple(dict.fromkeys([*one.also_in, *other.also_in])),
    )


def entry_text(t: Translate, entry: TimelineEntry, limit: int, *, most: int | None = None, who: str = "") -> str:
    """In at most `limit` characters; `who` where the list holds the words of several people.

    `most`: so many characters of the words at most, but never less than one sentence where that fits.
    """
    where = " · ".join(piece for piece in (who, origin(t, entry.article, entry.statement.said_on)) if piece)
    if width(where) > limit - 200:
        where = fit_line(entry.article.source or t("answer.no_source"), 60)
    does = cue_words(t, entry.statement)
    where = " · ".join(piece for piece in (where, does) if piece)
    said = entry.sentences or entry.text
    room = max(limit - width(where) - 1 - 2 * (said.count("\n") + 1), 0)
    words = fit(said, room if most is None else min(room, most))
    if most is not None and most < room and not clip(said, most).rstrip().endswith((".", "!", "?", "”", '"')):
        words = fit(said, room)  # its first sentence is longer than what one likes to read
    return "\n".join(piece for piece in (where, blockquote(words) if words else "") if piece)


def place_of(entry: TimelineEntry) -> str:
    """The value of a menu's option that shows an entry in its article."""
    start = _start(entry)
    end = start + len(entry.sentences) if entry.sentences else entry.statement.end
    return f"c:{start}:{end}:{entry.article.id}"


def first_words(entry: TimelineEntry, size: int) -> str:
    """How an entry begins, for a menu."""
    return clip(" ".join((entry.sentences or entry.text).split()), size)
