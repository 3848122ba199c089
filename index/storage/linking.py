"""Files that several generations share: one content under several names, which none of them changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def share(path: Path, target: Path) -> None:
    """Give a file a second name; where the file system has none, a copy. `target` must not be there."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def same_file(path: Path, other: Path) -> bool:
    """Whether two names lead to one content on the disk."""
    try:
        return path.samefile(other)
    except OSError:
        return False
