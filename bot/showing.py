"""Asking with a memory: what was shown is pinned to the question's row, and buttons act on exactly that.

Nothing here searches but `ask`. Words come from the archive as it is now: an article that was changed or removed,
or whose outlet the server no longer shows, takes its passages along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import scope
from bot.app import Bot
from bot.errors import Refused
from bot.line import Tell
from bot.pinned import Pinned, pin
from bot.scope import Who
from bot.store import Asked
from index.errors import NotFound
from index.model import Answer, ArticleRef, ArticleView, Hit, Question


async def ask(bot: Bot, question: Question, who: Who, tell: Tell | None = None) -> tuple[Answer, Pinned]:
    """Ask in turn; the answer and what is kept of it. `tell`: as `scope.ask` has it. Raises what that raises."""
    generation = bot.archive.generation()
    answer = await scope.ask(bot, question, who, tell)
    bot.counts["answered" if answer.answered else "declined"] += 1
    return answer, pin(answer, generation=generation, threshold=await scope.threshold(bot, who.guild))


async def pinned(bot: Bot, asked: Asked, guild_id: int | None) -> Pinned:
    """What a question's answer showed, but for outlets that the server hides by now.

    Raises Refused where the row holds no answer: it is older than this memory.
    """
    if asked.pinned is None:
        raise Refused("error.forgotten")
    allowed = await scope.sources_of(bot, guild_id)
    kept = asked.pinned
    if not allowed:
        return kept
    seen = [i for i, hit in enumerate(kept.answer.hits) if hit.article.source in allowed]
    nearest = kept.answer.nearest
    answer = replace(
        kept.answer,
        hits=tuple(kept.answer.hits[i] for i in seen),
        nearest=nearest if nearest is not None and nearest.source in allowed else None,
    )
    return replace(kept, answer=answer, digests=tuple(kept.digests[i] for i in seen))


async def with_words(bot: Bot, kept: Pinned, shown: Sequence[Hit]) -> Answer:
    """The pinned answer with the words of the hits that are to be shown; those that are gone have none."""
    views = {name: await _article(bot, name) for name in {hit.article.id for hit in shown}}
    hits: list[Hit] = []
    for hit in kept.answer.hits:
        if hit in shown:
            view = views[hit.article.id]
            found = kept.filled(hit, view and view.article, view.passages if view else ())
            hits.append(found or gone(hit))
        else:
            hits.append(hit)
    return replace(kept.answer, hits=tuple(hits))


def gone(hit: Hit) -> Hit:
    """What is left of a hit whose words are not in the archive any more: its rank."""
    nothing = ArticleRef(id=hit.article.id, title=None, source=None, date=None)
    return Hit(rank=hit.rank, score=hit.score, article=nothing, text="", start=hit.start, end=hit.end)


async def one(bot: Bot, kept: Pinned, rank: int) -> Hit:
    """The hit of a rank with its words. Raises Refused where it is gone."""
    chosen = [hit for hit in kept.answer.hits if hit.rank == rank]
    answer = await with_words(bot, kept, chosen)
    found = next((hit for hit in answer.hits if hit.rank == rank and hit.text), None)
    if found is None:
        raise Refused("answer.gone")
    return found


def newer(bot: Bot, kept: Pinned) -> bool:
    """Whether the archive has moved on since."""
    return bot.archive.generation() != kept.generation


async def _article(bot: Bot, article_id: str) -> ArticleView | None:
    try:
        return await bot.archive.article(article_id)
    except NotFound:
        return None
