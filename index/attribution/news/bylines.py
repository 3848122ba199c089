"""Names that stand in a text and are nobody's whom it tells of: who wrote it, who took the picture."""

from __future__ import annotations

import re

from index.attribution.news.occurrences import Occurrence

# "Greg Roe, photo", "— Kirk Roe (@KirkRoe)", "Jane Roe/AP": who took a picture, or wrote what a page shows beside
_CREDITED = re.compile(
    r"\s\(@\w+\)|,?\s[Pp][Hh][Oo][Tt][Oo]s?\b(?=[.\n]|$)|\s?/\s?(?:AP|AFP|Reuters|REUTERS|Getty|PA|EPA|CP|TNS)\b"
    r"|\s?/\s?[A-Z][\w.& -]{1,30}[)\]]"
)
# "This graphic, provided by Karst Figures, shows", up to the name
_MADE_BY = re.compile(
    r"\b(?:graphic|chart|map|infographic|image|photo|photograph|picture|video|illustration)s?,?"
    r" (?:provided|supplied|released|made available|courtesy|taken|by courtesy) (?:by|of) (?:the )?$",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\bin (?:the )?(?:[a-z]+ )?(?:journal|magazine) $"
)  # "the research published in the journal Karst"
# "(Plains Rural: Jane Roe)" below a picture, up to the name
_PICTURE_BY = re.compile(r"\((?:[^\W\d_a-z][\w&’'.]*(?: [\w&’'.]+){0,4}): $")
# "By regional affairs reporter Jane Roe, Sunday November 10, 2019", up to the name
_WRITTEN_BY = re.compile(r"(?:Written |Reported |Reporting |Story |Words )?(?:By|BY|by):? (?:[\w.,’'&-]+ ){0,12}?$")
_FAR_BELOW = 600  # characters of the text among which who wrote it stands
_LABEL = 60  # characters of an agency before who took a picture for it
_BELOW = 1  # lines between a headline and who wrote what stands below it
_LONGEST = 140  # characters of such a line


def wrote_it(text: str, one: Occurrence) -> bool:
    """Whether a name is that of who took a picture, or wrote what stands here."""
    below = text.startswith((")\n", ")."), one.end) or text[one.end :] == ")"
    below = below and _PICTURE_BY.search(text, max(0, one.start - _LABEL), one.start) is not None
    below = below or any(form.search(text, max(0, one.start - _LABEL), one.start) for form in (_MADE_BY, _JOURNAL))
    return below or _CREDITED.match(text, one.end) is not None or _is_byline(text, one)


def _is_byline(text: str, one: Occurrence) -> bool:
    """Whether a full name stands alone on its line below the headline, above the report, or behind "By": who wrote it,
    where the report tells nothing of a bearer of its surname."""
    if one.start > _FAR_BELOW or not one.name.given_keys:
        return False
    begin, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    line = text[begin:end].strip()
    if end < 0:
        return False
    if len(line) <= _LONGEST and line[-1] not in '.!?”"' and _WRITTEN_BY.fullmatch(text, begin, one.start):
        return text.count(one.name.surname) == text.count(one.text)
    alone = begin > 0 and line == one.text and not one.name.role
    return alone and text[:begin].strip().count("\n") <= _BELOW and text.count(one.name.surname) == 1
