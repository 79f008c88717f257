"""The details panel."""

from __future__ import annotations

SHEET = """
#details { background: $sidebar; border: none; border-left: 1px solid $border; }
QToolButton[role="fold"] {
    text-align: left; padding: 5px 8px; margin: 0 6px; color: $text; font-weight: 600;
    background: transparent; border: 2px solid transparent; border-radius: ${radius_small}px;
}
QToolButton[role="fold"]:checked { background: transparent; color: $text; }
QToolButton[role="fold"]:hover { background: $hover; }
QToolButton[role="fold"]:focus { border-color: $accent; }
QTextEdit[role="value"] {
    background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0;
    color: $text;
}
QTextEdit[role="value"]:focus { border: 2px solid $accent; padding: 0; }
QLabel[role="fact"] { color: $faint; }
QLabel[role="note"] { color: $warning; }
QFrame[role="note"] { background: $warning_soft; border: none; border-radius: ${radius}px; }
QFrame[role="file"] {
    background: $window; border: 1px solid $border; border-radius: ${radius}px;
}
QFrame[role="file"] QToolButton { padding: 3px; border-radius: ${radius_small}px; }
#positionBlock QPushButton[role="link"] { padding: 3px 6px; }
"""
