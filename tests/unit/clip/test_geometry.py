"""Whether marks land where the words of the settings have them, for any shape of picture."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from photoclip.clip import preprocess
from photoclip.clip.examination import geometry
from photoclip.clip.report import Verdict
from photoclip.clip.spec import PreprocessSpec, ResizeMode

SETTINGS = Path("preprocess_cfg.json")


@pytest.mark.parametrize("mode", get_args(ResizeMode))
@pytest.mark.parametrize("size", [(8, 8), (64, 64), (60, 90)])
def test_what_the_settings_say_is_what_happens(mode: ResizeMode, size: tuple[int, int]) -> None:
    for resized in (None, (size[0] + 4, size[1] + 6)):
        spec = PreprocessSpec(size, resize_mode=mode, fill=90, resized=resized)
        row, _ = geometry.measure_geometry(spec, SETTINGS)
        assert row.verdict is Verdict.OK, row.finding


@pytest.mark.parametrize("done", get_args(ResizeMode))
@pytest.mark.parametrize("said", get_args(ResizeMode))
def test_another_way_of_resizing_is_found(
    monkeypatch: pytest.MonkeyPatch, done: ResizeMode, said: ResizeMode
) -> None:
    other = PreprocessSpec((64, 64), resize_mode=done)
    monkeypatch.setattr(
        geometry, "to_pixels", lambda picture, _: preprocess.to_pixels(picture, other)
    )
    row, _ = geometry.measure_geometry(PreprocessSpec((64, 64), resize_mode=said), SETTINGS)
    assert row.verdict is (Verdict.OK if done == said else Verdict.REFUSED)


def test_colours_in_another_order_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        geometry,
        "to_pixels",
        lambda picture, spec: np.ascontiguousarray(preprocess.to_pixels(picture, spec)[::-1]),
    )
    row, _ = geometry.measure_geometry(PreprocessSpec((64, 64)), SETTINGS)
    assert row.verdict is Verdict.REFUSED
    assert row.finding.endswith("where it belongs")
    assert row.path == SETTINGS
