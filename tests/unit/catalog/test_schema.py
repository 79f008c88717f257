from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from photoclip.catalog import schema, store
from photoclip.catalog.faults import backup_path
from photoclip.catalog.schema import MIGRATIONS, is_blank, is_ours, migrate, version_of
from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoStatus
from photoclip.errors import LibraryError

NEXT = "CREATE TABLE later (x INTEGER) STRICT; INSERT INTO later VALUES (1)"


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        yield db


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_blank_database_becomes_ours(db: sqlite3.Connection) -> None:
    assert is_blank(db)
    assert not is_ours(db)
    migrate(db)
    assert not is_blank(db)
    assert is_ours(db)
    assert version_of(db) == len(MIGRATIONS)


def test_migrating_twice_changes_nothing(db: sqlite3.Connection) -> None:
    migrate(db)
    before = list(db.iterdump())
    migrate(db)
    assert list(db.iterdump()) == before


def test_only_new_migrations_run(db: sqlite3.Connection) -> None:
    migrate(db)
    migrate(db, (*MIGRATIONS, NEXT))
    migrate(db, (*MIGRATIONS, NEXT))
    assert db.execute("SELECT count(*) FROM later").fetchone() == (1,)
    assert version_of(db) == len(MIGRATIONS) + 1


@pytest.mark.parametrize(
    "broken",
    [
        f"{NEXT}; INSERT INTO missing VALUES (1)",
        f"{NEXT}; DROP TABLE photos; SELECT * FROM photos",
        f"{NEXT}; PRAGMA application_id = 1; this is no statement",
    ],
)
def test_migration_that_fails_in_its_middle_leaves_the_old_version(
    db: sqlite3.Connection, broken: str
) -> None:
    migrate(db)
    before = list(db.iterdump())
    with pytest.raises(sqlite3.Error):
        migrate(db, (*MIGRATIONS, broken))
    assert list(db.iterdump()) == before
    assert version_of(db) == len(MIGRATIONS)
    assert is_ours(db)
    assert not db.in_transaction


def test_earlier_steps_stay_when_a_later_one_fails(db: sqlite3.Connection) -> None:
    migrate(db)
    with pytest.raises(sqlite3.Error):
        migrate(db, (*MIGRATIONS, NEXT, "nonsense"))
    assert version_of(db) == len(MIGRATIONS) + 1
    assert "later" in tables(db)


def test_semicolons_inside_texts_and_triggers_do_not_end_a_statement(
    db: sqlite3.Connection,
) -> None:
    migrate(
        db,
        (
            "CREATE TABLE t (x TEXT DEFAULT 'a;b');"
            "CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET x = 'c;d'; SELECT 1; END;"
            "INSERT INTO t VALUES ('e')",
        ),
    )
    assert db.execute("SELECT x FROM t").fetchone() == ("c;d",)


def test_catalog_is_backed_up_before_it_is_migrated(
    catalog_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalog.open(catalog_file, daily_backup=False) as catalog:
        catalog.photos.upsert(b"h" * 32, 1, PhotoStatus.OK, "", Metadata())
    monkeypatch.setattr(store, "MIGRATIONS", (*MIGRATIONS, NEXT))
    with Catalog.open(catalog_file, daily_backup=False) as catalog:
        assert not catalog.photos.is_empty()
    with closing(sqlite3.connect(backup_path(catalog_file))) as old:
        assert version_of(old) == len(MIGRATIONS)
        assert "later" not in tables(old)
        assert old.execute("SELECT count(*) FROM photos").fetchone() == (1,)
    with closing(sqlite3.connect(catalog_file)) as new:
        assert version_of(new) == len(MIGRATIONS) + 1


def test_failed_migration_leaves_a_catalog_that_opens_as_before(
    catalog_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Catalog.open(catalog_file).close()
    with monkeypatch.context() as patch:
        patch.setattr(store, "MIGRATIONS", (*MIGRATIONS, f"{NEXT}; nonsense"))
        with pytest.raises(LibraryError):
            Catalog.open(catalog_file)
    with Catalog.open(catalog_file) as catalog:
        assert catalog.check() == []


def test_first_migration_is_frozen() -> None:
    """Catalogs of this version are out there: append a migration instead of editing one."""

    assert hashlib.sha256(schema.MIGRATIONS[0].encode()).hexdigest() == FIRST


FIRST = "e24c03d554076d947e8b041ba6c1a5364d4378e96983a9deee7aa2457bf09b4b"


def test_versions_of_before_know_who_chose_their_threshold(db: sqlite3.Connection) -> None:
    added = next(number for number, one in enumerate(MIGRATIONS) if "by_hand" in one)
    migrate(db, MIGRATIONS[:added])
    db.execute("INSERT INTO labels (id, name, key, threshold) VALUES (1, 'a', 'a', 2.5)")
    db.execute("INSERT INTO labels (id, name, key) VALUES (2, 'b', 'b')")
    for label, number, threshold in ((1, 1, 1.0), (1, 2, 2.5), (2, 1, 2.5), (2, 2, None)):
        sql = "INSERT INTO label_versions VALUES (?, ?, '[]', '[]', 'few', ?, 'm', NULL, NULL, 0)"
        db.execute(sql, (label, number, threshold))
    migrate(db)
    found = db.execute("SELECT label, number FROM label_versions WHERE by_hand").fetchall()
    assert found == [(1, 2)]
