"""What excluding a thing, and asking for two at once, comes to on photos with captions.

python -m benchmarks.exclusions --images images.tar --captions captions.tsv [--photos NAMES]

images: a folder or a tar archive. captions: file name, tab, caption, one a line; a file may have
several. photos: a file with the names of those to use, one a line, such as a model never saw in
training; else all of those with captions. Concepts are words of the captions. For each pair of
concepts of which photos show often both and often one alone, it asks for the one without the
other and looks at the ten best: they should show the one and not the other.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tarfile
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.report import Cell, Table, show
from photoclip.clip.encoder import ClipModel
from photoclip.clip.opening import model_directory
from photoclip.clip.prompts import encode_query
from photoclip.domain import Vectors
from photoclip.images.decode import decode_image
from photoclip.search.query import Part, PartKind
from photoclip.search.ranking import rank, scale_of
from photoclip.settings import Settings

BEST, BATCH = 10, 32
# What is searched for, and the words by which captions tell of it.
CONCEPTS = {
    "dog": "dogs? pupp(y|ies)",
    "grass": "grass(y)? lawn",
    "water": "water lake river ocean sea pool",
    "people": "people persons? (wo)?m[ae]n boys? girls? child(ren)? kids? lad(y|ies) guys? crowd",
    "child": "child(ren)? kids? boys? girls? bab(y|ies) toddlers?",
    "woman": "wom[ae]n lad(y|ies) female",
    "man": "m[ae]n guys?",
    "snow": "snow(y)?",
    "beach": "beach shore sand",
    "ball": "(foot|basket)?ball soccer tennis",
    "street": "street road sidewalk",
    "bicycle": "bikes? bicycles? bikers? (bi)?cyclists?",
    "red clothes": "red",
    "mountain": "mountains? cliff hill rocks?",
    "swimming pool": "pool",
    "horse": "horses?",
    "tree": "trees? forest woods",
    "car": "cars? trucks?",
    "crowd": "crowd audience spectators",
    "climbing": "climb(s|ing|er)?",
    "jumping": "jump(s|ing)?",
    "running": "runs? running",
    "skateboard": "skateboard(er|ing|s)?",
}
_Shown = NDArray[np.int64]


@dataclass(frozen=True)
class World:
    """Photos (n, dim), how many captions of each tell of a concept, and the concepts' vectors."""

    photos: Vectors
    shown: dict[str, _Shown]
    queries: dict[str, Vectors]

    def order(self, *parts: Part) -> NDArray[np.intp]:
        """Rows as the product ranks them."""
        everything = np.arange(len(self.photos))
        cosines = np.stack([self.queries[part.value] for part in parts]) @ self.photos.T
        scales = [scale_of(scores) for scores in cosines]
        return rank(everything, parts, cosines, scales, everything, None).ids

    def by_vector(self, vector: Vectors) -> NDArray[np.intp]:
        """Rows by their cosine with a vector."""
        return np.argsort(-(self.photos @ vector), kind="stable")


@dataclass(frozen=True)
class Way:
    """A way to rank photos for one concept and another that is excluded, or wanted too."""

    name: str
    order: Callable[[World, str, str], NDArray[np.intp]]


def wanted(concept: str) -> Part:
    return Part(PartKind.TEXT, concept)


def unwanted(concept: str, weight: float = 1.0) -> Part:
    return Part(PartKind.TEXT, concept, weight, excluded=True)


EXCLUDING = (
    Way("nothing excluded", lambda world, one, _: world.order(wanted(one))),
    Way("-other (as photoclip does)", lambda w, one, other: w.order(wanted(one), unwanted(other))),
    Way("-other^2", lambda w, one, other: w.order(wanted(one), unwanted(other, 2))),
    *(
        Way(
            f"vector - {share} * vector",
            lambda w, one, other, share=share: w.by_vector(  # type: ignore[misc]
                w.queries[one] - np.float32(share) * w.queries[other]
            ),
        )
        for share in (0.3, 0.5, 1.0)
    ),
)
BOTH = (
    Way("one alone", lambda world, one, _: world.order(wanted(one))),
    Way(
        "one + other (as photoclip does)", lambda w, one, other: w.order(wanted(one), wanted(other))
    ),
    Way(
        "mean of the vectors", lambda w, one, other: w.by_vector(w.queries[one] + w.queries[other])
    ),
)


def main(argv: Sequence[str]) -> int:
    """Prints two tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.exclusions")
    parser.add_argument("--images", type=Path, required=True)
    parser.add_argument("--captions", type=Path, required=True)
    parser.add_argument("--photos", type=Path)
    arguments = parser.parse_args(argv)
    captions = read_captions(arguments.captions)
    if arguments.photos is not None:
        names = arguments.photos.read_text(encoding="utf-8").split()
        captions = {name: captions[name] for name in names}
    with ClipModel.open(model_directory(Settings())) as model:
        world = make_world(model, arguments.images, captions)
    show(excluding(world))
    show(single(world, "dog", "grass"))
    show(both(world))
    return 0


def read_captions(path: Path) -> dict[str, list[str]]:
    """Captions by file name."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, caption = line.split("\t")
        found.setdefault(name, []).append(caption)
    return found


def make_world(model: ClipModel, images: Path, captions: dict[str, list[str]]) -> World:
    """Embed the photos and the concepts."""
    names: list[str] = []
    vectors: list[Vectors] = []
    for batch in batches(images, captions):
        names += [name for name, _ in batch]
        pixels = [model.preprocess(decode_image(data).image) for _, data in batch]
        vectors.append(model.encode_images(np.stack(pixels)))
    shown = {
        concept: np.array([_telling(words, captions[name]) for name in names])
        for concept, words in CONCEPTS.items()
    }
    queries = {concept: encode_query(model, concept) for concept in CONCEPTS}
    return World(np.concatenate(vectors), shown, queries)


def batches(images: Path, wanted_names: Container[str]) -> Iterator[list[tuple[str, bytes]]]:
    """Names and bytes of the photos, some at a time."""
    files = ((name, data) for name, data in read_files(images) if name in wanted_names)
    while batch := list(itertools.islice(files, BATCH)):
        yield batch


def read_files(images: Path) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of all files of a folder or a tar archive."""
    if images.is_dir():
        for path in sorted(images.iterdir()):
            yield path.name, path.read_bytes()
        return
    with tarfile.open(images) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                yield Path(member.name).name, file.read()


def _telling(words: str, captions: Sequence[str]) -> int:
    pattern = re.compile(rf"\b({'|'.join(words.split())})\b", re.IGNORECASE)
    return sum(bool(pattern.search(caption)) for caption in captions)


def excluding(world: World) -> Table:
    """Over all pairs: the ten best, and who of the twenty best stays where nothing is to go."""
    pairs = list(_overlapping(world))
    columns = ("ranking", f"precision@{BEST}", "kept of the 20 best that do not show it")
    title = f"One concept without another, {len(pairs)} pairs, {len(world.photos)} photos"
    table = Table(title, columns, note="right: captions tell of the one, and none of the other")
    for way in EXCLUDING:
        right = [_right(world, way, *pair) for pair in pairs]
        kept = [_kept(world, way, *pair) for pair in pairs]
        table.rows.append([way.name, _mean(right), _mean([one for one in kept if one is not None])])
    return table


def single(world: World, one: str, other: str) -> Table:
    """One pair."""
    rows: list[Sequence[Cell]] = [
        (way.name, round(_right(world, way, one, other), 2)) for way in EXCLUDING
    ]
    return Table(f'"{one}" -"{other}"', ("ranking", f"precision@{BEST}"), rows)


def both(world: World) -> Table:
    """Two concepts at once."""
    pairs = [
        (one, other)
        for one, other in itertools.combinations(CONCEPTS, 2)
        if BEST <= _together(world, one, other).sum() < 0.2 * len(world.photos)
    ]
    table = Table(f"Two concepts at once, {len(pairs)} pairs", ("ranking", f"precision@{BEST}"))
    for way in BOTH:
        found = [_together(world, *pair)[way.order(world, *pair)[:BEST]].mean() for pair in pairs]
        table.rows.append([way.name, _mean(found)])
    return table


def _overlapping(world: World) -> Iterator[tuple[str, str]]:
    """Pairs of which photos show often both and often the first alone."""
    for one, other in itertools.permutations(CONCEPTS, 2):
        clear = world.shown[one] >= 2
        together = int((clear & (world.shown[other] >= 1)).sum())
        alone = int((clear & (world.shown[other] == 0)).sum())
        if together >= BEST and alone >= 1.5 * BEST and together > 0.15 * clear.sum():
            yield one, other


def _right(world: World, way: Way, one: str, other: str) -> float:
    best = way.order(world, one, other)[:BEST]
    return float(((world.shown[one][best] >= 1) & (world.shown[other][best] == 0)).mean())


def _kept(world: World, way: Way, one: str, other: str) -> float | None:
    before = world.order(wanted(one))[: 2 * BEST]
    innocent = before[world.shown[other][before] == 0]
    if not len(innocent):
        return None
    return float(np.isin(innocent, way.order(world, one, other)[: 2 * BEST]).mean())


def _together(world: World, one: str, other: str) -> NDArray[np.bool_]:
    return (world.shown[one] >= 1) & (world.shown[other] >= 1)


def _mean(values: Sequence[float]) -> float:
    return round(float(np.mean(values)), 3)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
