"""Immich's layout: visual/ and textual/ with a graph and its settings each, and config.json."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from photoclip.clip.assemble import Found, assemble
from photoclip.clip.files import require_file, require_folder
from photoclip.clip.graph import image_sides
from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.openclip import Size, read_preprocess, read_size
from photoclip.clip.spec import Cleaning, ModelDirectory, TokenizerSpec
from photoclip.clip.tokensettings import (
    DEFAULT_LANGUAGE,
    LARGEST_CONTEXT,
    knows_languages,
    padding_token,
    special_token,
)
from photoclip.clip.variants import Tower, read_tower

NAME = "immich"
_LARGEST_DIM = 65_536


class ImmichLayout:
    """Reads what Immich exports, and photoclip's own directories, which add photoclip.json.

    Other folders that Immich puts beside the graphs (for ARM NN and RKNN) are left alone.
    """

    name = NAME

    def towers(self, path: Path) -> int:
        """A tower's folder counts even where it is empty, so that what is missing can be named."""
        return (path / "visual").is_dir() + (path / "textual").is_dir()

    def read(self, path: Path) -> ModelDirectory:
        """Read the directory. Raises ModelDirectoryError, naming the file at fault."""
        visual, textual = require_folder(path / "visual"), require_folder(path / "textual")
        config = JsonTable.read(path / "config.json")
        settings = JsonTable.read(visual / "preprocess_cfg.json")
        image, text = read_tower(visual, "model"), read_tower(textual, "model")
        tokens = JsonTable.read(textual / "tokenizer_config.json")
        tokenizer = require_file(textual / "tokenizer.json")
        pad_token, further = padding_token(tokens, tokenizer)
        found = Found(
            layout=NAME,
            reason="visual/ and textual/ hold a graph each",
            directory=path,
            name=path.absolute().name,
            image=image,
            text=text,
            preprocess=read_preprocess(settings, _size(settings, config, image)),
            tokenizer=_tokenizer(config, tokens, tokenizer, pad_token),
            files=(config.file, settings.file, tokens.file, *further),
            dim=_dim(config),
            vocabulary=tokens.text("tokenizer_class", ""),
        )
        return assemble(found)


def _dim(config: JsonTable) -> int | None:
    name = "embed_dim"
    return config.integer(name, least=1, most=_LARGEST_DIM) if name in config else None


def _size(settings: JsonTable, config: JsonTable, image: Tower) -> Size:
    """As the settings have it, else config.json, else the graph."""
    if "size" in settings:
        return read_size(settings, "size")
    if "image_size" in (vision := config.table("vision_cfg")):
        return read_size(vision, "image_size")
    height, width = image_sides(image.graph.inputs, image.spec)
    if height is None or width is None:
        raise settings.error("size", "is missing")
    return height, width


def _tokenizer(config: JsonTable, settings: JsonTable, file: Path, pad_token: str) -> TokenizerSpec:
    text = config.table("text_cfg")
    options = text.table("tokenizer_kwargs")
    length = "context_length"
    strip = options.flag("strip_sep_token", False)
    language = options.text("language", DEFAULT_LANGUAGE) if knows_languages(file) else ""
    return TokenizerSpec(
        file=file,
        pad_token=pad_token,
        context_length=text.integer(length, least=2, most=LARGEST_CONTEXT)
        if length in text
        else None,
        clean=cast("Cleaning", options.choice("clean", get_args(Cleaning), "whitespace")),
        separator=special_token(settings, "sep_token") if strip else "",
        # Not tokenizer_config.json's: Immich pads on the right whatever that says.
        pad_left=options.choice("padding_side", ("right", "left"), "right") == "left",
        language=language,
    )
