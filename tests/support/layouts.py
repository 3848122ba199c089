"""Reading messages as Discord got them, and our own check of the limits that a local Discord does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MAX_TEXT, MAX_COMPONENTS, MAX_LABEL, MAX_CUSTOM_ID, MAX_URL, MAX_OPTIONS = 4000, 40, 80, 100, 512, 25

RAW_ENTITY = re.compile(r"(?<!\\)<(?:@[!&]?\d|#\d|/\w|a?:\w|id:|https?:)(?!\\)|@everyone|@here")


def walk(components: Any) -> Iterator[dict[str, Any]]:
    """Every component of a message, parents first."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        if "accessory" in component:
            yield from walk([component["accessory"]])
        if isinstance(component.get("component"), dict):
            yield from walk([component["component"]])


def text_of(components: Any) -> str:
    """What a message says, one text display after the other."""
    return "\n".join(part["content"] for part in walk(components) if part["type"] == 10)


def buttons(components: Any) -> dict[str, dict[str, Any]]:
    """Buttons by label."""
    return {part.get("label", ""): part for part in walk(components) if part["type"] == 2}


def check(components: Any) -> None:
    """Assert Discord's limits of one Components V2 message."""
    parts = list(walk(components))
    assert len(parts) <= MAX_COMPONENTS
    assert sum(len(part["content"].encode("utf-16-le")) // 2 for part in parts if part["type"] == 10) <= MAX_TEXT
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids))
    assert all(1 <= len(found) <= MAX_CUSTOM_ID for found in ids)
    for part in parts:
        if part["type"] == 10:
            assert part["content"].strip()
        if part["type"] == 2:
            assert part.get("label", "").strip() and len(part["label"]) <= MAX_LABEL
            assert len(part.get("url", "")) <= MAX_URL
        if part["type"] == 1:
            assert 1 <= len(part["components"]) <= 5
        if part["type"] == 3:
            check_options(part)
        if part["type"] in (6, 8):
            assert part["max_values"] <= MAX_OPTIONS and len(part.get("default_values") or ()) <= MAX_OPTIONS
        for _, url in links(part.get("content", "")):
            assert len(url) <= MAX_URL and url.startswith(("http://", "https://"))


def check_options(menu: dict[str, Any]) -> None:
    """Assert the limits of a select menu."""
    assert 1 <= len(menu["options"]) <= MAX_OPTIONS
    assert len(menu.get("placeholder") or "") <= 150
    for option in menu["options"]:
        assert 1 <= len(option["label"]) <= 100 and 1 <= len(option["value"]) <= 100
        assert len(option.get("description") or "") <= 100
    assert len({option["value"] for option in menu["options"]}) == len(menu["options"])


def links(content: str) -> list[tuple[str, str]]:
    """Masked links of a text: label and address."""
    return re.findall(r"\[([^\[\]\n]*)\]\(<([^>\n]*)>\)", content)


def without_links(content: str) -> str:
    """A text without its masked links and our own timestamps, to look for entities that should not be there."""
    return re.sub(r"<t:-?\d+:[DdRFf]>", "", re.sub(r"\]\(<[^>\n]*>\)", "]", content))


def menus(components: Any) -> dict[str, dict[str, Any]]:
    """Select menus by the action of their custom id."""
    return {part["custom_id"].split(":")[1]: part for part in walk(components) if part["type"] == 3}


def more_id(components: Any) -> str:
    """The button under an answer at a glance that shows all of it."""
    ids = [part["custom_id"] for part in walk(components) if part["type"] == 2]
    return next(found for found in ids if found.startswith("or:page:") and found.endswith(":0:a"))
