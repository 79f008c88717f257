"""Which graph of a tower runs on which device, and what its vectors have to be like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.clip.providers import CPU, Provider
from photoclip.clip.spec import Precision, TowerSpec
from photoclip.domain import Vectors

# The cosine that a vector has at least to the one that the tower's own graph gives on the CPU.
LEAST_COSINE: Mapping[Precision, float] = {"fp32": 0.999, "fp16": 0.999, "int8": 0.98, "q4": 0.98}


@dataclass(frozen=True, slots=True)
class Placement:
    """A graph on a provider. own: it is the tower's own graph, run as it is."""

    provider: str
    graph: Path
    precision: Precision
    own: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is what all others are compared with."""
        return self.own and self.provider == CPU


class Verdicts(Protocol):
    """Remembers which placements were compared with the CPU already."""

    def find(self, placement: Placement) -> str | None:
        """ "" where its vectors agreed, else what was wrong; None where nobody knows."""

    def note(self, placement: Placement, finding: str) -> None:
        """Remember it."""


class NoVerdicts:
    """For callers without a place to remember anything."""

    def find(self, placement: Placement) -> str | None:
        """See Verdicts."""
        del placement
        return None

    def note(self, placement: Placement, finding: str) -> None:
        """See Verdicts."""


def placements(tower: TowerSpec, provider: Provider, wanted: str = "auto") -> list[Placement]:
    """What can be run there, best first; the tower's own graph comes last.

    wanted: "auto" for the precision that the provider is fastest with, or a precision.
    """
    own = Placement(provider.key, tower.graph, tower.precision, own=True)
    first = provider.fast if wanted == "auto" else wanted
    if first == tower.precision:
        return [own]
    if first == "fp16" and provider.converts and tower.precision == "fp32":
        return [Placement(provider.key, tower.graph, "fp16"), own]
    others = [
        Placement(provider.key, variant.graph, variant.precision)
        for variant in tower.variants
        if variant.precision == first
    ]
    return [*others, own]


def disagreement(vectors: Vectors, reference: Vectors, precision: Precision) -> str:
    """What is wrong with (n, dim) unit vectors by the CPU's; "" where they agree."""
    cosines = np.einsum("nd,nd->n", vectors, reference)
    worst, limit = float(cosines.min()), LEAST_COSINE[precision]
    if worst >= limit:
        return ""
    return f"gives wrong vectors (cosine {worst:.4f} to the CPU's, below {limit})"
