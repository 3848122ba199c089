"""The kinds of text, in the order in which they are asked. A new kind is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from index.attribution.transcripts.headings import heading_of
from index.attribution.transcripts.notes import FootNotes, speech_spans
from index.attribution.transcripts.parted import initials_of
from index.attribution.transcripts.people import scan_people
from index.attribution.transcripts.speeches import find_speech, speeches_below
from index.attribution.transcripts.turns import find_turns
from index.model import Article, Turn


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of text: `turns` gives an article's turns, None where the article is of another kind.

    A kind without turns is prose: its statements are found by the model.
    """

    name: str
    turns: Callable[[Article], tuple[Turn, ...] | None]


def _transcript(article: Article) -> tuple[Turn, ...] | None:
    turns = find_turns(article.text, heading_of(article.title, article.author))
    return _with_authors(turns, article.author) or None


def _with_authors(turns: tuple[Turn, ...], author: str | None) -> tuple[Turn, ...]:
    """The turns with initials that nothing in the text explains as the one author's who has them: "JR:" asks below "By
    Jane Roe and Tom Lind"."""
    people = scan_people(f"by {author}", 1) if author and not all(turn.resolved for turn in turns) else ()
    whose: dict[str, set[str]] = {}
    for person in people:
        for letters in set(initials_of(person)) if person.parsed.given else ():
            whose.setdefault(letters, set()).add(person.name)
    named = {letters: next(iter(names)) for letters, names in whose.items() if len(names) == 1 and len(letters) > 1}
    marks = [turn.mark.strip(" .:*").replace(".", "") for turn in turns]
    return tuple(
        replace(turn, speaker=named[mark], resolved=True) if mark in named and not turn.resolved else turn
        for turn, mark in zip(turns, marks, strict=True)
    )


def _given(article: Article) -> tuple[Turn, ...] | None:
    """The one turn of a text that somebody said is all one speaker's, in a file beside it."""
    speaker = article.evidence.get("speaker")
    if speaker is None:
        return None
    text = article.text
    spans = speech_spans(text, 0, len(text), FootNotes(text), next_is_mark=False)
    if not spans:
        return None
    start, end = spans[0][0], spans[-1][1]
    return (Turn(start=start, end=end, spans=spans, speaker=speaker, mark="", mark_span=(start, start)),)


def _speech(article: Article) -> tuple[Turn, ...] | None:
    heading = heading_of(article.title, article.author)
    found = find_speech(article.text, heading)
    return None if found is None else (found, *speeches_below(article.text, heading, found))


def _news(_: Article) -> tuple[Turn, ...]:
    return ()


READERS: tuple[Reader, ...] = (
    Reader("transcript", _transcript),
    Reader("given", _given),
    Reader("speech", _speech),
    Reader("news", _news),
)


def read_kind(article: Article) -> tuple[str, tuple[Turn, ...]]:
    """(the kind of the article, its turns); turns are empty for prose. No model is asked."""
    for reader in READERS:
        turns = reader.turns(article)
        if turns is not None:
            return reader.name, turns
    return READERS[-1].name, ()


def turns_of(article: Article) -> tuple[Turn, ...]:
    """The turns of a transcript, the one turn of a speech, or those of several on a page, none for prose."""
    return read_kind(article)[1]
