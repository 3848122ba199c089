"""One file that holds everything that cannot be made again: the store, and the stores of faces beside it.

Made while the archive serves and is written to; the index is built anew from it, without embedding anything again.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.archive import Archive
from index.config import Config
from index.errors import ArchiveError, InputError, Unconfirmed
from index.model import Changes
from index.storage.database import DATABASE, copy_store
from index.storage.health import complaints
from index.storage.sums import sum_of_file

_FORMAT, _CONTENTS = 1, "backup.json"


def backup(config: Config, file: Path) -> int:
    """Write the archive's stores into `file`, which appears when it is whole; its size in bytes.

    Raises ArchiveError where there is no archive, InputError where the file cannot be written.
    """
    stores = _stores(config.home)
    if not any(path.name == DATABASE for path in stores):
        raise ArchiveError(f"{config.home}: there is no archive; name its folder with --home")
    scratch = file.with_name(file.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent or Path()) as folder:
            copies = [copy_store(path, Path(folder) / path.name) for path in stores]
            contents = {
                "format": _FORMAT,
                "made_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                "files": {copy.name: sum_of_file(copy) for copy in copies},
            }
            with zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
                packed.writestr(_CONTENTS, json.dumps(contents))
                for copy in copies:
                    packed.write(copy, copy.name)
        with scratch.open("rb") as written:
            os.fsync(written.fileno())
        scratch.replace(file)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise InputError(f"{file}: cannot be written ({error.strerror or error})") from error
    return file.stat().st_size


async def restore(config: Config, file: Path, *, yes: bool = False) -> Changes:
    """Make the archive of `config.home` what a backup holds, and build its index.

    Where there is an archive already it wants a `yes`; its stores are kept beside the new ones. Raises Unconfirmed,
    InputError for a file that is no whole backup.
    """
    home = config.home
    old = _stores(home)
    if old and not yes:
        raise Unconfirmed(f"{home}: there is an archive already; `--yes` puts it aside, or name another --home")
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as folder:
            fresh = _unpacked(file, Path(folder))
            stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
            for path in old:
                for beside in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
                    if beside.exists():
                        beside.rename(beside.with_name(f"{path.name}.replaced-{stamp}{beside.name[len(path.name) :]}"))
            for path in fresh:
                path.rename(home / path.name)
    except OSError as error:
        raise InputError(f"{error.filename or file}: cannot be used ({error.strerror or error})") from error
    async with Archive.open(config) as archive:
        return await archive.writer().rebuild()


def _stores(home: Path) -> list[Path]:
    return sorted(home.glob("*.sqlite3"))


def _unpacked(file: Path, folder: Path) -> Sequence[Path]:
    """The stores of a backup, each checked against its sum and by SQLite."""
    try:
        with zipfile.ZipFile(file) as packed:
            contents: dict[str, Any] = json.loads(packed.read(_CONTENTS))
            if contents["format"] != _FORMAT:
                raise InputError(f"{file}: was made by a newer onrecord; upgrade the program")
            names = [name for name in contents["files"] if Path(name).name == name and name.endswith(".sqlite3")]
            paths = [Path(packed.extract(name, folder)) for name in names]
            whole = all(sum_of_file(path) == contents["files"][path.name] for path in paths)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise InputError(f"{file}: is no backup of onrecord, or is damaged ({error})") from error
    if not whole or not any(path.name == DATABASE for path in paths) or any(complaints(path) for path in paths):
        raise InputError(f"{file}: the backup is damaged; take another one")
    return paths
