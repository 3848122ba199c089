"""Who may read, how fast, and what a page may do in a browser."""

from __future__ import annotations

import base64
import logging

import pytest

from tests.web.conftest import Client, Served

TOKEN = "a long secret of the newsroom"
ASK = "/?q=what+did+Rasmus+Kehl+say+about+gas"


def basic(password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"reader:{password}".encode()).decode()}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_is_written_by_http(client: Client, method: str) -> None:
    for path in ("/", "/s/abc", "/status"):
        response = client.request(method, path, content=b"x")
        assert response.status_code == 405 and response.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/", "/static/style.css", "/none", "/feed/speaker/Kehl"])
def test_every_answer_carries_the_strict_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_what_is_not_public_asks_for_the_token(served: Served) -> None:
    client = served.client(token=TOKEN, public=False)
    for headers in ({}, basic("wrong"), {"Authorization": "Bearer"}, {"Authorization": "Basic %%%"}):
        response = client.get("/speakers", headers=headers)
        assert response.status_code == 401 and response.headers["www-authenticate"].startswith("Basic")
        assert "Kehl" not in response.text
    for headers in (basic(TOKEN), {"Authorization": f"Bearer {TOKEN}"}):
        assert "Kehl" in client.get("/speakers", headers=headers).text
    assert client.get("/healthz").text == "ok\n"


def test_without_a_token_set_no_token_is_right(served: Served) -> None:
    client = served.client(token="", public=False)
    assert client.get("/speakers", headers=basic("")).status_code == 401
    assert client.get("/speakers", headers={"Authorization": "Bearer "}).status_code == 401


def test_outlets_that_are_not_shown_are_as_if_they_were_not_there(served: Served) -> None:
    client = served.client(token=TOKEN, sources=["Norvania Today"])
    hidden = served.wait(served.archive.statements(source="The Halden Courier", limit=1)).entries[0]
    paths = [f"/s/{hidden.id}", f"/s/{hidden.id}/cite.bib", f"/article/{hidden.article.id}"]
    for name in ("/source/The%20Halden%20Courier", "/speaker/Wilhelmina%20Frost"):
        paths += [name, f"/feed{name}"]
    for path in paths:
        assert client.get(path).status_code == 404, path
        assert client.get(path, headers=basic(TOKEN)).status_code == 200, path
    for path in (
        "/",
        "/sources",
        "/speakers",
        "/?q=harbour+wall",
        "/feed/ask?q=harbour+wall",
        "/compare?a=Frost&b=Quill",
    ):
        page = client.get(path).text
        assert "Halden Courier" not in page and "Frost (" not in page, path
    assert client.get("/").headers["etag"] != client.get("/", headers=basic(TOKEN)).headers["etag"]


def test_a_page_elsewhere_cannot_read_a_private_archive_under_its_own_name(served: Served) -> None:
    client = served.client(public_url="https://record.example")
    for host in ("evil.example", "127.0.0.1.evil.example", "record.example.evil", ""):
        assert client.get("/", headers={"Host": host}).status_code == 421
    for host in ("127.0.0.1:8765", "localhost", "record.example", "[::1]:8765"):
        assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_crowd_from_one_address_is_slowed_and_others_are_not(served: Served) -> None:
    app = served.client(questions_per_minute=2, requests_per_minute=5).app
    one, other = (Client(served, app, a, "http://127.0.0.1") for a in ("10.0.0.1", "10.0.0.2"))
    assert [one.get(ASK).status_code for _ in range(3)] == [200, 200, 429]
    refused = one.get(ASK)
    assert int(refused.headers["retry-after"]) >= 1 and "at once" in refused.text
    assert [one.get("/speakers").status_code for _ in range(3)] == [200, 429, 429]
    assert other.get(ASK).status_code == 200
    assert one.get("/static/style.css").status_code == 200


def test_a_log_holds_nothing_of_what_was_asked(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    client = served.client(log_requests=True)
    with caplog.at_level(logging.DEBUG, logger="onrecord"):
        client.get("/?q=secretword+about+Kehl")
        client.get("/speaker/Secretword")
        client.get("/feed/ask?q=secretword")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("onrecord", "uvicorn"))]
    assert len(ours) == 3 and "secretword" not in "\n".join(ours).lower()
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="onrecord"):
        served.client().get("/?q=secretword")
    assert not [record for record in caplog.records if record.name.startswith("onrecord.web")]


def test_who_would_wait_too_long_is_told_to_come_back(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served.archive, "expected_wait", lambda: 75.5)
    client = served.client()
    for path in (ASK, "/feed/ask?q=gas", "/api/v1/ask?question=gas"):
        response = client.get(path)
        assert response.status_code == 503 and response.headers["retry-after"] == "47"
    assert client.get("/speakers").status_code == 200
