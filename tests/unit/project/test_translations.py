"""Every text of the window has a translation, and the compiled files hold what the sources say."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

import photoclip.gui
from installer.texts import translations
from photoclip.gui.translation import LANGUAGES

FILES = [translations.PLURALS, *translations.FOLDER.glob("photoclip_??.ts")]


def messages(file: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Context, source, and the forms of the translation."""
    for context in ET.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            yield (
                context.findtext("name") or "",
                message.findtext("source") or "",
                forms or [translation.text or ""],
            )


def qt_classes() -> set[str]:
    found = set()
    for module in pkgutil.walk_packages(photoclip.gui.__path__, "photoclip.gui."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, QObject):
                found.add(name)
    return found


def test_there_is_a_file_for_each_language() -> None:
    assert {file.stem for file in FILES} == {f"photoclip_{code}" for code in LANGUAGES}


def test_the_files_hold_the_texts_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations"
    shutil.copytree(translations.FOLDER, folder)
    monkeypatch.setattr(translations, "FOLDER", folder)
    monkeypatch.setattr(translations, "PLURALS", folder / translations.PLURALS.name)
    monkeypatch.setattr(translations, "ERRORS", tmp_path / "errors")
    assert translations.main() == 0, "run `make translations` and translate what it names"
    for file in FILES:
        assert list(messages(file)) == list(messages(folder / file.name))
        compiled = file.with_suffix(".qm").name
        assert (translations.FOLDER / compiled).read_bytes() == (folder / compiled).read_bytes()


def test_errors_are_those_of_today() -> None:
    assert not translations.behind(), "run `make translations` and translate what it names"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_are_looked_up_where_they_are_kept(file: Path) -> None:
    """lupdate takes the class for the context; only QObjects look there."""
    contexts = {context for context, _, _ in messages(file)}
    assert contexts - {"", "errors"} <= qt_classes()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_translations_keep_what_is_filled_in(file: Path) -> None:
    for _, source, forms in messages(file):
        for form in forms:
            assert _places(form) == _places(source), source
            assert form.count("&") == source.count("&"), source
            assert form[:1].isspace() == source[:1].isspace(), source
            assert form[-1:].isspace() == source[-1:].isspace(), source


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*[^}]*\}|%L?n", text))
