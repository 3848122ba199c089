"""Acknowledging an interaction once, also where Discord's own answer to it was lost.

A 5xx or a broken connection does not tell whether Discord took the acknowledgement; discord.py then sends it again
and reads "has already been acknowledged", which is also what the second of two processes reads that heard the same
event. Which of the two it was decides whether anybody answers, so lost answers are taken down as they happen.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord

ANSWERED = 40060  # the interaction has been acknowledged
_KEPT = 10_000  # interactions whose fate is remembered; each is needed for seconds
_PATIENCE = 2.0  # seconds for an answer; Discord waits three for the acknowledgement, sent again at its end at worst
_CALLBACK = re.compile(r"/interactions/(\d+)/")
_SERVER_ERROR = 500
_KIND = "acknowledged"


class Doubts:
    """Interactions to whose acknowledgement no proper answer came. `trace` sees every request of the bot."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def __contains__(self, interaction_id: int) -> bool:
        return interaction_id in self._ids

    def note(self, path: str) -> None:
        """No proper answer came to a request to this path."""
        found = _CALLBACK.search(path)
        if found is not None:
            self.add(int(found[1]))

    def add(self, interaction_id: int) -> None:
        """No proper answer came to what acknowledges this interaction."""
        self._ids[interaction_id] = None
        if len(self._ids) > _KEPT:
            self._ids.popitem(last=False)

    def trace(self) -> aiohttp.TraceConfig:
        """For `discord.Client(http_trace=…)`."""
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._ended)
        trace.on_request_exception.append(self._broken)
        return trace

    async def _ended(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        del session, context
        if ended.response.status >= _SERVER_ERROR:
            self.note(ended.url.path)

    async def _broken(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, broken: aiohttp.TraceRequestExceptionParams
    ) -> None:
        del session, context
        self.note(broken.url.path)


async def acknowledge(interaction: discord.Interaction[Any], *, thinking: bool = False, private: bool = False) -> None:
    """Defer an interaction, `thinking`: with a message of its own, which the answer is going to fill.

    Raises discord.HTTPException, with ANSWERED as its code where another process has the interaction, and TimeoutError
    where Discord answers nothing at all.
    """
    try:
        try:
            async with asyncio.timeout(_PATIENCE):
                await interaction.response.defer(thinking=thinking, ephemeral=private)
        except TimeoutError:
            interaction.client.doubts.add(interaction.id)
            async with asyncio.timeout(_PATIENCE):
                await interaction.response.defer(thinking=thinking, ephemeral=private)
    except discord.HTTPException as error:
        if error.code != ANSWERED or interaction.id not in interaction.client.doubts:
            raise
        interaction.extras[_KIND] = _expected(interaction, thinking=thinking)


def acknowledged(interaction: discord.Interaction[Any]) -> discord.InteractionResponseType | None:
    """How the interaction was acknowledged; None: not yet."""
    return interaction.response.type or interaction.extras.get(_KIND)


def _expected(interaction: discord.Interaction[Any], *, thinking: bool) -> discord.InteractionResponseType:
    """What `defer` answers with, as discord.py chooses it."""
    if thinking or interaction.type is discord.InteractionType.application_command:
        return discord.InteractionResponseType.deferred_channel_message
    return discord.InteractionResponseType.deferred_message_update
