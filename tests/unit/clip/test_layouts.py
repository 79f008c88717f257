"""Each layout from its files to embeddings: a picture's file and a text go in, vectors come out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto
from PIL import Image

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.encoder import ClipModel
from photoclip.clip.spec import PreprocessSpec
from photoclip.errors import ModelDirectoryError
from tests.model_layouts import Source, write_immich, write_transformers

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

Unit = Callable[[NDArray[Any]], NDArray[Any]]
TEXTS = ["a photo of a dog", "red sea", "cat"]
SHORTEST = PreprocessSpec((8, 8), (0.5,) * 3, (0.25,) * 3)
LAYOUTS = {
    "immich": write_immich,
    "transformers.js": write_transformers,
}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file with a picture that is not square."""
    values = np.random.default_rng(3).integers(0, 256, (21, 40, 3), dtype=np.uint8)
    Image.fromarray(values).save(tmp_path / "picture.png")
    return tmp_path / "picture.png"


def embed(model: ClipModel, picture: Path) -> NDArray[np.float32]:
    with Image.open(picture) as image:
        return model.encode_images(np.stack([model.preprocess(image)] * 3))


def fitted_pixels(picture: Path, left: int) -> NDArray[np.float32]:
    """One row: fitted to 8 pixels at the shorter side, and a square cut out of that."""
    with Image.open(picture) as image:
        fitted = image.resize((15, 8), Image.Resampling.BICUBIC).crop((left, 0, left + 8, 8))
    values = np.asarray(fitted, np.float32) / 255
    return ((values - 0.5) / 0.25).transpose(2, 0, 1).reshape(1, -1)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "signature",
    [
        {},
        {"image_type": TensorProto.FLOAT16, "output_type": TensorProto.FLOAT16},
        {"image_type": TensorProto.UINT8, "channels_last": True},
        {"image_type": TensorProto.UINT8},
        {"channels_last": True, "open_sides": True},
        {"mask": True, "segments": True, "text_type": TensorProto.INT64},
        {"image_batch": 1, "text_batch": 1, "text_length": 10},
        {"image_batch": 4, "text_batch": 2},
        {"normalise": True},
    ],
    ids=str,
)
def test_every_signature_gives_the_vectors_that_its_weights_make(
    workshop: Workshop, picture: Path, unit: Unit, layout: str, signature: dict[str, Any]
) -> None:
    tiny = workshop.tiny(**signature)
    source = Source.of(workshop.make("source", **signature)).having(preprocess=SHORTEST)
    path = LAYOUTS[layout](workshop.base / "copy", source)
    model = workshop.open(path)
    # Of the half pixel beside the centre.
    left = 3 if layout == "transformers.js" else 4
    pixels = np.repeat(fitted_pixels(picture, left), 3, axis=0)
    assert embed(model, picture) == pytest.approx(unit(pixels @ tiny.image_weights), abs=5e-3)
    words = dict(zip(workshop.words, tiny.text_weights, strict=True))
    around = words["[CLS]"] + words["[SEP]"]
    sums = np.stack([sum((words[w] for w in text.split()), start=around) for text in TEXTS])
    assert model.encode_texts(TEXTS) == pytest.approx(unit(sums), abs=5e-3)
    assert read_directory(path).layout == layout


def test_the_same_graphs_mean_the_same_in_every_layout(workshop: Workshop, picture: Path) -> None:
    source = Source.of(workshop.make())
    vectors = [embed(workshop.open(source.image.parents[1]), picture)]
    for name, write in LAYOUTS.items():
        vectors.append(embed(workshop.open(write(workshop.base / name, source)), picture))
    assert np.ptp(vectors, axis=0).max() < 1e-6


@pytest.mark.parametrize("mode", ["shortest", "squash", "longest"])
def test_preprocessing_survives_each_layout(workshop: Workshop, mode: str) -> None:
    wanted = PreprocessSpec((8, 8), (0.1, 0.2, 0.3), (0.4, 0.5, 0.6), "lanczos", mode)  # type: ignore[arg-type]
    source = Source.of(workshop.make()).having(preprocess=wanted)
    for name, write in LAYOUTS.items():
        spec = read_directory(write(workshop.base / name, source)).spec.preprocess
        if name == "transformers.js" and mode == "longest":
            # Its settings for this are Jina's, which know no other filters but two.
            assert (spec.resize_mode, spec.size) == ("longest", (8, 8))
            continue
        assert spec == replace(wanted, rounding="down" if name == "transformers.js" else "even")


def test_what_was_recognised_is_said_in_sentences(workshop: Workshop) -> None:
    source = Source.of(workshop.make(image_type=TensorProto.UINT8, channels_last=True, mask=True))
    said = read_directory(write_immich(workshop.base / "copy", source)).recognised
    assert said == (
        "layout immich: visual/ and textual/ hold a graph each",
        "images: uint8 NHWC 8x8; bicubic; squeezed to that size; normalised by the graph; "
        "exactly 1 at a time",
        "text: tokenizer.json; cleaned as open_clip does; padded to 10 tokens; int32 input_ids; "
        "with attention_mask; exactly 1 at a time",
        "embeddings: 6 numbers",
        "image graph: model.onnx (fp32)",
        "text graph: model.onnx (fp32)",
    )


def test_a_folder_with_two_layouts_is_read_in_the_first_of_them(workshop: Workshop) -> None:
    path = workshop.make()
    write_transformers(path / "other", Source.of(path))
    before = fingerprint(path)
    shutil.copytree(path / "other" / "onnx", path / "onnx")
    directory = read_directory(path)
    assert directory.layout == "immich"
    assert "files of layout transformers.js were passed over" in directory.recognised[-1]
    assert fingerprint(path) == before


def test_the_complete_layout_is_read_beside_an_incomplete_one(workshop: Workshop) -> None:
    path = write_transformers(workshop.base / "copy", Source.of(workshop.make()))
    (path / "visual").mkdir()
    directory = read_directory(path)
    assert directory.layout == "transformers.js"
    assert "files of layout immich were passed over" in directory.recognised[-1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_towers_of_different_width_are_refused(workshop: Workshop, layout: str) -> None:
    one, other = Source.of(workshop.make("one")), workshop.make("other", text_dim=5)
    source = one.having(text=other / "textual" / "model.onnx")
    path = LAYOUTS[layout](workshop.base / "copy", source)
    for name in ("embed_dim", "projection_dim"):
        workshop.edit(path / "config.json", **{name: None})
    with pytest.raises(ModelDirectoryError, match=r"embeddings of 5 numbers, but \w+.onnx gives 6"):
        read_directory(path)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_link_that_leads_round_in_circles_is_refused(workshop: Workshop, layout: str) -> None:
    path = LAYOUTS[layout](workshop.base / "copy", Source.of(workshop.make()))
    file = path / "config.json"
    file.unlink()
    file.symlink_to(file.name)
    with pytest.raises(ModelDirectoryError, match="is a link to nowhere") as caught:
        read_directory(path)
    assert caught.value.path == file
