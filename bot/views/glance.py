"""An answer at a glance: the words that answer, who said them, outlet, date and link; or one line that says no."""

from __future__ import annotations

from bot.texts import Translate
from bot.views import parts
from bot.views.hits import origin, who_said
from bot.views.parts import Item, small
from bot.views.text import blockquote, bold, fit, fit_line, link, width
from index.links import with_speaker
from index.model import Hit

MOST = 300  # characters of the words at a glance


def glance_items(t: Translate, hit: Hit) -> list[Item]:
    """One hit in three texts, because clients draw what follows a block quotation in a text as part of it."""
    if not hit.text:
        return [parts.text(t("answer.gone"))]
    context = small(t("answer.context", question=fit_line(hit.context, 160))) if hit.context else ""
    page = link(t("answer.statement"), with_speaker(hit.link, hit.speaker), 40) if hit.link else ""
    above = "\n".join(piece for piece in (who_said(t, hit), context) if piece)
    below = " · ".join(piece for piece in (origin(t, hit.article, hit.said_on), page) if piece)
    return [*([parts.text(above)] if above else []), parts.text(glance_words(hit)), parts.text(small(below))]


def glance_words(hit: Hit) -> str:
    """The sentence or two that answer, in bold in a block quotation; only a longer sentence is cut, and marked so."""
    words = hit.quote or hit.text
    if hit.glance is not None:
        words = hit.text[hit.glance[0] - hit.start : hit.glance[1] - hit.start] or words
    shown = fit(words, MOST)
    if width(shown) > MOST:  # escaping made it longer than its words are
        shown = fit(words, MOST // 2)
    return blockquote(bold(shown))
