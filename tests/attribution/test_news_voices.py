"""Who speaks where the sentence before a quotation, an apposition, a relative or an epithet tells it."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
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
            "Former National Assembly Speaker",
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
    "text",
    [
        "Reporters had one question for Mayor Jane Roe: would she resign? “No,” she said.",
        "Ada Lind, President of the bank, met the press with Luis Gind, the Vice-President.\n\nAnd a question for the "
        "Vice-President about the banks: would she resign?",
    ],
)
def test_whoever_is_asked_does_not_say_the_question(attributor: NewsAttributor, text: str) -> None:
    (every,) = attributor.attribute_many([(text, None)])
    found = [s for s in every if "would she resign" in text[s.start : s.end]]
    assert all(s.speaker is None for s in found)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The Karstian defence minister, Oleksii Reznyk, said on Sunday that his colleague had promised tanks. "
            "Mariusz Blaszk confirmed it. “They will be there by spring,” he said.",
            "by spring",
            "Mariusz Blaszk",
        ),
        (
            "Karstian president Ignazio Cassin said neutrality was no indifference. His predecessor Guy Parmel had "
            "been more careful. “We do not choose camps,” he said last year.",
            "choose camps",
            "Guy Parmel",
        ),
        (
            "Karin Elmqvist phones her every night. “She tells me not to worry,” Elmqvist says. The daughter, Tove, "
            "22, has joined a medical unit. “I could not just watch,” she says.",
            "just watch",
            "Tove",
        ),
        (
            "“We are not going back,” Kellan, who lost his brother in the fire, told reporters. His sister Mina "
            "agreed. “Nobody listened,” she said, wiping her eyes.",
            "Nobody listened",
            "Mina",
        ),
        (
            "“It was my father’s,” said Otis Bell of the guitar. Bell, 81, plays it every Sunday. His granddaughter "
            "Keisha sings. “He never misses a note,” she said.",
            "misses a note",
            "Keisha",
        ),
        (
            "Sgt. Bill Pruitt testified for two hours. Maxine Orr has defended many. Under questioning by defense "
            "lawyer Maxine Orr, he admitted the log was incomplete. “I was tired,” he said.",
            "was tired",
            "Bill Pruitt",
        ),
        (
            "At the gate, volunteers hand out tea. One of them is Pavlo, 19, from Karst. “I counted forty buses,” "
            "he says.",
            "forty buses",
            "Pavlo",
        ),
        (
            "Saeed Abedi was freed on Saturday. President Barack Omara had spoken to his wife. Mr. Abedi and others "
            "would have spent years in prison. While he refused to release violent criminals, Mr. Omara deemed the "
            "release of a few men harmless. “It was right,” he said.",
            "release violent criminals",
            "Barack Omara",
        ),
    ],
)
def test_a_pronoun_is_whom_the_sentence_beside_it_is_of(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Engineer Dagny Solberg said the closure would last.", "Dagny Solberg"),
        ("Fisherman Odo Tallow said the closure would last.", "Odo Tallow"),
        ("Baker Mayfield said the closure would last.", "Baker Mayfield"),
    ],
)
def test_a_calling_that_opens_a_sentence_is_no_given_name(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "closure would last").speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Nora Jensen told the court she had “signed what they gave me”. Judge Carol Stein asked her who they were. "
            "“My bosses,” she answered.",
            "My bosses",
            "Nora Jensen",
        ),
        (
            "Officer Dan Orr stopped Marek Holm at noon. Orr asked if he slept in the car. “Most nights,” he answered.",
            "Most nights",
            "Marek Holm",
        ),
        (
            "Olena Marchuk, a baker, hid in the cellar. “I had flour and water,” she says. Her neighbour Petro nods. "
            "“And I had the salt.”",
            "had the salt",
            "Petro",
        ),
        (
            "Minister Okafor’s spokesman, Chidi Eze, tweeted that reports of his resignation were “fake news.” Two "
            "hours later Okafor resigned. “It has been an honour,” he said in a statement.",
            "been an honour",
            "Okafor",
        ),
        (
            "“It was like a war zone,” said Halima, 34, cradling her son. She and her husband walked for two days. At "
            "the border a guard told them to turn back. “We had nothing to turn back to,” she said.",
            "nothing to turn back",
            "Halima",
        ),
        (
            "Two of the firefighters, Jan Roe and Pia Lind, were treated in hospital. “We got lucky,” said Roe. Lind, "
            "who has a broken wrist, said she would be back at work “as soon as they let me”.",
            "got lucky",
            "Jan Roe",
        ),
    ],
)
def test_who_answers_and_who_comes_next(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_they_are_the_two_who_open_the_sentence(attributor: NewsAttributor) -> None:
    text = (
        "Rabbi David Sternholm and Imam Yusuf Karim issued a joint appeal. “We bury our children in the same earth,” "
        "they wrote."
    )
    found = said(attributor, text, "the same earth")
    assert (found.speaker, found.joined_by) == ("David Sternholm", ("Yusuf Karim",))


def test_no_role_is_a_part_of_the_body_or_somebody_unknown_s(attributor: NewsAttributor) -> None:
    text = "Shaking her head, Gussie McLendon echoed many neighbours: “I can’t believe it.”"
    assert said(attributor, text, "believe it").role is None
    text = "Her attorney, Miles Ford, said Thursday that nobody “touched the money.”"
    assert said(attributor, text, "touched the money").role == "attorney"


def test_whom_a_paper_cites_is_no_statement(attributor: NewsAttributor) -> None:
    text = "A man was arrested on Monday, Coast News reported, citing District Attorney Todd Dillard."
    assert [text[one.start : one.end] for one in attributor.attribute_many([(text, None)])[0]] == [
        "A man was arrested on Monday"
    ]


def test_a_clause_that_ends_at_a_comma_gives_nobody_an_office(attributor: NewsAttributor) -> None:
    text = (
        "Asked what she would say to the president, Amal, who is nine, thought for a while. “Come and see,” she said."
    )
    found = said(attributor, text, "Come and see")
    assert (found.speaker, found.role) == ("Amal", None)
    text = "An army spokesman, Lt. Col. Dan Peretz, said soldiers had acted “in accordance with procedure”."
    assert said(attributor, text, "in accordance").role == "army spokesman"


CHANCELLOR = (
    "The chancellor, Rita Reese, will announce cuts on Wednesday, the Courier understands. Treasury sources said the "
    "package was worth £5bn.\n\nOne minister said: “It’s brutal.” Another said Reese had “no choice”."
)
BISHOP = (
    "His deputy, Richard Tyce, said the bishop was wrong, and that voters “know it”.\n\n"
    "The bishop’s spokesman said he had nothing to add. “His words speak for themselves,” he said."
)
MATCH = (
    "Striker Tom Adu believes City can still win the league.\n\nUnited boss Erik Haag, meanwhile, blamed the referee. "
    "“It’s a disgrace,” fumed the Dutchman.\n\nCaptain Bruno Fern insisted there was no split in the dressing room. "
    "“We’re together,” said the midfielder."
)
TRUCE = (
    "Karst is not going to consider proposals for a truce, Foreign Minister Sergei Lund said at a press conference on "
    "Monday, Halden News reports.\n\n“You have deceived us,” the diplomat noted."
)
WORKS = "“We were wrong,” Bo Lund said.\n\nA spokesman for contractor Tarn Midland said it “works around the clock”."
STAR = (
    "Actor Idris Alba has spoken out about knife crime. “It’s an epidemic,” the Luther star told the Courier. The "
    "51-year-old said the government should ban machetes."
)
SONS = (
    "Former president Jair Quadros denied it.\n\nQuadros’s eldest son, Senator Flavio Quadros, called it a farce. "
    "Flavio said his father was “in good spirits”."
)
AUTHOR = (
    "Bernadine Evars, who won the prize, is unrepentant.\n\nHer publisher, Faber’s Alex Bowle, agrees. “We had "
    "sleepless nights,” he admits.\n\nZadie Smyth, by contrast, wrote that it “sings”.\n\nWhen I put this to her, "
    "Evars laughs. “He has been calling me a preacher since 1998,” she says."
)
DIPLOMAT = (
    "Valérie Haye called for the vote to be suspended.\n\nA diplomat from one member state put it differently. “We are "
    "tired,” she said."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (CHANCELLOR, "It’s brutal", "One minister"),
        (BISHOP, "His words speak", "The bishop’s spokesman"),
        (MATCH, "win the league", "Tom Adu"),
        (MATCH, "a disgrace", "Erik Haag"),
        (MATCH, "We’re together", "Bruno Fern"),
        (TRUCE, "consider proposals", "Sergei Lund"),
        (WORKS, "around the clock", "A spokesman for contractor Tarn Midland"),
        (STAR, "an epidemic", "Idris Alba"),
        (STAR, "ban machetes", "Idris Alba"),
        (DIPLOMAT, "We are tired", "A diplomat"),
        (SONS, "good spirits", "Flavio Quadros"),
        (AUTHOR, "sleepless nights", "Alex Bowle"),
        (AUTHOR, "a preacher since", "Bernadine Evars"),
        ("Defence Minister Israel Kettler, visiting troops, said: “We will finish it.”", "finish it", "Israel Kettler"),
        ("Also speaking, the Minister of Works, Engr. Dave Okoye, said it was done.", "was done", "Dave Okoye"),
    ],
)
def test_who_speaks_without_a_name_or_under_another(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_the_clock_of_a_live_report_is_nobody_s_words(attributor: NewsAttributor) -> None:
    text = (
        "Storm batters coast\n\n14:32 The Met Office has extended its red warning, spokesman Oli Lund told the Courier."
    )
    assert said(attributor, text, "red warning").start == text.index("The Met Office")


def test_a_circumstance_gives_nobody_an_office(attributor: NewsAttributor) -> None:
    text = (
        "Vasily Petrov, after talks with mayor Donald Quill, said he was ready.\n\nThe official who told it – Dennis "
        "Lund, a spokesman for the opposition – later hung up. Lund had earlier said the staff had been held."
    )
    assert said(attributor, text, "he was ready").role is None
    assert said(attributor, text, "had been held").role == "spokesman for the opposition"
