"""The wheel carries all it needs: the model and the resources, from any directory."""

from __future__ import annotations

import shutil
import site
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip import __version__
from tests.end2end.conftest import SAMPLES, CommandLine

if TYPE_CHECKING:
    from email.message import Message

REPO = Path(__file__).parents[2]
MODEL_FILES = [
    "config.json",
    "photoclip.json",
    "visual/model.onnx",
    "textual/model.onnx",
    "textual/tokenizer.json",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    target = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(target)],
        cwd=REPO,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandLine]:
    """photoclip from the wheel in an environment of its own; what it needs comes from ours."""
    base = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", base / "venv"], check=True)
    folder = base / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(folder / "python")
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--quiet", str(wheel)], check=True, timeout=240)
    # Not the .pth files beside them: one leads to the checkout.
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()))
    cli = CommandLine(base)
    found = shutil.which("photoclip", path=str(folder))
    assert found is not None
    cli.command = [found]
    yield cli
    shutil.rmtree(base)


def test_the_wheel_has_all_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in MODEL_FILES:
        assert f"photoclip/_data/models/embedded/{name}" in names
    samples = [n for n in names if n.startswith("photoclip/_data/resources/sample_photos/")]
    assert sum(name.endswith(".jpg") for name in samples) >= 16
    assert "photoclip/_data/resources/sample_photos/ATTRIBUTION.md" in samples
    sources = {str(p.relative_to(REPO)) for p in (REPO / "photoclip").rglob("*.py")}
    assert {*sources, "photoclip/clip/zoo.toml"} <= set(names)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"photoclip", f"photoclip-{__version__}.dist-info"}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    metadata = _metadata(wheel)
    assert metadata["Name"] == "photoclip"
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    licences = metadata.get_all("License-File") or []
    assert {"LICENSE", "resources/sample_photos/ATTRIBUTION.md"} <= set(licences)
    assert any(
        need.lower().startswith("pyside6-essentials")
        for need in metadata.get_all("Requires-Dist") or []
    )


def _metadata(wheel: Path) -> Message:
    from email import message_from_bytes

    name = f"photoclip-{__version__}.dist-info/METADATA"
    return message_from_bytes(zipfile.ZipFile(wheel).read(name))


def test_the_source_archive_builds_the_same_wheel(built: Path, wheel: Path, tmp_path: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        # Filters came with 3.11.4.
        source.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
        source.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert (folder / "Makefile").exists()
    assert not (folder / ".venv").exists()
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again")],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=240,
    )
    (again,) = (tmp_path / "again").glob("*.whl")
    ours, theirs = zipfile.ZipFile(wheel), zipfile.ZipFile(again)
    assert sorted(ours.namelist()) == sorted(theirs.namelist())


def test_it_runs_from_the_wheel_and_not_from_the_checkout(installed: CommandLine) -> None:
    python = str(Path(installed.command[0]).with_name("python"))
    done = subprocess.run(
        [python, "-c", "import photoclip; print(photoclip.__file__)"],
        cwd=installed.cwd,
        env=installed.env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.base)
    assert installed.run("--version").text.strip() == f"photoclip {__version__}"


def test_the_embedded_model_is_the_wheels_own(installed: CommandLine) -> None:
    listed = installed.ok("models", "list")
    (model,) = listed["models"]
    assert model["in_use"] is True
    assert len(listed["available"]) >= 20
    assert Path(model["path"]).is_relative_to(installed.base)


def test_add_index_and_search(installed: CommandLine) -> None:
    photos = installed.base / "photos"
    photos.mkdir()
    for name in ("two_parrots.jpg", "racing_yacht.jpg", "red_wooden_door.jpg"):
        shutil.copy(SAMPLES / name, photos)
    installed.ok("add", photos)
    assert installed.ok("index")["new"] == 3
    hits = installed.ok("search", "two parrots")["hits"]
    assert hits[0]["path"] == str(photos / "two_parrots.jpg")
