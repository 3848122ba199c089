"""Answer -> layout: at first the words that answer, or one line that says no; then page by page all it holds."""

from __future__ import annotations

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.controls import State, controls
from bot.views.dates import order, window
from bot.views.glance import glance_items
from bot.views.hits import hit_text, outlet, when
from bot.views.parts import Item, small
from bot.views.text import fit_line, link, width
from index.model import Answer, ArticleRef, Hit, Query
from index.query.refuse import MOST_WORDS

MAX_PER_PAGE = 5  # eight components and about 700 characters each
NEAREST = 3
_MOST = 950  # characters of one passage, even where more would fit
_MOST_NEAREST = 550
_OTHERS = 8


def pages(answer: Answer, per_page: int) -> int:
    """How many pages the answer has; a no has one."""
    size = _size(per_page)
    return max(1, -(-len(answer.hits) // size)) if answer.answered else 1


def page_hits(answer: Answer, page: int | None, per_page: int) -> tuple[Hit, ...]:
    """The hits of one page; pages beyond the last show the last. None: those at a glance, of a no none."""
    if page is None:
        return answer.hits[:1] if answer.answered else ()
    if not answer.answered:
        return answer.hits[:NEAREST]
    size = _size(per_page)
    first = min(max(page, 0), pages(answer, per_page) - 1) * size
    return answer.hits[first : first + size]


def answer_view(
    t: Translate,
    answer: Answer,
    row: int,
    page: int | None = None,
    per_page: int = MAX_PER_PAGE,
    *,
    back: int | None = None,
    opened: bool = False,
    alone: bool = False,
    explain: bool = False,
    newer: bool = False,
) -> ui.LayoutView:
    """An answer at a glance, or one page of all of it.

    `row` is the question's row in the bot's store, for the buttons; `back` the row of the question that this one
    refines; `opened`: all controls show; `alone`: one person sees it, whom `explain` lets ask why; `newer`: the
    archive has moved on since.
    """
    hits = page_hits(answer, page, per_page)
    count = pages(answer, per_page)
    if page is not None:
        page = min(max(page, 0), count - 1)
    head = "\n".join(_head(t, answer) if page is None or answer.answered else _nearest_head(t, answer))
    foot = _foot(t, answer, page, count)
    items: list[Item] = [parts.text(head)] if head.strip() else []
    if page is None:
        for hit in hits:
            items += [parts.gap(), *glance_items(t, hit)]
    else:
        room = parts.BUDGET - width(head) - width(foot)
        most = _MOST if answer.answered else _MOST_NEAREST
        for hit in hits:
            passage = hit_text(t, hit, min(room // len(hits), most), answers=answer.answered)
            items += [parts.gap(), parts.text(passage)]
    items += [parts.text(foot)] if foot else []
    state = State(row=row, page=page, pages=count, shown=hits, back=back, opened=opened, alone=alone, explain=explain)
    items += controls(t, answer, state, newer=newer)
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


def _notes(t: Translate, answer: Answer) -> list[str]:
    """What is said beside the answer: who holds an office, what was not understood, what was cut. A no says itself that
    a question was not understood."""
    query, lines = answer.query, list[str]()
    for holder in query.holders:
        days = window(t, holder.first, holder.last)
        name = f"**{fit_line(holder.name, 80)}**" + (f" ({days})" if days else "")
        lines.append(f"{fit_line(holder.title, 80)}: {name}")
    if "language" in query.notes and answer.answered:
        lines.append(small(t("answer.note.language")))
    if "beyond" in query.notes:
        lines.append(small(t("answer.note.beyond")))
    if "surname" in query.notes:
        lines.append(small(t("answer.note.surname", name=people(t, query))))
    if "shortened" in query.notes:
        lines.append(small(t("answer.note.shortened", n=MOST_WORDS)))
    return lines


def _size(per_page: int) -> int:
    return min(max(per_page, 1), MAX_PER_PAGE)


def _head(t: Translate, answer: Answer) -> list[str]:
    """The question and what was understood; of a no, the no before them, large."""
    asked = fit_line(answer.question.text, 220)
    understood = interpretation(t, answer.query)
    reading = small(t("answer.understood", reading=understood)) if understood else ""
    counted = t("answer.counted", n=answer.counted) if answer.counted is not None else ""
    if answer.answered:
        return [line for line in (asked, reading, *_notes(t, answer), counted) if line]
    lines = [f"### {decline(t, answer)}", asked, reading, *_notes(t, answer)]
    if answer.query.alike:
        names = ", ".join(fit_line(name, 60) for name in answer.query.alike)
        lines.append(t("decline.alike", names=names))
    if answer.others:
        names = ", ".join(fit_line(name, 60) for name in answer.others[:_OTHERS])
        lines.append(t("decline.others", names=names))
    if answer.nearest:
        lines.append(_nearest(t, answer.nearest))
    return [line for line in lines if line]


def _nearest_head(t: Translate, answer: Answer) -> list[str]:
    """What stands over passages that answer nothing."""
    return [f"### {t('decline.nearest')}", decline(t, answer), fit_line(answer.question.text, 220)]


def decline(t: Translate, answer: Answer) -> str:
    """The honest no in one sentence, by its reason."""
    query = answer.query
    name = (
        fit_line(query.unknown_speaker or "", 100) or people(t, query) or fit_line(answer.question.speaker or "", 100)
    )
    if answer.reason == "unknown_speaker" and name:
        return t("decline.unknown_speaker", name=name)
    if "language" in query.notes and answer.reason in {"speaker_silent", "nothing_on_topic"}:
        return t("decline.not_understood_of", name=name) if name else t("decline.not_understood")
    if answer.reason == "speaker_silent" and name:
        return t("decline.speaker_silent", name=name)
    if answer.reason == "nothing_in_period":
        period = window(t, query.since, query.until)
        return t("decline.nothing_in_period", period=period) if period else t("decline.nothing_in_selection")
    return t("decline.empty_archive") if answer.reason == "empty_archive" else t("decline.nothing_on_topic")


def _nearest(t: Translate, article: ArticleRef) -> str:
    """What there is at another time: the day, the outlet and the title as a link."""
    title = link(article.title or t("article.untitled"), article.url, 120)
    return t("nearest.article", day=when(t, article), outlet=outlet(t, article), title=title)


def _foot(t: Translate, answer: Answer, page: int | None, count: int) -> str:
    pieces: list[str] = []
    if page is not None and count > 1:
        pieces.append(t("answer.page", page=page + 1, pages=count))
    if answer.undated_left_out:
        pieces.append(t("answer.undated", n=answer.undated_left_out))
    return small(" · ".join(pieces))
