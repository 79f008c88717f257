"""What went wrong, in the person's language: the engine words its errors in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from PySide6.QtCore import QCoreApplication

from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.error_texts import TEMPLATES
from photoclip.gui.translation import tr

# Values between so few letters ("{0}, over {1}") are taken for such only where they are known.
FEW = 8
# Between reasons that hold at the same time.
SEVERAL = "; "
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
# What may stand before a finding: the name of a setting, file or server.
_NAMED = (re.compile(r"(\S+) (.+)", re.DOTALL), re.compile(r"(\S+: \S+) (.+)", re.DOTALL))


@dataclass(frozen=True, slots=True)
class _Form:
    """A template: how it starts, and what texts made of it look like."""

    template: str
    start: str
    pattern: re.Pattern[str]
    vague: bool


def message(error: PhotoclipError) -> str:
    """All that an error says, on one line: which file, what, and what to do about it."""
    subject = f"{locations.shown(error.path)}: " if error.path is not None else ""
    return " ".join(f"{subject}{sentence(error)}".split())


def sentence(error: PhotoclipError) -> str:
    """What an error found and what to do about it, without the file."""
    finding = reason(error.finding)
    return f"{finding}. {reason(error.hint)}" if error.hint else finding


def reason(text: str) -> str:
    """A finding, hint or reason; what has no translation stays English."""
    found = _parsed(text)
    parts = text.split(SEVERAL)
    if len(parts) > 1 and (found is None or _are_several(parts, found[1])):
        return SEVERAL.join(map(reason, parts))
    if found is None:
        return text
    template, values = found
    translated = QCoreApplication.translate("errors", template)
    return translated.format(*map(_value, values))


def _are_several(parts: list[str], values: tuple[str, ...]) -> bool:
    """Whether a text that fits a template fits it only because a value spans several reasons."""
    if not any(SEVERAL in value for value in values) or _parsed(parts[0]) is None:
        return False
    return any(_parsed(part) is not None for part in parts[1:])


def _value(text: str) -> str:
    if _GROUPED.fullmatch(text):
        return wording.number(int(text.replace(",", "")))
    return _inputs().get(text) or reason(text)


def _inputs() -> dict[str, str]:
    """What a model is given, as the examination of one names it."""
    return {"picture": tr("picture", "input of a model"), "text": tr("text", "input of a model")}


# The list of problems asks for the same few again and again.
@lru_cache(maxsize=50_000)
def _parsed(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The template that a text was made of, and the values in it."""
    found = _known(text)
    if found is not None:
        return found
    for pattern in _NAMED:
        named = pattern.fullmatch(text)
        if named and _known(named[2]):
            return "{0} {1}", named.groups()
    return None


def _known(text: str) -> tuple[str, tuple[str, ...]] | None:
    if text in _exact():
        return text, ()
    for form in _forms():
        match = form.pattern.fullmatch(text) if text.startswith(form.start) else None
        if match and not (form.vague and _known(match[1]) is None):
            return form.template, match.groups()
    return None


@lru_cache(maxsize=1)
def _exact() -> frozenset[str]:
    return frozenset(text for text in TEMPLATES if "{0}" not in text)


@lru_cache(maxsize=1)
def _forms() -> tuple[_Form, ...]:
    """Templates with values, those that say most first."""
    forms = [_form(template) for template in TEMPLATES if "{0}" in template]
    return tuple(sorted(forms, key=lambda form: len(form.pattern.pattern), reverse=True))


def _form(template: str) -> _Form:
    parts = list(Formatter().parse(template))
    pattern = "".join(
        re.escape(part) + ("(.*?)" if field is not None else "") for part, field, *_ in parts
    )
    letters = sum(len(part) for part, *_ in parts)
    vague = not parts[0][0] and letters < FEW
    return _Form(template, parts[0][0], re.compile(pattern, re.DOTALL), vague)
