"""The list of installed models, broken ones among them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.clip.zoo import describe, find_models
from photoclip.paths import Paths

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop


def test_models_are_listed_with_what_they_say(workshop: Workshop, tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    embedded = workshop.make("embedded")
    beta, alpha = workshop.make("library/models/beta"), workshop.make("library/models/alpha")
    workshop.edit(beta / "photoclip.json", name="Beta", licence="MIT")
    models = find_models(paths, embedded=embedded)
    assert [(row.name, row.path, row.embedded) for row in models] == [
        ("embedded", embedded, True),
        ("alpha", alpha, False),
        ("Beta", beta, False),
    ]
    assert all(row.ok and row.dim == workshop.dim and row.layout == "immich" for row in models)
    assert [row.licence for row in models] == ["", "", "MIT"]


def test_the_size_is_that_of_all_files(workshop: Workshop) -> None:
    path = workshop.make()
    files = [file for file in path.rglob("*") if file.is_file()]
    assert describe(path).size == sum(len(file.read_bytes()) for file in files) > 1000


def test_a_broken_model_is_listed_with_its_finding(workshop: Workshop, tmp_path: Path) -> None:
    path = workshop.make("library/models/broken")
    (path / "config.json").write_text("{")
    row = find_models(Paths.under(tmp_path / "library"), embedded=workshop.make())[1]
    assert not row.ok
    assert (row.name, row.path, row.dim) == ("broken", path, 0)
    assert "config.json: is not valid JSON" in row.problem


def test_an_embedded_model_that_is_missing_is_listed_too(tmp_path: Path) -> None:
    rows = find_models(Paths.under(tmp_path), embedded=tmp_path / "none")
    assert [row.problem.split(": ")[1].split(".")[0] for row in rows] == ["is missing"]


def test_files_and_unfinished_downloads_are_no_models(workshop: Workshop, tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    workshop.make("models/.partial")
    (paths.models / "notes.txt").write_text("hello")
    (paths.models / "link").symlink_to(tmp_path / "nowhere")
    assert len(find_models(paths, embedded=workshop.make())) == 1


def test_links_to_nowhere_do_not_count(workshop: Workshop) -> None:
    path = workshop.make()
    size = describe(path).size
    (path / "link").symlink_to(path / "nowhere")
    assert describe(path).size == size
