"""The file of people: their names, aliases and offices, as somebody who knows them wrote them down.

[[person]]
name = "Ilse Brandt-Okoye"
aliases = ["I. Brandt", "Mayor Brandt"]
roles = ["Mayor of Halden", { title = "Harbour master", since = 2015-01-01, until = 2019-12-31 }]
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from index.errors import ConfigError
from index.model import Role
from index.speakers.correction import Correction


def read_people(path: Path) -> tuple[Correction, ...]:
    """The people of a file. Raises ConfigError with one sentence that names the file, the person and what to do."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file of people; mend the setting speakers.file or leave it out") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); check the file and its permissions") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None
    people: Any = data.get("person", [])
    if set(data) - {"person"} or not isinstance(people, list):
        raise ConfigError(f"{path}: holds people as [[person]] tables and nothing else")
    return tuple(_person(path, number, person) for number, person in enumerate(people, start=1))


def _person(path: Path, number: int, data: Any) -> Correction:
    where = f"{path}: person {number}"
    name: Any = data.get("name") if isinstance(data, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise ConfigError(f'{where}: needs a name, as name = "Ilse Brandt-Okoye"')
    unknown = sorted(set(data) - {"name", "aliases", "roles"})
    if unknown:
        raise ConfigError(f"{where} ({name}): unknown key {unknown[0]}; allowed are name, aliases and roles")
    aliases: Any = data.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise ConfigError(f'{where} ({name}): aliases must be a list of texts, as aliases = ["I. Brandt"]')
    roles: Any = data.get("roles", [])
    if not isinstance(roles, list):
        raise ConfigError(f'{where} ({name}): roles must be a list, as roles = ["Mayor of Halden"]')
    return Correction(
        act="person",
        name=name.strip(),
        aliases=tuple(alias.strip() for alias in aliases if alias.strip()),
        roles=tuple(_role(f"{where} ({name})", role) for role in roles),
    )


def _role(where: str, data: Any) -> Role:
    if isinstance(data, str) and data.strip():
        return Role(title=data.strip())
    table: dict[str, Any] = data if isinstance(data, dict) else {}
    title: Any = table.get("title")
    if not isinstance(title, str) or set(table) - {"title", "since", "until"}:
        raise ConfigError(f'{where}: a role is a text, or {{ title = "Mayor", since = 2015-01-01 }}')
    dates: list[dt.date | None] = []
    for key in ("since", "until"):
        value: Any = table.get(key)
        if value is not None and not isinstance(value, dt.date):
            raise ConfigError(f"{where}: {key} of {title} must be a day, as 2015-01-01 without quotation marks")
        dates.append(value)
    return Role(title=title.strip(), first=dates[0], last=dates[1])
