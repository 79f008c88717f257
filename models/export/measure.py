"""What an exported directory's graphs weigh, how long they take, and how well they agree."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from PIL import Image

from models.export.directory import TEXTUAL, VISUAL
from models.export.variants import PRECISIONS, size_on_disk
from models.manifest import GOLDEN_IMAGES, GOLDEN_TEXTS, Rows
from photoclip.clip.directory import read_directory
from photoclip.clip.golden import golden_image
from photoclip.clip.preprocess import to_pixels
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.tokenizer import Tokenizer

Feeds = dict[str, NDArray[Any]]
BATCH = 16
_RUNS = 5
_TEXTS = ("a dog runs on the beach", "birthday cake in the garden", "a red car", "sunset")


@dataclass(frozen=True)
class Figures:
    """Of one graph. megabytes: on disk. one, many: ms for an input alone, and for each of a batch
    of 16; None where that was not measured. cosine: the least to the float32 graph.
    """

    tower: str
    precision: str
    megabytes: float
    cosine: float
    one: float | None = None
    many: float | None = None

    def row(self) -> str:
        """A line for a person."""
        speed = "" if self.one is None else f"{self.one:8.1f} ms {self.many:8.1f} ms (of {BATCH})"
        size = f"{self.megabytes:9.1f} MB"
        return f"{self.tower:8} {self.precision:5} {size} {speed}  cosine {self.cosine:.5f}"


def measure(path: Path, *, speed: bool = True, threads: int = 0) -> list[Figures]:
    """Figures of every graph of a directory in photoclip's own layout, on the CPU.

    threads: that ONNX Runtime may use, 0 for all. With one, its processor time is taken, which
    does not depend on what else the machine is doing.
    """
    directory = read_directory(path)
    pictures = [Image.fromarray(golden_image(*golden)) for golden in GOLDEN_IMAGES]
    feeds = {
        VISUAL: (_images(directory, pictures), _images(directory, pictures[:1] * BATCH)),
        TEXTUAL: (_texts(directory, GOLDEN_TEXTS), _texts(directory, _TEXTS * (BATCH // 4))),
    }
    found = []
    for tower, (golden, many) in feeds.items():
        expected: Rows | None = None
        for precision in ("fp32", *PRECISIONS):
            graph = path / tower / _file_name(precision)
            if not graph.exists():
                continue
            session = _session(graph, threads)
            rows = _run(session, golden)
            expected = rows if expected is None else expected
            clock = time.thread_time if threads == 1 else time.perf_counter
            times = _times(session, many, clock) if speed else (None, None)
            size = size_on_disk(graph) / 1e6
            found.append(Figures(tower, precision, size, _agreement(rows, expected), *times))
    return found


def _file_name(precision: str) -> str:
    return "model.onnx" if precision == "fp32" else f"model_{precision}.onnx"


def _session(graph: Path, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return ort.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def _images(directory: ModelDirectory, pictures: Sequence[Image.Image]) -> Feeds:
    return {"image": np.stack([to_pixels(one, directory.spec.preprocess) for one in pictures])}


def _texts(directory: ModelDirectory, texts: Sequence[str]) -> Feeds:
    tokenizer = Tokenizer.open(directory)
    tokens = tokenizer.encode(texts, dynamic=directory.tokenizer.dynamic_length)
    return {"text": tokens.ids.astype(np.int32), "attention_mask": tokens.mask.astype(np.int32)}


def _run(session: ort.InferenceSession, feeds: Feeds) -> Rows:
    taken = {port.name: feeds[port.name] for port in session.get_inputs()}
    rows: Rows = session.run(None, taken)[0]
    return rows


def _times(
    session: ort.InferenceSession, feeds: Feeds, clock: Callable[[], float]
) -> tuple[float, float]:
    """Milliseconds for one input alone, and for each one of a batch."""
    alone = {name: array[:1] for name, array in feeds.items()}
    single = _best(lambda: _run(session, alone), clock)
    return single, _best(lambda: _run(session, feeds), clock) / len(next(iter(feeds.values())))


def _best(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Milliseconds of the fastest of a few runs: others only add to it."""
    work()  # the first run prepares memory
    taken = []
    for _ in range(_RUNS):
        started = clock()
        work()
        taken.append((clock() - started) * 1000.0)
    return min(taken)


def _agreement(rows: Rows, expected: Rows) -> float:
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(expected, axis=1)
    return float((np.einsum("nd,nd->n", rows, expected) / lengths).min())
