"""The command line: a face over `index.Archive`. Verbs of other packages join through `onrecord.commands`."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib.metadata import entry_points
from pathlib import Path


def main() -> None:
    """Entry point of the `onrecord` command; ends the process.

    By then every file is closed and every thread has ended; taking the models' memory apart piece by piece would
    only make the user wait (a sixth of a second, measured by `python -m benchmarks cold`).
    """
    _take_any_character()
    _put_the_folder_last()
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


def _put_the_folder_last() -> None:
    """Where the current folder is on the path of modules, ours come before a `bot.py` or `web.py` that lies in it.

    Python puts it there for `python -m`, and so does `PYTHONPATH=.`; last and not gone, since a package with verbs of
    its own may be developed there.
    """
    ours = str(Path(__file__).resolve().parents[2])
    try:
        here = str(Path.cwd().resolve())
    except OSError:
        return  # the folder was deleted, and nothing in it can be imported
    others = [path for path in sys.path if os.path.realpath(path) != here]
    if here == ours or len(others) == len(sys.path):
        return
    sys.path[:] = [*others, *([] if ours in others else [ours]), here]


def run() -> None:
    """The command line within a process that goes on; raises SystemExit."""
    from index.cli.app import build_app

    app = build_app(entry_points(group="onrecord.commands"))
    app(prog_name="onrecord")
