"""`onrecord feeds` and `onrecord sync` as a user types them; nothing here reaches a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from index import Config, SyncArchive
from index.cli.app import build_app

URL = "https://courier.example/feed"


class Terminal:
    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str, code: int = 0) -> Result:
        result = CliRunner().invoke(build_app(), ["--home", str(self.home), *words], env={"COLUMNS": "200"})
        assert result.exit_code == code, result.output
        return result


@pytest.fixture
def onrecord(tmp_path: Path) -> Terminal:
    return Terminal(made(tmp_path / "archive"))


def made(home: Path) -> Path:
    """An empty archive."""
    with SyncArchive(Config(home=home)):
        return home


def listed(onrecord: Terminal) -> list[dict[str, object]]:
    return json.loads(onrecord("feeds", "--json").stdout)


def test_feeds_are_added_listed_shown_in_the_status_and_removed(onrecord: Terminal) -> None:
    assert "no feed is followed" in onrecord("feeds").stdout
    onrecord("feeds", "add", URL, "--source", "The Halden Courier", "--minutes", "15", "--full-text", "page")
    (feed,) = listed(onrecord)
    assert (feed["url"], feed["source"], feed["minutes"], feed["full_text"]) == (URL, "The Halden Courier", 15, "page")
    assert "The Halden Courier" in onrecord("feeds", "list").stdout
    status = onrecord("status", "--json").stdout
    assert json.loads(status)["feeds"][0]["url"] == URL and "1, none failing" in onrecord("status").stdout
    onrecord("feeds", "remove", URL)
    assert listed(onrecord) == []


def test_what_cannot_be_followed_is_one_sentence(onrecord: Terminal) -> None:
    assert "no address of the web" in onrecord("feeds", "add", "courier.example", code=1).stderr
    assert "neither auto" in onrecord("feeds", "add", URL, "--full-text", "all", code=1).stderr
    assert "no feed has the address" in onrecord("feeds", "remove", URL, code=1).stderr
    told = onrecord("feeds", "test", "http://127.0.0.1:9/feed", code=1).stderr
    assert told == "onrecord: http://127.0.0.1:9/feed: lies in a private network; only the open web is read\n"


def test_lists_come_and_go_as_opml(onrecord: Terminal, tmp_path: Path) -> None:
    onrecord("feeds", "add", URL, "--source", "The Halden Courier")
    file = tmp_path / "feeds.opml"
    onrecord("feeds", "export", str(file))
    assert onrecord("feeds", "export").stdout == file.read_text("utf-8")
    before = listed(onrecord)
    onrecord("feeds", "remove", URL)
    onrecord("feeds", "import", str(file))
    assert listed(onrecord) == before
    assert "cannot be read" in onrecord("feeds", "import", str(tmp_path / "none"), code=1).stderr


def test_briefings_are_followed_only_when_they_are_added(onrecord: Terminal) -> None:
    known = json.loads(onrecord("feeds", "briefings", "--json").stdout)
    keys = [one["key"] for one in known["feeds"]]
    assert (
        known["as_of"]
        and len(set(keys)) == len(keys)
        and all(one["url"].startswith("https://") for one in known["feeds"])
    )
    assert listed(onrecord) == []
    onrecord("feeds", "briefings", "--add", "un-press", "--add", "nato-news")
    assert [feed["source"] for feed in listed(onrecord)] == ["United Nations", "NATO"]
    assert "is none of" in onrecord("feeds", "briefings", "--add", "nobody", code=1).stderr


def test_a_sync_that_reaches_nothing_says_so_and_keeps_the_error(onrecord: Terminal) -> None:
    assert onrecord("sync").stdout.startswith("0 feeds, 0 failed")
    onrecord("feeds", "add", "http://127.0.0.1:9/feed")
    told = onrecord("sync", code=1)
    assert "private network" in told.stderr and "1 feeds, 1 failed" in told.stdout
    (feed,) = listed(onrecord)
    assert feed["failing"] and "private network" in str(feed["error"]) and feed["next_at"]
    assert json.loads(onrecord("sync", "--due", "--json").stdout)["feeds"] == []


def test_feeds_of_the_configuration(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[[feeds]]\nurl = "{URL}"\nminutes = 5\n', "utf-8")
    onrecord = Terminal(made(tmp_path / "archive"))
    (feed,) = json.loads(onrecord("--config", str(config), "feeds", "--json").stdout)
    assert feed["configured"] and feed["minutes"] == 5
    assert "change it there" in onrecord("--config", str(config), "feeds", "add", URL, code=1).stderr
    assert "take it out there" in onrecord("--config", str(config), "feeds", "remove", URL, code=1).stderr


def test_following_makes_an_archive_and_looking_does_not(tmp_path: Path) -> None:
    onrecord = Terminal(tmp_path / "archive")
    for words in (["feeds"], ["feeds", "remove", URL], ["sync"]):
        assert "there is no archive" in onrecord(*words, code=1).stderr
        assert not onrecord.home.exists()
    onrecord("feeds", "add", URL)
    assert listed(onrecord)[0]["url"] == URL
