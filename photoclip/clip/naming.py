"""Finds the model that a person means by a name or a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from photoclip.clip.zoo import InstalledModel, entries, find_entry, find_models, unknown
from photoclip.errors import ModelError
from photoclip.paths import Paths, expanded
from photoclip.settings import EMBEDDED


def choice_of(text: str, paths: Paths) -> str:
    """A name of an installed model, of its folder, or a path, as the settings name models.

    Gives EMBEDDED or an absolute path; what lies there need not be a model. Names go before
    folders of the same name in the current one, which can be called ./NAME.
    Raises ModelError for a name that nothing here has, telling how to download what the zoo has,
    and for one that several models have.
    """
    if text in ("", EMBEDDED):
        return EMBEDDED
    installed = find_models(paths)
    if not _looks_like_a_path(text):
        found = [model for model in installed if text.casefold() in _names(model)]
        if len(found) > 1:
            places = ", ".join(str(model.path) for model in found)
            raise ModelError(f"{text!r} is the name of several models", hint=f"Name one: {places}.")
        if found:
            return _choice(found[0])
    folder = expanded(Path(text)).absolute()
    if not folder.exists():
        _refuse_missing(text, installed)
    same = [model for model in installed if model.embedded and _is_same(model.path, folder)]
    return _choice(same[0]) if same else str(folder)


def _refuse_missing(text: str, installed: Sequence[InstalledModel]) -> None:
    """What is a path may turn up later; a name that nothing has will not."""
    entry = find_entry(text)
    if entry is not None:
        hint = f"Run: photoclip models download {entry.name}"
        raise ModelError(f"{entry.name} is not on this machine yet", hint=hint)
    if not _looks_like_a_path(text):
        names = [model.name for model in installed] + [entry.name for entry in entries()]
        raise unknown(text, names)


def _looks_like_a_path(text: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return text in (".", "..") or text.startswith("~") or any(mark in text for mark in separators)


def _names(model: InstalledModel) -> set[str]:
    return {model.name.casefold(), model.path.name.casefold()}


def _choice(model: InstalledModel) -> str:
    return EMBEDDED if model.embedded else str(model.path)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
