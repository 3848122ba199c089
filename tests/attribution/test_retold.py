"""Words that reach us through a second source keep their first speaker."""

from __future__ import annotations

import pytest

from index.attribution.news.drafts import Draft
from index.attribution.news.retold import first_hand


def draft(text: str, content: str, cue: str, mention: str) -> Draft:
    def span(part: str) -> tuple[int, int]:
        return text.index(part), text.index(part) + len(part)

    return Draft((span(content),), 0.9, span(cue), span(mention), 0.8)


@pytest.mark.parametrize(
    ("content", "rest", "who", "cue"),
    [
        ("We greet everybody,” the bishop told reporters", ", according to Reuters.", "the bishop", "told"),
        ("They vote as they like,” Marn said", ", according to a wire account.", "Marn", "said"),
        ('It is late," Ilse Marn wrote in a letter', ", according to the Herald.", "Ilse Marn", "wrote"),
    ],
)
def test_the_first_speaker_is_kept(content: str, rest: str, who: str, cue: str) -> None:
    text = "“" + content + rest
    mention = rest.split("according to ")[1].rstrip(".")
    made = first_hand(text, draft(text, content, "according to", mention))
    assert made.mention and text[slice(*made.mention)] == who
    assert made.cue and text[slice(*made.cue)] == cue
    assert text[made.start : made.end] == content.split("”")[0].split('"')[0]


@pytest.mark.parametrize(
    ("text", "content", "cue", "mention"),
    [
        ("“We are late,” Marn said.", "We are late", "said", "Marn"),
        ("Ships sank, according to Reuters.", "Ships sank", "according to", "Reuters"),
        (
            "The so-called “deal” the council said yes to is off, according to AP.",
            "deal” the council",
            "according",
            "AP",
        ),
    ],
)
def test_all_else_stays(text: str, content: str, cue: str, mention: str) -> None:
    before = draft(text, content, cue, mention)
    assert first_hand(text, before) == before
