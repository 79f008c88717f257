"""The side panel."""

from __future__ import annotations

SHEET = """
#sidebar { background: $sidebar; border: none; border-right: 1px solid $border; }
#sidebar QToolButton[role="nav"] {
    text-align: left; padding: 7px 8px; border-radius: ${radius}px; font-weight: 500; color: $text;
}
#sidebar QToolButton[role="nav"]:checked { background: $accent_soft; color: $accent; }
#sidebar QAbstractItemView { background: transparent; border: none; }
"""
