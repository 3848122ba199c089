"""Deleting an answer: who asked by its button, moderators by a message command, nobody else."""

from __future__ import annotations

import discord

from tests.bot.conftest import World
from tests.support.layouts import buttons, text_of

MENU = "Delete this answer"


async def test_who_asked_deletes_the_answer_by_its_button(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="Refine")
    refused = await world.admin.click(result.response, label="Delete")
    assert refused.response.ephemeral and "Who asked may delete" in text_of(refused.response.components)
    await world.ann.click(result.response, label="Delete")
    assert world.channel.last_message is None


async def test_a_private_answer_has_no_such_button(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", private=True)
    await world.ann.click(result.response, label="Refine")
    assert "Delete" not in buttons(result.response.components)


async def test_moderators_delete_by_the_message_command_and_members_only_their_own(world: World) -> None:
    role = world.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
    moderator = world.guild.add_member(world.env.create_user("mo"), roles=[role])
    other = world.guild.add_member(world.env.create_user("eve"))
    await world.ann.slash(world.channel, "ask", question="ferry")
    posted = world.channel.last_message
    refused = await other.context_menu(world.channel, MENU, posted)
    assert "Who asked may delete" in text_of(refused.response.components)
    done = await moderator.context_menu(world.channel, MENU, posted)
    assert done.response.ephemeral and "deleted" in text_of(done.response.components)
    assert world.channel.last_message is None or world.channel.last_message.id != posted.id
    assert world.handled()


async def test_other_messages_are_not_deleted(world: World) -> None:
    message = await world.ann.send(world.channel, "hello")
    refused = await world.ann.context_menu(world.channel, MENU, message)
    assert "not an answer of mine" in text_of(refused.response.components)
    assert world.channel.last_message.id == message.id and world.handled()
