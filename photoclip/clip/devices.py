"""Which devices there are to choose from on this machine."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import Runtime, SessionOpener


@dataclass(frozen=True, slots=True)
class Device:
    """word: as the settings have it. obstacle: why it cannot be used here, "" where it can."""

    word: str
    name: str
    obstacle: str


def find_devices(runtime: Runtime | None = None) -> list[Device]:
    """All devices that photoclip knows, best first. Imports ONNX Runtime, loads no graph."""
    obstacles = SessionOpener(runtime or OnnxRuntime()).obstacles()
    return [Device(word, name, obstacle) for word, name, obstacle in obstacles]
