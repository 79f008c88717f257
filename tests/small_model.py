"""A small model in place of a ClipModel, for tests of what is done with models."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.session import CPU, DeviceReport
from photoclip.domain import Vectors
from photoclip.errors import ModelDirectoryError, ModelOutputError

# The name of what the fixture other_model gives.
OTHER = "the other model"


class SmallModel:
    """Stands where a ClipModel does, on its directory: embeds colours, and texts at random.

    after: how many pictures the other model embeds before it gives NaN, one more where once.
    """

    after = 10**9
    once = False
    batch_size = 1

    def __init__(self, directory: Path) -> None:
        self.spec = read_directory(directory).spec
        self.fingerprint = fingerprint(directory)
        self.device = self.running = DeviceReport("CPU", CPU, "", "auto")

    @classmethod
    def open(cls, directory: Path, **options: object) -> SmallModel:
        if (directory / "textual" / "model.onnx").stat().st_size < 100:
            raise ModelDirectoryError("cannot be loaded", path=directory)
        return cls(directory)

    def preprocess(self, image: Image.Image) -> NDArray[np.float32]:
        return np.asarray(image.resize((16, 16)), np.float32) / 255 + 0.01

    def encode_images(self, pixels: NDArray[np.float32]) -> Vectors:
        if self.spec.name == OTHER:
            self._count()
        return self._unit(pixels.reshape(len(pixels), -1)[:, : self.spec.dim])

    def encode_texts(self, texts: list[str]) -> Vectors:
        rng = np.random.default_rng(len(texts[0]))
        return self._unit(rng.random((len(texts), self.spec.dim), np.float32))

    def self_check(self) -> None:
        """It is always as it should be."""

    def unload(self) -> None:
        pass

    close = unload

    def _count(self) -> None:
        cls = type(self)
        cls.after -= 1
        if cls.after < 0:
            cls.after = 10**9 if cls.once else 0
            raise ModelOutputError("the graph gave NaN")

    def _unit(self, rows: NDArray[np.float32]) -> Vectors:
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)
