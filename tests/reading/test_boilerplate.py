from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading import remove, repeated_paragraphs
from index.reading.boilerplate import clean, trim, without_repeated
from index.reading.rules import is_boilerplate, is_button

STORY = (
    "The council of Port Halden met on Monday.\n\n“We will build the wall,” said the mayor, Ilse Brandt-Okoye."
    "\n\nShe did not say when."
)


@pytest.mark.parametrize(
    "line",
    ["Facebook", "Twitter", " LinkedIn ", "Share this: Facebook", "Share this:",
     "Click to share on Reddit (Opens in new window)",
     "Facebook Twitter Email", "Like this:", "Loading...", "Share on WhatsApp", "12 Shares"],
)  # fmt: skip
def test_button_words_on_a_line_of_their_own(line: str) -> None:
    assert is_button(line)


@pytest.mark.parametrize(
    "line", ["", "Facebook fined the council", "More people came.", "He likes to share", "Twitter said no"]
)
def test_lines_that_only_hold_such_words_are_no_buttons(line: str) -> None:
    assert not is_button(line)


@pytest.mark.parametrize(
    "paragraph",
    [
        "(Photo: Nato)",
        "(Main photo: Lene Fisk, harbour office (archive))",
        "(Photo of the harbour wall: Lene Fisk)",
        "(Main photo, via the harbour office’s press service)",
        "(Screengrab via Norvanian television)",
        "The Halden Courier’s coverage of the floods is supported by the Embassy of Sorrelia.",
        "Photo: Halden Harbour Authority",
        "Photo by Tora Lind-Amadi/North Shore Wire",
        "Photo credit: Sorrel Point Society",
        "For the rest of The Halden Courier’s continuing coverage of the wall, please click here.",
        "To read our earlier reports on the ferries, click here.",
        "Become a Patron!",
        "Become a member today",
        "Read more: Why bread costs what it costs",
        "See also: “We will build the wall”",
        "Sign up for our morning newsletter and never miss a story.",
        "Follow us on Twitter for more.",
        "© 2022 North Shore Review. All rights reserved.",
        "This website uses cookies to make your visit better.",
    ],
)
def test_a_sites_paragraphs_go_wherever_they_stand(paragraph: str) -> None:
    assert is_boilerplate(paragraph)
    first, _, rest = STORY.partition("\n\n")
    cleaned = clean(f"{first}\n\n{paragraph}\n\n{rest}")
    assert cleaned.text == STORY
    assert cleaned.removed == (paragraph,)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Please support our newspaper and donate via Patreon,” the editor told the crowd.",
        "The mayor said that readers should support independent journalism.",
        "Photos by drone confirmed the damage to the wall.",
        "(Photos of the site were seen by this newspaper.)",
        "Photographs of the wall were shown to the council on Monday.",
        "By midday the bridge was gone.",
        "We baked cookies for the volunteers at the harbour.",
        "Copyright law is to be changed next year.",
        "The union will follow the talks on television.",
        "Subscribers of the ferry line paid less.",
        "She sold her patronage and became a member of the council.",
        "If you want to donate blood, the hospital is open until eight.",
        "(c) the third clause is struck out.",
        "Share prices rose on Tuesday.",
    ],
)
def test_prose_and_speech_stay_even_at_the_end(paragraph: str) -> None:
    text = f"{STORY}\n\n{paragraph}"
    assert clean(text).text == text
    assert trim(text).text == text


def test_an_appeal_is_known_at_the_end_only() -> None:
    appeal = "If you value what we do, help us: your contribution keeps our reporters at work."
    assert clean(f"{STORY}\n\n{appeal}").text == STORY
    first, _, rest = STORY.partition("\n\n")
    middle = f"{first}\n\n{appeal}\n\n{rest}"
    assert clean(middle).text == middle


def test_buttons_in_a_row_go_and_a_single_word_in_the_middle_stays() -> None:
    assert clean(f"Share this:\nFacebook\nTwitter\n\n{STORY}\n\nLike this:\n\nLoading...").text == STORY
    first, _, rest = STORY.partition("\n\n")
    heading = f"{first}\n\nTwitter\n\n{rest}"
    assert clean(heading).text == heading


def test_trim_takes_certain_tails_and_keeps_every_offset() -> None:
    given_text = f"{STORY}\n\n(Photo: Harbour office)\n\nBecome a Patron!\n"
    result = trim(given_text)
    assert result.text == STORY
    assert given_text.startswith(result.text)


def test_trim_leaves_the_middle_and_a_single_head_word_alone() -> None:
    text = f"Print\n\n{STORY}\n\nRead more: The wall\n\nThe wall is old.  \n"
    assert trim(text).text == text


def test_trim_keeps_a_text_that_is_nothing_else() -> None:
    assert trim("Become a Patron!").text == "Become a Patron!"


@given(st.text())
def test_cleaning_only_ever_takes_away(text: str) -> None:
    signs = iter(text)
    assert all(sign in signs for sign in "".join(clean(text).text.split()))
    assert trim(text).text in text


@given(
    st.lists(
        st.sampled_from(["“No,” he said.", "Facebook", "(Photo: A)", "x y z", "", " ", "Become a Patron!", "Q: Why?"])
    )
)
def test_cleaning_twice_is_cleaning_once(lines: list[str]) -> None:
    once = clean("\n\n".join(lines)).text
    assert clean(once).text == once


@pytest.mark.parametrize(
    "unit", ["A", "Aa ", "(photo ", "x ", "“a ", "\n ", "for the rest of ", "Photo by A/", "By A ", "1-"]
)
def test_hostile_repetition_is_read_in_time(unit: str) -> None:
    text = unit * 20_000
    assert len(clean(text).text) <= len(text)
    assert len(trim(text).text) <= len(text)
    assert is_boilerplate((unit * 600)[:600]) in (True, False)


def _articles(count: int, standing: str, every: int = 1) -> list[str]:
    return [
        f"Story number {number} of the harbour and its boats.\n\nIt rained in {'abcdefghij'[number % 10] * number}."
        + (f"\n\n{standing}" if number % every == 0 else "")
        for number in range(count)
    ]


def test_what_recurs_across_a_source_is_found_and_removed() -> None:
    standing = "The Courier has served Port Halden since 1871."
    texts = _articles(10, standing)
    repeated = repeated_paragraphs(texts)
    assert len(repeated) == 1
    assert all(standing not in remove(text, repeated) for text in texts)
    assert remove(texts[3], repeated) == texts[3].removesuffix(f"\n\n{standing}")


def test_spacing_and_capitals_do_not_hide_a_repetition() -> None:
    texts = [f"A tale of {'boats ' * number}.\n\nThis PAGE{' ' * number}is printed weekly." for number in range(1, 8)]
    assert remove(texts[0], repeated_paragraphs(texts)) == "A tale of boats ."


def test_sentences_that_differ_in_a_number_are_no_repetition() -> None:
    texts = [f"The crown closed at {number} to the florin." for number in range(20)]
    assert repeated_paragraphs(texts) == frozenset()


@pytest.mark.parametrize(
    "standing",
    [
        "“We will stay where we are,” the mayor said.",
        "MS HALVORSEN: Thank you all very much.",
        "[Laughter in the room.]",
        "Thank you.",
    ],
)
def test_speech_turns_and_short_lines_are_never_repetition(standing: str) -> None:
    assert repeated_paragraphs(_articles(12, standing)) == frozenset()


def test_too_few_articles_or_too_small_a_share_is_no_repetition() -> None:
    standing = "The Courier has served Port Halden since 1871."
    assert repeated_paragraphs(_articles(4, standing)) == frozenset()
    assert repeated_paragraphs(_articles(60, standing, every=10)) == frozenset()


def test_remove_gives_the_text_itself_back_where_nothing_recurs() -> None:
    text = "One.\n \n\nTwo  \r\n"
    assert remove(text, frozenset({"three four five"})) == text
    assert remove("Only this one here.", frozenset({"only this one here."})) == "Only this one here."


TAIL = ["Most viewed", "Support independent journalism", "Topics: Health, Veldhaven", "Reuse this content"]


def test_the_labels_of_a_template_go_at_the_tail_and_in_a_row() -> None:
    cleaned = clean(STORY + "\n\n" + "\n".join(TAIL))
    assert cleaned.text == STORY
    assert list(cleaned.removed) == TAIL
    first, _, rest = STORY.partition("\n\n")
    assert clean("\n\n".join([first, "Home > World > Europe", "Sign in", rest])).text == STORY
    heading = "\n\n".join([first, "Help", rest])
    assert clean(heading).text == heading  # a heading inside the story
    assert clean(f"More on the wall\n\n{STORY}").text.startswith("More on the wall")  # a title


@pytest.mark.parametrize(
    "line",
    ["We are sorry, this video is restricted in your country.", "This video is no longer available", "0:00 / 1:23",
     "Video player is loading.", "Story continues below advertisement", "pic.twitter.com/a1B2c3", "Getty Images",
     "Image source, Getty Images", "Your browser does not support the video tag."],
)  # fmt: skip
def test_placeholders_go_wherever_they_stand(line: str) -> None:
    first, _, rest = STORY.partition("\n\n")
    cleaned = clean("\n\n".join([first, line, rest]))
    assert (cleaned.text, cleaned.removed) == (STORY, (line,))


@pytest.mark.parametrize(
    "line",
    ["This video is proof of what happened, the mayor said.", "Watch the wall, he told them.", "Home is where we are.",
     "The archive closes at noon.", "“Sorry, this video is restricted,” the screen read."],
)  # fmt: skip
def test_sentences_that_begin_like_them_stay(line: str) -> None:
    first, _, rest = STORY.partition("\n\n")
    text = "\n\n".join([first, line, rest])
    assert clean(text).text == text


def test_states_of_one_story_are_no_repetition() -> None:
    story = "The council of Port Halden met on Monday to speak of the wall, and it sat until the lamps were lit."
    texts = [f"{story}\n\nA short end number one.\n\n{'x ' * number}" for number in range(1, 8)]
    assert repeated_paragraphs(texts) == frozenset()


def test_only_the_tail_goes_where_offsets_must_hold() -> None:
    standing = "The Courier has served Port Halden since 1871."
    repeated = frozenset([standing.casefold()])
    text = f"{standing}\n\n{STORY}\n\n{standing}\n"
    cleaned = without_repeated(text, repeated, tail_only=True)
    assert text.startswith(cleaned.text) and cleaned.text.endswith("when.")
    assert cleaned.removed == (standing,)
    assert without_repeated(text, repeated).text == STORY
