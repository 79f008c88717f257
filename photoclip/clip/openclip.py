"""open_clip's preprocessing settings, which Immich and Jina store with their models."""

from __future__ import annotations

from typing import cast, get_args

from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.spec import (
    CLIP_MEAN,
    CLIP_STD,
    Interpolation,
    PreprocessSpec,
    ResizeMode,
    Rounding,
)

_LARGEST_SIDE = 4096
Size = tuple[int, int]
Colours = tuple[float, float, float]


def read_preprocess(settings: JsonTable, size: Size) -> PreprocessSpec:
    """Preprocessing for images of (height, width). Raises ModelDirectoryError.

    What is left out is as open_clip has it. Two settings are photoclip's own: `resize_size` is what
    a picture is resized to before its centre is cut out, where that is not the size itself, and
    `rounding` how that centre is found.
    """
    settings.choice("mode", ("rgb",), "rgb")
    interpolation = settings.choice(
        "interpolation", (*get_args(Interpolation), "random"), "bicubic"
    )
    resize_mode = settings.choice("resize_mode", get_args(ResizeMode), "shortest")
    return PreprocessSpec(
        size=size,
        mean=colours(settings, "mean", CLIP_MEAN),
        std=positive_colours(settings, "std", CLIP_STD),
        # open_clip's name for "any of them while training", which is bicubic afterwards.
        interpolation=cast(
            "Interpolation", "bicubic" if interpolation == "random" else interpolation
        ),
        resize_mode=cast("ResizeMode", resize_mode),
        fill=settings.integer("fill_color", 0, least=0, most=255),
        resized=read_size(settings, "resize_size") if "resize_size" in settings else None,
        rounding=cast("Rounding", settings.choice("rounding", get_args(Rounding), "even")),
    )


def read_size(table: JsonTable, name: str) -> Size:
    """(height, width), from a number or a list. Raises ModelDirectoryError."""
    value = table.value(name)
    if value is None:
        raise table.error(name, "is missing")
    one_side = isinstance(value, list) and len(value) == 1
    sides = table.numbers(name, 1) * 2 if one_side else table.numbers(name, 2)
    if not all(side.is_integer() and 1 <= side <= _LARGEST_SIDE for side in sides):
        raise table.error(name, f"is {value}, not whole numbers from 1 to {_LARGEST_SIDE}")
    return int(sides[0]), int(sides[1])


def colours(table: JsonTable, name: str, default: Colours) -> Colours:
    """A value for each of the three channels. Raises ModelDirectoryError."""
    return cast("Colours", table.numbers(name, 3)) if name in table else default


def positive_colours(table: JsonTable, name: str, default: Colours) -> Colours:
    """Like colours(), for what is divided by."""
    values = colours(table, name, default)
    if min(values) <= 0:
        raise table.error(name, f"holds {min(values)}, which is not above 0")
    return values
