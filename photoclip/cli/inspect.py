"""The verb that looks at the state of things: ``check``."""

from __future__ import annotations

import argparse
from dataclasses import asdict, dataclass, field
from typing import Any

from photoclip.catalog.faults import damaged
from photoclip.cli import switching
from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip import distribution
from photoclip.engine import Engine
from photoclip.errors import ModelError, QueryError
from photoclip.index.tuning import NEIGHBOURS
from photoclip.paths import Paths


@dataclass
class _Findings:
    """facts hold either way; wrong is what needs mending."""

    facts: dict[str, Any] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def check(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip check. Exit code 1 where something needs mending."""
    found = _Findings()
    with Engine.open(paths, writable=False) as engine:
        found.wrong += [str(problem) for problem in engine.settings_problems]
        if _check_catalog(engine, found):
            _check_model(engine, found)
            if arguments.recall and not found.wrong:
                _measure_recall(engine, found, output)
    values = {"ok": not found.wrong, **found.facts, "findings": found.wrong}
    lines = [f"{name.replace('_', ' '):20} {_shown(value)}" for name, value in found.facts.items()]
    lines += [f"to mend: {finding}" for finding in found.wrong] or ["all is well"]
    output.result(values, "\n".join(lines))
    return 1 if found.wrong else 0


def _check_catalog(engine: Engine, found: _Findings) -> bool:
    """Whether the catalog is sound, so that more can be asked of it."""
    wrong = engine.catalog.check()
    if wrong:
        found.wrong += [str(damaged(engine.paths.catalog_file, text)) for text in wrong]
        return False
    roots = engine.library.roots()
    found.facts |= {
        "library": str(engine.paths.data),
        "folders": len(roots),
        "folders_offline": sum(not root.online for root in roots),
        "files": engine.catalog.files.count(),
        "photos": engine.catalog.photos.count(),
        "problems": len(engine.library.problems()),
    }
    return True


def _check_model(engine: Engine, found: _Findings) -> None:
    try:
        model = engine.model.get()
        if model.checked is None:
            model.self_check()
        found.facts |= {
            "model": model.spec.name,
            "device": model.device.device,
            "device_reason": model.device.reason,
            "precision": model.device.precision,
            "precision_reason": model.device.precision_reason,
            "indexed": engine.search.text("a photo", limit=1).searched,
            "search": engine.search.plan(),
            **switching.facts(engine),
        }
    except (ModelError, QueryError) as error:
        found.wrong.append(str(error))
    found.wrong += filter(None, [distribution.conflict()])


def _measure_recall(engine: Engine, found: _Findings, output: Output) -> None:
    with cancel_on_interrupt() as cancel, output.progress() as progress:
        engine.search.refresh_graph(cancel, progress)
    found.facts["recall"] = {str(one.kind): asdict(one) for one in engine.search.recalls()}


def _shown(value: Any) -> str:
    """A fact in a line. What was measured of the graph: none where it is not needed."""
    if not isinstance(value, dict):
        return str(value)
    parts = [
        f"{kind}: {row['recall']:.1%} of the {NEIGHBOURS} best, {row['graph_ms']:.1f} ms with "
        f"ef {row['ef']} (exact: {row['exact_ms']:.1f} ms)"
        for kind, row in value.items()
    ]
    return "; ".join(parts) or "every photo is compared, so that none is missed"
