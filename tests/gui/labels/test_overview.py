"""All labels on one page: sets, files, finding, deleting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from photoclip.domain import Label, LabelId
from photoclip.gui.models.labels import LabelsModel
from photoclip.gui.sections.label_tree import LabelRow

from ..conftest import App
from .conftest import made, page_of

LEFT = Qt.MouseButton.LeftButton


def test_the_models_behave(qtmodeltester: ModelTester) -> None:
    labels = LabelsModel()
    qtmodeltester.check(labels)
    labels.show([LabelRow(Label(LabelId(n), name)) for n, name in enumerate(["a/dog", "cat"])])
    qtmodeltester.check(labels)
    labels.filter("DOG")
    assert [labels.index(row).data() for row in range(labels.rowCount())] == ["a/dog"]
    assert labels.find(LabelId(0)).row() == 0
    assert not labels.find(LabelId(1)).isValid()


def test_sets_are_offered_until_they_are_there(app: App) -> None:
    page = page_of(app)
    overview = page.overview
    assert overview.empty.isVisible()
    app.wait(lambda: overview.sets.buttons)
    button = overview.sets.buttons["travel"]
    assert "travel" in button.accessibleName().lower()
    app.qtbot.mouseClick(button, LEFT)
    app.wait(lambda: overview.model.rowCount() > 20)
    assert not button.isVisible()
    assert overview.sets.buttons["nature"].isVisible()
    assert "added" in app.window.notice.text()
    app.window.notice._do()
    app.wait(lambda: overview.model.rowCount() == 0)
    assert button.isVisible()


def test_files_of_labels_come_in_and_go_out(app: App, tmp_path: Path) -> None:
    page = page_of(app)
    window = app.window
    file = tmp_path / "mine.txt"
    file.write_text("@set mine\nanimals/dog = a dog | a puppy\nbeach\n", encoding="utf-8")
    window.choose_labels = lambda parent, title: file
    app.qtbot.mouseClick(page.overview.bring, LEFT)
    app.wait(lambda: page.overview.model.rowCount() == 2)
    for name in ("out.txt", "out.json"):
        target = tmp_path / name
        window.choose_labels_target = lambda parent, title, target=target: target
        app.qtbot.mouseClick(page.overview.write, LEFT)
        app.wait(target.exists)
        app.wait(lambda: window.notice.text().startswith("The labels were written"))
        assert "a puppy" in target.read_text(encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    window.choose_labels = lambda parent, title: broken
    app.qtbot.mouseClick(page.overview.bring, LEFT)
    app.wait(lambda: "broken.json" in window.notice.text())
    assert page.overview.model.rowCount() == 2


def test_labels_are_found_opened_and_deleted_by_keys(app: App) -> None:
    made(app, "animals/dog")
    made(app, "beach")
    page = page_of(app)
    overview = page.overview
    assert overview.list.hasFocus()
    app.qtbot.keyClicks(overview.typed, "bea")
    assert overview.model.rowCount() == 1
    app.qtbot.keyClick(overview.typed, Qt.Key.Key_Return)
    app.wait(lambda: page.label is not None)
    assert page.label is not None and page.label.name == "beach"
    app.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.label is None
    app.qtbot.keyClick(overview.typed, Qt.Key.Key_Escape)
    assert overview.model.rowCount() == 2
    overview.focus()
    overview.list.setCurrentIndex(overview.model.index(0))
    app.qtbot.keyClick(overview.list, Qt.Key.Key_Delete)
    app.wait(lambda: overview.model.rowCount() == 1)
    app.qtbot.keyClick(overview.list, Qt.Key.Key_Escape)
    assert app.window.browser.page is app.window.browser.grid
