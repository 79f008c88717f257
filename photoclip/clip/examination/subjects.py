"""What each tower is tried on, and how it is run."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.examination.judging import Judge, usable
from photoclip.clip.examination.trials import (
    EXTREME_TEXTS,
    Pictures,
    extreme_pictures,
    trial_pictures,
)
from photoclip.clip.examination.trying import Subject
from photoclip.clip.examination.words import told_apart
from photoclip.clip.manifest import FILE_NAME
from photoclip.clip.report import Part, Step
from photoclip.clip.selfcheck import golden_pixels
from photoclip.clip.session import Runtime, SessionOpener, Tuning
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.towers import ImageTower, Rows, TextTower
from photoclip.errors import ModelSelfCheckError

Pixels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Subjects:
    """Makes what is tried of one model. batch: pictures of a run while photos are embedded."""

    directory: ModelDirectory
    runtime: Runtime
    batch: int
    pictures: Pictures
    extremes: tuple[tuple[str, ...], Pixels]

    @classmethod
    def of(cls, directory: ModelDirectory, runtime: Runtime, batch: int) -> Subjects:
        """Reads and preprocesses the pictures."""
        spec = directory.spec.preprocess
        return cls(directory, runtime, batch, trial_pictures(spec), extreme_pictures(spec))

    @property
    def texts(self) -> list[str]:
        """One for each picture."""
        return list(self.pictures.captions)

    def image(self, tower: ImageTower) -> Subject[Pixels]:
        """The image tower."""
        names, extremes = self.extremes
        pictures = self.pictures

        def on_cpu(pixels: Pixels) -> Rows:
            with closing(ImageTower(self.directory, self._cpu())) as other:
                return other.embed(pixels, len(pixels))

        return Subject(
            judge=self.judge(Part.IMAGE),
            step=Step.PICTURES,
            load=lambda: tower.graph,
            run=lambda pixels: tower.embed(pixels, len(pixels)),
            on_cpu=on_cpu,
            inputs=pictures.pixels,
            names=pictures.names,
            distinct=lambda: list(range(len(pictures.names))),
            extremes=extremes,
            extreme_names=names,
            golden=self._golden_images,
            min_cosine=self.directory.manifest.golden.min_cosine,
            batch=self.batch,
        )

    def text(self, tower: TextTower) -> Subject[list[str]]:
        """The text tower."""

        def on_cpu(texts: list[str]) -> Rows:
            with closing(self.text_on_cpu()) as other:
                return other.embed(texts, len(texts))

        return Subject(
            judge=self.judge(Part.TEXT),
            step=Step.TEXTS,
            load=lambda: tower.graph,
            run=lambda texts: tower.embed(texts, len(texts)),
            on_cpu=on_cpu,
            inputs=self.texts,
            names=[f"the text {text!r}" for text in self.texts],
            distinct=lambda: told_apart(tower, self.texts),
            extremes=list(EXTREME_TEXTS.values()),
            extreme_names=list(EXTREME_TEXTS),
            golden=self._golden_texts,
            min_cosine=self.directory.manifest.golden.min_cosine,
            batch=1,
        )

    def text_on_cpu(self) -> TextTower:
        """Another text tower, to be closed by the caller."""
        return TextTower(self.directory, self._cpu())

    def judge(self, part: Part) -> Judge:
        """Who judges a tower."""
        image = part is Part.IMAGE
        tower = self.directory.image if image else self.directory.text
        promised = self.directory.manifest.normalised
        return Judge(part, tower.graph, "picture" if image else "text", tower.precision, promised)

    def _golden_images(self) -> tuple[Pixels, Rows] | None:
        golden = self.directory.manifest.golden.images
        if not golden:
            return None
        pixels = np.stack([golden_pixels(row, self.directory) for row in golden])
        return pixels, self._vectors([row.embedding for row in golden])

    def _golden_texts(self) -> tuple[list[str], Rows] | None:
        golden = self.directory.manifest.golden.texts
        if not golden:
            return None
        return [row.text for row in golden], self._vectors([row.embedding for row in golden])

    def _vectors(self, embeddings: Sequence[tuple[float, ...]]) -> Rows:
        rows = np.array(embeddings, np.float32)
        if not usable(rows):
            path = self.directory.path / FILE_NAME
            raise ModelSelfCheckError("has a golden vector that is none", path=path)
        return rows

    def _cpu(self) -> SessionOpener:
        return SessionOpener(self.runtime, "cpu", Tuning("fp32"))
