"""Whether two pictures are one that was resized, recompressed, cropped, turned or recoloured.

Told from small grey pictures: a perceptual hash finds what only differs in size, quality, colour
and quarter turns; normalised cross-correlation of their details, over scales and angles, finds
crops and tilts, and refuses what a hash or an embedding only takes to be alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.float32]
Hashes = NDArray[np.uint64]
_Table = NDArray[np.float64]

# The longer side of the small pictures.
SIDE = 64
# Two pictures are one from here on. Of 700 pairs of Flickr8k's photos that a model took to be most
# alike, one in a hundred came above .41 and none above .64; copies lie above .8.
SAME = 0.7

_HASH_SIDE = 8
_WHOLE = 0.9
_DCT_SIDE = 32
# Shades over larger areas correlate between any two pictures, so what is compared is the rest.
_SHADES = 6
_LEAST_SIDE = 8
# How much of the larger picture a crop shows, of the most that it could.
_SCALES = tuple(0.55 ** (step / 10) for step in range(11))
# Correlation bears an error of about half a step.
_TILTS = (-15.0, -10.0, -5.0, 5.0, 10.0, 15.0)
# The middle of a tilted picture that has no corners in it, whether they were filled or cut off.
_MIDDLE = 0.64
_TILTED_SCALES = (0.7, 0.64, 0.58, 0.53, 0.48)
# In grey levels, a pixel: less than this is noise of the compression.
_FLAT = 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """A picture as it is compared.

    hash: see perceptual_hash(); 0 where there is nothing to be seen in it. grey: levels as whole
    numbers, so that many of them can be kept.
    """

    hash: int
    grey: NDArray[np.uint8]

    @property
    def details(self) -> Grey:
        """The picture without its large shades."""
        return _details(self.grey.astype(np.float32))


@dataclass(frozen=True, slots=True)
class Likeness:
    """score: correlation, up to 1. turned: mirrored, by quarter turns, or tilted.

    part: how much of the larger picture the smaller one shows, of the most that it could.
    """

    score: float
    turned: bool = False
    part: float = 1.0

    @property
    def same(self) -> bool:
        """Whether the two are one picture."""
        return self.score >= SAME

    @property
    def whole(self) -> bool:
        """Whether neither shows much that the other does not."""
        return self.part >= _WHOLE

    def then(self, other: Likeness) -> Likeness:
        """How alike the ends are where one comes after the other, at best."""
        score = min(self.score, other.score)
        return Likeness(score, self.turned or other.turned, self.part * other.part)


def look_at(picture: Image.Image) -> Look:
    """What compare() needs of a picture."""
    grey = _small_grey(picture)
    nothing = _is_flat(_details(grey))
    return Look(0 if nothing else perceptual_hash(grey), grey.round().astype(np.uint8))


def perceptual_hash(grey: Grey) -> int:
    """64 bits: the signs of the lowest frequencies of a picture's cosine transform.

    As pHash (Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010),
    but with signs instead of a median, so that turned() can tell the hash of a turned picture.
    """
    square = Image.fromarray(grey).resize((_DCT_SIDE, _DCT_SIDE), Image.Resampling.BOX)
    transform = _cosines()
    low = transform @ np.asarray(square, np.float32) @ transform.T
    return int.from_bytes(np.packbits(low.ravel() > 0).tobytes(), "big")


def turned(hashes: Hashes) -> NDArray[np.uint64]:
    """(n,) hashes -> (8, n): of the picture first, and of it mirrored and in quarter turns.

    Mirroring changes the signs of every second frequency; turning a picture over its diagonal
    swaps the two directions.
    """
    bits = np.unpackbits(hashes.astype(">u8").view(np.uint8)).reshape(-1, _HASH_SIDE, _HASH_SIDE)
    odd = (np.arange(_HASH_SIDE) % 2).astype(np.uint8)
    forms = [
        one ^ (down * odd[:, None]) ^ (across * odd[None, :])
        for one in (bits, bits.transpose(0, 2, 1))
        for down in (0, 1)
        for across in (0, 1)
    ]
    packed = np.packbits(np.stack(forms).reshape(8, len(hashes), _HASH_SIDE * _HASH_SIDE), axis=2)
    return np.asarray(packed.view(">u8")[:, :, 0], np.uint64)


def compare(one: Look, other: Look, *, tilts: bool = True) -> Likeness:
    """How alike two pictures are, laid over each other in the best of all ways.

    tilts: try other angles than quarter turns, too, which takes three times as long.
    """
    best = Likeness(-1.0)
    if not one.hash or not other.hash:
        return best
    details, other_details = one.details, other.details
    for turn in (0, _closest_turn(one.hash, other.hash)):
        form = _turn(other_details, turn)
        for large, small in ((details, form), (form, details)):
            for score, part in _matches(large, small, _SCALES):
                if score > best.score:
                    best = Likeness(score, turn > 0, part)
        if best.same:
            return best
    if not tilts:
        return best
    tilted = chain(
        _tilted(details, other.grey.astype(np.float32)),
        _tilted(other_details, one.grey.astype(np.float32)),
    )
    return max((best, *tilted), key=lambda found: found.score)


def _tilted(large: Grey, small: Grey) -> Iterator[Likeness]:
    """How the middle of a grey picture fits into the details of another one, at all angles."""
    for tilt in _TILTS:
        middle = _details(_middle(small, tilt))
        for score, _ in _matches(large, middle, _TILTED_SCALES):
            yield Likeness(score, turned=True)


def _small_grey(picture: Image.Image) -> Grey:
    """(height, width) grey levels, the longer side SIDE pixels."""
    scale = SIDE / max(picture.size)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return np.asarray(picture.convert("L").resize(size, Image.Resampling.BOX), np.float32)


def _details(grey: Grey) -> Grey:
    """A picture less its surroundings, averaged over squares."""
    side = 2 * _SHADES + 1
    sums = _sums(np.pad(grey, _SHADES, mode="edge"))
    return (grey - _windows(sums, side, side) / (side * side)).astype(np.float32)


def _is_flat(details: Grey) -> bool:
    return float(np.square(details).mean()) < _FLAT * _FLAT


def _middle(grey: Grey, tilt: float) -> Grey:
    """The middle of a picture, turned by so many degrees."""
    tilted = Image.fromarray(grey).rotate(tilt, Image.Resampling.BILINEAR)
    width, height = (max(1, round(side * _MIDDLE)) for side in tilted.size)
    left, top = (tilted.width - width) // 2, (tilted.height - height) // 2
    return np.asarray(tilted.crop((left, top, left + width, top + height)), np.float32)


def _closest_turn(one: int, other: int) -> int:
    """Which of the forms that turned() gives of the other is nearest to the one."""
    forms = turned(np.array([other], np.uint64))[:, 0]
    return int(np.argmin([(one ^ int(form)).bit_count() for form in forms]))


def _turn(values: Grey, form: int) -> Grey:
    """A picture in one of the eight forms, in the order of turned()."""
    diagonal, down, across = form >> 2, form >> 1 & 1, form & 1
    turned = values.T if diagonal else values
    return np.ascontiguousarray(turned[:: -1 if down else 1, :: -1 if across else 1])


def _matches(large: Grey, small: Grey, scales: Sequence[float]) -> Iterator[tuple[float, float]]:
    """(correlation, scale) of the small picture at its best place in the large one.

    scales: parts of the largest size at which it fits in.
    """
    fit = min(large.shape[0] / small.shape[0], large.shape[1] / small.shape[1])
    spectrum = np.fft.rfft2(large)
    sums, squares = _sums(large), _sums(large.astype(np.float64) ** 2)
    for scale in scales:
        patch = _scaled(small, fit * scale)
        if min(patch.shape) >= _LEAST_SIDE:
            yield _correlation(large.shape, spectrum, sums, squares, patch), scale


def _correlation(
    shape: tuple[int, ...],
    spectrum: NDArray[np.complexfloating],
    sums: _Table,
    squares: _Table,
    patch: Grey,
) -> float:
    """The highest normalised cross-correlation of a patch with a place in the picture."""
    height, width = patch.shape
    centred = patch - patch.mean()
    flat = _FLAT * float(np.sqrt(patch.size))
    length = float(np.sqrt((centred * centred).sum()))
    if length < flat:
        return -1.0  # nothing to be seen in it
    product = np.fft.irfft2(spectrum * np.conj(np.fft.rfft2(centred, shape)), shape)
    product = product[: shape[0] - height + 1, : shape[1] - width + 1]
    total = _windows(sums, height, width)
    variance = _windows(squares, height, width) - total * total / patch.size
    return float((product / (length * np.sqrt(np.maximum(variance, flat * flat)))).max())


def _sums(values: NDArray[np.floating]) -> _Table:
    table = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    table[1:, 1:] = values.cumsum(0, dtype=np.float64).cumsum(1)
    return table


def _windows(sums: _Table, height: int, width: int) -> _Table:
    """The sum of each window of this size, from _sums()."""
    below = sums[height:, width:] - sums[height:, :-width]
    above = sums[:-height, width:] - sums[:-height, :-width]
    return np.asarray(below - above)


def _scaled(grey: Grey, scale: float) -> Grey:
    height, width = (max(1, int(side * scale + 1e-6)) for side in grey.shape)
    if (height, width) == grey.shape:
        return grey
    picture = Image.fromarray(grey).resize((width, height), Image.Resampling.BILINEAR)
    return np.asarray(picture, np.float32)


def _cosines() -> NDArray[np.float32]:
    """The first rows of the cosine transform."""
    positions = 2 * np.arange(_DCT_SIDE) + 1
    frequencies = np.arange(_HASH_SIDE)[:, np.newaxis]
    return np.cos(np.pi * positions * frequencies / (2 * _DCT_SIDE)).astype(np.float32)
