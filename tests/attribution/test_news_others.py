"""Who speaks where a pronoun, a calling, a gesture or nobody's name tells it."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


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


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Energy minister Rasmus Kehl spoke to reporters on Monday. The Courier gives his words in full.\n\n“I have "
            "two things to say.\n\n“First, the stores are at 91 per cent.”\n\nAsked whether it would do, Kehl shook "
            "his head.",
            "91 per cent",
            "Rasmus Kehl",
        ),
        (
            "The bishop, Nora Tully, wrote to the parish on Friday. The Herald prints her letter below.\n\n“Dear "
            "friends, the roof will be mended before Easter.”\n\nShe signed it with both names.",
            "before Easter",
            "Nora Tully",
        ),
        (
            "Mayor Ana Roth spoke at the grave. Here is the text of the mayor's speech:\n\n“He swept his own street.”",
            "own street",
            "Ana Roth",
        ),
        (
            "Trainer Bo Lund dismissed her remarks below the stand. “She has never ridden a horse,” Jo Dale said.",
            "ridden a horse",
            "Jo Dale",
        ),
    ],
)
def test_a_paper_that_prints_somebody_s_words_does_not_say_them(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Casper Thorne’s Reform Union said it would vote against the budget.", "Reform Union"),
        ("Viktor Arndt's Fidelity party said it would vote against the budget.", "Fidelity party"),
        ("McAllister's Motors said it would vote against the budget.", "McAllister's Motors"),
    ],
)
def test_a_body_is_called_without_the_person_whose_it_is(attributor: NewsAttributor, text: str, speaker: str) -> None:
    assert said(attributor, text, "against the budget").speaker == speaker


QUOTED = (
    "THEY SAID IT\n\n“We don't like losing. And we are bad losers.”\n\nKarst Rovers co-coach Rhul Mokena after their "
    'defeat in the last home game.\n\n"In the end there must be one winner."\n\nJurg Klapp after his side won the Cup '
    "on Saturday.\n\n“They come to play in this league.”\n\nOrrin City manager Pep Guarda plays down his part in it."
)
SIGNED = (
    "Quotes of the week\n\n“The bridge will hold. I know it.”\n\n— Mayor Ilse Marn, on the bridge at Karst\n\n“I "
    "would not walk over it in slippers.”\n\n— Engineer Tom Dray"
)
STORY = (
    "Mayor Ilse Marn opened the debate on Monday.\n\n“The bridge will hold. I know it.”\n\nEngineer Tom Dray "
    "after a long silence stood up and left.\n\n“It was the right vote,” Marn said."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (QUOTED, "bad losers", "Rhul Mokena"),
        (QUOTED, "one winner", "Jurg Klapp"),
        (QUOTED, "in this league", "Pep Guarda"),
        (SIGNED, "bridge will hold", "Ilse Marn"),
        (SIGNED, "in slippers", "Tom Dray"),
        (STORY, "bridge will hold", "Ilse Marn"),
    ],
)
def test_lists_of_quotations_name_who_said_it_below(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Chief Minister Bhupen Bagel met the press.\n\n“They spread lies,” the CM said.",
            "spread lies",
            "Bhupen Bagel",
        ),
        (
            "Former chief minister Asha Rao spoke. Chief Minister Vik Nath replied.\n\n“Let us count,” the CM said.",
            "Let us count",
            "Vik Nath",
        ),
        (
            "Attorney General Lena Frey and District Attorney Paul Ost spoke.\n\n“I will not appeal,” the DA said.",
            "not appeal",
            "Paul Ost",
        ),
        (
            "Free Harbour Party spokesperson Sam Patro spoke on Tuesday.\n\n“We were sold,” the FHP spokesperson said.",
            "were sold",
            "Sam Patro",
        ),
        ("Founder and CEO Tobi Lunke said the shop was safe.", "was safe", "Tobi Lunke"),
        ("Singer-songwriter Bolo Lund said the shop was safe.", "was safe", "Bolo Lund"),
        ("Mother-of-three Zuleika Ott said the shop was safe.", "was safe", "Zuleika Ott"),
        ("KRST-TV, citing two sources, said the shop was safe.", "was safe", "KRST-TV"),
    ],
)
def test_offices_by_their_initials_and_callings_before_names(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker
