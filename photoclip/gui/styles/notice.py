"""Messages that float over the window."""

from __future__ import annotations

SHEET = """
#notice { background: $raised; border: 1px solid $border; border-radius: ${radius_large}px; }
#notice QLabel { color: $text; }
"""
