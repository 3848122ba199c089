"""Who speaks where a second source stands beside the first: outlets that quote, reporters that tell, several as one,
families, whoever was asked, and words that are nobody's name."""

from __future__ import annotations

import pytest

from index.attribution.news.drafts import Draft
from index.attribution.news.reader import NewsAttributor
from index.attribution.news.subjects import without_byline
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The agency Tanjo quoted Defence Minister Oleg Varn as saying that no ships had left the harbour.",
            "no ships had left",
            "Oleg Varn",
        ),
        ("“We will not sign,” Interfax quoted Foreign Minister Pavel Dorn as saying.", "We will not", "Pavel Dorn"),
        ("“The dam is safe,” Rosa Tanaka was quoted as saying by the Halden Courier.", "dam is safe", "Rosa Tanaka"),
        ("According to Reuters, Prime Minister Anna Sool said the talks had failed.", "talks had failed", "Anna Sool"),
        (
            "Governor Hal Munro said the levee would hold, Courier reporter Jana Pohl reported on Tuesday.",
            "levee would hold",
            "Hal Munro",
        ),
        (
            "The Courier’s Tim Sander reported that Senator Vera Lutz had said she would vote no.",
            "she would vote no",
            "Vera Lutz",
        ),
        ("“The branches will open,” said a spokesman for the Ministry of Ports, Iwo Rand.", "branches", "Iwo Rand"),
        (
            "A spokesman for Mr. Munro, Tod Eller, declined to comment. “We have nothing to add,” Mr. Eller said.",
            "nothing to add",
            "Tod Eller",
        ),
        (
            "One pastor supporting Mr. Munro, Silas Oram of Hill Church, said that he had made 150 calls.",
            "had made 150 calls",
            "Silas Oram",
        ),
        ("A lawyer representing Ms. Vera Lutz, Tim Vass, said the claim was false.", "claim was false", "Tim Vass"),
        ("“This changes the rule,” said Peter Lund of the National Retail Board.", "changes the rule", "Peter Lund"),
        ("A visibly shaken Mr. Lund, the mayor of Karst, said it was over.", "it was over", "Lund"),
    ],
)
def test_who_is_quoted_and_not_who_quotes(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    found = said(attributor, text, words)
    assert found.speaker == speaker
    assert speaker.split()[-1] not in text[found.start : found.end]  # the words alone, not who says them


@pytest.mark.parametrize(
    ("text", "words", "speaker", "others"),
    [
        ("“We have lost a friend,” said Oda Lund and Peter Brandt.", "lost a friend", "Oda Lund", ["Peter Brandt"]),
        (
            "“This law is a mistake,” Senators Oda Lund of Halden and Peter Brandt of Karst wrote in a letter.",
            "law is a mistake",
            "Oda Lund",
            ["Peter Brandt"],
        ),
        (
            "“The port must stay open,” President Jonas Halvorsen, Prime Minister Anna Sool and Chancellor Ruth Keil "
            "said in a joint statement.",
            "port must stay",
            "Jonas Halvorsen",
            ["Anna Sool", "Ruth Keil"],
        ),
        (
            "Both Oda Lund, the mayor, and Peter Brandt, the sheriff, said that the road was safe.",
            "road was safe",
            "Oda Lund",
            ["Peter Brandt"],
        ),
        ("UNICEF and WHO said children were at risk.", "children were", "UNICEF", ["WHO"]),
        (
            "The United States and Norvania said in a joint statement that they would share the river.",
            "share the river",
            "United States",
            ["Norvania"],
        ),
    ],
)
def test_all_who_speak_as_one(
    attributor: NewsAttributor, text: str, words: str, speaker: str, others: list[str]
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, list(found.joined_by)) == (speaker, others)
    assert found.role is None or not any(name in found.role for name in others)


@pytest.mark.parametrize(
    "text",
    [
        "Oda Lund, a friend of Peter Brandt and Ida Roe, said that the road was safe.",
        "Oda Lund, mayor of Halden and Karst, said that the road was safe.",
        "The Department of Health and Human Services said that the road was safe.",
        "Oda Lund, who met Peter Brandt and Ida Roe, said that the road was safe.",
        "Lund and Brandt, a law firm, said that the road was safe.",
        "The HARK Teachers said that the road was safe.",
    ],
)
def test_who_is_named_beside_the_speaker_does_not_speak(attributor: NewsAttributor, text: str) -> None:
    assert said(attributor, text, "road was safe").joined_by == ()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "The parents, Karim and Leila Sarro, lost their son, Captain Jamal Sarro. “We are proud of Jamal,” Ms. "
            "Sarro said. “He was our boy,” Mr. Sarro said.",
            {"proud of Jamal": "Leila Sarro", "our boy": "Karim Sarro"},
        ),
        (
            "Tom and Ada Quill run the mill. Their son Ben died in 2019. “Ben loved the mill,” Mr. Quill said. “He was "
            "a good son,” Mrs. Quill said.",
            {"loved the mill": "Tom Quill", "good son": "Ada Quill"},
        ),
        (
            "The couple, Viktor Amsel and his wife, Dora, sold the farm. “We had no choice,” Mrs. Amsel said.",
            {"no choice": "Dora Amsel"},
        ),
        (
            "Brothers Emil and Otto Lang own the shop. “We will close it,” Emil Lang said. “I am tired,” Otto said.",
            {"will close it": "Emil Lang", "am tired": "Otto Lang"},
        ),
        (
            "Edvin Holt asked Leila Sarro whether she would speak. “I will not speak,” she replied.",
            {"will not speak": "Leila Sarro"},
        ),
        (
            "A reporter asked Mara Veit if Governor Hal Munro had lied. “I never said so,” she replied.",
            {"never said so": "Mara Veit"},
        ),
    ],
)
def test_families_and_whoever_was_asked(attributor: NewsAttributor, text: str, answers: dict[str, str]) -> None:
    assert {words: said(attributor, text, words).speaker for words in answers} == answers


@pytest.mark.parametrize("first", ["The couple, Robin and Sasha Sorel,", "Robin Sorel and Sasha Sorel"])
def test_a_title_that_may_mean_two_names_nobody(attributor: NewsAttributor, first: str) -> None:
    text = f"{first} own the shop. “We will close it,” Ms. Sorel said."
    assert said(attributor, text, "close it").speaker not in ("Robin Sorel", "Sasha Sorel")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ludo van den Berg runs the dyke. “It will hold,” Van den Berg said.", "will hold", "Ludo van den Berg"),
        ("Analyst Park Ji-woo spoke first. “Prices fall in May,” Park said.", "Prices fall", "Park Ji-woo"),
        ("Minister Nguyen Thi Lan came late. “The dam is full,” Ms. Lan said.", "dam is full", "Nguyen Thi Lan"),
        (
            "Sheikh Mohammed bin Rashid al-Karim opened the port. “The port is ours,” Sheikh Mohammed said.",
            "port is ours",
            "Mohammed bin Rashid al-Karim",
        ),
        (
            "Brandt Motors will cut jobs. Brandt said the plant in Karst would close. Detective Olaf Brandt of the "
            "city police was not involved.",
            "plant in Karst",
            "Brandt Motors",
        ),
        ("Anna Sool left early. Sool’s letter of May said that the talks had failed.", "talks had", "Anna Sool"),
    ],
)
def test_names_in_other_orders_and_of_companies(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who said the bridge was safe, left early.",
        "The report, which said that the bridge was safe, was published on Friday.",
        "Those who said that the bridge was safe were right.",
        "“It was a long year, and I said that the bridge was safe,” the letter went on.",
    ],
)
def test_little_words_are_nobody(attributor: NewsAttributor, text: str) -> None:
    (found,) = attributor.attribute_many([(text, None)])
    assert not {(s.speaker or "").lower() for s in found} & {"who", "which", "that", "i", "those"}


def test_a_headline_at_the_top_in_small_letters_is_no_quotation(attributor: NewsAttributor) -> None:
    text = "Otto Brenn: court lifts travel ban\n\nA court on Friday lifted the travel ban on Otto Brenn."
    (found,) = attributor.attribute_many([(text, "Otto Brenn: court lifts travel ban")])
    assert "Otto Brenn" not in [s.speaker for s in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The HARK Teachers of Halden said that the road was safe.", "The HARK Teachers of Halden"),
        ("HARK Director Jane Lund said that the road was safe.", "Jane Lund"),
        ("JD Lund, the mayor, said that the road was safe.", "JD Lund"),
    ],
)
def test_initials_before_a_name_keep_their_case(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "road was safe").speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Robert Amadi, the chief engineer, said the pipes were old. “I wrote three memos,” he said.\n\n"
            "His wife, Priya Amadi, who leads the nurses’ union, accused the city of hiding it. “My members saw "
            "the children come in,” Amadi said.",
            "members saw",
            "Priya Amadi",
        ),
        (
            "Robert Amadi, the chief engineer, said the pipes were old. “We need new ones,” Amadi said. His sister, "
            "Priya Amadi, is a nurse. “The ward is full,” Amadi said.",
            "need new ones",
            "Robert Amadi",
        ),
        (
            "Mayor Robert Amadi opened the works. Amadi spoke for an hour, and Amadi took questions. The pipes were "
            "safe, Amadi said. His wife, Priya Amadi, was there. “The filters come on Monday,” Amadi said.",
            "filters come",
            "Robert Amadi",
        ),
        (
            "Senator Colm Hartog announced that he will run again. His opponent, the baker Grace Hartog, who is not "
            "related to him, said the senator had slept through the crisis.",
            "slept through",
            "Grace Hartog",
        ),
        (
            "Senator Colm Hartog will run again. Her brother, the poet of the town, said the senator had slept.",
            "had slept",
            "Her brother",
        ),
    ],
)
def test_whom_a_surname_means_that_two_people_have(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


ASKED = """\
The mayor met the press on the quay on Monday, the first time since the flood.

Jessy Welmer: Mr. Mayor, do you trust the harbour board?

We want to trust our partners. I trust those who help our people with the dykes.

Jo Klement: What do you expect from the islands?

They helped us from the first day, and I am grateful to them for it.

Clara Rost: Will you come back here in May?

I will come back when the dykes are done.
"""


@pytest.mark.parametrize("words", ["We want to trust", "They helped us", "I will come back"])
def test_an_answer_without_a_name_is_not_of_whoever_asked(attributor: NewsAttributor, words: str) -> None:
    (found,) = attributor.attribute_many([(ASKED, None)])
    speakers = {s.speaker for s in found if words in ASKED[s.start : s.end]}
    assert not speakers & {"Jessy Welmer", "Jo Klement", "Clara Rost"}


def test_words_behind_a_name_and_a_colon_are_hers_and_not_of_who_spoke_before(attributor: NewsAttributor) -> None:
    text = "Notes of the midday briefing.\n\nStefan: I cannot comment on that.\n\nMiriam: Nothing further to add."
    assert "Stefan" not in {
        s.speaker for s in attributor.attribute_many([(text, None)])[0] if "Nothing further" in text[s.start : s.end]
    }


LEADERS = """\
Norvania - Prime Minister's Office
The 21st Government
23.10.2031
Following are statements by Prime Minister Boris Nadal, Harbour Minister Joel Gordon and Fleet Chief-of-Staff Lt.-Gen. \
Hugo Hallevi, today, at the Pier in Norport, at the start of a harbour review. (All statements are translated from \
Norvanian.)
Prime Minister Nadal:
"I am here at a harbour review with Harbour Minister Joel Gordon and Fleet Chief-of-Staff Lt.-Gen. Hugo Hallevi. We \
are working together as one crew for one aim.
We back each other and we back the fleet - our rowers and our pilots.
I want the people of Norvania to know something else: We make the decisions here and in the Harbour Cabinet with one \
voice. We do so with great care. We do so with deep awareness.
We are rowing together and we will win together, only together."
Harbour Minister Gordon:
"In recent days, I have been on visits and inspections around the country. I have met with rowers in the north, in the \
Ground Crews, the Fleet and the Air Crews. I have met reservists and recruits. All of these rowers are very determined \
to carry out their tasks.
I welcome the forming of the Harbour Cabinet. I think it is a blessing for the State of Norvania and for the people of \
Norvania."
Fleet Chief-of-Staff Lt.-Gen. Hallevi:
"We are building a pier. I have seen that the crews in the field are ready and prepared."
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("one voice", "Boris Nadal"),
        ("on visits", "Joel Gordon"),
        ("a blessing", "Joel Gordon"),
        ("building a pier", "Hugo Hallevi"),
    ],
)
def test_a_label_on_its_line_names_who_says_the_words_below(
    attributor: NewsAttributor, words: str, speaker: str
) -> None:
    assert said(attributor, LEADERS, words).speaker == speaker


def test_a_heading_with_a_colon_is_nobody(attributor: NewsAttributor) -> None:
    text = "Mayor Jane Roe praised them. “They were quick,” she said.\n\nFull Statement:\n“We build a pier. I saw it.”"
    assert said(attributor, text, "build a pier").speaker == "Jane Roe"


def test_they_are_the_two_who_spoke_as_one_however_often_they_go_on(attributor: NewsAttributor) -> None:
    text = (
        "The picketing cooks warned of a strike.\n\nChairman Bilal Serwan and Secretary Walid Darro said that the "
        "stove had been cold for a year.\n\nThey said that forty cooks had left.\n\nThey also criticised the keeper "
        "for the price of the wood."
    )
    found = said(attributor, text, "the price of")
    assert (found.speaker, found.joined_by) == ("Bilal Serwan", ("Walid Darro",))


STRIKE = """\
The Harbour Secretary said it was “disappointing” that pilots had voted to strike, as he warned of delays.

Steve Barkley, who has been Harbour Secretary for a matter of weeks, wrote: “It is a pity that some voted for it.”

Shadow harbour secretary Wes Strand accused the board of “unacceptable negligence” after pilots voted.
"""


@pytest.mark.parametrize(
    ("words", "speaker", "role"),
    [
        ("disappointing", "Steve Barkley", "Harbour Secretary"),
        ("a pity", "Steve Barkley", "Harbour Secretary"),
        ("unacceptable", "Wes Strand", "Shadow harbour secretary"),
    ],
)
def test_whoever_shadows_an_office_does_not_hold_it(
    attributor: NewsAttributor, words: str, speaker: str, role: str
) -> None:
    found = said(attributor, STRIKE, words)
    assert (found.speaker, found.role) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "General secretary of the Royal College of Pilotage Pell Cullum said on Sunday that the gates were safe. "
            "“We are ready,” Pell Cullum said.",
            "gates were safe",
            "Pell Cullum",
        ),
        (
            "Secretary of the Institute of Harbour Studies Paul Jonsen said that tolls would fall.",
            "tolls would fall",
            "Paul Jonsen",
        ),
        (
            "The editor-in-chief of the country's state-run Harbour Times, Ada Lind, said that talks would go on.",
            "talks would go on",
            "Ada Lind",
        ),
    ],
)
def test_a_name_behind_a_body_or_a_long_office_is_found(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker", "role"),
    [
        (
            "Dr Richard Bettany, Head of Tidal Impacts Research at the Harbour Office, said the dykes would hold.",
            "dykes would hold",
            "Richard Bettany",
            "Head of Tidal Impacts Research at the Harbour Office",
        ),
        (
            "Prof Ada Poe, professor of law at the University of Karst, said the tolls were lawful.",
            "tolls were lawful",
            "Ada Poe",
            "professor of law at the University of Karst",
        ),
        (
            "Martin Seegert, co-director of the Tidal Institute, said the report was late.",
            "report was late",
            "Martin Seegert",
            "co-director of the Tidal Institute",
        ),
    ],
)
def test_an_office_behind_a_name_is_nobody_else(
    attributor: NewsAttributor, text: str, words: str, speaker: str, role: str
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, found.role) == (speaker, role)


def test_a_national_service_is_no_person(attributor: NewsAttributor) -> None:
    text = "The National Weather Service has issued warnings, saying that strong winds would continue."
    assert said(attributor, text, "strong winds").speaker == "The National Weather Service"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A councillor has said it is a ‘public shame’ residents of a Tarn estate have been ‘left in darkness’ with "
            "lights yet to be turned on writes Peter O'Holloran.\nCllr Robert Glynn raised it at last week’s meeting.",
            "public shame",
            "Robert Glynn",
        ),
        # who writes it says it
        ("The quay of Tarn will fall within a year, writes Jane Ostrand in her book.", "will fall", "Jane Ostrand"),
        (
            "Tom Mosser said that he was tired. “The quay of Tarn will fall,” writes Jane Ostrand.",
            "will fall",
            "Jane Ostrand",
        ),
    ],
)
def test_what_somebody_has_said_is_not_the_reporters(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sir, the first set is on the quay. Nilavani from Channel 9 Karst is asking, “Will the boats come back to "
            "the harbour of Tarn?”",
            "Nilavani from Channel 9 Karst",
        ),
        ("World number 1 Lindholm asked, “Will the boats come back to the harbour of Tarn?”", "Lindholm"),
    ],
)
def test_a_channels_last_word_is_nobodys_name(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "Will the boats").speaker == speaker


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sand at Tarn\n\nOur Reporter\n\nTired people, who live there, are worried about losing the quay.", False),
        # the subject of the verb in its own paragraph
        ("Sand at Tarn\n\nOur Reporter is there and, like all, is worried about losing the quay.", True),
    ],
)
def test_a_line_by_itself_above_is_not_who_says_it(text: str, kept: bool) -> None:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    draft = Draft((span("losing the quay"),), 0.9, span("worried about"), span("Our Reporter"), 0.9)
    assert without_byline(text, draft).mention == (draft.mention if kept else None)
