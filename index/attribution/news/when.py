"""What tells when beside a name, and is no part of it: "On Friday, Roe said", "the news release Sunday"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.datelines import past_agency
from index.attribution.news.drafts import Draft
from index.language.calendar import MONTHS, WEEKDAYS
from index.language.english import FRONTING, LITTLE_WORDS
from index.names.parse import fold

# Before a name: "Two hours later Jane Roe resigned", "On Tuesday, Roe signed".
_DAYS = "|".join(sorted(map(str.capitalize, {*WEEKDAYS, *MONTHS}), key=len, reverse=True))
WHEN = re.compile(
    r"(?:(?:[\w’'-]+ ){0,3}(?:later|afterwards?|before|after|ago|earlier)"
    r"|(?:On|In|At|By|Last|This|That|The (?:next|same|following)) (?:[\w’'-]+ ){0,3}?"
    rf"(?:{_DAYS}|day|week|month|year|morning|evening|night|afternoon|noon|\d{{4}})"
    rf"|(?:{'|'.join(sorted(word.capitalize() for word in FRONTING))})\b[^,.!?“”\"\n]{{2,80}}"
    r"|Then|Later|Soon|Afterwards|Meanwhile|Yesterday|Today)(?: \d{1,2})?,? "
)
_WEEKDAYS = "|".join(sorted(map(str.capitalize, WEEKDAYS)))
_DAY_BEHIND = re.compile(
    rf"(?<= )(?!\w+(?:ed|ing|ere) |on )[a-z]+(?P<day> (?:{_WEEKDAYS})(?: (?:morning|afternoon|evening|night))?"
    r"|(?<=s) (?:this|last) (?:week|weekend|month|year))$"
)  # "the news release Sunday", "officials this week"

# "Minister Jane Roe yesterday in the hall of the Senate", up to the time
_TIME_BEHIND = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w.’'-]*\s){1,7})(?:yesterday|today|tonight|earlier|recently|last\s(?:week|month|night|year))\b"
)


def undated(text: str, draft: Draft) -> Draft:
    """The draft without the day that stands beside its source and is no part of who speaks, and without the dateline
    before either."""
    begin, close = draft.spans[0]
    if (told := past_agency(text, begin, close)) != begin:
        draft = replace(draft, spans=((told, close), *draft.spans[1:]))
    if draft.mention is None:
        return draft
    start, end = draft.mention
    start = past_agency(text, start, end)
    before = WHEN.match(text, start, end)
    start = before.end() if before is not None and before.end() < end and before.group().endswith(", ") else start
    behind = _DAY_BEHIND.search(text[start:end])
    end = start + behind.start("day") if behind is not None else end
    timed = _TIME_BEHIND.match(text, start, end)
    last = timed["name"].split()[-1] if timed is not None else ""
    # "An earlier report"; "Karst Ferries' recently named chair Jane Roe"
    named = timed is not None and fold(last) not in LITTLE_WORDS and not last.endswith(("'s", "’s", "s'", "s’"))
    end = timed.end("name") - 1 if timed is not None and named else end
    return draft if (start, end) == draft.mention else replace(draft, mention=(start, end))
