"""Front matter: YAML between "---" lines or TOML between "+++" lines, split by python-frontmatter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, cast

import yaml
from frontmatter.default_handlers import BaseHandler, YAMLHandler

from index.reading.keys import found_in, plain_key

_TEXTS = frozenset(["text", "body", "content"])  # what stands behind the matter is the text
_LOOKS_LIKE_KEYS = re.compile(r"\s*+(?:#.*\n\s*+)*+[\w\"'-][\w \"'-]{0,40}\s*[:=]")


class _TomlHandler(BaseHandler):
    """python-frontmatter's own needs the package toml; the standard library reads it."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str) -> dict[str, Any]:
        return tomllib.loads(fm)


class _Plain(yaml.BaseLoader):
    """All scalars stay text: a date that does not exist is told, not raised. Nothing is said twice by an alias (*a):
    ten of them within ten of them grow tenfold a level."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it repeats a part of itself by an alias")
        return super().compose_node(parent, index)


class _YamlHandler(YAMLHandler):
    def load(self, fm: str, **kwargs: object) -> Any:
        return yaml.load(fm, Loader=_Plain)


def split_matter(text: str) -> tuple[dict[str, object], str, str | None]:
    """(keys and values, the text behind them, what is wrong). Without front matter: ({}, text, None).

    A block that starts with keys and cannot be read is left out of the text, and what is wrong with it is said; a block
    without keys (two horizontal rules) is text.
    """
    for name, handler in (("YAML", _YamlHandler()), ("TOML", _TomlHandler())):
        if not handler.detect(text):
            continue
        try:
            block, body = handler.split(text)
        except ValueError:
            return {}, text, None
        try:
            values = handler.load(block)
        except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            if not _LOOKS_LIKE_KEYS.match(block):
                return {}, text, None
            reason = " ".join(str(error).split())[:120]
            return {}, body, f"the front matter is not valid {name} ({reason}); the article is read without it"
        if isinstance(values, dict):
            return {str(key): value for key, value in cast(dict[object, object], values).items()}, body, None
        return ({}, text, None) if values else ({}, body, None)
    return {}, text, None


def metadata(values: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """(the fields that we know, under our names; for each the key that gave it)."""
    found = found_in({key: value for key, value in values.items() if plain_key(key) not in _TEXTS})
    return dict(found.fields), dict(found.evidence)
