"""`onrecord remove`, `edit` and `history`: what is wrong in the archive, mended by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from index.cli.context import config_of, told, with_archive
from index.cli.options import AsJson, Home, use_home
from index.cli.render import clean, console, grid, spoken_date
from index.errors import InputError, NotFound
from index.history import HiddenSpeaker, History, Removal
from index.telling.difference import changes_of
from index.telling.jsonform import printed

if TYPE_CHECKING:
    from index.archive import Archive
    from index.model import Changes

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids of articles, as answers show them.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("remove")(remove)
    app.command("edit")(edit)
    app.command("history")(history)


def remove(
    context: typer.Context,
    ids: Ids = None,
    source: Annotated[str | None, typer.Option(help="Instead of ids: all articles of this outlet.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Instead of ids: all that this person said.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why; kept and listed.")] = None,
    purge: Annotated[bool, typer.Option("--purge", help="Delete the words at once; there is no way back.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Bring back what was removed: articles within 30 days.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Take out articles, an outlet or a speaker's words, and list what was. The same files again bring nothing back.

    Where a speaker's words stood are bars; what others said in the same articles stays.

    Example: onrecord remove the-halden-courier-2022-03-15-ff1a1da699fdccef --reason "printed by mistake"
    """
    use_home(context, home)
    config = config_of(context)
    given = sum(map(bool, (ids, source, speaker)))
    with told():
        if given > 1:
            raise InputError("name ids, --source or --speaker, and one of them alone")
        if undo and (purge or reason):
            raise InputError("--undo goes with neither --purge nor --reason")
        if not given and (undo or purge or reason):
            raise InputError("name ids, --source or --speaker; alone, the verb lists what was removed")
    if not given:
        _list(*with_archive(config, _everything_removed), as_json)
        return
    work = _restoring if undo else _removing
    changes, count = with_archive(config, lambda archive: work(archive, ids or (), source, speaker, reason, purge))
    if as_json:
        named = {name: value for name, value in (("ids", ids), ("source", source), ("speaker", speaker)) if value}
        typer.echo(printed({**named, "undone": undo, "generation": changes.generation}))
    else:
        how_long = " within 30 days" if speaker is None else ""
        done = "brought back" if undo else "removed for good" if purge else f"removed; --undo brings it back{how_long}"
        typer.echo(f"{'what ' + speaker + ' said' if speaker else count} {done}")


async def _removing(
    archive: Archive, ids: Sequence[str], source: str | None, speaker: str | None, reason: str | None, purge: bool
) -> tuple[Changes, int]:
    if speaker is not None:
        return await archive.remove_speaker(speaker, reason=reason, purge=purge), 0
    if source is not None:
        changes = await archive.remove_source(source, reason=reason, purge=purge)
    else:
        changes = await archive.remove(ids, reason=reason, purge=purge)
    return changes, changes.articles_removed


async def _restoring(
    archive: Archive, ids: Sequence[str], source: str | None, speaker: str | None, reason: str | None, purge: bool
) -> tuple[Changes, int]:
    del reason, purge
    if speaker is not None:
        return await archive.restore_speaker(speaker), 0
    if source is not None:
        ids = [one.article_id for one in await archive.removed() if one.can_undo and one.source == source]
        if not ids:
            raise NotFound(f"no article of an outlet {source!r} was removed that can be brought back")
    return await archive.restore(ids), len(set(ids))


async def _everything_removed(archive: Archive) -> tuple[tuple[Removal, ...], tuple[HiddenSpeaker, ...]]:
    return await archive.removed(), await archive.removed_speakers()


def _list(found: tuple[Removal, ...], people: tuple[HiddenSpeaker, ...], as_json: bool) -> None:
    if as_json:
        rows = [*map(asdict, found), *({"speaker": one.name, **asdict(one)} for one in people)]
        typer.echo(printed(rows))
        return
    if not found and not people:
        typer.echo("nothing was removed")
        return
    table = grid("what", "title", "removed", "reason", "undo")
    for one in found:
        undo = "yes" if one.can_undo else "no"
        table.add_row(one.article_id, clean(one.title or ""), spoken_date(one.at.date()), clean(one.reason or ""), undo)
    for person in people:
        undo = "yes" if person.can_undo else "no"
        when, why = spoken_date(person.at.date()), clean(person.reason or "")
        table.add_row(clean(person.name), "what this speaker said", when, why, undo)
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
    speaker: Annotated[str | None, typer.Option(help="Who says all of its text: a speech, a letter.")] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Correct what an article says of itself; an empty value takes a field away. The same file again does not undo it.

    Example: onrecord edit lighthouse --date 2022-07-01 --source "The Halden Courier"
    """
    use_home(context, home)
    given = {
        "title": title, "source": source, "date": date, "author": author, "url": url, "language": language,
        "speaker": speaker,
    }  # fmt: skip
    values = {name: value.strip() or None for name, value in given.items() if value is not None}
    with told():
        if not values:
            raise InputError(
                "name a field to correct: --title, --source, --date, --author, --url, --language or --speaker"
            )
    changes = with_archive(config_of(context), lambda archive: archive.edit(article_id, values))
    if as_json:
        typer.echo(printed({"id": article_id, "edited": values, "generation": changes.generation}))
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
        typer.echo(printed(asdict(found)))
    else:
        _print_history(console(), found)
        _print_copies(console(), found)


def _print_history(screen: Console, found: History) -> None:
    count = len(found.versions) + 1
    screen.print(Text(f"{found.article.id}: {count} version{'s' if count > 1 else ''}", style="bold"))
    for number, (version, changes) in enumerate(zip(found.versions, changes_of(found), strict=True), 1):
        stood = f"{spoken_date(version.since.date())} to {spoken_date(version.until.date())}"
        screen.print(Text(f"\nversion {number}, in the archive from {stood}; what changed then:", style="cyan"))
        for line in changes:
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


__all__ = ["register"]
