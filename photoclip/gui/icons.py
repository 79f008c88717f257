"""The project's own SVG icons, drawn in the colours of the theme and sharp at any scale."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photoclip.paths import bundled


def icon_file(name: str) -> Path:
    """Where the drawing of an icon lies."""
    return bundled("resources") / "icons" / f"{name}.svg"


def controls_folder() -> Path:
    """Where the marks of check boxes, arrows and the like lie, in the colours of each theme."""
    return bundled("resources") / "icons" / "controls"


def _source(name: str) -> str:
    return icon_file(name).read_text(encoding="utf-8")


def illustrations_folder() -> Path:
    """Where the larger drawings lie, which name the colours of the theme as style sheets do."""
    return bundled("resources") / "illustrations"


def illustration(name: str, colors: Mapping[str, str], height: int, ratio: float) -> QPixmap:
    """A larger drawing, height logical pixels high and half as wide again."""
    drawing = (illustrations_folder() / f"{name}.svg").read_text(encoding="utf-8")
    renderer = _renderer(Template(drawing).substitute(colors))
    return _drawn(renderer, QSize(height * 3 // 2, height), ratio)


def pixmap(name: str, color: str, side: int, ratio: float = 1.0) -> QPixmap:
    """An icon of side logical pixels at a device pixel ratio."""
    return _drawn(_colored(_source(name), color), QSize(side, side), ratio)


def _colored(source: str, color: str) -> QSvgRenderer:
    return _renderer(source.replace("currentColor", color))


def _renderer(drawing: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.encode()))


def _drawn(renderer: QSvgRenderer, size: QSize, ratio: float) -> QPixmap:
    drawn = QPixmap(size * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, color: str, ratio: float = 1.0, disabled: str = "") -> QIcon:
    """An icon for buttons and menus, in the sizes that these use. disabled: its other colour."""
    made, source = QIcon(), _source(name)
    modes = {QIcon.Mode.Normal: color, QIcon.Mode.Disabled: disabled}
    for mode, named in modes.items():
        if named:
            renderer = _colored(source, named)
            for side in (16, 20):
                made.addPixmap(_drawn(renderer, QSize(side, side), ratio), mode)
    return made


def app_icon() -> QIcon:
    """The icon of the application itself."""
    made, renderer = QIcon(), _renderer(_source("photoclip"))
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn(renderer, QSize(side, side), 1.0))
    return made
