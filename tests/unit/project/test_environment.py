"""The virtual environment: made, repaired, rebuilt; with a real Python and a real pip, offline."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from installer import environment
from installer.machine import Machine

# A build backend inside the project: pip needs nothing from elsewhere.
BACKEND = """
import zipfile
def _wheel(directory):
    name = "tiny-1.0-py3-none-any.whl"
    info = "tiny-1.0.dist-info/"
    with zipfile.ZipFile(directory + "/" + name, "w") as wheel:
        wheel.writestr("tiny.py", "answer = 42\\n")
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1.0\\n")
        tags = "Root-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\n" + tags)
        wheel.writestr(info + "RECORD", "")
    return name
def build_editable(directory, config_settings=None, metadata_directory=None):
    return _wheel(directory)
"""
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tiny"
version = "1.0"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set-up project in a folder whose name has spaces."""
    repo = tmp_path_factory.mktemp("made") / "a folder with spaces"
    repo.mkdir()
    (repo / "backend.py").write_text(BACKEND)
    (repo / "pyproject.toml").write_text(PROJECT)
    machine = Machine()
    environment.make(machine, str(repo), sys.executable)
    said: list[str] = []
    environment.install(machine, str(repo), "run", {}, said.append)
    environment.mark_ready(str(repo), "run")
    return repo


@pytest.fixture
def repo(made: Path, tmp_path: Path) -> Path:
    """A copy at another place, as if the folder had been moved."""
    target = tmp_path / "moved"
    shutil.copytree(made, target, symlinks=True)
    return target


def test_a_finished_set_up_is_ready(made: Path) -> None:
    machine = Machine()
    assert environment.is_ready(machine, str(made), "run")
    assert environment.usable(machine, str(made))
    assert not environment.is_ready(machine, str(made), "test")
    assert not environment.is_ready(machine, str(made), "command")
    assert environment.is_installed(str(made), "command")
    assert not environment.is_installed(str(made), "test")
    python = environment.python_of(str(made), machine.system)
    assert machine.run([python, "-c", "import tiny; print(tiny.answer)"]) == (0, "42\n")


def test_a_changed_project_file_is_installed_anew(repo: Path, made: Path) -> None:
    key = environment.key_of(str(made), "run")
    assert key != environment.key_of(str(made), "test")
    assert key != environment.key_of(str(repo), "run")
    (repo / "pyproject.toml").write_text(PROJECT + "# more\n")
    assert environment.key_of(str(repo), "run") != key


def test_a_moved_environment_is_rebuilt(repo: Path) -> None:
    machine = Machine()
    assert not environment.is_ready(machine, str(repo), "run")
    assert not environment.usable(machine, str(repo))
    environment.make(machine, str(repo), sys.executable)
    assert environment.usable(machine, str(repo))


def test_an_environment_whose_python_is_gone_is_not_usable(repo: Path) -> None:
    machine = Machine()
    python = Path(environment.python_of(str(repo), machine.system))
    python.unlink()
    if machine.system != "Windows":
        python.symlink_to("/nowhere/python3")
    environment.mark_ready(str(repo), "run")
    assert not environment.is_ready(machine, str(repo), "run")
    assert not environment.usable(machine, str(repo))


def test_a_half_made_environment_is_replaced(tmp_path: Path) -> None:
    for part in ("bin", "lib", "include"):
        (tmp_path / ".venv" / part).mkdir(parents=True)
    machine = Machine()
    assert not environment.usable(machine, str(tmp_path))
    environment.make(machine, str(tmp_path), sys.executable)
    assert environment.usable(machine, str(tmp_path))


def test_something_else_named_venv_is_left_alone(tmp_path: Path) -> None:
    thesis = tmp_path / ".venv" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("all of it")
    with pytest.raises(environment.SetUpError, match="not a virtual environment"):
        environment.make(Machine(), str(tmp_path), sys.executable)
    assert thesis.exists()
    shutil.rmtree(thesis.parent)
    (tmp_path / ".venv").write_text("")
    with pytest.raises(environment.SetUpError, match="is a file"):
        environment.make(Machine(), str(tmp_path), sys.executable)


def test_a_failed_install_keeps_the_log_and_says_why(repo: Path, made: Path) -> None:
    log = made / environment.FOLDER / "setup.log"
    assert "tiny" in log.read_text()
    project = made / "pyproject.toml"
    before = project.read_text()
    project.write_text(before.replace('"backend"', '"absent"'))
    try:
        with pytest.raises(environment.SetUpError, match="cannot be installed") as caught:
            environment.install(Machine(), str(made), "run", {}, lambda line: None)
    finally:
        project.write_text(before)
    assert str(log) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("NewConnectionError: Failed to establish a new connection: [Errno -2]", "reached"),
        ("Temporary failure in name resolution", "reached"),
        ("ssl.SSLError: CERTIFICATE_VERIFY_FAILED", "certificate"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Failed building wheel for hnswlib", "could not be built"),
        ("bindings.cpp:1: fatal error: Python.h: No such file or directory", "headers"),
        ("ERROR: No matching distribution found for PySide6", "does not exist"),
        ("ERROR: something new", "pip failed"),
    ],
)
def test_pip_failures_in_words(line: str, words: str) -> None:
    noise = [f"Collecting package{number}" for number in range(50)]
    text = environment.explain([*noise, line], "/repo/.venv/setup.log")
    assert words in text
    assert line[:40] in text
    assert "Collecting" not in text
    assert len(text.splitlines()) < 10


def test_ldd_finds_what_qt_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / ".venv/lib/python3.12/site-packages/PySide6/Qt/lib/libQt6Gui.so.6"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"")
    machine = Machine()
    answer = "\tlibGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n"
    monkeypatch.setattr(machine, "run", lambda command: (0, answer))
    assert environment.unresolved_libraries(machine, str(tmp_path), "run") == ["libGL.so.1"]
