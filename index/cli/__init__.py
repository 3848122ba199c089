"""The command line: a face over `index.Archive`. Verbs of other packages join through `onrecord.commands`."""

from __future__ import annotations

from importlib.metadata import entry_points


def main() -> None:
    """Entry point of the `onrecord` command."""
    from index.cli.app import build_app

    app = build_app(entry_points(group="onrecord.commands"))
    app(prog_name="onrecord")
