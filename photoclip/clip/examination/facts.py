"""What a model directory was recognised as, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from photoclip.clip.graph import ImageInput, Port, TextInput
from photoclip.clip.report import Fact, Part, Topic
from photoclip.clip.session import DeviceReport
from photoclip.clip.spec import ModelDirectory, TowerSpec
from photoclip.clip.towers import LoadedGraph

_UNKNOWN = "not stated"


def directory_facts(directory: ModelDirectory) -> Iterator[Fact]:
    """What is known before a graph is loaded."""
    spec, model = directory.spec, Part.MODEL
    yield from (Fact(model, Topic.RECOGNISED, said) for said in directory.recognised)
    yield Fact(Part.IMAGE, Topic.PRECISION, _precision(directory.image))
    yield Fact(Part.TEXT, Topic.PRECISION, _precision(directory.text))
    yield Fact(model, Topic.LANGUAGES, ", ".join(spec.languages) or _UNKNOWN)
    yield Fact(model, Topic.LICENCE, spec.licence or _UNKNOWN)
    yield Fact(model, Topic.SOURCE, spec.source or _UNKNOWN)


def image_facts(graph: LoadedGraph[ImageInput]) -> Iterator[Fact]:
    """What the image graph takes and gives."""
    entry = graph.entry
    order = "colours last" if entry.channels_last else "colours first"
    reason = f"{order}; {_batch(entry.batch)}"
    yield from _ports(Part.IMAGE, graph, reason)
    yield _device(Part.IMAGE, graph.report)


def text_facts(graph: LoadedGraph[TextInput], directory: ModelDirectory) -> Iterator[Fact]:
    """What the text graph takes and gives."""
    entry = graph.entry
    yield from _ports(Part.TEXT, graph, _batch(entry.batch))
    yield _device(Part.TEXT, graph.report)
    yield _context(entry, directory)


def size_on_disk(path: Path) -> int:
    """Bytes of all files of the directory that can be read."""
    total = 0
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                total += (Path(folder) / name).stat().st_size
            except OSError:
                # A link to nowhere takes no room.
                continue
    return total


def _ports(
    part: Part, graph: LoadedGraph[ImageInput] | LoadedGraph[TextInput], reason: str
) -> Iterator[Fact]:
    session = graph.session
    yield Fact(part, Topic.INPUT, _listed(session.inputs()), reason)
    chosen = [port for port in session.outputs() if port.name == graph.output]
    yield Fact(part, Topic.OUTPUT, _listed(chosen), _choice(graph, session.outputs()))


def _choice(
    graph: LoadedGraph[ImageInput] | LoadedGraph[TextInput], outputs: Sequence[Port]
) -> str:
    if len(outputs) == 1:
        return "the only output"
    if graph.output in graph.tower.outputs:
        return f"the layout names it, of {len(outputs)} outputs"
    return f"the first of {len(outputs)} outputs with {graph.dim} numbers for each input"


def _batch(batch: int | None) -> str:
    return "any number at once" if batch is None else f"{batch} at once"


def _context(entry: TextInput, directory: ModelDirectory) -> Fact:
    stated = directory.tokenizer.context_length
    if entry.length is not None:
        return Fact(Part.TEXT, Topic.CONTEXT, str(entry.length), "fixed by the graph")
    reason = "stated by the directory" if stated else "CLIP's, as nothing else is stated"
    return Fact(Part.TEXT, Topic.CONTEXT, str(directory.spec.context_length), reason)


def _device(part: Part, report: DeviceReport) -> Fact:
    reasons = [report.reason, report.precision_reason]
    value = f"{report.device}, {report.precision}"
    return Fact(part, Topic.DEVICE, value, "; ".join(filter(None, reasons)))


def _listed(ports: Sequence[Port]) -> str:
    return ", ".join(f"{port.name} {_type(port)} {_shape(port)}" for port in ports)


def _type(port: Port) -> str:
    return port.type.removeprefix("tensor(").removesuffix(")")


def _shape(port: Port) -> str:
    sides = ("?" if side is None else str(side) for side in port.shape)
    return f"({', '.join(sides)})" if port.shape else "(?)"


def _precision(tower: TowerSpec) -> str:
    others = [variant.precision for variant in tower.variants]
    return f"{tower.precision} (also: {', '.join(others)})" if others else tower.precision
