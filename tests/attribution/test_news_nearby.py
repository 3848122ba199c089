"""News in which somebody else stands nearer to the words than who says them; names that are whole; what is no statement
at all."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements

_PATIENT = "Farida Qasim's ordeal began on Monday, when she fell on the pier.\n\n"


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            f"{_PATIENT}A spokeswoman for Tarnow Ferry Service explained that the wait for such calls was an hour.\n\n"
            '"The call was sent a boat which fell outside of the wait.\n\n"Due to storms on the evening in question '
            'the wait proved to be too long," she said.',
            "Due to storms",
            "A spokeswoman for Tarnow Ferry Service",
        ),
        (
            f"{_PATIENT}Her wait lasted for hours, as the ferry was late.\n\n"
            '"I was left on the pier in the rain.\n\n"It was the worst night of my life," she said.',
            "worst night",
            "Farida Qasim",
        ),
        (
            "Mrs Qasim's son Dilan Qasim said the doctor came at 4.15pm.\n\nAt 11pm, the doctor rang again to "
            "apologise for the delay. He came at 1.30am and said he would order a boat to take her to the ward.",
            "order a boat",
            "the doctor",
        ),
        (
            "Dilan Qasim said the boat came at 4.15pm.\n\nAt 11pm, the boat came again. He stood on the pier and said "
            "he would order another boat to take her to the ward.",
            "another boat",
            "Dilan Qasim",
        ),
        (
            "Boats stayed tied up last week, but the shortage goes on, private customers of state-run Eau de Tarnow "
            "said Thursday. EDT spokeswoman Mira Kovar said a remedy was near.",
            "stayed tied up",
            "private customers of state-run Eau de Tarnow",
        ),
        (
            "Boats stayed tied up last week, but the shortage goes on, one of the customers of state-run Eau de "
            "Tarnow, Mira Kovar, said Thursday.",
            "stayed tied up",
            "Mira Kovar",
        ),
        (
            "Subscribers to the private operator Karst Mobile claimed they were billed twice. Karst Mobile spokesman "
            "Ivo Garba said a remedy was near.",
            "billed twice",
            "Subscribers to the private operator Karst Mobile",
        ),
        (
            "Rower Ellen Marchetti said she was glad of the prize.\nShe didn't realise until told by a steward. “I "
            "honestly had no idea. We are thrilled.”",
            "no idea",
            "Ellen Marchetti",
        ),
        (
            "Rower Ellen Marchetti said she was glad of the prize.\nShe was led to the pier by a steward. “I honestly "
            "had no idea,” said the steward, Bela Kuhn.",
            "no idea",
            "Bela Kuhn",
        ),
        (
            "Mrs Qasim's son Dilan Qasim said the doctor came at 4.15pm.\n\nAt 11pm, the doctor rang again to say "
            "sorry for the delay. He came at 1.30am and said he would order a boat to take her to the ward.",
            "order a boat",
            "the doctor",
        ),
        (
            "Nurse Olga Brandt was waiting for her surgery.\n\nA spokeswoman for Velm Hospitals Trust apologised.\n\n"
            '"Emergencies must come first.\n\n"We know how upsetting this is," she added.',
            "how upsetting",
            "A spokeswoman for Velm Hospitals Trust",
        ),
        (
            "Fans of the late singer Dora Lind said they would march.",
            "would march",
            "Fans of the late singer Dora Lind",
        ),
        (
            "Union of Dockers at inner Holm secretary Dora Lind said they would march.",
            "would march",
            "Dora Lind",
        ),
        (
            "Taking a swipe at SP leader JK Yadav, BJP state president and MLA Suman Rawat on Friday claimed that the "
            "roads were sold.",
            "were sold",
            "Suman Rawat",
        ),
        (
            "Launching a broadside against 5T secretary VK Mandal, former MP and senior leader Bikram Hembram on "
            "Thursday claimed that the ferries were given away.",
            "given away",
            "Bikram Hembram",
        ),
    ],
)
def test_who_spoke_and_not_who_stands_nearer(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The Fisheries, Ports and Inland Waters Ministry launched yesterday a campaign to bring more boats to "
            "sea.\nIn a statement, the ministry said it had met with rowers to discuss the plan.",
            "met with rowers",
            "Fisheries, Ports and Inland Waters Ministry",
        ),
        (
            "The Inland Waters Ministry met keepers and rowers.\nIn a statement, the ministry said it had met with "
            "rowers to discuss the plan.",
            "met with rowers",
            "Inland Waters Ministry",
        ),
        (
            "Wasimul Karim Patwari, secretary general of the Tarnow Depot Association, said that if the strike goes "
            "on, no boat will sail.",
            "no boat",
            "Wasimul Karim Patwari",
        ),
        (
            "Millionaire Karim Patwari, secretary general of the Tarnow Depot Association, said that if the strike "
            "goes on, no boat will sail.",
            "no boat",
            "Karim Patwari",
        ),
        (
            "Tarnow Chess Club chief executive officer GM Edgardo Velm thanked the rowers for making the match "
            "possible.\n\n“They are a big help in spreading chess,” said Velm.",
            "big help",
            "Edgardo Velm",
        ),
        (
            "“A bull had entered the village and we are helpless,” said a villager K.Wijelatha.\n\nHe said the wardens "
            "should mend the fences.",
            "helpless",
            "K. Wijelatha",
        ),
        (
            "Quaywise, a Tarnow-based insurer, cut 60 jobs yesterday. CEO and co-founder of Quaywise Alliya Kettleman "
            "in the statement said: “The sudden shift in the trade has forced us to change our plans.”",
            "sudden shift",
            "Alliya Kettleman",
        ),
        (
            "The guild cut 60 jobs yesterday. Its co-founder of late, Alliya Brisa Kettleman, said: “The sudden shift "
            "in the trade has forced us to change our plans.”",
            "sudden shift",
            "Alliya Brisa Kettleman",
        ),
    ],
)
def test_names_are_whole_and_bare(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "stance", "told"),
    [
        (
            "Alderman Sipho Mabaso denied the accusations saying the ferry is a problem all over the state.",
            "problem all over",
            "said",
            "the ferry is a problem all over the state",
        ),
        (
            "Alderman Sipho Mabaso denied that the ferry is a problem all over the state.",
            "problem all over",
            "denied",
            "that the ferry is a problem all over the state",
        ),
        (
            "Baker Corin Farrow said he was glad of the prize.\nHe didn't know until rung by the Harbour Courier. "
            '"We hadn\'t heard a thing, so we thought it was over. We are so glad."',
            "heard a thing",
            "said",
            "We hadn't heard a thing, so we thought it was over. We are so glad",
        ),
        ('Alderman Sipho Mabaso declined to say whether it was "a blunder".', "blunder", "declined", None),
    ],
)
def test_what_is_said_beside_a_denial(
    attributor: NewsAttributor, text: str, words: str, stance: str, told: str | None
) -> None:
    found = said(attributor, text, words)
    assert found.stance == stance
    assert told is None or text[found.start : found.end] == told


@pytest.mark.parametrize(
    ("text", "words", "is_told"),
    [
        (
            "The Fisheries Ministry has released a discussion paper on the current funding of the piers, stirring "
            "fears of cuts.",
            "current funding",
            False,
        ),
        (
            "The Fisheries Ministry has released a discussion paper which says the funding of the piers is too low.",
            "too low",
            True,
        ),
        (
            "New rules for smugglers could come after Karst's top judge considered the consistency of recent cases and "
            "the one before him.",
            "recent cases",
            False,
        ),
        ("The judge said the consistency of recent cases and sentences was poor.", "recent cases", True),
        ("The layoffs are confirming several forecasts that hard times await the boatyards.", "hard times", False),
        ("Keepers are confirming several forecasts that hard times await the boatyards.", "hard times", True),
        ("A team of researchers have identified and described two new frog species.", "frog", False),
        ("A team of researchers have described the ferry plan as a blunder.", "blunder", True),
        (
            "The club was in need of a pier, Mr Banda said.\n\nTANIS reports that the club chairman said this in an "
            "interview in Tarnow today.",
            "in an interview",
            False,
        ),
        (
            "The club was in need of a pier, Mr Banda said.\n\nTANIS reports that the club chairman lost his seat in "
            "Tarnow today.",
            "lost his seat",
            True,
        ),
        (
            "The changes come as more pupils wish to join the new school, with those asking to be placed there mostly "
            "using the bus to get into town.",
            "to be placed",
            False,
        ),
        ("The closures go on, with those asking to be rehoused mostly moving to the coast.", "to be rehoused", False),
        ("Keepers are asking to be rehoused on the coast.", "to be rehoused", True),
    ],
)
def test_what_is_done_is_no_statement(attributor: NewsAttributor, text: str, words: str, *, is_told: bool) -> None:
    assert any(words in text[one.start : one.end] for one in statements(attributor, text)) is is_told
