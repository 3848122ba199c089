"""Datelines, agents and those for whom they speak, seats, initials, nicknames and titles as many papers write
them: who says the words, in invented names."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements, who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Marlapur, Sep 14 (PTI) Senior minister Kavita Deshpur on Sunday said the dam would hold.",
            "dam would hold",
            "Kavita Deshpur",
        ),
        ("Marlapur, Sept 14 (UNI) Kavita Deshpur on Sunday said the dam would hold.", "would hold", "Kavita Deshpur"),
        ("Telgaon, Apr 2 (IANS) Kavita Deshpur on Sunday alleged that the dam leaked.", "leaked", "Kavita Deshpur"),
        (
            "Telgaon (Marlapur), Sep 2 (PTI) Leader of the Opposition Kavita Deshpur said she would not go.",
            "would not go",
            "Kavita Deshpur",
        ),
        # a bracket behind a name is no agency's
        ("Kavita Deshpur (Marlapur) said the dam would hold.", "would hold", "Kavita Deshpur"),
        # a place in capitals, an office in small letters and a participle
        (
            "MARLAPUR: Congress leader Kavita Deshpur on Monday caused a stir, warning leaders about their seats.",
            "about their seats",
            "Kavita Deshpur",
        ),
        (
            "Split\n\nMARLAPUR: Party in-charge A Deshpur on Monday warned members about a split.",
            "about a split",
            "A. Deshpur",
        ),
        ("MARLAPUR: Kavita Deshpur said the dam would hold.", "would hold", "Kavita Deshpur"),
    ],
)
def test_a_dateline_says_nothing(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Later, solicitor Owen Tarrant representing Mia Lund said that the door was open.",
            "door was open",
            "Owen Tarrant",
        ),
        (
            "However, barrister Owen Tarrant KC acting for Sergeant Mia Lund said that the door was open.",
            "door was open",
            "Owen Tarrant",
        ),
        ("On Friday, solicitor Owen Tarrant defending Mia Lund said the door was open.", "was open", "Owen Tarrant"),
        ("Later, solicitor Owen Tarrant said that the door was open.", "door was open", "Owen Tarrant"),
        ("Spokesman for Premier Mia Lund, Owen Tarrant, said: “It is shut.”", "It is shut", "Owen Tarrant"),
        ("Lawyer for Mia Lund, Owen Tarrant, said: “It is shut.”", "It is shut", "Owen Tarrant"),
        ("Spokeswoman for Halden Rail, Ida Moss, said: “It is shut.”", "It is shut", "Ida Moss"),
        ("Barrister for the DPP, Owen Tarrant, said: “It is shut.”", "It is shut", "Owen Tarrant"),
        ("Spokesman for Premier Mia Lund said the door was shut.", "was shut", "Spokesman for Premier Mia Lund"),
        ("A spokesman for Premier Mia Lund, Owen Tarrant, said: “It is shut.”", "It is shut", "Owen Tarrant"),
        # what an office is of
        ("Spokesperson for Health Ida Moss said the ward was shut.", "ward was shut", "Ida Moss"),
        ("Attorney for the State Ida Moss said the ward was shut.", "ward was shut", "Ida Moss"),
        ("Secretary for Foreign Affairs Ida Moss said the ward was shut.", "ward was shut", "Ida Moss"),
        # an office by its initials is not who speaks for its holder
        ("The PM said the ward was shut.\n\nA spokesman for the PM, Ida Moss, said: “So be it.”", "ward was", "The PM"),
        ("The DPP said the ward was shut.\n\nCounsel for the DPP, Ida Moss, said: “So be it.”", "ward was", "The DPP"),
        ("The PM said the ward was shut.\n\nThe Norvanian PM, Ida Moss, said: “So be it.”", "ward was", "Ida Moss"),
    ],
)
def test_who_acts_for_somebody_speaks(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The former Wexcombe MP said the pier was sold.", "pier was sold", "The former Wexcombe MP"),
        (
            "Former Wexcombe MP Nora Finch said the pier was sold. The former Wexcombe MP said it was late.",
            "it was late",
            "Nora Finch",
        ),
        ("The former Mukasi MCA said the pier was sold.", "pier was sold", "The former Mukasi MCA"),
        ("Former Wexcombe MP, Nora Finch, said the pier was sold.", "pier was sold", "Nora Finch"),
        ("The late Finch said the pier was sold.", "pier was sold", "Finch"),
        ("Local Wexcombe and Holt councillor Nora Finch said the pier was sold.", "pier was sold", "Nora Finch"),
        ("Mr Lyle agreed, and local Ask and Embla MSP Nora Finch said that the pier was sold.", "pier", "Nora Finch"),
        ("On Monday, Ostia and Turga minister Nora Finch said that the pier was sold.", "pier was sold", "Nora Finch"),
        (
            "Mayor Tom Lyle met them. Lyle and Labour leader Nora Finch said that the pier was sold.",
            "pier was sold",
            "Tom Lyle",
        ),
        ("Mukasi District Woman MP, Hon Aciro Lamwaka said the pier was sold.", "pier was sold", "Aciro Lamwaka"),
        ("Holt Police Commander, chief inspector Nora Finch, said the pier was sold.", "pier was sold", "Nora Finch"),
        ("Nora Elliott III asked the choir to stand for the mayor.", "choir to stand", "Nora Elliott III"),
    ],
)
def test_a_seat_is_no_name(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Nora Finch, from Wm. Haddow, said the plan was odd.", "plan was odd", "Nora Finch"),
        ("Nora Finch, of Thos. Haddow & Sons, said the plan was odd.", "plan was odd", "Nora Finch"),
        ("Nora Finch, from Haddow & Sons, said the plan was odd.", "plan was odd", "Nora Finch"),
        ("The Tidal Post quoted harbour chief Nora Finch saying that the plan was odd.", "was odd", "Nora Finch"),
        ("The Tidal Post quoted Mayor Nora Finch however as saying that the plan was odd.", "was odd", "Nora Finch"),
        ("Nora Finch was quoted saying that the plan was odd.", "plan was odd", "Nora Finch"),
        ("The Tidal Post said that the plan was odd.", "plan was odd", "The Tidal Post"),
        (
            "Mayor Nora Finch sealed the well as required by the Water Charter saying that the plan was odd.",
            "plan was odd",
            "Nora Finch",
        ),
        (
            "A panel led by Hon Nora Finch will look into it as mandated by the House Rules saying that facts matter.",
            "facts matter",
            "A panel",
        ),
        (
            "The jury saw the note, which read: “Bring the key.”\nSgt Hale’s reply was also shown to the court: “I "
            "have no key, and never had one.”",
            "never had one",
            "Hale",
        ),
    ],
)
def test_who_stands_behind_the_words(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Health Critic Ida Moss said not a bed was free.", "a bed was free", "Ida Moss"),
        ("RTP Education Critic Ida Moss said no bed was free. “It is so,” said Moss.", "It is so", "Ida Moss"),
        ("Film critic Ida Moss said the film was long.", "film was long", "Ida Moss"),
        ("Minister A Palanivar said the film was long.", "film was long", "A. Palanivar"),
        ("Party leader A K Palanivar met them. “It was long,” Palanivar said.", "It was long", "A. K. Palanivar"),
        ("Chief Minister M Palanivar met them. Palanivar said it was long.", "it was long", "M Palanivar"),
        ("A Minister said the film was long.", "film was long", "A Minister"),
        ("Coast guard chief Ramon “Kidlat” dela Vega said the film was long.", "was long", "Ramon dela Vega"),
        ("Jan “Vos” van der Haar said the film was long.", "film was long", "Jan van der Haar"),
        ("Coast guard chief Ramon “Kidlat” Vega said the film was long.", "was long", "Ramon Vega"),
        ("Chairperson on Education Blessing Mukota said the film was long.", "was long", "Blessing Mukota"),
        ("Chairman for Health Blessing Mukota said the film was long.", "was long", "Blessing Mukota"),
        ("Taskforce Member Precious Chirundu said the film was long.", "was long", "Precious Chirundu"),
        ("Member of Parliament Lokwang Pio said the film was long.", "was long", "Lokwang Pio"),
        ("Minister Responsible Owen Tarrant said the film was long.", "was long", "Owen Tarrant"),
        ("Minister Designate Ida Moss said the film was long.", "was long", "Ida Moss"),
        ("Board Chair Responsible for Finance Ida Moss said the film was long.", "was long", "Ida Moss"),
        ("OCPD Owen Tarrant said the film was long. PPC Tarrant said it was late.", "it was late", "Owen Tarrant"),
        ("The DC Marvels film was long, DC Tarrant Marvel said.", "film was long", "Tarrant Marvel"),
    ],
)
def test_titles_and_initials_are_read(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Police chief Abdul Fikri Rosman said the net was wide. Abdul Fikri said his men would wait.",
            "his men",
            "Abdul Fikri Rosman",
        ),
        ("Abdul Fikri said his men would wait. Abdul Fikri Rosman was calm.", "his men", "Abdul Fikri Rosman"),
        (
            "Police chief Wan Fikri Rosman Wan Latif said the net was wide. Wan Fikri Rosman said his men would wait.",
            "his men",
            "Wan Fikri Rosman Wan Latif",
        ),
        ("Wan Fikri Rosman said his men would wait.", "his men", "Wan Fikri Rosman"),
        (
            "Police chief Syed Lokman Syed Abdul Latif said the net was wide. Syed Lokman said his men would wait.",
            "his men",
            "Syed Lokman Syed Abdul Latif",
        ),
        # of two people a beginning names neither; another beginning is somebody else's
        (
            "Abdul Fikri Rosman and Abdul Fikri Zaidan met. Abdul Fikri said his men would wait.",
            "his men",
            "Abdul Fikri",
        ),
        ("Police chief Abdul Fikri Rosman left. Abdul Latif said his men would wait.", "his men", "Abdul Latif"),
        # what is named after somebody is nobody else
        ("Abdul Fikri opened the Abdul Fikri Center. Abdul Fikri said his men would wait.", "his men", "Abdul Fikri"),
        # surnames that look like verbs
        ("Mayor Karim Said told reporters the net was wide.", "net was wide", "Karim Said"),
        ("“The net is wide,” Karim Said told reporters.", "net is wide", "Karim Said"),
        ("Mayor Peter Has confirmed that the net was wide.", "net was wide", "Peter Has"),
        ("Constable Karim Said was hurt on Monday near the old harbour.", "was hurt", None),
        ("Nora Finch Said the Old Pier Would Close", "Old Pier", "Nora Finch"),
        # a body of two halves, and a description without its comma
        (
            "The Norvanian Courts and Archives Service said it was short of paper.",
            "short of paper",
            "The Norvanian Courts and Archives Service",
        ),
        ("“We hope to stay,” said Nora Finch a nurse at Halden School.", "hope to stay", "Nora Finch"),
    ],
)
def test_names_of_many_countries_are_whole(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The young diver’s mother named him as 22-year-old Robin Amsel. She says he had been tired.\nPolice say "
            "Amsel is in custody.",
            "had been tired",
            "The young diver’s mother",
        ),
        ("The premier’s wife praised Robin Amsel. She said that Amsel would win.", "would win", "The premier’s wife"),
        (
            "Mosammat Rehana Khatun, 30, sat in the dock.\nOfficer Tom Lyle said he was told to look.\nThe film showed "
            "that Rehana led them in.\nWhen they reached the gate, they stopped, he said.",
            "reached the gate",
            "Tom Lyle",
        ),
        (
            "A clerk, Lamin Darbo, gave evidence before Justice Femi Obi. According to him, the box was empty.",
            "box was empty",
            "Lamin Darbo",
        ),
        (
            "Mayor Tom Lyle told the court when he asked the usher for a chair she laughed at him.",
            "when he asked the usher",
            "Tom Lyle",
        ),
    ],
)
def test_whom_a_pronoun_means(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The council said the pier was shut. It said the work would last.", "work would last", "The council"),
        ("The judiciary said the pier was shut. The work, it said, would last.", "would last", "The judiciary"),
        (
            "The report told of a leak. Holt Water denied it. The report said all was dry. It said the work would "
            "last.",
            "work would last",
            "The report",
        ),
        (
            "Halden Bank said the pier was shut. The company said it was sorry. It said the work would last.",
            "work would last",
            "Halden Bank",
        ),
        ("The mayor said the pier was shut. It said the work would last.", "work would last", "It"),
        (
            "Mr Holm’s lawyer, Ivo Tarrant, spoke on Monday. Tarrant asserted that it mattered.\n\n“The rest is "
            "trivial,” "
            "said the lawyer.",
            "rest is trivial",
            "Ivo Tarrant",
        ),
        (
            "Leader of the Opposition in the Marla Assembly, Kavita Deshpur, said the pier was shut. The LoP said "
            "it was "
            "late.",
            "it was late",
            "Kavita Deshpur",
        ),
        (
            "The Norvanian Government's Cabinet Secretary for Ports has denied that a pier was sold.\n\nA letter "
            "went to "
            "Ida Moss, the Norvanian Government's Cabinet Secretary for Ports.",
            "pier was sold",
            "Ida Moss",
        ),
        (
            "Director General Ivo Tarrant of the Norvanian National Police met them. Tarrant said he was "
            "calm.\n\nThe NNP "
            "chief said one pier was shut.",
            "one pier was shut",
            "Ivo Tarrant",
        ),
        (
            "Police Commissioner Ivo Tarrant said the pier was shut.\n\nMayor Ida Moss disagreed.\n\nThe top cop "
            "said it was "
            "late.",
            "it was late",
            "Ivo Tarrant",
        ),
        ("Mayor Ida Moss said the pier was shut. The top cop said it was late.", "it was late", "The top cop"),
        # of two people of a surname, not the one who is dead
        (
            "Premier Ivo Amsel spoke of the assassination of former premier Karl Amsel, MP Ida Moss told Karst "
            "TV.\n\nIn "
            "his remarks, Amsel said in an interview that the pier was sold.",
            "pier was sold",
            "Ivo Amsel",
        ),
        (
            "In recent remarks, leader of the Norvanian People’s Party, or NPP, Ivo Tarrant said President Ida "
            "Moss was "
            "cross.",
            "was cross",
            "Ivo Tarrant",
        ),
        (
            "Premier Karl Amsel was told of in the house.\nHowever, at a press conference late Monday, party "
            "spokesman and "
            "deputy leader Ivo Tarrant hit back at the comments. “Did they ask you?” he said.",
            "Did they ask",
            "Ivo Tarrant",
        ),
        ("Department of Ports, Trade, and Labour CEO Ida Moss said the pier was shut.", "pier was shut", "Ida Moss"),
        (
            "It was a turn for the harbour commissioner who when the case was first told of by Karst media last "
            "month said "
            "the pier was shut.",
            "pier was shut",
            "the harbour commissioner",
        ),
    ],
)
def test_whom_a_description_or_it_means(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Tarrant left with R K Moss, who is calling all the shots in the harbour.",
        "Director Ivo Tarrant on Monday sacked three guards in Holt for failing to see the boat.",
        "At the meeting, senior councillors received the engineers’ report on the plan to close the pier.",
        "The Board of Pilots convened Monday to further discuss the Harbour Plan 2030 and the fee of the port.",
        "Residents have until May 21 to respond to the plan to close the pier.",
        "The talk was held after senior officers saw the family of the late pilot to inform them of the death of "
        "the man.",
        "Anglers have submitted a response to the consultation on the closure of the pier.",
    ],
)
def test_what_is_done_or_to_be_done_is_not_said(attributor: NewsAttributor, text: str) -> None:
    assert not statements(attributor, text)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # ranks and offices by their initials, of many countries
        ("Sub-Inspector Ravi Palan said it rained. SI Palan said it was late.", "it was late", "Ravi Palan"),
        ("PCol. Jaime Dela Vega said it rained. P/SSupt Dela Vega said it was late.", "it was late", "Jaime Dela Vega"),
        ("Divisional Police Officer, CSP Bala Ekong, said it rained. The DPO said it was late.", "late", "Bala Ekong"),
        # who acts for the holder of an office in small letters
        ("Personal assistant to the late minister Mia Lund, Owen Tarrant, said it rained.", "rained", "Owen Tarrant"),
        (
            "A spokesman for union leader Mia Lund said it rained.",
            "rained",
            "A spokesman for union leader Mia Lund",
        ),
        ("A spokesman for the ministry, Colonel Owen Tarrant, said it rained.", "rained", "Owen Tarrant"),
        ("Daughter of Premier Mia Lund, Ida Moss, said it rained.", "rained", "Ida Moss"),
        # names of several words
        ("Mayor Ramon “Mon” San Diego Jr. said it rained. San Diego said it was late.", "late", "Ramon San Diego Jr."),
        (
            "Deputy João da Mata e Silva said it rained. Da Mata e Silva said it was late.",
            "late",
            "João da Mata e Silva",
        ),
        ("Umm Karim said it rained. Abu Karim said it was late.", "it was late", "Abu Karim"),
        ("Datuk Nor Azlan Rosman said it rained. Nor Azlan said it was late.", "it was late", "Nor Azlan Rosman"),
        ("Deputy minister Loke Chin Wei said it rained. Loke said it was late.", "it was late", "Loke Chin Wei"),
        ("Adviser Sitiveni Qio said it rained. Ratu Sitiveni said it was late.", "it was late", "Sitiveni Qio"),
        ("Holt East MP Robert Mukasa aka Bobi Lune said it rained.", "rained", "Robert Mukasa"),
        ("Minister without Portfolio Owen Tarrant said it rained.", "rained", "Owen Tarrant"),
        ("Lawyer M. Palanivar said it rained.", "rained", "M. Palanivar"),
    ],
)
def test_ranks_and_names_of_many_countries(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


def test_whom_a_phrase_names_has_its_office(attributor: NewsAttributor) -> None:
    text = (
        "After his talks with the Norvanian president, Tarrant said in an interview that it rained. Ivo Tarrant slept."
    )
    (told,) = statements(attributor, text)
    assert (told.speaker, told.role) == ("Ivo Tarrant", None)
    (told,) = statements(attributor, "On Friday the president, Ivo Tarrant, said that it rained.")
    assert (told.speaker, told.role) == ("Ivo Tarrant", "president")


def test_words_begin_behind_their_dateline(attributor: NewsAttributor) -> None:
    text = "Marlapur, Sept 14 (PTI) Three barges sank off the pier, police said."
    (told,) = statements(attributor, text)
    assert text[told.start : told.end].startswith("Three barges")


def test_words_begin_behind_that(attributor: NewsAttributor) -> None:
    text = "Party leader Ivo Tarrant told reporters after the long meeting that the ‘kind offers’ would end."
    (told,) = statements(attributor, text)
    assert text[told.start : told.end].startswith("that the")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The outspoken Mukasi MP said it rained.", "rained", "The outspoken Mukasi MP"),
        ("A note from Ida Moss was shown to the jury: “I am sorry for all of it.”", "sorry for all", "Ida Moss"),
        (
            "Police chief Wan Fikri Rosman left. Wan Fikri Rosman was quoted saying how the boats were found late.",
            "how the boats",
            "Wan Fikri Rosman",
        ),
        # who is called by her given name, where nobody is called by her surname
        ("Minister Indira Palan’s speech was long.\n\nMs Indira said it rained.", "rained", "Indira Palan"),
        ("Minister Indira Palan spoke. Ms Indira said it rained. Palan slept.", "rained", "Indira"),
    ],
)
def test_how_somebody_is_called(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # what an office is of, before the name
        ("Minister for Minor Irrigation Shivraj Bolgundi said the pump failed.", "pump", "Shivraj Bolgundi"),
        ("Minister for Rural Water Supply Ravi Kalmane said the pump failed.", "pump", "Ravi Kalmane"),
        ("Minister for Irrigation Shivraj Bolgundi said the pump failed.", "pump", "Shivraj Bolgundi"),
        # a seat by its initials behind a party; initials of a name
        ("Kesh Avid MK Eli Shomron said the ferry bill will pass.", "ferry bill", "Eli Shomron"),
        (
            "Kesh Avid MK Uri Bar-Sela, a member of the panel, appears glad. Bar-Sela says he believes the bill will "
            "pass.",
            "the bill will",
            "Uri Bar-Sela",
        ),
        ("The chief minister MK Devaraj said the ferry bill will pass.", "ferry bill", "MK Devaraj"),
        # a body's initials between office and name
        (
            "The organizing secretary of HRL Belal Anwar Khosro claimed that the pier was sold.",
            "pier was sold",
            "Belal Anwar Khosro",
        ),
        ("The secretary of HNP Rahim Moyin Khan said it was wrong.", "was wrong", "Rahim Moyin Khan"),
        ("The secretary of HNP said it was wrong.", "was wrong", "The secretary of HNP"),
        # an office before a given name, and another office
        (
            "Senator Lourdes Quintana scolded the ferrymen.\n\nOn Thursday, Senator Lourdes said that the tide is "
            "confusing.",
            "tide is",
            "Lourdes Quintana",
        ),
        (
            "Senator Lourdes Quintana scolded the ferrymen.\n\nOn Thursday, Mayor Lourdes said that the tide is "
            "confusing.",
            "tide is",
            "Lourdes",
        ),
        # officers
        ("Officer-in-Charge Monjur Kabiri said boats will be checked.", "boats", "Monjur Kabiri"),
        (
            'SI Sohail Ranak said he was on duty.\n\nSI Ranak said, "I have not yet seen the boat."',
            "not yet seen",
            "Sohail Ranak",
        ),
        ("Si Thu Ranak said he was on duty.", "on duty", "Si Thu Ranak"),
        # what stands before a colon beside the name
        (
            "Minister Patrick Tolloch told the paper he was satisfied.\n\nAdded Tolloch: “I am sure that this can be "
            "done by rowing.”",
            "by rowing",
            "Patrick Tolloch",
        ),
        (
            "Mr Dunmore added: “I hope the Government will be stung into rowing.”\n\nHRUL Comment:\n\nWe are not "
            "holding our breath here on the islands.",
            "holding our breath",
            "HRUL",
        ),
        # a body's initials, of which somebody is the head
        (
            "Director of the Karst HPA, the Haldish diver Nora Falk said the wall would hold.",
            "wall would",
            "Nora Falk",
        ),
        ("Director of Karst HPA Nora Falk said the wall would hold.", "wall would", "Nora Falk"),
        (
            "Head of the Karst HPC, the Haldish diver Nora Falk leads the work. She insists that the wall will hold.",
            "wall will",
            "Nora Falk",
        ),
        ("Director of the Port, the Haldish diver Nora Falk said the wall would hold.", "wall would", "Nora Falk"),
        ("President of Norvania ROE said the wall would hold.", "wall would", "Roe"),
    ],
)
def test_names_stand_apart_from_what_their_offices_are_of(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Regional organiser for the union Anker, Tim Jellock, said the quay was old.", "Tim Jellock"),
        ("Spokesman for the club Halden, Tim Jellock, has said the quay was old.", "Tim Jellock"),
        ("A leader of the union Anker, which has 40 members, said the quay was old.", "A leader of the union Anker"),
        # the body itself
        ("The union Anker said the quay was old.", "Anker"),
    ],
)
def test_a_body_that_an_office_is_of_is_not_its_holder(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert who_says(attributor, text, "quay was old") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ruler of Tarn, Eze Monday Ogwara, met them. Ogwara said the quay was old.", "Monday Ogwara"),
        ("Mr Sunday Balogo met them. Balogo said the quay was old.", "Sunday Balogo"),
        ("Eze Okaro met them. Okaro said the quay was old.", "Eze Okaro"),
        # a surname, and the day of a meeting
        ("Julius Eze, a trader, met them. Eze said the quay was old.", "Julius Eze"),
        ("They met Mr Lindholm Sunday. Jane Ostrand said the quay was old.", "Jane Ostrand"),
    ],
)
def test_a_day_is_a_given_name_behind_a_title(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert who_says(attributor, text, "quay was old") == speaker
