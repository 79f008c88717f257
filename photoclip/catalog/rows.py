"""Between rows of the catalog and the values that all layers share."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from photoclip.domain import (
    FileId,
    Metadata,
    Photo,
    PhotoFile,
    PhotoId,
    PhotoIds,
    PhotoStatus,
    Root,
    RootId,
)

METADATA_COLUMNS = (
    "format, width, height, orientation, taken_at, taken_offset, camera, lens, iso, "
    "focal_length, aperture, exposure_time, latitude, longitude"
)
PHOTO_COLUMNS = f"id, content_hash, size, status, reason, {METADATA_COLUMNS}"
ROOT_COLUMNS = "id, path, volume, online"
FILE_COLUMNS = "f.id, f.root, r.path, f.path, f.photo, f.size, f.mtime_ns, f.reason"

# With id_list(), for any number of them.
LISTED = "IN (SELECT value FROM json_each(?))"

_INT64 = 2**63


def id_list(ids: Iterable[int]) -> str:
    """Ids as one value for LISTED, however many there are."""
    return json.dumps([int(number) for number in ids])


def photo_ids(found: Iterable[tuple[Any, ...]]) -> PhotoIds:
    """Rows of one column as (n,) int64."""
    return np.array([row[0] for row in found], np.int64)


def text(value: str) -> str:
    """A text that SQLite takes: parts of names that are no valid Unicode become escapes."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def metadata_values(metadata: Metadata) -> tuple[Any, ...]:
    """Values for METADATA_COLUMNS."""
    taken = metadata.taken_at
    return (
        text(metadata.format),
        metadata.width,
        metadata.height,
        metadata.orientation,
        taken.replace(tzinfo=None).isoformat() if taken else None,
        _int64(metadata.taken_offset),
        text(metadata.camera),
        text(metadata.lens),
        _int64(metadata.iso),
        metadata.focal_length,
        metadata.aperture,
        metadata.exposure_time,
        metadata.latitude,
        metadata.longitude,
    )


def photo(row: tuple[Any, ...]) -> Photo:
    """A row of PHOTO_COLUMNS. Raises ValueError where a damaged catalog holds nonsense."""
    number, content_hash, size, status, reason = row[:5]
    metadata = _metadata(*row[5:])
    return Photo(PhotoId(number), content_hash, size, PhotoStatus(status), reason, metadata)


def _metadata(*values: Any) -> Metadata:
    parts = list(values)
    parts[4] = datetime.fromisoformat(parts[4]) if parts[4] else None
    return Metadata(*parts)


def root(row: tuple[Any, ...]) -> Root:
    """A row of ROOT_COLUMNS."""
    number, path, volume, online = row
    return Root(RootId(number), Path(os.fsdecode(path)), volume, bool(online))


def file(row: tuple[Any, ...]) -> PhotoFile:
    """A row of FILE_COLUMNS."""
    number, root_id, folder, relative, photo_id, size, mtime_ns, reason = row
    location = os.fsdecode(folder + b"/" + relative)
    return PhotoFile(FileId(number), RootId(root_id), location, photo_id, size, mtime_ns, reason)


def absolute(folder: bytes, relative: bytes) -> Path:
    """The absolute path of a file below a watched folder."""
    return Path(os.fsdecode(folder + b"/" + relative))


def _int64(value: int | None) -> int | None:
    # Headers of pictures hold any number; what no camera writes is as good as nothing.
    return value if value is not None and -_INT64 <= value < _INT64 else None
