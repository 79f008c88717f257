"""What names, prompts and colours of labels may be."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from photoclip.clip.prompts import template_names
from photoclip.domain.names import tidy
from photoclip.errors import LabelError

LONGEST_NAME = 200
LONGEST_TEXT = 1000
MOST_PROMPTS = 50
# More than anybody chooses one by one.
MOST_EXAMPLES = 400
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def proper_name(name: str) -> str:
    """A whole path without needless space, as "animals/dog". Raises LabelError."""
    parts = [tidy(part) for part in name.split("/")]
    if not any(parts):
        raise LabelError("a label needs a name")
    if not all(parts):
        hint = "Write it as animals/dog, without a slash at its ends."
        raise LabelError(f"the name {tidy(name)!r} has an empty part", hint=hint)
    proper = "/".join(parts)
    if len(proper) > LONGEST_NAME:
        raise LabelError(f"a label's name has at most {LONGEST_NAME} characters")
    return proper


def proper_prompts(prompts: Iterable[str]) -> tuple[str, ...]:
    """Prompts on one line each, every one once, without empty ones. Raises LabelError."""
    found = tuple(dict.fromkeys(text for text in map(tidy, prompts) if text))
    if len(found) > MOST_PROMPTS:
        raise LabelError(f"a label has at most {MOST_PROMPTS} prompts")
    for prompt in found:
        proper_text(prompt, "a prompt")
    return found


def proper_text(text: str, what: str) -> str:
    """A text without needless space. Raises LabelError where it is too long."""
    found = tidy(text)
    if len(found) > LONGEST_TEXT:
        raise LabelError(f"{what} has at most {LONGEST_TEXT} characters")
    return found


def proper_color(color: str) -> str:
    """ "#rrggbb" in small letters, or "". Raises LabelError."""
    color = color.strip()
    if color and not _COLOR.fullmatch(color):
        raise LabelError(f"{tidy(color)!r} is no colour", hint="Write it as #rrggbb.")
    return color.lower()


def proper_templates(names: Iterable[str]) -> tuple[str, ...]:
    """Names of prompt templates that there are. Raises LabelError."""
    known = template_names()
    found = tuple(dict.fromkeys(name for name in map(str.strip, names) if name))
    for name in found:
        if name not in known:
            hint = f"There are: {', '.join(known)}."
            raise LabelError(f"there are no prompt templates {tidy(name)!r}", hint=hint)
    return found


def proper_examples(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files that can be, each once. Raises LabelError where one cannot, or there are too many."""
    found = tuple(dict.fromkeys(paths))
    if len(found) > MOST_EXAMPLES:
        hint = "Photos of the library can be any number of examples."
        finding = f"a label has at most {MOST_EXAMPLES} examples of a kind from elsewhere"
        raise LabelError(finding, hint=hint)
    for path in found:
        if not _is_possible(path):
            raise LabelError(f"{str(path)!a} can be no file")
    return found


def _is_possible(path: Path) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
