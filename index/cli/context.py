"""What every command shares: the settings, the running of coroutines, and how an error is told."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import typer

from index.config import Config
from index.errors import Cancelled, ConfigError, OnRecordError, Unconfirmed
from index.progress import CancelToken

if TYPE_CHECKING:
    from index.archive import Archive

T = TypeVar("T")
BAD_INPUT, BAD_CONFIG, INTERRUPTED = 1, 2, 130


@dataclass(frozen=True, slots=True)
class CliContext:
    """`typer.Context.obj` of every command."""

    config: Config


def config_of(context: typer.Context) -> Config:
    """The settings that the root command loaded."""
    found = context.find_object(CliContext)
    if found is None:
        raise ConfigError("the command was started without its settings; run it as `onrecord`")
    return found.config


def say(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(message + "\n")


@contextlib.contextmanager
def told() -> Generator[None]:
    """Errors that are meant for people become one line on standard error and an exit code."""
    try:
        yield
    except Cancelled as error:
        say(f"onrecord: {error}")
        raise typer.Exit(INTERRUPTED) from None
    except ConfigError as error:
        say(f"onrecord: {error}")
        raise typer.Exit(BAD_CONFIG) from None
    except sqlite3.Error as error:
        from index.storage.database import store_error

        say(f"onrecord: {store_error(error)}")
        raise typer.Exit(BAD_INPUT) from None
    except OnRecordError as error:
        say(f"onrecord: {error}")
        raise typer.Exit(BAD_INPUT) from None
    except KeyboardInterrupt:
        say("onrecord: interrupted; nothing that was stored is lost")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away, as `head` does
        raise typer.Exit(0) from None


def with_archive(
    config: Config,
    work: Callable[[Archive], Awaitable[T]],
    *,
    warm: bool = False,
    create: bool = False,
    ask: bool = False,
) -> T:
    """Open the archive, run `work`, close it; errors are told. `warm`: a question follows, load the models at once.

    `create`: make the archive if it is new. A mistyped --home must not become one. `ask`: the caller asks the user
    where a yes is wanted, and gets Unconfirmed.
    """
    from index.archive import Archive

    async def run() -> T:
        async with Archive.open(config, warm=warm, create=create) as archive:
            return await work(archive)

    with told():
        try:
            return asyncio.run(run())
        except Unconfirmed as error:
            if not ask:
                raise
            unsure = error
    raise unsure


@contextlib.contextmanager
def interruptible() -> Generator[CancelToken]:
    """A token that the first Ctrl-C or SIGTERM sets, so that long work ends between two steps; a second one kills."""
    token = CancelToken()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def stop() -> None:
        say("stopping after this step; press Ctrl-C again to stop at once")
        token.cancel()
        for number in signals:
            loop.remove_signal_handler(number)

    for number in signals:
        loop.add_signal_handler(number, stop)
    try:
        yield token
    finally:
        for number in signals:
            loop.remove_signal_handler(number)
