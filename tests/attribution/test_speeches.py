from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution.transcripts.speeches import find_speech, speaker_of_heading, speeches_below
from index.attribution.transcripts.turns import find_turns

BODY = """Good morning. We have seen terrible scenes in the harbour, and our thoughts are with all who lost someone.

Today we will look at what more we can do for our partners in the south. (Applause.)

I look forward to hearing from the minister. With that, I am ready for your questions."""


@pytest.mark.parametrize(
    ("heading", "name", "role"),
    [
        (
            "Doorstep statement by NATO Secretary General Marta Elvberg ahead of the meeting",
            "Marta Elvberg",
            "NATO Secretary General",
        ),
        ("Remarks by President Halvorsen on Ports", "Halvorsen", "President"),
        ("Remarks by High Commissioner/Vice-Chair Runa Velde on arrival", "Runa Velde", "High Commissioner/Vice-Chair"),
        ("Audio & Rush Transcript: Governor Halvorsen Gives Late Flood Briefing", "Halvorsen", "Governor"),
        ("Speech by Prime Minister Ada Okoro at the harbour", "Ada Okoro", "Prime Minister"),
        ("Opening remarks by Marta Elvberg", "Marta Elvberg", ""),
        ("Address to the Nation by President Tor Halvorsen", "Tor Halvorsen", "President"),
        ("Full text: President Okoro's address to the nation", "Okoro", "President"),
        ("Statement from Press Secretary Jo Pell", "Jo Pell", "Press Secretary"),
        ("Jane Roe: Speech to the conference", "Jane Roe", ""),
        ("11 April 2009 - Harbour Council - Stakeout by Mr. Ben Lund, Envoy of Karst", "Ben Lund", "Envoy of Karst"),
        ("REMARKS BY THE PRESIDENT AT THE HARBOR", "President", "President"),
        ("Transcript: Ben Lund media briefing", "Ben Lund", ""),
        ("Transcript: Mayor Storval media briefing", "Storval", "Mayor"),
        ("Noon Briefing by the Spokesperson for the Mayor", "Spokesperson", "Spokesperson"),
        ("Harbour Forum: Press remarks by Commissioner Storval upon arrival", "Storval", "Commissioner"),
        ("Harbour Forum: Remarks by the VP Storval", "Storval", "Vice President"),
        ("Post-session press conference by Secretary General Ida Kolm", "Ida Kolm", "Secretary General"),
        ("Remarks by the Secretary for Ports, Mr Ben Lund, at a media session", "Ben Lund", "Secretary for Ports"),
        ("Remarks by the Secretary for Harbour Day at the quay", "Secretary", "Secretary"),
        ("Remarks of Senator Ben Lund – As prepared for delivery", "Ben Lund", "Senator"),
        ("Secretary-General’s remarks to the Council", "Secretary-General", "Secretary-General"),
        ("HBA Director General's Opening Statement to the Board", "HBA Director General", "HBA Director General"),
    ],
)
def test_a_heading_gives_the_words_to_its_speaker(heading: str, name: str, role: str) -> None:
    person = speaker_of_heading(heading)
    assert person is not None
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by President Halvorsen and Prime Minister Ada Okoro",
        "Roe’s speech in the harbour draws crowds",
        "Port closes after talks fail",
        "Statement of condolence from the mayor",
        "Full press conference: Davel County officials on the barns",
        "Transcript: Harbour Chiefs’ Debate in Davel",
        "Transcript: Pre-Session Storval media briefing",
        "Harbour Council: Press remarks draw crowds",
        "Noon Briefing by the Office of the Spokesperson for the Mayor",
        "",
    ],
)
def test_a_heading_of_news_or_of_two_speakers_gives_them_to_none(heading: str) -> None:
    assert speaker_of_heading(heading) is None


def words(text: str, title: str | None = None) -> tuple[str | None, str] | None:
    turn = find_speech(text, title)
    return turn and (turn.speaker, " ".join(text[a:b] for a, b in turn.spans))


SPOKEN = " ".join(BODY.replace(" (Applause.)", "").split())


def test_a_speech_is_its_speakers_without_heading_place_and_notes() -> None:
    text = (
        f"Remarks by President Tor Halvorsen\n\nEast Room\n\n1:06 P.M. EDT\n\n(As delivered)\n\n{BODY}\n\n1:20 P.M. EDT"
    )
    assert words(text) == ("Tor Halvorsen", SPOKEN)
    turn = find_speech(text)
    assert turn is not None
    assert (turn.role, turn.mark, turn.resolved) == ("President", "Remarks by President Tor Halvorsen", True)


def test_the_words_begin_below_the_line_that_says_so() -> None:
    told = "Earlier today Governor Tor Halvorsen spoke of the flood. He named two dykes that will be raised."
    text = f"{told}\n\nA rush transcript of the Governor's call is available below:\n\n{BODY}"
    assert words(text, "Rush Transcript: Governor Halvorsen Gives Flood Briefing") == ("Tor Halvorsen", SPOKEN)


def test_the_title_names_the_speaker() -> None:
    title = "Doorstep statement by NATO Secretary General Marta Elvberg"
    assert words(f"(As delivered)\n\n{BODY}", title) == ("Marta Elvberg", SPOKEN)


def test_a_heading_over_two_lines() -> None:
    text = f"Doorstep statement\nby NATO Secretary General Marta Elvberg at the meeting\n\n06 Apr. 2022\n\n{BODY}"
    assert words(text) == ("Marta Elvberg", SPOKEN)


def test_a_heading_that_goes_on_below_the_title() -> None:
    below = f"by Mayor Marta Elvberg ahead of the fair in Karst\n\n(As delivered)\n\n{BODY}"
    assert words(below, "Pre-fair press conference") == ("Marta Elvberg", SPOKEN)


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        ("Hello, I’m Marta Elvberg, a Spokesperson for the Harbour Board. Thank you for coming.", "Marta Elvberg"),
        ("Hello, I’m Marta Elvberg, a reader of many years. Thank you for coming.", None),
        ("He said: I’m Marta Elvberg, a spokesperson for the board. Thank you for coming.", None),
    ],
)
def test_a_spokesperson_who_presents_herself(first: str, speaker: str | None) -> None:
    found = find_speech(f"Here is the whole briefing as we received it.\n{first}\n{BODY}", "Today's update")
    assert (found and found.speaker) == speaker
    if found:
        assert found.role == "Spokesperson for the Harbour Board"
        assert found.start == len("Here is the whole briefing as we received it.\n")


def test_a_role_alone_is_kept_and_marked() -> None:
    turn = find_speech(BODY, "Statement by the President on Ports")
    assert turn is not None
    assert (turn.speaker, turn.resolved) == ("President", False)


NEWS = """HARBOUR TOWN — The mayor will close the port, she said on Tuesday.

“We will close it,” Roe said. “I am sorry that we could not do more for the people who work in it,” she added.

Roe said that she had no choice. Her statement came after weeks of talks with the union, which we reported first."""


@pytest.mark.parametrize(
    "above",
    [
        "Halden, May 3 -- Mayor Marta Elvberg delivered the following opening statement at a hearing on weirs:",
        "“Check against delivery”",
        "As prepared for delivery:",
    ],
)
def test_the_words_begin_below_the_line_that_tells_of_them(above: str) -> None:
    said = words(f"{above}\n\n{BODY}", "Opening Statement by Mayor Marta Elvberg")
    assert said is not None and said[1].startswith("Good morning.")


def test_a_statement_that_is_told_of_in_the_speech_is_part_of_it() -> None:
    said = words(f"We read the following with sorrow:\n\n{BODY}", "Opening Statement by Mayor Marta Elvberg")
    assert said is not None and said[1].startswith("We read the following")


@pytest.mark.parametrize("title", ["Statement by Mayor Jane Roe shocks port workers", "Speech by Jane Roe", None])
def test_news_about_a_speech_is_none(title: str | None) -> None:
    assert find_speech(NEWS, title) is None


def test_prose_without_a_heading_is_none() -> None:
    assert find_speech(BODY, "Why the harbour matters") is None
    assert find_speech(f"By Jane Roe\n\n{BODY}", "Why the harbour matters") is None


def test_a_few_words_are_none() -> None:
    assert find_speech("Thank you all. I am glad.", "Remarks by Jane Roe") is None


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=200),
    st.none() | st.sampled_from(["Remarks by Jane Roe", "Speech: Jane Roe"]) | st.text(max_size=80),
)
def test_any_text_is_read(text: str, title: str | None) -> None:
    for body in (text, f"{text}\n\n{BODY}", f"{BODY}\n{text}"):
        turn = find_speech(body, title)
        if turn:
            at = turn.start
            for a, b in turn.spans:
                assert at <= a < b <= turn.end <= len(body)
                at = b
            assert body[slice(*turn.mark_span)] == turn.mark


@pytest.mark.parametrize("office", ["Office of the Spokesperson", "Spokesperson"])
def test_the_sentence_below_names_whom_the_title_does_not(office: str) -> None:
    told = (
        "The following is a near-verbatim transcript of today’s noon briefing by Ida Kolm, Spokesperson for the Mayor."
    )
    assert words(f"{told}\n\n{BODY}", f"Daily Press Briefing by the {office} for the Mayor") == ("Ida Kolm", SPOKEN)


def test_what_follows_an_unmarked_question_at_a_press_conference_is_nobody_s() -> None:
    asked = "Minister, will you open the quay before the winter?\n\nWe will open it in May, and not a day before."
    found = find_speech(f"{BODY}\n\n{asked}", "Press conference by Minister Marta Elvberg")
    assert found is not None
    assert f"{BODY}\n\n{asked}"[slice(*found.spans[-1])].endswith("ready for your questions.")
    assert find_speech(asked + " " + BODY, "Press conference by Minister Marta Elvberg") is None
    whole = find_speech(f"{BODY}\n\n{asked}", "Speech by Minister Marta Elvberg")
    assert whole is not None and whole.end == len(f"{BODY}\n\n{asked}")


def test_the_one_of_two_who_greets_the_other_speaks() -> None:
    title = "Joint press conference with League Secretary General Jan Lund and the Mayor of Karst, Marta Elvberg"
    thanks = "Thank you so much for your leadership, and for what you do for our shared harbours and for all of us."
    by_name = find_speech(f"Mayor Elvberg,\nDear Marta,\n\n{thanks}\n\n{BODY}", title)
    by_office = find_speech(f"Secretary General,\n\n{thanks}\n\n{BODY}", title)
    assert by_name is not None and (by_name.speaker, by_name.role) == ("Jan Lund", "League Secretary General")
    assert by_office is not None and by_office.speaker == "Marta Elvberg"
    assert find_speech(f"{thanks}\n\n{BODY}", title) is None
    in_turns = f"Jan Lund\n{BODY}\n\nMarta Elvberg\nThank you, Secretary General. I will show you the figures."
    assert find_speech(f"Mayor Elvberg,\n\n{in_turns}", title) is None
    assert find_speech(f"Minister Elvberg, {thanks}\n\n{BODY}", "Remarks by Minister Marta Elvberg") is None


def test_a_name_that_stands_family_first_is_called_by_its_last_part() -> None:
    text = (
        "PM Nguyễn Vân Lộc was in Karst on June 24.\n\nAt the meeting, PM Lộc delivered a speech which reads:\n\n"
        f"Ladies and gentlemen,\n\n{BODY}"
    )
    found = find_speech(text, "Leaders meet in Karst")
    assert found is not None and (found.speaker, found.role) == ("Nguyễn Vân Lộc", "Prime Minister")


CHIEF = """The video is below.

Last evening I became aware of the arrest of Mr. Jarvis and of the video that a passer-by made of it.
I looked at the video and spoke with the officer. According to that officer, we had a call about his behaviour.
With that said, we will look further into the matter. If we find that the officer broke our rules, we will act.

Chief Mara Dunne"""
LETTER = """Dear members of the board,

I have sailed out of this port for thirty years, and I have never seen the breakwater in such a state. We were promised
repairs in the spring, and my crew still waits for them.

I ask you to close the outer basin before somebody drowns.

Yours sincerely,
Oskar Lindqvar
Chairman of the Fishermen’s Union"""


@pytest.mark.parametrize(
    ("title", "text", "speaker", "role", "last"),
    [
        (
            "Halden Police Chief Mara Dunne issues statement on the arrest of Leo Jarvis",
            CHIEF,
            "Mara Dunne",
            "Halden Police Chief",
            "we will act.",
        ),
        ("Open letter to the port authority", LETTER, "Oskar Lindqvar", "Chairman of the Fishermen’s Union", "drowns."),
    ],
)
def test_what_is_signed_is_said_by_who_signs(title: str, text: str, speaker: str, role: str, last: str) -> None:
    turn = find_speech(text, title)
    assert turn is not None and (turn.speaker, turn.role) == (speaker, role)
    assert text[turn.start : turn.end].endswith(last)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Port closed for repairs", LETTER),  # nothing says what it is
        ("Statement by the port", CHIEF.replace("I ", "she ").replace("we ", "they ").replace("our ", "their ")),
        ("Open letter to the port authority", LETTER.rpartition("Yours")[0]),
    ],
)
def test_what_is_not_signed_or_not_spoken_is_nobody_s(title: str, text: str) -> None:
    assert find_speech(text, title) is None


@pytest.mark.parametrize("label", [">> ", "NORA FALK: ", "Mayor Nora Falk: ", "Moderator: "])
def test_a_speech_ends_where_somebody_else_has_a_label(label: str) -> None:
    said = words(f"{BODY}\n\n{label}And I, my friends, will be as brief as I can.", "Remarks by Mayor Marta Elvberg")
    assert said is not None and said[1].endswith("I am ready for your questions.")


@pytest.mark.parametrize(
    "line", ["Mayor Marta Elvberg: I say again that we will rebuild.", "One thing: we will rebuild."]
)
def test_a_speech_goes_on_over_its_speakers_own_label_and_over_a_colon(line: str) -> None:
    said = words(f"{BODY}\n\n{line}", "Remarks by Mayor Marta Elvberg")
    assert said is not None and said[1].endswith("we will rebuild.")


def test_a_chair_speaks_on_over_her_own_office() -> None:
    said = words(f"{BODY}\n\nChair: I say again that we will rebuild.", "Opening statement by Chair Marta Elvberg")
    assert said is not None and said[1].endswith("we will rebuild.")


def test_a_speech_with_headings_is_a_speech() -> None:
    said = words(f"{BODY}\n\nOn the quay\n\nWe will close it in May, my friends.", "Remarks by Mayor Marta Elvberg")
    assert said is not None and said[1].startswith("Good morning.")
    assert find_turns(f"{BODY}\n\nOn the quay\n\nWe will close it in May.", "Remarks by Mayor Marta Elvberg") == ()


DUES = """Ladies and gentlemen, allow me to welcome you to our press conference. By our books we have decided
to leave the dues of the harbour where they are.

We are watchful, and we are now at your disposal for questions.

My first question is on the weir. You said in May that dues would fall.

I said that I hoped for it."""


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        (
            "Jean-Luc Trembly, President of the HHB, Ida Kolm, Vice President of the HHB, Halden, 2 May 2031",
            "Jean-Luc Trembly",
        ),
        ("Ida Kolm, Governor of the HHB, Halden, 2 May 2031", "Ida Kolm"),
        ("Ida Kolm, Governor of the HHB, Ben Lund, Mayor of Halden, 2 May 2031", None),
        ("Press conference\nIda Kolm, President of the HHB,\nTor Falk, Vice-President of the HHB\nHalden", "Ida Kolm"),
        ("Press conference\nIda Kolm, President of the HHB,\nTor Falk, Mayor of Halden\nHalden", None),
        ("Press conference\nIda Kolm, Editor at the Karst Courier,\nHalden", None),
        ("Halden, 2 May 2031", None),
    ],
)
def test_the_line_below_names_whom_a_kind_of_words_does_not(first: str, speaker: str | None) -> None:
    said = words(f"{first}\n\n{DUES}", "Introductory statement with Q&A")
    assert (said and said[0]) == speaker
    assert said is None or said[1].endswith("for questions.")


@pytest.mark.parametrize(
    ("title", "below", "speaker"),
    [
        ("Governor Alma Reyes-Toft", "State of the Coast Address", "Alma Reyes-Toft"),
        ("Governor Alma Reyes-Toft", "Remarks at the Lock", "Alma Reyes-Toft"),
        ("State of the Coast Address", "Governor Alma Reyes-Toft", "Alma Reyes-Toft"),
        ("Governor Alma Reyes-Toft", "The wall holds", None),
        ("Governor Alma Reyes-Toft speaks", "State of the Coast Address", None),
    ],
)
def test_a_name_over_a_kind_of_words_says_whose_they_are(title: str, below: str, speaker: str | None) -> None:
    said = words(f"{below}\n12 January 2031\n\nMembers of the assembly, and my fellow coasters:\n\n{BODY}", title)
    assert (said and said[0]) == speaker


def test_arrows_of_captions_end_a_speech_also_inside_a_line() -> None:
    captions = "we are here to talk about the storm and i thank our crews who are out there for all of us " * 2
    said = words(
        f"{captions}>> governor, and the schools >> they open on monday", "Governor Falk's remarks on the storm"
    )
    assert said is not None
    assert said[1].endswith("for all of us")


def test_a_link_that_lost_its_break_stands_before_the_first_words() -> None:
    head = "Press conference\nIda Kolm, President of the HHB,\nTor Falk, Vice-President of the HHB\n2 May 2031\n"
    said = words(f"{head}Skip to the questions of the pressGood afternoon, everybody. {DUES}", "- STATEMENT ON DUES")
    assert said is not None
    assert said[0] == "Ida Kolm"
    assert said[1].startswith("Good afternoon, everybody.")


@pytest.mark.parametrize(
    ("heading", "first", "who"),
    [
        ("Nora Falk addresses the floods", "The mayor spoke of the pumps and told of the steps to come.", None),
        ("Karst Point officials address floods", "Good evening, everybody. The pumps have run all day.", None),
        # In her own words.
        ("Nora Falk addresses the floods", "Good evening, everybody. The pumps have run all day.", "Nora Falk"),
        ("Nora Falk addresses the floods", "The pumps have run all day, and I thank the crews.", "Nora Falk"),
        ("Mayor Nora Falk", "The pumps have run all day in the lower town.", "Nora Falk"),
    ],
)
def test_what_a_page_tells_below_the_headline_of_a_press_conference_is_no_speech(
    heading: str, first: str, who: str | None
) -> None:
    rest = "Now we are going to go on with the work, and we will open the sluices as soon as our crews are through."
    turn = find_speech(f"{first}\n\n{rest}", f"Full press conference: {heading}")
    assert (turn and turn.speaker) == who


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Earlier today, Governor Nora Leigh updated the towns on the storm.", "Nora Leigh"),
        ("Governor Nora Leigh and Governor Ida Kolm met today.", None),
        ("Mayor Nora Leigh updated the towns on the storm.", None),
    ],
)
def test_an_office_whose_remarks_stand_below_is_who_holds_it_above(lead: str, speaker: str | None) -> None:
    text = f"{lead}\n\nA rush transcript of the Governor’s remarks is available below:\n\n{BODY}"
    found = words(text, "Storm update for the towns")
    assert (found[0] if found else None) == speaker


@pytest.mark.parametrize(
    ("title", "top", "speaker", "role"),
    [
        (
            "Briefing notes on Karst",
            "Spokesperson for the High Warden of Harbours: Nora Leigh\nLocation: Halden\nDate: 1 March 2031",
            "Nora Leigh",
            "Spokesperson for the High Warden of Harbours",
        ),
        (
            "Karst: thousands leave",
            "This is a summary of what was said by HRA spokesperson Otto Brack – to whom quoted text may be attributed"
            " – at today’s press briefing in Halden.",
            "Otto Brack",
            "HRA spokesperson",
        ),
        (
            "HBA Director General's Introductory Statement to the Board",
            "Halden\n\nPeter Mario Brack\n\n(As prepared for delivery)",
            "Peter Mario Brack",
            "HBA Director General",
        ),
        ("HBA Director General's Introductory Statement to the Board", "Halden", "HBA Director General", None),
    ],
)
def test_a_line_above_the_words_names_who_says_them(title: str, top: str, speaker: str, role: str | None) -> None:
    turn = find_speech(f"{top}\n\n{BODY}", title)
    assert turn is not None
    assert (turn.speaker, turn.role) == (speaker, role or speaker)


def test_a_statement_that_stands_in_quotation_marks_from_end_to_end_is_its_makers() -> None:
    said = [f"“{line}" for line in BODY.split("\n\n")]
    title = "Statement from Chief Constable Nora Leigh after the verdict"
    whole = find_speech("\n\n".join(said) + "”", title)
    assert whole is not None and whole.speaker == "Nora Leigh"
    assert find_speech(f"{said[0]}”\n\nThe chief constable met the families and the town was quiet.", title) is None


@pytest.mark.parametrize(
    ("below", "speakers"),
    [
        (
            "Remarks by Prime Minister Okoro\n\nThank you, President Halvorsen, for your time.",
            ["Tor Halvorsen", "Ada Okoro"],
        ),
        # his own part, and headings of a page under which nobody speaks
        ("Remarks by President Halvorsen\n\nThank you for your time, all of you.", ["Tor Halvorsen"]),
        ("Speech by Prime Minister Okoro at the harbour\n\nRead more", ["Tor Halvorsen"]),
        ("On the remarks by Prime Minister Okoro we agree, as you know.", ["Tor Halvorsen"]),
    ],
)
def test_a_second_heading_begins_what_another_says(below: str, speakers: list[str]) -> None:
    head = "Notes of the meeting of President Tor Halvorsen and Prime Minister Ada Okoro in Karst"
    text = f"{head}\n\nRemarks by President Halvorsen\n\n{BODY}\n\n{below}"
    first = find_speech(text)
    assert first is not None
    turns = [first, *speeches_below(text, None, first)]
    assert [turn.speaker for turn in turns] == speakers
    assert ("for your time" in text[slice(*turns[-1].spans[-1])]) == ("for your time" in below)
    assert all(one.end <= other.mark_span[0] for one, other in pairwise(turns))
