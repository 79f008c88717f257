"""Draw training batches: photos in a random view with a random caption, and named classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from models.train.config import Config
from models.train.corpus import Corpus


@dataclass(frozen=True)
class Batch:
    """Stem maps (n, c, h, w), the unchanged network's features (n, width), caption rows (n,)."""

    maps: Tensor
    pooled: Tensor
    captions: Tensor


def photo_batches(corpus: Corpus, config: Config) -> Iterator[Batch]:
    """Every learned photo once, in random order, in one random view with one of its captions."""
    photos, size = corpus.learned, config.batch
    rows, owner = corpus.captions_of(photos)
    first = torch.searchsorted(owner, torch.arange(len(photos)))
    count = torch.bincount(owner)
    order = torch.randperm(len(photos))
    for start in range(0, len(order) - size + 1, size):
        places = order[start : start + size]
        views = torch.randint(len(corpus.maps), (size,))
        pick = (torch.rand(size) * count[places]).long()
        yield Batch(
            maps=_maps(corpus, views, photos[places]) if config.image_rate > 0 else torch.empty(0),
            pooled=corpus.pooled[views, photos[places]].float(),
            captions=rows[first[places] + pick],
        )


def _maps(corpus: Corpus, views: Tensor, photos: Tensor) -> Tensor:
    pairs = zip(views.tolist(), photos.tolist(), strict=True)
    maps = torch.stack([corpus.maps[view][photo] for view, photo in pairs])
    return maps.contiguous(memory_format=torch.channels_last)
