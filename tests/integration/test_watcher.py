"""Real folders, real events, the real pipeline and the embedded model."""

from __future__ import annotations

import io
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.clip.encoder import ClipModel
from photoclip.domain import CancelToken, IndexReport, PhotoId
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.library.relink import volume_of
from photoclip.library.watcher import Watcher
from photoclip.paths import bundled
from photoclip.settings import Settings

# What a person waits for at most, after the last write, on a machine that is not busy.
PATIENCE = 2.0
# Test machines are.
AT_MOST = 20.0


def picture(seed: int, size: tuple[int, int] = (320, 240)) -> bytes:
    colours = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    image = Image.fromarray(colours).resize(size, Image.Resampling.BICUBIC)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=92)
    return stream.getvalue()


@pytest.fixture(scope="module")
def model() -> Iterator[ClipModel]:
    model = ClipModel.open(bundled("models/embedded"), device="cpu", check=False)
    # As in an application that has searched before: the graph is loaded.
    model.encode_images(model.preprocess(Image.new("RGB", (300, 300)))[None])
    yield model
    model.close()


class Watched:
    """A watched folder that is indexed whenever it changes."""

    def __init__(self, base: Path, model: ClipModel) -> None:
        self.base = base
        self.folder = base / "photos"
        self.folder.mkdir()
        self.catalog = Catalog.open(base / "catalog.sqlite")
        self.catalog.roots.add(self.folder, volume_of(self.folder))
        self.pipeline = Pipeline(
            self.catalog,
            lambda: model,
            ThreadDecoder(),
            ThumbnailCache(base / "thumbnails"),
            Settings(),
            fingerprint=lambda: model.fingerprint,
        )
        self.cancel = CancelToken()
        self.reports: list[IndexReport] = []
        self.asked: list[list[Path]] = []
        self.changed = threading.Condition()
        self.watcher = Watcher(self.catalog.roots.all, self.on_change, check_seconds=0.3)

    def on_change(self, folders: Sequence[Path]) -> None:
        report = self.pipeline.index(folders=folders, cancel=self.cancel)
        with self.changed:
            self.asked.append(list(folders))
            self.reports.append(report)
            self.changed.notify_all()

    def wait(self, reached: Callable[[], bool], at_most: float = AT_MOST) -> float:
        """Wait for a state after some run; returns the seconds it took."""
        began = time.monotonic()
        with self.changed:
            assert self.changed.wait_for(reached, at_most), (self.asked, self.reports)
        return time.monotonic() - began

    def visible(self) -> set[str]:
        ids = [PhotoId(int(number)) for number in self.catalog.photos.visible_ids()]
        paths = self.catalog.files.paths_of(ids)
        return {
            path.relative_to(self.folder).as_posix() for places in paths.values() for path in places
        }

    def photo_at(self, name: str) -> PhotoId | None:
        file = self.catalog.files.by_path(self.folder / name)
        return None if file is None else file.photo

    def total(self, field: str) -> int:
        return sum(getattr(report, field) for report in self.reports)

    def close(self) -> None:
        self.cancel.cancel()
        self.watcher.stop()
        self.catalog.close()


@pytest.fixture
def watched(tmp_path: Path, model: ClipModel) -> Iterator[Watched]:
    watched = Watched(tmp_path, model)
    watched.watcher.start()
    yield watched
    watched.close()


def write_slowly(path: Path, content: bytes, pieces: int = 12, seconds: float = 2.4) -> None:
    """Copy as a slow card reader does: piece by piece, each at once on disk."""
    pause = threading.Event()
    with path.open("wb", buffering=0) as stream:
        for piece in np.array_split(np.frombuffer(content, np.uint8), pieces):
            pause.wait(seconds / pieces)
            stream.write(piece.tobytes())


def test_slowly_copied_file_is_there_soon_after_its_last_write(watched: Watched) -> None:
    took = []
    for attempt in range(3):  # the machine may be busy just then
        name, content = f"slow {attempt}.jpg", picture(attempt, (1600, 1200))
        write_slowly(watched.folder / name, content)
        took.append(watched.wait(lambda name=name: name in watched.visible()))
        photo = watched.catalog.photos.get(watched.photo_at(name) or PhotoId(0))
        assert photo is not None and photo.size == len(content)
        assert watched.catalog.files.problems() == []
        if took[-1] < PATIENCE:
            return
    pytest.fail(f"took {took} seconds after the last write")


def test_rename_keeps_photo_and_vector_and_delete_hides_it(
    watched: Watched, model: ClipModel
) -> None:
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
    photo, number = (
        watched.photo_at("a.jpg"),
        watched.catalog.embeddings.find_model(model.fingerprint),
    )
    assert photo is not None and number is not None
    before = watched.catalog.embeddings.get(number, [photo])[1]

    (watched.folder / "a.jpg").rename(watched.folder / "b.jpg")
    watched.wait(lambda: watched.visible() == {"b.jpg"})
    assert watched.photo_at("b.jpg") == photo
    assert np.array_equal(watched.catalog.embeddings.get(number, [photo])[1], before)
    assert watched.total("moved") == 1 and watched.total("new") == 1

    (watched.folder / "b.jpg").unlink()
    watched.wait(lambda: watched.visible() == set())
    assert np.array_equal(watched.catalog.embeddings.get(number, [photo])[1], before)


def test_changed_file_is_read_again(watched: Watched) -> None:
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
    photo = watched.photo_at("a.jpg")
    (watched.folder / "a.jpg").write_bytes(picture(2))
    watched.wait(lambda: watched.photo_at("a.jpg") not in (None, photo))


def test_folders_move_in_within_and_out(watched: Watched) -> None:
    outside = watched.base / "card"
    (outside / "deep").mkdir(parents=True)
    (outside / "1.jpg").write_bytes(picture(1))
    (outside / "deep" / "2.jpg").write_bytes(picture(2))
    outside.rename(watched.folder / "trip")
    watched.wait(lambda: watched.visible() == {"trip/1.jpg", "trip/deep/2.jpg"})

    (watched.folder / "trip").rename(watched.folder / "holiday")
    watched.wait(lambda: watched.visible() == {"holiday/1.jpg", "holiday/deep/2.jpg"})
    # The watch went along with the folder.
    (watched.folder / "holiday" / "deep" / "3.jpg").write_bytes(picture(3))
    watched.wait(lambda: "holiday/deep/3.jpg" in watched.visible())

    (watched.folder / "holiday").rename(watched.base / "out")
    watched.wait(lambda: watched.visible() == set())
    assert watched.total("removed") == 3


def test_five_hundred_files_at_once_are_few_runs(watched: Watched) -> None:
    # Few contents, since embedding is not what is tested here.
    content = [picture(seed, (48, 32)) for seed in range(20)]
    for number in range(500):
        folder = watched.folder / f"{number % 5}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.jpg").write_bytes(content[number % 20])
    watched.wait(lambda: len(watched.visible()) == 500, at_most=100)
    assert watched.total("new") == 500
    assert len(watched.asked) < 60


def test_files_that_are_no_photos_cause_no_run(watched: Watched) -> None:
    (watched.folder / "notes.txt").write_text("hello")
    (watched.folder / ".hidden").mkdir()
    (watched.folder / ".hidden" / "a.jpg").write_bytes(picture(1))
    (watched.folder / "seen.jpg").write_bytes(picture(2))
    watched.wait(lambda: watched.visible() == {"seen.jpg"})
    (watched.folder / "notes.txt").write_text("hello again")
    (watched.folder / "second").mkdir()
    (watched.folder / "second" / "b.jpg").write_bytes(picture(3))
    watched.wait(lambda: "second/b.jpg" in watched.visible())
    assert all(".hidden" not in folder.parts for folders in watched.asked for folder in folders)


def test_root_that_is_pulled_out_and_put_back(watched: Watched) -> None:
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
    away = watched.folder.rename(watched.base / "unplugged")
    watched.wait(lambda: [root.online for root in watched.catalog.roots.all()] == [False])
    assert watched.visible() == {"a.jpg"}
    (away / "b.jpg").write_bytes(picture(2))
    away.rename(watched.folder)
    watched.wait(lambda: watched.visible() == {"a.jpg", "b.jpg"})
    (watched.folder / "c.jpg").write_bytes(picture(3))
    watched.wait(lambda: "c.jpg" in watched.visible())
    assert watched.total("removed") == 0


def test_deleted_root_loses_nothing(watched: Watched) -> None:
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
    shutil.rmtree(watched.folder)
    watched.wait(lambda: watched.total("offline") > 0 or watched.visible() == set())
    watched.folder.mkdir()
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
    assert watched.catalog.photos.count() == 1


def test_stop_ends_all_threads(watched: Watched) -> None:
    watched.watcher.stop()
    names = [thread.name for thread in threading.enumerate()]
    assert not any("watcher" in name or "notify" in name.lower() for name in names)
    watched.watcher.start()
    (watched.folder / "a.jpg").write_bytes(picture(1))
    watched.wait(lambda: watched.visible() == {"a.jpg"})
