"""What held-out photos say about an encoder, from cached activations.

python -m models.train.validate --data DATA --work WORK --checkpoint WORK/best.pt --on test
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as fn

from models.train.class_texts import PLAIN
from models.train.corpus import Corpus, load_corpus
from models.train.dual_encoder import DualEncoder, load_checkpoint
from models.train.metrics import Recall, retrieval
from models.train.ragged import Ragged
from models.train.text_features import TEXT_CUT
from models.train.text_tower import DIM, TextTower

BATCH = 256
CLASSES = 1000
SURE = 0.5  # probability from which the classifier's opinion counts as a label


@dataclass(frozen=True)
class Report:
    """Recall both ways, and agreement with the unchanged classifier about objects' names."""

    to_image: Recall
    to_text: Recall
    sure_top1: float
    any_top1: float
    any_top5: float

    def __str__(self) -> str:
        names = f"{self.sure_top1:.1f}|{self.any_top1:.1f}/{self.any_top5:.1f}"
        return f"caption->image {self.to_image} image->caption {self.to_text} names {names}"


@torch.no_grad()
def embed_sentences(tower: TextTower, texts: Ragged, rows: Tensor) -> Tensor:
    """Some cached texts as (n, dim) sentence vectors, before the head."""
    result = torch.empty(len(rows), DIM)
    for places in torch.split(torch.argsort(texts.lengths[rows]), BATCH):
        lower, mask = texts.padded(rows[places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            result[places] = tower.upper(lower, mask, TEXT_CUT).float()
    return result


@torch.no_grad()
def embed_texts(encoder: DualEncoder, texts: Ragged, rows: Tensor) -> Tensor:
    """Some cached texts as (n, dim) unit vectors."""
    result: Tensor = encoder.text_head(embed_sentences(encoder.text_tower, texts, rows))
    return result


@torch.no_grad()
def embed_classes(encoder: DualEncoder, texts: Ragged, templates: range) -> Tensor:
    """The 1,000 classes as (1000, dim) unit vectors, averaged over some templates."""
    rows = torch.arange(templates.start * CLASSES, templates.stop * CLASSES)
    vectors = embed_texts(encoder, texts, rows).view(-1, CLASSES, DIM)
    return fn.normalize(vectors.mean(dim=0), dim=1)


@torch.no_grad()
def embed_photos(encoder: DualEncoder, maps: Tensor) -> Tensor:
    """(n, c, h, w) stem maps to (n, dim) unit vectors."""
    parts = []
    for part in torch.split(maps, BATCH):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            pooled = encoder.backbone.tail(part.contiguous(memory_format=torch.channels_last))
        parts.append(embed_features(encoder, pooled))
    return torch.cat(parts)


@torch.no_grad()
def embed_features(encoder: DualEncoder, pooled: Tensor) -> Tensor:
    """(n, width) pooled features to (n, dim) unit vectors."""
    pooled = pooled.float()
    result: Tensor = encoder.image_head(pooled, encoder.backbone.classifier(pooled))
    return result


@torch.no_grad()
def validate(
    encoder: DualEncoder, corpus: Corpus, photos: Tensor, tail_trained: bool = True
) -> Report:
    """Measure on the whole view of some photos.

    tail_trained: False where the backbone is unchanged, whose cached features then serve.
    """
    encoder.eval()
    if tail_trained:
        images = embed_photos(encoder, corpus.maps[0][photos])
    else:
        images = embed_features(encoder, corpus.pooled[0][photos])
    rows, owner = corpus.captions_of(photos)
    texts = embed_texts(encoder, corpus.captions, rows)
    to_image, to_text = retrieval(images, texts, owner)
    named = embed_classes(encoder, corpus.classes, range(PLAIN))
    opinion = corpus.classifier(corpus.pooled[0][photos].float()).softmax(dim=1)
    sure, label = opinion.max(dim=1)
    scores = images @ named.T
    rank = (scores > scores.gather(1, label[:, None])).sum(dim=1)
    return Report(
        to_image,
        to_text,
        sure_top1=_percent(rank[sure > SURE] < 1),
        any_top1=_percent(rank < 1),
        any_top5=_percent(rank < 5),
    )


def _percent(hits: Tensor) -> float:
    return 100.0 * hits.float().mean().item()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--on", choices=("dev", "test"), default="dev")
    args = parser.parse_args()
    corpus = load_corpus(args.data, args.work, 1, learn_dev=False)
    photos = corpus.dev if args.on == "dev" else corpus.test
    print(validate(load_checkpoint(args.checkpoint), corpus, photos))


if __name__ == "__main__":
    main()
