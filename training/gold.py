"""Read the annotated articles and turn them into labels of word pieces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.attribution.news.encoding import Encoded, Ints

EDGE = " \t\r\u00a0\"“”‘’'`«»„,.;:!?-–—()[]…*"
IGNORED = -100
OUT, BEGIN, IN = 0, 1, 2
HELD_OUT_SHARE = 7  # one article in seven


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Annotated articles, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def held_out(article: Mapping[str, Any]) -> bool:
    """Whether the article belongs to the development part: by a hash of its id, so about alike in every outlet."""
    return hashlib.sha256(str(article["id"]).encode()).digest()[0] % HELD_OUT_SHARE == 0


def trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut at line ends, each piece without marks and white space at its edges."""
    pieces: list[tuple[int, int]] = []
    position = start
    for line in text[start:end].splitlines(keepends=True):
        a, b = position, position + len(line)
        position = b
        while a < b and (text[a] in EDGE or text[a].isspace()):
            a += 1
        while b > a and (text[b - 1] in EDGE or text[b - 1].isspace()):
            b -= 1
        if a < b:
            pieces.append((a, b))
    return pieces


def covered(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """The word pieces that overlap the characters `[start, end)`, as `[first, last)`."""
    first = int(np.searchsorted(encoded.ends, start, side="right"))
    last = int(np.searchsorted(encoded.starts, end, side="left"))
    return first, max(first, last)


def label(encoded: Encoded, quotes: Sequence[Mapping[str, Any]]) -> dict[str, Ints]:
    """Labels of every word piece.

    `content`, `cue`, `mention`: BIO labels (IGNORED inside doubtful statements). `owner`: number of the statement
    that the piece is content or cue of, -1 for none. `source_of` and `cue_of`: number of the statement that the
    piece is mention or cue of. All of shape `(n,)`; mentions shared by statements are kept in `shared`, `(m, 2)`
    pairs of (piece, statement).
    """
    size = len(encoded)
    content, cue, mention = (np.zeros(size, dtype=np.int64) for _ in range(3))
    owner = np.full(size, -1, dtype=np.int64)
    sources: list[tuple[int, int]] = []
    cues: list[tuple[int, int]] = []
    order = sorted(
        range(len(quotes)), key=lambda n: (bool(quotes[n]["optional"]), quotes[n]["start"] - quotes[n]["end"])
    )
    for number in reversed(order):  # certain ones last, the longest of them last of all: they overwrite
        quote = quotes[number]
        for span in quote["spans"]:
            for a, b in trimmed(encoded.text, *span):
                first, last = covered(encoded, a, b)
                if quote["optional"]:
                    content[first:last] = IGNORED
                elif last > first:
                    content[first:last] = IN
                    content[first] = BEGIN
                owner[first:last] = number
    for number, quote in enumerate(quotes):
        for target, spans, pairs in ((cue, quote["cue_spans"], cues), (mention, quote["source_spans"], sources)):
            for span in spans or []:
                for a, b in trimmed(encoded.text, *span):
                    first, last = covered(encoded, a, b)
                    if last <= first:
                        continue
                    if not target[first:last].any():
                        target[first:last] = IN
                        target[first] = BEGIN
                    pairs.extend((piece, number) for piece in range(first, last))
    for piece, number in cues:
        if owner[piece] < 0:
            owner[piece] = number
    return {
        "content": content,
        "cue": cue,
        "mention": mention,
        "owner": owner,
        "sources": np.asarray(sources, dtype=np.int64).reshape(-1, 2),
        "cues": np.asarray(cues, dtype=np.int64).reshape(-1, 2),
    }
