"""The command palette: what it finds, what it runs, and where the focus goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoclip.gui.commands import Command, Commands, Menu, Needs, Situation, why_not
from photoclip.gui.models.choices import CHOICE_ROLE, LETTERS_ROLE, Choice, ChoiceModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.palette import ELSEWHERE, MOST_RECENT, Palette

from .conftest import App, FieldWindow, OpenApp, show_active, with_photos


def choice(name: str, text: str, *, why: str = "", about: str = "") -> Choice:
    return Choice(name, text, lambda: None, why_not=why, about=about)


def texts(model: ChoiceModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_choices_follow_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = ChoiceModel()
    qtmodeltester.check(model)
    model.set_choices([choice("a", "Add"), choice("q", "Quit")], ["q"])
    qtmodeltester.check(model)
    model.filter("nothing is called so")
    assert model.rowCount() == 0
    qtmodeltester.check(model)


def test_the_order_of_choices() -> None:
    model = ChoiceModel()
    model.set_choices(
        [
            choice("off", "Show all", why="Not now"),
            choice("about", "Keyboard", about="cheat sheet"),
            choice("part", "Flash"),
            choice("start", "Shuffle"),
            choice("old", "Share"),
            choice("far", "Quit"),
        ],
        ["old", "gone", "far"],
    )
    assert texts(model)[:2] == ["Share", "Quit"]
    assert texts(model)[-1] == "Show all"
    model.filter("sh")
    assert texts(model) == ["Share", "Shuffle", "Flash", "Keyboard", "Show all"]
    assert model.index(0).data(LETTERS_ROLE) == {0, 1}
    assert model.index(3).data(LETTERS_ROLE) == frozenset()
    said = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Show all, Not now"
    assert model.index(4).data(CHOICE_ROLE).key == "off"


@pytest.fixture
def window(qtbot: QtBot) -> FieldWindow:
    window = FieldWindow()
    show_active(qtbot, window, 900, 600)
    return window


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def commands(window: FieldWindow, theme: Theme, ran: list[str]) -> Commands:
    commands = Commands(window, theme)
    for name, text, menu, needs in (
        ("add", "Add a folder", Menu.FILE, Needs.NOTHING),
        ("similar", "Find similar", Menu.PHOTO, Needs.PHOTOS),
        ("find", "Search", Menu.EDIT, Needs.NOTHING),
    ):
        command = Command(name, text, menu, "search", keys=(f"Ctrl+{name[0]}",), needs=needs)
        commands.add(command, lambda name=name: ran.append(name))
    commands.offer(Situation(1))
    commands.offer(Situation())
    return commands


@pytest.fixture
def palette(window: FieldWindow, theme: Theme, commands: Commands) -> Palette:
    return Palette(theme, commands, window)


def test_a_command_is_typed_and_run(
    palette: Palette, window: FieldWindow, qtbot: QtBot, ran: list[str]
) -> None:
    palette.open()
    assert palette.edit.hasFocus()
    assert len(texts(palette.model)) == 3
    qtbot.keyClicks(palette.edit, "sear")
    assert texts(palette.model)[0] == "Search"
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert ran == ["find"]
    assert not palette.isVisible()
    assert window.field.hasFocus()
    palette.open()
    assert palette.edit.text() == ""
    assert texts(palette.model)[0] == "Search"


def test_it_begins_with_what_is_used_often(
    palette: Palette, commands: Commands, ran: list[str]
) -> None:
    palette.open()
    assert texts(palette.model) == ["Search", "Add a folder", "Find similar"]
    palette.dismiss()
    palette.restore(["add"])
    palette.open()
    assert texts(palette.model) == ["Add a folder", "Search", "Find similar"]


def test_keys_lead_through_the_list(palette: Palette, qtbot: QtBot, ran: list[str]) -> None:
    palette.open()
    rows = palette.model.rowCount()
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, rows - 1),
        (Qt.Key.Key_Tab, 0),
        (Qt.Key.Key_PageDown, rows - 1),
        (Qt.Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(palette.edit, key)
        assert palette.list.currentIndex().row() == row, key
        assert palette.edit.hasFocus()


def test_what_makes_no_sense_now_is_last_and_says_why(
    palette: Palette, commands: Commands, qtbot: QtBot, ran: list[str]
) -> None:
    palette.open()
    last = palette.model.choice(palette.model.index(2))
    assert last is not None
    assert (last.key, last.why_not) == ("similar", why_not(Needs.PHOTOS))
    qtbot.keyClick(palette.edit, Qt.Key.Key_Up)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert (ran, palette.isVisible()) == ([], True)
    palette.dismiss()
    commands.offer(Situation(1))
    palette.open()
    qtbot.keyClicks(palette.edit, "similar")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert ran == ["similar"]


def test_a_click_runs_and_one_beside_closes(
    palette: Palette, window: FieldWindow, qtbot: QtBot, ran: list[str]
) -> None:
    palette.open()
    at = palette.list.visualRect(palette.model.index(1)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(ran) == 1
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, window.height() - 5))
    assert not palette.isVisible()
    assert window.field.hasFocus()


def test_it_closes_by_escape_and_when_the_focus_goes(
    palette: Palette, window: FieldWindow, qtbot: QtBot
) -> None:
    palette.open()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    palette.toggle()
    with qtbot.waitSignal(palette.closed):
        window.field.setFocus()
    assert not palette.isVisible()
    palette.toggle()
    palette.toggle()
    assert not palette.isVisible()


def test_what_had_the_focus_may_be_gone(
    palette: Palette, window: FieldWindow, qtbot: QtBot
) -> None:
    palette.open()
    window.field.setParent(None)
    window.field.deleteLater()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_commands_used_of_late_are_remembered(palette: Palette, qtbot: QtBot) -> None:
    palette.restore(["gone", 5, *[f"more {n}" for n in range(20)]])
    state = palette.state()
    assert isinstance(state, list)
    assert len(state) == MOST_RECENT
    palette.restore({"not": "a list"})
    palette.add_extras(lambda: [Choice(f"{ELSEWHERE}1", "Zebra", lambda: None)])
    palette.open()
    qtbot.keyClicks(palette.edit, "zebra")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.state() == state
    palette.open()
    qtbot.keyClicks(palette.edit, "add")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.state() == ["add", *state[: MOST_RECENT - 1]]


@pytest.mark.parametrize("size", [(720, 480), (1600, 1000)])
def test_it_lies_inside_the_window(
    palette: Palette, window: FieldWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    palette.add_extras(lambda: [choice(f"{ELSEWHERE}{n}", f"Folder {n}") for n in range(50)])
    palette.open()
    window.resize(*size)
    qtbot.waitUntil(lambda: palette.size() == window.size())
    assert palette.rect().contains(palette.panel.geometry())
    assert palette.list.viewport().height() > 100
    height = palette.panel.height()
    qtbot.keyClicks(palette.edit, "nobody calls it so")
    assert palette.nothing.isVisible()
    assert palette.panel.height() < height


# In the window.


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    app = with_photos(open_app, pictures)
    app.window.activateWindow()
    app.wait(app.window.isActiveWindow)
    return app


def test_ctrl_k_finds_folders_and_goes_there(app: App) -> None:
    window = app.window
    window.grid.setFocus()
    app.qtbot.keyClick(window.grid, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.command_palette
    app.wait(lambda: palette.edit.hasFocus())
    app.qtbot.keyClicks(palette.edit, "pictu")
    app.wait(lambda: texts(palette.model)[0] == "Pictures")
    app.qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    app.wait(lambda: window.gallery.scope is not None)
    assert palette.state() == []


def test_every_command_can_be_found_by_its_name(app: App) -> None:
    palette = app.window.command_palette
    palette.open()
    for entry in app.window.commands.all():
        palette.edit.setText(entry.command.text)
        found = [
            palette.model.choice(palette.model.index(row))
            for row in range(palette.model.rowCount())
        ]
        assert entry.command.name in [one.key for one in found if one is not None]
