"""A computer made of answers, for the set-up's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from installer.machine import Machine

COMPLETE: dict[str, Any] = {
    "path": "/usr/bin/python3.12",
    "version": [3, 12, 4],
    "bits": 64,
    "kind": "CPython",
    "include": "/usr/include/python3.12",
    "compiler": "gcc",
    "venv": True,
    "headers": True,
}


class FakeMachine(Machine):
    """A complete Debian desktop until a test takes something away."""

    def __init__(self) -> None:
        self.system = "Linux"
        self.environ = {"WAYLAND_DISPLAY": "wayland-0"}
        self.programs = {"apt-get", "apt-cache", "g++", "gcc", "python3"}
        self.pythons: dict[str, dict[str, Any]] = {"python3": dict(COMPLETE)}
        self.offered = {"python3"}
        self.missing: set[str] = set()
        self.root = False
        self.fonts = True
        self.free = 100 * 10**9
        self.x_server = False
        self.ran: list[list[str]] = []
        self.replaced: list[str] = []
        self.on_stream: Callable[[Sequence[str], Callable[[str], None]], int] = lambda c, say: 0

    def which(self, program: str) -> str | None:
        return program if program in self.programs else None

    def run(self, command: Sequence[str], timeout: float = 60, text: str = "") -> tuple[int, str]:
        self.ran.append(list(command))
        if command[0] == "apt-cache":
            found = "3.0" if command[-1] in self.offered else "(none)"
            return 0, f"{command[-1]}:\n  Installed: (none)\n  Candidate: {found}\n"
        if command[0] in self.pythons:
            return 0, json.dumps(self.pythons[command[0]])
        return (0, "") if command[0] in self.programs else (127, "not found")

    def stream(
        self,
        command: Sequence[str],
        on_line: Callable[[str], None],
        cwd: str | None = None,
        extra: dict[str, str] | None = None,
    ) -> int:
        self.ran.append(list(command))
        return self.on_stream(command, on_line)

    def is_root(self) -> bool:
        return self.root

    def loads(self, soname: str) -> bool:
        return soname not in self.missing

    def free_bytes(self, folder: str) -> int:
        return self.free

    def has_fonts(self) -> bool:
        return self.fonts

    def x_server_answers(self, number: str) -> bool:
        return self.x_server

    def replace_by(self, command: list[str], cwd: str) -> int:
        self.replaced = command
        return 0


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    # Interpreters that really lie in /usr/bin must not answer for the fake computer.
    monkeypatch.setattr("installer.pythons.os.path.exists", lambda path: False)
    return FakeMachine()


@pytest.fixture(scope="session")
def repo() -> Path:
    """The checkout that is under test."""
    return Path(__file__).parents[3]
