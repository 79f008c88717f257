"""Every text of the window goes through the translation, and errors are told in it as well."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from installer.texts import translations
from photoclip.clip.directory import read_directory
from photoclip.domain import Progress, Stage
from photoclip.errors import FolderError
from photoclip.gui import error_wording, wording
from photoclip.gui.error_texts import TEMPLATES
from photoclip.gui.translation import Translation, tr
from photoclip.paths import bundled
from photoclip.search.values import EXPECTED

from .conftest import App, OpenApp

# What is called the same in all languages.
NAMES = re.compile(
    r"photoclip\S*|English|Deutsch|JPEG|ISO|UTC|CPU|CUDA|onnx\S*|MIT\b|Apache\S*|licen[cs]e|"
    r"#recycle|\$RECYCLE\.BIN|@eaDir|lost\+found|"
    r"\S*\.(jpg|md|toml|db|ini)\b|[~/]\S*|ViT\S*|Mobile\S*|CLIP\S*|Pictures|sRGB|"
    r"\b(Ctrl|Shift|Alt|Esc|Del|Space|Left|Right|Up|Down|Home|End|PgUp|PgDown|Return|Enter|F\d+)\b|"
    r"\b[kMGT]?B\b|\b(kHz|mm|min|int8)\b"
)
WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def brackets(
    qapp: QApplication, english: Translation, tmp_path: Path
) -> Iterator[dict[tuple[str, str], str]]:
    """A language in which every text stands in brackets."""
    del english
    file = tmp_path / "brackets.ts"
    root = ET.parse(translations.FOLDER / "photoclip_de.ts").getroot()
    for message in root.iter("message"):
        text = f"⟦{message.findtext('source')}⟧"
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        for form in forms:
            form.text = text
    translations.write(root, file)
    translations.tool("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    qapp.installTranslator(translator)
    yield {}
    qapp.removeTranslator(translator)


def bare(text: str) -> str:
    """What of a text is outside of all brackets, and no name."""
    before = None
    while text != before:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    # What does not fit on the screen is cut off on the right or in the middle.
    text = re.sub(r"⟦.*|.*⟧", "", text, flags=re.DOTALL)
    return NAMES.sub("", text)


def texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QAbstractSpinBox():
            yield widget.text()
        case QAbstractItemView():
            yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    waiting = [view.rootIndex()]
    while waiting and model is not None:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            waiting.append(index)
            yield from (str(index.data(role) or "") for role in (0, 3, 11, 12))


def english_texts(window: QWidget) -> set[str]:
    """Texts on screen that are in no brackets."""
    found = set()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            found |= {text for text in texts(widget) if WORD.search(bare(text))}
    return found


def look(app: App, page: str) -> None:
    """Check what is on screen now."""
    found = english_texts(app.window)
    assert not found, page


def test_nothing_is_english_in_another_language(
    open_app: OpenApp, brackets: object, tmp_path: Path, pictures: Path
) -> None:
    app = open_app()
    window = app.window
    app.wait(lambda: window.browser.page is window.browser.welcome)
    app.wait(lambda: not window.tasks.active())
    look(app, "welcome")
    (pictures / "damaged.jpg").write_bytes(b"\xff\xd8 no picture")
    window.folders.add([pictures])
    app.wait_for_photos(4)
    look(app, "grid")
    window.panels.show_details(True)
    app.search("red hat")
    window.grid.show_photo(0)
    app.wait(lambda: window.details_panel.findChildren(QLabel))
    look(app, "search and details")
    window.looking.look_at(0)
    app.wait(lambda: window.viewer.isVisible())
    for name in ("information", "filmstrip"):
        if name in {entry.command.name for entry in window.commands.all()}:
            window.commands.action(name).trigger()
    look(app, "viewer")
    window.looking.close()
    app.wait(lambda: window.problem_model.rowCount() == 1)
    window.gallery.show_problems()
    look(app, "problems")
    for name in ("palette", "cheat_sheet"):
        window.commands.action(name).trigger()
        look(app, name)
        window.commands.action(name).trigger()
    window.status.tasks.toggle()
    look(app, "tasks")
    window.commands.action("preferences").trigger()
    navigation = window.preferring.page.navigation
    for row in range(navigation.count()):
        navigation.setCurrentRow(row)
        app.wait(lambda: not window.tasks.active())
        look(app, f"preferences {row}")


def test_commands_are_in_the_language(open_app: OpenApp, brackets: object) -> None:
    window = open_app(start=False).window
    actions = window.findChildren(QAction)
    menus = [menu.title() for menu in window.findChildren(QMenu)]
    found = [text for action in actions for text in (action.text(), action.toolTip())]
    assert len(found) > 40
    assert [text for text in [*menus, *found] if WORD.search(bare(text))] == []


def test_the_brackets_find_what_is_english() -> None:
    assert bare("⟦1 photo⟧ · ⟦in ⟦Holidays⟧⟧").strip(" ·") == ""
    assert WORD.search(bare("⟦1 photo⟧ found"))
    assert WORD.search(bare("Photos"))
    assert not WORD.search(bare("⟦A long sentence that was c…"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_errors_are_found_again(template: str, brackets: object) -> None:
    said = template.format("is empty", "two", "three", "four")
    told = error_wording.reason(said)
    assert not WORD.search(bare(told.replace("two", "").replace("three", ""))), told


@pytest.mark.parametrize("hint", EXPECTED.values())
def test_what_filters_expect_is_told_in_the_language(hint: str, brackets: object) -> None:
    assert not WORD.search(bare(error_wording.reason(hint)))


def test_what_a_model_was_recognised_as_is_told_in_the_language(brackets: object) -> None:
    for said in read_directory(bundled("models/embedded")).recognised:
        told = bare(error_wording.reason(said))
        # The names of a method and of an input.
        assert not WORD.search(re.sub("bicubic|int32 text", "", told)), said


def test_what_was_recognised_is_told_in_german(english: Translation) -> None:
    english.use("de")
    said = "images: float32 NCHW 260x260; squeezed to that size; normalised by the graph"
    assert error_wording.reason(said) == (
        "Bilder: float32 NCHW 260×260; auf diese Größe gestaucht; vom Graphen normalisiert"
    )
    assert error_wording.reason("colours first; any number at once") == (
        "Farben zuerst; beliebig viele auf einmal"
    )
    assert error_wording.reason("text: words; cleaned as open_clip does; int32 text") == (
        "Text: words; bereinigt wie bei open_clip; int32 text"
    )
    assert error_wording.reason("is not valid JSON (1; 2)") == "ist kein gültiges JSON (1; 2)"
    assert error_wording.reason("gives all pictures the same vector") == (
        "ergibt für alle Eingaben (Bild) denselben Vektor"
    )
    assert error_wording.reason("visual.onnx is empty, so it was passed over") == (
        "visual.onnx ist leer und wurde deshalb übergangen"
    )


def test_an_error_is_told_in_german(english: Translation) -> None:
    english.use("de")
    error = FolderError(
        "lies inside the watched folder /photos",
        path=Path("/photos/2024"),
        hint="Its photos are found already.",
    )
    assert error_wording.message(error) == (
        "/photos/2024: liegt im überwachten Ordner /photos. Seine Fotos werden schon gefunden."
    )
    assert error_wording.reason("has 9 x 9 = 81,000,000 pixels") == "hat 9 × 9 = 81.000.000 Pixel"
    both = "CUDA: there is no NVIDIA driver (libcuda.so.1 is missing); CoreML: not used"
    assert error_wording.reason(both) == (
        "CUDA: es gibt keinen NVIDIA-Treiber (libcuda.so.1 fehlt); CoreML: nicht benutzt"
    )
    assert error_wording.reason("tells what nobody knows") == "tells what nobody knows"


def test_english_errors_stay_as_they_are() -> None:
    error = FolderError("is not a folder", path=Path("/photos"), hint="Try again in a moment.")
    assert error_wording.message(error) == str(error)


def test_ten_thousand_reasons_are_told_at_once() -> None:
    reasons = [f"is damaged: image file is truncated ({n % 50} bytes)" for n in range(10_000)]
    began = time.thread_time()
    for reason in reasons:
        error_wording.reason(reason)
    assert time.thread_time() - began < 1


def test_the_choice_of_the_systems_language_keeps_its_formats(qapp: QApplication) -> None:
    translation = Translation(qapp, lambda: QLocale("en_GB"))
    for language in ("", "en"):
        translation.use(language)
        assert QLocale().name() == "en_GB"
        assert wording.moment(None) == ""
    translation.use("de")
    assert QLocale().name() == "de_DE"
    assert tr("All photos") == "Alle Fotos"


def test_a_system_that_speaks_none_of_ours_gets_english_with_its_own_formats(
    qapp: QApplication,
) -> None:
    translation = Translation(qapp, lambda: QLocale("fr_FR"))
    translation.use("")
    assert QLocale().name() == "fr_FR"
    assert tr("All photos") == "All photos"


def test_austrians_read_german_with_their_own_numbers(qapp: QApplication) -> None:
    translation = Translation(qapp, lambda: QLocale("de_AT"))
    translation.use("")
    assert QLocale().name() == "de_AT"
    assert tr("All photos") == "Alle Fotos"
    assert wording.photos(1) == "1 Foto"


def test_progress_is_told_with_the_persons_numbers(english: Translation) -> None:
    english.use("de")
    said = wording.progress(Progress(Stage.INDEXING, 1234, 5678, 2.5, 60 * 30))
    assert "1.234" in said and "5.678 Fotos" in said and "2,5" in said
    assert wording.size(2_400_000) == "2,4 MB"
