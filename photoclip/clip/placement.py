"""Which graph of a tower runs on which device, and what its vectors have to be like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.clip.providers import CPU, Provider
from photoclip.clip.spec import Precision, TowerSpec
from photoclip.domain import Vectors

# The cosine that a vector has at least to the one that the tower's own graph gives on the CPU.
# Measured with the embedded model on 600 photos and 3,000 captions, photos turned at random by
# that angle: at .999 the first ten hits keep 98 of 100 photos, at .98 91, at .95 87, at .9 82.
# How often the right photo is among them (.931) does not change down to .98 (.930), and falls to
# .928 and .916 below. int8 of that model's texts, one scale for each row, comes to .984 at worst.
LEAST_COSINE: Mapping[Precision, float] = {"fp32": 0.999, "fp16": 0.999, "int8": 0.98, "q4": 0.98}
# A graph of another precision may take this much longer than the tower's own. int8 is no faster
# everywhere: measured, convolutions took eight times as long, and texts half as long again.
MOST_TIME = 1.1
# Seconds; what takes less cannot be told apart from chance.
_SHORT = 0.005


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


class About(StrEnum):
    """What a placement was compared in with the tower's own graph on the CPU."""

    VECTORS = "vectors"
    TIME = "time"


class Verdicts(Protocol):
    """Remembers which placements were compared already."""

    def find(self, placement: Placement, about: About) -> str | None:
        """ "" where it was fine, else what was wrong; None where nobody knows."""

    def note(self, placement: Placement, about: About, finding: str) -> None:
        """Remember it."""


class NoVerdicts:
    """For callers without a place to remember anything."""

    def find(self, placement: Placement, about: About) -> str | None:
        """See Verdicts."""
        del placement, about
        return None

    def note(self, placement: Placement, about: About, finding: str) -> None:
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


def slowness(seconds: float, usual: float) -> str:
    """What is wrong with the time that a graph takes where its tower's own takes the usual one."""
    if usual < _SHORT or seconds <= usual * MOST_TIME:
        return ""
    return f"takes {seconds * 1000:.0f} ms where the model's own graph takes {usual * 1000:.0f} ms"
