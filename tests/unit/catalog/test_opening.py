"""Good, missing, damaged, foreign and newer catalogs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from photoclip.catalog.connections import _uri
from photoclip.catalog.faults import as_library_error, backup_path
from photoclip.catalog.schema import APPLICATION_ID, MIGRATIONS
from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoStatus
from photoclip.errors import CatalogDamaged, CatalogTooNew, LibraryError, LibraryInUse

ROWS = 400


@pytest.fixture
def filled(catalog_file: Path) -> Path:
    """A closed catalog of many pages, with no backup."""
    with Catalog.open(catalog_file, daily_backup=False) as catalog, catalog.transaction():
        for number in range(ROWS):
            digest = number.to_bytes(32, "big")
            catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata(camera="c" * 100))
    return catalog_file


def edit(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(sql)


def foreign(path: Path, application: int = 0) -> None:
    edit(path, f"CREATE TABLE notes (text); PRAGMA application_id = {application}")


def damage_page(path: Path, page: int) -> None:
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("not a database at all, " * 50),
    "a few bytes": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "zeros": lambda path: path.write_bytes(b"\0" * 8192),
    "garbage behind the magic": lambda path: path.write_bytes(
        b"SQLite format 3\0" + os.urandom(8176)
    ),
    "cut short": lambda path: os.truncate(path, path.stat().st_size // 2),
    "cut to its header": lambda path: os.truncate(path, 100),
    "broken schema page": lambda path: damage_page(path, 1),
    "another program's": lambda path: (path.unlink(), foreign(path, 0x1234)),
    "another program's without an id": lambda path: (path.unlink(), foreign(path)),
    "lost table": lambda path: edit(path, "DROP TABLE embeddings"),
}


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_catalog_is_refused_and_left_alone(
    filled: Path, damage: str, writable: bool
) -> None:
    DAMAGE[damage](filled)
    before = filled.read_bytes()
    with pytest.raises(CatalogDamaged) as caught:
        Catalog.open(filled, writable=writable)
    assert str(filled) in str(caught.value)
    assert "no backup" in caught.value.hint
    assert filled.read_bytes() == before


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_catalog_names_its_backup_and_leaves_it_alone(filled: Path, damage: str) -> None:
    Catalog.open(filled).close()
    backup = backup_path(filled)
    good = backup.read_bytes()
    DAMAGE[damage](filled)
    with pytest.raises(CatalogDamaged) as caught:
        Catalog.open(filled)
    assert str(backup) in caught.value.hint
    assert backup.read_bytes() == good


def test_backup_copied_over_a_damaged_catalog_brings_everything_back(filled: Path) -> None:
    Catalog.open(filled).close()
    filled.write_bytes(b"\0" * 5000)
    filled.write_bytes(backup_path(filled).read_bytes())
    with Catalog.open(filled) as catalog:
        assert len(catalog.photos.many(range(1, ROWS + 1))) == ROWS
        assert catalog.check() == []


@pytest.mark.parametrize("page", range(2, 40, 3))
def test_broken_page_raises_nothing_but_our_errors(filled: Path, page: int) -> None:
    size = filled.stat().st_size
    assert size > page * 4096
    damage_page(filled, page)
    try:
        with Catalog.open(filled, writable=False) as catalog:
            assert catalog.check() != []
            catalog.photos.many(range(1, ROWS + 1))
            catalog.photos.visible_ids()
            catalog.files.problems()
    except CatalogDamaged as error:
        assert error.path == filled
    with pytest.raises(CatalogDamaged):
        Catalog.open(filled)  # before it would make its daily backup
    assert not backup_path(filled).exists()


def test_text_that_is_no_unicode_is_damage(filled: Path) -> None:
    edit(filled, "UPDATE photos SET camera = CAST(x'ff' AS TEXT) WHERE id = 1")
    with Catalog.open(filled, writable=False) as catalog, pytest.raises(CatalogDamaged):
        catalog.photos.many([1])


def test_date_that_is_none_is_damage(filled: Path) -> None:
    edit(filled, "UPDATE photos SET taken_at = 'yesterday' WHERE id = 1")
    with Catalog.open(filled) as catalog:
        with pytest.raises(CatalogDamaged, match="yesterday"):
            catalog.photos.many([1])
        assert catalog.check() == ["photo 1 was taken at 'yesterday'"]


@pytest.mark.parametrize("writable", [True, False])
def test_newer_catalog_is_refused_and_stays_byte_for_byte(filled: Path, writable: bool) -> None:
    edit(filled, f"PRAGMA user_version = {len(MIGRATIONS) + 1}; PRAGMA wal_checkpoint(TRUNCATE)")
    before = filled.read_bytes()
    with pytest.raises(CatalogTooNew, match="newer photoclip") as caught:
        Catalog.open(filled, writable=writable)
    assert "Update photoclip" in caught.value.hint
    assert "backup" not in caught.value.hint
    assert filled.read_bytes() == before
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_newer_catalog_names_its_backup(filled: Path) -> None:
    Catalog.open(filled).close()
    edit(filled, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(CatalogTooNew) as caught:
        Catalog.open(filled)
    assert str(backup_path(filled)) in caught.value.hint


def test_lost_generations_are_damage(filled: Path) -> None:
    edit(filled, "DELETE FROM meta")
    with (
        Catalog.open(filled, writable=False) as catalog,
        pytest.raises(CatalogDamaged, match="generations"),
    ):
        _ = catalog.files_generation


def test_newer_version_still_in_the_wal_is_seen(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        with pytest.raises(CatalogTooNew):
            Catalog.open(filled)
        with pytest.raises(CatalogTooNew):
            Catalog.open(filled, writable=False)


def test_reading_a_missing_catalog_tells_how_to_begin(catalog_file: Path) -> None:
    with pytest.raises(LibraryError, match="photoclip add FOLDER"):
        Catalog.open(catalog_file, writable=False)
    assert not catalog_file.parent.exists()


def test_reading_an_empty_file_tells_how_to_begin(catalog_file: Path) -> None:
    catalog_file.parent.mkdir()
    catalog_file.touch()
    with pytest.raises(LibraryError, match="photoclip add FOLDER"):
        Catalog.open(catalog_file, writable=False)


def test_empty_file_becomes_a_catalog(catalog_file: Path) -> None:
    catalog_file.parent.mkdir()
    catalog_file.touch()
    with Catalog.open(catalog_file) as catalog:
        assert catalog.check() == []


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("leave", ["empty", "missing"])
def test_lost_catalog_is_not_replaced_by_a_new_one_while_a_backup_is_there(
    filled: Path, leave: str, writable: bool
) -> None:
    Catalog.open(filled).close()
    filled.unlink()
    if leave == "empty":
        filled.touch()
    with pytest.raises(CatalogDamaged) as caught:
        Catalog.open(filled, writable=writable)
    assert str(backup_path(filled)) in str(caught.value)


def test_folder_in_the_place_of_the_catalog_is_refused(catalog_file: Path) -> None:
    catalog_file.mkdir(parents=True)
    for writable in (True, False):
        with pytest.raises(LibraryError, match="cannot be read"):
            Catalog.open(catalog_file, writable=writable)


def test_file_in_the_place_of_the_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library").touch()
    for writable in (True, False):
        with pytest.raises(LibraryError):
            Catalog.open(tmp_path / "library" / "catalog.sqlite", writable=writable)


def test_reading_changes_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    with Catalog.open(filled, writable=False) as catalog:
        assert not catalog.writable
        assert catalog.check() == []
        with pytest.raises(LibraryError, match="reading only"), catalog.transaction():
            pass
        with pytest.raises(LibraryError, match="reading only"):
            catalog.embeddings.model_id("new", "new", 4)
    assert filled.read_bytes() == before
    assert not backup_path(filled).exists()


def test_catalog_of_an_older_format_is_not_read_half(filled: Path) -> None:
    edit(filled, "PRAGMA user_version = 0")
    with pytest.raises(LibraryError, match="older photoclip"):
        Catalog.open(filled, writable=False)


def test_locked_catalog_is_in_use(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryInUse):
            Catalog.open(filled, busy_seconds=0.05)
        with Catalog.open(filled, writable=False, busy_seconds=0.05) as catalog:
            assert catalog.photos.is_empty() is False
        db.execute("ROLLBACK")
    Catalog.open(filled).close()


def test_closed_catalog_leaves_one_file(filled: Path) -> None:
    with Catalog.open(filled, daily_backup=False) as catalog:
        catalog.photos.count()
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_closed_catalog_says_so(filled: Path) -> None:
    catalog = Catalog.open(filled)
    catalog.close()
    catalog.close()
    for use in (catalog.photos.count, catalog.roots.all, lambda: catalog.photos.remove([])):
        with pytest.raises(LibraryError, match="is closed"):
            use()


def test_own_file_is_marked_as_ours(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
@pytest.mark.parametrize("name", [b"caf\xe9", b"a?mode=memory&b#c", b"100%41", b"sp ace"])
def test_library_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name) / "catalog.sqlite"
    with Catalog.open(path) as catalog:
        catalog.photos.upsert(b"h" * 32, 1, PhotoStatus.OK, "", Metadata())
    with Catalog.open(path, writable=False) as catalog:
        assert not catalog.photos.is_empty()
    assert path.is_file()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/me/a b.sqlite"), "file:///home/me/a%20b.sqlite"),
        (PureWindowsPath("C:\\Users\\me\\c.sqlite"), "file:///C:/Users/me/c.sqlite"),
        (PureWindowsPath("\\\\nas\\share\\c.sqlite"), "file:////nas/share/c.sqlite"),
    ],
)
def test_uri_is_one_that_sqlite_takes(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert _uri(path) == uri


@pytest.mark.parametrize(
    ("code", "kind", "finding"),
    [
        (sqlite3.SQLITE_FULL, LibraryError, "disk is full"),
        (sqlite3.SQLITE_BUSY, LibraryInUse, "in use"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LibraryInUse, "in use"),
        (sqlite3.SQLITE_LOCKED, LibraryInUse, "in use"),
        (sqlite3.SQLITE_READONLY_DBMOVED, LibraryError, "not writable"),
        (sqlite3.SQLITE_CANTOPEN, LibraryError, "cannot be opened"),
        (sqlite3.SQLITE_IOERR_READ, LibraryError, "cannot be read or written"),
        (sqlite3.SQLITE_CORRUPT_INDEX, CatalogDamaged, "is damaged"),
        (sqlite3.SQLITE_NOTADB, CatalogDamaged, "is damaged"),
        (sqlite3.SQLITE_INTERRUPT, LibraryError, "was closed"),
        (sqlite3.SQLITE_TOOBIG, LibraryError, "refused a request"),
    ],
)
def test_each_sqlite_error_says_what_it_means(code: int, kind: type, finding: str) -> None:
    error = sqlite3.OperationalError("some text")
    error.sqlite_errorcode = code
    translated = as_library_error(error, Path("/x/catalog.sqlite"))
    assert type(translated) is kind
    assert finding in translated.finding
    assert translated.path == Path("/x/catalog.sqlite")


_UNPRIVILEGED = """
import os, sys
from pathlib import Path
from photoclip.catalog.store import Catalog
from photoclip.errors import LibraryError
if os.geteuid() == 0:  # whom no permission stops
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
with Catalog.open(path, writable=False) as catalog:
    print(len(catalog.photos.many(range(1, 10_000))), catalog.check())
try:
    Catalog.open(path)
except LibraryError as error:
    print(type(error).__name__, error.finding)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission on Windows")
def test_catalog_in_a_read_only_folder_can_be_read(filled: Path) -> None:
    filled.chmod(0o444)
    filled.parent.chmod(0o555)
    for folder in filled.parent.parents:  # pytest makes its folders for its own user only
        if folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", _UNPRIVILEGED, str(filled)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        filled.parent.chmod(0o755)
    assert done.stdout.splitlines() == [f"{ROWS} []", "LibraryError is not writable"], done.stderr
