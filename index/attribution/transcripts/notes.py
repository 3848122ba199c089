"""What in a transcript is nobody's words: headings, bracketed notes, foot-notes, editorial lines.

`speech_spans` returns what is left of a stretch of text, paragraph by paragraph. One pass over the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from index.attribution.transcripts.spoken import FIRST_PERSON, SALUTATION
from index.language.english import SMALL_IN_HEADINGS
from index.language.roles import ROLE_HEADS
from index.language.transcripts import SENTENCE_WORDS
from index.model import Span
from index.names.parse import fold

_STAGE = re.compile(
    r"""[\[(](?:\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?\s*
    |[^\[\]()\n]{0,40}\b(?:laugh\w*|applause|inaudible|cross-?talk|(?:in|un)distinct|unintelligible|indiscernible
      |off-?mic\w*|no\s+(?:audible\s+)?response|pause[sd]?|silence|cheers?|cheering|booing|music|foreign\s+language
      |speaking\s+\w+|via\s+(?:an?\s+)?(?:interpreter|translator|translation)|through\s+(?:an?\s+)?(?:interpreter|translator)
      |as\s+(?:interpreted|translated|delivered|prepared|spoken)|interpreted|audio\s+(?:gap|cuts?|drop\w*)
      |video\s+(?:plays?|played|clip)|begin\w*\s+video|end\w*\s+video|break\s+in|moment\s+of\s+silence
      |commercial\s+break|gavel|overlapping)\b[^\[\]()\n]{0,60}|\s*sic\.?\s*)[\])]""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER_MARK = re.compile(r"\[[0-9IVXLl]{1,5}[.,\-]?\]?(?=\s)[ \t\u00a0]*")
_WHOLE_NOTE = re.compile(r"[\[(][^\[\]()\n]{1,600}[\])][.\s]*|\*\s*\[?[^\n]{0,3}\]?\s*\*?|[-_=*#~•·. \t]+")
_BULLET = re.compile(r"(?:[•·▪]|\*(?= \S))\s+")
_BULLET_STARS = re.compile(r"^\* (?=\S[^\n]{12})", re.MULTILINE)
_LEAST_STARS = 8  # lines of speech behind a star
_LEADING_NOTE = re.compile(r"\[[^\[\]\n]{1,80}\][ \t\u00a0]*")
# Who is not named, as the subject of the sentence behind: "[The official] will outline it."
_IS_SUBJECT = re.compile(r"\[(?P<who>[^\[\]\n]{1,80})\][ \t]+(?=[a-z])")
_TRAILING_NOTE = re.compile(r"[ \t\u00a0]*(?:\[[^\[\]\n]{1,200}\])[.\s]*$")
_FOOTNOTE = re.compile(r"(\d{1,3})(?:[ \t\u00a0]{0,2}(?=[\"“A-Z(])|\.?[ \t](?=(?:See|Ibid|Cf)\b))")
_FOOTNOTE_STAR = re.compile(r"(?:\*{1,3}|†|‡)[ \t]*(?=[A-Z\"“])[^\n]{3,400}$")
_EDITORIAL = re.compile(
    r"""(?:(?:editor['’]s?|editorial|transcriber['’]s)?\s*note\b\s*[:.\-–—]
    |(?:this|the)\s+(?:interview|conversation|transcript|text|briefing|press\s+conference|news\s+conference|exchange
      |discussion|q\s?&\s?a)\b[^.\n]{0,80}\b(?:edited|condensed|abridged|was\s+(?:recorded|conducted|concluded|translated)
      |has\s+been|concluded|ended|began|lightly|shortened)
    |the\s+following\s+is\s+(?:an?|the)\s[^.\n]{0,60}\btranscript\b[^.\n]{0,60}\.?$
    |(?:president|the\s+president)[’'\w\s.]{0,40}(?:news|press)\s+conference\b[^\n]{0,60}\b(?:was\s+held|began|ended|number)
    |end\s+(?:of\s+)?(?:transcript|text|briefing|interview|fastscripts|(?:conference\s+)?call|excerpts?|q\s?&\s?a)\b|related\s*$
    |[^\n]{0,160}\b(?:transcripts?|excerpts?)\b[^\n]{0,160}:\s*$|end\s+\d{1,2}:\d{2}|end\.?\s*$
    |(?:\#\s*){2,}|-\s*end\s*-|(?:fastscripts\s+)?transcript\s+(?:by|courtesy|provided)|to\s+order\s+a\s+video\s+of
    |-{2,}\s*end\s+of\s+\w+\s*-{2,}|copyright\b|©|all\s+rights\s+reserved
    |(?:edited|condensed)\s+for\s+(?:length|clarity)|interview(?:ed)?\s+(?:conducted\s+)?by\b|reporting\s+by\b|photo(?:graph)?\s*(?:by|credit)?:
    |(?:all\s+)?(?:earnings\s+)?call\s+transcripts?$|(?:conference\s+)?call\s+participants\s*:|duration\s*:\s*\d+\s+min
    |more\s+\w+\s+analysis$|this\s+article\s+is\s+a\s+transcript\b|this\s+transcript\s+(?:is|was|has|may)\b
    |-\s*(?:hansard|parliament\s+live)\b[^\n]{0,60}$|(?:no\s+)?comments\s*:?\s*$|post\s+a\s+comment\s*$|back\s+to\s+[A-Z][^\n.?!,]{2,40}$|log\s+in\s+or\s+(?:join|register|sign)\b|(?:column|page)\s+\d{1,6}\s*$|for\s+immediate\s+release|share\s+this:|read\s+more:|related:|topics?:|tags?:|source\s*:
    |(?:for\s+)?(?:media|press)\s+(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))\b[^.\n]{0,60}$)""",
    re.IGNORECASE | re.VERBOSE,
)
# "Part 2: 'We Will Stay'", "Related Information (Press Release)", "Page 3 of 12", "READ MORE Why We Stay"
_FURNITURE = re.compile(
    r"(?:Part|PART) (?:\d{1,2}|[IVX]{1,4}|One|Two|Three|Four): ['‘\"“]?[A-Z][^\n.?!]{2,90}"
    r"|\d{1,4} repl(?:y|ies)"
    r"|Related (?:[Ii]nformation|[Ll]inks?|[Aa]rticles?|[Ss]tories|[Dd]ocuments?|[Cc]ontent)\b[^\n.?!]{0,60}"
    r"|(?:Page|PAGE) \d{1,4} of \d{1,4}|(?:READ (?:MORE|ALSO)|(?:SEE|READ) ALSO|ALSO READ)\b:? [A-Z][^\n]{3,140}"
)
# "<JANE ROE, AFFIRMED [10.06 am]", "<CROSS-EXAMINATION BY MS LIND": lines of a court's record
_OATH = re.compile(r"<[A-Z][A-Z ,.'’&-]{5,90}(?:\s*\[[^\]\n]{3,20}\])?")
_PAGE = re.compile(r"^[ \t]*(?:Page|PAGE) \d{1,4} (?P<of>[A-Z][^\n]{3,100}?)[ \t]*$", re.MULTILINE)
# "The Mayor greets a diver on Monday. Harbour House photo by Jane Roe", a caption
_CREDITED = re.compile(
    r"[^\n]{10,600}[.!?…”\"] (?:[A-Z][\w.]* ){0,4}[Pp]hoto(?:graph)? by (?:[A-Z][\w.'’-]*[ /]?){1,6}(?<![.!?])"
)
_FINAL_NOTE = re.compile(
    r"NOTE:|Note:|(?:Conference )?[Cc]all participants:|Duration: \d+ minutes"
    r"|(?:#\s*){3,}|END\s+\d{1,2}:\d{2}|-\s?END\s?-|END OF TRANSCRIPT|Ends/[A-Z][a-z]+day\b|\[ENDS\]"
)
# What a house did, between the speeches: "The Bill was passed.", "Question put and agreed to."
_PROCEDURE = re.compile(
    r"(?:the\s+)?(?:bill|motion|amendment|question|clause|resolution|house|committee|assembly|sitting|meeting|session)s?\b"
    r"[^.\n]{0,60}\b(?:passed|put|agreed\s+to|adopted|negatived|carried|withdrawn|adjourned|divided|rose|suspended|resumed"
    r"|accordingly\s+read|read\s+(?:a|the)\s+\w+\s+time)\b[^.\n]{0,60}\.?",
    re.IGNORECASE,
)
# "Mr Roe interjecting—", "Honourable members interjecting—", "(Time expired)"
_INTERJECTS = re.compile(
    r"[A-Z][\w.'’ -]{2,60}\b(?:interjecting\s?[—–-]{0,2}[.:]?|indicated (?:agreement|dissent|assent)\.?)"
    r"|Leave (?:granted|refused)\.?|On resuming\s?[—–-]{0,2}"
    r"|(?:Proceedings|Sitting) (?:suspended|resumed)[^.\n]{0,60}\.?"
    r"|\.{3}\s?\(Interruptions?\)\*?|conclusion of (?:press|news|media) conference\.?",
    re.IGNORECASE,
)
# What a reporter of a court writes between the speeches: who is sworn, who examines.
_OF_COURT = re.compile(
    r"""(?=[^\n]*\b(?:testif|examined|witness|deposed))[^\n]{3,80}
    (?:\b(?:duly|first|been|was|being|is)\s(?:duly\s|first\s)*(?:sworn|affirmed)\b(?!\sin\b)|\bcalled\sas\sa\switness\b)[^\n]{0,80}
    |(?:re-?)?(?:direct|cross|recross)?[-\s]?examination(?:\sby\s[^\n]{3,40}|\s\((?:continued|resumed)\))?:?|by\sm(?:r|s|rs)\.?\s[^\n]{2,30}:?
    |[^\n]{3,60}(?:\s\((?:sworn|affirmed|recalled)\)\.?|,\s(?:sworn|affirmed))|question(?:s|ed)\s(?:from|by)\s[^\n.?!:]{3,60}
    |\(?(?:the\s)?witness\s(?:(?:was\s)?excused|(?:stood|steps|stepped)\sdown)[^\n]{0,20}""",
    re.IGNORECASE | re.VERBOSE,
)
_SET = re.compile(r"[*_]{1,3}(?=\S)|<(?:b|strong|em|i)>")
_SET_END = re.compile(r"(?<=\S)(?:[*_]{1,3}|</(?:b|strong|em|i)>)$")
_LONGEST_PROCEDURE = 110  # characters
_HEADING_BEHIND = re.compile(r"(?<=[.?!] )(?:[A-Z][A-Z.,'’-]*\s+){4,}[A-Z][A-Z.,'’-]+$")
_TOPIC = re.compile(r"\*{1,3}\s?[A-Z\"“][^\n.!?]{2,90}\*{0,3}$")  # "**Harbour", a topic of a briefing
_CLOCK = re.compile(
    r"(?:\d{1,2}:\d{2}(?::\d{2})?\s*+(?:[AaPp]\.?\s?[Mm]\.?)?\s*+(?:\(?[A-Z]{2,4}\)?)?|\d{1,2}[:.]\d{2}\s*+(?:GMT|CET|EDT|EST)"
    r"|\d{1,2}\.\d{2}|(?:\d{1,2}:){1,2}\d{1,2}(?:[.,]\d{1,3})?\s*-->\s*(?:\d{1,2}:){1,2}\d{1,2}(?:[.,]\d{1,3})?)\s*$"
)
_LIST = re.compile(r"Q\s?&\s?As?|Questions(?: and [Aa]nswers)?|Topics|Subjects")
_LONGEST_TOPIC = 8  # words
_ITS_PRONOUNS = (["he"], ["she"], ["they"], ["it"], ["we"], ["i"])
_TELLING = SENTENCE_WORDS - {"a", "an", "in", "on", "at", "by", "with"}
_SHOUTED = 0.7  # of all letters in capitals: the text has no small ones
_END_OF_LATIN = "\u0370"  # Greek begins
_END_MARKS = ".!?:;,”\"’')]…—–-"


def lines_of(text: str, start: int, end: int) -> Iterator[Span]:
    """The non-empty lines of `text[start:end]`, trimmed of white space."""
    for m in re.compile(r"[^\n\r\u2028\u2029]+").finditer(text, start, end):
        a, b = trim(text, m.start(), m.end())
        if a < b:
            yield a, b


def trim(text: str, a: int, b: int) -> Span:
    """`[a, b)` without white space at its ends."""
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def is_heading(line: str, before_mark: bool = False) -> bool:
    """Whether a line is a heading: capitals throughout, or (only right `before_mark`) a short line in title case."""
    if len(line) > 300:
        return False
    letters = [c for c in line if c.isalpha()]
    found = line.split()
    small = any(c.islower() for c in letters)
    if not letters or len(found) > (18 if small else 45) or (small and len(line) > 160):
        return False
    if not any(c.islower() for c in letters):
        shout = line[-1] in '!?.”"' and len(found) > 3
        return len(letters) >= 3 and not shout and not (len(found) <= 2 and line[-1] in "!?")
    if re.match(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s", line) and line[-1] not in _END_MARKS and len(found) <= 10:
        return True
    if before_mark and line[0] in '"“' and line[-1] in '"”' and not any(mark in line[1:-1] for mark in '"“”.'):
        found = line[1:-1].rstrip("?!").split()  # a heading in quotation marks
    elif not before_mark or line[-1] in _END_MARKS:
        return False
    if len(found) > 8:
        return False
    content = [w for w in found if w.lower() not in SMALL_IN_HEADINGS and w[:1].isalpha()]
    capitals = sum(w[0].isupper() for w in content)
    return len(content) >= 2 and capitals == len(content)


def is_note(line: str) -> bool:
    """Whether a whole line is nobody's words whatever stands around it: a bracketed note, a clock time, an editor's."""
    if len(line) <= _LONGEST_PROCEDURE and any(form.fullmatch(line) for form in (_PROCEDURE, _INTERJECTS, _OF_COURT)):
        return True
    if _CREDITED.fullmatch(line) or _FURNITURE.fullmatch(line) or _OATH.fullmatch(line):
        return True
    return bool(_WHOLE_NOTE.fullmatch(line) or _EDITORIAL.match(line) or _CLOCK.fullmatch(line) or _TOPIC.match(line))


def is_stage(line: str) -> bool:
    """Whether a line in brackets tells what is heard: "[MUSIC PLAYING]"."""
    return _STAGE.fullmatch(line) is not None


def ends_transcript(line: str) -> bool:
    """Whether a line opens the editor's notes that close a transcript ("NOTE:", "END 2:21 P.M.", "###")."""
    return bool(_FINAL_NOTE.match(line))


class FootNotes:
    """Tells foot-note lines from speech that begins with a number; they come numbered in order.

    Call `is_note` with every line of the text in order; it keeps the number of the last foot-note. `shouted`: the
    whole text stands in capitals, as captions do, so that capitals make no heading.
    """

    def __init__(self, text: str) -> None:
        self._last = 0
        heads = Counter(m["of"] for m in _PAGE.finditer(text))
        # Stars that open every line are bullets.
        self._starred = len(_BULLET_STARS.findall(text)) >= _LEAST_STARS
        self._pages = {of for of, n in heads.items() if n > 1}  # "Page 3 Harbour Report" over every page
        self.shouted = sum(c.isupper() for c in text) > _SHOUTED * sum(c.isalpha() for c in text)
        self._referred = {
            int(m.group(1))
            for m in re.finditer(
                r"(?:(?<=[a-z.,;:?!\"”)'’])|(?<=[a-z.,;:?!\"”)'’] ))(\d{1,3})(?![\d:%.,]?\d|[\w%])", text
            )
        }

    def is_note(self, line: str) -> bool:
        """Whether `line` is the next foot-note ("10 Jane Roe, Advisor", "3On March 1, …", "*See page 2")."""
        page = _PAGE.match(line)
        if (_FOOTNOTE_STAR.match(line) and not (self._starred and line[:2] == "* ")) or (
            page is not None and page["of"] in self._pages
        ):
            return True
        m = _FOOTNOTE.match(line)
        if not m:
            return False
        n = int(m.group(1))
        if not (n == 1 or self._last < n <= self._last + 4 or n in self._referred) or n == 0:
            return False
        if n not in self._referred and n != self._last + 1:
            return False
        self._last = n
        return True


def speech_spans(text: str, start: int, end: int, notes: FootNotes, next_is_mark: bool = True) -> tuple[Span, ...]:
    """The paragraphs of speech in `text[start:end]`, without headings, notes and foot-notes.

    Stage directions inside a paragraph ("(Laughter.)", "[crosstalk 00:12]") part it in two spans; other brackets
    inside a sentence stay, since they explain it. `next_is_mark`: another turn follows `end`.
    """
    lines = list(lines_of(text, start, end))

    def heading(line: str, before_mark: bool = False) -> bool:
        return not notes.shouted and is_heading(line, before_mark)

    listed = next((i for i, (a, b) in enumerate(lines) if _LIST.fullmatch(text, a, b)), len(lines))
    if next_is_mark and all(text[a] in "-•–*" for a, _ in lines[listed + 1 :]):
        lines = lines[:listed]  # "Q&As" over what is asked below
    while next_is_mark and len(lines) > 1:
        last = text[slice(*lines[-1])]
        apart = _is_topic(text, lines[-2], lines[-1])
        if not heading(last, before_mark=True) and not apart and not _CLOCK.fullmatch(last):
            break
        lines.pop()
    out: list[Span] = []
    for i, (a, b) in enumerate(lines):
        line = text[a:b]
        behind = i == 0 and "\n" not in text[start:a]  # a label: "The Chair: The meeting is adjourned."
        spoken = behind and (_PROCEDURE.fullmatch(line) or _INTERJECTS.fullmatch(line)) is not None
        if notes.is_note(line) or (is_note(line) and not spoken) or (i > 0 and heading(line)):
            continue
        if out and _is_latin(text[slice(*out[0])]) and not _is_latin(line):
            continue  # a question before its translation
        if i == 0 and len(lines) > 1 and heading(line) and len(line.split()) > 1:
            continue
        out.extend(_pieces(text, a, b))
    if out and next_is_mark and not notes.shouted and (shout := _HEADING_BEHIND.search(text, *out[-1])):
        out[-1] = trim(text, out[-1][0], shout.start())  # of a page that lost its line breaks
    return tuple(out)


def _is_topic(text: str, before: Span, line: Span) -> bool:
    """Whether the last paragraph before a label is what the next part is about, as a heading has it: "The port's new
    quay", a few words without a sentence and its end, between paragraphs that have one."""
    words = text[slice(*line)].split()
    alone = text.count("\n", before[1], line[0]) > 1 and text.startswith("\n\n", line[1])
    short = 2 <= len(words) <= _LONGEST_TOPIC and text[line[1] - 1].isalpha() and text[line[0]].isupper()
    if not (alone and short and text[before[1] - 1] in ".?!") or FIRST_PERSON.search(text, *line):
        return False
    return SALUTATION.match(text[slice(*line)]) is None and not any(w.lower() in _TELLING for w in words)


def _is_latin(words: str) -> bool:
    """Whether most letters of a paragraph are of the Latin alphabet."""
    letters = [c for c in words if c.isalpha()]
    return 2 * sum(c < _END_OF_LATIN for c in letters) >= len(letters)


def _pieces(text: str, a: int, b: int) -> Iterator[Span]:
    """A paragraph without its bullet, number, edge notes and stage directions."""
    for opening in (_BULLET, _NUMBER_MARK, _LEADING_NOTE):
        m = opening.match(text, a, b)
        if m and not (opening is _LEADING_NOTE and _is_subject(text, a, b)):
            a = m.end()
    m = _TRAILING_NOTE.search(text, max(a, b - 260), b)
    if m and m.start() > a and text[a : m.start()].split()[-1] not in SMALL_IN_HEADINGS:  # "over to [an official]."
        b = m.start() + (1 if text[m.start()] == "." else 0)
    a, b = _plain(text, a, b)
    at = a
    for stage in _STAGE.finditer(text, a, b):
        yield from _worded(text, at, stage.start())
        at = stage.end()
    yield from _worded(text, at, b)


def _is_subject(text: str, a: int, b: int) -> bool:
    """Whether a bracket at the head of a paragraph stands for who is told of in it, and is no note."""
    m = _IS_SUBJECT.match(text, a, b)
    words = [fold(word) for word in m["who"].split()] if m is not None else []
    return words in _ITS_PRONOUNS or (bool(words) and words[-1].removesuffix("s") in ROLE_HEADS)


def _plain(text: str, a: int, b: int) -> Span:
    """A paragraph without the signs that set it in bold or italics as a whole; a mark may have taken the first."""
    first, last = _SET.match(text, a, b), _SET_END.search(text, max(a, b - 10), b)
    if first is not None and last is not None and first.end() < last.start():
        return first.end(), last.start()
    alone = last is not None and last.start() > a and text.count(last.group(), a, b) == 1
    return (a, last.start()) if last is not None and alone else (a, b)


def _worded(text: str, a: int, b: int) -> Iterator[Span]:
    a, b = trim(text, a, b)
    while a < b and text[a] in ".,;" and not text[a : a + 2].isdigit() and text[a : a + 3] != "...":
        a, b = trim(text, a + 1, b)
    if any(c.isalnum() for c in text[a:b]):
        yield a, b
