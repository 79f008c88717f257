"""The command palette and the cheat sheet."""

from __future__ import annotations

SHEET = ""
