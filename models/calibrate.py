"""Measure the embedded model once more, for search to judge its scores by.

python -m models.calibrate

The result ships with photoclip, so that the first search need not wait for it. It is due whenever
the model or resources/prompts/rare.txt changes.
"""

from __future__ import annotations

from photoclip.clip.encoder import ClipModel
from photoclip.paths import bundled
from photoclip.search.calibration import SHIPPED, SUFFIX, Calibration


def main() -> None:
    folder = bundled("resources") / SHIPPED
    for outdated in folder.glob(f"*{SUFFIX}"):
        outdated.unlink()
    with ClipModel.open(bundled("models/embedded")) as model:
        Calibration(folder).rare(model)


if __name__ == "__main__":
    main()
