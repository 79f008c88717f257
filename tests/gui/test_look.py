"""The theme: colours that can be read, text that grows, marks in the right colours."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import asdict
from string import Template

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoclip.gui import icons, styles
from photoclip.gui.theme import DARK, LIGHT, SURFACES, TYPE, Colors, Theme, strong
from photoclip.gui.views.notice import Notice
from photoclip.gui.views.parts import label
from photoclip.gui.views.welcome import WelcomePage

TEXTS = ("text", "muted", "faint", "accent", "danger", "warning", "success")
SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": strong(LIGHT),
    "dark, high contrast": strong(DARK),
}


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front: str, back: str) -> float:
    """WCAG 2's ratio, 1 to 21."""
    low, high = sorted((luminance(front), luminance(back)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=SCHEMES)
def colors(request: pytest.FixtureRequest) -> Colors:
    return SCHEMES[str(request.param)]


def test_contrast_is_measured_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("text", TEXTS)
def test_all_text_can_be_read_on_all_surfaces(colors: Colors, text: str) -> None:
    for surface in SURFACES:
        front, back = getattr(colors, text), getattr(colors, surface)
        assert contrast(front, back) >= 4.5, (text, surface)


def test_text_on_the_accent_can_be_read(colors: Colors) -> None:
    assert contrast(colors.accent_text, colors.accent) >= 4.5
    assert contrast(colors.accent_text, colors.accent_hover) >= 4.5


@pytest.mark.parametrize("mark", [*TEXTS, "outline", "disabled"])
def test_icons_edges_and_focus_rings_can_be_seen(colors: Colors, mark: str) -> None:
    for surface in SURFACES:
        assert contrast(getattr(colors, mark), getattr(colors, surface)) >= 3, (mark, surface)


def test_the_focus_ring_of_a_primary_button_can_be_seen(colors: Colors) -> None:
    # It is drawn in the colour of text, since the button itself has that of other rings.
    for surface in SURFACES:
        assert contrast(colors.text, getattr(colors, surface)) >= 3


PAIRS = re.compile(r"(?<![-\w])color: \$(\w+)")


def test_style_sheets_write_in_colours_that_are_made_for_text() -> None:
    """So that the tests above speak of everything that is written anywhere."""
    for area in styles.AREAS:
        used = set(PAIRS.findall(area.SHEET))
        assert used <= {*TEXTS, "accent_text", "disabled"}, area.__name__


def test_style_sheets_hold_no_colours_and_no_sizes_of_their_own() -> None:
    for area in styles.AREAS:
        assert not re.search(r"#[0-9a-fA-F]{6}\b|rgba?\(", area.SHEET), area.__name__
        assert not re.search(r"font(-size)?:[^;]*\d", area.SHEET.replace("font-weight", "")), (
            area.__name__
        )


def test_every_name_of_the_style_sheets_is_known(theme: Theme) -> None:
    known = {*asdict(LIGHT), *(f"font_{kind}" for kind in TYPE)}
    known |= {"radius", "radius_small", "radius_large", "scheme"}
    for area in styles.AREAS:
        assert set(Template(area.SHEET).get_identifiers()) <= known


def test_marks_are_drawn_in_the_colours_of_their_theme() -> None:
    wanted = {
        "check": "accent_text",
        "dash": "accent_text",
        "tick": "accent",
        "up": "muted",
        "down": "muted",
        "right": "muted",
    }
    for (name, color), (scheme, colors) in itertools.product(
        wanted.items(), (("light", LIGHT), ("dark", DARK))
    ):
        drawing = (icons.controls_folder() / f"{name}-{scheme}.svg").read_text()
        assert getattr(colors, color) in drawing, (name, scheme)


def test_every_drawing_can_be_drawn_in_every_theme(qapp: QApplication) -> None:
    names = sorted(path.stem for path in icons.illustrations_folder().glob("*.svg"))
    assert len(names) > 5
    for name, colors in itertools.product(names, (LIGHT, DARK)):
        drawn = icons.illustration(name, asdict(colors), 120, 2.0)
        assert drawn.size() == QSize(360, 240)
        assert drawn.toImage().pixelColor(180, 120).alpha() > 0, name


def test_a_message_takes_no_room_from_words_in_a_low_window(theme: Theme, qtbot: QtBot) -> None:
    space = QStackedWidget()
    qtbot.addWidget(space)
    page = WelcomePage(theme)
    space.addWidget(page)
    notice = Notice(theme, space)
    for height, has_room in ((480, False), (2000, True)):
        space.resize(720, height)
        notice.tell("Something happened. " * 8, "Undo", lambda: None)
        free = QRect(space.rect()).marginsRemoved(space.contentsMargins())
        assert free.intersects(notice.geometry()) is has_room
        assert space.rect().contains(notice.geometry())
    notice.hide()
    assert space.contentsMargins().bottom() == 0


def test_an_alarm_comes_back_after_what_covered_it(theme: Theme, qtbot: QtBot) -> None:
    space = QWidget()
    qtbot.addWidget(space)
    space.resize(800, 700)
    space.show()
    notice, done = Notice(theme, space), []
    close = notice.findChild(QToolButton)
    notice.tell("The settings are wrong.", alarm=True)
    notice.tell("There is no model.", alarm=True)
    notice.tell("There is no model.", alarm=True)
    notice.tell("Removed.", "Undo", lambda: done.append(True))
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert done == [True]
    for text in ("There is no model.", "The settings are wrong.", ""):
        assert notice.text() == text
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    notice.tell("Copied.")
    notice.tell("Pasted.")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert notice.text() == ""


@pytest.fixture
def own_font(qapp: QApplication) -> Iterator[QFont]:
    before = QFont(qapp.font())
    yield QFont(before)
    qapp.setFont(before)


def test_text_grows_with_the_font_of_the_system(
    qapp: QApplication, theme: Theme, own_font: QFont, qtbot: QtBot
) -> None:
    title = label("A title", "title")
    qtbot.addWidget(title)
    title.ensurePolished()
    before, points = title.sizeHint(), title.font().pointSizeF()
    own_font.setPointSizeF(2 * own_font.pointSizeF())
    qapp.setFont(own_font)
    assert theme.font("title").pointSizeF() == pytest.approx(2 * points, abs=0.1)
    title.ensurePolished()
    assert title.font().pointSizeF() == pytest.approx(2 * points, abs=0.1)
    assert title.sizeHint().height() > 1.6 * before.height()


CONTROLS = (
    lambda: QPushButton("Plain"),
    lambda: _primary(QPushButton("Primary")),
    lambda: QToolButton(text="Tool"),
    lambda: QCheckBox("Check"),
    lambda: QRadioButton("Radio"),
    lambda: QLineEdit("Text"),
    lambda: QPlainTextEdit("Text"),
    lambda: QSpinBox(),
    lambda: _filled(QComboBox()),
    lambda: QSlider(Qt.Orientation.Horizontal),
    lambda: _tabs(QTabBar()),
    lambda: _listed(QListWidget()),
)


def _primary(button: QPushButton) -> QPushButton:
    button.setProperty("role", "primary")
    return button


def _filled(box: QComboBox) -> QComboBox:
    box.addItems(["One", "Two"])
    return box


def _tabs(bar: QTabBar) -> QTabBar:
    bar.addTab("One")
    bar.addTab("Two")
    return bar


def _listed(widget: QListWidget) -> QListWidget:
    widget.addItems(["One", "Two"])
    widget.setCurrentRow(0)
    return widget


@pytest.mark.parametrize("number", range(len(CONTROLS)))
def test_focus_can_be_seen_on_every_kind_of_control(
    number: int, theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    control, other = CONTROLS[number](), QPushButton("Other")
    # No layout: it would tell a platform without windows how small they may be.
    window.resize(300, 200)
    control.setParent(window)
    other.setParent(window)
    other.move(0, 150)
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    if isinstance(control, QLineEdit | QPlainTextEdit | QSpinBox):
        control.setReadOnly(True)  # a blinking cursor is not what is meant
    before = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    after = control.grab().toImage()
    accents = [theme.colors.accent, theme.colors.text]
    assert before != after
    changed = [
        after.pixelColor(x, y).name()
        for x, y in itertools.product(range(after.width()), range(after.height()))
        if before.pixelColor(x, y) != after.pixelColor(x, y)
    ]
    assert sum(changed.count(accent) for accent in accents) > 30


def test_no_label_of_a_role_is_left_without_a_style(theme: Theme, qtbot: QtBot) -> None:
    plain = QLabel("x")
    qtbot.addWidget(plain)
    plain.ensurePolished()
    for role in ("title", "page", "section", "heading", "caption", "error", "badge", "pill"):
        made = label("x", role)
        qtbot.addWidget(made)
        made.ensurePolished()
        assert (made.font(), made.palette().windowText()) != (
            plain.font(),
            plain.palette().windowText(),
        ), role
