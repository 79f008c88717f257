"""Times what the window does for each step of a label's slider, among many photos.

    python -m benchmarks.label_slider [--photos 100000]

Offscreen, with the real page, its lists painted; tiles are not decoded, as workers do that.
Prints milliseconds: median, 95th percentile, and the longest.
"""

from __future__ import annotations

import argparse
import os
import random
import time

import numpy as np

from photoclip.domain import Label, LabelId, PhotoId, Preset
from photoclip.tagging.preview import Preview

STEPS = 400
# Steps of which some go through everything, as a hand does.
SEED = 7


def preview_of(photos: int) -> Preview:
    """What a label would do to so many photos, a few thousand of which somebody spoke of."""
    chance = np.random.default_rng(SEED)
    scores = -np.sort(-chance.normal(0, 1, photos).astype(np.float32))
    said = np.zeros(photos, np.int8)
    said[chance.choice(photos, min(photos, 2000), replace=False)] = 1
    precision = np.concatenate([[0.0], np.geomspace(1, 0.001, photos)]).astype(np.float32)
    places = {
        Preset.FEW: photos // 500,
        Preset.BALANCED: photos // 100,
        Preset.GENEROUS: photos // 9,
    }
    return Preview(
        chance.permutation(photos).astype(np.int64),
        scores,
        said,
        np.arange(photos + 1),
        precision,
        places[Preset.BALANCED],
        places,
        int((said != 0).sum()),
    )


def measure(photos: int) -> list[float]:
    """Milliseconds from a step of the slider until its photos are painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from photoclip.gui.bridge import Bridge
    from photoclip.gui.theme import Theme
    from photoclip.gui.thumbnails import ThumbnailLoader
    from photoclip.gui.views.labels.page import LabelsPage

    def draw(photo: PhotoId, side: int, ratio: float) -> QImage:
        del ratio
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(int(photo) * 2654435761 % 0xFFFFFF)
        return image

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    bridge = Bridge()
    page = LabelsPage(Theme(app), ThumbnailLoader(bridge, draw))
    page.resize(1280, 800)
    page.show_label(Label(LabelId(1), "dog"))
    page.show()
    page.one.show_preview(preview_of(photos))
    app.processEvents()
    slider, hand = page.one.threshold.slider, random.Random(SEED)
    taken = []
    for _ in range(STEPS):
        begun = time.perf_counter()
        slider.setValue(hand.randrange(slider.maximum() + 1))
        for part in (page.one.sides.accepted, page.one.sides.rejected, page.one.threshold):
            part.repaint()
        app.processEvents()
        taken.append(1000 * (time.perf_counter() - begun))
    page.close()
    bridge.close()
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    photos = parser.parse_args().photos
    taken = measure(photos)
    median, most = np.percentile(taken, [50, 95])
    print(f"{photos} photos, {STEPS} steps: {median:.1f} / {most:.1f} / {max(taken):.1f} ms")


if __name__ == "__main__":
    main()
