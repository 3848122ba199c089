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
