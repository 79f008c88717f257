"""ClipModel over tiny graphs of every kind that is found in the wild."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto
from PIL import Image

from photoclip.errors import ModelError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

Unit = Callable[[NDArray[Any]], NDArray[Any]]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"image_batch": 1},
        {"image_batch": 4},
        {"open_sides": True},
        {"channels_last": True},
        {"normalise": True},
        {"image_type": TensorProto.FLOAT16},
        {"image_type": TensorProto.UINT8},
        {"image_type": TensorProto.UINT8, "channels_last": True, "image_batch": 1},
        {"output_type": TensorProto.FLOAT16},
        {"output_type": TensorProto.DOUBLE},
    ],
    ids=str,
)
def test_images(workshop: Workshop, unit: Unit, changes: dict[str, Any]) -> None:
    model = workshop.open(workshop.make(**changes))
    pixels = workshop.pixels(7)
    vectors = model.encode_images(pixels)
    expected = unit(pixels.reshape(7, -1) @ workshop.tiny(**changes).image_weights)
    assert vectors.dtype == np.float32
    assert vectors == pytest.approx(expected, abs=5e-3)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"text_type": TensorProto.INT64},
        {"text_batch": 1},
        {"text_batch": 4},
        {"text_batch": 1, "text_length": 10, "mask": True},
        {"mask": True, "text_type": TensorProto.INT64},
        {"segments": True, "mask": True},
        {"normalise": True},
        {"output_type": TensorProto.FLOAT16},
    ],
    ids=str,
)
def test_texts(workshop: Workshop, unit: Unit, changes: dict[str, Any]) -> None:
    model = workshop.open(workshop.make(**changes))
    vectors = model.encode_texts(["a dog", "cat", "red sea of a dog", "", "zebra"])
    weights = workshop.tiny(**changes).text_weights
    ids = [[2, 4, 7, 3], [2, 8, 3], [2, 9, 10, 6, 4, 7, 3], [2, 3], [2, 1, 3]]
    expected = unit(np.stack([weights[row].sum(axis=0) for row in ids]))
    assert vectors == pytest.approx(expected, abs=2e-3)


def test_bytes_in_a_graph_are_the_pictures_own(workshop: Workshop) -> None:
    image = Image.fromarray(np.random.default_rng(1).integers(0, 256, (30, 40, 3), dtype=np.uint8))
    floats = workshop.open(workshop.make("floats"))
    bytes_ = workshop.open(workshop.make("bytes", image_type=TensorProto.UINT8, channels_last=True))
    vectors = [model.encode_images(model.preprocess(image)[None]) for model in (floats, bytes_)]
    assert vectors[0] == pytest.approx(vectors[1], abs=1e-5)


def test_external_weights_are_found(workshop: Workshop) -> None:
    import onnx

    path = workshop.make()
    graph = path / "visual" / "model.onnx"
    expected = workshop.open(path).encode_images(workshop.pixels(2))
    model = onnx.load(str(graph))
    onnx.save(model, str(graph), save_as_external_data=True, location="w.bin", size_threshold=0)
    assert np.array_equal(workshop.open(path).encode_images(workshop.pixels(2)), expected)


def test_a_length_fixed_by_the_graph_is_kept(workshop: Workshop) -> None:
    path = workshop.make(text_length=4)
    workshop.edit(path / "config.json", text_cfg=None)
    vectors = workshop.open(path).encode_texts(["a photo of a dog", "a photo"])
    # Both are cut to [CLS] a photo [SEP].
    assert vectors[0] == pytest.approx(vectors[1])


@pytest.mark.parametrize(("promised", "lengths"), [(True, [3, 4]), (False, [10, 10])])
def test_padding_is_short_only_where_the_directory_promises_that_it_may_be(
    workshop: Workshop, promised: bool, lengths: list[int]
) -> None:
    path, runtime = workshop.make(), workshop.runtime()
    workshop.edit(path / "photoclip.json", dynamic_length=promised)
    model = workshop.open(path, runtime=runtime)
    model.encode_texts(["cat"])
    model.encode_texts(["cat", "a dog"])
    assert [length for _, length in runtime.shapes] == lengths


@pytest.mark.parametrize(
    ("batch", "wanted"), [("n", [3, 3, 1]), (1, [1] * 7), (4, [4, 4]), (8, [8])]
)
def test_batches(workshop: Workshop, batch: int | str, wanted: list[int]) -> None:
    runtime = workshop.runtime()
    path = workshop.make(image_batch=batch)
    model = workshop.open(path, runtime=runtime, batch_size=3)
    vectors = model.encode_images(workshop.pixels(7))
    assert runtime.batches == wanted
    alone = np.concatenate([model.encode_images(row[None]) for row in workshop.pixels(7)])
    assert vectors == pytest.approx(alone, abs=1e-5)


def test_nothing_in_nothing_out(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    assert model.encode_images(np.empty((0, 3, 8, 8), np.float32)).shape == (0, workshop.dim)
    assert model.encode_texts([]).shape == (0, workshop.dim)
    assert runtime.towers == []


# Loading


def test_towers_load_apart_and_once(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    assert runtime.towers == []
    model.encode_texts(["a dog"])
    model.encode_texts(["a cat"])
    assert runtime.towers == ["textual"]
    model.encode_images(workshop.pixels(1))
    model.encode_images(workshop.pixels(1))
    assert runtime.towers == ["textual", "visual"]


def test_many_threads_load_a_tower_once_and_get_the_same(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    everyone = threading.Barrier(8)

    def work(number: int) -> NDArray[np.float32]:
        everyone.wait()
        return np.concatenate(
            [
                model.encode_images(workshop.pixels(5)),
                model.encode_texts(["a dog", f"cat {number % 2}"]),
            ]
        )

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(8)))
    assert sorted(runtime.towers) == ["textual", "visual"]
    for result in results:
        assert np.array_equal(result[:6], results[0][:6])


def test_a_repeated_query_is_remembered(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    first = model.encode_texts(["a dog"])
    kept = first.copy()
    first[:] = 0  # whatever callers do with their copy
    assert np.array_equal(model.encode_texts(["a dog"]), kept)
    assert runtime.batches == [1]
    prompts = model.encode_texts(["a cat", "a photo of a cat"])
    assert np.array_equal(model.encode_texts(["a cat", "a photo of a cat"]), prompts)
    assert runtime.batches == [1, 2]


def test_old_queries_are_forgotten(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    for number in range(300):
        model.encode_texts([f"dog {number}"])
    model.encode_texts(["dog 299"])
    assert len(runtime.batches) == 300
    model.encode_texts(["dog 0"])
    assert len(runtime.batches) == 301


def test_a_closed_model_embeds_no_more(workshop: Workshop) -> None:
    with workshop.open(workshop.make()) as model:
        model.encode_texts(["a dog"])
    with pytest.raises(ModelError, match="closed"):
        model.encode_texts(["a cat"])
    with pytest.raises(ModelError, match="closed"):
        model.encode_images(workshop.pixels(1))


def test_the_device_is_reported(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime)
    assert (model.device.device, runtime.loaded) == ("CPU", [])
    model.encode_images(workshop.pixels(1))
    assert model.device.reason == "this onnxruntime works on the CPU only"


def test_importing_costs_neither_onnxruntime_nor_tokenizers(workshop: Workshop) -> None:
    path = workshop.make()
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from photoclip.clip import encoder, prompts, zoo\n"
        f"model = encoder.ClipModel.open(Path({str(path)!r}), check=False)\n"
        "assert len(model.fingerprint) == 64\n"
        "print(sorted({'onnxruntime', 'tokenizers', 'onnx'} & set(sys.modules)))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (result.returncode, result.stdout.strip(), result.stderr) == (0, "[]", "")
