"""ClipModel over tiny graphs of every kind that is found in the wild."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto
from PIL import Image

from photoclip.clip.encoder import ClipModel
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import GraphFailure, GraphSession
from photoclip.errors import ModelDirectoryError, ModelError, ModelOutputError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

Unit = Callable[[NDArray[Any]], NDArray[Any]]


def pixels_of(count: int, side: int = 8, seed: int = 5) -> NDArray[np.float32]:
    """Normalised pixels that stand for whole bytes, as preprocessing gives them."""
    values = np.random.default_rng(seed).integers(0, 256, (count, 3, side, side))
    return ((values / 255 - 0.5) / 0.25).astype(np.float32)


class CountingRuntime(OnnxRuntime):
    """Notes which graphs are loaded, and what they are run on."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.batches: list[int] = []

    def available(self) -> Sequence[str]:
        return ["CPUExecutionProvider"]

    def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
        self.loaded.append(graph.parent.name)
        return Counted(super().create(graph, provider, threads), self.batches)


class Counted:
    def __init__(self, session: GraphSession, batches: list[int]) -> None:
        self._session, self._batches = session, batches
        self.inputs, self.outputs = session.inputs, session.outputs
        self.providers = session.providers

    def run(self, output: str, feeds: Any) -> Any:
        self._batches.append(len(next(iter(feeds.values()))))
        return self._session.run(output, feeds)


def open_model(path: Path, **options: Any) -> ClipModel:
    return ClipModel.open(path, check=False, runtime=CountingRuntime(), **options)


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
    model = open_model(workshop.make(**changes))
    pixels = pixels_of(7)
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
    model = open_model(workshop.make(**changes))
    vectors = model.encode_texts(["a dog", "cat", "red sea of a dog", "", "zebra"])
    weights = workshop.tiny(**changes).text_weights
    ids = [[2, 4, 7, 3], [2, 8, 3], [2, 9, 10, 6, 4, 7, 3], [2, 3], [2, 1, 3]]
    expected = unit(np.stack([weights[row].sum(axis=0) for row in ids]))
    assert vectors == pytest.approx(expected, abs=2e-3)


def test_bytes_in_a_graph_are_the_pictures_own(workshop: Workshop) -> None:
    image = Image.fromarray(np.random.default_rng(1).integers(0, 256, (30, 40, 3), dtype=np.uint8))
    floats = open_model(workshop.make("floats"))
    bytes_ = open_model(workshop.make("bytes", image_type=TensorProto.UINT8, channels_last=True))
    vectors = [model.encode_images(model.preprocess(image)[None]) for model in (floats, bytes_)]
    assert vectors[0] == pytest.approx(vectors[1], abs=1e-5)


def test_external_weights_are_found(workshop: Workshop) -> None:
    import onnx

    path = workshop.make()
    graph = path / "visual" / "model.onnx"
    expected = open_model(path).encode_images(pixels_of(2))
    model = onnx.load(str(graph))
    onnx.save(model, str(graph), save_as_external_data=True, location="w.bin", size_threshold=0)
    assert np.array_equal(open_model(path).encode_images(pixels_of(2)), expected)


def test_a_length_fixed_by_the_graph_is_kept(workshop: Workshop) -> None:
    path = workshop.make(text_length=4)
    workshop.edit(path / "config.json", text_cfg=None)
    vectors = open_model(path).encode_texts(["a photo of a dog", "a photo"])
    # Both are cut to [CLS] a photo [SEP].
    assert vectors[0] == pytest.approx(vectors[1])


@pytest.mark.parametrize(("promised", "lengths"), [(True, [3, 4]), (False, [10, 10])])
def test_padding_is_short_only_where_the_directory_promises_that_it_may_be(
    workshop: Workshop, promised: bool, lengths: list[int]
) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", dynamic_length=promised)
    seen: list[int] = []

    class Watching(CountingRuntime):
        def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
            session = super().create(graph, provider, threads)
            run = session.run

            def watch(output: str, feeds: Any) -> Any:
                seen.append(feeds["text"].shape[1])
                return run(output, feeds)

            session.run = watch  # type: ignore[method-assign]
            return session

    model = ClipModel.open(path, check=False, runtime=Watching())
    model.encode_texts(["cat"])
    model.encode_texts(["cat", "a dog"])
    assert seen == lengths


@pytest.mark.parametrize(
    ("batch", "wanted"), [("n", [3, 3, 1]), (1, [1] * 7), (4, [4, 4]), (8, [8])]
)
def test_batches(workshop: Workshop, batch: int | str, wanted: list[int]) -> None:
    runtime = CountingRuntime()
    path = workshop.make(image_batch=batch)
    model = ClipModel.open(path, check=False, runtime=runtime, batch_size=3)
    vectors = model.encode_images(pixels_of(7))
    assert runtime.batches == wanted
    alone = np.concatenate([model.encode_images(row[None]) for row in pixels_of(7)])
    assert vectors == pytest.approx(alone, abs=1e-5)


def test_nothing_in_nothing_out(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    assert model.encode_images(np.empty((0, 3, 8, 8), np.float32)).shape == (0, workshop.dim)
    assert model.encode_texts([]).shape == (0, workshop.dim)
    assert runtime.loaded == []


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((3, 8, 8), np.float32),
        np.zeros((1, 8, 8, 3), np.float32),
        np.zeros((1, 3, 8, 9), np.float32),
        np.zeros((1, 3, 8, 8), np.uint8),
    ],
)
def test_pixels_of_another_kind_are_refused(workshop: Workshop, pixels: NDArray[Any]) -> None:
    with pytest.raises(ModelError, match=r"only floats of shape \(n, 3, 8, 8\)"):
        open_model(workshop.make()).encode_images(pixels)


def test_one_text_in_place_of_a_list_is_refused(workshop: Workshop) -> None:
    with pytest.raises(ModelError, match="not one text"):
        open_model(workshop.make()).encode_texts("a dog")


# Loading


def test_towers_load_apart_and_once(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    assert runtime.loaded == []
    model.encode_texts(["a dog"])
    model.encode_texts(["a cat"])
    assert runtime.loaded == ["textual"]
    model.encode_images(pixels_of(1))
    model.encode_images(pixels_of(1))
    assert runtime.loaded == ["textual", "visual"]


def test_many_threads_load_a_tower_once_and_get_the_same(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    everyone = threading.Barrier(8)

    def work(number: int) -> NDArray[np.float32]:
        everyone.wait()
        return np.concatenate(
            [model.encode_images(pixels_of(5)), model.encode_texts(["a dog", f"cat {number % 2}"])]
        )

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(8)))
    assert sorted(runtime.loaded) == ["textual", "visual"]
    for result in results:
        assert np.array_equal(result[:6], results[0][:6])


def test_a_repeated_query_is_remembered(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    first = model.encode_texts(["a dog"])
    kept = first.copy()
    first[:] = 0  # whatever callers do with their copy
    assert np.array_equal(model.encode_texts(["a dog"]), kept)
    assert runtime.batches == [1]


def test_old_queries_are_forgotten(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    for number in range(300):
        model.encode_texts([f"dog {number}"])
    model.encode_texts(["dog 299"])
    assert len(runtime.batches) == 300
    model.encode_texts(["dog 0"])
    assert len(runtime.batches) == 301


def test_a_closed_model_embeds_no_more(workshop: Workshop) -> None:
    with open_model(workshop.make()) as model:
        model.encode_texts(["a dog"])
    with pytest.raises(ModelError, match="closed"):
        model.encode_texts(["a cat"])
    with pytest.raises(ModelError, match="closed"):
        model.encode_images(pixels_of(1))


def test_the_device_is_reported(workshop: Workshop) -> None:
    runtime = CountingRuntime()
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    assert (model.device.device, runtime.loaded) == ("CPU", [])
    model.encode_images(pixels_of(1))
    assert model.device.reason == "this onnxruntime works on the CPU only"


class Accelerated(CountingRuntime):
    """A machine with a device of the given kind, which works as the CPU does."""

    def __init__(self, provider: str) -> None:
        super().__init__()
        self.provider = provider
        self.placed: list[tuple[str, str]] = []

    def available(self) -> Sequence[str]:
        return [self.provider, "CPUExecutionProvider"]

    def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
        self.placed.append((graph.parent.name, provider))
        session = super().create(graph, "CPUExecutionProvider", threads)
        session.providers = lambda: [provider]  # type: ignore[method-assign]
        run = session.run
        session.run = lambda output, feeds: self.work(run, output, feeds)  # type: ignore[method-assign]
        return session

    def work(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
        return run(output, feeds)


def test_a_full_graphics_card_gets_smaller_batches(workshop: Workshop, unit: Unit) -> None:
    class Small(Accelerated):
        """Its memory holds three pictures."""

        def work(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
            if len(feeds["image"]) > 3:
                raise GraphFailure("out of memory")
            return run(output, feeds)

    runtime = Small("DmlExecutionProvider")
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime, batch_size=8)
    vectors = model.encode_images(pixels_of(9))
    expected = unit(pixels_of(9).reshape(9, -1) @ workshop.tiny().image_weights)
    assert vectors == pytest.approx(expected, abs=1e-4)
    assert max(runtime.batches) <= 3
    assert model.device.device == "DirectML"


def test_a_broken_graphics_card_is_no_endless_loop(workshop: Workshop) -> None:
    class Dying(Accelerated):
        """Works once, while it is tried."""

        def work(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
            if self.batches:
                raise GraphFailure("device removed")
            return run(output, feeds)

    runtime = Dying("DmlExecutionProvider")
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime, batch_size=8)
    with pytest.raises(ModelOutputError, match="device removed"):
        model.encode_images(pixels_of(9))


def test_directml_runs_one_batch_at_a_time(workshop: Workshop) -> None:
    class Crowded(Accelerated):
        """Notes how many threads are inside at once, and lets others come in if they can."""

        inside = most = 0
        others = threading.Event()

        def work(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.others.wait(0.02)
            result = run(output, feeds)
            self.inside -= 1
            return result

    runtime = Crowded("DmlExecutionProvider")
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda seed: model.encode_images(pixels_of(2, seed=seed)), range(8)))
    assert runtime.most == 1


def test_coreml_is_for_pictures_only(workshop: Workshop) -> None:
    runtime = Accelerated("CoreMLExecutionProvider")
    model = ClipModel.open(workshop.make(), check=False, runtime=runtime)
    model.encode_texts(["a dog"])
    assert model.device.device == "CoreML"
    model.encode_images(pixels_of(1))
    assert model.device.device == "CoreML"
    assert runtime.placed == [
        ("textual", "CPUExecutionProvider"),
        ("visual", "CoreMLExecutionProvider"),
    ]


# What is refused


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_numbers_that_are_not_finite_are_refused(
    workshop: Workshop, tower: str, value: float
) -> None:
    path = workshop.make()
    spoil_weights(path / tower / "model.onnx", value)
    model = open_model(path)
    with pytest.raises(ModelOutputError, match="not finite") as caught:
        model.encode_images(pixels_of(2)) if tower == "visual" else model.encode_texts(["a dog"])
    assert caught.value.path == path / tower / "model.onnx"


def test_pixels_that_are_not_finite_are_refused(workshop: Workshop) -> None:
    pixels = pixels_of(2)
    pixels[1, 0, 0, 0] = np.nan
    with pytest.raises(ModelOutputError, match="not finite"):
        open_model(workshop.make()).encode_images(pixels)


def test_a_vector_of_zeros_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    spoil_weights(path / "visual" / "model.onnx", 0.0)
    with pytest.raises(ModelOutputError, match="zeros"):
        open_model(path).encode_images(pixels_of(1))


def test_huge_and_tiny_outputs_are_normalised(workshop: Workshop) -> None:
    for scale in (1e30, 1e-30):
        model = open_model(workshop.make(f"at {scale}", image_scale=scale))
        norms = np.linalg.norm(model.encode_images(pixels_of(2)), axis=1)
        assert norms == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"image_dim": 5}, "embeddings of 5 numbers, but config.json says 6"),
        ({"image_type": TensorProto.INT32}, r"images as tensor\(int32\)"),
    ],
)
def test_an_image_tower_that_does_not_fit_is_refused(
    workshop: Workshop, changes: dict[str, Any], finding: str
) -> None:
    path = workshop.make(**changes)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        open_model(path).encode_images(pixels_of(1))
    assert caught.value.path == path / "visual" / "model.onnx"


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"text_dim": 5}, "embeddings of 5 numbers, but config.json says 6"),
        ({"text_length": 7}, "takes 7 tokens, but config.json says 10"),
    ],
)
def test_a_text_tower_that_does_not_fit_is_refused(
    workshop: Workshop, changes: dict[str, Any], finding: str
) -> None:
    path = workshop.make(**changes)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        open_model(path).encode_texts(["a dog"])
    assert caught.value.path == path / "textual" / "model.onnx"


@pytest.mark.parametrize("tower", ["visual", "textual"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_a_damaged_graph_is_refused(workshop: Workshop, tower: str, share: float) -> None:
    path = workshop.make()
    graph = path / tower / "model.onnx"
    content = graph.read_bytes()
    graph.write_bytes(content[: int(len(content) * share)] or b"garbage")
    model = open_model(path)
    with pytest.raises(ModelDirectoryError, match="cannot be loaded") as caught:
        model.encode_images(pixels_of(1)) if tower == "visual" else model.encode_texts(["a dog"])
    assert caught.value.path == graph


def test_an_output_of_another_shape_is_refused(workshop: Workshop) -> None:
    class Wrong(CountingRuntime):
        def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
            session = super().create(graph, provider, threads)
            session.run = lambda output, feeds: np.ones((1, 6))  # type: ignore[method-assign]
            return session

    model = ClipModel.open(workshop.make(), check=False, runtime=Wrong())
    with pytest.raises(ModelOutputError, match=r"shape \(1, 6\), not \(2, 6\)"):
        model.encode_images(pixels_of(2))


def test_a_changed_file_is_refused_before_anything_is_loaded(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", files={"visual/model.onnx": "0" * 64})
    with pytest.raises(ModelDirectoryError, match="SHA-256"):
        open_model(path)


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


def spoil_weights(graph: Path, value: float) -> None:
    """Set every weight of a graph."""
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(graph))
    for tensor in model.graph.initializer:
        if tensor.name == "weights":
            values = np.full_like(numpy_helper.to_array(tensor), value)
            tensor.CopyFrom(numpy_helper.from_array(values, "weights"))
    onnx.save(model, str(graph))
