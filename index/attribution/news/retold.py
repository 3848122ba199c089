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
