"""The tables, as append-only migrations, each atomic with its version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from photoclip.catalog.first_migrations import APPLICATION_ID, FIRST_MIGRATIONS, counting

__all__ = ["APPLICATION_ID", "MIGRATIONS", "is_blank", "is_ours", "migrate", "version_of"]

# Never edit an entry that was released: append one. Entry n brings the catalog to version n + 1.
# The triggers keep the generations true whoever writes, foreign key cascades included.
MIGRATIONS: tuple[str, ...] = (
    *FIRST_MIGRATIONS,
    # What other programs wrote. settled: whether the photo's tags and rating are made of it.
    # exports: what photoclip wrote into which sidecar; it outlives the folder being watched.
    """
    CREATE TABLE annotations (
        photo INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
        keywords TEXT NOT NULL DEFAULT '[]',
        rating INTEGER,
        settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
    ) STRICT;
    CREATE INDEX annotations_unsettled ON annotations (photo) WHERE NOT settled;

    CREATE TABLE sidecars (
        root INTEGER NOT NULL REFERENCES roots ON DELETE CASCADE,
        path BLOB NOT NULL CHECK (length(path) > 0),
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        keywords TEXT NOT NULL DEFAULT '[]',
        rating INTEGER,
        suffix TEXT NOT NULL DEFAULT '',
        ours INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1)),
        reason TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (root, path)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ratings (
        photo INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
        stars INTEGER NOT NULL CHECK (stars BETWEEN -1 AND 5)
    ) STRICT;

    CREATE TABLE exports (
        path BLOB PRIMARY KEY,
        entries TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER file_came AFTER INSERT ON files WHEN NEW.photo IS NOT NULL BEGIN
        UPDATE annotations SET settled = 0 WHERE photo = NEW.photo;
    END;
    CREATE TRIGGER file_turned AFTER UPDATE OF photo ON files
        WHEN OLD.photo IS NOT NEW.photo BEGIN
        UPDATE annotations SET settled = 0 WHERE photo IN (OLD.photo, NEW.photo);
    END;
    CREATE TRIGGER file_went AFTER DELETE ON files WHEN OLD.photo IS NOT NULL BEGIN
        UPDATE annotations SET settled = 0 WHERE photo = OLD.photo;
    END;
    """,
    f"""
    INSERT INTO meta VALUES ('ratings_generation', 0);
    {counting("rating", "WHEN OLD.stars <> NEW.stars")}
    """,
    # A file that was edited is another photo, and the person's word of the old one counts for it:
    # where it lies at the same place and was taken at the same second.
    """
    CREATE TRIGGER file_edited AFTER UPDATE OF photo ON files
        WHEN OLD.photo IS NOT NEW.photo
        AND (SELECT taken_at FROM photos WHERE id = OLD.photo)
            = (SELECT taken_at FROM photos WHERE id = NEW.photo)
    BEGIN
        INSERT OR IGNORE INTO tags (label, photo, state, source, score, version, changed_at)
            SELECT label, NEW.photo, state, source, score, version, changed_at FROM tags
            WHERE photo = OLD.photo AND source = 'person';
        INSERT OR IGNORE INTO album_photos (album, photo, position)
            SELECT album, NEW.photo, position FROM album_photos WHERE photo = OLD.photo
            AND NOT EXISTS (SELECT 1 FROM files WHERE photo = OLD.photo);
    END;
    """,
    # What applying labels did, to take it back. state, score, version: of the tag before, NULL
    # where there was none; now: the state that it got, NULL where none is left. Labels and photos
    # are no references: a label that was removed may be put back.
    """
    ALTER TABLE label_versions ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0
        CHECK (withdrawn IN (0, 1));

    CREATE TABLE tag_runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mode TEXT NOT NULL,
        at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    ) STRICT;

    CREATE TABLE tag_run_labels (
        run INTEGER NOT NULL REFERENCES tag_runs ON DELETE CASCADE,
        label INTEGER NOT NULL,
        version INTEGER NOT NULL,
        new INTEGER NOT NULL CHECK (new IN (0, 1)),
        PRIMARY KEY (run, label)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tag_run_photos (
        run INTEGER NOT NULL,
        label INTEGER NOT NULL,
        photo INTEGER NOT NULL,
        now TEXT CHECK (now IN ('suggested', 'accepted')),
        state TEXT CHECK (state IN ('suggested', 'accepted', 'rejected')),
        score REAL,
        version INTEGER NOT NULL,
        PRIMARY KEY (run, label, photo),
        FOREIGN KEY (run, label) REFERENCES tag_run_labels ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """,
    # Noted with the embedding, so that no kill loses it. Where no label was applied with the model
    # there is nothing to compare with: whoever applies one looks at all photos.
    """
    CREATE TABLE suggestions_due (
        model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
        photo INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
        PRIMARY KEY (model, photo)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX suggestions_due_by_photo ON suggestions_due (photo);
    CREATE INDEX label_versions_by_model ON label_versions (model);

    CREATE TRIGGER suggestion_due AFTER INSERT ON embeddings WHEN EXISTS (
        SELECT 1 FROM label_versions
        WHERE model = (SELECT fingerprint FROM models WHERE id = NEW.model)
    ) BEGIN
        INSERT OR IGNORE INTO suggestions_due VALUES (NEW.model, NEW.photo);
    END;
    """,
    # examples, counterexamples: JSON lists of paths of pictures outside of the library. Their
    # vectors are those of what these files held when a person showed them.
    """
    ALTER TABLE labels ADD COLUMN examples TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE labels ADD COLUMN counterexamples TEXT NOT NULL DEFAULT '[]';

    CREATE TABLE example_vectors (
        path BLOB NOT NULL CHECK (length(path) > 0),
        model TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (path, model)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER model_forgotten AFTER DELETE ON models BEGIN
        DELETE FROM example_vectors WHERE model = OLD.fingerprint;
    END;
    """,
    # Whether a person chose a version's threshold, as far as that can still be told.
    """
    ALTER TABLE label_versions ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0
        CHECK (by_hand IN (0, 1));
    UPDATE label_versions SET by_hand = 1
        WHERE threshold = (SELECT threshold FROM labels WHERE id = label);
    """,
    # What is in an album counts as a change of albums.
    f"""
    INSERT INTO meta VALUES ('albums_generation', 0);
    {counting("album")}
    {counting("album_photo", of="album")}
    """,
)


def version_of(db: sqlite3.Connection) -> int:
    """How many migrations the catalog has been through."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_blank(db: sqlite3.Connection) -> bool:
    """Whether nothing was ever stored: a file that a first migration may still claim."""
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables == 0 and version_of(db) == 0 and _application_id(db) == 0


def is_ours(db: sqlite3.Connection) -> bool:
    """Whether photoclip made this database, and its tables are there."""
    wanted = {"meta", "roots", "photos", "files", "models", "embeddings"}
    found = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return _application_id(db) == APPLICATION_ID and wanted <= found


def migrate(db: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring the catalog to the newest version, one transaction for each step."""
    while version_of(db) < len(migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            # Read again under the lock: another process may just have taken this step.
            done = version_of(db)
            if done < len(migrations):
                for statement in _statements(migrations[done]):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {done + 1}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _application_id(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA application_id").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    # executescript() would commit the transaction that makes a step atomic.
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
