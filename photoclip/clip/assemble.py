"""One model of what a layout found: the two graphs have to fit each other and the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from photoclip.clip.graph import (
    ImageInput,
    TextInput,
    embedding_output,
    embedding_width,
    image_input,
    text_input,
)
from photoclip.clip.manifest import FILE_NAME, Manifest, read_manifest
from photoclip.clip.onnxtrace import output_width
from photoclip.clip.recognised import describe_images, describe_texts, describe_tower
from photoclip.clip.report import Part
from photoclip.clip.spec import (
    CLIP_CONTEXT_LENGTH,
    ModelDirectory,
    ModelSpec,
    PreprocessSpec,
    TokenizerSpec,
)
from photoclip.clip.tokensettings import languages_of
from photoclip.clip.variants import Tower
from photoclip.errors import ModelDirectoryError


@dataclass(frozen=True, slots=True)
class Found:
    """What a layout found in a directory.

    reason: why it is of that layout. directory: holds all files. name: what the model is called
    where photoclip.json does not say it. files: the settings that were read. dim: as they state
    it, None where they leave it to the graphs. vocabulary: the tokenizer's class, "" if unknown.
    """

    layout: str
    reason: str
    directory: Path
    name: str
    image: Tower
    text: Tower
    preprocess: PreprocessSpec
    tokenizer: TokenizerSpec
    files: tuple[Path, ...]
    dim: int | None = None
    vocabulary: str = ""
    notes: tuple[str, ...] = ()


def assemble(found: Found) -> ModelDirectory:
    """The model directory. Raises ModelDirectoryError where its parts do not fit."""
    image, text = found.image.spec, found.text.spec
    images = image_input(found.image.graph.inputs, image, found.preprocess.size)
    texts = text_input(found.text.graph.inputs, text, found.tokenizer.context_length)
    dim = _dim(found)
    manifest = read_manifest(found.directory, dim)
    tokenizer = replace(
        found.tokenizer,
        dynamic_length=manifest.dynamic_length or found.tokenizer.dynamic_length,
    )
    return ModelDirectory(
        spec=_spec(found, manifest, dim, tokenizer.context_length or texts.length),
        layout=found.layout,
        image=image,
        text=text,
        tokenizer=tokenizer,
        deciding_files=(
            *(*found.files, tokenizer.file),
            *(image.graph, *image.weights, text.graph, *text.weights),
        ),
        manifest=manifest,
        recognised=_recognised(found, images, texts, dim),
    )


def _dim(found: Found) -> int:
    """Of the embeddings that both graphs give."""
    dim, stated_by = found.dim, "config.json says"
    for tower in (found.image, found.text):
        output = embedding_output(tower.graph.outputs, tower.spec, dim, stated_by)
        width = embedding_width(tower.graph.outputs, tower.spec)
        if dim is None and width is None:
            width = output_width(tower.spec.graph, output)
        if dim is None and width is not None:
            dim, stated_by = width, f"{tower.spec.graph.name} gives"
    if dim is None:
        finding = "does not say how many numbers an embedding has, and neither do the settings"
        raise ModelDirectoryError(finding, path=found.image.spec.graph)
    return dim


def _spec(found: Found, manifest: Manifest, dim: int, length: int | None) -> ModelSpec:
    return ModelSpec(
        name=manifest.name or found.name,
        directory=found.directory,
        dim=dim,
        preprocess=found.preprocess,
        context_length=length or CLIP_CONTEXT_LENGTH,
        logit_scale=manifest.logit_scale,
        logit_bias=manifest.logit_bias,
        licence=manifest.licence,
        source=manifest.source,
        languages=manifest.languages or languages_of(found.vocabulary),
    )


def _recognised(found: Found, images: ImageInput, texts: TextInput, dim: int) -> tuple[str, ...]:
    own = (f"{FILE_NAME}: what photoclip's own models add",)
    return (
        f"layout {found.layout}: {found.reason}",
        *(own if (found.directory / FILE_NAME).exists() else ()),
        describe_images(images, found.preprocess),
        describe_texts(texts, found.tokenizer, found.vocabulary),
        f"embeddings: {dim} numbers",
        describe_tower(Part.IMAGE, found.image.spec),
        describe_tower(Part.TEXT, found.text.spec),
        *found.image.notes,
        *found.text.notes,
        *found.notes,
    )
