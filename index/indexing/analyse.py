"""Article -> passages and statements, stored per article so that an interrupted run goes on where it stopped."""

from __future__ import annotations

from collections.abc import Sequence

import aiosqlite

from index.attribution.attribute import Attribution, Attributor
from index.config import Config
from index.dating.said import RULES, dated
from index.embedding.texts import FORMAT, passage_text, statement_text, text_hash
from index.language.detect import is_english
from index.model import Article, Progress
from index.progress import CancelToken, OnProgress
from index.splitting.passages import split
from index.storage.analyses import Analysis, put_analysis, unanalysed
from index.storage.articles import articles_by_row
from index.workers import Workers

_CHUNK = 16  # articles between two commits; small, so that a cancel is heard soon


def analysis_version(config: Config, attributor: Attributor) -> str:
    """What an analysis was made by; articles with another one are analysed again."""
    return f"texts {FORMAT}, {config.passages.max_words} words, {attributor.version}, dates {RULES}"


async def analyse_missing(
    db: aiosqlite.Connection,
    attributor: Attributor,
    config: Config,
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
) -> int:
    """Analyse every current article that lacks it; returns how many."""
    version = analysis_version(config, attributor)
    rows = await unanalysed(db, version)
    on_progress(Progress(stage="attribute", done=0, total=len(rows)))
    for at in range(0, len(rows), _CHUNK):
        cancel.check()
        part = rows[at : at + _CHUNK]
        articles = await articles_by_row(db, part)
        ordered = [articles[row] for row in part]
        analyses = await workers.bulk(_analyse, ordered, attributor, config.passages.max_words)
        for row, analysis in zip(part, analyses, strict=True):
            await put_analysis(db, row, version, analysis)
        await db.commit()
        on_progress(Progress(stage="attribute", done=at + len(part), total=len(rows)))
    return len(rows)


def _analyse(articles: Sequence[Article], attributor: Attributor, max_words: int) -> list[Analysis]:
    english = [article for article in articles if is_english(article.language)]
    read = iter(attributor.attribute(english))
    # The rules and the model know English; of other languages nothing is said to be anybody's.
    attributions = [next(read) if is_english(article.language) else Attribution(()) for article in articles]
    return [_one(article, found, max_words) for article, found in zip(articles, attributions, strict=True)]


def _one(article: Article, found: Attribution, max_words: int) -> Analysis:
    statements = dated(article, found.statements)
    passages = split(article.text, found.turns, max_words=max_words, question_for=found.question_for)
    return Analysis(
        passages=tuple((passage, text_hash(passage_text(article, passage))) for passage in passages),
        statements=tuple((s, text_hash(statement_text(article, s))) for s in statements),
    )
