"""Tiny CLIP models, made on the spot in whatever shape a test asks for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from photoclip.clip.encoder import ClipModel
from photoclip.clip.providers import CPU
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import GraphSession
from photoclip.clip.spec import Precision

SIDE = 8
DIM = 6
LENGTH = 10
WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "photo", "of", "dog", "cat", "red", "sea")
OPSET = helper.make_opsetid("", 17)

Axis = int | str


@dataclass(frozen=True)
class Tiny:
    """What a tiny model is like. The defaults are photoclip's own kind."""

    image_type: int = TensorProto.FLOAT
    image_batch: Axis = "batch"
    channels_last: bool = False
    open_sides: bool = False
    image_rank: int = 4
    image_dim: int = DIM
    text_type: int = TensorProto.INT32
    text_batch: Axis = "batch"
    text_length: Axis = "length"
    text_rank: int = 2
    text_dim: int = DIM
    words_in_graph: int = len(WORDS)
    mask: bool = False
    segments: bool = False
    normalise: bool = False
    output_type: int = TensorProto.FLOAT
    image_scale: float = 1.0
    seed: int = 0

    def write(self, path: Path) -> Path:
        """Write a directory of Immich's layout; returns it."""
        for folder in ("visual", "textual"):
            (path / folder).mkdir(parents=True, exist_ok=True)
        onnx.save(self.image_graph(), str(path / "visual" / "model.onnx"))
        onnx.save(self.text_graph(), str(path / "textual" / "model.onnx"))
        write_json(path / "config.json", {"embed_dim": DIM, "text_cfg": {"context_length": LENGTH}})
        write_json(path / "visual" / "preprocess_cfg.json", PREPROCESS)
        write_json(path / "textual" / "tokenizer_config.json", {"pad_token": "[PAD]"})
        make_tokenizer().save(str(path / "textual" / "tokenizer.json"))
        return path

    @property
    def image_weights(self) -> NDArray[np.float32]:
        """(3 * side * side, dim)"""
        generator = np.random.default_rng(self.seed)
        weights = generator.normal(size=(3 * SIDE * SIDE, self.image_dim)) * self.image_scale
        return weights.astype(np.float32)

    @property
    def text_weights(self) -> NDArray[np.float32]:
        """(words, dim); the padding token has no weight."""
        generator = np.random.default_rng(self.seed + 1)
        weights = generator.normal(size=(self.words_in_graph, self.text_dim))
        weights[0] = 0
        return weights.astype(np.float32)

    def image_graph(self) -> onnx.ModelProto:
        """Pixels, flattened, times a matrix."""
        sides: list[Axis] = ["height", "width"] if self.open_sides else [SIDE, SIDE]
        shape: list[Axis] = [*sides, 3] if self.channels_last else [3, *sides]
        entry = helper.make_tensor_value_info(
            "image", self.image_type, [self.image_batch, *shape][: self.image_rank]
        )
        nodes = [helper.make_node("Cast", ["image"], ["float"], to=TensorProto.FLOAT)]
        last = "float"
        if self.channels_last:
            nodes.append(helper.make_node("Transpose", [last], ["first"], perm=[0, 3, 1, 2]))
            last = "first"
        if self.image_type == TensorProto.UINT8:
            nodes += [
                helper.make_node("Div", [last, "full"], ["unit"]),
                helper.make_node("Sub", ["unit", "mean"], ["centred"]),
                helper.make_node("Div", ["centred", "std"], ["normal"]),
            ]
            last = "normal"
        nodes += [
            helper.make_node("Flatten", [last], ["flat"], axis=1),
            helper.make_node("MatMul", ["flat", "weights"], ["raw"]),
        ]
        constants = {
            "weights": self.image_weights,
            "full": np.float32(255),
            "mean": np.float32(PREPROCESS["mean"][0]),
            "std": np.float32(PREPROCESS["std"][0]),
        }
        return self._model([entry], nodes, constants, self.image_batch, self.image_dim)

    def text_graph(self) -> onnx.ModelProto:
        """The sum of the tokens' vectors, so that padding does not count."""
        shape = [self.text_batch, self.text_length, 1][: self.text_rank]
        entries = [helper.make_tensor_value_info("text", self.text_type, shape)]
        nodes = [helper.make_node("Gather", ["weights", "text"], ["vectors"], axis=0)]
        last = "vectors"
        for name, wanted in (("attention_mask", self.mask), ("token_type_ids", self.segments)):
            if wanted:
                entries.append(helper.make_tensor_value_info(name, self.text_type, shape))
        if self.mask:
            nodes += [
                helper.make_node("Cast", ["attention_mask"], ["float_mask"], to=TensorProto.FLOAT),
                helper.make_node("Unsqueeze", ["float_mask", "last_axis"], ["wide_mask"]),
                helper.make_node("Mul", [last, "wide_mask"], ["masked"]),
            ]
            last = "masked"
        if self.segments:
            nodes += [
                helper.make_node("Cast", ["token_type_ids"], ["float_type"], to=TensorProto.FLOAT),
                helper.make_node("Unsqueeze", ["float_type", "last_axis"], ["wide_type"]),
                helper.make_node("Add", [last, "wide_type"], ["typed"]),
            ]
            last = "typed"
        nodes.append(helper.make_node("ReduceSum", [last, "tokens"], ["raw"], keepdims=0))
        constants = {
            "weights": self.text_weights,
            "tokens": np.array([1], np.int64),
            "last_axis": np.array([2], np.int64),
        }
        return self._model(entries, nodes, constants, self.text_batch, self.text_dim)

    def _model(
        self,
        entries: list[onnx.ValueInfoProto],
        nodes: list[onnx.NodeProto],
        constants: dict[str, Any],
        batch: Axis,
        dim: int,
    ) -> onnx.ModelProto:
        last = "raw"
        if self.normalise:
            nodes.append(helper.make_node("LpNormalization", [last], ["unit_length"], axis=1, p=2))
            last = "unit_length"
        nodes.append(helper.make_node("Cast", [last], ["embedding"], to=self.output_type))
        used = {name for node in nodes for name in node.input}
        graph = helper.make_graph(
            nodes,
            "tiny",
            entries,
            [helper.make_tensor_value_info("embedding", self.output_type, [batch, dim])],
            [
                numpy_helper.from_array(np.asarray(value), name)
                for name, value in constants.items()
                if name in used
            ],
        )
        return helper.make_model(graph, opset_imports=[OPSET], ir_version=8)


PREPROCESS: dict[str, Any] = {
    "size": [SIDE, SIDE],
    "mode": "RGB",
    "mean": [0.5, 0.5, 0.5],
    "std": [0.25, 0.25, 0.25],
    "interpolation": "bicubic",
    "resize_mode": "squash",
}


def make_tokenizer() -> Tokenizer:
    """A tokenizer that knows WORDS and puts [CLS] and [SEP] around a text."""
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    return tokenizer


def write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")


Work = Callable[[Callable[..., Any], str, Any], Any]


class WatchedRuntime(OnnxRuntime):
    """ONNX Runtime on the CPU, perhaps in the guise of another provider; notes what it does.

    loaded: (tower, provider) of each graph, graphs: their files. shapes: what they were run on,
    and beside: the same on a device other than the CPU. work: runs a graph in the place of the
    other provider, or of any graph but a tower's own where that is the CPU.
    """

    def __init__(self, provider: str = CPU, work: Work | None = None) -> None:
        super().__init__()
        self.provider, self.work = provider, work
        self.loaded: list[tuple[str, str]] = []
        self.graphs: list[str] = []
        self.shapes: list[tuple[int, ...]] = []
        self.beside: list[tuple[int, ...]] = []

    @property
    def towers(self) -> list[str]:
        return [tower for tower, _ in self.loaded]

    @property
    def batches(self) -> list[int]:
        return [shape[0] for shape in self.shapes]

    def available(self) -> Sequence[str]:
        return list(dict.fromkeys((self.provider, CPU)))

    def obstacle(self, provider: str) -> str:
        return ""

    def create(
        self, graph: Path, provider: str, threads: int, precision: Precision = "fp32"
    ) -> GraphSession:
        self.loaded.append((graph.parent.name, provider))
        self.graphs.append(graph.name)
        own = provider == CPU and graph.name == "model.onnx"
        return WatchedSession(self, super().create(graph, CPU, threads), provider, own)


class WatchedSession:
    def __init__(
        self, runtime: WatchedRuntime, session: GraphSession, provider: str, own: bool
    ) -> None:
        self._runtime, self._session, self._provider = runtime, session, provider
        self._own = own
        self.inputs, self.outputs = session.inputs, session.outputs

    def providers(self) -> Sequence[str]:
        return [self._provider]

    def run(self, output: str, feeds: Any) -> Any:
        if not self._own and self._runtime.work:
            result = self._runtime.work(self._session.run, output, feeds)
        else:
            result = self._session.run(output, feeds)
        self._runtime.shapes.append(next(iter(feeds.values())).shape)
        if self._provider != CPU:
            self._runtime.beside.append(self._runtime.shapes[-1])
        return result


class Workshop:
    """Makes tiny models under a test's own folder."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.words = WORDS
        self.length = LENGTH
        self.dim = DIM
        self.side = SIDE

    def make(self, name: str = "tiny", **changes: Any) -> Path:
        """A model directory that differs from the usual one as told."""
        return self.tiny(**changes).write(self.base / name)

    def tiny(self, **changes: Any) -> Tiny:
        return replace(Tiny(), **changes)

    def edit(self, file: Path, **values: Any) -> None:
        """Change values of a JSON file, made where it is missing; None removes a value."""
        table = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        table.update(values)
        write_json(file, {name: value for name, value in table.items() if value is not None})

    def open(self, path: Path, **options: Any) -> ClipModel:
        """A model that was not checked, on a watched runtime."""
        return ClipModel.open(path, check=False, **{"runtime": WatchedRuntime(), **options})

    def runtime(self, provider: str = CPU, work: Work | None = None) -> WatchedRuntime:
        return WatchedRuntime(provider, work)

    def pixels(self, count: int, seed: int = 5) -> NDArray[np.float32]:
        """Normalised pixels that stand for whole bytes, as preprocessing gives them."""
        values = np.random.default_rng(seed).integers(0, 256, (count, 3, SIDE, SIDE))
        return ((values / 255 - 0.5) / 0.25).astype(np.float32)

    def add_variant(
        self, path: Path, precision: str, change: Callable[[NDArray[Any]], NDArray[Any]]
    ) -> Path:
        """Store the image graph with other weights as one of another precision; returns it."""
        graph = path / "visual" / f"model_{precision}.onnx"
        shutil.copy(path / "visual" / "model.onnx", graph)
        self.change_weights(graph, change)
        return graph

    def change_weights(self, graph: Path, change: Callable[[NDArray[Any]], NDArray[Any]]) -> None:
        """Replace the weights of a graph."""
        model = onnx.load(str(graph))
        tensor = next(row for row in model.graph.initializer if row.name == "weights")
        weights = change(numpy_helper.to_array(tensor))
        tensor.CopyFrom(numpy_helper.from_array(weights, "weights"))
        onnx.save(model, str(graph))

    @staticmethod
    def tokenizer() -> Tokenizer:
        return make_tokenizer()


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def unit() -> Callable[[NDArray[Any]], NDArray[Any]]:
    """Rows scaled to unit length, by the book."""

    def scaled(rows: NDArray[Any]) -> NDArray[Any]:
        rows = np.asarray(rows, np.float64)
        result: NDArray[Any] = rows / np.sqrt((rows**2).sum(axis=1, keepdims=True))
        return result

    return scaled
