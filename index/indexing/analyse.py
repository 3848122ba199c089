"""Article -> passages and statements."""

from __future__ import annotations

from collections.abc import Sequence

from index.attribution.attribute import Attribution, Attributor
from index.config import Config
from index.dating.said import RULES, dated
from index.embedding.texts import FORMAT, passage_text, text_hash
from index.model import Article
from index.splitting.passages import split
from index.storage.analyses import Analysis


def analysis_version(config: Config, attributor: Attributor) -> str:
    """What an analysis was made by; articles with another one are analysed again."""
    return f"texts {FORMAT}, {config.passages.max_words} words, {attributor.version}, dates {RULES}"


def analyse(articles: Sequence[Article], attributor: Attributor, max_words: int) -> list[Analysis]:
    """What is found in each article, in order."""
    attributions = attributor.attribute(articles)
    return [_one(article, found, max_words) for article, found in zip(articles, attributions, strict=True)]


def _one(article: Article, found: Attribution, max_words: int) -> Analysis:
    statements = dated(article, found.statements)
    passages = split(article.text, found.turns, max_words=max_words, question_for=found.question_for)
    return Analysis(
        passages=tuple((passage, text_hash(passage_text(article, passage))) for passage in passages),
        statements=statements,
    )
