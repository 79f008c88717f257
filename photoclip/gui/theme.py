"""One theme, light and dark: its colours, measures and the style sheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from photoclip.gui import icons
from photoclip.gui.stylesheet import STYLESHEET


@dataclass(frozen=True, slots=True)
class Colors:
    """What each colour is for. accent_text lies on accent, all other text on the surfaces."""

    window: str
    sidebar: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    accent_text: str
    hover: str
    placeholder: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    overlay: str


LIGHT = Colors(
    window="#ffffff",
    sidebar="#f5f6f8",
    surface="#f1f3f6",
    raised="#ffffff",
    border="#e2e5ea",
    text="#1a1d23",
    muted="#5f6673",
    faint="#8b92a0",
    accent="#3657d6",
    accent_soft="#e7ecfd",
    accent_text="#ffffff",
    hover="#e9ecf1",
    placeholder="#eceff3",
    danger="#c2352b",
    danger_soft="#fbe9e7",
    warning="#96610a",
    warning_soft="#fcf0d9",
    success="#1f7a4d",
    overlay="#eef2ff",
)

DARK = Colors(
    window="#15171b",
    sidebar="#1b1e23",
    surface="#22262c",
    raised="#262a31",
    border="#31363f",
    text="#eceef2",
    muted="#a3aab7",
    faint="#7d8594",
    accent="#7d9bff",
    accent_soft="#28335a",
    accent_text="#0f1320",
    hover="#2a2f37",
    placeholder="#22262c",
    danger="#ff8a7e",
    danger_soft="#43231f",
    warning="#f0bd62",
    warning_soft="#3d3018",
    success="#6fd3a0",
    overlay="#1d2540",
)

# Logical pixels.
GAP = 8
RADIUS = 8


class Theme(QObject):
    """Follows the light or dark choice of the system and tells widgets when it changes."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Qt.ColorScheme | None = None) -> None:
        """scheme: light or dark whatever the system says."""
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        scheme = self._scheme or self._app.styleHints().colorScheme()
        return scheme is Qt.ColorScheme.Dark

    def choose(self, scheme: Qt.ColorScheme | None) -> None:
        """Use light or dark from now on; None follows the system."""
        self._scheme = scheme
        self._apply()

    @property
    def colors(self) -> Colors:
        """The colours in use."""
        return DARK if self.dark else LIGHT

    def icon(self, name: str, color: str = "muted") -> QIcon:
        """A project icon in a named colour of the theme."""
        key = (name, color)
        if key not in self._icons:
            ratio = self._app.devicePixelRatio()
            self._icons[key] = icons.icon(name, getattr(self.colors, color), ratio)
        return self._icons[key]

    def pixmap(self, name: str, side: int, color: str = "muted") -> QPixmap:
        """A project icon as a picture, sharp on the densest screen."""
        key = (name, side, color, self._app.devicePixelRatio())
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, getattr(self.colors, color), side, key[3])
        return self._pixmaps[key]

    def _apply(self) -> None:
        self._icons.clear()
        self._pixmaps.clear()
        self._app.setPalette(_palette(self.colors))
        self._app.setStyleSheet(Template(STYLESHEET).substitute(asdict(self.colors)))
        self.changed.emit()


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, color in (
        (role.Window, colors.window),
        (role.Base, colors.window),
        (role.AlternateBase, colors.surface),
        (role.Button, colors.surface),
        (role.ToolTipBase, colors.raised),
        (role.WindowText, colors.text),
        (role.Text, colors.text),
        (role.ButtonText, colors.text),
        (role.ToolTipText, colors.text),
        (role.PlaceholderText, colors.faint),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.accent_text),
        (role.Link, colors.accent),
        (role.Mid, colors.border),
    ):
        palette.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colors.faint))
    return palette
