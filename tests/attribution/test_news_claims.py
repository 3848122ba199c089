"""News of many countries: whose name a mention gives, whose claim a noun tells, what is done and not said, and where
told words begin and end."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Director Ronald dela Rota broke down as he protested Sen. Lisa Hontiver’s statement that there was a "
            "policy to kill suspects. Dela Rota told the senate that he was hurt by her words.",
            "policy to kill",
            "Lisa Hontiver",
        ),
        (
            "Director Ronald dela Rota broke down as he protested Sen. Lisa Hontiver’s statement that there was a "
            "policy to kill suspects. Dela Rota told the senate that he was hurt by her words.",
            "hurt by her words",
            "Ronald dela Rota",
        ),
        (
            "Daniel Okere, landlord of the house, has countered the statement by the National Rescue Agency (NRA) that "
            "he escaped from the “sinking building”.",
            "he escaped",
            "National Rescue Agency",
        ),
        (
            "Opposition MP Daya Jayase alleged that the boxes were open.\n\nAmid the heated exchange, a deputy "
            "minister was heard shouting, “Get lost, all of you”.",
            "Get lost",
            "a deputy minister",
        ),
        (
            "“The news of the murder has shocked us,” the party’s release quoted General Secretary Julian Robson.",
            "has shocked",
            "Julian Robson",
        ),
        (
            "According to Aminu, many residents had refused to leave.\n\n“The mother noticed that the table had been "
            "moved,” he said in a special press conference at the police station yesterday, Karnama reported.",
            "table had been",
            "Aminu",
        ),
        (
            "Foreign Minister Jean-Yves Le Dorin also noted that “the response must remain firm and proportional,” "
            "according to the Norvanian Foreign Ministry.",
            "remain firm",
            "Jean-Yves Le Dorin",
        ),
        (
            "Former police commissioner in Trinidad and Tobago Gary Griff says it is impossible. Griff said the "
            "records were gone.",
            "records were gone",
            "Gary Griff",
        ),
        (
            "Norport Fire and Rescue Department director Nora Khamis said they received a call.",
            "received a call",
            "Nora Khamis",
        ),
        ("Area SHO Aslam Bilk said the door was shut. SHO Bilk said they slept.", "they slept", "Aslam Bilk"),
        ("Northern Faisal DSP Zahid Husain told the paper that they fled.", "they fled", "Zahid Husain"),
        ("Wounded Bilal told the media that they caught a robber.", "caught a robber", "Bilal"),
        (
            "Silvia Kiho, a Nominated MCA, left. The Nominated MCA added: “They say it’s either their way or none.”",
            "either their way",
            "The Nominated MCA",
        ),
        ("A grower from Ba, Suresh Prasad, said the rain had ruined his cane.", "ruined his cane", "Suresh Prasad"),
        (
            "The Bishop of Wexham, the Rt Rev Jonathan Ferris, told the synod that money was short.",
            "money was short",
            "Jonathan Ferris",
        ),
        (
            "Coyle's counterpart at rival Marsham, Lee Docherty, said his company would hold prices.",
            "hold prices",
            "Lee Docherty",
        ),
        (
            "Bishop Martin Okoye of neighboring Las Palmas, who has been outspoken, said the archbishop was right.",
            "was right",
            "Martin Okoye",
        ),
        ("Joint Director (Agriculture) Kanaga Rao suggested that farmers should wait.", "should wait", "Kanaga Rao"),
        (
            "JUSTICE, Legal and Parliamentary Affairs minister Emmer Mnanga yesterday claimed in the assembly that the "
            "party was “rotting from the head”.",
            "rotting",
            "Emmer Mnanga",
        ),
        (
            "The leader of the Popular Party (PP), Pablo Casada, criticized the pact.",
            "the pact",
            "Pablo Casada",
        ),
        (
            "“It is a defeat,” Stefan Lofvren told Radio Karst.\n\nNorvanian conservative Moderate Prime Minister "
            "Fredrik Reinfeld welcomes the result.\n\n“I rang her and congratulated her,” he told the agency.",
            "rang her",
            "Fredrik Reinfeld",
        ),
        (
            "Festival head Cameron Birch said sales were slow.\n\nVeteran publicist Dolores Quint put it more bluntly. "
            "“No stars, no photographs,” she said.",
            "No stars",
            "Dolores Quint",
        ),
        (
            "Senator Bato Rosas skipped the hearing, he said.\n\nClose to two hours into the hearing, Debold Sinas "
            "finally registered his presence. “I am sorry that I was late,” he said.",
            "was late",
            "Debold Sinas",
        ),
        ("Tran Van Duc said the market was full. Duc said he had proposed a second one.", "second one", "Tran Van Duc"),
        ("The Rev Canon Peter Amis, who abstained, said he was sad about it.", "sad about", "Peter Amis"),
        (
            "Deputy Health Minister Nora Quist said the figures were late. The minister promised to publish them.",
            "publish them",
            "Nora Quist",
        ),
        (
            "“It is bad,” said councillor for the Burrow Division Wilton Brown. Brown urged them to come.",
            "them to come",
            "Wilton Brown",
        ),
        (
            "National Party leader and Opposition MP Professor Bimal Prakesh agreed, but said it was others’ duty.",
            "others’ duty",
            "Bimal Prakesh",
        ),
        (
            "The protesters led by MCAs Rose Kanari, Serena Kani met. “We are here,” said Ms Kanari.",
            "We are here",
            "Rose Kanari",
        ),
        (
            "“The march will fail,” Federation of Workers' Unions (Fowu) spokesperson Patrick Craven said.",
            "march will fail",
            "Patrick Craven",
        ),
        ("Mr Michael “John the Bobs” Tierny said he slept.", "he slept", "Michael Tierny"),
        (
            "Malayan Association president Datuk Lim Kok Seng said it was bad. Lim also warned that shops would shut.",
            "shops would shut",
            "Lim Kok Seng",
        ),
        (
            "It was bad, said Najib Kamran, the director of health. Teams had come, a spokesman for the Winter Support "
            "mission said in Kabil. Reports would be investigated, he added.",
            "be investigated",
            "a spokesman for the Winter Support mission",
        ),
        (
            "Senior Northern Front official Adel Barkat told the agency: “We reject it.” “There is no change,” the "
            "Northern Front official, who asked not to be named, said.",
            "no change",
            "the Northern Front official",
        ),
        (
            "“I am not your secretary,” Tengku Zahir said in response to the former prime minister’s accusation that "
            "he was “over-excited”.",
            "over-excited",
            "the former prime minister",
        ),
        ("“The gift will be transformational,” Dean Lorna Badge said.", "transformational", "Lorna Badge"),
        ('"I thought he was exceptional," said 57-year-old Australian James.', "exceptional", "James"),
        ("Harland & Drew warned on profits. H&D said its sales had fallen.", "sales had fallen", "H&D"),
        (
            "According to the district director, Police Brigadier General Jose Esguer Jr., the suspect of theft fled.",
            "suspect of theft",
            "Jose Esguer Jr.",
        ),
        (
            "Western Plains Council Mayor Peter McVey said the rain was heavy. “The flow was huge,” Cr McVey said.",
            "flow was huge",
            "Peter McVey",
        ),
        (
            "Dr Malcolm Forst, a pathologist, said the woman had a stroke. She had suffered from dizziness, the "
            "inquest was told.",
            "dizziness",
            None,
        ),
        (
            "One resident, Jason Royst, said his house was knocked off its foundation. Then he was informed of the ban "
            "on mobile homes.",
            "ban on",
            None,
        ),
        (
            "Chairman Sefik Dzafer spoke of the presidency member Milo Dodan.\n\nHe pointed out that it makes no sense "
            "that Dodan comes to the sessions and votes against every item.",
            "makes no sense",
            "Sefik Dzafer",
        ),
        (
            "Dr Charles Wilde told the inquest that she fell. The hearing was told that she was taken to hospital.",
            "taken to hospital",
            None,
        ),
    ],
)
def test_names_and_claims_of_others(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The Norport Magistrates’ Court denied a 32-year-old woman bail on charges of theft.",
        "The residents then informed the police who brought with them sniffer dogs.",
        "SHO Aslam Bill said so. She was reported missing a month after the man had left.",
        "The school board unanimously voted to approve the budget cut.",
        "When a farmer broke down, Mr. Rathore called him to the stage.",
    ],
)
def test_what_is_done_is_not_said(attributor: NewsAttributor, text: str) -> None:
    found = [text[one.start : one.end] for one in statements(attributor, text) if one.kind != "position"]
    assert not [words for words in found if len(words.split()) > 2]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The lawyer told the judge Hope had attended every meeting.", "Hope had attended every meeting"),
        ("Otis Whyte said she urged the woman to report the matter to the police, but the woman refused.", "police"),
    ],
)
def test_told_words_begin_and_end_where_they_do(attributor: NewsAttributor, text: str, whole: str) -> None:
    one = statements(attributor, text)[0]
    assert text[one.start : one.end].endswith(whole)
    assert not text[one.start : one.end].startswith("the judge")


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("“[Coach Beard] wasn't able to be here today, but I like him so much,” Bailey Rogov said.", "[Coach Beard]"),
        ("Jose Esguer said around 6:40 pm of May 29 along Kalina Avenue they saw him.", "around 6:40 pm"),
    ],
)
def test_words_begin_with_their_bracket_and_their_hour(attributor: NewsAttributor, text: str, beginning: str) -> None:
    (one,) = statements(attributor, text)
    assert text[one.start : one.end].startswith(beginning)
