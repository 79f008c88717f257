"""Exports of small models, made once for all tests; all are skipped where torch is missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.export.folders import Original

NEEDED = ("torch", "torchvision", "open_clip", "transformers", "sentencepiece")
MISSING = [name for name in NEEDED if find_spec(name) is None]
FAMILIES = (
    *("clip", "siglip", "siglip2", "align", "blip", "blip2", "chinese_clip"),
    *("vit", "vit_quick_gelu", "resnet", "open_siglip", "open_siglip2", "mobileclip"),
    *("clipa", "xlm_roberta", "nllb", "coca", "longest"),
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only here: other folders' tests go through this hook as well."""
    for item in items:
        if HERE in item.path.parents:
            # The libraries under test warn of what they will change; none of it is our doing.
            item.add_marker(pytest.mark.filterwarnings("ignore"))
            if MISSING:
                reason = f"exports need {', '.join(MISSING)}; `make test-export` has all of it"
                item.add_marker(pytest.mark.skip(reason=reason))


@dataclass(frozen=True)
class Exported:
    """A model of another library, and the directory that models.export made of it."""

    family: str
    original: Original
    directory: Path


Export = Callable[[str], Exported]


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Gives the export of a family, made when it is first asked for."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # nothing may be fetched, nor be waited for
    from models.torchvision_ops import make_torchvision_importable

    make_torchvision_importable()
    import torch

    torch.set_num_threads(2)
    base = tmp_path_factory.mktemp("exports")

    @cache
    def made(family: str) -> Exported:
        from models.export.__main__ import main
        from tests.export import folders

        make = getattr(folders, family)
        original = make(base / family)
        out = base / f"{family}-export"
        main([*original.arguments, str(out), "--fp16", "--int8", "--no-speed"])
        return Exported(family, original, out)

    return made


@pytest.fixture(params=FAMILIES)
def exported(request: pytest.FixtureRequest, export: Export) -> Exported:
    """Every family in turn."""
    return export(request.param)
