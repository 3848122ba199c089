"""What the reader reports of an article: who speaks where, and what it left to nobody and why."""

from __future__ import annotations

from index.attribution.report import ABOVE, NOTE, QUESTION, VOICE, reading_of
from index.model import Article

BRIEFING = """The harbour office, second floor

MR. PRICE:  Good afternoon.  [Laughter.]

QUESTION:  Is it open?

And since when?

THE BRIDGE

MR. PRICE:  Since May.

OH YES:  We knew it.

MR. PRICE:  You did.

QUESTION:  Thank you."""


def test_everything_that_nobody_is_given_has_its_reason() -> None:
    found = reading_of(Article(id="a", text=BRIEFING, title="Daily briefing with Tam Price"))
    assert found.kind == "transcript"
    assert [(BRIEFING[p.start : p.end], p.reason) for p in found.unspoken] == [
        ("The harbour office, second floor", ABOVE),
        ("[Laughter.]", NOTE),
        ("Is it open?\n\nAnd since when?", QUESTION),
        ("THE BRIDGE", NOTE),
        ("We knew it.", VOICE),
        ("Thank you.", QUESTION),
    ]
    said = {BRIEFING[a:b] for turn in found.turns if turn.speaker for a, b in turn.spans}
    assert said == {"Good afternoon.", "Since May.", "You did."}


def test_prose_has_no_turns_and_nothing_is_left() -> None:
    found = reading_of(Article(id="a", text="The bridge opened on Monday. Nobody came.", title="Bridge opens"))
    assert (found.kind, found.turns, found.unspoken) == ("news", (), ())
