"""Options that several verbs share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from index.cli.context import CliContext
from index.errors import InputError
from index.query.time.windows import parse_window

Home = Annotated[Path | None, typer.Option("--home", help="The archive's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]

SaidSince = Annotated[str | None, typer.Option(help="Only what was said from this day on, whenever it was published.")]
SaidUntil = Annotated[str | None, typer.Option(help="Only what was said up to this day, included.")]


def use_home(context: typer.Context, home: Path | None) -> None:
    """Let `--home` stand behind the verb as well as before it."""
    found = context.find_object(CliContext)
    if home is not None and found is not None:
        context.obj = CliContext(config=found.config.model_copy(update={"home": home.expanduser()}))


def own_day() -> dt.date:
    """Today where the user is: what "last week" counts from unless told."""
    return dt.date.today()  # noqa: DTZ011


def window_end(option: str, text: str | None, today: dt.date, *, last: bool) -> dt.date | None:
    """A date option, as 2022-04-05 or in words that count from `today`; the same grammar as a question's.

    `last`: the last day of what is named ("April 2022" -> 30 April), else the first. Raises InputError that names the
    option.
    """
    if text is None:
        return None
    window = parse_window(text, today)
    if window is None:
        raise InputError(f"{option}: {text!r} is not a date; write it as 2022-04-05, April 2022 or last month")
    end = window[1] if last else window[0]
    if end is None:
        which, like = ("last", "until May 2022") if last else ("first", "since May 2022")
        raise InputError(f"{option}: {text!r} has no {which} day; write a date that has one, as {like}")
    return end


def one_day(option: str, text: str | None, today: dt.date) -> dt.date | None:
    """A date option that must be a single day. Raises InputError that names the option."""
    window = parse_window(text, today) if text is not None else (None, None)
    if window is None:
        raise InputError(f"{option}: {text!r} is not a date; write it as 2022-04-05 or yesterday")
    if window[0] != window[1]:
        raise InputError(f"{option}: {text!r} is not a single day; write it as 2022-04-05 or yesterday")
    return window[0]
