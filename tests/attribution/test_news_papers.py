"""Round-ups of quotations, benches, regions, labels of places and what befalls names in papers of many countries: who
says the words, in invented names."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements, who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_ROUND = (
    '"We were never going to lie down out there, not in front of our own people."\n\n'
    "Halden captain Marek Tollan was pleased with the spirit of his rowers.\n\n"
    '"The wind was cruel on the last mile and we still had something in our arms."\n\n'
    "Norwick cox Ida Brandel praised the crew around her.\n\n"
    '"I will sleep for a week and then I will look at the times again, all of them."\n\n'
    "A sore shoulder kept Tom Sundal out of the last race of the day.\n"
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("lie down", "Marek Tollan"), ("wind was cruel", "Ida Brandel"), ("sleep for a week", "Tom Sundal")],
)
def test_the_line_below_tells_whose_a_quotation_of_a_round_up_is(
    attributor: NewsAttributor, words: str, speaker: str
) -> None:
    text = "The regatta in quotes\n\nMay 4, 2019\n\n" + _ROUND
    assert who_says(attributor, text, words) == speaker
    found = said(attributor, text, words)
    assert text[slice(*found.mention_spans[0])].endswith(speaker)


@pytest.mark.parametrize(
    ("words", "speaker"), [("lie down", "Tom Aldane"), ("wind was cruel", "Marek Tollan"), ("sleep for", "Ida Brandel")]
)
def test_the_line_above_tells_it_in_a_story_that_opens_with_a_name(
    attributor: NewsAttributor, words: str, speaker: str
) -> None:
    text = "The regatta\n\nHalden coach Tom Aldane was delighted with the day.\n\n" + _ROUND
    assert who_says(attributor, text, words) == speaker


_FINED = (
    "Two farmers fined\n\nA judge has fined two farmers over a spill.\n\nThe first was sentenced by District Court"
    " Judge Mara Ellery in Holm last week.\n\nShe also fined the second.\n\nNeither had a pump.\n\n"
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (_FINED + "In her notes, the judge said the pond had been too small.", "Mara Ellery"),
        # of several nobody can tell
        (_FINED + "Another judge heard the appeal.\n\nIn the notes, the judge said the pond had been too small.", None),
    ],
)
def test_the_judge_is_the_one_of_the_article(attributor: NewsAttributor, text: str, speaker: str | None) -> None:
    found = said(attributor, text, "pond had been too small")
    assert (found.speaker if found.resolved else None) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # people of a place and its region
        (
            "Like their councillor, residents of Tamwell, St Jude said they did not believe the pipe would hold.",
            "pipe would hold",
            "residents of Tamwell",
        ),
        ("One of the residents of Tamwell, Jude Harrold said the pipe would burst.", "would burst", "Jude Harrold"),
        # a place before a headline
        (
            "3 July 2013\n\nLiberia: Senate Seeks Clarity On U.S.$400,000 Scam\n\nMembers of the Senate are upset.",
            "Seeks Clarity",
            None,
        ),
        # a time behind a name
        (
            "Despite the pressure, Minister Orlan yesterday in the Chambers of the Tarn Senate at the Halden Building"
            " refused to call the name of the clerk, who asked for money. Ports Minister, Eda Orlan has a year left.",
            "name of the clerk",
            "Eda Orlan",
        ),
        # what is revealed
        (
            "Members of the council are angry about the recent revelation by Ports Minister, Eda Orlan that a"
            " councillor asked her for money, something she said she turned down.",
            "councillor asked her",
            "Eda Orlan",
        ),
        (
            "The dean of the school has published a letter strongly denying accusations by Halden Oil that the school"
            " had copied its maps.",
            "copied its maps",
            "The dean of the school",
        ),
        # offices as many countries write them
        ("“A good day,” said Supervisor for the Lower Quay District, Maro Lewin.", "A good day", "Maro Lewin"),
        (
            "At the same time, Senate-Pro-tempore, Gbara Wilton Finder, who presided, said the view should be heard.",
            "view should be heard",
            "Gbara Wilton Finder",
        ),
        ("Attorney-at-law Jerro Kandel told the court his client was asleep.", "was asleep", "Jerro Kandel"),
        (
            "Permanent Secretary in the Ministry, Alvo Morrant, opened the week. “We need a plan for the quay and the"
            " boats,” PS Morrant remarked.",
            "need a plan",
            "Alvo Morrant",
        ),
        (
            "The talks called by the RDO failed. RDO Vasanthamalli told the Halden Herald that the road was public."
            ' "It is open to all," she said.',
            "open to all",
            "Vasanthamalli",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        (
            "At the quay, Chair Jane Holm, senior lawyers Tom Lindqvist, Anwar Orrin, and others said it was late.",
            "it was late",
            ("Jane Holm", "Tom Lindqvist", "Anwar Orrin"),
        ),
        (
            "Kerwyn and Stuart Tarrow and Bruce Elmwood, sons of founders Noel Tarrow and Bob Elmwood, said that the"
            " shop would close.",
            "shop would close",
            ("Kerwyn Tarrow", "Stuart Tarrow", "Bruce Elmwood"),
        ),
        (
            "Sanoy County Senator, Cllr. James Nagel, Grand Cess County Cleo Wotar and Bola County Senator Amadu Jallow"
            " insisted that the vote was open.",
            "vote was open",
            ("James Nagel", "Amadu Jallow"),
        ),
        ("The mayor was hurt, and others said the ferry was late.", "ferry was late", ("others",)),
    ],
)
def test_all_of_a_list_say_it(attributor: NewsAttributor, text: str, words: str, speakers: tuple[str, ...]) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, *found.joined_by) == speakers


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Trader Kofi Anan Boatin, popularly known as Big Fish, opened the market.\n\nBig Fish added that the women"
            " had lost a week of trade.",
            "lost a week",
            "Kofi Anan Boatin",
        ),
        (
            "Police held Marvin Oloche, alias Tiger, on Monday. Tiger said he had sold the boat.",
            "the boat",
            "Marvin Oloche",
        ),
        (
            "Halden Stars coach Jose Tomas Perrin told the Courier that the pitch was wet.\n\n“We trained well and the"
            " boys are ready,” the tactician, nick-named Ze Tomas added.",
            "trained well",
            "Jose Tomas Perrin",
        ),
        # a body goes by another name too
        ("The Port Office, also known as Halden House, said it was shut.", "was shut", "The Port Office"),
    ],
)
def test_who_is_called_so_is_the_same(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Council leaders disregarded the shouting and whistling from angry tenants at the hall.",
        "The first nurses got their new pay two weeks ago, according to the agreement.",
        "The pair were summoned to a meeting of the house to explain to members why it had taken six months.",
        "Making new boats\n\nDustin Merrow reports on the recent orders and construction projects for ferry operators"
        "\n\nThe yards are full.",
        "Halden's Neil Connor and keeper Shane Tolland argue with the umpire after Halden were denied a goal.",
    ],
)
def test_what_befalls_or_is_agreed_on_is_not_said(attributor: NewsAttributor, text: str) -> None:
    assert [one for one in statements(attributor, text) if one.kind != "position"] == []


def test_a_plea_is_a_position(attributor: NewsAttributor) -> None:
    text = "Four men were charged on Monday. Basil Frankel pleaded not guilty to the two charges and was remanded."
    assert who_says(attributor, text, "not guilty") == "Basil Frankel"


def test_what_is_said_in_a_statement_is_told_once(attributor: NewsAttributor) -> None:
    text = "Senator Carla Ames issued a statement about the bypass, saying the state had answered her questions."
    assert [text[one.start : one.end] for one in statements(attributor, text)] == [
        "the state had answered her questions"
    ]


def test_a_calling_behind_the_mark_is_no_word(attributor: NewsAttributor) -> None:
    text = "“It is as it was. We walk and shout at night and the boars run in the field,” a farmer, Gyamba said."
    found = said(attributor, text, "We walk")
    assert (found.speaker, text[found.end - 5 : found.end]) == ("Gyamba", "field")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # a calling behind a name that no comma closes
        (
            "Fishermen went out at noon.\nManda, another fisherman lamented that the water weed destroys their nets"
            " causing them huge losses.\n“Nets are very dear,” Manda said.",
            "causing them huge losses",
            "Manda",
        ),
        ("On Friday, another fisherman lamented that the weed tears the nets.", "tears the nets", "another fisherman"),
        # one of several who are told of
        (
            "At the beach we met Joshua Mwangire, who was among the sixty fishermen stuck on the lake.\n\n“It was a"
            " nightmare,” he said.\n\nThe fisherman says they endured rain and cold nights.",
            "endured rain",
            "Joshua Mwangire",
        ),
        # capitals that open a story
        (
            "Head doubts the date\n\nTHE PRINCIPAL of the Lough Academy in Tarnbeg, has suggested that the"
            " approved merger"
            " with Ross School may not be in place by September of this year.\n\nAcademy principal Maeve Irwell"
            " said: “We have doubts about the date.”",
            "in place by September",
            "Maeve Irwell",
        ),
        # an outlet that only reports
        (
            "Lawyers' leaders in Halden division have issued a stern warning to boycott the courts if the officer is"
            " not removed, as reported by Halden News.",
            "boycott the courts",
            "Lawyers' leaders in Halden division",
        ),
    ],
)
def test_who_is_told_of_beside_a_calling(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Meantime the owner Bruce Dalloway says he will rest. He sold cheese.", "will rest", "owner"),
        (
            "FLOOD RELIEF President Abellardo hands out rice.\n\n“I wanted to see you all,” President Abellardo said.",
            "see you all",
            "President",
        ),
        ("Mandla, a fisherman lamented that the weed is back. “Nets are dear,” Mandla said.", "Nets are", "fisherman"),
        ("NATO President Ola Abellard said the port was open.", "was open", "NATO President"),
    ],
)
def test_what_stands_before_an_office_is_none(attributor: NewsAttributor, text: str, words: str, role: str) -> None:
    assert said(attributor, text, words).role == role


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "One of the owners, Bruce Dalloway tells 7 News reporter Rosaline Person closing the doors is rough,"
            " rougher than the flood.",
            "closing the doors is rough, rougher than the flood",
        ),
        (
            "The president said under their agreement with the state, nurses would be paid in March.",
            "under their agreement with the state, nurses would be paid in March",
        ),
    ],
)
def test_words_begin_behind_names_and_with_their_phrase(attributor: NewsAttributor, text: str, whole: str) -> None:
    assert [text[one.start : one.end] for one in statements(attributor, text)] == [whole]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "FISHERFOLK in Old Quay, St Jude are calling for money after the spill on the river.",
            "money after",
            "FISHERFOLK in Old Quay",
        ),
        (
            "Member of Parliament for St Jude Western, Hugh Bertrand, said he was appalled.",
            "was appalled",
            "Hugh Bertrand",
        ),
        # a speech that another reads
        (
            "Mr. Ernest Sarpon, the Member of Parliament for the area, in a speech read on his behalf by Mr."
            " Daniel Kyer,"
            " Constituency Secretary, commended the farmers for their hard work.",
            "the farmers",
            "Ernest Sarpon",
        ),
        # offices by their initials
        (
            "Lelmet MCA Kiprono Chumbe, who led the march, said the letters were ignored.\n\n“We wrote to all. Nobody"
            " came,” said the MCA.",
            "We wrote",
            "Kiprono Chumbe",
        ),
        (
            "Revenue Divisional Officer (RDO) K. Lakshmi Pradha said the notices were served. “We gave them a week,”"
            " the RDO said.",
            "gave them a week",
            "K. Lakshmi Pradha",
        ),
        ("The MP for Holm and the MCA for Tarn met. “We wrote to all,” the MCA said.", "We wrote", "the MCA"),
        (
            "Roads Chief Officer Eng. Wycliff Barnget opened the yard. He asked residents to be patient with the"
            " crews.",
            "patient",
            "Wycliff Barnget",
        ),
        (
            "The traditional ruler of Umuro, HRH Eze Dr. Chidi Nwokam, spoke at noon. Eze Nwokam said the farms were"
            " empty.",
            "farms were empty",
            "Chidi Nwokam",
        ),
        (
            "Reacting, the state Police Public Relations Officer, PPRO, DSP Grace Udoh, said the command was ready.",
            "command was ready",
            "Grace Udoh",
        ),
        (
            "MPA Sardar Yar Khan Laghar, who also spoke, said the tax was a crime.",
            "was a crime",
            "Sardar Yar Khan Laghar",
        ),
    ],
)
def test_seats_titles_and_speeches_that_others_read(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert who_says(attributor, text, words) == speaker


def test_a_list_with_offices_and_others_names_all(attributor: NewsAttributor) -> None:
    text = (
        "Addressing a rally, Anjuman-i-Halden president Haji Abdul Qayyum Memar, general secretary Nadeem Sheik, Cloth"
        " Market leader Asif Ali Somar and others said the tax would ruin shops."
    )
    found = said(attributor, text, "ruin shops")
    assert (found.speaker, *found.joined_by) == ("Abdul Qayyum Memar", "Nadeem Sheik", "Asif Ali Somar")


def test_what_somebody_is_called_is_no_role(attributor: NewsAttributor) -> None:
    text = "Rower Devon Blackmore, better known as Skipper, said the firm must answer."
    assert "known" not in (said(attributor, text, "firm must").role or "")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Coun. Marie Savard and Coun. Doug Lebrun said the money should go to sewers.\n\nIn response to a question"
            " from Coun. Lebrun, recreation director Tina Mellor said no trees would be cut.",
            "no trees",
            "Tina Mellor",
        ),
        (
            'A Karstian government source told the Courier the words were out of context.\n\n"No country can accept'
            ' this," Foreign Minister Ilse Brandal was quoted as saying by NRT.',
            "No country",
            "Ilse Brandal",
        ),
        (
            "The LC5 chairperson, Mr. Fred Kasoli, said he had warned the District Education Officer, Mr. Paul Wassura,"
            " twice.\n\nThe DEO denied this, saying he received no letter.",
            "no letter",
            "Paul Wassura",
        ),
        (
            "Oakes asked the officer in the case, DC Paul Rettford, why the phone was kept.\n\nDC Rettford replied:"
            " “There was no need.”",
            "no need",
            "Paul Rettford",
        ),
    ],
)
def test_who_answers_and_is_quoted(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


def test_ages_part_no_list(attributor: NewsAttributor) -> None:
    text = "Lee Marston, 41, Gary Prewitt, 38, and Darren Oakley, 29, all of Holm, deny conspiracy to steal cable."
    found = said(attributor, text, "conspiracy")
    assert (found.speaker, *found.joined_by) == ("Lee Marston", "Gary Prewitt", "Darren Oakley")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # whose aide speaks of her
        (
            "Ida Brandel spoke on Monday. Brandel, a top aide said, “is very sure of it” this time.",
            "very sure",
            "a top aide",
        ),
        # a headline's woman
        (
            "Woman Steps Forward With Claim: He Hit Me.\n\nA woman who has accused the mayor, Tom Aldane, of theft"
            " said so on Sunday. She also described a meeting with Aldane in which she felt a threat.\n\nMara Quist,"
            " who said Aldane robbed her, recounted it.",
            "a meeting with Aldane",
            "She",
        ),
        # the nominee of another year
        (
            "The party nominee has portrayed the miners as thieves. Aldane has promised a wall.\n\nBrandel won the"
            " valleys in 2012 by 71 percent to 27 percent for party nominee Mitt Sundal, the largest for years.",
            "the miners",
            "The party nominee",
        ),
    ],
)
def test_who_only_stands_near_what_somebody_is_does_not_speak(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    found = said(attributor, f"A day in Holm\n\n{text}", words)
    assert (found.speaker or found.mention) == speaker
