"""What people corrected: edited fields, removed articles, other names of outlets; and earlier texts of articles."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import aiosqlite

from index.history import Edit, Removal, Version
from index.model import Article

UNDO_DAYS = 30
EDITABLE = ("title", "source", "date", "author", "url", "language", "speaker")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is known of an incoming article: whether it was removed, its outlet's right name, its edited fields."""

    removed: bool = False
    source: str | None = None
    edits: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])

    def apply(self, article: Article) -> Article:
        """The article as it was corrected; itself where nothing was."""
        if self.source is not None:
            article = replace(article, source=self.source)
        if not self.edits:
            return article
        told = dict.fromkeys(self.edits, "edited by hand")
        article = replace(article, evidence={**article.evidence, **told})
        return edited(article, self.edits)


def edited(article: Article, values: Mapping[str, str | None]) -> Article:
    """An article with other fields; a date is written as 2022-04-05. Its speaker is who says all of it."""
    date = values.get("date")
    evidence = {name: told for name, told in article.evidence.items() if name != "speaker" or "speaker" not in values}
    if speaker := values.get("speaker"):
        evidence["speaker"] = speaker
    return replace(
        article,
        title=values.get("title", article.title),
        source=values.get("source", article.source),
        date=(dt.date.fromisoformat(date) if date else None) if "date" in values else article.date,
        author=values.get("author", article.author),
        url=values.get("url", article.url),
        language=values.get("language", article.language),
        evidence=evidence,
    )


async def corrections_of(db: aiosqlite.Connection, article: Article) -> Corrections:
    """What people corrected of an incoming article, by its id, its file and its outlet's name."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM removals WHERE article_id = ? OR (origin IS NOT NULL AND origin = ?)) AS removed,"
        " (SELECT name FROM source_aliases WHERE alias = ?) AS source,"
        " (SELECT json_group_object(field, value) FROM edits WHERE article_id = ?) AS edits"
    )
    found = await db.execute_fetchall(sql, (article.id, article.origin, article.source, article.id))
    (row,) = found
    return Corrections(bool(row["removed"]), row["source"], json.loads(row["edits"]))


async def keep_edits(
    db: aiosqlite.Connection, before: Article, values: Mapping[str, str | None], now: dt.datetime
) -> None:
    """Remember edited fields, so that the same file again does not undo them; the caller commits."""
    for name, value in values.items():
        was = before.evidence.get(name) if name == "speaker" else getattr(before, name)
        await db.execute(
            "INSERT INTO edits (article_id, field, value, was, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (article_id, field) DO UPDATE SET value = excluded.value, at = excluded.at",
            (before.id, name, value, None if was is None else str(was), now.isoformat(timespec="seconds")),
        )


async def edits_of(db: aiosqlite.Connection, article_id: str) -> tuple[Edit, ...]:
    """The edited fields of an article, oldest first."""
    found = await db.execute_fetchall("SELECT * FROM edits WHERE article_id = ? ORDER BY at, field", (article_id,))
    return tuple(
        Edit(field=row["field"], value=row["value"], was=row["was"], at=dt.datetime.fromisoformat(row["at"]))
        for row in found
    )


async def keep_versions(db: aiosqlite.Connection, rows: Sequence[int], new: Article, now: dt.datetime) -> None:
    """Keep the texts of revisions that `new` takes the place of; the caller commits.

    A revision that differs in neither title nor text is no version of its own.
    """
    for row in rows:
        old = list(await db.execute_fetchall("SELECT id, title, text FROM articles WHERE row = ?", (row,)))
        if not old:
            continue
        if old[0]["id"] != new.id:
            await db.execute("UPDATE versions SET article_id = ? WHERE article_id = ?", (new.id, old[0]["id"]))
        if (old[0]["title"], old[0]["text"]) != (new.title, new.text):
            await db.execute(
                "INSERT INTO versions (article_id, title, date, text, added_at, ended_at)"
                " SELECT ?, title, date, text, added_at, ? FROM articles WHERE row = ?",
                (new.id, now.isoformat(timespec="seconds"), row),
            )


async def versions_of(db: aiosqlite.Connection, article_id: str) -> tuple[Version, ...]:
    """The earlier texts of an article, oldest first."""
    found = await db.execute_fetchall("SELECT * FROM versions WHERE article_id = ? ORDER BY id", (article_id,))
    return tuple(
        Version(
            title=row["title"],
            date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
            text=row["text"],
            since=dt.datetime.fromisoformat(row["added_at"]),
            until=dt.datetime.fromisoformat(row["ended_at"]),
        )
        for row in found
    )


async def changed_on(db: aiosqlite.Connection, ids: Sequence[str]) -> dict[str, dt.date]:
    """The day from which each article has the text that it has, of those that had another one here before."""
    marks = ",".join("?" * len(ids))
    found = await db.execute_fetchall(
        f"SELECT article_id, max(ended_at) AS at FROM versions WHERE article_id IN ({marks}) GROUP BY article_id",  # noqa: S608
        list(ids),
    )
    return {row["article_id"]: dt.datetime.fromisoformat(row["at"]).date() for row in found}


async def note_removed(
    db: aiosqlite.Connection, row: int, *, reason: str | None, purge: bool, now: dt.datetime
) -> None:
    """Remember that somebody removed an article, so that the same file again does not bring it back.

    `purge`: its text and its earlier texts are deleted at once. A reason that was given before stays where none is
    given now. The caller commits.
    """
    await db.execute(
        "INSERT OR REPLACE INTO removals (article_id, origin, title, reason, at, row)"
        " SELECT id, origin, CASE WHEN ? THEN NULL ELSE title END,"
        " coalesce(?, (SELECT reason FROM removals WHERE article_id = articles.id)), ?,"
        " CASE WHEN ? THEN NULL ELSE row END FROM articles WHERE row = ?",
        (purge, reason, now.isoformat(timespec="seconds"), purge, row),
    )
    if purge:
        await db.execute("DELETE FROM versions WHERE article_id = (SELECT id FROM articles WHERE row = ?)", (row,))
        await db.execute("DELETE FROM edits WHERE article_id = (SELECT id FROM articles WHERE row = ?)", (row,))


async def removals(db: aiosqlite.Connection) -> tuple[Removal, ...]:
    """The articles that people removed, the latest first."""
    of_all = "SELECT r.*, a.source FROM removals AS r LEFT JOIN articles AS a ON a.row = r.row"
    found = await db.execute_fetchall(f"{of_all} ORDER BY r.at DESC, article_id")
    return tuple(
        Removal(
            article_id=row["article_id"],
            title=row["title"],
            reason=row["reason"],
            at=dt.datetime.fromisoformat(row["at"]),
            can_undo=row["row"] is not None,
            source=row["source"],
        )
        for row in found
    )


async def kept_removals(
    db: aiosqlite.Connection, *, article_id: str | None = None, source: str | None = None
) -> list[int]:
    """The rows of removed articles whose texts are still here: one article's, or an outlet's."""
    found = await db.execute_fetchall(
        "SELECT a.row FROM removals AS r JOIN articles AS a ON a.row = r.row WHERE r.article_id = ? OR a.source = ?",
        (article_id, source),
    )
    return [int(row["row"]) for row in found]


async def undo_removal(db: aiosqlite.Connection, article_id: str) -> bool:
    """Bring a removed article back; False where it was purged or its time is over. The caller commits."""
    found = list(await db.execute_fetchall("SELECT row FROM removals WHERE article_id = ?", (article_id,)))
    if not found:
        return False
    await db.execute("DELETE FROM removals WHERE article_id = ?", (article_id,))
    if found[0]["row"] is None:
        return False
    done = await db.execute("UPDATE articles SET current = 1, retired_in = NULL WHERE row = ?", (found[0]["row"],))
    return done.rowcount > 0


async def forget_old_removals(db: aiosqlite.Connection, now: dt.datetime) -> None:
    """Let go of the texts of articles that were removed more than thirty days ago; the caller commits."""
    before = (now - dt.timedelta(days=UNDO_DAYS)).isoformat(timespec="seconds")
    await db.execute("UPDATE removals SET row = NULL, title = NULL WHERE at < ?", (before,))


def alike(left: str, right: str) -> float:
    """Share of word triples that two texts have in common, of the shorter one's; 1 for equal texts."""
    first, second = _triples(left), _triples(right)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else float(left.split() == right.split())


def _triples(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
