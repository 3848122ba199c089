"""Words that one source tells of another: "“…,” the mayor told reporters, according to Reuters" are the mayor's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.contents import trim
from index.attribution.news.drafts import Draft, overlap
from index.language.english import AUXILIARIES, BE, SUBJECTS
from index.language.roles import REPORTERS, ROLE_HEADS
from index.language.transcripts import OUTLETS
from index.language.verbs import REPORTING, base_form
from index.model import Span
from index.names.parse import fold

# A quotation that closes, and who said it.
_TELLER = re.compile(
    r"[\"”’']{1,2}\s+(?P<who>(?:[Tt]he |[Mm]rs?\.? |[Mm]s\.? )?[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4}?)"
    r"(?:,[^,\n“”\"]{1,80},)?\s+"
    r"(?P<cue>said|says|told|wrote|writes|added|tweeted|explained|replied)\b"
)
_MORE = re.compile(r"(?:\s+[\w’'-]+){0,14}[,.]?")  # of the content behind that: "told the judge"
_CUT = 40  # characters by which a content may end before the word of saying

# "Jane Roe was quoted by the agency as saying"
_QUOTED_BY = re.compile(
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Tt]he(?: [\w’'-]+){1,4}|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,5})"
    r"(?:,[^,\n]{1,80},)? (?:was|were|is|are|has been|had been|have been)(?: \w+ly| also)? "
    r"(?P<verb>quoted|cited|reported|paraphrased)(?: \w+){0,2} (?:by|in|on)(?: the)?\s+$"
)
# "Senator Roe in the interview was quoted to have said", "Roe was quoted as saying", by nobody who is named
_QUOTED_ALONE = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"]\s)|(?<=\n)|(?<=,\s))"
    r"(?P<who>an?(?:\s[a-z-]+){1,3}|(?:[^\W\d_a-z]|the\s|he\s|she\s)[\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,6}?)"
    r"(?:,[^,\n“”\"]{1,80},)?(?:\s(?:in|during|on|at)\s[^,.\n“”\"]{2,60}?)?,?\s+(?:was|were|is|are|has been|had been)"
    r"(?:\s(?:also|later|earlier|further))?\s+(?P<cue>(?:quoted|reported|heard|cited|said|alleged|understood)\s+(?:saying|telling|to\s+have\s+(?:said|told|added)"
    r"|as\s+(?:having\s+(?:said|told)|saying|telling))|(?:over)?heard\s+(?:saying|shouting|yelling|screaming|telling))(?P<more>(?:\s+[\w’'()-]+){0,14}?)(?P<that>\s+that\b|(?=\s+(?:how|why)\b)|[,:]?\s*(?=[“\"]))"
)
_QUOTED_BEHIND = re.compile(
    r"[,.!?]?[”\"]\s(?P<who>[Tt]he(?: [\w’'-]+){1,4}|[HhSs]e|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,5})"
    r" (?:was|were|is) (?:also |later )?(?P<cue>(?:quoted|cited|reported) as (?:saying|having said)"
    r"|(?:quoted|reported|alleged|understood|said) to have (?:said|told|added))\b"
)
# "the agency quoted Foreign Minister Jane Roe as saying that"
_AS_SAYING = re.compile(
    r"\s*+(?:(?:also|has|had|later|earlier)\s++)*+(?P<verb>quot(?:ed|es|ing)|cit(?:ed|es|ing)|paraphras(?:ed|es|ing)|report(?:ed|s|ing)(?=\s[^,.]*[A-Z]))\s+"
    r"(?P<who>[^\W\d_](?:[\w.’'-]|,(?= )|[ \u00a0]){1,90}?)\s+(?:(?:however|also|further|later)\s+)?as\s+"
    r"(?:having\s+(?:said|told|written|added)|(?:say|tell|writ|add|warn|insist|claim|argu)ing)(?:\s+to\s+[\w ]{1,30})?"
    r"(?P<that>,?\s+that)?"
)
# "the agency quoted Foreign Minister Jane Roe saying that"
_SAYING = re.compile(
    r"\s*+(?:(?:also|has|had|later|earlier)\s++)*+(?P<verb>quot(?:ed|es|ing)|report(?:ed|s|ing)(?=\s[^,.]*[A-Z]))\s+"
    r"(?P<who>[^\W\d_](?:[\w.’'-]|,(?= )|[ \u00a0]){1,90}?)\s+(?:(?:however|also|further|later)\s+)?saying"
    r"(?P<that>,?\s+that)?"
)
# "“…,” the party's release quoted Secretary Jane Roe."
_QUOTED_AT_THE_END = re.compile(
    r"\s+(?:also\s+)?(?P<verb>quoted)\s+(?P<who>[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){1,6})(?=\.(?:\s|$))"
)
_CUE = r"(?P<cue>said|says|told|warned|announced|insisted|promised|admitted|added|denied|argued|confirmed)\b"
# "Governor Jane Roe said (that) the bridge was closed", told by somebody else.
_INNER = re.compile(
    r"(?:that\s+)?(?P<who>(?:[^\W\d_a-z]|the\s|an?\s|he\s|she\s)(?:[\w.’'-]|,(?= )|[ \u00a0]){0,90}?)(?<=\w),?\s+"
    r"(?:(?:has|had|have|also|later|on\s\w+day)\s+)*"
    rf"{_CUE}"
    r"(?:(?<=told)\s+[^.;:\n“”\"]{1,60}?(?=,?\s+that\b),?)?(?:\s+on\s+\w+day)?\s+(?:that\s+)?(?=\w)"
)
# "Governor Jane Roe also noted that “", up to her words
_LEADS_TO = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"’'] )|(?<=\n))"
    r"(?P<who>[HS]e|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,6})(?:, [^,\n“”\"]{3,60},)?"
    r"(?: also| later| then| has| had)* (?P<cue>said|says|noted|added|warned|stressed|told|stated|insisted|argued)"
    r" ?(?:that )?[“\"]?$"
)
# "the bridge was closed, Governor Jane Roe said on Monday", told by somebody else
_INNER_BEHIND = re.compile(
    r",\s+(?P<who>(?:[^\W\d_a-z]|the\s|an?\s)(?:[\w.’'-]|[ \u00a0]){0,90}?)(?<=\w)\s+"
    rf"{_CUE}"
    r"[^,;:.“”\"]{0,120}$"
)
# "The bridge, she said, would close", told by a report
_INNER_BETWEEN = re.compile(
    r",[”\"]?\s(?P<who>[Hh]e|[Ss]he|(?:[Tt]he\s)?[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,4}?)\s"
    r"(?P<cue>said|says|added|explained|warned|noted),(?:\s[“\"]?|(?=$))"
)
_AS_REPORTED = re.compile(r"as (?:reported|quoted|cited|carried|published) (?:by|in)")
# "Lawyers' leaders in Holm division have issued a stern ", up to what they gave
_GIVES = re.compile(
    r"(?:^|(?<=[.!?:] )|(?<=\n))(?P<who>[^\W\d_a-z][^.,;:!?“”\"\n]{2,80}?) (?P<verb>(?:has |have |had )?(?:also )?"
    r"(?:issued|given|gave|sounded|delivered|made|raised) (?:an?|the) (?:[a-z]+ )?"
    r"(?:warning|call|appeal|threat|promise|plea|ultimatum|demand))"
    r" (?:to |that |for )?"
)
_NAME = re.compile(r"(?:^|\s)[^\W\d_a-z][\w’'-]+\s[^\W\d_a-z][\w’'-]+")  # a full name, or an office and a name
_READ = 220  # characters before a mention
_LONGEST_NAME = 12  # words of who speaks, with an office
_SITE = re.compile(r"(?:[Tt]he )?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}")  # "Idman.biz reports"
_QUOTED = re.compile(r"[\"“”„«»]")
_LEAST = 2  # words of what is left of a content


def quoted_by(text: str, draft: Draft) -> Draft:
    """The draft, given to who is quoted where its source is the outlet that quotes: "Roe was quoted by Reuters"."""
    if draft.mention is None:
        return draft
    begin = max(0, text.rfind("\n", 0, draft.mention[0]), draft.mention[0] - _READ)
    found = None
    for match in _QUOTED_BY.finditer(text, begin, draft.mention[0]):
        found = match
    if found is not None and found["verb"] == "reported" and found["who"].startswith(("the ", "The ")):
        return draft  # "the incident was reported by the agency"
    return replace(draft, mention=found.span("who")) if found is not None else draft


def quoted_behind(text: str, draft: Draft) -> Draft:
    """The draft of a quotation, given to who is quoted right behind it: "“No,” the minister was quoted as saying"."""
    start, end = draft.spans[-1]
    found = _QUOTED_BEHIND.search(text, max(start, end - _CUT), min(len(text), end + _READ))
    if found is None or found.start() > end or found.start() <= start:
        return draft
    spans = (*draft.spans[:-1], (start, found.start()))
    return replace(draft, spans=spans, mention=found.span("who"), cue=found.span("cue"), certainty=0.8)


def quoted_alone(text: str, draft: Draft) -> Draft:
    """The draft, given to who is quoted by nobody who is named: "Roe was quoted to have said, “…”"."""
    begin = max(0, text.rfind("\n", 0, draft.start), draft.start - _READ)
    found = None
    for match in _QUOTED_ALONE.finditer(text, begin, min(len(text), draft.end)):
        found = match if match.start() <= draft.start and match.end("cue") <= draft.end else found
    if found is None or not found.end() - 2 <= max(draft.start, found.end()) <= found.end() + 3:
        return draft
    spans = _without(text, draft.spans, (0, found.end()))
    return replace(draft, spans=spans, cue=found.span("cue"), mention=found.span("who")) if spans else draft


def said_between(text: str, draft: Draft) -> Draft:
    """The draft, given to who is told in a parenthesis to say it, where a document or an outlet behind reports it: "The
    bridge, she said, would close, according to a report"."""
    if draft.mention is None or draft.cue is None:
        return draft
    cue = text[slice(*draft.cue)].casefold()
    if not (cue.startswith("according") or _reports(cue)):
        return draft
    stop = text.find(". ", draft.start, draft.cue[0])
    found = _INNER_BETWEEN.search(text, draft.start, stop if stop >= 0 else max(draft.start, draft.cue[0]))
    spans = _without(text, draft.spans, found.span()) if found is not None else ()
    if found is None or not spans or (found.end() < draft.cue[0] and spans[-1][0] < found.start()):
        return draft
    return replace(draft, spans=spans, cue=found.span("cue"), mention=found.span("who"))


def reported_of(text: str, draft: Draft) -> Draft:
    """The draft, given to who gave the warning that an outlet only reports: "The lawyers have issued a stern warning to
    go on strike, as reported by the Courier"."""
    if draft.cue is None or draft.cue[0] < draft.end or not _AS_REPORTED.fullmatch(text, *draft.cue):
        return draft
    begin = max(text.rfind("\n", 0, draft.start) + 1, draft.start - _READ)
    found = _GIVES.search(text, begin, draft.end)
    if found is None or not found.start("who") <= draft.start <= found.end() < draft.end:
        return draft
    return replace(
        draft,
        spans=((found.end(), draft.spans[0][1]), *draft.spans[1:]),
        mention=found.span("who"),
        cue=found.span("verb"),
    )


def quoting(text: str, draft: Draft) -> Draft:
    """The draft, given to who is quoted where its source quotes: "Reuters quoted the mayor, Jane Roe, as saying"."""
    if draft.mention is None:
        return draft
    forms = (_AS_SAYING, _SAYING, _QUOTED_AT_THE_END)
    found = next((match for form in forms if (match := form.match(text, draft.mention[1])) is not None), None)
    if found is None:
        return draft
    spans = _without(text, draft.spans, (draft.mention[0], found.end()))
    return replace(draft, spans=spans, cue=found.span("verb"), mention=found.span("who")) if spans else draft


def retelling(text: str, draft: Draft) -> Draft:
    """The draft, given to who spoke where a reporter or an outlet only tells it.

    "The governor said the levee would hold, Courier reporter Jane Roe reported", "According to Reuters, Roe said …".
    """
    start, end = draft.spans[0]
    if draft.mention is None or draft.cue is None:
        return draft
    if (told := _told_before(text, draft)) is not None:
        return told
    quotation = _QUOTED.search(text, max(0, start - 1), draft.end)
    before = _INNER.match(text, start, end)
    if quotation is not None and (before is None or quotation.start() < before.end()):
        return draft
    mention, cue = text[slice(*draft.mention)], text[slice(*draft.cue)].casefold()
    reports = _reports(cue) and _is_outlet(mention)
    if cue.startswith("according") and not reports:
        inner = _INNER.match(text, start, draft.end)
        reports = inner is not None and _NAME.search(inner["who"]) is not None
        end = draft.end if reports else end
    told_after = cue.startswith(("wrote", "writes", "reported", "reports")) and draft.cue[0] >= draft.end
    if not (reports or told_after):
        return draft
    found = _INNER.match(text, start, end)
    who = found["who"].split() if found is not None else []
    clause = any(fold(word) in AUXILIARIES | BE | SUBJECTS - {"he", "she"} for word in who)
    clause = clause or who[-1:] in (["and"], ["but"])  # "According to him, Roe met the governors and told them that"
    if found is None or len(who) > _LONGEST_NAME or clause:
        return _behind(text, draft, start, end)
    if len(text[found.end() : end].split()) < _LEAST or overlap(draft.mention, found.span("who")):
        return draft
    spans = ((found.end(), end), *(span for span in draft.spans[1:] if span[0] >= end))
    return replace(draft, spans=spans, cue=found.span("cue"), mention=found.span("who"))


def _told_before(text: str, draft: Draft) -> Draft | None:
    """The draft, given to who leads to its words, where its source stands behind them and reports: "Roe noted that
    “it must stop”, according to the ministry"."""
    if draft.mention is None or draft.cue is None or draft.cue[0] < draft.end:
        return None
    cue = text[slice(*draft.cue)].casefold()
    if not (cue.startswith("according") or _reports(cue)):
        return None
    rest = draft.spans[1:]  # where the tagger took who leads to the words for a part of them
    reach = rest[0][0] if rest else draft.start
    found = _LEADS_TO.search(text, max(0, reach - _READ), reach)
    if found is None or (rest and found.start("who") > draft.start):
        return None
    return replace(draft, spans=rest or draft.spans, cue=found.span("cue"), mention=found.span("who"))


def _behind(text: str, draft: Draft, start: int, end: int) -> Draft:
    """The draft, given to who is named behind what she said: "… was closed, Governor Roe said, Reuters reports"."""
    found = _INNER_BEHIND.search(text, start, end) if len(draft.spans) == 1 else None
    if found is None or _NAME.search(found["who"]) is None or len(text[start : found.start()].split()) < _LEAST:
        return draft
    if any(fold(word) in AUXILIARIES | BE | SUBJECTS for word in found["who"].split()):
        return draft
    return replace(draft, spans=((start, found.start()),), cue=found.span("cue"), mention=found.span("who"))


def _is_outlet(mention: str) -> bool:
    """Whether a mention is an outlet or who works for one; a press secretary is neither."""
    office = any(fold(word) in ROLE_HEADS - REPORTERS for word in mention.split())
    return bool(OUTLETS.search(mention) or _SITE.fullmatch(mention)) and not office


def _without(text: str, spans: Sequence[Span], cut: Span) -> tuple[Span, ...]:
    """The spans without what lies in `cut`, trimmed of marks."""
    pieces = [piece for a, b in spans for piece in ((a, min(b, cut[0])), (max(a, cut[1]), b)) if piece[0] < piece[1]]
    trimmed = [trim(text, *piece) for piece in pieces]
    return tuple((a, b) for a, b in trimmed if any(character.isalnum() for character in text[a:b]))


def first_hand(text: str, draft: Draft) -> Draft:
    """The draft, given to who spoke where its own source only reports it ("according to …"); else as it is.

    The content is then the quotation alone; the reporting outlet is no source of the words.
    """
    if draft.cue is None or draft.mention is None:
        return draft
    cue = text[slice(*draft.cue)].casefold()
    behind = draft.cue[0] >= draft.end - 1  # "…,” she said at the harbour, Bernama reported."
    if not cue.startswith("according") and not (_reports(cue) and (behind or _is_outlet(text[slice(*draft.mention)]))):
        return draft
    for place, (start, end) in enumerate(draft.spans):
        found = _TELLER.search(text, start, end + _CUT)
        if found is None or not draft.start < found.start() < end or overlap(found.span("who"), draft.mention):
            continue
        # Behind a content's end only what a mark closes off: `the so-called “deal” the council said yes to` is none.
        closed = found.end() <= end or text[found.start() - 1] in ",.?!"
        if closed and (found.end() >= end or _MORE.fullmatch(text, found.end(), end)):
            spans = (*draft.spans[:place], (start, found.start()), *draft.spans[place + 1 :])
            return replace(draft, spans=spans, cue=found.span("cue"), mention=found.span("who"))
    return draft


def _reports(cue: str) -> bool:
    """Whether a word of saying is one that outlets use of what others said."""
    return any(base_form(word) in REPORTING for word in cue.split())


def all_told(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the sources that spoke, where those beside them only tell what others said.

    A quotation that has its source from the one before it has the one that is found for that.
    """
    out: list[Draft] = []
    for number, draft in enumerate(drafts):
        before = drafts[number - 1] if number else None
        same = before is not None and draft.mention == before.mention != out[-1].mention
        if same and before is not None and (draft.inherited or draft.cue == before.cue):
            out.append(replace(draft, mention=out[-1].mention, cue=out[-1].cue))
        else:
            out.append(told(text, draft))
    return out


def told(text: str, draft: Draft) -> Draft:
    """The draft with the source that spoke, where the one beside it only tells what another said."""
    draft = said_between(text, first_hand(text, draft))
    return _alone(
        text,
        retelling(
            text, quoting(text, quoted_alone(text, quoted_by(text, quoted_behind(text, reported_of(text, draft)))))
        ),
    )


def _alone(text: str, draft: Draft) -> Draft:
    """The draft's content without its own source at the end: "“The dam is safe,” Jane Roe" was quoted as saying."""
    start, end = draft.spans[-1]
    if draft.mention is None or not start < draft.mention[0] < end <= draft.mention[1] + 1:
        return draft
    spans = _without(text, draft.spans, (draft.mention[0], end))
    return replace(draft, spans=spans) if spans else draft
