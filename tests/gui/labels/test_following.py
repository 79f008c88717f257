"""The preview of a label goes along with indexing, and leaves what was chosen as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from photoclip.domain import Label, PhotoId, Preset
from photoclip.gui.controllers import tuning as module
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Tagging

from ..conftest import App, copy_samples
from .conftest import made, tuned
from .test_tuning import preview_of, shown


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLLOW_MS", 0)
    monkeypatch.setattr(module, "FOLLOW_SHARE", 0)


def grown(before: Preview, first: int, at: int, count: int) -> Preview:
    """The same photos, with so many new ones at a place."""
    ids = np.insert(before.ids, at, np.arange(first, first + count))
    scores = np.insert(before.scores, at, np.full(count, before.scores[at]))
    after = preview_of(len(ids), dict(before.presets))
    return replace(after, ids=ids, scores=scores)


def test_photos_that_are_indexed_show_up(app: App, tmp_path: Path) -> None:
    label = made(app, "parrot", threshold=-100.0)
    one = tuned(app, label).one
    assert one.place == 4
    assert one.threshold.figures.count.startswith("4 photo")
    copy_samples(tmp_path / "Pictures", ["colourful_caps", "couple_walking"])
    app.window.indexing.start()
    app.wait(lambda: len(one.sides.accepted.photos.ids) == 6)
    assert one.threshold.figures.count.startswith("6 photo")
    assert one.place == 6
    # Nobody changed anything of the label.
    assert not one.is_changed and one.draft.threshold == -100.0


def test_what_is_chosen_stays_so(app: App) -> None:
    one = shown(app, dict.fromkeys(Preset, 10))
    one.threshold.slider.setValue(40)
    threshold, accepted = one.draft.threshold, one.sides.accepted
    accepted.setFocus()
    accepted.setCurrentIndex(accepted.photos.index(5))
    third = accepted.photos.index(2)
    accepted.selectionModel().select(third, QItemSelectionModel.SelectionFlag.Select)
    chosen, current = accepted.chosen(), accepted.photos.ids[5]
    assert len(chosen) == 2
    assert one._preview is not None
    # Two above the threshold, nearer to it than what is chosen, and three below.
    after = grown(grown(one._preview, 5000, 39, 2), 6000, 50, 3)
    assert one.follow(after)
    assert (one.place, one.draft.threshold) == (42, threshold)
    assert accepted.chosen() == chosen
    assert accepted.photos.photo(accepted.currentIndex()) == current
    assert {5000, 5001} <= set(accepted.photos.ids)
    assert {6000, 6001, 6002} <= set(one.sides.rejected.photos.ids)
    assert "42 photo" in one.threshold.slider.accessibleDescription()


def test_a_preset_goes_along_and_a_slider_in_hand_stays(app: App) -> None:
    one = shown(app, dict.fromkeys(Preset, 10))
    after = preview_of(2100, dict.fromkeys(Preset, 15))
    one.threshold.slider.setSliderDown(True)
    assert not one.follow(after)
    assert one.place == 10
    one.threshold.slider.setSliderDown(False)
    assert one.follow(after)
    assert (one.place, one.draft.threshold) == (15, None)
    assert one.threshold.presets[Preset.BALANCED].isChecked()


def test_photos_that_moved_stay_chosen(app: App) -> None:
    tiles = app.window.labels_page.one.sides.rejected
    tiles.show_photos([PhotoId(n) for n in range(300)])
    tiles.setCurrentIndex(tiles.photos.index(7))
    tiles.follow([PhotoId(n) for n in reversed(range(300))])
    assert tiles.chosen() == [7]
    tiles.follow([PhotoId(n) for n in range(300) if n != 7])
    assert 7 not in tiles.chosen()


def test_many_files_are_looked_at_together(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    window, looks = app.window, []
    tuned(app, made(app, "parrot"))
    followed = []
    window.tuning.followed.connect(lambda draft, _: followed.append(draft.name))

    def preview(self: Tagging, label: Label, cancel: object = None) -> Preview:
        looks.append(label.name)
        return preview_of(3)

    monkeypatch.setattr(Tagging, "preview", preview)
    for _ in range(50):
        window.photos_changed()
    app.wait(lambda: followed)
    assert looks == followed == ["parrot"]
    # Where nobody looks, nothing is done.
    window.gallery.show_everything()
    window.photos_changed()
    assert not window.tuning._follow.isActive()


def test_a_word_about_a_photo_counts_before_what_was_seen_without_it(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, one = app.window, tuned(app, made(app, "parrot")).one
    window.tuning.follow()
    assert window.tuning._follow.isActive()
    sides = one.sides
    sides.rejected.setFocus()
    sides.rejected.setCurrentIndex(sides.rejected.photos.index(0))
    app.qtbot.keyClick(sides.rejected, Qt.Key.Key_A)
    assert not window.tuning._follow.isActive()
    app.wait(lambda: len(one.editor.right.photos.ids) == 1)
