"""The catalogues: equal keys and values, every key used, commands described in every language within limits."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import simcord
from discord import app_commands

import bot
from bot.texts import DEFAULT, LANGUAGES, Texts

TEXTS = Texts.load()
ENGLISH = TEXTS.catalogues[DEFAULT].entries


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_values(language: str) -> None:
    entries = TEXTS.catalogues[language].entries
    assert entries.keys() == ENGLISH.keys()
    for key, text in entries.items():
        assert text.strip() or key == "number.thousands"
        assert fields(text) == fields(ENGLISH[key]), key


def test_every_key_is_used_and_every_used_key_exists() -> None:
    folder = Path(bot.__file__).parent
    code = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    bases = {re.sub(r"\.(one|other)$", "", key) for key in ENGLISH}
    for key in bases:
        if not key.startswith(
            (
                "commands.",
                "menus.",
                "date.month.",
                "date.weekday.",
                "choices.",
                "reindex.stage.",
                "number.",
                "settings.languages.",
                "problem.",
                "audit.",
                "stance.",
            )
        ):
            assert f'"{key}"' in code or f"'{key}'" in code, f"{key} is never shown"
    for used in set(re.findall(r"""\bt\(\s*["']([a-z_.]+)["']""", code)) | set(
        re.findall(r'Refused\(\s*"([a-z_.]+)"', code)
    ):
        assert used in bases, f"{used} is in no catalogue"


def test_locales_fall_back_to_english() -> None:
    assert TEXTS.of("de").language == "de"
    assert TEXTS.of("en-GB").language == "en"
    assert TEXTS.of("ja").language == "en"
    assert TEXTS.of(None).language == "en"


def test_numbers_and_plurals() -> None:
    assert TEXTS.of("en")("status.articles", n=1) == "1 article"
    assert TEXTS.of("de")("status.passages", n=12345) == "12.345 Stellen"


async def test_commands_stay_within_discords_limits_in_every_language(simcord_env: simcord.Env) -> None:
    tree = simcord_env.bot.tree
    payloads = [await command.get_translated_payload(tree, tree.translator) for command in tree.get_commands()]
    assert 0 < len([p for p in payloads if p["type"] == 1]) <= 100
    for payload in payloads:
        assert len(str(payload)) < 8000
        check_described(payload, f"commands.{payload['name']}")


def check_described(payload: dict[str, object], key: str) -> None:
    """A command, group or option: names, descriptions and their translations."""
    if payload["type"] in (2, 3) and "options" not in payload and not payload.get("description"):  # a context menu
        return
    assert re.fullmatch(r"[-_\w]{1,32}", str(payload["name"]))
    found = ENGLISH.get(f"{key}.description") or ENGLISH.get(key)
    assert payload["description"] == found, key
    shown = [payload["description"], *dict(payload["description_localizations"]).values()]
    assert len(shown) == len(LANGUAGES)
    assert all(1 <= len(str(text)) <= 100 for text in shown), key
    options = list(payload.get("options") or ())
    assert len(options) <= 25
    for option in options:
        nested = option["type"] in (1, 2)
        check_described(option, f"{key}_{option['name']}" if nested else f"{key}.options.{option['name']}")
        assert len(option.get("choices") or ()) <= 25
        for choice in option.get("choices") or ():
            assert choice["name"] == ENGLISH[f"choices.{choice['value']}"]
            assert all(1 <= len(name) <= 100 for name in choice["name_localizations"].values())
            assert choice["name_localizations"]["de"] == TEXTS.of("de").entries[f"choices.{choice['value']}"]


async def test_every_command_says_where_it_may_be_used(simcord_env: simcord.Env) -> None:
    for command in simcord_env.bot.tree.get_commands():
        assert command.allowed_contexts is not None and command.allowed_installs is not None
        if isinstance(command, app_commands.Command) and "administrators" in command.description:
            assert command.default_permissions is not None and command.default_permissions.manage_guild
            assert not command.allowed_installs.user
