"""Which thumbnails in a shared cache photoclip wrote."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from photoclip.images.png_header import read_texts
from photoclip.images.thumbnails import SOFTWARE, TEMPORARY, ThumbnailSize


def own_thumbnails(base: Path) -> Iterator[Path | None]:
    """The thumbnails under a cache's base folder that photoclip wrote, in no order.

    None for each that another program wrote, so that a caller can look up between two.
    Files that vanish or cannot be read are somebody else's.
    """
    for size in ThumbnailSize:
        for path in _files(base / size.folder):
            yield path if _is_own(path) else None


def _files(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)
    except OSError:
        return  # nothing was written in this size, or it is not ours to read


def _is_own(path: Path) -> bool:
    if path.name.startswith(TEMPORARY):
        return True  # left by a process that was killed
    try:
        return path.suffix == ".png" and read_texts(path).get("Software") == SOFTWARE
    except OSError:
        return False
