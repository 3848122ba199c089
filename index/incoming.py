"""A document that is no file of the user's: fetched from the web, or attached to a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document on its way into the archive. Its articles have no origin: it is known by its address alone.

    `name` is for messages and gives the format where the content does not; `content` are its bytes, or the file that
    holds them for now. `url` is the address that it was fetched from. `source` is the outlet that the user gave it;
    `fields` (title, date, author, language) fill what the document does not say itself, as `told` knows it.
    """

    name: str
    content: bytes | Path
    url: str | None = None
    source: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    told: str = ""
