"""The real window on the real engine and model, headless, in a home of its own."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge
from photoclip.gui.collector import Collector
from photoclip.gui.desktop import Desktop
from photoclip.gui.main_window import MainWindow
from photoclip.gui.notifications import Notifier
from photoclip.gui.theme import Theme
from photoclip.gui.translation import Translation
from photoclip.gui.tray import TrayIcon
from photoclip.paths import Paths, bundled

# Opening the model and embedding on a busy machine.
SLOW = 60_000


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        folder = tmp_path / "home" / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True, scope="session")
def collector(qapp: QApplication) -> Iterator[Collector]:
    """As in the application: no worker destroys what a test left behind."""
    made = Collector(qapp)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[Translation]:
    """Whatever the machine speaks."""
    translation = Translation(qapp)
    translation.use("en")
    yield translation


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """One at a time: each of them styles everything anew when the font or the scheme changes."""
    made = Theme(qapp)
    yield made
    made.deleteLater()
    free_what_is_over()


def free_what_is_over() -> None:
    """Delete what waits for an event loop to do so: it would be styled once more for nothing."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class RecordingDesktop(Desktop):
    """Notes what would be shown elsewhere."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.revealed: list[Path] = []
        self.pages: list[str] = []

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def open_page(self, address: str) -> bool:
        self.pages.append(address)
        return True

    def reveal(self, path: Path) -> bool:
        self.revealed.append(path)
        return True


class RecordingNotifier(Notifier):
    """Notes what would be told on the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))


class PretendedTrayIcon(TrayIcon):
    """An icon in a panel, where a test says that there is one."""

    def __init__(self) -> None:
        QObject.__init__(self)
        self.place = self.shown = False
        self.tooltip = ""
        self.told: list[tuple[str, str]] = []

    @property
    def available(self) -> bool:
        return self.place

    def set_menu(self, menu: QMenu) -> None:
        pass

    def set_tooltip(self, text: str) -> None:
        self.tooltip = text

    def set_shown(self, shown: bool) -> None:
        self.shown = shown

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))


@dataclass
class App:
    """A window as a person has it before them."""

    window: MainWindow
    engine: Engine
    bridge: Bridge
    desktop: RecordingDesktop
    notifier: RecordingNotifier
    tray_icon: PretendedTrayIcon
    qtbot: QtBot
    chosen: list[Path] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    closed: bool = False

    def names(self) -> list[str]:
        """File names in the order of the grid, as far as they were read."""
        model = self.window.photo_model
        return [model.index(row).data() for row in range(model.rowCount())]

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=SLOW)

    def wait_for_photos(self, count: int) -> None:
        self.wait(
            lambda: (
                self.window.photo_model.rowCount() == count and not self.window.status.is_running
            )
        )
        self.wait(lambda: all(self.names()))

    def type(self, text: str) -> None:
        edit = self.window.browser.search.edit
        edit.clear()
        self.qtbot.keyClicks(edit, text)

    def search(self, text: str) -> list[str]:
        self.type(text)
        gallery = self.window.gallery
        self.wait(lambda: gallery.answer is not None and gallery.answer.query.text == text)
        self.wait(lambda: all(self.names()))
        return self.names()

    def wait_for_names(self) -> list[str]:
        self.wait(lambda: all(self.names()))
        return self.names()

    def wait_for_similar(self) -> list[str]:
        self.wait(
            lambda: (
                self.window.gallery.answer is not None
                and (
                    self.window.gallery.answer.query.photos
                    or self.window.gallery.answer.query.pictures
                )
            )
        )
        self.wait(lambda: all(self.names()))
        return self.names()

    def drop(self, mime: QMimeData, source: QWidget | None = None) -> None:
        """Drag something over the window and let go."""
        target = self.window
        at = QPointF(target.rect().center())
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QDragEnterEvent(at.toPoint(), action, mime, button, keys))
        QApplication.sendEvent(target, QDropEvent(at, action, mime, button, keys))


OpenApp = Callable[..., App]


@pytest.fixture(scope="session")
def passed_check(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is kept once the model has passed its self-check, which takes a second."""
    paths = Paths.under(tmp_path_factory.mktemp("checked"))
    with Engine.open(paths) as engine:
        engine.model.get()
    return paths.checks_file.read_bytes()


@pytest.fixture
def open_app(qtbot: QtBot, theme: Theme, tmp_path: Path, passed_check: bytes) -> Iterator[OpenApp]:
    """Opens windows on a library under tmp_path; closes what a test left open."""
    opened: list[App] = []
    crashes: list[BaseException] = []

    def opener(
        library: Path = tmp_path / "library", *, start: bool = True, tray: bool = False
    ) -> App:
        paths = Paths.under(library)
        if not paths.checks_file.exists():
            paths.checks_file.parent.mkdir(parents=True, exist_ok=True)
            paths.checks_file.write_bytes(passed_check)
        engine, bridge, desktop = Engine.open(paths), Bridge(), RecordingDesktop()
        bridge.crashed.connect(crashes.append)
        chosen: list[Path] = []
        notifier, tray_icon = RecordingNotifier(), PretendedTrayIcon()
        tray_icon.place = tray
        titles: list[str] = []

        def choose(parent: QWidget, title: str) -> Path | None:
            titles.append(title)
            return chosen.pop() if chosen else None

        window = MainWindow(
            engine,
            bridge,
            theme,
            desktop,
            choose,
            tray_icon,
            notifier,
        )
        window.resize(1000, 700)
        app = App(window, engine, bridge, desktop, notifier, tray_icon, qtbot, chosen, titles)
        opened.append(app)
        window.show()
        if start:
            window.start()
        return app

    yield opener
    for app in opened:
        close(app)
    free_what_is_over()
    QGuiApplication.clipboard().clear()
    assert not crashes


def close(app: App) -> None:
    """Close a window as app.main does; once is enough."""
    if not app.closed:
        app.closed = True
        app.window.quit()
        app.engine.close()
        app.window.deleteLater()


def with_photos(open_app: OpenApp, folder: Path, count: int = 4) -> App:
    """A window whose library holds the photos of a folder."""
    app = open_app()
    app.window.folders.add([folder])
    app.wait_for_photos(count)
    return app


SAMPLES = bundled("resources") / "sample_photos"


def sample(name: str) -> Path:
    found = sorted(SAMPLES.glob(f"*{name}*.jpg"))
    assert found, name
    return found[0]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder of four photos of one's own."""
    return copy_samples(
        tmp_path / "Pictures", ["two_parrots", "red_barn", "motocross", "woman_in_a_red_hat"]
    )


def copy_samples(folder: Path, names: Sequence[str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(sample(name), folder)
    return folder


MANY = 240


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough photos to be in the middle of them for a while."""
    folder = tmp_path / "Many"
    folder.mkdir()
    base = Image.radial_gradient("L").resize((1200, 900)).convert("RGB")
    for number in range(MANY):
        base.putpixel((number, 0), (number % 256, 7, 9))
        base.paste((number % 256, 255 - number % 256, 90), (0, 0, 300 + number, 200))
        base.save(folder / f"photo {number:03}.jpg", quality=85)
    return folder


def in_the_middle(app: App) -> bool:
    return 0 < app.engine.catalog.photos.count() < MANY


class FieldWindow(QWidget):
    """A window with something to type into."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)


def show_active(qtbot: QtBot, window: FieldWindow, width: int, height: int) -> None:
    """Show a window with the focus in its field."""
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
