"""transformers' settings of an image processor: preprocessor_config.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.openclip import (
    Colours,
    Size,
    colours,
    positive_colours,
    read_preprocess,
    read_size,
)
from photoclip.clip.spec import CLIP_MEAN, CLIP_STD, Interpolation, PreprocessSpec, ResizeMode

# By Pillow's numbers, which transformers stores.
_FILTERS: tuple[Interpolation, ...] = (
    "nearest",
    "lanczos",
    "bilinear",
    "bicubic",
    "box",
    "hamming",
)
_HALF: Colours = (0.5, 0.5, 0.5)
_IMAGENET_MEAN: Colours = (0.485, 0.456, 0.406)
_IMAGENET_STD: Colours = (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a processor does where its settings say nothing."""

    mean: Colours = CLIP_MEAN
    std: Colours = CLIP_STD
    resample: int = 3
    crop: bool = False


# By a word in the processor's name, the first that is in it; transformers' own defaults.
_KINDS: tuple[tuple[str, _Kind], ...] = (
    ("siglip", _Kind(_HALF, _HALF)),
    ("clip", _Kind(crop=True)),
    ("blip", _Kind()),
    ("efficientnet", _Kind(_IMAGENET_MEAN, _IMAGENET_STD, resample=0)),
    ("vit", _Kind(_HALF, _HALF, resample=2)),
)


def read_processor(settings: JsonTable, sides: Size | None) -> PreprocessSpec:
    """Preprocessing as a preprocessor_config.json has it.

    sides: (height, width) that the graph takes, for settings that leave the size out.
    Raises ModelDirectoryError where photoclip cannot do what the settings say.
    """
    if "max_num_patches" in settings:
        raise settings.error("max_num_patches", "asks for patches of any number, not for an image")
    if not settings.flag("do_resize", True):
        raise settings.error("do_resize", "is false, but photos come in every size")
    if "resize_mode" in settings or "interpolation" in settings:
        # Jina's own processor takes open_clip's settings.
        size = _number_or(settings, "size", sides)
        return read_preprocess(settings, size)
    kind = _kind(settings)
    size, target, mode = _sizes(settings, kind, sides)
    mean, std = _normalisation(settings, kind)
    return PreprocessSpec(
        size=size,
        mean=mean,
        std=std,
        interpolation=_filter(settings, kind),
        resize_mode=mode,
        resized=None if target == size else target,
        rounding="down",
    )


def _kind(settings: JsonTable) -> _Kind:
    names = [settings.text(key, "") for key in ("image_processor_type", "feature_extractor_type")]
    name = (names[0] or names[1]).lower()
    return next((kind for word, kind in _KINDS if word in name), _Kind(crop=True))


def _sizes(settings: JsonTable, kind: _Kind, sides: Size | None) -> tuple[Size, Size, ResizeMode]:
    """Of the model's input, of what is resized to before, and how."""
    crop = settings.flag("do_center_crop", kind.crop)
    target, mode = _target(settings, crop=crop)
    cut = _height_width(settings, "crop_size") if crop and "crop_size" in settings else None
    size = cut or target or sides
    if size is None:
        raise settings.error("size", "is missing")
    return size, target or size, mode


def _target(settings: JsonTable, *, crop: bool) -> tuple[Size | None, ResizeMode]:
    shape = "shortest" if crop else "squash"
    if "size" not in settings:
        return None, cast("ResizeMode", shape)
    if not isinstance(settings.value("size"), dict):
        # Old settings: a number is a shortest edge to processors that crop, a square to others.
        return read_size(settings, "size"), cast("ResizeMode", shape)
    table = settings.table("size")
    for edge, mode in (("shortest_edge", "shortest"), ("longest_edge", "longest")):
        if edge in table:
            return read_size(table, edge), cast("ResizeMode", mode)
    return _height_width(settings, "size"), "squash"


def _height_width(settings: JsonTable, name: str) -> Size:
    if not isinstance(settings.value(name), dict):
        return read_size(settings, name)
    table = settings.table(name)
    return read_size(table, "height")[0], read_size(table, "width")[0]


def _number_or(settings: JsonTable, name: str, sides: Size | None) -> Size:
    if name in settings or sides is None:
        return read_size(settings, name)
    return sides


def _filter(settings: JsonTable, kind: _Kind) -> Interpolation:
    if isinstance(settings.value("resample"), str):
        return cast("Interpolation", settings.choice("resample", _FILTERS, ""))
    return _FILTERS[settings.integer("resample", kind.resample, least=0, most=len(_FILTERS) - 1)]


def _normalisation(settings: JsonTable, kind: _Kind) -> tuple[Colours, Colours]:
    """Mean and standard deviation for values from 0 to 1, whatever the processor applies them to.

    It gives (byte * factor - offset - mean) / std, which is (byte / 255 - m) / s.
    """
    mean, std = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    if settings.flag("do_normalize", True):
        # Some processors call them mean and std.
        name = "image_mean" if "image_mean" in settings else "mean"
        mean = colours(settings, name, kind.mean)
        name = "image_std" if "image_std" in settings else "std"
        std = positive_colours(settings, name, kind.std)
    full, offset = _full_value(settings)
    return (
        cast("Colours", tuple((value + offset) / full for value in mean)),
        cast("Colours", tuple(value / full for value in std)),
    )


def _full_value(settings: JsonTable) -> tuple[float, float]:
    """What a byte of 255 becomes before it is normalised, and what is taken from that."""
    if not settings.flag("do_rescale", True):
        return 255.0, 0.0
    full = settings.number("rescale_factor", 1 / 255) * 255
    if full <= 0:
        raise settings.error("rescale_factor", f"is {full / 255}, which is not above 0")
    # 0.00392156862745098 stands for 1/255.
    full = round(full, 9)
    return full, 1.0 if settings.flag("rescale_offset", False) else 0.0
