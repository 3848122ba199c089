"""Structured logs on standard error, of this project and of discord.py alike, without the token."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

from index.config import Log

# Three dot-separated parts, the first the application's id in base64: any bot's token, not only ours.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}")
HIDDEN = "[token]"


class Redact:
    """The last processor: takes tokens out of the finished line, tracebacks included."""

    def __init__(self, secret: str = "") -> None:
        self._secret = secret

    def __call__(self, logger: Any, name: str, event: Any) -> str:
        """The line without `secret` and without anything of a token's shape."""
        return _TOKEN.sub(HIDDEN, str(event).replace(self._secret, HIDDEN) if self._secret else str(event))


def configure(settings: Log, secret: str = "") -> None:
    """Send structlog and the standard library's logging through one formatter.

    `settings.format` "auto" draws for people on a terminal and JSON elsewhere.
    """
    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
    ]
    drawn: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if as_json
        else [_console()]
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *drawn, Redact(secret)],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    level = getattr(logging, settings.level.upper())
    root.setLevel(max(level, logging.INFO))
    logging.getLogger("onrecord").setLevel(level)


def _console() -> structlog.dev.ConsoleRenderer:
    # Tracebacks without local variables: those hold what users asked.
    plain = structlog.dev.plain_traceback
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)
