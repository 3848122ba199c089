"""/status as a layout."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.dates import day, moment
from bot.views.parts import small
from bot.views.text import fit_line
from index import Status

_FEEDS = 8  # that are shown one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """The bot's own side. `latency` in seconds, not finite while disconnected."""

    latency: float
    shards: int
    guilds: int
    started: dt.datetime
    reindexing: bool


def status_view(t: Translate, status: Status, gateway: Gateway) -> ui.LayoutView:
    """The archive and the gateway at a glance."""
    return parts.layout(
        [
            parts.text(f"### {t('status.title')}", *_archive(t, status)),
            parts.gap(),
            parts.text(f"**{t('status.index')}**", *_index(t, status)),
            parts.gap(),
            parts.text(f"**{t('status.bot')}**", *_bot(t, status, gateway)),
        ],
        parts.PLAIN,
    )


def _archive(t: Translate, status: Status) -> list[str]:
    lines = [
        " · ".join(
            [
                t("status.articles", n=status.articles),
                t("status.passages", n=status.passages),
                t("status.statements", n=status.statements),
            ]
        ),
        " · ".join([t("status.speakers", n=status.speakers), t("status.sources", n=status.sources)]),
    ]
    if status.first and status.last:
        lines.append(t("date.span", first=day(t, status.first), last=day(t, status.last)))
    if status.undated:
        lines.append(t("status.undated", n=status.undated))
    return lines


def _index(t: Translate, status: Status) -> list[str]:
    built = moment(status.built_at) if status.built_at else t("status.never")
    lines = [
        t("status.generation", number=status.generation, when=built),
        t(
            "status.model",
            model=fit_line(status.model, 80),
            backend=fit_line(status.backend, 40),
            second=fit_line(status.reranker or t("status.none"), 80),
        ),
        t("status.size", size=f"{status.size_bytes / 1_000_000:.1f}"),
    ]
    if status.pending:
        lines.append(t("status.pending", n=status.pending))
    return [*lines, *_feeds(t, status)]


def _feeds(t: Translate, status: Status) -> list[str]:
    """How many feeds are followed, and the state of the first ones; those that fail come first."""
    if not status.feeds:
        return []
    lines = [t("status.feeds", n=len(status.feeds), failing=sum(feed.failing for feed in status.feeds))]
    for feed in sorted(status.feeds, key=lambda feed: not feed.failing)[:_FEEDS]:
        success = moment(feed.succeeded_at) if feed.succeeded_at else t("status.never")
        failure = t("status.none")
        if feed.failed_at is not None and feed.error is not None:
            failure = f"{moment(feed.failed_at)} ({fit_line(feed.error, 80)})"
        lines.append(small(t("status.feed", name=fit_line(feed.name, 60), success=success, failure=failure)))
    return lines


def _bot(t: Translate, status: Status, gateway: Gateway) -> list[str]:
    median = f"{status.median_ms:.0f} ms" if status.median_ms is not None else t("status.none")
    latency = f"{gateway.latency * 1000:.0f} ms" if math.isfinite(gateway.latency) else t("status.disconnected")
    return [
        t("status.questions", n=status.asked, median=median, queue=status.queue),
        t("status.gateway", latency=latency, shards=gateway.shards, guilds=gateway.guilds),
        t("status.reindexing" if gateway.reindexing else "status.idle"),
        small(t("status.up", when=moment(gateway.started))),
    ]
