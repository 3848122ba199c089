"""Answer -> layout: what was understood, the passages with their outlets and dates, or an honest no."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.controls import controls
from bot.views.dates import day, order, said, stamp, window
from bot.views.excerpt import excerpt
from bot.views.parts import Item, small
from bot.views.text import fit_line, link, width
from index.model import Answer, ArticleRef, Hit, Query, Statement
from index.query.refuse import MOST_WORDS
from index.when import SaidOn

MAX_PER_PAGE = 5  # eight components and about 700 characters each
NEAREST = 3
_MOST = 950  # characters of one passage, even where more would fit: an answer is read at a glance
_MOST_NEAREST = 550
_ALSO = 3
_OTHERS = 8


def pages(answer: Answer, per_page: int) -> int:
    """How many pages the answer has; a no has one."""
    size = _size(per_page)
    return max(1, -(-len(answer.hits) // size)) if answer.answered else 1


def page_hits(answer: Answer, page: int, per_page: int) -> tuple[Hit, ...]:
    """The hits of one page; pages beyond the last show the last."""
    if not answer.answered:
        return answer.hits[:NEAREST]
    size = _size(per_page)
    first = min(max(page, 0), pages(answer, per_page) - 1) * size
    return answer.hits[first : first + size]


def answer_view(
    t: Translate,
    answer: Answer,
    row: int,
    page: int = 0,
    per_page: int = MAX_PER_PAGE,
    *,
    back: int | None = None,
    explain: bool = True,
    newer: bool = False,
) -> ui.LayoutView:
    """One page of an answer. `row` is the question's row in the bot's store, for the buttons; `back` the row of
    the question that this one refines; `explain` False leaves out the administrators' button; `newer`: the archive
    has moved on since."""
    hits = page_hits(answer, page, per_page)
    count = pages(answer, per_page)
    page = min(max(page, 0), count - 1)
    head = "\n".join(_head(t, answer))
    foot = _foot(t, answer, page, count)
    room = parts.BUDGET - width(head) - width(foot)
    most = _MOST if answer.answered else _MOST_NEAREST
    items: list[Item] = [parts.text(head)]
    for hit in hits:
        items += [parts.gap(), parts.text(hit_text(t, hit, min(room // len(hits), most)))]
    items += [parts.gap(), parts.text(foot)] if foot else []
    items.append(parts.gap())
    items += controls(t, answer, row, page=page, pages=count, shown=hits, back=back, explain=explain, newer=newer)
    return parts.layout(items, parts.ANSWER if answer.answered else parts.NEAREST)


def interpretation(t: Translate, query: Query) -> str:
    """What was understood, escaped: "Jens Stoltenberg · Georgia · 1-30 April 2022"."""
    pieces = [
        people(t, query),
        fit_line(query.topic, 120),
        fit_line(", ".join(query.sources), 120),
        window(t, query.since, query.until),
        asked_saying(t, query),
        order(t, query.order),
    ]
    return " · ".join(piece for piece in pieces if piece)


def asked_saying(t: Translate, query: Query) -> str:
    """The window of saying that was set: "said 1-30 April 2022"; "" without one."""
    words = window(t, query.said.since, query.said.until)
    return t("date.said_within", window=words) if words else ""


def people(t: Translate, query: Query) -> str:
    """Whose words are asked for, escaped: the speakers, or the office that they hold."""
    return (
        t("answer.office", office=fit_line(query.office, 100))
        if query.office
        else fit_line(", ".join(query.speakers), 120)
    )


def _notes(t: Translate, query: Query) -> list[str]:
    """What is said beside the answer: who holds an office, what was not understood, what was cut."""
    lines: list[str] = []
    for holder in query.holders:
        days = window(t, holder.first, holder.last)
        name = f"**{fit_line(holder.name, 80)}**" + (f" ({days})" if days else "")
        lines.append(f"{fit_line(holder.title, 80)}: {name}")
    if "language" in query.notes:
        lines.append(small(t("answer.note.language")))
    if "beyond" in query.notes:
        lines.append(small(t("answer.note.beyond")))
    if "shortened" in query.notes:
        lines.append(small(t("answer.note.shortened", n=MOST_WORDS)))
    return lines


def hit_text(t: Translate, hit: Hit, limit: int) -> str:
    """One passage in at most `limit` characters: who, outlet, date, title, the reporter's question, the words.

    The words come last: some clients draw what follows a block quotation as part of it.
    """
    if not hit.text:
        return f"**{hit.rank}** · {t('answer.gone')}"
    who = _who(t, hit)
    context = small(t("answer.context", question=fit_line(hit.context, 160))) if hit.context else ""
    where = origin(t, hit.article, hit.said_on)
    page = link(t("answer.statement"), hit.link, 40) if hit.link else ""
    more = small(" · ".join(piece for piece in (_also(t, hit.also_in), _changed(t, hit), _more(t, hit), page) if piece))
    fixed = [who, where, more, context, "{}"]
    used = sum(width(piece) + 1 for piece in fixed if piece) - 3
    if limit - used < 120:  # a hostile title or address took the room; the words matter more
        context = more = ""
        dates = (_when(t, hit.article), said(t, hit.said_on, hit.article.date))
        where = " · ".join(piece for piece in (_outlet(t, hit.article), *dates) if piece)
        used = width(who) + width(where) + 2
    words = excerpt(hit, max(limit - used, 0))
    return "\n".join(piece for piece in (who, where, more, context, words) if piece)


def origin(t: Translate, article: ArticleRef, when: SaidOn | None = None) -> str:
    """Outlet, date and title as a link: "The Sofia Globe · 5 April 2022 · [Title](<url>)".

    `when` something in it was said stands beside the date where it is another.
    """
    title = article.title or (t("answer.open") if article.url else "")
    dates = [_when(t, article), said(t, when, article.date)]
    pieces = [_outlet(t, article), *dates, link(title, article.url, 120) if title else ""]
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


def _size(per_page: int) -> int:
    return min(max(per_page, 1), MAX_PER_PAGE)


def _head(t: Translate, answer: Answer) -> list[str]:
    lines = [f"### {fit_line(answer.question.text, 220)}"]
    understood = interpretation(t, answer.query)
    if understood:
        lines.append(small(t("answer.understood", reading=understood)))
    lines += _notes(t, answer.query)
    if answer.counted is not None and answer.answered:
        lines.append(t("answer.counted", n=answer.counted))
    if not answer.answered:
        lines.append(decline(t, answer))
        if answer.query.alike:
            names = ", ".join(fit_line(name, 60) for name in answer.query.alike)
            lines.append(t("decline.alike", names=names))
        if answer.others:
            names = ", ".join(fit_line(name, 60) for name in answer.others[:_OTHERS])
            lines.append(t("decline.others", names=names))
        if answer.nearest:
            lines.append(_nearest(t, answer.nearest))
        if answer.hits:
            lines.append(small(t("decline.nearest")))
    return lines


def decline(t: Translate, answer: Answer) -> str:
    """The honest no in one sentence, by its reason."""
    query = answer.query
    name = (
        fit_line(query.unknown_speaker or "", 100) or people(t, query) or fit_line(answer.question.speaker or "", 100)
    )
    if answer.reason == "unknown_speaker" and name:
        return t("decline.unknown_speaker", name=name)
    if answer.reason == "speaker_silent" and name:
        return t("decline.speaker_silent", name=name)
    if answer.reason == "nothing_in_period":
        period = window(t, query.since, query.until)
        return t("decline.nothing_in_period", period=period) if period else t("decline.nothing_in_selection")
    return t("decline.empty_archive") if answer.reason == "empty_archive" else t("decline.nothing_on_topic")


def _nearest(t: Translate, article: ArticleRef) -> str:
    """What there is at another time: the day, the outlet and the title as a link."""
    title = link(article.title or t("article.untitled"), article.url, 120)
    return t("nearest.article", day=_when(t, article), outlet=_outlet(t, article), title=title)


def _foot(t: Translate, answer: Answer, page: int, count: int) -> str:
    pieces: list[str] = []
    if count > 1:
        pieces.append(t("answer.page", page=page + 1, pages=count))
    if answer.undated_left_out:
        pieces.append(t("answer.undated", n=answer.undated_left_out))
    return small(" · ".join(pieces))


def _who(t: Translate, hit: Hit) -> str:
    name = f"**{hit.rank} · {fit_line(hit.speaker, 100)}**" if hit.speaker else f"**{hit.rank}**"
    role = fit_line(hit.role, 100) if hit.role else ""
    credit = ", ".join(piece for piece in (name, role) if piece)
    return " · ".join(piece for piece in (credit, cue_words(t, hit) if hit.speaker else "") if piece)


def _outlet(t: Translate, article: ArticleRef) -> str:
    return f"**{fit_line(article.source, 80)}**" if article.source else t("answer.no_source")


def _when(t: Translate, article: ArticleRef) -> str:
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
    outlet = fit_line(article.source, 50) if article.source else t("answer.no_source")
    return f"{outlet} {stamp(article.date, 'd')}" if article.date else outlet
