"""The archive's schema as numbered steps. A step that has been released is never edited: append the next one."""

from __future__ import annotations

# Rows of `articles` are immutable revisions: a changed article gets a new row, and the old one stays until no
# generation serves it any more, so that a reader's offsets always meet the text that they were made for.
_FIRST = """
CREATE TABLE articles (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    current INTEGER NOT NULL DEFAULT 1,
    content_hash TEXT NOT NULL,
    origin TEXT,
    title TEXT,
    source TEXT,
    date TEXT,
    author TEXT,
    url TEXT,
    language TEXT,
    text TEXT NOT NULL,
    raw TEXT,
    added_at TEXT NOT NULL,
    retired_in INTEGER
);
CREATE UNIQUE INDEX articles_current ON articles(id) WHERE current = 1;
CREATE INDEX articles_origin ON articles(origin) WHERE current = 1;
CREATE TABLE analyses (
    article_row INTEGER PRIMARY KEY REFERENCES articles(row) ON DELETE CASCADE,
    version TEXT NOT NULL
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_row INTEGER NOT NULL REFERENCES articles(row) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    speaker TEXT,
    context_start INTEGER,
    context_end INTEGER,
    hash BLOB NOT NULL
);
CREATE INDEX passages_article ON passages(article_row);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_row INTEGER NOT NULL REFERENCES articles(row) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    spans TEXT NOT NULL,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    cue TEXT,
    cue_spans TEXT NOT NULL,
    mention TEXT,
    mention_spans TEXT NOT NULL,
    speaker TEXT,
    role TEXT,
    resolved INTEGER NOT NULL,
    teller TEXT,
    hash BLOB NOT NULL
);
CREATE INDEX statements_article ON statements(article_row);
CREATE TABLE vectors (
    model TEXT NOT NULL,
    hash BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
) WITHOUT ROWID;
"""

# What links to statements need: a short key of each article, and which articles left and what came in their place.
_LINKS = """
ALTER TABLE articles ADD COLUMN key TEXT;
CREATE INDEX articles_key ON articles(key);
CREATE TABLE departed (
    key TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    successor TEXT,
    left_at TEXT NOT NULL
) WITHOUT ROWID;
"""

# How an article was read, and what is known of outlets.
_READING = """
ALTER TABLE articles ADD COLUMN modified TEXT;
ALTER TABLE articles ADD COLUMN removed TEXT;
ALTER TABLE articles ADD COLUMN anchors TEXT;
ALTER TABLE articles ADD COLUMN evidence TEXT;
ALTER TABLE articles ADD COLUMN host TEXT;
CREATE INDEX articles_host ON articles(host) WHERE current = 1;
CREATE TABLE source_hosts (
    host TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    by_user INTEGER NOT NULL
);
CREATE TABLE source_aliases (
    alias TEXT PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE source_mappings (
    source TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
)
"""

_STANCE = "ALTER TABLE statements ADD COLUMN stance TEXT NOT NULL DEFAULT 'said'"

# What people corrected: fields, removals, and the earlier texts of articles that changed.
_CORRECTIONS = """
CREATE TABLE edits (
    article_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    was TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (article_id, field)
) WITHOUT ROWID;
CREATE TABLE removals (
    article_id TEXT PRIMARY KEY,
    origin TEXT,
    title TEXT,
    reason TEXT,
    at TEXT NOT NULL,
    row INTEGER
);
CREATE INDEX removals_origin ON removals(origin);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL,
    title TEXT,
    date TEXT,
    text TEXT NOT NULL,
    added_at TEXT NOT NULL,
    ended_at TEXT NOT NULL
);
CREATE INDEX versions_article ON versions(article_id);
CREATE INDEX articles_url ON articles(url) WHERE current = 1
"""

# Paragraphs that recur around the articles of one outlet.
_REPEATED = """
CREATE TABLE repeated (
    source TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    PRIMARY KEY (source, paragraph)
) WITHOUT ROWID
"""

# What people corrected of the speakers, in the order in which it was made.
_WHO = """
CREATE TABLE speaker_corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    act TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL
)
"""

# When each statement was said, and what tells it.
_SAID_ON = """
ALTER TABLE statements ADD COLUMN said_since TEXT;
ALTER TABLE statements ADD COLUMN said_until TEXT;
ALTER TABLE statements ADD COLUMN said_basis TEXT;
ALTER TABLE statements ADD COLUMN said_words TEXT;
ALTER TABLE statements ADD COLUMN said_span TEXT
"""

# Feeds that were added, how each stands, the entries that were met; files of watched folders.
_FEEDS = """
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    source TEXT,
    minutes REAL NOT NULL,
    full_text TEXT NOT NULL
);
CREATE TABLE feed_states (
    url TEXT PRIMARY KEY,
    title TEXT,
    etag TEXT,
    modified TEXT,
    next_at TEXT,
    succeeded_at TEXT,
    failed_at TEXT,
    error TEXT,
    failures INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    moved TEXT
) WITHOUT ROWID;
CREATE TABLE feed_entries (
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    stamp TEXT NOT NULL,
    tries INTEGER NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE TABLE watched_files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL
) WITHOUT ROWID
"""

# Which articles tell one story in the same words; the keys by which they are found.
_COPIES = """
CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    article_row INTEGER NOT NULL REFERENCES articles(row) ON DELETE CASCADE,
    PRIMARY KEY (key, article_row)
) WITHOUT ROWID;
CREATE INDEX story_keys_article ON story_keys(article_row);
CREATE TABLE stories (
    article_row INTEGER PRIMARY KEY REFERENCES articles(row) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    kind TEXT,
    likeness REAL NOT NULL
);
CREATE INDEX stories_story ON stories(story)
"""

# Who says a statement together with its speaker, as a JSON list.
_JOINT = "ALTER TABLE statements ADD COLUMN joined_by TEXT NOT NULL DEFAULT '[]'"
# What serves stays whole while it is made anew: passages and statements that were replaced stay until no generation
# shows them, and every change of what a generation is built of is counted. Articles that could not be analysed.
_WHOLE = """
ALTER TABLE passages ADD COLUMN retired_in INTEGER;
ALTER TABLE statements ADD COLUMN retired_in INTEGER;
CREATE TABLE changes (count INTEGER NOT NULL);
INSERT INTO changes VALUES (0);
CREATE TRIGGER article_came AFTER INSERT ON articles
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER article_went AFTER DELETE ON articles WHEN OLD.current = 1
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER article_changed AFTER UPDATE OF current, title, source, date, author, url, text ON articles
    WHEN OLD.current = 1 OR NEW.current = 1
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER analysis_came AFTER INSERT ON analyses
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TABLE left_out (
    article_row INTEGER PRIMARY KEY REFERENCES articles(row) ON DELETE CASCADE,
    version TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
)
"""

# Speakers whose statements somebody removed: they stay stored, and no generation holds them.
_HIDDEN = """
CREATE TABLE hidden_speakers (
    name TEXT PRIMARY KEY,
    reason TEXT,
    at TEXT NOT NULL
) WITHOUT ROWID
"""

# Words of a speaker that were deleted from the store: they cannot be brought back.
_PURGED = "ALTER TABLE hidden_speakers ADD COLUMN purged INTEGER NOT NULL DEFAULT 0"

# Which revisions of articles the count of changes has counted, and when last: what a generation has not seen yet.
_TOUCHED = """
CREATE TABLE touched (article_row INTEGER PRIMARY KEY, at INTEGER NOT NULL);
CREATE INDEX touched_at ON touched(at);
DROP TRIGGER article_came;
DROP TRIGGER article_went;
DROP TRIGGER article_changed;
DROP TRIGGER analysis_came;
CREATE TRIGGER article_came AFTER INSERT ON articles
    BEGIN
        UPDATE changes SET count = count + 1;
        INSERT OR REPLACE INTO touched SELECT NEW.row, count FROM changes;
    END;
CREATE TRIGGER article_went AFTER DELETE ON articles WHEN OLD.current = 1
    BEGIN
        UPDATE changes SET count = count + 1;
        INSERT OR REPLACE INTO touched SELECT OLD.row, count FROM changes;
    END;
CREATE TRIGGER article_changed AFTER UPDATE OF current, title, source, date, author, url, text ON articles
    WHEN OLD.current = 1 OR NEW.current = 1
    BEGIN
        UPDATE changes SET count = count + 1;
        INSERT OR REPLACE INTO touched SELECT NEW.row, count FROM changes;
    END;
CREATE TRIGGER analysis_came AFTER INSERT ON analyses
    BEGIN
        UPDATE changes SET count = count + 1;
        INSERT OR REPLACE INTO touched SELECT NEW.article_row, count FROM changes;
    END
"""

# So that an ingest reads what it asks for, and not all articles to find it.
_FOUND = """
CREATE INDEX articles_source ON articles(source) WHERE current = 1;
CREATE INDEX articles_retired ON articles(retired_in) WHERE current = 0;
CREATE INDEX passages_retired ON passages(retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX statements_retired ON statements(retired_in) WHERE retired_in IS NOT NULL
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _LINKS,
    _READING,
    _STANCE,
    _CORRECTIONS,
    _REPEATED,
    _WHO,
    _SAID_ON,
    _FEEDS,
    _COPIES,
    _JOINT,
    _HIDDEN,
    _WHOLE,
    _PURGED,
    _TOUCHED,
    _FOUND,
)
