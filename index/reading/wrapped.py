"""Text whose lines were broken at a width, or numbered: its paragraphs whole again.

A sentence that goes over a line break is one sentence: it must be found, cut and quoted as one. Words are kept as they
stand; a line break becomes a blank, and a hyphen at the end of a line goes where the text has the word without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.language.english import ARTICLES, BE, PREPOSITIONS
from index.language.transcripts import NOBODY

_NUMBERED = re.compile(r"\s*(\d{1,4})(?:\s+(?=\S)|\s*$)")
_OPENS = re.compile(
    rf"\s*+(?:(?:{NOBODY}|A)(?:\s?\d{{1,3}})?(?:[.:]|\s{{2,}})|[-*•·>#|~]|\d{{1,3}}[.)]\s"
    r"|[A-Z][A-Z .,'’&-]{2,70}(?:\([^()\n]{3,120}\))?(?:\.\s?[–—-]{1,2}\s| asked the\b)"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][A-Z .,'’&()/-]{1,70}:|[\[(]|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}:(?:\s|$)"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Hon)\.? [A-Z][A-Z'’-]+(?: [A-Z'’-]{2,}){0,3}(?: \([^()\n]{3,60}\))? [–—-] "
    r"|[A-Z][\w .'’-]{1,60}?:? ?[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?:?\s*$)"
)
_FIGURES = re.compile(r"\.{4,}|\t|\S {3,}\S.*\S {3,}\S|\|")  # a table's row or a contents' line
_PAGE = re.compile(r"^[ \t]*(?:-\s*)?[Pp]age \d{1,4}(?: of \d{1,4})?\.?(?:\s*-)?[ \t]*\n", re.MULTILINE)
_LEAST_PAGES = 2
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")
_LEAST_NUMBERED = 12  # lines
_NUMBERED_SHARE = 0.8  # of all lines with something on them
_NARROW, _WIDE = 40, 100  # characters of the width that lines are broken at
# A break behind a word that ends no line, in a page of whole paragraphs that has such lines here and there
_OPEN = "|".join(sorted(ARTICLES | PREPOSITIONS | BE))
_UNDONE = re.compile(rf"(?P<before>(?:^|(?<=\n))[^\n]{{{_NARROW},}}? (?:{_OPEN}))[ \t]*\n(?=[a-z])")
# A break inside a quotation that goes on in small letters below
_QUOTE_UNDONE = re.compile(r"(?P<before>(?:^|(?<=\n))[^\n“”]*“[^”\n]*[a-z])[ \t]*\n(?=[a-z][^”\n]*”)")
_ENDS_OPEN = re.compile(rf" (?:{_OPEN})[ \t]*$")
_FULL = 0.92  # of the width: a line goes on below where the next word would reach further
_DEEPEST = 8  # columns that a paragraph's first line is indented; what stands deeper is centred
_LEAST_INDENTED = 4  # such lines
_LONGEST_WORD = 60  # characters at the end of a line in which its last word is looked for
_LEAST_SPACED = 12  # lines that stand apart
_SPACED_SHARE, _OPEN_SHARE = 0.2, 0.5  # of them that begin in small letters, that end no sentence
_LONGEST_LABEL = 60  # characters
_LEAST_BROKEN = 2  # line breaks inside a sentence
_BROKEN_SHARE = 0.3  # of all line breaks between lines that stand together


def whole_paragraphs(text: str) -> str:
    """`text` with each paragraph on one line where it was broken at a width; any other text as it is."""
    return joined(single_spaced(without_pages(without_numbers(text))))


def without_pages(text: str) -> str:
    """`text` without the lines that number its pages ("Page 4.", "Page 5 of 9"), where two or more do."""
    return _PAGE.sub("", text) if len(_PAGE.findall(text)) >= _LEAST_PAGES else text


def single_spaced(text: str) -> str:
    """`text` without the blank lines that part the lines of its sentences, as subtitles are printed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < _LEAST_SPACED or re.search(r"\S *\n *\S", text):
        return text
    going_on = sum(line[0].islower() for line in lines) >= _SPACED_SHARE * len(lines)
    if not going_on or sum(_ENDS.search(line) is None for line in lines) < _OPEN_SHARE * len(lines):
        return text
    labels = {line for line, n in Counter(lines).items() if n > 1 and line.isupper() and len(line) <= _LONGEST_LABEL}
    out = lines[:1]
    for before, line in pairwise(lines):
        apart = line in labels or before in labels  # "JANE ROE" over what she says
        if not apart and (line[0].islower() or not (_ENDS.search(before) or _OPENS.match(line))):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
    return "\n\n".join(out)


def without_numbers(text: str) -> str:
    """The lines of a transcript that numbers each of them, without the numbers and the blank lines between them.

    A text counts that has `_LEAST_NUMBERED` such lines and more, counted on from line to line or from one again.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_NUMBERED.match(line) for line in lines]
    counted = [int(m[1]) if m else 0 for m in found]
    first = next((at for at, (a, b) in enumerate(pairwise(counted)) if (a, b) == (1, 2)), 0)
    found = [None if at < first else m for at, m in enumerate(found)]  # above it a cover, with its page's number
    numbers = [int(m[1]) for m in found if m]
    if len(numbers) < max(_LEAST_NUMBERED, _NUMBERED_SHARE * (len(lines) - first)):
        return text
    if sum(b in (a + 1, 1) for a, b in pairwise(numbers)) < 0.9 * (len(numbers) - 1):
        return text
    bare = [line[m.end() :] if m else line for line, m in zip(lines, found, strict=True)]
    above = "\n".join(
        line.strip() for line in lines[:first] if not line.strip().isdigit()
    )  # a court's caption: its lines are no paragraph
    return f"{above}\n\n{_paragraphs(lines[first:], bare[first:])}".strip()


def _paragraphs(lines: Sequence[str], bare: Sequence[str]) -> str:
    """Numbered lines as paragraphs: one begins with a mark, or further to the right than its lines usually stand."""
    indents = [len(line) - len(text) if text.strip() else 0 for line, text in zip(lines, bare, strict=True)]
    going_on = [i for i, text in zip(indents, bare, strict=True) if text.strip() and not _OPENS.match(text)]
    usual = Counter(going_on).most_common(1)[0][0] if going_on else 0
    out: list[str] = []
    for indent, text in zip(indents, bare, strict=True):
        if out and text.strip() and not _OPENS.match(text) and indent <= usual:
            out[-1] = f"{out[-1]} {text.strip()}"
        elif text.strip():
            out.append(text.strip())
    return "\n\n".join(out)


def joined(text: str) -> str:
    """`text` with the lines of a paragraph that was broken at a width as one; itself where lines end as they are meant.

    It counts as broken where many lines go on in small letters below. A line that is short, ends a sentence before a
    short line, or opens with a mark, a bullet or a bracket keeps its break; so do tables.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    together = [(a, b) for a, b in pairwise(lines) if _prose(a) and b.strip()]
    if not together:
        return text
    whole = {a for a, _ in together if len(a.rstrip()) > _WIDE and _ENDS.search(a.rstrip())}  # paragraphs that are
    lengths = sorted(len(a.rstrip()) for a, _ in together if a not in whole)
    if not lengths:
        return _QUOTE_UNDONE.sub(r"\g<before> ", _UNDONE.sub(r"\g<before> ", text))
    width = lengths[int(0.95 * (len(lengths) - 1))]

    def goes_on(before: str, line: str) -> bool:
        if not whole:
            return _goes_on(before, line, width)
        return (_goes_on(before, line, width) and not _ENDS.search(before.rstrip())) or _is_inside(before, line)

    broken = sum(goes_on(a, b) and b.lstrip()[0].islower() for a, b in together)
    if not _NARROW <= width <= _WIDE or broken < max(_LEAST_BROKEN, _BROKEN_SHARE * len(together)):
        return _QUOTE_UNDONE.sub(r"\g<before> ", _UNDONE.sub(r"\g<before> ", text))
    words = Counter(word.casefold() for word in re.findall(r"[\w’'-]+", text))
    first = _first_indent(lines)
    parts = [lines[0]]
    for before, line in pairwise(lines):
        opens = first and _indent(line) == first
        on = bool(before.strip() and line.strip()) and (goes_on(before, line) or _is_inside(before, line))
        if on and not opens:
            last, blank = _joint(parts[-1].rstrip(), line.strip(), words)
            parts[-1:] = [last, blank + line.strip()]
        else:
            parts.append("\n" + line)
    return _QUOTE_UNDONE.sub(r"\g<before> ", "".join(parts))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first_indent(lines: Sequence[str]) -> int:
    """The indent of first lines where paragraphs stand without blank lines between them; 0 where they do not."""
    indents = Counter(_indent(line) for line in lines if line.strip() and _indent(line) <= _DEEPEST)
    indent, count = max(((k, n) for k, n in indents.items() if k >= 2), key=lambda found: found[1], default=(0, 0))
    opened = sum(_indent(b) == indent and _indent(a) in (0, indent) for a, b in pairwise(lines) if a.strip())
    return indent if count >= _LEAST_INDENTED and opened >= 0.5 * count and indents[0] >= 0.5 * count else 0


def _prose(line: str) -> bool:
    """Whether a line may be part of a paragraph: long enough, and no row of a table or of contents."""
    return len(line.strip()) >= _NARROW and not _FIGURES.search(line.strip())


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on from the one above it: its first word had no room there."""
    full = len(before.rstrip()) + 1 + len(line.split()[0]) > _FULL * width
    if not full or _OPENS.match(line) or _FIGURES.search(before.strip()) or _FIGURES.search(line.strip()):
        return False
    deeper = _indent(line) > _indent(before) + 1
    return not (deeper and _ENDS.search(before.rstrip()))


def _is_inside(before: str, line: str) -> bool:
    """Whether a sentence goes on in small letters, or behind a word that ends none, below a line that had more to it
    before its place and day were cut, or was broken by hand; in a text that was broken at a width."""
    on = line[:1].islower() or (_ENDS_OPEN.search(before) is not None and not _OPENS.match(line))
    return on and _prose(before) and not _ENDS.search(before.rstrip()) and not _FIGURES.search(line)


def mended(text: str, line: str, words: Counter[str]) -> str:
    """Two lines as one; a word that a hyphen divided at the line's end is whole again, a compound keeps its hyphen.

    `words` are those of the whole text in small letters, which tell which of the two it is.
    """
    left, between = _joint(text, line, words)
    return left + between + line


def _joint(text: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """(`text` without the hyphen that divides its last word, what stands between it and `line`)."""
    left = re.search(r"([\w’']+)-$", text[-_LONGEST_WORD:])
    right = re.match(r"[\w’']+", line)
    if left is None or right is None:
        return text, " "
    whole, compound = f"{left[1]}{right[0]}", f"{left[1]}-{right[0]}"
    if words[compound.casefold()] and not words[whole.casefold()]:
        return text, ""
    return (text[:-1], "") if right[0][0].islower() else (text, "")
