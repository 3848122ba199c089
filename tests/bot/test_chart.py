"""The chart of a timeline: a picture with words that tell the same numbers, and bars of text without it."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Texts
from bot.views import chart
from bot.views.chart import MAX_DESCRIPTION, describe, draw, months_of
from bot.views.text import width
from bot.views.timeline import timeline_view
from index.model import Timeline
from tests.bot.conftest import World
from tests.support.layouts import check, menus, text_of, walk
from tests.support.people import HITS, entry_of

TEXTS = Texts.load()
EN = TEXTS.of("en")
COUNTS = (("2022-11", 3), ("2023-01", 1), ("2023-02", 1204))


def timeline(*counts: tuple[str, int]) -> Timeline:
    return Timeline(speaker="Mara Velden", topic="ferry", entries=(entry_of(HITS[0]),), counts=counts)


def galleries(components: Any) -> list[dict[str, Any]]:
    return [item for part in walk(components) if part["type"] == 12 for item in part["items"]]


def test_months_without_a_statement_stand_between_the_others() -> None:
    months = months_of(EN, timeline(*COUNTS))
    assert months == [("2022-11", 3), ("2022-12", 0), ("2023-01", 1), ("2023-02", 1204)]
    assert describe(EN, months) == (
        "Bar chart of statements by month. 2022: November 3. 2023: January 1, February 1,204. Other months: none."
    )
    assert "Februar 1.204" in describe(TEXTS.of("de"), months)
    assert months_of(EN, timeline(("2022-11", 3))) == [] == months_of(EN, timeline())


month = st.tuples(st.integers(1, 9999), st.integers(1, 12)).map(lambda at: f"{at[0]:04}-{at[1]:02}")


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(month, st.integers(1, 10**6), min_size=2, max_size=200), st.sampled_from(LANGUAGES))
def test_the_words_tell_every_number_of_the_picture_within_discords_limit(
    counts: dict[str, int], language: str
) -> None:
    t = TEXTS.of(language)
    months = months_of(t, timeline(*sorted(counts.items())))
    told = describe(t, months)
    assert 1 < len(months) <= chart.MAX_MONTHS and width(told) <= MAX_DESCRIPTION
    assert months[-1] == max(counts.items())
    assert [counts.get(name, 0) for name, _ in months] == [count for _, count in months]
    numbers = [int(found.replace(",", "").replace(".", "")) for found in re.findall(r" ([\d.,]*\d)(?=[.,])", told)]
    assert numbers == [count for _, count in months if count]


def test_bars_are_as_high_as_their_counts() -> None:
    from PIL import Image

    png = draw(EN, [("2022-03", 4), ("2022-04", 2), ("2022-05", 0), ("2022-06", 1)])
    with Image.open(io.BytesIO(png)) as picture:
        assert 1000 <= picture.width <= 1400
        pixels = picture.convert("RGB")
        wanted = tuple(int(chart._BAR[at : at + 2], 16) for at in (1, 3, 5))
        columns = [
            sum(pixels.getpixel((x, y)) == wanted for y in range(picture.height)) for x in range(0, picture.width, 4)
        ]
    heights = [height for height in columns if height > 20]
    assert {round(4 * height / max(heights)) for height in heights} == {1, 2, 4}


async def test_a_timeline_is_sent_with_its_picture_and_its_words(world: World) -> None:
    result = await world.ann.slash(world.channel, "timeline", speaker="Mara Velden")
    check(result.response.components)
    (item,) = galleries(result.response.components)
    assert item["description"].startswith("Bar chart of statements by month. 2022: March 1, April 5, June 2.")
    (file,) = result.response.attachments
    assert file.filename == "timeline.png" and item["media"]["url"].endswith("timeline.png")
    assert "█" not in text_of(result.response.components)


async def test_all_by_a_speaker_has_the_picture_too(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry", limit=1)
    await world.ann.click(answer.response, label="Refine")
    menu = menus(answer.response.components)["read"]
    read = await world.ann.select(answer.response, ["a:Mara Velden"], custom_id=menu["custom_id"])
    assert galleries(read.response.components) and read.response.ephemeral


async def test_without_the_extra_the_chart_is_text(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = await world.ann.slash(world.channel, "timeline", speaker="Mara Velden")
    check(result.response.components)
    assert "█" in text_of(result.response.components) and not galleries(result.response.components)
    assert "5 · April 2022" in text_of(result.response.components)


async def test_where_files_may_not_be_attached_the_chart_is_text(world: World) -> None:
    nobody = discord.PermissionOverwrite(attach_files=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: nobody})
    result = await world.ann.slash(quiet, "timeline", speaker="Mara Velden")
    assert "█" in text_of(result.response.components) and not result.response.attachments


def test_the_picture_takes_the_place_of_the_bars() -> None:
    found = replace(timeline(*COUNTS), counts=COUNTS)
    assert "█" in text_of(timeline_view(EN, found).to_components())
    shown = timeline_view(EN, found, "told").to_components()
    check(shown)
    assert "█" not in text_of(shown) and galleries(shown)[0]["description"] == "told"
