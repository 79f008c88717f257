"""A CLIP model: pictures and texts to vectors in one space."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.ondemand import OnDemand
from photoclip.clip.passed import PassedChecks, TowerVerdicts
from photoclip.clip.placement import About, NoVerdicts, Verdicts
from photoclip.clip.preprocess import to_pixels
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.selfcheck import SelfCheckReport, Towers, self_check
from photoclip.clip.session import DeviceReport, Runtime, SessionOpener, Tuning
from photoclip.clip.spec import ModelDirectory, ModelSpec
from photoclip.clip.towers import BATCH_SIZE, ImageTower, TextTower, unit_vectors
from photoclip.closing import Closing
from photoclip.domain import Vectors
from photoclip.errors import ModelError, ModelSelfCheckError

_CACHED_QUERIES = 256
# No more prompts than this are made of a query.
_A_QUERY = 8


class ClipModel(Closing):
    """A model directory, ready to embed. All methods are thread-safe.

    Each tower is loaded when it is first needed, so that a text search never loads the image
    tower. batch_size: how many images are embedded in one run, where the graph allows it.
    """

    def __init__(
        self,
        directory: ModelDirectory,
        runtime: Runtime,
        *,
        device: str = "auto",
        tuning: Tuning | None = None,
        passed: PassedChecks | None = None,
        batch_size: int = BATCH_SIZE,
    ) -> None:
        self.directory = directory
        self.batch_size = batch_size
        self.checked: SelfCheckReport | None = None
        self._fingerprint = OnDemand(lambda: fingerprint(directory))
        if directory.manifest.sha256:
            self._fingerprint.get()  # compares the checksums, before anything is embedded
        self._runtime = runtime
        self._verdicts: Verdicts = NoVerdicts()
        if passed is not None:
            self._verdicts = TowerVerdicts(passed, self._fingerprint.get)
        self._opener = SessionOpener(runtime, device, tuning, self._verdicts)
        self._images, self._texts = self._new_towers()
        self._queries = _QueryCache(_CACHED_QUERIES)

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        device: str = "auto",
        check: bool = True,
        tuning: Tuning | None = None,
        passed: PassedChecks | None = None,
        batch_size: int = BATCH_SIZE,
        runtime: Runtime | None = None,
    ) -> ClipModel:
        """Open a model directory.

        device: "auto" or a word of providers.py; where it cannot be had, the CPU is used and
        `device.reason` says why. check: run the self-check, which loads both towers; its result
        is then in `checked`. passed: remembers which devices' vectors were compared already.

        Raises ModelDirectoryError where a file is at fault, ModelSelfCheckError where the outputs
        are, ModelError for an unknown device.
        """
        found = tuning or Tuning()
        model = cls(
            read_directory(directory),
            runtime or OnnxRuntime(memory_mb=found.memory_mb, cache=found.cache),
            device=device,
            tuning=found,
            passed=passed,
            batch_size=batch_size,
        )
        if check:
            model.self_check()
        return model

    @property
    def spec(self) -> ModelSpec:
        return self.directory.spec

    @property
    def fingerprint(self) -> str:
        """Hex SHA-256 over the files that decide an embedding."""
        return self._fingerprint.get()

    @property
    def device(self) -> DeviceReport:
        """Where the images are embedded, or will be as far as can be told without trying."""
        return self._images.report or self._opener.plan(self.directory.image)

    @property
    def running(self) -> DeviceReport | None:
        """Where the images are embedded, once that is known. Waits for nothing."""
        return self._images.report

    def self_check(self) -> SelfCheckReport:
        """Compare the model with what its directory promises; takes well under a second.

        Where a device other than the CPU gives other vectors, the model moves to the CPU.
        Raises ModelDirectoryError, ModelSelfCheckError.
        """
        while True:
            try:
                self.checked = self_check(self._towers())
            except ModelSelfCheckError as error:
                if not self._leave_device(error):
                    raise
            else:
                return self.checked

    def preprocess(self, image: Image.Image) -> NDArray[np.float32]:
        """A picture as (3, height, width) pixels, as the model was trained on them."""
        return to_pixels(image, self.spec.preprocess)

    def encode_images(self, pixels: NDArray[np.float32]) -> Vectors:
        """Embed preprocessed pictures.

        pixels: (n, 3, height, width), as preprocess() gives them. Returns (n, dim) unit vectors.
        Raises ModelError for pixels of another shape, ModelDirectoryError where the graph does
        not load, ModelOutputError where it fails or gives NaN or infinity.
        """
        height, width = self.spec.preprocess.size
        if pixels.shape[1:] != (3, height, width) or not np.issubdtype(pixels.dtype, np.floating):
            found = f"{pixels.dtype} pixels of shape {pixels.shape}"
            raise ModelError(
                f"cannot embed {found}, only floats of shape (n, 3, {height}, {width})"
            )
        if not len(pixels):
            return np.empty((0, self.spec.dim), np.float32)
        rows = self._images.embed(pixels.astype(np.float32, copy=False))
        return unit_vectors(rows, self.directory.image)

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """Embed texts; what was embedded lately is remembered, one text or the prompts of one.

        Returns (n, dim) unit vectors. Raises ModelDirectoryError where the tower does not load,
        ModelOutputError where it fails or gives NaN or infinity.
        """
        if isinstance(texts, str):
            raise ModelError("encode_texts takes a list of texts, not one text")
        if not texts:
            return np.empty((0, self.spec.dim), np.float32)
        query = tuple(texts) if len(texts) <= _A_QUERY else ()
        known = self._queries.get(query)
        if known is not None:
            return known.copy()
        vectors = unit_vectors(self._texts.embed(texts), self.directory.text)
        if query:
            self._queries.put(query, vectors.copy())
        return vectors

    def unload(self) -> None:
        """Give the memory back as soon as nobody embeds; what is asked later loads it again."""
        self._images.unload()
        self._texts.unload()

    def close(self) -> None:
        """Give the memory back; nothing can be embedded afterwards."""
        self._images.close()
        self._texts.close()

    def _towers(self) -> Towers:
        def on_cpu() -> TextTower:
            opener = SessionOpener(self._runtime, "cpu", Tuning(precision="fp32"))
            return TextTower(self.directory, opener)

        return Towers(self.directory, self._images, self._texts, on_cpu)

    def _leave_device(self, error: ModelSelfCheckError) -> bool:
        """Move on, where the towers are not all as plain as can be already."""
        found = (self._images.placement, self._texts.placement)
        left = [placement for placement in found if placement and not placement.plain]
        for placement in left:
            finding = f"gives wrong vectors ({error.finding})"
            self._opener.refuse(placement, finding)
            self._verdicts.note(placement, About.VECTORS, finding)
        if left:
            self._images, self._texts = self._new_towers()
        return bool(left)

    def _new_towers(self) -> tuple[ImageTower, TextTower]:
        directory, opener, batch = self.directory, self._opener, self.batch_size
        return ImageTower(directory, opener, batch), TextTower(directory, opener, batch)


class _QueryCache:
    """The vectors of the texts that were asked for last, because a search is often repeated."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._vectors: OrderedDict[tuple[str, ...], Vectors] = OrderedDict()

    def get(self, text: tuple[str, ...]) -> Vectors | None:
        with self._lock:
            if text not in self._vectors:
                return None
            self._vectors.move_to_end(text)
            return self._vectors[text]

    def put(self, text: tuple[str, ...], vectors: Vectors) -> None:
        with self._lock:
            self._vectors[text] = vectors
            if len(self._vectors) > self._size:
                self._vectors.popitem(last=False)
