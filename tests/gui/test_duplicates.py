"""Duplicates in the window: found as a task, chosen, and moved to a stand-in for the trash."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui.views.duplicates.page import DuplicatesPage
from photoclip.search.duplicates import DuplicateKind

from .conftest import App, OpenApp, with_photos

COPY, SMALL = "the same parrots.jpg", "small barn.jpg"
LEFT = Qt.MouseButton.LeftButton


class Bin:
    """Stands for the system's trash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refusing = False
        folder.mkdir()

    def __call__(self, path: Path) -> None:
        if self.refusing:
            raise PermissionError(13, "Permission denied")
        path.rename(self.folder / path.name)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bin:
    made = Bin(tmp_path / "bin")
    monkeypatch.setattr("photoclip.library.trash._to_system_trash", made)
    return made


@pytest.fixture
def app(open_app: OpenApp, pictures: Path, trash: Bin) -> App:
    shutil.copy(next(pictures.glob("two_parrots*")), pictures / COPY)
    with Image.open(next(pictures.glob("red_barn*"))) as barn:
        barn.resize((barn.width // 2, barn.height // 2)).save(pictures / SMALL)
    return with_photos(open_app, pictures, 5)


def opened(app: App) -> DuplicatesPage:
    app.window.commands.action("duplicates").trigger()
    page = app.window.duplicates_page
    assert app.window.browser.page is page
    return page


def searched(app: App) -> DuplicatesPage:
    page = opened(app)
    app.qtbot.mouseClick(page.look, LEFT)
    app.wait(lambda: page.cards and not app.window.duplicates.running)
    return page


def card_of(page: DuplicatesPage, kind: DuplicateKind) -> int:
    return next(n for n, card in enumerate(page.cards) if card.group.kind is kind)


def focused(app: App, part: QWidget) -> bool:
    return app.window.focusWidget() is part


def test_groups_are_shown_with_the_best_and_the_reason(app: App) -> None:
    page = opened(app)
    assert page.never.isVisible()
    assert focused(app, page.look)
    app.qtbot.keyClick(page.look, Qt.Key.Key_Space)
    assert page.working.isVisible()
    app.wait(lambda: len(page.cards) == 2 and not app.window.duplicates.running)
    same = page.cards[card_of(page, DuplicateKind.CONTENT)]
    barn = page.cards[card_of(page, DuplicateKind.PICTURE)]
    assert {tile.member.path.name for tile in same.tiles} == {COPY, "two_parrots.jpg"}
    assert [tile.difference.text() for tile in barn.tiles] == ["The best one", "smaller"]
    assert "larger" in barn.reason.text()
    assert barn.tiles[0].keep.isChecked()
    assert "smaller" in barn.tiles[1].keep.accessibleName()
    app.wait(lambda: all(not tile.picture.icon().isNull() for tile in barn.tiles))
    usable = [part for part in page.findChildren(QAbstractButton) if part.isVisible()]
    assert all(part.accessibleName() or part.text() for part in usable)
    index = app.window.sidebar.index("library", "duplicates")
    place = app.window.sidebar.model.place(index)
    assert place is not None and place.count == 2
    page.kind.setCurrentIndex(page.kind.findData(DuplicateKind.PICTURE))
    assert [card.group.kind for card in page.cards] == [DuplicateKind.PICTURE]
    page.kind.setCurrentIndex(page.kind.findData(DuplicateKind.SERIES))
    assert page.cards == []
    assert not page.move_all.isEnabled()


def test_nothing_moves_without_a_confirmation_that_says_what(app: App, trash: Bin) -> None:
    page = searched(app)
    app.qtbot.mouseClick(page.move_all, LEFT)
    assert page.confirm.isVisible()
    assert page.confirm.text.text().startswith("Move 2 file")
    assert "B" in page.confirm.text.text()
    assert focused(app, page.confirm.cancel)
    app.qtbot.keyClick(page.confirm.cancel, Qt.Key.Key_Escape)
    assert page.confirm.isHidden()
    assert app.window.browser.page is page
    assert trash.names() == []
    app.qtbot.mouseClick(page.move_all, LEFT)
    app.qtbot.mouseClick(page.confirm.move_now, LEFT)
    app.wait(lambda: not app.window.duplicates.running and not page.cards)
    assert len(trash.names()) == 2
    assert SMALL in trash.names()
    assert page.fine.isVisible()
    assert "2 file" in app.window.notice.text()
    app.wait_for_photos(4)


def test_another_one_can_be_kept_by_key(app: App, trash: Bin, qtbot: QtBot) -> None:
    page = searched(app)
    number = card_of(page, DuplicateKind.PICTURE)
    best, small = page.cards[number].tiles
    best.keep.setFocus()
    qtbot.keyClick(best.keep, Qt.Key.Key_Right)
    assert small.keep.isChecked()
    assert not best.keep.isChecked()
    qtbot.mouseClick(best.picture, LEFT)
    assert best.keep.isChecked()
    qtbot.mouseClick(small.picture, LEFT)
    qtbot.mouseClick(page.cards[number].move_others, LEFT)
    assert page.confirm.text.text().startswith("Move 1 file")
    qtbot.mouseClick(page.confirm.move_now, LEFT)
    app.wait(lambda: not app.window.duplicates.running and len(page.cards) == 1)
    assert trash.names() == [best.member.path.name]
    assert small.member.path.exists()


def test_what_the_trash_refuses_stays_and_is_told(app: App, trash: Bin) -> None:
    page = searched(app)
    trash.refusing = True
    app.qtbot.mouseClick(page.move_all, LEFT)
    app.qtbot.mouseClick(page.confirm.move_now, LEFT)
    app.wait(lambda: "Permission denied" in app.window.notice.text())
    assert len(page.cards) == 2
    assert trash.names() == []


def test_a_member_opens_in_the_viewer_and_closing_comes_back(app: App) -> None:
    page = searched(app)
    small = page.cards[card_of(page, DuplicateKind.PICTURE)].tiles[1]
    small.keep.setFocus()
    app.qtbot.keyClick(small.keep, Qt.Key.Key_Return)
    assert app.window.looking.open_now
    assert app.window.viewer.photo == small.photo
    app.window.looking.close()
    assert app.window.browser.page is page
    assert focused(app, small.keep)
    app.qtbot.keyClick(small.keep, Qt.Key.Key_Escape)
    assert app.window.browser.page is app.window.grid


def test_looking_is_a_task_that_can_be_cancelled(app: App) -> None:
    page = opened(app)
    app.qtbot.mouseClick(page.look, LEFT)
    (task,) = [task for task in app.window.tasks.active() if "duplicates" in task.title]
    assert task.can_pause
    assert task.can_cancel
    app.window.tasks.cancel_one(task.key)
    app.wait(lambda: not app.window.duplicates.running)
    assert page.never.isVisible()
    app.qtbot.mouseClick(page.look, LEFT)
    app.wait(lambda: page.cards)
