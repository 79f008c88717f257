"""Writes a CLIP model in the layouts of Immich, transformers.js and rclip.

`Source.of(directory)` takes whatever photoclip reads, for instance an export of its own; then
`write_immich(target, source)`, `write_transformers(target, source)` or
`write_rclip(target, source, merges)` stores the same graphs, settings and tokenizer as that
project does. Graphs keep their weights; only the names and types of their inputs and outputs are
those that the layout is known for.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

from photoclip.clip.directory import read_directory
from photoclip.clip.onnxfile import read_graph
from photoclip.clip.spec import Cleaning, PreprocessSpec

_PILLOW = {"nearest": 0, "lanczos": 1, "bilinear": 2, "bicubic": 3, "box": 4, "hamming": 5}
MERGES = "bpe_simple_vocab_16e6.txt.gz"


@dataclass(frozen=True)
class Source:
    """A model: two graphs, a tokenizer.json and what its settings say."""

    image: Path
    text: Path
    tokenizer: Path
    preprocess: PreprocessSpec
    dim: int
    context_length: int
    pad_token: str
    clean: Cleaning = "whitespace"
    tokenizer_class: str = ""

    @classmethod
    def of(cls, path: Path) -> Source:
        """What a model directory holds, in whatever layout it is."""
        directory = read_directory(path)
        spec, tokenizer = directory.spec, directory.tokenizer
        return cls(
            image=directory.image.graph,
            text=directory.text.graph,
            tokenizer=tokenizer.file,
            preprocess=spec.preprocess,
            dim=spec.dim,
            context_length=spec.context_length,
            pad_token=tokenizer.pad_token,
            clean=tokenizer.clean,
        )

    def having(self, **changes: Any) -> Source:
        return replace(self, **changes)


def write_immich(path: Path, source: Source, *, batch: int | None = 1) -> Path:
    """Immich's layout: image [batch, 3, S, S] and int32 text [batch, L] to embedding.

    batch: fixed as most of Immich's are; None leaves it as the graphs have it.
    """
    visual, textual = path / "visual", path / "textual"
    save_graph(visual / "model.onnx", source.image, ["image"], "embedding", batch=batch)
    save_graph(
        *(textual / "model.onnx", source.text, _token_inputs(source.text, "text"), "embedding"),
        batch=batch,
        tokens=TensorProto.INT32,
    )
    preprocess = source.preprocess
    options = {} if source.clean == "whitespace" else {"clean": source.clean}
    _json(
        path / "config.json",
        embed_dim=source.dim,
        vision_cfg={"image_size": preprocess.size[0]},
        text_cfg={"context_length": source.context_length, "tokenizer_kwargs": options},
    )
    _json(visual / "preprocess_cfg.json", mode="RGB", **_open_clip(preprocess))
    shutil.copy(source.tokenizer, textual / "tokenizer.json")
    _json(textual / "tokenizer_config.json", **_tokenizer_config(source))
    return path


def write_transformers(
    path: Path,
    source: Source,
    *,
    model_type: str = "clip",
    suffixes: Sequence[str] = ("",),
    outputs: tuple[str, str] = ("image_embeds", "text_embeds"),
    folder: str = "onnx",
) -> Path:
    """transformers.js's layout: pixel_values and int64 input_ids to `outputs`.

    suffixes: of the files that are written, all with the same graph, as in ("", "_fp16").
    """
    for suffix in suffixes:
        graphs = path / folder
        save_graph(
            graphs / f"vision_model{suffix}.onnx", source.image, ["pixel_values"], outputs[0]
        )
        names = _token_inputs(source.text, "input_ids")
        file = graphs / f"text_model{suffix}.onnx"
        save_graph(file, source.text, names, outputs[1], tokens=TensorProto.INT64)
    preprocess = source.preprocess
    _json(
        path / "config.json",
        model_type=model_type,
        projection_dim=source.dim,
        text_config={"max_position_embeddings": source.context_length},
        vision_config={"image_size": preprocess.size[0]},
    )
    _json(path / "preprocessor_config.json", **_processor(preprocess))
    shutil.copy(source.tokenizer, path / "tokenizer.json")
    _json(path / "tokenizer_config.json", **_tokenizer_config(source))
    return path


def write_rclip(path: Path, source: Source, merges: Path, *, inside: bool = True) -> Path:
    """rclip's layout: `input` to `output` in both graphs, int64 tokens.

    merges: open_clip's bpe_simple_vocab_16e6.txt.gz, which lies in the folder where `inside`, else
    beside it in tokenizer/, as rclip keeps it. The settings are rclip's own.
    """
    save_graph(path / "visual.onnx", source.image, ["input"], "output")
    save_graph(path / "textual.onnx", source.text, ["input"], "output", tokens=TensorProto.INT64)
    target = path if inside else path.parent / "tokenizer"
    target.mkdir(exist_ok=True)
    shutil.copy(merges, target / MERGES)
    return path


def save_graph(
    file: Path,
    source: Path,
    inputs: Sequence[str] | None,
    output: str,
    *,
    batch: int | None = None,
    tokens: int | None = None,
) -> None:
    """Save a graph with other names for its inputs (None keeps them) and its first output.

    batch: the number that their first dimension is fixed at. tokens: the type of whole numbers.
    """
    model = onnx.load(str(source), load_external_data=False)
    graph = model.graph
    for number, port in enumerate(list(graph.input)):
        _rename_input(graph, number, inputs[number] if inputs else port.name, tokens)
    _rename_output(graph, output)
    for port in (*graph.input, *graph.output):
        if batch is not None:
            port.type.tensor_type.shape.dim[0].dim_value = batch
    file.parent.mkdir(parents=True, exist_ok=True)
    for weights in read_graph(source).weights:
        shutil.copy(weights, file.parent / weights.name)
    onnx.save(model, str(file))


def _rename_input(graph: onnx.GraphProto, number: int, name: str, tokens: int | None) -> None:
    port = graph.input[number]
    old, kind = port.name, port.type.tensor_type.elem_type
    whole = kind in (TensorProto.INT32, TensorProto.INT64)
    wanted = tokens if tokens and whole else kind
    if (name, wanted) == (old, kind):
        return
    inner = f"{old} as it was"
    for node in graph.node:
        node.input[:] = [inner if entry == old else entry for entry in node.input]
    port.name, port.type.tensor_type.elem_type = name, wanted
    graph.node.insert(0, helper.make_node("Cast", [name], [inner], to=kind))


def _rename_output(graph: onnx.GraphProto, name: str) -> None:
    port = graph.output[0]
    if port.name == name:
        return
    graph.node.append(helper.make_node("Identity", [port.name], [name]))
    port.name = name


def _token_inputs(graph: Path, name: str) -> list[str]:
    """The inputs' names, that of the token ids replaced; those with a mask keep M-CLIP's name."""
    found = [port.name for port in read_graph(graph).inputs]
    if len(found) > 1 and name == "text":
        name = "input_ids"
    others = ("mask", "type", "position")
    return [old if any(word in old for word in others) else name for old in found]


def _open_clip(preprocess: PreprocessSpec) -> dict[str, Any]:
    settings = {
        "size": list(preprocess.size),
        "mean": list(preprocess.mean),
        "std": list(preprocess.std),
        "interpolation": preprocess.interpolation,
        "resize_mode": preprocess.resize_mode,
        "fill_color": preprocess.fill,
    }
    settings |= {"rounding": preprocess.rounding}
    return settings | ({"resize_size": preprocess.resized} if preprocess.resized else {})


def _processor(preprocess: PreprocessSpec) -> dict[str, Any]:
    if preprocess.resize_mode == "longest":
        return {"image_processor_type": "JinaCLIPImageProcessor", **_open_clip(preprocess)}
    size, target = (
        dict(zip(("height", "width"), s, strict=True))
        for s in (
            preprocess.size,
            preprocess.target,
        )
    )
    crop = preprocess.resize_mode == "shortest" or preprocess.resized is not None
    edge = {"shortest_edge": min(preprocess.target)}
    return {
        "image_processor_type": "CLIPImageProcessor" if crop else "SiglipImageProcessor",
        "do_convert_rgb": True,
        "do_resize": True,
        "size": edge if preprocess.resize_mode == "shortest" else target,
        "resample": _PILLOW[preprocess.interpolation],
        "do_center_crop": crop,
        **({"crop_size": size} if crop else {}),
        "do_rescale": True,
        "rescale_factor": 0.00392156862745098,
        "do_normalize": True,
        "image_mean": list(preprocess.mean),
        "image_std": list(preprocess.std),
    }


def _tokenizer_config(source: Source) -> dict[str, Any]:
    kind = {"tokenizer_class": source.tokenizer_class} if source.tokenizer_class else {}
    length = {"model_max_length": source.context_length}
    return {"pad_token": source.pad_token, **length, **kind}


def _json(file: Path, **content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
