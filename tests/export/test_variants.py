"""The same model in float16 and int8: smaller, and near enough to be used in its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest

from photoclip.clip.directory import read_directory
from photoclip.clip.encoder import ClipModel
from photoclip.clip.session import Tuning
from tests.export.conftest import Exported
from tests.export.corpus import TEXTS
from tests.export.test_originals import cosines

# Random weights that tell inputs apart amplify every rounding; those of trained models do not.
LEAST = {"fp16": 0.999, "int8": 0.99}


def graphs(directory: Path, precision: str) -> dict[str, Path]:
    name = f"model_{precision}.onnx"
    found = {tower: directory / tower / name for tower in ("visual", "textual")}
    return {tower: graph for tower, graph in found.items() if graph.exists()}


@pytest.mark.parametrize("precision", LEAST)
def test_a_variant_is_smaller_and_close(exported: Exported, precision: str) -> None:
    path = exported.directory
    found = graphs(path, precision)
    assert "textual" in found
    for graph in found.values():
        assert graph.stat().st_size < 0.8 * graph.with_name("model.onnx").stat().st_size
    whole = opened(path, "fp32")
    narrow = opened(with_variants_only(exported, precision), "fp32")
    with whole, narrow:
        height, width = whole.spec.preprocess.size
        pixels = np.random.default_rng(0).normal(size=(4, 3, height, width)).astype(np.float32)
        seen = cosines(whole.encode_images(pixels), narrow.encode_images(pixels))
        told = cosines(whole.encode_texts(TEXTS), narrow.encode_texts(TEXTS))
        alone = cosines(narrow.encode_texts(TEXTS[:1]), narrow.encode_texts(TEXTS)[:1])
    print(f"{exported.family} {precision}: images {seen.min():.4f}, texts {told.min():.4f}")
    assert min(seen.min(), told.min()) > LEAST[precision]
    # Rounding must not depend on what else is in the batch.
    assert alone.min() > 0.9999


def test_the_application_finds_the_variants(exported: Exported) -> None:
    directory = read_directory(exported.directory)
    for tower, spec in (("visual", directory.image), ("textual", directory.text)):
        found = {variant.precision for variant in spec.variants}
        assert found == {name for name in LEAST if tower in graphs(exported.directory, name)}


def test_inputs_and_outputs_stay_as_they_are(exported: Exported) -> None:
    for precision in LEAST:
        for graph in graphs(exported.directory, precision).values():
            narrow = onnx.load(str(graph), load_external_data=False).graph
            base = onnx.load(str(graph.with_name("model.onnx")), load_external_data=False).graph
            assert list(narrow.input) == list(base.input)
            assert [out.name for out in narrow.output] == [out.name for out in base.output]


def opened(path: Path, precision: str) -> ClipModel:
    return ClipModel.open(path, device="cpu", tuning=Tuning(precision=precision), check=False)


def with_variants_only(exported: Exported, precision: str) -> Path:
    """The directory with each variant in the place of the graph that it was made from."""
    path = exported.directory.with_name(f"{exported.family}-{precision}")
    if path.exists():
        return path
    for file in exported.directory.rglob("*"):
        name = file.relative_to(exported.directory)
        if file.is_dir() or file.name == "photoclip.json" or "model" in file.name:
            continue
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).symlink_to(file)
    for tower in ("visual", "textual"):
        variant = exported.directory / tower / f"model_{precision}.onnx"
        graph = variant if variant.exists() else variant.with_name("model.onnx")
        (path / tower / "model.onnx").symlink_to(graph)
    return path
