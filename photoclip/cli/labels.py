"""The verb ``label``: what people look for in their photos."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from photoclip.catalog.tags import TagCounts
from photoclip.cli.examples import cleared, lines, say, shown
from photoclip.cli.output import Output
from photoclip.cli.selecting import chosen_labels
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import Label, PhotoId, Preset
from photoclip.engine import Engine
from photoclip.errors import LabelError, QueryError
from photoclip.library.export import write
from photoclip.paths import Paths, expanded
from photoclip.tagging import naming
from photoclip.tagging.explaining import Why
from photoclip.tagging.files import parsed, read, values_of
from photoclip.tagging.labels import Added
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Verdict
from photoclip.tagging.sets import label_set, label_sets

_NOTHING = TagCounts()


def show_all(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label list"""
    if arguments.sets:
        return _show_sets(output)
    with Engine.open(paths, writable=False) as engine:
        labels = engine.labels.all()
        counts = engine.catalog.tags.counts()
    values = [_values(label, counts.get(label.id, _NOTHING)) for label in labels]
    lines = [_line(label, counts.get(label.id, _NOTHING)) for label in labels]
    none = "no labels yet; photoclip label list --sets shows some to begin with"
    output.result({"labels": values}, "\n".join(lines) or none)
    return 0


def _show_sets(output: Output) -> int:
    sets = label_sets()
    values = [{"name": one.name, "labels": [label.name for label in one.labels]} for one in sets]
    lines = [
        f"{one.name}  {len(one.labels)} labels: {', '.join(x.leaf for x in one.labels[:8])} ..."
        for one in sets
    ]
    output.result({"sets": values}, "\n".join([*lines, "add one: photoclip label import NAME"]))
    return 0


def show(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label show NAME"""
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        label = engine.labels.named(arguments.name)
        if arguments.why is not None:
            return _show_why(engine, label, arguments.why, output)
        counts = engine.catalog.tags.counts().get(label.id, _NOTHING)
        versions = engine.catalog.labels.versions(label.id)
        preview = engine.tagging.preview(label)
    values = {
        **_values(label, counts),
        "versions": len(versions),
        "clicks": preview.clicks,
        "finding": preview.finding,
        "unusable": {str(error.path): error.finding for error in preview.unusable},
        "presets": {preset.value: _at(preview, preview.presets[preset]) for preset in Preset},
        "now": _at(preview, preview.place),
    }
    output.result(values, "\n".join(_description(label, counts, preview)))
    return 0


def _show_why(engine: Engine, label: Label, path: Path, output: Output) -> int:
    photo = _photo(engine, path)
    why = engine.tagging.why(photo, label.id)
    values = {
        "label": label.name,
        "photo": photo,
        "score": why.score,
        "threshold": why.threshold,
        "passes": why.passes,
        "state": why.tag.state.value if why.tag is not None else None,
        "source": why.tag.source.value if why.tag is not None else None,
        "version": why.version,
        "prompts": [{"text": text, "cosine": cosine} for text, cosine in why.prompts],
        "competing": [
            {"label": one.label.name, "score": one.score, "threshold": one.threshold}
            for one in why.competing
        ],
        "accepted": [{"photo": number, "cosine": cosine} for number, cosine in why.accepted],
        "rejected": [{"photo": number, "cosine": cosine} for number, cosine in why.rejected],
    }
    output.result(values, "\n".join(_reasons(engine, why)))
    return 0


def add(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label add NAME"""
    # Before a library is made: wrong usage is wrong whether or not there is one yet.
    naming.proper_name(arguments.name)
    with Engine.open(paths, sharing=True) as engine:
        said = {
            Verdict.RIGHT: shown(engine, arguments.example),
            Verdict.WRONG: shown(engine, arguments.no_example),
        }
        label = engine.labels.add(arguments.name, **_fields(arguments))
        say(engine, label, said)
        label = engine.labels.get(label.id)
        counts = engine.catalog.tags.counts().get(label.id, _NOTHING)
    output.result(_values(label, counts), f"defined: {label.name}")
    if not output.json:
        output.note("see what it finds: photoclip label show NAME; photoclip tag --suggest")
    return 0


def edit(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label edit NAME"""
    with Engine.open(paths, sharing=True) as engine:
        label = engine.labels.named(arguments.name)
        said = {
            Verdict.RIGHT: shown(engine, arguments.accept, label),
            Verdict.WRONG: shown(engine, arguments.reject, label),
            Verdict.CLEAR: cleared(engine, arguments.clear, label),
        }
        changes = _fields(arguments)
        if arguments.rename is not None:
            changes["name"] = arguments.rename
        if not changes and not any(map(any, said.values())):
            raise QueryError("nothing is to be changed", hint="See: photoclip label edit --help")
        if changes:
            engine.labels.edit(label.id, **changes)
        say(engine, label, said)
        changed = engine.labels.get(label.id)
        counts = engine.catalog.tags.counts().get(label.id, _NOTHING)
    output.result(_values(changed, counts), _line(changed, counts))
    return 0


def remove(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label remove NAME..."""
    with Engine.open(paths, sharing=True) as engine:
        # All of them are looked up first: a wrong name leaves everything as it is.
        if arguments.below:
            found = chosen_labels(engine, arguments.names) or []
        else:
            found = list(dict.fromkeys(map(engine.labels.named, arguments.names)))
        removed = [engine.labels.remove(label.id) for label in found]
    values = [{"name": one.label.name, "tags": len(one.tags)} for one in removed]
    lines = [f"removed: {one.label.name}, with {len(one.tags)} tags" for one in removed]
    output.result({"removed": values}, "\n".join(lines))
    return 0


def take_in(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label import FILE|SET..."""
    # Before anything is locked, or made: a source may lie on a slow drive, or be of no use.
    sources = [_read(source, arguments) for source in arguments.sources]
    with Engine.open(paths, sharing=True) as engine, engine.catalog.transaction():
        take_in = engine.labels.take_in
        every = [take_in(labels, replace_known=replace) for labels, replace in sources]
    added = Added(
        tuple(label for one in every for label in one.new),
        tuple(label for one in every for label in one.changed),
        tuple(label for one in every for label in one.known),
    )
    values = {
        "new": [label.name for label in added.new],
        "changed": [label.name for label in added.changed],
        "known": [label.name for label in added.known],
    }
    output.result(values, _counted(added))
    return 0


def _read(source: str, arguments: argparse.Namespace) -> tuple[Sequence[Label], bool]:
    """The labels of a file or of a set, and whether they replace those that are known."""
    file = expanded(Path(source))
    # Path.exists() raises where a name is too long for a file.
    there = os.path.exists(file)  # noqa: PTH110
    if not there and "/" not in source and "." not in source:
        return label_set(source, exclusive=arguments.exclusive).labels, False
    return parsed(read(file), file), arguments.replace


def hand_out(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip label export"""
    with Engine.open(paths, writable=False) as engine:
        labels = chosen_labels(engine, arguments.names) or engine.labels.scored()
        file = arguments.output
        as_json = output.json if file is None else file.suffix.lower() == ".json"
        export = engine.labels.export_json if as_json else engine.labels.export_text
        text = export(labels)
    if file is None:
        output.write(text if text.endswith("\n") or not text else f"{text}\n")
        return 0
    write(file, text)
    values = {"file": str(file), "labels": len(labels)}
    output.result(values, f"{len(labels)} labels written to {file}")
    return 0


def _fields(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was said of a label, as fields of Label."""
    given = {
        "description": arguments.description,
        "prompts": arguments.prompt,
        "templates": arguments.template,
        "color": arguments.color,
        "set": arguments.set,
        "group": arguments.group,
        "automatic": arguments.automatic,
        "preset": Preset(arguments.preset) if arguments.preset is not None else None,
        "threshold": arguments.threshold,
    }
    fields = {name: value for name, value in given.items() if value is not None}
    if arguments.preset is not None and arguments.threshold is None:
        # The preset counts again where a threshold was chosen by hand before.
        fields["threshold"] = None
    return fields


def _photo(engine: Engine, path: Path) -> PhotoId:
    file = engine.catalog.files.by_path(path)
    if file is None or file.photo is None:
        hint = "Its folder has to be watched and indexed: photoclip add, photoclip index."
        raise LabelError("is no photo of this library", path=path, hint=hint)
    return file.photo


def _values(label: Label, counts: TagCounts) -> dict[str, Any]:
    return {
        "id": label.id,
        **values_of(label),
        "accepted": counts.accepted,
        "suggested": counts.suggested,
        "rejected": counts.rejected,
    }


def _line(label: Label, counts: TagCounts) -> str:
    parts = [f"{counts.accepted} photos"]
    if counts.suggested:
        parts.append(f"{counts.suggested} suggested")
    if label.automatic:
        parts.append("automatic")
    return f"{label.name}  ({', '.join(parts)})"


def _at(preview: Preview, place: int) -> dict[str, Any]:
    return {
        "photos": int(preview.counts[place]),
        "precision": round(float(preview.precision[place]), 3) if place else None,
        "threshold": round(preview.threshold(place), 3) if place else None,
    }


_PRESETS = {
    Preset.FEW: "few but sure",
    Preset.BALANCED: "balanced",
    Preset.GENEROUS: "generous",
}


def _description(label: Label, counts: TagCounts, preview: Preview) -> Iterator[str]:
    yield _line(label, counts)
    if label.description:
        yield f"  {label.description}"
    for prompt in label.prompts:
        yield f"  prompt: {prompt}"
    yield from lines(label, preview)
    if label.group:
        yield f"  one of the group {label.group}"
    yield f"  clicks: {preview.clicks}"
    for preset, name in _PRESETS.items():
        place = preview.presets[preset]
        chosen = label.threshold is None and preset is label.preset
        yield f"  {name}: {_estimate(preview, place)}{'  (chosen)' if chosen else ''}"
    if label.threshold is not None:
        yield f"  by hand, from {label.threshold:.2f}: {_estimate(preview, preview.place)}"
    if preview.finding:
        yield f"  {preview.finding}"


def _estimate(preview: Preview, place: int) -> str:
    if not place:
        return "nothing"
    share = round(100 * float(preview.precision[place]))
    return f"{int(preview.counts[place])} photos, about {share} % of them right"


def _reasons(engine: Engine, why: Why) -> Iterator[str]:
    known = f"{why.tag.state} ({why.tag.source})" if why.tag is not None else "not tagged"
    yield f"{why.label.name}: {known}"
    reach = f"threshold {why.threshold:.2f}" if why.threshold is not None else why.finding
    yield f"  score {why.score:.2f}, {reach}"
    for text, cosine in why.prompts[:3]:
        yield f"  prompt: {text}  {cosine:.3f}"
    for one in why.competing:
        limit = f"threshold {one.threshold:.2f}" if one.threshold is not None else "no threshold"
        yield f"  competing: {one.label.name}  {one.score:.2f} ({limit})"
    for title, photos in (("accepted", why.accepted), ("rejected", why.rejected)):
        for photo, cosine in photos:
            places = engine.catalog.files.paths_of([photo]).get(photo, [])
            yield f"  near one {title}: {places[0] if places else photo}  {cosine:.3f}"


def _counted(added: Added) -> str:
    parts = [
        f"{len(some)} {word}"
        for some, word in (
            (added.new, "new"),
            (added.changed, "changed"),
            (added.known, "known already"),
        )
        if some or word == "new"
    ]
    return f"labels: {', '.join(parts)}"
