"""The dual encoder: an image tower and a text tower that share one space."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from models.train.backbone import IMAGE_SIZE, Backbone
from models.train.text_tower import DIM, TextTower, pretrained_text_tower

FIRST_SCALE = 20.0  # of the cosines in the loss; learned from there
FIRST_SEMANTIC_WEIGHT = 4.0
MAX_SCALE = 100.0


class ImageHead(nn.Module):
    """Pooled features to an embedding, along two paths that are added.

    One is linear in the features. The other is semantic: the probabilities of the 1,000 classes
    mix vectors that start as the text tower's embeddings of the class names, so that the name of
    an object finds it although no caption ever mentioned it.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, width: int, dim: int, classes: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("std", torch.ones(width))
        self.linear = nn.Linear(width, dim)
        self.classes = nn.Parameter(classes.clone())
        self.semantic_weight = nn.Parameter(torch.tensor(FIRST_SEMANTIC_WEIGHT))

    def forward(self, pooled: Tensor, logits: Tensor, dropout: float = 0.0) -> Tensor:
        """pooled: (n, width); logits: (n, 1000). Returns (n, dim) unit vectors."""
        standard = fn.dropout((pooled - self.mean) / self.std, dropout, self.training)
        meaning = fn.normalize(logits.softmax(dim=1) @ self.classes, dim=1)
        return fn.normalize(self.linear(standard) + self.semantic_weight * meaning, dim=1)


class TextHead(nn.Module):
    """A residual linear layer on sentence vectors, which starts as the identity."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.linear = nn.Linear(dim, dim)
        nn.init.zeros_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)

    def forward(self, sentence: Tensor, dropout: float = 0.0) -> Tensor:
        """sentence: (n, dim). Returns (n, dim) unit vectors."""
        change = self.linear(fn.dropout(sentence, dropout, self.training))
        return fn.normalize(sentence + change, dim=1)


class DualEncoder(nn.Module):
    """Both towers, their heads and the scale of the loss."""

    def __init__(self, cut: int, classes: Tensor, image_size: int = IMAGE_SIZE) -> None:
        super().__init__()
        self.backbone = Backbone(cut, image_size)
        self.image_head = ImageHead(1280, DIM, classes)
        self.text_tower: TextTower = pretrained_text_tower()
        self.text_head = TextHead(DIM)
        self.log_scale = nn.Parameter(torch.tensor(math.log(FIRST_SCALE)))

    @property
    def scale(self) -> Tensor:
        """What cosines are multiplied by before the softmax of the loss."""
        return self.log_scale.exp().clamp(max=MAX_SCALE)

    def image_from_map(self, stem: Tensor, dropout: float = 0.0) -> tuple[Tensor, Tensor]:
        """The stem's maps to embeddings and to class logits."""
        pooled = self.backbone.tail(stem).float()
        logits = self.backbone.classifier(pooled)
        return self.image_head(pooled, logits, dropout), logits

    def image(self, pixels: Tensor) -> Tensor:
        """(n, 3, s, s) normalised pixels to (n, dim) unit vectors."""
        return self.image_from_map(self.backbone.stem(pixels))[0]

    def text(self, ids: Tensor) -> Tensor:
        """(n, l) token ids to (n, dim) unit vectors."""
        result: Tensor = self.text_head(self.text_tower(ids))
        return result


def load_checkpoint(path: Path) -> DualEncoder:
    """The encoder that `train` saved, ready to be run."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    encoder = DualEncoder(saved["cut"], saved["weights"]["image_head.classes"])
    encoder.load_state_dict(saved["weights"])
    return encoder.eval()


def save_checkpoint(path: Path, encoder: DualEncoder) -> None:
    """Write the encoder's weights, with what it takes to build it again."""
    torch.save({"cut": encoder.backbone.cut, "weights": encoder.state_dict()}, path)
