"""Posts of social networks that a page shows as they were written, with their author below or behind them:
"It is open again. — Jane Roe (@janeroe) 5 April 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, overlap
from index.attribution.news.entities import Cast
from index.model import Span, Statement
from index.names.kinds import is_name
from index.names.parse import name_strength, parse_name

# The author with the name that the network knows, and the day; in a line of its own or at the end of one.
_SIGNED = re.compile(
    r"(?:^|(?<=\n)|(?<=\s))[—–―-]{1,2}\s?(?P<who>[^\n@()—–―]{1,60}?)\s?\(@[\w.-]{2,50}\)"
    r"(?=[ \t]*(?:\n|$)|,?\s(?:on\s)?(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}))"
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.\w+\.com/\S+|\[\w+\]))+\s*$")
_TAGS = re.compile(r"\s*(?:<[^<>\n]{1,300}>\s*)+")  # of the page, left over
_NO_LETTER = re.compile(r"[^\w.’')]+$")  # little pictures behind a name
_LONGEST = 700  # characters of a post
_LEAST = 3  # words of one
_SAME = 0.9  # `name_strength` of a person of the article


def posts_in(text: str) -> tuple[Draft, ...]:
    """The posts of a text as drafts, each of the one who signs it; the words are those of the paragraph above the
    signature, or before it in its own, without links at their end."""
    found: list[Draft] = []
    for signed in _SIGNED.finditer(text):
        above = text[: signed.start()].rstrip()
        begin = text.rfind("\n\n", 0, len(above)) + 2 if "\n\n" in above else above.rfind("\n") + 1
        tags = _TAGS.match(above, begin)
        begin = tags.end() if tags else begin
        words = _LINKS.sub("", above[begin:]).rstrip()
        who = _NO_LETTER.sub("", signed["who"])
        if len(words) > _LONGEST or len(words.split()) < _LEAST or above.endswith(":") or not who:
            continue
        if found and begin < found[-1].end:
            continue
        mention = (signed.start("who"), signed.start("who") + len(who))
        found.append(Draft(((begin, begin + len(words)),), 1.0, None, mention, 1.0))
    return tuple(found)


def with_posts(drafts: Sequence[Draft], posts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that touch a post, which is all of one piece, and with the posts."""
    taken: list[Span] = [(one.start, one.mention[1]) for one in posts if one.mention]
    kept = [one for one in drafts if not any(overlap((one.start, one.end), span) for span in taken)]
    return sorted((*kept, *posts), key=lambda one: one.start)


def as_written(found: Sequence[Statement], posts: Sequence[Draft], cast: Cast) -> Iterator[Statement]:
    """The statements, the posts among them word for word and of whom the signature names."""
    spans = {one.spans for one in posts}
    for one in found:
        if one.spans not in spans:
            yield one
            continue
        name = parse_name(one.mention or "")
        named = bool(name.given and name.surname) and is_name(name.full)
        known = next((p for p in cast.people if named and name_strength(name, p.parsed) >= _SAME), None)
        speaker = known.name if known else name.full if named else one.mention
        role = one.role or name.role or None
        yield replace(one, kind="direct", stance="said", speaker=speaker, role=role, resolved=named)
