"""The verbs about what photoclip keeps, and about its settings."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

SAMPLES = Path(__file__).parents[2] / "resources" / "sample_photos"


@pytest.fixture
def filled(cli: CommandLine) -> CommandLine:
    """A library with two photos."""
    photos = cli.base / "photos"
    photos.mkdir()
    for name in ("two_parrots.jpg", "motocross_start.jpg"):
        shutil.copy(SAMPLES / name, photos)
    cli.ok("add", photos)
    cli.ok("index")
    return cli


def stored(cli: CommandLine) -> dict[str, int]:
    return {row["kind"]: row["bytes"] for row in cli.ok("storage")["storage"]}


def test_what_is_kept_is_listed_and_caches_are_cleared(filled: CommandLine) -> None:
    before = stored(filled)
    assert before["catalog"] > 0
    assert before["thumbnails"] > 0
    assert before["settings"] == 0
    assert filled.ok("storage", "clear", "thumbnails")["files"] == 2
    assert stored(filled)["thumbnails"] == 0
    assert filled.ok("search", "two parrots")["hits"]
    text = filled.run("storage").text
    assert str(filled.catalog) in text


def test_what_is_no_cache_is_wrong_usage(filled: CommandLine) -> None:
    assert filled.run("storage", "clear", "catalog").code == 2
    assert filled.catalog.exists()


def test_everything_is_deleted_only_when_that_is_said(filled: CommandLine) -> None:
    refused = filled.run("storage", "delete-everything")
    assert refused.code == 2
    assert "--yes" in refused.stderr
    assert filled.catalog.exists()
    filled.ok("settings", "set", "device", "cpu")
    done = filled.run("storage", "delete-everything", "--yes")
    assert done.code == 0
    left = {path.name for path in filled.library.rglob("*") if path.is_file()}
    assert left == {"library.lock"}
    assert len(list((filled.base / "photos").iterdir())) == 2
    assert sum(stored(filled).values()) == 0
    assert filled.ok("add", filled.base / "photos")["added"]


@pytest.mark.skipif(sys.platform == "win32", reason="takes the lock in this process")
def test_nothing_is_deleted_while_the_library_is_open(filled: CommandLine) -> None:
    from photoclip.catalog.lock import LibraryLock

    lock = LibraryLock.acquire(filled.library / "library.lock")
    try:
        done = filled.run("storage", "delete-everything", "--yes")
    finally:
        lock.release()
    assert done.code == 1
    assert filled.catalog.exists()


def test_settings_are_shown_set_and_reset(cli: CommandLine) -> None:
    assert cli.ok("settings")["settings"]["tile_size"] == 190
    assert cli.ok("settings", "set", "tile_size", "250") == {"tile_size": 250}
    assert cli.ok("settings", "set", "ignore", '["a", "b*"]') == {"ignore": ["a", "b*"]}
    assert cli.ok("settings", "set", "notify", "false") == {"notify": False}
    told = cli.ok("settings")
    assert told["file"] == str(cli.library / "settings.toml")
    assert told["settings"]["ignore"] == ["a", "b*"]
    assert told["problems"] == []
    assert cli.run("settings").text.count("*") >= 3
    assert cli.ok("settings", "reset", "tile_size") == {"tile_size": 190}


@pytest.mark.parametrize(
    ("name", "value", "finding"),
    [
        ("tile_size", "9", "below 80"),
        ("notify", "maybe", "not of type bool"),
        ("device", "abacus", "not one of"),
        ("model", "/", "not a model directory"),
        ("ignore", '["a/b"]', "not the name of a folder"),
    ],
)
def test_a_wrong_value_is_refused(cli: CommandLine, name: str, value: str, finding: str) -> None:
    done = cli.run("settings", "set", name, value)
    assert done.code == 1
    assert finding in done.stderr
    assert not (cli.library / "settings.toml").exists()


def test_a_setting_that_does_not_exist_is_wrong_usage(cli: CommandLine) -> None:
    assert cli.run("settings", "set", "colour", "red").code == 2


def test_reset_mends_a_wrong_value_and_keeps_comments(cli: CommandLine) -> None:
    cli.library.mkdir()
    file = cli.library / "settings.toml"
    file.write_text('# mine\ntile_size = "huge" # oops\nnext = 1\n', encoding="utf-8")
    told = cli.run("settings", "--json")
    assert len(told.json["problems"]) == len(told.stderr.splitlines()) == 2
    cli.ok("settings", "reset", "tile_size")
    assert file.read_text(encoding="utf-8") == "# mine\ntile_size = 190 # oops\nnext = 1\n"
