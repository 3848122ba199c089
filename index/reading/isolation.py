"""Documents of strangers are read in a process of its own, with limits of memory and time.

Run as a module it is that process: it takes requests from standard input and writes what it read to standard output,
each as a length in eight bytes and JSON (a document's bytes follow the request). It opens no file and no connection.
"""

from __future__ import annotations

import io
import json
import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format

SECONDS = 60.0  # for one document
MEMORY = 3_000_000_000  # bytes of address space, libraries included
_DOCUMENTS = 400  # after which the process is replaced: parsers keep what they once took
_LENGTH = struct.Struct(">Q")
_LARGEST = 400_000_000


def guarded(form: Format, document: Document) -> Iterator[Draft | Problem | Document]:
    """What a format reads; whatever goes wrong in its library is a problem, told in a sentence."""
    try:
        yield from form.read(document)
    except InputError as error:
        yield document.problem(str(error))
    except MemoryError:
        yield document.problem("needs more memory than a document may take; split it")
    except RecursionError:
        yield document.problem("is nested too deeply, as hostile files are; it is refused")
    except Exception as error:  # a parser's own mistakes about a damaged file
        what = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        yield document.problem(f"is damaged, or no {form.name} that can be read ({what}); save it again")


class Reader:
    """The process, started with the first document; a context manager ends it."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process, self._read = self._process, None, 0
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def read(self, form: Format, document: Document) -> Iterator[Draft | Problem]:
        """The drafts and problems of a document; a process that dies or takes too long is a problem."""
        document.stream.seek(0)
        data = document.stream.read()
        if self._read >= _DOCUMENTS:
            self.close()
        self._read += 1
        request = {
            "format": form.name, "name": document.name, "url": document.url, "mapping": dict(document.mapping),
            "size": len(data),
        }  # fmt: skip
        try:
            answer = self._ask(json.dumps(request).encode(), data)
        except TimeoutError:
            self.close()
            yield document.problem(f"took longer than {self._seconds:.0f} seconds to read; split it or convert it")
            return
        except (OSError, EOFError, ValueError):
            self.close()
            yield document.problem("ended the program that read it, as damaged and hostile files do; it is refused")
            return
        for item in answer:
            yield _draft(item["draft"]) if "draft" in item else Problem(**item["problem"])

    def _ask(self, request: bytes, data: bytes) -> list[dict[str, Any]]:
        process = self._process if self._process is not None and self._process.poll() is None else self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        until = time.monotonic() + self._seconds
        write_all(process.stdin.fileno(), _LENGTH.pack(len(request)) + request + data, until)
        size = _LENGTH.unpack(read_exactly(process.stdout.fileno(), _LENGTH.size, until))[0]
        if size > _LARGEST:
            raise EOFError
        return json.loads(read_exactly(process.stdout.fileno(), size, until))

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "index.reading.isolation"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        return self._process


def write_all(pipe: int, data: bytes, until: float) -> None:
    view = memoryview(data)
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_WRITE)
        while view:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            view = view[os.write(pipe, view[:1_000_000]) :]


def read_exactly(pipe: int, size: int, until: float) -> bytes:
    found = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(found) < size:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            chunk = os.read(pipe, min(1_000_000, size - len(found)))
            if not chunk:
                raise EOFError
            found += chunk
    return bytes(found)


def _draft(values: dict[str, Any]) -> Draft:
    anchors = tuple((int(offset), str(name)) for offset, name in values.pop("anchors"))
    return Draft(removed=tuple(values.pop("removed")), anchors=anchors, **values)


def _limit() -> None:
    """No more memory than given, no file written, few files open."""
    try:
        import resource
    except ImportError:  # not on every system; the time is limited everywhere
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Read documents until there are no more requests."""
    from index.reading.registry import FORMATS, LISTING

    forms = {form.name: form for form in (*FORMATS, LISTING)}
    while header := requests.read(_LENGTH.size):
        request = json.loads(requests.read(_LENGTH.unpack(header)[0]))
        document = Document(
            request["name"], io.BytesIO(requests.read(request["size"])), request["mapping"], url=request["url"]
        )
        items = [
            _as_json(item) for item in guarded(forms[request["format"]], document) if not isinstance(item, Document)
        ]
        answer = json.dumps(items).encode()
        answers.write(_LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _as_json(item: Draft | Problem) -> dict[str, object]:
    if isinstance(item, Problem):
        return {"problem": asdict(item)}
    values = {name: getattr(item, name) for name in Draft.__slots__}
    return {"draft": {**values, "fields": {name: _plain(value) for name, value in item.fields.items()}}}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, (str, int, float, list)) else str(value)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    _limit()
    answers_to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes nowhere
    serve(sys.stdin.buffer, answers_to)
