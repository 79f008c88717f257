"""What the middle of the window shows while there are no photos."""

from __future__ import annotations

SHEET = ""
