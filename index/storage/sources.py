"""What the archive knows of outlets: their hosts, their other names, how their files are keyed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import aiosqlite

from index.storage.articles import as_article, content_hash

_CERTAIN = 0.9  # share of a host's named articles that must name one outlet
_BY_HOST = "host"
# Of an article: it names its outlet itself.
_NAMED = (
    "(source IS NOT NULL AND json_extract(evidence, '$.source') != ?"
    " AND json_extract(evidence, '$.source') NOT LIKE 'the address%')"
)


async def known_hosts(db: aiosqlite.Connection) -> dict[str, str]:
    """Host to outlet: what the user said, and what articles that name their outlet have taught."""
    async with db.execute("SELECT host, name FROM source_hosts") as cursor:
        return {row["host"]: row["name"] async for row in cursor}


async def remember_mapping(db: aiosqlite.Connection, source: str, mapping: Mapping[str, str]) -> None:
    """Keep which key holds which field in files of an outlet ("" where it was not named); the caller commits."""
    await db.execute(
        "INSERT OR REPLACE INTO source_mappings (source, mapping) VALUES (?, ?)", (source, json.dumps(dict(mapping)))
    )


async def remembered_mappings(db: aiosqlite.Connection) -> dict[str, dict[str, str]]:
    """The mappings kept, by outlet."""
    async with db.execute("SELECT source, mapping FROM source_mappings") as cursor:
        return {row["source"]: json.loads(row["mapping"]) async for row in cursor}


async def learn_hosts(db: aiosqlite.Connection, after: int = 0) -> int:
    """Learn from articles that name their outlet whose host is whose, and name the articles known by host alone.

    `after`: only hosts of articles newer than this revision; what the others say was learned before. Returns how many
    articles were named; the caller commits. What the user said of a host is never overwritten.
    """
    found = await db.execute_fetchall(
        "SELECT DISTINCT articles.host AS host, source_hosts.name AS known,"  # noqa: S608 - no value in it
        f" source IS NOT source_hosts.name AND {_NAMED} AS other FROM articles LEFT JOIN source_hosts USING (host)"
        " WHERE articles.row > ? AND current = 1 AND articles.host IS NOT NULL",
        (_BY_HOST, after),
    )
    known = {row["host"]: row["known"] for row in found}
    for host in {row["host"] for row in found if row["other"]}:
        async with db.execute(
            "SELECT source, count(*) AS articles FROM articles INDEXED BY articles_host"  # noqa: S608 - no value in it
            f" WHERE current = 1 AND host = ? AND {_NAMED} GROUP BY source",
            (host, _BY_HOST),
        ) as cursor:
            names = Counter({row["source"]: row["articles"] async for row in cursor})
        ((name, most),) = names.most_common(1)
        if most >= _CERTAIN * names.total():
            await db.execute(
                "INSERT INTO source_hosts (host, name, by_user) VALUES (?, ?, 0)"
                " ON CONFLICT (host) DO UPDATE SET name = excluded.name WHERE by_user = 0",
                (host, name),
            )
    named = 0
    for host, name in known.items():
        async with db.execute("SELECT name FROM source_hosts WHERE host = ?", (host,)) as cursor:
            row = await cursor.fetchone()
        if row is not None:
            named += await _name_by(db, host, row["name"], after if row["name"] == name else 0)
    return named


async def _name_by(db: aiosqlite.Connection, host: str, name: str, after: int = 0) -> int:
    """Give the articles known by this host alone its outlet; how many. `after`: only newer revisions."""
    sql = (
        "SELECT * FROM articles INDEXED BY articles_host WHERE current = 1 AND host = ? AND row > ?"
        " AND json_extract(evidence, '$.source') = ? LIMIT 200"
    )
    named = 0
    while found := list(await db.execute_fetchall(sql, (host, after, _BY_HOST))):
        for row in found:
            evidence = {**json.loads(row["evidence"]), "source": f"the address ({row['host']})"}
            await rename_article(db, row, name, evidence)
        named += len(found)
    return named


async def rename_source(db: aiosqlite.Connection, old: str, new: str) -> int:
    """Give an outlet another name, which may be another outlet's (they are merged); how many articles.

    Articles that come later under the old name get the new one. The caller commits.
    """
    await db.execute("DELETE FROM source_aliases WHERE alias = ?", (new,))
    await db.execute("UPDATE source_aliases SET name = ? WHERE name = ?", (new, old))
    await db.execute("INSERT OR REPLACE INTO source_aliases (alias, name) VALUES (?, ?)", (old, new))
    await db.execute("UPDATE source_hosts SET name = ? WHERE name = ?", (new, old))
    await db.execute("UPDATE OR REPLACE source_mappings SET source = ? WHERE source = ?", (new, old))
    renamed = 0
    while found := list(
        await db.execute_fetchall("SELECT * FROM articles WHERE current = 1 AND source = ? LIMIT 200", (old,))
    ):
        for row in found:
            await rename_article(db, row, new)
        renamed += len(found)
    return renamed


async def set_host(db: aiosqlite.Connection, host: str, name: str) -> int:
    """Say whose host it is, and name the articles known by it alone; how many. The caller commits."""
    await db.execute("INSERT OR REPLACE INTO source_hosts (host, name, by_user) VALUES (?, ?, 1)", (host, name))
    return await _name_by(db, host, name)


async def rename_article(
    db: aiosqlite.Connection, row: aiosqlite.Row, name: str, evidence: Mapping[str, str] | None = None
) -> None:
    """Give one revision another outlet, in place: no offset and no word of its text changes."""
    article = replace(as_article(row), source=name)
    await db.execute(
        "UPDATE articles SET source = ?, content_hash = ?, evidence = ? WHERE row = ?",
        (
            name,
            content_hash(article),
            row["evidence"] if evidence is None else json.dumps(dict(evidence), ensure_ascii=False),
            row["row"],
        ),
    )
