"""Where a model runs: the device, its precision, and how much of the computer it takes."""

from __future__ import annotations

from photoclip.clip.devices import Device
from photoclip.clip.session import DeviceReport
from photoclip.gui import wording
from photoclip.gui.error_wording import reason
from photoclip.gui.translation import tr
from photoclip.gui.views.preferences.choices import Choice
from photoclip.gui.views.preferences.parts import Card, Number, Row, SettingsSection
from photoclip.settings import RANGES, Settings


class DeviceCard:
    """The rows about the device, on a card of a section."""

    def __init__(self, section: SettingsSection) -> None:
        self._section = section
        self.device, self.precision = Choice(), Choice()
        self.threads = Number(*RANGES["threads"], 1, "")
        self.memory = Number(*RANGES["gpu_memory_mb"], 256, tr(" MB"))
        card = section.add_card(tr("Device"))
        self.device_row = self._add_device(card)
        self.precision_row = self._add_precision(card)
        self._add_threads(card)
        self._add_memory(card)

    def show_devices(self, devices: list[Device], running: DeviceReport | None) -> None:
        """Offer what there is, with what stands in the way of the others; tell what is in use."""
        names = {device.word: device.name for device in devices}
        obstacles = {device.word: reason(device.obstacle) for device in devices}
        self.device.offer({"auto": tr("Automatic"), **names}, obstacles)
        self._show_device(self._section.preferences.settings)
        self.device_row.explain(_of_device(running))
        self.precision_row.explain(_of_precision(running))

    def _add_device(self, card: Card) -> Row:
        change = self._section.preferences.change
        self.device.meant.connect(lambda word: change(device=word))
        self.device.offer({"auto": tr("Automatic"), "cpu": "CPU"})
        row = Row(tr("Where the model runs"), _of_device(None), self.device)
        card.add(self._section.bind(row, "device", self._show_device))
        return row

    def _add_precision(self, card: Card) -> Row:
        change = self._section.preferences.change
        self.precision.meant.connect(lambda word: change(precision=word))
        words = {"fp32": "fp32", "fp16": "fp16", "int8": "int8"}
        self.precision.offer({"auto": tr("Automatic"), **words})
        row = Row(tr("Precision"), _of_precision(None), self.precision)
        show = lambda settings: self.precision.show_key(settings.precision)  # noqa: E731
        card.add(self._section.bind(row, "precision", show))
        return row

    def _add_threads(self, card: Card) -> None:
        change = self._section.preferences.change
        self.threads.setSpecialValueText(tr("Automatic"))
        self.threads.meant.connect(lambda count: change(threads=count))
        text = tr("For reading photos and for a model on the CPU; Automatic takes all of them.")
        row = Row(tr("Processor cores"), text, self.threads)
        show = lambda settings: self.threads.setValue(settings.threads)  # noqa: E731
        card.add(self._section.bind(row, "threads", show))

    def _add_memory(self, card: Card) -> None:
        change = self._section.preferences.change
        self.memory.setSpecialValueText(tr("No limit"))
        self.memory.meant.connect(lambda size: change(gpu_memory_mb=size))
        text = tr("What a model takes of a graphics card's memory at most.")
        row = Row(tr("Memory on the graphics card"), text, self.memory)
        show = lambda settings: self.memory.setValue(settings.gpu_memory_mb)  # noqa: E731
        card.add(self._section.bind(row, "gpu_memory_mb", show))

    def _show_device(self, settings: Settings) -> None:
        self.device.show_key(settings.device)


def _of_device(running: DeviceReport | None) -> str:
    if running is None:
        return tr("Automatic takes the fastest.")
    why = reason(running.reason) or tr("This is the fastest of this computer.")
    text = tr("In use: {device}. {reason}")
    return text.format(device=wording.device(running), reason=why)


def _of_precision(running: DeviceReport | None) -> str:
    text = tr("Automatic takes the fastest whose results are those of the model.")
    if running is None or not running.precision_reason:
        return text
    return f"{text} {reason(running.precision_reason)}"
