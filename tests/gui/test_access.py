"""The window without a mouse and without eyes: names, a whole Tab path, and focus to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)

from photoclip.domain import Tag, TagSource, TagState
from photoclip.tagging.service import Verdict

from .conftest import App, OpenApp, with_photos

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
# Qt draws the ring of what has the focus within the widget, or its frame just around it.
AROUND = 4
MOST_STOPS = 150


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    (pictures / "broken.jpg").write_bytes(b"no picture")
    app = with_photos(open_app, pictures, 4)
    app.window.notice.hide()
    return app


def show_grid(app: App) -> None:
    app.window.grid.show_photo(0)


def show_chips(app: App) -> None:
    app.window.gallery.search_photos([app.window.photo_model.ids[0]])
    app.wait_for_similar()


def show_problems(app: App) -> None:
    app.window.gallery.show_problems()


def show_duplicates(app: App) -> None:
    app.window.commands.action("duplicates").trigger()


def show_labels(app: App) -> None:
    app.window.commands.action("labels").trigger()


def show_label(app: App) -> None:
    window = app.window
    label = app.engine.labels.add("two parrots", prompts=("colourful parrots",))
    app.engine.tagging.click(label.id, [window.photo_model.ids[0]], Verdict.RIGHT)
    window.label_places.open(label)
    one = window.labels_page.one
    app.wait(lambda: one.place is not None and one.editor.right.photos.ids)


def show_review(app: App) -> None:
    label = app.engine.labels.add("parrots").id
    photos = app.window.photo_model.ids
    auto, state = TagSource.AUTO, TagState.SUGGESTED
    app.engine.catalog.tags.put(Tag(photo, label, state, auto, 3.0) for photo in photos)
    app.window.tags.look()
    app.window.commands.action("review").trigger()
    app.wait(lambda: app.window.review_model.ids)


def show_one_to_review(app: App) -> None:
    show_review(app)
    app.window.commands.action("review_large").trigger()


def show_tags(app: App) -> None:
    app.window.panels.show_details(True)
    label = app.engine.labels.add("parrots", color="#aa3344").id
    app.window.tags.give(app.window.photo_model.ids[:1], label)
    app.window.grid.setFocus()
    app.window.grid.show_photo(0)
    app.wait(lambda: app.window.details_panel.tags.on_all.chips)
    app.window.notice.hide()


def show_sidecars(app: App) -> None:
    label = app.engine.labels.add("parrots").id
    app.engine.tagging.click(label, app.window.photo_model.ids[:1], Verdict.RIGHT)
    app.window.commands.action("sidecars").trigger()
    app.wait(lambda: app.window.focusWidget().objectName() == "sidecarTable")


def show_welcome(app: App) -> None:
    app.window.gallery.show_welcome()
    app.wait(lambda: not app.window.browser.welcome.is_looking)


def show_nothing(app: App) -> None:
    app.window.browser.show_page(app.window.browser.nothing)


def show_viewer(app: App) -> None:
    app.window.looking.look_at(0)


def show_notice(app: App) -> None:
    app.window.notice.tell("Gone.", "Undo", lambda: None, stays=True)


def show_preferences(app: App) -> None:
    app.window.commands.action("preferences").trigger()


PLACES = (
    show_grid,
    show_chips,
    show_problems,
    show_duplicates,
    show_labels,
    show_label,
    show_review,
    show_one_to_review,
    show_tags,
    show_sidecars,
    show_welcome,
    show_nothing,
    show_viewer,
    show_notice,
    show_preferences,
)
Show = Callable[[App], None]


def parts(app: App) -> list[QWidget]:
    """All widgets on screen that belong to the window."""
    return [widget for widget in app.window.findChildren(QWidget) if widget.isVisible()]


def name(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def stops(widget: QWidget) -> bool:
    """Whether the Tab key is to stop at a widget."""
    return bool(
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def around(widget: QWidget, window: QWidget) -> QRect:
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    return place.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())


@pytest.mark.parametrize("show", PLACES)
def test_whatever_one_can_use_has_a_name(app: App, show: Show) -> None:
    show(app)
    nameless = [
        widget
        for widget in parts(app)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, QScrollBar)
        and not name(widget)
    ]
    assert nameless == []


@pytest.mark.parametrize("show", PLACES)
def test_tab_reaches_everything_and_shows_where_it_is(app: App, show: Show) -> None:
    window = app.window
    window.activateWindow()
    show(app)
    # What comes after is settled only when the page has come up.
    app.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    visited: list[QWidget] = []
    unseen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        before = window.grab().toImage()
        app.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in visited:
            break
        visited.append(here)
        if not differ(before, window.grab().toImage(), around(here, window), window):
            unseen.append(here)
    missed = [widget for widget in parts(app) if stops(widget) and widget not in visited]
    assert missed == []
    assert unseen == []


def differ(one: QImage, other: QImage, place: QRect, window: QWidget) -> bool:
    ratio = window.devicePixelRatioF()
    inside = QRect(place.topLeft() * ratio, place.size() * ratio)
    return one.copy(inside) != other.copy(inside)
