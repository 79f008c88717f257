"""``photoclip bench``: how fast this machine decodes, embeds, indexes and searches."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip.encoder import ClipModel
from photoclip.cores import allowed_cores
from photoclip.domain import CancelToken, Order
from photoclip.engine import Engine
from photoclip.errors import FolderError, ImageError
from photoclip.images.decode import Decoder
from photoclip.paths import Paths, bundled, expanded
from photoclip.settings import load_settings

QUERIES = ("a dog on a beach", "a red door", "people on a boat", "mountains", "a bird")


def bench(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip bench. The person's library is neither read nor changed, only its settings."""
    folder = expanded(arguments.photos or bundled("resources/sample_photos")).absolute()
    with tempfile.TemporaryDirectory() as scratch, cancel_on_interrupt() as cancel:
        space = replace(Paths.under(Path(scratch)), config=paths.config, thumbnails=Path(scratch))
        settings = replace(load_settings(paths.settings_file)[0], thumbnails="", cache="")
        with Engine.open(space, settings) as engine:
            figures = _measure(engine, folder, cancel)
    text = "\n".join(f"{name.replace('_', ' '):32} {value:>10}" for name, value in figures.items())
    output.result(figures, text)
    return 0


def _measure(engine: Engine, folder: Path, cancel: CancelToken) -> dict[str, float | int | str]:
    model = engine.model.get()
    engine.library.add_folder(folder)
    report = engine.library.index(cancel=cancel)
    files = [path for paths in _indexed(engine) for path in paths[:1]]
    if not files:
        raise FolderError("holds no photo that can be read", path=folder)
    decode_seconds, pixels = _time_decoding(engine.decoder, model, files)
    cancel.check()
    inference_seconds = _seconds(lambda: model.encode_images(pixels))
    return {
        "model": model.spec.name,
        "device": model.device.device,
        "precision": model.device.precision,
        "cores": allowed_cores(),
        "photos": len(files),
        "decode_per_second": round(len(files) / decode_seconds, 1),
        "inference_per_second": round(len(pixels) / inference_seconds, 1),
        "pipeline_per_second": round(report.images_per_second, 1),
        "text_search_ms": round(_search_ms(engine), 2),
    }


def _indexed(engine: Engine) -> list[list[Path]]:
    visible = engine.catalog.photos.dated(Order.NEWEST).ids
    return list(engine.catalog.files.paths_of(visible).values())


def _time_decoding(
    decoder: Decoder, model: ClipModel, files: Sequence[Path]
) -> tuple[float, NDArray[np.float32]]:
    """Seconds to decode and preprocess all files on all cores, and their pixels."""
    side = model.spec.preprocess.decode_side

    def pixels(file: Path) -> NDArray[np.float32] | None:
        try:
            return model.preprocess(decoder.decode(file, min_side=side).image)
        except ImageError:
            return None

    with ThreadPoolExecutor(allowed_cores()) as pool:
        begin = time.perf_counter()
        arrays = list(pool.map(pixels, files))
        seconds = time.perf_counter() - begin
    return seconds, np.stack([array for array in arrays if array is not None])


def _search_ms(engine: Engine) -> float:
    """Median milliseconds from words to hits, text tower included."""
    engine.search.warm_up()
    return statistics.median(
        1000 * _seconds(lambda query=query: engine.search.text(query))  # type: ignore[misc]
        for query in QUERIES
    )


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
