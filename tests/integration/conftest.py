"""An engine over the photos that each module of tests has of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.engine import Engine
from photoclip.paths import Paths
from photoclip.settings import Settings


@pytest.fixture
def engine(tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Over the photos of the fixture `photos`, indexed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    with Engine.open(Paths.under(tmp_path / "library"), Settings()) as engine:
        engine.library.add_folder(photos)
        engine.library.index()
        yield engine
