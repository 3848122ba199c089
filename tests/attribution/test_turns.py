from __future__ import annotations

import pytest

from index.attribution.transcripts.turns import find_turns, question_for, teller_of, turn_statements

Row = tuple[str | None, str]


def rows(text: str, title: str | None = None) -> list[Row]:
    """(speaker, words) of every turn."""
    return [(t.speaker, " ".join(text[a:b] for a, b in t.spans)) for t in find_turns(text, title)]


DEPARTMENT = """Tam Price, Department Spokesperson

Washington, D.C.

2:14 p.m. EDT

MR PRICE: Good afternoon. I have one thing at the top.

We are sending more lorries. With that, Matt.

QUESTION: Thanks. Do you have anything on the convoy?

MR PRICE: I don’t. (Laughter.) I would refer you to the ministry.

QUESTION: (Off-mike.)

MR PRICE: We’ll come back to you.

(The briefing was concluded at 3:21 p.m.)
"""


def test_department_briefing_names_the_spokesperson_from_the_head() -> None:
    assert rows(DEPARTMENT, "Department Press Briefing – April 5, 2022") == [
        (
            "Tam Price",
            "Good afternoon. I have one thing at the top. We are sending more lorries. With that, Matt.",
        ),
        (None, "Thanks. Do you have anything on the convoy?"),
        ("Tam Price", "I don’t. I would refer you to the ministry."),
        (None, ""),
        ("Tam Price", "We’ll come back to you."),
    ]
    assert {t.role for t in find_turns(DEPARTMENT) if t.speaker} == {"Department Spokesperson"}


def test_an_unknown_given_name_keeps_the_mark_as_written() -> None:
    text = "MR. QUILL: Good day.\n\nQUESTION: Is it open?\n\nMR. QUILL: It is.\n\nQUESTION: When?\n\nMR. QUILL: Now."
    turns = [t for t in find_turns(text) if t.speaker]
    assert {(t.speaker, t.resolved) for t in turns} == {("Mr. Quill", False)}


CONFERENCE = """THE PRESIDENT. Good morning. I have no announcements.

QUESTIONS

THE HARBOR BILL

[1.] Q. Alder Finch, Harbor News: Mr. President, will you sign the bill, 1 as the Secretary asked?

THE PRESIDENT. I will read it first.

1 The Harbor Act, sent to the Congress on May 2.

Then I will decide [pointing to his desk].

[2.] THE PRESIDENT. Let me add something. [Laughter] The bill is long.

SECRETARY McNABB. It has 300 pages.

Q. Thank you, sir.

GOVERNOR HOLT. May I add a word?

TEE PRESIDENT. No.

Alder Finch, Harbor News: Thank you, Mr. President.

NOTE: President Holt's tenth news conference was held in the East Room. It began at 10 a.m.
"""


def test_news_conference_of_a_president() -> None:
    assert rows(CONFERENCE, "News conference of President Walter B. Holt") == [
        ("Walter B. Holt", "Good morning. I have no announcements."),
        (None, "Alder Finch, Harbor News: Mr. President, will you sign the bill, 1 as the Secretary asked?"),
        ("Walter B. Holt", "I will read it first. Then I will decide"),
        ("Walter B. Holt", "Let me add something. The bill is long."),
        ("McNabb", "It has 300 pages."),
        (None, "Thank you, sir."),
        ("Governor Holt", "May I add a word?"),
        ("Walter B. Holt", "No."),
        (None, "Thank you, Mr. President."),
    ]


def test_white_house_form_with_a_bare_q() -> None:
    text = """1:06 P.M. EDT

MS. PELL:  Good afternoon.  I have two quick updates.

Q    Thanks, Jo.  First, on gas prices, what is the plan?

MS. PELL:  Well, the plan is simple.

Q    And on the second?

MS. PELL:  [Laughs.]  No preview.

Q    Thank you.

2:02 P.M. EDT"""
    found = rows(text, "Press Briefing by Press Secretary Jo Pell, April 5, 2022")
    assert [s for s, _ in found] == ["Jo Pell", None, "Jo Pell", None, "Jo Pell", None]
    assert found[4][1] == "No preview."
    assert found[5][1] == "Thank you."


def test_alliance_form_with_names_roles_and_outlets() -> None:
    text = """Ona Lund, NATO Spokesperson: Good afternoon. The Secretary General will open.

Marta Elvberg (NATO Secretary General): Thank you. We met today.

We will go on.

Ona Lund: We start with Reuters.

Question (Reuters): Will you send more?

Marta Elvberg: Allies have stepped up.

Moderator: Thank you."""
    title = "Press conference by NATO Secretary General Marta Elvberg"
    assert rows(text, title) == [
        ("Ona Lund", "Good afternoon. The Secretary General will open."),
        ("Marta Elvberg", "Thank you. We met today. We will go on."),
        ("Ona Lund", "We start with Reuters."),
        (None, "Will you send more?"),
        ("Marta Elvberg", "Allies have stepped up."),
        ("Moderator", "Thank you."),
    ]
    assert [t.role for t in find_turns(text, title)][:2] == ["NATO Spokesperson", "NATO Secretary General"]
    assert not find_turns(text, title)[-1].resolved


def test_timed_form() -> None:
    text = """Tam Price: (00:01)
Good afternoon. We have a few items.

Speaker 2: (01:20)
What about the harbour?

Tam Price: (01:31)
It is open. [crosstalk 00:01:40] It has been for weeks.

Matt: (02:10)
Since when?

Tam Price: (02:15)
March."""
    assert rows(text) == [
        ("Tam Price", "Good afternoon. We have a few items."),
        (None, "What about the harbour?"),
        ("Tam Price", "It is open. It has been for weeks."),
        ("Matt", "Since when?"),
        ("Tam Price", "March."),
    ]


@pytest.mark.parametrize(
    ("mark", "other"),
    [
        ("**Jane Roe:**", "**Tom Poe:**"),
        ("**Jane Roe**:", "**Tom Poe**:"),
        ("<b>Jane Roe</b>:", "<b>Tom Poe</b>:"),
        ("[Jane Roe]:", "[Tom Poe]:"),
        ("JANE ROE:", "TOM POE:"),
        ("Jane Roe:", "Tom Poe:"),
        ("Jane Roe (00:12):", "Tom Poe (01:12):"),
        ("Jane Roe, host:", "Tom Poe, Minister of Ports:"),
        ("Jane Roe: ", "Tom Poe: "),
    ],
)
def test_forms_of_names(mark: str, other: str) -> None:
    text = (
        f"{mark} Welcome to the harbour talk.\n\n{other} Thanks for having me here.\n\n"
        f"{mark} How is the harbour?\n\n{other} It is busy.\n\nBusier than ever."
    )
    assert rows(text) == [
        ("Jane Roe", "Welcome to the harbour talk."),
        ("Tom Poe", "Thanks for having me here."),
        ("Jane Roe", "How is the harbour?"),
        ("Tom Poe", "It is busy. Busier than ever."),
    ]


def test_roles_are_the_people_of_the_title() -> None:
    text = """THE PRIME MINISTER: Good morning. Today we act.

THE FOREIGN SECRETARY: And I agree.

JOURNALIST: Will it work?

THE PRIME MINISTER: It will."""
    title = "Press conference of Prime Minister Ada Okoro and Foreign Secretary Ben Lund"
    assert [s for s, _ in rows(text, title)] == ["Ada Okoro", "Ben Lund", None, "Ada Okoro"]


def test_leaders_with_title_and_surname() -> None:
    text = """PRESIDENT HALVORSEN: Thank you for coming.

PRIME MINISTER OKORO: My pleasure.

Q  Mr. President, will you sign?

PRESIDENT HALVORSEN: I will sign it.

Q  And you?

PRIME MINISTER OKORO: I will as well.

Q  Thank you.

END  2:21 P.M. EDT"""
    title = "Remarks by President Tor Halvorsen and Prime Minister Ada Okoro in Joint Press Conference"
    speakers = ["Tor Halvorsen", "Ada Okoro", None, "Tor Halvorsen", None, "Ada Okoro", None]
    assert [s for s, _ in rows(text, title)] == speakers
    assert rows(text, title)[-1] == (None, "Thank you.")


@pytest.mark.parametrize(("q", "a"), [("Q:", "A:"), ("Q.", "A."), ("Question:", "Answer:"), ("QUESTION:", "ANSWER:")])
def test_answers_are_those_of_the_person_interviewed(q: str, a: str) -> None:
    text = f"{q} What did you think?\n\n{a} I liked it.\n\n{q} And then?\n\n{a} Then we left."
    assert rows(text, "Jane Roe on her new book") == [
        (None, "What did you think?"),
        ("Jane Roe", "I liked it."),
        (None, "And then?"),
        ("Jane Roe", "Then we left."),
    ]
    assert [speaker for speaker, _ in rows(text, "Ten things to know about ports")] == [None] * 4
    told = text.replace("I liked it", "It sold well").replace("we left", "the port opened")
    assert find_turns(told, "Ten things to know about ports") == ()


def test_the_introduction_names_the_person_interviewed() -> None:
    text = (
        "The minister spoke with Jane Roe, director of the port.\n\n"
        "Q: How is it?\n\nA: It is fine.\n\nQ: And the ships?\n\nA: They come."
    )
    assert rows(text, "Ships and more ships")[1] == ("Jane Roe", "It is fine.")


def test_only_the_questions_are_marked() -> None:
    text = "Q: How is it?\n\nIt is fine.\n\nVery fine.\n\nQ: And the ships?\n\nThey come.\n\nQ: Many?\n\nMany."
    assert rows(text, "Interview with Jane Roe") == [
        (None, "How is it?"),
        ("Jane Roe", "It is fine. Very fine."),
        (None, "And the ships?"),
        ("Jane Roe", "They come."),
        (None, "Many?"),
        ("Jane Roe", "Many."),
    ]


def test_an_outlet_asks_and_is_nobody() -> None:
    text = "**Zeitung:** Ms Roe, how was it?\n\n**Roe:** It was good.\n\n**Zeitung:** Again?\n\n**Roe:** Certainly."
    turns = find_turns(text, "Interview with Jane Roe, Minister of Ports")
    assert [(t.speaker, t.is_question) for t in turns] == [(None, True), ("Jane Roe", False)] * 2


def test_marks_inside_lines_where_line_breaks_are_lost() -> None:
    text = (
        "MR. PRICE: Good afternoon. QUESTION: Can you say more about the bridge? MR. PRICE: The bridge is open. "
        "We said so. QUESTION: Since when? MR. PRICE: Since Tuesday. It was announced."
    )
    assert rows(text, "Daily briefing with Tam Price") == [
        ("Tam Price", "Good afternoon."),
        (None, "Can you say more about the bridge?"),
        ("Tam Price", "The bridge is open. We said so."),
        (None, "Since when?"),
        ("Tam Price", "Since Tuesday. It was announced."),
    ]


def test_headings_between_turns_are_nobodys() -> None:
    text = """MS. PELL: We begin.

Harbour and Trade

QUESTION: Is it open?

MS. PELL: It is open.

THE BUDGET

2. Ships and Cargo

QUESTION: And ships?

MS. PELL: Ships come.

* * *

Editor's note: this transcript has been edited for length."""
    words = " ".join(w for _, w in rows(text))
    assert words == "We begin. Is it open? It is open. And ships? Ships come."


def test_a_list_of_numbers_in_speech_is_no_footnote() -> None:
    text = "THE PRESIDENT. I want things.\n\n1. Peace.\n\n40 ships came today.\n\nQ. And?\n\nTHE PRESIDENT. Work."
    assert "40 ships came today." in rows(text)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor said: “We will close.”\n\nRoe: “It is over.”\n\nPoe: “It is not.”\n\nRoe again: “It is.”",
        "Jane Roe, 34, teacher: “I like it.”\n\nTom Poe, 51, nurse: “I do not.”\n\nAnn Loe, 22, cook: “Maybe.”",
        "HOLT: “I was never there.”\n\nTHE FACTS: He was.\n\nHOLT: “I did not sign.”\n\nTHE FACTS: He did sign it.",
        "Age: 34\n\nOccupation: teacher\n\nParty: none\n\nAge: 51\n\nOccupation: nurse\n\nParty: none\n\nAge: 22",
        "Date: Monday\n\nPlace: Harbour\n\nNote: Bring water.\n\nContact: Jane Roe\n\nNote: No dogs.",
        "WASHINGTON — The port closed.\n\nMR. HOLT GOES TO TOWN. A play.\n\nThe end came at 5:30. It was late.",
        "She had one question: why?\n\nThe answer: nobody knew.\n\nAnother question: when? The port was silent.",
    ],
)
def test_ordinary_text_has_no_turns(text: str) -> None:
    assert find_turns(text, "Port closes") == ()


def test_a_short_exchange_within_prose_is_no_transcript() -> None:
    prose = "\n\n".join(
        f"The harbour talks went on for day {i}, and the officials of the port said little." for i in range(20)
    )
    text = f"{prose}\n\nQ: Is it over?\n\nA: No.\n\n{prose}\n\n{prose}"
    assert find_turns(text, "Talks with Jane Roe go on") == ()


def test_the_question_that_a_turn_answers() -> None:
    turns = find_turns(DEPARTMENT)
    assert question_for(turns, 0) is None
    assert question_for(turns, 1) is None
    span = question_for(turns, 2)
    assert span is not None
    assert DEPARTMENT[slice(*span)] == "Thanks. Do you have anything on the convoy?"
    assert question_for(turns, 99) is None


def test_teller_of_an_offset() -> None:
    turns = find_turns(DEPARTMENT)
    assert teller_of(turns, DEPARTMENT.index("lorries")) == "Tam Price"
    assert teller_of(turns, DEPARTMENT.index("convoy")) is None
    assert teller_of(turns, 0) is None


def test_a_statement_for_every_turn_of_somebody() -> None:
    turns = find_turns(DEPARTMENT)
    statements = turn_statements(DEPARTMENT, turns)
    assert [(s.kind, s.speaker, len(s.spans)) for s in statements] == [
        ("turn", "Tam Price", 2),
        ("turn", "Tam Price", 2),
        ("turn", "Tam Price", 1),
    ]
    assert {s.mention for s in statements} == {"MR PRICE:"}


def test_a_numbered_line_that_addresses_who_answers_is_a_question() -> None:
    text = (
        "THE PRESIDENT. Good morning. I have nothing to announce.\n\n"
        "Q. Will the bridge open in May, sir?\n\n"
        "THE PRESIDENT. It will open in May.\n\n"
        "[2.] Mr. President, why did the bridge cost so much?\n\n"
        "THE PRESIDENT. Steel was dear that year.\n\n"
        "Q. Thank you.\n\n"
        "THE PRESIDENT. [3.] Mr. Secretary, you may add what you like to this.\n\n"
    )
    turns = find_turns(text, "News conference of President Marta Elvberg")
    asked = [text[slice(*turn.spans[0])] for turn in turns if turn.is_question]
    assert "Mr. President, why did the bridge cost so much?" in asked
    assert all("Steel" not in question for question in asked)
    assert [turn.speaker for turn in turns if "Secretary" in text[turn.start : turn.end]] == ["Marta Elvberg"]
