"""Interviews whose labels stop after the first question and answer, and texts that only look so."""

from __future__ import annotations

import pytest

from index.attribution.transcripts.turns import find_turns

TITLE = "The Full Transcript of Mayor Nora Falk's Interview With TILLER"
ROUNDS = """May 4, 2031

{asker}: The quay took you four years. What did you learn that we do not know?

{guest}: I learned that stone is slow. We had no spring without a flood.

You call it a success. What do you say to those who paid for it?

I say that they have a quay.

So would you build it again?

To the same plan?

No, to a cheaper one.

{other}We publish the costs in June.

I have nothing against that.

Will you raise the fees before your term is over?

We may have to. I would rather not.

I pressed you on this before.

And will you stand once more?

Ask me in winter."""


def said(text: str, title: str | None) -> list[tuple[str | None, str]]:
    return [(turn.speaker, text[slice(*turn.spans[0])]) for turn in find_turns(text, title) if turn.spans]


@pytest.mark.parametrize(
    ("asker", "guest", "title"),
    [
        ("TILLER", "FALK", TITLE),
        ("The Karst Courier", "Nora Falk", "Interview with Mayor Nora Falk"),
        ("Weekly Mirror", "Nora Falk", "Interview with Nora Falk: The Weekly Mirror talks to the mayor"),
        ("Q", "Falk", "A conversation: interview with Nora Falk"),
    ],
)
def test_what_answers_a_question_without_labels_is_the_guests_and_all_else_nobodys(
    asker: str, guest: str, title: str
) -> None:
    found = said(ROUNDS.format(asker=asker, guest=guest, other="Greta Holm: "), title)
    assert [text for who, text in found if who == "Nora Falk"] == [
        "I learned that stone is slow. We had no spring without a flood.",
        "I say that they have a quay.",
        "We may have to. I would rather not.",
        "Ask me in winter.",
    ]
    assert [text for who, text in found if who == "Greta Holm"] == ["We publish the costs in June."]
    assert {who for who, _ in found} == {None, "Nora Falk", "Greta Holm"}


def test_an_answer_of_several_paragraphs_that_asks_now_and_then_stays_whole() -> None:
    text = "TILLER: Good morning.\n\nFALK: Good morning.\n\nTILLER: {}\n\nFALK: I do. It is late.\n\n{}"
    more = "It was a hard year for all of us.\n\nThe weir broke. Who paid for it? We did.\n\nSo what is there to say?"
    text = text.format("Do you like the quay?", f"{more}\n\n{more}\n\n{more}\n\nThat is what I wanted to say.")
    assert said(text, TITLE)[-1] == ("Nora Falk", "I do. It is late.")


def test_labels_that_go_on_are_read_as_they_stand() -> None:
    text = ROUNDS.format(asker="TILLER", guest="FALK", other="") + "\n\nTILLER: Thank you.\n\nFALK: Thank you all."
    assert said(text, TITLE)[-1] == ("Nora Falk", "Thank you all.")


def test_the_first_line_tells_of_the_interview_where_the_text_has_no_title() -> None:
    text = ROUNDS.format(asker="TILLER", guest="FALK", other="")
    heading = "Read the transcript of Mayor Nora Falk's interview with TILLER"
    assert ("Nora Falk", "Ask me in winter.") in said(f"{heading}\n\n{text}", None)
