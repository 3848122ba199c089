"""Folders: their files in order, and their settings in `onrecord.toml`."""

from __future__ import annotations

import fnmatch
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.model import Problem
from index.reading.passed import has_pages, set_apart

SETTINGS_FILE = "onrecord.toml"


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str | None = Field(None, min_length=1, max_length=200)
    language: str | None = Field(None, min_length=2, max_length=35)
    url_base: str | None = Field(None, pattern=r"^https?://[^\s/]+")
    ignore: tuple[str, ...] = ()
    dates: Literal["day-first", "month-first"] | None = None
    map: dict[str, str] = Field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSettings:
    """What a folder says of its articles; a subfolder inherits what it does not set itself."""

    source: str | None = None
    language: str | None = None
    url_base: str | None = None
    ignore: tuple[str, ...] = ()
    day_first: bool | None = None
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])


def walk(root: Path, above: FolderSettings) -> Iterator[tuple[Path, FolderSettings] | Problem]:
    """All files under `root` in sorted order with their folder's settings: first a folder's files, then its subfolders.

    `above` are the settings that `root` inherits.
    Left out: hidden files and folders, what `ignore` names, whatever is not a regular file, and folders that a symbolic
    link leads to a second time.
    """
    yield from _walk(root, above, set())


def inherited(folder: Path) -> tuple[FolderSettings, list[Problem]]:
    """The settings of `folder` (absolute) with those of all folders above, and the problems of their files."""
    settings = FolderSettings()
    problems: list[Problem] = []
    for parent in reversed([folder, *folder.parents]):
        settings, problem = load(parent, settings)
        if problem is not None:
            problems.append(problem)
    return settings, problems


def load(folder: Path, above: FolderSettings) -> tuple[FolderSettings, Problem | None]:
    """The settings of `folder` over those of the folder above; a wrong file is a problem and changes nothing."""
    path = folder / SETTINGS_FILE
    try:
        own = _Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return above, None
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        allowed = ", ".join(_Settings.model_fields)
        return above, Problem(
            path=str(path),
            message=f"setting {name!r}: {first['msg']} (allowed are {allowed}); the file is left out",
            fatal=False,
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return above, Problem(path=str(path), message=f"cannot be read ({error}); the file is left out", fatal=False)
    return (
        FolderSettings(
            source=own.source or above.source,
            language=own.language or above.language,
            url_base=own.url_base or above.url_base,
            ignore=(*above.ignore, *own.ignore),
            day_first=above.day_first if own.dates is None else own.dates == "day-first",
            mapping={**above.mapping, **own.map},
        ),
        None,
    )


def _walk(
    folder: Path, above: FolderSettings, seen: set[tuple[int, int]], site: bool = False
) -> Iterator[tuple[Path, FolderSettings] | Problem]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(path=str(folder), message=f"cannot be opened ({error.strerror or error}); check its permissions")
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    settings, problem = load(folder, above)
    if problem is not None:
        yield problem
    folders: list[Path] = []
    files: list[Path] = []
    for entry in entries:
        if entry.name.startswith(".") or entry.name == SETTINGS_FILE:
            continue
        if any(fnmatch.fnmatchcase(entry.name, pattern) for pattern in settings.ignore):
            continue
        path = folder / entry.name
        if path.is_dir():
            folders.append(path)
        elif path.is_file():
            files.append(path)
    site = site or has_pages(files)
    wanted, note = set_apart(files, folder, site=site)
    if note is not None:
        yield note
    for path in wanted:
        yield path, settings
    for path in folders:
        yield from _walk(path, settings, seen, site)
