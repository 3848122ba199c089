"""Words beside words: two speakers on one topic, or one speaker earlier and later; dated, without a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.entries import entry_text, first_words, place_of
from bot.views.parts import Item, option, small
from bot.views.text import fit_line, width
from index.model import TimelineEntry

EACH = 4  # statements under one heading

Group = tuple[str, Sequence[TimelineEntry], int]  # a heading, what stands under it, how many there are in all


def compare_view(t: Translate, title: str, groups: Sequence[Group], row: int, names: Sequence[str]) -> ui.LayoutView:
    """One message; menus show each statement in its article and everything by the speakers `names`."""
    heads = [_head(t, heading, len(entries), total) for heading, entries, total in groups]
    room = parts.BUDGET - width(title) - sum(width(head) + 40 for head in heads) - 40
    count = max(sum(len(entries) for _, entries, _ in groups), 1)
    items: list[Item] = [parts.text(f"## {fit_line(title, 220)}")]
    for head, (_, entries, _) in zip(heads, groups, strict=True):
        items += [parts.gap(), parts.text(head)]
        items += [parts.text(entry_text(t, entry, room // count)) for entry in entries]
    found = [entry for _, entries, _ in groups for entry in entries]
    options = [option(first_words(entry, 90) or "…", place_of(entry), entry.article.title or "") for entry in found]
    options += [option(t("pick.all_by", name=name), f"a:{name}") for name in dict.fromkeys(names)]
    items += parts.menu("read", row, placeholder=t("pick.read"), options=options)
    return parts.layout(items, parts.ANSWER if found else parts.NEAREST)


def _head(t: Translate, heading: str, shown: int, total: int) -> str:
    told = t("timeline.nothing") if not shown else small(t("status.statements", n=total))
    return f"### {fit_line(heading, 120)}\n{told}"
