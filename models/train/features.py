"""Cache what the frozen part of the image tower makes of every view of every photo.

    python -m models.train.features --data DATA --work WORK

Writes WORK/names.json and, for each view, WORK/view-N.pt with the stem's maps and the pooled
features of the unchanged network, in bfloat16.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.train.backbone import Backbone
from models.train.data import photo_array
from models.train.views import to_tensor, view_of

CUT = 20  # of 21 blocks: the last block and the head convolution are trained
BATCH = 32


@torch.inference_mode()
def encode_view(
    net: Backbone, names: list[str], photos: NDArray[np.uint8], number: int
) -> tuple[Tensor, Tensor]:
    """Stem maps (n, c, h, w) and pooled features (n, 1280) of one view of all photos."""
    maps, pooled = [], []
    for start in range(0, len(names), BATCH):
        rows = range(start, min(start + BATCH, len(names)))
        batch = to_tensor([view_of(photos[row], names[row], number) for row in rows])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            stem = net.stem(batch)
            maps.append(stem.bfloat16())
            pooled.append(net.tail(stem).bfloat16())
    return torch.cat(maps), torch.cat(pooled)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder with flickr8k/")
    parser.add_argument("--work", type=Path, required=True, help="folder for intermediate files")
    parser.add_argument("--views", type=int, default=8)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    names, photos = photo_array(args.data)
    (args.work / "names.json").write_text(json.dumps(names))
    net = Backbone(CUT).eval()
    for number in range(args.views):
        target = args.work / f"view-{number}.pt"
        if not target.exists():
            torch.save(encode_view(net, names, photos, number), target)
            print(f"view {number} of {args.views} done", flush=True)


if __name__ == "__main__":
    main()
