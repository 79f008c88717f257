"""Whether a model's outputs are what its directory promises."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.clip import trial
from photoclip.clip.manifest import FILE_NAME, GoldenImage
from photoclip.clip.placement import LEAST_COSINE, Placement
from photoclip.clip.preprocess import to_pixels
from photoclip.clip.providers import CPU
from photoclip.clip.spec import ModelDirectory, TowerSpec
from photoclip.clip.towers import ImageTower, Rows, TextTower, unit_vectors
from photoclip.errors import ModelOutputError, ModelSelfCheckError

UNIT_TOLERANCE = 0.01
REBUILD = "Export the model again, or use another one."


@dataclass(frozen=True, slots=True)
class SelfCheckReport:
    """A self-check that was passed.

    image_device, text_device: where each tower runs. golden: how many expected embeddings were
    compared; worst_cosine: the least of their cosines, None where there were none.
    """

    dim: int
    image_device: str
    text_device: str
    golden: int
    worst_cosine: float | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Towers:
    """What is checked. reference_texts: opens the text tower on the CPU for a comparison."""

    directory: ModelDirectory
    images: ImageTower
    texts: TextTower
    reference_texts: Callable[[], TextTower]


def self_check(towers: Towers) -> SelfCheckReport:
    """Check both towers on golden inputs, or on generated ones where the directory has none.

    Raises ModelSelfCheckError, naming the graph, and ModelDirectoryError where one does not load.
    """
    started = time.perf_counter()
    cosines = _check_images(towers)
    # First, because a word without a place makes any text fail, for no clear reason.
    _check_vocabulary(towers)
    cosines += _check_texts(towers)
    return SelfCheckReport(
        dim=towers.directory.spec.dim,
        image_device=towers.images.load().device,
        text_device=towers.texts.load().device,
        golden=len(cosines),
        worst_cosine=min(cosines, default=None),
        seconds=time.perf_counter() - started,
    )


def _check_images(towers: Towers) -> list[float]:
    directory = towers.directory
    golden = directory.manifest.golden.images
    pixels = np.stack([golden_pixels(row, directory) for row in golden or trial.IMAGES])

    def embed(start: int, stop: int) -> Rows:
        return towers.images.embed(pixels[start:stop], at_once=len(pixels))

    placement = towers.images.graph.placement
    vectors = _checked(embed, len(pixels), placement, directory)
    return _compare(vectors, [row.embedding for row in golden], placement, directory)


def _check_texts(towers: Towers) -> list[float]:
    directory = towers.directory
    golden = directory.manifest.golden.texts
    texts = [row.text for row in golden] or list(trial.TEXTS)

    def embed(start: int, stop: int) -> Rows:
        return towers.texts.embed(texts[start:stop], at_once=len(texts))

    placement = towers.texts.graph.placement
    vectors = _checked(embed, len(texts), placement, directory)
    return _compare(vectors, [row.embedding for row in golden], placement, directory)


def golden_pixels(row: GoldenImage, directory: ModelDirectory) -> Rows:
    try:
        picture = trial.picture(row)
    except ValueError as error:
        path = directory.path / FILE_NAME
        raise ModelSelfCheckError(f"has a golden image of {error}", path=path) from error
    return to_pixels(picture, directory.spec.preprocess)


def _checked(
    embed: Callable[[int, int], Rows], count: int, placement: Placement, directory: ModelDirectory
) -> Rows:
    """Unit vectors of all inputs, after checks that need no expected values."""
    tower = TowerSpec(placement.graph)
    try:
        together, alone = embed(0, count), embed(0, 1)
        vectors, repeated = unit_vectors(together, tower), unit_vectors(alone, tower)
    except ModelOutputError as error:
        raise ModelSelfCheckError(error.finding, path=error.path, hint=REBUILD) from error
    # Graphics cards, and graphs that round to few bits, round by what else is in the batch.
    cosine = float(vectors[0] @ repeated[0])
    if cosine < LEAST_COSINE[placement.precision]:
        finding = f"gives the same input another vector when it stands alone (cosine {cosine:.4f})"
        raise ModelSelfCheckError(finding, path=tower.graph, hint=REBUILD)
    if directory.manifest.normalised:
        _check_norms(together, tower)
    return vectors


def _check_norms(rows: Rows, tower: TowerSpec) -> None:
    norms = np.linalg.norm(rows, axis=1)
    worst = float(norms[np.abs(norms - 1).argmax()])
    if abs(worst - 1) > UNIT_TOLERANCE:
        finding = f"gives vectors of length {worst:.3f}, but {FILE_NAME} promises unit vectors"
        raise ModelSelfCheckError(finding, path=tower.graph, hint=REBUILD)


def _compare(
    vectors: Rows,
    expected: Sequence[tuple[float, ...]],
    placement: Placement,
    directory: ModelDirectory,
) -> list[float]:
    if not expected:
        return []
    tower = TowerSpec(placement.graph)
    golden = unit_vectors(np.array(expected, np.float32), tower)
    cosines = np.einsum("nd,nd->n", vectors, golden)
    worst, limit = float(cosines.min()), directory.manifest.golden.min_cosine
    if not placement.own:
        limit = min(limit, LEAST_COSINE[placement.precision])
    if worst < limit:
        finding = (
            f"gives golden input {int(cosines.argmin())} a vector with cosine {worst:.4f} to the "
            f"expected one, below {limit}"
        )
        raise ModelSelfCheckError(finding, path=tower.graph, hint=REBUILD)
    return [float(cosine) for cosine in cosines]


def _check_vocabulary(towers: Towers) -> None:
    """Refuse a tokenizer that knows more words than the graph."""
    on_cpu = towers.texts.load().provider == CPU
    texts = towers.texts if on_cpu else towers.reference_texts()
    try:
        complete = texts.knows_vocabulary()
    except ModelOutputError as error:
        raise ModelSelfCheckError(error.finding, path=error.path, hint=REBUILD) from error
    finally:
        if not on_cpu:
            texts.close()
    if not complete:
        directory = towers.directory
        finding = f"has words that {directory.text.graph.name} has no place for"
        hint = "The tokenizer belongs to another model."
        raise ModelSelfCheckError(finding, path=directory.tokenizer.file, hint=hint)
