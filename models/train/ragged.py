"""Sequences of different lengths in one flat array."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Ragged:
    """Token vectors of many texts.

    flat: (tokens of all texts, dim) bfloat16; starts, lengths: (texts,) int64.
    """

    flat: Tensor
    starts: Tensor
    lengths: Tensor

    def padded(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Some texts as (n, longest, dim), and the mask (n, longest) of what is not padding."""
        steps = torch.arange(int(self.lengths[rows].max()))
        mask = steps < self.lengths[rows, None]
        places = (self.starts[rows, None] + steps) * mask
        return self.flat[places], mask


def ragged(parts: list[Tensor]) -> Ragged:
    """From one (length, dim) array per text."""
    lengths = torch.tensor([len(part) for part in parts])
    return Ragged(torch.cat(parts), lengths.cumsum(0) - lengths, lengths)
