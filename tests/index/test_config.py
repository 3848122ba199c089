"""Settings: every one documented with its default, a wrong one named with what is allowed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from index.archive import Archive
from index.config import Config, FeedSetting
from index.errors import ConfigError
from index.settings import commented

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def settings(model: BaseModel, prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in model:
        if isinstance(value, BaseModel):
            found |= settings(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


def test_the_example_shows_every_setting_with_its_default() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert Config.load(EXAMPLE, environ={}).model_copy(update={"home": Path("archive")}) == Config()
    section = ""
    shown: set[str] = set()
    for line in text.splitlines():
        if match := re.match(r"(?:# )?\[\[?(\w+)\]", line):
            section = match[1] + "."
        elif match := re.match(r"(?:# )?(\w+) = ", line):
            shown.add(section + match[1])
    blocks = {f"feeds.{name}" for name in FeedSetting.model_fields}
    assert shown == set(settings(Config())) - {"feeds"} | blocks
    assert tomllib.loads(text)["search"]["limit"] == Config().search.limit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[search]\nlimmit = 3", ["search.limmit", "did you mean limit", "threshold"]),
        ("[search]\nlimit = 99", ["search.limit", "less than or equal to 25"]),
        ("[[feeds]]\nurl = 'https://a.example'\nsorce = 'x'", ["feeds.0.sorce", "did you mean source", "full_text"]),
        ("[[feeds]]\nurl = 'ftp://a.example'", ["feeds.0.url"]),
        ("token = 'x'", ["unknown setting token", "Allowed here"]),
        ("limit = [", ["not valid TOML"]),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_allowed(tmp_path: Path, text: str, words: list[str]) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Config.load(path, environ={})
    assert all(word in str(caught.value) for word in ["config.toml", *words])


def test_where_the_archive_is(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('home = "mine"', encoding="utf-8")
    assert Config.load(path, environ={}).home == tmp_path / "mine"
    assert Config.load(path, environ={"ONRECORD_HOME": "/x"}).home == Path("/x")
    assert Config.load(path, home=Path("/y"), environ={"ONRECORD_HOME": "/x"}).home == Path("/y")
    assert Config.load(environ={"ONRECORD_CONFIG": str(path)}).home == tmp_path / "mine"
    with pytest.raises(ConfigError, match="no such configuration file"):
        Config.load(tmp_path / "none.toml", environ={})


def test_the_printed_settings_are_the_example_and_every_default(tmp_path: Path) -> None:
    assert commented() == EXAMPLE.read_text(encoding="utf-8"), "run `onrecord config > config.example.toml`"
    assert Config.model_validate(tomllib.loads(commented())) == Config()


@given(name=st.text(max_size=30), limit=st.integers(1, 25), owners=st.lists(st.integers(0, 2**63 - 1), max_size=3))
def test_any_settings_that_are_printed_are_read_back(name: str, limit: int, owners: list[int]) -> None:
    shown = Config.model_validate(
        {
            "reading": {"default_source": name},
            "search": {"limit": limit, "threshold": limit / 30},
            "discord": {"owners": owners},
            "feeds": [{"url": f"https://a.example/{number}", "minutes": limit} for number in owners],
        }
    )
    assert Config.model_validate(tomllib.loads(commented(shown))) == shown


async def test_an_engine_that_there_is_not_is_told_at_the_opening(tmp_path: Path) -> None:
    config = Config.model_validate({"home": tmp_path / "archive", "vectors": {"backend": "oracle"}})
    with pytest.raises(ConfigError, match=r"vectors\.backend is 'oracle'; there is .*faiss"):
        await Archive.open(config)
    assert not config.home.exists()
