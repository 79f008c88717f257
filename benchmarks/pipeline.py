"""Images per second of indexing, beside what decoding alone and inference alone allow."""

from __future__ import annotations

import argparse
import shutil
import statistics
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.photos import LARGE, SMALL, make_photos, place
from benchmarks.report import Table, seconds
from photoclip.clip.encoder import ClipModel
from photoclip.cores import allowed_cores
from photoclip.engine import Engine
from photoclip.images.decode import Decoder
from photoclip.paths import Paths

COLUMNS = ("photos", "count", "decode/s", "inference/s", "pipeline/s", "one after the other/s")
NOTE = (
    "all on the same files, on all cores, medians of the rounds; decode: read, decode, preprocess; "
    "pipeline: also scan, hash, thumbnails, catalog; ratio: pipeline against 1/(1/decode + "
    "1/inference), which is what the two would reach one after the other"
)


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """Large photos as a camera makes them, and small ones."""
    table = Table("Indexing, images per second", [*COLUMNS, "ratio"], note=NOTE)
    for name, size, count in (
        ("12 megapixels", LARGE, arguments.photos),
        ("0.8 megapixels", SMALL, 4 * arguments.photos),
    ):
        files = make_photos(arguments.out / "photos", count, size)
        table.rows.append([name, count, *_rates(files, scratch, arguments.rounds)])
    return [table]


def _rates(files: Sequence[Path], scratch: Path, rounds: int) -> list[float]:
    """decode, inference, pipeline, one after the other: images per second; and the ratio."""
    measured = [_round(files, scratch / f"{files[0].parent.name}-{n}") for n in range(rounds)]
    decode, inference, pipeline = (
        statistics.median(column) for column in zip(*measured, strict=True)
    )
    serial = 1 / (1 / decode + 1 / inference)
    rates = [round(rate, 1) for rate in (decode, inference, pipeline, serial)]
    return [*rates, round(pipeline / serial, 2)]


def _round(files: Sequence[Path], library: Path) -> tuple[float, float, float]:
    """The three rates, measured one right after the other, so that they share the conditions."""
    folder = place(files, library / "photos")
    with Engine.open(replace(Paths.under(library), thumbnails=library / "thumbnails")) as engine:
        engine.library.add_folder(folder)
        model = engine.model.get()
        pixels, decoding = decode_all(engine.decoder, model, files)
        inference = seconds(lambda: infer(model, pixels))
        report = engine.library.index()
    if report.new != len(files):
        raise RuntimeError(f"not all photos were indexed: {report}")
    shutil.rmtree(library)
    return len(files) / decoding, len(files) / inference, len(files) / report.seconds


def decode_all(
    decoder: Decoder, model: ClipModel, files: Sequence[Path]
) -> tuple[NDArray[np.float32], float]:
    """Pixels (n, 3, height, width) of all files, decoded on all cores, and the seconds it took."""
    side = model.spec.preprocess.decode_side
    arrays: list[NDArray[np.float32]] = []

    def one(file: Path) -> NDArray[np.float32]:
        return model.preprocess(decoder.decode(file, min_side=side).image)

    def work() -> None:
        with ThreadPoolExecutor(allowed_cores()) as pool:
            arrays.extend(pool.map(one, files))

    taken = seconds(work)
    return np.stack(arrays), taken


def infer(model: ClipModel, pixels: NDArray[np.float32]) -> None:
    """Embed in the batches that the pipeline uses."""
    for begin in range(0, len(pixels), model.batch_size):
        model.encode_images(pixels[begin : begin + model.batch_size])
