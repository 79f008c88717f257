"""The person's language: texts, plural forms, and how times and numbers are written."""

from __future__ import annotations

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

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Use a language of LANGUAGES, or "" for that of the system, English where unknown."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        # Dates and numbers follow the system also where there is no translation for it.
        locale = QLocale(language) if language else QLocale.system()
        QLocale.setDefault(locale)
        self._app.setLayoutDirection(QLocale(_known(locale)).textDirection())
        self._translators = _load(_known(locale))
        for translator in self._translators:
            self._app.installTranslator(translator)


def _known(locale: QLocale) -> str:
    code = QLocale.languageToCode(locale.language())
    return code if code in LANGUAGES else "en"


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
