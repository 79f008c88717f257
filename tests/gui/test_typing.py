"""Answers while typing, with ten thousand photos."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np
import pytest

from photoclip.domain import Metadata, PhotoStatus
from photoclip.engine import Engine
from photoclip.paths import Paths

from .conftest import App, OpenApp

COUNT = 10_000


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    folder = tmp_path / "Big"
    folder.mkdir()
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        fill(engine, folder)
    return open_app(start=False)


def fill(engine: Engine, folder: Path) -> None:
    """Ten thousand photos with random vectors, as if they had been indexed."""
    catalog, model = engine.catalog, engine.model.get()
    vectors = np.random.default_rng(7).normal(size=(COUNT, model.spec.dim)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with catalog.transaction():
        root = catalog.roots.add(folder)
        ids = []
        for number in range(COUNT):
            key = number.to_bytes(32, "big")
            ids.append(catalog.photos.upsert(key, 1, PhotoStatus.OK, "", Metadata()))
            catalog.files.put(root.id, f"{number}.jpg", ids[-1], 1, 1)
        known = catalog.embeddings.model_id(model.fingerprint, model.spec.name, model.spec.dim)
        catalog.embeddings.put(known, ids, vectors)


def test_answers_follow_the_last_key_at_once(app: App) -> None:
    window = app.window
    window.gallery.show_everything()
    window.folders.read()
    app.wait(lambda: window.readiness.ready and window.photo_model.rowCount() == COUNT)
    seconds = []
    for words in ("cake", "a dog", "the sea at night", "snow", "two people", "red", "a car"):
        with app.qtbot.waitSignal(
            window.gallery.searching.answered,
            timeout=60_000,
            check_params_cb=lambda answer, words=words: answer.query.text == words,
        ):
            app.type(words)
            began = time.monotonic()
        seconds.append(time.monotonic() - began)
    print("from the last key to the answer:", [f"{value * 1000:.0f} ms" for value in seconds])
    answer = window.gallery.answer
    assert answer is not None
    assert len(answer.ids) + answer.more == COUNT
    # 150 ms is the aim; a machine that does other work besides gets twice that.
    assert statistics.median(seconds) < 0.3
