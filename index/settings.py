"""The settings as a commented TOML file: what `onrecord config` prints and `config.example.toml` holds."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from index.config import Config, FeedSetting, Section

_COLUMNS = 110
_LISTS: Mapping[str, type[Section]] = {"feeds": FeedSetting}  # sections of which there may be any number
_HEAD = """Settings of onrecord, each with its default. Copy to config.toml and keep what you change.
Looked for: --config FILE, $ONRECORD_CONFIG, ./config.toml. Secrets are never in here: the bot's token is
DISCORD_TOKEN in the environment."""


def commented(config: Config | None = None) -> str:
    """Every setting with its description above it, without a value as a comment; None: the defaults."""
    lines = [f"# {line}" for line in _HEAD.splitlines()]
    shown = config or Config()
    sections: list[tuple[str, Section]] = []
    for name, field in Config.model_fields.items():
        value = getattr(shown, name)
        if isinstance(value, Section):
            sections.append((name, value))
        elif name in _LISTS:
            continue
        else:
            lines += ["", *_setting(name, field, value)]
    for name, section in sections:
        lines += ["", f"[{name}]"]
        for key, field in type(section).model_fields.items():
            lines += _setting(key, field, getattr(section, key))
    for name, section in _LISTS.items():
        lines += ["", *_blocks(name, section, getattr(shown, name))]
    return "\n".join(lines) + "\n"


def _blocks(name: str, section: type[Section], values: Sequence[Section]) -> Iterator[str]:
    """Sections of which there may be any number, as blocks; one as a comment where there are none."""
    for value in values:
        yield f"[[{name}]]"
        for key, field in section.model_fields.items():
            yield from _setting(key, field, getattr(value, key))
    if not values:
        yield f"# [[{name}]]"
        for key, field in section.model_fields.items():
            yield from _setting(key, field, None)


def _setting(name: str, field: FieldInfo, value: Any) -> Iterator[str]:
    yield from (f"# {line}" for line in textwrap.wrap(field.description or "", _COLUMNS, break_on_hyphens=False))
    if value is None:
        example = (field.examples or [""])[0]
        yield f"# {name} = {_toml(example)}"
    else:
        yield f"{name} = {_toml(value)}"


def _toml(value: Any) -> str:
    """A value of the settings as TOML; texts, numbers, truth values and lists of them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    # JSON's escapes are a part of those of TOML's basic strings; \x7f is none of them.
    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False).replace("\x7f", "\\u007f")
