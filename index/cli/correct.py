"""`onrecord remove`, `edit` and `history`: what is wrong in the archive, mended by hand."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from index.cli.context import config_of, told, with_archive
from index.cli.options import AsJson, Home, use_home
from index.cli.render import clean, console, grid, spoken_date
from index.errors import InputError
from index.history import History, Removal

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids of articles, as answers show them.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("remove")(remove)
    app.command("edit")(edit)
    app.command("history")(history)


def remove(
    context: typer.Context,
    ids: Ids = None,
    reason: Annotated[str | None, typer.Option(help="Why; kept and listed.")] = None,
    purge: Annotated[bool, typer.Option("--purge", help="Delete the text at once; there is no way back.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Bring removed articles back, within 30 days.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Take articles out, and list those that were. The same files again do not bring them back.

    Example: onrecord remove the-halden-courier-2022-03-15-ff1a1da699fdccef --reason "printed by mistake"
    """
    use_home(context, home)
    config = config_of(context)
    if not ids:
        _list(with_archive(config, lambda archive: archive.removed()), as_json)
        return
    with told():
        if undo and (purge or reason):
            raise InputError("--undo goes with neither --purge nor --reason")
    if undo:
        changes = with_archive(config, lambda archive: archive.restore(ids))
    else:
        changes = with_archive(config, lambda archive: archive.remove(ids, reason=reason, purge=purge))
    if as_json:
        typer.echo(json.dumps({"ids": ids, "undone": undo, "generation": changes.generation}))
    else:
        done = "brought back" if undo else "removed for good" if purge else "removed; --undo brings it back for 30 days"
        typer.echo(f"{len(set(ids))} {done}")


def _list(found: tuple[Removal, ...], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, default=str))
        return
    if not found:
        typer.echo("nothing was removed")
        return
    table = grid("id", "title", "removed", "reason", "undo")
    for one in found:
        undo = "yes" if one.can_undo else "no"
        table.add_row(one.article_id, clean(one.title or ""), spoken_date(one.at.date()), clean(one.reason or ""), undo)
    console().print(table)


def edit(
    context: typer.Context,
    article_id: Annotated[str, typer.Argument(metavar="ID", help="An article's id.")],
    title: Annotated[str | None, typer.Option(help="The right title.")] = None,
    source: Annotated[str | None, typer.Option(help="The right outlet.")] = None,
    date: Annotated[str | None, typer.Option(help="The right date, as 2022-04-05.")] = None,
    author: Annotated[str | None, typer.Option(help="The right author.")] = None,
    url: Annotated[str | None, typer.Option(help="The right address.")] = None,
    language: Annotated[str | None, typer.Option(help="The right language, as en.")] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Correct what an article says of itself; an empty value takes a field away. The same file again does not undo it.

    Example: onrecord edit lighthouse --date 2022-07-01 --source "The Halden Courier"
    """
    use_home(context, home)
    given = {"title": title, "source": source, "date": date, "author": author, "url": url, "language": language}
    values = {name: value.strip() or None for name, value in given.items() if value is not None}
    with told():
        if not values:
            raise InputError("name a field to correct: --title, --source, --date, --author, --url or --language")
    changes = with_archive(config_of(context), lambda archive: archive.edit(article_id, values))
    if as_json:
        typer.echo(
            json.dumps({"id": article_id, "edited": values, "generation": changes.generation}, ensure_ascii=False)
        )
    else:
        typer.echo(f"{article_id}: {', '.join(values)} corrected")


def history(
    context: typer.Context,
    article_id: Annotated[str, typer.Argument(metavar="ID", help="An article's id.")],
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """How an article came to be what it is: earlier texts with what changed, and fields corrected by hand.

    Example: onrecord history nt-2022-12-01-skarn
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.history(article_id))
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, default=str))
    else:
        _print_history(console(), found)
        _print_copies(console(), found)


def _print_history(screen: Console, found: History) -> None:
    texts = [*((v.title, v.text) for v in found.versions), (found.article.title, found.article.text)]
    screen.print(Text(f"{found.article.id}: {len(texts)} version{'s' if len(texts) > 1 else ''}", style="bold"))
    for number, version in enumerate(found.versions, 1):
        stood = f"{spoken_date(version.since.date())} to {spoken_date(version.until.date())}"
        screen.print(Text(f"\nversion {number}, in the archive from {stood}; what changed then:", style="cyan"))
        for line in _difference(texts[number - 1], texts[number]):
            screen.print(Text(f"  {clean(line)}", style="green" if line.startswith("+") else "red"))
    for edit in found.edits:
        when = spoken_date(edit.at.date())
        screen.print(
            Text(f"\n{edit.field} corrected on {when}: {clean(edit.was or 'none')} → {clean(edit.value or 'none')}")
        )


def _print_copies(screen: Console, found: History) -> None:
    for copy in found.copies:
        kind = {"exact": "the same text", "wire": "nearly the same text", "near": "nearly the same text"}
        what = kind.get(copy.kind or "", "the first that came")
        date = spoken_date(copy.date)
        screen.print(
            Text(f"\nalso in {clean(copy.source or 'unknown outlet')}, {date}: {what}, {clean(copy.article_id)}")
        )


def _difference(before: tuple[str | None, str], after: tuple[str | None, str]) -> Iterator[str]:
    """Paragraphs that went ("- …") and came ("+ …"), the title first."""
    left, right = ([title or "", *text.split("\n\n")] for title, text in (before, after))
    for line in difflib.ndiff(left, right):
        if line.startswith(("- ", "+ ")) and line[2:].strip():
            yield " ".join(line.split())


__all__ = ["register"]
