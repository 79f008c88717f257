"""Graphs on the best device that really works, with the reason where that is not a better one."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from photoclip.clip.files import KEEP_WHOLE
from photoclip.clip.graph import Array, Feeds, Port
from photoclip.errors import ModelDirectoryError, ModelError

CPU = "CPUExecutionProvider"
COREML = "CoreMLExecutionProvider"
# By the words of the settings, best first.
_PROVIDERS = {
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": COREML,
    "cpu": CPU,
}
_NAMES = {
    "CUDAExecutionProvider": "CUDA",
    "DmlExecutionProvider": "DirectML",
    COREML: "CoreML",
    CPU: "CPU",
}


class GraphFailure(ModelError):
    """ONNX Runtime refused to load or run a graph. Never leaves photoclip.clip."""


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Where a model runs. device: "CUDA", "DirectML", "CoreML" or "CPU".

    requested: the word of the settings. reason: why it is not a better device, "" if it is the
    best that was asked for.
    """

    device: str
    provider: str
    reason: str
    requested: str


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

    def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
        """Load a graph. threads: for work on the CPU. Raises GraphFailure."""


WarmUp = Callable[[GraphSession], object]


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A graph, and where it came to run."""

    session: GraphSession
    report: DeviceReport


class SessionOpener:
    """Opens graphs on the device that was asked for, or the best one, else on the CPU.

    A provider that failed once is not tried again. Thread-safe.
    """

    def __init__(self, runtime: Runtime, device: str = "auto", threads: int | None = None) -> None:
        if device != "auto" and device not in _PROVIDERS:
            choices = ", ".join(("auto", *_PROVIDERS))
            raise ModelError(f"device is {device!r}, not one of {choices}")
        self._runtime = runtime
        self._device = device
        self._threads = threads or cpu_threads()
        self._lock = threading.RLock()
        self._obstacles: dict[str, str] = {}

    def plan(self) -> DeviceReport:
        """What open() will try first; no graph is loaded."""
        with self._lock:
            return self._report(next(self._candidates(), CPU))

    def open(
        self, graph: Path, warm_up: WarmUp, without: frozenset[str] = frozenset()
    ) -> OpenedSession:
        """Load a graph and, beside the CPU, run it once.

        warm_up: runs the session; its GraphFailure sends the graph to the next device.
        without: providers that do this graph no good.
        Raises ModelDirectoryError where not even the CPU can load it.
        """
        with self._lock:
            for provider in self._candidates():
                if provider in without:
                    continue
                session = self._try(graph, provider, warm_up)
                if session is not None:
                    return OpenedSession(session, self._report(provider))
            return OpenedSession(self._on_cpu(graph), self._report(CPU))

    def obstacles(self) -> list[tuple[str, str, str]]:
        """Of every device: the word for it, its name, and why it cannot be used ("" if it may)."""
        with self._lock:
            return [
                (word, _NAMES[provider], "" if provider == CPU else self._obstacle(provider))
                for word, provider in _PROVIDERS.items()
            ]

    def refuse(self, provider: str, reason: str) -> None:
        """Use a provider no more, because its results are wrong."""
        with self._lock:
            self._obstacles[provider] = reason

    def _candidates(self) -> Iterator[str]:
        """Providers beside the CPU that may work, best first."""
        wanted = list(_PROVIDERS.values()) if self._device == "auto" else [_PROVIDERS[self._device]]
        for provider in wanted:
            if provider != CPU and not self._obstacle(provider):
                yield provider

    def _obstacle(self, provider: str) -> str:
        if provider not in self._obstacles:
            missing = provider not in self._runtime.available()
            self._obstacles[provider] = (
                f"this onnxruntime has no {_NAMES[provider]}"
                if missing
                else self._runtime.obstacle(provider)
            )
        return self._obstacles[provider]

    def _try(self, graph: Path, provider: str, warm_up: WarmUp) -> GraphSession | None:
        try:
            session = self._runtime.create(graph, provider, self._threads)
            # ONNX Runtime falls back to the CPU without a word.
            if provider in session.providers():
                warm_up(session)
                return session
            reason = (
                self._runtime.suspicion(provider)
                or f"onnxruntime could not start {_NAMES[provider]}"
            )
        except GraphFailure as failure:
            reason = failure.finding
        self._obstacles[provider] = reason
        return None

    def _on_cpu(self, graph: Path) -> GraphSession:
        try:
            return self._runtime.create(graph, CPU, self._threads)
        except GraphFailure as failure:
            finding = f"cannot be loaded ({failure.finding})"
            raise ModelDirectoryError(finding, path=graph, hint=KEEP_WHOLE) from failure

    def _report(self, provider: str) -> DeviceReport:
        return DeviceReport(_NAMES[provider], provider, self._reason(provider), self._device)

    def _reason(self, provider: str) -> str:
        if self._device != "auto":
            return self._obstacles.get(_PROVIDERS[self._device], "") if provider == CPU else ""
        better = list(_NAMES)[: list(_NAMES).index(provider)]
        built_in = [name for name in better if name in self._runtime.available()]
        found = [f"{_NAMES[name]}: {self._obstacles.get(name) or 'not used'}" for name in built_in]
        if provider == CPU and not found:
            return "this onnxruntime works on the CPU only"
        return "; ".join(found)


def cpu_threads(reserved: int = 0) -> int:
    """Threads for a graph on the CPU: one for each core that this process may use.

    reserved: cores to leave to other work, such as decoding.
    """
    # Not everywhere, and a container or a task set allows fewer cores than the machine has.
    affinity = getattr(os, "sched_getaffinity", None)
    allowed = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, allowed - reserved)
