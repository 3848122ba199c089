"""News of courts, sports pages and features: who was just introduced, who replies, what stands below a heading."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


MATCH = (
    "Halden Rovers manager Stuart Keane labelled the penalty “a joke”.\n\nOpposite number Marco Lindt disagreed.\n\n"
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (MATCH + "“It was a clear penalty,” said the Italian.", "clear penalty", "Marco Lindt"),
        (
            "Jens Aske saw it. Mira Solheim, who lives next door, slept. “I woke,” the 32-year-old nurse recalls.",
            "I woke",
            "Mira Solheim",
        ),
        (
            "Stuart Keane met Marco Lindt.\n\n“It was a clear penalty,” said the Italian.",
            "clear penalty",
            "the Italian",
        ),
        (
            "PC Tom Dell told the court he had seen the car. PCSO Jane Kerr said she had not seen it.",
            "she had not",
            "Jane Kerr",
        ),
        (
            "Rodel Santos signed it. “Without reading?” Senator Grace Villar asked him.\n\n“No, your honour,” came "
            "the reply.",
            "your honour",
            None,
        ),
        (
            "The mayor, Hélène Carré, resigned after a newspaper published messages in which she called councillors "
            "“dead wood”.",
            "dead wood",
            "Hélène Carré",
        ),
        (
            "Arjun Velde spoke. Asked about Lata Menn’s remark that he was late, he said: “These things happen.”",
            "things happen",
            "Arjun Velde",
        ),
        ("Det Con Lee Hobb said: “This was a shocking crime.”", "shocking crime", "Lee Hobb"),
        ("T/DCI Mark Vine said: “This was a shocking crime.”", "shocking crime", "Mark Vine"),
        ("DC Comics said the film was late.", "was late", "DC Comics"),
        (
            "A doctor was struck off.\n\nDr Henrik Sund, 58, told patients that his drops would “melt tumours”, a "
            "tribunal heard.",
            "melt tumours",
            "Henrik Sund",
        ),
        (
            "Bishop Thomas Amble said it was wrong. Minister Greta Holm said it was right.\n\nIn a sermon the bishop "
            "told worshippers: “Christ was a refugee.”",
            "was a refugee",
            "Thomas Amble",
        ),
        (
            "Tarn boss Rui Costa Silva said so. Referee Hanne Vold left.\n\nCosta Silva said: “Next question.”",
            "Next question",
            "Rui Costa Silva",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Its spokesman, a cheerful man called Per Dale, said the light was old.", "light was old", "spokesman"),
        (
            "The Minister of Labour, Chief Emeka Oduya, said the strike was over.",
            "strike was over",
            "Minister of Labour",
        ),
        (
            "Union Shipping Minister Arjun Velde met us. Velde, a four-time MP, said the bill was ready.",
            "bill was ready",
            "Union Shipping Minister",
        ),
        ("Acting Det Ch Supt Mary Fenn said the inquiry went on.", "inquiry went on", "Acting Det Ch Supt"),
    ],
)
def test_the_role_is_the_office(attributor: NewsAttributor, text: str, words: str, role: str) -> None:
    assert said(attributor, text, words).role == role


@pytest.mark.parametrize(
    "text",
    [
        "Fact check: Did the mayor really promise free ferries?\n\nThe ferries cost two crowns.",
        "Why now?\n\nReservoirs are at 34%, the lowest level since records began, according to the Water Directorate.",
    ],
)
def test_a_heading_says_nothing(attributor: NewsAttributor, text: str) -> None:
    head = text.index("\n")
    assert all(one.start > head for one in attributor.attribute_many([(text, None)])[0])


def test_words_below_a_colon_are_whose_name_stands_above(attributor: NewsAttributor) -> None:
    text = (
        "The columnist Hugh Hewlett saw the film.\n\nHewlett writes:\n\nThe film mentions neither of the two by name."
    )
    assert said(attributor, text, "neither of the two").speaker == "Hugh Hewlett"
