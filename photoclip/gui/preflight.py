"""Finds out beforehand what would make Qt end the process without a word that helps."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

# What Qt's plugin for X11 needs beyond Qt itself, by Debian's names.
PACKAGES = (
    "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0"
    " libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)


def what_is_missing(environ: Mapping[str, str] = os.environ) -> str:
    """What keeps a window from opening here and what mends it, or ""."""
    if not sys.platform.startswith("linux") or environ.get("QT_QPA_PLATFORM"):
        return ""
    if not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        return (
            "there is no display to open a window on. Start it from a desktop session, or use"
            " the command line: photoclip --help"
        )
    if environ.get("WAYLAND_DISPLAY"):
        return ""  # Qt falls back to X11 by itself, or the other way round
    return missing_library(_xcb_plugin())


def missing_library(plugin: Path) -> str:
    """The system library that a Qt plugin does not find and what mends it, or ""."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"Qt cannot use the display: {error}. On Debian and Ubuntu: apt install {PACKAGES}"
    return ""


def _xcb_plugin() -> Path:
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    return Path(plugins) / "platforms" / "libqxcb.so"
