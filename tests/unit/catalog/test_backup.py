from __future__ import annotations

import logging
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from photoclip.catalog import backup
from photoclip.catalog.faults import backup_path
from photoclip.catalog.store import Catalog
from photoclip.domain import CancelToken, Metadata, PhotoStatus
from photoclip.errors import Cancelled, CatalogDamaged, LibraryError

DAY = 24 * 60 * 60


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    with catalog.transaction():
        for number in range(500):
            digest = number.to_bytes(32, "big")
            catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata(camera="c" * 100))
    return catalog


def damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("rb+") as file:
        file.seek(4096 * 12)
        file.write(b"\xa5" * 4096)


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_backup_is_one_sound_file_like_the_catalog(filled: Catalog, tmp_path: Path) -> None:
    target = tmp_path / "out" / "copy.sqlite"
    target.parent.mkdir()
    filled.backup(target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    with Catalog.open(target, writable=False) as copy:
        assert copy.check() == []
        assert copy.photos.many(range(501)) == filled.photos.many(range(501))


def test_backup_holds_what_is_only_in_the_wal(filled: Catalog, tmp_path: Path) -> None:
    filled.photos.upsert(b"new" + b"h" * 29, 1, PhotoStatus.OK, "", Metadata())
    filled.backup(tmp_path / "copy.sqlite")
    with Catalog.open(tmp_path / "copy.sqlite", writable=False) as copy:
        assert copy.photos.by_hash(b"new" + b"h" * 29) is not None


def test_daily_backup_is_made_once_a_day(filled: Catalog) -> None:
    target = backup_path(filled.path)
    assert filled.back_up_daily(CancelToken())
    assert not filled.back_up_daily(CancelToken())
    for seconds, due in [(DAY - 60, False), (DAY + 60, True), (-3600, True)]:
        age(target, seconds)
        assert filled.back_up_daily(CancelToken()) is due


def test_opening_makes_the_daily_backup(filled: Catalog) -> None:
    filled.close()
    assert not backup_path(filled.path).exists()
    Catalog.open(filled.path).close()
    assert backup_path(filled.path).exists()


def test_empty_catalog_is_not_worth_a_backup(catalog: Catalog) -> None:
    assert not catalog.back_up_daily(CancelToken())
    assert not backup_path(catalog.path).exists()


def test_damaged_catalog_never_replaces_a_good_backup(filled: Catalog) -> None:
    filled.back_up_daily(CancelToken())
    target = backup_path(filled.path)
    good = target.read_bytes()
    age(target, 2 * DAY)
    damage(filled.path)
    with Catalog.open(filled.path, daily_backup=False) as again, pytest.raises(CatalogDamaged):
        again.back_up_daily(CancelToken())
    with pytest.raises(CatalogDamaged) as caught:
        Catalog.open(filled.path)
    assert str(target) in caught.value.hint
    assert target.read_bytes() == good
    assert not list(filled.path.parent.glob("*.tmp*"))


def test_cancelled_backup_leaves_the_old_one(
    filled: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES_A_STEP", 4)
    target = backup_path(filled.path)
    target.write_bytes(b"old")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        filled.backup(target, cancel)
    assert target.read_bytes() == b"old"
    assert not list(filled.path.parent.glob("*.tmp*"))


def test_backup_in_steps_is_of_one_moment(
    filled: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writes between two steps neither get into the copy nor start it over."""
    monkeypatch.setattr(backup, "_PAGES_A_STEP", 4)

    class WritingToken(CancelToken):
        def check(self) -> None:
            filled.photos.remove([1])

    filled.backup(tmp_path / "copy.sqlite", WritingToken())
    assert filled.photos.get(1) is None
    with Catalog.open(tmp_path / "copy.sqlite", writable=False) as copy:
        assert copy.photos.get(1) is not None
        assert copy.check() == []


def test_backup_to_a_missing_folder_says_where(filled: Catalog, tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        filled.backup(tmp_path / "missing" / "copy.sqlite")


def test_backup_that_cannot_be_made_does_not_keep_the_catalog_closed(
    filled: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    filled.close()
    blocked = backup_path(filled.path)
    blocked.mkdir()
    (blocked / "inside").touch()
    age(blocked, 2 * DAY)
    with caplog.at_level(logging.WARNING), Catalog.open(filled.path) as catalog:
        assert not catalog.photos.is_empty()
    assert "no backup was made" in caplog.text
