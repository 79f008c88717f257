"""One writer and many readers, in threads and in processes."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoId, PhotoStatus

BATCH, BATCHES, DIM = 20, 40, 8


@pytest.fixture
def catalog_file(tmp_path: Path) -> Path:
    path = tmp_path / "library" / "catalog.sqlite"
    (tmp_path / "photos").mkdir()
    with Catalog.open(path) as catalog:
        catalog.roots.add(tmp_path / "photos")
        catalog.embeddings.model_id("fingerprint", "model", DIM)
    return path


def write_batch(catalog: Catalog, batch: int) -> None:
    """Photos, files and embeddings of a batch, in one transaction."""
    root = catalog.roots.all()[0].id
    model = catalog.embeddings.find_model("fingerprint")
    assert model is not None
    with catalog.transaction():
        ids: list[PhotoId] = []
        for number in range(batch * BATCH, (batch + 1) * BATCH):
            digest = number.to_bytes(32, "big")
            ids.append(catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata()))
            catalog.files.put(root, f"{number}.jpg", ids[-1], 1, 1)
        catalog.embeddings.put(model, ids, np.ones((BATCH, DIM), np.float32))


def read_whole_state(catalog: Catalog) -> int:
    """How many photos there are, after a look at whether everything fits."""
    model = catalog.embeddings.find_model("fingerprint")
    assert model is not None
    with catalog.snapshot():
        count = catalog.photos.count()
        ids, vectors = catalog.embeddings.load(model)
        assert len(ids) == len(vectors) == count == catalog.files.count()
        assert ids.tolist() == catalog.photos.visible_ids().tolist()
        assert catalog.files_generation == catalog.embeddings.generation(model) == count
    assert count % BATCH == 0
    return count


def test_threads_read_whole_batches_while_one_writes(catalog_file: Path) -> None:
    done = threading.Event()

    def read(catalog: Catalog) -> list[int]:
        seen = [read_whole_state(catalog)]
        while not done.is_set():
            seen.append(read_whole_state(catalog))
        return seen

    with Catalog.open(catalog_file) as catalog, ThreadPoolExecutor(4) as threads:
        readers = [threads.submit(read, catalog) for _ in range(3)]
        try:
            for batch in range(BATCHES):
                write_batch(catalog, batch)
        finally:
            done.set()
        for reader in readers:
            seen = reader.result()
            assert seen == sorted(seen)
        assert read_whole_state(catalog) == BATCH * BATCHES
        assert catalog.check() == []


def test_threads_that_all_write_lose_nothing(catalog_file: Path) -> None:
    with Catalog.open(catalog_file) as catalog, ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda batch: write_batch(catalog, batch), range(BATCHES)))
        assert read_whole_state(catalog) == BATCH * BATCHES
        assert catalog.check() == []


_READ = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_catalog_concurrency import BATCH, BATCHES, Catalog, read_whole_state
seen = [0]
with Catalog.open(Path(sys.argv[1]), writable=False) as catalog:
    print("reading", flush=True)
    while seen[-1] < BATCH * BATCHES:
        seen.append(read_whole_state(catalog))
assert seen == sorted(seen)
print("all", flush=True)
"""


def test_other_processes_read_while_one_writes(catalog_file: Path) -> None:
    command = [sys.executable, "-c", _READ, str(catalog_file), str(Path(__file__).parent)]
    with Catalog.open(catalog_file) as catalog:
        readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        for reader in readers:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "reading\n"
        for batch in range(BATCHES):
            write_batch(catalog, batch)
        for reader in readers:
            with reader:
                assert reader.communicate(timeout=120)[0] == "all\n"


_CREATE = """
import sys
from pathlib import Path
from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoStatus
print("ready", flush=True)
sys.stdin.readline()
with Catalog.open(Path(sys.argv[1]) / "new" / "catalog.sqlite") as catalog:
    digest = int(sys.argv[2]).to_bytes(32, "big")
    catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata())
"""


def test_processes_that_make_one_catalog_at_once_share_it(tmp_path: Path) -> None:
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", _CREATE, str(tmp_path), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(6)
    ]
    for maker in makers:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "ready\n"
    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("\n")
        maker.stdin.flush()
    for maker in makers:
        with maker:
            maker.communicate(timeout=120)
        assert maker.returncode == 0
    with Catalog.open(tmp_path / "new" / "catalog.sqlite") as catalog:
        assert len(catalog.photos.many(range(20))) == 6
        assert catalog.check() == []
