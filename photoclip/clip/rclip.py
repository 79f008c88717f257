"""rclip's layout: visual.onnx and textual.onnx, and CLIP's list of merges."""

from __future__ import annotations

from pathlib import Path

from photoclip.clip.assemble import Found, assemble
from photoclip.clip.files import KEEP_WHOLE, require_file
from photoclip.clip.graph import image_sides
from photoclip.clip.spec import ModelDirectory, PreprocessSpec, TokenizerSpec
from photoclip.clip.variants import Tower, has_tower, read_tower
from photoclip.errors import ModelDirectoryError

NAME = "rclip"
_VISUAL, _TEXTUAL = "visual", "textual"
_VOCABULARY = "bpe_simple_vocab_16e6.txt.gz"
# rclip keeps one list for all its models, in a folder beside theirs.
_BESIDE = "tokenizer"
_SIDE = 256
# The first entry of the list's vocabulary, whose id is 0, which open_clip fills texts up with.
_PADDING = "!"


class RclipLayout:
    """Reads the folder with a model's graphs, or rclip's own, which holds that folder."""

    name = NAME

    def towers(self, path: Path) -> int:
        """The graphs here; those one folder down count where the list of merges is here."""
        here = _count(path)
        if here or not (path / _BESIDE / _VOCABULARY).exists():
            return here
        return max((_count(folder) for folder in _models(path)), default=0)

    def read(self, path: Path) -> ModelDirectory:
        """Read the directory. Raises ModelDirectoryError, naming the file at fault."""
        folder = (path if _count(path) else _only_model(path)).absolute()
        image, text = read_tower(folder, _VISUAL), read_tower(folder, _TEXTUAL)
        vocabulary = _vocabulary(folder)
        found = Found(
            layout=NAME,
            reason=f"{image.graph.path.name} and {text.graph.path.name} with {vocabulary.name}",
            # All files lie inside, whichever of the two folders was named.
            directory=folder if vocabulary.is_relative_to(folder) else folder.parent,
            name=folder.name,
            image=image,
            text=text,
            preprocess=PreprocessSpec(size=_size(image)),
            tokenizer=TokenizerSpec(vocabulary, _PADDING, kind="bpe", clean="lower"),
            files=(),
            vocabulary="CLIPTokenizer",
        )
        return assemble(found)


def _count(folder: Path) -> int:
    return has_tower(folder, _VISUAL) + has_tower(folder, _TEXTUAL)


def _models(path: Path) -> list[Path]:
    return sorted(child for child in path.iterdir() if child.is_dir() and _count(child))


def _only_model(path: Path) -> Path:
    models = _models(path)
    if len(models) == 1:
        return models[0]
    names = ", ".join(model.name for model in models)
    hint = "Name one of the folders inside it."
    raise ModelDirectoryError(f"holds several models ({names})", path=path, hint=hint)


def _vocabulary(folder: Path) -> Path:
    """The list of merges, in the model's folder or beside it, packed or not."""
    name = Path(_VOCABULARY)
    for place in (folder, folder / _BESIDE, folder.parent / _BESIDE):
        for file in (place / name, place / name.stem):
            if file.exists():
                return require_file(file)
    raise ModelDirectoryError("is missing", path=folder / name, hint=KEEP_WHOLE)


def _size(image: Tower) -> tuple[int, int]:
    height, width = image_sides(image.graph.inputs, image.spec)
    return height or _SIDE, width or _SIDE
