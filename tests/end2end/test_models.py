"""Models from the command line: listed, downloaded from a hub of this machine, used, removed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.conftest import CommandLine, until
from tests.hub_server import HubServer, hub_serving, stalls_after
from tests.unit.clip.conftest import Tiny

REPO = "some/model"
NAME = "some--model"
WEIGHTS = "visual/weights.data"
SIZE = 3_000_000

# Ends at the first attempt to reach another machine than the one that is told.
ONLY = """
import os, socket, sys
allowed = int(os.environ["ALLOWED_PORT"])
def refuse(event, arguments):
    if event == "socket.connect" and arguments[0].family != socket.AF_UNIX:
        bad = arguments[1][:2] != ("127.0.0.1", allowed)
    elif event == "socket.getaddrinfo":
        bad = arguments[0] not in ("127.0.0.1", b"127.0.0.1")
    else:
        bad = event == "socket.sendto"
    if bad:
        print("network:", event, arguments, file=sys.stderr, flush=True)
        os._exit(99)
sys.addaudithook(refuse)
sys.argv = ["photoclip", *sys.argv[1:]]
from photoclip.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def hub(cli: CommandLine) -> Iterator[HubServer]:
    with hub_serving() as server:
        model = Tiny().write(cli.base / "remote")
        files = [path for path in model.rglob("*") if path.is_file()]
        contents = {path.relative_to(model).as_posix(): path.read_bytes() for path in files}
        server.add(REPO, {**contents, WEIGHTS: random.Random(1).randbytes(SIZE)})
        cli.env["HF_ENDPOINT"] = server.endpoint
        cli.env["HF_HOME"] = str(cli.base / "hf")
        yield server


def visible(cli: CommandLine) -> list[str]:
    return [Path(row["path"]).name for row in cli.ok("models", "list")["models"]][1:]


def test_a_model_comes_is_listed_and_goes(cli: CommandLine, hub: HubServer) -> None:
    before = {row["name"] for row in cli.ok("models", "list")["available"]}
    assert "MobileCLIP2-S0" in before and len(before) >= 20
    cli.env["ALLOWED_PORT"] = str(hub.server_port)
    done = subprocess.run(
        [sys.executable, "-c", ONLY, "models", "download", REPO, "--json"],
        cwd=cli.cwd,
        env=cli.env,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["fetched_bytes"] > SIZE and not answer["already"]
    row = cli.ok("models", "list")["models"][1]
    assert row["source"].startswith(f"{hub.endpoint}/{REPO}@") and row["problem"] == ""
    assert cli.ok("models", "download", REPO)["already"]
    assert not (cli.base / "hf").exists()
    cli.ok("settings", "set", "model", row["path"])
    assert "is in use" in cli.fails("models", "remove", NAME)
    cli.ok("settings", "reset", "model")
    assert cli.ok("models", "remove", NAME, "--vectors")["bytes"] > SIZE
    assert visible(cli) == []


def test_a_killed_download_is_gone_on_with(cli: CommandLine, hub: HubServer) -> None:
    hub.faults[WEIGHTS] = [stalls_after(2_000_000)]
    process = cli.start("models", "download", REPO, "--json")
    models = cli.library / "models"
    until(process, lambda: any(_size(part) > 1_500_000 for part in models.rglob("*.part")))
    process.kill()
    process.communicate()
    hub.released.set()
    assert visible(cli) == []
    (part,) = models.rglob("*.part")
    begun = _size(part)
    cli.ok("models", "download", REPO)
    asked = hub.of(WEIGHTS)[-1]
    assert (asked.start, asked.sent) == (begun, SIZE - begun)
    assert visible(cli) == [NAME]


def test_an_interrupted_download_leaves_no_model(cli: CommandLine, hub: HubServer) -> None:
    hub.faults[WEIGHTS] = [stalls_after(0)]
    process = cli.start("models", "download", REPO)
    until(process, hub.waiting.is_set)
    process.terminate()
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130 and b"interrupted; what was done is kept" in errors
    assert visible(cli) == []


def test_what_cannot_be_downloaded_is_one_line(cli: CommandLine, hub: HubServer) -> None:
    assert "Did you mean ViT-B-32__openai" in cli.fails("models", "download", "ViT-B32__openai")
    assert "has no no/thing" in cli.fails("models", "download", "no/thing")
    cli.ok("settings", "set", "offline", "true")
    assert "stay offline" in cli.fails("models", "download", REPO)
    assert "is not like https" in cli.fails("settings", "set", "hub_endpoint", "nowhere")
    hub.asked.clear()
    cli.ok("models", "list")
    assert hub.asked == []


def test_a_folder_that_takes_nothing_is_told(cli: CommandLine, hub: HubServer) -> None:
    models = cli.library / "models"
    models.mkdir(parents=True)
    models.chmod(0o555)
    try:
        line = cli.fails("models", "download", REPO, ordinary=True)
    finally:
        models.chmod(0o755)
    assert "cannot be written (Permission denied)" in line


def _size(part: Path) -> int:
    try:
        return part.stat().st_size
    except FileNotFoundError:
        return 0
