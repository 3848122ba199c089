"""Generated news of a fictional coast: as many articles as wanted, the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from index.model import Article

_FIRST = "Aino Bram Celeste Dario Edda Farid Greta Henrik Imani Jonas Kirsten Leandro Mirela Nadim Oona Petra".split()
_LAST = (
    "Abendroth Birkeland Castellan Dunmore Eskola Farrow Granath Holloway Iversen Jandrisch Kestrel Lindholm".split()
)
_ROLES = (
    "Mayor", "Harbour master", "Finance minister", "Energy minister", "Union leader", "Senator", "Governor",
    "Spokeswoman", "Chief engineer", "Judge",
)  # fmt: skip
_PLACES = "Port Halden,Karst,Aldermoor,Skarn,Lowmark,Brackwater,Nordholm,Tarn Bridge,Eastmere,Vell".split(",")
_OUTLETS = ("The Lowmark Courier", "Brackwater Gazette", "Radio Nordholm", "Aldermoor Evening Post")
_TOPICS = (
    ("the ferry timetable", "two more boats before the summer", "the night crossing carries eleven people"),
    ("the harbour wall", "stone from the old quarry", "the tide gauge has risen by a hand's width"),
    ("the hospital roof", "repairs before the first snow", "buckets stand in four of the wards"),
    ("the grain reserve", "a third of it for the bakers", "the silos are fuller than in any year since the flood"),
    ("the reactor", "new cables in the control room", "the vessel is in better health than its paint"),
    ("school meals", "soup on three days of the week", "hungry children do not learn fractions"),
    ("the fishing quota", "a smaller share for the large boats", "the nets come up half empty"),
    ("the rail bridge", "a second track by the end of the decade", "freight waits an hour at the signal"),
    ("the budget", "a lower levy on small firms", "the accounts close with a gap of nine million crowns"),
    ("the court reform", "two judges more for the north", "a case takes three years from door to door"),
)
_DIRECT = (
    "“{We} need {wish}, and {we} need it now,” {who} said.",
    "“Nobody should be surprised that {fact},” said {who}. “I have warned of it for {n} years.”",
    "“{Fact},” {who} told reporters in {place}.",
    "“I do not know who pays for {wish},” {last} added, “but it will not be the people of {place}.”",
)
_INDIRECT = (
    "{who} said that {fact}.",
    "According to {who}, {topic} had cost {n} million crowns since January.",
    "{last} warned that without {wish} the work would stand still for {n} weeks.",
    "{who} denied that {topic} had ever been a matter for {place} alone.",
)
_PLAIN = (
    "The council of {place} will vote on {topic} on Thursday.",
    "About {n} hundred people stood in the rain outside the hall.",
    "The plan foresees {wish}, at a cost of {n}.4 million crowns.",
    "A report on {topic} was published in {place} last week and filled {n}0 pages.",
)


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """`count` articles of six to twelve paragraphs with two speakers each, dated from 2020 on."""
    chance = random.Random(seed)
    people = [(f"{first} {last}", role) for last in _LAST for first, role in zip(_FIRST, _ROLES * 2, strict=False)]
    for number in range(count):
        topic, wish, fact = chance.choice(_TOPICS)
        place, speakers = chance.choice(_PLACES), chance.sample(people, 2)
        words = {"topic": topic, "wish": wish, "fact": fact, "Fact": fact[0].upper() + fact[1:], "place": place}
        date = dt.date(2020, 1, 1) + dt.timedelta(days=chance.randrange(1000))
        yield Article(
            id=f"generated-{seed}-{number}",
            title=f"{place} argues over {topic}",
            source=chance.choice(_OUTLETS),
            date=date,
            text="\n\n".join(_paragraphs(chance, speakers, words)),
        )


def _paragraphs(chance: random.Random, speakers: list[tuple[str, str]], words: dict[str, str]) -> Iterator[str]:
    named: set[str] = set()
    for _ in range(chance.randint(6, 12)):
        sentences: list[str] = []
        for forms in chance.sample((_PLAIN, _DIRECT, _INDIRECT, _PLAIN), 3):
            name, role = chance.choice(speakers)
            who = name.split()[-1] if name in named else f"{role} {name}"
            named.add(name)
            sentence = chance.choice(forms).format(
                **words, who=who, last=name.split()[-1], n=chance.randint(2, 9), We="We", we="we"
            )
            sentences.append(sentence[0].upper() + sentence[1:])
        yield " ".join(sentences)
