"""/ingest: attachments and a web page into the archive, for administrators."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.app import Handler, Itx
from bot.asking import public_texts, think
from bot.audit import audit
from bot.errors import Refused
from bot.fetch import fetch_page, refused
from bot.jobs import Reindexer
from bot.page import as_document
from bot.permissions import require_admin
from bot.views.notices import done_view
from bot.views.text import fit_line
from index.fetching.fetch import FetchError, Policy, check_url

if TYPE_CHECKING:
    from index.incoming import Incoming
    from index.model import Changes
    from index.progress import CancelToken, OnProgress

ACTIONS: dict[str, Handler] = {}
_MB = 1024 * 1024


@app_commands.command(description="Add attached articles or a web page to the archive (administrators)")
@app_commands.describe(
    file="A text, Markdown or JSON Lines file",
    file2="Another file",
    file3="Another file",
    file4="Another file",
    file5="Another file",
    url="Or the address of one article on the web",
    source="The outlet of articles that name none",
)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def ingest(
    interaction: Itx,
    file: discord.Attachment | None = None,
    file2: discord.Attachment | None = None,
    file3: discord.Attachment | None = None,
    file4: discord.Attachment | None = None,
    file5: discord.Attachment | None = None,
    url: app_commands.Range[str, 8, 2000] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
) -> None:
    require_admin(interaction)
    files = [found for found in (file, file2, file3, file4, file5) if found is not None]
    _check(interaction, files, url)
    await think(interaction, private=True)
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        raise Refused("error.no_channel")
    bot = interaction.client
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="onrecord-"))
    try:
        documents: list[Path | Incoming] = [await _save(found, folder, number) for number, found in enumerate(files)]
        if url is not None:
            documents.append(await _page(interaction, url))

        async def work(on_progress: OnProgress, cancel: CancelToken) -> Changes:
            try:
                return await bot.archive.ingest(documents, source=source, on_progress=on_progress, cancel=cancel)
            finally:
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

        link = await bot.part(Reindexer).work(channel, await public_texts(interaction), "ingest", work)
    except BaseException:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        raise
    await audit(interaction, "ingest", files=[found.filename for found in files], url=url, source=source)
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("reindex.started", link=link)))


def _check(interaction: Itx, files: list[discord.Attachment], url: str | None) -> None:
    settings = interaction.client.config.discord
    if not files and url is None:
        raise Refused("fetch.nothing")
    if url is not None:
        try:
            check_url(url)
        except FetchError as error:
            raise refused(error, Policy()) from None
    if len(files) > settings.max_attachments:
        raise Refused("error.too_many_files", n=settings.max_attachments)
    for found in files:
        if found.size > settings.max_attachment_mb * _MB:
            raise Refused("error.file_too_large", name=fit_line(found.filename, 80), limit=settings.max_attachment_mb)


async def _save(found: discord.Attachment, folder: Path, number: int) -> Path:
    """The attachment under its own name in a folder of its own, so that equal names do not meet."""
    name = Path(found.filename.replace("\\", "/")).name.lstrip(".") or "attachment.txt"
    path = folder / str(number) / name[-120:]
    data = await found.read()
    await asyncio.to_thread(path.parent.mkdir)
    await asyncio.to_thread(path.write_bytes, data)
    return path


async def _page(interaction: Itx, url: str) -> Incoming:
    page = await fetch_page(url, limit=interaction.client.config.discord.max_attachment_mb * 1_000_000)
    return await asyncio.to_thread(as_document, page)


COMMANDS = (ingest,)
