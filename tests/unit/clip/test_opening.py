"""What is made of a model when it is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.calibration import Calibration
from photoclip.clip.opening import current_model, examine_model
from photoclip.domain import CancelToken, Vectors
from photoclip.errors import ModelOutputError
from photoclip.paths import Paths
from photoclip.settings import Settings
from tests.unit.clip.conftest import Tiny, Workshop

Checking = Callable[[Settings, Paths], str]


class Silent:
    """A model that is not to be asked anything any more."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError(f"{len(texts)} texts are embedded again")


def examined(settings: Settings, paths: Paths) -> str:
    report = examine_model(Path(settings.model), settings, paths, cancel=CancelToken())
    assert report.ok
    return report.fingerprint


def first_used(settings: Settings, paths: Paths) -> str:
    model = current_model(settings, paths).get()
    model.close()
    return model.fingerprint


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(model=str(Tiny().write(tmp_path / "tiny")), device="cpu")


@pytest.mark.parametrize("check", [examined, first_used])
def test_a_model_is_calibrated_when_it_is_checked(
    check: Checking, settings: Settings, tmp_path: Path
) -> None:
    paths = Paths.under(tmp_path / "library")
    model = Silent(check(settings, paths))
    assert Calibration(paths.index).rare(model).shape[0] > 100


def test_a_model_that_is_refused_is_not_calibrated(workshop: Workshop, tmp_path: Path) -> None:
    path, paths = workshop.make(), Paths.under(tmp_path / "library")
    workshop.change_weights(
        path / "visual/model.onnx", lambda weights: np.full_like(weights, np.nan)
    )
    assert not examine_model(path, Settings(device="cpu"), paths).ok
    assert not paths.index.exists()


def test_a_model_that_cannot_be_calibrated_opens_all_the_same(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Vectors:
        raise ModelOutputError("gives NaN")

    monkeypatch.setattr(Calibration, "rare", fails)
    first_used(settings, Paths.under(tmp_path / "library"))


def test_a_model_that_passed_before_is_not_calibrated_again(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths.under(tmp_path / "library")
    first_used(settings, paths)
    calibrated: list[object] = []
    monkeypatch.setattr(Calibration, "rare", calibrated.append)
    first_used(settings, paths)
    assert calibrated == []
