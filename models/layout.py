"""The JSON files of a model directory."""

from __future__ import annotations

import json
from pathlib import Path


def write_json(path: Path, content: object) -> None:
    """Write one, and the folder that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
