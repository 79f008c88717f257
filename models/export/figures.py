"""Print what architectures weigh and how long they take, as the table in docs/models.md.

    python -m models.export.figures RN50 ViT-B-32 ViT-L-14

The weights are random, so nothing is downloaded: that changes neither sizes nor times. How well
float16 and int8 agree with float32 can differ a little with the weights of a trained model.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

# ONNX Runtime would report to its maker; it looks for this when it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from models.export.measure import BATCH, Figures, measure
from models.torchvision_ops import make_torchvision_importable

HEADER = (
    "| model | tower | precision | MB | ms alone | ms each of 16 | least cosine to fp32 |",
    "|---|---|---|---|---|---|---|",
)


def figures(architecture: str) -> list[Figures]:
    """Export an architecture of open_clip's with random weights and measure it on one core."""
    import torch

    from models.export import from_open_clip
    from models.export.directory import TEXTUAL, VISUAL, finish, write_directory
    from models.export.variants import PRECISIONS, write_variant

    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / architecture
        model = from_open_clip.load(architecture, random=True)
        write_directory(model, path)
        for precision in PRECISIONS:
            for tower in (VISUAL, TEXTUAL):
                write_variant(path / tower / "model.onnx", precision)
        finish(model, path)
        return measure(path, threads=1)


def rows(architecture: str, found: Sequence[Figures]) -> Iterator[str]:
    """Lines of the table."""
    for one in found:
        tower = "images" if one.tower == "visual" else "texts"
        size, times = f"{one.megabytes:.0f}", f"{one.one:.0f} | {one.many:.0f}"
        cosine = "1" if one.precision == "fp32" else f"{one.cosine:.4f}"
        yield f"| {architecture} | {tower} | {one.precision} | {size} | {times} | {cosine} |"


def processor() -> str:
    """The processor's name, as far as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("architectures", nargs="+", metavar="ARCHITECTURE")
    names = parser.parse_args().architectures
    make_torchvision_importable()
    import onnxruntime

    print(f"One core of {processor()}, ONNX Runtime {onnxruntime.__version__}, batches of {BATCH}.")
    print(*HEADER, sep="\n", flush=True)
    for name in names:
        print(*rows(name, figures(name)), sep="\n", flush=True)


if __name__ == "__main__":
    main()
