"""The `bot` verb of the command line, found through the entry-point group `onrecord.commands`.

Discord and the models are imported only when the verb runs, so that `onrecord ask` starts quickly.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.cli.plugin import Home, config_of, use_home

if TYPE_CHECKING:
    from index.config import Config

MISSING = (
    "DISCORD_TOKEN is not set; put the bot's token from https://discord.com/developers/applications "
    "into the environment: export DISCORD_TOKEN=…"
)

Sync = Annotated[bool, typer.Option("--sync", help="Tell Discord the commands, then end.")]
Guild = Annotated[int | None, typer.Option("--guild", help="With --sync: only one server, by its id.")]
Force = Annotated[bool, typer.Option("--force", help="With --sync: send them even when nothing changed.")]
Invite = Annotated[bool, typer.Option("--invite", help="Print the links that add the bot, then end.")]


def register(app: typer.Typer) -> None:
    """Add the `bot` verb."""

    @app.command(
        "bot",
        help="Run the Discord bot; its token is read from DISCORD_TOKEN.\n\nExample: onrecord bot --sync",
    )
    def bot(
        context: typer.Context,
        sync: Sync = False,
        guild: Guild = None,
        force: Force = False,
        invite: Invite = False,
        home: Home = None,
    ) -> None:
        use_home(context, home)
        run(config_of(context), sync=sync, guild=guild, force=force, invite=invite)

    _ = bot


def run(config: Config, *, sync: bool, guild: int | None, force: bool, invite: bool) -> None:
    """Do what the options say and end the process: 0 done, 2 unusable token, 1 anything else.

    One sentence on standard error says what is wrong.
    """
    token = os.environ.get("DISCORD_TOKEN", "").strip()
    if not token:
        _fail(MISSING, 2)
    if (guild is not None or force) and not sync:
        _fail("--guild and --force belong to --sync; add it or leave them out", 2)
    from bot import run as process

    if invite:
        typer.echo(_finish(process.invite(config, token)))
    elif sync:
        typer.echo(_finish(process.sync(config, token, guild_id=guild, force=force)))
    else:
        _finish(process.serve(config, token))


def _finish(work: Coroutine[Any, Any, Any]) -> Any:
    from aiohttp import ClientError

    from index.errors import InputError, OnRecordError

    try:
        return asyncio.run(work)
    except InputError as error:
        _fail(str(error), 2)
    except OnRecordError as error:
        _fail(str(error), 1)
    except (ClientError, OSError) as error:
        _fail(f"Discord cannot be reached ({error}); check the network and try again", 1)


def _fail(sentence: str, code: int) -> Any:
    typer.echo(f"onrecord bot: {sentence}", err=True)
    sys.exit(code)
