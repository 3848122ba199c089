"""How a network is run: one thread a session, none that spins, and no step that is slower than what it replaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# onnxruntime puts "add, then normalise" into one step whose kernel takes eight times as long as the two (version 1.32,
# 256 x 384 numbers: .41 ms and .05): a fifth of the tagger's time and a seventh of the reader's.
SLOW = ("SkipLayerNormFusion",)


def one_thread_each() -> None:
    """Keep numpy from threads of its own, which wait by spinning: for the start of a process, before numpy is imported.

    Beside another process they made the small products of attribution eight times as dear (.8 s for 60 articles, .1
    without). What is set in the environment already stays.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def open_session(weights: Path, *, threads: int = 1, given: Mapping[str, Any] | None = None) -> Any:
    """A session over a network's file, read by its path: it would keep the bytes of what it is given.

    `threads` share one call; more than one wait for each other at every step, and for the slowest core of a busy
    machine. `given`: numbers (`onnxruntime.OrtValue`) that stand for those of the same names in the file; the caller
    keeps them. Raises what onnxruntime raises, which derives from Exception alone.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    for name, value in (given or {}).items():
        options.add_initializer(name, value)
    return onnxruntime.InferenceSession(
        str(weights), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOW)
    )
