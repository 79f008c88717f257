"""The person's language: texts, plural forms, and how times and numbers are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from photoclip.paths import bundled

# In their own words, as everybody looks for the own language.
LANGUAGES = {"en": "English", "de": "Deutsch"}


def tr(text: str, comment: str = "", count: int = -1) -> str:
    """A text outside of any QObject in the person's language. lupdate knows it by this name.

    comment tells equal texts apart. count chooses the plural form, and stands for %Ln.
    """
    # lupdate files what stands outside of classes under the empty context.
    return QCoreApplication.translate("", text, comment, count)


class Translation:
    """Puts a language to use for everything that is made from then on."""

    def __init__(self, app: QApplication, system: Callable[[], QLocale] = QLocale.system) -> None:
        self._app = app
        self._system = system
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Use a language of LANGUAGES, or "" for that of the system, English where unknown."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        code = language or _spoken(self._system())
        QLocale.setDefault(self._locale(language))
        self._app.setLayoutDirection(QLocale(code).textDirection())
        self._translators = _load(code)
        for translator in self._translators:
            self._app.installTranslator(translator)

    def _locale(self, language: str) -> QLocale:
        """How dates and numbers are written."""
        system = self._system()
        # Of many English ways to write a date, the person's own is that of the system. Where
        # no language was chosen, that counts also if there is no translation into it.
        if not language or QLocale.languageToCode(system.language()) == language:
            return system
        return QLocale(language)


def _spoken(system: QLocale) -> str:
    """The first of the system's languages that we speak, else English."""
    # Not the locale's own language: that one tells how numbers are written.
    for name in system.uiLanguages():
        code = name.replace("_", "-").partition("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def _load(code: str) -> list[QTranslator]:
    ours, qts = QTranslator(), QTranslator()
    folders = str(bundled("resources") / "translations"), _qt_folder()
    loaded = [
        ours.load(f"photoclip_{code}", folders[0]),
        qts.load(f"qtbase_{code}", folders[1]),
    ]
    return [found for found, there in zip((ours, qts), loaded, strict=True) if there]


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
