"""How far the confidence can be believed: `python -m benchmarks.reliability OUT.png RUN.json [RUN.json …]`.

RUN.json is what `onrecord eval questions … --save RUN.json` wrote. Needs matplotlib (`pip install matplotlib`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

BINS = 5


def bins(pairs: Sequence[tuple[float, bool]], count: int = BINS) -> list[tuple[float, float, int]]:
    """(mean confidence, share answerable, how many) in bins of equal size; empty bins are left out."""
    ordered = sorted(pairs)
    found: list[tuple[float, float, int]] = []
    for i in range(count):
        part = ordered[i * len(ordered) // count : (i + 1) * len(ordered) // count]
        if part:
            mean = sum(confidence for confidence, _ in part) / len(part)
            found.append((mean, sum(yes for _, yes in part) / len(part), len(part)))
    return found


def draw(pairs: Sequence[tuple[float, bool]]) -> Figure:
    """The reliability diagram: a calibrated confidence lies on the diagonal."""
    figure = Figure(figsize=(5, 4.4), dpi=110, layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#999999", linestyle="--", linewidth=1, label="calibrated")
    points = bins(pairs)
    axes.plot([x for x, _, _ in points], [y for _, y, _ in points], color="#2b5797", marker="o", label="measured")
    for x, y, n in points:
        axes.annotate(f"{n}", (x, y), textcoords="offset points", xytext=(6, -12), fontsize=8)
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel="confidence of the answer", ylabel="share of questions answerable")
    axes.legend(loc="upper left", frameon=False)
    return figure


def main() -> None:
    """Write the picture and print the bins."""
    parser = argparse.ArgumentParser("python -m benchmarks.reliability", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    given = parser.parse_args()
    rows = [row for run in given.runs for row in json.loads(run.read_text(encoding="utf-8"))["questions"]]
    pairs = [(float(row["confidence"]), bool(row["answerable"])) for row in rows]
    for mean, share, count in bins(pairs):
        print(f"confidence {mean:.2f}  answerable {share:.2f}  of {count}")
    draw(pairs).savefig(given.out)


if __name__ == "__main__":
    main()
