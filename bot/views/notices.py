"""Short messages: errors, refusals, acknowledgements."""

from __future__ import annotations

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.parts import Press, small


def error_view(sentence: str, footer: str = "") -> ui.LayoutView:
    """One sentence; the footer holds the id that stands in the log."""
    return parts.notice(parts.TROUBLE, sentence, small(footer))


def done_view(sentence: str, detail: str = "") -> ui.LayoutView:
    """One sentence that something was done."""
    return parts.notice(parts.DONE, sentence, small(detail))


def plain_view(*lines: str) -> ui.LayoutView:
    """Lines that neither celebrate nor warn."""
    return parts.notice(parts.PLAIN, *lines)


def removed_view(t: Translate, row: int | None) -> ui.LayoutView:
    """What is left of a message whose words were removed; `row`: of the question that may be asked again."""
    again = [parts.row(Press("again", row, label=t("button.ask_again")))] if row is not None else []
    return parts.layout([parts.text(t("remove.struck")), *again], parts.PLAIN)
