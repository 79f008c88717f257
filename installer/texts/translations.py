"""Brings the translations in step with the texts of the window, and compiles them.

Run by `make translations`; prints what is left to translate and fails where something is.
English needs plural forms only, which this script makes itself: "%Ln photo(s)".
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from installer.texts import errors

HERE = Path(__file__).resolve().parents[2]
FOLDER = HERE / "resources" / "translations"
PACKAGE = HERE / "photoclip"
SOURCES = PACKAGE / "gui"
ERRORS = SOURCES / errors.MADE
PLURALS = FOLDER / "photoclip_en.ts"
LANGUAGES = ("de",)


def main() -> int:
    """Update and compile all translations; 1 where texts have no translation."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in behind().items():
        ERRORS.mkdir(exist_ok=True)
        (ERRORS / name).write_text(text, encoding="utf-8")
    update()
    fill_plurals()
    files = [PLURALS, *(FOLDER / f"photoclip_{language}.ts" for language in LANGUAGES)]
    for file in files:
        tool("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
    missing = [text for file in files for text in untranslated(file)]
    for text in missing:
        print("not translated: " + text)
    return 1 if missing else 0


def behind() -> dict[str, str]:
    """Modules of what errors can say that do not hold what the sources say, as they should be."""
    return {
        name: text
        for name, text in errors.modules(PACKAGE).items()
        if not (ERRORS / name).exists() or (ERRORS / name).read_text(encoding="utf-8") != text
    }


def update() -> None:
    """Take new texts into the .ts files, and drop those that are gone."""
    common = ["-silent", "-extensions", "py", "-no-obsolete", "-locations", "none"]
    for language in LANGUAGES:
        file = FOLDER / f"photoclip_{language}.ts"
        tool("lupdate", *common, str(SOURCES), "-ts", str(file))
    tool("lupdate", *common, "-pluralonly", str(SOURCES), "-ts", str(PLURALS))


def fill_plurals() -> None:
    """English: the word in brackets for many, without it for one."""
    root = ET.parse(PLURALS).getroot()
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            continue
        translation.attrib.pop("type", None)
        forms = (re.sub(r"\((\w+)\)", "", source), re.sub(r"\((\w+)\)", r"\1", source))
        for form, text in zip(translation.findall("numerusform"), forms, strict=True):
            form.text = text
    write(root, PLURALS)


def write(root: ET.Element, file: Path) -> None:
    """As lupdate writes it, so that only what changed differs."""
    body = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + body + "\n", encoding="utf-8")


def untranslated(file: Path) -> list[str]:
    """Texts that have no translation in a .ts file."""
    found = []
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        texts = [] if translation is None else list(translation.itertext())
        if not any(text.strip() for text in texts):
            found.append(f"{file.name}: {message.findtext('source')}")
    return found


def tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools, which come with PySide6."""
    program = Path(sys.executable).parent / ("pyside6-" + name)
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
