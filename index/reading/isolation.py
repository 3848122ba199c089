"""Documents of strangers are read in a process of its own, with limits of memory and time.

Run as a module it is that process: it takes requests from standard input and writes what it read to standard output
(index/child.py), as JSON; a document's bytes follow the request. It opens no file and no connection.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import IO, Any

from index.child import Child, answer, bounded, received
from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format

SECONDS = 60.0  # for one document
MEMORY = 3_000_000_000  # bytes of address space, libraries included
_DOCUMENTS = 400  # after which the process is replaced: parsers keep what they once took
_LARGEST = 400_000_000  # bytes of an answer


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
        self._child = Child("index.reading.isolation", largest=_LARGEST)
        self._read = 0

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._child.close()
        self._read = 0

    def read(self, form: Format, document: Document) -> Iterator[Draft | Problem]:
        """The drafts and problems of a document; a process that dies or takes too long is a problem."""
        document.stream.seek(0)
        data = document.stream.read()
        if self._read >= _DOCUMENTS or not self._child.runs:
            self._read = 0
            self._child.start()
        self._read += 1
        request = {
            "format": form.name, "name": document.name, "url": document.url, "mapping": dict(document.mapping),
            "size": len(data),
        }  # fmt: skip
        try:
            items = json.loads(self._child.ask(json.dumps(request).encode(), self._seconds, attached=data))
        except TimeoutError:
            self.close()
            yield document.problem(f"took longer than {self._seconds:.0f} seconds to read; split it or convert it")
            return
        except (OSError, EOFError, ValueError):
            self.close()
            yield document.problem("ended the program that read it, as damaged and hostile files do; it is refused")
            return
        for item in items:
            yield _draft(item["draft"]) if "draft" in item else Problem(**item["problem"])


def _draft(values: dict[str, Any]) -> Draft:
    anchors = tuple((int(offset), str(name)) for offset, name in values.pop("anchors"))
    return Draft(removed=tuple(values.pop("removed")), anchors=anchors, **values)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Read documents until there are no more requests."""
    from index.reading.registry import FORMATS, LISTING

    forms = {form.name: form for form in (*FORMATS, LISTING)}
    while message := received(requests):
        request = json.loads(message)
        document = Document(
            request["name"], io.BytesIO(requests.read(request["size"])), request["mapping"], url=request["url"]
        )
        items = [
            _as_json(item) for item in guarded(forms[request["format"]], document) if not isinstance(item, Document)
        ]
        answer(answers, json.dumps(items).encode())


def _as_json(item: Draft | Problem) -> dict[str, object]:
    if isinstance(item, Problem):
        return {"problem": asdict(item)}
    values = {name: getattr(item, name) for name in Draft.__slots__}
    return {"draft": {**values, "fields": {name: _plain(value) for name, value in item.fields.items()}}}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, (str, int, float, list)) else str(value)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    serve(*bounded(MEMORY, writes=False))
