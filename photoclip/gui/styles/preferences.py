"""The preferences."""

from __future__ import annotations

SHEET = """
#preferences { background: $window; }
#preferencesSide { background: $sidebar; border: none; border-right: 1px solid $border; }
#preferencesNavigation { background: transparent; border: none; }
#preferencesNavigation::item { padding: 8px 8px; margin: 1px 0; border-radius: ${radius}px; }
#preferencesNavigation::item:selected { background: $accent_soft; color: $accent; }
QLabel[role="setting"] { color: $text; font-weight: 500; }
#segments { background: $hover; border-radius: ${radius}px; }
QToolButton[role="segment"] {
    background: transparent; color: $muted; border: 2px solid transparent;
    border-radius: ${radius_small}px; padding: 4px 12px;
}
QToolButton[role="segment"]:hover { color: $text; }
QToolButton[role="segment"]:checked { background: $raised; color: $text; font-weight: 600; }
QToolButton[role="segment"]:focus { border-color: $accent; }
#pattern { background: $hover; border: 1px solid $border; border-radius: ${radius}px; }
#pattern QLabel { color: $text; }
#pattern QToolButton { padding: 3px; }
"""
