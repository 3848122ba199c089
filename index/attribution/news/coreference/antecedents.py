"""Whom "who" means, and whether it stands within the words of somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.apposition import HEAD_END
from index.attribution.news.coreference.source import UNNAMED, Source
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.language.acts import DOCUMENTS, RELATIVES, UNSIGNED
from index.language.descriptions import BEFALLEN
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_person_noun

_PARTY = re.compile(r"^,? \(?[RDI]-[A-Z][\w.]*\)?")  # "Sen. Jane Roe, R-Ohio, who called it"
_PHRASE_BEFORE = re.compile(r"\b((?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome|\d[\d,]*)(?:\s[\w’'-]+){1,5}),?\s$")
# "On Monday, a port spokeswoman issued a statement to this paper, ", up to the "which"
_ISSUED = re.compile(
    r"(?:^|(?<=\n)|(?<=[a-z0-9][.!?] ))"
    r"(?:(?:On|Late on|Earlier on) [A-Z][a-z]+,? |(?:Yesterday|Later|Today|Meanwhile),? )?"
    r"(?P<who>(?:[Tt]he |[Aa]n? )?[\w’'-]+(?:,? [\w’'&.-]+){0,16}?) (?:(?:has|had|also|later|then) )*"
    r"(?:issued|released|sent|published|posted|wrote|circulated|shared|e-?mailed) (?:an?|the|another|his|her|its|their)"
    rf" (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(DOCUMENTS | UNSIGNED))})\b[^.!?;:“”\"\n]{{0,80}}, $"
)
_SENTENCE = 300  # characters before a relative pronoun
_DETERMINER = re.compile(r"(?<=\s)(?:the|an?)\s")


def antecedent(cast: Cast, start: int) -> int | None:
    """Who stands right before a relative pronoun."""
    before = cast.within(max(0, start - 120), start)
    for one in reversed(before):
        gap = _PARTY.sub("", cast.text[one.end : start])
        if one.person >= 0 and ("," in gap[:2] or not gap.strip()) and "." not in gap:
            return one.person
    return None


def described_before(cast: Cast, start: int) -> Source:
    """The description that a relative pronoun follows ("The mayor, who"), as written; else nobody. Of a thing it is
    who stands behind it: "the state of the rower, who", "the bag was given to a rower, who"."""
    found = _PHRASE_BEFORE.search(cast.text, max(0, start - 80), start)
    if found is None:
        return UNNAMED
    whole = found.group(1)
    parts = [whole, *(whole[one.start() :] for one in _DETERMINER.finditer(whole))]
    return Source(next(filter(_is_somebody, parts), whole), resolved=False, certainty=0.3)


def sender_of(cast: Cast, start: int) -> Span | None:
    """Who sent the document that a relative pronoun follows: "a port spokeswoman issued a statement to us, which said".

    Somebody without a name ends at the first comma.
    """
    found = _ISSUED.search(cast.text, max(0, start - _SENTENCE), start)
    if found is None:
        return None
    comma = found["who"].find(",")
    end = found.start("who") + comma if comma > 0 and found["who"][0] in "aA" else found.end("who")
    return found.start("who"), end


def within_words(cast: Cast, draft: Draft, contents: Sequence[Span]) -> bool:
    """Whether who says it is named at the end of somebody else's words: "Roe said she met the rower, who told her he
    was ill. She also said" goes on with Roe."""
    start, end = draft.mention or (0, 0)
    if cast.text[start:end] == "who":
        end = start - len(", ")
    elif not cast.text.startswith(", who ", end):
        return False
    return any(a < end == b for a, b in contents)


def _is_somebody(phrase: str) -> bool:
    """Whether a phrase is about one person: "the young rower of the town"."""
    last = fold(HEAD_END.split(phrase, maxsplit=1)[0]).rpartition(" ")[2]
    return is_person_noun(last) or last in RELATIVES | BEFALLEN
