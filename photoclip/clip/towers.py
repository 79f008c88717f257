"""The two towers: graphs that load when they are first needed, fed in batches that they take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.graph import (
    Array,
    Feeds,
    ImageInput,
    TextInput,
    embedding_output,
    image_input,
    text_input,
)
from photoclip.clip.ondemand import OnDemand
from photoclip.clip.session import (
    COREML,
    CPU,
    DeviceReport,
    GraphFailure,
    GraphSession,
    SessionOpener,
)
from photoclip.clip.spec import ModelDirectory, TowerSpec
from photoclip.clip.tokenizer import Tokenizer, Tokens
from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError

Rows = NDArray[np.float32]
# CoreML compiles a graph anew for every length of a text, which takes longer than to run it.
_NOT_FOR_TEXTS = frozenset({COREML})


class TowerFailure(ModelOutputError):
    """A graph failed while working, for instance for want of memory."""


class _Entry(Protocol):
    @property
    def batch(self) -> int | None: ...


E = TypeVar("E", bound=_Entry)


@dataclass(frozen=True, slots=True)
class LoadedGraph(Generic[E]):
    """A graph that runs. entry: how it is fed; dim: what it gives; turn: held while it runs."""

    tower: TowerSpec
    dim: int
    entry: E
    session: GraphSession
    output: str
    report: DeviceReport
    turn: AbstractContextManager[object]

    def run(self, feeds: Feeds) -> Rows:
        """Embeddings of n rows, at most the graph's batch: (n, dim) float32, as the graph gives it.

        Raises TowerFailure, and ModelOutputError where the result has another shape.
        """
        count = len(next(iter(feeds.values())))
        wanted = (self.entry.batch or count, self.dim)
        full = {name: _filled(array, wanted[0]) for name, array in feeds.items()}
        try:
            with self.turn:
                result = self.session.run(self.output, full)
        except GraphFailure as failure:
            finding = f"failed while working ({failure.finding})"
            raise TowerFailure(finding, path=self.tower.graph) from failure
        if result.shape != wanted:
            finding = f"gave an output of shape {result.shape}, not {wanted}"
            raise ModelOutputError(finding, path=self.tower.graph)
        return result[:count].astype(np.float32, copy=False)


class ImageTower:
    """Pixels to embeddings."""

    def __init__(self, directory: ModelDirectory, opener: SessionOpener) -> None:
        self._directory, self._opener = directory, opener
        self._loaded = OnDemand(self._load)

    def embed(self, pixels: Rows, at_once: int) -> Rows:
        """pixels: (n, 3, height, width), n > 0; at most `at_once` in one run.

        Returns (n, dim) as the graph gives it. Raises ModelDirectoryError, ModelOutputError.
        """
        graph = self._loaded.get()
        try:
            return self._embed(graph, pixels, at_once)
        except TowerFailure:
            # Other programs use the memory of a graphics card too; a smaller batch may still fit.
            if at_once == 1 or graph.report.provider == CPU:
                raise
            return self.embed(pixels, at_once // 2)

    def load(self) -> DeviceReport:
        """Load the graph now. Raises ModelDirectoryError."""
        return self.graph.report

    @property
    def graph(self) -> LoadedGraph[ImageInput]:
        """The graph, loaded now where it is not yet. Raises ModelDirectoryError."""
        return self._loaded.get()

    @property
    def report(self) -> DeviceReport | None:
        """Where the graph runs, once it is loaded."""
        graph = self._loaded.peek()
        return graph.report if graph else None

    def unload(self) -> None:
        """Give the memory back until it is needed again."""
        self._loaded.drop()

    def close(self) -> None:
        """Give the memory back."""
        self._loaded.close()

    def _embed(self, graph: LoadedGraph[ImageInput], pixels: Rows, at_once: int) -> Rows:
        spec = self._directory.spec.preprocess
        parts = _parts(len(pixels), graph.entry.batch or at_once)
        return np.concatenate([graph.run(graph.entry.feeds(pixels[p], spec)) for p in parts])

    def _load(self) -> LoadedGraph[ImageInput]:
        spec, tower = self._directory.spec, self._directory.image
        size = spec.preprocess.size

        def entry(session: GraphSession) -> ImageInput:
            return image_input(session.inputs(), tower, size)

        def trial(entry: ImageInput) -> Feeds:
            return entry.feeds(np.zeros((entry.batch or 1, 3, *size), np.float32), spec.preprocess)

        return _load(self._opener, tower, spec.dim, entry, trial)


class TextTower:
    """Texts to embeddings."""

    def __init__(self, directory: ModelDirectory, opener: SessionOpener) -> None:
        self._directory, self._opener = directory, opener
        self._loaded = OnDemand(self._load)

    def embed(self, texts: Sequence[str], at_once: int) -> Rows:
        """n > 0 texts, at most `at_once` in one run.

        Returns (n, dim) as the graph gives it. Raises ModelDirectoryError, ModelOutputError.
        """
        graph, tokenizer = self._loaded.get()
        dynamic = self._directory.tokenizer.dynamic_length and graph.entry.length is None
        parts = _parts(len(texts), graph.entry.batch or at_once)
        batches = (tokenizer.encode(texts[part], dynamic=dynamic) for part in parts)
        return np.concatenate([graph.run(graph.entry.feeds(tokens)) for tokens in batches])

    def knows_vocabulary(self) -> bool:
        """Whether the graph has a place for every word of the tokenizer.

        Told by running it on the last one; graphics cards read past the end of a table without
        complaint, so only the CPU tells. Raises TowerFailure where the graph fails on any token.
        """
        graph, tokenizer = self._loaded.get()

        def run(token: int) -> None:
            graph.run(graph.entry.feeds(_uniform_tokens(graph.entry, tokenizer.length, token)))

        try:
            run(tokenizer.largest_id())
        except TowerFailure:
            run(0)
            return False
        return True

    def load(self) -> DeviceReport:
        """Load the graph and the tokenizer now. Raises ModelDirectoryError."""
        return self.graph.report

    @property
    def graph(self) -> LoadedGraph[TextInput]:
        """The graph, loaded now where it is not yet. Raises ModelDirectoryError."""
        return self._loaded.get()[0]

    @property
    def tokenizer(self) -> Tokenizer:
        """What makes tokens of texts. Raises ModelDirectoryError."""
        return self._loaded.get()[1]

    @property
    def report(self) -> DeviceReport | None:
        """Where the graph runs, once it is loaded."""
        loaded = self._loaded.peek()
        return loaded[0].report if loaded else None

    def unload(self) -> None:
        """Give the memory back until it is needed again."""
        self._loaded.drop()

    def close(self) -> None:
        """Give the memory back."""
        self._loaded.close()

    def _load(self) -> tuple[LoadedGraph[TextInput], Tokenizer]:
        spec, tower = self._directory.spec, self._directory.text
        stated = self._directory.tokenizer.context_length

        def entry(session: GraphSession) -> TextInput:
            return text_input(session.inputs(), tower, stated)

        def trial(entry: TextInput) -> Feeds:
            return entry.feeds(_uniform_tokens(entry, entry.length or spec.context_length, 0))

        # Before the graph: a broken tokenizer is found without loading anything large.
        tokenizer = Tokenizer.open(self._directory)
        graph = _load(self._opener, tower, spec.dim, entry, trial, _NOT_FOR_TEXTS)
        if graph.entry.length not in (None, tokenizer.length):
            tokenizer = Tokenizer.open(self._directory, graph.entry.length)
        return graph, tokenizer


def unit_vectors(rows: Rows, tower: TowerSpec) -> Vectors:
    """Rows scaled to unit length. Raises ModelOutputError where one is not finite, or zero."""
    if not np.isfinite(rows).all():
        raise ModelOutputError("gave numbers that are not finite", path=tower.graph)
    # Scaled first, because the squares of large float32 values would overflow.
    largest = np.abs(rows).max(axis=1, keepdims=True)
    if not largest.all():
        raise ModelOutputError("gave an embedding of zeros", path=tower.graph)
    scaled = rows / largest
    unit: Vectors = scaled / np.linalg.norm(scaled, axis=1, keepdims=True)
    return unit


def _load(
    opener: SessionOpener,
    tower: TowerSpec,
    dim: int,
    read_entry: Callable[[GraphSession], E],
    trial: Callable[[E], Feeds],
    without: frozenset[str] = frozenset(),
) -> LoadedGraph[E]:
    """Load a graph; trial gives what it is run with once where it does not run on the CPU."""

    def warm_up(session: GraphSession) -> None:
        output = embedding_output(session.outputs(), tower, dim)
        session.run(output, trial(read_entry(session)))

    opened = opener.open(tower.graph, warm_up, without)
    session, report = opened.session, opened.report
    # DirectML allows one run of a session at a time.
    turn: AbstractContextManager[object] = Lock() if report.device == "DirectML" else nullcontext()
    output = embedding_output(session.outputs(), tower, dim)
    return LoadedGraph(tower, dim, read_entry(session), session, output, report, turn)


def _parts(count: int, size: int) -> Iterator[slice]:
    return (slice(start, start + size) for start in range(0, count, size))


def _filled(array: Array, count: int) -> Array:
    """An array of `count` rows, the last one repeated where there are fewer."""
    if len(array) == count:
        return array
    return np.concatenate([array, np.repeat(array[-1:], count - len(array), axis=0)])


def _uniform_tokens(entry: TextInput, length: int, token: int) -> Tokens:
    ids = np.full((entry.batch or 1, length), token, np.int64)
    return Tokens(ids, np.ones_like(ids))
