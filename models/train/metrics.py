"""Recall@k both ways, on plain arrays."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Recall:
    """Percentages, and the median rank (1 is best)."""

    at1: float
    at5: float
    at10: float
    median: float

    def __str__(self) -> str:
        return f"{self.at1:.1f}/{self.at5:.1f}/{self.at10:.1f}"


def recall(ranks: Tensor) -> Recall:
    """Recall from zero-based ranks of the right answer."""
    shares = [100.0 * (ranks < k).float().mean().item() for k in (1, 5, 10)]
    return Recall(shares[0], shares[1], shares[2], ranks.float().median().item() + 1)


def retrieval(images: Tensor, texts: Tensor, owner: Tensor) -> tuple[Recall, Recall]:
    """Caption -> image and image -> caption.

    images: (n, dim); texts: (m, dim); owner: (m,) the row in `images` that a text describes.
    """
    scores = texts @ images.T
    right = scores.gather(1, owner[:, None])
    to_image = (scores > right).sum(dim=1)
    best = torch.full((len(images),), -2.0).scatter_reduce(0, owner, right[:, 0], "amax")
    to_text = (best[:, None] < scores.T).sum(dim=1)
    return recall(to_image), recall(to_text)
