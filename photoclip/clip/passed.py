"""Remembers which self-checks were passed, so that every start need not load both towers."""

from __future__ import annotations

import json
import logging
import os
import platform
from pathlib import Path

from photoclip import __version__

log = logging.getLogger(__name__)

_RUNTIMES = ("onnxruntime-gpu", "onnxruntime", "onnxruntime-directml")
_MOST = 50


class PassedChecks:
    """A cache in one JSON file. A file that is missing or damaged costs one more check."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def holds(self, fingerprint: str, device: str) -> bool:
        """Whether this model passed on this device with the programs as they are now."""
        return _key(fingerprint, device) in self._read()

    def remember(self, fingerprint: str, device: str) -> None:
        """Note that it passed. A disk that refuses is logged, no more."""
        keys = [*self._read(), _key(fingerprint, device)][-_MOST:]
        temporary = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(keys), encoding="utf-8")
            os.replace(temporary, self._file)
        except OSError as error:
            log.info("the passed self-check is not remembered: %s", error)

    def _read(self) -> list[str]:
        try:
            keys = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def _key(fingerprint: str, device: str) -> str:
    return " ".join((fingerprint, device, platform.machine(), __version__, _runtime_version()))


def _runtime_version() -> str:
    """ONNX Runtime's name and version, told without importing it."""
    # Slow to import, with all that mail consists of; the window opens before it is needed.
    from importlib import metadata

    for name in _RUNTIMES:
        try:
            return f"{name}-{metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue
    return "onnxruntime"
