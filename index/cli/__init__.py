"""The command line: a face over `index.Archive`. Verbs of other packages join through `onrecord.commands`."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib.metadata import entry_points

from index.heap import hold_little
from index.sessions import one_thread_each


def main() -> None:
    """Entry point of the `onrecord` command; ends the process.

    By then every file is closed and every thread has ended; taking the models' memory apart piece by piece would
    only make the user wait (a sixth of a second, measured by `python -m benchmarks cold`).
    """
    _take_any_character()
    hold_little()
    one_thread_each()
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


def _take_any_character() -> None:
    """Names and words of every script are printed: UTF-8 into files and pipes, and a terminal that is not UTF-8 gets a
    replacement for what it cannot show instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def run() -> None:
    """The command line within a process that goes on; raises SystemExit."""
    from index.cli.app import build_app

    app = build_app(entry_points(group="onrecord.commands"))
    app(prog_name="onrecord")
