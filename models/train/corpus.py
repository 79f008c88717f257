"""What training reads: cached views of the photos, cached texts, and the split."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from models.train.backbone import Backbone
from models.train.data import read_captions, split_photos
from models.train.ragged import Ragged


@dataclass(frozen=True)
class Corpus:
    """Photos as rows, captions as rows, and who owns what.

    maps: for each view (n, c, h, w) bfloat16 stem maps; pooled: (views, n, width) bfloat16 of the
    unchanged network; captions, classes: cached token vectors; owner: (m,) photo row of a caption,
    ascending; learned, dev, test: photo rows; classifier: the unchanged network's.
    """

    maps: list[Tensor]
    pooled: Tensor
    captions: Ragged
    classes: Ragged
    owner: Tensor
    learned: Tensor
    dev: Tensor
    test: Tensor
    classifier: nn.Linear

    def captions_of(self, photos: Tensor) -> tuple[Tensor, Tensor]:
        """Caption rows of some photos, and for each its photo's place in `photos` (ascending)."""
        place = torch.full((self.pooled.shape[1],), -1)
        place[photos] = torch.arange(len(photos))
        owner = place[self.owner]
        rows = torch.nonzero(owner >= 0)[:, 0]
        return rows, owner[rows]


def load_corpus(data: Path, work: Path, views: int, learn_dev: bool) -> Corpus:
    """Read what `features` and `text_features` cached."""
    names: list[str] = json.loads((work / "names.json").read_text())
    maps, pooled = [], []
    for number in range(views):
        stem, features = torch.load(work / f"view-{number}.pt", mmap=True, weights_only=True)
        maps.append(stem)
        pooled.append(features.clone())
    captions = read_captions(data)
    split = split_photos(names)
    return Corpus(
        maps=maps,
        pooled=torch.stack(pooled),
        captions=Ragged(**torch.load(work / "captions.pt", weights_only=True)),
        classes=Ragged(**torch.load(work / "classes.pt", weights_only=True)),
        owner=torch.tensor([row for row, name in enumerate(names) for _ in captions[name]]),
        learned=_rows(names, split.train + (split.dev if learn_dev else [])),
        dev=_rows(names, split.dev),
        test=_rows(names, split.test),
        classifier=Backbone(0).classifier.requires_grad_(False),
    )


def _rows(names: list[str], chosen: list[str]) -> Tensor:
    place = {name: row for row, name in enumerate(names)}
    # In the order of the rows, so that owners stay ascending.
    return torch.tensor(sorted(place[name] for name in chosen))
