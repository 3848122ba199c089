"""Kinds that real pages have: posts shown as written, a lead that names its speaker below, parties, times, captions."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements, who_says

_POSTS = (
    "Port opens again\n\n"
    "The port of Tarn opened again on Monday, and many noticed it.\n\n"
    "Yes this is real and yes the town spent half a million crowns on it: https://t.co/Nc0nKoXGBP\n\n"
    "— Dina E. Anders 🏳️ (@dinaanders) November 18, 2029\n\n"
    "According to a report in the Harbour Leader of Tarn, Gov. Kirsten Noll opened it with the mayor.\n\n"
    "on. time. dot. com. https://t.co/HO1ZRs9T1P\n\n"
    "— tall glass of milk (@_milk) November 19, 2029\n\n"
    "“Hey all, the point is to get ships in,” Noll wrote.\n\n"
    "Hey all, the point is to get ships in. So I think that it works. pic.twitter.com/KQLpngeTbO\n\n"
    "— Governor Kirsten Noll (@govnoll) November 18, 2029\n\n"
    "It was the second opening in a year."
)


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def test_a_post_is_its_authors_word_for_word_and_without_its_links(attributor: NewsAttributor) -> None:
    posts = {s.speaker: s for s in statements(attributor, _POSTS) if s.cue is None and s.kind == "direct"}
    assert _POSTS[slice(*posts["Dina E. Anders"].spans[0])].endswith("half a million crowns on it:")
    assert _POSTS[slice(*posts["tall glass of milk"].spans[0])] == "on. time. dot. com."
    assert not posts["tall glass of milk"].resolved
    assert (posts["Kirsten Noll"].role, posts["Kirsten Noll"].resolved) == ("Governor", True)


def test_what_no_one_signs_with_a_name_of_a_network_is_no_post(attributor: NewsAttributor) -> None:
    text = (
        "The port opened again on Monday and stayed so.\n\n— Jane Roe, editor\n\nIt was the second opening in a year."
    )
    assert not statements(attributor, text)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A man treated as a contact of two rowers says he should have been told sooner. Jan Tarn, from Karst, came "
            "back on June 9.\n\nTarn, who did not know of the rule, told the Courier he expected a letter.",
            "told sooner",
            "Jan Tarn",
        ),
        (
            "A man treated as a contact of two rowers says he should have been told sooner. Inspector Jan Tarn was at "
            "the scene.\n\nTarn told the Courier he expected a letter.",
            "told sooner",
            "A man treated as a contact of two rowers",
        ),
        (
            "A man treated as a contact of two rowers says he should have been told sooner. Jan Tarn, 34, died in it."
            "\n\nMayor Ada Vorn told the Courier she expected a letter.",
            "told sooner",
            "A man treated as a contact of two rowers",
        ),
        (
            "Ministers past and present have met.\n\nEducation Minister Rob Stoker argues the plan is a return to the "
            "bad old days.\n\n“I won't be signing any deal,” the Liberal minister said in a statement on Saturday.",
            "signing any deal",
            "Rob Stoker",
        ),
        (
            "Job cuts will come this week, said The Karst Company’s recently named executive chair Marcel Clair in an "
            "email to staff.",
            "Job cuts",
            "Marcel Clair",
        ),
        (
            "Chairman of the State Special Offences Unit (Task Force), Shola Jejele, confirmed the demolition in a "
            "statement issued by the head of public affairs, Mr Femi Molik, on Sunday.\n\nThe chairman said that the "
            "exercise was carried out to give way for a road.",
            "to give way",
            "Shola Jejele",
        ),
        (
            "Ian Hamil, an expert at the University of Tarn, told the Courier: “It is rare.”\n\nThis graphic, provided "
            "by Statka, shows the states where it is allowed.\n\nHowever, he pointed out that it is difficult to tell.",
            "difficult to tell",
            "Ian Hamil",
        ),
        (
            "Actress Mary Steen was tired. Steen’s son, filmmaker Charlie Dow, remembers it as a trying time. “It "
            "was a change,” he said.\n\nThe actress was not ready. “I was somebody who liked music,” she said.",
            "liked music",
            "Mary Steen",
        ),
        (
            "“It has been a slow climb,” said Kevin Year, 51, owner of Year Works. With his business hobbled, “I never "
            "see the town coming back” in full.\n\n29 of 50 towns have yet to recover, according to Labour Office data "
            "compiled by the Courier.",
            "never see the town",
            "Kevin Year",
        ),
        (
            "“Our friends are expected to stand behind us, and not to impose limits,” Ben Netan was reported to have "
            "said during their call on Sunday.",
            "stand behind us",
            "Ben Netan",
        ),
        (
            "Minutes of the meeting of 18 May\n\nPresent: Cllr Mrs M Lund, Cllr J Orlo, Mrs C Harker (Clerk) and 16 "
            "members of the public.\n\nThe Clerk advised the meeting that it would be in order for a Chairman to be "
            "elected for this meeting.",
            "in order",
            "C Harker",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


def test_a_paper_named_leader_is_no_office(attributor: NewsAttributor) -> None:
    text = (
        "According to a report in the Harbour Leader of Tarn, Kirsten Noll opened the port on Monday.\n\n"
        "“It works,” Noll said."
    )
    assert said(attributor, text, "It works").role is None
