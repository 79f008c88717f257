"""One theme, light and dark: its colours, measures and type, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyle

from photoclip.gui import icons, styles


@dataclass(frozen=True, slots=True)
class Colors:
    """What each colour is for.

    Surfaces: window, sidebar, surface (fields, cards), raised (menus, messages), hover,
    placeholder (tiles to come), overlay (while dragging) and the soft ones. All of text, muted,
    faint, accent, danger, warning and success can be read on all of them (4.5:1), outline and
    disabled can be seen there (3:1); accent_text lies on accent and accent_hover only. border and
    scroll are decoration, never the only sign of anything.
    """

    window: str
    sidebar: str
    surface: str
    raised: str
    hover: str
    placeholder: str
    overlay: str
    accent_soft: str
    danger_soft: str
    warning_soft: str
    success_soft: str
    border: str
    scroll: str
    outline: str
    text: str
    muted: str
    faint: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    danger: str
    warning: str
    success: str


SURFACES = (
    "window",
    "sidebar",
    "surface",
    "raised",
    "hover",
    "placeholder",
    "overlay",
    "accent_soft",
    "danger_soft",
    "warning_soft",
    "success_soft",
)

LIGHT = Colors(
    window="#ffffff",
    sidebar="#f6f7f9",
    surface="#f2f4f7",
    raised="#ffffff",
    hover="#e9ecf1",
    placeholder="#eceff3",
    overlay="#eef2ff",
    accent_soft="#e7ecfd",
    danger_soft="#fbe9e7",
    warning_soft="#fcf0d9",
    success_soft="#e3f4ea",
    border="#e2e5ea",
    scroll="#c6cbd4",
    outline="#7f8795",
    text="#1a1d23",
    muted="#4e5562",
    faint="#626978",
    disabled="#7f8795",
    accent="#3452cc",
    accent_hover="#2a44b0",
    accent_text="#ffffff",
    danger="#b42a21",
    warning="#85550a",
    success="#1b6d45",
)

DARK = Colors(
    window="#15171b",
    sidebar="#1b1e23",
    surface="#22262c",
    raised="#262a31",
    hover="#2d323b",
    placeholder="#22262c",
    overlay="#1d2540",
    accent_soft="#28335a",
    danger_soft="#43231f",
    warning_soft="#3d3018",
    success_soft="#1c3a2c",
    border="#353a44",
    scroll="#4a515d",
    outline="#7d8593",
    text="#eceef2",
    muted="#b4bac6",
    faint="#98a0ae",
    disabled="#7d8593",
    accent="#8ba6ff",
    accent_hover="#a6bbff",
    accent_text="#0f1320",
    danger="#ff9389",
    warning="#f0bd62",
    success="#6fd3a0",
)

# Logical pixels: space between things, in steps that all panels share.
SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 24
SPACE_XXL = 40
GAP = SPACE_S
RADIUS_SMALL = 6
RADIUS = 8
RADIUS_LARGE = 12

# Sizes of text, as factors of the application's font.
TYPE = {
    "tiny": 0.85,
    "small": 0.92,
    "normal": 1.0,
    "large": 1.14,
    "heading": 1.35,
    "title": 1.65,
}

MOTION_MS = 140

# What the settings call them; None follows the system.
SCHEMES = {"system": None, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


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
        QDir.setSearchPaths("controls", [str(icons.controls_folder())])
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        app.fontChanged.connect(self._apply)
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
        colors = DARK if self.dark else LIGHT
        return strong(colors) if _wants_contrast(self._app) else colors

    @property
    def motion(self) -> int:
        """How long a movement may take, in milliseconds; 0 where the system wants none."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return min(MOTION_MS, self._app.style().styleHint(hint))

    def points(self, kind: str = "normal") -> float:
        """A size of TYPE, in points."""
        return QFontInfo(self._app.font()).pointSizeF() * TYPE[kind]

    def font(self, kind: str = "normal", *, bold: bool = False) -> QFont:
        """The application's font in a size of TYPE, for what is painted."""
        font = QFont(self._app.font())
        font.setPointSizeF(self.points(kind))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def icon(self, name: str, color: str = "muted") -> QIcon:
        """A project icon in a named colour of the theme."""
        key = (name, color)
        if key not in self._icons:
            ratio = self._app.devicePixelRatio()
            off = self.colors.disabled
            self._icons[key] = icons.icon(name, getattr(self.colors, color), ratio, off)
        return self._icons[key]

    def pixmap(self, name: str, side: int, color: str = "muted") -> QPixmap:
        """A project icon as a picture, sharp on the densest screen."""
        key = (name, side, color, self._app.devicePixelRatio())
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, getattr(self.colors, color), side, key[3])
        return self._pixmaps[key]

    def illustration(self, name: str, height: int, ratio: float) -> QPixmap:
        """A larger drawing in the colours in use."""
        return icons.illustration(name, asdict(self.colors), height, ratio)

    def _apply(self) -> None:
        self._icons.clear()
        self._pixmaps.clear()
        self._app.setPalette(_palette(self.colors))
        self._app.setStyleSheet(styles.sheet(self._values()))
        self.changed.emit()

    def _values(self) -> dict[str, object]:
        return {
            **asdict(self.colors),
            **{f"font_{kind}": f"{self.points(kind):.2f}pt" for kind in TYPE},
            "radius_small": RADIUS_SMALL,
            "radius": RADIUS,
            "radius_large": RADIUS_LARGE,
            "scheme": "dark" if self.dark else "light",
        }


def strong(colors: Colors) -> Colors:
    """The same where the system asks for high contrast: no shades of grey, and edges to see."""
    return replace(
        colors,
        muted=colors.text,
        faint=colors.text,
        border=colors.outline,
        scroll=colors.muted,
        outline=colors.text,
    )


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):  # Qt 6.10
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


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
        (role.LinkVisited, colors.accent),
        (role.Mid, colors.border),
    ):
        palette.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colors.disabled))
    return palette
