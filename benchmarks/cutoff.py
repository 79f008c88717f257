"""How well the cut-off tells matches from the rest: python -m benchmarks.cutoff DATA

DATA: folder with flickr8k/images.tar and flickr8k/captions.tsv (see models/README.md). Only photos
that the embedded model was not trained on are looked at. Concepts are divided into two halves:
the numbers in photoclip/search/cutoff.py were chosen on one (--choose), the other is reported.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.concepts import Judged, Mask, judge, read_concepts
from benchmarks.report import Cell, Table, show
from models.train.data import read_captions, read_photos, split_photos
from photoclip.clip.calibration import rare_texts
from photoclip.clip.encoder import ClipModel
from photoclip.clip.opening import model_directory
from photoclip.clip.prompts import encode_query
from photoclip.domain import Vectors
from photoclip.search.background import text_background
from photoclip.search.cutoff import cut_text
from photoclip.settings import Settings

COLUMNS = (
    "cut-off",
    "precision",
    "recall",
    "F1",
    "F1 rare",
    "F1 others",
    "present, empty %",
    "rare, empty %",
    "others, empty %",
    "absent, empty %",
    "F1 with absent",
    "photos, median",
)
NOTE = (
    "Means over concepts; rare: shown by one to five photos. F1 with absent counts an absent "
    "concept as 1 where nothing is returned, else as 0. 'best' rows were chosen with hindsight, "
    "for the figure named, on the very concepts of the table; the last for each concept apart, "
    "which no cut-off can surpass, whatever it knows."
)
_STEPS = 200
Scores = NDArray[np.float32]
Cut = Callable[[int], Mask]


@dataclass(frozen=True)
class Trial:
    """Concepts over photos. queries (concepts, dim), vectors (photos, dim), rare (texts, dim)."""

    judged: Sequence[Judged]
    queries: Vectors
    vectors: Vectors
    rare: Vectors

    @property
    def scores(self) -> Scores:
        """(concepts, photos) cosines."""
        return self.queries @ self.vectors.T


@dataclass(frozen=True)
class Outcome:
    """One concept's list against what the captions say."""

    precision: float
    recall: float
    f1: float
    size: int


def outcome(kept: Mask, one: Judged) -> Outcome:
    """kept (n,): the photos returned. Doubtful ones count neither way."""
    size = int(kept.sum())
    counted = int((kept & ~one.doubtful).sum())
    right = int((kept & one.shown).sum())
    if not right:
        return Outcome(0.0, 0.0, 0.0, size)
    precision, recall = right / counted, right / one.count
    return Outcome(precision, recall, 2 * right / (counted + one.count), size)


def compare(trial: Trial) -> list[Sequence[Cell]]:
    """A row for photoclip's cut-off, and one for each simple one at its best."""
    scores = trial.scores
    background = text_background(trial.vectors, trial.rare)

    def ours(row: int) -> Mask:
        cut = cut_text(trial.queries[row], scores[row], len(scores[row]), background)
        return (cut.margins(scores[row]) >= 1) & cut.clear

    middles = np.median(scores, axis=1, keepdims=True)
    spreads = 1.4826 * np.median(np.abs(scores - middles), axis=1, keepdims=True)
    ranks = np.argsort(np.argsort(-scores, axis=1), axis=1)
    rows: list[Sequence[Cell]] = [_row("photoclip", trial, ours)]
    for name, values in (
        ("one threshold", scores),
        ("z-score", (scores - middles) / spreads),
        ("top k", -ranks.astype(np.float32)),
    ):
        rows += _at_best(name, values, trial)
    return [*rows, _row("best end of each list", trial, partial(_best_end, trial, scores))]


def _best_end(trial: Trial, scores: Scores, row: int) -> Mask:
    """One concept's photos down to where F1 is highest, as only hindsight tells; else none."""
    one, order = trial.judged[row], np.argsort(-scores[row])
    right = np.cumsum(one.shown[order])
    f1 = 2 * right / np.maximum(1, np.cumsum(~one.doubtful[order]) + one.count)
    kept = np.zeros(len(order), np.bool_)
    kept[order[: int(np.argmax(f1)) + 1]] = not one.absent
    return kept


def _at_best(name: str, values: Scores, trial: Trial) -> Iterable[list[Cell]]:
    """A threshold on values (concepts, photos), at its best for F1 without and with absent ones."""
    high = np.sort(values, axis=None)[::-1]
    places = np.unique(np.geomspace(1, len(high), _STEPS).astype(int)) - 1
    limits = [float(limit) for limit in high[places]]
    for column, title in ((3, "F1"), (10, "F1 with absent")):
        best = max(
            limits, key=lambda limit: float(_row("", trial, partial(_above, values, limit))[column])
        )
        yield _row(f"{name}, best {title} ({best:.3g})", trial, partial(_above, values, best))


def _above(values: Scores, limit: float, row: int) -> Mask:
    return np.asarray(values[row] >= limit)


def _row(name: str, trial: Trial, cut: Cut) -> list[Cell]:
    done = [(one, outcome(cut(row), one)) for row, one in enumerate(trial.judged)]
    present = [(one, found) for one, found in done if not one.absent]
    rare = [found for one, found in present if one.rare]
    others = [found for one, found in present if not one.rare]
    absent = [found for one, found in done if one.absent]
    found = [found for _, found in present]
    with_absent = [one.f1 for one in found] + [float(not one.size) for one in absent]
    return [
        name,
        mean(one.precision for one in found),
        mean(one.recall for one in found),
        mean(one.f1 for one in found),
        mean(one.f1 for one in rare),
        mean(one.f1 for one in others),
        _empty(found),
        _empty(rare),
        _empty(others),
        _empty(absent),
        mean(with_absent),
        int(np.median([one.size for one in found])) if found else 0,
    ]


def mean(values: Iterable[float]) -> float:
    """To three places, of those that are numbers; 0 where there are none."""
    listed = [value for value in values if not np.isnan(value)]
    return round(float(np.mean(listed)), 3) if listed else 0.0


def _empty(outcomes: Sequence[Outcome]) -> float:
    return round(100 * mean(not one.size for one in outcomes), 1)


def affine(trial: Trial, share: float, shift: float) -> Trial:
    """The same in a model whose cosines are share * cosine + shift, as by a modality gap."""
    rest = np.sqrt(1 - share)
    lean = shift / (1 - share)

    def widened(vectors: Vectors, *more: float) -> Vectors:
        extra = np.tile(np.array(more, np.float32) * rest, (len(vectors), 1))
        return np.concatenate([vectors * np.float32(np.sqrt(share)), extra], axis=1)

    side = float(np.sqrt(1 - lean**2))
    texts = (lean, side)
    return Trial(
        trial.judged,
        widened(trial.queries, *texts),
        widened(trial.vectors, 1.0, 0.0),
        widened(trial.rare, *texts),
    )


def projected(trial: Trial, dim: int) -> Trial:
    """The same in a model of fewer dimensions: a random projection, which blurs it."""
    rng = np.random.default_rng(0)
    onto = rng.normal(size=(trial.vectors.shape[1], dim)).astype(np.float32)

    def unit(vectors: Vectors) -> Vectors:
        less = vectors @ onto
        return np.asarray(less / np.linalg.norm(less, axis=1, keepdims=True), np.float32)

    return Trial(trial.judged, unit(trial.queries), unit(trial.vectors), unit(trial.rare))


def subset(trial: Trial, photos: NDArray[np.intp]) -> Trial:
    """The same over some of the photos."""
    judged, rows = [], []
    for row, one in enumerate(trial.judged):
        less = Judged(one.concept, one.shown[photos], one.doubtful[photos])
        if less.count or less.absent:
            judged.append(less)
            rows.append(row)
    return Trial(judged, trial.queries[rows], trial.vectors[photos], trial.rare)


def prepare(data: Path, model: ClipModel, cache: Path | None, reported: bool) -> Trial:
    """Embed the held-out photos (once, where there is a cache), the concepts and rare texts."""
    captions = read_captions(data)
    photos = split_photos(list(captions)).test
    judged = judge([c for c in read_concepts() if c.reported is reported], captions, photos)
    queries = np.stack([encode_query(model, one.concept.query) for one in judged])
    vectors = embedded_photos(data, model, photos, cache)
    return Trial(judged, queries, vectors, model.encode_texts(rare_texts()))


def embedded_photos(
    data: Path, model: ClipModel, photos: Sequence[str], cache: Path | None
) -> Vectors:
    key = hashlib.sha256("\n".join([model.fingerprint, *photos]).encode()).hexdigest()[:16]
    file = cache / f"{key}.npy" if cache is not None else None
    if file is not None and file.exists():
        kept: Vectors = np.load(file)
        return kept
    wanted = {photo: row for row, photo in enumerate(photos)}
    vectors = np.empty((len(photos), model.spec.dim), np.float32)
    for name, picture in read_photos(data):
        if name in wanted:
            vectors[wanted[name]] = model.encode_images(model.preprocess(picture)[None])[0]
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.save(file, vectors)
    return vectors


def tables(trial: Trial) -> Iterable[Table]:
    """The whole set, smaller libraries, and other models."""
    every = len(trial.vectors)
    pick = np.random.default_rng(1).permutation(every)
    yield Table(_title("Held-out photos", trial), COLUMNS, compare(trial), NOTE)
    for count in (50, 200):
        less = subset(trial, np.sort(pick[:count]))
        yield Table(_title("A small library", less), COLUMNS, compare(less)[:2])
    twice = subset(trial, np.sort(np.concatenate([pick, pick[: every // 3]])))
    yield Table(_title("A third of them twice", twice), COLUMNS, compare(twice)[:2])
    first = float(str(compare(trial)[1][0]).rpartition("(")[2].rstrip(")"))
    for name, other in (
        ("cosines of a model with a modality gap (.25 c + .2)", affine(trial, 0.25, 0.2)),
        ("cosines near zero (.1 c - .05)", affine(trial, 0.1, -0.05)),
        ("projected to 128 dimensions", projected(trial, 128)),
    ):
        scores = other.scores
        kept = partial(_above, scores, first)
        same = _row(f"one threshold, as before ({first:.3g})", other, kept)
        yield Table(_title(name, other), COLUMNS, [*compare(other)[:2], same])


def _title(name: str, trial: Trial) -> str:
    absent = sum(one.absent for one in trial.judged)
    rare = sum(one.rare for one in trial.judged)
    present = len(trial.judged) - absent
    return (
        f"{name}: {len(trial.vectors)} photos, {present} concepts present ({rare} of them rare), "
        f"{absent} absent"
    )


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.cutoff", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with flickr8k/")
    parser.add_argument("--model", type=Path, default=model_directory(Settings()))
    parser.add_argument("--cache", type=Path, help="folder for the photos' vectors")
    parser.add_argument(
        "--choose", action="store_true", help="the concepts for choosing, not for reporting"
    )
    arguments = parser.parse_args(argv)
    with ClipModel.open(arguments.model) as model:
        trial = prepare(arguments.data, model, arguments.cache, not arguments.choose)
    for table in tables(trial):
        show(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
