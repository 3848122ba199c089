"""The parts by themselves: when a feed is due, OPML, addresses without the marks of campaigns."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError
from index.feed import Feed
from index.feeds.collect import untracked
from index.feeds.opml import feeds_in, opml
from index.feeds.schedule import next_look, seconds_until

NOW = dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)


def test_who_only_asks_loads_nothing_that_fetches_or_compares() -> None:
    code = "import sys, index.archive; print(sorted({'aiohttp', 'protego', 'rensa'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def minutes_until(time: dt.datetime) -> float:
    return (time - NOW).total_seconds() / 60


@given(st.integers())
def test_a_feed_is_due_at_its_interval_with_jitter(seed: int) -> None:
    assert 27 <= minutes_until(next_look(NOW, 30, 0, None, random.Random(seed))) <= 33


@pytest.mark.parametrize(("failures", "hours"), [(1, 2), (2, 4), (3, 8), (4, 16), (5, 24), (500, 24)])
def test_a_feed_that_fails_is_looked_at_ever_more_seldom(failures: int, hours: int) -> None:
    assert minutes_until(next_look(NOW, 60, failures, None, random.Random(1))) == pytest.approx(60 * hours, rel=0.1)


def test_a_host_that_asks_to_wait_is_waited_for_and_a_long_interval_is_not_made_shorter() -> None:
    assert minutes_until(next_look(NOW, 30, 1, dt.timedelta(hours=5), random.Random(1))) == 300
    assert minutes_until(next_look(NOW, 10_080, 3, None, random.Random(1))) > 9000


def test_how_long_to_sleep() -> None:
    assert seconds_until(NOW, []) == 60
    assert seconds_until(NOW, [NOW + dt.timedelta(seconds=20), NOW + dt.timedelta(hours=1)]) == 20
    assert seconds_until(NOW, [None]) == seconds_until(NOW, [NOW - dt.timedelta(hours=1)]) == 1


printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)


@given(
    st.lists(
        st.builds(
            Feed,
            url=st.integers(0, 99).map("https://a.example/?a=1&b={}".format),
            source=st.none() | printable.map(str.strip),
            minutes=st.integers(1, 10_080).map(float),
            full_text=st.sampled_from(["auto", "feed", "page"]),
        ),
        min_size=1,
        unique_by=lambda feed: feed.url,
    )
)
def test_a_list_that_is_written_is_read_back(feeds: list[Feed]) -> None:
    assert list(feeds_in(opml([(feed, None) for feed in feeds]).encode(), 30)) == feeds


def test_the_lists_of_other_readers() -> None:
    data = b"""<?xml version="1.0"?><opml version="1.0"><body><outline text="News"><outline type="rss" text="Courier"
    xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example"/><outline text="Twice"
    xmlUrl="https://courier.example/feed"/></outline><outline text="no feed"/></body></opml>"""
    # The name that a reader shows is no outlet: that is what the articles say.
    assert feeds_in(data, 30) == (Feed(url="https://courier.example/feed", minutes=30),)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<opml><body/></opml>", "names no feeds"),
        (b"<rss/>", "is no OPML"),
        (b"nothing", "cannot be read"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><opml><body><outline xmlUrl="&b;"/></body></opml>', "entities"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        feeds_in(data, 30)


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.example/x?utm_source=rss&id=1&utm_medium=y", "https://a.example/x?id=1"),
        ("https://a.example/x?fbclid=1#top", "https://a.example/x#top"),
        ("https://a.example/x?q=a+b&id=", "https://a.example/x?q=a+b&id="),
        ("https://a.example/x", "https://a.example/x"),
    ],
)
def test_campaigns_are_no_part_of_an_address(url: str, bare: str) -> None:
    assert untracked(url) == bare
