"""What training reads: cached views of the photos, captions as token ids, and the split."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from models.train.data import read_captions, split_photos
from models.train.text_tower import load_tokenizer, token_ids


@dataclass(frozen=True)
class Corpus:
    """Photos as rows, captions as rows, and who owns what.

    maps: for each view (n, c, h, w) bfloat16 stem maps; pooled: (views, n, width) bfloat16 of the
    unchanged network; ids: (m, l) token ids of all captions; owner: (m,) photo row of a caption.
    """

    maps: list[Tensor]
    pooled: Tensor
    ids: Tensor
    owner: Tensor
    train: Tensor
    dev: Tensor
    test: Tensor

    def captions_of(self, photos: Tensor) -> tuple[Tensor, Tensor]:
        """Caption rows of some photos, and for each its photo's place in `photos`."""
        place = torch.full((self.pooled.shape[1],), -1)
        place[photos] = torch.arange(len(photos))
        owner = place[self.owner]
        rows = torch.nonzero(owner >= 0)[:, 0]
        return rows, owner[rows]


def load_corpus(data: Path, work: Path, views: int, with_maps: bool) -> Corpus:
    """Read what `features` cached."""
    names: list[str] = json.loads((work / "names.json").read_text())
    maps, pooled = [], []
    for number in range(views):
        stem, features = torch.load(work / f"view-{number}.pt", mmap=True, weights_only=True)
        if with_maps:
            maps.append(stem)
        pooled.append(features.clone())
    captions = read_captions(data)
    texts = [text for name in names for text in captions[name]]
    owner = [row for row, name in enumerate(names) for _ in captions[name]]
    split = split_photos(names)
    return Corpus(
        maps=maps,
        pooled=torch.stack(pooled),
        ids=token_ids(load_tokenizer(), texts),
        owner=torch.tensor(owner),
        train=_rows(names, split.train),
        dev=_rows(names, split.dev),
        test=_rows(names, split.test),
    )


def _rows(names: list[str], chosen: list[str]) -> Tensor:
    place = {name: row for row, name in enumerate(names)}
    return torch.tensor([place[name] for name in chosen])
