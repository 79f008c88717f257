"""The search box with its chips, and the line with the result."""

from __future__ import annotations

SHEET = """
#searchBar { background: $surface; border: 2px solid $surface; border-radius: 21px; }
#searchBar[focused="true"] { background: $window; border-color: $accent; }
#searchBar QLineEdit, #searchBar QLineEdit:focus {
    background: transparent; border: none; padding: 0; color: $text; font-size: $font_large;
}
#chip { background: $accent_soft; border-radius: 15px; }
#chip QLabel { color: $accent; font-weight: 600; }
#chip QToolButton { padding: 2px; border-radius: 10px; }
#resultLine { color: $muted; }
"""
