"""Who says it where somebody else stands beside the verb: to whom it is told ("confirmed the plan, her first, to the
Courier"), or by whom it is known that it was told ("Roe, according to her lawyer, told the court"); and what is no
speaker at all: a page's "READ SOME MORE", or who tells what stands in the line below a headline."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft
from index.language.bodies import PLACES
from index.language.english import ABBREVIATED
from index.language.mentions import LEADS_ELSEWHERE, NEVER_NAMES
from index.language.names import PLACE_OPENERS
from index.model import Span
from index.names.parse import fold
from index.names.roles import are_people

_TELLS = (
    r"(?:confirmed|confirms|admitted|admits|announced|announces|revealed|reveals|disclosed|conceded|repeated|denied|denies"
    r"|described|explained|expressed|outlined|defended|reiterated|acknowledged)"
)
_TIMES = r"(?:(?:also|later|then|has|have|had|yesterday|today|has since) )*"
# "Mayor Jane Roe confirmed the plan, first told of in May, to ", up to who is told it
_TOLD_TO = re.compile(
    rf"(?P<who>[^\W\d_a-z][^,.;:“”\"\n]{{1,90}}?)(?:, [^,.;:“”\"\n]{{2,80}},)? {_TIMES}(?P<verb>{_TELLS})"
    r" [^;:!?“”\"\n]{2,200}, to (?:the )?$"
)
# "The chiefs, according to our inquiries, however, told", up to the verb
_KNOWN_FROM = re.compile(
    r"(?P<who>[^\W\d_a-z][^,.;:“”\"\n]{1,90}), according to (?P<whom>[^.,;:“”\"\n]{2,90}),"
    rf"(?: (?:however|though|meanwhile|in turn),)? {_TIMES}(?P<verb>told|said|says|warned|asked|urged|informed|advised"
    r"|claimed|admitted|insisted|argued|promised|complained|alleged|accused|demanded)\b"
)
_QUESTION_FROM = re.compile(
    r"(?:^|[.!?]\s|\n)(?:In (?:response|reply|answer) to|Responding to|Replying to|Answering)"
    r" (?:an?|the) (?:question|query|request|comment|remark|call) (?:from|by|of) (?:[^\W\d_a-z][\w’'-]*\.? ){0,3}$"
)
# "Taking a swipe at party leader JK ", up to the surname, and "harbour chief Tom Lind" behind its comma
_AGAINST = re.compile(
    r"(?!According )[A-Z][a-z]+ing [^.,;:“”\"\n]{0,80}?(?:at|against|to|on|with|from) [^.,;:“”\"\n]{0,60}"
)
_OFFICE_AND_NAME = re.compile(
    r"(?!(?:the|an?|his|her|its|their|who|whose)\b)(?:[\w’'.&-]+ ){1,10}[^\W\d_a-z][\w.]+ [^\W\d_a-z][\w’-]+"
)
# "Mr Roe, the member, in a speech read on his behalf by ", who read it, up to the comma
_READ_BY = re.compile(
    r"(?P<who>[^\W\d_a-z][^;:“”\"\n]{1,120}?),? in (?:an?|his|her|the) (?:[a-z]+ )?(?:speech|address|statement|message"
    r"|remarks) (?:read|delivered|presented)(?: (?:out|on (?:his|her|their) behalf|for (?:him|her)))?"
    r" by (?P<reader>[^;:“”\"\n]{3,120})"
)
# "on a ward branded “", up to the words
_NAMED = (
    r"(?:branded|dubbed|called|labelled|labeled|deemed|nicknamed|termed"
    r"|(?:described|hailed|condemned|slammed|seen|billed|known|touted) as)"
)
_DUBBED = re.compile(rf"{_NAMED} [“\"‘']")
_CALLED = re.compile(
    r"\b(?:on|in|at|of|with|for|to|from|by|into|over|about|against|after) (?:an?|the|his|her|its|their|some)"
    r" (?:(?!(?:the|an?|who|which|that|he|she|they|it|has|have|had|is|was|and)\b)[a-z][a-z-]* ){1,3}"
    rf"(?P<cue>{_NAMED}) [“\"‘']$"
)
# "Roe didn't know until rung by a steward. “", up to the words
_UNTIL = re.compile(
    r"(?P<who>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,4}) (?:did not|didn['’]t|had no idea|only|first)"
    r" [^.;:“”\"\n]{0,60}?(?:until|when|after) [^.;:“”\"\n]{0,40}?\bby (?P<whom>[^.;:“”\"\n]{2,80})[.!] [“\"‘]"
)
_PEOPLE_OF = re.compile(
    r"(?<!of )(?<!of the )(?<!ike the )(?<!ike )\b(?P<noun>[A-Za-z]+) (?:of|from|in|at)"
    r" [^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}, $"
)
_MARKS = ("”", '"', "’", "'")
_PHRASE = 100  # characters of such a phrase
_NUMBER = re.compile(
    r"(?<=\w)(?P<gap> )(?:around|about|more than|over|at least|some|nearly|almost|up to|as many as|under|fewer than"
    r"|less than|only|just|roughly)(?: [\d,.]+(?: [a-z]+)?)?$"
)
_DID = re.compile(
    r"(?:(?:An?|The|Some|Several|Many|Dozens|Hundreds|Thousands|Scores) )?(?:[A-Za-z][a-z-]* ){0,4}?"
    r"(?P<noun>[a-z]{3,}s) (?P<verb>[a-z]{2,}(?:ed)|took|held|shut|left|went|broke|led|met|set)"
    r" (?!(?:by|from|in|at|of|with|over|for|to|on|as|during|after|under|and|or|who|near|behind|about)\b)"
)
_LABEL = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,4}): ")
_STOP = re.compile(r"(?P<word>[\w’'-]*)[.!?][”\"’']?\s+|\n")
_FEW = 6  # words of a line that leads elsewhere
_SENTENCE = 400  # characters before a mention in which its sentence begins


def leads_elsewhere(text: str, mention: Span) -> bool:
    """Whether a mention stands in a line by which a page leads elsewhere: "READ SOME MORE"."""
    begin, end = text.rfind("\n", 0, mention[0]) + 1, text.find("\n", mention[1])
    line = text[begin : end if end >= 0 else len(text)].strip()
    return line.isupper() and len(line.split()) <= _FEW and fold(line.split()[0]) in LEADS_ELSEWHERE


def of_region(text: str, mention: Span | None) -> Span | None:
    """The people who say it, where the tagger chose the region behind the comma of their place: "residents of Holm,
    St Jude said"; not "One of the residents of Holm, Jane Roe", nor "Like the people of Holm, Roe said"."""
    written = fold(text[slice(*mention)]) if mention is not None else ""
    if mention is None or (written.partition(" ")[0] not in PLACE_OPENERS | {"st", "saint"} and written not in PLACES):
        return mention
    found = _PEOPLE_OF.search(text, max(0, mention[0] - _PHRASE), mention[0])
    return mention if found is None or not are_people(found["noun"]) else (found.start("noun"), mention[1])


def of_label(text: str, mention: Span, content: Span) -> Span | None:
    """The label of a headline, for what the source of the paragraph below was taken for: "Port Office: no need for
    alarm" above "According to Roe, …"; None everywhere else."""
    row = text.rfind("\n", 0, mention[0]) + 1
    if row <= content[1] or text[row : mention[0]].strip() != "According to":
        return None
    label = _LABEL.fullmatch(text, text.rfind("\n", 0, content[0]) + 1, content[0])
    return None if label is None or fold(label["name"].split()[0]) in NEVER_NAMES else label.span("name")


def beside_hearer(text: str, draft: Draft) -> Draft:
    """The draft, given to the subject of its verb where the tagger chose who is told it, behind a comma."""
    if draft.mention is None or draft.mention[0] < draft.end:
        return draft
    found = _TOLD_TO.match(text, _sentence(text, draft.mention[0]), draft.mention[0])
    if found is None or draft.start < found.start("who") or draft.spans[0][1] <= found.end("verb"):
        return draft
    spans = draft.spans
    if found.end("verb") > draft.start:  # the tagger took the whole sentence for what is told
        spans = ((found.end("verb") + 1, spans[0][1]), *spans[1:])
    return replace(draft, mention=found.span("who"), cue=found.span("verb"), spans=spans)


def past_verb(text: str, start: int, end: int, cue: Span | None) -> int | None:
    """Where a mention of people ends that goes on with what they did, before a participle that says what they said: "A
    group of parents | halted classes at Tarn School, accusing"; None for "Parents affected by the fire"."""
    if cue is None or cue[0] < end or not text[slice(*cue)].split()[0].endswith("ing"):
        return None
    found = _DID.match(text, start)
    if found is None or found.start("verb") >= end or not are_people(found["noun"]):
        return None
    return found.end("noun")


def read_by(text: str, draft: Draft) -> Draft:
    """The draft, given to whose speech somebody else only read: "Roe, the member, in a speech read on his behalf by Tom
    Lind, his secretary, thanked the rowers"."""
    if draft.mention is None:
        return draft
    asked = _QUESTION_FROM.search(text, max(0, draft.mention[0] - _PHRASE), draft.mention[0])
    comma = text.find(", ", *draft.mention)
    if asked is not None and comma >= 0:  # "In reply to a question from Cllr | Roe, director Tom Lind | said"
        return replace(draft, mention=(comma + len(", "), draft.mention[1]))
    begin = _sentence(text, draft.mention[0])
    against = comma >= 0 and _AGAINST.fullmatch(text, begin, draft.mention[0]) is not None
    if against and _OFFICE_AND_NAME.fullmatch(text, comma + len(", "), draft.mention[1]):
        return replace(draft, mention=(comma + len(", "), draft.mention[1]))  # "Hitting out at | Roe, MP Tom Lind |"
    found = _READ_BY.match(text, begin)
    if found is None or not found.start("reader") <= draft.mention[0] < found.end("reader"):
        return draft
    return replace(draft, mention=found.span("who"))


def before_number(text: str, mention: Span, content: Span) -> tuple[Span, Span]:
    """Who knows a number, and what is told, where no comma parts them: "According to the GMB | around 68 shops"."""
    found = _NUMBER.search(text, *mention) if text.endswith("ccording to ", 0, mention[0]) else None
    if found is None or content[1] <= mention[1]:
        return mention, content
    return (mention[0], found.start()), (found.end("gap"), content[1])


def called_by_others(text: str, draft: Draft) -> Draft:
    """The draft of a quotation that only tells what others call a thing, given to nobody: "The trust apologised to her
    family for a ward branded “unfit”"."""
    start, end = draft.spans[0]
    dubbed = _DUBBED.match(text, start, end)
    start = dubbed.end() if dubbed is not None else start
    found = _CALLED.search(text, max(0, start - _PHRASE), start)
    if found is None or draft.mention is None or draft.cue is None or draft.cue[1] > found.start():
        return draft
    if len(draft.spans) > 1 or text[end : end + 1] not in _MARKS:
        return draft
    return replace(draft, mention=None, cue=found.span("cue"), spans=((start, end),))


def known_from(text: str, draft: Draft) -> Draft | None:
    """The draft, given to who told it and not to whom that is known from; None for the subject alone, which is no
    words of anybody's."""
    if draft.mention is None:
        return draft
    found = _known_from(text, draft.mention)
    if found is None:
        return draft
    if draft.spans[-1][1] <= found.start("whom"):
        return None
    spans = tuple(span for span in draft.spans if span[0] >= found.end("verb"))
    return replace(draft, mention=found.span("who"), cue=found.span("verb"), spans=spans) if spans else draft


def until_told(text: str, draft: Draft) -> Draft:
    """The draft of a quotation behind a sentence on how its speaker came to know, given to that one and not to who told
    it: "She didn't know until rung by a steward. “We are so glad.”"."""
    if draft.mention is None or not text.endswith(" by ", 0, draft.mention[0]):
        return draft
    found = _UNTIL.match(text, _sentence(text, draft.mention[0]))
    if found is None or not found.start("whom") <= draft.mention[0] < found.end("whom"):
        return draft
    start, end = draft.spans[0]
    if found.end() >= end:
        return draft
    spans = ((max(start, found.end()), end), *draft.spans[1:])
    return replace(draft, mention=found.span("who"), cue=None, spans=spans)


def _known_from(text: str, mention: Span) -> re.Match[str] | None:
    if not text.endswith(", according to ", 0, mention[0]):
        return None
    found = _KNOWN_FROM.match(text, _sentence(text, mention[0]))
    return found if found is not None and found.start("whom") == mention[0] else None


def _sentence(text: str, place: int) -> int:
    """Where the sentence of a place begins; no abbreviation ends one ("Mr. Roe")."""
    ends = [
        stop.end()
        for stop in _STOP.finditer(text, max(0, place - _SENTENCE), place)
        if fold(stop["word"] or "") not in ABBREVIATED
    ]
    return ends[-1] if ends else max(0, place - _SENTENCE)
