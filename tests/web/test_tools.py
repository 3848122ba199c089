"""The tools as an assistant's program uses them: by a real client, over standard input and output and over HTTP."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from tests.web.conftest import HOST, Served
from web.tools import NOTICE, build_tools_app

ROOT = Path(__file__).parents[2]
QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None and result.structured_content["notice"] == NOTICE
    return result.structured_content


async def test_an_assistant_quotes_over_standard_input_and_output(served: Served) -> None:
    program = "from index.cli import main; main()"
    server = StdioServerParameters(
        command=sys.executable,
        args=["-c", program, "--home", str(served.home), "mcp"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
    )
    async with Client(server) as client:
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == {"ask", "timeline", "statement", "speakers"}
        assert all(tool.description and tool.annotations and tool.annotations.read_only_hint for tool in tools)
        answer = await call(client, "ask", question=QUESTION)
        first = answer["passages"][0]
        article = served.wait(served.archive.article(first["article_id"])).article
        assert answer["answered"] and first["speaker"] == "Ilse Brandt-Okoye"
        assert article.text[first["start"] : first["end"]] == first["text"]
        assert article.text[first["quote_start"] : first["quote_end"]] == first["quote"]
        one = await call(client, "statement", id=first["link"])
        around = one["around"]
        assert one["statement"]["statement_id"] == first["statement_id"]
        assert (
            article.text[around["start"] : around["end"]] == around["text"]
            and one["statement"]["text"] in around["text"]
        )
        no = await call(client, "ask", question="what did Jorun Velde say about submarines?")
        assert not no["answered"] and "No statement by Jorun Velde" in no["why_not"] and "passages" not in no
        said = await call(client, "timeline", speaker="Lindqvar", until="2022-06-30")
        assert said["speaker"] == "Tomas Lindqvar" and len(said["statements"]) == 3
        found = await call(client, "speakers", search="prime minister")
        assert found["speakers"][0]["name"] == "Tomas Lindqvar"
        for tool, arguments, word in (
            ("statement", {"id": "a" * 21}, "never held"),
            ("timeline", {"speaker": "Nobody Atall"}, "nobody"),
            ("ask", {"question": "x", "since": "soon"}, "is no date"),
        ):
            failed = await client.call_tool(tool, arguments)
            assert failed.is_error and word in str(failed.content[0])


async def test_over_http_the_guard_stands_before_the_tools(served: Served) -> None:
    config = served.archive.config.model_copy(
        update={"web": served.archive.config.web.model_copy(update={"sources": ("Norvania Today",)})}
    )
    app = build_tools_app(config, served.archive, token="secret")

    def http(**headers: str) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=HOST, headers=headers)

    async with app.router.lifespan_context(app):
        async with Client(streamable_http_client(f"{HOST}/mcp", http_client=http())) as client:
            shown = await call(client, "ask", question=QUESTION)
            passages = shown.get("passages", []) + shown.get("nearest_passages", [])
            assert {passage["source"] for passage in passages} <= {"Norvania Today"}
        trusted = http(Authorization="Bearer secret")
        async with Client(streamable_http_client(f"{HOST}/mcp", http_client=trusted)) as client:
            assert (await call(client, "ask", question=QUESTION))["passages"][0]["source"] == "The Halden Courier"
        async with http(Host="evil.example") as stranger:
            assert (await stranger.post("/mcp", json={})).status_code == 421
            assert (await stranger.put("/mcp", json={})).status_code == 405


@pytest.mark.parametrize("verb", ["serve", "mcp"])
def test_help_of_the_verbs_says_what_they_are(verb: str) -> None:
    from importlib.metadata import entry_points

    from typer.testing import CliRunner

    from index.cli.app import build_app

    result = CliRunner().invoke(build_app(entry_points(group="onrecord.commands")), [verb, "--help"])
    assert result.exit_code == 0 and "Example: onrecord" in result.output
