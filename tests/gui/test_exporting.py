"""Copies and lists of photos, from the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from photoclip.gui.controllers.tasks import TaskState
from photoclip.gui.dialogs.chooser import ChooseFolder, choose_labels_target, choose_table
from photoclip.tagging.service import Verdict

from .conftest import App, OpenApp, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def run(app: App, name: str) -> None:
    app.window.commands.action(name).trigger()


def test_all_that_are_shown_are_copied_and_the_chosen_ones_beside_them(
    app: App, tmp_path: Path, pictures: Path
) -> None:
    target = tmp_path / "out"
    app.chosen.append(target)
    run(app, "copy_all_to")
    app.wait(lambda: app.window.notice.text() == "4 photos copied to “out”")
    assert sorted(path.name for path in target.iterdir()) == sorted(
        path.name for path in pictures.iterdir()
    )
    [task] = [task for task in app.window.tasks.all() if task.title == "Copying photos"]
    assert task.state is TaskState.DONE
    app.window.grid.show_photo(0)
    app.chosen.append(target)
    run(app, "copy_to")
    app.wait(lambda: "1 photo already there" in app.window.notice.text())
    assert len(list(target.iterdir())) == 4


def test_a_folder_that_takes_nothing_is_told(app: App, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    app.chosen.append(tmp_path / "file")
    run(app, "copy_all_to")
    app.wait(lambda: "is not a folder" in app.window.notice.text())


@pytest.mark.parametrize("name", ["list.csv", "list.JSON"])
def test_a_list_is_written_with_scores(app: App, tmp_path: Path, name: str) -> None:
    names = app.search("red barn")
    path = tmp_path / name
    app.window.choose_file = lambda parent, title: path
    run(app, "save_list")
    app.wait(lambda: name in app.window.notice.text())
    text = path.read_text()
    if name == "list.csv":
        assert text.startswith("path,score,photo,")
        assert names[0] in text.splitlines()[1]
    else:
        told = json.loads(text)
        assert told["query"] == "red barn"
        assert [Path(row["path"]).name for row in told["photos"]] == names
        assert told["photos"][0]["score"] == pytest.approx(
            next(iter(app.window.gallery.answer.scores.values())), abs=1e-5
        )


@pytest.mark.parametrize("name", ["tags.csv", "tags.json"])
def test_a_table_of_tags_is_written(app: App, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    label = app.engine.labels.add("red barn").id
    app.engine.tagging.click(label, app.window.photo_model.ids[:1], Verdict.RIGHT)
    app.window.choose_file = lambda parent, title: path
    run(app, "save_tags")
    app.wait(lambda: name in app.window.notice.text())
    if name == "tags.csv":
        header, row = path.read_text().splitlines()
        assert header.endswith(",rating,labels")
        assert row.endswith(",red barn")
    else:
        [told] = json.loads(path.read_text())["photos"]
        assert [tag["label"] for tag in told["tags"]] == ["red barn"]
        assert told["tags"][0]["source"] == "person"


def test_paths_of_all_that_are_shown_come_to_the_clipboard(app: App, pictures: Path) -> None:
    run(app, "copy_all_paths")
    app.wait(lambda: app.window.notice.text() == "4 paths copied.")
    assert set(QGuiApplication.clipboard().text().splitlines()) == set(map(str, pictures.iterdir()))


@pytest.mark.parametrize(
    ("choose", "usual"), [(choose_table, ".csv"), (choose_labels_target, ".txt")]
)
def test_a_file_without_a_suffix_gets_that_of_the_kind(
    qapp: object, monkeypatch: pytest.MonkeyPatch, choose: ChooseFolder, usual: str
) -> None:
    answers = [("/x/a", 0), ("/x/a", 1), ("/x/a.json", 0), ("", 0)]

    def ask(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        assert Path(name).suffix == usual
        chosen, kind = answers.pop(0)
        return chosen, kinds.split(";;")[kind]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    parent = QWidget()
    found = [choose(parent, "Where?") for _ in range(4)]
    assert found == [Path(f"/x/a{usual}"), Path("/x/a.json"), Path("/x/a.json"), None]
