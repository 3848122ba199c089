"""Score the turns that transcripts are read into against their marks: docs/evaluation.md says how.

Positions in the gold count characters of the file as it is; the article's text is cleaned and rewrapped. Both are
compared by their letters and digits alone, so that a mark is found again in what was read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from index.attribution.readers import turns_of
from index.attribution.transcripts.written import asks_by_label
from index.errors import InputError
from index.evaluation.gold import json_lines
from index.model import Article, Turn
from index.names.parse import fold, name_strength, parse_name, surname_key
from index.reading.reader import read

_KEYS = (48, 24, 12, 6)  # letters by which a mark is found again, the longest first
_NOTE = re.compile(
    r"[\[(][^\[\]()]{0,200}[\])]|(?:\bEND\s+)?\b\d{1,2}:\d{2}\s?[APap]\.?[Mm]\.?(?:\s[A-Z]{2,4}\b)?"
)  # a bracket or a clock time: nobody's words, where they are given to nobody
_SAME = 0.9  # strength of two names that are one: a middle name or an initial more


@dataclass(frozen=True, slots=True)
class GoldMark:
    """A mark of the file: where its label begins in the article's text, the label, and who speaks then.

    `name` is the full name where the gold gives it; `asks` marks whoever is nobody by name.
    """

    at: int
    label: str
    name: str | None
    asks: bool


@dataclass(frozen=True, slots=True)
class GoldTranscript:
    """One document with its marks; `opening` is who speaks above the first one."""

    file: str
    group: str
    article: Article
    marks: tuple[GoldMark, ...]
    opening: str | None = None


@dataclass(slots=True)
class TurnScores:
    """Counts of one group of documents, or of all."""

    documents: int = 0
    named: int = 0  # marks of named speakers
    found: int = 0  # of them, those at which a turn begins
    bounded: int = 0  # of those, the ones that end where the next mark begins, and hold what stands between
    full: int = 0  # found marks whose full name the gold gives
    full_right: int = 0
    surnames: int = 0  # found marks whose label has a surname
    surname_right: int = 0
    asked: int = 0  # marks of nobody by name
    asked_credited: int = 0  # of them, those of whose words some person gets a part
    words: int = 0  # characters of named speakers
    words_missed: int = 0
    words_wrong: int = 0  # given to another person
    openings: int = 0
    openings_right: int = 0
    slips: list[str] = field(default_factory=list[str])

    def shares(self) -> dict[str, float | None]:
        """The figures that are shown: shares of 0 to 1, None where nothing was to be found."""

        def share(part: int, whole: int) -> float | None:
            return round(part / whole, 4) if whole else None

        return {
            "named turns found": share(self.found, self.named),
            "bounds": share(self.bounded, self.found),
            "surname right": share(self.surname_right, self.surnames),
            "full name right": share(self.full_right, self.full),
            "askers credited to a person": share(self.asked_credited, self.asked),
            "words missed": share(self.words_missed, self.words),
            "words given to another": share(self.words_wrong, self.words),
            "opening statements credited": share(self.openings_right, self.openings),
        }

    def as_dict(self) -> dict[str, Any]:
        """Counts and shares for JSON, without the list of slips."""
        counts = {key: value for key, value in asdict(self).items() if key != "slips"}
        return {**counts, **self.shares()}


def load_transcripts(path: Path, folder: Path | None = None) -> list[GoldTranscript]:
    """Read a marks file (docs/evaluation.md has its form) and the documents that it names, from `folder` or beside it.

    Raises InputError that names the file, the line and what is missing.
    """
    found: list[GoldTranscript] = []
    for number, data in json_lines(path):
        try:
            name, rows = str(data["file"]), [(int(at), str(label)) for at, label in data["marks"]]
            names = dict(data.get("names") or {})
            asks = frozenset(str(label) for label in data.get("asks") or ())
            opening = data.get("opening")
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{path}:{number}: has no file and marks ({error!r}); see docs/evaluation.md") from None
        source, article = _document(path, number, (folder or path.parent) / name)
        marks = tuple(_marks(source, article.text, rows, names, asks))
        found.append(GoldTranscript(name, str(data.get("group") or "all"), article, marks, opening))
    if not found:
        raise InputError(f"{path}: names no document")
    return found


def _document(path: Path, number: int, file: Path) -> tuple[str, Article]:
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}:{number}: {file} cannot be read ({error}); give its folder by --folder") from None
    article = next((item for item in read([file]) if isinstance(item, Article)), None)
    if article is None:
        raise InputError(f"{path}:{number}: {file} holds no text")
    return source, article


class _Letters:
    """A text's letters and digits, and where each stands."""

    def __init__(self, text: str) -> None:
        self.places = [i for i, c in enumerate(text) if c.isalnum()]
        self.text = "".join(text[i] for i in self.places)

    def index(self, place: int) -> int:
        """How many letters stand before a place of the text."""
        return bisect_left(self.places, place)


def _marks(
    source: str, text: str, rows: Iterable[tuple[int, str]], names: Mapping[str, str], asks: frozenset[str]
) -> Iterable[GoldMark]:
    """The gold's marks in the article's text; one that cleaning has cut away is left out."""
    theirs, ours, after = _Letters(source), _Letters(text), 0
    for at, label in rows:
        begin = theirs.index(at)
        for length in _KEYS:
            key = theirs.text[begin : begin + length]
            hit = ours.text.find(key, after)
            if key and hit >= 0:
                yield GoldMark(ours.places[hit], label, names.get(label), label in asks or asks_by_label(label))
                after = hit + 1
                break


def score_turns(gold: Sequence[GoldTranscript]) -> dict[str, TurnScores]:
    """Scores by group, and of all documents under ""."""
    scores: dict[str, TurnScores] = {"": TurnScores()}
    for one in gold:
        turns = turns_of(one.article)
        for group in ("", one.group):
            _score(scores.setdefault(group, TurnScores()), one, turns)
    return scores


def _score(scores: TurnScores, gold: GoldTranscript, turns: Sequence[Turn]) -> None:
    scores.documents += 1
    letters = _Letters(gold.article.text)
    starts = {letters.index(turn.mark_span[0]): turn for turn in turns if turn.mark}
    said = _said(turns)
    ends = [mark.at for mark in gold.marks[1:]] + [len(gold.article.text)]
    for mark, end in zip(gold.marks, ends, strict=False):
        turn = starts.get(letters.index(mark.at))
        body = min(mark.at + len(mark.label), end)
        if mark.asks:
            scores.asked += 1
            credited = Counter(who for who in _speakers(gold.article.text, said, body, end) if who)
            if credited:
                scores.asked_credited += 1
                scores.slips.append(_slip(gold, mark, f"given to {credited.most_common(1)[0][0]}"))
            continue
        _score_named(scores, gold, mark, turn, _speakers(gold.article.text, said, body, end))
    if gold.opening:
        scores.openings += 1
        first = gold.marks[0].at if gold.marks else len(gold.article.text)
        above = Counter(who for who in _speakers(gold.article.text, said, 0, first) if who)
        right = bool(above) and all(_same(gold.opening, who) for who in above)
        scores.openings_right += right
        if not right:
            scores.slips.append(f"{gold.file}: the opening is given to {', '.join(above) or 'nobody'}")


def _score_named(
    scores: TurnScores, gold: GoldTranscript, mark: GoldMark, turn: Turn | None, who: list[str | None]
) -> None:
    scores.named += 1
    scores.words += len(who)
    mine = turn.speaker if turn is not None else None
    scores.words_missed += sum(one is None for one in who)
    scores.words_wrong += sum(one is not None and one != mine for one in who)
    if turn is None:
        scores.slips.append(_slip(gold, mark, "not found"))
        return
    scores.found += 1
    # A turn is well bounded when everything between the marks, but for notes at the edges, is its speaker's.
    missed = sum(one != mine for one in who[:12]) + sum(one != mine for one in who[-12:])
    bounded = not missed and sum(one == mine for one in who) >= 0.9 * len(who)
    scores.bounded += bounded
    if not bounded:
        scores.slips.append(_slip(gold, mark, "wrong bounds"))
    label = parse_name(mark.label)
    if label.surname:
        scores.surnames += 1
        scores.surname_right += mine is not None and label.surname_key in map(surname_key, mine.split())
    if mark.name:
        scores.full += 1
        right = mine is not None and _same(mark.name, mine)
        scores.full_right += right
        if not right:
            scores.slips.append(_slip(gold, mark, f"named {mine}, not {mark.name}"))


def _said(turns: Sequence[Turn]) -> list[tuple[int, int, str | None]]:
    return [(a, b, turn.speaker) for turn in turns for a, b in turn.spans]


def _speakers(text: str, said: Sequence[tuple[int, int, str | None]], start: int, end: int) -> list[str | None]:
    """Who is given each letter of `text[start:end]` that stands in no note."""
    owner: list[str | None] = [None] * (end - start)
    for a, b, who in said[max(0, bisect_left(said, (start,)) - 1) :]:
        if a >= end:
            break
        for i in range(max(a, start), min(b, end)):
            owner[i - start] = who
    notes = [(m.start(), m.end()) for m in _NOTE.finditer(text, start, end)]
    kept = bytearray(b"\x01" * (end - start))
    for a, b in notes:
        if owner[a - start] is None:
            kept[a - start : b - start] = bytes(b - a)
    return [owner[i] for i in range(end - start) if kept[i] and text[start + i].isalnum()]


def _same(gold: str, found: str) -> bool:
    """Whether two full names are one person's, letter for letter but for middle names and initials."""
    if fold(gold) == fold(found):
        return True
    a, b = parse_name(gold), parse_name(found)
    return bool(b.given) and name_strength(a, b) >= _SAME


def _slip(gold: GoldTranscript, mark: GoldMark, what: str) -> str:
    words = " ".join(gold.article.text[mark.at : mark.at + 60].split())
    return f"{gold.file}:{mark.at}: {what}: {words}"
