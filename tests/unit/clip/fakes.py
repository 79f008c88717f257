"""Devices and models that exist in a test only, and fail in every way that real ones do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from photoclip.clip.graph import Feeds, Port
from photoclip.clip.placement import About, Placement
from photoclip.clip.providers import CPU, CUDA
from photoclip.clip.session import (
    DeviceReport,
    GraphFailure,
    GraphSession,
    OpenedSession,
    SessionOpener,
    Tuning,
)
from photoclip.clip.spec import Precision, TowerSpec, Variant
from photoclip.domain import Vectors
from photoclip.errors import ModelDirectoryError, ModelOutputError

GRAPH, FP16, INT8 = (Path("visual") / f"model{end}.onnx" for end in ("", "_fp16", "_int8"))
TOWER = TowerSpec(GRAPH)
BOTH = TowerSpec(GRAPH, variants=(Variant(FP16, (), "fp16"), Variant(INT8, (), "int8")))
TRUTH = np.eye(1, 8, dtype=np.float32)


class FakeSession:
    def __init__(self, provider: str, graph: Path) -> None:
        self.provider, self.graph = provider, graph

    def inputs(self) -> Sequence[Port]:
        return []

    def outputs(self) -> Sequence[Port]:
        return []

    def providers(self) -> Sequence[str]:
        return list(dict.fromkeys((self.provider, CPU)))

    def run(self, output: str, feeds: Feeds) -> Any:
        raise AssertionError("the probe runs it")


@dataclass
class FakeRuntime:
    """built_in: what it was built with. The rest names the providers that fail, and how."""

    built_in: tuple[str, ...] = (CUDA, CPU)
    obstacles: dict[str, str] = field(default_factory=dict)
    suspicions: dict[str, str] = field(default_factory=dict)
    refusing: tuple[str | Path, ...] = ()
    silent: tuple[str, ...] = ()
    created: list[tuple[str, str, Precision]] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def available(self) -> Sequence[str]:
        return self.built_in

    def obstacle(self, provider: str) -> str:
        return self.obstacles.get(provider, "")

    def suspicion(self, provider: str) -> str:
        return self.suspicions.get(provider, "")

    def create(
        self, graph: Path, provider: str, threads: int, precision: Precision = "fp32"
    ) -> GraphSession:
        self.created.append((provider, graph.name, precision))
        self.threads.append(threads)
        if provider in self.refusing or graph in self.refusing:
            raise GraphFailure("out of memory")
        return FakeSession(CPU if provider in self.silent else provider, graph)

    @property
    def tried(self) -> list[str]:
        return [provider for provider, _, _ in self.created]


@dataclass
class FakeProbe:
    """broken: providers or graphs that fail their first run. cosines: theirs to the truth.

    times: of graphs, in seconds.
    """

    broken: tuple[str | Path, ...] = ()
    cosines: dict[str | Path, float] = field(default_factory=dict)
    misfit: Path | None = None
    times: dict[Path, float] = field(default_factory=dict)
    warmed: list[str] = field(default_factory=list)

    def warm_up(self, opened: OpenedSession) -> None:
        self.warmed.append(opened.placement.provider)
        if {opened.placement.provider, opened.placement.graph} & set(self.broken):
            raise GraphFailure("no kernel image is available for this card")
        if opened.placement.graph == self.misfit:
            raise ModelDirectoryError("takes sound, not images", path=self.misfit)

    def vectors(self, opened: OpenedSession) -> Vectors:
        if opened.placement.plain:
            return TRUTH
        of_graph = self.cosines.get(opened.placement.graph, 1.0)
        cosine = min(self.cosines.get(opened.placement.provider, 1.0), of_graph)
        if cosine == 0:
            raise ModelOutputError("gave numbers that are not finite")
        return np.array([[cosine, (1 - cosine**2) ** 0.5, *[0] * 6]], np.float32)

    def seconds(self, opened: OpenedSession) -> float:
        return self.times.get(opened.placement.graph, 0.1)


class Memory:
    """Verdicts in a dictionary."""

    def __init__(self) -> None:
        self.found: dict[tuple[Placement, About], str] = {}

    def find(self, placement: Placement, about: About) -> str | None:
        return self.found.get((placement, about))

    def note(self, placement: Placement, about: About, finding: str) -> None:
        self.found[placement, about] = finding


def opened(
    runtime: FakeRuntime,
    device: str = "auto",
    probe: FakeProbe | None = None,
    tower: TowerSpec = TOWER,
    precision: str = "auto",
) -> DeviceReport:
    opener = SessionOpener(runtime, device, Tuning(precision))
    result = opener.open(tower, probe or FakeProbe())
    assert result.session.providers()[0] == result.report.provider == result.placement.provider
    assert result.report.precision == result.placement.precision
    return result.report
