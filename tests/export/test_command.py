"""The command: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoclip.clip.directory import fingerprint, read_directory
from tests.export.conftest import Export
from tests.export.corpus import TEXTS
from tests.export.test_originals import cosines, open_exactly

SMALL_TEXT = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
SMALL_VISION = {"image_size": 32, "layers": 1, "width": 32, "head_width": 16, "patch_size": 16}


@pytest.fixture
def architecture(export: Export, tmp_path: Path) -> Callable[..., str]:
    """Teaches open_clip an architecture with a name, as its own configuration files do."""
    import open_clip

    def add(name: str, **changes: Any) -> str:
        config = {"embed_dim": 24, "vision_cfg": SMALL_VISION, "text_cfg": SMALL_TEXT} | changes
        (tmp_path / f"{name}.json").write_text(json.dumps(config))
        open_clip.add_model_config(tmp_path / f"{name}.json")
        return name

    return add


def run(*arguments: str) -> int:
    from models.export.__main__ import main

    return main([*arguments, "--no-speed"])


def weights_of(name: str, file: Path, seed: int = 0, **options: Any) -> Any:
    """Stores random weights as a training with open_clip does; returns the model."""
    import open_clip
    import torch

    from tests.export.lively import enliven

    model = enliven(open_clip.create_model(name, **options), seed)
    state = {f"module.{key}": value for key, value in model.state_dict().items()}
    torch.save({"epoch": 3, "state_dict": state}, file)
    return model


def test_the_manifest_tells_everything(export: Export) -> None:
    path = export("open_siglip").directory
    told = json.loads((path / "photoclip.json").read_text())
    files = [file for file in path.rglob("*") if file.is_file() and file.name != "photoclip.json"]
    assert told["files"] == {
        file.relative_to(path).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }
    assert {"visual/model_fp16.onnx", "textual/model_int8.onnx"} <= told["files"].keys()
    spec = read_directory(path).spec
    assert (spec.logit_scale, spec.logit_bias) == (pytest.approx(1 / 0.07, rel=1e-4), -10)
    assert spec.preprocess.resize_mode == "squash"
    assert (told["normalised"], told["dynamic_length"]) == (True, False)
    assert len(told["golden"]["texts"]) + len(told["golden"]["images"]) == 11
    assert fingerprint(path)


def test_scales_of_other_families(export: Export) -> None:
    assert read_directory(export("align").directory).spec.logit_scale == pytest.approx(20, rel=1e-4)
    assert read_directory(export("blip").directory).spec.logit_scale is None


def test_texts_need_no_padding_where_it_does_not_count(export: Export) -> None:
    dynamic = {
        name: read_directory(export(name).directory).tokenizer.dynamic_length
        for name in ("clip", "vit", "siglip", "open_siglip2", "mobileclip", "chinese_clip")
    }
    assert [name for name, free in dynamic.items() if free] == ["clip", "vit", "chinese_clip"]


def test_graphs_are_of_a_current_opset_with_open_batches(export: Export) -> None:
    import onnx

    for tower in ("visual", "textual"):
        model = onnx.load(str(export("vit").directory / tower / "model.onnx"))
        assert max(one.version for one in model.opset_import if not one.domain) >= 17
        assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "batch"


def test_a_flip_checkpoint_takes_the_same_path(
    architecture: Callable[..., str], tmp_path: Path
) -> None:
    """FLIP drops patches while it is trained; its checkpoint is that of a CLIP ViT."""
    vision = SMALL_VISION | {"patch_dropout": 0.5}
    name = architecture("tiny-flip", vision_cfg=vision)
    model = weights_of(name, tmp_path / "epoch_3.pt")
    arguments = ["--checkpoint", str(tmp_path / "epoch_3.pt"), "--licence", "MIT", "--name", "mine"]
    assert run("open_clip", name, str(tmp_path / "out"), *arguments) == 0
    import open_clip
    import torch

    with torch.no_grad(), open_exactly(tmp_path / "out") as ours:
        pixels = np.random.default_rng(0).normal(size=(3, 3, 32, 32)).astype(np.float32)
        seen = model.encode_image(torch.from_numpy(pixels), normalize=True).numpy()
        assert cosines(ours.encode_images(pixels), seen).min() > 0.9999
        told = model.encode_text(open_clip.get_tokenizer(name)(list(TEXTS)), normalize=True).numpy()
        assert cosines(ours.encode_texts(TEXTS), told).min() > 0.9999
        assert (ours.spec.name, ours.spec.licence, ours.spec.languages) == ("mine", "MIT", ("en",))


def test_another_image_size_can_be_asked_for(
    architecture: Callable[..., str], tmp_path: Path
) -> None:
    name = architecture("tiny-larger")
    weights_of(name, tmp_path / "weights.pt")
    arguments = ["--checkpoint", str(tmp_path / "weights.pt"), "--image-size", "48"]
    assert run("open_clip", name, str(tmp_path / "out"), *arguments) == 0
    assert read_directory(tmp_path / "out").spec.preprocess.size == (48, 48)


def test_weights_that_were_trained_with_quick_gelu_get_it(
    architecture: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """open_clip itself only warns where an architecture's name does not say so."""
    import open_clip

    from models.export import from_open_clip

    name = architecture("tiny-openai")
    weights_of(name, tmp_path / "openai.pt")
    tag = {"url": "", "quick_gelu": True, "mean": (0.5,) * 3, "std": (0.5,) * 3}
    for module in (open_clip, open_clip.factory):
        monkeypatch.setattr(module, "get_pretrained_cfg", lambda *_: tag)
    monkeypatch.setattr(
        open_clip.factory, "download_pretrained", lambda *_, **__: str(tmp_path / "openai.pt")
    )
    model = from_open_clip.load(name, pretrained="openai")
    kinds = {type(module).__name__ for module in model.image.modules()}
    assert "QuickGELU" in kinds
    assert model.preprocess["mean"] == [0.5] * 3


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["open_clip", "ViT-B-32"], "needs --pretrained (known: openai"),
        (["open_clip", "no-such-model", "--random"], "knows no architecture no-such-model"),
        (["open_clip", "ViT-B-32", "--pretrained", "nonsense"], "nonsense"),
        (["open_clip", "ViT-B-32", "--checkpoint", "missing.pt"], "missing.pt"),
        (["open_clip", "local-dir:nowhere"], "nowhere"),
        (["transformers", "nowhere"], "cannot load nowhere"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    export: Export,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    reason: str,
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments[:2], str(tmp_path / "out"), *arguments[2:])
    assert ended.value.code == 1
    said = [line for line in capfd.readouterr().err.splitlines() if line.startswith("export: ")]
    assert len(said) == 1
    assert reason in said[0]
    assert list(tmp_path.iterdir()) == []


def test_another_type_of_model_is_refused(
    export: Export, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bert").mkdir()
    (tmp_path / "bert" / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(SystemExit):
        run("transformers", str(tmp_path / "bert"), str(tmp_path / "out"))
    assert "is of type bert; known: align, blip" in capfd.readouterr().err


def test_nothing_is_written_over(
    export: Export, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    with pytest.raises(SystemExit):
        run("open_clip", "ViT-B-32", str(tmp_path / "out"), "--random")
    assert "exists already" in capfd.readouterr().err
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


def test_an_export_that_differs_from_its_original_never_appears(
    architecture: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.export import open_clip_parts

    name = architecture("tiny-wrong")
    weights_of(name, tmp_path / "weights.pt")
    monkeypatch.setattr(open_clip_parts._CausalTexts, "forward", _first_token)
    with pytest.raises(SystemExit):
        run(
            *("open_clip", name, str(tmp_path / "out")),
            *("--checkpoint", str(tmp_path / "weights.pt")),
        )
    assert not (tmp_path / "out").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def _first_token(self: Any, text: Any) -> Any:
    tower = self.tower
    x = tower.token_embedding(text) + tower.positional_embedding[: text.shape[1]]
    return x[:, 0] @ tower.text_projection + x.mean() * 0


def test_large_weights_go_to_a_file_beside_the_graph(
    architecture: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models import graphs

    monkeypatch.setattr(graphs, "_LARGEST_FILE", 100_000)
    name = architecture("tiny-large")
    weights_of(name, tmp_path / "weights.pt")
    arguments = ["--checkpoint", str(tmp_path / "weights.pt"), "--fp16", "--int8"]
    assert run("open_clip", name, str(tmp_path / "out"), *arguments) == 0
    texts = tmp_path / "out" / "textual"
    assert {file.name for file in texts.glob("*.data")} == {
        f"model{suffix}.onnx.data" for suffix in ("", "_fp16", "_int8")
    }
    assert len({file.stat().st_mode for file in texts.glob("model.onnx*")}) == 1
    assert read_directory(tmp_path / "out").text.weights == (texts / "model.onnx.data",)
