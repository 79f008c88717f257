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
            maps=_maps(corpus, views, photos[places], config.window)
            if config.image_rate > 0
            else torch.empty(0),
            pooled=corpus.pooled[views, photos[places]].float(),
            captions=rows[first[places] + pick],
        )


def _maps(corpus: Corpus, views: Tensor, photos: Tensor, window: int) -> Tensor:
    pairs = zip(views.tolist(), photos.tolist(), strict=True)
    maps = [corpus.maps[view][photo] for view, photo in pairs]
    if window > 0:
        side = maps[0].shape[1]
        height, width = torch.randint(window, side + 1, (2,)).tolist()
        maps = [_part(stem, height, width) for stem in maps]
    return torch.stack(maps).contiguous(memory_format=torch.channels_last)


def _part(stem: Tensor, height: int, width: int) -> Tensor:
    """A random window of one map (c, h, w), mirrored half of the time.

    A view that no cache holds: nearly what the network sees of that part of the photo.
    """
    top = int(torch.randint(stem.shape[1] - height + 1, ()))
    left = int(torch.randint(stem.shape[2] - width + 1, ()))
    part = stem[:, top : top + height, left : left + width]
    return part.flip(2) if torch.rand(()) < 0.5 else part
