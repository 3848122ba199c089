"""Words that one source tells of another: "“…,” the mayor told reporters, according to Reuters" are the mayor's."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.link import Draft

# A quotation that closes, who said it, and at most a few words more, up to the end of the content.
_TELLER = re.compile(
    r"[\"”’']{1,2}\s+(?P<who>(?:[Tt]he |[Mm]rs?\.? |[Mm]s\.? )?[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4}?)\s+"
    r"(?P<cue>said|says|told|wrote|writes|added|tweeted|explained|replied)\b(?:\s+[\w’'-]+){0,5}[,.]?$"
)


# "Jane Roe was quoted by the agency as saying"
_QUOTED_BY = re.compile(
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Tt]he(?: [\w’'-]+){1,4}|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,5})"
    r"(?:,[^,\n]{1,80},)? (?:was|were|is|are|has been|had been|have been)(?: \w+ly| also)? "
    r"(?:quoted|cited|reported|paraphrased)(?: \w+){0,2} (?:by|in|on)(?: the)?\s+$"
)
_READ = 220  # characters before a mention


def quoted_by(text: str, draft: Draft) -> Draft:
    """The draft, given to who is quoted where its source is the outlet that quotes: "Roe was quoted by Reuters"."""
    if draft.mention is None:
        return draft
    begin = max(0, text.rfind("\n", 0, draft.mention[0]), draft.mention[0] - _READ)
    found = None
    for match in _QUOTED_BY.finditer(text, begin, draft.mention[0]):
        found = match
    return replace(draft, mention=found.span("who")) if found is not None else draft


def first_hand(text: str, draft: Draft) -> Draft:
    """The draft, given to who spoke where its own source only reports it ("according to …"); else as it is.

    The content is then the quotation alone; the reporting outlet is no source of the words.
    """
    if draft.cue is None or not text[slice(*draft.cue)].casefold().startswith("according"):
        return draft
    for place, (start, end) in enumerate(draft.spans):
        found = _TELLER.search(text, start, end)
        if found is not None and found.start() > draft.start:
            spans = (*draft.spans[:place], (start, found.start()))
            return replace(draft, spans=spans, cue=found.span("cue"), mention=found.span("who"))
    return draft
