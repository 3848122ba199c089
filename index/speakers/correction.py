"""A correction of the book of speakers as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.model import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody corrected of the speakers; see `speakers/corrections.py` for what each act does.

    "merge": `other` is `name`; "rename": `name` is called `other`; "split": what `articles`, or the names `aliases`,
    give to `name` is `other`'s; "person": a person of the file, with aliases and offices. `number` 0: not kept yet.
    """

    act: Literal["merge", "rename", "split", "person"]
    name: str
    other: str = ""
    articles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    number: int = 0
