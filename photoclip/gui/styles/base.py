"""Windows, dialogs, tooltips, and the texts that all panels share."""

from __future__ import annotations

SHEET = """
* { outline: none; }
QMainWindow, QDialog, #browser { background: $window; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $border; padding: 5px 8px;
    font-size: $font_small;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] {
    background: transparent; border: none;
}
QFrame[role="card"] {
    background: $surface; border: 1px solid $border; border-radius: ${radius_large}px;
}
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

/* Texts */
QLabel[role="title"] { color: $text; font-size: $font_title; font-weight: 600; }
QLabel[role="page"] { color: $text; font-size: $font_heading; font-weight: 600; }
QLabel[role="section"] { color: $text; font-size: $font_large; font-weight: 600; }
QLabel[role="heading"] { color: $muted; font-size: $font_small; font-weight: 600; }
QLabel[role="body"] { color: $muted; }
QLabel[role="caption"] { color: $faint; font-size: $font_small; }
QLabel[role="error"] { color: $danger; font-size: $font_small; }
QLabel[role="badge"] {
    color: $muted; background: $hover; border-radius: ${radius}px; padding: 2px 7px;
    font-size: $font_tiny; font-weight: 600;
}
QLabel[role="badge"][alert="true"] { color: $warning; background: $warning_soft; }
QLabel[role="pill"], QToolButton[role="pill"] {
    color: $muted; background: $hover; border-radius: ${radius}px; padding: 2px 9px;
    font-size: $font_small;
}
QToolButton[role="pill"] { padding: 0 7px; }
QToolButton[role="pill"]:hover { background: $border; }
QToolButton[role="pill"]:focus { border-color: $accent; }
"""
