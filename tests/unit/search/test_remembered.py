"""Pictures that were searched for are not embedded with each letter that is typed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from photoclip.domain import Vectors
from photoclip.search.remembered import RememberedVectors


def test_a_picture_is_embedded_once_until_it_changes(tmp_path: Path) -> None:
    asked: list[Path | bytes] = []

    def embed(source: Path | bytes) -> Vectors:
        asked.append(source)
        return np.full(2, len(asked), np.float32)

    seen, path = RememberedVectors(most=2), tmp_path / "a.png"
    path.write_bytes(b"one")
    first = seen.get("model", path, embed)
    assert seen.get("model", path, embed) is first
    assert seen.get("other model", path, embed) is not first
    path.write_bytes(b"another")
    assert seen.get("model", path, embed)[0] == 3
    # Contents are told apart by what is in them, and the oldest are forgotten.
    assert seen.get("model", b"pixels", embed) is seen.get("model", b"pixels", embed)
    seen.get("model", b"other pixels", embed)
    seen.get("model", path, embed)
    assert asked == [path, path, path, b"pixels", b"other pixels", path]
