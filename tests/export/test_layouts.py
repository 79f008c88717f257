"""Exports written in the layouts of Immich, transformers.js and rclip mean the same there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.directory import read_directory
from photoclip.images.decode import decode_image
from tests.export.conftest import Export
from tests.export.corpus import TEXTS
from tests.export.pictures import landscape
from tests.export.test_originals import cosines, open_exactly
from tests.model_layouts import Source, write_immich, write_rclip, write_transformers

SAME = 0.9999
# Without typography, entities and underscores: the layout's own files do not say who cleans them.
PLAIN = [text for text in TEXTS if text.isascii() and not set("&_\x00") & set(text)]


def vectors(path: Path, photo: Path, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    with open_exactly(path) as model:
        pixels = model.preprocess(decode_image(photo).image)
        return model.encode_images(pixels[None]), model.encode_texts(texts)


def compare(
    directory: Path, copy: Path, layout: str, folder: Path, texts: Sequence[str] = TEXTS
) -> None:
    assert read_directory(copy).layout == layout
    photo = landscape(folder).file
    ours, theirs = (vectors(path, photo, texts) for path in (directory, copy))
    for one, other in zip(ours, theirs, strict=True):
        assert cosines(one, other).min() > SAME


@pytest.mark.parametrize("family", ["vit", "resnet", "open_siglip", "open_siglip2", "mobileclip"])
def test_immich(export: Export, family: str, tmp_path: Path) -> None:
    directory = export(family).directory
    copy = write_immich(tmp_path / "immich", Source.of(directory))
    compare(directory, copy, "immich", tmp_path)


@pytest.mark.parametrize("family", ["clip", "align", "blip", "chinese_clip"])
def test_transformers_js(export: Export, family: str, tmp_path: Path) -> None:
    directory = export(family).directory
    copy = write_transformers(tmp_path / "js", Source.of(directory))
    compare(directory, copy, "transformers.js", tmp_path)


@pytest.mark.parametrize(
    ("family", "tokenizer"), [("siglip", "SiglipTokenizer"), ("siglip2", "Siglip2Tokenizer")]
)
def test_transformers_js_of_siglip(
    export: Export, family: str, tokenizer: str, tmp_path: Path
) -> None:
    directory = export(family).directory
    outputs = ("pooler_output", "pooler_output")
    source = Source.of(directory).having(tokenizer_class=tokenizer)
    copy = write_transformers(tmp_path / "js", source, model_type=family, outputs=outputs)
    compare(directory, copy, "transformers.js", tmp_path, PLAIN)


def test_rclip(export: Export, tmp_path: Path) -> None:
    from open_clip.tokenizer import default_bpe

    made = export("vit")
    copy = write_rclip(tmp_path / "rclip", Source.of(made.directory), Path(default_bpe()))
    compare(made.directory, copy, "rclip", tmp_path)
