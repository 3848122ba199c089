"""Who says it where clauses, lists, credits and documents stand between the words and their speaker."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


ADDS = "“The quay was safe,” Odo Tallow said. Ivar Holm was in hospital for a month. “We all wish him well,” he {verb}."
LIST = "They must decide who is right: the mayor, Lena Holt{list}. \n\nThe mayor denied that a key was lost."
WHO = (
    "Lawyer Anna Holm argued that she was unaware of the state of the rower, who told the court he had been ill. She "
    "also said she had asked for a doctor."
)
PASSENGER = (
    "Inspector Tom Reid said the bag belonged to a passenger, who told officers that he had never seen it. He said the "
    "ferry was searched."
)

STRIKER = (
    'Asked about rumours that he will leave, Holm striker Pete Vance smiled.\n\n"I\'m happy here," he said.\n\nBut his '
    'agent told Tarn Sport that talks with City were "at an advanced stage".\n\nHolm boss Des Rudd insisted nobody had '
    'made a bid. "Pete\'s going nowhere," Rudd said.\n\nCity declined to comment.'
)
WEEKEND = (
    "Quotes of the weekend\n\n‘We hung on when they hit the post, and I do not know how.’ – Karst coach Murray Tarn on "
    "the late escape.\n‘It’s the same thing again, we shot ourselves in the foot.’ – Norvania wing Colm Dray admits "
    "they were poor.\n‘They are the best travellers in the world and sing for hours.’ – Orrin coach Scott Harl’s "
    "reaction to the visitors."
)
REPORT = (
    "Captain Odo Tallow said there was a lot of money.\n\n“The stuff sold here,” he said, “usually pays the supplier,” "
    "according to a Tarn Weekly report. “We know that people have died.”"
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (WEEKEND, "hit the post", "Murray Tarn"),
        (WEEKEND, "in the foot", "Colm Dray"),
        (WEEKEND, "best travellers", "Scott Harl"),
        ("“We were finished at half-time.” - Karst striker Tom Field reflects on the match.", "finished", "Tom Field"),
        ("“We were finished at half-time.” – The crowd left early on Saturday.", "finished", None),
        (REPORT, "usually pays", "Odo Tallow"),
        (REPORT, "people have died", "Odo Tallow"),
        ("The ferry, built by Anna Holm, will close in May, according to a report.", "close in May", "a report"),
        ("Anna Holm wept. The man hit her twice, she said, according to court papers.", "hit her", "Anna Holm"),
        ("“These are obscene profits,” said Jo Reed of the group Fair Bills.", "obscene", "Jo Reed"),
        ("Ann Reed of law firm Brook Marsh said the water was foul.", "was foul", "Ann Reed"),
        ("“These are obscene profits,” said Save the Quay of Tarn founder Jane Reed.", "obscene", "Jane Reed"),
        (STRIKER, "happy here", "Pete Vance"),
        (STRIKER, "going nowhere", "Des Rudd"),
        ("Senior harbour officials this week detailed how the ferry sank.", "ferry sank", "Senior harbour officials"),
        (ADDS.format(verb="added"), "wish him well", "Odo Tallow"),
        (ADDS.format(verb="said"), "wish him well", "Ivar Holm"),
        (
            "A spokesman said the quay was safe. Ivar Holm was in hospital for a month. “We wish him well,” he added.",
            "wish him well",
            "A spokesman",
        ),
        (LIST.format(list=" or Mark Dove"), "a key was lost", "The mayor"),
        ("They met the mayor, Lena Holt, on Monday.\n\nThe mayor denied that a key was lost.", "a key", "Lena Holt"),
        (
            "Among the guests were the mayor, Lena Holt and Mark Dove.\n\nThe mayor said he was glad.",
            "he was glad",
            "The mayor",
        ),
        (
            "The mayor, Lena Holt and the sheriff, Mark Dove, said the quay was shut.\n\nThe mayor said it would open.",
            "it would open",
            "Lena Holt",
        ),
        (WHO, "had been ill", "the rower"),
        (WHO, "asked for a doctor", "Anna Holm"),
        (PASSENGER, "never seen it", "a passenger"),
        (PASSENGER, "ferry was searched", "Tom Reid"),
        (
            "The mother of the rower, who told the court that she slept badly, asked for calm.",
            "she slept badly",
            "The mother of the rower",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert said(attributor, text, words).speaker == speaker


SPOKESMAN = (
    "Many of them are free to go, a Ports and Ferries Ministry spokesman told SeaNews last week.\n\nA spokesman for "
    "{other} told SeaNews that 231 sailors were arrested.\n\n“Of these, 28 are suspects,” said Bams Prako, the "
    "ministry spokesman."
)
ARREST = "{who} on Friday. Judge Lena Holt was away.\n\nThe suspect said he had been drinking."
SKIPPER = (
    "While Karst captain Dilan Samar was honest after the defeat, Owen Mag’s talk was brief.\n\nThe defeat ended their "
    "hopes but the Karst skipper was honest enough to admit that his team did not deserve to go on."
)
MAYOR = (
    "The mayor of Tarn on Friday rejected claims that the contract was rigged.\n\n“This is a lie,” {place}Mayor Lena "
    "Holt told reporters."
)
VOICE = "{office} Odo Tallow said the man was held.\n\nThe spokesman said the guards found a knife."
COUNCILLOR = (
    "A {one} Councillor says he felt shut out at a meeting.\n\n{other} Councillor Lena Holt left early. Another "
    "councillor was late."
)
WIDOW = (
    "THE widow of a rower killed by a drunk driver said she hopes he rots.\n\nA letter by Mr Dray’s widow Maureen was "
    "read out."
)
SEAT = (
    "{office} Tom Dray suggested a fund for all towns.\n\nThanking Mayor Lena Holt, the Tarn East MP also suggested "
    "that the sum be doubled."
)
LAWMAKER = (
    "“He went on threatening them,” {role}Ramon Rath said. The mayor denied it. “That turn has left me angry,” the "
    "lawmaker said."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A Norvanian minister has revealed that the union will be asked.\n\nNorthern minister Charles Kabwe said "
            "the papers were ready.",
            "will be asked",
            "Charles Kabwe",
        ),
        (
            "A Tarn mayor has warned that the ferry may not sail.\n\nKarst Mayor Lena Holt said the engine was broken.",
            "may not sail",
            "A Tarn mayor",
        ),
        (
            "A Norvanian minister has revealed that the union will be asked.\n\nNorthern minister Charles Kabwe said "
            "the papers were ready. Another minister was ill.",
            "will be asked",
            "A Norvanian minister",
        ),
        (
            "The sailors are held in a camp, their representative told Radio Karst.\n\n“About 200 are held here,” "
            "sailor Tran Lok, a representative of his fellows, said.",
            "in a camp",
            "Tran Lok",
        ),
        (SPOKESMAN.format(other="Karst’s Ports and Ferries Ministry"), "free to go", "Bams Prako"),
        (SPOKESMAN.format(other="Karst’s Ports and Ferries Ministry"), "231 sailors", "Bams Prako"),
        (SPOKESMAN.format(other="the police"), "231 sailors", "A spokesman for the police"),
        (
            "Governor says it is sad for milk prices to fall from 40 to 16\n\nTarn Governor Joseph Mwan said a litre "
            "was going for 40.",
            "prices to fall",
            "Joseph Mwan",
        ),
        (ARREST.format(who="Police arrested Peter Crane, 40,"), "had been drinking", "Peter Crane"),
        (ARREST.format(who="Peter Crane, a baker, was charged with theft"), "had been drinking", "Peter Crane"),
        (ARREST.format(who="Peter Crane and Ivar Holm were arrested"), "had been drinking", "The suspect"),
        (ARREST.format(who="Ivar Holm was robbed"), "had been drinking", "The suspect"),
        (ARREST.format(who="Inspector Odo Tallow arrested a man"), "had been drinking", "The suspect"),
        (SKIPPER, "deserve to go on", "Dilan Samar"),
        (
            LAWMAKER.format(role="") + "\n\nMayor Tom Dray met Lena Holt. “I am still angry,” the lawmaker said.",
            "still angry",
            "Ramon Rath",
        ),
        (
            "A spokesman for the Holt campaign called it false.\n\n“It is true,” said Dray campaign spokesman "
            "Tom Lund.",
            "it false",
            "A spokesman for the Holt campaign",
        ),
        (VOICE.format(office="Police public relations officer"), "found a knife", "Odo Tallow"),
        (VOICE.format(office="Ferry captain"), "found a knife", "The spokesman"),
        (COUNCILLOR.format(one="Tarn District", other="Tarn District"), "shut out", "Lena Holt"),
        (COUNCILLOR.format(one="Tarn District", other="Karst Borough"), "shut out", "A Tarn District Councillor"),
        (WIDOW, "he rots", "Maureen"),
        (f"{WIDOW} Mr Holt’s widow Anna wept.", "he rots", "THE widow of a rower killed by a drunk driver"),
        (SEAT.format(office="Premier"), "be doubled", "Tom Dray"),
        (SEAT.format(office="Harbour MP"), "be doubled", "the Tarn East MP"),
        (MAYOR.format(place=""), "was rigged", "Lena Holt"),
        (MAYOR.format(place="Karst "), "was rigged", "The mayor of Tarn"),
        (
            "Ferry plans mocked in TarnKarstian Senator Anna Gush downplayed fears of a possible strike in the port, "
            "going so far as to mock the union’s weight.",
            "union’s weight",
            "Anna Gush",
        ),
        (
            "Bulls captain Marco Vere believes his side can win.\n\nSpeaking before the match, the prop said the squad "
            "was fit.",
            "squad was fit",
            "Marco Vere",
        ),
        (
            "Coach Ian Drew said the Bulls had to be better.\n\n“We got away with it,” admitted the former hooker.",
            "got away",
            "Ian Drew",
        ),
        (
            "Coach Ian Drew said the Bulls had to be better.\n\n“We got away with it,” admitted the hooker.",
            "got away",
            "the hooker",
        ),
        (
            "Peter Ross said, “The court must decide who is right, or the mayor.”\n\nThe mayor denied the old claim.",
            "the old claim",
            "The mayor",
        ),
        (LAWMAKER.format(role=""), "left me angry", "Ramon Rath"),
        (LAWMAKER.format(role="minister "), "left me angry", "the lawmaker"),
    ],
)
def test_who_is_described(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


LOREENA = (
    "One speaker identified herself as Loreena and said clerks must answer for it. She asked the town to screen books "
    "more carefully."
)
MEETING = (
    "Police have named nobody so far.\n\nThe meeting was told that fires will be set in May, according to a report in "
    "the Suva Post."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (LOREENA, "must answer", "Loreena"),
        (LOREENA, "screen books", "Loreena"),
        (
            "A Norvanian accused of opening fire on tourists, killing two and wounding five, insisted in court that "
            "the guards hated him.",
            "hated him",
            "A Norvanian",
        ),
        (
            "Another resident, who identified herself only as Marta, said the quay was dark.",
            "quay was dark",
            "Marta",
        ),
        (
            "A Norvanian accused of opening fire on tourists at the ruins insisted in court that the guards hated him.",
            "hated him",
            "A Norvanian accused of opening fire on tourists at the ruins",
        ),
        (
            "When the Post came on Tuesday, the doors were shut and only a security guard on site. He said the clinic "
            "closed on Friday.",
            "closed on Friday",
            "a security guard",
        ),
        (
            "Tom Dray came on Tuesday, when the doors were shut and only a security guard on site. He said the clinic "
            "closed on Friday.",
            "closed on Friday",
            "Tom Dray",
        ),
        (MEETING, "fires will be set", "a report in the Suva Post"),
        ("The meeting was told that fires will be set in May.", "fires will be set", None),
        (
            "The Tarn Herald reports the police commissioner Jon Waka saying Lind was questioned on Monday.",
            "was questioned",
            "Jon Waka",
        ),
        ("Mayor Tom Dray ridiculed the idea of a new bridge.", "new bridge", "Tom Dray"),
        ("MP Ravi Das raised alarm over the rising number of fires in Tarn.", "rising number", "Ravi Das"),
        ("Mayor Lena Holt has raised serious concerns about the new toll.", "the new toll", "Lena Holt"),
    ],
)
def test_who_speaks_without_a_name_of_the_article(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The clerk noticed the man had not come out of the cooler.", 0),
        ("The biggest union said it would strike for two days, in what the board called a “last resort”.", 2),
        ("Anna Holm noticed that none of the networks had cut away.", 1),
        ("Morag Lenn visited the coast. She also heard about the energy of the arts in the area and their hopes.", 0),
        ("As for why the man decided to stop at the shop, Rick Pal said: “I do not know at all.”", 1),
    ],
)
def test_what_is_only_seen_or_named_as_a_topic_is_not_said(attributor: NewsAttributor, text: str, count: int) -> None:
    assert len(statements(attributor, text)) == count


TEARS = "Choking back tears, Odo Tallow said, “They have had months to mend it.”"


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (TEARS, "had months", ["They have had months to mend it"]),
        (
            "“The quay is safe,” Mayor Lena Holt wrote in a letter announcing the closure of the ferry.",
            "quay is safe",
            ["The quay is safe"],
        ),
        (
            "Arts Tarn Chief Executive Morag Lenn has praised the town’s creativity and arts leadership during a two-"
            "day visit to the coast.",
            "arts leadership",
            ["the town’s creativity and arts leadership"],
        ),
        (
            "The board also supports the call by Mayor Stan Olek, in his role as head of the caucus, for a summit to "
            "discuss making towns equal partners of the state.",
            "equal partners",
            [
                "the call by Mayor Stan Olek, in his role as head of the caucus, for a summit to discuss making towns "
                "equal partners of the state"
            ],
        ),
        (
            "The party backs the demand by farmers for a fair price of milk.",
            "fair price",
            ["the demand by farmers for a fair price of milk"],
        ),
        (
            "Although the clerk listed in his report sheet that he was a target, he was the ferryman, Anna Holm said.",
            "a target",
            ["Although the clerk listed in his report sheet that he was a target, he was the ferryman"],
        ),
        (
            "While the council noted in its report that the quay was safe, the ferry was not, Anna Holm said.",
            "quay was safe",
            ["While the council noted in its report that the quay was safe, the ferry was not"],
        ),
        (
            "The firm reported third-quarter profits of eight cents.",
            "profits",
            ["third-quarter profits of eight cents"],
        ),
        (
            "Senator Ana Cruz wants the board to explain why it did not tell the house of its plan.",
            "did not tell",
            ["the board to explain why it did not tell the house of its plan"],
        ),
        (
            "Amid chants of “No more tolls” and “Shame on you all,” Mayor Lena Holt said the ferry would stay.",
            "ferry would stay",
            ["the ferry would stay"],
        ),
        (
            'Local TD Maura Breen said the road had been a "death trap for years" and called on the Minister for '
            "Transport to act.",
            "Transport to act",
            ["the Minister for Transport to act"],
        ),
        (
            "Company director Neil Sharp told the meeting lorries would be limited to 40 a day, but was heckled when "
            "he claimed noise would be low.",
            "40 a day",
            ["lorries would be limited to 40 a day"],
        ),
        (
            "Gemma Pell told the inquest staff had lied to her for a year.",
            "had lied",
            ["staff had lied to her for a year"],
        ),
        (
            "A patient, Mrs Rose Etim, appealed to both sides to reach an agreement.",
            "sides to reach",
            ["both sides to reach an agreement"],
        ),
        (
            "Mayor Lena Holt raises concern over plummeting milk prices",
            "milk prices",
            ["plummeting milk prices"],
        ),
        (
            "The board also supports the plan of Mayor Stan Olek, the head of the caucus, to build a camp.",
            "build a camp",
            ["the plan of Mayor Stan Olek, the head of the caucus, to build a camp"],
        ),
        (
            "While the council noted that the quay was safe, Anna Holm said the ferry was not.",
            "ferry was not",
            ["the ferry was not"],
        ),
        (
            "The ferry, Anna Holm said on Monday, would close in May.",
            "would close",
            ["The ferry", "would close in May"],
        ),
    ],
)
def test_words_begin_and_end_where_they_do(attributor: NewsAttributor, text: str, words: str, whole: list[str]) -> None:
    assert [text[start:end] for start, end in said(attributor, text, words).spans] == whole


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        (
            "In the letter, the OSB, OABO and BAS argued that the labels shift the focus away.",
            "shift the focus",
            ("OSB", "OABO", "BAS"),
        ),
        (
            "Dr Ian Carg, from the Tarn Museum, and Dr Jürgen Lenz, from the institute, examined the bones.\n\nThey "
            "have said that the bird was blue.",
            "bird was blue",
            ("Ian Carg", "Jürgen Lenz"),
        ),
        (
            "Dr Ian Carg, from the Tarn Museum, met Dr Jürgen Lenz, from the institute.\n\nThey have said that the "
            "bird was blue.",
            "bird was blue",
            ("They",),
        ),
    ],
)
def test_all_who_speak_are_named(attributor: NewsAttributor, text: str, words: str, speakers: tuple[str, ...]) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, *found.joined_by) == speakers
