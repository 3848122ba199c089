"""Options that several verbs share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from index.cli.context import CliContext
from index.errors import InputError

Home = Annotated[Path | None, typer.Option("--home", help="The archive's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]


def use_home(context: typer.Context, home: Path | None) -> None:
    """Let `--home` stand behind the verb as well as before it."""
    found = context.find_object(CliContext)
    if home is not None and found is not None:
        context.obj = CliContext(config=found.config.model_copy(update={"home": home.expanduser()}))


def day(option: str, text: str | None) -> dt.date | None:
    """A date given as 2022-04-05. Raises InputError that names the option."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option}: {text!r} is no date; write it as 2022-04-05") from None
