"""Content, cue and mention spans -> drafts of statements: which pieces belong together, and who is their source.

The tagger's pointers say where each content piece looks for its source and its cue; the rules here only choose among
the spans that the tagger marked, and hand on the source of a quotation that stands alone (a floating one).
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from index.attribution.news.beside import (
    answered_to,
    before_calling,
    behind_gesture,
    behind_name,
    by_nobody,
    in_document,
    inside_its_marks,
    named_before_mark,
    own_telling,
    right_before,
    right_behind,
    spoken_to,
    subject_alone,
    subject_of,
)
from index.attribution.news.bystanders import (
    before_number,
    beside_hearer,
    called_by_others,
    known_from,
    leads_elsewhere,
    of_label,
    of_region,
    past_verb,
    read_by,
    until_told,
)
from index.attribution.news.claims import claimed
from index.attribution.news.contents import EDGE, Content
from index.attribution.news.credits import credited
from index.attribution.news.datelines import FIRST_PERSON, behind_dateline, is_dateline, told_behind
from index.attribution.news.drafts import Draft, Speech
from index.attribution.news.edges import is_narration, trimmed
from index.attribution.news.headlines import is_of_place, of_headline
from index.attribution.news.hearers import heard_of, to_hearers
from index.attribution.news.inverted import said_by, says_first
from index.attribution.news.labels import before_colon, labelled, of_letters, own_label, posted_by, without_address
from index.attribution.news.objects import with_object
from index.attribution.news.own_paragraph import of_own_paragraph
from index.attribution.news.pages import of_the_page
from index.attribution.news.pieces import behind_denial, completed, is_chanted, one_piece, with_verb
from index.attribution.news.printed import whose_words
from index.attribution.news.rejoinders import of_others
from index.attribution.news.sentences import whole_sentences
from index.attribution.news.subjects import by_subject
from index.attribution.news.tagger import CUE, MENTION, TO_CUE, TO_MENTION, Marked, Tagged, decode
from index.attribution.news.verblike import with_surname
from index.language.bodies import PLACES
from index.language.english import ABBREVIATED, AUXILIARIES, BEFORE_VERB, LITTLE_WORDS
from index.language.mentions import LINK_DETERMINERS
from index.language.roles import HONORIFICS, RANKS
from index.language.transcripts import OUTLETS
from index.language.verbs import BLAMED, REPORTING, SAID, base_form
from index.model import Span
from index.names.parse import fold

_LEAST = 0.35  # mean probability of a mention or cue; the pointer decides among them, so doubtful ones do no harm
_SHARE = 0.15  # of the pointer's mass that a mention must have
# A name or two, a verb in the present, and no quotation marks up to the end of the line.
_EVENT = re.compile(r"(?:[^\W\d_a-z][\w.-]*\s){1,4}([a-z]{3,}s)\b[^\"“”‘\n]*(?=\n|$)")
_EVENT_AT_TOP = re.compile(r"(?:[\w.-]+\s){1,4}([a-z]{3,}s)\b[^\"“”‘\n]*(?=\n|$)")
_LEAD = 60  # characters before a name in which it is told that somebody is asked
_ASKED_OF = re.compile(r"\bquestions?\s(?:for|to)\s?(?:[Tt]he\s)?$")  # "a question for the mayor: is it safe?"
_FULL_STOP = re.compile(r"(?P<word>\b[\w’'-]+)\.\s+(?=[^\W\d_a-z])")
_HEARD = re.compile(r"\s(?P<verb>heard|said|told|says)$")
_NOUN_PHRASE = re.compile(r"(?: [\w’'-]+){1,2}")
_DANGLING = re.compile(r"(?:\s+(?:during|a|an|the|of|in|on|and|or|that|who|by|to|from|with|for|at|as))+$")
_HERE = re.compile(r"(?<=\w)\shere$")
_BENCH = re.compile(
    r"[Aa](?:\s[\w-]+){0,3}\sbench\s(?:comprising|consisting\sof|of|headed\sby|led\sby)\s(?:the\s)?(?=\S)"
)
_PARTICIPLE = re.compile(
    r" (?P<verb>accused|charged|suspected|convicted|arrested|wanted|jailed|injured|trapped|stranded|living|working)"
    r"(?: (?:of|with|for|in|over|by|at|near))?$"
)
_ACCUSED_OF = re.compile(r" (?:of|with|for|in|over|by|at|near) [^,.;:“”\"\n]{2,100}(?= )")
_PLACED = re.compile(r"(?:in|at|into|during|under|on)\s(?:the|an?)\s")
_LEADING = re.compile(r"(?:(?:by|from|and|but|or|to|of|with|['’]s)\s+)+(?=\S)")
_NAME_GOES_ON = re.compile(r"(?:-\w+)?(?:[ \u00a0][^\W\d_a-z][\w’-]*)*\.?(?<=\w)")
_HALF_WORD = re.compile(r"(?:[^\W_]+-)+$")
_NEAR = 2  # words between who accuses and the verb
_GROW = 0.3  # neighbours of a mention that the tagger takes for one at least so surely belong to it


def link(tagged: Tagged, contents: Sequence[Content]) -> list[Draft]:
    """Give every content its cue and mention, join pieces of one statement, and let floating quotations inherit."""
    text, breaks = tagged.encoded.text, tagged.encoded.first
    mentions = decode(tagged.probabilities[:, MENTION], breaks, favour=1.0, least=_LEAST)
    cues = decode(tagged.probabilities[:, CUE], breaks, favour=1.0, least=_LEAST)
    speech = Speech(tagged)
    drafts: list[Draft] = []
    for content in contents:
        if text[content.start - len(", to ") : content.end] == ", to which":
            continue  # "“…?” Roe asked, to which Poe said"
        mention, certainty = _target(tagged, TO_MENTION, content, mentions)
        cue, _ = _target(tagged, TO_CUE, content, cues)
        mention, cue = posted_by(text, content, behind_name(text, mention), cue)
        real, mention, cue = with_surname(text, content, mention, cue)
        if real is None:
            continue
        content = real
        mention, cue = of_the_page(text, content, mention, cue)
        if mention is not None and _PLACED.match(text, *mention):
            mention = None  # "confirmed in the Security Council, as agreed, says": nobody speaks for sure
        if mention is not None and leads_elsewhere(text, mention):
            mention, cue = None, None
        elif mention is not None and (label := of_label(text, mention, (content.start, content.end))):
            mention, cue = label, None
        if mention is None:
            mention = before_colon(text, content) or labelled(text, content)
            certainty = 0.8 if mention else certainty
        else:
            mention = behind_dateline(text, _mended(text, without_address(text, mention), cue, content), cue, content)
            mention = own_label(text, mention, content)
            mention = of_region(text, mention if mention is None else of_letters(text, mention))
        if mention is not None:
            mention, told = before_number(text, mention, (content.start, content.end))
            content = replace(content, start=told[0])
        quoted = speech.quoted(content.start, content.end)
        if mention is not None and quoted and _is_voiceless(text, mention, cue):
            mention, cue = None, None
        if mention is not None and is_dateline(text, mention, content):
            told = told_behind(text, mention, content)
            if told is not None:  # "PETALING JAYA: Jane Roe said it is"
                content = replace(content, start=max(content.start, told.end()))
                mention, cue = told.span("name"), told.span("verb")
        if mention is not None and (
            _is_headline(text, mention, content)
            or is_dateline(text, mention, content)
            or _is_of_the_accused(text, mention, cue)
        ):
            continue
        narrowed = _narrowed(text, content, mention, cue, drafts[-1].end if drafts else 0)
        if narrowed is None:
            continue
        content, mention, cue = narrowed
        if mention is not None and _is_asked(text, mention, cue):
            mention, cue = None, None
        draft = Draft(((content.start, content.end),), content.probability, cue, mention, certainty)
        draft = behind_gesture(text, inside_its_marks(text, draft, speech), speech)
        draft = of_own_paragraph(text, draft, speech)
        whose = of_others(text, claimed(text, whose_words(text, draft, speech)))
        if whose is not None and not is_narration(text, whose, speech):
            drafts.append(trimmed(text, whose, speech))
    drafts = completed(
        text,
        whole_sentences(
            text, [one for one in map(partial(_told, text), drafts) if one and not is_chanted(text, one)], speech
        ),
    )
    joined = _joined(text, _floating(_one_voice(drafts, speech), speech), speech)
    joined = [one_piece(text, draft, speech) for draft in joined]
    whole = [before_calling(text, inside_its_marks(text, with_object(text, one, speech), speech)) for one in joined]
    return [of_headline(text, by_nobody(text, to_hearers(text, by_subject(text, draft)), speech)) for draft in whole]


def _narrowed(
    text: str, content: Content, mention: Span | None, cue: Span | None, before: int
) -> tuple[Content, Span | None, Span | None] | None:
    """What is said, who says it and the verb, each without what is another's or narration; None where nothing is left.
    `before`: where the last statement ends."""
    mention = _of_one_sentence(text, mention, content)
    mention, cue = _without_verb(text, mention, cue)
    mention, cue = heard_of(text, content.start, mention, cue)
    mention, cue = subject_of(text, mention, cue)
    mention = spoken_to(text, subject_alone(text, mention, cue))
    own, mention = named_before_mark(text, content, mention)
    if own is None:
        return None
    content = own
    mention, cue = right_before(text, content, mention, cue)
    mention, cue = right_behind(text, content, mention, cue)
    mention, cue = said_by(text, content, *says_first(text, content, mention, cue))
    mention, cue = credited(text, content, mention, cue)
    mention, cue = own_telling(text, content, mention, cue)
    mention, cue = in_document(text, content, mention, cue)
    meant = answered_to(text, content, mention, before)
    return None if meant is None else (meant, mention, cue)


def _told(text: str, draft: Draft) -> Draft | None:
    """The draft without what is neither its verb's nor its speaker's; None where nothing is told."""
    known = known_from(text, called_by_others(text, read_by(text, until_told(text, beside_hearer(text, draft)))))
    return with_verb(text, behind_denial(text, known)) if known is not None else None


def _is_asked(text: str, mention: Span, cue: Span | None) -> bool:
    """Whether somebody is asked what stands there, and does not say it."""
    ends = [mention[0], *(cue[1:] if cue else ())]
    return any(_ASKED_OF.search(text, max(0, end - _LEAD), end) for end in ends)


def _without_verb(text: str, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """A mention without the verb that the tagger took for a part of it ("an inquest heard")."""
    found = _HEARD.search(text, *mention) if mention is not None else None
    if found is not None and cue not in (None, found.span("verb")):
        found = None
    return (mention, cue) if mention is None or found is None else ((mention[0], found.start()), found.span("verb"))


def _target(tagged: Tagged, which: int, content: Content, marked: Sequence[Marked]) -> tuple[Span | None, float]:
    """The marked span with the most of the pointer's mass; None when most of it is on none."""
    pointed = tagged.points(which, content.pieces)
    if pointed is None:
        return None, 1.0
    none = pointed.none
    first, last = content.pieces[0], content.pieces[-1] + 1
    best, share = None, 0.0
    begin = bisect_left(marked, pointed.start, key=lambda one: one.end)
    for one in itertools.takewhile(lambda one: one.start < pointed.end, marked[begin:]):
        if 2 * (min(one.end, last) - max(one.start, first)) > one.end - one.start:
            continue  # it stands inside the content
        value = pointed.share(one.start, one.end)
        if value > share:
            best, share = one, value
    if best is None or share < _SHARE or (none > 0.5 and share < none):
        return None, none
    start, end = best.start, best.end
    inside = tagged.inside(MENTION if which == TO_MENTION else CUE)
    while start > 0 and inside[start - 1] > _GROW and not tagged.encoded.first[start] and start != last:
        start -= 1
    while end < len(inside) and inside[end] > _GROW and not tagged.encoded.first[end] and end != first:
        end += 1
    return (int(tagged.encoded.starts[start]), int(tagged.encoded.ends[end - 1])), share


def _mended(text: str, mention: Span, cue: Span | None, content: Content) -> Span:
    """A mention that the tagger cut short: to the end of the name or noun phrase, without small words at its edges."""
    start, end = mention
    if text[max(0, start - 1) : start] == "-" and (half := _HALF_WORD.search(text, max(0, start - _LEAD), start)):
        start = half.start()  # "Oyewale-|Ajani said"
    leading = _LEADING.match(text, start, end) or _BENCH.match(text, start, end)
    if leading:
        start = leading.end()
    limit = min(
        (place for place in (content.start, cue[0] if cue else None) if place is not None and place >= end),
        default=len(text),
    )
    if text[start:end].lower() in LINK_DETERMINERS:
        more = _NOUN_PHRASE.match(text, end, limit)
        return start, more.end() if more else end
    told_of = _PARTICIPLE.search(text, start, end)
    accused = _ACCUSED_OF.match(text, told_of.end("verb"), limit) if told_of is not None else None
    if accused is not None and cue is not None and accused.end() == cue[0] - 1 and accused.end() > end:
        return start, accused.end()  # "A Norvanian accused | of arson told"
    if told_of is not None and told_of.start() > start and text[end : end + 1] == " ":
        return start, told_of.start()  # "A Norvanian accused | of arson, of which he denies all, told"
    if (doing := past_verb(text, start, end, cue)) is not None:
        return start, doing
    here = _HERE.search(text, start, end)
    if here is not None and text[text.rfind(" ", start, here.start()) + 1].isupper():
        return start, here.start()  # "Superintendent Jane Roe | here on Sunday said"
    dangling = _DANGLING.search(text, start, end)
    if dangling and dangling.end() == end and dangling.start() > start:
        return start, dangling.start()
    last = text.rfind(" ", start, end) + 1 or start
    if text[max(start, last)].isupper():
        more = _NAME_GOES_ON.match(text, end, limit)
        if more:
            return start, more.end()
    return start, end


def _of_one_sentence(text: str, mention: Span | None, content: Content) -> Span | None:
    """A mention that the tagger drew over the end of a sentence: the part that stands nearer to what is said.

    "“…,” said Roe. Lind, who was hurt, said …" names Roe behind her words and Lind before hers.
    """
    for end in _FULL_STOP.finditer(text, *mention) if mention is not None else ():
        if mention is None or fold(end["word"]) in ABBREVIATED | HONORIFICS | RANKS or len(end["word"]) == 1:
            continue
        return (mention[0], end.end("word")) if content.end <= mention[0] else (end.end(), mention[1])
    return mention


def _is_headline(text: str, mention: Span, content: Content) -> bool:
    """Whether "Jane Roe: Norvania drops its inquiry" tells what happened about her, and not what she said."""
    begin = text.rfind("\n", 0, content.start) + 1
    if is_of_place(text, mention, (content.start, content.end)):
        return True
    if mention[0] > begin + 2 or text[mention[1] : content.start].strip() != ":" or " " not in text[slice(*mention)]:
        return False
    event = (_EVENT if begin else _EVENT_AT_TOP).match(text, content.start, content.end)
    if event is None or event.group(1) in AUXILIARIES | LITTLE_WORDS:
        return False
    return not FIRST_PERSON.search(text, content.start, content.end)


def _is_of_the_accused(text: str, mention: Span, cue: Span | None) -> bool:
    """Whether a participle only tells who else is accused: "Roe spoke at the trial of men accused of theft"."""
    if cue is None or text[slice(*cue)] not in BLAMED or mention[1] > cue[0]:
        return False
    between = text[mention[1] : cue[0]].split()
    return len(between) > _NEAR and not (between[-1] in BEFORE_VERB or between[-1].endswith(("ly", ",")))


def _is_voiceless(text: str, mention: Span, cue: Span | None) -> bool:
    """Whether a quotation hangs on a place or an outlet that does not speak ("Moscow was taken aback: “…”")."""
    if cue is None:
        return False
    written = text[slice(*mention)]
    if not (fold(written) in PLACES or OUTLETS.fullmatch(written)):
        return False
    verbs = {fold(word) for word in text[slice(*cue)].split()}
    return not verbs & SAID and not any(base_form(verb) in REPORTING for verb in verbs)


def _one_voice(drafts: Sequence[Draft], speech: Speech) -> list[Draft]:
    """All pieces of one quotation have the source and cue of the one that knows it best."""
    best: dict[int, Draft] = {}
    for draft in drafts:
        chain = speech.chain(draft.start, draft.end)
        if chain is not None and draft.mention is not None:
            known = best.get(chain)
            if known is None or known.certainty < draft.certainty:
                best[chain] = draft
    out: list[Draft] = []
    for draft in drafts:
        chain = speech.chain(draft.start, draft.end)
        model = best.get(chain) if chain is not None else None
        if model is not None and (model.mention != draft.mention or model.cue != draft.cue):
            draft = replace(draft, mention=model.mention, cue=model.cue, certainty=model.certainty)
        out.append(draft)
    return out


def _floating(drafts: Sequence[Draft], speech: Speech) -> list[Draft]:
    """A quotation without a source inherits the source of the statement before it, in this or the last paragraph."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if draft.mention is None and last is not None and last.mention is not None:
            apart = speech.paragraph(draft.start) - speech.paragraph(last.end - 1)
            reach = 0
            if speech.quoted(draft.start, draft.end):
                reach = 2 if speech.introduced(draft.start) else 1
            if apart <= reach:
                draft = replace(draft, mention=last.mention, certainty=0.5 * last.certainty, inherited=True)
        out.append(draft)
    return out


def _joined(text: str, drafts: Sequence[Draft], speech: Speech) -> list[Draft]:
    """Pieces with one cue and mention in one paragraph, or in one quotation, are one statement."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is None or last.mention is None or (last.mention, last.cue) != (draft.mention, draft.cue):
            out.append(draft)
            continue
        chain = speech.chain(*draft.spans[0])
        same_quotation = chain is not None and chain == speech.chain(*last.spans[-1])
        if not same_quotation and speech.paragraph(last.end - 1) != speech.paragraph(draft.start):
            out.append(draft)
            continue
        spans = last.spans + draft.spans
        gap = text[last.end : draft.start]
        if "\n" not in gap and all(character in EDGE for character in gap):
            spans = (*last.spans[:-1], (last.spans[-1][0], draft.spans[0][1]), *draft.spans[1:])
        out[-1] = replace(
            last,
            spans=spans,
            probability=(last.probability + draft.probability) / 2,
            certainty=max(last.certainty, draft.certainty),
        )
    return out
