"""A group of verbs of which one may be left out: `onrecord feeds` is `onrecord feeds list`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer.core import TyperGroup


def group(default: str, about: str, verbs: Mapping[str, Callable[..., None]]) -> typer.Typer:
    """The verbs as a group; where the first word names none, the verb `default` is meant."""

    class WithDefault(TyperGroup):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h")):
                args = [default, *args]
            return super().parse_args(ctx, args)

    made = typer.Typer(cls=WithDefault, no_args_is_help=False, help=about)
    for name, verb in verbs.items():
        made.command(name)(verb)
    return made
