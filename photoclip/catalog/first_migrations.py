"""The first migrations of the tables, up to albums. What came later is in schema.py."""

from __future__ import annotations

# "PhCl": tells our files from all other SQLite databases (PRAGMA application_id).
APPLICATION_ID = 0x5068436C


def counting(one: str, when: str = "", of: str = "") -> str:
    """Triggers by which the generation of a table grows; a row of it is one, "tag" of "tags".

    of: whose generation it is, where it is not that of the table itself.
    """
    key = f"{of or one}s_generation"
    count = f"BEGIN UPDATE meta SET value = value + 1 WHERE key = '{key}'; END;"
    return f"""
    CREATE TRIGGER {one}_added AFTER INSERT ON {one}s {count}
    CREATE TRIGGER {one}_changed AFTER UPDATE ON {one}s {when} {count}
    CREATE TRIGGER {one}_removed AFTER DELETE ON {one}s {count}
    """


FIRST_MIGRATIONS: tuple[str, ...] = (
    f"""
    PRAGMA application_id = {APPLICATION_ID};

    CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) STRICT;
    INSERT INTO meta VALUES ('files_generation', 0);

    CREATE TABLE roots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        volume TEXT NOT NULL DEFAULT '',
        online INTEGER NOT NULL DEFAULT 1 CHECK (online IN (0, 1))
    ) STRICT;

    CREATE TABLE photos (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        content_hash BLOB NOT NULL UNIQUE CHECK (length(content_hash) = 32),
        size INTEGER NOT NULL CHECK (size >= 0),
        status TEXT NOT NULL CHECK (status IN ('ok', 'unreadable')),
        reason TEXT NOT NULL DEFAULT '',
        format TEXT NOT NULL DEFAULT '',
        width INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        orientation INTEGER NOT NULL DEFAULT 1,
        taken_at TEXT,
        taken_offset INTEGER,
        camera TEXT NOT NULL DEFAULT '',
        lens TEXT NOT NULL DEFAULT '',
        iso INTEGER,
        focal_length REAL,
        aperture REAL,
        exposure_time REAL,
        latitude REAL,
        longitude REAL,
        added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    ) STRICT;

    CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        root INTEGER NOT NULL REFERENCES roots ON DELETE CASCADE,
        path BLOB NOT NULL CHECK (length(path) > 0),
        photo INTEGER REFERENCES photos ON DELETE CASCADE,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        UNIQUE (root, path)
    ) STRICT;
    CREATE INDEX files_by_photo ON files (photo);

    CREATE TABLE models (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        fingerprint TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        dim INTEGER NOT NULL CHECK (dim > 0),
        generation INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE embeddings (
        photo INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
        model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
        vector BLOB NOT NULL,
        PRIMARY KEY (model, photo)
    ) STRICT;
    CREATE INDEX embeddings_by_photo ON embeddings (photo);

    CREATE TRIGGER embedding_added AFTER INSERT ON embeddings BEGIN
        UPDATE models SET generation = generation + 1 WHERE id = NEW.model;
    END;
    CREATE TRIGGER embedding_replaced AFTER UPDATE ON embeddings BEGIN
        UPDATE models SET generation = generation + 1 WHERE id = NEW.model;
    END;
    CREATE TRIGGER embedding_removed AFTER DELETE ON embeddings BEGIN
        UPDATE models SET generation = generation + 1 WHERE id = OLD.model;
    END;

    CREATE TRIGGER file_added AFTER INSERT ON files BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'files_generation';
    END;
    CREATE TRIGGER file_changed AFTER UPDATE OF photo ON files
        WHEN OLD.photo IS NOT NEW.photo BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'files_generation';
    END;
    CREATE TRIGGER file_removed AFTER DELETE ON files BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'files_generation';
    END;
    CREATE TRIGGER photo_judged AFTER UPDATE OF status ON photos
        WHEN OLD.status IS NOT NEW.status BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'files_generation';
    END;
    """,
    # Among 100,000 photos each of these takes a filter from 25 ms to about one. Not so for columns
    # that take few values, such as iso: there a look at all photos is faster.
    """
    CREATE INDEX photos_by_taken_at ON photos (taken_at);
    CREATE INDEX photos_by_camera ON photos (camera);
    CREATE INDEX photos_by_lens ON photos (lens);
    CREATE INDEX photos_by_latitude ON photos (latitude, longitude) WHERE latitude IS NOT NULL;
    """,
    """
    CREATE TABLE looks (
        photo INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
        hash INTEGER NOT NULL
    ) STRICT;
    """,
    # key: the name as names are compared, for SQLite folds the case of ASCII alone.
    """
    CREATE TABLE searches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (length(name) > 0),
        key TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL
    ) STRICT;
    """,
    # prompts, templates: JSON lists. What a person says of a label on a photo is a tag too.
    f"""
    INSERT INTO meta VALUES ('labels_generation', 0), ('tags_generation', 0);

    CREATE TABLE labels (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (length(name) > 0),
        key TEXT NOT NULL UNIQUE,
        description TEXT NOT NULL DEFAULT '',
        prompts TEXT NOT NULL DEFAULT '[]',
        templates TEXT NOT NULL DEFAULT '[]',
        color TEXT NOT NULL DEFAULT '',
        label_set TEXT NOT NULL DEFAULT '',
        exclusive TEXT NOT NULL DEFAULT '',
        automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
        preset TEXT NOT NULL DEFAULT 'balanced'
            CHECK (preset IN ('few', 'balanced', 'generous')),
        threshold REAL
    ) STRICT;

    CREATE TABLE label_versions (
        label INTEGER NOT NULL REFERENCES labels ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        prompts TEXT NOT NULL,
        templates TEXT NOT NULL,
        preset TEXT NOT NULL,
        threshold REAL,
        model TEXT NOT NULL,
        precision REAL,
        vector BLOB,
        PRIMARY KEY (label, number)
    ) STRICT;

    CREATE TABLE tags (
        label INTEGER NOT NULL REFERENCES labels ON DELETE CASCADE,
        photo INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'rejected')),
        source TEXT NOT NULL CHECK (source IN ('auto', 'person', 'file')),
        score REAL,
        version INTEGER NOT NULL DEFAULT 0,
        changed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
        PRIMARY KEY (label, photo)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tags_by_photo ON tags (photo, state);

    {counting("label")}
    {counting("tag")}
    """,
    # A saved search is an album that finds its photos. query: NULL where they are put in by hand.
    # position: the order of the photos, with gaps.
    """
    CREATE TABLE albums (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (length(name) > 0),
        key TEXT NOT NULL UNIQUE,
        query TEXT
    ) STRICT;
    INSERT INTO albums (id, name, key, query) SELECT id, name, key, query FROM searches;
    DROP TABLE searches;

    CREATE TABLE album_photos (
        album INTEGER NOT NULL REFERENCES albums ON DELETE CASCADE,
        photo INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (album, photo)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX album_photos_in_order ON album_photos (album, position);
    CREATE INDEX album_photos_by_photo ON album_photos (photo);
    """,
)
