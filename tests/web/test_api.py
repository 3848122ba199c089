"""The JSON API: what it promises in its own description, and the words of the command line's contract."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from index.model import Question
from index.telling.jsonform import answer_object
from tests.web.conftest import Client, Served
from web.api.calls import CALLS
from web.run import within

QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"
API = "/api/v1"


PATHS = sorted({call.path for call in CALLS})


@pytest.fixture(scope="module")
def described(served: Served) -> Iterator[dict[str, Any]]:
    """The calls as the API itself describes them, by path, asked at a port."""
    free = {"port": 0, "requests_per_minute": 1_000_000, "questions_per_minute": 1_000_000}
    config = served.archive.config.model_copy(update={"web": served.archive.config.web.model_copy(update=free)})
    serving = within(config, served.archive)
    address = served.wait(serving.__aenter__())
    schema = schemathesis.openapi.from_url(f"{address}{API}/openapi.json")
    yield {operation.ok().path: operation.ok() for operation in schema.get_all_operations()}
    served.wait(serving.__aexit__(None, None, None))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("path", PATHS)
def test_every_call_keeps_what_its_description_says(described: dict[str, Any], path: str, mode: GenerationMode) -> None:
    operation = described[path.replace(":path", "")]
    if mode is GenerationMode.NEGATIVE and not operation.query:
        pytest.skip("takes no parameters that could be wrong")

    @given(case=operation.as_strategy(mode))
    @settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def keeps(case: Any) -> None:
        case.call_and_validate(timeout=180)

    keeps()


def get(client: Client, path: str, **params: Any) -> Any:
    response = client.get(API + path, params=params)
    assert response.status_code == 200, response.text
    return response.json()


def test_ask_gives_the_answer_of_the_command_line(client: Client, served: Served) -> None:
    answered = get(client, "/ask", question=QUESTION, asked_on="2022-12-31", limit=3)
    question = Question(text=QUESTION, asked_on=dt.date(2022, 12, 31), limit=3)
    expected = answer_object(served.wait(served.archive.ask(question)))
    for answer in (answered, expected):
        answer.pop("timings_ms")
    assert answered == json.loads(json.dumps(expected))


def test_pages_together_are_the_whole_list(client: Client) -> None:
    for path in ("/statements", "/speakers", "/sources", "/articles"):
        whole = get(client, path, per_page=200)
        parts = [get(client, path, per_page=7, page=n)["items"] for n in range(1, -(-whole["total"] // 7) + 1)]
        assert [item for part in parts for item in part] == whole["items"] and len(whole["items"]) == whole["total"]
        assert get(client, path, page=1_000_000)["items"] == []


def test_statements_are_verbatim_and_found_again_by_their_ids(client: Client) -> None:
    for item in get(client, "/statements", speaker="Thorne-Abara")["items"]:
        one = get(client, f"/statements/{item['statement_id']}")
        text = get(client, f"/articles/{item['article']['article_id']}")["text"]
        assert one["text"] == item["text"] == text[item["start"] : item["end"]]
        assert one["speaker"] == "Casper Thorne-Abara"


def test_an_article_names_its_statements_as_the_list_does(client: Client) -> None:
    listed = get(client, "/statements", source="Norvania Today", per_page=200)["items"]
    for item in get(client, "/articles", source="Norvania Today")["items"]:
        own = {s["statement_id"] for s in get(client, f"/articles/{item['article_id']}")["statements"] if s["speaker"]}
        assert {s["statement_id"] for s in listed if s["article"]["article_id"] == item["article_id"]} <= own


def test_a_timeline_and_a_profile(client: Client) -> None:
    timeline = get(client, "/timeline", speaker="Lindqvar", until="2022-06-30")
    assert timeline["speaker"] == "Tomas Lindqvar" and timeline["items"] and timeline["items"][0]["also_in"]
    assert sum(month["statements"] for month in timeline["months"]) == len(timeline["items"])
    profile = get(client, "/speakers/Lindqvar")
    assert profile["name"] == "Tomas Lindqvar" and profile["topics"] and profile["roles"]


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/ask", 400, "question"),
        ("/ask?question=%20", 400, "question"),
        ("/ask?question=x&since=2022-02-30", 400, "since"),
        ("/ask?question=x&since=2023-01-01&until=2022-01-01", 409, "swap"),
        ("/ask?question=x&limit=101", 400, "limit"),
        ("/ask?question=x&limit=ten", 400, "limit"),
        ("/ask?question=x&colour=red", 400, "allowed: question"),
        ("/statements?page=1&page=2", 400, "more than once"),
        ("/statements/aaaaaaaaaaaaaaaaaaaaa", 404, "never held"),
        ("/speakers/Nobody%20Atall", 404, "Nobody"),
        ("/articles/none", 404, "none"),
        ("/nothing", 404, "no such page"),
    ],
)
def test_a_problem_says_what_is_wrong(client: Client, path: str, status: int, word: str) -> None:
    response = client.get(API + path)
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert response.status_code == problem["status"] == status and word in problem["detail"]


def test_an_answer_is_kept_as_long_as_its_generation_serves(client: Client, served: Served) -> None:
    path = f"{API}/statements?speaker=Kehl"
    tag = client.get(path).headers["etag"]
    assert f'"{served.archive.generation()}-' in tag
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{API}/statements?spaeker=Kehl", headers={"If-None-Match": tag}).status_code == 400


def test_problems_of_the_guard_are_told_in_the_same_form(served: Served) -> None:
    client = served.client(public=False, token="t")
    for response in (client.get(f"{API}/status"), client.post(f"{API}/ask")):
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["status"] == response.status_code
    assert client.get(f"{API}/status", headers={"Authorization": "Bearer t"}).status_code == 200
