"""Finds a Python that photoclip can run on, and says what the found ones lack."""

import json
import os
from typing import List, NamedTuple, Optional, Tuple

from installer.machine import Machine

OLDEST = (3, 11)
# Newest first, of those that all dependencies have ready-made wheels for; then what else is there.
NAMES = ("python3.13", "python3.12", "python3.11", "python3", "python3.14", "python")
_LAUNCHER = (["py", "-3.13"], ["py", "-3.12"], ["py", "-3.11"], ["python"])

# Runs in any Python from 2.7 on. In a virtual environment it names the Python behind it, because
# the environment may be the one that is about to be rebuilt.
PROBE = """
import json, os, platform, struct, sys, sysconfig
base = getattr(sys, "_base_executable", "") or sys.executable
facts = {
    "path": base if os.path.exists(base) else sys.executable,
    "version": list(sys.version_info[:3]),
    "bits": struct.calcsize("P") * 8,
    "kind": platform.python_implementation(),
    "include": sysconfig.get_path("include"),
    "compiler": (sysconfig.get_config_var("CC") or "").split(" ")[0],
}
try:
    import ensurepip, venv
    facts["venv"] = True
except ImportError:
    facts["venv"] = False
facts["headers"] = os.path.exists(os.path.join(facts["include"], "Python.h"))
print(json.dumps(facts))
"""


class Python(NamedTuple):
    """An interpreter that answered. compiler: the C compiler that its own build used."""

    path: str
    version: Tuple[int, int, int]
    bits: int
    kind: str
    venv: bool
    headers: bool
    include: str
    compiler: str

    @property
    def fits(self) -> bool:
        """Whether photoclip's dependencies exist for it."""
        return self.version[:2] >= OLDEST and self.bits == 64 and self.kind == "CPython"

    @property
    def complete(self) -> bool:
        """Whether it can make virtual environments and build extension modules."""
        return self.venv and self.headers

    def describe(self) -> str:
        """Name for messages: "3.9.18 (/usr/bin/python3)"."""
        notes = [self.path]
        if self.bits != 64:
            notes.append(f"{self.bits}-bit")
        if self.kind != "CPython":
            notes.append(self.kind)
        return "{}.{}.{} ({})".format(*(self.version + (", ".join(notes),)))


def probe(machine: Machine, command: List[str]) -> Optional[Python]:
    """Ask a Python about itself. None where it does not run (a pyenv shim, a store stub)."""
    code, output = machine.run(command + ["-c", PROBE], timeout=30)
    last = output.strip().splitlines()[-1:]
    if code != 0 or not last:
        return None
    try:
        facts = json.loads(last[0])
    except ValueError:
        return None
    major, minor, patch = facts["version"]
    return Python(
        facts["path"],
        (major, minor, patch),
        facts["bits"],
        facts["kind"],
        facts["venv"],
        facts["headers"],
        facts["include"],
        facts["compiler"],
    )


def candidates(machine: Machine) -> List[List[str]]:
    """Commands that may start a Python. PYTHON in the environment is the only one if set."""
    wished = machine.environ.get("PYTHON", "")
    if wished:
        return [[wished]]
    if machine.system == "Windows":
        return [command for command in _LAUNCHER if machine.which(command[0])]
    commands = [[path] for path in map(machine.which, NAMES) if path]
    # A version manager's shim may hide the system's own Python.
    return commands + [["/usr/bin/" + name] for name in NAMES if os.path.exists("/usr/bin/" + name)]


def choose(machine: Machine) -> Tuple[Optional[Python], List[Python]]:
    """The best Python that fits, complete ones first, and all that answered."""
    found: List[Python] = []
    for command in candidates(machine):
        python = probe(machine, command)
        if python is not None and python not in found:
            found.append(python)
    fitting = [python for python in found if python.fits]
    complete = [python for python in fitting if python.complete]
    # What an incomplete one lacks can be installed for the system's own, hardly for others.
    system = [python for python in fitting if python.path.startswith("/usr/bin/")]
    best = complete or system or fitting
    return (best[0] if best else None), found
