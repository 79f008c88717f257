"""The viewer, its bars and its filmstrip."""

from __future__ import annotations

SHEET = """
#viewer { background: $window; }
#viewerBar { background: $window; border: none; border-bottom: 1px solid $border; }
#viewerName { color: $text; font-size: $font_large; font-weight: 600; }
#viewerDetails { color: $muted; font-size: $font_small; }
#canvas { background: $surface; border: none; }
#viewerPill {
    background: $raised; border: 1px solid $border; border-radius: ${radius_large}px;
}
#viewerPill QLabel { color: $muted; font-size: $font_small; background: transparent; }
#viewerInformation, #viewerError[over="true"] {
    background: $raised; border: 1px solid $border; border-radius: ${radius_large}px;
}
#viewerInformation QLabel { color: $text; background: transparent; }
#viewerInformation QLabel[role="fact"] { color: $muted; font-size: $font_small; }
#viewerError QLabel { background: transparent; }
"""
