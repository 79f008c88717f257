"""Graphs on the best device that really works, with the reason where that is not a better one."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from photoclip.clip.files import KEEP_WHOLE
from photoclip.clip.graph import Array, Feeds, Port
from photoclip.clip.placement import (
    About,
    NoVerdicts,
    Placement,
    Verdicts,
    disagreement,
    placements,
    slowness,
)
from photoclip.clip.providers import BY_KEY, BY_WORD, CPU, PROVIDERS, Provider
from photoclip.clip.spec import Precision, TowerSpec
from photoclip.cores import allowed_cores
from photoclip.domain import Vectors
from photoclip.errors import ModelDirectoryError, ModelError, ModelOutputError


class GraphFailure(ModelError):
    """ONNX Runtime refused to load or run a graph. Never leaves photoclip.clip."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a model is run. precision: "auto", "fp32", "fp16" or "int8".

    threads: for work on the CPU, 0 for one for each core that this process may use. memory_mb:
    megabytes of the device at most, 0 for no limit. cache: a folder for what devices compile.
    """

    precision: str = "auto"
    threads: int = 0
    memory_mb: int = 0
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Where a model runs. device: a name such as "CUDA" or "CPU". provider: ONNX Runtime's.

    requested: the word of the settings. reason: why it is not a better device, "" if it is the
    best that was asked for. precision: of the graph that runs; precision_reason: why it is not
    the one that was asked for, or the fastest.
    """

    device: str
    provider: str
    reason: str
    requested: str
    precision: Precision = "fp32"
    precision_reason: str = ""


class GraphSession(Protocol):
    """A loaded graph."""

    def inputs(self) -> Sequence[Port]: ...
    def outputs(self) -> Sequence[Port]: ...

    def providers(self) -> Sequence[str]:
        """The providers that it really runs on."""

    def run(self, output: str, feeds: Feeds) -> Array:
        """One output. Raises GraphFailure."""


class Runtime(Protocol):
    """What is needed of ONNX Runtime."""

    def available(self) -> Sequence[str]:
        """The providers that this build of it has."""

    def obstacle(self, provider: str) -> str:
        """Why a provider cannot work on this machine; "" where nothing is known against it."""

    def suspicion(self, provider: str) -> str:
        """What may be the reason where a provider did not start; "" where nothing is known."""

    def create(
        self, graph: Path, provider: str, threads: int, precision: Precision = "fp32"
    ) -> GraphSession:
        """Load a graph. threads: for work on the CPU. Raises GraphFailure.

        precision: what the provider is to compute in, where it can convert the graph by itself.
        """


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A graph, and where it came to run."""

    session: GraphSession
    placement: Placement
    report: DeviceReport


class Probe(Protocol):
    """Tries a session before it is trusted."""

    def warm_up(self, opened: OpenedSession) -> None:
        """Run it at its working batch size. Raises GraphFailure, ModelDirectoryError."""

    def vectors(self, opened: OpenedSession) -> Vectors:
        """Unit vectors of trial inputs. Raises GraphFailure, ModelOutputError."""

    def seconds(self, opened: OpenedSession) -> float:
        """What trial inputs take at best. Raises GraphFailure."""


class SessionOpener:
    """Opens graphs on the device that was asked for, or the best one, else on the CPU.

    What runs must run the tower at its working batch size and give the vectors that its own
    graph gives on the CPU. A provider that failed once is not tried again. Thread-safe.
    """

    def __init__(
        self,
        runtime: Runtime,
        device: str = "auto",
        tuning: Tuning | None = None,
        verdicts: Verdicts | None = None,
    ) -> None:
        if device != "auto" and device not in BY_WORD:
            raise ModelError(f"device is {device!r}, not one of {', '.join(('auto', *BY_WORD))}")
        tuning = tuning or Tuning()
        self._runtime = runtime
        self._device = device
        self._precision = tuning.precision
        self._threads = tuning.threads or allowed_cores()
        self._verdicts = verdicts or NoVerdicts()
        self._lock = threading.Lock()
        self._obstacles: dict[str, str] = {}
        self._refused: dict[Placement, str] = {}
        self._references: dict[Path, tuple[Vectors, float]] = {}
        self._only_cpu = False

    def plan(self, tower: TowerSpec) -> DeviceReport:
        """What open() will try first; no graph is loaded."""
        return self._report(tower, next(self._candidates(tower), _plain(tower)))

    def open(
        self, tower: TowerSpec, probe: Probe, without: frozenset[str] = frozenset()
    ) -> OpenedSession:
        """Load a tower's graph, and try it where it is not its own graph on the CPU.

        without: providers that do this tower no good. Raises ModelDirectoryError where not even
        the CPU can load it, ModelOutputError where its vectors there are none.
        """
        # Without the lock: a device may compile one tower for minutes, and the other is wanted now.
        for placement in self._candidates(tower, without):
            opened = self._try(tower, placement, probe)
            if opened is not None:
                return opened
        return self._on_cpu(tower)

    def obstacles(self) -> list[tuple[str, str, str]]:
        """Of every device: the word for it, its name, and why it cannot be used ("" if it may)."""
        return [
            (known.word, known.name, "" if known.key == CPU else self._obstacle(known.key))
            for known in PROVIDERS
        ]

    def refuse(self, placement: Placement, reason: str) -> None:
        """Use it no more, because it fails or its results are wrong."""
        with self._lock:
            self._refused[placement] = reason
            if placement.own:
                self._obstacles[placement.provider] = reason

    def leave(self, placement: Placement, reason: str) -> None:
        """The device is lost: work on the CPU from now on.

        Not on another device: what is broken may be all of one maker's driver in this process.
        """
        with self._lock:
            self._obstacles[placement.provider] = reason
            self._only_cpu = True

    def _candidates(
        self, tower: TowerSpec, without: frozenset[str] = frozenset()
    ) -> Iterator[Placement]:
        """What may work, best first, but for the tower's own graph on the CPU."""
        for provider in self._wanted():
            if provider.key in without:
                continue
            for placement in placements(tower, provider, self._precision):
                # Asked for each, because the one before may have found out something.
                usable = provider.key == CPU or not self._obstacle(provider.key)
                if usable and not placement.plain and not self._refusal(placement):
                    yield placement

    def _wanted(self) -> list[Provider]:
        if self._device == "auto":
            wanted = [provider for provider in PROVIDERS if provider.automatic]
        else:
            wanted = [BY_WORD[self._device], BY_KEY[CPU]]
        return [one for one in wanted if one.key == CPU or not self._only_cpu]

    def _obstacle(self, provider: str) -> str:
        with self._lock:
            if provider not in self._obstacles:
                missing = provider not in self._runtime.available()
                self._obstacles[provider] = (
                    f"this onnxruntime has no {BY_KEY[provider].name}"
                    if missing
                    else self._runtime.obstacle(provider)
                )
            return self._obstacles[provider]

    def _refusal(self, placement: Placement) -> str:
        if placement not in self._refused:
            known = (self._verdicts.find(placement, about) for about in self._matters(placement))
            finding = next(filter(None, known), "")
            if not finding:
                return ""
            self.refuse(placement, finding)
        return self._refused[placement]

    def _matters(self, placement: Placement) -> list[About]:
        """What a placement has to be compared in. Who asks for int8 may want it for its size."""
        timed = placement.provider == CPU and self._precision == "auto"
        return [About.VECTORS, About.TIME] if timed else [About.VECTORS]

    def _try(self, tower: TowerSpec, placement: Placement, probe: Probe) -> OpenedSession | None:
        finding = ""
        try:
            opened = self._create(tower, placement)
            # ONNX Runtime falls back to the CPU without a word.
            if placement.provider not in opened.session.providers():
                self._obstacles[placement.provider] = self._why_not_started(placement.provider)
                return None
            if placement.provider != CPU:
                probe.warm_up(opened)
        except GraphFailure as failure:
            finding = failure.finding
        except ModelDirectoryError as error:
            if placement.own:
                raise
            finding = error.finding
        finding = finding or self._compare(tower, opened, probe)
        if finding:
            self.refuse(placement, finding)
        return None if finding else opened

    def _compare(self, tower: TowerSpec, opened: OpenedSession, probe: Probe) -> str:
        """What is wrong with a session, "" where nothing is."""
        for about in self._matters(opened.placement):
            if self._verdicts.find(opened.placement, about) is not None:
                continue
            vectors, seconds = self._reference(tower, probe)
            try:
                if about is About.TIME:
                    finding = slowness(probe.seconds(opened), seconds)
                else:
                    found = probe.vectors(opened)
                    finding = disagreement(found, vectors, opened.placement.precision)
            except GraphFailure as failure:
                return failure.finding
            except (ModelOutputError, ModelDirectoryError) as error:
                finding = error.finding
            # A new driver may mend a device; what a file holds stays as it is.
            if not finding or not opened.placement.own:
                self._verdicts.note(opened.placement, about, finding)
            if finding:
                return finding
        return ""

    def _reference(self, tower: TowerSpec, probe: Probe) -> tuple[Vectors, float]:
        """What the tower's own graph gives on the CPU for the trial inputs, and in which time."""
        if tower.graph not in self._references:
            plain = self._on_cpu(tower)
            self._references[tower.graph] = (probe.vectors(plain), probe.seconds(plain))
        return self._references[tower.graph]

    def _why_not_started(self, provider: str) -> str:
        name = BY_KEY[provider].name
        return self._runtime.suspicion(provider) or f"onnxruntime could not start {name}"

    def _create(self, tower: TowerSpec, placement: Placement) -> OpenedSession:
        session = self._runtime.create(
            placement.graph, placement.provider, self._threads, placement.precision
        )
        return OpenedSession(session, placement, self._report(tower, placement))

    def _on_cpu(self, tower: TowerSpec) -> OpenedSession:
        try:
            return self._create(tower, _plain(tower))
        except GraphFailure as failure:
            finding = f"cannot be loaded ({failure.finding})"
            raise ModelDirectoryError(finding, path=tower.graph, hint=KEEP_WHOLE) from failure

    def _report(self, tower: TowerSpec, placement: Placement) -> DeviceReport:
        provider = BY_KEY[placement.provider]
        return DeviceReport(
            provider.name,
            provider.key,
            self._reason(provider.key),
            self._device,
            placement.precision,
            self._precision_reason(tower, placement),
        )

    def _reason(self, provider: str) -> str:
        if self._device != "auto":
            wanted = BY_WORD[self._device].key
            return self._obstacles.get(wanted, "") if provider != wanted else ""
        better = [one.key for one in PROVIDERS if one.automatic]
        better = better[: better.index(provider)]
        built_in = [key for key in better if key in self._runtime.available()]
        found = [
            f"{BY_KEY[key].name}: {self._obstacles.get(key) or 'not used'}" for key in built_in
        ]
        if provider == CPU and not found:
            return self._runtime.suspicion(CPU) or "this onnxruntime works on the CPU only"
        return "; ".join(found)

    def _precision_reason(self, tower: TowerSpec, placement: Placement) -> str:
        tried = placements(tower, BY_KEY[placement.provider], self._precision)
        better = tried[: tried.index(placement)] if placement in tried else []
        found = [f"{one.precision}: {self._refused.get(one) or 'not used'}" for one in better]
        if not found and self._precision not in ("auto", placement.precision):
            return f"the model has no {self._precision} graph"
        return "; ".join(found)


def _plain(tower: TowerSpec) -> Placement:
    return Placement(CPU, tower.graph, tower.precision, own=True)
