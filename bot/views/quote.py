"""/quote: statements to choose from, and the card that is posted in public."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.hits import cue_words, origin
from bot.views.parts import Item, Press, small
from bot.views.text import blockquote, fit, fit_line, width
from index.export.plain import office
from index.model import Hit

CHOICES = 5


def statements(hits: Sequence[Hit]) -> list[Hit]:
    """The hits whose quote is one exact statement of a named speaker."""
    return [hit for hit in hits if hit.quote and hit.speaker and hit.quote_is_statement][:CHOICES]


def choose_view(t: Translate, hits: Sequence[Hit], row: int) -> ui.LayoutView:
    """Statements with a button each to post them."""
    found = statements(hits)
    if not found:
        return parts.notice(parts.NEAREST, f"### {t('quote.title')}", t("quote.none"))
    items: list[Item] = [parts.text(f"### {t('quote.title')}", small(t("quote.choose")))]
    for number, hit in enumerate(found, start=1):
        items += [parts.gap(), parts.text(_card(t, hit, parts.BUDGET // (len(found) + 1), f"{number} · "))]
    buttons = (Press("post", row, hit.rank, label=t("quote.post", n=n)) for n, hit in enumerate(found, start=1))
    items.append(parts.row(*buttons))
    return parts.layout(items, parts.ANSWER)


def quote_view(t: Translate, hit: Hit) -> ui.LayoutView:
    """One statement with its credit."""
    return parts.layout([parts.text(_card(t, hit, parts.BUDGET))], parts.ANSWER)


def _card(t: Translate, hit: Hit, limit: int, prefix: str = "") -> str:
    who = f"**{prefix}{fit_line(hit.speaker or '', 100)}**" + (
        f", {fit_line(office(hit.role), 100)}" if hit.role else ""
    )
    does = cue_words(t, hit)
    who = " · ".join(piece for piece in (who, does) if piece)
    where = origin(t, hit.article, hit.said_on)
    if width(who) + width(where) > limit // 2:
        where = fit_line(hit.article.source or "", 60)
    quote = hit.quote or hit.text
    room = limit - width(who) - width(where) - 2 - 2 * (quote.count("\n") + 1)
    return "\n".join([who, where, blockquote(fit(quote, max(room, 0)))])
