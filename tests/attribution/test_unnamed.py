"""Officials who are not to be named stay unnamed, and who or what a title is about does not speak."""

from __future__ import annotations

import pytest

from index.attribution.transcripts.people import scan_people
from index.attribution.transcripts.turns import find_turns

CALL = """\
MODERATOR: Good morning, and thank you for joining. Let me turn it over.

SENIOR HARBOUR OFFICIAL: Thank you. The ship left on Monday, and the crew is well.

Q: Hi, this is Tess from the Courier. When will they be home?

SENIOR HARBOUR OFFICIAL: By the end of the week, we believe.

SENIOR NAVAL OFFICIAL: I would add that two cutters go with them.

Q: Thank you both. Who pays?

SENIOR HARBOUR OFFICIAL: The port does.

MODERATOR: That concludes our call.
"""


@pytest.mark.parametrize(
    "title",
    [
        "Background Call by Senior Harbour and Naval Officials on the Return of Private Oram from the Skerries",
        "Background Press Call on Harbour Administration Travel to Karst",
        "Background Press Call on the Humanitarian Assistance Airdrop into the Skerries",
        "Call Regarding Captain Jana Pohl",
        None,
    ],
)
def test_an_official_on_background_has_no_name(title: str | None) -> None:
    speakers = {turn.speaker for turn in find_turns(CALL, title) if not turn.is_question}
    assert speakers == {"Moderator", "Senior Harbour Official", "Senior Naval Official"}


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Remarks by President Brandt Urging the Council to Pass the Emergency Harbour Safety Act", "THE PRESIDENT"),
        ("Remarks by President Brandt on the Passing of President Tomas Vane", "THE PRESIDENT"),
        ("Remarks by President Brandt Honoring the John Roe Voting Rights Act", "THE PRESIDENT"),
        ("Statement on the Death of Mayor Ada Lund by President Brandt", "THE PRESIDENT"),
    ],
)
def test_the_office_is_who_speaks_and_not_what_is_spoken_of(title: str, label: str) -> None:
    text = f"{label}: Thank you all for coming.\n\nQ: Why now?\n\n{label}: Because winter comes.\n\nQ: And then?\n\n"
    turns = find_turns(text + f"{label}: Then spring.\n", title)
    assert {turn.speaker for turn in turns if not turn.is_question} == {"Brandt"}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Remarks by Senator Jude Law", ["Jude Law"]),
        ("On-the-Record Press Call by Admiral Jana Pohl on Ferries", ["Jana Pohl"]),
        ("Briefing by Spokesperson Xi Manning", ["Xi Manning"]),
    ],
)
def test_names_that_look_like_other_words_stay(title: str, names: list[str]) -> None:
    assert [person.name for person in scan_people(title)] == names


DOORSTOP = """\
SENATOR THE HON PENNY LUND, MINISTER FOR FOREIGN AFFAIRS: Thanks for coming. A word about the islands.

JOURNALIST: Minister, is the pact at risk?

{label}: No. It is stronger than before.

JOURNALIST: And the cables?

RICHARD VANE, DEPUTY PRIME MINISTER: We lay them in spring.

JOURNALIST: Who pays?

{label}: We do.
"""


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("FOREIGN MINISTER", "Penny Lund"),
        ("DEPUTY PRIME MINISTER", "Richard Vane"),
        ("PRIME MINISTER", "Prime Minister"),
        ("DEFENCE MINISTER", "Defence Minister"),
    ],
)
def test_an_office_is_not_another_one_that_sounds_alike(label: str, speaker: str) -> None:
    turns = find_turns(DOORSTOP.format(label=label))
    (first, *_) = [turn for turn in turns if turn.mark.startswith(f"{label}:")]
    assert first.speaker == speaker


def test_who_asks_for_an_outlet_is_not_the_spokesperson() -> None:
    answer = "Shri Arun Vane, Official Spokesperson: {}\n\n"
    text = (
        answer.format("Good afternoon friends. Let us take questions.")
        + "Sid, WION: Sir, on the visit of the minister, can you give details?\n\n"
        + answer.format("I have no announcement to make.")
        + "Kallol, The Island: What of the sailors?\n\n"
        + answer.format("Our mission is in touch.")
    )
    turns = find_turns(text)
    said = [text[slice(*span)] for turn in turns if turn.speaker == "Arun Vane" for span in turn.spans]
    assert said == ["Good afternoon friends. Let us take questions.", "I have no announcement to make.",
                    "Our mission is in touch."]  # fmt: skip


def test_a_sentence_at_the_head_gives_the_opening_to_who_gave_it() -> None:
    text = (
        "Prime Minister Boris Vane gave a statement at the flood briefing.\n\n"
        "Good evening and thank you for joining us. I want to tell you where we are tonight with the water.\n\n"
        "Prime Minister: I take the first question. Beth?\n\nBeth Roe (Sky News): Have you failed?\n\n"
        "Prime Minister: No, Beth.\n\nBeth Roe (Sky News): And the schools?\n\nPrime Minister: They open on Monday.\n"
    )
    first = find_turns(text)[0]
    assert (first.speaker, first.mark) == ("Boris Vane", "")
