"""What another package needs to add verbs through the entry-point group `onrecord.commands`, and all that it may use.

Its `register(app)` is called with the Typer app. `Home` and `use_home` let `--home` stand behind the verb, `config_of`
gives the settings that the root command loaded, `told` makes an error one line and an exit code, `say` writes a line.
"""

from __future__ import annotations

from index.cli.context import config_of, say, told
from index.cli.options import Home, use_home

__all__ = ["Home", "config_of", "say", "told", "use_home"]
