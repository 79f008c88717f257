"""What the viewer is made of, without a window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from photoclip.domain import PhotoId
from photoclip.gui import pixels
from photoclip.gui.controllers.pictures import Kept, Picture


def picture(number: int) -> Picture:
    """Of 4,000 bytes."""
    image = QImage(100, 10, QImage.Format.Format_RGB32)
    return Picture(PhotoId(number), image, QSize(100, 10), whole=True)


def ids(*numbers: int) -> list[PhotoId]:
    return [PhotoId(number) for number in numbers]


def test_pictures_are_kept_within_a_bound() -> None:
    kept = Kept(limit=12_000)
    for number in range(20):
        kept.put(picture(number))
        assert kept.bytes <= 12_000
    assert PhotoId(19) in kept
    assert PhotoId(16) not in kept


def test_what_was_used_just_now_is_kept_longer() -> None:
    kept = Kept(limit=12_000)
    for number in (1, 2, 3):
        kept.put(picture(number))
    assert kept.get(PhotoId(1)) is not None
    kept.put(picture(4))
    assert PhotoId(1) in kept
    assert PhotoId(2) not in kept


def test_the_photo_looked_at_stays_and_the_likeliest_after_it() -> None:
    kept = Kept(limit=8_000)
    for number in (1, 2, 3, 4):
        kept.put(picture(number), ids(1, 2, 3, 4))
    assert [number for number in range(1, 5) if PhotoId(number) in kept] == [1, 2]


def test_one_picture_is_kept_whatever_its_size() -> None:
    kept = Kept(limit=1)
    kept.put(picture(1), ids(1))
    assert PhotoId(1) in kept


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_conversion_keeps_every_pixel(mode: str) -> None:
    # More pixels than fit in one strip.
    source = Image.effect_noise((1021, 1033), 90).convert(mode)
    made = pixels.to_qimage(source)
    assert (made.width(), made.height()) == source.size
    expected = source.convert("RGB")
    for x, y in ((0, 0), (1020, 1032), (7, 513), (1020, 514), (500, 1031)):
        color = made.pixelColor(x, y)
        assert (color.red(), color.green(), color.blue()) == expected.getpixel((x, y))


def test_pictures_are_made_to_fit() -> None:
    assert pixels.within(Image.new("RGB", (4000, 1000)), 800, 800).size == (800, 200)
    assert pixels.within(Image.new("RGB", (9000, 1)), 800, 800).size == (800, 1)
    small = Image.new("RGB", (40, 30))
    assert pixels.within(small, 800, 800) is small


HOLD = """
from PySide6.QtCore import QCoreApplication, QTimer
from photoclip.gui.awake import DesktopAwake
app = QCoreApplication([])
awake = DesktopAwake()
awake.hold("Slideshow")
awake.hold("Slideshow")
QTimer.singleShot(300, awake.release)
QTimer.singleShot(500, app.quit)
app.exec()
print("done")
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None, reason="needs D-Bus"
)
def test_the_display_is_kept_on_by_asking_the_desktop() -> None:
    """Where nobody listens on the bus, too."""
    found = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'dbus-monitor --session & "{sys.executable}" -'],
        input=HOLD,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "done" in found.stdout, found.stderr
    assert found.stdout.count("member=Inhibit") == 1
    assert "Slideshow" in found.stdout


def test_without_a_bus_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from photoclip.gui.awake import DesktopAwake

    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake = DesktopAwake()
    awake.hold("Slideshow")
    awake.release()
