"""What the computer lacks, collected before anything is installed, so that all is said at once."""

import os
import tempfile
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

from installer import packages
from installer.machine import Machine
from installer.pythons import Python, choose

# What is to be done: open the window, use the command line, or run the tests.
RUN = "run"
COMMAND = "command"
TEST = "test"
# The environment takes about 1 GB; pip unpacks beside it before it moves.
DISK_BYTES = 2500000000

_PROGRAM = "#include <Python.h>\n#include <vector>\nint main() { return 0; }\n"


class Problem(NamedTuple):
    """Something missing. packages: what mends it here; hint: what does where packages do not."""

    what: str
    packages: Tuple[str, ...] = ()
    hint: str = ""


class Findings(NamedTuple):
    """The outcome: the Python to use, what is missing, and variables the build needs."""

    python: Optional[Python]
    problems: List[Problem]
    build: Dict[str, str]


def before_set_up(machine: Machine, purpose: str, repo: str) -> Findings:
    """Everything that can be told before the environment exists."""
    manager = machine.manager()
    python, found = choose(machine)
    problems = _python_problems(machine, manager, python, found)
    problems += _support(machine)
    compiler, build = find_compiler(machine, python)
    if compiler is None:
        problems.append(_no_compiler(manager))
    problems += library_problems(machine, missing_libraries(machine, purpose))
    problems += _fonts(machine, manager) + display_problems(machine, purpose)
    problems += _disk(machine, repo)
    return Findings(python, problems, build)


def _python_problems(
    machine: Machine, manager: str, python: Optional[Python], found: Sequence[Python]
) -> List[Problem]:
    if python is None:
        return [_no_python(machine, manager, found)]
    problems = []
    version = python.version[:2]
    if not python.venv:
        what = f"Python's modules venv and ensurepip for {python.describe()}"
        problems.append(Problem(what, packages.python_parts(manager, version, "venv")))
    if not python.headers:
        what = f"Python's headers (Python.h) for {python.describe()}"
        problems.append(Problem(what, packages.python_parts(manager, version, "dev")))
    return problems


def _no_python(machine: Machine, manager: str, found: Sequence[Python]) -> Problem:
    seen = "; found: " + ", ".join(python.describe() for python in found) if found else ""
    what = f"Python 3.11 or newer is needed (64-bit CPython{seen})"
    names = packages.python_packages(machine, manager)
    if names:
        return Problem(what, names)
    hint = (
        "This system's packages hold none that is new enough. Install one from python.org or "
        "with pyenv or uv, then name it: make PYTHON=/path/to/python3.12 run"
    )
    return Problem(what, (), hint)


def _support(machine: Machine) -> List[Problem]:
    """Systems that no ready-made Qt exists for."""
    if machine.system != "Linux" or machine.loads("libc.so.6"):
        return []
    what = "glibc: this Linux has another C library, which Qt for Python is not built for"
    return [Problem(what, (), "Use a distribution with glibc, such as Debian or Fedora.")]


def find_compiler(
    machine: Machine, python: Optional[Python]
) -> Tuple[Optional[str], Dict[str, str]]:
    """A C++ compiler that works, and the variables that make the build use it.

    hnswlib is published as source only. Its build calls the compiler that Python itself was
    built with, unless CC and CXX say otherwise.
    """
    if machine.system == "Windows":
        return _visual_studio(machine), {}
    if machine.system == "Darwin" and machine.run(["xcode-select", "-p"])[0] != 0:
        return None, {}
    wished = machine.environ.get("CXX", "").split(" ")[0]
    for name in [wished] if wished else ["g++", "c++", "clang++"]:
        path = machine.which(name)
        if path and compiles(machine, path, python):
            own = python is None or bool(machine.which(python.compiler))
            c_name = name.replace("clang++", "clang").replace("g++", "gcc").replace("c++", "cc")
            return path, {} if own or wished else {"CC": c_name, "CXX": name}
    return None, {}


def compiles(machine: Machine, compiler: str, python: Optional[Python]) -> bool:
    """Whether the compiler turns a small program with Python.h and <vector> into an object."""
    with_python = python is not None and python.headers
    program = _PROGRAM if with_python else _PROGRAM.split("\n", 1)[1]
    include = ["-I", python.include] if python is not None and with_python else []
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "probe.o")
        command = [compiler, "-x", "c++", "-fPIC", "-c", "-o", target] + include + ["-"]
        return machine.run(command, text=program)[0] == 0


def _visual_studio(machine: Machine) -> Optional[str]:
    if machine.which("cl"):
        return "cl"
    base = machine.environ.get("ProgramFiles(x86)", r"C:\Program Files (x86)")
    finder = os.path.join(base, "Microsoft Visual Studio", "Installer", "vswhere.exe")
    part = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"
    wanted = ["-latest", "-products", "*", "-requires", part, "-property", "installationPath"]
    code, output = machine.run([finder] + wanted)
    return output.strip() if code == 0 and output.strip() else None


def _no_compiler(manager: str) -> Problem:
    what = "a C++ compiler (hnswlib, the search index, is built from source)"
    command = packages.compiler_command(manager)
    hint = "Install it with: " + command if command else ""
    return Problem(what, packages.COMPILER.get(manager, ()), hint)


def missing_libraries(machine: Machine, purpose: str) -> List[str]:
    """Names of the system libraries that Qt needs and the linker does not find."""
    if machine.system != "Linux":
        return []
    needed = ("always", "window") if purpose == RUN else ("always",)
    rows = [row for row in packages.libraries() if row.needed in needed]
    return [row.soname for row in rows if not machine.loads(row.soname)]


def library_problems(machine: Machine, missing: Sequence[str]) -> List[Problem]:
    """One problem for all missing libraries."""
    if not missing:
        return []
    manager = machine.manager()
    known = {row.soname: row.packages for row in packages.libraries()}
    names = [known[soname].get(manager, ()) for soname in missing if soname in known]
    strange = [soname for soname in missing if soname not in known]
    hint = "Install the packages that hold " + ", ".join(strange) + "." if strange else ""
    what = "system libraries that Qt loads: " + ", ".join(missing)
    return [Problem(what, tuple(name for group in names for name in group), hint)]


def _fonts(machine: Machine, manager: str) -> List[Problem]:
    if machine.system != "Linux" or machine.has_fonts():
        return []
    return [Problem("a font to draw text with", packages.FONTS.get(manager, ()))]


def display_problems(machine: Machine, purpose: str) -> List[Problem]:
    """A window needs a screen. Nothing is asked of Windows, macOS and Qt's screenless platforms."""
    environ = machine.environ
    if purpose != RUN or machine.system != "Linux" or environ.get("WAYLAND_DISPLAY"):
        return []
    platform = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform and platform not in ("xcb", "wayland"):
        return []
    display = environ.get("DISPLAY", "")
    if not display:
        return [_no_display(machine, "a display: neither DISPLAY nor WAYLAND_DISPLAY is set")]
    number = display[1:].split(".")[0]
    if display.startswith(":") and not machine.x_server_answers(number):
        return [_no_display(machine, "a display: no server answers at DISPLAY=" + display)]
    return []


def _no_display(machine: Machine, what: str) -> Problem:
    names = packages.DISPLAY.get(machine.manager(), ())
    commands = packages.install_commands(machine, names)
    virtual = f"{commands[0]} && xvfb-run make run" if commands else "xvfb-run make run"
    if machine.which("xvfb-run"):
        virtual = "xvfb-run make run"
    hint = "Log in to a desktop, or over ssh with -X; or use a virtual screen: " + virtual
    return Problem(what, (), hint)


def _disk(machine: Machine, repo: str) -> List[Problem]:
    free = machine.free_bytes(repo)
    if free >= DISK_BYTES:
        return []
    what = "disk space: {:.1f} GB are needed at {}, {:.1f} GB are free"
    return [Problem(what.format(DISK_BYTES / 1e9, repo, free / 1e9), (), "Free some space.")]
