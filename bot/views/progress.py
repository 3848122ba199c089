"""The reindex message: how far it is, and what changed."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from discord import ButtonStyle, ui

from bot.texts import Translate
from bot.views import parts
from bot.views.dates import moment
from bot.views.parts import Item, Press, small
from bot.views.problems import problem_line
from index.model import Changes, Progress

Kind = Literal["reindex", "ingest"]

_BAR = 20
_PROBLEMS = 8
_TITLES: dict[Kind, str] = {"reindex": "reindex.title", "ingest": "ingest.title"}


def bar(done: int, total: int) -> str:
    """ "███░░ 60 %"; nothing while the total is not known."""
    if total <= 0:
        return ""
    share = min(max(done / total, 0.0), 1.0)
    filled = int(share * _BAR)
    return f"`{'█' * filled}{'░' * (_BAR - filled)}` {int(share * 100)} %"


def progress_view(
    t: Translate,
    progress: Progress | None,
    *,
    started: dt.datetime,
    kind: Kind = "reindex",
    stopping: bool = False,
) -> ui.LayoutView:
    """The message of a running reindex, with its cancel button."""
    title = t("reindex.stopping") if stopping else t(_TITLES[kind])
    lines = [f"### {title}"]
    if progress is not None:
        stage = t(f"reindex.stage.{progress.stage}")
        counted = t("reindex.count", done=progress.done, total=progress.total) if progress.total > 1 else ""
        lines += [" · ".join(piece for piece in (stage, counted) if piece), bar(progress.done, progress.total)]
    lines.append(small(t("reindex.since", when=moment(started))))
    items: list[Item] = [parts.text(*lines)]
    if not stopping:
        items.append(parts.row(Press("reindex_cancel", label=t("button.cancel"), style=ButtonStyle.danger)))
    return parts.layout(items, parts.WORK)


def changes_view(t: Translate, changes: Changes, *, kind: Kind = "reindex") -> ui.LayoutView:
    """What a reindex or an ingest changed. What an ingest refused is named, by file and line."""
    articles = t(
        "reindex.articles",
        added=changes.articles_added,
        replaced=changes.articles_replaced,
        removed=changes.articles_removed,
        unchanged=changes.articles_unchanged,
    )
    passages = t(
        "reindex.passages",
        added=changes.passages_added,
        removed=changes.passages_removed,
        total=changes.passages_total,
    )
    lines = [f"### {t('reindex.done')}", articles, passages]
    if changes.problems:
        lines.append(t("reindex.problems", n=len(changes.problems)))
        if kind == "ingest":
            lines += [f"- {problem_line(t, problem)}" for problem in changes.problems[:_PROBLEMS]]
    detail = t(
        "reindex.detail", embedded=changes.embedded, seconds=f"{changes.seconds:.1f}", generation=changes.generation
    )
    return parts.notice(parts.DONE, *lines, small(detail))


def stopped_view(t: Translate, key: str, detail: str = "") -> ui.LayoutView:
    """A reindex that ended without a new generation: cancelled, interrupted or failed."""
    colour = parts.TROUBLE if key == "reindex.failed" else parts.PLAIN
    return parts.notice(colour, f"### {t(key)}", t("reindex.kept"), small(detail))
