"""The search box with its chips, and the line with the result."""

from __future__ import annotations

SHEET = """
#searchBar { background: $surface; border: 2px solid $surface; border-radius: 21px; }
#searchBar[focused="true"] { background: $window; border-color: $accent; }
#searchBar QLineEdit, #searchBar QLineEdit:focus {
    background: transparent; border: none; padding: 0; color: $text; font-size: $font_large;
}
#chipRow, #chipRowInside { background: transparent; border: none; }
#chip { background: $accent_soft; border: 2px solid $accent_soft; border-radius: 14px; }
#chip:focus { border-color: $accent; }
#chip QLabel { color: $accent; font-weight: 600; background: transparent; }
#chip[excluded="true"] { background: $danger_soft; border-color: $danger_soft; }
#chip[excluded="true"]:focus { border-color: $danger; }
#chip[excluded="true"] QLabel { color: $danger; }
#chip QToolButton { padding: 3px; border: none; border-radius: 9px; background: transparent; }
#chip QToolButton:hover { background: $window; }

#recentSearches {
    background: $raised; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 2px 5px;
}
#recentSearches::item { padding: 7px 8px; border-radius: ${radius_small}px; }
#recentSearches::item:selected, #recentSearches::item:hover {
    background: $accent_soft; color: $text;
}

#resultLine { color: $muted; }
QComboBox#order {
    background: transparent; border: 2px solid transparent; padding: 3px 24px 3px 8px;
    color: $text;
}
QComboBox#order:hover { background: $hover; }
QComboBox#order:focus, QComboBox#order:on { border-color: $accent; padding: 3px 24px 3px 8px; }
QComboBox#order::drop-down { width: 24px; }
"""
