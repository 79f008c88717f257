"""What is kept where, and how to get rid of it without touching what is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, LibraryError
from photoclip.images.thumbnails import ThumbnailCache, ThumbnailSize
from photoclip.library.storage import Kind, Storage, Stored
from photoclip.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(
        data=tmp_path / "data",
        cache=tmp_path / "cache",
        config=tmp_path / "config",
        thumbnails=tmp_path / "thumbnails",
    )


def write(path: Path, size: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    return path


def thumbnail(base: Path, name: str, size: ThumbnailSize = ThumbnailSize.LARGE) -> Path:
    made = ThumbnailCache(base).save(Path("/photos") / name, 1, Image.new("RGB", (64, 64)), size)
    assert made is not None
    return made


def foreign(base: Path, software: str = "Other::Program") -> Path:
    """A thumbnail by another program, and one that says nothing."""
    path = base / "large" / f"{len(software):032}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    info = PngImagePlugin.PngInfo()
    if software:
        info.add_text("Software", software)
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)
    return path


def kept(storage: Storage) -> dict[Kind, Stored]:
    return {stored.kind: stored for stored in storage.look()}


def test_a_library_that_was_never_opened_keeps_nothing(paths: Paths) -> None:
    found = Storage(paths).look()
    assert [stored.kind for stored in found] == list(Kind)
    assert sum(stored.size + stored.files for stored in found) == 0


def test_sizes_are_told_kind_by_kind(paths: Paths) -> None:
    write(paths.catalog_file, 100)
    write(paths.data / "catalog.sqlite-wal", 20)
    write(paths.data / "catalog.sqlite.bak", 7)
    write(paths.examples / ("a" * 64), 13)
    write(paths.index / "a.hnsw", 30)
    write(paths.checks_file, 3)
    write(paths.compiled / "tensorrt" / "ab" / "x.engine", 5)
    write(paths.settings_file, 11)
    write(paths.models / "mine" / "visual" / "model.onnx", 50)
    ours = thumbnail(paths.thumbnails, "a.jpg")
    foreign(paths.thumbnails)
    found = kept(Storage(paths))
    sizes = {kind: (stored.files, stored.size) for kind, stored in found.items()}
    assert sizes == {
        Kind.CATALOG: (2, 120),
        Kind.BACKUP: (1, 7),
        Kind.EXAMPLES: (1, 13),
        Kind.THUMBNAILS: (1, ours.stat().st_size),
        Kind.INDEX: (3, 38),
        Kind.SETTINGS: (1, 11),
        Kind.WINDOW: (0, 0),
        Kind.MODELS: (1, 50),
    }
    assert found[Kind.CATALOG].place == paths.catalog_file


def test_only_our_thumbnails_are_cleared(paths: Paths) -> None:
    ours = [
        thumbnail(paths.thumbnails, "a.jpg"),
        thumbnail(paths.thumbnails, "b.jpg", ThumbnailSize.XX_LARGE),
        write(paths.thumbnails / "large" / ".photoclip-abc.tmp", 5),
    ]
    others = [
        foreign(paths.thumbnails),
        foreign(paths.thumbnails, ""),
        foreign(paths.thumbnails, "photoclipper"),
        write(paths.thumbnails / "large" / "notes.txt", 5),
        write(paths.thumbnails / "fail" / "photoclip.png", 5),
    ]
    done = Storage(paths).clear(Kind.THUMBNAILS)
    assert done.files == 3
    assert done.problems == []
    assert not any(path.exists() for path in ours)
    assert all(path.exists() for path in others)


def test_the_index_is_cleared_and_nothing_beside_it(paths: Paths) -> None:
    beside = write(paths.index / "holiday.jpg", 5)
    for name in ("a.hnsw", "a.rows", "a.json", "a.77.tmp"):
        write(paths.index / name, 1)
    assert Storage(paths).clear(Kind.INDEX).files == 4
    assert beside.exists()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in ("thumbnails", "index")])
def test_what_is_no_cache_cannot_be_cleared(paths: Paths, kind: Kind) -> None:
    write(paths.catalog_file, 1)
    with pytest.raises(LibraryError, match="is no cache"):
        Storage(paths).clear(kind)
    assert paths.catalog_file.exists()


def test_caches_elsewhere_are_found_beside_the_usual_ones(paths: Paths, tmp_path: Path) -> None:
    moved = paths.placed(str(tmp_path / "elsewhere"), str(tmp_path / "fast"))
    write(moved.index / "new.hnsw", 2)
    storage = Storage(moved, paths)
    assert [row.place for row in storage.look() if row.kind is Kind.THUMBNAILS] == [
        moved.thumbnails
    ]
    old = thumbnail(paths.thumbnails, "a.jpg")
    write(paths.index / "old.hnsw", 4)
    places = [row.place for row in storage.look() if row.kind in (Kind.THUMBNAILS, Kind.INDEX)]
    assert places == [moved.thumbnails, paths.thumbnails, moved.index, paths.index]
    storage.clear(Kind.THUMBNAILS)
    assert not old.exists()


def test_everything_but_what_is_not_ours_is_deleted(paths: Paths, tmp_path: Path) -> None:
    moved = paths.placed(str(tmp_path / "elsewhere"), str(tmp_path / "fast"))
    for path in (
        moved.catalog_file,
        moved.data / "catalog.sqlite-shm",
        moved.data / "catalog.sqlite.bak",
        moved.data / "catalog.sqlite.bak.12.tmp",
        moved.examples / ("a" * 64),
        moved.examples / f"{'b' * 64}.12.tmp",
        moved.settings_file,
        moved.config / "settings.toml.unreadable",
        moved.window_file,
        moved.checks_file,
        moved.compiled / "tensorrt" / "ab" / "x.engine",
        moved.index / "a.hnsw",
        paths.index / "a.hnsw",
    ):
        write(path, 1)
    thumbnail(moved.thumbnails, "a.jpg")
    stays = {
        write(moved.data / "holiday.jpg", 1),
        write(moved.examples / "mine.jpg", 1),
        write(moved.data / "catalog.sqlite.bak-of-mine", 1),
        write(moved.models / "mine" / "config.json", 1),
        foreign(paths.thumbnails),
    }
    done = Storage(moved, paths).delete_everything()
    assert done.files == 14
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == stays
    assert not paths.config.exists()
    assert not paths.cache.exists()


def test_what_cannot_be_deleted_is_told(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    file, other = write(paths.index / "a.hnsw", 1), write(paths.index / "b.hnsw", 1)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == file:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    done = Storage(paths).clear(Kind.INDEX)
    assert (done.files, other.exists()) == (1, False)
    assert [str(problem) for problem in done.problems] == [
        f"{file}: cannot be deleted (Permission denied)"
    ]


@pytest.mark.parametrize("work", [Storage.look, Storage.delete_everything])
def test_a_look_can_be_cancelled(paths: Paths, work: object) -> None:
    write(paths.catalog_file, 1)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        work(Storage(paths), cancel)  # type: ignore[operator]
    assert paths.catalog_file.exists()
