"""The name before a colon that labels what is said: "Jane Roe: “…”", or the line above it."""

from __future__ import annotations

import re

from index.attribution.news.contents import Content
from index.attribution.news.datelines import FIRST_PERSON
from index.attribution.news.occurrences import is_acronym
from index.language.acts import COMMENTS, PRINTED, UNSIGNED
from index.language.mentions import NEVER_NAMES
from index.language.names import GIVEN_NAMES
from index.language.verbs import REPORTING, base_form
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_role_word

_COLON = re.compile(r"(?:Add(?:ed|s) )?([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,5}):\s*[\"“”„«'‘`]*")
# "Jane Roe:" on the line above what she says, "Chief of Staff Roe:"
_LINE_ABOVE = re.compile(
    r"(?:^|(?<=\n))(?!On |About |Regarding )(?P<name>[^\W\d_a-z][\w.’'-]*(?: (?:(?:of|for|and|the) ){0,2}"
    r"[^\W\d_a-z][\w.’'-]*){1,7}):[ \t]*\n\s*$"
)
# "On X, rapper Jane Roe posted: “", right before what she posted
_POSTED = re.compile(
    r"(?:^|[.!?\n,—–] |(?<=\n))(?P<who>(?:[a-z][\w’'-]* ){0,3}(?:[^\W\d_a-z][\w.’'-]* ){1,5})(?P<verb>[a-z]+ed|wrote)"
    r"(?: (?:on|in|to|later|back|that|this|there)\b[^:\n“”\"]{0,40})?:\s*[“\"]$"
)
# "Glenys in Holm: “…”" of a paper's letters
_FROM_PLACE = re.compile(r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?),? (?:in|from|of) [^\W\d_a-z][^,:]*")
_LETTER = re.compile(
    r"(?:^|[.!?] |(?<=\n))(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?),? (?:in|from) "
    r"[^\W\d_a-z][\w’' -]{2,30}:\s[“\"]$"
)
# "Prime Minister, the president of Karst | said": who is spoken to stands first, without a comma behind the rest
_ADDRESS = re.compile(
    r"(?:(?:Mr|Madam|Ms|Mrs)\.? )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?, (?=(?:the|your|our|some) [^,]+$)"
)
_PLAIN_NAME = 4  # words of a name that nothing tells to be an office
_LABEL = 80  # characters of a line that names who speaks below it


def before_colon(text: str, content: Content) -> Span | None:
    """The name of "Jane Roe: “…”" where nothing else stands before the content in its paragraph.

    Without quotation marks the words must be in the first person: "Jane Roe: Norvania drops its inquiry" is a headline.
    """
    begin = max(text.rfind("\n", 0, content.start) + 1, content.start - 80)
    match = _COLON.fullmatch(text, begin, content.start)
    if match is None:
        return None
    quoted = not text[content.start - 1].isspace() and text[content.start - 1] != ":"
    return match.span(1) if quoted or FIRST_PERSON.search(text, content.start, content.end) else None


def own_label(text: str, mention: Span, content: Content) -> Span | None:
    """The name before a colon that alone stands before the content in its paragraph, or on the line above it, instead
    of one of another.

    Below "Jane Roe: Will it open?" a paragraph without a name answers: the words are not those of who asks.
    """
    row = text.rfind("\n", 0, content.start) + 1
    if (above := _line_above(text, row, content)) is not None:
        return above
    if mention[1] > row:
        return mention
    match = _COLON.fullmatch(text, max(row, content.start - 80), content.start)
    if match is not None:
        return match.span(1)
    before = text[text.rfind("\n", 0, mention[0]) + 1 : mention[0]].strip()
    labels = text[mention[1] : mention[1] + 1] == ":" and not before
    asks = text[mention[1] : text.find("\n", mention[1])].rstrip().endswith("?")
    return None if labels and asks else mention


def _line_above(text: str, row: int, content: Content) -> Span | None:
    """The name, or the office and the name, that alone with a colon makes the line above the one that a content opens
    (`row`: where that one begins)."""
    above = _LINE_ABOVE.search(text, max(0, row - _LABEL), row)
    if above is None or text[row : content.start].strip(" “\"‘'"):
        return None
    parts = above["name"].split()
    if len(parts) == 2 and is_acronym(parts[0]) and fold(parts[1]) in COMMENTS:
        return above.start("name"), above.start("name") + len(parts[0])  # "HRL Comment:"
    if fold(parts[-1]) in NEVER_NAMES | PRINTED | UNSIGNED:
        return None  # "Full Statement:"
    plain = len(parts) <= _PLAIN_NAME and all(part[0].isupper() for part in parts)
    return above.span("name") if plain or any(is_role_word(fold(part)) for part in parts[:-1]) else None


def labelled(text: str, content: Content) -> Span | None:
    """The label on the line above a quotation of which the tagger found no speaker: "Defence Minister Roe:", among the
    words of several."""
    row = text.rfind("\n", 0, content.start) + 1
    label = _line_above(text, row, content) if row < content.start else None
    return None if label is None or is_role_word(fold(text[slice(*label)].split()[-1])) else label


def posted_by(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who wrote a quotation and the verb, where the tagger found nobody or somebody within it or in another paragraph:
    "rapper Jane Roe posted: “she billed me”"."""
    row = text.rfind("\n", 0, content.start) + 1
    opens = max(text.rfind("“", row, content.start + 1), text.rfind('"', row, content.start + 1))
    if opens < 0 or (mention is not None and row <= mention[0] and not opens < mention[0] < content.end):
        return mention, cue
    letter = _LETTER.search(text, max(row, opens - _LABEL), opens + 1)
    if letter is not None and fold(letter["name"].split()[0]) in GIVEN_NAMES:
        return letter.span("name"), None  # "From our inbox. Glenys in Holm: “"
    found = _POSTED.search(text, max(0, opens - 2 * _LABEL), opens + 1)
    if found is None or not (found["verb"] == "wrote" or base_form(found["verb"]) in REPORTING | {"post", "tweet"}):
        return mention, cue
    return (found.start("who"), found.end("who") - 1), found.span("verb")


def of_letters(text: str, mention: Span) -> Span:
    """The name alone of a label that tells where its bearer is: "Glenys in Holm: “…”"."""
    found = _FROM_PLACE.fullmatch(text, *mention) if text.startswith(":", mention[1]) else None
    known = found is not None and fold(found["name"].split()[0]) in GIVEN_NAMES
    return found.span("name") if found is not None and known else mention


def without_address(text: str, mention: Span) -> Span:
    """A mention without whom its sentence speaks to: "Jonas, the minister over there | said" of a question."""
    found = _ADDRESS.match(text[slice(*mention)])
    begins = not mention[0] or text[mention[0] - 2 : mention[0]] in (". ", "? ", ": ") or text[mention[0] - 1] in "\n"
    words = fold(found.group().strip(" ,")).split() if found is not None else [""]
    called = words[0] in GIVEN_NAMES if len(words) == 1 else is_role_word(words[-1])
    if found is None or not begins or not called or text.startswith(",", mention[1]):
        return mention
    return mention[0] + found.end(), mention[1]
