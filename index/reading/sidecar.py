"""Side files: what somebody wrote beside an article about it, in `NAME.meta.toml`, `.yaml` or `.json`."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any, cast

import yaml

from index.model import Problem
from index.reading.base import Given

ENDINGS = (".meta.toml", ".meta.yaml", ".meta.yml", ".meta.json")
FIELDS = ("title", "source", "date", "author", "url", "language", "speaker")
_LARGEST = 100_000  # bytes


def is_sidecar(path: Path) -> bool:
    """Whether a file's name is that of a side file."""
    return path.name.lower().endswith(ENDINGS) and not path.name.startswith(".")


def described(path: Path) -> list[Path]:
    """The files that a side file describes: `a.txt` of `a.txt.meta.toml`; of `a.meta.toml` whatever is called `a`."""
    stem = path.name[: -len(next(end for end in ENDINGS if path.name.lower().endswith(end)))]
    whole = path.with_name(stem)
    if whole.is_file():
        return [whole]
    try:
        return sorted(
            one for one in path.parent.iterdir() if one.stem == stem and not is_sidecar(one) and one.is_file()
        )
    except OSError:
        return []


def beside(path: Path) -> tuple[Given, list[Problem]]:
    """What the side file of an article says, and what is wrong with it; nothing where there is none."""
    for stem in dict.fromkeys((path.name, path.stem)):
        for end in ENDINGS:
            side = path.with_name(stem + end)
            if side.is_file():
                return _read(side)
    return Given(), []


def _read(side: Path) -> tuple[Given, list[Problem]]:
    problems: list[Problem] = []

    def note(message: str) -> None:
        problems.append(Problem(path=str(side), message=message, fatal=False))

    try:
        values = _load(side)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        note(f"cannot be read ({' '.join(str(error).split())[:120]}); the article is read without it")
        return Given(), problems
    fields: dict[str, object] = {}
    for name, value in values.items():
        if name not in FIELDS:
            note(f"{name!r} is none of {', '.join(FIELDS)} and is left out")
        elif not _is_good(value):
            note(f"{name} is neither text nor a date and is left out")
        else:
            fields[name] = value
    source = fields.pop("source", None)
    return Given(source=str(source).strip() if source else None, fields=fields, told=side.name, wins=True), problems


def _load(side: Path) -> dict[str, Any]:
    with side.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("it is too large")
    text = data.decode("utf-8-sig")
    kind = side.suffix.lower()
    value = tomllib.loads(text) if kind == ".toml" else json.loads(text) if kind == ".json" else yaml.safe_load(text)
    if not isinstance(value, dict):
        raise ValueError("it holds no fields")
    return {str(name): given for name, given in cast(dict[object, Any], value).items()}


def _is_good(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in cast(list[object], value))
    return isinstance(value, (str, dt.date)) and value != ""
