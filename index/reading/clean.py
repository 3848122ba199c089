"""Line ends, control characters and titles of text formats."""

from __future__ import annotations

import html
import re
from collections import Counter

from index.language.outlets import JOBS, OUTLET_WORDS
from index.reading.dates import find_date
from index.reading.rules import quotes_speech

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_STRUCK = re.compile(
    r"<(?P<tag>s|del|strike)>[^<>]{1,300}</(?P=tag)>(?:(?<=>)[ \t]+(?=\S))?"
    r"|(?<!~)~~(?=[^\s~])[^~\n]{1,300}(?<=[^\s~])~~(?!~)[ \t]?",
    re.IGNORECASE,
)
_TITLE_WORDS, _TITLE_CHARS = 25, 160
_LONG_WORDS, _LONG_CHARS = 34, 230  # of a title that holds no end of a sentence
# What stands in capitals before a headline and is nobody's label: "UPDATED: Ferry sinks".
_KICKER = (
    r"(?:UPDATED?|BREAKING(?: NEWS)?|JUST IN|EXCLUSIVE|WATCH|VIDEO|PHOTOS?|LIVE|OPINION|ANALYSIS|EDITORIAL|REVIEW"
    r"|REACTION|EXPLAINER|FEATURE|FACTBOX|PREVIEW|OBITUARY|POLL):"
)
_NOT_A_TITLE = re.compile(
    r"(?<!\b[JS]r)(?<!\bInc)(?<!\bLtd)[.:;,!…][”\"’')\]]*$"
    rf"|^(?:[QA][.:]\s|(?!{_KICKER})[A-Z][A-Z .’'-]+(?: ?\([^()\n]{{2,40}}\))?[.:]\s(?=.*[a-z]))"
    r"|^\W*$|^(?i:by|from) \w|^https?://"
    r"|^\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$"
    r"|^[^:\n]{2,60}: ?[(\[](?:\d{1,2}:)?\d{1,2}:\d{2}[)\]]$"  # "Jane Roe: (11:56)"
)
_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1$")
_BRACKETS = r"(?: ?\([^()\n]{2,60}\)){0,2}"
_TURN = re.compile(rf"(?P<label>[A-Z][^\s:()]*(?: [A-Z][^\s:()]*){{1,4}}){_BRACKETS}:\s")
# What a page's section is called, above what its article is called.
_SECTIONS = re.compile(
    r"(?:press|news|media) (?:conferences?|briefings?|statements?|releases?|points?|remarks|advisory|cent(?:er|re)|hub)"
    r"|(?:joint )?press conference|briefings?|(?:pm )?transcripts?|remarks|speech(?:es)?|statements?|interviews?"
    r"|culture|environment|politics|business|sports?|science|health|travel|education|courts?|crime|world|features?|report"
    r"|(?:local|council|research|national|regional|community) news|match reports?"
    r"|news(?:room)?|opinions|doorstep(?: statement)?|keynote address|video message",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"[A-Z][A-Z&’' -]*(?: [/|] [A-Z][A-Z&’' -]*){1,3}|[A-Z][a-z]+ News of (?:[A-Z][a-z]+day, )?\d.{4,40}"
)  # "NATIONAL / REGIONAL"
_ABOVE = re.compile(
    r"(?i:you are here ?:) ?\S.{0,150}|(?i:home)(?: : [^:]{2,60}){1,4}"
    r"|(?i:home)(?:\s*+[>/»›|][^>/»›|]{2,62}){1,6}|[^>»›|:]{2,60}(?:[>»›][^>»›|:]{2,62}){2,6}|\[[^\[\]]{3,80}\]"
)
_PLACE = re.compile(
    r"[A-Z][\w.'’-]++(?: [A-Z][\w.'’-]++){0,2}, (?:[A-Z]{2}|D\.C\.)"
)  # "Karst, NY" over the heading of a release
_BY = re.compile(r"(?:by|of|from|with|and) [A-Z]|by the [A-Z]")
# A programme's name in quotation marks: 'interview with Jane Roe on "Face the Town," April 10'.
_PROGRAMME = re.compile(
    r"\b(?:on|of|with|for|to|at)\s[\"“](?:[A-Z0-9][\w’'-]*+,?+ ?+|(?:the|of|and|a|in|on|for|with|to) ){1,7}[\"”]"
)
_HEADING_LINES = 6  # of a heading above a blank line
_SENTENCE_END = re.compile(r"[a-zà-ÿ]{3,}[.!?][”\"’')\]]*$|[a-z]{3,}[.!?] [A-Z]")
_GOES_ON = frozenset("a an the of and or to in on at for with by from as that his her its their was is are".split())
_NAME_WORD = r"(?:[A-Z\u00c0-\u024f\u0370-\u04ff][\w.’'-]*|de|da|van|von|der|bin|al|and)"
_BYLINE = re.compile(
    r"(?i:(?:(?:written|posted|published|reported) )?by|author:)\s+"
    rf"(?P<name>{_NAME_WORD}(?:,? {_NAME_WORD}){{1,7}})[\s|,.–—-]*"
)
_CALLED = re.compile(
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}), (?:[\w&'’-]+ ){{0,4}}"
    r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist)(?: (?:in|at) [A-Z][\w-]+)?"
)

_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|a|em|strong|b|i|span|figure|figcaption|img|tweet|iframe|video|embed|script|gallery|instagram|youtube)\b[^<>]*>",
    re.I,
)
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|figcaption)\b[^<>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)


def normalise(text: str) -> str:
    """Every line end to "\\n", other control characters than tabs dropped, trailing blanks of lines dropped.

    Words that are struck out go, so that of a corrected word ("<s>locked</s> [blocked]") the correction alone is read.
    """
    text = _STRUCK.sub("", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


_TEMPLATE = re.compile(r"(?:[ \t]+[-–|][ \t]*)*\{\{[\w.$ |:()-]{1,60}\}\}")  # "03:16 - - {{page.hits}}"


def plain(text: str) -> str:
    """A text without HTML tags, entities and the marks of a template that nobody filled; itself where it holds none."""
    text = _TEMPLATE.sub("", text) if "{{" in text else text
    if _TAG.search(text):
        text = _TAG.sub("", _BLOCK.sub("\n\n", text))
    return html.unescape(text) if ENTITY.search(text) else text


def separated(text: str) -> str:
    """`text` with a blank line between paragraphs where each line is one, as scrapers write them.

    Lines that were broken at a width stay as they are: most of them end inside a sentence at about one length.
    """
    if "\n" not in text:
        return at_gaps(text)
    if "\n\n" in text:
        return text
    lines = text.split("\n")
    inner = [line for line in lines[:-1] if line.strip()]
    broken = [line for line in inner if 40 <= len(line) <= 100 and line.rstrip()[-1:] not in ".!?”\"’':…)"]
    return text if len(broken) > len(inner) / 2 and len(inner) > 2 else "\n\n".join(line for line in lines if line)


_GAP = re.compile(r"(?<=\S) {2,}(?=[^\W\d_a-z]|[\"“\[(*])")
_SENTENCE = re.compile(r"[a-z\])][.?!][\"”)\]]* (?=[A-Z])")
_LABEL_AT_GAP = re.compile(r"(?<=\S) {2,}(?P<label>(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]*[.:]) (?=[A-Z\[“])")
_LEAST_GAPS = 3  # in a line that was paragraphs
_SHARE_OF_GAPS = 0.75  # of all ends of sentences: who types two blanks behind a full stop does so behind most


def at_gaps(text: str) -> str:
    """A talk of one line with line breaks at its gaps, where a program put two blanks for the end of a paragraph: one
    stands behind most sentences, and labels that come back open what follows some gaps ("…  Q. Will it?  Q. When?").
    No character moves."""
    if "\n" in text.strip() or "  " not in text:
        return text
    gaps, single = len(_GAP.findall(text)), len(_SENTENCE.findall(text))
    labels = Counter(_LABEL_AT_GAP.findall(text))
    lost = gaps >= _LEAST_GAPS and gaps < _SHARE_OF_GAPS * (gaps + single) and any(n > 1 for n in labels.values())
    return _GAP.sub(lambda gap: "\n" * len(gap.group()), text) if lost else text


_CALLS_ROLL = re.compile(
    r"(?:The )?(?:City |Town |County )?(?:Clerk|Chair(?:man|woman|person)?|(?:Madam |Mr )?Speaker|Operator|Moderator): "
    r"(?=[^\n]*, [^\n]*, )"
)  # who is there, over what they say


def split_title(text: str) -> tuple[str | None, str]:
    """(title, the rest): a short first line without final punctuation, with a blank line and more text behind it, or
    with further lines of a heading.

    A line that quotes speech is no title: it must stay where it can be found and shown verbatim.
    """
    line, _, rest = text.lstrip("\n").partition("\n")
    title = _BOLD.sub(r"\2", line.strip())
    section = _SECTIONS.fullmatch(title) or _PLACE.fullmatch(title) or _PATH.fullmatch(title)
    if (head := _ABOVE.fullmatch(title)) or section:
        below, _, further = rest.lstrip("\n").partition("\n")
        if _BY.match(below.strip()) and not head and len(f"{title} {below}") <= _TITLE_CHARS:
            return f"{title} {below.strip()}", further.lstrip("\n")  # "Press conference" over "by Mayor Jane Roe"
        found = split_title(rest)
        if head or (found[0] is not None and _heads_more(found[0], title)):
            return found
    if not rest.strip() or not (rest.startswith("\n") or _is_heading(title, rest)):
        return None, text
    if not title or not _fits(title) or _NOT_A_TITLE.search(title):
        return None, text
    turn = _TURN.match(title)
    if turn is not None and title[-1] in "?!":
        other = rf"^{re.escape(turn['label'])}{_BRACKETS}:\s(?!{re.escape(title[turn.end() :])})"
        if re.search(other, rest, re.MULTILINE):
            return None, text  # "Jane Roe: Will it open?" over more that she says
    if quotes_speech(_PROGRAMME.sub("", title)) or _CALLS_ROLL.match(title):
        return None, text
    return title, rest.lstrip("\n")


def _fits(title: str) -> bool:
    if len(title) <= _TITLE_CHARS and len(title.split()) <= _TITLE_WORDS:
        return True
    return len(title) <= _LONG_CHARS and len(title.split()) <= _LONG_WORDS and not _SENTENCE_END.search(title)


def _heads_more(title: str, section: str) -> bool:
    """Whether the line below a section's name ("Press Conferences") says more of the same kind, or what it is."""
    found = find_date(title)
    what = title if found is None else title[found[2] :]  # "July 2, 2024 TRANSCRIPT OF INTERVIEW"
    return len(what.split()) >= 4 and len(what) > len(section)


def _is_heading(title: str, rest: str) -> bool:
    """Whether the lines below a first line head the text as it does: none of them goes on from the one before."""
    lines = [title, *(line.strip() for line in rest.partition("\n\n")[0].split("\n") if line.strip())]
    return (
        2 <= len(lines) <= _HEADING_LINES
        and len(title.split()) >= 2
        and all(len(line) <= _TITLE_CHARS and not line[0].islower() and line[0] not in "-*•" for line in lines)
        and all(line[-1] not in ",;:-–—" and line.split()[-1].lower() not in _GOES_ON for line in lines[:-1])
        and not any(_SENTENCE_END.search(line) for line in lines if not line.isupper())
    )


def one_line(value: str) -> str | None:
    """`value` with all white space as single blanks; None when nothing is left."""
    return " ".join(value.split()) or None


def byline_outlet(author: str) -> tuple[str, str | None]:
    """(the author, the outlet) of a byline that ends in an outlet's name ("Pia Lorentz, Coastline News")."""
    person, comma, rest = author.rpartition(", ")
    if comma and rest.split()[-1:] == ["Reporter"] and rest.split()[0].casefold() in JOBS:
        return person, None
    if comma and " " in person and rest.split()[-1].casefold().strip(".") in OUTLET_WORDS:
        return person, rest
    return author, None


def byline(line: str) -> str | None:
    """The author of a line that is nothing but a byline: two and more words in capitals behind "by", or before what
    writers of articles are called ("Jane van Doe, transport correspondent")."""
    match = _BYLINE.fullmatch(line.strip()) or _CALLED.fullmatch(line.strip()) if len(line) <= 120 else None
    return match["name"] if match else None
