"""The reading room as a process, and beside the bot in its process: sockets, signals, orderly ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

from index import Archive, Config
from index.errors import InputError
from web.app import TOKEN, build_app
from web.guard import is_loopback

Say = Callable[[str], None]
_PATIENCE = 5  # seconds that a request in work is given at the end


async def serve(config: Config, say: Say) -> None:
    """Open the archive and serve it until SIGINT or SIGTERM. Raises InputError where the port is taken."""
    with listening(config) as sock:
        async with Archive.open(config, warm=True, create=False) as archive:
            log_to_stderr(config)
            served = at_port(config, sock)
            announce(served, say)
            await server(build_app(served, archive), served).serve([sock])


@asynccontextmanager
async def within(config: Config, archive: Archive) -> AsyncGenerator[str]:
    """Serve an open archive in this process as long as the context lasts; the address. Raises InputError."""
    with listening(config) as sock:
        served = at_port(config, sock)
        running = server(build_app(served, archive), served)
        task = asyncio.create_task(_without_signals(running, sock), name="web")
        try:
            yield address_of(served)
        finally:
            running.should_exit = True
            await asyncio.wait([task], timeout=_PATIENCE + 1)


async def _without_signals(running: uvicorn.Server, sock: socket.socket) -> None:
    running.capture_signals = contextlib.nullcontext  # type: ignore[method-assign,assignment] - the process has its own
    await running.serve([sock])


def server(app: ASGIApp, config: Config) -> uvicorn.Server:
    """uvicorn without its logs of addresses, which hold questions."""
    web = config.web
    return uvicorn.Server(
        uvicorn.Config(
            app,
            lifespan="auto",
            ws="none",
            access_log=False,
            log_config=None,
            server_header=False,
            date_header=True,
            proxy_headers=bool(web.proxies),
            forwarded_allow_ips=list(web.proxies),
            timeout_graceful_shutdown=_PATIENCE,
        )
    )


@contextlib.contextmanager
def listening(config: Config) -> Generator[socket.socket]:
    """The socket. Raises InputError."""
    web = config.web
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    try:
        sock = socket.create_server((web.host, web.port), family=family, backlog=2048)
    except OSError as error:
        raise InputError(
            f"{web.host}:{web.port} cannot be listened on ({error.strerror or error}); choose another with --port"
        ) from None
    with sock:
        yield sock


def at_port(config: Config, sock: socket.socket) -> Config:
    """The settings with the port that the system chose, where any was asked for."""
    web = config.web.model_copy(update={"port": int(sock.getsockname()[1])})
    return config.model_copy(update={"web": web})


def address_of(config: Config) -> str:
    """Where this process listens."""
    host = f"[{config.web.host}]" if ":" in config.web.host else config.web.host
    return f"http://{host}:{config.web.port}"


def announce(config: Config, say: Say, path: str = "/") -> None:
    """Where it is served, and a word of warning where all the world may read."""
    web = config.web
    say(f"serving {address_of(config)}{path} (stop with Ctrl-C)")
    if not is_loopback(web.host) and web.public:
        shown = "these outlets of it: " + ", ".join(web.sources) if web.sources else "all of it"
        say(f"whoever reaches {web.host} can read {shown}; web.public = false asks for {TOKEN}")


def log_to_stderr(config: Config) -> None:
    """One plain line an event; addresses and questions are in none."""
    level = getattr(logging, config.log.level.upper())
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.WARNING))
    logging.getLogger("onrecord").setLevel(level)
