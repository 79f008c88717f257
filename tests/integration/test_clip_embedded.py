"""The embedded model, as it ships."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.encoder import ClipModel
from photoclip.clip.golden import GOLDEN_KINDS, golden_image
from photoclip.clip.prompts import encode_label, encode_query
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import GraphSession
from photoclip.clip.spec import Precision
from photoclip.clip.zoo import find_models
from photoclip.errors import ModelDirectoryError, ModelError, ModelSelfCheckError
from photoclip.paths import Paths, bundled

EMBEDDED = bundled("models/embedded")
PHOTOS = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def model() -> ClipModel:
    return ClipModel.open(EMBEDDED, device="cpu")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model without its checksums, for damage that those would catch at once."""
    path = tmp_path / "copy"
    shutil.copytree(EMBEDDED, path)
    manifest = json.loads((path / "photoclip.json").read_text(encoding="utf-8"))
    del manifest["files"]
    (path / "photoclip.json").write_text(json.dumps(manifest), encoding="utf-8")
    return path


def test_it_passes_its_self_check_on_golden_vectors(model: ClipModel) -> None:
    report = model.checked
    assert report is not None
    assert report.golden >= 4
    assert report.worst_cosine is not None
    assert report.worst_cosine >= model.directory.manifest.golden.min_cosine
    assert report.dim == model.spec.dim


def test_it_states_its_name_licence_and_checksums(model: ClipModel) -> None:
    manifest = model.directory.manifest
    assert model.spec.name
    assert model.spec.licence
    relative = {path.relative_to(EMBEDDED).as_posix() for path in model.directory.deciding_files}
    assert relative <= set(manifest.sha256)


def test_it_is_the_first_of_the_installed_models(tmp_path: Path, model: ClipModel) -> None:
    first = find_models(Paths.under(tmp_path))[0]
    assert first.ok
    assert (first.path, first.embedded, first.dim) == (EMBEDDED, True, model.spec.dim)
    assert first.size < 100 * 2**20


def test_its_fingerprint_is_that_of_its_content(model: ClipModel, copy: Path) -> None:
    assert model.fingerprint == fingerprint(EMBEDDED) == fingerprint(copy)


def test_pictures_of_any_shape_get_unit_vectors(model: ClipModel) -> None:
    sizes = [(640, 480), (31, 900), (1, 1), (2000, 50)]
    pictures = [Image.fromarray(golden_image("noise", *size)) for size in sizes]
    vectors = model.encode_images(np.stack([model.preprocess(row) for row in pictures]))
    assert vectors.shape == (4, model.spec.dim)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_picture_has_one_vector_whatever_lies_beside_it(model: ClipModel) -> None:
    pictures = [Image.fromarray(golden_image(kind, 300, 200)) for kind in GOLDEN_KINDS]
    pixels = np.stack([model.preprocess(picture) for picture in pictures] * 9)
    together = model.encode_images(pixels)
    alone = np.concatenate([model.encode_images(row[None]) for row in pixels[:4]])
    assert np.einsum("nd,nd->n", together[32:], alone) == pytest.approx(1, abs=1e-3)


def test_a_text_has_one_vector_whatever_lies_beside_it(model: ClipModel) -> None:
    texts = ["a dog", "two children in yellow raincoats jump into a puddle " * 3, ""]
    together = model.encode_texts(texts)
    alone = np.concatenate([model.encode_texts([text]) for text in texts])
    assert np.einsum("nd,nd->n", together, alone) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("a dog", "a puppy", "a skyscraper at night"),
        ("birthday cake", "people eat cake at a party", "a man climbs a snowy mountain"),
        ("the sea", "waves at the beach", "a bowl of soup"),
    ],
)
def test_texts_of_like_meaning_lie_closer(model: ClipModel, text: str, near: str, far: str) -> None:
    query = encode_query(model, text)
    closer, farther = model.encode_texts([near, far]) @ query
    assert closer > farther + 0.1


def test_a_label_lies_near_its_query(model: ClipModel) -> None:
    labels = np.stack([encode_label(model, name) for name in ("dog", "birthday cake", "sea")])
    scores = labels @ encode_query(model, "birthday cake")
    assert scores.argmax() == 1
    assert np.linalg.norm(labels, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a lighthouse", "lighthouse_behind_a_white_fence.jpg"),
        ("motorcycles racing", "motocross_start.jpg"),
        ("two parrots", "two_parrots.jpg"),
    ],
)
def test_photos_are_found_by_what_they_show(model: ClipModel, text: str, name: str) -> None:
    photos = sorted(PHOTOS.glob("*.jpg"))
    pixels = np.stack([model.preprocess(Image.open(photo)) for photo in photos])
    scores = model.encode_images(pixels) @ encode_query(model, text)
    assert photos[scores.argmax()].name == name


class Watching(OnnxRuntime):
    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def available(self) -> Sequence[str]:
        return ["CPUExecutionProvider"]

    def create(
        self, graph: Path, provider: str, threads: int, precision: Precision = "fp32"
    ) -> GraphSession:
        self.loaded.append(graph.parent.name)
        return super().create(graph, provider, threads, precision)


def test_a_text_search_loads_the_text_tower_only() -> None:
    runtime = Watching()
    with ClipModel.open(EMBEDDED, check=False, runtime=runtime) as model:
        encode_query(model, "a dog")
    assert runtime.loaded == ["textual"]


@pytest.mark.parametrize(
    "name", ["visual/model.onnx", "textual/model.onnx", "textual/tokenizer.json", "config.json"]
)
def test_a_changed_file_is_named_by_its_checksum(tmp_path: Path, name: str) -> None:
    path = tmp_path / "copy"
    shutil.copytree(EMBEDDED, path)
    content = bytearray((path / name).read_bytes())
    content[-1] ^= 1 if name.endswith("onnx") else 0
    (path / name).write_bytes(bytes(content) + b" ")
    with pytest.raises(ModelDirectoryError) as caught:
        ClipModel.open(path, device="cpu")
    assert caught.value.path == path / name


def halved(content: bytes) -> bytes:
    return content[: len(content) // 2]


def scrambled(content: bytes) -> bytes:
    """Every byte of the last three quarters, where the weights lie, turned around."""
    start = len(content) // 4
    return content[:start] + content[start:][::-1]


def noisy(content: bytes) -> bytes:
    generator = np.random.default_rng(3)
    spoiled = np.frombuffer(content, np.uint8).copy()
    places = generator.integers(len(spoiled) // 2, len(spoiled), 20_000)
    spoiled[places] = generator.integers(0, 256, len(places))
    return spoiled.tobytes()


@pytest.mark.parametrize("damage", [halved, scrambled, noisy])
@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_a_damaged_graph_is_refused_without_checksums(
    copy: Path, tower: str, damage: Callable[[bytes], bytes]
) -> None:
    graph = copy / tower / "model.onnx"
    graph.write_bytes(damage(graph.read_bytes()))
    with pytest.raises((ModelDirectoryError, ModelSelfCheckError)) as caught:
        ClipModel.open(copy, device="cpu")
    assert caught.value.path == graph


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("visual/preprocess_cfg.json", {"mean": [0.0, 0.0, 0.0], "std": [1.0, 1.0, 1.0]}),
        ("visual/preprocess_cfg.json", {"size": 224}),
        ("config.json", {"embed_dim": 512}),
        ("textual/tokenizer_config.json", {"pad_token": "dog"}),
    ],
)
def test_settings_of_another_model_are_refused(
    copy: Path, name: str, values: dict[str, Any]
) -> None:
    settings = json.loads((copy / name).read_text(encoding="utf-8"))
    (copy / name).write_text(json.dumps({**settings, **values}), encoding="utf-8")
    with pytest.raises(ModelError):
        ClipModel.open(copy, device="cpu")


def test_nothing_is_printed_by_any_device() -> None:
    program = (
        "from pathlib import Path\n"
        "from photoclip.clip.encoder import ClipModel\n"
        "for device in ('auto', 'cuda', 'directml', 'coreml', 'cpu'):\n"
        f"    with ClipModel.open(Path({str(EMBEDDED)!r}), device=device, check=False) as model:\n"
        "        model.encode_texts(['a dog'])\n"
        "        assert model.device.device != 'CPU' or device == 'cpu' or model.device.reason\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_reading_the_directory_loads_no_graph() -> None:
    directory = read_directory(EMBEDDED)
    assert directory.image.graph.name == "model.onnx"
    assert directory.layout == "immich"
