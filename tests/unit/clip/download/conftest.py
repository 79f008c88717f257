"""A hub with one model, and a folder that it is downloaded into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip.clip.download import Circumstances, Downloaded, download
from photoclip.clip.fetching import Patience
from photoclip.clip.hub import Limits, Place
from photoclip.clip.wish import wish_for
from photoclip.clip.zoo import find_models
from photoclip.domain import CancelToken, Progress
from photoclip.errors import DownloadError
from photoclip.paths import Paths
from tests.hub_server import (
    HubServer,
    hub_serving,
)

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

REPO = "some/model"
NAME = "some--model"
WEIGHTS = "visual/weights.data"
SIZE = 1_500_000
QUICK = Circumstances(Patience(tries=3, first=0.001, most=0.001), Limits(5.0, 5.0))
PATIENCE = 30


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_serving() as server:
        yield server


@pytest.fixture
def files(workshop: Workshop) -> dict[str, bytes]:
    """A whole repository: a tiny model with a large file, and what the loader does not need."""
    path = workshop.make("remote")
    found = {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file()
    }
    pattern = bytes(range(256)) * (SIZE // 256 + 1)
    return {
        **found,
        WEIGHTS: pattern[:SIZE],
        "README.md": b"# A model\n",
        ".gitattributes": b"*.onnx filter=lfs\n",
        "visual/model.armnn": bytes(9000),
        "textual/rknpu/model.rknn": bytes(9000),
        "pytorch_model.bin": bytes(9000),
    }


class Site:
    """Downloads the repository into a folder of its own."""

    def __init__(self, hub: HubServer, models: Path) -> None:
        self.hub, self.models = hub, models
        self.told: list[Progress] = []
        self.listen: Callable[[Progress], None] = self.told.append

    @property
    def target(self) -> Path:
        return self.models / NAME

    def get(
        self, cancel: CancelToken | None = None, under: Circumstances = QUICK, name: str = REPO
    ) -> Downloaded:
        return download(
            wish_for(name),
            self.models,
            Place(self.hub.endpoint),
            cancel=cancel,
            progress=self.listen,
            under=under,
        )

    def fails(self, match: str, under: Circumstances = QUICK) -> DownloadError:
        with pytest.raises(DownloadError, match=match) as caught:
            self.get(under=under)
        assert self.visible() == []
        return caught.value

    def visible(self) -> list[str]:
        """What anybody could take for a model."""
        paths = Paths(self.models.parent, self.models, self.models, self.models)
        return [model.path.name for model in find_models(paths)[1:]]

    def sent(self, name: str = WEIGHTS) -> int:
        return sum(asked.sent for asked in self.hub.of(name))


@pytest.fixture
def site(hub: HubServer, files: dict[str, bytes], tmp_path: Path) -> Site:
    hub.add(REPO, files)
    return Site(hub, tmp_path / "models")
