"""Who gives the answers marked "A:" or not by name at all: whom heading, lead and questions tell of."""

from __future__ import annotations

import pytest

from index.attribution.transcripts.turns import find_turns

ROUNDS = """Q: {front}will the ferry sail in winter?

A: I think it will. We have two crews.

Q: Who pays for it?

A: I can say that my office pays for most of it."""


def answerers(text: str, title: str | None) -> set[str | None]:
    return {turn.speaker for turn in find_turns(text, title) if not turn.is_question}


@pytest.mark.parametrize(
    ("title", "front", "who"),
    [
        # Either may have asked: whom the first question greets answers.
        ("Full transcript of Nora Falk’s interview with Greta Holm", "Nora Falk, good morning, ", "Nora Falk"),
        ("Full transcript of Nora Falk’s interview with Greta Holm", "Good morning, Greta, ", "Greta Holm"),
        ("Transcript: Nora Falk speaks to Greta Holm", "Welcome, Ms. Falk. Now, ", "Nora Falk"),
        ("Full transcript of Nora Falk’s interview with Greta Holm", "", None),
        # An office, an outlet.
        ("Mayor Nora Falk’s interview with Greta Holm", "", "Nora Falk"),
        ("Greta Holm’s interview with Mayor Nora Falk", "", "Nora Falk"),
        ("Nora Falk's conversation with Greta Holm of Karst Radio", "", "Nora Falk"),
        ("Transcript of the Prime Minister’s interview with Greta Holm", "", "Prime Minister"),
        # One alone is named.
        ("Nora Falk’s interview with Karst Radio", "", "Nora Falk"),
        ("Karst Radio's interview with Nora Falk", "", "Nora Falk"),
        ("Transcript of interview with Nora Falk", "", "Nora Falk"),
    ],
)
def test_an_interview_of_two_is_answered_by_the_one_of_whom_something_tells_it(
    title: str, front: str, who: str | None
) -> None:
    assert answerers(ROUNDS.format(front=front), title) == {who}


def test_a_sentence_below_a_title_that_names_one_takes_nothing_from_her() -> None:
    lead = "Below is the full transcript of {}’s interview with Greta Holm this morning.\n\n"
    text = ROUNDS.format(front="Nora Falk, good morning, ")
    assert answerers(lead.format("Nora Falk") + text, "Radio transcript") == {"Nora Falk"}
    plain = ROUNDS.format(front="")
    assert answerers(lead.format("Ivo Brandt") + plain, "Interview with Mayor Nora Falk") == {"Nora Falk"}


LEAD = (
    "KARST (HNA) - The following is the portion of a transcript from Harbour Commissioner Nora Falk's press"
    " conference after the meeting of the port's committee on the wall in the spring of the year 2031:\n\n"
)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("HNA TRANSCRIPT: Harbour's Falk On Housing Market Costs", LEAD),
        ("HNA TRANSCRIPT: Harbour Commissioner Nora Falk On Costs", ""),
        ("HNA Transcript: Talk On Housing Market Costs With Harbour Commissioner Nora Falk", ""),
    ],
)
def test_the_words_of_a_headline_on_a_topic_are_nobody(headline: str, lead: str) -> None:
    assert answerers(f"{headline}\n\n{lead}{ROUNDS.format(front='')}", None) == {"Nora Falk"}


@pytest.mark.parametrize(
    ("brings", "who"),
    [
        ("Nora Falk spent the night on the pier and joins us from our quay studio, Prime Minister, good morning.", 1),
        ("Nora Falk has asked for a new pier. Prime Minister, good morning.", 0),  # somebody else, of whom it is told
    ],
)
def test_a_host_brings_in_who_speaks_under_an_office(brings: str, who: int) -> None:
    text = f"HOST: {brings}\n\nPM: Good morning.\n\nHOST: Will you see the weir?\n\nPM: I don't get to do that myself."
    speakers = {turn.speaker for turn in find_turns(text, "Transcript of interview, Karst Radio")}
    assert speakers == {"Host", "Nora Falk" if who else "Prime Minister"}


@pytest.mark.parametrize(
    ("calls", "who"),
    [
        (
            "Welcome. During the session today you can press star 1 to ask a question. "
            "I will turn the call over to Mr. Ivo Brandt.",
            "Ivo Brandt",
        ),
        ("Thank you. You can press star 1. The next question comes from Ivo Brandt.", None),
    ],
)
def test_an_operator_who_tells_all_how_to_ask_calls_on_nobody(calls: str, who: str | None) -> None:
    text = (
        f"Operator: {calls}\n\nIvo Brandt: Thank you. There is news of the weir to tell. Mayor Falk?\n\n"
        "Nora Falk: Thank you very much. What we see are floods in the lower town, and we are at work on them."
    )
    assert [turn.speaker for turn in find_turns(text, "Harbour Press Conference, Friday")][1:] == [who, "Nora Falk"]


@pytest.mark.parametrize(
    ("below", "who"),
    [
        ("BRANDT: Yes, we did have another set of soundings.", ["Nora Falk", None, "Brandt"]),
        ("UPDATE: Yes, we did have another set of soundings.", ["Nora Falk", None]),
        ("RSVP: We did have another set.\n\nNORA FALK: Yes.", ["Nora Falk", None, "Nora Falk"]),
    ],
)
def test_who_replies_once_under_a_surname_in_capitals_beside_full_names_has_the_reply(
    below: str, who: list[str | None]
) -> None:
    text = f"NORA FALK, HARBOUR MANAGER: I'm sure that you see it.\n\nQUESTION: Was there any sign of it?\n\n{below}"
    assert [turn.speaker for turn in find_turns(text, "Harbour Briefing") if turn.speaker or turn.is_question] == who


def test_here_s_the_transcript_tells_whose_words_one_label_in_brackets_has() -> None:
    told = "Here's the full transcript of harbour coach Nora Falk's press conference.\n"
    asked = "[Reporter:]\nHave you had time to take it in?\n[Nora Falk:]\nNot really. I think it was a good race."
    turns = find_turns(told + asked, "Full press conference of harbour coach")
    assert [turn.speaker for turn in turns] == [None, "Nora Falk"]
    news = "Nora Falk spoke of the race. The race was good, she said, and the crews were glad of it."
    assert not find_turns(told + news, "Full press conference of harbour coach")


TALK = """Courier: Where do you see the port?

{}: I see it where it always was.

Courier: And the weir?

Walden: That is not mine to say.

Courier: And the fees?

Walden: They are fair, I think."""


@pytest.mark.parametrize(
    ("title", "first", "who"),
    [
        ("Walden Sees Steady Fees", "James Walden", "James Walden"),
        ("Harbour Chief Walden Mulls Steady Fees", "James Walden", "James Walden"),
        ("Walden Sees Steady Fees", "Walden", "Walden"),
        ("Walden Mulls Steady Fees", "Walden", "Walden"),
        ("Walden Kos on Steady Fees", "Walden", "Walden Kos"),  # a given name that no list has
    ],
)
def test_what_a_headline_says_that_somebody_does_is_no_part_of_the_name(title: str, first: str, who: str) -> None:
    assert {turn.speaker for turn in find_turns(TALK.format(first), title) if turn.speaker} == {who}


@pytest.mark.parametrize("title", ["Nora Falk Wins Vote: Interview", "Nora Falk Sees Higher Fees: Interview"])
def test_a_verb_behind_a_full_name_ends_it(title: str) -> None:
    assert answerers(ROUNDS.format(front=""), title) == {"Nora Falk"}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("PM Falk's daily address", "Prime Minister"),
        ("Prime Minister Falk's daily address", "Prime Minister"),
        ("Falk's daily address", None),
    ],
)
def test_an_office_before_a_surname_in_the_title_is_kept(title: str, role: str | None) -> None:
    turns = find_turns(ROUNDS.format(front=""), title)
    assert {turn.role for turn in turns if not turn.is_question} == ({role} if turns else set())


@pytest.mark.parametrize(("below", "role"), [("Governor", "Governor"), ("Harbour Hall", None)])
def test_the_office_on_the_line_below_a_name_is_its_bearers(below: str, role: str | None) -> None:
    text = (
        f"Harbour Bank Review\n\nPeter Lawe\n{below}\nKarst – 20 April 2031\n\nEvan Johns (The Courier)\n\n"
        "Do you want two things at times?\n\nPeter Lawe\n\nI want one of them, and that is a port that works.\n\n"
        "Alison Barr (Karst TV)\n\nDo you hope for another term?\n\nPeter Lawe\n\nI have the job that I have."
    )
    turns = find_turns(text, "Transcript of Question & Answer Session")
    assert {turn.role for turn in turns if turn.speaker == "Peter Lawe"} == {role}


DOORSTOP = (
    "PREMIER\n\n4 May 2031\n\n{heading}\n\nSubjects: ferry fares; the weir; quay strike\n\nE&OE…………………\n\n"
    "JOURNALIST:\n\nWill the fares rise this winter?\n\nPREMIER:\n\nNo, I have said that they stay.\n\n"
    "JOURNALIST:\n\nAnd the strike?\n\nPREMIER:\n\nI met the union, and we go on."
)


@pytest.mark.parametrize(
    "heading",
    [
        "TRANSCRIPT OF THE PREMIER THE HON NORA FALK MP DOORSTOP INTERVIEW MARLOW YARDS, HALDEN",
        "TRANSCRIPT OF THE PREMIER THE HON NORA FALK MLA RADIO INTERVIEW WITH GRETA HOLM, 4KR",
        "TRANSCRIPT OF THE PREMIER THE HON NORA FALK MP HALDEN FM INTERVIEW WITH GRETA HOLM",
        "TELEVISION INTERVIEW THE PREMIER THE HON NORA FALK MP WITH GRETA HOLM",
        "TRANSCRIPT OF THE PREMIER THE HON NORA FALK MP JOINT PRESS CONFERENCE WITH MAYOR GRETA HOLM",
        "DOORSTOP THE PREMIER THE HON NORA FALK MP HALDEN",
    ],
)
def test_the_occasion_behind_or_before_a_name_in_capitals_is_no_part_of_it(heading: str) -> None:
    turns = find_turns(DOORSTOP.format(heading=heading))
    assert [(t.speaker, t.role) for t in turns] == [(None, None), ("Nora Falk", "Premier")] * 2


def test_a_label_that_lost_its_colon_above_all_others_is_kept_over_what_is_said() -> None:
    text = DOORSTOP.format(heading="DOORSTOP INTERVIEW THE PREMIER THE HON NORA FALK MP")
    text = text.replace("JOURNALIST:", "PREMIER\n\nGood morning. We open the new quay in June.\n\nJOURNALIST:", 1)
    assert [t.speaker for t in find_turns(text)] == ["Nora Falk", None, "Nora Falk", None, "Nora Falk"]


MINISTER = "TRANSCRIPT OF SENIOR MINISTER QUAY KENG LIN'S MEDIA INTERVIEW ON 4 MAY 2031"


@pytest.mark.parametrize(
    ("label", "title", "who"),
    [
        ("SM Quay", MINISTER, "Quay Keng Lin"),
        ("Ms Quay", MINISTER, "Quay Keng Lin"),
        ("DM Quay", MINISTER, "DM Quay"),  # another office
        ("SM Holm", MINISTER, "SM Holm"),  # another name
    ],
)
def test_the_letters_of_an_office_are_who_holds_it_in_the_title(label: str, title: str, who: str) -> None:
    text = ROUNDS.format(front="").replace("\nA: ", f"\n{label}: ")
    assert answerers(text, title) == {who}


@pytest.mark.parametrize(("label", "who"), [("Ms Quay", {"Quay Keng Lin"}), ("Ms Holm", set[str]())])
def test_questions_and_the_answers_of_whom_the_title_names_run_on_in_a_paragraph(label: str, who: set[str]) -> None:
    text = (
        f"Q: “The ferry costs more again. Can that go on?” {label}: “It depends on the crews. We pay two of them.” "
        f"Q: “Is there another way?” {label}: “There is none that I know of.”"
    )
    assert answerers(text, MINISTER) == who
    assert "Q" not in {turn.speaker for turn in find_turns(text, MINISTER)}


@pytest.mark.parametrize(
    ("above", "room", "who"),
    [
        ("", "THE COURT: Speak up.\n\nTHE WITNESS: I will.\n\n", {"Witness", "The Court"}),
        ("", "THE COURT: Speak up.\n\n", {None, "The Court"}),  # nothing calls anybody the witness
        ("BY MR. LUND:\n\n", "THE WITNESS: I will.\n\n", {"Mr. Lund", "Witness"}),
        ("NORA FALK, having been duly sworn, testified:\n\n", "THE COURT: Speak up.\n\n", {"Nora Falk", "The Court"}),
        ("", "", {None}),  # nothing tells of a court
    ],
)
def test_who_answers_in_court_and_has_no_name_is_the_witness(above: str, room: str, who: set[str | None]) -> None:
    text = (
        f"Trial of the ferry, day three\n\n{above}Q. Where did you stand?\n\nA. I was at the weir.\n\n{room}"
        "Q. And then?\n\nA. I went home.\n\nQ. Alone?\n\nA. I was alone."
    )
    assert {t.speaker for t in find_turns(text) if t.speaker or not t.is_question} == who
