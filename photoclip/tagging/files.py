"""Labels as plain text and as JSON.

Plain text has a label a line, its prompts after " = " with " | " between them; lines that begin
with "@" hold for the labels below them:

    @set nature
    @group season
    @templates scene
    winter = a snowy winter landscape | bare trees in winter
    @group
    animals/dog

A backslash takes the sign behind it as it is; "#" begins a line of comment. What plain text does
not hold (descriptions, automatic labels, presets, thresholds, examples) only JSON does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from photoclip.domain import Label, LabelId, Preset
from photoclip.domain.names import tidy
from photoclip.errors import LabelError
from photoclip.paths import expanded
from photoclip.tagging import naming
from photoclip.tagging.examples import absolute

FORMAT = "photoclip labels"
_LARGEST = 16 * 1024 * 1024
_NEW = LabelId(0)
_SIGNS = re.compile(r"\\(.)|\s([=|])\s|(.)", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udfff]")
_TEXTS = ("name", "description", "color", "set", "group")
_LISTS = ("prompts", "templates")
_PATHS = ("examples", "counterexamples")


def read(path: Path) -> str:
    """The text of a file. Raises LabelError where it cannot be read, or is no such text."""
    try:
        with path.open("rb") as file:
            # Not all that can be opened has an end.
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise LabelError(f"cannot be read ({error.strerror})", path=path) from error
    if len(content) > _LARGEST:
        raise LabelError("is too large for a list of labels", path=path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise LabelError("is no text in UTF-8", path=path, hint=hint) from error


def parsed(text: str, path: Path | None = None) -> list[Label]:
    """Labels from plain text or JSON, as they were written. Raises LabelError."""
    text = text.removeprefix("\ufeff")
    start = text.lstrip()
    is_json = start.startswith(("{", "[")) or (path is not None and path.suffix.lower() == ".json")
    labels = _from_json(text, path) if is_json else _from_lines(text, path)
    if not labels:
        raise LabelError("holds no labels", path=path)
    return labels


def as_text(labels: Sequence[Label]) -> str:
    """Labels as plain text."""
    lines: list[str] = []
    before = Label(_NEW, "")
    for label in labels:
        lines += _changes(before, label)
        own = " | ".join(map(_escaped, label.prompts))
        lines.append(f"{_escaped(label.name)} = {own}" if own else _escaped(label.name))
        before = label
    return "".join(f"{line}\n" for line in lines)


def as_json(labels: Sequence[Label]) -> str:
    """Labels as JSON, with all that is known of them."""
    rows = list(map(values_of, labels))
    text = json.dumps(
        {"format": FORMAT, "version": 1, "labels": rows}, ensure_ascii=False, indent=2
    )
    # Names of files that are no valid Unicode, which UTF-8 cannot hold.
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def values_of(label: Label) -> dict[str, Any]:
    """All that is known of a label by itself, for JSON."""
    return {
        "name": label.name,
        "description": label.description,
        "prompts": list(label.prompts),
        "templates": list(label.templates),
        "color": label.color,
        "set": label.set,
        "group": label.group,
        "automatic": label.automatic,
        "preset": label.preset.value,
        "threshold": label.threshold,
        **{name: list(map(str, getattr(label, name))) for name in _PATHS},
    }


@dataclass(frozen=True, slots=True)
class _Setting:
    """A line that begins with "@": what it is called, and how it is read and written."""

    read: Callable[[Label, str], Label]
    write: Callable[[Label], str]


_SETTINGS = {
    "set": _Setting(lambda label, text: replace(label, set=text), lambda label: label.set),
    "group": _Setting(lambda label, text: replace(label, group=text), lambda label: label.group),
    "color": _Setting(lambda label, text: replace(label, color=text), lambda label: label.color),
    "templates": _Setting(
        lambda label, text: replace(label, templates=tuple(text.split())),
        lambda label: " ".join(label.templates),
    ),
}


def _changes(before: Label, label: Label) -> Iterator[str]:
    for name, setting in _SETTINGS.items():
        if setting.write(before) != setting.write(label):
            yield f"@{name} {setting.write(label)}".rstrip()


def _from_lines(text: str, path: Path | None) -> list[Label]:
    labels: list[Label] = []
    like = Label(_NEW, "")
    # Not splitlines(), which divides names at signs that are no ends of lines.
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("@"):
                like = _with_setting(like, line)
            else:
                labels.append(_label(like, line))
        except LabelError as error:
            raise LabelError(
                f"line {number}: {error.finding}", path=path, hint=error.hint
            ) from error
    return labels


def _with_setting(like: Label, line: str) -> Label:
    name, _, value = line[1:].partition(" ")
    setting = _SETTINGS.get(name)
    if setting is None:
        hint = f"There are: {', '.join('@' + known for known in _SETTINGS)}."
        raise LabelError(f"{tidy(line)[:80]!r} is no setting", hint=hint)
    return setting.read(like, value.strip())


def _label(like: Label, line: str) -> Label:
    fields, marks = _divided(line)
    if len(fields) > 1 and marks[0] != "=":
        raise LabelError("prompts stand after a name and =", hint="animals/dog = a dog | a puppy")
    if "=" in marks[1:]:
        raise LabelError("there is more than one =", hint=r"Write \= where it belongs to a text.")
    return replace(like, name=naming.proper_name(fields[0]), prompts=tuple(fields[1:]))


def _divided(line: str) -> tuple[list[str], list[str]]:
    """The texts of a line, and the marks between them."""
    fields, marks = [""], []
    for found in _SIGNS.finditer(line):
        escaped, mark, sign = found.groups()
        if mark:
            marks.append(mark)
            fields.append("")
        else:
            fields[-1] += escaped or sign
    return [field.strip() for field in fields], marks


def _escaped(text: str) -> str:
    escaped = re.sub(r"[\\=|]", r"\\\g<0>", text)
    return f"\\{escaped}" if escaped.startswith(("#", "@", "[", "{")) else escaped


def _from_json(text: str, path: Path | None) -> list[Label]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LabelError(f"is damaged JSON ({error})", path=path) from error
    rows = found.get("labels") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        raise LabelError("holds no list of labels", path=path)
    labels = []
    for number, row in enumerate(rows, start=1):
        try:
            one = {"name": row} if isinstance(row, str) else row
            labels.append(_from_row(one, path.parent if path is not None else Path()))
        except LabelError as error:
            finding = f"label {number}: {error.finding}"
            raise LabelError(finding, path=path, hint=error.hint) from error
    return labels


def _from_row(row: object, folder: Path) -> Label:
    if not isinstance(row, dict):
        raise LabelError("is no label")
    fields: dict[str, Any] = {}
    for name in _TEXTS:
        fields[name] = _typed(row, name, str, "")
    for name in _LISTS:
        fields[name] = _listed(row, name)
    for name in _PATHS:
        # Beside the file that names them, where they are not written out.
        fields[name] = tuple(absolute(folder / expanded(Path(text))) for text in _listed(row, name))
    fields["automatic"] = _typed(row, "automatic", bool, False)
    fields["preset"] = _preset(_typed(row, "preset", str, Preset.BALANCED.value))
    fields["threshold"] = _number(row.get("threshold"))
    naming.proper_name(fields["name"])
    return Label(_NEW, **fields)


def _listed(row: dict[str, Any], name: str) -> tuple[str, ...]:
    texts = _typed(row, name, list, [])
    if not all(isinstance(text, str) for text in texts):
        raise LabelError(f"{name} is no list of texts")
    return tuple(texts)


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LabelError("threshold is no number")
    try:
        return float(value)
    except OverflowError as error:
        raise LabelError("threshold is no such number") from error


def _typed(row: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = row.get(name, default)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise LabelError(f"{name} is not what it should be")
    return value


def _preset(name: str) -> Preset:
    try:
        return Preset(name)
    except ValueError as error:
        hint = f"There are: {', '.join(Preset)}."
        raise LabelError(f"there is no preset {tidy(name)!r}", hint=hint) from error
