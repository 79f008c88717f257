"""What goes wrong is one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and names")


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["search"],
        ["similar"],
        ["add"],
        ["models"],
        ["search", "x", "--limit", "0"],
        ["index", "--sideways"],
    ],
)
def test_wrong_usage(cli: CommandLine, arguments: list[str]) -> None:
    done = cli.run(*arguments)
    assert done.code == 2
    assert done.stderr.startswith("usage: photoclip")
    assert "Traceback" not in done.stderr
    assert not cli.library.exists()


def test_an_empty_query(indexed: CommandLine, cli: CommandLine) -> None:
    indexed.fails("search", "   ", code=2)
    assert "empty" in cli.fails("search", "", code=2)


@pytest.mark.parametrize(
    "arguments",
    [["add", ""], ["remove", ""], ["similar", ""], ["--library", "", "folders"]],
)
def test_an_empty_path_is_not_the_current_folder(cli: CommandLine, arguments: list[str]) -> None:
    done = cli.run(*arguments)
    assert done.code == 2
    assert "an empty path names nothing" in done.stderr
    assert not cli.library.exists()


@posix
def test_a_relative_path_in_a_folder_that_was_removed(indexed: CommandLine) -> None:
    script = 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"'
    for arguments in (["add", "."], ["similar", "x.jpg"], ["folders", "--library", "x"]):
        command = ["sh", "-c", script, str(indexed.base / "gone"), *indexed.command, *arguments]
        done = subprocess.run(command, env=indexed.env, capture_output=True, timeout=60)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"leads nowhere" in done.stderr


def test_the_home_of_nobody(indexed: CommandLine) -> None:
    done = indexed.run("add", "~nobody.of.this.name/photos")
    assert done.code == 2
    assert "leads nowhere" in done.stderr


def test_a_folder_that_does_not_exist(cli: CommandLine) -> None:
    assert "/nowhere" in cli.fails("add", Path("/nowhere"))
    assert cli.ok("folders") == {"folders": []}


def test_a_file_is_no_folder(cli: CommandLine) -> None:
    file = cli.base / "photo.jpg"
    file.write_bytes(b"")
    assert "photo.jpg" in cli.fails("add", file)


def test_folders_inside_others_are_refused_and_nothing_is_added(own_indexed: CommandLine) -> None:
    watched = own_indexed.ok("folders")["folders"]
    inside = Path(watched[0]["path"]) / "inside"
    new = own_indexed.base / "new"
    for folder in (inside, new):
        folder.mkdir()
    try:
        own_indexed.fails("add", new, inside)
    finally:
        inside.rmdir()
    assert own_indexed.ok("folders")["folders"] == watched


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("options", [[], ["--json"], ["--paths"], ["-0"]])
def test_an_answer_that_cannot_be_written(indexed: CommandLine, options: list[str]) -> None:
    with indexed.start("search", "a boat", *options, stdout=Path("/dev/full")) as process:
        _, stderr = process.communicate(timeout=60)
    assert process.returncode == 1
    (line,) = stderr.decode().splitlines()
    assert line.startswith("photoclip: error: the answer cannot be written")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_neither_crash_nor_damage(cli: CommandLine, closed: str) -> None:
    (cli.base / "photos").mkdir()
    cli.ok("add", cli.base / "photos")
    script = f'exec "$@" {closed}'
    for arguments, code in ((["index"], 0), (["search", "x"], 0), (["add", "/nowhere"], 1)):
        command = ["sh", "-c", script, "sh", *cli.command, *arguments]
        done = subprocess.run(command, env=cli.env, cwd=cli.cwd, capture_output=True, timeout=60)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
        assert b"error" not in done.stdout
    assert cli.ok("check")["ok"] is True


def test_searching_before_there_is_a_library(cli: CommandLine) -> None:
    line = cli.fails("search", "a boat")
    assert str(cli.library) in line or "photoclip add" in line
    assert not cli.catalog.exists()


@pytest.mark.parametrize("content", [None, b"", b"not a picture"])
def test_similar_to_what_is_no_picture(
    indexed: CommandLine, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "query.jpg"
    if content is not None:
        file.write_bytes(content)
    assert "query.jpg" in indexed.fails("similar", file)


@pytest.mark.parametrize("damage", ["garbage", "emptied head", "cut"])
def test_a_damaged_catalog_is_refused_and_left_alone(own_indexed: CommandLine, damage: str) -> None:
    cli = own_indexed
    for name in ("-wal", "-shm"):
        Path(f"{cli.catalog}{name}").unlink(missing_ok=True)
    sound = cli.catalog.read_bytes()
    damaged = {
        "garbage": b"this was a database" * 1000,
        "emptied head": bytes(100) + sound[100:],
        "cut": sound[: len(sound) // 2 - 100],
    }[damage]
    cli.catalog.write_bytes(damaged)
    for arguments in (["index"], ["search", "a boat"], ["check"]):
        done = cli.run(*arguments)
        assert done.code == 1
        assert "Traceback" not in done.stderr
    assert cli.catalog.read_bytes() == damaged


@pytest.mark.parametrize(
    "damage", ["DELETE FROM meta", "UPDATE embeddings SET vector = zeroblob(7) WHERE photo = 3"]
)
def test_check_lists_what_is_wrong_with_the_catalog(own_indexed: CommandLine, damage: str) -> None:
    with closing(sqlite3.connect(own_indexed.catalog)) as database, database:
        database.execute(damage)
    done = own_indexed.run("check", "--json")
    assert (done.code, done.stderr) == (1, "")
    assert done.json["ok"] is False
    assert any("backup" in finding for finding in done.json["findings"])
    assert "damaged" in own_indexed.fails("search", "a boat")


def test_a_newer_catalog_is_refused_and_left_alone(own_indexed: CommandLine) -> None:
    cli = own_indexed
    with closing(sqlite3.connect(cli.catalog)) as database:
        database.execute("PRAGMA user_version = 9999")
    before = cli.catalog.read_bytes()
    assert "newer" in cli.fails("index")
    assert "newer" in cli.fails("search", "a boat")
    assert cli.catalog.read_bytes() == before


def test_a_library_that_cannot_be_made(cli: CommandLine) -> None:
    (cli.base / "file").write_text("")
    line = cli.fails("--library", cli.base / "file" / "library", "index")
    assert str(cli.base / "file") in line


@posix
def test_a_read_only_library_is_searched_but_not_changed(own_indexed: CommandLine) -> None:
    cli = own_indexed
    for folder, _, files in os.walk(cli.library):
        for name in files:
            (Path(folder) / name).chmod(0o400)
        Path(folder).chmod(0o500)
    try:
        done = cli.run("search", "a boat", "--json", ordinary=True)
        assert done.code == 0, done
        assert done.json["hits"]
        line = cli.fails("index", ordinary=True)
        assert str(cli.library) in line
    finally:
        for folder, _, _files in os.walk(cli.library):
            Path(folder).chmod(0o700)


@posix
def test_a_file_that_may_not_be_read_is_a_problem_not_a_crash(cli: CommandLine) -> None:
    from tests.end2end.conftest import fill

    photos = fill(cli.base / "photos", range(3))
    cli.ok("add", photos)
    (photos / "picture00001.jpg").chmod(0)
    done = cli.run("index", "--json", ordinary=True)
    assert done.code == 0
    (problem,) = cli.ok("problems")["problems"]
    assert problem["path"].endswith("picture00001.jpg")
    assert cli.embedded() == 2
    (photos / "picture00001.jpg").chmod(0o600)
    cli.ok("index")
    assert cli.embedded() == 3
    assert cli.ok("problems")["problems"] == []


def test_an_unusable_model_is_refused_before_anything_is_embedded(
    own_indexed: CommandLine,
) -> None:
    cli = own_indexed
    model = cli.base / "model"
    model.mkdir()
    (model / "config.json").write_text("{}")
    settings = cli.library / "settings.toml"
    settings.write_text(f"model = {str(model)!r}\n")
    line = cli.fails("search", "a boat")
    assert str(model) in line


def test_wrong_settings_are_told_and_do_not_stop_the_work(own_indexed: CommandLine) -> None:
    (own_indexed.library / "settings.toml").write_text('device = "abacus"\n')
    done = own_indexed.run("search", "a boat", "--json")
    assert done.code == 0
    assert "abacus" in done.stderr
    assert done.json["searched"] == 24


def test_damaged_caches_are_made_again(own_indexed: CommandLine) -> None:
    before = own_indexed.ok("search", "a boat")["hits"]
    shutil.rmtree(own_indexed.library / "cache", ignore_errors=True)
    index = own_indexed.library / "cache" / "index"
    index.mkdir(parents=True)
    (index / "left-over").write_bytes(b"\0" * 100)
    assert own_indexed.ok("search", "a boat")["hits"] == before
