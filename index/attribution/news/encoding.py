"""Text -> what the tagger reads: word pieces with case, quotation state and paragraph starts, cut into windows.

Training (`training/`) and inference use this one module, so that both see the same input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from index.attribution.news.quotes import Quotation, find_quotations, paragraphs, quotation_state

WINDOW = 256
STEP = 208
CLS, SEP, PAD = 101, 102, 0
LOWER, TITLE, UPPER, OTHER = 0, 1, 2, 3

_SURROGATES = re.compile("[\ud800-\udfff]")
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as `n` word pieces: ids, case, quotation state, paragraph start, offsets in characters (each `(n,)`)."""

    text: str
    quotations: tuple[Quotation, ...]
    ids: Ints
    case: Ints
    state: Ints
    first: Ints
    goes_on: NDArray[np.bool_]  # the piece continues the word of the piece before it
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(vocabulary: Path) -> Tokenizer:
    """The tokenizer over a vocabulary file, one piece a line. Raises OSError when it cannot be read."""
    return make_tokenizer(vocabulary.read_text(encoding="utf-8").split("\n"))


def make_tokenizer(pieces: Sequence[str]) -> Tokenizer:
    """The uncased BERT tokenizer over a vocabulary in order."""
    numbers = {piece: number for number, piece in enumerate(pieces) if piece}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def encode(tokenizer: Tokenizer, text: str) -> Encoded:
    """Read a text of any length and any characters; offsets are characters of `text`."""
    # A lone surrogate cannot be passed on as UTF-8; any other sign of one character keeps the offsets.
    encoding = tokenizer.encode(_SURROGATES.sub("?", text), add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    quotations = find_quotations(text)
    state = quotation_state(text, quotations)
    starts, ends = offsets[:, 0], offsets[:, 1]
    words = np.asarray([-1 if word is None else word for word in encoding.word_ids], dtype=np.int64)
    return Encoded(
        text=text,
        quotations=quotations,
        ids=np.asarray(encoding.ids, dtype=np.int64),
        case=_cases(text, encoding.word_ids, offsets),
        state=np.frombuffer(bytes(state), dtype=np.uint8)[starts].astype(np.int64) if len(starts) else starts.copy(),
        first=_paragraph_starts(text, starts),
        goes_on=np.concatenate([np.zeros(min(1, len(words)), dtype=np.bool_), words[1:] == words[:-1]]),
        starts=starts,
        ends=ends,
    )


def windows(length: int, shift: int = 0, step: int = STEP) -> Iterator[tuple[int, int]]:
    """Cut `length` pieces into windows `[start, end)` of at most WINDOW - 2, each `step` after the last."""
    size = WINDOW - 2
    start = -shift
    while True:
        yield max(start, 0), min(start + size, length)
        if start + size >= length:
            return
        start += step


def window_inputs(encoded: Encoded, start: int, end: int) -> dict[str, Ints]:
    """The network's inputs `(1, end - start + 2)` for the pieces `[start, end)`: ids, case, state, first and mask."""
    shape = (1, end - start + 2)
    inputs = {name: np.zeros(shape, dtype=np.int64) for name in ("ids", "case", "state", "first")}
    for name, values in inputs.items():
        values[0, 1:-1] = getattr(encoded, name)[start:end]
    inputs["ids"][0, 0], inputs["ids"][0, -1] = CLS, SEP
    return {**inputs, "mask": np.ones(shape, dtype=np.int64)}


def _cases(text: str, words: list[int | None], offsets: Ints) -> Ints:
    cases = np.zeros(len(words), dtype=np.int64)
    begin = 0
    while begin < len(words):
        stop = begin + 1
        while stop < len(words) and words[stop] == words[begin]:
            stop += 1
        word = text[offsets[begin, 0] : offsets[stop - 1, 1]]
        if word.islower():
            case = LOWER
        elif word.isupper() and len(word) > 1:
            case = UPPER
        elif word[:1].isupper():
            case = TITLE
        else:
            case = OTHER
        cases[begin:stop] = case
        begin = stop
    return cases


def _paragraph_starts(text: str, starts: Ints) -> Ints:
    first = np.zeros(len(starts), dtype=np.int64)
    for begin, _ in paragraphs(text):
        place = int(np.searchsorted(starts, begin))
        if place < len(starts):
            first[place] = 1
    return first
