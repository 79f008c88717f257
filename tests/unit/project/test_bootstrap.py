"""The set-up as a whole: what it prints, installs and exits with."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installer import bootstrap, checks, environment

if TYPE_CHECKING:
    from tests.unit.project.conftest import FakeMachine


def run(machine: FakeMachine, repo: Path, *arguments: str) -> int:
    return bootstrap.main(arguments, machine, str(repo))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return tmp_path


def test_all_missing_things_come_in_one_message(
    machine: FakeMachine, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.programs -= {"g++", "gcc"}
    machine.pythons["python3"].update(venv=False, headers=False)
    machine.missing = {"libEGL.so.1"}
    machine.environ = {}
    assert run(machine, project, "run") == 1
    told = capsys.readouterr().err
    command = "sudo apt install -y python3.12-venv python3.12-dev g++ libegl1\n"
    assert command in told
    for thing in ("venv", "Python.h", "C++ compiler", "libEGL.so.1", "DISPLAY"):
        assert thing in told
    assert not (project / ".venv").exists()
    assert not any(command[0] == "apt-get" for command in machine.ran)


def test_without_a_known_package_manager_it_still_says_what(
    machine: FakeMachine, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.programs -= {"g++", "gcc", "apt-get", "apt-cache"}
    assert run(machine, project, "setup") == 1
    assert "C++ compiler" in capsys.readouterr().err


def mended(machine: FakeMachine) -> Callable[[Sequence[str], Callable[[str], None]], int]:
    def stream(command: Sequence[str], say: Callable[[str], None]) -> int:
        if "g++" in command:
            machine.programs |= {"g++", "gcc"}
        return 0

    return stream


def test_root_on_debian_installs_it_by_itself(
    machine: FakeMachine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    steps = ("make", "install", "verify")
    for step in steps:
        monkeypatch.setattr(environment, step, lambda *_, name=step: done.append(name))
    monkeypatch.setattr(environment, "mark_ready", lambda *_: done.append("ready"))
    machine.root = True
    machine.programs -= {"g++", "gcc"}
    machine.on_stream = mended(machine)
    assert run(machine, project, "setup") == 0
    update, install = [command for command in machine.ran if command[0] == "apt-get"]
    assert "update" in update
    assert install[-2:] == ["install", "g++"]
    assert "-y" in install
    assert done == [*steps, "ready"]


@pytest.mark.parametrize("reason", ["not root", "not debian", "switched off", "display too"])
def test_nothing_is_installed_unasked_elsewhere(
    machine: FakeMachine, project: Path, reason: str
) -> None:
    machine.root = reason != "not root"
    machine.programs -= {"g++", "gcc"}
    if reason == "not debian":
        machine.programs = machine.programs - {"apt-get"} | {"dnf"}
    if reason == "switched off":
        machine.environ["PHOTOCLIP_NO_APT"] = "1"
    if reason == "display too":
        machine.environ = {}
    assert run(machine, project, "run") == 1
    assert not any(command[0] in ("apt-get", "dnf") for command in machine.ran)


def test_apt_failing_tells_its_errors_and_the_command(
    machine: FakeMachine, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stream(command: Sequence[str], say: Callable[[str], None]) -> int:
        say("Reading package lists...")
        say("E: Unable to locate package g++")
        return 100

    machine.root = True
    machine.programs -= {"g++", "gcc"}
    machine.on_stream = stream
    assert run(machine, project, "setup") == 1
    told = capsys.readouterr().err
    assert "E: Unable to locate package g++" in told
    assert "Reading package lists" not in told
    assert "apt update && apt install -y g++" in told


def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "is_ready", lambda *_: True)


def test_a_second_call_goes_straight_to_the_program(
    machine: FakeMachine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(monkeypatch)
    assert run(machine, project, "run", "index", "--json") == 0
    assert machine.replaced[1:] == ["-m", "photoclip", "index", "--json"]
    assert machine.ran == []


def test_a_second_call_still_looks_for_the_display(
    machine: FakeMachine,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ready(monkeypatch)
    machine.environ = {}
    assert run(machine, project, "run") == 1
    assert "DISPLAY" in capsys.readouterr().err
    assert machine.replaced == []


@pytest.mark.parametrize(
    ("arguments", "purpose"),
    [
        (["run"], "run"),
        (["run", "--library", "/photos"], "run"),
        (["run", "--library=/photos"], "run"),
        (["run", "search", "a boat"], "command"),
        (["run", "--library", "/photos", "index"], "command"),
        (["run", "--help"], "command"),
        (["setup"], "test"),
    ],
)
def test_only_a_window_needs_a_display(
    machine: FakeMachine, arguments: list[str], purpose: str
) -> None:
    machine.environ = {}
    assert bootstrap.purpose_of(arguments) == purpose
    problems = checks.before_set_up(machine, purpose, "/repo").problems
    assert bool(problems) is (purpose == "run")


def test_usage(machine: FakeMachine, project: Path) -> None:
    assert run(machine, project) == 2
    assert run(machine, project, "fly") == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt(), PermissionError(13, "Permission denied")])
def test_no_traceback(
    machine: FakeMachine,
    project: Path,
    error: BaseException,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(environment, "make", fail)
    code = run(machine, project, "setup")
    assert code == (130 if isinstance(error, KeyboardInterrupt) else 1)
    told = capsys.readouterr().err
    assert "Interrupted" in told or "Permission denied" in told


def test_every_module_parses_on_python_3_6(repo: Path) -> None:
    modules = sorted((repo / "installer").glob("*.py"))
    assert len(modules) > 4
    for module in modules:
        source = module.read_text(encoding="utf-8")
        tree = ast.parse(source, filename=str(module), feature_version=(3, 6))
        imports = {
            name.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for name in node.names
        }
        froms = {
            (node.module or "").split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
        }
        # Known since 3.7; older ones would stop at it.
        assert "__future__" not in froms
        assert (imports | froms) <= set(sys.stdlib_module_names) | {"installer"}


@pytest.mark.skipif(os.name == "nt", reason="start.sh is for systems with a POSIX shell")
def test_without_any_python_the_shell_says_what_to_install(repo: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "grep", "cut", "sort", "tr", "uname"):
        found = next(Path(p) / name for p in ("/bin", "/usr/bin") if (Path(p) / name).exists())
        (tools / name).symlink_to(found)
    for name, answer in (("apt-get", "exit 1"), ("id", "echo 1000")):
        (tools / name).write_text(f"#!/bin/sh\n{answer}\n")
        (tools / name).chmod(0o755)
    script = (repo / "installer" / "start.sh").read_text().replace(" /usr/bin/python3 ", " ")
    copy = tmp_path / "a folder" / "start.sh"
    copy.parent.mkdir()
    copy.write_text(script)
    table = (repo / "installer" / "libraries.tsv").read_text()
    (copy.parent / "libraries.tsv").write_text(table)
    done = subprocess.run(
        [str(tools / "sh"), str(copy), "run"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "sudo apt install -y python3 python3-venv python3-dev g++" in done.stderr
    assert "libxcb-cursor0" in done.stderr
