"""The menu bar and all menus."""

from __future__ import annotations

SHEET = """
QMenuBar { background: $sidebar; color: $text; padding: 2px 6px; border: none; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: ${radius_small}px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:disabled { color: $disabled; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: 5px; }
QMenu::item {
    padding: 7px 28px 7px 12px; border: 1px solid transparent; border-radius: ${radius_small}px;
    margin: 1px 0;
}
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; border-color: $accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::item:disabled:selected { background: transparent; border-color: $outline; }
QMenu::indicator { width: 16px; height: 16px; padding-left: 8px; }
QMenu::indicator:checked { image: url(controls:tick-$scheme.svg); }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::right-arrow { image: url(controls:right-$scheme.svg); width: 12px; height: 12px; }
"""
