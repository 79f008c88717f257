"""``photoclip models check``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from photoclip.cli import main
from photoclip.clip.passed import PassedChecks
from photoclip.paths import Paths
from photoclip.settings import Settings, save_settings
from tests.unit.clip.conftest import Tiny


class CommandLine:
    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.paths = Paths.under(library)
        self._library, self._capsys = library, capsys

    def check(self, *words: str) -> tuple[int, str, str]:
        arguments = main.parse(["--library", str(self._library), "models", "check", *words])
        code = main.run(arguments)
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def report(self, *words: str) -> tuple[int, Any]:
        code, out, _ = self.check(*words, "--json")
        return code, json.loads(out)


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "library", capsys)


def test_a_sound_model_is_told_and_remembered(line: CommandLine, tmp_path: Path) -> None:
    model = Tiny().write(tmp_path / "sound")
    code, out, _ = line.check(str(model))
    assert code == 0
    assert "image tower  input            image float (batch, 3, 8, 8)" in out
    assert "ok       text tower   together as alone" in out
    assert out.splitlines()[-1].startswith("passed, in ")
    code, report = line.report(str(model), "--device", "cpu")
    assert (code, report["ok"], report["device"]) == (0, True, "cpu")
    assert PassedChecks(line.paths.checks_file).holds(report["fingerprint"], "CPU", "fp32")


def test_a_refused_model_ends_with_file_and_finding(line: CommandLine, tmp_path: Path) -> None:
    model = Tiny(words_in_graph=10).write(tmp_path / "unfit")
    code, out, _ = line.check(str(model))
    assert code == 1
    file = model / "textual" / "tokenizer.json"
    assert out.splitlines()[-1] == (
        f"refused: {file}: has words that model.onnx has no place for."
        " The tokenizer belongs to another model."
    )
    code, report = line.report(str(model))
    assert code == 1
    assert not report["ok"]


def test_without_a_name_it_is_the_model_in_use(line: CommandLine, tmp_path: Path) -> None:
    model = Tiny().write(tmp_path / "mine")
    save_settings(Settings(model=str(model)), line.paths.settings_file)
    code, report = line.report()
    assert (code, report["path"]) == (0, str(model))


def test_a_model_on_this_machine_goes_by_its_name(line: CommandLine) -> None:
    model = Tiny().write(line.paths.models / "My-Model")
    code, report = line.report("my-model")
    assert (code, report["path"]) == (0, str(model))


def test_a_name_that_nobody_knows_is_one_line(line: CommandLine) -> None:
    code, out, err = line.check("nobody")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "no model is called 'nobody'" in err
