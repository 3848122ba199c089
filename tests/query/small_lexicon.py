"""A small archive's knowledge for the tests of interpretation: fictional people, offices and outlets."""

from __future__ import annotations

import datetime as dt

from index.query.interpret import Lexicon
from index.query.people import SpeakerMatch

PEOPLE = {
    "Mara Vorn": 40,
    "Pavel Vorn": 2,
    "Jonas Adler": 30,
    "Tessa Quill": 12,
    "Olga May": 6,
    "Ivo March": 5,
    "Bernd Sanders": 5,
    "Mayor Ilse Tarn": 3,
    "Brandt": 2,
    "Harbour Ministry": 4,
    "Seán O'Hara": 3,
}
# Office -> (holder, first year, last year)
OFFICES = {
    "nato chief": ("Tessa Quill", 2020, 2022),
    "foreign minister": ("Jonas Adler", 2020, 2022),
    "secretary of state": ("Jonas Adler", 2020, 2022),
    "prime minister": ("Mara Vorn", 2021, 2022),
    "harbour union boss": ("Ivo March", 2020, 2022),
}
SOURCES = ("The Harbour Times", "Northern Post", "Sunday Ledger", "Politika Today")
FIRST, LAST = dt.date(2020, 1, 1), dt.date(2022, 12, 31)
ASKED = dt.date(2022, 6, 15)  # a Wednesday


def find_speaker(words: str, on: dt.date | None) -> tuple[SpeakerMatch, ...]:
    """Full names, surnames, offices by date, a letter more, less or other; best first."""
    wanted = words.casefold().replace("’", "'")
    if wanted in OFFICES:
        holder, begin, end = OFFICES[wanted]
        return (SpeakerMatch(holder, "role", 0.88),) if on is None or begin <= on.year <= end else ()
    busiest = sorted(PEOPLE, key=lambda name: -PEOPLE[name])
    full = tuple(SpeakerMatch(name, "full", 1.0) for name in busiest if name.casefold() == wanted)
    surname = tuple(SpeakerMatch(name, "surname", 0.9) for name in busiest if name.casefold().split()[-1] == wanted)
    begun = tuple(SpeakerMatch(n, "surname", 0.6) for n in busiest if n.casefold().endswith(f" {wanted}"))
    if full or surname:
        return full or surname
    near = [
        n
        for n in busiest
        if _near(n.casefold(), wanted) or (len(wanted) > 4 and _near(n.split()[-1].casefold(), wanted))
    ]
    return tuple(SpeakerMatch(name, "fuzzy", 0.7) for name in near) or begun


def _near(a: str, b: str) -> bool:
    """Whether one letter was changed, added, dropped, or swapped with the next."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    swapped = a[:start] + a[start + 1 : start + 2] + a[start : start + 1] + a[start + 2 :]
    return swapped == b or any(a[start + i :] == b[start + j :] for i, j in ((1, 1), (0, 1), (1, 0)))


def lexicon(*, articles: bool = True) -> Lexicon:
    """The archive of 2020 to 2022, with one article every day, or with none anywhere."""

    def count_in(since: dt.date | None, until: dt.date | None) -> int:
        return max((min(until or LAST, LAST) - max(since or FIRST, FIRST)).days + 1, 0) if articles else 0

    return Lexicon(
        sources=SOURCES,
        first=FIRST,
        last=LAST,
        find_speaker=find_speaker,
        topic_words=lambda word: {"georgia": 20, "parliament": 9, "sato": 1, "ken": 2}.get(word, 0),
        statements=PEOPLE.__getitem__,
        count_in=count_in,
    )
