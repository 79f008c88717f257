"""The viewer, its bars and its filmstrip."""

from __future__ import annotations

SHEET = """
#viewer { background: $window; }
#viewerBar { background: $window; border: none; border-bottom: 1px solid $border; }
#viewerName { color: $text; font-size: $font_large; font-weight: 600; }
#viewerDetails { color: $muted; font-size: $font_small; }
#canvas { background: $surface; border: none; }
"""
