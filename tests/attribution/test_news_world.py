"""More kinds of sentences met in newspapers all over the world, in invented names: who says the words, or nobody."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # states and agencies are nobody's surname
        ("Prime Minister John Brown of New Zealand said he was ready.", "was ready", "John Brown"),
        ("New Zealand said it would send a plane.", "send a plane", "New Zealand"),
        ("Papua New Guinea said it would send a boat.", "send a boat", "Papua New Guinea"),
        (
            "According to Ukrinform, the mayor, Vasyl Kravets, stated this on Telegram. “They struck the "
            "pier,” he wrote.",
            "struck the pier",
            "Vasyl Kravets",
        ),
        (
            "Secretary of State Mario Robles confirmed he spoke with the minister. “We’d still like to meet with "
            "them,” he said, Interfax reports, citing foreign media.",
            "like to meet",
            "Mario Robles",
        ),
        # names that begin small, or with more than a given name
        (
            "Health minister Nabil al-Saad said it was late.\n\n“It is over,” al-Saad said.",
            "It is over",
            "Nabil al-Saad",
        ),
        ("Umm Khaled Saad said it was late.", "was late", "Umm Khaled Saad"),
        (
            "“We know that [Boaz] Harel has been playing a game,” John Brown said.\n\nHarel said it was a lie.",
            "was a lie",
            "Boaz Harel",
        ),
        # offices
        (
            "Minister of Local Government and Community Development Delano Richards yesterday denied claims "
            "of waste.\n\nRichards said that the problems were not new.",
            "not new",
            "Delano Richards",
        ),
        (
            "Attorney General Faisal Awan met the judges.\n\nThe Attorney General said in the court that some "
            "remarks caused a misunderstanding.",
            "caused a misunderstanding",
            "Faisal Awan",
        ),
        (
            "Chief Justice of Karstan Justice Rafiq Hasan Bugti on Tuesday questioned the law.\n\nCJK Bugti said "
            "that the court wants to conclude the case.",
            "conclude the case",
            "Rafiq Hasan Bugti",
        ),
        (
            "Opposition Spokesman on Housing Professor Senator Lloyd Harris met the tenants.\n\nAccording to the "
            "Opposition Spokesman on Housing, Professor Senator Lloyd Harris, “The Government must provide options.”",
            "provide options",
            "Lloyd Harris",
        ),
        # who is meant by a pronoun
        ("Peter Reed slammed John Brown after he said the law was bad.", "law was bad", "John Brown"),
        (
            "Peter Reed said the talks were over.\n\nHowever, at a press conference late Wednesday, Paul Miller hit "
            "back at the comments. “He can speak for himself,” he said.",
            "speak for himself",
            "Paul Miller",
        ),
        (
            "“My son survived,” Jane Brown told the paper.\n\nJane Brown at the hospital (John Reed/Al "
            "Jazeera)\n\nThe hospital was damaged.\n\n“All the children were scared,” he added.",
            "were scared",
            "he",
        ),
        # clauses
        (
            "“Did you or did you not give it?” Ramon Dela Paz asked, to which Arnel Villanueva said “no, I did not.”",
            "no, I did not",
            "Arnel Villanueva",
        ),
        (
            "Peter Reed spoke on Monday. According to him, President John Brown also met governors and told "
            "them that it was not permissible.",
            "not permissible",
            "Peter Reed",
        ),
        (
            "Governor John Brown criticized the long deadlines.\n\nThe outburst came while he was speaking to "
            "businessmen, it was also reported.",
            "outburst came",
            None,
        ),
        # the one addressed is not the one who speaks
        (
            "Mayor Peter Reed met Paul Ward.\n\nResponding to Mr Ward, the mayor said the debate was over.\n\nHe added "
            "that the talks go on.",
            "talks go on",
            "Peter Reed",
        ),
        (
            "The Prosecutor promised the footage, but failed. Instead, the Court was told only that the accused had "
            "been seen in a car.",
            "seen in a car",
            None,
        ),
        ("Farmers New Dawn spoke to said the dam was dry.", "dam was dry", "Farmers"),
        # names and offices
        ("Mayor John Brown opening the debate said the law was late.", "law was late", "John Brown"),
        ("MP John Brown a key member of the bloc said the talks were over.", "talks were over", "John Brown"),
        (
            "Alliance for Ports Secretary General, John Brown, said the call is overdue.",
            "call is overdue",
            "John Brown",
        ),
        (
            "Police chief Chakrit Chaijum spoke.\n\nPol Gen Chakrit said he had assigned an officer.",
            "assigned an officer",
            "Chakrit Chaijum",
        ),
        ("Lt-Gen Suwit Brown told the media that it was over.", "it was over", "Suwit Brown"),
        (
            "Heng Sok Leang, an opposition senator, said residents had called.\n\n“The witnesses confirmed it,” Sok "
            "Leang said at a news conference.",
            "witnesses confirmed",
            "Heng Sok Leang",
        ),
        (
            "They were left dejected after Harare magistrate Lazarus Nyoni postponed the matter.\n\nThe magistrate "
            "said the case clashed with another matter.",
            "clashed with another",
            "Lazarus Nyoni",
        ),
        # a mark that is missing
        (
            "“We will never enter the house again,” Mr Usman Gwandu said.\n\nAnother lawmaker, Yakubu Lapai, "
            "said the reason given was not tenable.\n\n“They said we were late. Are we students? Mr Lapai queried.\n\n"
            "“It is very embarrassing,” he added.",
            "Are we students",
            "Yakubu Lapai",
        ),
    ],
)
def test_who_says_the_words(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    assert who_says(attributor, text, words) == speaker
