"""Lines that were broken at a width or numbered become paragraphs again, and no other line does."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.wrapped import whole_paragraphs

_WORDS = st.sampled_from(
    "the harbour council voted on a plan for ferries which nobody had read before spring Roe".split()
)
_PARAGRAPH = st.lists(_WORDS, min_size=3, max_size=120).map(lambda words: " ".join(words).capitalize() + ".")


def broken(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False, break_long_words=False)


@given(st.lists(_PARAGRAPH, min_size=3, max_size=12), st.integers(55, 90))
def test_paragraphs_that_were_broken_at_a_width_are_whole_again(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(broken(paragraph, width) for paragraph in paragraphs)
    lines = [line for line in text.split("\n") if line]
    if len(lines) - len(paragraphs) >= 12:  # otherwise too few breaks to tell the width
        assert whole_paragraphs(text) == "\n\n".join(paragraphs)


@given(st.lists(_PARAGRAPH, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_paragraphs_on_a_line_each_stay(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    assert whole_paragraphs(text).split() == text.split()
    if all(len(paragraph) > 100 for paragraph in paragraphs):
        assert whole_paragraphs(text) == text


@given(st.lists(_PARAGRAPH, min_size=3, max_size=12), st.integers(55, 90))
def test_no_word_is_lost_or_moved(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(broken(paragraph, width) for paragraph in paragraphs)
    assert whole_paragraphs(text).split() == text.split()


def test_a_turn_that_begins_on_the_next_line_keeps_its_line() -> None:
    text = broken("MR. LUND: The harbour will be dredged before the winter, and the quay will be mended after it.", 50)
    text += "\n" + broken("Q    And who pays for the quay that has to be mended when the dredging is over at last?", 50)
    text += "\n" + broken(
        "MR. LUND: The county pays for the quay, and the harbour board pays for what the county does not.", 50
    )
    assert [line.split("  ")[0][:8] for line in whole_paragraphs(text).split("\n")] == ["MR. LUND", "Q", "MR. LUND"]


@pytest.mark.parametrize(
    "text",
    [
        "Tolls by month\n"
        + "\n".join(f"{month}      {n}      {n * 2}" for n, month in enumerate(["May", "June", "July"])),
        "Roses are red,\nviolets are blue,\nthe ferry is late\nand the captain is too.",
        "- dredge the harbour\n- mend the quay\n- buy a ferry",
        "1 May: the council meets.\n2 May: the council votes.\n3 May: the ferry sails.",
    ],
)
def test_lines_that_end_as_they_are_meant_stay(text: str) -> None:
    assert whole_paragraphs(text) == text


def test_a_word_that_a_hyphen_divided_is_whole_again_and_a_compound_keeps_its_hyphen() -> None:
    text = (
        "The council wants an inter-island ferry that sails all the year, and the har-\n"
        "bour board wants one too. It has asked three yards for plans of an inter-\n"
        "island ferry, and the harbour master has read all of them with some care\n"
        "before the spring."
    )
    assert whole_paragraphs(text) == (
        "The council wants an inter-island ferry that sails all the year, and the harbour board wants one too. It has "
        "asked three yards for plans of an inter-island ferry, and the harbour master has read all of them with some "
        "care before the spring."
    )


def test_the_numbers_of_lines_go_and_turns_begin_with_their_marks() -> None:
    said = [
        "SIR GUY MOSS:  Good morning.",
        "MR LUND:  Good morning, sir.  I appear for the",
        "    harbour board.  The ferry",
    ]
    said += [
        "    was late on every day of",
        "    that week.",
        "SIR GUY MOSS:  On every day?",
        "MR LUND:  On every day but",
    ]
    said += [
        "    the Sunday.",
        "SIR GUY MOSS:  Thank you.  Who",
        "    is next?",
        "MR LUND:  The captain.",
        "SIR GUY MOSS:  Yes.",
    ]
    text = "\n\n".join(f"{n:12}   {line}" for n, line in enumerate(said, 1))
    assert whole_paragraphs(text).split("\n\n") == [
        "SIR GUY MOSS:  Good morning.",
        "MR LUND:  Good morning, sir.  I appear for the harbour board.  The ferry was late on every day of that week.",
        "SIR GUY MOSS:  On every day?",
        "MR LUND:  On every day but the Sunday.",
        "SIR GUY MOSS:  Thank you.  Who is next?",
        "MR LUND:  The captain.",
        "SIR GUY MOSS:  Yes.",
    ]


def test_the_caption_above_numbered_lines_keeps_its_own() -> None:
    caption = "IN THE SUPERIOR COURT OF KARST\n\nROE ORCHARDS, LLC,       )\n         Plaintiff,      )"
    said = [
        "THE COURT:  Good morning.",
        "BY MS. LUND:",
        "Q.  Where were you?",
        "A.  At the yard.  I locked",
        "the gate.",
    ]
    lines = [f"{n % 25 + 1:2}   {line}" for n, line in enumerate(said * 3)]
    assert whole_paragraphs(f"{caption}\n\n          401\n" + "\n".join(lines)).split("\n\n")[:4] == [
        "IN THE SUPERIOR COURT OF KARST\nROE ORCHARDS, LLC,       )\nPlaintiff,      )",
        "THE COURT:  Good morning.",
        "BY MS. LUND:",
        "Q.  Where were you?",
    ]


def test_a_list_that_counts_its_entries_keeps_the_numbers() -> None:
    text = "\n".join(f"{n * 3} ferries sailed in week {n}." for n in range(1, 20))
    assert whole_paragraphs(text) == text


def test_paragraphs_that_only_an_indent_parts_stay_apart() -> None:
    text = (
        "    The committee met, pursuant to call, at 10 a.m., in Room 214 of the Harbour\n"
        "House, Ida Roe (chairwoman of the committee) presiding over the sitting of it.\n"
        "    Present: Members Roe, Lund, and Moss of the committee, and two of the board.\n"
        "    Chairwoman Roe. The committee will come to order. Without objection, it may\n"
        "take recesses at any time, and will do so when the members are called to the\n"
        "house for a vote, which may be soon.\n"
        "    Mr. Lund. I thank the chair, and all who have come to the house by ferry in\n"
        "this weather."
    )
    found = [line.strip() for line in whole_paragraphs(text).split("\n")]
    assert [line.split()[0] for line in found] == ["The", "Present:", "Chairwoman", "Mr."]
    assert found[2].endswith("which may be soon.")


def test_lines_that_number_pages_stand_in_no_sentence() -> None:
    lines = [
        "The clerk could perhaps tell the committee again",
        "why the quay",
        "Page 5.",
        "was closed in March and not in May.",
        "Page 6.",
    ]
    text = "\n".join(
        [
            *lines,
            "The member thanks the clerk for the answer, and the",
            "committee goes on to the next matter of the day.",
            "",
        ]
    )
    assert "why the quay\nwas closed" in whole_paragraphs(text) or "why the quay was closed" in whole_paragraphs(text)
    assert "Page" not in whole_paragraphs(text)
    assert "Page 5." in whole_paragraphs("See below.\nPage 5.\n")


def test_subtitles_that_blank_lines_part_are_whole_sentences() -> None:
    lines = [
        "The Mayor: Good afternoon.",
        "We just closed the long meeting of the",
        "harbour board and, at the",
        "clerk's direction, have gone on to",
        "open the quay.",
        "But first, let me turn to an issue",
        "that I know is on the minds of people.",
        "The Press: How many ships have you",
        "counted?",
        "The Mayor: We have counted",
        "more than forty. I thank",
        "you for the question.",
    ]
    found = whole_paragraphs("\n\n".join(lines)).split("\n\n")
    assert found[1].startswith("We just closed the long meeting of the harbour board and, at the clerk's direction")
    assert found[1].endswith("have gone on to open the quay.")
    assert found[3:] == [
        "The Press: How many ships have you counted?",
        "The Mayor: We have counted more than forty. I thank you for the question.",
    ]
    titles = "\n\n".join(f"A heading of a list number {n}" for n in range(20))
    assert whole_paragraphs(titles) == titles


def test_labels_in_capitals_stay_apart_from_lines_that_blank_lines_part() -> None:
    lines = ["JOURNALIST", "Will the weir be", "closed for long?", "NORA ADLER", "It was a leak on the 12", "th", "of"]
    lines += ["August, and we mended", "it.", "JOURNALIST", "And the lock,", "will it", "open?", "NORA ADLER"]
    text = "\n\n".join([*lines, "It will open", "in May."])
    assert whole_paragraphs(text).split("\n\n") == [
        "JOURNALIST",
        "Will the weir be closed for long?",
        "NORA ADLER",
        "It was a leak on the 12 th of August, and we mended it.",
        "JOURNALIST",
        "And the lock, will it open?",
        "NORA ADLER",
        "It will open in May.",
    ]


def test_a_line_that_was_shorter_in_print_goes_on_inside_its_sentence() -> None:
    text = (
        "NORPORT, Nov 3 The ferry with ninety rowers\nand a cook drifted off the lower pier in heavy fog on\n"
        "Thursday, with all of those on board rescued by noon on\nthe same day, the harbour board and the keepers\n"
        "said.\nThe lamp of the lighthouse had been out for most of the\nnight before, and nobody had brought a wick "
        "from\nthe office of the port.\n"
    )
    assert whole_paragraphs(text).startswith("NORPORT, Nov 3 The ferry with ninety rowers and a cook drifted")


def test_a_break_behind_a_word_that_ends_no_line_is_none() -> None:
    long = "The keepers of the lighthouse met the rowers and the harbour board for the third time in the hall."
    text = f"{long}\nAnd the harbour board warns that it could be just the\nbeginning.\n{long}"
    assert "could be just the beginning.\n" in whole_paragraphs(text)
    kept = f"{long}\nThe harbour board wants these for the pier this spring\nnew planks\n{long}"
    assert whole_paragraphs(kept) == kept


def test_lines_that_were_broken_are_whole_again_beside_a_paragraph_that_was_not() -> None:
    long = "The council of Tarn has asked the county for money " + "so that the old ferry may be mended " * 3 + "soon."
    text = (
        f"FERRY TALKS\n\n{long}\n"
        "Harbour master Odo Tallow said the Tarn\n"
        "council would ask the county and the region to look into the\n"
        "state of the quay.\n"
        "Addressing people who had gathered to protest over\n"
        "Tarn’s tolls, Tallow claimed that the quay had\n"
        "not been mended."
    )
    assert whole_paragraphs(text).split("\n")[3:] == [
        "Harbour master Odo Tallow said the Tarn council would ask the county and the region to look into the state of "
        "the quay.",
        "Addressing people who had gathered to protest over Tarn’s tolls, Tallow claimed that the quay had not been "
        "mended.",
    ]


def test_a_label_below_a_sentence_stays_apart_among_whole_paragraphs() -> None:
    answer = "We carried more cars than ever on the ferry this spring, and the quay paid for itself, as you know well."
    question = "Thank you, Odo. Good morning. We will now take the questions that came in.\nspeaker"
    text = "\n".join(
        [question, answer, "The first one comes from the line of Jane Roe of the Harbour Bank.\nspeaker"] * 3
    )
    assert whole_paragraphs(text) == text


def test_a_quotation_that_was_broken_is_whole_again() -> None:
    text = "“I will put it together,” Mayor Lena Holt said.\n“I have made a firm\ncommitment to it.”\n"
    text += "The ferry sails in\nMay."
    assert whole_paragraphs(text).split("\n") == [
        "“I will put it together,” Mayor Lena Holt said.",
        "“I have made a firm commitment to it.”",
        "The ferry sails in",
        "May.",
    ]


def test_a_member_in_capitals_before_a_dash_opens_a_line() -> None:
    text = (
        "Minister, can you give an undertaking to provide an audit report on the\n"
        "procurement of these contracts and present it to the Assembly for our comments?\n"
        "Mr JAN ROE - Thank you, Mr Acting Speaker, I thank the Member for his good\n"
        "question, which is about chalk and pens and about who pays for both of them."
    )
    assert [line.partition(",")[0] for line in whole_paragraphs(text).split("\n")] == [
        "Minister",
        "Mr JAN ROE - Thank you",
    ]
