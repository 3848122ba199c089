"""Who speaks where the sentence before a quotation, an apposition, a relative or an epithet tells it."""

from __future__ import annotations

import pytest

from index.attribution.attribute import Attributor
from index.attribution.news.coreference.shouted import word_of
from index.attribution.news.reader import NewsAttributor
from index.model import Article
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


MINISTER = (
    "In a tweet, minister Jonas Weck wrote: “We will not let the furnaces go cold.”\n\n"
    "Rolf Hagen laughs when I read it to him. “Jonas said that? He told me in March to cut the losses.”"
)
MOTHER = (
    "Jamie Croft, 19, died in March, three days after he was turned away.\n\nSpeaking outside the court, his mother "
    "Tracey, 44, told how she had begged staff to keep him in. “They looked at me like I was mad,” the "
    "mother-of-three said."
)
DIVERS = (
    "Tomas Beran concedes the point but says the tree rings leave little room for doubt.\n\nLocal mayor Petr Dvorak "
    "hopes for tourists. “We have beer and a bridge,” he said through an interpreter."
)
SINGER = (
    "Critics sneered; the writer Ugo Sartori called it “grief with a chorus”.\n\n“Ugo never forgave me,” Matteo "
    "Ferrante said years later.\n\nHe met his wife, Lucia, at a strike. “He was singing flat,” she once told us."
)
CALL = (
    "Finance chief Don Alley said he saw no recovery.\n\nAsked if the dividend was safe, Alley said: “We have paid it "
    "for 146 years.” Diaz added: “And we intend to go on.” Ramona Diaz took over in July."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (MINISTER, "Jonas said that", "Rolf Hagen"),
        (MOTHER, "like I was mad", "Tracey"),
        (DIVERS, "beer and a bridge", "Petr Dvorak"),
        (SINGER, "singing flat", "Lucia"),
        (CALL, "intend to go on", "Ramona Diaz"),
        ("One of them, 67-year-old Hedda Brink, said they would cut the limes.", "cut the limes", "Hedda Brink"),
        ("Shah’s lawyer, advocate Sunil Rao, said his client was innocent.", "client was innocent", "Sunil Rao"),
        ("One neighbour, fisherman Odo Tallow, said the waves were high.", "waves were high", "Odo Tallow"),
    ],
)
def test_who_is_told_of_right_before_speaks(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_an_office_is_no_verb_and_names_nobody_else(attributor: NewsAttributor) -> None:
    text = (
        "“She was driving too fast,” said senior inspector Vijay Kale of Andheri.\n\nUnion president Teresa Oyela and "
        "hospital association head Paul Witt said in a joint statement that they would meet.\n\n"
        "One local woman, Karen Robison, pulled Rep. King aside. “Do not forget us,” Robison said."
    )
    inspector = said(attributor, text, "too fast")
    joint = said(attributor, text, "would meet")
    woman = said(attributor, text, "forget us")
    assert (inspector.speaker, inspector.role) == ("Vijay Kale", "senior inspector")
    assert (joint.speaker, joint.role, joint.joined_by) == ("Teresa Oyela", "Union president", ("Paul Witt",))
    assert (woman.speaker, woman.role) == ("Karen Robison", None)


def test_what_somebody_brushes_aside_is_denied(attributor: NewsAttributor) -> None:
    text = "The council voted for the tram on Tuesday, brushing aside warnings that two years of works would ruin them."
    assert said(attributor, text, "two years of works").stance == "denied"


def test_it_is_a_body_and_not_the_data_that_are_cited(attributor: NewsAttributor) -> None:
    text = (
        "Acme Tools said on Thursday it would cut 4,000 jobs. Analysts had expected revenue of $3.4 billion, according "
        "to Halden Exchange data. It reported $3.1 billion."
    )
    (found,) = attributor.attribute_many([(text, None)])
    assert {s.speaker for s in found if "3.1 billion" in text[s.start : s.end]} <= {"Acme Tools", "It"}


def test_words_told_according_to_others_are_who_spoke(attributor: NewsAttributor) -> None:
    text = (
        "Foreign Minister Sergei Belov, on a trip to Karst, told his Norvanian counterpart, Nala Mokoena, that "
        "Norvania was open to talks, according to a ministry readout."
    )
    assert said(attributor, text, "open to talks").speaker == "Sergei Belov"


def test_who_asks_is_nobody_by_name_in_a_printed_exchange(attributor: NewsAttributor) -> None:
    text = (
        "Chief Erika Shield - “We were called at four.”\n\nReporter - “Who owned the building?”\n\n"
        "Mayor Dan Holt - “A company in the islands.”"
    )
    assert said(attributor, text, "Who owned").speaker is None
    assert said(attributor, text, "company in the islands").speaker == "Dan Holt"


def test_an_adverb_before_a_name_is_no_part_of_it(attributor: NewsAttributor) -> None:
    text = "The vote was close. Interestingly Kelly Ayotte said that she would vote no. Ayotte said the bill was weak."
    (found,) = attributor.attribute_many([(text, None)])
    assert {s.speaker for s in found} == {"Kelly Ayotte"}


HARBOUR = (
    "The Karst State Commissioner of Environment and Water Resources Tokun Wabe said so on the radio on Thursday.\n\n"
    "A resident, Omo Tallow, blamed the government for the drains.\n\nHe said, “This flooding happens every year.”\n\n"
    "But the commissioner said the floods were not due to a lack of planning.\n\n"
    "He continued: “It is not for failure to plan that we had the flood,” Wabe said."
)
SHERIFF = (
    "“Not to insult anyone, but this was a huge misunderstanding,” Troy Tallow, one of Marn’s attorneys, told the "
    "judge, according to the Karst Advertiser.\n\n“The sheriff, for whatever reason, did not use his blue lights. "
    "My client was a child when this happened.”\n\n"
    "According to KVST-TV, a prosecutor said they have witnesses that say the sheriff called out his name."
)
HOUSE = (
    "Home Minister Dilip Wale said the officers may call anyone. “There is no plot,” he said.\n\n"
    "“The questions were changed by somebody in the office. I know who changed them. We are not afraid to go to jail. "
    "Therefore, we will face a legal battle, replied Devan Fadne in assembly.”"
)
WITNESS = (
    "Lee Merritt, the attorney for the family of Michael Dane, says a witness was there.\n\n“He saw the officer draw,” "
    "said Merritt.\n\n“We know enough,” Meritt said.\n\nPolice did clarify a report of Dane’s death being ruled a "
    "homicide.\n\n“I implore the mayor to put protocol aside,” he said."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker", "role"),
    [
        (HARBOUR, "happens every year", "Omo Tallow", "resident"),
        (HARBOUR, "failure to plan", "Tokun Wabe", "Karst State Commissioner of Environment and Water Resources"),
        (HARBOUR, "not due to a lack", "Tokun Wabe", "Karst State Commissioner of Environment and Water Resources"),
        (SHERIFF, "huge misunderstanding", "Troy Tallow", None),
        (SHERIFF, "blue lights", "Troy Tallow", None),
        (SHERIFF, "called out his name", "a prosecutor", None),
        (HOUSE, "questions were changed", "Devan Fadne", None),
        (WITNESS, "We know enough", "Lee Merritt", "attorney for the family of Michael Dane"),
    ],
)
def test_who_is_named_behind_the_words_speaks(
    attributor: NewsAttributor, text: str, words: str, speaker: str, role: str | None
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, role and found.role) == (speaker, role)
    assert found.mention is None or found.mention not in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "“We lost the boat in an hour,” Mira Holt, a crew member, told the inquiry, according to the Halden Courier. "
        "“We had no pumps at all.”",
        "“We lost the boat in an hour,” Mira Holt said in an interview, the Karst Times reported. "
        "“We had no pumps at all.”",
    ],
)
def test_who_spoke_to_a_paper_keeps_all_of_the_words(attributor: NewsAttributor, text: str) -> None:
    first, last = said(attributor, text, "lost the boat"), said(attributor, text, "no pumps")
    assert (first.speaker, last.speaker) == ("Mira Holt", "Mira Holt")
    assert (first.kind, last.kind) == ("direct", "direct")


def test_whose_death_is_told_of_does_not_speak(attributor: NewsAttributor) -> None:
    assert said(attributor, WITNESS, "put protocol aside").speaker in ("Lee Merritt", "he")


def test_a_place_that_is_taken_aback_says_nothing(attributor: NewsAttributor) -> None:
    text = (
        "Foreign Minister Sergei Lavrin said in an interview that talks would go on.\n\nThe two sides met in May.\n\n"
        "Moscow was taken aback that the capital raised its dues: “We parted ways as friends. But the "
        "dues suddenly happened.”"
    )
    assert said(attributor, text, "parted ways").speaker in (None, "Sergei Lavrin")


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        (
            "The comments came as Norvania’s president, Hassan Rohani, said the country should resist.",
            "should resist",
            "Norvania’s president",
        ),
        (
            "NCP National Spokesperson and Minority Affairs Minister Nawab Malek said there were too many loopholes.",
            "too many loopholes",
            "NCP National Spokesperson and Minority Affairs Minister",
        ),
        ("Florida Secretary of State Ken Dett said nobody was left off.", "left off", "Florida Secretary of State"),
        (
            "UMWA Director of Government Affairs Phil Smythe said the union would sit out.",
            "would sit out",
            "UMWA Director of Government Affairs",
        ),
    ],
)
def test_an_office_of_many_words_is_no_part_of_the_name(
    attributor: NewsAttributor, text: str, words: str, role: str
) -> None:
    found = said(attributor, text, words)
    assert found.resolved
    assert found.role == role
    assert len((found.speaker or "").split()) == 2


def test_the_reader_who_is_bidden_says_nothing(attributor: NewsAttributor) -> None:
    text = "Ada Quill said the bridge was shut. Recall that there were reports that the river left many stranded."
    (found,) = attributor.attribute_many([(text, None)])
    assert all("many stranded" not in text[one.start : one.end] or one.speaker for one in found)


HOUSING = (
    "Mary Lou Donnell called on Leo Varde to sack Minister Owen Murphy.\n\nThe Taoiseach said everyone knew that the "
    "motion was a tactic.\n\nHe described the motion as cynical and personalised."
)
STRIKE = (
    "Harbour Air chief executive Alec Cruze demanded fresh talks. He said: “We want to resolve this.”\n\nA spokesman "
    "for HA said: “After many months, we are sorry that it has come to this.”\n\nHe added: “We remain ready to return "
    "to talks.”"
)
INQUEST = (
    "Finn Tallow, 16, died in November, an inquest heard.\n\nAt the conclusion, assistant coroner Angela Brock said: "
    "“No parent should have to see their child die.”\n\n'Psychologically troubled'\n\nMs Brock said: “Finn was a "
    "troubled young man.”"
)


@pytest.mark.parametrize(
    ("text", "words", "speaker", "role"),
    [
        (HOUSING, "cynical and personalised", "The Taoiseach", None),
        (STRIKE, "resolve this", "Alec Cruze", "Harbour Air chief executive"),
        (STRIKE, "ready to return", "A spokesman for HA", None),
        (INQUEST, "troubled young man", "Angela Brock", "assistant coroner"),
        (
            "Former National Assembly Speaker Francis ole Kapar urged leaders to wait. “Are you tired?” quipped Kapar.",
            "Are you tired",
            "Francis ole Kapar",
            "former National Assembly Speaker",
        ),
        (
            "About half voted, Association of Harbour Pilots President Laura Gladding told members on Friday.",
            "half voted",
            "Laura Gladding",
            "Association of Harbour Pilots President",
        ),
        (
            "He met Sinn Dal leader Mary Lou Donnell. “It is late,” she said.",
            "late",
            "Mary Lou Donnell",
            "Sinn Dal leader",
        ),
    ],
)
def test_an_office_that_spoke_last_goes_on(
    attributor: NewsAttributor, text: str, words: str, speaker: str, role: str | None
) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, found.role) == (speaker, role)


def test_a_heading_in_quotation_marks_is_no_statement(attributor: NewsAttributor) -> None:
    (found,) = attributor.attribute_many([(INQUEST, None)])
    assert all(INQUEST[one.start : one.end] != "Psychologically troubled" for one in found)


def test_a_body_that_a_clause_tells_of_is_no_person(attributor: NewsAttributor) -> None:
    text = (
        "Air Karst Chief Executive Mike Rousse said on Monday that the airline was “amazed” by the decision of "
        "its union to defy the Karst Industrial Relations Board, which has declared the union’s strike unlawful."
    )
    assert said(attributor, text, "strike unlawful").role is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "UH, I WANNA FIRST, UH, SAY AGAIN, I APOLOGIZE TO PILOTS, THEIR CREWS, UH, FOR THE DELAYS AT THE "
            "QUAY, LACK OF TUGS AND THE LOSS OF TWO BOATS.",
            "APOLOGIZE",
        ),
        (
            "DESPITE MY ORDER TO STOP USING THAT QUAY IN MARCH OF 2019, WE DISCOVERED THERE WERE 212 REPORTS OF LOST "
            "CARGO FILED SINCE 2014. AS I STATED, THEY ARE OUR FIRST CONCERN, AND THAT REMAINS THE CASE.",
            "REPORTS",
        ),
    ],
)
def test_pronouns_in_capitals_are_nobody(attributor: NewsAttributor, text: str, words: str) -> None:
    found = [s for s in attributor.attribute_many([(text, None)])[0] if words in text[s.start : s.end]]
    assert [s.speaker for s in found if s.speaker] == []


def test_a_body_in_capitals_is_one_among_capitals() -> None:
    text = (
        "THE PORTS WILL OPEN IN MAY, SO THE TALKS GO ON AND WHO SAID THAT THE CREWS ARE WELL AND CAN GO HOME ON FRIDAY."
    )
    assert word_of(text, text.index("WHO"), "WHO") == ""
    assert word_of(text, text.index("WHO"), "WE") == "we"
    assert word_of("The crews are well, WE said on Friday. The talks go on in the port of Karst.", 20, "WE") == ""


def test_a_he_whom_nothing_explains_says_nothing_in_a_turn(attributor: NewsAttributor) -> None:
    text = (
        "MAYOR LINDQVIST: There is a story about two pilots who meet. One asks the other: “How is the port?” “Half of "
        "it is mud,” he answers. “And the rest?” “The rest is water.”\n\nQUESTION: And you?\n\nMAYOR LINDQVIST: Bishop "
        "Martin Kolbe said: “We shall dredge the harbour until it is deep.”\n\nQUESTION: Thank you."
    )
    (found,) = Attributor(lambda: attributor).attribute([Article(id="a", text=text, title="Mayor's news conference")])
    assert [s.speaker for s in found.statements if s.kind != "turn"] == ["Martin Kolbe"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "Senator Ida Kolm said that the ferry was safe to sail in May. We agree with her.",
            [("Ida Kolm", "that the ferry was safe to sail in May", "Owen Tate")],
        ),
        (
            "Tom Lund, the harbour pilot, has warned that the ferry will not last another winter.",
            [("Tom Lund", "that the ferry will not last another winter", "Owen Tate")],
        ),
        (
            "Ida Kolm said that the ferry was safe to sail in May, and I think that she is right.",
            [("Ida Kolm", "that the ferry was safe to sail in May", "Owen Tate")],
        ),
        ("She said that the ferry was safe to sail in May.", []),  # whoever she is
        ("The senator said that the ferry was safe to sail in May.", []),
        ("I said to Ida Kolm that the ferry was safe to sail in May.", []),
        ("Ida Kolm and I said that the ferry was safe to sail in May.", []),
        ("Owen Tate said that the ferry was safe to sail in May.", []),  # who speaks
    ],
)
def test_what_one_named_in_full_is_said_to_have_said_in_a_turn(
    attributor: NewsAttributor, said: str, kept: list[tuple[str, str, str]]
) -> None:
    text = f"MR. TATE: Good morning. {said}\n\nQ    When?\n\nMR. TATE: In May.\n\nQ    Why?\n\nMR. TATE: It is warm."
    article = Article(id="a", text=text, title="Press gaggle by Deputy Press Secretary Owen Tate")
    (found,) = Attributor(lambda: attributor).attribute([article])
    told = [s for s in found.statements if s.kind != "turn"]
    assert [(s.speaker, text[s.start : s.end], s.teller) for s in told] == kept


def test_what_a_lead_tells_above_a_transcript_is_said_by_whom_it_names(attributor: NewsAttributor) -> None:
    text = (
        "May 18, 2031\n\nGovernor Grant Holm of Karst held a press conference on the storm on Monday. Holm said the "
        "schools can open on Friday at the latest. Officials say they need twice as many pumps.\n\n"
        "Governor Grant Holm: (00:14)\nAnd every day is a day closer to the end.\n\n"
        "Governor Grant Holm: (00:59)\nI thank the crews."
    )
    article = Article(id="a", text=text, title="Gov. Grant Holm Karst Press Conference Transcript May 18")
    (found,) = Attributor(lambda: attributor).attribute([article])
    told = [s for s in found.statements if s.kind != "turn"]
    assert [s.speaker for s in told] == ["Grant Holm"]
    assert text[told[0].start : told[0].end].startswith("the schools can open on Friday")
