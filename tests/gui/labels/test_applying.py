"""Applying labels in the window: what would change first, then as a task, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from photoclip.domain import Label, Preset, TagState
from photoclip.gui.views.labels.page import LabelsPage
from photoclip.tagging.service import Verdict

from ..conftest import App
from .conftest import PARROTS, made, photo_named, tuned

LEFT = Qt.MouseButton.LeftButton
# A score that every photo reaches.
ALL = -1000.0


@pytest.fixture
def label(app: App) -> Label:
    return made(app, "parrot", threshold=ALL)


def foreseen(app: App, page: LabelsPage) -> None:
    app.wait(page.one.applying.apply.isEnabled)
    app.qtbot.mouseClick(page.one.applying.apply, LEFT)
    app.wait(lambda: page.diff.isVisible() and not app.window.label_work.running)


def states(app: App, label: Label) -> list[TagState]:
    return [tag.state for tag in app.engine.catalog.tags.of_label(label.id)]


def test_what_would_change_is_shown_before_it_is_done_and_undone(app: App, label: Label) -> None:
    page, window = tuned(app, label), app.window
    foreseen(app, page)
    assert page.diff.title.text().startswith("4 photo")
    assert len(page.diff.gained.photos.ids) == 4
    assert not page.diff.lost.isVisible()
    assert page.diff.cancel.hasFocus() or not window.isActiveWindow()
    assert states(app, label) == []
    app.qtbot.keyClick(page.diff.cancel, Qt.Key.Key_Escape)
    assert not page.diff.isVisible() and page.label is not None
    foreseen(app, page)
    app.qtbot.mouseClick(page.diff.apply, LEFT)
    app.wait(lambda: states(app, label) == [TagState.SUGGESTED] * 4)
    app.wait(lambda: window.labels_section.places()[0].waiting == 4)
    assert "gained" in window.notice.text()
    window.notice._do()
    app.wait(lambda: states(app, label) == [])
    app.wait(lambda: window.labels_section.places()[0].waiting == 0)


def test_a_selection_gets_the_label_at_once(app: App, label: Label) -> None:
    window = app.window
    window.grid.show_photo(0)
    window.grid.rows.select([range(2)])
    chosen = set(window.grid.selected_photos())
    page = tuned(app, label)
    applying = page.one.applying
    keys = [applying.target.itemData(row) for row in range(applying.target.count())]
    assert keys[:2] == ["all", "chosen"]
    assert keys[2].startswith("folder")
    applying.target.setCurrentIndex(1)
    applying.mode.setCurrentIndex(1)
    foreseen(app, page)
    app.qtbot.mouseClick(page.diff.apply, LEFT)
    app.wait(lambda: states(app, label) == [TagState.ACCEPTED] * 2)
    assert {tag.photo for tag in app.engine.catalog.tags.of_label(label.id)} == chosen


def test_albums_and_what_was_searched_for_are_offered(app: App, label: Label) -> None:
    photo = photo_named(app, PARROTS)
    app.engine.albums.create("Birds", [photo])
    app.window.albums.read()
    app.wait(lambda: app.window.albums.all)
    app.search("parrots")
    page = tuned(app, label)
    target = page.one.applying.target
    texts = {target.itemData(row): target.itemText(row) for row in range(target.count())}
    assert "parrots" in texts["shown"]
    assert "Birds" in texts["album Birds"]
    target.setCurrentIndex(target.findData("album Birds"))
    foreseen(app, page)
    assert page.diff.gained.photos.ids == [photo]


def test_a_label_without_asking_is_given_at_once(app: App, label: Label) -> None:
    page = tuned(app, label)
    page.one.editor.automatic.setChecked(True)
    assert not page.one.applying.mode.isEnabled()
    foreseen(app, page)
    assert "would get the label" in page.diff.title.text()


def test_a_person_s_word_stays(app: App, label: Label) -> None:
    photo = photo_named(app, PARROTS)
    app.engine.tagging.click(label.id, [photo], Verdict.WRONG)
    page = tuned(app, label)
    foreseen(app, page)
    assert photo not in page.diff.gained.photos.ids
    app.qtbot.mouseClick(page.diff.apply, LEFT)
    app.wait(lambda: len(states(app, label)) == 4)
    [tag] = app.engine.catalog.tags.of_photo(photo)
    assert tag.state is TagState.REJECTED


def test_labels_that_changed_since_say_so(app: App, label: Label) -> None:
    app.engine.tagging.apply([label])
    other = app.engine.labels.edit(label.id, threshold=None, preset=Preset.FEW, prompts=("a bird",))
    window, page = app.window, app.window.labels_page
    window.labelling.read()
    app.wait(lambda: window.labelling.row(label.id).outdated)
    window.commands.action("labels").trigger()
    changed = page.overview.changed
    assert changed.isVisible() and "parrot" in changed.text.text()
    app.qtbot.mouseClick(changed.look, LEFT)
    app.wait(page.diff.isVisible)
    assert "lose it" in page.diff.title.text()
    app.qtbot.mouseClick(page.diff.apply, LEFT)
    app.wait(lambda: not changed.isVisible())
    assert app.engine.catalog.labels.latest(label.id).prompts == other.prompts


def test_what_is_applied_is_kept_first(app: App) -> None:
    window, one = app.window, app.window.labels_page.one
    window.label_places.make("parrot")
    app.wait(lambda: one.place is not None)
    one.threshold.slider.setValue(one.threshold.slider.maximum())
    foreseen(app, window.labels_page)
    assert app.engine.labels.all() == []
    app.qtbot.mouseClick(window.labels_page.diff.apply, LEFT)
    app.wait(lambda: one.kept.id and len(states(app, one.kept)) == 4)
    assert one.applying.isVisible() and not one.is_changed
    assert app.engine.tagging.outdated() == []
