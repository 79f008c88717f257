from __future__ import annotations

import sqlite3
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoId, PhotoStatus
from photoclip.errors import LibraryError


def put(catalog: Catalog, number: int) -> PhotoId:
    digest = number.to_bytes(32, "big")
    return catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata())


def count(catalog: Catalog) -> int:
    return len(catalog.photos.many(range(1000)))


def test_all_writes_of_a_block_happen_or_none(catalog: Catalog) -> None:
    with catalog.transaction():
        put(catalog, 1)
        put(catalog, 2)
    with pytest.raises(RuntimeError), catalog.transaction():
        put(catalog, 3)
        raise RuntimeError
    assert count(catalog) == 2


def test_inner_block_is_undone_by_itself(catalog: Catalog) -> None:
    with catalog.transaction():
        put(catalog, 1)
        with suppress(RuntimeError), catalog.transaction():
            put(catalog, 2)
            with catalog.transaction():
                put(catalog, 3)
            raise RuntimeError
        put(catalog, 4)
    assert count(catalog) == 2


def test_outer_block_undoes_inner_ones(catalog: Catalog) -> None:
    with pytest.raises(RuntimeError), catalog.transaction():
        with catalog.transaction():
            put(catalog, 1)
        raise RuntimeError
    assert count(catalog) == 0


def test_block_sees_its_own_writes_and_others_only_when_they_are_done(catalog: Catalog) -> None:
    with ThreadPoolExecutor(1) as other, catalog.transaction():
        put(catalog, 1)
        assert count(catalog) == 1
        assert other.submit(count, catalog).result() == 0
    assert count(catalog) == 1


def test_snapshot_sees_one_state(catalog: Catalog) -> None:
    put(catalog, 1)
    with ThreadPoolExecutor(1) as other, catalog.snapshot():
        assert count(catalog) == 1
        other.submit(put, catalog, 2).result()
        assert count(catalog) == 1
        with catalog.snapshot():
            assert count(catalog) == 1
    assert count(catalog) == 2


def test_own_writes_inside_a_snapshot_are_seen_in_their_block(catalog: Catalog) -> None:
    with catalog.snapshot():
        assert count(catalog) == 0
        with catalog.transaction():
            put(catalog, 1)
            assert count(catalog) == 1
        assert count(catalog) == 0
    assert count(catalog) == 1


def test_sqlite_errors_in_a_block_become_ours_and_undo_it(catalog: Catalog) -> None:
    with pytest.raises(LibraryError), catalog.transaction() as db:
        put(catalog, 1)
        db.execute("SELECT * FROM missing")
    assert count(catalog) == 0
    put(catalog, 1)
    assert count(catalog) == 1


def test_writer_recovers_when_the_rollback_fails_too(catalog: Catalog) -> None:
    with pytest.raises(LibraryError), catalog.transaction() as db:
        put(catalog, 1)
        db.close()
        db.execute("SELECT 1")
    put(catalog, 2)
    assert count(catalog) == 1


def test_transaction_that_sqlite_rolled_back_by_itself_is_reported(catalog: Catalog) -> None:
    """As on a full disk, here through a limit on the pages of the file."""
    put(catalog, 1)
    with pytest.raises(LibraryError, match="disk is full"), catalog.transaction() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        for number in range(2, 100_000):
            with catalog.transaction():
                put(catalog, number)
    assert count(catalog) == 1
    assert catalog.check() == []


def test_blocks_of_threads_take_turns(catalog: Catalog) -> None:
    inside = 0
    most = 0

    def write(number: int) -> None:
        nonlocal inside, most
        with catalog.transaction():
            inside += 1
            most = max(most, inside)
            put(catalog, number)
            inside -= 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(100)))
    assert most == 1
    assert count(catalog) == 100


def test_threads_that_end_leave_no_connection_behind(catalog: Catalog) -> None:
    put(catalog, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(50):
            thread = threading.Thread(target=count, args=(catalog,))
            thread.start()
            thread.join()
    assert len(catalog._connections._idle) == 1
    assert not catalog._connections._borrowed


def test_close_ends_running_reads(catalog: Catalog) -> None:
    put(catalog, 1)
    started = threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def read() -> str:
        with catalog._connections.reading() as db:
            db.create_function("started", 0, started.set)
            db.execute("SELECT started()").fetchone()
            db.execute(endless).fetchone()
        return "not reached"

    with ThreadPoolExecutor(2) as threads:
        reading = threads.submit(read)
        assert started.wait(30)
        threads.submit(catalog.close).result(60)
        with pytest.raises(LibraryError, match="closed while it was being read"):
            reading.result(60)


def test_close_waits_for_a_running_write(catalog: Catalog) -> None:
    with ThreadPoolExecutor(1) as threads:
        with catalog.transaction():
            put(catalog, 1)
            closing = threads.submit(catalog.close)
            put(catalog, 2)
        closing.result(60)
    with Catalog.open(catalog.path) as again:
        assert count(again) == 2


def test_close_inside_a_block_is_refused(catalog: Catalog) -> None:
    with catalog.transaction(), pytest.raises(LibraryError, match="inside a transaction"):
        catalog.close()
    with catalog.snapshot(), pytest.raises(LibraryError, match="inside a transaction"):
        catalog.close()


def test_readers_cannot_write(catalog: Catalog) -> None:
    with pytest.raises(LibraryError, match="not writable"), catalog._connections.reading() as db:
        db.execute("DELETE FROM photos")


def test_foreign_keys_are_enforced(catalog: Catalog, tmp_path: Path) -> None:
    root = catalog.roots.add(tmp_path)
    with pytest.raises(LibraryError, match="FOREIGN KEY"):
        catalog.files.put(root.id, "a.jpg", PhotoId(9), 1, 1)


def test_columns_refuse_values_of_another_kind(catalog: Catalog) -> None:
    for sql in (
        "INSERT INTO photos (content_hash, size, status) VALUES (x'00', 1, 'ok')",
        "INSERT INTO photos (content_hash, size, status) VALUES (zeroblob(32), 1, 'maybe')",
        "INSERT INTO photos (content_hash, size, status) VALUES (zeroblob(32), 'big', 'ok')",
        "INSERT INTO roots (path) VALUES ('text, not bytes')",
    ):
        with pytest.raises(LibraryError), catalog.transaction() as db:
            db.execute(sql)


def test_no_sqlite_error_leaves_a_reader(catalog: Catalog) -> None:
    with pytest.raises(LibraryError) as caught:
        catalog._connections.rows("SELECT * FROM missing")
    assert isinstance(caught.value.__cause__, sqlite3.Error)
