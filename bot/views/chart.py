"""A timeline's months as a picture, and the words that tell the same numbers to who cannot see it."""

from __future__ import annotations

import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from bot.texts import Translate
from bot.views.text import width
from index.model import Timeline

NAME = "timeline.png"
MAX_DESCRIPTION = 1024  # of one item of a media gallery
MAX_MONTHS = 60
_LABELLED = 60  # characters of numbers over bars that have room beside each other
_TICKS = 10
_SIZE = (6.0, 2.4)  # inches, at _DPI dots each; Discord shows it about 550 points wide
_DPI = 200
_GROUND, _INK, _FAINT, _BAR = "#22252b", "#e4e6ea", "#4a4f59", "#6ea0dc"  # a ground that suits both of Discord's themes

Months = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn picture. `description` tells every number that it shows."""

    png: bytes
    description: str


def months_of(t: Translate, timeline: Timeline) -> list[tuple[str, int]]:
    """Every month from the first to the last, those without a statement too: ("2022-04", 3).

    The latest `MAX_MONTHS`, and no more than the description has room for. Nothing for a single month.
    """
    counts = dict(timeline.counts)
    if len(counts) < 2:
        return []
    first, last = _number(min(counts)), _number(max(counts))
    numbers = range(max(first, last - MAX_MONTHS + 1), last + 1)
    names = [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]
    months = [(name, counts.get(name, 0)) for name in names]
    while len(months) > 1 and width(describe(t, months)) > MAX_DESCRIPTION:
        del months[0]
    return months


def describe(t: Translate, months: Months) -> str:
    """ "Bar chart of statements by month. 2022: March 1, April 5. 2023: January 2. Other months: none." """
    years: list[str] = []
    for year, group in itertools.groupby(months, key=lambda month: month[0][:4]):
        said = [f"{_month(t, name)} {t.number(count)}" for name, count in group if count]
        if said:
            years.append(f"{int(year)}: {', '.join(said)}.")
    rest = [t("chart.none")] if any(count == 0 for _, count in months) else []
    return " ".join([t("chart.title"), *years, *rest])


def draw(t: Translate, months: Months) -> bytes:
    """A PNG with one bar a month. Takes as long as a hundred questions: call it in a thread, one at a time.

    Raises ImportError without the extra `charts`, OSError where matplotlib finds no place for its cache.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine
    from matplotlib.ticker import MaxNLocator

    layout = ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.1)  # inches
    figure = Figure(figsize=_SIZE, dpi=_DPI, facecolor=_GROUND, layout=layout)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=_GROUND)
    counts = [count for _, count in months]
    bars = axes.bar(range(len(months)), counts, width=min(0.72, 0.09 * len(months)), color=_BAR)
    labels = [t.number(count) if count else "" for count in counts]
    if len(months) * (1 + max(map(len, labels))) <= _LABELLED:
        axes.bar_label(bars, labels=labels, padding=3, color=_INK, fontsize=9)
    places = _ticks(months)
    named = [_tick(t, months, before, place) for before, place in itertools.pairwise([-1, *places])]
    axes.set_xticks(places, labels=named)
    axes.set_xlim(-0.6, len(months) - 0.4)
    axes.set_title(t("chart.heading"), loc="left", color=_INK, fontsize=10)
    axes.set_ylim(0, max(counts) * 1.2 or 1)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.tick_params(colors=_INK, length=0, labelsize=9)
    axes.grid(axis="y", color=_FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    out = io.BytesIO()
    canvas.print_png(out)
    return out.getvalue()


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def _month(t: Translate, month: str) -> str:
    return t(f"date.month.{int(month[5:])}")


def _ticks(months: Months) -> list[int]:
    """Places of the named months: all, or every second, third, fourth or sixth of a year, or every January."""
    for step in (1, 2, 3, 4, 6):
        places = [place for place, (name, _) in enumerate(months) if (int(name[5:]) - 1) % step == 0]
        if len(places) <= _TICKS:
            return places
    return [place for place, (name, _) in enumerate(months) if name.endswith("-01")]


def _tick(t: Translate, months: Months, before: int, place: int) -> str:
    """ "Apr", with the year beneath where the name before has another."""
    month = months[place][0]
    short = _month(t, month)[:3]
    same = before >= 0 and months[before][0][:4] == month[:4]
    return short if same else f"{short}\n{int(month[:4])}"
