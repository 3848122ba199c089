"""One act of an administrator as a message in the channel for that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.parts import small
from bot.views.text import fit_line

_MOST = 12  # details of one act


def audit_view(t: Translate, act: str, actor: int, details: Mapping[str, Any]) -> ui.LayoutView:
    """Who did what, with what was chosen; a setting with what it was and what it is."""
    head = t("audit.act", who=f"<@{actor}>", act=t(f"audit.{act}"))
    told = [f"{fit_line(name, 40)}: {_value(value)}" for name, value in details.items() if value not in (None, "", [])]
    return parts.notice(parts.PLAIN, head, *map(small, told[:_MOST]))


def _value(value: Any) -> str:
    if isinstance(value, list) and len(value) == 2:  # before and after
        return " → ".join(fit_line("—" if part in (None, [], "") else str(part), 90) for part in value)
    return fit_line(str(value), 180)
