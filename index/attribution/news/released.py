"""Words that a text gives without marks below who says them: "Minister Jane Roe said:" above paragraphs of a release,
"Jane Roe, Interior Minister (through interpreter):" above one of a broadcast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, overlap
from index.attribution.news.quotes import paragraphs
from index.language.verbs import is_telling
from index.names.parse import fold
from index.names.roles import is_person_noun

_MINE = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Oo]ur)\b(?!\.)")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_MARKS = '“”"«»'
_ENDS = ".!?…"
_LEAST = 6  # words of a paragraph


def with_rest(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each below "Roe said:" with the paragraphs in the first person that follow, none of them in marks, up
    to a heading, to words of another, and to what a paragraph tells of."""
    out = list(drafts)
    rows = list(paragraphs(text))
    for one in drafts:
        at = next((k for k, (start, end) in enumerate(rows) if start <= one.start < end), None)
        if at is None or at == 0 or one not in out or not _leads(text, rows[at - 1], one):
            continue
        whole = one
        for row in rows[at + 1 :]:
            within = [draft for draft in out if any(overlap(row, span) for span in draft.spans)]
            if not _is_hers(text, row) or any(draft.mention != one.mention for draft in within):
                break
            out = [draft for draft in out if draft not in within]
            whole = replace(whole, spans=(*whole.spans, row))
        out = [whole if draft is one else draft for draft in out]
    return out


# "Jane Roe, Interior Minister, Karst (through interpreter):" on a line of its own
_LABEL = re.compile(
    r"^(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}), (?P<who>[^\n:“”\"]{3,100}):[ \t]*$", re.MULTILINE
)
_LEAST_LABELS = 2
_SURE = 0.9


def with_labelled(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the paragraph below each line that is a name and an office with a colon, where a text has some:
    what a broadcast plays between its reporter's own words, which go on behind it."""
    labels = [m for m in _LABEL.finditer(text) if any(is_person_noun(fold(word)) for word in _WORD.findall(m["who"]))]
    out = list(drafts)
    rows = list(paragraphs(text)) if len(labels) >= _LEAST_LABELS else []
    for label in labels if rows else ():
        row = next((row for row in rows if row[0] > label.start()), None)
        if row is None or text[row[0]] in _MARKS or text[row[1] - 1] not in _ENDS:
            continue
        out = [draft for draft in out if not any(overlap(row, span) for span in draft.spans)]
        out.append(Draft((row,), _SURE, None, (label.start(), label.end("who")), _SURE))
    return sorted(out, key=lambda draft: draft.start)


def _leads(text: str, row: tuple[int, int], one: Draft) -> bool:
    """Whether the paragraph above says by whom the words are, and no mark opens them."""
    start, end = row
    mention = one.mention
    led = text[start:end].rstrip().endswith(":") and mention is not None and start <= mention[0] < end
    verb = text[start:end].rstrip(" :\n").rpartition(" ")[2]
    plain = not any(mark in text[one.start - 1 : one.end + 1] for mark in _MARKS)
    return led and is_telling(verb) and plain and _MINE.search(text, one.start, one.end) is not None


def _is_hers(text: str, row: tuple[int, int]) -> bool:
    """Whether a paragraph goes on in the first person, and quotes nobody."""
    words = text[slice(*row)].strip()
    told = len(words.split()) >= _LEAST and words[-1] in _ENDS and not any(mark in words for mark in _MARKS)
    return told and _MINE.search(words) is not None
