"""Immich's layout: visual/ and textual/ with a graph and its settings each, and config.json."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from photoclip.clip.files import require_file, require_folder
from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.manifest import Manifest, read_manifest
from photoclip.clip.spec import (
    CLIP_CONTEXT_LENGTH,
    CLIP_MEAN,
    CLIP_STD,
    Cleaning,
    Interpolation,
    ModelDirectory,
    ModelSpec,
    PreprocessSpec,
    ResizeMode,
    TokenizerSpec,
)
from photoclip.clip.variants import read_tower

NAME = "immich"
_LARGEST_DIM = 65_536
_LARGEST_SIDE = 4096
_LARGEST_CONTEXT = 65_536


class ImmichLayout:
    """Reads what Immich exports, and photoclip's own directories, which add photoclip.json."""

    name = NAME

    def recognises(self, path: Path) -> bool:
        """Whether either tower's folder is there, so that what is missing can be named."""
        return (path / "visual").is_dir() or (path / "textual").is_dir()

    def read(self, path: Path) -> ModelDirectory:
        """Read the directory. Raises ModelDirectoryError, naming the file at fault."""
        visual, textual = require_folder(path / "visual"), require_folder(path / "textual")
        config = JsonTable.read(path / "config.json")
        settings = JsonTable.read(visual / "preprocess_cfg.json")
        image, text = read_tower(visual, "model"), read_tower(textual, "model")
        manifest = read_manifest(path, _dim(config))
        tokenizer = _tokenizer(config, textual, dynamic=manifest.dynamic_length)
        spec = _spec(path, config, _preprocess(settings, config), tokenizer, manifest)
        files = (
            *(config.file, settings.file, tokenizer.file, textual / "tokenizer_config.json"),
            *(image.graph, *image.weights, text.graph, *text.weights),
        )
        return ModelDirectory(spec, NAME, image, text, tokenizer, files, manifest)


def _dim(config: JsonTable) -> int:
    return config.integer("embed_dim", least=1, most=_LARGEST_DIM)


def _spec(
    path: Path,
    config: JsonTable,
    preprocess: PreprocessSpec,
    tokenizer: TokenizerSpec,
    manifest: Manifest,
) -> ModelSpec:
    return ModelSpec(
        name=manifest.name or path.absolute().name,
        directory=path,
        dim=_dim(config),
        preprocess=preprocess,
        context_length=tokenizer.context_length or CLIP_CONTEXT_LENGTH,
        logit_scale=manifest.logit_scale,
        logit_bias=manifest.logit_bias,
        licence=manifest.licence,
        source=manifest.source,
        languages=manifest.languages,
    )


def _preprocess(settings: JsonTable, config: JsonTable) -> PreprocessSpec:
    settings.choice("mode", ("rgb",), "rgb")
    mean = settings.numbers("mean", 3) if "mean" in settings else CLIP_MEAN
    std = settings.numbers("std", 3) if "std" in settings else CLIP_STD
    if min(std) <= 0:
        raise settings.error("std", f"holds {min(std)}, which is not above 0")
    interpolation = settings.choice(
        "interpolation", (*get_args(Interpolation), "random"), "bicubic"
    )
    return PreprocessSpec(
        size=_size(settings, config),
        mean=cast("tuple[float, float, float]", mean),
        std=cast("tuple[float, float, float]", std),
        # open_clip's name for "any of them while training", which is bicubic afterwards.
        interpolation=cast(
            "Interpolation", "bicubic" if interpolation == "random" else interpolation
        ),
        resize_mode=cast(
            "ResizeMode", settings.choice("resize_mode", get_args(ResizeMode), "shortest")
        ),
        fill=settings.integer("fill_color", 0, least=0, most=255),
    )


def _size(settings: JsonTable, config: JsonTable) -> tuple[int, int]:
    """(height, width), from a number or a list; config.json's where the settings have none."""
    table, name = settings, "size"
    if name not in settings and "image_size" in (vision := config.table("vision_cfg")):
        table, name = vision, "image_size"
    value = table.value(name)
    if value is None:
        raise table.error(name, "is missing")
    one_side = isinstance(value, list) and len(value) == 1
    sides = table.numbers(name, 1) * 2 if one_side else table.numbers(name, 2)
    if not all(side.is_integer() and 1 <= side <= _LARGEST_SIDE for side in sides):
        raise table.error(name, f"is {value}, not whole numbers from 1 to {_LARGEST_SIDE}")
    return int(sides[0]), int(sides[1])


def _tokenizer(config: JsonTable, folder: Path, *, dynamic: bool) -> TokenizerSpec:
    settings = JsonTable.read(folder / "tokenizer_config.json")
    text = config.table("text_cfg")
    options = text.table("tokenizer_kwargs")
    length = "context_length"
    return TokenizerSpec(
        file=require_file(folder / "tokenizer.json"),
        pad_token=_token(settings, "pad_token"),
        context_length=text.integer(length, least=2, most=_LARGEST_CONTEXT)
        if length in text
        else None,
        clean=cast("Cleaning", options.choice("clean", get_args(Cleaning), "whitespace")),
        separator=_token(settings, "sep_token") if options.flag("strip_sep_token", False) else "",
        dynamic_length=dynamic,
    )


def _token(settings: JsonTable, name: str) -> str:
    """A special token, which is written as a text or as an object with its content."""
    if isinstance(settings.value(name), dict):
        return settings.table(name).text("content")
    return settings.text(name)
