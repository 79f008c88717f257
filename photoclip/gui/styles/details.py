"""The details panel."""

from __future__ import annotations

SHEET = ""
