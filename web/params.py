"""Parameters of pages and of the API: read from the address, checked, and described for OpenAPI by the same words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import QueryParams

from index.errors import InputError

LONGEST = 1000  # characters of a text
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class EmptyWindow(InputError):
    """Two parameters, each right by itself, that leave no day between them."""


Value = str | int | bool | dt.date


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter; `low` and `high` bound a number, `default` None: it may be left out."""

    name: str
    kind: Literal["text", "day", "number", "flag"]
    about: str
    required: bool = False
    default: int | None = None
    low: int = 1
    high: int = 100

    def schema(self) -> dict[str, Any]:
        """The parameter's schema for OpenAPI."""
        if self.kind == "text":
            bounds = {"minLength": 1, "pattern": r"\S"} if self.required else {}
            return {"type": "string", "maxLength": LONGEST, **bounds}
        if self.kind == "day":
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        if self.kind == "flag":
            return {"type": "boolean"}
        told: dict[str, Any] = {"type": "integer", "minimum": self.low, "maximum": self.high}
        return told if self.default is None else told | {"default": self.default}

    def read(self, text: str) -> Value:
        """The value of a given text. Raises InputError that names the parameter."""
        if self.kind == "text":
            if len(text) > LONGEST:
                raise InputError(f"{self.name}: is longer than {LONGEST} characters; shorten it")
            return text
        if self.kind == "flag":
            if text not in ("true", "false", "1", "0", "on"):
                raise InputError(f"{self.name}: {_short(text)} is neither true nor false")
            return text in ("true", "1", "on")
        if self.kind == "day":
            return _day(self.name, text)
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not self.low <= int(text) <= self.high:
            raise InputError(f"{self.name}: must be a whole number from {self.low} to {self.high}")
        return int(text)


@dataclass(frozen=True, slots=True)
class Values:
    """What was given, each under its parameter's name."""

    given: Mapping[str, Value]

    def text(self, name: str) -> str:
        """A text without blanks at its ends; empty where it was left out."""
        return str(self.given.get(name, "")).strip()

    def maybe(self, name: str) -> str | None:
        """A text, None where it was left out or empty."""
        return self.text(name) or None

    def day(self, name: str) -> dt.date | None:
        """A day, None where it was left out."""
        value = self.given.get(name)
        return value if isinstance(value, dt.date) else None

    def number(self, name: str) -> int:
        """A number that has a default."""
        value = self.given[name]
        assert isinstance(value, int)
        return value

    def flag(self, name: str) -> bool:
        """Whether a flag is set."""
        return self.given.get(name) is True


def read(query: QueryParams, params: Sequence[Param], *, strict: bool) -> Values:
    """The values of an address. Raises InputError for a wrong one; `strict` also for one that is unknown or doubled.

    Without `strict` an empty text counts as left out, as forms send it.
    """
    known = {param.name: param for param in params}
    found: dict[str, Value] = {p.name: p.default for p in params if p.default is not None}
    for name, text in query.multi_items():
        param = known.get(name)
        if param is None:
            if strict:
                raise InputError(f"unknown parameter {_short(name)}; allowed: {', '.join(known) or 'none'}")
            continue
        if strict and len(query.getlist(name)) > 1:
            raise InputError(f"{name}: is given more than once; give it once")
        if text or strict:
            found[name] = param.read(text)
    for param in params:
        if param.required and strict and not str(found.get(param.name, "")).strip():
            raise InputError(f"{param.name}: is required; add it to the address")
    values = Values(found)
    for first, last in (("since", "until"), ("said_since", "said_until")):
        since, until = values.day(first), values.day(last)
        if since and until and since > until:
            raise EmptyWindow(f"{first} {since} is after {last} {until}; swap them")
    return values


def _day(name: str, text: str) -> dt.date:
    try:
        if _DAY.fullmatch(text) and text.isascii():
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(f"{name}: {_short(text)} is no date; write it as 2022-04-05")


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


SPEAKER = Param("speaker", "text", "Only what this speaker said: a name, surname, role or alias.")
SOURCE = Param("source", "text", "Only this outlet.")
SINCE = Param("since", "day", "Only published from this day on.")
UNTIL = Param("until", "day", "Only published up to this day, included.")
SAID_SINCE = Param("said_since", "day", "Only what was said from this day on.")
SAID_UNTIL = Param("said_until", "day", "Only what was said up to this day, included.")
PAGE = Param("page", "number", "Which page, from 1.", default=1, high=1_000_000)
PER_PAGE = Param("per_page", "number", "Items of a page.", default=50, high=200)
