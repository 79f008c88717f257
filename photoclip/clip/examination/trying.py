"""Tries one tower: alone, together, twice, on inputs at the edge, and on golden ones."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

import numpy as np

from photoclip.clip.examination.judging import Judge
from photoclip.clip.examination.resident import resident_bytes
from photoclip.clip.graph import Array
from photoclip.clip.report import Check, Measurement, Step, Verdict
from photoclip.clip.towers import LoadedGraph, Rows
from photoclip.domain import CancelToken, Progress, ProgressCallback, Stage
from photoclip.errors import ModelError

# Inputs that are embedded a second time, and on the CPU where the tower runs elsewhere.
_AGAIN = 2
# Of runs of a whole batch: at most so many, and no more once they took so many seconds.
_RUNS, _SECONDS = 3, 2.0

Inputs = TypeVar("Inputs", bound="Array | list[str]")


class Watch:
    """Tells how far an examination is, and ends it where it was cancelled."""

    def __init__(self, steps: int, progress: ProgressCallback, cancel: CancelToken) -> None:
        self._steps, self._progress, self.cancel = steps, progress, cancel
        self._done = 0

    def step(self, step: Step) -> None:
        """The next step begins. Raises Cancelled."""
        self.cancel.check()
        self._progress(Progress(Stage.CHECKING, self._done, self._steps, detail=step))
        self._done = min(self._done + 1, self._steps)


@dataclass(frozen=True, slots=True)
class Subject(Generic[Inputs]):
    """A tower, and what it is tried on.

    run: embeds inputs, all at once where the graph allows it; on_cpu: the same on the CPU.
    names: what each input is. distinct: numbers of inputs that differ. golden: inputs, and the
    (n, dim) vectors that they must give. batch: how many inputs a run takes while photos are
    embedded.
    """

    judge: Judge
    step: Step
    load: Callable[[], LoadedGraph[Any]]
    run: Callable[[Inputs], Rows]
    on_cpu: Callable[[Inputs], Rows]
    inputs: Inputs
    names: Sequence[str]
    distinct: Callable[[], Sequence[int]]
    extremes: Inputs
    extreme_names: Sequence[str]
    golden: Callable[[], tuple[Inputs, Rows] | None]
    min_cosine: float
    batch: int


@dataclass
class Tried:
    """What came of it. rows: (n, dim) of the inputs, each alone; None where that failed."""

    judge: Judge
    measurements: list[Measurement] = field(default_factory=list)
    rows: Rows | None = None
    loaded: LoadedGraph[Any] | None = None

    def add(self, found: Measurement) -> None:
        """Note a measurement."""
        self.measurements.append(found)

    def figure(self, check: Check, value: float | None, unit: str) -> None:
        """Note something that nobody judges."""
        self.add(Measurement(self.judge.part, check, value, unit, verdict=Verdict.NOTE))

    @contextmanager
    def refusing(self, check: Check) -> Iterator[None]:
        """Note what is raised as a finding, and go on."""
        try:
            yield
        except ModelError as error:
            self.add(self.judge.refusal(check, error))


def try_tower(subject: Subject[Any], load_step: Step, watch: Watch) -> Tried:
    """Measure all that can be measured of one tower. Raises Cancelled."""
    tried = Tried(subject.judge)
    watch.step(load_step)
    with tried.refusing(Check.LOADING):
        _load(subject, tried)
    if tried.loaded is None:
        return tried
    watch.step(subject.step)
    with tried.refusing(Check.RUNNING):
        tried.rows = _alone(subject, tried, watch)
    if tried.rows is None:
        return tried
    watch.step(subject.step)
    with tried.refusing(Check.BATCH):
        _together(subject, tried, tried.rows)
    watch.step(subject.step)
    with tried.refusing(Check.FINITE):
        extreme = subject.run(subject.extremes)
        names = [*subject.names, *subject.extreme_names]
        tried.add(tried.judge.finite(np.concatenate([tried.rows, extreme]), names))
    watch.step(subject.step)
    with tried.refusing(Check.GOLDEN):
        _golden(subject, tried)
    if not tried.loaded.placement.plain:
        with tried.refusing(Check.DEVICE):
            on_cpu = subject.on_cpu(subject.inputs[:_AGAIN])
            device = tried.loaded.report.device
            tried.add(tried.judge.device(device, tried.rows[:_AGAIN], on_cpu))
    return tried


def sound(rows: Rows) -> Rows:
    """The rows that are vectors: finite, and not zeros."""
    kept: Rows = rows[np.isfinite(rows).all(axis=1) & rows.any(axis=1)]
    return kept


def _load(subject: Subject[Any], tried: Tried) -> None:
    before, began = resident_bytes(), time.perf_counter()
    loaded = subject.load()
    tried.figure(Check.LOADING, time.perf_counter() - began, "s")
    tried.loaded, placement = loaded, loaded.placement
    # Which may be one of another precision.
    tried.judge = replace(subject.judge, graph=placement.graph, precision=placement.precision)
    with tried.refusing(Check.RUNNING):
        # The first run takes what the graph needs to work.
        subject.run(subject.inputs[:1])
    after = resident_bytes()
    growth = None if before is None or after is None else max(0, after - before)
    tried.figure(Check.MEMORY, growth, "bytes")


def _alone(subject: Subject[Any], tried: Tried, watch: Watch) -> Rows | None:
    if any(row.verdict is Verdict.REFUSED for row in tried.measurements):
        return None
    rows, seconds = [], []
    for number in range(len(subject.inputs)):
        watch.cancel.check()
        began = time.perf_counter()
        rows.append(subject.run(subject.inputs[number : number + 1]))
        seconds.append(time.perf_counter() - began)
    tried.figure(Check.SPEED, 1000 * statistics.median(seconds), "ms")
    return np.concatenate(rows)


def _together(subject: Subject[Any], tried: Tried, alone: Rows) -> None:
    judge, inputs = tried.judge, subject.inputs
    again = np.concatenate([subject.run(inputs[at : at + 1]) for at in range(_AGAIN)])
    good = sound(alone)
    if len(good) < len(alone):
        return
    steady = judge.determinism(alone[:_AGAIN], again)
    tried.add(steady)
    tried.add(judge.numbers(good))
    tried.add(judge.length(good))
    different = alone[subject.distinct()]
    if len(different) > 1:
        tried.add(judge.distinct(different))
    together = subject.run(inputs)
    if steady.verdict is not Verdict.REFUSED:
        tried.add(judge.batch(together, alone))
    if subject.batch > 1:
        tried.figure(Check.SPEED_BATCH, _batch_ms(subject), "ms")


def _batch_ms(subject: Subject[Any]) -> float:
    """Median milliseconds for one input, where a whole batch is embedded."""
    inputs = subject.inputs
    whole = [inputs[number % len(inputs)] for number in range(subject.batch)]
    batch = np.stack(whole) if isinstance(inputs, np.ndarray) else whole
    seconds: list[float] = []
    while len(seconds) < _RUNS and sum(seconds) < _SECONDS:
        began = time.perf_counter()
        subject.run(batch)
        seconds.append(time.perf_counter() - began)
    return 1000 * statistics.median(seconds) / subject.batch


def _golden(subject: Subject[Any], tried: Tried) -> None:
    golden = subject.golden()
    if golden is None:
        finding = "the model has no expected vectors to compare with"
        part = subject.judge.part
        tried.add(Measurement(part, Check.GOLDEN, verdict=Verdict.NOTE, finding=finding))
        return
    inputs, expected = golden
    given = subject.run(inputs)
    tried.add(tried.judge.golden(given, expected, subject.min_cosine))
