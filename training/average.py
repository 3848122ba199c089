"""The mean of several trained taggers: `python -m training.average OUT.pt TAGGER.pt TAGGER.pt [...]`.

A "model soup" (Wortsman et al. 2022, arXiv 2203.05482): runs that begin from the same weights and differ in the order
of what they read end in one basin, and the mean of their weights is often better than each, at the cost of one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("states", type=Path, nargs="+")
    options = parser.parse_args()
    saved = [torch.load(path, weights_only=True) for path in options.states]
    if any(one["start"] != saved[0]["start"] for one in saved):
        raise SystemExit("the runs do not begin from the same weights")
    mean = {
        name: torch.stack([one["state"][name].float() for one in saved]).mean(0).to(value.dtype)
        for name, value in saved[0]["state"].items()
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"state": mean, "start": saved[0]["start"]}, options.out)


if __name__ == "__main__":
    main()
