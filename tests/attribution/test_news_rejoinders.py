"""Words of others that somebody answers, rebuffs or hears; who is meant beside a byline, a headline or a relative."""

from __future__ import annotations

import pytest

from index.attribution.news.drafts import Draft
from index.attribution.news.headlines import of_headline
from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # critics who say it, of whom somebody else is told
        ("Harbour Minister Oduya hit back at rowers who say she has sold the pier.", "sold the pier", "rowers"),
        (
            "Minister Ivo Strand has scoffed at his rivals who say he was found on more boats than bridges this year.",
            "on more boats",
            "his rivals",
        ),
        ("Harbour Minister Oduya, who says she has sold the pier, hit back at rowers.", "sold the pier", "Oduya"),
        (
            "Last weekend, police arrested 15 men who claimed to have been part of a gang.",
            "part of a gang",
            "15 men",
        ),
        # a question that is answered
        (
            "Mayor Ivo Strand was responding to a question at a lunch on Friday whether there was a bridge that the "
            "town could sell.",
            "whether there was",
            None,
        ),
        (
            "Mayor Ivo Strand was responding to a question at a lunch on Friday when he said the town could sell a "
            "bridge.",
            "could sell a bridge",
            "Ivo Strand",
        ),
        # what a judge hears
        ("Judge Petra Holm heard that the rower had been asleep at the oars.", "been asleep", None),
        ("Judge Petra Holm said that the rower had been asleep at the oars.", "been asleep", "Petra Holm"),
        # a relative in the clause before
        (
            "Sgt. Ivo Strand led the divers.\n\nPetra Holm said her uncle is a patient rower, but he told her he lost "
            "an oar in the fog.",
            "lost an oar",
            "her uncle",
        ),
        (
            "Sgt. Ivo Strand led the divers.\n\nPetra Holm said her uncle is a patient rower, but Strand says he told "
            "her that the lake was closed.",
            "lake was closed",
            "Ivo Strand",
        ),
        # a relative of the same surname in the highest office
        (
            "Senator Dolores Quispe said the toll was a mistake.\n\nHer brother, President Quispe, said he had told "
            "the ministry to halt it. President Quispe said the toll was his idea.",
            "to halt it",
            "Quispe",
        ),
        (
            "Senator Dolores Quispe said the toll was a mistake.\n\nHer brother, President Quispe, said he had told "
            "the ministry to halt it. President Quispe said the toll was his idea.",
            "was his idea",
            "Quispe",
        ),
        (
            "Senator Dolores Quispe said the toll was a mistake.\n\nMs Quispe said the ministry would halt it.",
            "would halt it",
            "Dolores Quispe",
        ),
        (
            "President Joe Quispe praised his brother, Senator Quispe. Senator Quispe said he was glad.",
            "he was glad",
            "Quispe",
        ),
        (
            "President Joe Quispe praised his brother, Senator Quispe. President Quispe said he was glad.",
            "he was glad",
            "Joe Quispe",
        ),
        # who wrote the report is not told of in it
        (
            "The lake stays low\n\nBy senior rural reporter Petra Holm, Friday 3 May, 2019\n\nBaker Jan Rowntree said "
            'nobody bought her buns.\n\n"If the boats stay away, then the bakers stay at home," she said.',
            "bakers stay",
            "Jan Rowntree",
        ),
        (
            "The lake stays low\n\nBy senior rural reporter Petra Holm, Friday 3 May, 2019\n\nThe lake is low. Holm "
            'saw it herself.\n\n"If the boats stay away, then the bakers stay at home," Holm said.',
            "bakers stay",
            "Petra Holm",
        ),
        # whom a firm's office opens the sentence before
        (
            "Philip Adeyemi has slammed ferry firms.\n\nSaltmarsh's chief executive Julian Lind was present at the "
            "dinner. 'We recognise the worries,' he said.",
            "We recognise",
            "Julian Lind",
        ),
        (
            "Philip Adeyemi has slammed ferry firms.\n\nSaltmarsh's boats were absent at the dinner. 'We recognise "
            "the worries,' he said.",
            "We recognise",
            "Philip Adeyemi",
        ),
        # a group by its initials is no person
        (
            "Some opposition MKs hope for a bridge.\n\n“I believe that this is very important,” he says.",
            "very important",
            "he",
        ),
        # a page's menu above a quotation
        (
            "'Like somebody had shot him in the boat, you heard the splash'\n\nWestern Western\n\n'Like somebody had "
            "shot him in the boat, you heard the splash'",
            "heard the splash",
            None,
        ),
    ],
)
def test_words_of_others_are_not_of_whom_the_sentence_tells(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The guild ignored the plea by the Governor to go back to the oars.", "to the oars"),
        ("Mayor Called On To Cut Fares", "Cut Fares"),
        (
            "The Minister was replying to concerns raised by legislator P. Holmavan (Eastport), who referred to news "
            "reports about a statement issued by a clerk.",
            "concerns raised",
        ),
    ],
)
def test_what_somebody_is_called_on_to_do_or_ignores_is_not_said(
    attributor: NewsAttributor, text: str, words: str
) -> None:
    assert all(s.speaker is None for s in statements(attributor, text) if words in text[s.start : s.end])


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("TOLL: Is it a sin to row? - Dr. Kofi Lamptey scolds the board\n\nTen.", "Dr. Kofi Lamptey"),
        ("TOLL: Is it a sin to row? - a look back\n\nTen.", "TOLL"),
    ],
)
def test_a_headline_behind_a_topic_is_of_who_is_named_at_its_end(text: str, mention: str) -> None:
    words = "Is it a sin to row"
    start = text.index(words)
    found = of_headline(text, Draft(((start, start + len(words)),), 0.9, None, (0, 4), 0.8))
    assert found.mention is not None and text[slice(*found.mention)] == mention


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (
            "Corazon Villaluz blasted the DOTB for its “sneaky” timing in raising the new tolls.",
            "timing",
            "the DOTB for its “sneaky” timing in raising the new tolls",
        ),
        (
            "Senator Corazon Villaluz wants the DOTB to explain why it did not tell the Senate of its plan.",
            "to explain",
            "the DOTB to explain why it did not tell the Senate of its plan",
        ),
        (
            "Villagers are upset after the Harbour Ombudsman turned down their complaint against Saltmarsh District "
            "Council over the granting of planning permission.",
            "granting of",
            "their complaint against Saltmarsh District Council over the granting of planning permission",
        ),
        (
            "Senator Corazon Villaluz said the DOTB did not tell the Senate of its plan.",
            "did not tell",
            "the DOTB did not tell the Senate of its plan",
        ),
    ],
)
def test_words_of_praise_and_blame_are_whole(attributor: NewsAttributor, text: str, words: str, whole: str) -> None:
    found = said(attributor, text, words)
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Against a background of chants of “We want boats” and “We want better piers,” Deon Mahabir said the "
            "village is also plagued by gulls.",
            "We want boats",
            None,
        ),
        (
            "Against a background of chants of “We want boats” and “We want better piers,” Deon Mahabir said the "
            "village is also plagued by gulls.",
            "plagued by gulls",
            "Deon Mahabir",
        ),
        ("The mayor called the plan a “passing tidal slip”.", "tidal slip", "The mayor"),
        (
            "Stefan Garo spoke with reporters and said the ministry's motives were plain.",
            "motives were plain",
            "Stefan Garo",
        ),
    ],
)
def test_who_chants_is_not_who_speaks_through_it(
    attributor: NewsAttributor, text: str, words: str, speaker: str | None
) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_whoever_is_said_to_have_done_it_is_no_statement(attributor: NewsAttributor) -> None:
    text = "Rowers at the two oldest piers in Saltmarsh were said to have begun a slowdown action."
    assert [text[s.start : s.end] for s in statements(attributor, text)] == ["to have begun a slowdown action"]


@pytest.mark.parametrize(
    "text",
    [
        "That effect is called a “passing tidal slip” (PTS).",
        "RNZ Harbour spoke with its correspondent Stefan Garo about the ministry's motives for the changes.",
    ],
)
def test_what_the_paper_explains_or_asks_about_is_not_said(attributor: NewsAttributor, text: str) -> None:
    assert not statements(attributor, text)
