"""How well statements were found and attributed, against a gold of the form of `onrecord eval statements`.

A gold line is `{"id", "text", "quotes": [{"start", "end", "spans"?, "type", "speaker", "speaker_type", "speaker_alts"?,
"optional"?, "cue"?, "mention"?}]}`, a predicted one `{"id", "quotes": [{"start", "end", "spans"?, "kind"?, "speaker",
"cue"?, "mention"?}]}`.

House style of span boundaries is not measured: spans of both sides are cut at line ends, freed of marks and punctuation
at their edges, joined with a neighbour of the same speaker that only such characters part, and dropped under two
words. Gold that is `optional` costs nothing, found or not. Statements are matched one to one, greedily by the overlap
of their characters (intersection over hull).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from index.evaluation.attribution_names import same_full, same_surname, same_words, share_word

THRESHOLDS = (0.3, 0.5, 0.8)
MATCH = 0.5  # the overlap from which speakers, cues and kinds are compared
_TRIMMED = frozenset(" \t\r\u00a0\"“”‘’'`«»„,.;:!?-–—()[]…*")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, rounded to four digits."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, found: int, wanted: int) -> Rates:
        """From counts. Nothing found where nothing was wanted is perfect."""
        precision = right / found if found else float(not wanted)
        recall = right / wanted if wanted else 1.0
        total = precision + recall
        return cls(round(precision, 4), round(recall, 4), round(2 * precision * recall / total, 4) if total else 0.0)


@dataclass(frozen=True, slots=True)
class KindScore:
    """Of the gold statements of one kind: how many there are and which share was found."""

    count: int
    recall: float


@dataclass(frozen=True, slots=True)
class SpeakerScore:
    """Of matched statements with a known speaker: share with the right surname and with the right full name."""

    count: int
    surname: float
    full: float


@dataclass(frozen=True, slots=True)
class WordScore:
    """Of matched statements with a cue (or mention) in the gold: share with the same words, and with one in common."""

    count: int
    same: float
    overlapping: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementScores:
    """All figures of one evaluation. `spans` is keyed by overlap (0.3, 0.5, 0.8), `speakers` by type ("all" first)."""

    articles: int
    wanted: int
    found: int
    matched: int
    spans: Mapping[float, Rates]
    exact: Rates
    characters: Rates
    kinds: Mapping[str, KindScore]
    cue: WordScore
    mention: WordScore
    speakers: Mapping[str, SpeakerScore]
    end_to_end: Rates
    end_to_end_full: Rates

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    speaker: str | None
    alternatives: Sequence[str]
    speaker_type: str | None
    kind: str | None
    optional: bool
    key: str | None
    cues: list[str]
    mentions: list[str]

    def overlap(self, other: _Piece) -> float:
        common = min(self.end, other.end) - max(self.start, other.start)
        return common / (max(self.end, other.end) - min(self.start, other.start)) if common > 0 else 0.0

    def names(self) -> list[str]:
        return [name for name in (self.speaker, *self.alternatives) if name]


@dataclass(slots=True)
class _Compared:
    """One article: normalised pieces of both sides, and who matches whom (gold number -> predicted number)."""

    text: str
    gold: list[_Piece]
    found: list[_Piece]
    matches: dict[int, int]
    neutral: set[int]  # predicted ones that fit optional gold


@dataclass(slots=True)
class _Counts:
    span: dict[float, list[int]] = field(default_factory=lambda: {t: [0, 0, 0] for t in THRESHOLDS})
    plain: Counter[str] = field(default_factory=Counter[str])
    kinds: Counter[tuple[str, bool]] = field(default_factory=Counter[tuple[str, bool]])
    speakers: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])


def score_statements(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> StatementScores:
    """Score predicted statements; articles are matched by id, an article without a prediction found nothing."""
    by_id = {line["id"]: line for line in predicted}
    counts = _Counts()
    for line in gold:
        text = line["text"]
        wanted, found = (
            _normalised(text, line["quotes"]),
            _normalised(text, by_id.get(line["id"], {}).get("quotes", [])),
        )
        for threshold in THRESHOLDS:
            compared = _compare(text, wanted, found, threshold)
            row = counts.span[threshold]
            row[0] += sum(not wanted[number].optional for number in compared.matches)
            row[1] += len(found) - len(compared.neutral)
            row[2] += sum(not piece.optional for piece in wanted)
        _count(counts, _compare(text, wanted, found, MATCH))
    return _summed(counts, len(gold))


def error_table(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Kinds of error with their counts, most frequent first: what was missed, false, cut wrong or misattributed."""
    by_id = {line["id"]: line for line in predicted}
    kinds: Counter[str] = Counter()
    for line in gold:
        text = line["text"]
        found = _normalised(text, by_id.get(line["id"], {}).get("quotes", []))
        kinds.update(_errors(_compare(text, _normalised(text, line["quotes"]), found, MATCH)))
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def _pieces(text: str, quotes: Iterable[Mapping[str, Any]]) -> Iterable[_Piece]:
    for quote in quotes:
        for start, end in quote.get("spans") or [(quote["start"], quote["end"])]:
            low = max(0, start)
            for line in _LINE.finditer(text[low : min(len(text), end)]):
                a, b = low + line.start(), low + line.end()
                while a < b and text[a] in _TRIMMED:
                    a += 1
                while b > a and text[b - 1] in _TRIMMED:
                    b -= 1
                if a < b:
                    yield _Piece(
                        start=a,
                        end=b,
                        speaker=quote.get("speaker"),
                        alternatives=quote.get("speaker_alts") or [],
                        speaker_type=quote.get("speaker_type"),
                        kind=quote.get("type") or quote.get("kind"),
                        optional=bool(quote.get("optional")),
                        key=quote.get("mention") or quote.get("speaker"),
                        cues=[quote["cue"]] if quote.get("cue") else [],
                        mentions=[quote["mention"]] if quote.get("mention") else [],
                    )


def _normalised(text: str, quotes: Iterable[Mapping[str, Any]]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in sorted(_pieces(text, quotes), key=lambda piece: (piece.start, piece.end)):
        last = joined[-1] if joined else None
        if last is None or piece.speaker != last.speaker or not _continues(text, last, piece):
            joined.append(piece)
            continue
        if piece.start >= last.end and piece.kind != last.kind:
            last.kind = "mixed"
        last.end = max(last.end, piece.end)
        last.cues += piece.cues
        last.mentions += piece.mentions
    return [piece for piece in joined if len(text[piece.start : piece.end].split()) >= 2]


def _continues(text: str, last: _Piece, piece: _Piece) -> bool:
    """Whether a piece of the same speaker goes on with the last one: it overlaps, or only punctuation is between."""
    if piece.start < last.end:
        return True
    if piece.optional != last.optional or (piece.speaker is None and piece.key != last.key):
        return False
    return all(character in _TRIMMED for character in text[last.end : piece.start])


def _compare(text: str, gold: list[_Piece], found: list[_Piece], threshold: float) -> _Compared:
    pairs = sorted(
        ((one.overlap(other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in pairs:
        if overlap < threshold:
            break
        if i not in matches and j not in taken:
            matches[i] = j
            taken.add(j)
    neutral = {j for i, j in matches.items() if gold[i].optional}
    doubtful, certain = _covered(len(text), gold, True), _covered(len(text), gold, False)
    for j, piece in enumerate(found):
        half = 0.5 * (piece.end - piece.start)
        if j not in taken and sum(doubtful[piece.start : piece.end]) >= half > sum(certain[piece.start : piece.end]):
            neutral.add(j)
    return _Compared(text, gold, found, matches, neutral)


def _covered(size: int, pieces: Sequence[_Piece], optional: bool | None) -> bytearray:
    cover = bytearray(size)
    for piece in pieces:
        if optional is None or piece.optional == optional:
            cover[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    return cover


def _count(counts: _Counts, compared: _Compared) -> None:
    size = len(compared.text)
    certain, doubtful = _covered(size, compared.gold, False), _covered(size, compared.gold, True)
    found = _covered(size, compared.found, None)
    for wanted, doubt, hit in zip(certain, doubtful, found, strict=True):
        if wanted or not doubt:
            counts.plain["wanted characters"] += wanted
            counts.plain["found characters"] += hit
            counts.plain["right characters"] += wanted and hit
    counts.plain["found"] += len(compared.found) - len(compared.neutral)
    for i, gold in enumerate(compared.gold):
        if gold.optional:
            continue
        matched = i in compared.matches
        counts.plain["wanted"] += 1
        counts.plain["matched"] += matched
        counts.plain["known"] += bool(gold.speaker)
        counts.kinds[str(gold.kind), matched] += 1
        if matched:
            _count_match(counts, gold, compared.found[compared.matches[i]])


def _count_match(counts: _Counts, gold: _Piece, found: _Piece) -> None:
    counts.plain["exact"] += (gold.start, gold.end) == (found.start, found.end)
    for name, wanted, given in (("cue", gold.cues, found.cues), ("mention", gold.mentions, found.mentions)):
        if wanted:
            counts.plain[name] += 1
            counts.plain[name + " same"] += any(same_words(a, b) for a in wanted for b in given)
            counts.plain[name + " overlapping"] += any(share_word(a, b) for a in wanted for b in given)
    if not gold.speaker:
        counts.plain["matched without known speaker"] += 1
        return
    surname = any(same_surname(name, found.speaker, gold.speaker_type) for name in gold.names())
    full = any(same_full(name, found.speaker, gold.speaker_type) for name in gold.names())
    counts.plain["surname"] += surname
    counts.plain["full"] += full
    for group in ("all", gold.speaker_type or "?"):
        counts.speakers[group, "count"] += 1
        counts.speakers[group, "surname"] += surname
        counts.speakers[group, "full"] += full


def _summed(counts: _Counts, articles: int) -> StatementScores:
    plain = counts.plain
    groups = sorted({group for group, _ in counts.speakers}, key=lambda group: (group != "all", group))
    kinds = sorted({kind for kind, _ in counts.kinds})
    attributed = plain["found"] - plain["matched without known speaker"]

    def words(name: str) -> WordScore:
        count = plain[name]
        return WordScore(count, _share(plain[name + " same"], count), _share(plain[name + " overlapping"], count))

    def kind_score(kind: str) -> KindScore:
        total = counts.kinds[kind, True] + counts.kinds[kind, False]
        return KindScore(total, _share(counts.kinds[kind, True], total))

    def speaker_score(group: str) -> SpeakerScore:
        total = counts.speakers[group, "count"]
        return SpeakerScore(
            total, _share(counts.speakers[group, "surname"], total), _share(counts.speakers[group, "full"], total)
        )

    return StatementScores(
        articles=articles,
        wanted=plain["wanted"],
        found=plain["found"],
        matched=plain["matched"],
        spans={threshold: Rates.of(*row) for threshold, row in counts.span.items()},
        exact=Rates.of(plain["exact"], plain["found"], plain["wanted"]),
        characters=Rates.of(plain["right characters"], plain["found characters"], plain["wanted characters"]),
        kinds={kind: kind_score(kind) for kind in kinds},
        cue=words("cue"),
        mention=words("mention"),
        speakers={group: speaker_score(group) for group in groups},
        end_to_end=Rates.of(plain["surname"], attributed, plain["known"]),
        end_to_end_full=Rates.of(plain["full"], attributed, plain["known"]),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _errors(compared: _Compared) -> Iterable[str]:
    touched: set[int] = set()
    for i, gold in enumerate(compared.gold):
        near = [j for j, piece in enumerate(compared.found) if gold.overlap(piece) > 0]
        touched.update(near)
        if gold.optional:
            continue
        if i not in compared.matches:
            yield f"{gold.kind} speech cut wrong" if near else f"{gold.kind} speech missed"
            continue
        found = compared.found[compared.matches[i]]
        if not gold.speaker or any(same_surname(name, found.speaker, gold.speaker_type) for name in gold.names()):
            continue
        linked = any(share_word(a, b) for a in gold.mentions for b in found.mentions)
        group = {"name": "a name", "nominal": "a description", "org": "a body", "pronoun": "a pronoun"}
        who = group.get(gold.speaker_type or "", "nobody")
        if not found.speaker:
            yield f"no speaker where the source is {who}"
        else:
            yield f"wrong {'name for' if linked else 'source chosen instead of'} {who}"
    for j, piece in enumerate(compared.found):
        if j not in compared.matches.values() and j not in compared.neutral and j not in touched:
            yield f"{piece.kind or 'other'} speech where the gold has none"
