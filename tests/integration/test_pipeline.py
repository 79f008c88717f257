"""The pipeline with the embedded model: killed at any moment, resumed, and quick when idle."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.encoder import ClipModel
from photoclip.domain import IndexReport, Metadata, PhotoStatus
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.library.relink import volume_of
from photoclip.paths import bundled
from photoclip.settings import Settings

PHOTOS = 160
SAMPLES = Path(__file__).parents[1] / "data"

CHILD = """
import sys
from pathlib import Path
from photoclip.catalog.store import Catalog
from photoclip.clip.encoder import ClipModel
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.paths import bundled
from photoclip.settings import Settings

base = Path(sys.argv[1])
catalog = Catalog.open(base / "catalog.sqlite")
opener = lambda: ClipModel.open(bundled("models/embedded"), device="cpu", check=False)
pipeline = Pipeline(
    catalog, opener, ThreadDecoder(), ThumbnailCache(base / "thumbnails"), Settings()
)
print("started", flush=True)
pipeline.index(on_batch=lambda ids, vectors: print("batch", len(ids), flush=True))
print("finished", flush=True)
"""


def picture(seed: int) -> bytes:
    colours = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    image = Image.fromarray(colours).resize((320, 240), Image.Resampling.BICUBIC)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=92)
    return stream.getvalue()


class Place:
    """A library whose model is opened as the application does."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.folder = base / "photos"
        self.folder.mkdir()
        self.model = CurrentModel(
            bundled("models/embedded"),
            lambda directory: ClipModel.open(directory, device="cpu", check=False),
        )
        with self.catalog() as catalog:
            catalog.roots.add(self.folder, volume_of(self.folder))

    def catalog(self) -> Catalog:
        return Catalog.open(self.base / "catalog.sqlite")

    def index(self, catalog: Catalog) -> IndexReport:
        return Pipeline(
            catalog,
            self.model.get,
            ThreadDecoder(),
            ThumbnailCache(self.base / "thumbnails"),
            Settings(),
            fingerprint=lambda: self.model.fingerprint,
        ).index()

    def fill(self, count: int) -> None:
        for number in range(count):
            path = self.folder / f"{number % 4}" / f"{number}.jpg"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(picture(number))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.model.close()


def run_until(place: Place, line: str, times: int) -> None:
    """Index in another process, and kill it as soon as it said a line so many times."""
    command = [sys.executable, "-c", CHILD, str(place.base)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for said in process.stdout:
            times -= said.startswith(line)
            if times == 0:
                process.kill()
                break
        process.wait(60)


def test_killed_at_several_moments_and_resumed(place: Place) -> None:
    place.fill(PHOTOS)
    done = 0
    for line, times in [("started", 1), ("batch", 1), ("batch", 3), ("batch", 2)]:
        run_until(place, line, times)
        with place.catalog() as catalog:
            assert catalog.check() == []
            committed = catalog.photos.count()
            assert committed >= done
            if line == "batch":
                assert committed > done
            done = committed
    assert 0 < done < PHOTOS
    with place.catalog() as catalog:
        report = place.index(catalog)
        assert (report.new, report.unchanged) == (PHOTOS - done, done)
        model = catalog.embeddings.find_model(place.model.fingerprint)
        assert model is not None
        assert catalog.embeddings.count(model) == catalog.photos.count() == PHOTOS
        assert catalog.check() == []


def test_vectors_are_those_of_the_model_whatever_the_batch(place: Place) -> None:
    names = sorted(SAMPLES.glob("*.jpg"))
    assert names
    for sample in names:
        (place.folder / sample.name).write_bytes(sample.read_bytes())
    place.fill(20)
    with place.catalog() as catalog:
        assert place.index(catalog).new == len(names) + 20
        number = catalog.embeddings.find_model(place.model.fingerprint)
        assert number is not None
        model, decoder = place.model.get(), ThreadDecoder()
        for sample in names:
            file = catalog.files.by_path(place.folder / sample.name)
            assert file is not None and file.photo is not None
            stored = catalog.embeddings.get(number, [file.photo])[1][0]
            image = decoder.decode(sample, min_side=512).image
            direct = model.encode_images(model.preprocess(image)[None])[0]
            assert float(stored @ direct) > 0.999


def test_unchanged_folder_of_ten_thousand_is_compared_quickly(place: Place) -> None:
    with place.catalog() as catalog:
        (root,) = catalog.roots.all()
        for number in range(10_000):
            path = place.folder / f"{number % 40}" / f"IMG_{number:05}.jpg"
            path.parent.mkdir(exist_ok=True)
            path.touch()
        with catalog.transaction():
            photo = catalog.photos.upsert(
                b"0" * 32, 0, PhotoStatus.UNREADABLE, "is empty", Metadata()
            )
            for path in place.folder.rglob("*.jpg"):
                found = path.stat()
                relative = path.relative_to(place.folder).as_posix()
                catalog.files.put(root.id, relative, photo, found.st_size, found.st_mtime_ns)
        took = []
        for _ in range(3):
            began = time.process_time()
            report = place.index(catalog)
            took.append(time.process_time() - began)
            assert report.unchanged == 10_000
        assert place.model.loaded is None
        # Processor time, since other programs may be busy.
        assert min(took) < 0.5


def test_moved_library_of_photos_is_searchable_at_once(place: Place) -> None:
    place.fill(24)
    with place.catalog() as catalog:
        place.index(catalog)
        before = catalog.photos.visible_ids().tolist()
        place.folder.rename(place.base / "unplugged")
        assert place.index(catalog).offline == 24
        (place.base / "unplugged").rename(place.folder)
        (place.folder / "0").rename(place.folder / "renamed")
        place.model.close()
        report = place.index(catalog)
        assert (report.moved, report.unchanged) == (6, 18)
        assert place.model.loaded is None
        assert catalog.photos.visible_ids().tolist() == before
