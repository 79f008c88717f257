"""A process that is killed loses at most what it had not committed."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from photoclip.catalog.faults import backup_path
from photoclip.catalog.schema import MIGRATIONS
from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Metadata, PhotoStatus

_PRELUDE = """
import sys
from pathlib import Path
import numpy as np
from photoclip.catalog.store import Catalog
from photoclip.domain import CancelToken, Metadata, PhotoStatus

def here():
    print("here", flush=True)
    sys.stdin.readline()

def fill(catalog, numbers):
    root = catalog.roots.all()[0].id
    model = catalog.embeddings.model_id("fingerprint", "model", 8)
    ids = []
    for number in numbers:
        digest = number.to_bytes(32, "big")
        ids.append(catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata()))
        catalog.files.put(root, f"{number}.jpg", ids[-1], 1, 1)
    catalog.embeddings.put(model, ids, np.ones((len(ids), 8), np.float32))

catalog_file = Path(sys.argv[1])
"""

_IN_A_TRANSACTION = """
catalog = Catalog.open(catalog_file)
with catalog.transaction():
    fill(catalog, range(100))
with catalog.transaction() as db:
    db.execute("PRAGMA cache_size = 2")  # so that uncommitted pages are in the -wal file
    fill(catalog, range(100, 3000))
    here()
"""

_AFTER_A_COMMIT = """
catalog = Catalog.open(catalog_file)
with catalog.transaction():
    fill(catalog, range(100))
here()
"""

_IN_A_MIGRATION = """
from photoclip.catalog import schema, store
catalog = Catalog.open(catalog_file)
with catalog.transaction():
    fill(catalog, range(100))
catalog.close()
real = schema._statements
def stop_in_the_middle(script):
    for number, statement in enumerate(real(script)):
        if number == 2:
            here()
        yield statement
schema._statements = stop_in_the_middle
step = "CREATE TABLE one (x); DROP TABLE embeddings; CREATE TABLE two (x);"
store.MIGRATIONS = (*store.MIGRATIONS, step)
Catalog.open(catalog_file)
"""

_IN_A_BACKUP = """
from photoclip.catalog import backup
from photoclip.catalog.faults import backup_path
catalog = Catalog.open(catalog_file)
with catalog.transaction():
    fill(catalog, range(100))
catalog.backup(backup_path(catalog_file))
with catalog.transaction():
    fill(catalog, range(100, 3000))
class Stop(CancelToken):
    def check(self):
        here()
backup._PAGES_A_STEP = 8
catalog.backup(backup_path(catalog_file), Stop())
"""


@pytest.fixture
def catalog_file(tmp_path: Path) -> Path:
    path = tmp_path / "library" / "catalog.sqlite"
    (tmp_path / "photos").mkdir()
    with Catalog.open(path) as catalog:
        catalog.roots.add(tmp_path / "photos")
    return path


@contextmanager
def running(code: str, catalog_file: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has come to its here() and is killed at the end of the block."""
    command = [sys.executable, "-c", _PRELUDE + code, str(catalog_file)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        try:
            yield process
        finally:
            process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            process.wait(60)


def assert_holds_a_hundred(catalog: Catalog) -> None:
    model = catalog.embeddings.find_model("fingerprint")
    assert model is not None
    assert catalog.check() == []
    assert catalog.photos.count() == 100
    assert catalog.embeddings.load(model)[1].shape == (100, 8)
    assert catalog.files.count(FolderScope(catalog.roots.all()[0].id)) == 100


@pytest.mark.parametrize(
    "code", [_IN_A_TRANSACTION, _AFTER_A_COMMIT, _IN_A_MIGRATION], ids=["write", "idle", "migrate"]
)
@pytest.mark.parametrize("writable", [True, False])
def test_killed_process_leaves_what_it_committed(
    catalog_file: Path, code: str, writable: bool
) -> None:
    with running(code, catalog_file):
        pass
    with Catalog.open(catalog_file, writable=writable) as catalog:
        assert_holds_a_hundred(catalog)
    with Catalog.open(catalog_file) as catalog, catalog.transaction() as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        catalog.photos.upsert(b"h" * 32, 1, PhotoStatus.OK, "", Metadata())


def test_writer_does_not_keep_readers_out(catalog_file: Path) -> None:
    with (
        running(_IN_A_TRANSACTION, catalog_file),
        Catalog.open(catalog_file, writable=False, busy_seconds=0.05) as catalog,
    ):
        assert_holds_a_hundred(catalog)


def test_killed_backup_leaves_the_one_before(catalog_file: Path) -> None:
    with running(_IN_A_BACKUP, catalog_file):
        pass
    with Catalog.open(backup_path(catalog_file), writable=False) as old:
        assert_holds_a_hundred(old)
    with Catalog.open(catalog_file) as catalog:
        assert catalog.check() == []
        assert catalog.photos.count() == 3000
