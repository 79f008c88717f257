"""The training data: photos, captions, class names, and the split into train, dev and test."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

HELD_OUT = 1000  # photos in dev, and again in test


@dataclass(frozen=True)
class Split:
    """Photo names by use: learn from train, choose by dev, report on test."""

    train: list[str]
    dev: list[str]
    test: list[str]


def split_photos(names: list[str]) -> Split:
    """Split by a hash of the name, so that the split depends on nothing but the data."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return Split(
        train=sorted(ordered[2 * HELD_OUT :]),
        dev=sorted(ordered[HELD_OUT : 2 * HELD_OUT]),
        test=sorted(ordered[:HELD_OUT]),
    )


def read_captions(data: Path) -> dict[str, list[str]]:
    """Captions by photo name, in the file's order."""
    captions: dict[str, list[str]] = {}
    for line in (data / "flickr8k" / "captions.tsv").read_text(encoding="utf-8").splitlines():
        name, caption = line.split("\t")
        captions.setdefault(name, []).append(caption)
    return captions


def read_class_names(data: Path) -> list[str]:
    """The 1,000 ImageNet class names in the order of the classifier's logits."""
    lines = (data / "imagenet_classes.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[2] for line in lines]


def read_class_ids(data: Path) -> list[str]:
    """The WordNet ids (such as n01440764) of the classes, in the same order."""
    lines = (data / "imagenet_classes.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in lines]


def read_photos(data: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield each photo's name and RGB picture, in the archive's order."""
    with tarfile.open(data / "flickr8k" / "images.tar") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, Image.open(io.BytesIO(file.read())).convert("RGB")


def photo_array(data: Path) -> tuple[list[str], NDArray[np.uint8]]:
    """Every photo as one array (n, 224, 224, 3), with the names in the same order."""
    names, pixels = [], []
    for name, picture in read_photos(data):
        names.append(name)
        pixels.append(np.asarray(picture))
    return names, np.stack(pixels)
