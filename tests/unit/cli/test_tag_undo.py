"""``photoclip tag --undo``: what it says, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from photoclip.catalog.store import Catalog
from photoclip.catalog.tag_runs import RunOfLabel, TagChange
from photoclip.cli import main
from photoclip.domain import (
    Label,
    LabelId,
    Metadata,
    PhotoId,
    PhotoStatus,
    Tag,
    TagSource,
    TagState,
)
from photoclip.paths import Paths

ACCEPTED, SUGGESTED = TagState.ACCEPTED, TagState.SUGGESTED


class CommandLine:
    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.catalog = Paths.under(library).catalog_file
        self._library, self._capsys = library, capsys

    def undo(self, *words: str) -> tuple[int, str, str]:
        arguments = ["--library", str(self._library), "tag", "--undo", *words]
        code = main.run(main.parse(arguments))
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def report(self, *words: str) -> Any:
        code, out, _ = self.undo(*words, "--json")
        assert code == 0
        return json.loads(out)


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[CommandLine]:
    line = CommandLine(tmp_path / "library", capsys)
    with Catalog.open(line.catalog):
        pass
    return line


def ran(line: CommandLine) -> tuple[Label, list[PhotoId]]:
    """A run that gave three photos a label, one of which had been suggested before."""
    with Catalog.open(line.catalog) as catalog:
        label = catalog.labels.add(Label(LabelId(0), "dog"))
        assert label is not None
        photos = [
            catalog.photos.upsert(bytes([n] * 32), 1, PhotoStatus.OK, "", Metadata())
            for n in range(3)
        ]
        run = catalog.tag_runs.begin("accept")
        before = Tag(photos[0], label.id, SUGGESTED, TagSource.AUTO, 1.5, 1)
        changes = [
            TagChange(photo, before if photo == photos[0] else None, ACCEPTED) for photo in photos
        ]
        catalog.tags.put([Tag(p, label.id, ACCEPTED, TagSource.AUTO, 2.0, 1) for p in photos])
        catalog.tag_runs.note(run.id, RunOfLabel(label.id, 1, new=False), changes)
        catalog.tags.put([Tag(photos[2], label.id, ACCEPTED, TagSource.PERSON)])
    return label, photos


def test_nothing_to_take_back_is_no_error(line: CommandLine) -> None:
    code, out, err = line.undo()
    assert (code, err) == (0, "")
    assert out.startswith("there is nothing to take back")
    assert line.report() == {
        "dry_run": False,
        "undo": True,
        "mode": None,
        "at": None,
        "labels": [],
    }


def test_what_is_taken_back_is_told_by_label(line: CommandLine) -> None:
    label, photos = ran(line)
    code, out, _ = line.undo("--dry-run")
    assert code == 0
    assert "would be taken back" in out.splitlines()[0]
    assert out.splitlines()[1:] == [
        "dog: 1 would be removed, 1 would be suggested again, 1 left as they were changed since"
    ]
    report = line.report()
    assert (report["mode"], report["dry_run"]) == ("accept", False)
    assert report["at"].endswith("Z")
    assert report["labels"] == [
        {
            "name": "dog",
            "withdrawn": None,
            "removed": [photos[1]],
            "restored": [photos[0]],
            "kept": [photos[2]],
        }
    ]
    with Catalog.open(line.catalog, writable=False) as catalog:
        states = {tag.photo: tag.state for tag in catalog.tags.of_label(label.id)}
    assert states == {photos[0]: SUGGESTED, photos[2]: ACCEPTED}
    assert line.report()["labels"] == []


@pytest.mark.parametrize("words", [["--suggest"], ["--label", "dog"], ["--search", ""]])
def test_it_is_all_or_nothing(line: CommandLine, words: list[str]) -> None:
    ran(line)
    code, out, err = line.undo(*words)
    assert (code, out) == (2, "")
    assert "--undo" in err
    assert line.report()["labels"] != []
