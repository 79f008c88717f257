"""Nothing leaves the machine, and nothing is written but what docs/privacy.md lists."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end2end.conftest import SAMPLES

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

# Ends at the first attempt to reach any machine; local sockets are fine.
NO_NETWORK = """
import socket, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        address = arguments[1] if event != "socket.getaddrinfo" else arguments[0]
        if event == "socket.getaddrinfo" or arguments[0].family != socket.AF_UNIX:
            print("network:", event, address, file=sys.stderr, flush=True)
            import os
            os._exit(99)
sys.addaudithook(refuse)
sys.argv = ["photoclip", *sys.argv[1:]]
from photoclip.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def photos(cli: CommandLine) -> Path:
    folder = cli.base / "photos"
    folder.mkdir()
    for name in ("two_parrots.jpg", "racing_yacht.jpg"):
        shutil.copy(SAMPLES / name, folder)
    return folder


def files_below(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


def test_only_what_is_documented_is_written(cli: CommandLine, photos: Path) -> None:
    # Not switched off from outside: that is what photoclip has to do by itself.
    cli.env.pop("ORT_DISABLE_TELEMETRY", None)
    before = {path: path.stat().st_mtime_ns for path in photos.iterdir()}
    cli.ok("add", photos)
    cli.ok("index")
    cli.ok("search", "two parrots")
    cli.ok("similar", photos / "racing_yacht.jpg")
    assert {path: path.stat().st_mtime_ns for path in photos.iterdir()} == before
    home = files_below(cli.base / "home")
    assert {path for path in home if not path.startswith("cache/thumbnails/large/")} == set()
    assert len(home) == 2
    library = files_below(cli.library)
    assert library <= {
        "catalog.sqlite",
        "catalog.sqlite-wal",
        "catalog.sqlite-shm",
        "catalog.sqlite.bak",
        "library.lock",
        "cache/self-checks.json",
    }


def test_no_python_code_reaches_for_the_network(cli: CommandLine, photos: Path) -> None:
    cli.command = [sys.executable, "-c", NO_NETWORK]
    cli.ok("add", photos)
    cli.ok("index")
    assert cli.ok("search", "two parrots")["hits"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_no_native_code_opens_a_socket(cli: CommandLine, photos: Path) -> None:
    """ONNX Runtime brings an HTTP client of its own; its threads would hold sockets."""
    cli.env.pop("ORT_DISABLE_TELEMETRY", None)
    cli.ok("add", photos)
    code = (
        "import os, sys; sys.argv = ['photoclip', 'index']\n"
        "from photoclip.__main__ import main; main()\n"
        "links = [os.readlink(f'/proc/self/fd/{fd}') for fd in os.listdir('/proc/self/fd')"
        " if os.path.exists(f'/proc/self/fd/{fd}')]\n"
        "print([link for link in links if link.startswith('socket:')])\n"
        "print('ORT', os.environ.get('ORT_DISABLE_TELEMETRY'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cli.cwd,
        env=cli.env,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    sockets, switched_off = done.stdout.splitlines()[-2:]
    assert sockets == "[]"
    assert switched_off == "ORT 1"
