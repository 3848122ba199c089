"""What an engine keeps of a generation outside its folder: a file in the folder names it, so that it goes with it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from index.errors import ArchiveError

ELSEWHERE = "elsewhere.json"


def tell_elsewhere(folder: Path, engine: str, **what: str) -> None:
    """Name what is about to be made; on the disk when this returns, so that no crash forgets it."""
    with (folder / ELSEWHERE).open("w", encoding="utf-8") as file:
        json.dump({"engine": engine, **what}, file)
        file.flush()
        os.fsync(file.fileno())


def told_elsewhere(folder: Path) -> dict[str, str]:
    """What is named: the `engine`, and what else that needs; empty where there is nothing.

    Raises ArchiveError when the file is damaged.
    """
    path = folder / ELSEWHERE
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {"engine": str(found["engine"]), **{key: str(value) for key, value in found.items()}}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: is damaged ({error}); run `onrecord reindex`") from error
