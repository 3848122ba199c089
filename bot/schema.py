"""The tables of the bot's own SQLite file, as numbered steps; docs/discord.md lists what they hold of people."""

from __future__ import annotations

# Numbered from 1; a step is never changed once released. `PRAGMA user_version` holds the last one that ran.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE asked (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        question TEXT NOT NULL,
        per_page INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        guild_id INTEGER,
        channel_id INTEGER,
        created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX asked_created ON asked (created);
    CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        channel_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        locale TEXT NOT NULL,
        created INTEGER NOT NULL
    ) STRICT;
    """,
    """
    ALTER TABLE asked ADD COLUMN parent INTEGER;
    CREATE INDEX asked_user ON asked (user_id);
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        asked_id INTEGER NOT NULL,
        user_id INTEGER,
        question TEXT NOT NULL,
        helpful INTEGER NOT NULL,
        reason TEXT,
        answered INTEGER NOT NULL,
        shown TEXT NOT NULL,
        created INTEGER NOT NULL,
        UNIQUE (asked_id, user_id)
    ) STRICT;
    """,
    """
    CREATE TABLE guilds (guild_id INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT;
    CREATE INDEX asked_channel ON asked (channel_id, id);
    """,
    """
    ALTER TABLE feedback ADD COLUMN guild_id INTEGER;
    """,
    """
    CREATE TABLE watches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL,
        guild_id INTEGER,
        channel_id INTEGER,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        mode TEXT NOT NULL,
        hour INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        zone TEXT,
        cap INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        due INTEGER,
        state TEXT NOT NULL DEFAULT 'active',
        created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX watches_user ON watches (user_id);
    CREATE TABLE watch_posts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        watch_id INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
        created INTEGER NOT NULL,
        tried INTEGER,
        channel_id INTEGER,
        message_id INTEGER,
        posted INTEGER
    ) STRICT;
    CREATE INDEX watch_posts_watch ON watch_posts (watch_id);
    CREATE TABLE watch_hits (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        watch_id INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        hit TEXT NOT NULL,
        found INTEGER NOT NULL,
        post_id INTEGER REFERENCES watch_posts (id) ON DELETE CASCADE,
        UNIQUE (watch_id, digest)
    ) STRICT;
    CREATE INDEX watch_hits_post ON watch_hits (post_id);
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        act TEXT NOT NULL,
        actor INTEGER NOT NULL,
        guild_id INTEGER,
        details TEXT NOT NULL,
        created INTEGER NOT NULL
    ) STRICT;
    """,
    """
    ALTER TABLE asked ADD COLUMN answer TEXT;
    CREATE TABLE posts (
        asked_id INTEGER NOT NULL REFERENCES asked (id) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        link TEXT,
        PRIMARY KEY (asked_id, rank)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE shown (
        message_id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        asked_id INTEGER,
        article_id TEXT NOT NULL,
        speaker TEXT,
        created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX shown_article ON shown (article_id);
    CREATE INDEX shown_speaker ON shown (speaker);
    CREATE INDEX shown_message ON shown (message_id);
    """,
    """
    CREATE TABLE departed (guild_id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
    """,
    """
    CREATE TABLE watch_topics (
        watch_id INTEGER PRIMARY KEY REFERENCES watches (id) ON DELETE CASCADE,
        model TEXT NOT NULL,
        text TEXT NOT NULL,
        vector BLOB NOT NULL
    ) STRICT;
    CREATE INDEX watches_state ON watches (state, seen);
    CREATE INDEX watch_hits_waiting ON watch_hits (watch_id) WHERE post_id IS NULL;
    ALTER TABLE watches ADD COLUMN role_id INTEGER;
    ALTER TABLE watches ADD COLUMN publish INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE watches ADD COLUMN threaded INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE watches ADD COLUMN thread_id INTEGER;
    """,
    """
    CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE heard (message_id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
    """,
)
