"""Pages whose story is known to the sentence: how much furniture is left after reading, and whether a sentence is lost.

The pages are written here: six outlets with templates of their own, twelve stories each, and around every story what
such templates set: navigation, share rows, credits, newsletters, related links, comments, lines of rights.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from index.model import Article
from index.reading import ReadOptions, read, repeated_paragraphs
from index.reading.boilerplate import without_repeated

PEOPLE = ("Mara Velden", "Tomas Rehak", "Ines Oduya", "Casper Thorne")
THINGS = ("the ferry", "the pier", "the lighthouse", "the fish market", "the canal", "the night bus")
VERBS = ("will close on Sundays", "needs a new roof", "has lost its crew", "costs more than it earns", "stays as it is")


@dataclass(frozen=True)
class Page:
    outlet: str
    html: str
    story: tuple[str, ...]  # sentences
    furniture: tuple[str, ...]  # lines


def sentences(number: int) -> tuple[str, ...]:
    who, other = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
    thing, verb = THINGS[number % 6], VERBS[number % 5]
    return (
        f"In the {number + 3}rd meeting of the year the council heard that {thing} {verb}.",
        f"“I was told of it on the {number + 2}th, by letter,” {who} said after the vote on motion {number + 40}.",
        f"{other} told the members that a report of {number * 7 + 12} pages had come to the same end.",
        f"The repair of {thing} would take {number + 5} weeks and {number * 13 + 90} crowns, according to the yard.",
        f"“Nobody subscribes to that,” {other} added, and asked that part {number + 1} of the report be read again.",
        f"A further meeting on {thing} was set for the week after, in room {number + 100}, at nine in the morning.",
        f"Share prices of the ferry company fell by {number + 1} percent, which {who} called a matter of the weather.",
        f"The vote ended {number + 4} to {number + 2}, and the minutes of item {number + 60} will be read in public.",
    )


TOP = (
    ("Home", "News", "Sport", "Opinion", "Subscribe"),
    ("Sign in", "Menu", "Search", "E-paper"),
    ("Front page > Region > Council", "Log in"),
    ("Skip to content", "Weather", "Traffic"),
    ("Most read", "Latest", "Podcasts"),
    ("Advertisement", "Topics", "Live"),
)
BOTTOM = (
    (
        "Share this:",
        "Facebook",
        "Twitter",
        "(Photo: Harbour office)",
        "Sign up for our newsletter",
        "Read more: The pier",
    ),
    ("Follow us on Facebook", "Support independent journalism for two crowns a month.", "Leave a comment"),
    ("Get the morning letter in your inbox every day.", "Related articles", "Copyright 2026. All rights reserved."),
    ("Sorry, this video is restricted in your country.", "Tags: council, harbour", "Report a mistake in this article"),
    ("Our reporters answer for every line. Write to desk@courier.example.", "More from the region", "Print this page"),
    ("This site uses cookies to make it better.", "Download our app for the whole story.", "Become a member today"),
)


def page(outlet: int, number: int) -> Page:
    """One page: even outlets set their furniture outside of the article, odd ones inside of it."""
    story, top, bottom = sentences(outlet * 12 + number), TOP[outlet], BOTTOM[outlet]
    body = "".join(f"<p>{story[i]} {story[i + 1]}</p>" for i in range(0, len(story), 2))
    after = "".join(f"<p>{line}</p>" for line in bottom)
    inside, outside = (after, "") if outlet % 2 else ("", f"<footer>{after}</footer>")
    title = f"Council hears of {THINGS[number % 6]}, item {number}"
    html = (
        f'<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="Outlet '
        f'{outlet}"><meta property="article:published_time" content="2026-05-{number + 1:02d}T08:00:00Z"></head><body>'
        f"<nav>{''.join(f'<a href=/>{line}</a> ' for line in top)}</nav><main><article><h1>{title}</h1>{body}{inside}"
        f"</article></main>{outside}</body></html>"
    )
    return Page(f"Outlet {outlet}", html, story, (*top, *bottom))


PAGES = [page(outlet, number) for outlet in range(6) for number in range(12)]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page as the archive has it once its outlet's repetitions are learned."""
    folder = tmp_path_factory.mktemp("pages")
    paths: list[Path] = []
    for number, one in enumerate(PAGES):
        paths.append(folder / f"{number:03}.html")
        paths[-1].write_text(one.html, "utf-8")
    found = [one for one in read(paths, options=ReadOptions()) if isinstance(one, Article)]
    assert len(found) == len(PAGES) and [one.source for one in found] == [one.outlet for one in PAGES]
    by_outlet = {one.outlet: [a.text for a in found if a.source == one.outlet] for one in PAGES}
    learned = {outlet: repeated_paragraphs(texts) for outlet, texts in by_outlet.items()}
    return [without_repeated(a.text, learned[a.source or ""], tail_only=False).text for a in found]


def test_no_sentence_of_a_story_is_lost(texts: list[str]) -> None:
    lost = [
        sentence
        for one, text in zip(PAGES, texts, strict=True)
        for sentence in one.story
        if sentence not in " ".join(text.split())
    ]
    assert lost == []


def test_the_furniture_goes(texts: list[str]) -> None:
    left = [
        (one.outlet, line)
        for one, text in zip(PAGES, texts, strict=True)
        for line in one.furniture
        if line in text.split("\n")
    ]
    lines = sum(len(one.furniture) for one in PAGES)
    files = sum(any(line in text.split("\n") for line in one.furniture) for one, text in zip(PAGES, texts, strict=True))
    assert len(left) <= 0.01 * lines and files <= 0.03 * len(PAGES), sorted(set(left))
