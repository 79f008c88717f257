"""The virtual environment: is it sound, make it, fill it, and remember that it is complete."""

import contextlib
import hashlib
import json
import os
import re
import shutil
from typing import Any, Dict, Iterator, List

from installer.machine import Lines, Machine

FOLDER = ".venv"
EXTRAS = {"run": "", "command": "", "test": "[dev]"}
# Whose packages are all that a purpose needs.
_COVERED_BY = {"run": ("command", "test"), "command": ("run", "test"), "test": ()}
# What an environment may hold before its pyvenv.cfg is written, when its making was cut off.
_PARTS = {"bin", "include", "Include", "lib", "Lib", "lib64", "Scripts", "share", "etc"}
_PARTS |= {"pyvenv.cfg", ".gitignore", "setup.log", ".ready-run", ".ready-command", ".ready-test"}

_ASK = "import json, sys; print(json.dumps([sys.prefix, list(sys.version_info[:2])]))"
_IMPORTS = "import hnswlib, numpy, onnxruntime, PIL.Image, tokenizers, PySide6.QtWidgets, photoclip"

_CAUSES = (
    (
        r"No space left on device",
        "the disk is full",
        "Free some space",
    ),
    (
        r"name resolution|Failed to establish a new connection|NewConnectionError|"
        r"ConnectTimeout|Read timed out|ReadTimeoutError|ProxyError|Network is unreachable|"
        r"Connection refused|Connection reset|RemoteDisconnected|getaddrinfo failed",
        "the package index cannot be reached",
        "Check the network connection (and the proxy, if there is one)",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError",
        "the package index's certificate is not accepted",
        "Check the clock, the proxy and the system's certificates (package ca-certificates)",
    ),
    (
        r"Python\.h: No such file",
        "Python's headers are missing",
        "Install this Python's development package",
    ),
    (
        r"Failed building wheel for|Failed to build|error: command .+ failed|subprocess-exited",
        "a package could not be built",
        "The compiler's own words are above and in the log",
    ),
    (
        r"No matching distribution found|ResolutionImpossible",
        "a package does not exist for this Python and system",
        "Use another Python: make PYTHON=/path/to/python3.12 run",
    ),
)
_TELLING = r"(?i:error|fatal|no space|could not|failed|no such file|timed out)"


class SetUpError(Exception):
    """The environment cannot be made. The text is for a person, several lines long."""


def python_of(repo: str, system: str) -> str:
    """The environment's own Python."""
    parts = ("Scripts", "python.exe") if system == "Windows" else ("bin", "python")
    return os.path.join(repo, FOLDER, *parts)


def key_of(repo: str, purpose: str) -> str:
    """Changes with what is to be installed, and with the place (an environment cannot move)."""
    digest = hashlib.sha256()
    # The second holds the version.
    for name in ("pyproject.toml", os.path.join("photoclip", "__init__.py")):
        with contextlib.suppress(FileNotFoundError), open(os.path.join(repo, name), "rb") as part:
            digest.update(part.read())
    return json.dumps(
        {"project": digest.hexdigest(), "place": os.path.realpath(repo), "for": purpose}
    )


def is_ready(machine: Machine, repo: str, purpose: str) -> bool:
    """Whether nothing is left to do. Takes one start of the environment's Python."""
    return _is_stamped(repo, purpose) and _answers(machine, repo)


def mark_ready(repo: str, purpose: str) -> None:
    """Remember, atomically, that set-up for the purpose is complete."""
    temporary = _stamp(repo, purpose) + ".new"
    with open(temporary, "w", encoding="utf-8") as stamp:
        stamp.write(key_of(repo, purpose))
    os.replace(temporary, _stamp(repo, purpose))


def is_installed(repo: str, purpose: str) -> bool:
    """Whether the packages were installed for another purpose already."""
    return any(_is_stamped(repo, other) for other in _COVERED_BY[purpose])


def _is_stamped(repo: str, purpose: str) -> bool:
    try:
        with open(_stamp(repo, purpose), encoding="utf-8") as stamp:
            return stamp.read() == key_of(repo, purpose)
    except OSError:
        return False


def _stamp(repo: str, purpose: str) -> str:
    return os.path.join(repo, FOLDER, ".ready-" + purpose)


def _answers(machine: Machine, repo: str) -> bool:
    """Whether the environment's Python runs, is new enough, and believes to live here."""
    python = python_of(repo, machine.system)
    if not os.path.exists(python):
        return False
    code, output = machine.run([python, "-c", _ASK])
    try:
        prefix, version = json.loads(output.strip().splitlines()[-1]) if code == 0 else ("", [])
    except (ValueError, IndexError):
        return False
    here = os.path.realpath(os.path.join(repo, FOLDER))
    return bool(os.path.realpath(prefix) == here and version >= [3, 11])


def usable(machine: Machine, repo: str) -> bool:
    """Whether an interrupted set-up can go on in the environment that is there."""
    if not _answers(machine, repo) or _was_moved(repo, machine.system):
        return False
    return machine.run([python_of(repo, machine.system), "-m", "pip", "--version"])[0] == 0


def _was_moved(repo: str, system: str) -> bool:
    """The activation script names the folder that the environment was made in."""
    folder = os.path.dirname(python_of(repo, system))
    name = "activate.bat" if system == "Windows" else "activate"
    try:
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as script:
            text = script.read()
    except OSError:
        return True
    here = os.path.join(repo, FOLDER)
    return here not in text and os.path.realpath(here) not in text


def make(machine: Machine, repo: str, base_python: str) -> None:
    """Make an empty environment, in place of whatever unusable one is there."""
    folder = os.path.join(repo, FOLDER)
    _remove(folder)
    code, output = machine.run([base_python, "-m", "venv", folder], timeout=600)
    if code != 0:
        raise SetUpError("The virtual environment cannot be made:\n" + _indent(output))


def _remove(folder: str) -> None:
    if os.path.islink(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        strangers = sorted(set(os.listdir(folder)) - _PARTS)
        if strangers and not os.path.exists(os.path.join(folder, "pyvenv.cfg")):
            text = "{} is not a virtual environment (it holds {}). Move it away and try again."
            raise SetUpError(text.format(folder, ", ".join(strangers[:3])))
        shutil.rmtree(folder)
    elif os.path.exists(folder):
        raise SetUpError(f"{folder} is a file. Move it away and try again.")


def install(machine: Machine, repo: str, purpose: str, build: Dict[str, str], say: Lines) -> None:
    """Install photoclip and what it needs. Raises SetUpError with pip's last telling lines."""
    python = python_of(repo, machine.system)
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", "-e", "." + EXTRAS[purpose]]
    log = os.path.join(repo, FOLDER, "setup.log")
    lines: List[str] = []
    with open(log, "w", encoding="utf-8") as stream:

        def keep(line: str) -> None:
            lines.append(line)
            stream.write(line + "\n")
            stream.flush()
            if re.match(r"\s*(Downloading|Building wheel for \S+ .*started|Installing coll)", line):
                say("  " + line.strip()[:100])

        code = machine.stream(command, keep, cwd=repo, extra=build)
    if code != 0:
        raise SetUpError(explain(lines, log))


def explain(lines: List[str], log: str) -> str:
    """What went wrong in pip, in words, with the lines that say so."""
    text = "\n".join(lines)
    found = [entry for entry in _CAUSES if re.search(entry[0], text)]
    sign, cause, remedy = found[0] if found else (_TELLING, "pip failed", "See the log")
    telling = [line for line in lines if re.search(sign + "|" + _TELLING, line)] or lines
    shown = "\n".join(line[:300] for line in telling[-6:])
    message = "The packages cannot be installed: {}.\n{}\n{}. Full log: {}"
    return message.format(cause, _indent(shown), remedy, log)


def verify(machine: Machine, repo: str) -> None:
    """Load every compiled package once. Raises SetUpError with what the loader says."""
    code, output = machine.run([python_of(repo, machine.system), "-c", _IMPORTS], timeout=300)
    if code != 0:
        last = "\n".join(output.strip().splitlines()[-3:])
        text = "The packages are installed, but do not load:\n{}\nTo start afresh, delete {}"
        raise SetUpError(text.format(_indent(last), os.path.join(repo, FOLDER)))


def unresolved_libraries(machine: Machine, repo: str, purpose: str) -> List[str]:
    """What ldd does not find for Qt's own files. [] where there is no ldd."""
    missing: List[str] = []
    for path in _qt_files(repo, purpose):
        output = machine.run(["ldd", path])[1]
        missing += re.findall(r"^\s*(\S+) => not found", output, re.M)
    return list(dict.fromkeys(missing))


def _qt_files(repo: str, purpose: str) -> Iterator[str]:
    names = ["libQt6Gui.so.6", "libQt6Widgets.so.6", "libqoffscreen.so"]
    names += ["libqxcb.so"] if purpose == "run" else []
    for folder, _, files in os.walk(os.path.join(repo, FOLDER, "lib")):
        if "PySide6" in folder:
            for name in names:
                if name in files:
                    yield os.path.join(folder, name)


@contextlib.contextmanager
def one_at_a_time(repo: str, say: Lines) -> Iterator[None]:
    """Let two set-ups of the same folder follow each other, where the system can lock."""
    fcntl = _fcntl()
    if fcntl is None:
        yield
        return
    handle = os.open(repo, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another set-up is at work in this folder; waiting for it ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _fcntl() -> Any:
    try:
        import fcntl
    except ImportError:
        return None
    return fcntl


def _indent(text: str) -> str:
    return "\n".join("    " + line for line in text.strip().splitlines())
