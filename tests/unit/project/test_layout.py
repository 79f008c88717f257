"""What the project promises about itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import photoclip

REPO = Path(__file__).parents[3]
CODE = ("photoclip", "installer", "benchmarks", "models", "tests")


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (REPO / folder).rglob("*.py")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))


def test_layers_are_kept(project: dict[str, Any]) -> None:
    contracts = project["tool"]["importlinter"]["contracts"]
    # In a process of its own: import-linter switches off all loggers there are.
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", lint], cwd=REPO, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert f"Contracts: {len(contracts)} kept, 0 broken." in done.stdout
    assert len(contracts) >= 2


def test_only_the_gui_imports_qt() -> None:
    guilty = [
        path.relative_to(REPO)
        for path in sources("photoclip")
        if "gui" not in path.parts and any(name == "PySide6" for name in imported(path))
    ]
    assert guilty == []


def imported(path: Path) -> Iterator[str]:
    """Top-level names of all that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


def test_all_that_is_imported_is_declared(project: dict[str, Any]) -> None:
    """Nothing may work only because some other package happens to bring it."""
    named = {"PIL": "pillow", "PySide6": "pyside6-essentials", "pillow_heif": "pillow-heif"}
    table = project["project"]
    needs = table["dependencies"] + table["optional-dependencies"]["raw"]
    declared = {re.split(r"[>=<;\[ ]", need)[0].lower() for need in needs}
    for path in sources("photoclip"):
        for name in set(imported(path)) - set(sys.stdlib_module_names) - {"photoclip"}:
            package = named.get(name, name).lower().replace("_", "-")
            assert package in declared, f"{path.relative_to(REPO)} imports {name}"


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(REPO)): count
        for path in sources(*CODE)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_the_version_is_in_one_place(project: dict[str, Any]) -> None:
    assert photoclip.__version__ == version("photoclip")
    assert project["project"]["dynamic"] == ["version"]
    place = REPO / project["tool"]["hatch"]["version"]["path"]
    for path in set(sources("photoclip")) - {place}:
        assert f'"{photoclip.__version__}"' not in path.read_text(encoding="utf-8"), path
    changes = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(photoclip.__version__)}\]", changes, re.M)


def test_the_commands_of_the_documents_exist() -> None:
    makefile = (REPO / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    assert {"run", "test", "lint", "bench", "clean"} <= targets
    for name in ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/models.md"):
        text = (REPO / name).read_text(encoding="utf-8")
        used = set(re.findall(r"`make ([a-z]+)|^(?:xvfb-run )?make ([a-z]+)", text, re.M))
        assert {first or second for first, second in used} <= targets, name


def test_the_links_of_the_documents_lead_somewhere() -> None:
    for page in [*REPO.glob("*.md"), *(REPO / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_the_command_line_examples_are_understood() -> None:
    import shlex

    from photoclip.cli.arguments import parser

    text = (REPO / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"^photoclip (.+?)(?:\s+#.*)?$", text, re.M)
    assert len(examples) >= 5
    for example in examples:
        words = shlex.split(example.split(" | ")[0].split(" > ")[0])
        assert parser().parse_args(words).verb is not None


def test_the_sample_photos_are_attributed_and_light() -> None:
    folder = REPO / "resources" / "sample_photos"
    photos = sorted(folder.glob("*.jpg"))
    assert len(photos) >= 16
    assert sum(photo.stat().st_size for photo in photos) <= 4_000_000
    attribution = (folder / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert [photo.name for photo in photos if photo.name not in attribution] == []


def test_shipped_models_tell_their_licence() -> None:
    import json

    folder = REPO / "models" / "embedded"
    manifest = json.loads((folder / "photoclip.json").read_text(encoding="utf-8"))
    assert manifest["licence"]
    assert (folder / "MODEL_CARD.md").exists()


def test_continuous_integration_runs_what_people_run() -> None:
    script = (REPO / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert "export CI=true" in script
    assert re.search(r"^(exec )?make test$", script, re.M)
