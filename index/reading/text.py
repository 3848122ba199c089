"""Plain text, with or without front matter or a block of "Key: value" lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import normalise, plain, separated, split_title
from index.reading.datelines import day_above
from index.reading.dates import find_date, has_time, parse_date
from index.reading.head import Head
from index.reading.masthead import Masthead, masthead
from index.reading.matter import metadata, split_matter
from index.reading.naming import named_source
from index.reading.outlets import is_body, name_in_head, outlet_of_title, sure_name
from index.reading.spoken import without_rows, without_table
from index.reading.wrapped import whole_paragraphs

_SMALL = re.compile(r"(?<= )(?:Of|The|And|For)\b")
# Initials: a short word that opens as no English one does, or has no vowel ("KVLO", "BNN").
_LETTERS = re.compile(
    r"(?!(?:B[LR]|C[HLR]|D[RW]|F[LR]|G[LR]|P[LRHS]|S[CHKLMNPTW]|T[HRW]|W[HR]|KN)[A-Z])[B-DF-HJ-NP-TV-Z]{2}[A-Z]{0,3}\b"
)
_KEY_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,30})\s*:\s*(\S.*)")
_LABELLED = re.compile(r"\s*(?:The )?(?:City |Town )?(?:Clerk|Speaker|Chair\w*): ")  # below "ROLL CALL"
_HEAD_LINES = 6
_LEAD = 1000  # characters in which a dateline stands
_SHORTEST = 5  # words of a title whose end may be its outlet
# Of a first paragraph of "Key: value" lines; fewer than a scraper's keys, for a turn of a transcript starts like that.
_HEAD_KEYS = frozenset(
    "id title headline date published publication_date pubdate pub_date published_at author authors byline source "
    "outlet publisher publication sitename site_name hostname url link permalink canonical_url language lang "
    "modified updated".split()
)
_CHANGED = frozenset({"modified", "updated"})


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft; problems of the front matter come before it."""
    matter, body, problem = split_matter(normalise(document.one_text))
    if problem is not None:
        yield document.problem(problem, line=1, fatal=False)
    if not matter:
        matter, body = header_block(body)
    yield draft_of(document.text, body, Head.of(metadata(matter)))


def draft_of(raw: str, body: str, head: Head) -> Draft:
    """The draft of a text whose fields, as far as front matter or a container told them, are in `head`."""
    cleaned = clean(separated(whole_paragraphs(without_table(without_rows(plain(body))))))
    above = masthead(cleaned.text)
    title, text = split_title(_without_banner(take_head(_below(cleaned.text, above, head), head), head))
    if title is not None and "title" not in head.fields:
        head.fields["title"], head.evidence["title"] = title, "the first line"
        text = take_head(text, head)
        head.outlet = head.outlet or (outlet_of_title(title, None) if len(title.split()) > _SHORTEST else None)
    elif title is not None and title != head.fields["title"]:
        text = f"{title}\n\n{text}"
    named = above.name if above.name and not _LABELLED.match(text) else None
    head.outlet = head.outlet or (_as_written(named) if named else None)
    day = None if "date" in head.fields else day_above("", "\n".join(head.removed))
    if day is not None:  # "EMBARGOED UNTIL 00:01 GMT, 21 MARCH 2025"
        head.fields["date"], head.evidence["date"] = str(day), "a line of its head"
    removed = (*head.removed, *cleaned.removed)
    return Draft(
        text=text,
        raw=raw,
        fields=head.fields,
        evidence=head.evidence,
        named_source=head.outlet or named_source(cleaned.removed),
        removed=removed,
    )


def _below(text: str, above: Masthead, head: Head) -> str:
    """A text without the lines over its title that are its outlet's name, a slogan, a section or a menu, where a title
    stands below them; they are kept among what was removed."""
    rest = text
    for _ in above.lines:
        rest = rest.lstrip("\n").partition("\n")[2]
        if not rest.strip():
            return text
    rest = rest.lstrip("\n")
    named = above.name is not None and bool(above.lines) and above.name in above.lines[0]
    if not above.lines or (split_title(rest)[0] is None and not named):
        return text
    head.removed.extend(above.lines)
    for line in above.lines:
        found = find_date(line)  # beside the name
        if found is not None and "date" not in head.fields:
            head.fields["date"], head.evidence["date"] = line[found[1] : found[2]], "a line of its head"
    return rest


def _as_written(name: str) -> str:
    """An outlet's name as papers write it in a sentence; initials stay in capitals."""
    if not name.isupper() or len(name.split()) == 1:
        return name
    words = [word if _LETTERS.match(word) else word.title() for word in name.split()]
    return _SMALL.sub(lambda word: word[0].lower(), " ".join(words))


def _without_banner(text: str, head: Head) -> str:
    """A text without the name of its outlet above its title, which is taken down."""
    line, _, rest = text.partition("\n")
    bare = re.sub(r"\s\([^()]{2,40}\)$", "", line).partition(" | ")[0].strip()  # "The Morning Star (Karst)"
    written = _SMALL.sub(lambda word: word[0].lower(), bare.title()) if bare.isupper() else bare
    name = sure_name(written)
    if name is None and len(bare.split()) <= _SHORTEST and f"({bare})" in rest[:_LEAD]:
        name = bare  # "Karstpress" above "KARST. Aug 6 (Karstpress) - "
    body = written if name is None and is_body(written) else None
    title = split_title(rest)[0]
    # "KARST LEDGER | Ports" heads no text, and neither does "The Karst Herald" above lines of whatever kind
    loud = name is not None and ((line != bare and bare.isupper()) or name_in_head(written, beside=False) is not None)
    if (name or body) is None or (title is None and not loud) or _LABELLED.match(rest):
        return text
    head.outlet = head.outlet or name or body
    if body is not None and title is not None and len(title.split()) < _SHORTEST - 1:
        return text  # "Karst Monetary Authority" over "PRESS CONFERENCE"
    head.removed.append(line)
    return rest.lstrip("\n")


def header_block(text: str) -> tuple[dict[str, object], str]:
    """(fields, rest) of a text whose first paragraph is nothing but known "Key: value" lines; ({}, text) otherwise."""
    block, _, rest = text.lstrip("\n").partition("\n\n")
    fields: dict[str, object] = {}
    for line in block.split("\n"):
        match = _KEY_LINE.fullmatch(line.strip())
        if match is None or match[1].strip().lower() not in _HEAD_KEYS:
            return {}, text
        if match[1].strip().lower() in _CHANGED and find_date(match[2]) is None:
            return {}, text  # a headline, "UPDATED: Ferry sinks"
        fields[match[1].strip().lower()] = match[2]
    return (fields, rest) if rest.strip() else ({}, text)


def take_head(text: str, head: Head) -> str:
    """The text without the lines at its head that are nothing but a date or a byline; `head` gains what they say.

    What is known already is not overwritten, and the line goes all the same: it says it again.
    """
    lines = _without_clock(text.split("\n"))
    heads = [number for number, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    taken = [head.take(lines[number]) for number in heads]
    for at, number in enumerate(heads):
        if taken[at] or head.take_outlet(lines[number]):
            lines[number] = ""
    head.settle()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


# "Halden: 22:12" under the day at the top of a page: when it was looked at, in several places.
_PAGE_CLOCK = re.compile(r"[A-Z][\w .'’-]{1,30}: \d{1,2}:\d{2}")
_AGO = re.compile(r"(\d{1,5}) days? ago")
_STAMPED = re.compile(r"(?:19|20)\d{6}")
_LOOKED_AT = 2  # days after its article, from which the day at the top of a page is when it was looked at
_LONGEST_DAY = 90  # characters of a line that holds the article's day


def _without_clock(lines: list[str]) -> list[str]:
    """The lines without a page's own clock above the article: the day and the hour at which it was looked at.

    It has clocks of places beside it, or a line below tells an earlier day with its hour ("Saturday, 11 June 2016
    03:16"), or how long ago that was ("2130 days ago", "20160611").
    """
    told = [i for i, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    looked = parse_date(lines[told[0]]) if told else None
    if looked is None:
        return lines
    clocks = [i for i in told if _PAGE_CLOCK.fullmatch(lines[i].strip())]
    if clocks:
        return ["" if i in (*clocks, told[0]) else line for i, line in enumerate(lines)]
    if not isinstance(looked, dt.date) or has_time(lines[told[0]]):
        return lines
    for i in told[1:]:
        line = lines[i].strip()
        day = _day_of_article(line, looked)
        if day is not None and (looked - day).days >= _LOOKED_AT:
            head = {told[0]: "", i: str(day) if _AGO.fullmatch(line) else lines[i]}
            return [head.get(at, "" if _STAMPED.fullmatch(one.strip()) else one) for at, one in enumerate(lines)]
    return lines


def _day_of_article(line: str, looked: dt.date) -> dt.date | None:
    """The day that a line below a page's clock gives: with its hour, or as long before it."""
    ago = _AGO.fullmatch(line)
    if ago is not None:
        return looked - dt.timedelta(days=int(ago[1]))
    found = find_date(line) if len(line) <= _LONGEST_DAY and has_time(line) else None
    return found[0] if found is not None and isinstance(found[0], dt.date) else None


FORMAT = Format(name="plain text", suffixes=(".txt", ".text"), read=read)
