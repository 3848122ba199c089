"""Taking along what was shown: an answer as text with citations, a timeline as a table; by the menu under it."""

from __future__ import annotations

import io
from dataclasses import replace

import discord
from discord import ui

from bot import showing
from bot.app import Handler, Itx
from bot.commands.people import timeline_of
from bot.errors import Refused
from bot.store import Asked
from bot.texts import Translate
from bot.views.dates import day
from bot.views.notices import plain_view
from bot.views.text import plain_line
from index.export.cite import Source, cited
from index.export.table import table
from index.model import Answer

ACTIONS: dict[str, Handler] = {}
COMMANDS = ()


async def export(interaction: Itx, asked: Asked) -> None:
    """Fill the private place of the answer with files of what a row shows. Raises Refused where it shows nothing."""
    t = interaction.client.texts.of(interaction.locale)
    if asked.pinned is not None:
        kept = await showing.pinned(interaction.client, asked, interaction.guild_id)
        answer = await showing.with_words(interaction.client, kept, kept.answer.hits)
        answer = replace(answer, hits=tuple(hit for hit in answer.hits if hit.text))  # the others are gone
        if not answer.answered or not answer.hits:
            raise Refused("export.nothing")
        files = [_file("answer.txt", as_text(t, answer)), _file("answer.bib", _bibtex(answer))]
    elif asked.question.speaker is not None:
        found = await timeline_of(interaction, asked.question)
        files = [_file("timeline.csv", table(found.entries))]
    else:
        raise Refused("export.nothing")
    view = plain_view(t("export.done"))
    for file in files:
        view.add_item(ui.File(file))
    await interaction.edit_original_response(view=view, attachments=files)


def as_text(t: Translate, answer: Answer) -> str:
    """The question, then each passage's words with their source in plain words, and as APA has it."""
    today = discord.utils.utcnow().date()
    lines = [plain_line(answer.question.text, 500), ""]
    for hit in answer.hits:
        source = Source.of_hit(hit, today)
        named = "" if source.speaker == "Unnamed" else source.speaker
        who = ", ".join(piece for piece in (named, source.role) if piece)
        when = day(t, source.date) if source.date else t("answer.no_date")
        where = (source.title, source.outlet or t("answer.no_source"), when, source.address)
        lines.append(t("export.quoted", words=source.words) + (f" — {who}" if who else ""))
        lines += [", ".join(piece for piece in where if piece), ""]
    apa = [entry.rpartition("\n")[2] for entry in cited(answer, "apa", today)]
    return "\n".join([*lines, "APA", "", *dict.fromkeys(apa)]) + "\n"


def _bibtex(answer: Answer) -> str:
    return "\n\n".join(cited(answer, "bibtex", discord.utils.utcnow().date())) + "\n"


def _file(name: str, text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode("utf-8", "replace")), filename=name)
