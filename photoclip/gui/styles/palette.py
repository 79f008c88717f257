"""The command palette and the cheat sheet."""

from __future__ import annotations

SHEET = """
QFrame[role="floating"] {
    background: $raised; border: 1px solid $border; border-radius: ${radius_large}px;
}
QFrame[role="floating"] QLineEdit { font-size: $font_large; padding: 8px 10px; }
QFrame[role="floating"] QLineEdit:focus { padding: 7px 9px; }
QFrame[role="floating"] QAbstractItemView { background: transparent; }
QLabel[role="key"] {
    color: $muted; background: $surface; border: 1px solid $border; border-radius: 5px;
    padding: 2px 7px; font-size: $font_small;
}
QFrame[role="floating"] QLabel[role="keyName"] { color: $text; }
"""
