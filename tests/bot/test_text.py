"""Hostile text: whatever is written, no entity, link, ping or Markdown of a stranger survives, and budgets hold."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from bot.views import text as safe
from tests.support.layouts import RAW_ENTITY
from tests.support.people import HOSTILE

PIECES = [
    "@everyone", "@here", "<@1>", "<@!22>", "<@&3>", "<#4>", "</ask:5>", "<:a:6>", "<a:b:7>", "<t:0:R>", "<id:guide>",
    "https://evil.example/a_b", "<https://evil.example>", "discord.gg/abc", "discordapp.com/invite/x",
    "[a](b)", "**", "__",
    "~~", "||", "`", "```", "\\", "\n# ", "\n- ", "\n1. ", "\n> ", "\n>>> ", "\n-# ", "\u202e", "\u2066",
    "z\u0336\u0336",
    "\ud83d", "\x00", "\u2028", "“", "”", '"', ". ", "Said so. ", "word ", "🙂", "é", "\u200d",
]  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


def drawn(shown: str) -> str:
    """What a reader sees: the backslash of an escaped sign is not drawn."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", shown).replace("\u200b", "")


@given(hostile, st.integers(1, 400))
@example(HOSTILE, 4000)
def test_fit_holds_its_limit_and_lets_no_entity_through(text: str, limit: int) -> None:
    shown = safe.fit(text, limit)
    assert safe.width(shown) <= limit
    assert not RAW_ENTITY.search(shown)
    shown.encode("utf-8")
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`|~\[\]]", shown)
    assert not re.search(r"(?<!\\):(?=//)", shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", shown)
    for line in shown.split("\n"):
        assert not re.match(r"\s*(?:#{1,3}|-#?|>{1,3}|\+|\d+[.)])\s", line)


@given(hostile)
def test_what_is_drawn_is_what_was_written(text: str) -> None:
    assert drawn(safe.escape(safe.clean(text))) == safe.clean(text).replace("\u200b", "")


@given(hostile)
def test_escaping_never_leaves_an_open_escape(text: str) -> None:
    shown = safe.fit(text, 120)
    assert (len(shown) - len(shown.rstrip("\\"))) % 2 == 0


@given(st.text(max_size=300), st.integers(0, 120))
def test_clip_is_a_prefix_within_its_limit(text: str, limit: int) -> None:
    cut = safe.clip(text, limit)
    assert len(cut) <= limit and text.startswith(cut)


def test_clip_prefers_the_end_of_a_sentence_outside_quotations() -> None:
    text = "He came. “We sail at dawn. We sail with all,” she said. Then it rained for many days on end."
    assert safe.clip(text, 70) == "He came. “We sail at dawn. We sail with all,” she said."
    assert safe.clip(text, 20) == "He came."
    assert safe.clip("word " * 20, 42) == "word word word word word word word word"


def test_a_cut_is_marked() -> None:
    assert safe.fit("One. Two three four five six seven eight nine ten.", 24).endswith(r"\[…\]")


def test_piles_of_marks_are_thinned_and_words_are_kept() -> None:
    assert sum(unicodedata.combining(sign) > 0 for sign in safe.clean("a" + "\u0336" * 50)) == safe.MAX_MARKS
    assert safe.clean("Việt Nam · naïve · עִבְרִית") == "Việt Nam · naïve · עִבְרִית"


@given(hostile, st.one_of(st.none(), hostile, st.just("https://a.example/b(c)")), st.integers(5, 120))
def test_a_link_is_whole_or_not_there(label: str, url: str | None, limit: int) -> None:
    shown = safe.link(label, url, limit)
    found = re.fullmatch(r"(?s)\[(.*)\]\(<([^<>\s]+)>\)", shown)
    if found:
        assert found[2].startswith(("http://", "https://")) and len(found[2]) <= 512
        assert safe.width(found[1]) <= limit and not RAW_ENTITY.search(found[1])
    else:
        assert safe.width(shown) <= limit and not RAW_ENTITY.search(shown)


def test_addresses_that_could_break_out_are_not_linked() -> None:
    for url in (
        "javascript:alert(1)",
        "https://a b",
        "https://a>",
        "ftp://a.example",
        "https://",
        "x" * 600,
        "https://[::1",
    ):
        assert safe.safe_url(url) is None
    assert safe.safe_url("https://a.example/x_(y)") == "https://a.example/x_%28y%29"
    assert safe.safe_url("https://a.example/" + "x" * 500) is None


@given(hostile, st.integers(2, 100))
def test_plain_lines_hold_their_limit(text: str, limit: int) -> None:
    shown = safe.plain_line(text, limit)
    assert safe.width(shown) <= limit and "\n" not in shown
