"""What people do wrong, and what a hostile client sends: one plain sentence in their language, without an error id."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.store import GuildSettings
from bot.texts import Texts
from tests.bot.conftest import World
from tests.support.layouts import menus, text_of

T = Texts.load().of("en")


def told(result: Any) -> str:
    return "\n".join(text_of(part.components) for part in (result.response, *result.followups) if part is not None)


@pytest.mark.parametrize("words", ["😀😀😀", "???", "the", "   \u200b  ", "what did they say?"])
@pytest.mark.parametrize("command", ["ask", "quote", "watch add"])
async def test_a_question_without_a_word_is_refused_before_any_search(world: World, command: str, words: str) -> None:
    option = "words" if command == "quote" else "question"
    result = await world.ann.slash(world.channel, command, **{option: words})
    assert result.response.ephemeral and told(result).strip() == T("error.wordless")
    assert world.archive.asked == [] and world.handled()


async def test_what_did_she_say_is_a_question_where_somebody_is_named(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="what did she say?", speaker="Mara Velden")
    assert "Mara Velden" in told(result) and len(world.archive.asked) == 1


async def test_a_plain_mistake_has_no_error_id_and_no_words_of_the_terminal(world: World) -> None:
    missing = told(await world.ann.slash(world.channel, "article", article="nope"))
    stranger = told(await world.ann.slash(world.channel, "timeline", speaker="Otto"))
    date = told(await world.ann.slash(world.channel, "ask", question="ferry", since="the other day"))
    busy = told(await world.ann.slash(world.channel, "ask", question="busy"))
    for shown in (missing, stranger, date, busy):
        assert "Error" not in shown and "--json" not in shown and "onrecord " not in shown and "\\`" not in shown
    assert world.handled()


async def test_mentions_keep_to_what_is_private_here(world: World) -> None:
    await world.store.change_guild(world.guild.id, lambda _: GuildSettings(private=True))
    await world.ann.send(world.channel, f"{world.guild.me.mention} what did Velden say about the ferry?")
    assert "Answers are private in this server" in text_of(
        [part.to_dict() for part in world.channel.last_message.components]
    )
    assert world.archive.asked == []


@pytest.mark.parametrize(
    ("menu", "value"),
    [
        ("narrow", "m:2022-99"),
        ("narrow", "x:y"),
        ("narrow", ""),
        ("read", "c:one:two:three"),
        ("read", "c:1"),
        ("read", "a:Nobody At All"),
        ("read", ""),
    ],
)
async def test_a_value_that_no_menu_offers_is_told_plainly(world: World, menu: str, value: str) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="Refine")
    row = menus(result.response.components)[menu]["custom_id"].split(":")[2]
    shown = await pressed(world, menu, row, value)
    assert T("error.unexpected") not in shown and "Error" not in shown


@pytest.mark.parametrize("args", [("x",), ("99999999999999999999999",), ("-1",), ("",), ("1", "y")])
@pytest.mark.parametrize("action", ["page", "good", "post", "article", "brief_page", "watch_drop", "explain", "again"])
async def test_an_impossible_button_is_told_plainly(world: World, action: str, args: tuple[str, ...]) -> None:
    shown = await pressed(world, action, *args)
    assert T("error.unexpected") not in shown and "Error" not in shown


async def pressed(world: World, action: str, *args: str) -> str:
    """What a press says that no button or menu of ours sends."""
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="Helpful")  # an interaction that is acknowledged like any other
    return await forge(world, result, action, *args)


async def forge(world: World, result: Any, action: str, *args: str) -> str:
    """What the bot says to a custom id that nobody checked."""
    sent: list[str] = []

    async def send(interaction: Any, view: Any) -> None:
        sent.append(text_of(view.to_components()))

    world.bot._send_private = send  # type: ignore[method-assign]
    await world.bot.press(Forged(world, result), action, args)  # type: ignore[arg-type]
    return "\n".join(sent)


class Forged:
    """An interaction whose custom id nobody checked."""

    def __init__(self, world: World, result: Any) -> None:
        self.client = world.bot
        self.user = world.bot.get_guild(world.guild.id).get_member(world.admin.id) or world.bot.user
        self.locale = self.guild_locale = "en"
        self.guild_id, self.channel_id, self.channel = world.guild.id, world.channel.id, None
        self.extras: dict[str, Any] = {}
        self.message = None
        self.permissions = self.app_permissions = __import__("discord").Permissions.all()
        self.response = self.followup = self

    type = None

    def is_done(self) -> bool:
        return False

    async def defer(self, **_: Any) -> None: ...

    async def send_message(self, **_: Any) -> None: ...

    async def send_modal(self, modal: Any) -> None: ...

    async def send(self, **_: Any) -> Any: ...

    async def edit_original_response(self, **_: Any) -> Any:
        return SimpleNamespace(flags=SimpleNamespace(ephemeral=True))

    async def delete_original_response(self, **_: Any) -> None: ...


async def test_an_event_that_comes_twice_is_no_error(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.env.inject_error("POST", "/interactions/*", status=400, code=40060)
    await world.ann.slash(world.channel, "ask", question="ferry")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert world.archive.asked == [] and world.handled()
