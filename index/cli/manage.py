"""`onrecord status`, `doctor` and `config`: how the archive and the machine stand, and what can be set."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.cli.context import BAD_INPUT, config_of, say, told, with_archive
from index.cli.feeds import print_feeds
from index.cli.options import AsJson, Home, use_home
from index.cli.render import console, grid, spoken_date
from index.telling.jsonform import printed

if TYPE_CHECKING:
    from index.doctor import Check


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("status")(status)
    app.command("doctor")(doctor)
    app.command("config")(config)
    app.command("backup")(backup)
    app.command("restore")(restore)


def status(context: typer.Context, as_json: AsJson = False, home: Home = None) -> None:
    """What the archive holds and what serves it.

    Example: onrecord status --json
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.status())
    if as_json:
        typer.echo(printed(asdict(found)))
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
    if found.because:
        table.add_row("", f"built anew: {found.because}")
    if found.kind:
        table.add_row("vectors", found.kind)
    table.add_row("waiting", f"{found.pending} articles are stored but not indexed" if found.pending else "nothing")
    for article, why in found.left_out[:20]:
        table.add_row("left out", f"{article} {why}; `onrecord remove {article}` takes it away")
    if len(found.left_out) > 20:
        table.add_row("left out", f"{len(found.left_out) - 20} more; `onrecord status --json` has all")
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
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend first: make again what is derived, save what can be read.")
    ] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Check settings, models, store, index and token, and say how to mend what is wrong.

    Example: onrecord doctor
    """
    from index.doctor import examine  # loads the models' code: not at the start of every command

    use_home(context, home)
    if repair:
        from index.mending import repair as mend

        with told():
            for line in asyncio.run(mend(config_of(context))):
                say(line)
    checks = examine(config_of(context), quick=quick)
    if as_json:
        typer.echo(printed([asdict(check) for check in checks]))
    else:
        table = grid("", "what", "finding")
        for check in checks:
            table.add_row(check.verdict, check.what, _finding(check))
        console().print(table)
    if any(check.verdict == "wrong" for check in checks):
        raise typer.Exit(BAD_INPUT)


def _finding(check: Check) -> str:
    return check.finding if not check.mend else f"{check.finding} — {check.mend}"


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Where to write it; a file of that name is replaced.")],
    home: Home = None,
) -> None:
    """Write everything that cannot be made again into one file, also while the archive is in use.

    Example: onrecord backup archive.backup
    """
    from index.backup import backup as write

    use_home(context, home)
    with told():
        size = write(config_of(context), file)
    typer.echo(f"{file}: {size / 1e6:.1f} MB; `onrecord restore {file}` makes an archive of it")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that `onrecord backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Also where there is an archive; its store is put aside.")] = False,
    home: Home = None,
) -> None:
    """Make an archive of a backup, and build its index.

    Example: onrecord restore archive.backup --home archive
    """
    from index.backup import restore as read

    use_home(context, home)
    with told():
        changes = asyncio.run(read(config_of(context), file, yes=yes))
    typer.echo(f"index {changes.generation}: {changes.passages_total} passages, {changes.statements_total} statements")


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
