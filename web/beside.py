"""The pages within the bot's process, found through the entry-point group `onrecord.beside`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from index import Archive, Config
from index.errors import ConfigError


@asynccontextmanager
async def beside(config: Config, archive: Archive) -> AsyncGenerator[None]:
    """Serve another process's open archive as long as the context lasts, where `web.with_bot` is set.

    The two faces then share one queue, in turn. Raises ConfigError without the extra, InputError where the port is
    taken.
    """
    if not config.web.with_bot:
        yield
        return
    try:
        from web.run import within
    except ModuleNotFoundError:
        raise ConfigError("web.with_bot needs an extra: pip install 'onrecord[web]'") from None
    async with within(config, archive):
        yield
