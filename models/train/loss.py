"""The training losses."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as fn

PURE_RANGE = (-2.0, 4.0)  # in standard deviations
LEAST_LEAD, LEAD_RANGE = 1.0, 7.0  # of a made-up photo's class over the next, in logits
SIMILARITY_SCALE = 10.0  # turns cosines between texts into shares of the soft targets


def symmetric_info_nce(images: Tensor, texts: Tensor, scale: Tensor, targets: Tensor) -> Tensor:
    """CLIP's loss: row i of images belongs to the rows of texts as row i of targets says."""
    logits = scale * images @ texts.T
    return (fn.cross_entropy(logits, targets) + fn.cross_entropy(logits.T, targets)) / 2


def soft_targets(texts: Tensor, share: float) -> Tensor:
    """The identity, but for a share that goes to rows with similar texts; (n, n), symmetric.

    Two photos of a dog in the snow are not each other's negatives, whatever the pairing says.
    """
    similar = (SIMILARITY_SCALE * texts @ texts.T).softmax(dim=1)
    return (1.0 - share) * torch.eye(len(texts)) + share * (similar + similar.T) / 2


class Prototypes:
    """Made-up photos of a class, in the space of the pooled features, of two kinds in turn.

    The classifier's row for the class, standardised and scaled to the features' range, is the
    class in its purest form. The other kind is closer to a photo: a linear classifier's row is the
    class's mean feature with the features' covariance divided out (linear discriminant analysis),
    so that covariance times row leads from any real photo to one in which the classifier sees the
    class. How far to go is drawn at random.
    """

    def __init__(self, pooled: Tensor, weight: Tensor) -> None:
        """pooled: (n, width) features of real photos; weight: (classes, width)."""
        self.pooled, self.weight = pooled, weight
        standard = (weight - weight.mean(dim=1, keepdim=True)) / weight.std(dim=1, keepdim=True)
        self.pure = standard.clamp(*PURE_RANGE) * pooled.std(dim=0) + pooled.mean(dim=0)
        centred = weight - weight.mean(dim=0)
        covariance = torch.cov(pooled.T) + 1e-3 * torch.eye(pooled.shape[1])
        self.direction = centred @ covariance
        self.gain = (self.direction * centred).sum(dim=1)

    def draw(self, classes: Tensor) -> Tensor:
        """(k,) class numbers to (k, width) features."""
        half = len(classes) // 2
        return torch.cat([self.pure[classes[:half]], self._shifted(classes[half:])])

    def _shifted(self, classes: Tensor) -> Tensor:
        base = self.pooled[torch.randint(len(self.pooled), (len(classes),))]
        logits = base @ self.weight.T
        ahead = LEAST_LEAD + LEAD_RANGE * torch.rand(len(classes))
        own = logits.gather(1, classes[:, None])[:, 0]
        step = (logits.max(dim=1).values - own + ahead) / self.gain[classes]
        return (base + step[:, None] * self.direction[classes]).clamp(min=0)
