"""`python -m bot`: the same as `onrecord bot`, with the command line's general options beside its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.command import Force, Guild, Invite, Sync, run
from index.config import Config
from index.errors import ConfigError
from index.sessions import one_thread_each


def bot(
    config: Annotated[Path | None, typer.Option(help="The configuration file.")] = None,
    home: Annotated[Path | None, typer.Option(help="The archive's folder.")] = None,
    sync: Sync = False,
    guild: Guild = None,
    force: Force = False,
    invite: Invite = False,
) -> None:
    """Run the Discord bot."""
    try:
        settings = Config.load(config, home=home)
    except ConfigError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
    run(settings, sync=sync, guild=guild, force=force, invite=invite)


if __name__ == "__main__":
    one_thread_each()
    typer.run(bot)
