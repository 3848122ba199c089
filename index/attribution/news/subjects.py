"""Who says it where something else stands nearer to the verb than its subject: a rule by which somebody acts, a
clause that tells when; and who the subject is of the verb that "and" adds, or of a list that the tagger cut."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft
from index.language.acts import DOCUMENTS
from index.language.english import CONNECTORS, LITTLE_WORDS
from index.language.verbs import SAID
from index.names.parse import fold
from index.names.roles import are_people, is_person_noun, is_role_word

# "as mandated by the Rules of Procedure", up to the rules
_ACCORDS = re.compile(
    r"\bas (?:mandated|required|provided(?: for)?|stipulated|enshrined|prescribed|directed|dictated|demanded|envisaged"
    r"|permitted|allowed|laid down|set out|contained) (?:by|in|under) $"
)
_SUBJECT = re.compile(
    r"(?P<name>(?:An?|The) [a-z]+(?= (?:led|headed|chaired) by )"
    r"|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,6}) [a-z]"
)
_WHO_WHEN = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?) (?:(?!(?:of|for|to|by|the) )[\w’'-]+ ){0,4}[a-z][\w-]+"
    r"|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,5}),? who,? (?:when|while|as|after|before|once)"
    r" (?:[^.,;:“”\"\n]{0,60} (?:was|were|been) [^.,;:“”\"\n]{0,30}by )?$"
)
# "Roe watched as keepers arrived and", up to the verb
_WATCHED = re.compile(
    r" (?:watched|looked on|stood by|waited|filmed) (?:as|while) (?P<who>(?:(?:the|an?|two|three|several|some) )?"
    r"[a-z]+(?: [a-z]+){0,2}?) [a-z]+ed(?: [^.,;:“”\"\n]{0,60})? and "
)
# "reporters from the Harbour Press, ", up to the next of whom they come from
_FROM_SEVERAL = re.compile(
    r"(?P<who>(?:[Tt]he |[Ss]ome |[Ss]everal )?(?P<noun>[A-Za-z]+s) (?:from|of|at) (?:the )?[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*){0,4}(?:, (?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,4}){0,3}), $"
)
# "growers from Holm, Tarn and as far off as ", up to the last place
_AND_AS_FAR = re.compile(
    r"(?P<who>(?:[Tt]he |[Ss]ome |[Ss]everal )?(?P<noun>[A-Za-z]+) (?:from|in|across) (?:the )?[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*){0,3}(?:, [^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}){0,4},? (?:and|to)"
    r" (?:as far [a-z]+ as |even |beyond )?)$"
)
# "a press officer for Ports and Waters, ", up to the last of what is hers
_OFFICER_OF_SEVERAL = re.compile(
    r"(?:^|(?<=\s))(?P<who>[Aa]n? (?:[\w-]+ ){0,3}(?P<noun>[a-z]+) (?:for|of) (?:the )?[^\W\d_a-z][\w’'-]*"
    r"(?:,? (?:and )?[^\W\d_a-z][\w’'-]*){0,6}), $"
)
_FIRST_OF_LIST = re.compile(r"(?:^|[\s])(?P<who>(?:[Tt]he )?[^\W\d_a-z][\w&’'-]*(?: [^\W\d_a-z][\w&’'-]*){0,3})$")
# "to the extent that the head of the state could go on | and say", up to the verb
_THAT_SOMEBODY = re.compile(
    r"\bthat (?P<who>(?:the|an?) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)(?: of (?:the )?[\w’'-]+)?)"
    r"(?: (?:could|can|would|may|might|will|must|should|has|had|have|also|then|later|even)(?: [a-z]+){0,3}?)? $"
)
_SENT = re.compile(r"\b(?:sent|handed|gave|given|passed|wrote|written|e?mailed|texted) (?:the )?$")
_WHAT_WAS_SENT = re.compile(rf" (?:an?|the|another) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(DOCUMENTS))})\b")
_YOU = re.compile(r"(?<![\w’'-])(?P<who>[Yy]ou) $")
_OWN_VERB = re.compile(r"(?P<verb>saying|telling) (?:that )?")  # "and another saying it was"
_OTHERS = ("others", "many others", "several others")  # who close a list of names
_NAME_COMMA = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?!(?:On|In|At|For|Yesterday|Today|Later|Meanwhile|However|Also|Still|But|And|Then|Now)\b)"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3}), $"
)
_AND_OTHERS = re.compile(r",? and (?:many |several )?others(?= [a-z]+)")
_LEADS_TO_LIST = re.compile(r"(?:[A-Z][a-z]+ing|At|In|On|During|After|Also)\b[^,.;:“”\"\n]{3,120}, ")
_ENDS_SENTENCE = '.!?:;,…"”’)—–-'
_LEAST_TOLD = 5  # words of a headline
_LEAST_LISTED = 2  # names before "others"; words of each
_NAME = r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}"
# "Jane Roe, 42, taught English at the school and head teacher Tom Lind", whose verb follows
_TWO_CLAUSES = re.compile(
    rf"{_NAME}(?:, \d{{1,3}},)? (?P<verb>[a-z]+) [^“”\"\n;:]{{3,120}} and (?P<who>(?P<role>(?:[a-z-]+ ){{0,4}}){_NAME})"
)
# "“…,” Mr Jane Roe, | one of the growers | said": a name before what its bearer is, without the second comma
_NAMED_BEFORE = re.compile(rf"(?:[”\"’],? |[”\"’]\n)(?P<name>{_NAME}), $")
_REACH_BACK = 160  # characters
_REACH = 40  # characters before a mention
_SENTENCE = 300
# "A councillor has said" before what it is, and "writes" before the name that closes it
_HAS_SAID = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<name>[^\W\d_a-z][\w’'-]*(?: [\w’'-]+){0,5}?)"
    r" (?P<verb>(?:has |have )?(?P<said>[a-z]+))(?: that)? $"
)
_WRITES = (" writes ", " reports ")


def by_subject(text: str, draft: Draft) -> Draft:
    """The draft, given to its own subject."""
    if draft.mention is not None and _WHAT_WAS_SENT.match(text, draft.mention[1]):
        begin, end = max(0, draft.mention[0] - _REACH), draft.mention[0]
        if _SENT.search(text, begin, end):
            return replace(draft, mention=None)  # "The press sent the judge a note asking if it may come"
    draft = without_headline(text, without_byline(text, draft))
    return of_list(
        text,
        of_watched(text, of_antecedent(text, of_clause(text, of_subject(text, of_you(text, of_told(text, draft)))))),
    )


def without_byline(text: str, draft: Draft) -> Draft:
    """The draft without a line by itself above the sentence that has the verb: "Our Correspondent" over "Tired people,
    who live on the shore, are worried about the quay"."""
    if draft.mention is None or draft.cue is None or not draft.mention[1] < draft.cue[0] < draft.start:
        return draft
    start, end = draft.mention
    alone = text[text.rfind("\n", 0, start) + 1 : start].strip() == "" and text[end : end + 1] == "\n"
    return replace(draft, mention=None) if alone and "\n" not in text[draft.cue[0] : draft.start] else draft


def without_headline(text: str, draft: Draft) -> Draft:
    """The draft of another paragraph without who and what a line tells that is no sentence: another article's headline,
    among paragraphs that end as sentences do ("Harbour rower Jane Roe not afraid to win" above "“We were good.”")."""
    if draft.mention is None or draft.cue is None or draft.mention[0] >= draft.start:
        return draft
    begin, end = text.rfind("\n", 0, draft.mention[0]) + 1, text.find("\n", draft.mention[1])
    line = text[begin:end].strip() if end >= 0 else ""
    row = text.rfind("\n", 0, draft.start) + 1
    apart = draft.cue[0] < row or draft.cue[0] > draft.end + _REACH  # no verb of the words' own paragraph
    if not apart or end > draft.start or not line or line[-1] in _ENDS_SENTENCE:
        return draft
    ended = [row.rstrip()[-1:] in _ENDS_SENTENCE for row in text.split("\n") if row.strip()]
    told = len(line.split()) >= _LEAST_TOLD and not any(mark in line for mark in '“”"')
    return replace(draft, mention=None, cue=None) if told and sum(ended) > len(ended) / 2 else draft


def of_told(text: str, draft: Draft) -> Draft:
    """The draft given to who has said it, and not to who tells of it behind: "A councillor has said it is a shame,
    writes Jane Roe"."""
    if draft.mention is None or draft.mention[0] < draft.end or not text.endswith(_WRITES, 0, draft.mention[0]):
        return draft
    found = _HAS_SAID.search(text, max(0, draft.start - _REACH), draft.start)
    if found is None or found["said"] not in SAID:
        return draft
    return replace(draft, mention=found.span("name"), cue=found.span("verb"))


def of_you(text: str, draft: Draft) -> Draft:
    """The draft of "you say it is late, but Roe says it is not" given to "you", and not to whom is named behind it."""
    if draft.mention is None or draft.cue is None or draft.mention[0] < draft.cue[1] or " " in text[slice(*draft.cue)]:
        return draft
    you = _YOU.search(text, max(0, draft.cue[0] - _REACH), draft.cue[0])
    return draft if you is None else replace(draft, mention=you.span("who"))


def of_subject(text: str, draft: Draft) -> Draft:
    """The draft, given to the name that opens its sentence, where a rule stands between it and the participle: "Roe
    signed it as mandated by the charter, saying"; to nobody where no name opens it."""
    if draft.mention is None or draft.cue is None or not text[slice(*draft.cue)].endswith("ing"):
        return draft
    start, end = draft.mention
    if draft.cue[0] < end or not _ACCORDS.search(text, max(0, start - _REACH), start):
        return draft
    stop = text.rfind(". ", 0, start)
    begin = max(text.rfind("\n", 0, start) + 1, stop + 2 if stop >= 0 else 0, start - _SENTENCE)
    subject = _SUBJECT.match(text, begin, start)
    return replace(draft, mention=subject.span("name") if subject is not None else None)


def of_clause(text: str, draft: Draft) -> Draft:
    """The draft, given to the subject of its verb's own clause, and not to a pronoun of the one above: "He said so
    because it went so far that the head of the state could say it was right"."""
    if draft.mention is None or draft.cue is None or draft.mention[1] >= draft.cue[0] or draft.cue[1] > draft.start:
        return draft
    if text[slice(*draft.mention)].casefold() not in ("he", "she", "they"):
        return draft
    found = _THAT_SOMEBODY.search(text, max(draft.mention[1], draft.cue[0] - _REACH_BACK), draft.cue[0])
    if found is None or not is_person_noun(found["noun"]):
        return draft
    return replace(draft, mention=found.span("who"))


def of_watched(text: str, draft: Draft) -> Draft:
    """The draft, given to whom somebody watched do it: "Roe watched as keepers arrived and shouted"."""
    if draft.mention is None or draft.cue is None or draft.cue[0] <= draft.mention[1]:
        return draft
    if text[slice(*draft.cue)].split()[0] in SAID - {"shouted"}:
        return draft  # who tells of it saw it
    found = _WATCHED.fullmatch(text, draft.mention[1], draft.cue[0])
    return draft if found is None else replace(draft, mention=found.span("who"), certainty=0.6)


def of_list(text: str, draft: Draft) -> Draft:
    """The draft with a list of bodies from which people come begun with them: "reporters from the Press, the Post and
    the Star asked"; and with the verb of a second speaker taken out of what is told: "and another saying it was"."""
    if draft.mention is None:
        return draft
    start, end = draft.mention
    both = _TWO_CLAUSES.fullmatch(text, start, end)
    if both is not None and _opens_a_clause(both["verb"]) and (both["role"] or draft.cue is not None):
        return replace(draft, mention=both.span("who"))
    named = _NAME_COMMA.search(text, max(0, start - _REACH_BACK), start)
    named = named or _NAMED_BEFORE.search(text, max(0, start - _REACH_BACK), start)
    alone = draft.cue is not None and draft.cue[0] == end + 1 and not text.startswith(",", draft.cue[1])
    if named is not None and alone and _is_somebody(text[start:end]):  # not "Roe, an aide said, is sure"
        return replace(draft, mention=(named.start("name"), end))  # "Mana, | another rower | lamented that"
    if (more := _AND_OTHERS.match(text, end)) is not None:
        end = more.end()  # "Jane Roe, Tom Lind | , and others | said"
        draft = replace(draft, mention=(start, end))
    if text[start:end] in _OTHERS and (head := _list_before(text, start)) is not None:
        return replace(draft, mention=(head, end))
    found = _FROM_SEVERAL.search(text, max(0, start - _REACH_BACK), start)
    if found is not None and are_people(found["noun"]) and " and " in text[start:end]:
        draft = replace(draft, mention=(found.start("who"), end))
    far = _AND_AS_FAR.search(text, max(0, start - _REACH_BACK), start)
    if far is not None and are_people(far["noun"]) and text[start].isupper():
        draft = replace(draft, mention=(far.start("who"), end))
    officer = _OFFICER_OF_SEVERAL.search(text, max(0, start - _REACH_BACK), start)
    if officer is not None and is_role_word(officer["noun"]) and " and " in text[start:end]:
        return replace(draft, mention=(officer.start("who"), end))
    first = _FIRST_OF_LIST.search(text, max(0, start - _REACH), start) if text.startswith(", ", start) else None
    if first is not None and " and " in text[start:end]:
        draft = replace(draft, mention=(first.start("who"), end))  # "the OSB| , ABC and XYZ said"
    verb = _OWN_VERB.match(text, draft.start, draft.end) if draft.start == end + 1 else None
    if verb is None:
        return draft
    return replace(draft, spans=((verb.end(), draft.spans[0][1]), *draft.spans[1:]), cue=verb.span("verb"))


def _is_somebody(written: str) -> bool:
    """Whether a mention tells only what somebody is: "another fisherman"."""
    words = written.split()
    known = is_person_noun(fold(words[-1])) or (words[:2] == ["one", "of"] and are_people(words[-1]))
    return len(words) > 1 and words[0] in ("a", "an", "another", "one") and written.islower() and known


def _opens_a_clause(word: str) -> bool:
    """Whether a word behind a name is a verb: no preposition and nothing that somebody is."""
    return not (word in LITTLE_WORDS | CONNECTORS or is_person_noun(word) or are_people(word))


def _list_before(text: str, end: int) -> int | None:
    """Where a list of names begins that "others" closes, behind what leads to it: "At the quay, Chair Jane Roe, lawyers
    Tom Lind, Ann Orr, and | others | said"; None for another sentence ("Roe was hurt, and others said")."""
    begin = max(text.rfind("\n", 0, end) + 1, text.rfind(". ", 0, end) + 2, end - _SENTENCE)
    lead = _LEADS_TO_LIST.match(text, begin, end)
    begin = lead.end() if lead is not None else begin
    written = text[begin:end].strip()
    parts = re.split(r",\s(?:and\s)?|\sand\s", written.removesuffix("and").rstrip(", "))
    if not written.endswith("and") or len(parts) < _LEAST_LISTED or not all(map(_is_listed, parts)):
        return None
    return begin


def _is_listed(part: str) -> bool:
    """Whether a part of a list is a name with an office or none before it: "senior lawyers Jane Roe"."""
    named = part.split()
    while named and named[0].islower() and (len(named) > _LEAST_LISTED):
        named.pop(0)
    return len(named) >= _LEAST_LISTED and all(word[:1].isupper() or word in ("of", "the") for word in named)


def of_antecedent(text: str, draft: Draft) -> Draft:
    """The draft, given to whom "who" means where a clause stands between: "the commissioner who when the case was told
    of last month said"."""
    if draft.mention is None or draft.cue is None or draft.cue[0] <= draft.mention[1] + 1:
        return draft
    found = _WHO_WHEN.search(text, max(0, draft.mention[0] - _REACH_BACK), draft.mention[0])
    return draft if found is None else replace(draft, mention=found.span("who"))
