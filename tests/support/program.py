"""`onrecord WORDS …` as a user gives it: within this process, which has the models already, or as one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from index.cli import run

_OURS = frozenset({"ONRECORD_HOME", "ONRECORD_CONFIG", "DISCORD_TOKEN"})
Done = subprocess.CompletedProcess[str]


def environment(more: dict[str, str]) -> dict[str, str]:
    """That of this process without what would change the program's settings, as wide as a hundred columns."""
    return {**{k: v for k, v in os.environ.items() if k not in _OURS}, "COLUMNS": "100", **more}


def onrecord(*words: str | Path, stdin: str = "", **environ: str) -> Done:
    """What the command line prints and how it ends, without a new process; from the main thread, on no event loop."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace") for _ in range(2))
    typed = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogatepass")), encoding="utf-8")
    code: int | str | None = 0
    with (
        mock.patch.dict(os.environ, environment(environ), clear=True),
        mock.patch.object(sys, "argv", ["onrecord", *map(str, words)]),
        mock.patch.object(sys, "stdin", typed),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            run()
        except SystemExit as ended:
            code = ended.code
        except Exception:
            code = 1
            traceback.print_exc()
    texts = [_text(stream) for stream in (out, err)]
    return Done(words, code if isinstance(code, int) else int(code is not None), *texts)


def in_its_own_process(*words: str | Path, stdin: str = "", **environ: str) -> Done:
    """The same by `python -m index.cli`."""
    return subprocess.run(
        [sys.executable, "-m", "index.cli", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(environ),
        timeout=300,
        check=False,
    )


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")
