"""A passage in its article, and a whole article page by page."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.hits import origin
from bot.views.parts import Item, Press, small
from bot.views.text import OMITTED, blockquote, bold, clean, escape, fit, fit_line, width
from index.model import Article, ArticleRef, ArticleView

_NEIGHBOUR = 900
_PAGE = 3000


def context_view(t: Translate, article: Article, start: int, end: int) -> ui.LayoutView:
    """The passage `[start, end)` in bold between the paragraphs before and after it."""
    head = f"### {t('context.title')}\n{origin(t, ArticleRef.of(article))}"
    before, after = _paragraph_before(article.text, start), _paragraph_after(article.text, end)
    middle = bold(fit(article.text[start:end], parts.BUDGET - width(head) - 2 * _NEIGHBOUR - 400))
    body = [_last(before, _NEIGHBOUR), middle, fit(after, _NEIGHBOUR)]
    quoted = blockquote("\n".join(piece for piece in body if piece))
    if width(quoted) > parts.BUDGET - width(head):  # bold marks and bars of many short lines
        quoted = blockquote(fit(article.text[start:end], 1500))
    return parts.layout([parts.text(head, quoted)], parts.PLAIN)


def article_view(t: Translate, view: ArticleView, pages: Sequence[str], row: int, page: int) -> ui.LayoutView:
    """One of `cut_pages(article.text)`, with what the article holds."""
    article = view.article
    head = [
        f"### {fit_line(article.title or t('article.untitled'), 220)}",
        origin(t, ArticleRef.of(article)),
        small(" · ".join(piece for piece in (fit_line(article.author or "", 80), _held(t, view)) if piece)),
    ]
    page = min(max(page, 0), len(pages) - 1)
    items: list[Item] = [parts.text(*head), parts.gap(), parts.text(blockquote(pages[page]))]
    if len(pages) > 1:
        items += [
            parts.text(small(t("answer.page", page=page + 1, pages=len(pages)))),
            parts.row(
                Press("article", row, max(page - 1, 0), "p", label=t("button.previous"), disabled=page == 0),
                Press("article", row, page + 1, "n", label=t("button.more"), disabled=page == len(pages) - 1),
            ),
        ]
    return parts.layout(items, parts.PLAIN)


def cut_pages(text: str) -> list[str]:
    """An article's text in escaped pages of whole lines; a longer line is cut at words into lines of its own.

    A page leaves room for the bar of a block quotation before each of its lines.
    """
    pages: list[list[str]] = [[]]
    used = 0
    for paragraph in clean(text).split("\n"):
        for piece in _pieces(paragraph):
            needed = width(piece) + 3
            if pages[-1] and used + needed > _PAGE:
                pages.append([])
                used = 0
            pages[-1].append(piece)
            used += needed
    return ["\n".join(page) for page in pages]


def _pieces(paragraph: str) -> list[str]:
    size = _PAGE // 3
    if len(paragraph) <= size:
        return [escape(paragraph)]
    lines = textwrap.wrap(paragraph, size, break_on_hyphens=False, replace_whitespace=False)
    return [escape(piece) for piece in lines]


def _held(t: Translate, view: ArticleView) -> str:
    return t("status.statements", n=len(view.statements))


def _paragraph_before(text: str, start: int) -> str:
    """From the passage back to the start of the paragraph before it."""
    head = text[:start]
    lines = [piece for piece in head.split("\n") if piece.strip()]
    if not lines:
        return ""
    own = bool(head.rstrip(" \t")) and not head.rstrip(" \t").endswith("\n")
    return "\n".join(lines[-2:] if own else lines[-1:])


def _paragraph_after(text: str, end: int) -> str:
    """From the passage on to the end of the paragraph after it."""
    tail = text[end:]
    lines = [piece for piece in tail.split("\n") if piece.strip()]
    if not lines:
        return ""
    own = not tail.lstrip(" \t").startswith("\n")
    return "\n".join(lines[:2] if own else lines[:1])


def _last(text: str, limit: int) -> str:
    """The last `limit` characters of a text, from a word on, marked where cut."""
    shown = escape(clean(text))
    size = len(text)
    while width(shown) > limit and size > 0:
        size = size * 3 // 4
        tail = text[-size:] if size else ""
        shown = f"{escape(OMITTED)} {escape(clean(tail.partition(' ')[2] or tail))}"
    return shown if size > 0 else ""
