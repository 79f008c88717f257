"""Measure a model directory on photos with captions or labels.

python models/evaluate.py retrieval MODEL_DIR --images DIR --captions TSV [--json]
python models/evaluate.py zeroshot MODEL_DIR --images DIR --labels TSV [--json]

Any directory that the application loads can be measured, through the application's own loader,
decoder and preprocessing. The tables have no header, one row a line, a tab between the columns:
file name and caption (a file may have several), or file name and label.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # so that a checkout needs no installation
    sys.path.insert(0, str(ROOT))

from photoclip.clip.encoder import ClipModel  # noqa: E402
from photoclip.clip.preprocess import to_pixels  # noqa: E402
from photoclip.clip.prompts import encode_label  # noqa: E402
from photoclip.errors import PhotoclipError  # noqa: E402
from photoclip.images.decode import decode_image  # noqa: E402

Row = tuple[str, str]  # file name; caption or label
Figures = dict[str, float | int]
T = TypeVar("T")
Matrix = NDArray[np.float32]

RECALLS = (1, 5, 10)
BATCH = 32


class EvaluationError(PhotoclipError):
    """The photos or the table cannot be used."""


def read_table(path: Path) -> list[Row]:
    """Rows of a two-column table; empty lines are skipped. Raises EvaluationError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EvaluationError(error.strerror or "cannot be read", path=path) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("is not UTF-8 text", path=path) from error
    # Not splitlines(), which would also break at characters that a caption may contain.
    lines = enumerate(text.split("\n"), start=1)
    rows = [_row(line.rstrip("\r"), number, path) for number, line in lines if line.strip()]
    if not rows:
        raise EvaluationError("has no rows", path=path)
    return rows


def _row(line: str, number: int, path: Path) -> Row:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) != 2 or not all(columns):
        expected = "a file name, one tab and a text"
        raise EvaluationError(f"line {number} is not {expected}: {line[:60]!r}", path=path)
    return columns[0], columns[1]


def embed_photos(model: ClipModel, folder: Path, names: Sequence[str]) -> Matrix:
    """Embed files of a folder: (n, dim) unit vectors. Raises EvaluationError, ImageError."""
    if not folder.is_dir():
        raise EvaluationError("is not a folder", path=folder)
    for name in names:  # before minutes are spent on the others
        if not (folder / name).is_file():
            raise EvaluationError("does not exist", path=folder / name)
    pixels = (to_pixels(decode_image(folder / name).image, model.spec.preprocess) for name in names)
    return np.concatenate([model.encode_images(np.stack(part)) for part in _chunks(pixels)])


def embed_captions(model: ClipModel, texts: Sequence[str]) -> Matrix:
    """Embed captions: (n, dim) unit vectors."""
    # In the order of their lengths, so that a batch has little padding.
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    ordered = (texts[place] for place in order)
    vectors = np.concatenate([model.encode_texts(part) for part in _chunks(ordered)])
    return vectors[np.argsort(order)]


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, BATCH)):
        yield chunk


def ranks(scores: Matrix, right: Matrix) -> NDArray[np.int64]:
    """How many of each row's scores beat the right answer's, (n,); 0 is best, ties count half."""
    above = (scores > right[:, None]).sum(axis=1)
    equal = (scores == right[:, None]).sum(axis=1) - 1
    result: NDArray[np.int64] = above + np.maximum(equal, 0) // 2
    return result


def recall_figures(found: NDArray[np.int64], prefix: str) -> Figures:
    """Recall@k in percent and the median rank, counted from 1."""
    figures: Figures = {
        f"{prefix}_r{k}": round(100.0 * float((found < k).mean()), 2) for k in RECALLS
    }
    return figures | {f"{prefix}_median_rank": float(np.median(found)) + 1.0}


def retrieval(model: ClipModel, folder: Path, rows: Sequence[Row]) -> Figures:
    """Caption -> image over all photos, and image -> caption over all captions.

    An image's rank is that of the best of its captions, as is usual with several captions each.
    """
    names = list(dict.fromkeys(name for name, _ in rows))
    place = {name: number for number, name in enumerate(names)}
    owner = np.array([place[name] for name, _ in rows])
    photos = embed_photos(model, folder, names)
    scores = embed_captions(model, [caption for _, caption in rows]) @ photos.T
    right = scores[np.arange(len(rows)), owner]
    best = np.full(len(names), -np.inf, np.float32)
    np.maximum.at(best, owner, right)
    counts: Figures = {"images": len(names), "captions": len(rows)}
    to_image = recall_figures(ranks(scores, right), "caption_to_image")
    return counts | to_image | recall_figures(ranks(scores.T, best), "image_to_caption")


def zeroshot(model: ClipModel, folder: Path, rows: Sequence[Row]) -> Figures:
    """Name each photo by the nearest of the table's distinct labels, with prompt ensembles."""
    labels = list(dict.fromkeys(label for _, label in rows))
    accepted: dict[str, set[int]] = {}
    for name, label in rows:  # a photo may have several labels; any of them is right
        accepted.setdefault(name, set()).add(labels.index(label))
    photos = embed_photos(model, folder, list(accepted))
    scores = photos @ np.stack([encode_label(model, label) for label in labels]).T
    right = np.array(
        [row[list(own)].max() for row, own in zip(scores, accepted.values(), strict=True)]
    )
    found = ranks(scores, right)
    return {
        "images": len(photos),
        "labels": len(labels),
        "top1": round(100.0 * float((found < 1).mean()), 2),
        "top5": round(100.0 * float((found < 5).mean()), 2),
    }


def show(model: ClipModel, task: str, figures: Figures, as_json: bool) -> None:
    """Print the figures as one JSON object or as a table."""
    if as_json:
        told = {"task": task, "model": model.spec.name, "fingerprint": model.fingerprint}
        print(json.dumps(told | figures))
        return
    print(f"{task} with {model.spec.name}")
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"  {name:<{width}}  {value:>8}")


def parser() -> argparse.ArgumentParser:
    """The command line."""
    summary, _, details = (__doc__ or "").partition("\n\n")
    result = argparse.ArgumentParser(
        description=summary, epilog=details, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tasks = result.add_subparsers(dest="task", required=True, metavar="TASK")
    for name, table, what in (
        ("retrieval", "--captions", "recall@1, 5 and 10 from captions to images and back"),
        ("zeroshot", "--labels", "how often the nearest label is the right one"),
    ):
        task = tasks.add_parser(name, help=what, description=f"Measure {what}.")
        task.add_argument("model", type=Path, metavar="MODEL_DIR", help="a model directory")
        task.add_argument("--images", type=Path, required=True, metavar="DIR")
        task.add_argument(table, type=Path, required=True, metavar="TSV", dest="table")
        task.add_argument("--json", action="store_true", help="print one JSON object")
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; gives the exit code. What is at fault is said in one line."""
    args = parser().parse_args(arguments)
    measure: Callable[[ClipModel, Path, Sequence[Row]], Figures]
    measure = retrieval if args.task == "retrieval" else zeroshot
    try:
        rows = read_table(args.table)
        with ClipModel.open(args.model) as model:
            show(model, args.task, measure(model, args.images, rows), args.json)
    except PhotoclipError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
