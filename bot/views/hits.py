"""One passage as text: who, outlet, date, title, the words; what answers, watches, briefs and quotes share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import Translate
from bot.views.dates import day, stamp
from bot.views.dates import said as said_day
from bot.views.excerpt import excerpt
from bot.views.parts import small
from bot.views.text import fit_line, link, width
from index.export.plain import office
from index.links import with_speaker
from index.model import ArticleRef, Hit, Statement
from index.when import SaidOn

_ALSO = 3


def hit_text(t: Translate, hit: Hit, limit: int, *, answers: bool = True) -> str:
    """One passage in at most `limit` characters: who, outlet, date, title, the reporter's question, the words.

    The words come last: some clients draw what follows a block quotation as part of it. `answers` False: nothing
    is marked as the answer.
    """
    if not hit.text:
        return f"{hit.rank} · {t('answer.gone')}"
    who = who_said(t, hit)
    rank = f"{hit.rank} · "  # before the outlet where nobody is named, so that no number stands alone
    context = small(t("answer.context", question=fit_line(hit.context, 160))) if hit.context else ""
    where = origin(t, hit.article, hit.said_on)
    page = link(t("answer.statement"), with_speaker(hit.link, hit.speaker), 40) if hit.link else ""
    more = small(" · ".join(piece for piece in (_also(t, hit.also_in), _changed(t, hit), _more(t, hit), page) if piece))
    fixed = [who, where, more, context, "{}", rank[:-1]]
    used = sum(width(piece) + 1 for piece in fixed if piece) - 3
    if limit - used < 120:  # a hostile title or address took the room; the words matter more
        context = more = ""
        dates = (when(t, hit.article), said_day(t, hit.said_on, hit.article.date))
        where = " · ".join(piece for piece in (outlet(t, hit.article), *dates) if piece)
        used = width(rank) + width(who) + width(where) + 2
    words = excerpt(hit, max(limit - used, 0), marked=answers)
    head = rank + "\n".join(piece for piece in (who, where) if piece)
    return "\n".join(piece for piece in (head, more, context, words) if piece)


def who_said(t: Translate, hit: Hit) -> str:
    """The speaker with the role and what they do with the words: "Mara Velden, mayor · “said”"; "" for nobody."""
    if not hit.speaker:
        return ""
    role = fit_line(office(hit.role), 100) if hit.role else ""
    credit = ", ".join(piece for piece in (fit_line(hit.speaker, 100), role) if piece)
    return " · ".join(piece for piece in (credit, cue_words(t, hit)) if piece)


def origin(t: Translate, article: ArticleRef, on: SaidOn | None = None) -> str:
    """Outlet, date and title as a link: "The Sofia Globe · 5 April 2022 · [Title](<url>)".

    The day `on` which something in it was said stands beside the date where it is another.
    """
    title = article.title or (t("answer.open") if article.url else "")
    dates = [when(t, article), said_day(t, on, article.date)]
    pieces = [outlet(t, article), *dates, link(title, article.url, 120) if title else ""]
    return " · ".join(piece for piece in pieces if piece)


def cue_words(t: Translate, said: Hit | Statement) -> str:
    """What a source does with the words shown, the cue as written, and who says it too: "denies this: “rejected”"."""
    shown = f"“{fit_line(said.cue, 60)}”" if said.cue and any(c.isalpha() for c in said.cue) else ""
    does = t(f"stance.{said.stance}") if said.stance not in (None, "said") else ""
    whole = f"{does}: {shown}" if does and shown else does or shown
    others = (
        t("stance.joined", names=", ".join(fit_line(name, 60) for name in said.joined_by)) if said.joined_by else ""
    )
    return ", ".join(piece for piece in (whole, others) if piece)


def outlet(t: Translate, article: ArticleRef) -> str:
    """The outlet's name, escaped."""
    return fit_line(article.source, 80) if article.source else t("answer.no_source")


def when(t: Translate, article: ArticleRef) -> str:
    """The article's day in the reader's language."""
    return stamp(article.date) if article.date else t("answer.no_date")


def _also(t: Translate, others: Sequence[ArticleRef]) -> str:
    if not others:
        return ""
    shown = [_brief(t, ref) for ref in others[:_ALSO]]
    if len(others) > _ALSO:
        shown.append(t("answer.others", n=len(others) - _ALSO))
    return t("answer.also_in", outlets=", ".join(shown))


def _changed(t: Translate, hit: Hit) -> str:
    """Since when the article reads as it does, where an earlier text of it was here before."""
    return t("answer.changed", day=day(t, hit.changed)) if hit.changed else ""


def _more(t: Translate, hit: Hit) -> str:
    return t("answer.more_in_article", n=hit.more_in_article) if hit.more_in_article else ""


def _brief(t: Translate, article: ArticleRef) -> str:
    name = fit_line(article.source, 50) if article.source else t("answer.no_source")
    return f"{name} {stamp(article.date, 'd')}" if article.date else name
