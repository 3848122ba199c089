"""Who comes next, as those before and behind her call her: "I'd like to invite Mayor Jane Roe" before a voice that only
a program told apart, "-- Jane." before "ROE:", of whom no text gives a full name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import Person, scan_people
from index.attribution.transcripts.running import full_name_in
from index.language.names import GIVEN_NAMES
from index.names.parse import fold, parse_name

_INVITES = re.compile(
    r"\b(?:(?i:like to|let me|want to|going to|I[’']ll|we[’']ll|please|now)"
    r" (?i:invite|welcome|introduce|bring up|call up|call on|hear from"
    r"|(?:turn|hand) (?:(?:it|things|the floor|the mic|the microphone) )?over to)|over to)\s"
    r"(?P<who>(?:our |the )?(?:(?:Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Prof)\.|[^.;:!?\n—–]){3,90})"
)
_WHO_ENDS = re.compile(r"\s(?:from|to|up|for|who|and|with|here)\s")
_TAIL = 320  # characters of a turn in which the next one is invited
_NEAR = 40  # characters at the end of a turn
_LEAST, _AGREE = 3, 0.8  # times that somebody is called so, and the share that agrees
# "-- Don." at the end, "Don, we are here" at the beginning
_CALLED_LAST = re.compile(r"(?:--|[—–]|,)\s?(?P<given>[A-Z][a-z]{2,})[.?]?\s*$")
_CALLED_FIRST = re.compile(
    r"\s*(?:(?:Yeah|Yes|No|Well|So|Thanks?|Thank you|Good (?:morning|evening)|Hi|Hey|Hello|Look|And|But|OK),? )?"
    r"(?P<given>[A-Z][a-z]{2,}),\s"
)


def invited(text: str, marks: Sequence[Mark], ends: Sequence[int], apart: re.Pattern[str]) -> dict[str, Person]:
    """By the label of a voice (`apart` tells which are those of a program) the one whom another voice invites right
    before it first speaks; nobody whom two are called, nor who is invited twice."""
    seen: set[str] = set()
    found: dict[str, Person] = {}
    for i, mark in enumerate(marks):
        if mark.label in seen or not apart.fullmatch(mark.label):
            continue
        seen.add(mark.label)
        if i and marks[i - 1].label != mark.label:
            told = text[max(marks[i - 1].end, ends[i - 1] - _TAIL) : ends[i - 1]]
            last = list(_INVITES.finditer(told))
            people = scan_people(f"by {_WHO_ENDS.split(last[-1]['who'])[0]}", 1) if last else ()
            if len(people) == 1 and people[0].parsed.given:
                found[mark.label] = people[0]
    names = Counter(person.name for person in found.values())
    return {label: person for label, person in found.items() if names[person.name] == 1}


def called(text: str, marks: Sequence[Mark]) -> Iterator[Person]:
    """Those whose labels are a surname alone, under the given name by which those right before and behind call them,
    where the text gives no full name of theirs."""
    labels = {m.label for m in marks if m.kind == "caps" and m.label.isalpha() and not m.note}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ends = [*(later.start for _, later in pairwise(marks)), len(text)]
    said = [text[mark.end : end] for mark, end in zip(marks, ends, strict=True)]
    for i, mark in enumerate(marks):
        if mark.label not in labels:
            continue
        before = said[i - 1] if i and marks[i - 1].label != mark.label else ""
        behind = said[i + 1] if i + 1 < len(marks) and marks[i + 1].label != mark.label else ""
        for found in (
            _CALLED_LAST.search(before.rstrip()[-_NEAR:]),
            _CALLED_FIRST.match(before),
            _CALLED_FIRST.match(behind),
        ):
            if found is not None and fold(found["given"]) in GIVEN_NAMES:
                votes[mark.label][found["given"]] += 1
    best = {label: names.most_common(1)[0] for label, names in votes.items()}
    sure = {label: given for label, (given, n) in best.items() if n >= max(_LEAST, _AGREE * votes[label].total())}
    for label, given in sure.items():
        name = parse_name(f"{given} {label.title()}")
        alone = list(sure.values()).count(given) == 1 and fold(given) != fold(label)
        if alone and name.surname and full_name_in(text, parse_name(label.title())) is None:
            yield Person(name.full, "", name, 2)
