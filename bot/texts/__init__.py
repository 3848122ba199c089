"""Every text that users read, by language: one TOML file each, with equal keys (a test holds them equal)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Protocol

LANGUAGES = ("en", "de")
DEFAULT = "en"


class Translate(Protocol):
    """`t(key, n=…, **values)`: the text of one language. Values must be escaped already where users wrote them."""

    @property
    def language(self) -> str:
        """The catalogue's, as "de"."""
        ...

    def __call__(self, key: str, /, **values: object) -> str: ...

    def number(self, value: int) -> str:
        """A number with the language's separators."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language, flattened to "section.key"; a plural is "key.one" and "key.other"."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text with its values filled in. `n` chooses between singular and plural. Raises KeyError."""
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[f"{key}.one" if values.get("n") == 1 else f"{key}.other"]
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return entry.format_map(shown)

    def number(self, value: int) -> str:
        """1234567 -> "1,234,567", with the language's separator."""
        return f"{value:,}".replace(",", self.entries["number.thousands"])

    def find(self, key: str) -> str | None:
        """The text of an optional key, unformatted."""
        return self.entries.get(key)


@dataclass(frozen=True, slots=True)
class Texts:
    """All catalogues; `texts.of(interaction.locale)` is the one to speak."""

    catalogues: Mapping[str, Catalogue]

    @classmethod
    def load(cls) -> Texts:
        """Read the catalogues that ship with the package."""
        folder = files("bot.texts")
        loaded = {name: tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in LANGUAGES}
        return cls({name: Catalogue(name, dict(_flat(data))) for name, data in loaded.items()})

    def of(self, locale: object) -> Catalogue:
        """The catalogue for a Discord locale ("de", "en-GB", None); English where the language is not at hand."""
        language = str(locale or DEFAULT).partition("-")[0].lower()
        return self.catalogues.get(language) or self.catalogues[DEFAULT]


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, str(value)
