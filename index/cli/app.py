"""The root command and its verbs."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, version
from pathlib import Path
from typing import Annotated

import typer

from index.cli.context import CliContext, say, told
from index.config import Config

_HELP = """Ask an archive of news and briefings who said what, when and where.

Example: onrecord ingest examples/ && onrecord ask "what did Ilse Brandt-Okoye say about the harbour?"
"""


def build_app(commands: Iterable[EntryPoint] = ()) -> typer.Typer:
    """The command line with the verbs of `commands`, each of which names a `register(app)` function."""
    from index.cli import ask, correct, evaluate, feeds, formats, ingest, manage, people

    app = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_root)
    for module in (ingest, formats, feeds, correct, ask, people, evaluate, manage):
        module.register(app)
    for command in commands:
        try:
            command.load()(app)
        except ImportError as error:
            say(f"onrecord: the command {command.name!r} is left out: {error}; reinstall its package")
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


def _root(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings; else $ONRECORD_CONFIG, ./config.toml.")
    ] = None,
    home: Annotated[Path | None, typer.Option("--home", help="The archive; else $ONRECORD_HOME, the setting.")] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    with told():
        context.obj = CliContext(config=Config.load(config, home=home))
