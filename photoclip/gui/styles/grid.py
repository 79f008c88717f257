"""The grid, its date headers and its timeline."""

from __future__ import annotations

SHEET = """
#grid { padding-left: 0px; }
#timelineBubble {
    background: $raised; color: $text; border: 1px solid $border;
    border-radius: ${radius_small}px; padding: 4px 9px;
}
"""
