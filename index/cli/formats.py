"""`onrecord formats`: what can be read, and what would have to be installed for the rest."""

from __future__ import annotations

from typing import Annotated

import typer

from index.cli.options import AsJson
from index.cli.render import console, grid
from index.telling.jsonform import printed


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("formats")(formats)


def formats(
    missing: Annotated[bool, typer.Option("--missing", help="Only those that lack a library.")] = False,
    as_json: AsJson = False,
) -> None:
    """The formats that ingest reads, and whether the library of each is installed.

    Example: onrecord formats --missing
    """
    from index.reading.registry import FORMATS

    listed = [form for form in FORMATS if not missing or not form.installed]
    if as_json:
        rows = [
            {
                "name": form.name,
                "suffixes": list(form.suffixes),
                "by_content": form.recognises is not None,
                "installed": form.installed,
                "extra": form.needs[1] if form.needs else None,
            }
            for form in listed
        ]
        typer.echo(printed(rows))
        return
    table = grid("format", "suffixes", "known by", "installed")
    for form in listed:
        how = "content" if form.recognises is not None else "name"
        state = "yes" if form.installed else f'no: pip install "onrecord[{form.needs[1]}]"' if form.needs else "yes"
        table.add_row(form.name, " ".join(form.suffixes), how, state)
    console().print(table)
