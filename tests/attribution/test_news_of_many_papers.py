"""Who says what in papers of many countries and forms: how each tells it beside the usual "Jane Roe said"."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


CASES = [
    (
        "The bridge was shut for a month. The Courier spoke to Associate Professor Mona Pell, who studies bridges at "
        "the Karst Institute. The interview has been edited for length.\n\nWhat actually happened?\n\n“A ship, almost "
        "certainly. The pier is clean on one side.”\n\nWhy did the repair take a month?\n\n“There is one crane for the "
        "whole coast. Four of the days were paperwork, and I would be cross about that.”\n\nPermanent Secretary Ida "
        "Lund told the Courier that talks were under way. She said a ban was already in force.\n\nCould it happen "
        "again?\n\n“Tomorrow. Nothing physical has changed.”",
        {"one crane": "Mona Pell", "Nothing physical": "Mona Pell", "already in force": "Ida Lund"},
    ),
    (
        "HOLM SANDS, Karst — When the stacks of the Holm Sands power station are lit up at night, Pak Olmo can steer "
        "his boat home by them. “It is a good lighthouse,” the 57-year-old fisherman said.\n\n“The lenders want a "
        "guarantee,” said Rana Kell, a campaigner at the watchdog Green Holm.\n\nIn the hamlet of Kampo Sands, Olmo’s "
        "daughter Sita Wahn, who runs a drying rack, said the ash had got less. “Show me one job,” she said.\n\nRana "
        "from Green Holm said a fund exists on paper only.\n\nHilde Brann, who was not involved, said Holm Sands was "
        "being watched by every country.",
        {
            "good lighthouse": "Olmo",
            "ash had got less": "Sita Wahn",
            "Show me one job": "Sita Wahn",
            "on paper only": "Rana Kell",
        },
    ),
    (
        "Conciliation service Acas said it remained available.\n\nThe mayor of Karst, Labour’s Yasmin Reece, who has "
        "powers over services from 2026, urged Brightway to “look again” at rosters.",
        {"look again": "Yasmin Reece"},
    ),
    (
        "Veteran broadcaster Esi Mensah, whose market-prices programme Dawn Basket woke up three generations, has "
        "died.\n\nBorn in 1943, she went on air by accident. “They pushed me,” she recalled in a 2009 interview. “The "
        "next day the women came to thank me.”\n\nPresident of the Broadcasters’ Guild Nana Yaw Boat described her as "
        "“the only journalist every trader feared”.\n\nFormer minister Grace Osei, a niece, said she was late once. “I "
        "was a minister,” she said.\n\nOn X, rapper Kwab Tutu posted: “she billed me a crate of fish. rest well”\n\n"
        "Market queen of Karstan Maame Abena Donk said that traders would close their stalls.",
        {
            "They pushed me": "Esi Mensah",
            "came to thank me": "Esi Mensah",
            "every trader feared": "Nana Yaw Boat",
            "crate of fish": "Kwab Tutu",
            "close their stalls": "Maame Abena Donk",
        },
    ),
    (
        "13:47 Power latest\nSome 3,040 homes are off, according to WestGrid.\nNetwork manager Sian Roe: “We have 22 "
        "teams out.”\n\n13:20\nFrom our inbox. Glenys in Holm: “Water is in the chapel up to the second pew.”",
        {"22 teams": "Sian Roe", "second pew": "Glenys"},
    ),
    (
        "The agitation was called off after the Executive Engineer, S. Jayan, gave a written assurance that two more "
        "barges would be brought within a week.",
        {"two more barges": "S. Jayan"},
    ),
    (
        "By Kirsty Dale and Tom Bess\nPosted Tue 9 Apr 2024 at 5:44am\n\nA hand holding a mouse in front of a header.\n"
        "Some growers find 40 burrows. (Rural: Kirsty Dale)\n\nLachie Trent can hear them before he sees them.\n\n"
        "“You turn the ute off and the stubble is moving,” the Holm grain grower said.\n\n“We lost 200 acres and I am "
        "not doing that again,” he said.\n\nHis neighbour and sister-in-law, Prue Trent, is taking a different "
        "approach: she has put 600 ewes on her stubbles.\n\n“If there is nothing to eat they will clear off,” she "
        "laughed.",
        {"stubble is moving": "Lachie Trent", "200 acres": "Lachie Trent", "clear off": "Prue Trent"},
    ),
    (
        "Organiser Delroy Sams said the offer amounted to 4%.\n\nMr Sams said talks could resume “tonight” if the "
        "company dropped its plan.\n\nAt the depot driver Phil Sams – the organiser’s brother – said he had not had a "
        "Sunday off since August.",
        {"talks could resume": "Delroy Sams", "Sunday off": "Phil Sams"},
    ),
    (
        "The deputy mayor, Mette Holm, is more diplomatic. “Let us say the nose of the council is open,” she says.\n\n"
        "And the thief? Former detective Preben Lund always believed it was an inside job. Kara Thybo, the director, "
        "has her own theory but she will not share it on the record. What she’ll say is this: “Somebody in this town "
        "has ninety noses in an attic.”\n\nA visitor from Hamburg, standing in front of an admiral, had a different "
        "concern. “My husband thought it was about perfume,” she said.",
        {"nose of the council": "Mette Holm", "ninety noses": "Kara Thybo", "about perfume": None},
    ),
    (
        "“They sawed them off,” says Kara Thybo, the museum’s director.\n\nRetired skipper Axel Thybo, the director’s "
        "father, refuses to set foot in the place.\n\nThe deputy mayor, Mette Holm, is diplomatic. “Let us say the "
        "nose is open,” she says.\n\nThybo has her own theory but she will not share it. What she’ll say is this: "
        "“Somebody in this town has ninety noses in an attic.”",
        {"ninety noses": "Kara Thybo"},
    ),
    (
        "NDGC manager Tariq Lash conceded that the system faced a shortfall. He said 211 meters had been "
        "removed.\n\nMPA "
        "Shahbaz Anwari, whose party holds both the seats, said he had taken up the matter. Asked by when the work "
        "would "
        "start, he said that was for the company to tell.",
        {"for the company to tell": "Shahbaz Anwari"},
    ),
    (
        "Dr. Anika Lalond, chief of staff, said physicians had offered to sleep at the hospital.\n\n“I’ve had a guy "
        "drive "
        "himself in,” she said.\n\nNorth Karst Reeve Doug Farq, whose township put $400,000 into the scanner, was "
        "blunter. "
        "“You don’t raise money so you can look at a locked door.” He said council will vote on asking for a "
        "supervisor, "
        "something Lalond said would be “a distraction that won’t hire a nurse.”",
        {"locked door": "Doug Farq", "council will vote": "Doug Farq", "a distraction": "Anika Lalond"},
    ),
    (
        "Norvanian carrier Skarl Air has pushed back delivery, citing a burden on its aircraft. Chief executive "
        "Henrik Aas "
        "disclosed it on a call.\n\nThe regulator EUSA issued a directive in November after cracks were found. It "
        "says it "
        "has received seven further reports.",
        {"seven further reports": "EUSA"},
    ),
    (
        "Sharon and Ken Bicker say the nine birds start screaming at 3.40am.\n\nMum-of-three Sharon, 54, fumed: "
        "“It’s like "
        "a baby with a trumpet.”\n\nHGV driver Ken, 57, said: “They see themselves in the paintwork.”",
        {"a baby with": "Sharon Bicker", "paintwork": "Ken Bicker"},
    ),
    (
        "The wife of the Canadian photographer Neil Garr said yesterday that he had been held for ten days without a "
        "lawyer.",
        {"held for ten days": None},
    ),
    (
        "Prime Minister, the president of the Federated States said on Sunday that allies must pay. Is that fair?",
        {"allies must pay": None},
    ),
    (
        "Mayor of Bell Town Everton Pell said the hall had not been insured since 2016.\n\nThat did not sit well with "
        "Member of Parliament Dr Alethia Bram, who demanded that the mayor resign. She has written to the auditor "
        "general, she said.\n\nAsked about the call for his resignation, the mayor chuckled. “Let Doc run for mayor "
        "first,” he said.",
        {"run for mayor first": "Everton Pell"},
    ),
    (
        "A parent who only gave her name as Mama Faith said her daughter has been at home since February. “I sold the "
        "goat,” she said.",
        {"at home since": "Mama Faith", "sold the goat": "Mama Faith"},
    ),
    (
        "Cholera has killed 14 people in the district, the Ministry of Health has said.\n\nCharity WaterBridge says it "
        "can repair five boreholes. Packaging group Halbrecht Plc HBT.L on Thursday said it had turned the offer down.",
        {
            "killed 14 people": "the Ministry of Health",
            "five boreholes": "WaterBridge",
            "turned the offer down": "Halbrecht Plc",
        },
    ),
    (
        "Samira*, 31, a mother of four, told the charity she had sold her goat.",
        {"sold her goat": "Samira"},
    ),
    (
        "Forwarders are feeling it too. According to Priya Desan, ocean freight director at forwarder Coldharbour "
        "Logistics, reefers of grapes had been left without a plug.",
        {"reefers of grapes": "Priya Desan"},
    ),
]


@pytest.mark.parametrize(
    ("text", "words", "speaker"), [(text, words, who) for text, told in CASES for words, who in told.items()]
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    statement = said(attributor, text, words)
    assert (statement.speaker if statement.resolved else None) == speaker
