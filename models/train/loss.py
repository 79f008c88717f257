"""The training losses."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as fn


def symmetric_info_nce(images: Tensor, texts: Tensor, scale: Tensor) -> Tensor:
    """CLIP's loss: row i of images belongs to row i of texts, everything else does not."""
    logits = scale * images @ texts.T
    target = torch.arange(len(images))
    return (fn.cross_entropy(logits, target) + fn.cross_entropy(logits.T, target)) / 2


class Prototypes:
    """Made-up photos of a class, in the space of the pooled features.

    A linear classifier's row for a class is its mean feature with the features' covariance divided
    out (linear discriminant analysis), so that covariance times row leads from any real photo to
    one in which the classifier sees the class. How far to go is drawn at random.
    """

    def __init__(self, pooled: Tensor, weight: Tensor) -> None:
        """pooled: (n, width) features of real photos; weight: (classes, width)."""
        self.pooled, self.weight = pooled, weight
        centred = weight - weight.mean(dim=0)
        covariance = torch.cov(pooled.T) + 1e-3 * torch.eye(pooled.shape[1])
        self.direction = centred @ covariance
        self.gain = (self.direction * centred).sum(dim=1)

    def draw(self, classes: Tensor) -> Tensor:
        """(k,) class numbers to (k, width) features."""
        base = self.pooled[torch.randint(len(self.pooled), (len(classes),))]
        logits = base @ self.weight.T
        ahead = 1.0 + 7.0 * torch.rand(len(classes))
        own = logits.gather(1, classes[:, None])[:, 0]
        step = (logits.max(dim=1).values - own + ahead) / self.gain[classes]
        return (base + step[:, None] * self.direction[classes]).clamp(min=0)
