"""`onrecord speakers merge`, `rename`, `split`, `corrections`, `undo`: what people correct of the speakers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from index.archive import Archive
from index.cli.context import config_of, with_archive
from index.cli.group import group
from index.cli.options import AsJson, Home, use_home
from index.cli.render import clean, console, grid
from index.errors import InputError, NotFound
from index.speakers.correction import Correction
from index.telling.jsonform import printed


def group_of(find: Callable[..., None]) -> typer.Typer:
    """The verbs of `onrecord speakers`; `find` is the one that may be left out."""
    return group(
        "find",
        "Who speaks in the archive, and who is who.",
        {
            "find": find,
            "merge": merge,
            "rename": rename,
            "split": split,
            "corrections": corrections,
            "undo": undo,
        },
    )


def merge(
    context: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="A", help="The speaker who stays.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The speaker who is the same.")],
    home: Home = None,
) -> None:
    """Take two speakers for one: all words of B are A's.

    Example: onrecord speakers merge "Ilse Brandt-Okoye" "Ilse Brandt"
    """
    use_home(context, home)
    _correct(context, [kept, other], lambda names: Correction(act="merge", name=names[0], other=names[1]))


def rename(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="A", help="The speaker as the archive names them.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The name to show.")],
    home: Home = None,
) -> None:
    """Show a speaker under another name; the old one stays an alias.

    Example: onrecord speakers rename "Casper Thorne" "Casper Thorne-Abara"
    """
    use_home(context, home)
    _correct(context, [name], lambda names: Correction(act="rename", name=names[0], other=new.strip()))


def split(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="A", help="The speaker who is two.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The name of the other one.")],
    article: Annotated[
        list[str] | None, typer.Option(help="An article whose words of A are B's; may be given again.")
    ] = None,
    called: Annotated[list[str] | None, typer.Option(help="A spelling that is B's; may be given again.")] = None,
    home: Home = None,
) -> None:
    """Take one speaker for two: the words of A in some articles, or under some spellings, are B's.

    Example: onrecord speakers split "Karst" "Lina Karst" --article nt-2022-12-01-skarn
    """
    use_home(context, home)
    unsaid = "which words are B's? name articles with --article or spellings with --called"
    articles, aliases = tuple(article or ()), tuple(called or ())
    _correct(
        context,
        [name],
        lambda names: Correction(act="split", name=names[0], other=new.strip(), articles=articles, aliases=aliases),
        wanting="" if articles or aliases else unsaid,
    )


def corrections(context: typer.Context, as_json: AsJson = False, home: Home = None) -> None:
    """What was corrected, with the numbers that `undo` takes, and the people of the file.

    Example: onrecord speakers corrections
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.writer().corrections())
    if as_json:
        typer.echo(printed([asdict(one) for one in found]))
        return
    if not found:
        typer.echo("nothing was corrected")
        return
    table = grid("#", "act", "speaker", "", "where")
    for one in found:
        where = ", ".join((*one.articles, *(f"“{alias}”" for alias in one.aliases)))
        table.add_row(str(one.number), one.act, clean(one.name), clean(one.other), clean(where))
    console().print(table)


def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="The number of a correction.")],
    home: Home = None,
) -> None:
    """Undo a correction; the others stay.

    Example: onrecord speakers undo 2
    """
    use_home(context, home)
    left = with_archive(config_of(context), lambda archive: archive.writer().corrections(number))
    typer.echo(f"undone; {len(left)} corrections are left")


def _correct(
    context: typer.Context, names: list[str], make: Callable[[list[str]], Correction], wanting: str = ""
) -> None:
    """Find the speakers by their names, keep the correction and build the book anew."""

    async def work(archive: Archive) -> Correction:
        if wanting:
            raise InputError(wanting)
        change = make([await _canonical(archive, name) for name in names])
        if not change.other or change.other == change.name:
            raise InputError(f"{change.name!r} is one speaker already; name two")
        await archive.writer().corrections(change)
        return change

    made = with_archive(config_of(context), work)
    words = {"merge": "is now", "rename": "is called", "split": "was split from", "person": ""}[made.act]
    first, second = (made.name, made.other) if made.act == "rename" else (made.other, made.name)
    typer.echo(f"{first} {words} {second}; `onrecord speakers corrections` lists what can be undone")


async def _canonical(archive: Archive, name: str) -> str:
    """The speaker of exactly this name, whatever its case; raises NotFound that tells the nearest."""
    found = await archive.speakers(name, 5)
    for speaker in found:
        if speaker.name.casefold() == name.strip().casefold():
            return speaker.name
    near = "; did you mean " + " or ".join(speaker.name for speaker in found[:3]) + "?" if found else ""
    raise NotFound(f"no speaker is called exactly {name!r}{near}")
