"""Which package mends what, and the command that installs it, for each package manager."""

import os
import re
from typing import Dict, Iterable, List, NamedTuple, Sequence, Tuple

from installer.machine import MANAGERS, Machine

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libraries.tsv")

COMPILER = {
    "apt": ("g++",),
    "dnf": ("gcc-c++",),
    "pacman": ("gcc",),
    "zypper": ("gcc-c++",),
}
FONTS = {
    "apt": ("fonts-dejavu-core",),
    "dnf": ("dejavu-sans-fonts",),
    "pacman": ("ttf-dejavu",),
    "zypper": ("dejavu-fonts",),
}
DISPLAY = {
    "apt": ("xvfb",),
    "dnf": ("xorg-x11-server-Xvfb",),
    "pacman": ("xorg-server-xvfb",),
    "zypper": ("xorg-x11-server-Xvfb",),
}
# Complete Pythons: with the venv module and the headers.
PYTHON = {
    "dnf": ("python3.12", "python3.12-devel"),
    "pacman": ("python",),
    "zypper": ("python312", "python312-devel"),
    "brew": ("python@3.12",),
    "winget": ("Python.Python.3.12",),
}
_BUILD_TOOLS = (
    "winget install -e --id Microsoft.VisualStudio.2022.BuildTools --override "
    '"--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"'
)


class Library(NamedTuple):
    """A row of the table. packages: by package manager."""

    soname: str
    needed: str
    packages: Dict[str, Tuple[str, ...]]


def libraries() -> List[Library]:
    """The table of system libraries."""
    with open(TABLE, encoding="utf-8") as table:
        rows = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")]
    return [
        Library(row[0], row[1], {name: (row[2 + i],) for i, name in enumerate(MANAGERS)})
        for row in rows
    ]


def python_packages(machine: Machine, manager: str) -> Tuple[str, ...]:
    """The packages of a Python that is new enough; () where the system offers none."""
    if manager != "apt":
        return PYTHON.get(manager, ())
    names = [f"python3.{minor}" for minor in (13, 12, 11, 14)]
    if not _apt_offers(machine, "python3"):
        # apt knows no package at all before its first update; the command begins with one.
        names = ["python3"]
    else:
        names = [name for name in names if _apt_offers(machine, name)]
    return (names[0], names[0] + "-venv", names[0] + "-dev") if names else ()


def python_parts(manager: str, version: Tuple[int, int], part: str) -> Tuple[str, ...]:
    """The package that holds a part ("venv" or "dev") of a Python that is there."""
    major, minor = version
    if manager == "apt":
        return (f"python{major}.{minor}-{part}",)
    if manager == "dnf":
        return (f"python{major}.{minor}-devel",) if part == "dev" else ("python3-libs",)
    if manager == "zypper":
        return (f"python{major}{minor}-devel",) if part == "dev" else ("python3-base",)
    return PYTHON.get(manager, ())


def _apt_offers(machine: Machine, name: str) -> bool:
    code, output = machine.run(["apt-cache", "policy", name])
    candidate = re.search(r"Candidate: (\S+)", output)
    return code == 0 and candidate is not None and candidate.group(1) != "(none)"


def install_commands(machine: Machine, packages: Iterable[str]) -> List[str]:
    """What a person types to install the packages, one line per command."""
    names = " ".join(unique(packages))
    sudo = "" if machine.is_root() else "sudo "
    manager = machine.manager()
    if not names:
        return []
    if manager == "apt":
        return [f"{sudo}apt update && {sudo}apt install -y {names}"]
    if manager == "dnf":
        return [f"{sudo}dnf install -y {names}"]
    if manager == "pacman":
        return [f"{sudo}pacman -S --needed {names}"]
    if manager == "zypper":
        return [f"{sudo}zypper install {names}"]
    if manager == "brew":
        return ["brew install " + names]
    if manager == "winget":
        return ["winget install -e --id " + name for name in unique(packages)]
    return []


def compiler_command(manager: str) -> str:
    """How a C++ compiler is got where no package of the system's manager is one."""
    return {"brew": "xcode-select --install", "winget": _BUILD_TOOLS}.get(manager, "")


def apt_steps(packages: Sequence[str]) -> List[List[str]]:
    """Commands that install without a question, for root on Debian and its relatives."""
    quiet = ["apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "Acquire::Retries=3"]
    lean = ["--no-install-recommends", "install"]
    return [quiet + ["update"], quiet + lean + unique(packages)]


def unique(names: Iterable[str]) -> List[str]:
    """The names in their order, each once."""
    return list(dict.fromkeys(names))
