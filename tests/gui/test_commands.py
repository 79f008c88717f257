"""The registry that menus, keys, palette and cheat sheet are made from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui.commands import FEW, Command, Commands, Menu, Needs, Situation, why_not
from photoclip.gui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def commands(window: QMainWindow, theme: Theme) -> Commands:
    return Commands(window, theme)


def test_a_command_runs_and_tells(commands: Commands, qtbot: QtBot) -> None:
    runs: list[str] = []
    action = commands.add(Command("one", "One", Menu.FILE), lambda: runs.append("one"))
    with qtbot.waitSignal(commands.done) as told:
        action.trigger()
    assert runs == ["one"]
    assert told.args == ["one"]


def test_a_checkable_command_is_told_its_state(commands: Commands) -> None:
    states: list[bool] = []
    action = commands.add(Command("panel", "Panel", Menu.VIEW, checkable=True), states.append)
    action.trigger()
    action.setChecked(False)
    assert states == [True, False]


def test_a_name_is_taken_once(commands: Commands) -> None:
    commands.add(Command("one", "One", Menu.FILE), lambda: None)
    with pytest.raises(ValueError, match="one"):
        commands.add(Command("one", "Another", Menu.EDIT), lambda: None)


def test_needs_decide_what_is_offered(commands: Commands) -> None:
    actions = {
        needs: commands.add(Command(needs.value, needs.value, Menu.PHOTO, needs=needs), int)
        for needs in Needs
    }
    offered = {
        Situation(): {Needs.NOTHING, Needs.GRID},
        Situation(1): {Needs.NOTHING, Needs.GRID, Needs.PHOTOS, Needs.ONE_PHOTO, Needs.FEW_PHOTOS},
        Situation(FEW + 1): {Needs.NOTHING, Needs.GRID, Needs.PHOTOS},
        Situation(1, viewing=True): set(Needs)
        - {Needs.GRID, Needs.HITS, Needs.ALBUM, Needs.ALBUM_PHOTOS, Needs.LABEL, Needs.REVIEW}
        - {Needs.OWN_ORDER},
        Situation(in_album=True): {Needs.NOTHING, Needs.GRID, Needs.ALBUM},
        Situation(1, in_album=True): set(Needs)
        - {Needs.VIEWER, Needs.HITS, Needs.LABEL, Needs.REVIEW, Needs.OWN_ORDER},
        Situation(1, in_album=True, in_own_order=True): set(Needs)
        - {Needs.VIEWER, Needs.HITS, Needs.LABEL, Needs.REVIEW},
        Situation(reviewing=True): {Needs.NOTHING, Needs.GRID, Needs.REVIEW},
        Situation(1, viewing=True, reviewing=True): set(Needs)
        - {Needs.GRID, Needs.HITS, Needs.ALBUM, Needs.ALBUM_PHOTOS, Needs.LABEL, Needs.REVIEW}
        - {Needs.OWN_ORDER},
        Situation(ranked=True): {Needs.NOTHING, Needs.GRID, Needs.HITS},
        Situation(tuning=True): {Needs.NOTHING, Needs.GRID, Needs.LABEL},
    }
    for situation, expected in offered.items():
        commands.offer(situation)
        assert {needs for needs, action in actions.items() if action.isEnabled()} == expected
    assert all(why_not(needs) for needs in Needs if needs is not Needs.NOTHING)


def test_what_is_added_late_knows_the_situation(commands: Commands) -> None:
    commands.offer(Situation(2))
    late = commands.add(Command("late", "Late", Menu.PHOTO, needs=Needs.PHOTOS), int)
    assert late.isEnabled()


def test_a_command_says_what_it_does_where_one_is(commands: Commands) -> None:
    paste = Command("paste", "Search", Menu.EDIT, instead=(Needs.LABEL, "Take as an example"))
    action = commands.add(paste, int)
    texts = []
    for situation in (Situation(tuning=True), Situation(tuning=True, viewing=True), Situation()):
        commands.offer(situation)
        [entry] = commands.all()
        texts.append((entry.text, action.text(), action.toolTip()))
    assert texts == [("Take as an example",) * 3, ("Search",) * 3, ("Search",) * 3]


def test_menus_have_lines_between_groups(commands: Commands, window: QMainWindow) -> None:
    for name, menu, group in (
        ("quit", Menu.FILE, 9),
        ("open", Menu.FILE, 0),
        ("add", Menu.FILE, 0),
        ("about", Menu.HELP, 0),
    ):
        commands.add(Command(name, name, menu, group=group), int)
    commands.fill(window.menuBar())
    menus = [action.menu() for action in window.menuBar().actions()]
    texts = [[action.text() for action in menu.actions()] for menu in menus]
    assert texts == [["open", "add", "", "quit"], ["about"]]


def test_the_menu_of_photos_holds_what_is_about_photos(commands: Commands) -> None:
    commands.add(Command("similar", "similar", Menu.PHOTO, on_photos=True), int)
    commands.add(Command("quit", "quit", Menu.FILE), int)
    menu = QMenu()
    commands.fill_photo_menu(menu)
    assert [action.text() for action in menu.actions()] == ["similar"]


def test_keys_of_a_part_count_only_there(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    part, elsewhere = QWidget(window), QLineEdit(window)
    qtbot.addWidget(window)
    commands = Commands(window, theme)
    runs: list[int] = []
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    commands.add(Command("turn", "Turn", Menu.VIEW, keys=("R",)), lambda: runs.append(1), part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    qtbot.keyClick(elsewhere, Qt.Key.Key_R)
    assert (elsewhere.text(), runs) == ("r", [])
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_R)
    assert runs == [1]


def test_icons_follow_the_theme(commands: Commands, theme: Theme) -> None:
    action = commands.add(Command("find", "Find", Menu.EDIT, icon="search"), int)
    theme.choose(Qt.ColorScheme.Light)
    light = action.icon().pixmap(16).toImage()
    theme.choose(Qt.ColorScheme.Dark)
    assert action.icon().pixmap(16).toImage() != light
    theme.choose(None)
