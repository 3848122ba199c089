"""Local papers of many countries: titles and initials before names, bodies that hear, people of several places, who is
described before the name, and what was kept, announced or bidden and not said."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


WORKS = (
    "Ward member Ivar Dole said that a list had gone to the harbour works officer (HWO).\n\nHe added that it would go "
    "again.\n\nHWO Tarek Velm said the river office knew of the damage.\n\nHe added that money was short."
)
CLERK = (
    "Councillor Anna Velm asked why the quay was dirty.\n\nAdministrative officer in the water unit of Tarn County "
    "Council Zoe Brannock said she had been told that a keeper cleaned it.\n\nShe said a tenant had a contract."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # titles of many countries before a name
        ("Pastor Ivo Tarrant said the well was dry.", "was dry", "Ivo Tarrant"),
        ("Otunba Ade Tarrant said the well was dry. Tarrant said it was deep.", "deep", "Ade Tarrant"),
        ("Maulana Tarek Velm said the well was dry.", "was dry", "Tarek Velm"),
        ("Site Engineer Odo Velm said the well was dry.", "was dry", "Odo Velm"),
        ("District TWDB Sub-Assistant Engineer Zubin Velm said the well was dry.", "was dry", "Zubin Velm"),
        ("Social Worker Anna Velm said the well was dry.", "was dry", "Anna Velm"),
        ("Assemblywoman Ida Velm said the well was dry.", "was dry", "Ida Velm"),
        ("PO3 Jose Velm said the well was dry.", "was dry", "Jose Velm"),
        # … and the same words as names
        ("Ana Pastor said the well was dry.", "was dry", "Ana Pastor"),
        ("Rohan Engineer said the well was dry.", "was dry", "Rohan Engineer"),
        ("Tom Warden said the well was dry. Warden said it was deep.", "deep", "Tom Warden"),
        # initials of an office
        (WORKS, "river office", "Tarek Velm"),
        (WORKS, "money was short", "Tarek Velm"),
        (WORKS, "would go again", "Ivar Dole"),
        ("QTR Anna Velm said the well was dry.", "was dry", "Anna Velm"),
        ("The crew of HMS Anna Velm said the well was dry.", "was dry", "The crew of HMS Anna Velm"),
        # an office in a part of a body
        (CLERK, "keeper cleaned it", "Zoe Brannock"),
        (CLERK, "had a contract", "Zoe Brannock"),
        ("A spokesman for the housing arm of Tarn County Council said it was dry.", "dry", None),
        ("Superintendent of Police (SSP) Operations Asfand Velm said the well was dry.", "was dry", "Asfand Velm"),
        ("Provincial agriculturist Ma. Gloria Velm said the well was dry.", "was dry", "Ma. Gloria Velm"),
        ("Substitute Emeka Velm scored late. Match-winner Velm said he was glad.", "was glad", "Emeka Velm"),
        (
            "Anna Velm, chief executive of Tarn, Ilham and Dole Hospitals Trust, said changes had been made.",
            "had been made",
            "Anna Velm",
        ),
        (
            "Harbour Office spokesperson Carson Velm confirmed the deaths in Tarn, in Dole County, to The Tarn Press.",
            "the deaths",
            "Carson Velm",
        ),
        ("Union secretary Cde Justice Velm-Moyo said the well was dry.", "was dry", "Justice Velm-Moyo"),
        ("Chief Justice Velm said the well was dry.", "was dry", "Velm"),
        ("Mining director Eng. Caleb Velm said the well was dry.", "was dry", "Caleb Velm"),
        ("The CEO of Tarn Foods, Ida Velm, told staff that sales were slow.", "were slow", "Ida Velm"),
        ("President of Norvania Velm said that sales were slow.", "were slow", "Velm"),
        ("Executive engineer (bridges) Ketul Velm said the well was dry. He said it was old.", "was old", "Ketul Velm"),
        ("Nominated MCA Mercy Velm-Kamau said the well was dry. She said it was old.", "was old", "Mercy Velm-Kamau"),
        ("Ivo Velm, a fire commander, slept. DO II Velm said the well was dry.", "was dry", "Ivo Velm"),
        ("Tarwura Okore Desu Velmang II warned that the well was dry.", "was dry", "Tarwura Okore Desu Velmang II"),
        ("Dole County Supervisor of Elections Susan Velm said the well was dry.", "was dry", "Susan Velm"),
        # a firm with a dot
        ("On Monday, Velm Bros. Harbour Foods announced a cut of jobs.", "cut", "Velm Bros. Harbour Foods"),
        # a school named after somebody
        (
            "Health Minister Tom Velm spoke while on a tour of the Peter Dole High School. He informed the press that "
            "half the beds were full.",
            "half the beds",
            "Tom Velm",
        ),
    ],
)
def test_titles_and_long_offices_are_no_names(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    found = said(attributor, text, words)
    assert found.speaker == speaker if speaker is not None else not found.resolved


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The plan has hurt the traders, the committee was told yesterday.", "hurt the traders", None),
        ("A new pier would cost two million, the council heard on Monday.", "two million", None),
        ("Mayor Ida Velm slept. The pier would cost two million, the council heard.", "two million", None),
        ("Anglers have been warned that the pier is unsafe.", "is unsafe", None),
        ("The Velm family was told that the pier is unsafe.", "is unsafe", None),
        ("Mr Velm's family said they want answers, the inquest heard.", "want answers", "Mr Velm's family"),
        ("Dr Dole told patients that it was gold, a tribunal heard.", "was gold", "Dole"),
        ("The meeting, which was chaired by Dr Ida Velm, heard that the pier was foul.", "was foul", None),
        ("The Public Accounts Committee (PAC) yesterday heard that the pier was foul.", "was foul", None),
        (
            "Prosecuting, Ida Velm said: “It is luck,” and sat.\n\nThe court heard Dole told officers: “I "
            "was a fool.”\n\nDarren Dole, 41, had lost his way.",
            "was a fool",
            "Darren Dole",
        ),
        ("The council said the pier would cost two million.", "two million", "The council"),
        ("Anglers warned that the pier is unsafe.", "is unsafe", "Anglers"),
    ],
)
def test_who_hears_it_does_not_say_it(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_a_body_that_was_told_is_no_words(attributor: NewsAttributor) -> None:
    text = "The mother of a rower who drowned has said she wants to know why, a hearing has been told."
    (told,) = statements(attributor, text)
    assert "wants to know" in text[told.start : told.end]
    assert told.speaker is not None and told.speaker.startswith("The mother of a rower")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "However, growers from Velm Point, Dole Valley and as far away as Tarn claim that the well is dry.",
            "growers from Velm Point, Dole Valley and as far away as Tarn",
        ),
        ("Growers from Velm and even Tarn say that the well is dry.", "Growers from Velm and even Tarn"),
        (
            "Residents from Velm Park, Dole, and oTarn, led by a priest, complained that the well is dry.",
            "Residents from Velm Park, Dole, and oTarn",
        ),
        ("Growers from Velm, led by Anna Dole, complained that the well is dry.", "Growers from Velm"),
        ("A grower from Velm, Anna Dole, complained that the well is dry.", "Anna Dole"),
    ],
)
def test_places_that_people_come_from_end_nothing(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "well is dry").speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Farmer Tendai Chirau Mapvelm said that the well is dry.", "Tendai Chirau Mapvelm"),
        ("Farmer K. Venkat Velm said that the well is dry.", "K. Venkat Velm"),
        ("Farmer Van der Velm Botha said that the well is dry.", "Van der Velm Botha"),
        ("Trader Hajia Binta Velm-Sani said that the well is dry.", "Binta Velm-Sani"),
        ("Farmer Juan Miguel Velm Jr. said that the well is dry.", "Juan Miguel Velm Jr."),
        ("Sarwar Ayaz Kofi Velm said that the well is dry.", "Sarwar Ayaz Kofi Velm"),
        ("The well is dry, according to Md. Shafiqul Velm, a farmer.", "Md. Shafiqul Velm"),
        ("Hassan Sheikh Velm said that the well is dry.", "Hassan Sheikh Velm"),
        ("Sibusiso Velm ka Dole said that the well is dry.", "Sibusiso Velm ka Dole"),
        ("Farmer Seán Óg Ó hVelmín said that the well is dry.", "Seán Óg Ó hVelmín"),
        ("Tran Thi Bich Velm, MP for Tarn, said that the well is dry.", "Tran Thi Bich Velm"),
        ("Senior lecturer at Tarn University Zubin Velmani said that the well is dry.", "Zubin Velmani"),
        ("Managing director of Dole Motors Teo Kok Velm said that the well is dry.", "Teo Kok Velm"),
        ("Former ambassador to Norvania Zubin Velmani said that the well is dry.", "Zubin Velmani"),
        (
            "The head of Tarn Council Housing Services said that the well is dry.",
            "The head of Tarn Council Housing Services",
        ),
        ("Speaker A.N. Velmani said that the well is dry.", "A.N. Velmani"),
        ("According to I.T. Velmani, a farmer, the well is dry.", "I.T. Velmani"),
        ("U.S. President Jane Velm said that the well is dry.", "Jane Velm"),
        ("Baker Mayvelm said that the well is dry.", "Baker Mayvelm"),
        ("Sheikh Hassan Velm said that the well is dry.", "Hassan Velm"),
    ],
)
def test_names_of_many_words_are_whole(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "well is dry").speaker == speaker


RULER = (
    "The traditional ruler of the town, {title} Odo Velm, called on the governor to send guards.\n\nVelm said that "
    "boys robbed them.\n\nThe traditional ruler said that guards would help."
)
SISTER = (
    "At a hearing on Monday, Mr Dole’s sister said they wanted an answer.\n\nAddressing the coroner, his sister, Maud "
    "Dole, said: “We will come again.”\n\nIvo Dole, 49, drowned in May."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (RULER.format(title="Chief"), "would help", "Odo Velm"),
        (
            RULER.format(title="Chief") + " Another traditional ruler, Chief Ben Orr, slept.",
            "would help",
            "The traditional ruler",
        ),
        (SISTER, "wanted an answer", "Maud Dole"),
        (SISTER.replace("his sister, Maud", "Tom Orr’s sister, Maud"), "wanted an answer", "Mr Dole’s sister"),
        (
            "8 May\n\nA county councillor has challenged the council over a delay.\n\nCllr Padda Velm was puzzled. He "
            "said the well was dry.",
            "over a delay",
            "Padda Velm",
        ),
        (
            "8 May\n\nA county councillor has challenged the council over a delay.\n\nCllr Padda Velm was puzzled. "
            "Cllr Anna Dole said the well was dry.",
            "over a delay",
            "A county councillor",
        ),
        (
            "Area MP Agnes Velm entered the row, asking the members to give talks a chance.\n\nThe legislator, who was "
            "speaking at a school, urged the governor to listen.",
            "governor to listen",
            "Agnes Velm",
        ),
        (
            "Parliamentary representative Toni Velm called for calm.\n\nThe MP said she would ask for patrols.",
            "ask for patrols",
            "Toni Velm",
        ),
        (
            "Local MLA Abdul Kalam Velm said that it rained. “The state is vain,” the Congress legislator said.",
            "is vain",
            "Abdul Kalam Velm",
        ),
        ("Labour MSP Ida Velm said it rained.\n\nThe Tarn and Isles MSP said it snowed.", "it snowed", "Ida Velm"),
        ("Labour MSP Ida Velm said it rained.\n\nThe SNP MSP said it snowed.", "it snowed", "The SNP MSP"),
        (
            "Labour MSP Ida Velm said it rained.\n\nThe Conservative MSP said it snowed.",
            "it snowed",
            "The Conservative MSP",
        ),
        ("Northern Isles MP Ivo Velm said it rained.\n\nThe Tarn MP said it snowed.", "it snowed", "The Tarn MP"),
        # whom somebody told, and whom a coach praised
        (
            "The minister told Governor Bala Velm that the road would open. He urged drivers to be careful.",
            "to be careful",
            "The minister",
        ),
        (
            "Coach Sam Dole hailed goalkeeper Jo Velm. “He was superb,” Dole said. The 22-year-old said he was tired.",
            "was tired",
            "Jo Velm",
        ),
        ("Coach Sam Dole hailed Jo Velm. “Superb,” Dole said. The 52-year-old said he was tired.", "tired", "Sam Dole"),
        # whom somebody replies to
        (
            "Work begins in May, Minister Saji Velm has told the house.\n\nReplying to a motion moved by C.R. Dole "
            "(Congress), he said that money was there.",
            "money was there",
            "Saji Velm",
        ),
        # a title between the office and the name; another's shadow
        (
            "Health Minister Dr Ravi Velm said it rained.\n\nOpposition shadow health minister Dr Karen Dole said that "
            "nurses worked.\n\nThe minister has since told reporters that it snowed.",
            "it snowed",
            "Ravi Velm",
        ),
        # a group's leader does not lead the council
        (
            "The leader of Velm District Council has defended a trial after a letter came.\n\nLiberal Democrat "
            "Ida Tarn said it rained.\n\nConservative group leader Ada Dole said that the leader had slept.",
            "a trial",
            "The leader of Velm District Council",
        ),
        (
            "Oyewale-Tarn described his deputy as a drowning man. Ade Oyewale-Tarn slept.",
            "drowning",
            "Ade Oyewale-Tarn",
        ),
        (
            "As officials meet the crew, the area’s mayor says the state should come too.\n\n“I know them all,” says "
            "Odo Velm, mayor of Eastern Tarn.",
            "state should come",
            "Odo Velm",
        ),
        (
            "Hon. Odo Velm, the member for Tarn, spoke of the need for unity.\n\nHe made the remark about pay, to "
            "the extent that the president of the land could go ahead and say nurses cannot be rich.",
            "cannot be rich",
            "the president of the land",
        ),
    ],
)
def test_who_is_called_so_elsewhere(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Chanting slogans, the growers observed a shutdown strike from 11 am to 3 pm.",
        "A recent visit came to know that wells and temples are dry.",
        "Council officials have been summoned to explain their care of the wells.",
        "The chair wept when job cuts were first announced in July.",
    ],
)
def test_what_was_kept_or_bidden_is_not_said(attributor: NewsAttributor, text: str) -> None:
    assert not statements(attributor, text)


def test_what_was_announced_before_is_not_the_speakers(attributor: NewsAttributor) -> None:
    text = "With the last of the squads announced late last week, Tarn Growers is urging the town to rest."
    (told,) = statements(attributor, text)
    assert "the town to rest" in text[told.start : told.end]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The police's spokesperson, SP Yemi Velm, said it rained.", "police's spokesperson"),
        ("Alliance chairman Haji Atiq Velm said it rained.", "Alliance chairman"),
        ("Council leader Cllr Nasreen Velm said it rained.", "Council leader"),
        ("The Assemblyman for Tarn, Mr James Velm, said it rained.", "Assemblyman for Tarn"),
        ("The Clan Head of Tarn, Obong Ita Velm, said it rained.", "Clan Head of Tarn"),
        ("The chairman of the board, Canon Peter Velm, said it rained.", "chairman of the board"),
        ("Police provincial director Col. Relly Velm said it rained.", "Police provincial director"),
        (
            "The Chairman, Senate Committee on Ports, Senator Ola Velm, said it rained.",
            "Chairman, Senate Committee on Ports",
        ),
    ],
)
def test_the_next_title_is_no_part_of_an_office(attributor: NewsAttributor, text: str, role: str) -> None:
    assert said(attributor, text, "it rained").role == role


def test_what_somebody_remarks_is_said(attributor: NewsAttributor) -> None:
    assert said(attributor, "The judge observed that the strike was long.", "strike was long").speaker == "The judge"


def test_who_signs_the_words_within_their_marks_is_no_word_of_them(attributor: NewsAttributor) -> None:
    text = "“We wear one cap. If you do not weep, nobody will weep for you. – Hon. Velm”\n\nThe hall was full."
    told = said(attributor, text, "wear one cap")
    assert (told.speaker, text[told.start : told.end][-4:]) == ("Velm", "you.")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Alan Velm, Senior Engineer, committed to look into it but Cllr Ida Dole said it was late.",
            "into it",
            "Alan Velm",
        ),
        (
            "Cllr Ida Dole also sought a timeline on when the lamps will be lit and asked if it rained.",
            "lit",
            "Ida Dole",
        ),
        ("Mayor Ida Dole raised the alarm over thefts of cable.", "thefts of cable", "Ida Dole"),
    ],
)
def test_who_promises_seeks_or_warns(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Forward Tom Velm committed to Duke on Friday.",
        "Mia Dole was committed to stand trial in May.",
        "Ivo Velm sought damages of two million.",
    ],
)
def test_what_somebody_does_is_no_promise(attributor: NewsAttributor, text: str) -> None:
    assert not statements(attributor, text)
