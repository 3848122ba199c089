"""Every form of marks and headings by its examples, and whole layouts with what must be read from them.

A file of `layouts` holds an optional title, a text and who says what in it, parted by lines of four hyphens; "-" is
nobody by name.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.attribution.transcripts.form import Form
from index.attribution.transcripts.forms import FORMS
from index.attribution.transcripts.headings import HEADINGS, Heading, speaker_of_heading, speaker_of_sentence
from index.attribution.transcripts.mark import read_mark
from index.attribution.transcripts.people import scan_people
from index.attribution.transcripts.turns import find_turns

LAYOUTS = Path(__file__).parent / "layouts"


def layout(path: Path) -> tuple[str | None, str, list[str]]:
    """(title, text, expected rows) of a layout file."""
    head, text, rows = path.read_text(encoding="utf-8").split("----\n")
    title = head.removeprefix("title: ").strip() or None
    return title, text.strip("\n"), rows.splitlines()


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_layout_is_read_as_it_says(path: Path) -> None:
    title, text, expected = layout(path)
    found = [
        f"{turn.speaker or '-'} | {' '.join(' '.join(text[a:b].split()) for a, b in turn.spans)}"
        for turn in find_turns(text, title)
    ]
    assert found == expected


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_has_examples_and_a_layout(form: Form) -> None:
    assert (LAYOUTS / f"{form.name.replace(' ', '-').replace(chr(39), '')}.txt").is_file()
    for example in form.examples:
        mark = read_mark(example, 0, len(example.split("\n")[0]))
        assert mark is not None, example
        assert mark.timed == form.timed or form.name != "name with time"
        assert example[mark.end :].strip() in ("", "It will.", "Will it open?", "Next.", '"It will."')


@pytest.mark.parametrize("heading", HEADINGS, ids=lambda heading: heading.name)
def test_every_heading_names_its_speaker(heading: Heading) -> None:
    for example in heading.examples:
        person = (speaker_of_sentence if heading.in_text else speaker_of_heading)(example)
        assert person is not None, example
        assert person.name in ("Jane Roe", "Roe", "President"), example


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Press Briefing by Secretary of Health and Human Services Carla Brandt", "MS. BRANDT", "Carla Brandt"),
        ("Press Briefing by Board of Economic Advisers Member Ivo Brandt", "MR. BRANDT", "Ivo Brandt"),
        ("Press Call by NSC Coordinator for Strategic Communications John Brandt", "MR. BRANDT", "John Brandt"),
        ("Press Call by Coordinator for Operation Harbour Welcome Jack Brandt", "MR. BRANDT", "Jack Brandt"),
        ("Remarks by APNSA Jake Brandt in Press Conference", "MR. BRANDT", "Jake Brandt"),
        ("Press Gaggle by Deputy Press Secretary Lou Brandt En Route Karst", "MS. BRANDT", "Lou Brandt"),
        ("Remarks by H.E. Moon Jae-su, President of Norvania, at Press Conference", "PRESIDENT MOON", "Moon Jae-su"),
        (
            "Remarks by Prime Minister Kishi Haruto of Norvania in Press Conference",
            "PRIME MINISTER KISHI",
            "Kishi Haruto",
        ),
        (
            "Special Envoy for the Northern Harbours Ambassador Ann Brandt Holds a Press Briefing",
            "AMB. BRANDT",
            "Ann Brandt",
        ),
        ("Briefing by Mayor Jan Roe and Deputy HRO for Water and New Markets Ann Brandt", "MS. BRANDT", "Ann Brandt"),
        ("Remarks by Special Envoy for Rivers and Lakes Zvonka Brandt and Jan Roe", "MS. BRANDT", "Zvonka Brandt"),
        ("Call by HRO Chief for Rivers and Floating Markets Zvonka Brandt", "MS. BRANDT", "Zvonka Brandt"),
        ("Remarks by Minister for Ports Zvonko Petrov and Zvonka Ula Brandt", "MS. BRANDT", "Zvonka Ula Brandt"),
        ("Remarks by President of France and Zvonka Ula Brandt", "MS. BRANDT", "Zvonka Ula Brandt"),
    ],
)
def test_a_label_is_completed_from_the_title_without_words_of_an_office(title: str, label: str, name: str) -> None:
    text = f"{label}:  Good day.\n\nQ    When?\n\n{label}:  In spring.\n\nQ    And?\n\n{label}:  That is all."
    assert {t.speaker for t in find_turns(text, title) if t.mark != "Q"} == {name}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Call by Deputy HRO for Water and Floating Markets Ann Brandt", "Deputy HRO for Water and Floating Markets"),
        ("Briefing by Deputy HRO for Water Ann Brandt", "Deputy HRO for Water"),
        ("Briefing by Deputy HRO Ann Brandt", "Deputy HRO"),
    ],
)
def test_an_office_by_its_initials_is_kept_whole(title: str, role: str) -> None:
    assert [(p.name, p.role) for p in scan_people(title)] == [("Ann Brandt", role)]


def test_a_body_by_its_place_and_initials_is_nobody() -> None:
    assert scan_people("Interview with the head of Karst HPC") == ()
    assert [p.name for p in scan_people("Interview with Nora FLK")] == ["Nora Flk"]


def test_a_voice_of_a_list_is_nobodys_office() -> None:
    text = (
        "SPEAKERS\nTina Stroud, Felix Amadi, Speaker 1\n\nTina Stroud  00:04\nWho pays?\n\nFelix Amadi  00:10\nWe do."
        "\n\nSpeaker 1  00:31\nHow much?\n\nFelix Amadi  00:33\nI pay half."
    )
    assert {t.role for t in find_turns(text)} == {None}
    assert {t.speaker for t in find_turns(text)} == {"Tina Stroud", "Felix Amadi", None}


def test_the_fuller_office_of_the_title_is_kept() -> None:
    text = (
        "SECRETARY GENERAL LUND:  Thank you.\n\nQ    When?\n\nSECRETARY GENERAL LUND:  Soon.\n\nQ    Where?\n\n"
        "SECRETARY GENERAL LUND:  Here."
    )
    turns = find_turns(text, "Remarks by NATO Secretary General Ona Lund")
    assert {t.role for t in turns if t.speaker} == {"NATO Secretary General"}


def test_a_name_is_found_in_the_text_within_a_sentence_only() -> None:
    text = (
        "LEMAR: It was in the report. Anna Brandt has it. Anna?\n\nBRANDT: It began at noon.\n\n"
        "LEMAR: Whom did he see, Hilda Clinton? Lemar here.\n\n"
        "BRANDT: He saw Hilda Clinton. Lemar, he said no more.\n\n"
        "LEMAR: Thank you, Anna Brandt. Is that all?\n\nBRANDT: That is all."
    )
    assert {t.speaker for t in find_turns(text, "The verdict")} == {"Lemar", "Anna Brandt"}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Interview with Marta Elvberg", "We sat down with Marta Elvberg and asked her about my harbour."),
        ("Remarks by Marta Elvberg and Ben Lund", "Good evening. I thank all of you for coming to the harbour today."),
        ("Press conference by Marta Elvberg", "Good evening. I now give the floor to my guest Marta Elvberg, please."),
        ("Press conference by Marta Elvberg", "The harbour was closed for three days while the divers searched it."),
    ],
)
def test_an_opening_that_may_be_somebody_elses_is_nobodys(title: str, head: str) -> None:
    text = (
        f"{head}\n\nQuestion: When?\n\nMarta Elvberg: In May.\n\nQuestion: Why?\n\nBen Lund: It is cold.\n\n"
        "Question: And then?\n\nMarta Elvberg: Then we go."
    )
    turns = find_turns(text, title)
    assert turns[0].mark == "Question:"


def test_the_first_answers_name_who_opens() -> None:
    text = (
        "Good morning, everyone. I have one note, and then I will take your questions.\n\n"
        "Question: When?\n\nBen Lund: In May.\n\nQuestion: Why?\n\nBen Lund: It is cold.\n\nModerator: Thank you."
    )
    assert [t.speaker for t in find_turns(text, "Harbour briefing")][:3] == ["Ben Lund", None, "Ben Lund"]


def test_the_work_grows_with_the_text() -> None:
    """Turns of a text twice as long are twice as many, found in a time in proportion (by lines looked at)."""
    part = "MS. ROE:  It opens in May, she said: so it is.\n\nQ    Why, Mr. Lund: is it late?\n\n"
    counts = [len(find_turns(part * n, "Press Briefing by Press Secretary Ida Roe")) for n in (20, 40, 80)]
    assert counts == [40, 80, 160]


@pytest.mark.parametrize(
    ("label", "name", "role"),
    [
        ("SEN. JANE ROE (D-OH), COMMERCE COMMITTEE:", "Jane Roe", "Senator"),
        ("SEN. JANE ROE, (R), OHIO:", "Jane Roe", "Senator"),
        ("SEN. JANE ROE \u00ae, OHIO:", "Jane Roe", "Senator"),
        (
            "LT. GEN. JANE ROE (RET.), FORMER COMMANDER OF COASTAL FORCES:",
            "Jane Roe",
            "Former Commander of Coastal Forces",
        ),
        ("FMR. VICE PRES. JANE ROE:", "Jane Roe", "Former Vice President"),
        ("NEW KARST DISTRICT ATTORNEY JANE ROE:", "Jane Roe", "New Karst District Attorney"),
        ("GOV. JANE DeROSA:", "Jane DeRosa", "Governor"),
        ("Jane Roe [Harbour Secretary General]:", "Jane Roe", "Harbour Secretary General"),
        ("SHRIMATI AMALA SEN:", "Amala Sen", None),
        ("JANE ROE/TV9:", None, None),
    ],
)
def test_a_label_gives_name_and_office(label: str, name: str | None, role: str | None) -> None:
    text = (
        f"HOLT: Good evening.\n\n{label} We will buy the ferry.\n\nHOLT: When?\n\n{label} In spring.\n\nHOLT: Thanks."
    )
    if label.istitle() or "[" in label:
        text = text.replace("HOLT:", "Ann Holt:")
    turn = find_turns(text, "Evening with Ann Holt")[1]
    assert (turn.speaker, turn.role) == (name, role)
