"""Whether pictures are found by their captions, and whether they were better seen otherwise.

It tells most about exports that went wrong without a sound: towers of two models, colours in
another order, pixels of another range. As it takes English, it never refuses a model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.examination.judging import unit
from photoclip.clip.report import Check, Measurement, Part, Verdict
from photoclip.clip.spec import CLIP_MEAN, CLIP_STD, ModelDirectory, PreprocessSpec
from photoclip.clip.towers import Rows

# Of eight. Chance finds one; a small model may well miss some.
_GOOD, _CHANCE = 5, 2
_ENGLISH = frozenset({"en", "eng", "*"})


def measure_agreement(
    pictures: Rows,
    texts: Rows,
    pixels: NDArray[np.float32],
    embed: Callable[[NDArray[np.float32]], Rows],
    directory: ModelDirectory,
) -> Measurement:
    """How many of the pictures are found by the text of the same number.

    pictures, texts: (n, dim). pixels: what pictures were made of; where few are found, embed()
    is given the same in other colours and ranges.
    """
    found, limit = hits(pictures, texts), float(_GOOD)
    row = Measurement(Part.MODEL, Check.AGREEMENT, found, limit=limit, verdict=Verdict.NOTE)
    if found >= _GOOD:
        return Measurement(Part.MODEL, Check.AGREEMENT, found, limit=limit)
    better = _better(found, texts, pixels, embed, directory.spec.preprocess)
    if better:
        finding = f"finds more of the sample photos by their captions {better}"
        return _told(Verdict.WARNING, found, finding, "Look at its preprocessing.", directory)
    if found > _CHANCE:
        return row
    finding = f"finds {found} of {len(texts)} sample photos by their English captions, as by chance"
    hint = (
        "A model of another language does; otherwise its towers may not belong together, or what"
        " goes in or comes out is not what it should be."
    )
    english = bool(_ENGLISH & {language.lower() for language in directory.spec.languages})
    verdict = Verdict.WARNING if english else Verdict.NOTE
    return _told(verdict, found, finding, hint, directory)


def measure_colours(
    pixels: NDArray[np.float32],
    embed: Callable[[NDArray[np.float32]], Rows],
    texts: Rows,
    directory: ModelDirectory,
) -> Measurement:
    """Whether red pictures are nearer to "red" than the same ones with red and blue exchanged.

    pixels: of red pictures. texts: vectors of "red" and "blue". It means nothing of a model that
    does not find pictures by English words.
    """
    mean, std = _columns(directory.spec.preprocess.mean), _columns(directory.spec.preprocess.std)
    exchanged = ((pixels * std + mean)[:, ::-1] - mean) / std
    # As many at once as were tried before.
    red, blue = unit(embed(pixels)), unit(embed(np.ascontiguousarray(exchanged)))
    toward_red, toward_blue = unit(texts)
    right = int(((red - blue) @ (toward_red - toward_blue) > 0).sum())
    row = Measurement(Part.IMAGE, Check.COLOURS, right, limit=1.0)
    if right:
        return row
    return replace(
        row,
        verdict=Verdict.WARNING,
        finding="takes red for blue",
        hint="The graph may want its colours in the order blue, green, red.",
        path=directory.image.graph,
    )


def hits(pictures: Rows, texts: Rows) -> int:
    """How many pictures are nearer to their own text than to the others'."""
    cosines = unit(pictures) @ unit(texts).T
    # Some texts are near to all pictures, which says nothing about these.
    cosines -= cosines.mean(axis=0)
    return int((cosines.argmax(axis=1) == np.arange(len(texts))).sum())


def _better(
    found: int,
    texts: Rows,
    pixels: NDArray[np.float32],
    embed: Callable[[NDArray[np.float32]], Rows],
    spec: PreprocessSpec,
) -> str:
    """What would have more photos found, "" where nothing would."""
    for words, other in _otherwise(pixels, spec):
        rows = embed(other)
        sound = np.isfinite(rows).all() and rows.any(axis=1).all()
        if sound and hits(rows, texts) >= max(_GOOD, found + 2):
            return words
    return ""


def _otherwise(
    pixels: NDArray[np.float32], spec: PreprocessSpec
) -> list[tuple[str, NDArray[np.float32]]]:
    """The same pixels as other exports want them."""
    mean, std, clip_mean, clip_std = map(_columns, (spec.mean, spec.std, CLIP_MEAN, CLIP_STD))
    values = pixels * std + mean
    reasons = {
        "with red and blue exchanged": (values[:, ::-1] - mean) / std,
        "with CLIP's mean and std": (values - clip_mean) / clip_std,
        "with pixels from -1 to 1": values * 2 - 1,
        "with pixels from 0 to 1": values,
        "with pixels from 0 to 255": values * 255,
    }
    others = {words: np.ascontiguousarray(other) for words, other in reasons.items()}
    return [(words, row) for words, row in others.items() if not np.allclose(row, pixels)]


def _columns(values: tuple[float, float, float]) -> NDArray[np.float32]:
    return np.array(values, np.float32)[:, None, None]


def _told(
    verdict: Verdict, found: int, finding: str, hint: str, directory: ModelDirectory
) -> Measurement:
    return Measurement(
        Part.MODEL,
        Check.AGREEMENT,
        found,
        "",
        float(_GOOD),
        verdict,
        finding,
        hint,
        directory.image.graph,
    )
