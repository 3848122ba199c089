"""Who says a quotation by what stands right beside it, whatever the tagger's pointers chose.

"Roe added: “…”", "“…,” Roe said", "His friend Denys laughs. “…”": a line's own words tell more than the text around.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.contents import Content, trim
from index.attribution.news.drafts import Draft, Speech
from index.language.acts import BEATS, DOCUMENTS
from index.language.english import AUXILIARIES, BE
from index.language.mentions import NEVER_NAMES
from index.language.roles import ROLE_HEADS
from index.language.stances import all_forms
from index.language.verbs import NAMING, SAID
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_calling

# "He asked for an inquiry, something Roe said would be “a distraction”", up to what she said
_ASIDE = re.compile(
    r"\b(?:something|(?:an?|the) (?:idea|move|step|plan|claim|charge|figure|decision))(?: that)? "
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}) (?P<verb>said|says|called|described|argued|warned)"
    r"(?: as)? (?:(?:would be|was|is|could be) )?[“\"]?$"
)
_GESTURE = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n))(?:(?:His|Her|Their|The|An?) (?:[a-z]+ ){1,3}(?:[a-z]+, )?)?"
    r"(?P<name>(?:Another|A second|A third|The other)(?=, )|[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})"
    r"(?:,(?: [^.,“”\"\n]{3,60},)?)?(?: (?:just|only|quickly|also))?"
    r" (?P<verb>[a-z]+)(?: [a-z][^.!?“”\"\n]{0,60})?[.!] [“\"‘']?$"
)
_PRONOUN_SAYS = re.compile(r"[,.!?]?[”\"’']{1,2} (?:he|she|they) [a-z]+")
_GESTURE_REACH = 200  # characters before a quotation in which such a sentence stands
_BEAT_FORMS = all_forms(BEATS)
# "Roe added: “": a sentence before a quotation that holds a name and a verb.
_NAME_SAYS = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n)|(?<=, to which )|^)"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})\s(?P<verb>[a-z]+)\s?[:,]\s[“\"‘']$"
)
# "On Sunday Prime Minister Jane Roe also reacted to the remarks, in a speech in Karst: “"
_LEADS_TO = re.compile(
    r"(?:(?<=[.!?] )|(?<=[.!?][”\"’'] )|(?<=\n)|^)"
    r"(?:(?:On|Last|Earlier|Later|Yesterday)\b(?: \w+day)?(?:[^,.\n“”\"]{0,20},)? )?"
    r"(?P<name>[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){1,6}) (?:(?:also|later|then|has|had|[a-z]+ly) )*"
    r"(?P<verb>[a-z]+ed|told|wrote|spoke|hit|gave) [^\n“”\".!?:]*: [“\"]$"
)
# "One minister said: “", of somebody without a name.
_SOMEBODY_SAYS = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n)|^)"
    r"(?P<name>(?:One|Another|An?|The)(?: [a-z][\w-]+){0,3}? (?P<head>[a-z][\w-]+)|Another)"
    r"\s(?P<verb>[a-z]+)\s?[:,]\s[“\"‘']$"
)
# "…, said Jane Roe and added: “": the next words too
_AND_ADDED = re.compile(
    r"\b(?:said|says|told)\s(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3})(?:\s[a-z][^.,:\n“”\"]{0,40})?"
    r"\sand\s(?P<verb>added|continued|warned|stressed|asked|concluded)\s?:\s*[“\"‘']?$"
)
# "“…?” Roe asked, to which Jane Poe said “": the answer's
_TO_WHICH = re.compile(
    r", to which (?P<name>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w’'-]+){0,4}) (?P<verb>[a-z]+) [“\"‘]$"
)
# "Mayor Holt – “", a line that begins with a name of two words and more and goes on with what its bearer says.
_NAME_ALONE = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w.’'-]+){1,4})\s?(?::|\s[–—-])\s[“\"]")
# "…,” Roe said" behind a quotation, and ", replied Jane Roe in the house" at the end within its marks.
_SAID_BEHIND = re.compile(
    r"(?:,[”\"’']{1,2}|(?<=,)[”\"’']{1,2}|[!?]?[”\"’']{1,2}(?<=[!?].)) "
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3})"
    r" (?P<verb>[a-z]+)\b(?!\s?[:,]\s[“\"‘'])"
)
# "…,” he said, Interfax reports": not the agency's
_SAID_AND_REPORTED = re.compile(
    r"[,.!?]?[”\"’']{1,2} (?P<name>he|she|[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3})"
    r" (?P<verb>said|added|noted|stressed)"
    r", (?:the )?[^\W\d_a-z][\w .-]{1,30} report(?:s|ed)\b"
)
_ACCORDING_TO = re.compile(
    r"\b[Aa]ccording to (?P<name>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}), (?:an? |the )?$"
)
_NAME_AND_MARK = re.compile(
    r", (?P<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rev|Sen|Professor|Senator|Councillor|Minister|Deputy|Sir|Chief)\.? )*"
    r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w.’'-]*){0,2} [^\W\d_a-z][\w’'-]+), [“\"]"
)
_SPOKE_TO = re.compile(r" (?:had )?(?:spoke|spoken|talked|interviewed|contacted|reached)(?: (?:to|with))?\b")
_WHOM_A_PAPER = re.compile(
    r"(?P<who>(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree) )?(?:[A-Za-z][a-z-]+ )?[A-Za-z][a-z]+s)"
    r" (?=(?:the )?[^\W\d_a-z])"
)
_TWO_VERBS = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,5})"
    r" (?:(?:also|then|later|has|had) )?[a-z]+[tdkew] [^,.;:“”\"\n]{0,80} and"
)
# "Mayor Jane Roe opening the debate", "MP Jane Roe a key member of the bloc"
_NAME_DOING = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,5})(?<!['’]s)"
    r" (?:[a-z]{3,}ing|an? [a-z][\w-]+)(?: [^,.;:“”\"\n]{0,80})?"
)
_SAID_INSIDE = re.compile(
    r",\s(?P<verb>said|replied|added|stated|asked|responded)\s(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,3})"
    r"(?:\s[a-z][^,;:.”\"]{0,40})?[.]?$"
)
_SAID_UNCLOSED = re.compile(
    r", (?:(?P<verb>said|replied|added|stated) (?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,3}),"
    r"|(?P<who>he|she) (?P<says>said|added|stated)\b)[^;:.”\"]{0,120}$"
)
# "Nobody will cry for you. – Hon. Roe”": who signs the words within their marks
_SIGNED_INSIDE = re.compile(r"(?<=[.!?]) ?[–—-]{1,2} (?P<name>(?:[^\W\d_a-z][\w’'-]*\.? ){0,4}[^\W\d_a-z][\w’'-]+)\.?$")
# A name of two words and more that opens the sentence of a cue and stands right before it.
_OPENS = re.compile(
    r"(?:(?<=[a-z0-9)][.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n))"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,4})\s$"
)
_CLAUSE_OF = re.compile(
    r"\b(?:in|by|from|with|during|on) which "
    r"(?P<name>he|she|[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3}) (?P<verb>[a-z]+)\b"
)
_TELLS = SAID | NAMING
_VERBS = SAID | BE | AUXILIARIES
_CLAUSE = 20  # characters behind a cue in which such a clause's verb may stand
# "“No, sir,” came the reply.": whose it is, the words before may tell, but not who asked.
_CAME_REPLY = re.compile(
    r"[,.!?]?[”\"’']{1,2} (?:came|was|is|comes) (?:the|a) (?:[a-z-]+ )?(?:reply|answer|response|retort|shout|cry)\b"
)
# "… was burnt, states an email to staff from Jane Roe": what the words stand in.
_STATES = re.compile(
    r",?[”\"’']{0,2} (?P<verb>says|states|said|stated|reads|read)"
    rf" (?P<what>(?:an?|the|one|another) (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(DOCUMENTS))})\b[^.,;“”\"\n]{{0,80}})"
)
_HOLDS = re.compile(rf"(?:the|an?)\s(?:[\w-]+\s){{0,3}}(?:{'|'.join(sorted(DOCUMENTS))})", re.IGNORECASE)
# "He stated", up to the words
_PLAIN_SAYS = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n)|^)(?P<name>He|She|[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})"
    r"\s(?P<verb>stated|said|claimed|admitted|explained|alleged|denied|reported)\s(?:that\s)?$"
)
# "Roe said in response to questions that", up to what she answers to.
_ANSWERS_TO = re.compile(
    r"\b(?:in (?:response|reply|answer) to|responding to|asked about|rejecting|dismissing) (?:the |an? )?(?:[a-z]+ )?"
    r"(?:questions?|claims?|accusations?|allegations?|criticism|criticisms|reports?|suggestions?|charges?|rumou?rs)"
    r" (?:that|of|about|over)? ?$"
)
_CLOSES = re.compile(r",[”\"’']{0,2} $")
_IT_WAS_TOLD = re.compile(
    r"(?:^|[.!?][”\"’']? |\n|, )[Ii]t (?:was|is|has been)(?: [a-z]+ly| also)?"
    r" (?:reported|alleged|claimed|said|revealed|suggested|rumou?red|understood|believed|thought|written)"
    r"(?: [^.,\n]{1,20})?(?: that)? $"
)
_IT_WAS = re.compile(
    r"(?:it )?(?:was|is|has been)(?: [a-z]+ly| also)? (?:reported|alleged|claimed|revealed|suggested|rumou?red"
    r"|understood|learnt|gathered)"
)
# "They had been accused of stealing sheep": nobody is named who accuses
_BLAMED = re.compile(
    r"(?:(?:was|were|been|being|is|are)\s(?:\w+ly\s|also\s|then\s|since\s)?)(?:accused|suspected|blamed|urged|called\son|slammed"
    r"|criticis?z?ed)\b(?!\sby)"
)
# "Against a background of chants of “…”, Roe said": who chants is not told
_CHANTS_OF = re.compile(r"(?:of |the |loud )*(?:chants|shouts|cries|calls|screams|jeers|slogans) of")
# ",” a grower" at the end of what the tagger took for the words
_CALLING_BEHIND = re.compile(r"[,.!?]?[”\"]\s(?P<who>(?:an?|the|another|one)(?:\s[a-z][\w-]+){1,4})$")
_ONE_OF = re.compile(r"One of the (?:[a-z-]+ ){0,2}[a-z-]+s")  # "One of the owners, Jane Roe tells …"
_COMMA = 2  # characters between a calling and the name
_INSIDE = 200  # characters at the end of a quotation in which it may stand
_LEAD = 60  # characters in which such a sentence stands


def right_before(
    text: str, content: Content, mention: Span | None, cue: Span | None
) -> tuple[Span | None, Span | None]:
    """Who says a quotation and with which verb, where a sentence of no more leads to it ("Roe added: “…”")."""
    line = text.rfind("\n", 0, content.start) + 1
    begin = max(line, content.start - _LEAD)
    named = _NAME_ALONE.fullmatch(text, line, content.start) if line == begin else None
    if named is not None:
        return named.span("name"), None
    to_which = _TO_WHICH.search(text, max(line, content.start - _LEAD), content.start)
    if to_which is not None and to_which["verb"] in SAID:
        return to_which.span("name"), to_which.span("verb")
    aside = _ASIDE.search(text, max(line, content.start - _LEAD), content.start)
    if aside is not None:
        return aside.span("name"), aside.span("verb")
    goes_on = _AND_ADDED.search(text, max(0, content.start - 2 * _LEAD), content.start)
    if goes_on is not None:
        return goes_on.span("name"), goes_on.span("verb")
    if mention is None or mention[1] <= line:
        leads = _LEADS_TO.search(text, max(line, content.start - _GESTURE_REACH), content.start)
        if leads is not None and fold(leads["name"].split()[-1]) not in NEVER_NAMES:
            return leads.span("name"), leads.span("verb")
    found = _NAME_SAYS.search(text, begin, content.start) or _somebody(text, begin, content.start)
    if found is None or found["verb"] not in SAID or (mention is not None and mention[1] > found.start("name")):
        return mention, cue
    return found.span("name"), found.span("verb")


def subject_of(text: str, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says it, and with which verb: whoever opens the verb's own sentence right before it, not a name of the
    sentence before; "she" of a clause, not who prints what she says.

    "PC Tom Dell told the court he had seen her. PCSO Jane Kerr said she had not."
    """
    if cue is None or (mention is not None and mention[1] > cue[0]):
        return mention, cue
    begin = max(0 if mention is None else mention[1], cue[0] - _LEAD)
    clause = _CLAUSE_OF.search(text, begin, cue[1] + _CLAUSE)
    if clause is not None and clause["verb"] in _TELLS and clause.end() >= cue[1]:
        return clause.span("name"), clause.span("verb")  # "a paper published messages in which she called them rude"
    found = _OPENS.search(text, begin, cue[0])
    verb = text[cue[0] : cue[1]].split()[0]
    if found is None or verb not in _VERBS or fold(found["name"].split()[0]) in NEVER_NAMES:
        return mention, cue
    return found.span("name"), cue


def _somebody(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Somebody without a name who leads to a quotation; a "statement" or a "sign" is nobody."""
    found = _SOMEBODY_SAYS.search(text, begin, end)
    head = fold(found["head"] or "") if found is not None else ""
    return found if not head or is_calling(head) or head in ROLE_HEADS else None


def right_behind(
    text: str, content: Content, mention: Span | None, cue: Span | None
) -> tuple[Span | None, Span | None]:
    """Who says a quotation and with which verb, where that stands right behind its closing mark.

    "He continued: “…,” Roe said." is Roe's, whoever "he" was before.
    """
    reported = _SAID_AND_REPORTED.match(text, content.end)
    if reported is not None and (mention is None or mention[0] >= reported.end("verb")):
        return reported.span("name"), reported.span("verb")
    found = _SAID_BEHIND.match(text, content.end)
    if found is None or found["verb"] not in SAID or fold(found["name"].split()[0]) in NEVER_NAMES:
        return mention, cue
    if mention is not None and mention[1] > content.start:
        return mention, cue
    return found.span("name"), found.span("verb")


def named_before_mark(text: str, content: Content, mention: Span | None) -> tuple[Content | None, Span | None]:
    """What is said and who says it, where the tagger took the name for words: "According to the Spokesman on Housing,
    Senator Jane Roe, “the town must pay”"; nothing is said where only the name is left."""
    found = _NAME_AND_MARK.match(text, mention[1]) if mention is not None else None
    if found is None or mention is None or not text.endswith("ccording to ", 0, mention[0]):
        return content, mention
    whole = (mention[0], found.end("name"))
    if content.start >= found.end():
        return content, whole
    return (replace(content, start=found.end()) if content.end > found.end() else None), whole


def behind_name(text: str, mention: Span | None) -> Span | None:
    """A mention with the name before its comma, where the tagger took only what somebody is: "According to Jane Roe,
    freight director at forwarder Karst Logistics"."""
    if mention is None or not text[mention[0]].islower():
        return mention
    found = _ACCORDING_TO.search(text, max(0, mention[0] - _LEAD), mention[0])
    return mention if found is None else (found.start("name"), mention[1])


def spoken_to(text: str, mention: Span | None) -> Span | None:
    """Who said it to a paper, of a mention that the tagger drew over both: "Farmers New Dawn spoke to"."""
    if mention is None or not _SPOKE_TO.match(text, mention[1]):
        return mention
    found = _WHOM_A_PAPER.match(text, *mention)
    return mention if found is None else found.span("who")


def subject_alone(text: str, mention: Span | None, cue: Span | None) -> Span | None:
    """A mention without the first of two verbs: "President Jane Roe also met governors and" before "told them"."""
    if mention is None or cue is None or not 0 <= cue[0] - mention[1] <= 1:
        return mention
    found = _TWO_VERBS.fullmatch(text, *mention) or _NAME_DOING.fullmatch(text, *mention)
    return mention if found is None else found.span("name")


def own_telling(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says what a document only holds: "He stated the man had swung at him, the affidavit said." is his."""
    if mention is None or mention[0] < content.end or not _HOLDS.fullmatch(text, *mention):
        return mention, cue
    found = _PLAIN_SAYS.search(text, max(0, content.start - _LEAD), content.start)
    return (mention, cue) if found is None else (found.span("name"), found.span("verb"))


def in_document(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """What the words stand in, and the verb, where that follows them: "… was burnt, states a letter from Jane Roe"."""
    found = _STATES.match(text, content.end)
    if found is None or (mention is not None and mention[0] >= content.end):
        return mention, cue
    return found.span("what"), found.span("verb")


def answered_to(text: str, content: Content, mention: Span | None, after: int) -> Content | None:
    """What is said, where the tagger took what it answers to: "She slept, Roe said in response to questions that she
    was out"; None where only that stands there. `after`: the end of the content before."""
    if mention is None or mention[1] > content.start or not _ANSWERS_TO.search(text, mention[1], content.start):
        return content
    stop = text.rfind(". ", after, mention[0])
    begin = max(text.rfind("\n", 0, mention[0]) + 1, after, stop + 2 if stop >= 0 else 0)
    if not _CLOSES.search(text, begin, mention[0]):
        return None
    start, end = trim(text, begin, mention[0])
    return replace(content, start=start, end=end) if end > start else None


def by_nobody(text: str, draft: Draft, speech: Speech) -> Draft:
    """A quotation of which only the reply is told ("“No,” came the reply."), and what "it was reported that" leads to:
    not of whoever spoke before."""
    if draft.mention is None:
        return draft
    if draft.cue is not None and _is_blamed(text, draft.cue) and not text.endswith("by ", 0, draft.mention[0]):
        return replace(draft, mention=None)
    if draft.cue is not None and _IT_WAS.fullmatch(text, *draft.cue):
        return replace(draft, mention=None, cue=None)  # "…, it was also reported"
    if draft.cue is not None and draft.cue[1] < draft.mention[0] and _CHANTS_OF.fullmatch(text, *draft.cue):
        return replace(draft, mention=None)
    told = _IT_WAS_TOLD.search(text, max(0, draft.start - _LEAD), draft.start)
    nobody = told is not None and min(draft.mention[0], draft.cue[0] if draft.cue else draft.start) < told.end()
    replied = speech.quoted(draft.start, draft.end) and _CAME_REPLY.match(text, draft.end)
    return replace(draft, mention=None, cue=None) if nobody or replied else draft


def _is_blamed(text: str, cue: Span) -> bool:
    """Whether a cue tells what somebody is accused of or urged to do, and by nobody: "had been accused"."""
    found = _BLAMED.search(text, cue[0], cue[1] + _CLAUSE)
    return found is not None and found.start() < cue[1] <= found.end() + len(" of")


def inside_its_marks(text: str, draft: Draft, speech: Speech) -> Draft:
    """A quotation whose closing mark stands behind who said it ("“We will fight, replied Jane Roe in the house.”")."""
    start, end = draft.spans[-1]
    stop = text.find("\n", end)
    found = _SAID_INSIDE.search(text, max(start, end - _INSIDE), end)
    if found is None and not any(mark in text[end : stop if stop >= 0 else None] for mark in '"”'):
        found = _SAID_UNCLOSED.search(text, max(start, end - _INSIDE), end)  # no mark closes it
    signed = _SIGNED_INSIDE.search(text, max(start, end - _LEAD), end)
    if signed is not None and signed.start() > start and speech.quoted(draft.start, draft.end):
        own = draft.mention if draft.mention is not None and not draft.inherited else signed.span("name")
        return replace(draft, spans=(*draft.spans[:-1], (start, signed.start())), mention=own)
    if found is None or found.start() <= start or not speech.quoted(draft.start, draft.end):
        return draft
    name, verb = ("who", "says") if found.groupdict().get("who") else ("name", "verb")
    spans = (*draft.spans[:-1], (start, found.start()))
    return replace(draft, spans=spans, mention=found.span(name), cue=found.span(verb), certainty=0.8)


def before_calling(text: str, draft: Draft) -> Draft:
    """A quotation without what its speaker is, which the tagger took for a part of it: "“… in the field,” a grower" up
    to ", Jane Roe said"."""
    if draft.mention is None:
        return draft
    (start, end), rest = draft.spans[0], draft.spans[1:]
    if rest and draft.mention[0] == end + _COMMA and _ONE_OF.fullmatch(text, start, end) is not None:
        return replace(draft, spans=rest, mention=(start, draft.mention[1]))
    start, end = draft.spans[-1]
    found = _CALLING_BEHIND.search(text, max(start, end - _LEAD), end)
    if found is None or not 0 <= draft.mention[0] - end <= _COMMA or found.start() <= start:
        return draft
    spans = (*draft.spans[:-1], (start, found.start()))
    return replace(draft, spans=spans, mention=(found.start("who"), draft.mention[1]))


def behind_gesture(text: str, draft: Draft, speech: Speech) -> Draft:
    """A quotation right behind a sentence that tells what somebody does to the words before it is hers.

    "“We heard it,” he says. His friend Denys laughs. “…”" and "Her brother, Ivo, agrees. “…”".
    """
    if not speech.quoted(draft.start, draft.end):
        return draft
    begin = max(text.rfind("\n", 0, draft.start) + 1, draft.start - _GESTURE_REACH)
    found = _GESTURE.search(text, begin, draft.start)
    if found is None or found["verb"] not in _BEAT_FORMS or fold(found["name"].split()[0]) in NEVER_NAMES:
        return draft
    if _SAID_BEHIND.match(text, draft.end) or _PRONOUN_SAYS.match(text, draft.end):
        return draft
    return replace(draft, mention=found.span("name"), cue=None, certainty=0.6)
