"""Counts by month as a small SVG that needs neither styles nor scripts of its own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from web.views.text import count as count_of
from web.views.text import month

WIDTH, HEIGHT = 640, 120
_MOST_MONTHS = 72  # more are drawn by year


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in the chart's units."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    link: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws; `summary` says the same in words."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    most: int
    summary: str


def chart(counts: Sequence[tuple[str, int]], link: Callable[[str], str], what: str) -> Chart | None:
    """Bars from the first month ("2022-04") to the last, empty months left as gaps; long spans by year.

    `link` gives the address of a month or year. None where nothing has a date.
    """
    if not counts:
        return None
    first, last = counts[0][0], counts[-1][0]
    by_year = _index(last) - _index(first) >= _MOST_MONTHS
    grouped: dict[str, int] = {}
    for key, count in counts:
        group = key[:4] if by_year else key
        grouped[group] = grouped.get(group, 0) + count
    place: Callable[[str], int] = int if by_year else _index
    base = place(min(grouped))
    slots = place(max(grouped)) - base + 1
    step = WIDTH / max(slots, 12)
    most = max(grouped.values())
    bars = tuple(
        Bar(
            x=round((place(key) - base) * step + step * 0.1, 2),
            y=round(HEIGHT - HEIGHT * count / most, 2),
            width=round(step * 0.8, 2),
            height=round(HEIGHT * count / most, 2),
            label=key if by_year else month(key),
            count=count,
            link=link(key),
        )
        for key, count in grouped.items()
    )
    top = max(bars, key=lambda bar: bar.count)
    total, first_label, last_label = count_of(sum(grouped.values()), what), bars[0].label, bars[-1].label
    spoken = f"{total} from {first_label} to {last_label}, most in {top.label} ({most})"
    return Chart(
        bars=bars,
        first=first_label,
        last=last_label,
        most=most,
        summary=spoken if len(bars) > 1 else f"{total}, all in {first_label}",
    )


def window_of(key: str) -> tuple[str, str]:
    """The first and the last day of a month ("2022-04") or year."""
    if len(key) == 4:
        return f"{key}-01-01", f"{key}-12-31"
    return f"{key}-01", f"{key}-{monthrange(int(key[:4]), int(key[5:7]))[1]}"


def _index(key: str) -> int:
    return int(key[:4]) * 12 + int(key[5:7]) - 1
