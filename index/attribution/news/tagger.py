"""The tagger: one int8 ONNX network that marks content, cue and source mention, and points from content to both.

Ten layers of bge-small with embeddings of case, quotation state and paragraph start, trained by `training/`; figures
and origin in docs/attribution.md and in the weights' ORIGIN.json.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.attribution.news.encoding import WINDOW, Encoded, encode, load_tokenizer, window_inputs, windows
from index.errors import ModelError
from index.heap import give_back
from index.sessions import open_session

WEIGHTS = Path(__file__).parent / "weights"
CONTENT, CUE, MENTION = 0, 1, 2
OUT, BEGIN, IN = 0, 1, 2
TO_MENTION, TO_CUE = 0, 1
_POINTER = 64
_EDGE = 24  # pieces at a window's edge that count less, since they see less around them

Floats = NDArray[np.float32]
Pieces = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """The pointer vectors `(end - start + 1, 4 * 64)` of the pieces `[start, end)`; row 0 is "not in this window"."""

    start: int
    end: int
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of word pieces `[start, end)` and the mean probability of its pieces."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Pointed:
    """Probability of being pointed at, summed up over the pieces `[start, end)`; `none` is that of no piece of them."""

    start: int
    end: int
    sums: Floats
    none: float

    def share(self, start: int, end: int) -> float:
        """The probability of the pieces `[start, end)`."""
        low, high = max(start, self.start) - self.start, min(end, self.end) - self.start
        return float(self.sums[high] - self.sums[low]) if high > low else 0.0


@dataclass(frozen=True, slots=True)
class Tagged:
    """The network's view of one text: probabilities `(n, 3, 3)` by piece, head and BIO, and the pointers' windows."""

    encoded: Encoded
    probabilities: Floats
    windows: tuple[Window, ...]
    starts: tuple[int, ...]  # of the windows

    def inside(self, head: int) -> Floats:
        """Probability `(n,)` that a piece belongs to a span of the head."""
        return 1.0 - self.probabilities[:, head, OUT]

    def points(self, which: int, pieces: Sequence[int]) -> Pointed | None:
        """Where the pieces of a statement point, seen in the window that shows most around them; None for no window."""
        window = self._around(pieces[0], pieces[-1] + 1)
        if window is None:
            return None
        rows = np.asarray([p - window.start + 1 for p in pieces if window.start <= p < window.end], dtype=np.int64)
        if not len(rows):
            return None
        question = window.vectors[rows, 2 * which * _POINTER : (2 * which + 1) * _POINTER]
        key = window.vectors[:, (2 * which + 1) * _POINTER : (2 * which + 2) * _POINTER]
        scores = question @ key.T / np.float32(_POINTER**0.5)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        mass = (scores / scores.sum(axis=1, keepdims=True)).mean(axis=0)
        return Pointed(window.start, window.end, np.cumsum(mass), float(mass[0]))

    def _around(self, start: int, end: int) -> Window | None:
        """The window that shows most of `[start, end)` and most of what is around it."""
        last = bisect_right(self.starts, start)

        def view(window: Window) -> tuple[int, int]:
            overlap = min(end, window.end) - max(start, window.start)
            left = start - window.start if window.start else WINDOW
            right = window.end - end if window.end < len(self.encoded) else WINDOW
            return overlap, min(left, right)

        return max(self.windows[max(0, last - 3) : last + 1], key=view, default=None)


def decode(probabilities: Floats, breaks: NDArray[np.int64], favour: float, least: float) -> list[Marked]:
    """BIO probabilities `(n, 3)` -> spans.

    B and I are favoured by `favour` (log odds); a span never runs over a break (`(n,)`, 1 where a paragraph starts);
    spans whose pieces have a mean probability under `least` are dropped.
    """
    scores = np.log(np.maximum(probabilities, 1e-9))
    scores[:, 1:] += favour
    labels = scores.argmax(axis=1)
    inside = 1.0 - probabilities[:, OUT]
    found: list[Marked] = []
    at = 0
    while at < len(labels):
        if labels[at] == OUT:
            at += 1
            continue
        stop = at + 1
        while stop < len(labels) and labels[stop] == IN and not breaks[stop]:
            stop += 1
        mean = float(inside[at:stop].mean())
        if mean >= least:
            found.append(Marked(at, stop, mean))
        at = stop
    return found


class Tagger:
    """The network, its tokenizer and version. Safe to use from several threads."""

    def __init__(self, session: Any, tokenizer: Tokenizer, version: str) -> None:
        self._session = session
        self._inputs = {one.name for one in session.get_inputs()}  # fused weights have no mask
        self._tokenizer = tokenizer
        self.version = version

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> Tagger:
        """Load from a folder of `tagger.onnx`, `vocab.txt` and `ORIGIN.json` (the package's own by default).

        Raises ModelError when a file is missing or damaged.
        """
        folder = WEIGHTS if path is None else path
        try:
            origin: dict[str, Any] = json.loads((folder / "ORIGIN.json").read_text(encoding="utf-8"))
            tokenizer = load_tokenizer(folder / "vocab.txt")
            session = open_session(folder / "tagger.onnx", threads=threads)
            give_back()
            return cls(session, tokenizer, str(origin["version"]))
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise ModelError(
                f"The attribution weights in {folder} cannot be loaded ({error}); install the package anew, "
                "or train them as docs/attribution.md says."
            ) from error
        except Exception as error:  # onnxruntime raises its own types, which derive from Exception only
            if not type(error).__module__.startswith("onnxruntime"):
                raise
            raise ModelError(f"The attribution weights in {folder} are damaged; install the package anew.") from error

    def tag_many(self, texts: Sequence[str]) -> list[Tagged]:
        """Tag texts of any length."""
        return [self._tag(encode(self._tokenizer, text)) for text in texts]

    def _tag(self, encoded: Encoded) -> Tagged:
        # One window at a time: the int8 network scales its activations by what it is given together, so that in a
        # batch an article's result would hang on its companions. On a CPU larger batches are no faster (measured).
        total = np.zeros((len(encoded), 9), dtype=np.float32)
        weights = np.zeros((len(encoded), 1), dtype=np.float32)
        seen: list[Window] = []
        for start, end in windows(len(encoded)):
            if end <= start:
                continue
            logits, vectors = self._run(encoded, start, end)
            weight = _edge_weights(start, end, len(encoded))
            total[start:end] += _log_softmax(logits[1:-1]) * weight
            weights[start:end] += weight
            seen.append(Window(start, end, vectors[:-1]))
        total /= np.maximum(weights, np.float32(1e-9))
        return Tagged(
            encoded, _by_words(_probabilities(total), encoded), tuple(seen), tuple(window.start for window in seen)
        )

    def _run(self, encoded: Encoded, start: int, end: int) -> tuple[Floats, Floats]:
        """BIO logits `(end - start + 2, 9)` and pointer vectors `(end - start + 2, 4 * 64)` of one window."""
        inputs = {name: held for name, held in window_inputs(encoded, start, end).items() if name in self._inputs}
        logits, vectors = self._session.run(["tags", "pointers"], inputs)
        return np.asarray(logits, dtype=np.float32)[0], np.asarray(vectors, dtype=np.float32)[0]


def _edge_weights(start: int, end: int, length: int) -> Floats:
    places = np.arange(start, end, dtype=np.float32)
    left = places - start + 1 if start else np.full_like(places, _EDGE)
    right = end - places if end < length else np.full_like(places, _EDGE)
    weights = np.minimum(np.minimum(left, right), _EDGE) / _EDGE
    return weights.astype(np.float32)[:, None]


def _log_softmax(logits: Floats) -> Floats:
    parts = logits.reshape(-1, 3, 3).astype(np.float32)
    parts -= parts.max(axis=2, keepdims=True)
    parts -= np.log(np.exp(parts).sum(axis=2, keepdims=True))
    return parts.reshape(-1, 9)


def _probabilities(log_probabilities: Floats) -> Floats:
    parts = np.exp(log_probabilities.reshape(-1, 3, 3))
    parts /= np.maximum(parts.sum(axis=2, keepdims=True), np.float32(1e-9))
    return parts


def _by_words(probabilities: Floats, encoded: Encoded) -> Floats:
    """Every piece of a word goes with its first piece, so that no span begins or ends inside a word."""
    heads = np.maximum.accumulate(np.where(encoded.goes_on, 0, np.arange(len(encoded))))
    out = probabilities[heads]
    out[encoded.goes_on, :, IN] += out[encoded.goes_on, :, BEGIN]
    out[encoded.goes_on, :, BEGIN] = 0.0
    return out
