"""Who of one family a surname means, and descriptions that are titles and offices."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from index.attribution.news.tagger import Tagger
from tests.support.statements import who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor(Tagger.load())


LEAD = "KARST — The old ferry was sold on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # "Mrs" of a man of whom only "his wife" is told
        (
            "Morvin Stockpole, who called the games for forty years, told nobody but his wife.\n\n"
            "“He leaned over and asked who had the ball,” Mrs. Stockpole said. Mr. Stockpole died in May.",
            "leaned over",
            "Stockpole",
        ),
        # another age than the one bearer's
        (
            "Kayla Drews, 29, pays a thousand a month for the flat. Her brother is a plumber.\n\n"
            "“I quoted him nothing at all,” Drews, 33, said.",
            "quoted him nothing",
            "Drews",
        ),
        (
            "Dagna Ferro, the chief executive, took over from her father in May.\n\n"
            "The elder Ferro said that he would not sell a single share of the yard.",
            "would not sell",
            "The elder Ferro",
        ),
        # a relative named by a given name alone is not meant by the surname afterwards
        (
            "Leewards skipper Kemar Philbin says he stays.\n\nThe defeat came with Philbin's elder brother Andre, "
            "who changed sides, taking eleven.\n\nPhilbin, who made three, admitted that his form was poor.\n\n"
            "Andre Philbin bowled his brother twice.",
            "his form was poor",
            "Kemar Philbin",
        ),
        # titles and offices as descriptions
        (
            "Sir Carl Odlam, the former opener, lit the fuse. “The boy is a fine cricketer,” the knight said on air.",
            "a fine cricketer",
            "Carl Odlam",
        ),
        (
            "Insp Jo Barlby, of Karst Police, said fourteen drivers had passed the sign.\n\n"
            "“One of them argued with my officer for an hour,” the inspector said.",
            "argued with my officer",
            "Jo Barlby",
        ),
        (
            "Lt. Denise Furlong said the mower was dry.\n\nThe bear is free. Asked about arrests, the lieutenant said "
            "that detectives had a good picture.",
            "had a good picture",
            "Denise Furlong",
        ),
        (
            "CEO Greta Haan told the paper that the line would close.\n\nThe chief executive declined to discuss "
            "the letter. “Family is for Sundays,” she said.",
            "for Sundays",
            "Greta Haan",
        ),
        # what somebody does, before a name at the head of a sentence
        ("Groundsman Marva Gibbens works alone. “You want a road, bring me asphalt,” Gibbens said.", "bring me asphalt",
         "Marva Gibbens"),
        ("Sharecropper Momena Bagh lost all. “The water took it,” Bagh said.", "The water took it", "Momena Bagh"),
        ("Vice Provost for Student Life Marisol Quenn wrote to all. “A library is no home,” Quenn wrote.", "is no home",
         "Marisol Quenn"),
        ("Sr. Concepcion Aurel leads the network. “They will not be at any table,” Sr. Aurel said.", "at any table",
         "Concepcion Aurel"),
    ],
)  # fmt: skip
def test_who_is_meant(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, LEAD + text, words) == speaker
