"""How well copies of photos are found: python -m benchmarks.duplicates [PHOTOS]

PHOTOS: a folder, by default the sample photos. Changed copies of its photos are made in a scratch
library, which is indexed with the embedded model and looked through. Precision is that of the
pairs within groups, so two photos of PHOTOS that really are copies of each other count against it
(--keep leaves the scratch folder and lists these pairs); recall is that of pairs of a photo and
its copy, overall and for each kind of change.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageEnhance, ImageOps

from benchmarks.report import Cell, Table, show
from photoclip.engine import Engine
from photoclip.images.formats import EXTENSIONS
from photoclip.paths import Paths, bundled
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import DuplicateKind

SEED = 5
QUALITY = 88
Change = Callable[[Image.Image, random.Random], Image.Image]
Pair = tuple[str, str]


def resized(picture: Image.Image, chance: random.Random) -> Image.Image:
    """A quarter to three quarters of the sides, or larger."""
    scale = chance.choice((0.25, 0.5, 0.75, 1.5))
    return picture.resize((round(picture.width * scale), round(picture.height * scale)))


def recompressed(picture: Image.Image, chance: random.Random) -> Image.Image:
    """JPEG of low quality."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=chance.choice((10, 20, 40, 60)))
    return Image.open(stream).convert("RGB")


def _cropped(
    picture: Image.Image, chance: random.Random, across: float, down: float
) -> Image.Image:
    width, height = round(picture.width * across), round(picture.height * down)
    left = chance.randint(0, picture.width - width)
    top = chance.randint(0, picture.height - height)
    return picture.crop((left, top, left + width, top + height))


def cropped(picture: Image.Image, chance: random.Random) -> Image.Image:
    """70 to 95 % of both sides, anywhere."""
    part = chance.uniform(0.7, 0.95)
    return _cropped(picture, chance, part, part)


def reshaped(picture: Image.Image, chance: random.Random) -> Image.Image:
    """70 to 95 % of either side, each by itself."""
    return _cropped(picture, chance, chance.uniform(0.7, 0.95), chance.uniform(0.7, 0.95))


def turned(picture: Image.Image, chance: random.Random) -> Image.Image:
    """By quarter turns."""
    return picture.rotate(chance.choice((90, 180, 270)), expand=True)


def tilted(picture: Image.Image, chance: random.Random) -> Image.Image:
    """By 3 to 15 degrees, with black corners."""
    angle = chance.uniform(3, 15) * chance.choice((-1, 1))
    return picture.rotate(angle, Image.Resampling.BICUBIC, expand=chance.random() < 0.5)


def mirrored(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Left for right."""
    del chance
    return ImageOps.mirror(picture)


def shifted(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Other hues and saturation."""
    hue, saturation, value = picture.convert("HSV").split()
    by = chance.randint(10, 40)
    hue = hue.point(lambda level: (level + by) % 256)
    changed = Image.merge("HSV", (hue, saturation, value)).convert("RGB")
    return ImageEnhance.Color(changed).enhance(chance.uniform(0.5, 1.6))


def lit(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Other brightness and contrast."""
    brighter = ImageEnhance.Brightness(picture).enhance(chance.uniform(0.6, 1.4))
    return ImageEnhance.Contrast(brighter).enhance(chance.uniform(0.6, 1.5))


def grey(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Without colour."""
    del chance
    return ImageOps.grayscale(picture).convert("RGB")


CHANGES: tuple[Change, ...] = (
    resized,
    recompressed,
    cropped,
    reshaped,
    turned,
    tilted,
    mirrored,
    shifted,
    lit,
    grey,
)


def make_copies(photos: list[Path], folder: Path, each: int) -> int:
    """Write every photo and some of its copies, named NUMBER-CHANGE.jpg; how many files."""
    chance, made = random.Random(SEED), 0
    for number, path in enumerate(photos):
        with Image.open(path) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGB")
        picture.save(folder / f"{number}-original.jpg", quality=95)
        for step in range(each):
            # In turn, so that all are made equally often.
            change = CHANGES[(number * each + step) % len(CHANGES)]
            copy = change(picture, chance)
            copy.save(folder / f"{number}-{change.__name__}.jpg", quality=QUALITY)
        made += 1 + each
    return made


def pairs_of(found: Finds) -> set[Pair]:
    """Names of files that are together in a group."""
    return {
        pair
        for group in found.groups
        for pair in combinations(sorted(one.path.stem for one in group.members), 2)
    }


def tables(found: set[Pair], folder: Path) -> list[Table]:
    """Recall by kind of change, and both figures overall."""
    wanted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jpg")):
        number, change = path.stem.split("-")
        if change != "original":
            wanted[change] += 1
            hit[change] += tuple(sorted((path.stem, f"{number}-original"))) in found
    right = sum(one.split("-")[0] == other.split("-")[0] for one, other in found)
    recall = sum(hit.values()) / max(1, sum(wanted.values()))
    rows: list[Sequence[Cell]] = [
        (change, wanted[change], round(hit[change] / wanted[change], 3)) for change in wanted
    ]
    return [
        Table("Copies by change", ("change", "copies", "recall"), rows),
        Table(
            "Pairs in groups",
            ("pairs", "right", "precision", "recall"),
            [(len(found), right, round(right / max(1, len(found)), 4), round(recall, 4))],
        ),
    ]


def measure(photos: list[Path], base: Path, each: int) -> tuple[list[Table], set[Pair]]:
    """Make, index, look, and count."""
    folder = base / "photos"
    folder.mkdir(parents=True)
    count = make_copies(photos, folder, each)
    with Engine.open(Paths.under(base / "library")) as engine:
        engine.library.add_folder(folder)
        engine.library.index()
        began = time.perf_counter()
        found = engine.duplicates.find([DuplicateKind.PICTURE])
        seconds = time.perf_counter() - began
    pairs = pairs_of(found)
    times = Table(
        "Time to look",
        ("photos", "seconds", "ms a photo"),
        [(count, round(seconds, 1), round(1000 * seconds / count, 1))],
    )
    return [*tables(pairs, folder), times], pairs


def main(arguments: list[str]) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    samples = bundled("resources/sample_photos")
    parser.add_argument("photos", type=Path, nargs="?", default=samples)
    parser.add_argument("--each", type=int, default=4, help="copies of every photo")
    parser.add_argument("--most", type=int, default=1000, help="photos to take")
    parser.add_argument("--keep", type=Path, help="make the scratch library here, and leave it")
    asked = parser.parse_args(arguments)
    photos = sorted(p for p in asked.photos.rglob("*") if p.suffix.lower() in EXTENSIONS)
    photos = photos[: asked.most]
    if not photos:
        print(f"no photos in {asked.photos}", file=sys.stderr)
        return 1
    with TemporaryDirectory() as scratch:
        found, pairs = measure(photos, asked.keep or Path(scratch), min(asked.each, len(CHANGES)))
    for table in found:
        show(table)
    for one, other in sorted(pairs):
        if one.split("-")[0] != other.split("-")[0]:
            print(f"not from one photo: {one} {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
