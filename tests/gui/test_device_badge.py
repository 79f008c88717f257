"""Where the model runs, and why not elsewhere: the badge in the status bar and the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoclip.clip.devices import Device
from photoclip.clip.encoder import ClipModel
from photoclip.clip.providers import CPU, CUDA
from photoclip.clip.session import DeviceReport
from photoclip.domain import IndexReport

if TYPE_CHECKING:
    from tests.gui.conftest import App, OpenApp

NO_DRIVER = "there is no NVIDIA driver (libcuda.so.1 is missing)"
ON_CPU = DeviceReport("CPU", CPU, f"CUDA: {NO_DRIVER}", "auto", "int8")


@pytest.fixture
def app(open_app: OpenApp) -> App:
    return open_app()


def test_the_badge_says_where_and_why_and_leads_to_the_settings(app: App, qtbot: QtBot) -> None:
    window, badge = app.window, app.window.status.device
    app.wait(lambda: window.readiness.ready)
    window.readiness._tell_device("A model", ON_CPU)
    assert badge.text() == "CPU · int8"
    for text in (badge.toolTip(), badge.accessibleDescription()):
        assert NO_DRIVER in text
        assert "A model" in text
    assert badge.text() in badge.accessibleName()
    qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    assert window.preferring.shown
    assert window.preferring.page.model.isVisible()


def test_the_badge_follows_where_a_device_fails(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    app.wait(lambda: window.readiness.ready)
    lost = "CUDA: failed while working (unspecified launch failure)"
    monkeypatch.setattr(ClipModel, "running", replace(ON_CPU, reason=lost, precision="fp32"))
    window.indexing.ended.emit(IndexReport())
    assert window.status.device.text() == "CPU · fp32"
    assert "unspecified launch failure" in window.status.device.toolTip()
    with qtbot.assertNotEmitted(window.readiness.told):
        window.readiness.look()


def test_all_devices_are_listed_with_what_stands_in_their_way(app: App) -> None:
    card = app.window.preferring.page.model.running
    card.show_devices([Device("cuda", "CUDA", NO_DRIVER), Device("cpu", "CPU", "")], ON_CPU)
    cuda = card.device.findData("cuda")
    assert card.device.itemData(cuda, Qt.ItemDataRole.ToolTipRole) == NO_DRIVER
    assert NO_DRIVER in card.device_row.text.text()
    assert "CPU · int8" in card.device_row.text.text()
    slow = replace(ON_CPU, device="CUDA", provider=CUDA, precision_reason="fp16: not used")
    card.show_devices([], slow)
    assert "fp16: not used" in card.precision_row.text.text()


def test_precision_cores_and_memory_are_settings(app: App) -> None:
    card, preferences = app.window.preferring.page.model.running, app.window.preferences
    card.precision.meant.emit("fp32")
    card.threads.setValue(3)
    card.memory.setValue(2048)
    found = preferences.settings
    assert (found.precision, found.threads, found.gpu_memory_mb) == ("fp32", 3, 2048)
    preferences.reset("threads")
    assert card.threads.text() == "Automatic"
    assert card.precision.currentData() == "fp32"
