"""Whether pictures of any shape come to the model as its settings say.

A red mark is painted where it has to land at a known place of the model's input; where it really
lands is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.preprocess import to_pixels
from photoclip.clip.report import Check, Measurement, Part, Verdict
from photoclip.clip.spec import PreprocessSpec
from photoclip.errors import UnreadableImage

# Width and height.
_SHAPES = {
    "landscape": (640, 400),
    "portrait": (300, 500),
    "panorama": (2400, 200),
    "tower": (150, 1500),
}
_TINY = ((1, 1), (2, 3), (1, 40))
# Where the mark is to land, in fractions of what is seen of the picture, and how large it is.
_PLACES = ((0.3, 0.65), (0.75, 0.25))
_MARK = 0.15
# Pixels of the model's input; a mark smaller than a pixel is found less exactly.
_TOLERANCE = 1.5
# Of values 0..1: filters overshoot, and blur.
_FAINT = 0.05
# Of normalised values. CLIP's lie in -1.8..2.1, those of a graph that takes 0..1 in 0..1.
_LEAST_RANGE, _LARGEST = 0.5, 10.0


@dataclass(frozen=True, slots=True)
class _View:
    """How a picture lies in the model's input: output = scale * place + offset, in (x, y)."""

    scale: NDArray[np.float64]
    offset: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @classmethod
    def of(cls, width: int, height: int, spec: PreprocessSpec) -> _View:
        """By the words of resize_mode alone, not by the code that resizes."""
        source = np.array([width, height], np.float64)
        size, target = (np.array(sides[::-1], np.float64) for sides in (spec.size, spec.target))
        scale = target / source
        if spec.resize_mode != "squash":
            one = scale.max() if spec.resize_mode == "shortest" else scale.min()
            scale = np.array([one, one])
        offset = (size - source * scale) / 2
        low, high = np.maximum(offset, 0), np.minimum(offset + source * scale, size)
        return cls(scale, offset, low, high)


def measure_geometry(spec: PreprocessSpec, settings: Path) -> list[Measurement]:
    """How exactly marks land, and whether pixels have a range that models are trained on.

    settings: the file that the verdict names.
    """
    return [_measure_marks(spec, settings), _measure_range(spec, settings)]


def _measure_marks(spec: PreprocessSpec, settings: Path) -> Measurement:
    worst, finding = 0.0, ""
    try:
        for width, height in _TINY:
            to_pixels(Image.new("RGB", (width, height), "teal"), spec)
        for name, shape in _SHAPES.items():
            off = max(_miss(shape, place, spec) for place in _PLACES)
            if off > max(worst, _TOLERANCE):
                finding = f"a mark in a {name} lands {_far(off)} where it belongs"
            worst = max(worst, off)
    except (UnreadableImage, ValueError, ZeroDivisionError) as error:
        worst, finding = float("inf"), f"not every picture can be resized ({error})"
    verdict = Verdict.REFUSED if finding else Verdict.OK
    path = settings if finding else None
    return Measurement(
        Part.IMAGE, Check.GEOMETRY, worst, "px", _TOLERANCE, verdict, finding, path=path
    )


def _far(pixels: float) -> str:
    return f"{pixels:.1f} pixels from" if np.isfinite(pixels) else "anywhere but"


def _measure_range(spec: PreprocessSpec, settings: Path) -> Measurement:
    mean, std = np.array(spec.mean), np.array(spec.std)
    black, white = -mean / std, (1 - mean) / std
    span, largest = float((white - black).min()), float(np.abs([black, white]).max())
    if span >= _LEAST_RANGE and largest <= _LARGEST:
        return Measurement(Part.IMAGE, Check.NORMALISATION, largest, limit=_LARGEST)
    low, high = (f"{value:.2f}" for value in (black.min(), white.max()))
    finding = f"has a mean and std that turn black into {low} and white into {high}"
    hint = "They are for values from 0 to 1, not to 255; models are mostly trained on -2 to 3."
    return Measurement(
        Part.IMAGE,
        Check.NORMALISATION,
        largest,
        "",
        _LARGEST,
        Verdict.WARNING,
        finding,
        hint,
        settings,
    )


def _miss(shape: tuple[int, int], place: tuple[float, float], spec: PreprocessSpec) -> float:
    """How far from its place a mark lands, in pixels; infinite where it is not red any more."""
    view = _View.of(*shape, spec)
    at = view.low + np.array(place) * (view.high - view.low)
    # Of a pixel at least to each side, where that much is seen.
    half = max(0.5 * _MARK * (view.high - view.low).min(), 1.0)
    first, last = (
        np.rint((np.clip(edge, view.low, view.high) - view.offset) / view.scale).astype(int)
        for edge in (at - half, at + half)
    )
    last = np.maximum(last, first + 1)
    picture = Image.new("RGB", shape)
    picture.paste((255, 0, 0), (first[0], first[1], last[0], last[1]))
    seen = _seen(picture, spec)
    if seen is None:
        return float("inf")
    expected = (first + last) / 2 * view.scale + view.offset
    return float(np.linalg.norm(seen - expected))


def _seen(picture: Image.Image, spec: PreprocessSpec) -> NDArray[np.float64] | None:
    """Where the red lies in the model's input, (x, y), or None where there is none."""
    pixels = to_pixels(picture, spec).astype(np.float64)
    if pixels.shape != (3, *spec.size) or not np.isfinite(pixels).all():
        return None
    mean, std = (np.array(v, np.float64)[:, None, None] for v in (spec.mean, spec.std))
    values = pixels * std + mean
    # Nothing of black, nor of the grey that fills up.
    red = values[0] - values[1:].mean(axis=0)
    red[red < _FAINT] = 0
    if not red.any():
        return None
    y, x = np.mgrid[0 : spec.size[0], 0 : spec.size[1]] + 0.5
    centre: NDArray[np.float64] = np.array([(red * x).sum(), (red * y).sum()]) / red.sum()
    return centre
