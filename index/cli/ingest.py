"""`onrecord ingest` and `onrecord reindex`: long work with progress, stopped by Ctrl-C without harm."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.cli.context import BAD_INPUT, config_of, interruptible, say, told, with_archive
from index.cli.options import AsJson, Home, use_home
from index.errors import Unconfirmed
from index.model import Changes, Progress
from index.progress import OnProgress
from index.telling.jsonform import printed

if TYPE_CHECKING:
    from index.archive import Archive

_LONG = 200  # articles or texts from which a stage is told in tenths
_WORDS = {
    "read": "reading",
    "attribute": "finding who said what",
    "embed": "embedding",
    "index": "writing the index",
    "settle": "searched already; settling the index",
}


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("ingest")(ingest)
    app.command("reindex")(reindex)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files and folders; `onrecord formats` lists what is read.")],
    source: Annotated[str | None, typer.Option(help="The outlet of these articles, whatever they say.")] = None,
    mapping: Annotated[
        str | None,
        typer.Option("--map", help="Keys of the fields: title=headline,date=pub_date; remembered for the outlet."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what each file would be, and change nothing.")
    ] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Load articles: what is new is added, what changed is replaced, the same again changes nothing.

    Example: onrecord ingest examples/ --source "The Halden Courier"
    """
    from index.reading.keys import parse_mapping

    use_home(context, home)
    with told():
        keys = parse_mapping(mapping) if mapping else None

    if dry_run:
        _preview(context, paths, source, keys, as_json)
        return

    async def work(archive: Archive) -> Changes:
        with interruptible() as token, _bars() as report:
            return await archive.ingest(paths, source=source, mapping=keys, on_progress=report, cancel=token)

    _finish(with_archive(config_of(context), work, create=True), as_json)


def _preview(
    context: typer.Context, paths: list[Path], source: str | None, keys: dict[str, str] | None, as_json: bool
) -> None:
    from index.cli.preview import preview_json, show_preview
    from index.cli.render import console

    async def work(archive: Archive) -> int:
        items = await archive.preview(paths, source=source, mapping=keys)
        return preview_json(items) if as_json else show_preview(console(), items)

    if with_archive(config_of(context), work, create=True):
        raise typer.Exit(BAD_INPUT)


def reindex(
    context: typer.Context,
    full: Annotated[bool, typer.Option("--full", help="Analyse every article again.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Also where more than a tenth of the archive goes.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Read the configured folders again and rebuild the index; only what changed is embedded.

    Example: onrecord reindex --full
    """
    use_home(context, home)

    def run(sure: bool) -> Changes:
        async def work(archive: Archive) -> Changes:
            with interruptible() as token, _bars() as report:
                return await archive.reindex(full=full, on_progress=report, cancel=token, yes=sure)

        return with_archive(config_of(context), work, ask=not sure and sys.stdin.isatty())

    if not config_of(context).reading.folders:
        say(
            "note: no folder is configured, so no file is read again; name folders under [reading] as "
            'folders = ["articles"] in the configuration file, or load files with `onrecord ingest PATH`'
        )
    try:
        changes = run(yes)
    except Unconfirmed as error:
        typer.confirm(f"{error}\nGo on?", abort=True, err=True)
        changes = run(True)
    _finish(changes, as_json)


@contextmanager
def _bars() -> Generator[OnProgress]:
    """How far each stage is, on standard error: bars in a terminal, elsewhere a line now and then."""
    if sys.stderr.isatty():
        with _drawn() as report:
            yield report
    else:
        yield _Lines().report


class _Lines:
    """A line at the start and at the end of each stage, and for every tenth of a long one."""

    def __init__(self) -> None:
        self._told: dict[str, int] = {}

    def report(self, progress: Progress) -> None:
        total = progress.total
        if (total == 0 and progress.stage != "read") or (total == 1 == progress.done):
            return
        tenth = progress.done * 10 // total if total else 0
        if self._told.get(progress.stage, -1) < (tenth if total >= _LONG or tenth == 10 else 0):
            self._told[progress.stage] = tenth
            say(f"{_WORDS[progress.stage]}: {progress.done} of {total}" if total > 1 else _WORDS[progress.stage])


@contextmanager
def _drawn() -> Generator[OnProgress]:
    """One bar a stage, with counts, how many a second, and the time left."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bars
    from rich.text import Text

    class Pace(ProgressColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            pace = task.finished_speed or task.speed
            return Text("" if pace is None else f"{pace:.1f} a second")

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Pace(),
        TimeRemainingColumn(compact=True),
    )
    with Bars(*columns, console=Console(stderr=True), transient=False) as bars:
        tasks = {}

        def report(progress: Progress) -> None:
            if progress.stage != "read" and progress.total == 0:
                return
            total = progress.total or None
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(_WORDS[progress.stage], total=total)
            bars.update(tasks[progress.stage], completed=progress.done, total=total)
            if progress.stage != "read" and "read" in tasks and bars.tasks[0].total is None:
                bars.update(tasks["read"], total=bars.tasks[0].completed)

        yield report


def _finish(changes: Changes, as_json: bool) -> None:
    for problem in changes.problems:
        say(f"{'error' if problem.fatal else 'note'}: {problem}")
    if as_json:
        data = {**asdict(changes), "problems": [asdict(problem) for problem in changes.problems]}
        typer.echo(printed(data))
    else:
        typer.echo(
            f"articles: {changes.articles_added} added, {changes.articles_replaced} replaced, "
            f"{changes.articles_removed} removed, {changes.articles_unchanged} unchanged\n"
            f"index {changes.generation}: {changes.passages_total} passages, {changes.statements_total} statements; "
            f"{changes.embedded} texts embedded; {changes.seconds:.1f} s"
        )
    failed = sum(problem.fatal for problem in changes.problems)
    if failed:
        say(f"{failed} could not be loaded; all else is in the archive")
        raise typer.Exit(BAD_INPUT)
