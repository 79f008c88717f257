"""Chips of labels."""

from __future__ import annotations

SHEET = """
QFrame[role="tag"] {
    background: $hover; border: 1px solid $hover; border-radius: ${radius}px;
}
QFrame[role="tag"][kind="open"] { background: transparent; border: 1px dashed $outline; }
QFrame[role="tag"] QToolButton { padding: 2px; border-radius: ${radius_small}px; }
QFrame[role="tag"] QToolButton:hover { background: $border; }
#tagsBlock QPushButton[role="link"] { padding: 3px 6px; text-align: left; }
"""
