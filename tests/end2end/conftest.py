"""Runs the installed command line as a person does: another process, its own home, its own cwd."""

from __future__ import annotations

import ctypes
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from PIL import Image

SAMPLES = Path(__file__).parents[2] / "resources" / "sample_photos"
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


def program() -> str:
    """The console script beside the Python that runs the tests."""
    found = shutil.which("photoclip", path=str(Path(sys.executable).parent))
    assert found is not None, "photoclip is not installed beside " + sys.executable
    return found


@dataclass(frozen=True)
class Finished:
    """A run that has ended. Output is bytes, because paths are."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        return self.stdout.decode(errors="surrogateescape")

    @property
    def json(self) -> Any:
        """stdout as the one JSON object that it has to be."""
        return json.loads(self.text)


class CommandLine:
    """photoclip with a home, a library and a working directory under ``base``."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.library = base / "library"
        self.catalog = self.library / "catalog.sqlite"
        self.cwd = base / "somewhere"
        self.cwd.mkdir(parents=True)
        self.command = [program()]
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "PYTHON"))},
            "HOME": str(base / "home"),
            "XDG_CACHE_HOME": str(base / "home" / "cache"),
            "XDG_DATA_HOME": str(base / "home" / "data"),
            "XDG_CONFIG_HOME": str(base / "home" / "config"),
            "PHOTOCLIP_LIBRARY": str(self.library),
            "PYTHONWARNINGS": "error",
        }

    def run(self, *arguments: str | bytes | Path, ordinary: bool = False) -> Finished:
        """Run to the end. ordinary: obey file permissions even as root."""
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=self.cwd,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=240,
            preexec_fn=_obey_permissions if ordinary else None,
        )
        return Finished(done.returncode, done.stdout, done.stderr.decode(errors="replace"))

    def ok(self, *arguments: str | bytes | Path) -> Any:
        """The JSON answer of a run that has to succeed without a word on stderr."""
        done = self.run(*arguments, "--json")
        assert (done.code, done.stderr) == (0, ""), done
        return done.json

    def fails(self, *arguments: str | bytes | Path, code: int = 1, ordinary: bool = False) -> str:
        """The one line on stderr of a run that has to fail, with nothing on stdout."""
        done = self.run(*arguments, ordinary=ordinary)
        assert done.code == code, done
        assert done.stdout == b""
        assert "Traceback" not in done.stderr
        (line,) = done.stderr.splitlines()
        assert line.startswith("photoclip: error: ")
        return line

    def start(self, *arguments: str | Path, stdout: Path | None = None) -> subprocess.Popen[bytes]:
        """Run beside the test. stdout: a file to write the answer to instead of a pipe."""
        with ExitStack() as opened:
            taker = opened.enter_context(stdout.open("wb")) if stdout else subprocess.PIPE
            return self._start(arguments, taker)

    def _start(
        self, arguments: Sequence[str | Path], stdout: IO[bytes] | int
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self.command, *arguments],
            cwd=self.cwd,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
        )

    def embedded(self) -> int:
        """How many embeddings the catalog holds, as another process sees it."""
        if not self.catalog.exists():
            return 0
        try:
            with closing(sqlite3.connect(f"file:{self.catalog}?mode=ro", uri=True)) as database:
                count = database.execute("SELECT count(*) FROM embeddings").fetchone()[0]
                return int(count)
        except sqlite3.OperationalError:  # its tables are being made
            return 0


def until(process: subprocess.Popen[bytes], reached: Callable[[], bool]) -> None:
    """Wait for a state of a process that has to be alive when it is reached."""
    while not reached():
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"ended too early: {process.communicate()}")


def _obey_permissions() -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
                raise OSError("this system lets root ignore permissions")


def picture(number: int, side: int = 64) -> bytes:
    """A small JPEG that no other number gives."""
    noise = random.Random(number).randbytes(8 * 8 * 3)
    image = Image.frombytes("RGB", (8, 8), noise).resize((side, side), Image.Resampling.BILINEAR)
    stream = BytesIO()
    image.save(stream, "JPEG", quality=85)
    return stream.getvalue()


def fill(folder: Path, numbers: Sequence[int]) -> Path:
    """A folder with one picture per number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"picture{number:05}.jpg").write_bytes(picture(number))
    return folder


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """photoclip with an empty library of its own."""
    return CommandLine(tmp_path)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """photoclip with the sample photos indexed. Only for tests that change nothing."""
    base = tmp_path_factory.mktemp("indexed")
    cli = CommandLine(base)
    shutil.copytree(SAMPLES, base / "photos", ignore=shutil.ignore_patterns("*.md"))
    cli.ok("add", base / "photos")
    cli.ok("index")
    return cli


@pytest.fixture
def own_indexed(indexed: CommandLine, tmp_path: Path) -> CommandLine:
    """A copy of the indexed library that a test may damage."""
    cli = CommandLine(tmp_path)
    shutil.copytree(indexed.library, cli.library)
    return cli
