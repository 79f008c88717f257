"""Which events mean that a folder should be looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from photoclip.library.hints import Hints
from photoclip.library.rules import Rules

ROOT = Path("/photos").absolute()


def at(name: str) -> str:
    return str(ROOT / name)


@pytest.mark.parametrize(
    ("event", "folders"),
    [
        (FileCreatedEvent(at("trip/a.jpg")), ["trip"]),
        (FileModifiedEvent(at("a.jpg")), [""]),
        (FileClosedEvent(at("trip/a.jpg")), ["trip"]),
        (FileDeletedEvent(at("trip/deep/a.jpg")), ["trip/deep"]),
        (FileMovedEvent(at("x/a.jpg"), at("y/a.jpg")), ["x", "y"]),
        (FileMovedEvent(at("x/a.jpg.part"), at("x/a.jpg")), ["x"]),
        (FileMovedEvent("/elsewhere/a.jpg", at("x/a.jpg")), ["x"]),
        (FileMovedEvent(at("x/a.jpg"), "/elsewhere/a.jpg"), ["x"]),
        (FileCreatedEvent(os.fsencode(at("trip/a.jpg"))), ["trip"]),
        (DirCreatedEvent(at("new")), ["new"]),
        (DirDeletedEvent(at("old")), ["old"]),
        (DirMovedEvent(at("old"), at("new")), ["old", "new"]),
        (DirMovedEvent(at(".old"), at("new")), ["new"]),
        (DirDeletedEvent(str(ROOT)), [""]),
        (FileCreatedEvent(at("x/.nomedia")), ["x"]),
        (FileClosedEvent(at("x/a.jpg.xmp")), ["x"]),
        (FileMovedEvent(at("x/.photoclip-1.part"), at("x/a.XMP")), ["x"]),
        (FileOpenedEvent(at("a.jpg")), []),
        (FileClosedNoWriteEvent(at("a.jpg")), []),
        (DirModifiedEvent(at("trip")), []),
        (FileCreatedEvent(at("notes.txt")), []),
        (FileCreatedEvent(at("._a.jpg")), []),
        (FileCreatedEvent(at(".cache/a.jpg")), []),
        (FileCreatedEvent(at("x/@eaDir/a.jpg")), []),
        (DirCreatedEvent(at("@eaDir")), []),
        (FileCreatedEvent("/photos2/a.jpg"), []),
    ],
)
def test_folders_of_an_event(event: FileSystemEvent, folders: list[str]) -> None:
    told: list[Path] = []
    Hints(ROOT, Rules.of(["@eaDir"]), told.append).dispatch(event)
    assert told == [ROOT / folder for folder in folders]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_events_below_a_linked_root_carry_its_real_path(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "link"
    link.symlink_to(real)
    hints = Hints(link, Rules.of([]), lambda folder: None)
    assert list(hints.folders(FileCreatedEvent(str(real / "x" / "a.jpg")))) == [link / "x"]
    assert list(hints.folders(FileCreatedEvent(str(link / "x" / "a.jpg")))) == [link / "x"]
