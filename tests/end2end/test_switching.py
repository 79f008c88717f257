"""Another model on the command line: chosen, embedded with, killed, taken back, looked at."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end2end.conftest import fill, until

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

OTHER = "the other model"
PHOTOS = 96
SAMPLES = 24


@pytest.fixture
def busy(cli: CommandLine, other_model: Path) -> CommandLine:
    """A library that is about to change over."""
    cli.ok("add", fill(cli.base / "photos", range(PHOTOS)))
    cli.ok("index")
    chosen = cli.ok("models", "use", other_model)
    assert (chosen["model"], chosen["in_use"], chosen["photos"]) == (OTHER, False, PHOTOS)
    assert chosen["seconds"] > 0
    return cli


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_broken_off_switch_goes_on_and_changes_over_at_its_end(
    busy: CommandLine, number: signal.Signals
) -> None:
    process = busy.start("index", "--json")
    until(process, lambda: busy.embedded() > PHOTOS)
    answer = busy.ok("search", "colours")
    assert (answer["model"] != OTHER, answer["searched"]) == (True, PHOTOS)
    process.send_signal(number)
    process.communicate()
    kept = busy.embedded() - PHOTOS
    assert 0 < kept < PHOTOS
    state = busy.ok("check")
    assert (state["next_embedded"], state["next_waiting"]) == (kept, PHOTOS - kept)
    report = busy.ok("index")
    assert report["unchanged"] == PHOTOS
    assert (report["switch"]["embedded"], report["switch"]["complete"]) == (PHOTOS - kept, True)
    answer = busy.ok("search", "colours")
    assert (answer["model"], answer["searched"]) == (OTHER, PHOTOS)
    # And back, at once; then the other's vectors are not needed any more.
    assert "is in use" in busy.fails("storage", "delete-vectors", OTHER)
    assert busy.ok("models", "use", "embedded")["in_use"] is True
    assert busy.ok("search", "colours")["searched"] == PHOTOS
    rows = busy.ok("storage")["vectors"]
    assert [(r["photos"], r["in_use"]) for r in rows if r["model"] == OTHER] == [(PHOTOS, False)]
    assert busy.ok("storage", "delete-vectors", OTHER)["vectors"] == PHOTOS
    assert [row["in_use"] for row in busy.ok("storage")["vectors"]] == [True]


def test_a_switch_can_be_given_up_and_hurried(own_indexed: CommandLine, other_model: Path) -> None:
    cli = own_indexed
    assert cli.ok("settings", "set", "model", str(other_model))["in_use"] is False
    assert cli.ok("check")["next_waiting"] == SAMPLES
    listed = cli.ok("models", "list")["models"]
    marks = [(row["name"], row["in_use"], row["next"], row["embedded"]) for row in listed]
    assert marks[1:] == [(OTHER, False, True, 0)]
    assert marks[0][1:] == (True, False, SAMPLES)
    assert cli.ok("settings", "set", "next_model", "") == {"next_model": ""}
    assert "next_model" not in cli.ok("check")
    hurried = cli.ok("models", "use", other_model, "--now")
    assert (hurried["in_use"], hurried["photos"]) == (True, SAMPLES)
    assert cli.run("search", "colours", "--json").json["searched"] == 0


def test_a_model_that_breaks_in_between_is_given_up(
    own_indexed: CommandLine, other_model: Path
) -> None:
    cli = own_indexed
    cli.ok("models", "use", other_model)
    (other_model / "visual" / "model.onnx").unlink()
    done = cli.run("index", "--json")
    assert done.code == 1
    assert done.json["unchanged"] == SAMPLES
    assert str(other_model) in done.stderr
    assert "stays" in done.stderr
    assert "next_model" not in cli.ok("check")
    assert cli.ok("search", "colours")["searched"] == SAMPLES


@pytest.mark.parametrize("name", ["nonsense", "./nonsense", "photos"])
def test_what_is_no_model_is_refused(cli: CommandLine, name: str) -> None:
    fill(cli.cwd / "photos", range(1))
    assert name.removeprefix("./") in cli.fails("models", "use", name)
    assert not (cli.library / "settings.toml").exists()


def test_a_search_in_letters_that_the_model_does_not_know_says_so(own_indexed: CommandLine) -> None:
    done = own_indexed.run("search", "попугаи")
    assert done.code == 0
    assert "Cyrillic" in done.stderr
    answer = own_indexed.ok("search", "попугаи")
    assert "Cyrillic" in answer["notes"][0]
    assert own_indexed.ok("search", "a boat")["notes"] == []
