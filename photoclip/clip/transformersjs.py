"""transformers.js's layout: graphs in onnx/, transformers' settings and tokenizer beside it."""

from __future__ import annotations

from pathlib import Path

from photoclip.clip.assemble import Found, assemble
from photoclip.clip.family import Family
from photoclip.clip.graph import embedding_width, image_sides, text_input
from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.onnxfile import read_graph
from photoclip.clip.openclip import Size, read_size
from photoclip.clip.processor import read_processor
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.variants import Tower, has_tower, read_tower
from photoclip.errors import ModelDirectoryError

NAME = "transformers.js"
_VISION, _TEXT, _BOTH = "vision_model", "text_model", "model"
_APART = (
    f"photoclip needs the towers apart, onnx/{_VISION}.onnx and onnx/{_TEXT}.onnx: download them "
    "too where the model has them, or export it again that way."
)
_PROJECTED = (
    "Export it again with its projection (CLIPVisionModelWithProjection, "
    "CLIPTextModelWithProjection)."
)


class TransformersLayout:
    """Reads what transformers.js uses; the models of Xenova and onnx-community are of this kind."""

    name = NAME

    def towers(self, path: Path) -> int:
        """A graph of both towers counts for one, so that it can be explained."""
        folder = _folder(path)
        apart = has_tower(folder, _VISION) + has_tower(folder, _TEXT)
        if not apart and (path / "config.json").exists():
            return int(_together(folder) is not None)
        return apart

    def read(self, path: Path) -> ModelDirectory:
        """Read the directory. Raises ModelDirectoryError, naming the file at fault."""
        folder = _folder(path)
        _refuse_both_in_one(folder)
        config = JsonTable.read(path / "config.json")
        family = Family(config)
        image = _tower(folder, _VISION, "image_embeds", family)
        text = _tower(folder, _TEXT, "text_embeds", family)
        settings = _processor(path)
        entry = text_input(text.graph.inputs, text.spec, None)
        tokens = family.read_tokens(path, entry)
        found = Found(
            layout=NAME,
            reason=f"{_where(folder, path)} holds {_VISION} and {_TEXT}",
            directory=path,
            name=path.absolute().name,
            image=image,
            text=text,
            preprocess=read_processor(settings, _sides(config, image)),
            tokenizer=tokens.spec,
            files=(config.file, settings.file, *tokens.files),
            dim=family.dim(open_ended=_open_ended(image) and _open_ended(text)),
            vocabulary=tokens.vocabulary,
            notes=tokens.notes,
        )
        return assemble(found)


def _folder(path: Path) -> Path:
    """Where the graphs lie: onnx/, or beside the settings."""
    inner = path / "onnx"
    apart = [has_tower(inner, stem) for stem in (_VISION, _TEXT)]
    beside = [has_tower(path, stem) for stem in (_VISION, _TEXT)]
    if sum(beside) > sum(apart):
        return path
    return inner if any(apart) or _together(path) is None else path


def _together(folder: Path) -> Path | None:
    """The graph that holds both towers."""
    if not has_tower(folder, _BOTH):
        return None
    return next(iter(sorted(folder.glob(f"{_BOTH}*.onnx"), key=lambda file: len(file.name))), None)


def _refuse_both_in_one(folder: Path) -> None:
    together = _together(folder)
    apart = has_tower(folder, _VISION) or has_tower(folder, _TEXT)
    if together is None or apart:
        return
    ranks = {len(port.shape) for port in read_graph(together).inputs}
    if {2, 4} <= ranks:
        finding = "holds both towers in one graph, which would take a text with every picture"
        raise ModelDirectoryError(finding, path=together, hint=_APART)
    raise ModelDirectoryError("is not a model for pictures and texts", path=together)


def _tower(folder: Path, stem: str, output: str, family: Family) -> Tower:
    """The tower, with the output that holds its embeddings."""
    tower = read_tower(folder, stem, (output, "pooler_output") if family.siglip else (output,))
    names = [port.name for port in tower.graph.outputs]
    if any(name in names for name in tower.spec.outputs):
        return tower
    if "pooler_output" in names:
        finding = f"gives pooler_output but not {output}: what it gives is not projected yet"
        raise ModelDirectoryError(finding, path=tower.spec.graph, hint=_PROJECTED)
    if len(names) == 1 and names != ["last_hidden_state"]:
        return read_tower(folder, stem)
    return tower


def _processor(path: Path) -> JsonTable:
    """preprocessor_config.json, which newer exports keep inside processor_config.json."""
    file, newer = path / "preprocessor_config.json", path / "processor_config.json"
    if not file.exists() and newer.exists():
        return JsonTable.read(newer).table("image_processor")
    return JsonTable.read(file)


def _sides(config: JsonTable, image: Tower) -> Size | None:
    """(height, width), for settings that leave them out."""
    height, width = image_sides(image.graph.inputs, image.spec)
    if height is not None and width is not None:
        return height, width
    vision = config.table("vision_config")
    return read_size(vision, "image_size") if "image_size" in vision else None


def _open_ended(tower: Tower) -> bool:
    return embedding_width(tower.graph.outputs, tower.spec) is None


def _where(folder: Path, path: Path) -> str:
    return "the folder" if folder == path else f"{folder.name}/"
