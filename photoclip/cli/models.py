"""The verbs about models: ``models list``."""

from __future__ import annotations

import argparse
from typing import Any

from photoclip.cli.output import Output
from photoclip.clip import zoo
from photoclip.engine import model_directory
from photoclip.paths import Paths
from photoclip.settings import load_settings


def show(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models list"""
    del arguments
    settings, _ = load_settings(paths.settings_file)
    used = model_directory(settings).resolve()
    rows: list[dict[str, Any]] = [
        {
            "name": found.name,
            "dim": found.dim,
            "megabytes": round(found.size / 1e6, 1),
            "licence": found.licence,
            "in_use": found.path.resolve() == used,
            "path": str(found.path),
            "problem": found.problem,
        }
        for found in zoo.find_models(paths)
    ]
    lines = [
        f"{'*' if row['in_use'] else ' '} {row['name']:32} "
        + (row["problem"] or f"{row['dim']} dimensions, {row['megabytes']} MB, {row['licence']}")
        for row in rows
    ]
    output.result({"models": rows}, "\n".join(lines))
    return 0
