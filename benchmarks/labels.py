"""How well labels find photos, before and after a person's clicks, and how fast.

python -m benchmarks.labels DATA [--cache DIR]
python -m benchmarks.labels --speed

DATA: folder with flickr8k/images.tar and flickr8k/captions.tsv (see models/README.md). Only photos
that the embedded model was not trained on are looked at, and concepts that at least six of them
show. The numbers in photoclip/tagging were chosen on one half of the concepts (--choose); the other
is reported.

A simulated person tunes as on a label's page, clicking the photo nearest to the threshold that was
not clicked yet, which moves with each click, or as in the review, the best photo first; photos
about which the captions disagree are passed over. "Not clicked" compares with the text alone on the
very same photos. "Library" is what the person has in the end: photos that were given the label
first, those refused last.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.concepts import Judged, Mask
from benchmarks.cutoff import Trial, mean, outcome, prepare
from benchmarks.label_sizes import sizes
from benchmarks.reliability import reliability
from benchmarks.report import Cell, Table, show
from photoclip.clip.current import CurrentModel
from photoclip.clip.encoder import ClipModel
from photoclip.clip.opening import model_directory
from photoclip.domain import Label, LabelId, PhotoId, Preset, Vectors
from photoclip.errors import FileUnavailable
from photoclip.settings import Settings
from photoclip.tagging.preview import Preview
from photoclip.tagging.prompting import Prompted
from photoclip.tagging.scale import background_of
from photoclip.tagging.standing import Photos, Stood, Voices, cosines_of, stand

CLICKS = (0, 4, 10, 20)
FEWEST_SHOWN = 6
COLUMNS = (
    "clicks",
    "AP not clicked",
    "AP text alone",
    "AP library",
    "F1 library",
    "F1",
    "precision",
    "estimated",
    "recall",
    "nothing %",
    "right clicks",
)
NOTE = (
    "Means over concepts. AP not clicked and AP text alone: over the same photos, without those "
    "clicked. F1, precision, recall: of the balanced preset over photos not clicked; estimated: "
    "the precision that is shown for it; nothing: concepts for which nothing is suggested. "
    "F1 library: of the balanced preset with what was clicked."
)
_LABEL = Label(LabelId(0), "concept")
_NOBODY = np.empty(0, np.int64)


@dataclass
class _Row:
    """What was measured after so many clicks, an entry for each concept."""

    tuned: list[float] = field(default_factory=list)
    text: list[float] = field(default_factory=list)
    library: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    f1: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    estimated: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)

    def cells(self, clicks: int) -> list[Cell]:
        names = ("tuned", "text", "library", "whole", "f1", "precision", "estimated", "recall")
        means = [mean(getattr(self, name)) for name in names]
        return [clicks, *means, round(100 * mean(self.nothing), 1), round(mean(self.right), 1)]


def average_precision(scores: NDArray[np.floating], shown: Mask) -> float:
    """Of photos in the order of their scores (n,); nan where none is shown."""
    right = shown[np.argsort(-scores, kind="stable")]
    if not right.any():
        return float("nan")
    places = np.flatnonzero(right) + 1
    return float(np.mean(np.arange(1, len(places) + 1) / places))


def _no_picture(path: Path) -> Vectors:
    raise FileUnavailable("is no photo of this library", path=path)


def library_of(vectors: Vectors, rare: Vectors) -> Photos:
    """Photos with their rows as ids."""
    model = cast(CurrentModel, SimpleNamespace(fingerprint=""))
    middle = vectors.mean(axis=0)
    background = background_of(vectors, rare)
    return Photos(model, np.arange(len(vectors)), vectors, middle, background, _no_picture)


class Person:
    """Tunes a label for a concept by clicks."""

    def __init__(self, photos: Photos, query: Vectors, concept: Judged) -> None:
        self._photos = photos
        self._concept = concept
        self._prompted = Prompted((concept.concept.query,), query[None], query)
        self._text = np.asarray(photos.vectors @ query, np.float32)
        self._right: list[int] = []
        self._wrong: list[int] = []

    def stand(self) -> Stood:
        """The label after the clicks so far."""
        voices = Voices(np.array(self._right, np.int64), np.array(self._wrong, np.int64))
        return stand(_LABEL, self._prompted, self._text, self._photos, voices)

    def click(self, asked: Sequence[PhotoId]) -> None:
        """Judge the first photo that can be judged."""
        for photo in asked:
            if not self._concept.doubtful[photo]:
                (self._right if self._concept.shown[photo] else self._wrong).append(int(photo))
                return

    def measure(self, stood: Stood, row: _Row) -> None:
        """Compare with what the captions say."""
        concept = self._concept
        clicked = np.zeros(len(self._text), np.bool_)
        clicked[[*self._right, *self._wrong]] = True
        free = ~clicked & ~concept.doubtful
        row.tuned.append(average_precision(stood.scores[free], concept.shown[free]))
        row.text.append(average_precision(self._text[free], concept.shown[free]))
        final = stood.scores.astype(np.float64)
        final[self._right], final[self._wrong] = np.inf, -np.inf
        known = ~concept.doubtful
        row.library.append(average_precision(final[known], concept.shown[known]))
        kept = np.zeros(len(self._text), np.bool_)
        kept[stood.standing.passing(stood.scores)] = True
        whole = kept | clicked
        whole[self._wrong] = False
        row.whole.append(outcome(whole, concept).f1)
        unclicked = Judged(concept.concept, concept.shown & ~clicked, concept.doubtful)
        found = outcome(kept & ~clicked, unclicked)
        row.f1.append(found.f1)
        row.recall.append(found.recall)
        row.nothing.append(float(not kept.any()))
        row.right.append(len(self._right))
        if found.size:
            row.precision.append(found.precision)
            row.estimated.append(_estimated(stood, kept & ~clicked))


def _estimated(stood: Stood, kept: Mask) -> float:
    preview = stood.preview
    unsaid = (preview.said == 0) & kept[preview.ids]
    right = np.diff(preview.precision * preview.counts, prepend=0)[1:]
    return float(right[unsaid].mean()) if unsaid.any() else 0.0


def at_the_edge(preview: Preview) -> Sequence[PhotoId]:
    """As a label's page shows photos."""
    return preview.borderline(preview.place)


def best_first(preview: Preview) -> Sequence[PhotoId]:
    """As the review shows them."""
    return preview.rejected(0)


def tune(trial: Trial, order: Callable[[Preview], Sequence[PhotoId]]) -> Table:
    """A row for each number of clicks."""
    photos = library_of(trial.vectors, trial.rare)
    rows = {clicks: _Row() for clicks in CLICKS}
    slowest = 0.0
    chosen = [i for i, one in enumerate(trial.judged) if one.count >= FEWEST_SHOWN]
    for index in chosen:
        person = Person(photos, trial.queries[index], trial.judged[index])
        for clicks in range(CLICKS[-1] + 1):
            began = time.perf_counter()
            stood = person.stand()
            slowest = max(slowest, time.perf_counter() - began)
            if clicks in rows:
                person.measure(stood, rows[clicks])
            person.click(order(stood.preview))
    asked = order.__name__.replace("_", " ")
    title = f"Labels tuned by clicks {asked}: {len(chosen)} concepts, {len(photos.ids)} photos"
    note = f"{NOTE} Fit and preview took {1000 * slowest:.0f} ms at most."
    return Table(title, COLUMNS, [row.cells(clicks) for clicks, row in rows.items()], note)


def by_text(trial: Trial) -> list[Preview]:
    """What each concept's label does before any click."""
    photos = library_of(trial.vectors, trial.rare)
    return [
        Person(photos, query, one).stand().preview
        for query, one in zip(trial.queries, trial.judged, strict=True)
    ]


def compare(trial: Trial, previews: Sequence[Preview]) -> Table:
    """Presets beside one threshold and one length for all, each chosen with hindsight."""
    chosen = [i for i, one in enumerate(trial.judged) if one.count >= FEWEST_SHOWN]
    judged = [trial.judged[i] for i in chosen]
    scores = trial.scores[chosen]
    ranks = np.argsort(np.argsort(-scores, axis=1), axis=1)
    rows: list[Sequence[Cell]] = []
    for preset in Preset:
        kept = []
        for preview in (previews[i] for i in chosen):
            mask = np.zeros(scores.shape[1], np.bool_)
            mask[preview.ids[: preview.presets[preset]]] = True
            kept.append(mask)
        rows.append(_outcomes(f"preset {preset.value}", judged, kept))
    limits = np.quantile(scores, 1 - np.geomspace(1e-4, 0.3, 60))
    rows.append(
        max(
            (_outcomes(f"one threshold ({t:.3f})", judged, list(scores >= t)) for t in limits),
            key=lambda row: cast(float, row[1]),
        )
    )
    rows.append(
        max(
            (_outcomes(f"top {k}", judged, list(ranks < k)) for k in range(1, 200)),
            key=lambda row: cast(float, row[1]),
        )
    )
    title = f"Labels by text alone: {len(judged)} concepts, {scores.shape[1]} photos"
    note = (
        "The threshold and the length are those of the best F1 on the very concepts of the table."
    )
    return Table(title, ("labels by", "F1", "precision", "recall"), rows, note)


def _outcomes(name: str, judged: Sequence[Judged], kept: Sequence[Mask]) -> list[Cell]:
    found = [outcome(mask, one) for mask, one in zip(kept, judged, strict=True)]
    precise = [one.precision for one in found if one.size]
    f1, recall = mean(one.f1 for one in found), mean(one.recall for one in found)
    return [name, f1, mean(precise), recall]


def speed(count: int = 100_000, labels: int = 200, dim: int = 384) -> Table:
    """Every label against every photo, and one preview."""
    rng = np.random.default_rng(0)

    def unit(rows: int) -> Vectors:
        vectors = rng.standard_normal((rows, dim), np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    photos = library_of(unit(count), unit(158))
    texts = [Prompted((str(i),), one[None], one) for i, one in enumerate(unit(labels))]
    nobody = Voices(_NOBODY, _NOBODY)
    clicked = Voices(np.arange(100), np.arange(100, 200))

    def score() -> None:
        for start in range(0, labels, 32):
            some = texts[start : start + 32]
            for text, cosines in zip(some, cosines_of(some, photos.vectors), strict=True):
                stand(_LABEL, text, cosines, photos, nobody, every=False)

    def preview() -> None:
        cosines = np.asarray(photos.vectors @ texts[0].vector, np.float32)
        stand(_LABEL, texts[0], cosines, photos, clicked)

    ready = stand(_LABEL, texts[0], photos.vectors @ texts[0].vector, photos, clicked).preview

    def slide() -> None:
        for place in range(0, 1000, 10):
            int(ready.counts[place]), float(ready.precision[place])
            ready.accepted(place, 60), ready.rejected(place, 60), ready.borderline(place, 60)

    rows: list[Sequence[Cell]] = [
        [f"{labels} labels with {count} photos", *_best(score)],
        ["one preview with 200 clicks", *_best(preview)],
        ["a hundred places of the slider", *_best(slide)],
    ]
    note = f"The best of three, {dim} dimensions, random vectors. CPU: of all cores together."
    return Table("Speed of labels", ("what", "ms", "CPU ms"), rows, note)


def _best(work: Callable[[], None]) -> tuple[int, int]:
    """Milliseconds of wall time and of processor time."""
    times = []
    for _ in range(3):
        began, worked = time.perf_counter(), time.process_time()
        work()
        times.append((time.perf_counter() - began, time.process_time() - worked))
    wall, worked = min(times)
    return round(1000 * wall), round(1000 * worked)


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.labels", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with flickr8k/")
    parser.add_argument("--model", type=Path, default=model_directory(Settings()))
    parser.add_argument("--cache", type=Path, help="folder for the photos' vectors")
    parser.add_argument("--speed", action="store_true", help="only how long it takes")
    parser.add_argument("--choose", action="store_true", help="the other half of the concepts")
    arguments = parser.parse_args(argv)
    if not arguments.speed:
        if arguments.data is None:
            parser.error("where is the data?")
        with ClipModel.open(arguments.model) as model:
            trial = prepare(arguments.data, model, arguments.cache, not arguments.choose)
        previews = by_text(trial)
        show(compare(trial, previews))
        show(reliability(trial.judged, previews))
        show(sizes(trial, by_text))
        show(tune(trial, at_the_edge))
        show(tune(trial, best_first))
    show(speed())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
