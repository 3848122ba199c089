"""What the library tells in words of the terminal or in English alone, as people in Discord read it."""

from __future__ import annotations

import pytest

from bot.app import Args
from bot.commands import all_actions
from bot.errors import report
from bot.store import GuildSettings
from bot.texts import LANGUAGES, Texts
from bot.views.problems import kind_of, problem_line
from bot.views.text import without_terminal
from index.errors import ConfigError, InputError, NotFound, Unconfirmed, Wordless
from index.model import Problem
from tests.bot.conftest import World
from tests.bot.test_plain_mistakes import forge
from tests.support.layouts import text_of

TEXTS = Texts.load()
TERMINAL = ("onrecord", "--", "`", "pip install", "\\")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        InputError("--since 2022-05-01 lies after --until 2022-04-01: swap them."),
        InputError("'x' is no host; write it as courier.example, see `onrecord sources --help`"),
        InputError("`onrecord reindex`"),
        NotFound("nobody in the archive is called 'x'; `onrecord speakers` lists who speaks"),
        Wordless("name whom or what; `onrecord ask` wants a word"),
        Unconfirmed("the files of 3 of 4 articles are gone; is the disk mounted? If so, run `onrecord reindex --yes`"),
    ],
)
def test_a_plain_mistake_has_no_id_and_no_word_of_the_terminal(language: str, error: Exception) -> None:
    t = TEXTS.of(language)
    told = report(t, error)
    assert told.level == "info" and told.footer(t) == ""
    said = told.sentence.replace("`/reindex yes: True`", "")
    assert said.strip() and not [word for word in TERMINAL if word in said]


def test_a_wrong_setting_is_told_as_the_operators_trouble() -> None:
    told = report(TEXTS.of("en"), ConfigError("/secret/config.toml: search.read is wrong"))
    assert "secret" not in told.sentence and told.sentence == TEXTS.of("en")("error.archive")


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("is of an unknown type '.qqq'; `onrecord formats` lists those that are read", "type"),
        ('is a PDF document; to read it: pip install "onrecord[pdf]"', "missing"),
        ("is locked with a password; save it without one", "locked"),
        ("is empty; nothing to read", "empty"),
        ("is a damaged PDF (PdfError); print it to a new PDF and load that", "damaged"),
        ("unpacks to a thousand times its size, as hostile files do; it is refused", "hostile"),
        ("is a picture; run text recognition first (for example ocrmypdf) and load the result", "picture"),
        ("has more than 2000 pages; split it", "large"),
        ("leads from one address to the next more than 5 times", "redirects"),
        ("is something that nobody thought of", "unclear"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_the_readers_language(message: str, kind: str) -> None:
    assert kind_of(message) == kind
    problem = Problem(path="/tmp/upload/0/<@1>notes.txt", line=3, message=message)
    english, german = (problem_line(TEXTS.of(language), problem) for language in LANGUAGES)
    assert "notes.txt:3: " in english and "/tmp" not in english and "<@1>" not in english
    assert not [word for word in ("onrecord ", "pip install", "`") if word in english]
    assert german.endswith(TEXTS.of("de")(f"problem.{kind}"))


def test_advice_for_the_terminal_goes_and_the_rest_stays() -> None:
    assert without_terminal("no feed has the address; `onrecord feeds list` shows them") == "no feed has the address"
    assert without_terminal("is 3--4 years old") == "is 3--4 years old"


async def test_no_press_that_no_button_of_ours_sends_ends_in_something_went_wrong(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    hostile = [(), ("x",), ("9" * 30,), ("٣",), ("1", "٣", "\ud800"), ("1", "9" * 12), ("0", "", ":::"), ("auto",)]
    wrong = {}
    for action in sorted(all_actions()):
        for args in hostile:
            shown = await forge(world, result, action, *Args(args))
            if TEXTS.of("en")("error.unexpected") in shown or "Error" in shown:
                wrong[action, args] = shown
    assert not wrong


async def test_a_message_that_comes_twice_is_answered_once(world: World) -> None:
    hear = world.bot.extra_events["on_message"][0]
    twice: list[object] = []

    async def again(message: object) -> None:
        if getattr(message, "id", None) not in twice:
            twice.append(getattr(message, "id", None))
            await hear(message)

    world.bot.add_listener(again, "on_message")
    await world.ann.send(world.channel, f"{world.guild.me.mention} what did Velden say about the ferry?")
    await world.env.settle()
    assert len(world.archive.asked) == 1


async def test_a_mention_without_words_keeps_to_the_channels_that_are_set(world: World) -> None:
    other = world.guild.create_text_channel("elsewhere")
    await world.store.change_guild(world.guild.id, lambda _: GuildSettings(channels=(other.id,)))
    await world.ann.send(world.channel, f"{world.guild.me.mention}")
    told = text_of([part.to_dict() for part in world.channel.last_message.components])
    assert "Questions are answered in these channels" in told
    await world.admin.send(world.channel, f"{world.guild.me.mention}")
    told = text_of([part.to_dict() for part in world.channel.last_message.components])
    assert "Ask me something" in told
