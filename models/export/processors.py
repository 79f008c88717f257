"""transformers' image processors as preprocess_cfg.json."""

from __future__ import annotations

import math
from typing import Any

from PIL import Image

from models.export.exportable import ExportError


def flexible_side(processor: Any, config: Any) -> int:
    """The side of the square that a model's positions were learned for, where its processor cuts
    pictures of any aspect into patches; 0 for the others."""
    if not hasattr(processor, "max_num_patches"):
        return 0
    return math.isqrt(config.vision_config.num_patches) * int(config.vision_config.patch_size)


def preprocess_config(processor: Any, config: Any) -> dict[str, object]:
    """What an image processor does, in open_clip's words.

    config: the model's, for its input size where the processor cuts patches. Raises ExportError
    where it does what photoclip cannot.
    """
    size = getattr(processor, "size", None) or {}
    scale, offset = _scale(processor)
    common: dict[str, object] = {
        "mode": "RGB",
        "mean": [(offset + mean) / scale for mean in _mean(processor)],
        "std": [std / scale for std in _std(processor)],
        "interpolation": Image.Resampling(processor.resample).name.lower(),
        "fill_color": 0,
    }
    if side := flexible_side(processor, config):
        return {"size": [side, side], "resize_mode": "squash", **common}
    if not processor.do_resize:
        raise ExportError("the image processor does not resize, so pictures would not fit")
    crop = _sides(processor.crop_size) if getattr(processor, "do_center_crop", False) else None
    shortest, sides = _get(size, "shortest_edge"), _sides(size)
    if shortest:
        if crop is None:
            raise ExportError("the image processor keeps the aspect without cutting out a centre")
        mode, resized = "shortest", (shortest, shortest)
    elif sides:
        mode, resized = "squash", sides
    else:
        raise ExportError(f"the image processor resizes to {size}, which photoclip cannot")
    taken = crop or resized
    more: dict[str, object] = {"rounding": "down"}
    if resized != taken:
        more["resize_size"] = list(resized)
    return {"size": list(taken), **more, "resize_mode": mode, **common}


def _scale(processor: Any) -> tuple[float, float]:
    """(scale, offset) with pixels = value * scale - offset, for values 0..1."""
    scale = 255.0 * processor.rescale_factor if processor.do_rescale else 255.0
    return scale, 1.0 if getattr(processor, "rescale_offset", False) else 0.0


def _mean(processor: Any) -> list[float]:
    return list(processor.image_mean) if processor.do_normalize else [0.0] * 3


def _std(processor: Any) -> list[float]:
    std = list(processor.image_std) if processor.do_normalize else [1.0] * 3
    if getattr(processor, "include_top", False):  # EfficientNet's, which divides once more
        std = [value * more for value, more in zip(std, processor.image_std, strict=True)]
    return std


def _sides(size: Any) -> tuple[int, int] | None:
    height, width = _get(size, "height"), _get(size, "width")
    return (int(height), int(width)) if height and width else None


def _get(size: Any, name: str) -> Any:
    return size.get(name) if isinstance(size, dict) else getattr(size, name, None)
