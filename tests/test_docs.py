"""What the documentation says of the product is so."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from index import Archive, Config
from index.cli.app import build_app
from index.config import FeedSetting, Section
from index.model import Answer
from index.telling.jsonform import answer_object
from tests.support.docs import PRINTER, ROOT, Shown, help_of, pages, printer, shown

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_TICKS = re.compile(r"`([^`\n]+)`")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def _settings() -> dict[str, object]:
    """Every setting as section.key (or key) with its default."""
    found: dict[str, object] = {}
    for name, value in Config():
        if isinstance(value, Section):
            found.update({f"{name}.{key}": item for key, item in value})
        elif name == "feeds":
            found.update({f"{name}.{key}": None for key in FeedSetting.model_fields})
        else:
            found[name] = value
    return found


@pytest.mark.parametrize("block", [b for b in shown() if b.kind == "help"], ids=lambda b: f"{b.page.name}: {b.command}")
def test_the_help_that_is_shown_is_the_real_one(block: Shown) -> None:
    printed_by = PRINTER.search(_read("docs/cli.md"))
    assert printed_by
    if printed_by[1] != printer():
        pytest.skip(f"the page was printed by typer {printed_by[1]}; {printer()} lays help out differently")
    assert block.text == help_of(block.command), "run `python -m tests.support.docs`"


def _commands(group: Any, path: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path}{name} ")
        else:
            yield path + name


def test_every_command_stands_in_the_page_of_the_command_line() -> None:
    root = typer.main.get_command(build_app(entry_points(group="onrecord.commands")))
    there = {block.command for block in shown() if block.kind == "help" and block.page.name == "cli.md"}
    assert there - {""} == set(_commands(root))


def test_no_marked_block_is_empty() -> None:
    blocks = list(shown())
    assert len(blocks) > 15
    assert [f"{b.page.name}: {b.command}" for b in blocks if not b.text.strip()] == []


def test_the_example_of_the_settings_holds_every_setting_with_its_default() -> None:
    text = _read("config.example.toml")
    given = tomllib.loads(text)
    all_keys: set[str] = set()
    section = ""
    for line in text.splitlines():
        if found := re.match(r"(?:# )?\[\[?(\w+)\]", line):
            section = found[1] + "."
        elif found := re.match(r"(?:# )?(\w+) = ", line):
            all_keys.add(section + found[1])
    assert all_keys == set(_settings())
    assert Config.model_validate(given) == Config()


def test_every_setting_that_a_page_names_exists() -> None:
    known = _settings()
    sections = {name.partition(".")[0] for name in known if "." in name}
    setting = re.compile(rf"({'|'.join(sections)})\.(?!(?:md|py|toml|jsonl)$)[a-z_]+")
    named = {(page.name, word) for page in pages() for word in _TICKS.findall(_prose(page)) if setting.fullmatch(word)}
    assert len(named) >= 4
    assert {pair for pair in named if pair[1] not in known} == set()


def _set_up() -> list[str]:
    blocks = [body for language, body in _FENCE.findall(_read("README.md")) if language == "sh"]
    return [line for body in blocks for line in body.splitlines() if line.startswith("python3 ")]


def test_the_readme_has_two_commands_each_one_line() -> None:
    commands = _set_up()
    assert len(commands) == 2
    for command in commands:
        steps = [shlex.split(step) for step in command.split("&&")]
        assert steps[0] == ["python3", "-m", "venv", ".venv"]
        assert steps[1][:2] == [".venv/bin/pip", "install"]
        assert all(step[0].startswith(".venv/bin/") for step in steps[1:])
        assert subprocess.run(["bash", "-n", "-c", command], check=False).returncode == 0
    first, second = ([shlex.split(step) for step in command.split("&&")] for command in commands)
    assert [step[:2] for step in first[2:]] == [[".venv/bin/onrecord", "ingest"], [".venv/bin/onrecord", "ask"]]
    assert first[2][2:] == ["examples"]
    extras = tomllib.loads(_read("pyproject.toml"))["project"]["optional-dependencies"]
    assert second[1][-1] == ".[test]" and "test" in extras
    assert second[-1][:3] == [".venv/bin/python", "-m", "pytest"]


def test_the_check_that_a_change_must_pass_finds_the_test_command() -> None:
    script = _read(".ci/run")
    line = next(line for line in script.splitlines() if line.startswith("command=$("))
    process = subprocess.run(
        ["bash", "-c", f'{line}\necho "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert process.stdout.strip() == _set_up()[1]


@pytest.fixture(scope="module")
def answer(examples_home: Path) -> Answer:
    """The answer to the question of the README's first command, from an archive of the examples."""
    question = shlex.split(_set_up()[0].split("&&")[3])[2]

    async def work() -> Answer:
        async with Archive.open(Config(home=examples_home)) as archive:
            return await archive.ask(question)

    return asyncio.run(work())


def test_the_first_command_answers_as_the_readme_shows(answer: Answer) -> None:
    block = next(b for b in shown() if b.page.name == "README.md" and shlex.split(b.command)[1] == answer.question.text)
    words = re.sub(r"[│┃╭╮╰╯─\s]+", " ", block.text)
    first = answer.hits[0]
    assert answer.answered
    assert " ".join((first.quote or "").split()) in words
    assert f"— {first.speaker}" in words and str(first.article.source) in words


def _keys(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            if key not in {"signals", "timings_ms"}:
                yield from _keys(value)
    elif isinstance(data, list):
        for item in data:
            yield from _keys(item)


def test_the_page_of_the_json_form_names_every_key(answer: Answer) -> None:
    named = {
        word for ticked in _TICKS.findall(_prose(ROOT / "docs" / "json.md")) for word in re.findall(r"\w+", ticked)
    }
    assert set(_keys(answer_object(answer))) - named == set(), "describe the new keys in docs/json.md"


def test_the_answer_that_the_page_of_the_json_form_shows_has_the_keys_of_today(answer: Answer) -> None:
    block = next(b for b in shown() if b.page.name == "json.md")
    given, now = json.loads(block.text), answer_object(answer)
    assert given.keys() == now.keys(), "run `python -m tests.support.docs`"
    assert given["passages"][0].keys() == now["passages"][0].keys(), "run `python -m tests.support.docs`"


def test_every_link_leads_somewhere() -> None:
    broken: list[str] = []
    for page in pages():
        for link in _LINK.findall(_prose(page)):
            if re.match(r"\w+:", link):
                continue
            name, _, anchor = link.partition("#")
            target = page if not name else (page.parent / name).resolve()
            if not target.exists() or (anchor and anchor not in _anchors(target)):
                broken.append(f"{page.name}: {link}")
    assert broken == []


def _anchors(page: Path) -> set[str]:
    """Anchors of a page's headings, as the usual renderers make them."""
    titles = (re.sub(r"[^\w\- ]", "", title.lower()) for title in _HEADING.findall(page.read_text(encoding="utf-8")))
    return {title.strip().replace(" ", "-") for title in titles}


def test_every_file_that_the_guide_for_contributors_names_exists() -> None:
    words = {word.rstrip("/") for word in _TICKS.findall(_prose(ROOT / "CONTRIBUTING.md"))}
    paths = {word for word in words if re.fullmatch(r"[\w.]+(/[\w.]+)+", word)}
    assert len(paths) > 20
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_every_task_that_is_named_is_in_the_makefile() -> None:
    named = set(re.findall(r"make (\w+)", _read("CONTRIBUTING.md")))
    assert named and named <= set(re.findall(r"^(\w+):", _read("Makefile"), re.MULTILINE))


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[^\w.-]", one)[0].lower() for one in wanted} - {"onrecord"}
    page = _read("docs/dependencies.md").lower()
    assert {name for name in names if name not in page} == set()


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="no git checkout")
def test_no_file_names_a_path_of_somebodys_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    pattern = re.compile(r"(?<![\w.$}])/(?:work|opt|root|home|Users)/\w|[A-Z]:\\Users\\")
    found: list[str] = []
    for name in filter(None, listed.stdout.split("\0")):
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found += [f"{name}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []
