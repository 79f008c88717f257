"""The status bar and the task area."""

from __future__ import annotations

SHEET = """
#status { background: $sidebar; border: none; border-top: 1px solid $border; }
#status QLabel { color: $muted; font-size: $font_small; }
#status QToolButton { padding: 2px; border-radius: ${radius_small}px; }
"""
