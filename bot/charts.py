"""Timelines as messages: with a picture where it can be drawn and sent, else with bars of text."""

from __future__ import annotations

import asyncio
import io

import discord
import structlog

from bot import takedown
from bot.app import Itx, Part
from bot.texts import Translate
from bot.views.chart import NAME, Chart, describe, draw, months_of
from bot.views.timeline import timeline_view
from index.model import Timeline

_log = structlog.stdlib.get_logger("onrecord.bot")


class Charts(Part):
    """Draws one picture at a time: matplotlib's fonts are not for several threads."""

    def __init__(self) -> None:
        self._drawing = asyncio.Lock()

    async def show(self, interaction: Itx, t: Translate, timeline: Timeline, row: int, page: int = 0) -> None:
        """Fill the place of the answer with a page of a timeline, whose question is kept in `row`."""
        chart = await self._drawn(interaction, t, timeline)
        files = [discord.File(io.BytesIO(chart.png), filename=NAME, description=chart.description)] if chart else []
        view = timeline_view(t, timeline, chart.description if chart else None, row=row, page=page)
        message = await interaction.edit_original_response(view=view, attachments=files)
        await takedown.note(interaction.client, message, takedown.of_entries(timeline.entries))

    async def _drawn(self, interaction: Itx, t: Translate, timeline: Timeline) -> Chart | None:
        """The picture; None where there is nothing to draw, the bot may send no files, or the extra is missing."""
        months = months_of(t, timeline) if timeline.entries else []
        if not months or not interaction.app_permissions.attach_files:
            return None
        try:
            async with self._drawing:
                png = await asyncio.to_thread(draw, t, months)
        except (ImportError, OSError) as error:
            _log.info("no chart", reason=str(error))
            return None
        return Chart(png, describe(t, months))
