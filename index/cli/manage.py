"""`onrecord status`, `doctor` and `config`: how the archive and the machine stand, and what can be set."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from index.cli.context import BAD_INPUT, config_of, with_archive
from index.cli.feeds import print_feeds
from index.cli.options import AsJson, Home, use_home
from index.cli.render import console, grid, spoken_date

if TYPE_CHECKING:
    from index.doctor import Check


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("status")(status)
    app.command("doctor")(doctor)
    app.command("config")(config)


def status(context: typer.Context, as_json: AsJson = False, home: Home = None) -> None:
    """What the archive holds and what serves it.

    Example: onrecord status --json
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.status())
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, default=str))
        return
    table = grid("", "")
    table.show_header = False
    table.add_row("archive", found.home)
    table.add_row("articles", f"{found.articles} from {found.sources} outlets, {found.undated} without a date")
    table.add_row("dates", f"{spoken_date(found.first)} to {spoken_date(found.last)}")
    table.add_row("passages", str(found.passages))
    table.add_row("statements", f"{found.statements} by {found.speakers} speakers")
    built = found.built_at.isoformat(sep=" ") if found.built_at else "never"
    table.add_row("index", f"generation {found.generation}, built {built}")
    table.add_row("waiting", f"{found.pending} articles are stored but not indexed" if found.pending else "nothing")
    table.add_row("model", f"{found.model} ({found.backend}); reranker: {found.reranker or 'off'}")
    table.add_row("size", f"{found.size_bytes / 1e6:.1f} MB")
    if found.feeds:
        failing = [feed.name for feed in found.feeds if feed.failing]
        table.add_row("feeds", f"{len(found.feeds)}, {len(failing) or 'none'} failing")
    console().print(table)
    if found.feeds:
        print_feeds(found.feeds)


def doctor(
    context: typer.Context,
    quick: Annotated[bool, typer.Option("--quick", help="Do not load or time the models.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Check settings, models, store, index and token, and say how to mend what is wrong.

    Example: onrecord doctor
    """
    from index.doctor import examine  # loads the models' code: not at the start of every command

    use_home(context, home)
    checks = examine(config_of(context), quick=quick)
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False))
    else:
        table = grid("", "what", "finding")
        for check in checks:
            table.add_row(check.verdict, check.what, _finding(check))
        console().print(table)
    if any(check.verdict == "wrong" for check in checks):
        raise typer.Exit(BAD_INPUT)


def _finding(check: Check) -> str:
    return check.finding if not check.mend else f"{check.finding} — {check.mend}"


def config(
    context: typer.Context,
    current: Annotated[bool, typer.Option("--current", help="The values in force instead of the defaults.")] = False,
    home: Home = None,
) -> None:
    """Print every setting with its default and what it means, as a file to start from.

    Example: onrecord config > config.toml
    """
    from index.settings import commented

    use_home(context, home)
    typer.echo(commented(config_of(context) if current else None), nl=False)
