"""Killed, interrupted, doubled or cut off: nothing that was done is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end2end.conftest import fill, until

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and pipes")
PHOTOS = 400


@pytest.fixture
def busy(cli: CommandLine) -> CommandLine:
    """A library with enough to do."""
    cli.ok("add", fill(cli.base / "photos", range(PHOTOS)))
    return cli


def test_killed_while_indexing_it_goes_on_where_it_was(busy: CommandLine) -> None:
    process = busy.start("index", "--json")
    until(process, lambda: busy.embedded() > 0)
    process.kill()
    process.communicate()
    kept = busy.embedded()
    assert 0 < kept < PHOTOS
    assert busy.ok("check")["ok"] is True
    report = busy.ok("index")
    assert (report["unchanged"], report["new"]) == (kept, PHOTOS - kept)
    assert busy.embedded() == PHOTOS
    assert busy.ok("search", "colours")["searched"] == PHOTOS


ENDING = [number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP")]


@pytest.mark.parametrize("number", ENDING)
def test_being_ended_while_indexing_keeps_what_was_done(
    busy: CommandLine, number: signal.Signals
) -> None:
    process = busy.start("index", "--json")
    until(process, lambda: busy.embedded() > 0)
    process.send_signal(number)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    partial = json.loads(stdout)
    assert len(stderr.splitlines()) == 1
    assert b"interrupted" in stderr
    kept = busy.embedded()
    assert 0 < kept == partial["new"] < PHOTOS
    assert busy.ok("check")["ok"] is True
    report = busy.ok("index")
    assert (report["unchanged"], report["new"]) == (kept, PHOTOS - kept)
    assert busy.embedded() == PHOTOS


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.2, 0.3, 0.5])
def test_ctrl_c_while_starting_shows_no_traceback(indexed: CommandLine, seconds: float) -> None:
    process = indexed.start("search", "a boat")
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode in (0, 130, -signal.SIGINT)
    # Python itself, before our first line, is all that may still show one.
    assert b"photoclip" not in stderr.partition(b"Traceback")[2]


def test_a_second_writer_is_told_who_is_at_work_and_readers_go_on(busy: CommandLine) -> None:
    process = busy.start("index", "--json")
    until(process, lambda: busy.embedded() > 0)
    line = busy.fails("index")
    assert str(process.pid) in line
    assert busy.ok("search", "colours")["searched"] > 0
    assert process.poll() is None, "the first ended before the second was tried"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130


@pytest.mark.parametrize("style", [[], ["--json"], ["--paths"], ["-0"]])
def test_a_reader_that_has_seen_enough_is_no_error(indexed: CommandLine, style: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*indexed.command, "search", "a boat", *style],
            cwd=indexed.cwd,
            env=indexed.env,
            stdout=write,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(write)
    assert done.stderr == b""
    assert done.returncode in (0, 1, 141)


def test_names_that_are_not_utf8(cli: CommandLine) -> None:
    photos = fill(cli.base / "photos", range(3))
    odd = os.fsencode(photos) + b"/caf\xe9 \n\xff.jpg"
    try:
        (photos / "picture00001.jpg").rename(os.fsdecode(odd))
    except OSError:
        pytest.skip("this file system only takes UTF-8 names")
    folder = os.fsencode(cli.base) + b"/f\xfcr immer"
    photos.rename(os.fsdecode(folder))
    odd = folder + b"/caf\xe9 \n\xff.jpg"
    cli.ok("add", folder)
    assert cli.ok("index")["new"] == 3
    hits = cli.ok("search", "colours")["hits"]
    assert odd in [os.fsencode(hit["path"]) for hit in hits]
    assert odd in cli.run("search", "colours", "-0").stdout.split(b"\0")
    assert cli.ok("similar", odd)["hits"][0]["path"] == os.fsdecode(odd)
    assert cli.run("search", "colours").code == 0
    assert Path(os.fsdecode(odd)).exists()
