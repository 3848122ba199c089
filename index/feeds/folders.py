"""Watched folders: which of their files are new or changed since they were read last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.model import Problem
from index.reading.folder import inherited, walk
from index.reading.sidecar import described, is_sidecar

Stamp = tuple[int, int]  # bytes, time of change in nanoseconds


@dataclass(frozen=True, slots=True)
class Changed:
    """Files to read with their stamps, in the order of their folders, and paths that have gone."""

    files: Mapping[str, Stamp]
    gone: tuple[str, ...]


def changed_files(folders: Sequence[Path], known: Mapping[str, Stamp], *, quiet_since: float) -> Changed:
    """Compare folders with what is known of their files; a folder that is not there has lost nothing.

    A file that changed after `quiet_since` (seconds since 1970) may still be written to, and is left for the next time.
    """
    found: dict[str, Stamp] = {}
    present: set[str] = set()
    roots: list[str] = []
    sides: list[Path] = []
    for folder in folders:
        root = folder.absolute()
        if not root.is_dir():
            continue
        roots.append(f"{root}/")
        for item in walk(root, inherited(root.parent)[0]):
            if isinstance(item, Problem):
                continue
            path = str(item[0])
            try:
                status = item[0].stat()
            except OSError:
                continue
            present.add(path)
            stamp = (status.st_size, status.st_mtime_ns)
            if known.get(path) != stamp and status.st_mtime <= quiet_since:
                found[path] = stamp
                if is_sidecar(item[0]):
                    sides.append(item[0])
    for side in sides:
        for one in described(side):
            status = one.stat()
            found[str(one)] = (status.st_size, status.st_mtime_ns)
    gone = [path for path in known if path not in present and any(path.startswith(root) for root in roots)]
    return Changed(found, tuple(gone))
