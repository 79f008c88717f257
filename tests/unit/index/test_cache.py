"""A saved graph is used exactly when it is the right one, whole."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from photoclip.errors import IndexCacheError
from photoclip.index import cache
from photoclip.index.hnsw import HnswIndex

DIM, COUNT, GENERATION = 32, 300, 7
PRINT = "fingerprint"


@pytest.fixture
def folder(tmp_path: Path, clustered) -> Path:
    """A folder with a saved graph."""
    folder = tmp_path / "cache" / "index"
    HnswIndex.build(*clustered(COUNT)).save(folder, PRINT, GENERATION)
    return folder


def only(folder: Path, suffix: str) -> Path:
    (path,) = folder.glob(f"*{suffix}")
    return path


def load(folder: Path, **changes: object) -> HnswIndex:
    wanted = {"fingerprint": PRINT, "dim": DIM, "count": COUNT, "generation": GENERATION}
    return HnswIndex.load(folder, **{**wanted, **changes})


def test_loaded_graph_answers_as_the_saved_one(folder: Path, clustered) -> None:
    ids, vectors = clustered(COUNT)
    built, loaded = HnswIndex.build(ids, vectors), load(folder)
    assert loaded.differing(ids, vectors).tolist() == []
    for query in clustered(20, seed=1)[1]:
        one, other = built.search(query, 10, ef=200), loaded.search(query, 10, ef=200)
        assert one[0].tolist() == other[0].tolist()
        assert one[1].tolist() == other[1].tolist()


def test_ef_is_not_lost_by_loading(folder: Path, clustered) -> None:
    """hnswlib goes back to ef 10, which for k = 100 would find next to nothing."""
    ids, vectors = clustered(COUNT)
    found, _ = load(folder).search(vectors[0], 100, ef=300)
    exact = ids[np.argsort(-(vectors @ vectors[0]))[:100]]
    assert len(set(found.tolist()) & set(exact.tolist())) >= 99


def test_loaded_graph_grows(folder: Path, clustered) -> None:
    index = load(folder)
    ids, vectors = clustered(200, seed=3, first=10_000)
    index.add(ids, vectors)
    assert len(index) == COUNT + 200
    assert index.search(vectors[5], 1, ef=50)[0].tolist() == [ids[5]]
    index.save(folder, PRINT, GENERATION + 1)
    assert len(load(folder, count=COUNT + 200, generation=GENERATION + 1)) == COUNT + 200


def test_models_lie_beside_each_other(folder: Path, clustered) -> None:
    HnswIndex.build(*clustered(5)).save(folder, "another/model: é", 1)
    assert len(load(folder)) == COUNT
    assert len(HnswIndex.load(folder, "another/model: é", DIM, 5, 1)) == 5


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "other"},
        {"dim": DIM * 2},
        {"dim": DIM // 2},
        {"count": COUNT + 1},
        {"count": 0},
        {"generation": GENERATION + 1},
        {"generation": GENERATION - 1},
    ],
)
def test_graph_of_anything_else_is_refused(folder: Path, change: dict[str, object]) -> None:
    with pytest.raises(IndexCacheError):
        load(folder, **change)


def test_any_generation_loads_where_the_caller_compares_vectors(folder: Path) -> None:
    assert len(HnswIndex.load(folder, PRINT, DIM)) == COUNT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", 2),
        ("space", "l2"),
        ("m", 32),
        ("hnswlib", "0.7.0"),
        ("dim", float(DIM)),
        ("count", True),
        ("generation", None),
        ("sha256", "0" * 64),
        ("rows_sha256", "0" * 64),
    ],
)
def test_stamp_that_differs_is_refused(folder: Path, name: str, value: object) -> None:
    stamp = only(folder, ".json")
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), name: value}))
    with pytest.raises(IndexCacheError):
        load(folder)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"count": 300'])
def test_stamp_that_is_none_is_refused(folder: Path, content: bytes) -> None:
    only(folder, ".json").write_bytes(content)
    with pytest.raises(IndexCacheError):
        load(folder)


def zero_the_middle(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\0" * 64)


@pytest.mark.parametrize("suffix", [".hnsw", ".rows", ".json"])
@pytest.mark.parametrize(
    "harm",
    [
        zero_the_middle,
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: os.truncate(path, path.stat().st_size - 1),
        lambda path: os.truncate(path, 0),
        lambda path: path.write_bytes(path.read_bytes() + b"\0"),
        lambda path: path.write_bytes(os.urandom(1000)),
        Path.unlink,
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_harmed_cache_is_refused(folder: Path, suffix: str, harm: Callable[[Path], object]) -> None:
    harm(only(folder, suffix))
    with pytest.raises(IndexCacheError):
        load(folder)


def test_file_of_another_dim_under_a_right_stamp_is_refused(folder: Path, clustered) -> None:
    """hnswlib itself loads it and answers nonsense."""
    HnswIndex.build(*clustered(COUNT, dim=DIM * 2)).save(folder, "other", GENERATION)
    own = cache._files(folder, PRINT)[0]
    cache._files(folder, "other")[0].replace(own)
    with pytest.raises(IndexCacheError, match="not the file that was stamped"):
        load(folder)


def test_missing_cache_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexCacheError, match="does not exist yet"):
        load(tmp_path / "nowhere")


def test_save_makes_its_folder_and_leaves_nothing_else(folder: Path) -> None:
    assert sorted(path.suffix for path in folder.iterdir()) == [".hnsw", ".json", ".rows"]


def test_save_where_a_folder_cannot_be_made_says_so(tmp_path: Path, clustered) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexCacheError, match="cannot be written"):
        HnswIndex.build(*clustered(5)).save(tmp_path / "file" / "index", PRINT, 1)


def test_hnswlib_that_writes_nothing_is_noticed(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(IndexCacheError):
        cache.save(lambda _: cache.Written(1, 100, b""), folder, PRINT, DIM, 1)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


_SAVE_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from photoclip.errors import IndexCacheError
from photoclip.index.hnsw import HnswIndex
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
vectors = np.eye(32, dtype=np.float32).repeat(20, axis=0)
index = HnswIndex.build(np.arange(640), vectors)
for limit in map(int, sys.argv[2:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        index.save(Path(sys.argv[1]), "fingerprint", 8)
        print("saved")
    except IndexCacheError as error:
        print("refused")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_full_disk_leaves_the_graph_that_was_there(folder: Path) -> None:
    size = only(folder, ".hnsw").stat().st_size
    limits = [0, 100, size // 2, size]  # the new graph is larger
    done = subprocess.run(
        [sys.executable, "-c", _SAVE_ON_A_FULL_DISK, str(folder), *map(str, limits)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["refused"] * len(limits)
    assert len(load(folder)) == COUNT
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("step", [1, 2, 3])
def test_save_that_stops_between_its_files_leaves_nothing_that_loads_wrongly(
    folder: Path, clustered, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    real, calls = os.replace, []

    def replace(source: object, target: object) -> None:
        calls.append(target)
        if len(calls) == step:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    bigger = HnswIndex.build(*clustered(COUNT + 50))
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(IndexCacheError, match="No space left"):
            bigger.save(folder, PRINT, GENERATION + 1)
    for wanted in ({}, {"count": COUNT + 50, "generation": GENERATION + 1}):
        try:
            index = load(folder, **wanted)
        except IndexCacheError:
            continue
        assert len(index) == COUNT
        assert step == 1
    bigger.save(folder, PRINT, GENERATION + 1)
    assert len(load(folder, count=COUNT + 50, generation=GENERATION + 1)) == COUNT + 50


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
@pytest.mark.parametrize("name", [b"caf\xe9", "日本".encode(), b"sp ace"])
def test_cache_may_lie_in_any_folder(tmp_path: Path, clustered, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    HnswIndex.build(*clustered(5)).save(folder, PRINT, 1)
    assert len(HnswIndex.load(folder, PRINT, DIM, 5, 1)) == 5
