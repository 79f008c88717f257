"""What is measured of a model is kept, and measured again where that is of no use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.calibration import Calibration, rare_texts
from photoclip.clip.directory import fingerprint
from photoclip.domain import Vectors
from photoclip.paths import bundled

TEXTS = ("a dodo", "an abacus", "a comet")


class Model:
    """Counts what it is asked."""

    def __init__(self, fingerprint: str = "one") -> None:
        self.fingerprint = fingerprint
        self.asked = 0

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        self.asked += 1
        return np.eye(len(texts), 8, dtype=np.float32)


def test_a_model_is_measured_once(tmp_path: Path) -> None:
    model = Model()
    first = Calibration(tmp_path, TEXTS).rare(model)
    again = Calibration(tmp_path, TEXTS).rare(model)
    assert model.asked == 1
    assert again.dtype == np.float32
    assert np.allclose(first, again)


def test_another_model_or_other_texts_are_measured_apart(tmp_path: Path) -> None:
    calibration = Calibration(tmp_path, TEXTS)
    one, two = Model("one"), Model("two")
    calibration.rare(one)
    calibration.rare(two)
    Calibration(tmp_path, TEXTS[:2]).rare(one)
    assert (one.asked, two.asked) == (2, 1)


def nothing(file: Path) -> None:
    file.unlink()


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])


def junk(file: Path) -> None:
    file.write_bytes(b"\0" * 50)


def no_numbers(file: Path) -> None:
    np.save(file, np.full((3, 8), np.nan, np.float16))


def objects(file: Path) -> None:
    np.save(file, np.array([{"a": 1}] * 3, dtype=object), allow_pickle=True)


@pytest.mark.parametrize("spoil", [nothing, cut_off, junk, no_numbers, objects])
def test_a_damaged_file_is_made_again(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    model = Model()
    good = Calibration(tmp_path, TEXTS).rare(model)
    [file] = tmp_path.iterdir()
    spoil(file)
    assert np.allclose(Calibration(tmp_path, TEXTS).rare(model), good)
    assert np.allclose(Calibration(tmp_path, TEXTS).rare(model), good)
    assert model.asked == 2


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(Calibration(tmp_path / "file", TEXTS).rare(Model())) == len(TEXTS)


def test_the_embedded_model_was_measured_already(tmp_path: Path) -> None:
    # If this fails after a change of the model or the texts: python -m models.calibrate
    model = Model(fingerprint(bundled("models/embedded")))
    assert len(Calibration(tmp_path).rare(model)) == len(rare_texts())
    assert model.asked == 0
