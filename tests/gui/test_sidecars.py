"""Tags to sidecars in the window: compared first, written, taken back, and what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from photoclip.domain import CancelToken
from photoclip.errors import FileUnavailable, LibraryError
from photoclip.gui.models.sidecar_changes import SidecarModel
from photoclip.gui.views.sidecars.page import SidecarsPage
from photoclip.gui.wiring.sidecars import SidecarWiring
from photoclip.library.sidecars import Fate, SidecarChange, SidecarReport, Sidecars
from photoclip.tagging.service import Verdict

from .conftest import App, OpenApp, with_photos

LEFT = Qt.MouseButton.LeftButton


def test_changes_and_problems_are_a_proper_table(qtmodeltester: ModelTester) -> None:
    model = SidecarModel()
    change = SidecarChange(Path("/p/a.xmp"), None, Fate.CHANGED, ("dog", "Rome"), ("cat",))
    model.show(SidecarReport([change], 3, [FileUnavailable("is away", path=Path("/p/b.jpg"))]))
    qtmodeltester.check(model)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows[0][0] == "b.jpg"
    assert "is away" in rows[0][2]
    assert rows[1] == ["a.xmp", "Changed", "dog, Rome", "cat"]
    tip = model.index(1, 0).data(int(Qt.ItemDataRole.ToolTipRole))
    assert tip.splitlines() == ["/p/a.xmp", "+ dog", "+ Rome", "− cat"]
    model.show(None)
    assert model.rowCount() == 0


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    app = with_photos(open_app, pictures, 4)
    label = app.engine.labels.add("parrots").id
    app.engine.tagging.click(label, app.window.photo_model.ids[:2], Verdict.RIGHT)
    return app


def wiring(app: App) -> SidecarWiring:
    return next(one for one in app.window._wirings if isinstance(one, SidecarWiring))


def opened(app: App) -> SidecarsPage:
    app.window.commands.action("sidecars").trigger()
    page = wiring(app).page
    assert app.window.browser.page is page
    settle(app)
    return page


def settle(app: App) -> None:
    app.wait(lambda: not wiring(app).work.running)


def sidecars(pictures: Path) -> int:
    return len(list(pictures.glob("*.xmp")))


def test_nothing_is_written_before_it_was_seen_and_all_of_it_is_undone(
    app: App, pictures: Path
) -> None:
    page = opened(app)
    assert app.window.windowTitle() == "Tags in sidecars"
    assert page.model.rowCount() == 2
    assert page.model.index(0, 2).data() == "parrots"
    assert page.summary.text() == "2 new · 2 labels in"
    assert sidecars(pictures) == 0
    # Return and Space on what has the focus do no harm.
    assert app.window.focusWidget() is page.table
    assert not page.take_back.isEnabled()
    app.qtbot.mouseClick(page.write, LEFT)
    settle(app)
    assert sidecars(pictures) == 2
    assert "2 sidecar" in app.window.notice.text()
    assert page.write.isHidden()
    [task] = [one for one in app.window.tasks.all() if one.title == "Writing sidecars"]
    assert "2 sidecar" in task.text
    app.qtbot.mouseClick(page.again, LEFT)
    settle(app)
    assert page.fine.isVisible()
    app.wait(lambda: page.take_back.isEnabled() and "(2)" in page.take_back.text())
    app.qtbot.mouseClick(page.take_back, LEFT)
    settle(app)
    assert page.undo
    assert page.model.index(0, 3).data() == "parrots"
    assert sidecars(pictures) == 2
    app.qtbot.mouseClick(page.write, LEFT)
    settle(app)
    assert sidecars(pictures) == 0
    app.qtbot.mouseClick(page.keep, LEFT)
    settle(app)
    assert not page.undo
    app.qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert app.window.browser.page is app.window.grid


def test_it_may_be_about_the_chosen_photos_alone(app: App, pictures: Path) -> None:
    app.window.grid.show_photo(0)
    page = opened(app)
    assert page.which.isEnabled()
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    settle(app)
    assert page.model.rowCount() == 1
    app.qtbot.mouseClick(page.write, LEFT)
    settle(app)
    assert sidecars(pictures) == 1


def test_problems_are_listed_and_the_rest_is_done(app: App, pictures: Path) -> None:
    first = app.engine.catalog.files.paths_of(app.window.photo_model.ids[:1])
    [[path]] = first.values()
    path.with_name(path.name + ".xmp").write_bytes(b"<x:xmpmeta this is no XML")
    page = opened(app)
    assert page.model.index(0, 1).data() == "Cannot be done"
    assert page.model.index(0, 2).data()
    app.qtbot.mouseClick(page.write, LEFT)
    settle(app)
    assert "1 file" in app.window.notice.text()
    assert sidecars(pictures) == 2


def test_comparing_can_be_cancelled_and_errors_are_told(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(this: Sidecars, photos: None, cancel: CancelToken, **_: object) -> None:
        while True:
            cancel.check()

    monkeypatch.setattr(Sidecars, "write", endless)
    app.window.commands.action("sidecars").trigger()
    page = wiring(app).page
    assert page.working.isVisible()
    app.qtbot.mouseClick(page.stop, LEFT)
    settle(app)
    assert page.fine.title.text() == "Not compared yet"

    def broken(*_: object, **__: object) -> None:
        raise LibraryError("the library is away")

    monkeypatch.setattr(Sidecars, "write", broken)
    app.qtbot.mouseClick(page.again, LEFT)
    app.wait(lambda: "library is away" in app.window.notice.text())
    settle(app)
