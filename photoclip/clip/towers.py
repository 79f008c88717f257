"""The two towers: graphs that load when they are first needed, and go on where a device fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, Generic

import numpy as np

from photoclip.clip import trial
from photoclip.clip.faults import Fault, fault
from photoclip.clip.graph import (
    Feeds,
    ImageInput,
    TextInput,
    embedding_output,
    image_input,
    text_input,
)
from photoclip.clip.loaded import E, LoadedGraph, Rows, TowerFailure, parts, unit_vectors
from photoclip.clip.ondemand import OnDemand
from photoclip.clip.placement import Placement
from photoclip.clip.preprocess import to_pixels
from photoclip.clip.providers import BY_KEY, CPU, PROVIDERS
from photoclip.clip.session import (
    DeviceReport,
    GraphFailure,
    GraphSession,
    OpenedSession,
    SessionOpener,
)
from photoclip.clip.spec import ModelDirectory, TowerSpec
from photoclip.clip.tokenizer import Tokenizer, Tokens
from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError

__all__ = ["ImageTower", "LoadedGraph", "Rows", "TextTower", "TowerFailure", "unit_vectors"]

log = logging.getLogger(__name__)

BATCH_SIZE = 16
_NOT_FOR_TEXTS = frozenset(provider.key for provider in PROVIDERS if not provider.texts)
# So many failures in a row, with nothing that went well in between, are no accident.
_PATIENCE = 2
# Runs to time, of which the fastest counts: other programs make some slower, none faster.
_TIMES = 3


class Tower(Generic[E]):
    """A graph that loads at its first use; on a device that fails, its work is done elsewhere.

    batch: how many rows go in at a time, where the graph takes any number. Thread-safe.
    """

    def __init__(
        self,
        directory: ModelDirectory,
        tower: TowerSpec,
        opener: SessionOpener,
        batch: int,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self.tower = tower
        self._directory, self._opener, self._without = directory, opener, without
        self._loaded = OnDemand(self._load)
        self._lock = threading.Lock()
        self._asked = self._batch = batch
        self._failures = 0

    @property
    def graph(self) -> LoadedGraph[E]:
        """The graph, loaded now where it is not yet. Raises as load() does."""
        return self._loaded.get()

    @property
    def report(self) -> DeviceReport | None:
        """Where the graph runs, once it is loaded."""
        graph = self._loaded.peek()
        return graph.report if graph else None

    @property
    def placement(self) -> Placement | None:
        """What runs where, once it is loaded."""
        graph = self._loaded.peek()
        return graph.placement if graph else None

    def load(self) -> DeviceReport:
        """Load the graph now. Raises ModelDirectoryError, ModelOutputError."""
        return self.graph.report

    def unload(self) -> None:
        """Give the memory back until it is needed again."""
        self._loaded.drop()

    def close(self) -> None:
        """Give the memory back."""
        self._loaded.close()

    def warm_up(self, opened: OpenedSession) -> None:
        """See Probe. Finds the batch that fits into the device's memory."""
        graph = self._read(opened)
        items = self._trial_items()
        while True:
            try:
                feeds = self._feeds(graph, _cycled(items, self._size(graph)))
                opened.session.run(graph.output, feeds)
                return
            except GraphFailure as failure:
                if not self._shrink(graph, failure.finding, self._size(graph)):
                    raise

    def vectors(self, opened: OpenedSession) -> Vectors:
        """See Probe."""
        graph = self._read(opened)
        return unit_vectors(self._try_out(graph, self._trial_items()), graph.tower)

    def seconds(self, opened: OpenedSession) -> float:
        """See Probe."""
        graph, items, times = self._read(opened), self._trial_items(), []
        for _ in range(_TIMES):
            began = time.perf_counter()
            self._try_out(graph, items)
            times.append(time.perf_counter() - began)
        return min(times)

    def _try_out(self, graph: LoadedGraph[E], items: Any) -> Rows:
        size = self._size(graph)
        try:
            rows = [graph.run(self._feeds(graph, items[p]), size) for p in parts(len(items), size)]
        except TowerFailure as failure:
            raise GraphFailure(failure.finding) from failure
        return np.concatenate(rows)

    def _embed(self, items: Any, at_once: int | None) -> Rows:
        """Embed items, those of a batch that failed once more, on the CPU if need be."""
        done: list[Rows] = []
        start, graph = 0, self._loaded.get()
        while start < len(items):
            size = self._size(graph)
            part = items[start : start + min(size, at_once or size)]
            rows = self._attempt(graph, part, size)
            if rows is None:
                graph = self._loaded.get()
            else:
                done.append(rows)
                start += len(part)
        return np.concatenate(done)

    def _attempt(self, graph: LoadedGraph[E], part: Any, size: int) -> Rows | None:
        """Run one batch; None where it is worth another try, with what was changed meanwhile."""
        try:
            rows = graph.run(self._feeds(graph, part), size)
        except ModelOutputError as failure:
            if graph.placement.plain:
                raise
            self._recover(graph, failure.finding, size)
            return None
        if graph.placement.plain or np.isfinite(rows).all():
            self._failures = 0
            return rows
        # In fp16 a picture may overflow that is fine in fp32.
        self._move(graph, "gave numbers that are not finite")
        return None

    def _recover(self, graph: LoadedGraph[E], finding: str, size: int) -> None:
        """After a failure: a smaller batch, another try, or another place."""
        log.warning("%s on %s %s", self.tower.graph, graph.placement.provider, finding)
        if self._shrink(graph, finding, size):
            return
        self._failures += 1
        if graph.placement.provider == CPU:
            self._move(graph, finding)
        elif fault(finding) is Fault.LOST or self._failures >= _PATIENCE:
            self._opener.leave(graph.placement, finding)
            self._loaded.drop(graph)

    def _move(self, graph: LoadedGraph[E], finding: str) -> None:
        self._opener.refuse(graph.placement, finding)
        self._loaded.drop(graph)

    def _shrink(self, graph: LoadedGraph[E], finding: str, size: int) -> bool:
        """Halve the batch, for good, where that may make a graph fit into a device's memory."""
        fixed = graph.entry.batch is not None or graph.placement.provider == CPU
        if fixed or size == 1 or fault(finding) is not Fault.MEMORY:
            return False
        with self._lock:
            # Another thread's batch of the same size may have failed as well.
            self._batch = min(self._batch, size // 2)
        log.info("%s takes %d at a time now", graph.placement.provider, self._batch)
        return True

    def _size(self, graph: LoadedGraph[E]) -> int:
        on_cpu = graph.placement.provider == CPU
        return graph.entry.batch or (self._asked if on_cpu else self._batch)

    def _load(self) -> LoadedGraph[E]:
        self._failures = 0
        return self._read(self._opener.open(self.tower, self, self._without))

    def _read(self, opened: OpenedSession) -> LoadedGraph[E]:
        placement, session = opened.placement, opened.session
        tower, dim = replace(self.tower, graph=placement.graph), self._directory.spec.dim
        entry = self._entry(session, tower)
        output = embedding_output(session.outputs(), tower, dim)
        alone = BY_KEY[placement.provider].alone
        turn: AbstractContextManager[object] = threading.Lock() if alone else nullcontext()
        return LoadedGraph(tower, dim, entry, session, output, placement, opened.report, turn)

    def _entry(self, session: GraphSession, tower: TowerSpec) -> E:
        raise NotImplementedError

    def _feeds(self, graph: LoadedGraph[E], items: Any) -> Feeds:
        raise NotImplementedError

    def _trial_items(self) -> Any:
        raise NotImplementedError


class ImageTower(Tower[ImageInput]):
    """Pixels to embeddings."""

    def __init__(
        self, directory: ModelDirectory, opener: SessionOpener, batch: int = BATCH_SIZE
    ) -> None:
        super().__init__(directory, directory.image, opener, batch)

    def embed(self, pixels: Rows, at_once: int | None = None) -> Rows:
        """pixels: (n, 3, height, width), n > 0; at most `at_once` in one run.

        Returns (n, dim) as the graph gives it. Raises ModelDirectoryError, ModelOutputError.
        """
        return self._embed(pixels, at_once)

    def _entry(self, session: GraphSession, tower: TowerSpec) -> ImageInput:
        return image_input(session.inputs(), tower, self._directory.spec.preprocess.size)

    def _feeds(self, graph: LoadedGraph[ImageInput], items: Rows) -> Feeds:
        return graph.entry.feeds(items, self._directory.spec.preprocess)

    def _trial_items(self) -> Rows:
        spec = self._directory.spec.preprocess
        return np.stack([to_pixels(trial.picture(image), spec) for image in trial.IMAGES])


class TextTower(Tower[TextInput]):
    """Texts to embeddings."""

    def __init__(
        self, directory: ModelDirectory, opener: SessionOpener, batch: int = BATCH_SIZE
    ) -> None:
        super().__init__(directory, directory.text, opener, batch, _NOT_FOR_TEXTS)
        self._tokenizer = OnDemand(lambda: Tokenizer.open(directory, self._length))
        self._length: int | None = None

    @property
    def tokenizer(self) -> Tokenizer:
        """What makes tokens of texts. Raises ModelDirectoryError."""
        self._loaded.get()
        return self._tokenizer.get()

    def embed(self, texts: Sequence[str], at_once: int | None = None) -> Rows:
        """n > 0 texts, at most `at_once` in one run.

        Returns (n, dim) as the graph gives it. Raises ModelDirectoryError, ModelOutputError.
        """
        return self._embed(texts, at_once)

    def knows_vocabulary(self) -> bool:
        """Whether the graph has a place for every word of the tokenizer.

        Told by running it on the last one; graphics cards read past the end of a table without
        complaint, so only the CPU tells. Raises TowerFailure where the graph fails on any token.
        """
        if self.takes_token(self.tokenizer.largest_id()):
            return True
        self._run_token(0)
        return False

    def takes_token(self, token: int) -> bool:
        """Whether the graph has a place for a token, as far as its device tells."""
        try:
            self._run_token(token)
        except TowerFailure:
            return False
        return True

    def unload(self) -> None:
        """Give the memory back until it is needed again."""
        super().unload()
        self._tokenizer.drop()

    def close(self) -> None:
        """Give the memory back."""
        super().close()
        self._tokenizer.close()

    def _run_token(self, token: int) -> None:
        graph = self._loaded.get()
        ids = np.full((graph.entry.batch or 1, self.tokenizer.length), token, np.int64)
        graph.run(graph.entry.feeds(Tokens(ids, np.ones_like(ids))))

    def _load(self) -> LoadedGraph[TextInput]:
        # Before the graph: a broken tokenizer is found without loading anything large.
        self._tokenizer.get()
        return super()._load()

    def _entry(self, session: GraphSession, tower: TowerSpec) -> TextInput:
        entry = text_input(session.inputs(), tower, self._directory.tokenizer.context_length)
        if entry.length not in (None, self._tokenizer.get().length):
            self._length = entry.length
            self._tokenizer.drop()
        return entry

    def _feeds(self, graph: LoadedGraph[TextInput], items: Sequence[str]) -> Feeds:
        # One length beside the CPU, for the same reason as one size of a batch.
        may_be_short = graph.placement.provider == CPU and graph.entry.length is None
        dynamic = may_be_short and self._directory.tokenizer.dynamic_length
        return graph.entry.feeds(self._tokenizer.get().encode(items, dynamic=dynamic))

    def _trial_items(self) -> Sequence[str]:
        return trial.TEXTS


def _cycled(items: Any, count: int) -> Any:
    """So many items, those there are over and over."""
    if isinstance(items, np.ndarray):
        return np.resize(items, (count, *items.shape[1:]))
    return [items[number % len(items)] for number in range(count)]
