"""simcord without limits of real time: how long a step takes is the machine's affair, and no test's.

simcord gives a bot five seconds of the wall clock to come to rest after each act, and looks for rest every 50 ms.
A busy machine needs more of the first, and this bot, which has no timers that matter there, less of the second.
"""

from __future__ import annotations

from typing import Any

import simcord

SECONDS = 300.0  # what hangs for ever is ended by it; what is slow is not
IDLE = 0.002

_settle = simcord.Env._settle_internal


async def _settle_patiently(self: simcord.Env, **options: Any) -> None:
    if options.get("timeout") is not None:
        options["timeout"] = max(options["timeout"], SECONDS)
    await _settle(self, **({"idle": IDLE} | options))


def install() -> None:
    """Make every world of this process patient; safe to call twice."""
    simcord.Env.__init__.__kwdefaults__["settle_timeout"] = SECONDS
    simcord.Env._settle_internal = _settle_patiently  # type: ignore[method-assign]
