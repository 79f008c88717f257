"""Golden images are the same on every machine, because models record their embeddings."""

from __future__ import annotations

import hashlib

import pytest

from photoclip.clip.golden import GOLDEN_KINDS, golden_image

DIGESTS = {
    "gradient": "ca03e17343be1534",
    "checker": "5f481afad4b56215",
    "rings": "9a6621d762034717",
    "noise": "ebc4af708db0daf6",
}


@pytest.mark.parametrize("kind", GOLDEN_KINDS)
def test_pixels_never_change(kind: str) -> None:
    pixels = golden_image(kind, 97, 64)
    assert pixels.shape == (64, 97, 3)
    assert hashlib.sha256(pixels.tobytes()).hexdigest()[:16] == DIGESTS[kind]


@pytest.mark.parametrize(("kind", "width"), [("plaid", 10), ("rings", 0)])
def test_another_kind_or_no_size_is_refused(kind: str, width: int) -> None:
    with pytest.raises(ValueError, match="golden image"):
        golden_image(kind, width, 10)
