"""The start of the `onrecord` command, and of `python -m onrecord`.

It has the one name here that nobody's own module has: what it imports next is called `index`, `bot` and `web`, and a
script of one of these names in the current folder must not be taken for it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line; ends the process."""
    put_the_folder_last()
    from index.cli import main as command

    command()


def put_the_folder_last() -> None:
    """Where the current folder is on the path of modules, ours come before those that lie in it.

    Python puts it there for `python -m`, and so do `PYTHONPATH=.` and a `PYTHONPATH` that ends in a colon; last and not
    gone, since a package with verbs of its own may be developed there.
    """
    ours = str(Path(__file__).resolve().parent)
    try:
        here = str(Path.cwd().resolve())
    except OSError:
        return  # the folder was deleted, and nothing in it can be imported
    others = [path for path in sys.path if os.path.realpath(path) != here]
    if here == ours or len(others) == len(sys.path):
        return
    sys.path[:] = [*others, *([] if ours in others else [ours]), here]


if __name__ == "__main__":
    main()
