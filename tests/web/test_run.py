"""The reading room as a process: it says where it is, ends when it is told to, and shares an open archive."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from index import Archive, Config
from index.errors import InputError
from tests.web.conftest import Served
from web.beside import beside
from web.run import listening, within

ROOT = Path(__file__).parents[2]
QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"


def start(served: Served, *options: str) -> subprocess.Popen[str]:
    program = "from index.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "--home", str(served.home), "serve", *options],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_verb_serves_until_it_is_told_to_end(served: Served) -> None:
    process = start(served, "--port", "0")
    assert process.stderr is not None
    try:
        told = process.stderr.readline()
        address = told.removeprefix("serving ").partition("/ (stop with Ctrl-C)")[0]
        assert address.startswith("http://127.0.0.1:")
        assert httpx2.get(f"{address}/healthz", timeout=180).text == "ok\n"
        page = httpx2.get(f"{address}/", timeout=180, params={"q": "a secretword about the harbour wall"})
        assert page.status_code == 200 and "server" not in page.headers
        assert httpx2.post(f"{address}/", content=b"x", timeout=180).status_code == 405
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=180)
        assert process.returncode in (0, -signal.SIGTERM) and "secretword" not in rest and "Traceback" not in rest
    finally:
        process.kill()


def test_a_port_that_is_taken_is_told_in_one_sentence(served: Served) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        process = start(served, "--port", port)
        _, told = process.communicate(timeout=180)
    assert process.returncode == 1 and told.count("\n") == 1
    assert f"127.0.0.1:{port} cannot be listened on" in told and "--port" in told
    with pytest.raises(InputError), listening(Config.model_validate({"web": {"host": "256.0.0.1"}})):
        pass


async def test_it_serves_an_archive_that_another_face_holds_open(served: Served) -> None:
    async with Archive.open(Config(home=served.home)) as archive:
        config = archive.config.model_copy(update={"web": archive.config.web.model_copy(update={"port": 0})})
        async with within(config, archive) as address, httpx2.AsyncClient(base_url=address, timeout=180) as client:
            assert "Ilse Brandt-Okoye" in (await client.get("/", params={"q": QUESTION})).text
            assert (await archive.ask(QUESTION)).answered
        async with beside(archive.config, archive):  # off unless it is set
            pass


async def test_where_the_pages_are_public_every_answer_leads_to_them(served: Served) -> None:
    web = {"public_url": "https://record.example/", "sources": ["The Halden Courier"]}
    async with Archive.open(Config.model_validate({"home": served.home, "web": web})) as archive:
        hits = (await archive.ask(QUESTION)).hits
        assert hits[0].link == f"https://record.example/s/{hits[0].statement_id}"
        other = (await archive.ask("What did Jorun Velde say about old ships and good will?")).hits
        assert other and all(hit.link is None for hit in other if hit.article.source != "The Halden Courier")
    async with Archive.open(Config(home=served.home)) as archive:
        assert all(hit.link is None for hit in (await archive.ask(QUESTION)).hits)
