"""What the model sees: words in the details panel, and what they lead to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId, Progress, Stage
from photoclip.errors import ModelOutputError
from photoclip.gui.models.seen import Seen, SeenState
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import Theme
from photoclip.gui.views.details.panel import NARROWEST, DetailsPanel
from photoclip.gui.views.details.seen import SeenBlock
from photoclip.gui.wiring.details import as_typed, with_word
from photoclip.search.describe import SeenWord
from photoclip.search.describer import Describer

from .conftest import App, OpenApp, with_photos
from .test_details import details_of

PHOTO = PhotoId(7)
WORDS = tuple(
    SeenWord(text, "a", strength, 3.0, 0.25)
    for text, strength in (("beach", 2.04), ("running through water", 1.5), ("x" * 80, 1.0))
)


def seen(state: SeenState = SeenState.TOLD, photo: PhotoId = PHOTO, **more: object) -> Seen:
    return Seen(photo, state, **more)  # type: ignore[arg-type]


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> Iterator[DetailsPanel]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 800)
    panel = DetailsPanel(theme)
    panel.setParent(host)
    panel.resize(300, 700)
    host.show()
    panel.tell(Subject(details_of("/photos/a.jpg")))
    yield panel


@pytest.fixture
def block(panel: DetailsPanel) -> SeenBlock:
    return panel.seen


def texts(block: SeenBlock) -> list[str]:
    return [button.text() for button in block.buttons if button.isEnabled()]


def test_words_are_buttons_with_scores_that_can_be_heard(block: SeenBlock, qtbot: QtBot) -> None:
    assert block.note.text() == "Looking at the photo…"
    block.show_seen(seen(words=WORDS))
    assert texts(block) == [word.text for word in WORDS]
    assert not block.note.isVisible()
    beach = block.buttons[0]
    assert beach.score == "2.0"
    assert beach.accessibleName() == "Search for beach"
    assert "0.250" in beach.accessibleDescription()
    with qtbot.waitSignal(block.search_wanted) as wanted:
        qtbot.mouseClick(beach, Qt.MouseButton.LeftButton)
    assert wanted.args == ["beach"]


def test_the_keyboard_does_all(panel: DetailsPanel, block: SeenBlock, qtbot: QtBot) -> None:
    block.show_seen(seen(words=WORDS))
    panel.window().activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    first, second, _ = block.buttons
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(block.search_wanted) as wanted:
            qtbot.keyClick(second, key)
        assert wanted.args == ["running through water"]


def test_the_menu_adds_and_copies(
    block: SeenBlock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: places.append(at))
    block.show_seen(seen(words=WORDS))
    beach = block.buttons[0]
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(beach, by_key)
    assert places == [beach.mapToGlobal(QPoint(0, beach.height()))]
    actions = {action.text(): action for action in beach.menu().actions()}
    with qtbot.waitSignal(block.add_wanted) as added:
        actions["Add to the search"].trigger()
    assert added.args == ["beach"]
    actions["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == "beach"


def test_every_state_says_what_it_is(panel: DetailsPanel, block: SeenBlock, qtbot: QtBot) -> None:
    block.show_seen(seen())
    assert block.note.text() == "Nothing stands out."
    assert not block.words.isVisible()
    block.show_seen(seen(SeenState.UNINDEXED))
    assert "not been indexed" in block.note.text()
    progress = Progress(Stage.READING_WORDS, 320, 1192)
    block.show_seen(seen(SeenState.PREPARING, progress=progress))
    assert "320 of 1192" in block.note.text()
    assert not block.retry.isVisible()
    block.show_seen(seen(SeenState.FAILED, error=ModelOutputError("gave NaN")))
    assert "gave NaN" in block.note.text()
    with qtbot.waitSignal(block.again_wanted):
        block.retry.click()
    block.show_seen(seen(words=WORDS, photo=PhotoId(8)))
    assert texts(block) == []
    panel.tell(Subject())
    assert not panel.fold("seen").isVisible()


def test_words_of_the_photo_before_keep_their_place_but_do_nothing(
    panel: DetailsPanel, block: SeenBlock, qtbot: QtBot
) -> None:
    block.show_seen(seen(words=WORDS))
    before = block.words.height()
    other = details_of("/photos/b.jpg")
    object.__setattr__(other.photo, "id", PhotoId(8))
    panel.tell(Subject(other))
    assert texts(block) == []
    assert block.words.height() == before
    with qtbot.assertNotEmitted(block.search_wanted):
        qtbot.mouseClick(block.buttons[0], Qt.MouseButton.LeftButton)
    block.show_seen(seen(words=WORDS[:1], photo=PhotoId(8)))
    assert texts(block) == ["beach"]


def test_long_words_do_not_widen_the_panel(
    panel: DetailsPanel, block: SeenBlock, qtbot: QtBot
) -> None:
    panel.resize(NARROWEST, 600)
    block.show_seen(seen(words=WORDS))
    inside = panel.area.widget()
    qtbot.waitUntil(lambda: len({button.y() for button in block.buttons}) > 1)
    for button in block.buttons:
        assert button.mapTo(inside, QPoint(button.width(), 0)).x() <= inside.width()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("", "beach", "beach"),
        ("dog", "beach", "dog + beach"),
        (" dog -cat ", "black and white photo", "dog -cat + black and white photo"),
        ("date:2023", "beach", "date:2023 beach"),
        ("dog + beach", "beach", "dog + beach"),
        ("dog -beach", "beach", "dog -beach + beach"),
        ("dog", "in:x -y", 'dog + "in:x -y"'),
    ],
)
def test_a_word_is_added_to_what_was_typed(text: str, word: str, expected: str) -> None:
    assert with_word(text, word) == expected
    assert as_typed("in:x") == '"in:x"'


def chosen_words(app: App) -> list[str]:
    return texts(app.window.details_panel.seen)


def choose(app: App, name: str) -> None:
    app.window.grid.show_photo(app.names().index(name))


def test_the_chosen_photo_is_described_and_a_word_leads_to_a_search(
    open_app: OpenApp, pictures: Path
) -> None:
    app = with_photos(open_app, pictures)
    app.window.panels.show_details(True)
    choose(app, "motocross_start.jpg")
    app.wait(lambda: "motocross" in chosen_words(app))
    choose(app, "woman_in_a_red_hat.jpg")
    app.wait(lambda: "hat" in chosen_words(app))
    block = app.window.details_panel.seen
    button = next(one for one in block.buttons if one.text() == "hat")
    button.setFocus()
    button.click()
    assert app.window.focusWidget() is app.window.grid
    edit = app.window.browser.search.edit
    assert edit.text() == "hat"
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer is not None and gallery.answer.query.text == "hat")
    block.add_wanted.emit("smiling face")
    assert edit.text() == "hat + smiling face"
    app.wait(lambda: gallery.answer is not None and gallery.answer.query.text == edit.text())


def test_nothing_is_read_while_nobody_looks(
    open_app: OpenApp, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PhotoId] = []
    described = Describer.photo

    def noted(self: Describer, photo: PhotoId) -> object:
        asked.append(photo)
        return described(self, photo)

    monkeypatch.setattr(Describer, "photo", noted)
    app = with_photos(open_app, pictures)
    panels, panel = app.window.panels, app.window.details_panel
    panels.show_details(True)
    panel.fold("seen").set_open(False)
    choose(app, "two_parrots.jpg")
    app.wait(lambda: panel.subject.details is not None)
    assert not app.window.describing.at_work
    panel.fold("seen").set_open(True)
    app.wait(lambda: len(asked) == 1 and chosen_words(app))
    # What is told stays while the same photo is read of again.
    panels.show_details(False)
    panels.show_details(True)
    app.wait(lambda: not app.window.describing.at_work)
    assert len(asked) == 1


def test_only_the_newest_photo_is_told_and_work_ends_with_the_window(
    open_app: OpenApp, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    prepare = Describer.prepare

    def slow(self: Describer, *arguments: object) -> None:
        begun.set()
        assert go_on.wait(60)
        prepare(self)

    monkeypatch.setattr(Describer, "prepare", slow)
    app = with_photos(open_app, pictures)
    app.window.panels.show_details(True)
    choose(app, "motocross_start.jpg")
    app.wait(begun.is_set)
    block = app.window.details_panel.seen
    assert "done once" in block.note.text()
    choose(app, "woman_in_a_red_hat.jpg")
    app.wait(lambda: not app.window.describing.is_waiting)
    go_on.set()
    app.wait(lambda: "hat" in chosen_words(app))
    assert "motocross" not in chosen_words(app)
