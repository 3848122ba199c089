"""Whom words of praise and blame are about, where the tagger left it out: "Roe lauded the rowers for staying calm"
tells all of "the rowers for staying calm"; and an article that it took for a part of the verb."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech
from index.language.following import DECIDING, SIDING
from index.language.positions import WISHES
from index.language.stances import all_forms, verb_of

_WHOM_FOR = re.compile(
    r"\s(?P<whom>(?:the|an?|his|her|its|their|all|[^\W\d_a-z][\w’'&-]*)(?:\s[\w’'&-]+){0,5}?)\s(?:for|over)\s"
)
_LAST_OF_CUE = re.compile(r"\s(?P<article>the|an?)$")
# "turned down their complaint against", up to whom it was made against
_WITH_CLAIM = re.compile(
    r"(?:turned down|threw out|rejected|dismissed|upheld)(?P<what> (?:their|his|her|its|the|an?) [a-z]+"
    r" (?:against|over|about|by|to|for))$"
)
_WANTED = (
    r"(?:calls?|demands?|appeals?|requests?|proposals?|plans?|ideas?|push|bid|motions?|moves?|suggestions?|requests?"
    r"|recommendations?|petitions?|efforts?|campaigns?|criticisms?|attempts?)"
)
# "supports the call", up to whose and for what it is
_SIDES_WITH = re.compile(
    rf"\b(?P<verb>[a-z]+)(?P<what> (?:(?:the|an?|his|her|its|their) )?{_WANTED}(?: (?:by|for|to|of))?)$"
)
# "supports the | call by Jane Roe, the chair, | for a vote", what lies between
_CALL_OF = re.compile(rf" (?:[a-z]+ )?{_WANTED} (?:by|from|of|for|to|that)\b[^.;:“”\"\n]*")
_OF_WHOM = re.compile(r" (?:(?:by|from|of) [^.,;:“”\"\n]{2,60} )?(?:(?:for|to|that|of) )?")
_OVER_WHAT = re.compile(r"\b(?:over|about|against|of|for)$")
_ATTRIBUTES = re.compile(r" (?:(?!on |in |at |last |this |yesterday |today )[a-z][\w-]* ){1,3}")
# "supports | the plan of the board to | build it": what lies between
_OBJECT_AHEAD = re.compile(r" (?:the|an?|his|her|its|their) [^.;:!?“”\"\n]{3,200}")
_WHOM_TO = re.compile(r" [^.,;:!?“”\"\n]{2,80} to (?:[a-z]+ )?")
_PRAISED = all_forms(SIDING)


def with_object(text: str, draft: Draft, speech: Speech) -> Draft:
    """The draft with whom it praises or blames, and with the article of its first word."""
    alone = " " not in text[slice(*draft.spans[0])].strip()  # "agreed with the | analysis" tells nothing
    cue = draft.cue
    if cue is None or cue[1] > draft.start or alone or speech.quoted(*draft.spans[0]):
        return draft
    own = not text.startswith(("that ", "who ", "which "), draft.start)
    if own and _OVER_WHAT.search(text, *cue) and _ATTRIBUTES.fullmatch(text, cue[1], draft.start):
        draft = replace(draft, spans=_from(draft, cue[1] + 1))  # "raises concern over | rising | food prices"
    article = _LAST_OF_CUE.search(text, *cue)
    if article is not None and draft.start == cue[1] + 1:
        draft = replace(draft, cue=(cue[0], article.start()), spans=_from(draft, article.start("article")))
        cue = (cue[0], article.start())
    elif article is not None and _CALL_OF.fullmatch(text, cue[1], draft.start):
        return replace(draft, cue=(cue[0], article.start()), spans=_from(draft, article.start("article")))
    elif text[cue[1] : draft.start] in (" the ", " an ", " a ", " both ", " all "):
        draft = replace(draft, spans=_from(draft, cue[1] + 1))
    claim = _WITH_CLAIM.search(text, *cue)
    if claim is not None and draft.start == cue[1] + 1:
        return replace(draft, cue=(cue[0], claim.start("what")), spans=_from(draft, claim.start("what") + 1))
    sides = _SIDES_WITH.search(text, *cue)
    if sides is not None and verb_of(sides["verb"]) in SIDING and _OF_WHOM.fullmatch(text, cue[1], draft.start):
        return replace(draft, cue=(cue[0], sides.start("what")), spans=_from(draft, sides.start("what") + 1))
    verb = text[slice(*cue)].split()[-1]
    if verb_of(verb) in WISHES and _WHOM_TO.fullmatch(text, cue[1], draft.start):
        return replace(draft, spans=_from(draft, cue[1] + 1))  # "wants | the board to explain | why"
    if verb not in _PRAISED and verb_of(verb) not in SIDING | DECIDING:
        return draft
    if _OBJECT_AHEAD.fullmatch(text, cue[1], draft.start):
        return replace(draft, spans=_from(draft, cue[1] + 1))
    found = _WHOM_FOR.fullmatch(text, cue[1], draft.start)
    return draft if found is None else replace(draft, spans=_from(draft, found.start("whom")))


def _from(draft: Draft, start: int) -> tuple[tuple[int, int], ...]:
    return ((start, draft.spans[0][1]), *draft.spans[1:])
