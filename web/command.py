"""The verbs `serve` and `mcp`, found through the entry-point group `onrecord.commands`.

Starlette, the SDK and the models are imported only when a verb runs.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Generator
from typing import Annotated

import typer

from index.cli.plugin import Home, config_of, say, told, use_home
from index.config import Config
from index.errors import ConfigError

Host = Annotated[str | None, typer.Option("--host", help="Address to listen on; default web.host.")]
Port = Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Port; default web.port; 0: any free one.")]
Http = Annotated[bool, typer.Option("--http", help="Over HTTP at /mcp instead of standard input and output.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("serve")(serve)
    app.command("mcp")(mcp)


def serve(context: typer.Context, host: Host = None, port: Port = None, home: Home = None) -> None:
    """Serve the archive to browsers and programs: pages, feeds, and JSON under /api/v1.

    Example: onrecord serve --port 8080
    """
    use_home(context, home)
    with told():
        config = _listening(config_of(context), host, port)
        with _extra("web"):
            from web import run as process
        asyncio.run(process.serve(config, say))


def mcp(context: typer.Context, http: Http = False, host: Host = None, port: Port = None, home: Home = None) -> None:
    """Give assistants the archive as tools (Model Context Protocol): ask, timeline, statement, speakers.

    Example: onrecord mcp --home archive
    """
    use_home(context, home)
    with told():
        if (host is not None or port is not None) and not http:
            raise ConfigError("--host and --port belong to --http; add it or leave them out")
        config = _listening(config_of(context), host, port)
        with _extra("mcp"):
            from web import tools
        asyncio.run(tools.over_http(config, say) if http else tools.over_stdio(config))


def _listening(config: Config, host: str | None, port: int | None) -> Config:
    given = {"host": host, "port": port}
    web = config.web.model_copy(update={name: value for name, value in given.items() if value is not None})
    return config.model_copy(update={"web": web})


@contextlib.contextmanager
def _extra(name: str) -> Generator[None]:
    """A missing package of an extra told as what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("web", "index"):
            raise
        raise ConfigError(f"this needs an extra: pip install 'onrecord[{name}]'") from None
