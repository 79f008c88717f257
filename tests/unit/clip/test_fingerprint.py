"""Which files decide an embedding: weights outside the graph, and the fingerprint of it all."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import pytest

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

DIGEST = "0" * 64
FILES = (
    "config.json",
    "visual/model.onnx",
    "visual/preprocess_cfg.json",
    "textual/model.onnx",
    "textual/tokenizer.json",
    "textual/tokenizer_config.json",
)


def external(path: Path, location: str = "weights.bin") -> Path:
    """Move the image graph's weights into a file beside it."""
    graph = path / "visual" / "model.onnx"
    model = onnx.load(str(graph))
    onnx.save(model, str(graph), save_as_external_data=True, location=location, size_threshold=0)
    return graph


@pytest.mark.parametrize("name", ["w", "weights.bin", "x" * 130 + ".data"])
def test_weights_in_other_files_are_part_of_the_model(workshop: Workshop, name: str) -> None:
    path = workshop.make()
    external(path, name)
    directory = read_directory(path)
    assert directory.image.weights == (path / "visual" / name,)
    assert path / "visual" / name in directory.deciding_files
    assert directory.text.weights == ()


def test_missing_weights_are_named(workshop: Workshop) -> None:
    path = workshop.make()
    external(path)
    (path / "visual" / "weights.bin").unlink()
    with pytest.raises(ModelDirectoryError, match=r"is missing, but model\.onnx keeps weights"):
        read_directory(path)


def test_weights_outside_the_directory_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    graph = external(path, "aa_weights.bin")
    graph.write_bytes(graph.read_bytes().replace(b"aa_weights.bin", b"../weights.bin"))
    with pytest.raises(ModelDirectoryError, match="outside its own folder"):
        read_directory(path)


def test_other_bytes_that_look_like_a_location_are_no_file(workshop: Workshop) -> None:
    path = workshop.make()
    graph = path / "visual" / "model.onnx"
    model = onnx.load(str(graph))
    model.metadata_props.add(key="location", value="Norway")
    model.doc_string = "\n\x08location\x12\x7fx"
    onnx.save(model, str(graph))
    assert read_directory(path).image.weights == ()


def test_the_fingerprint_is_of_the_content_alone(workshop: Workshop, tmp_path: Path) -> None:
    path = workshop.make()
    before = fingerprint(read_directory(path))
    assert len(before) == 64
    moved = tmp_path / "elsewhere" / "other name"
    shutil.copytree(path, moved)
    for file in moved.rglob("*"):
        os.utime(file, (1, 1))
    assert fingerprint(moved) == before


@pytest.mark.parametrize("name", [*FILES, "visual/weights.bin"])
def test_every_deciding_file_changes_the_fingerprint(workshop: Workshop, name: str) -> None:
    path = workshop.make()
    external(path)
    before = fingerprint(path)
    with (path / name).open("ab") as file:
        # To a graph, a description of one letter.
        file.write(b"\x32\x01x" if name.endswith(".onnx") else b" ")
    assert fingerprint(path) != before


def test_swapped_files_change_the_fingerprint(workshop: Workshop) -> None:
    path = workshop.make()
    directory = read_directory(path)
    before = fingerprint(directory)
    image, text = path / "visual" / "model.onnx", path / "textual" / "model.onnx"
    image.rename(path / "x"), text.rename(image), (path / "x").rename(text)
    assert fingerprint(directory) != before


def test_other_files_leave_the_fingerprint_alone(workshop: Workshop) -> None:
    path = workshop.make()
    before = fingerprint(path)
    (path / "README.md").write_text("hello")
    workshop.edit(path / "photoclip.json", licence="MIT")
    assert fingerprint(path) == before


def test_a_checksum_that_differs_is_named(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", files={"textual/tokenizer.json": DIGEST})
    with pytest.raises(
        ModelDirectoryError, match=r"but photoclip.json says 000000000000"
    ) as caught:
        fingerprint(path)
    assert caught.value.path == path / "textual" / "tokenizer.json"


def test_a_checksum_of_a_missing_file_is_named(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", files={"MODEL_CARD.md": DIGEST})
    with pytest.raises(ModelDirectoryError, match="is missing") as caught:
        fingerprint(path)
    assert caught.value.path == path / "MODEL_CARD.md"


def test_checksums_in_capitals_match(workshop: Workshop) -> None:
    path = workshop.make()
    digest = hashlib.sha256((path / "config.json").read_bytes()).hexdigest().upper()
    workshop.edit(path / "photoclip.json", files={"config.json": digest})
    assert len(fingerprint(path)) == 64
