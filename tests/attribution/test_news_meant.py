"""Who is meant by a name, an office, initials or a pronoun where something else stands nearer."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_COUPLE = "Kerry and Len Holt have run the mill since 1990.\n\n"
_INQUEST = "Dr Stan Olek told the inquest that the ferry was full.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Mayor Stan Olek said the quay was late. He blamed Councillor Tom Lind for it. He said the tide was near.",
            "tide was near",
            "Stan Olek",
        ),
        (
            "Mayor Stan Olek said the quay was late. Police arrested Senator Tom Lind on Monday. He said the tide was "
            "near.",
            "tide was near",
            "Stan Olek",
        ),
        (
            "Treasurer Stan Olek said the quay was late. Norvanian conservative Prime Minister Tom Lind came to Tarn. "
            "He said the tide was near.",
            "tide was near",
            "Tom Lind",
        ),
        (
            _INQUEST + "Earlier the inquest heard from Tom Lind, a diver.\n\nHe said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "Yesterday the court heard evidence from Inspector Tom Lind.\n\nHe said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "Evidence was also given by Tom Lind, the diver. He said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "He had a letter from Tom Lind, a diver. He said the water was cold.",
            "water was cold",
            "Stan Olek",
        ),
        (_COUPLE + "“It is late,” Mrs Holt said.", "It is late", "Mrs Holt"),
        ("Farmers " + _COUPLE + "“It is late,” Ms Holt said.", "It is late", "Ms Holt"),
        (_COUPLE + "“It is late,” Mr Holt said.", "It is late", "Len Holt"),
        ("Jane and John Holt run the mill.\n\n“It is late,” Mrs Holt said.", "It is late", "Jane Holt"),
        (
            "The DA has called for a new vote.\n\nDA councillor Lena Holt said the count was slow.",
            "new vote",
            "The DA",
        ),
        ("DA MP Lena Holt said the count was slow. The DA said it would go to court.", "go to court", "The DA"),
        ("Lena Holt, CM of Tarn, said the count was slow. The CM said it was late.", "was late", "Lena Holt"),
        ("FM spokesman Lena Holt said the count was slow. The FM said it was late.", "was late", "The FM"),
    ],
)
def test_who_is_meant(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


_MAYOR = "News of the day in brief\n\nMayor Stan Olek said the quay was late.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Mayor Lena Holt confirmed the sale, first proposed in March, to the Tarn Gazette.",
            "the sale",
            "Lena Holt",
        ),
        ("Police confirmed the theft to the Tarn Gazette.", "the theft", "Police"),
        ("Lena Holt, according to her agent, told the court that the boat was lost.", "boat was lost", "Lena Holt"),
        (
            "The elders in attendance, according to our inquiries, however, told the mayor that the boat was lost.",
            "boat was lost",
            "The elders in attendance",
        ),
        ("According to Lena Holt, the court heard that the boat was lost.", "boat was lost", "Lena Holt"),
        (
            _MAYOR + "Gumede: Damage to rail put at R8m\n\nHe said this was due to the storms.",
            "due to the storms",
            "Gumede",
        ),
        (
            _MAYOR + "Watch: Quay opens after the gale\n\nHe said this was due to the storms.",
            "due to the storms",
            "Stan Olek",
        ),
        (
            "Mayor Stan Olek said the quay was late.\nPort Dept: No need to panic yet about rising tides\nAccording to "
            "the Institute of Waters (IOW), most of the damage was in Tarn.",
            "No need to panic",
            "Port Dept",
        ),
        (
            'A council has apologised to the owner of a dog that died after being left in a van on a pier dubbed "the '
            'road to nowhere".',
            "road to nowhere",
            None,
        ),
        (
            'The council has apologised for a hostel that "fell short of its aims".',
            "fell short",
            "The council",
        ),
        (
            "On Monday, a Harbour press officer for Ports and Waters, Quays and Law issued a statement to this paper, "
            "which said, “We have seen the map.”\nShe added, “Our doubts are well known.”",
            "doubts are well known",
            "a Harbour press officer for Ports and Waters",
        ),
        (
            "Mayor Lena Holt sent an email to traders, which read, “We have seen the map.”\n\nShe added, “Our doubts "
            "are well known.”",
            "doubts are well known",
            "Lena Holt",
        ),
        (
            "Mayor Lena Holt was late.\n\nThe board of the port published a report, which said, “The quay is safe.”",
            "quay is safe",
            "The board of the port",
        ),
    ],
)
def test_who_stands_beside_does_not_say_it(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_whose_subject_alone_stands_before_a_source_says_nothing(attributor: NewsAttributor) -> None:
    text = "The elders in attendance, according to our inquiries, however, told the mayor that the boat was lost."
    assert [text[one.start : one.end] for one in statements(attributor, text)] == ["that the boat was lost"]


def test_a_line_that_leads_elsewhere_speaks_not(attributor: NewsAttributor) -> None:
    text = (
        "“I do not want to have to step in any more to take away more powers from harbour boards in this "
        "process, but it is becoming very difficult as I see more objections,” he told Tarn Radio’s Today with "
        "Anna Holm show.\n\n“We are very robust in our rules to protect the small boat from having a big firm "
        "or a big entity or big powerful wealthy player stepping up and we will not be able to do that and we "
        "should not because people should have a right to make sure that they can.\n\nREAD SOME MORE\n\n“So "
        "many bad decisions were made that damaged old quays, damage to the shore, so we can never take away "
        "the ability and the right and the duty of the single rower to object to something that they think is "
        "wrong, but we have to be able to part that from people who are living on a boat in a nice bay and they "
        "just do not want any more boats in that bay.”"
    )
    assert "MORE" not in (said(attributor, text, "So many bad decisions").speaker or "")


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("DA Clrs Lena Holt and Petra Kell say that the quay is late.", "quay is late", ("Lena Holt", "Petra Kell")),
        ("Superintendent Stan Olek here on Sunday said that the fire was out.", "fire was out", ("Stan Olek",)),
        ("The traders here said that the fire was out.", "fire was out", ("The traders here",)),
        (
            "Senior Superintendent of Police (SSP) Operations Stan Olek said that the fire was out.",
            "fire was out",
            ("Stan Olek",),
        ),
        (
            "Deputy Inspector General (DIG) Traffic Paul Olek said that the fire was out.",
            "fire was out",
            ("Paul Olek",),
        ),
        (
            "“We were let down,” analysts Kevin Kell and Matthew Holt wrote in a note.",
            "let down",
            ("Kevin Kell", "Matthew Holt"),
        ),
        (
            "“We were let down,” residents Anna Kell and Tom Lind said.",
            "let down",
            ("Anna Kell", "Tom Lind"),
        ),
        ("Jane Holt and her brother Graham said the boat was lost.", "boat was lost", ("Jane Holt", "Graham")),
        ("Jane Holt’s brother Graham said the boat was lost.", "boat was lost", ("Graham",)),
        (
            "The Institute of Tolls, Quays and Law has accused the board of failing divers.",
            "failing divers",
            ("The Institute of Tolls, Quays and Law",),
        ),
        (
            "The Norport Rowers, Anglers and Divers Union has accused the board of failing divers.",
            "failing divers",
            ("The Norport Rowers, Anglers and Divers Union",),
        ),
        (
            "The Institute of Law, Jane Roe and Tom Lind said the strike would go on.",
            "strike would go on",
            ("The Institute of Law",),
        ),
        (
            "Unions including Rowan, the TUW and Orrin said the strike would go on.",
            "strike would go on",
            ("Unions including Rowan, the TUW and Orrin",),
        ),
        (
            "A group of angry traders halted trading and loading at Tarn Quay Market, in Karst, accusing the clerks of "
            "theft.",
            "clerks of theft",
            ("A group of angry traders",),
        ),
        (
            "Parents affected by the flood, accusing the board of neglect, said they would sue.",
            "board of neglect",
            ("Parents affected by the flood",),
        ),
        (
            "The merger of Holt and Kell could put 11 shops in Norvania at risk of closure.\n\nAccording to the TUW "
            "around 68 shops and depots across Norvania would be at risk.\n\nThe TUW has warned of strikes.",
            "depots across",
            ("the TUW",),
        ),
        ("Finance MEC Thandi Holt said the budget was small.", "budget was small", ("Thandi Holt",)),
        ("MEC for Education Bheki Holt said the budget was small.", "budget was small", ("Bheki Holt",)),
        (
            "Thandi Holt, MEC for Finance, said the budget was small. The MEC said it would grow.",
            "it would grow",
            ("Thandi Holt",),
        ),
    ],
)
def test_names_are_whole_and_no_more(
    attributor: NewsAttributor, text: str, words: str, speakers: tuple[str, ...]
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, *found.joined_by) == speakers


def test_an_office_by_its_initials_is_told_whole(attributor: NewsAttributor) -> None:
    assert said(attributor, "Finance MEC Thandi Holt said the budget was small.", "budget").role == "Finance MEC"


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("The Chairman, Senate Committee on Ports, Senator Stan Olek, said it was late.", "late", ("Stan Olek",)),
        ("The Minister of State, Harbour Resources, Stan Olek, said it was late.", "late", ("Stan Olek",)),
        ("The Chairman, Harl Bank, Jane Holt and Tom Lind said it was late.", "late", ("Jane Holt", "Tom Lind")),
        (
            "Leaders of Rowan and the TUW joined the march.\n\nThey called for the board to limit tolls.",
            "limit tolls",
            ("Leaders of Rowan and the TUW",),
        ),
        (
            "Thieves should face longer sentences, a Liberal MP has demanded.\n\nYasmin Holt (Karstborough) has called "
            "for a new law to be made.",
            "longer sentences",
            ("Yasmin Holt",),
        ),
        (
            "Thieves should face longer sentences, a Liberal MP has demanded.\n\nYasmin Holt (Karstborough) and Tom "
            "Lind (Tarn) have called for a new law to be made.",
            "longer sentences",
            ("a Liberal MP",),
        ),
        ("Harbour workers marched on Monday. They said the crane was unsafe.", "unsafe", ("Harbour workers",)),
        ("The striking nurses met Mayor Jane Holt on Monday. They said the crane was unsafe.", "unsafe", ("They",)),
        (
            "A group of traders halted sales at Tarn Market, accusing the clerks of theft.\n\nThey added that the fish "
            "was late.",
            "fish was late",
            ("A group of traders",),
        ),
        (
            "Jane and Susan Holt welcomed the verdict.\n\nIn a statement, they said: “The hearing showed there was "
            "a delay.”",
            "hearing showed",
            ("Jane Holt", "Susan Holt"),
        ),
    ],
)
def test_who_speaks_behind_offices_and_as_they(
    attributor: NewsAttributor, text: str, words: str, speakers: tuple[str, ...]
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, *found.joined_by) == speakers


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("“This is theft,” said an angry Mayor Olek. Mayor Stan Olek said he would leave.", "would leave", "Mayor"),
        ("“This is theft,” said a furious Paul Olek.", "This is theft", None),
        (
            "Jane Holt, minister of tolls, quays and tourism, said changes had been made.",
            "changes had",
            "minister of tolls, quays and tourism",
        ),
        ("Jane Holt, minister of tolls, smiled and left, and said it was shut.", "it was shut", "minister of tolls"),
        (
            "Jane Holt, a famed diver and founding head of the Tarn Reef Service, said the reef was dying.",
            "reef was dying",
            "famed diver and founding head of the Tarn Reef Service",
        ),
        (
            "Rangers need better boats, said the reef expert Stephen Okell. Poachers also use radios, said Okell.",
            "Poachers",
            "Reef expert",
        ),
    ],
)
def test_offices_are_whole_and_stay(attributor: NewsAttributor, text: str, words: str, role: str | None) -> None:
    assert said(attributor, text, words).role == role


@pytest.mark.parametrize(
    "text",
    [
        "Tom Kell, 20, drowned.\n\nMembers of Mr Kell’s family hoped to read letters to the Tarn High Court last week "
        "on how the accident had affected them.",
        "Registered divers, diving students and friends arrived in buses and rallied Wednesday, hoping to bring "
        "attention to the current state of the town’s harbour system.",
    ],
)
def test_who_hopes_to_do_it_says_nothing(attributor: NewsAttributor, text: str) -> None:
    assert not statements(attributor, text)


def test_who_hopes_for_it_still_does(attributor: NewsAttributor) -> None:
    assert said(attributor, "Mayor Jane Holt hopes to open the quay in May.", "open the quay").speaker == "Jane Holt"
