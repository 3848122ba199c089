"""Whom a news report only describes: the accused of whom the words before tell, the judge who is named further down."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_CAUTION = (
    "Inspector John Harrow told the court he arrested a man at the scene. The defendant was taken to Norport station, "
    "where he said: “I was only looking.” He also confessed to stealing the car."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (_CAUTION, "only looking", "The defendant"),
        (_CAUTION, "stealing the car", "The defendant"),
        (
            "Inspector John Harrow told the court he arrested a man at the scene. The defendant was taken to Norport "
            "station. “I was only looking,” he said.",
            "only looking",
            "The defendant",
        ),
        (
            "Garda Ann Poe said she came at two. A woman was lying on the stairs and she said she could not breathe.",
            "not breathe",
            "A woman",
        ),
        (
            "Garda Ann Poe said she came at two. A man was lying on the stairs and she said she could not lift him.",
            "not lift",
            "Ann Poe",
        ),
        (
            "Karl Lind was seen in Norport. The suspect fled to Karst, where he told a friend he was scared.",
            "was scared",
            "Karl Lind",
        ),
        (
            "A High Court judge has described the case as a tragedy for both families.\n\nMr Justice Tom Roe adjourned "
            "sentence until May.",
            "as a tragedy",
            "Tom Roe",
        ),
        (
            "A judge said that the case was a tragedy. “Nobody wins,” the judge said.\n\nMs Justice Anna Roe adjourned "
            "sentence until May.",
            "Nobody wins",
            "Anna Roe",
        ),
        (
            "A judge said that the case was a tragedy.\n\nMs Justice Anna Roe and Judge Tim Poe will hear it in May.",
            "was a tragedy",
            "A judge",
        ),
        # "they" and "it" by the words before them
        (
            "“I like my lamp,” said keeper Liza Barrow.\n\nThe pier would stand where a shed now rots. While "
            "neighbours want to see the shed gone, they worry a pier would bring rats to the yard.",
            "bring rats",
            "neighbours",
        ),
        (
            "Norport police chased and caught a rower they say first threw an oar at the keeper.",
            "threw an oar",
            "Norport police",
        ),
        (
            "Drivers from Norport will strike tomorrow over what they say are cold buses and long days.",
            "cold buses",
            "Drivers from Norport",
        ),
        (
            "Jane Poe and Tom Lind, two cooks, spoke on Monday. While Tom Lind wants a lamp, they say the oil is dear.",
            "oil is dear",
            "they",
        ),
        (
            "The Karst Folk Gallery stayed shut on Monday. It posted an open letter denouncing the noise of the ferry.",
            "noise of the ferry",
            "Karst Folk Gallery",
        ),
        (
            "The Karst Folk Gallery stayed shut on Monday. The Rowing Union said that the oars were late. It noted "
            "that the lamp was out.",
            "lamp was out",
            "The Rowing Union",
        ),
        (
            "Tom Poe said the street was shut.\n\n“I lost my ovens,” the baker said.",
            "my ovens",
            "Tom Poe",
        ),
        (
            "Mayor Tom Poe said the street was shut.\n\n“I lost my ovens,” the baker said.",
            "my ovens",
            "the baker",
        ),
        (
            "Tom Poe, a tailor, said the street was shut.\n\n“I lost my ovens,” the baker said.",
            "my ovens",
            "the baker",
        ),
        (
            "A baker stood by. Tom Poe said the street was shut. “I lost my ovens,” the baker said.",
            "my ovens",
            "the baker",
        ),
        (
            "Robert Poe said the ladder fell. “I slipped,” the man said.",
            "I slipped",
            "Robert Poe",
        ),
        (
            "Robert Poe said his father fell. “I slipped,” the man said.",
            "I slipped",
            "the man",
        ),
        (
            "President Kito Mwale said the road was long.\n\nThe bridge is short, the Norvanian leader said.",
            "bridge is short",
            "Kito Mwale",
        ),
        (
            "Karst President Kito Mwale came. President Mwale said the road was long.\n\nThe bridge is short, the "
            "Norvanian leader said.",
            "bridge is short",
            "the Norvanian leader",
        ),
        (
            "The bridge is short, the country's president said.\n\nPresident Kito Mwale said the road was long.",
            "bridge is short",
            "Kito Mwale",
        ),
        (
            "US President Jane Roe met the king. The bridge is short, the country's president said.",
            "bridge is short",
            "the country's president",
        ),
        (
            "Norvania captain Tom Poe said the boat was late. “I swam,” the Kiwi said.",
            "I swam",
            "Tom Poe",
        ),
        (
            "Norvania footballer Darren Witt was banned from driving. The midfielder said that he never drove.",
            "never drove",
            "Darren Witt",
        ),
        (
            "Darren Witt said it was late.\n\nThe Holt MLA said: “The lamp is out.”",
            "lamp is out",
            "Darren Witt",
        ),
        (
            'A Norvanian botanist leading a long survey says hundreds of ferns have been found.\n\n"We went to bogs '
            'where nobody goes," Justin Kaye, a Norvanian botanist, said.',
            "of ferns",
            "Justin Kaye",
        ),
        (
            'A Norvanian botanist leading a long survey says hundreds of ferns have been found.\n\n"We went to bogs '
            'where nobody goes," Justin Kaye, a Norvanian botanist, said. Another botanist was ill.',
            "of ferns",
            "A Norvanian botanist leading a long survey",
        ),
        (
            "A councillor has left the ruling group, calling the closure of the pier “despicable”.\n\nCouncillor Jane "
            "Poe said that she would sit alone.",
            "despicable",
            "Jane Poe",
        ),
        (
            "A councillor has left the ruling group, calling the closure of the pier “despicable”.\n\nCouncillor Jane "
            "Poe and Councillor Tom Lind said that they would sit alone.",
            "despicable",
            "A councillor",
        ),
        (
            'A survivor of a fire in Norport told how the smoke drove him from his bed.\n\n"My lamp was left there," '
            "said survivor Tom Poe, 63.",
            "the smoke drove",
            "Tom Poe",
        ),
        (
            "Addressing the rowers, President Tom Poe said the river was long. The speaker said the club had decided "
            "on a pier.",
            "on a pier",
            "Tom Poe",
        ),
        (
            "President Tom Poe said the river was long. The speaker said the club had decided on a pier.",
            "on a pier",
            "The speaker",
        ),
        (
            "Minister Ann Lind came. Minister Sam Tennar said the pier was safe. The Minister said that the lamp "
            "would be lit.",
            "would be lit",
            "Sam Tennar",
        ),
        (
            "Captain Sam Tennar said the pier was safe. The Minister said that the lamp would be lit.",
            "would be lit",
            "The Minister",
        ),
        (
            "PM Sam Tennar told MPs the pier was safe.\n\nThe prime minister made no mention of the lamp.",
            "the lamp",
            "Sam Tennar",
        ),
        (
            "Deputy PM Sam Tennar told MPs the pier was safe.\n\nThe prime minister said that he had no lamp.",
            "no lamp",
            "The prime minister",
        ),
        (
            "A pair of town cooks in Norport are looking for answers after they say two keepers sat in their kitchen.",
            "two keepers",
            "A pair of town cooks in Norport",
        ),
        (
            "The family complained that the stove had been left cold, but they said they found the lamp lit.",
            "lamp lit",
            "The family",
        ),
        (
            "Families of the rowers demanded Monday to meet with all three keepers, warning they will step up "
            "protests against the board if they refuse.\n\nThey noted that they had asked for a meeting two days ago.",
            "two days ago",
            "Families of the rowers",
        ),
        (
            "President Kito Mwale said the road was long.\n\nThe Opposition leader said that it was short.",
            "was short",
            "The Opposition leader",
        ),
        (
            "Senator Jane Roe said the road was long.\n\nThe Holt MLA said that it was short.",
            "was short",
            "The Holt MLA",
        ),
        (
            "Tom Roe said that his client was sorry. “I fell asleep,” the driver said.",
            "fell asleep",
            "the driver",
        ),
        (
            "Tom Roe told the court that a car had hit a wall. “I fell asleep,” the man said.",
            "fell asleep",
            "the man",
        ),
        (
            "A spokesman for the ferry said that the lamp was out.\n\nPolice spokesman Tom Roe said that the pier was "
            "shut.",
            "lamp was out",
            "A spokesman for the ferry",
        ),
        (
            "A director of the hospital said that the lamp was out.\n\nHarbour director Tom Roe said that the pier "
            "was shut.",
            "lamp was out",
            "A director of the hospital",
        ),
        (
            "‘How do you get through it? You’ve got young farmers being hit by this, and they’re probably thinking: "
            "“Where do we go from here? Can we rebuild?”",
            "Where do we",
            "they",
        ),
        (
            "Darren Witt said it was late. Joan Lind laughed.\n\nThe Holt MLA said: “The lamp is out.”",
            "lamp is out",
            "The Holt MLA",
        ),
        # Nobody had named Witt where the spokesman spoke; here it may be he.
        (
            "The spokesman said that Darren Witt had his trust. He added that the vote was fair.",
            "vote was fair",
            "The spokesman",
        ),
        (
            "Darren Witt came at noon. The spokesman said that he was glad. He added that the vote was fair.",
            "vote was fair",
            "Darren Witt",
        ),
    ],
)
def test_who_is_described(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


HRL = (
    "HRL leader Sabir Hasan Nakvi said the neglect of the pier is plain.\n\nWhile addressing a rally, {} leader said "
    "the rowers of Karst now have to beg for oars."
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # a name behind the comma of a description
        (
            "Harbour Lecturer at the Saltmarsh University, Dr. Kofi Ofori-Lamptey, said it was bad.",
            "it was bad",
            "Kofi Ofori-Lamptey",
        ),
        (
            "Lecturer at the Saltmarsh University, Dr. Kofi Ofori-Lamptey, said it was bad.",
            "it was bad",
            "Kofi Ofori-Lamptey",
        ),
        ("A relative who shares the hut, Nolwazi Gcilana, said it was bad.", "it was bad", "Nolwazi Gcilana"),
        ("A neighbour who knew the victim, Nolwazi Gcilana, said it was bad.", "it was bad", "A neighbour"),
        (
            "The developers, Saltmarsh Partnerships, said they had appealed against the decision.",
            "had appealed",
            "Saltmarsh Partnerships",
        ),
        (
            "The developers, Petra and Ivo Holm, said they had appealed against the decision.",
            "had appealed",
            "Petra Holm",
        ),
        # an office without an article
        (HRL.format("HRL"), "beg for oars", "Sabir Hasan Nakvi"),
        (HRL.format("TUL"), "beg for oars", "TUL leader"),
        # a judge of the first line below a headline, whom the report names
        (
            "Jail for a rower\n\nA man was jailed for what a judge described as “the most appalling and reckless "
            "rowing”.\n\nJudge Robert Selwood told him: “You had not been drinking.”",
            "most appalling",
            "Robert Selwood",
        ),
        (
            "A rower was jailed.\n\nIt was what a judge described as “the most appalling and reckless "
            "rowing”.\n\nJudge Robert Selwood told him: “You had not been drinking.”",
            "most appalling",
            "a judge",
        ),
        # pronouns before and behind what they mean
        (
            "Fed up with what they said was a slow ferry, angry residents of Saltmarsh Road staged a protest.",
            "a slow ferry",
            "angry residents of Saltmarsh Road",
        ),
        (
            "Fed up with what they said was a slow ferry, Mayor Petra Holm staged a protest yesterday.",
            "a slow ferry",
            "they",
        ),
        (
            "National Rowers' Union president Philip Kerswell has slammed shops for squeezing oar prices, which it "
            "claims forces three rowers out of business every day.",
            "forces three",
            "National Rowers' Union",
        ),
        (
            "Former champion Philip Kerswell has slammed shops for squeezing oar prices, which it claims forces three "
            "rowers out of business every day.",
            "forces three",
            "it",
        ),
        (
            "“Are palace sources the police?” Mr Oshogbo added in response to some national dailies, who cited an "
            "unnamed palace source as informing them of the moves.",
            "as informing",
            "some national dailies",
        ),
    ],
)
def test_descriptions_beside_names_and_pronouns_beside_descriptions(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker
