"""How a query may go on, for people and for shells: ``photoclip search --complete``."""

from __future__ import annotations

from photoclip.cli.comparing import recent_searches
from photoclip.cli.output import Output
from photoclip.engine import Engine
from photoclip.paths import Paths
from photoclip.search import vocabulary
from photoclip.search.completing import Completion, complete


def completions(engine: Engine, text: str, paths: Paths, output: Output) -> int:
    """Print what fits at the end of a query, the likeliest first."""
    known = vocabulary.read(engine.catalog, engine.search.collections)
    found = complete(text, len(text), known, recent_searches(paths))
    values = [
        {
            "kind": one.kind.value,
            "filter": one.name,
            "value": one.shown,
            "query": one.applied(text).rstrip(),
            "photos": one.photos,
        }
        for one in found
    ]
    output.result(
        {"query": text, "completions": values}, "\n".join(_line(text, one) for one in found)
    )
    return 0


def _line(text: str, one: Completion) -> str:
    photos = f"  ({one.photos})" if one.photos is not None else ""
    return f"{one.applied(text).rstrip()}{photos}"
