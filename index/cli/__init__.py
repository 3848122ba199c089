"""The command line: a face over `index.Archive`. Verbs of other packages join through `onrecord.commands`."""

from __future__ import annotations

import gc
import os
import sys
from importlib.metadata import entry_points


def main() -> None:
    """Entry point of the `onrecord` command; ends the process.

    By then every file is closed and every thread has ended; taking the models' memory apart piece by piece would
    only make the user wait (a sixth of a second, measured by `python -m benchmarks cold`).
    """
    # A command makes many small objects while it starts and few cycles: collecting seldom saves time.
    gc.set_threshold(50_000, 20, 20)
    try:
        run()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        pass  # the reader of the pipe has gone, and with it the last of what it did not want
    os._exit(code)


def run() -> None:
    """The command line within a process that goes on; raises SystemExit."""
    from index.cli.app import build_app

    app = build_app(entry_points(group="onrecord.commands"))
    app(prog_name="onrecord")
