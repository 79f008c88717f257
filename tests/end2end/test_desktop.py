"""The installed application on a real X server with a window manager, driven by mouse and keys.

Skipped where the programs for that are missing: Xvfb, openbox, xdotool. Set PHOTOCLIP_SHOTS to a
folder to keep pictures of the screen after each step (needs ImageMagick).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from photoclip.paths import bundled

TOOLS = ("Xvfb", "openbox", "xdotool")
SECONDS = 180
SCREEN = (1360, 860)

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or any(shutil.which(tool) is None for tool in TOOLS),
        reason="needs Xvfb, openbox and xdotool",
    ),
    pytest.mark.timeout(900),
]

# Offers a file to be dragged, as a file manager does.
DRAG_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
source = Source("drag me")
source.setWindowTitle("source")
source.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
source.setGeometry(1180, 640, 160, 160)
source.show()
app.exec()
"""


@dataclass
class Desktop:
    """A screen, a home, and the application on it."""

    home: Path
    environment: dict[str, str]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    shots: int = 0

    @property
    def library(self) -> Path:
        return self.home / "library"

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout.strip()

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        with (self.home / f"log{len(self.processes)}.txt").open("wb") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def photoclip(self) -> subprocess.Popen[bytes]:
        program = Path(sys.executable).with_name("photoclip")
        process = self.start(str(program), "--library", str(self.library))
        self.wait(self.windows, "the window")
        self.run("xdotool", "windowactivate", "--sync", self.windows()[0])
        return process

    def windows(self) -> list[str]:
        found = self.run("xdotool", "search", "--onlyvisible", "--class", "photoclip")
        return [window for window in found.split() if self.width(window) > 400]

    def width(self, window: str) -> int:
        lines = self.run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
        return next((int(line[6:]) for line in lines if line.startswith("WIDTH=")), 0)

    def titles(self) -> list[str]:
        return [self.run("xdotool", "getwindowname", window) for window in self.windows()]

    def wait_for_title(self, part: str) -> None:
        self.wait(lambda: any(part in title for title in self.titles()), f"the title {part!r}")

    def keys(self, *keys: str) -> None:
        self.run("xdotool", "key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        self.run("xdotool", "type", "--delay", "40", text)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + SECONDS
        while not condition():
            self.alive()
            if time.monotonic() > end:
                self.shoot("failure")
                pytest.fail(f"waited in vain for {what}; titles: {self.titles()}")
            time.sleep(0.1)

    def alive(self) -> None:
        for number, process in enumerate(self.processes):
            if process.poll() not in (None, 0):
                pytest.fail((self.home / f"log{number}.txt").read_text())

    def shoot(self, name: str) -> None:
        folder = os.environ.get("PHOTOCLIP_SHOTS")
        if folder:
            self.shots += 1
            self.run("import", "-window", "root", f"{folder}/{self.shots:02}-{name}.png")

    def searched(self) -> int:
        """How many photos the library can find by now, as the command line tells."""
        program = Path(sys.executable).with_name("photoclip")
        answer = self.run(
            str(program), "--library", str(self.library), "search", "photo", "--json", "-n", "1"
        )
        return int(json.loads(answer)["searched"]) if answer else 0


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QT_", "XDG_", "PHOTOCLIP_", "DBUS_", "WAYLAND_"))
    }
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        environment[name] = str(tmp_path / name.lower())
    environment |= {"HOME": str(tmp_path), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        environment["DISPLAY"] = f":{pipe.readline().strip()}"
    made = Desktop(tmp_path, environment)
    # A server tells its number a little before it takes everybody in.
    made.wait(lambda: made.run("xdotool", "getdisplaygeometry"), "the screen")
    made.start("openbox")
    yield made
    for process in reversed(made.processes):
        process.terminate()
    for process in made.processes:
        process.wait(30)
    server.terminate()
    server.wait(30)


def copy_photos(folder: Path, copies: range) -> int:
    """Sample photos, once for each number, with another content."""
    samples = sorted(bundled("resources/sample_photos").glob("*.jpg"))
    folder.mkdir(parents=True)
    for number in copies:
        for sample in samples:
            content = sample.read_bytes() + bytes([number])
            (folder / f"{sample.stem}_{number}.jpg").write_bytes(content)
    return len(copies) * len(samples)


def test_a_first_evening(desktop: Desktop) -> None:
    """First run, a folder, a search, a drop, the viewer, preferences, quitting, and again."""
    few = copy_photos(desktop.home / "Pictures", range(1))
    first = desktop.photoclip()
    desktop.wait_for_title("Welcome")
    desktop.shoot("first-run")

    # The system's own dialog is Qt's here: the path is typed.
    desktop.keys("ctrl+o")
    desktop.wait(lambda: len(desktop.run("xdotool", "search", "--name", "Choose a folder")), "it")
    desktop.type(str(desktop.home / "Pictures"))
    desktop.keys("Return")
    desktop.wait_for_title("All photos")
    desktop.wait(lambda: desktop.searched() == few, "the photos")
    desktop.shoot("all-photos")

    desktop.keys("ctrl+f")
    desktop.type("a boat")
    desktop.wait_for_title("a boat")
    desktop.shoot("search")

    # Into the grid, and the first photo.
    desktop.keys("Down", "Return")
    desktop.wait_for_title(".jpg")
    desktop.shoot("viewer")
    desktop.keys("Right", "Escape")
    desktop.wait_for_title("a boat")

    drop_a_picture(desktop)

    desktop.keys("ctrl+comma")
    desktop.wait_for_title("Preferences")
    desktop.shoot("preferences")
    desktop.keys("Escape")
    desktop.wait_for_title("Similar photos")

    # A great many more photos, and out in the middle of them.
    many = copy_photos(desktop.home / "Pictures" / "More", range(1, 31))
    desktop.keys("F9", "ctrl+i", "F5")
    desktop.wait(lambda: few < desktop.searched() < few + many, "indexing to be under way")
    desktop.shoot("in-mid-index")
    desktop.keys("ctrl+q")
    assert first.wait(SECONDS) == 0
    known = desktop.searched()
    assert few < known < few + many

    desktop.photoclip()
    desktop.wait_for_title("All photos")
    desktop.shoot("again")
    desktop.wait(lambda: desktop.searched() == few + many, "the rest of the photos")
    state = (desktop.library / "window.ini").read_text()
    assert 'shown\\": [false, true]' in state
    desktop.keys("ctrl+q")
    desktop.wait(lambda: not desktop.windows(), "the end")


def drop_a_picture(desktop: Desktop) -> None:
    picture = sorted(bundled("resources/sample_photos").glob("*.jpg"))[3]
    (desktop.home / "source.py").write_text(DRAG_SOURCE)
    source = desktop.start(sys.executable, str(desktop.home / "source.py"), str(picture))
    desktop.wait(lambda: desktop.run("xdotool", "search", "--name", "^source$"), "the source")
    desktop.run("xdotool", "mousemove", "1260", "720", "mousedown", "1")
    for x in range(1250, 680, -30):
        desktop.run("xdotool", "mousemove", str(x), "500")
    desktop.shoot("dragging")
    desktop.run("xdotool", "mouseup", "1")
    # The data is asked for only now.
    desktop.wait_for_title("Similar photos")
    desktop.shoot("dropped")
    source.terminate()
    source.wait(30)
    desktop.processes.remove(source)
    desktop.run("xdotool", "windowactivate", "--sync", desktop.windows()[0])
