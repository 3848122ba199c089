"""Timelines as messages: with a picture where it can be drawn and sent, else with bars of text."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.texts import Translate
from bot.views.chart import NAME, Chart, describe, draw, months_of
from bot.views.timeline import timeline_view
from index.model import Timeline

if TYPE_CHECKING:
    from bot.app import Itx

_log = structlog.stdlib.get_logger("onrecord.bot")


async def show(interaction: Itx, t: Translate, timeline: Timeline) -> None:
    """Fill the place of the answer with a timeline."""
    chart = await _drawn(interaction, t, timeline)
    files = [discord.File(io.BytesIO(chart.png), filename=NAME, description=chart.description)] if chart else []
    view = timeline_view(t, timeline, chart.description if chart else None)
    await interaction.edit_original_response(view=view, attachments=files)


async def _drawn(interaction: discord.Interaction[Any], t: Translate, timeline: Timeline) -> Chart | None:
    """The picture; None where there is nothing to draw, the bot may send no files, or the extra is missing."""
    months = months_of(t, timeline) if timeline.entries else []
    if not months or not interaction.app_permissions.attach_files:
        return None
    try:
        async with interaction.client.drawing:  # matplotlib's fonts are not for several threads
            png = await asyncio.to_thread(draw, t, months)
    except (ImportError, OSError) as error:
        _log.info("no chart", reason=str(error))
        return None
    return Chart(png, describe(t, months))
