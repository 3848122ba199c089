"""Interviews whose labels stop: the first question and answer have them, and then paragraphs take turns without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import is_note
from index.attribution.transcripts.parted import label_name
from index.attribution.transcripts.people import head_people
from index.attribution.transcripts.unmarked import is_interview_with_one, is_question, lines_to_the_end
from index.language.transcripts import OUTLETS
from index.names.parse import fold

_MOST_PAIRS = 3  # that have labels before these stop
_LEAST_PAIRS = 3  # without labels: a paragraph that asks, and one behind it that does not
_MOST_OTHERS = 2  # of full names, who say a word in between
_LEAST_ASK = 0.25  # share of the paragraphs without labels that ask
_LEAST_TO_YOU = 0.5  # share of these that ask "you"
_TO_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def labels_that_stop(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of an interview that labels an outlet's first question and the answer of whom the title names alone,
    and whose paragraphs take turns below: "Karst Times:", "Jane Roe:", and no more.

    A paragraph that asks is nobody's, and the one right behind it hers. All else may be either's, as may what stands
    behind two that ask: nobody's. Somebody else with a full name has one paragraph. `()` for any other text.
    """
    above = text[: marks[0].start].strip() if marks else ""
    labelled, others = _parted(text, title or above.split("\n")[0], marks)
    if not labelled:
        return ()
    rest = [(a, b) for a, b in lines_to_the_end(text) if a > labelled[-1].end and not is_note(text[a:b])]
    named = {m.start: m for m in others}
    asks = [a not in named and is_question(text[a:b]) for a, b in rest]
    # Between two that ask alone: an answer that asks back leaves open who is next.
    plain = [asks[i - 1] and not (i > 1 and asks[i - 2]) for i in range(len(rest))]
    plain = [i > 0 and plain[i] and not asks[i] and rest[i][0] not in named for i in range(len(rest))]
    to_you = sum(_TO_YOU.search(text, a, b) is not None for (a, b), ask in zip(rest, asks, strict=True) if ask)
    few = sum(asks) < _LEAST_ASK * len(rest) or to_you < _LEAST_TO_YOU * sum(asks)
    if few or sum(plain) < max(_LEAST_PAIRS, len(labelled) // 2):
        return ()
    found = [replace(m, kind="answer" if i % 2 else "question") for i, m in enumerate(labelled)]
    for i, (a, _) in enumerate(rest):
        if a in named:
            found.append(replace(named[a], sure=True))
        elif plain[i]:
            found.append(Mark(a, a, "A", "answer"))
        else:
            again = asks[i] and i > 0 and asks[i - 1]
            found.append(Mark(a, a, "Q", "question" if asks[i] and not again else "voice"))
    return tuple(found)


def _parted(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Sequence[Mark], Sequence[Mark]]:
    """The labels of the two who take turns first, and those of others below; none where it is no such interview."""
    if len(marks) < 2 or not is_interview_with_one(title) or any(m.kind in ("bare", "answer", "voice") for m in marks):
        return (), ()
    asker, guest = marks[:2]
    outlet = asker.kind == "question" or OUTLETS.search(asker.label) or fold(asker.label) in fold(title or "").split()
    theirs = guest.key in {p.parsed.surname_key for p in head_people(title, "") if p.parsed.given}
    stop = next((i for i, m in enumerate(marks) if m.key != marks[i % 2].key), len(marks))
    labelled, others = marks[: stop - stop % 2], marks[stop - stop % 2 :]
    two = {asker.key, guest.key}
    full = [m for m in others if m.kind == "name" and label_name(m.label).given]
    asked = text[asker.end : guest.start].rstrip().endswith("?")
    alone = two.isdisjoint(m.key for m in others) and len(full) <= _MOST_OTHERS
    fits = bool(outlet) and theirs and asker.key != guest.key and asked and alone
    return (labelled, full) if fits and 2 <= len(labelled) <= 2 * _MOST_PAIRS else ((), ())
