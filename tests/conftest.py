"""What tests of several kinds need."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from photoclip.paths import bundled


@pytest.fixture
def other_model(tmp_path: Path) -> Path:
    """The embedded model under another name, with a file that makes another fingerprint."""
    folder = tmp_path / "other"
    shutil.copytree(bundled("models/embedded"), folder)
    config = folder / "config.json"
    config.write_text(config.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    manifest = json.loads((folder / "photoclip.json").read_text(encoding="utf-8"))
    manifest["name"] = "the other model"
    manifest.pop("files")
    (folder / "photoclip.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder
