"""Let torchvision be imported where its compiled operators do not fit the torch that is there.

Only its transforms in plain Python are needed here, but its import registers fake versions of
operators for detecting objects and fails where torch does not know these. So they are declared
first; who calls one is told that it has no implementation.
"""

from __future__ import annotations

import functools

import torch

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


def make_torchvision_importable() -> None:
    """Does nothing where torchvision is whole, or is not there at all."""
    try:
        import torchvision  # noqa: F401
    except RuntimeError as error:
        if "does not exist" not in str(error):
            raise
        _declare_operators()
    except ImportError:
        pass


@functools.cache  # the declarations go when the library object does
def _declare_operators() -> torch.library.Library:
    library = torch.library.Library("torchvision", "FRAGMENT")
    for schema in _SCHEMAS:
        library.define(schema)
    return library
