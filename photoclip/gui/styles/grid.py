"""The grid, its date headers and its timeline."""

from __future__ import annotations

SHEET = """
#grid { padding-left: 0px; }
"""
