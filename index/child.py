"""A process of one's own that may be ended: what takes too long, too much memory, or dies, takes nothing with it.

Parent and child speak through the child's standard input and output: each message is a length in eight bytes and as
many bytes. What a library prints in the child goes to standard error, which nobody reads.
"""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

_LENGTH = struct.Struct(">Q")


class Child:
    """The process of a module, started when it is first needed; `close` ends it."""

    def __init__(self, module: str, *, largest: int = sys.maxsize) -> None:
        """`largest`: bytes of an answer; a child that promises more is taken for broken."""
        self._module = module
        self._largest = largest
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Of the process; None: it was not started."""
        return None if self._process is None else self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it anew."""
        self.close()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
        self._process = subprocess.Popen(  # noqa: S603 - this very program, and a module of ours
            [sys.executable, "-P", "-m", self._module],  # -P: not what is called so in the current folder
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            process_group=0 if os.name == "posix" else None,  # a Ctrl-C is for the parent, which ends in order
        )  # fmt: skip

    def ask(self, message: bytes, seconds: float, *, attached: bytes = b"") -> bytes:
        """Its answer to a message, behind which `attached` follows without a length.

        Raises TimeoutError after `seconds`, EOFError where it died or speaks nonsense, OSError where its pipes broke;
        after any of them it is to be closed.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        said, heard = process.stdin, process.stdout
        got: list[bytes | Exception] = []

        def exchange() -> None:
            try:
                said.write(_LENGTH.pack(len(message)) + message)
                said.write(attached)
                said.flush()
                size = _LENGTH.unpack(_read(heard, _LENGTH.size))[0]
                if size > self._largest:
                    raise EOFError
                got.append(_read(heard, size))
            except Exception as error:  # raised again where somebody waits for it
                got.append(error)

        # A thread, since no system but Unix can wait for a pipe and a clock at once; killing the child ends it.
        waiting = threading.Thread(target=exchange, daemon=True)
        waiting.start()
        waiting.join(max(0.0, seconds))
        if not got:
            raise TimeoutError
        if isinstance(got[0], Exception):
            raise got[0]
        return got[0]

    def close(self) -> None:
        """End it, where it runs."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # what was not sent any more
                        pipe.close()


def bounded(memory: int, *, writes: bool = True) -> tuple[IO[bytes], IO[bytes]]:
    """In the child, first of all: set its limits; where requests come from, and where answers go.

    `memory`: bytes of address space, libraries included; `writes`: whether it may write files.
    """
    try:
        import resource
    except ImportError:  # not on every system; the time is limited everywhere
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not writes:
            sys.dont_write_bytecode = True
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def received(requests: IO[bytes]) -> bytes | None:
    """In the child: the next message; None: there are no more."""
    header = requests.read(_LENGTH.size)
    return requests.read(_LENGTH.unpack(header)[0]) if header else None


def answer(answers: IO[bytes], message: bytes) -> None:
    """In the child: answer the message received last."""
    answers.write(_LENGTH.pack(len(message)) + message)
    answers.flush()


def _read(pipe: IO[bytes], size: int) -> bytes:
    found = pipe.read(size)
    if len(found) < size:
        raise EOFError
    return found
