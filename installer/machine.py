"""What the set-up asks of the computer it runs on, in one object that tests replace."""

import ctypes
import os
import platform
import shutil
import socket
import subprocess
import sys
from typing import Callable, Dict, List, Optional, Sequence, Tuple

MANAGERS = ("apt", "dnf", "pacman", "zypper")
_PROGRAMS = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}
# Set for a shell's own purposes; they would lead the new environment astray.
_FOREIGN = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")

Lines = Callable[[str], None]


class Machine:
    """The real computer. Nothing here decides anything."""

    def __init__(self) -> None:
        self.system = platform.system()
        self.environ = dict(os.environ)

    def which(self, program: str) -> Optional[str]:
        """The program's path, or None."""
        return shutil.which(program)

    def run(self, command: Sequence[str], timeout: float = 60, text: str = "") -> Tuple[int, str]:
        """Exit code and combined output; 127 where the program cannot be started."""
        try:
            done = subprocess.run(
                list(command),
                input=text,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=timeout,
                env=self.clean_environment(),
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return 127, str(error)
        return done.returncode, done.stdout

    def stream(
        self,
        command: Sequence[str],
        on_line: Lines,
        cwd: Optional[str] = None,
        extra: Optional[Dict[str, str]] = None,
    ) -> int:
        """Run, passing every line of output on as it comes. Returns the exit code."""
        environment = dict(self.clean_environment(), **(extra or {}))
        with subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            universal_newlines=True,
            errors="replace",
            cwd=cwd,
            env=environment,
        ) as process:
            try:
                for line in process.stdout or ():
                    on_line(line.rstrip())
                return process.wait()
            finally:
                if process.poll() is None:
                    process.terminate()

    def clean_environment(self) -> Dict[str, str]:
        """The environment without what belongs to another Python.

        ONNX Runtime reports to its maker when it is loaded, unless it is told not to.
        """
        kept = {name: value for name, value in self.environ.items() if name not in _FOREIGN}
        return dict(kept, ORT_DISABLE_TELEMETRY="1")

    def is_root(self) -> bool:
        """Whether system packages can be installed without sudo."""
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def manager(self) -> str:
        """The package manager: apt, dnf, pacman, zypper, brew, winget, or "" if unknown."""
        if self.system == "Darwin":
            return "brew"
        if self.system == "Windows":
            return "winget"
        for name in MANAGERS:
            if self.which(_PROGRAMS[name]):
                return name
        return ""

    def loads(self, soname: str) -> bool:
        """Whether the dynamic linker finds a library."""
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    def free_bytes(self, folder: str) -> int:
        """Free space on the folder's disk."""
        return shutil.disk_usage(folder).free

    def has_fonts(self) -> bool:
        """Whether there is any font that text could be drawn with (asked on Linux only)."""
        home = os.path.expanduser("~")
        own = [os.path.join(home, ".fonts"), os.path.join(home, ".local", "share", "fonts")]
        for folder in ["/usr/share/fonts", "/usr/local/share/fonts"] + own:
            for _, _, files in os.walk(folder, followlinks=True):
                if any(name.lower().endswith((".ttf", ".otf", ".ttc")) for name in files):
                    return True
        return False

    def x_server_answers(self, number: str) -> bool:
        """Whether a local X server listens at display ``:number``."""
        path = "/tmp/.X11-unix/X" + number
        for address in (path, "\0" + path):
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                    connection.settimeout(5)
                    connection.connect(address)
                return True
            except OSError:
                continue
        return False

    def replace_by(self, command: List[str], cwd: str) -> int:
        """Become the command; where the system has no exec, wait for it and give its exit code."""
        environment = self.clean_environment()
        if self.system == "Windows":
            return subprocess.call(command, cwd=cwd, env=environment)
        sys.stdout.flush()
        sys.stderr.flush()
        os.chdir(cwd)
        os.execve(command[0], command, environment)
