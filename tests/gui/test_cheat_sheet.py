"""The cheat sheet: every key is there, and can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui.commands import Command, Commands, Menu
from photoclip.gui.plain_keys import KeyGroup, PlainKey, plain_keys
from photoclip.gui.theme import Theme
from photoclip.gui.views.cheat_sheet import CheatSheet

from .conftest import App, FieldWindow, OpenApp, show_active, with_photos


def others() -> list[KeyGroup]:
    return [
        KeyGroup(
            "In the grid",
            [PlainKey(("Left", "Shift+Right"), "Go on"), PlainKey(("Home",), "First")],
        )
    ]


@pytest.fixture
def window(qtbot: QtBot) -> FieldWindow:
    window = FieldWindow()
    show_active(qtbot, window, 1100, 700)
    return window


@pytest.fixture
def sheet(window: FieldWindow, theme: Theme) -> CheatSheet:
    commands = Commands(window, theme)
    for name, text, menu, keys in (
        ("add", "Add a folder", Menu.FILE, ("Ctrl+O",)),
        ("quit", "Quit", Menu.FILE, ("Ctrl+Q", "Alt+F4")),
        ("samples", "Add samples", Menu.FILE, ()),
        ("full", "Full screen", Menu.VIEW, ("F11",)),
    ):
        commands.add(Command(name, text, menu, keys=keys), int)
    return CheatSheet(theme, commands, window, others)


def caps(sheet: CheatSheet) -> list[str]:
    found = [label for label in sheet.findChildren(QLabel) if label.property("role") == "key"]
    return [label.text() for label in found if label.isVisible()]


def test_all_keys_are_listed_by_menu_and_panel(sheet: CheatSheet) -> None:
    sheet.open()
    assert sheet.shown() == {
        "File": ["Add a folder", "Quit"],
        "View": ["Full screen"],
        "In the grid": ["Go on", "First"],
    }
    assert {"Ctrl+O", "Ctrl+Q", "Alt+F4", "F11", "←", "Shift+→", "Home"} == set(caps(sheet))


def test_typing_narrows_it_down(sheet: CheatSheet, qtbot: QtBot) -> None:
    sheet.open()
    assert sheet.edit.hasFocus()
    qtbot.keyClicks(sheet.edit, "fold")
    assert sheet.shown() == {"File": ["Add a folder"]}
    assert caps(sheet) == ["Ctrl+O"]
    sheet.edit.setText("f11")
    assert sheet.shown() == {"View": ["Full screen"]}
    sheet.edit.setText("grid")
    assert sheet.shown() == {"In the grid": ["Go on", "First"]}
    sheet.edit.setText("xyz")
    assert sheet.nothing.isVisible()
    assert not sheet.area.isVisible()
    sheet.edit.clear()
    assert len(sheet.shown()) == 3


def test_escape_and_a_click_beside_close_it(
    sheet: CheatSheet, window: FieldWindow, qtbot: QtBot
) -> None:
    sheet.open()
    qtbot.keyClick(sheet.edit, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.field.hasFocus()
    sheet.open()
    qtbot.mouseClick(sheet.panel, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not sheet.isVisible()
    sheet.open()
    qtbot.mouseClick(sheet.close_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()


@pytest.mark.parametrize("size", [(720, 480), (1100, 700), (1900, 1000)])
def test_it_fits_into_the_window(
    window: FieldWindow, theme: Theme, qtbot: QtBot, size: tuple[int, int]
) -> None:
    sheet = CheatSheet(theme, Commands(window, theme), window, plain_keys)
    window.resize(*size)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.size() == window.size())
    assert sheet.rect().contains(sheet.panel.geometry())
    inside = sheet.area.widget()
    qtbot.waitUntil(lambda: inside.width() == sheet.area.viewport().width())
    for part in inside.findChildren(QWidget):
        corner = part.mapTo(inside, QPoint(part.width(), 0))
        assert corner.x() <= inside.width(), part
    bar = sheet.area.verticalScrollBar()
    qtbot.keyClick(sheet.edit, Qt.Key.Key_PageDown)
    assert bar.value() > 0 or bar.maximum() == 0


def test_it_goes_with_its_window(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    sheet = CheatSheet(theme, Commands(window, theme), window, others)
    with qtbot.waitSignal(sheet.destroyed):
        window.deleteLater()
    with qtbot.captureExceptions() as raised:
        theme.changed.emit()
    assert raised == []


# The window's own.


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    app = with_photos(open_app, pictures)
    app.window.activateWindow()
    app.wait(app.window.isActiveWindow)
    return app


def test_a_question_mark_opens_it_but_can_be_typed(app: App) -> None:
    window = app.window
    window.browser.search.edit.setFocus()
    app.qtbot.keyClicks(window.browser.search.edit, "what?")
    assert window.browser.search.edit.text() == "what?"
    assert not window.cheat_sheet.isVisible()
    window.grid.setFocus()
    app.qtbot.keyClick(window.grid, Qt.Key.Key_Question)
    app.wait(window.cheat_sheet.isVisible)
    listed = [text for group in window.cheat_sheet.shown().values() for text in group]
    for entry in window.commands.all():
        assert (entry.command.text in listed) == bool(entry.action.shortcuts())


def test_a_question_mark_in_an_empty_box_asks_for_the_keys(app: App) -> None:
    edit, sheet = app.window.browser.search.edit, app.window.cheat_sheet
    edit.setFocus()
    app.wait(edit.hasFocus)
    app.qtbot.keyClick(edit, Qt.Key.Key_Question)
    app.wait(sheet.isVisible)
    assert edit.text() == ""


def test_plain_keys_are_no_commands_and_said_once() -> None:
    for group in plain_keys():
        assert len({key.text for key in group.keys}) == len(group.keys)
        for key in group.keys:
            assert key.keys


def test_keys_of_a_panel_stand_together_with_its_commands(app: App) -> None:
    sheet = app.window.cheat_sheet
    sheet.open()
    shown = sheet.shown()
    label, review = shown["On the page of a label"], shown["In the review"]
    assert label[:3] == ["The label is right", "The label is wrong", "Take back the last word"]
    assert {"Take an example away", "Look at the photo"} <= set(label)
    assert review[0] == "Accept the suggestion"
    assert "Previous or next photo" in review
    # Once, and not where they would seem to count everywhere.
    assert "Review" not in shown
    assert not set(label[:3]) & set(shown["Edit"])


def test_it_opens_as_often_as_one_likes(open_app: OpenApp) -> None:
    sheet = open_app(start=False).window.cheat_sheet
    for turn in range(60):
        sheet.window().resize(800 + 7 * turn, 700)
        sheet.toggle()
        # What the last opening showed goes now.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sheet.shown()
        sheet.toggle()
