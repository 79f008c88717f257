"""transformers.js's layout: its settings, its precisions, and what is no such model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.tokenizer import Tokenizer
from photoclip.errors import ModelDirectoryError
from tests.model_layouts import Source, save_graph, write_transformers

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

HALF, CLIP_MEAN = (0.5, 0.5, 0.5), (0.48145466, 0.4578275, 0.40821073)
A, DOG = 4, 7


@pytest.fixture
def clip(workshop: Workshop) -> Path:
    return write_transformers(workshop.base / "clip", Source.of(workshop.make()))


def write_processor(path: Path, **settings: Any) -> None:
    (path / "preprocessor_config.json").write_text(json.dumps(settings))


@pytest.mark.parametrize(
    ("settings", "mode", "resized"),
    [
        # As CLIP's were written over the years.
        ({"size": 8, "crop_size": 8, "feature_extractor_type": "CLIPFeatureExtractor"}, 0, None),
        ({"size": {"shortest_edge": 8}, "crop_size": {"height": 8, "width": 8}}, 0, None),
        ({"image_processor_type": "CLIPImageProcessor"}, 0, None),
        ({"size": {"shortest_edge": 10}, "crop_size": 8, "do_center_crop": True}, 0, (10, 10)),
        ({"size": {"height": 9, "width": 12}, "crop_size": 8, "do_center_crop": True}, 1, (9, 12)),
        (
            {"size": {"height": 8, "width": 8}, "image_processor_type": "SiglipImageProcessor"},
            1,
            None,
        ),
        ({"size": 8, "feature_extractor_type": "ViTFeatureExtractor"}, 1, None),
        ({"size": 8, "do_center_crop": False}, 1, None),
        ({"size": {"longest_edge": 8}, "do_center_crop": False}, 2, None),
        ({"size": 8, "resize_mode": "shortest", "interpolation": "bicubic"}, 0, None),
    ],
    ids=str,
)
def test_sizes(
    clip: Path, settings: dict[str, Any], mode: int, resized: tuple[int, int] | None
) -> None:
    write_processor(clip, **settings)
    spec = read_directory(clip).spec.preprocess
    assert spec.resize_mode == ("shortest", "squash", "longest")[mode]
    assert (spec.size, spec.resized) == ((8, 8), resized)
    # open_clip's settings follow torchvision, all others transformers.
    assert spec.rounding == ("even" if "resize_mode" in settings else "down")


@pytest.mark.parametrize(
    ("settings", "mean", "std"),
    [
        ({}, CLIP_MEAN[0], 0.26862954),
        (
            {"image_mean": HALF, "image_std": [0.25] * 3, "rescale_factor": 0.00392156862745098},
            0.5,
            0.25,
        ),
        ({"mean": HALF, "std": HALF, "image_processor_type": "SiglipImageProcessor"}, 0.5, 0.5),
        ({"image_processor_type": "SiglipImageProcessor"}, 0.5, 0.5),
        ({"do_normalize": False}, 0, 1),
        ({"do_rescale": False, "image_mean": [127.5] * 3, "image_std": [51] * 3}, 0.5, 0.2),
        ({"do_rescale": False, "do_normalize": False}, 0, 1 / 255),
        ({"rescale_factor": 1 / 127.5, "rescale_offset": True, "do_normalize": False}, 0.5, 0.5),
    ],
    ids=str,
)
def test_normalisation_is_for_values_from_0_to_1(
    clip: Path, settings: dict[str, Any], mean: float, std: float
) -> None:
    write_processor(clip, size=8, do_center_crop=True, **settings)
    spec = read_directory(clip).spec.preprocess
    assert (spec.mean[0], spec.std[0]) == pytest.approx((mean, std), abs=1e-9)


@pytest.mark.parametrize(
    ("number", "name"),
    list(enumerate(["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"])),
)
def test_filters_are_numbered_as_pillow_does(clip: Path, number: int, name: str) -> None:
    for resample in (number, name):
        write_processor(clip, size=8, resample=resample)
        assert read_directory(clip).spec.preprocess.interpolation == name


@pytest.mark.parametrize(
    ("settings", "finding"),
    [
        ({"size": {"height": 8}}, "size.width is missing"),
        ({"size": {"shortest_edge": "8"}}, "size.shortest_edge is '8'"),
        ({"size": 8, "do_resize": False}, "do_resize is false"),
        ({"size": 8, "resample": 7}, "resample is 7"),
        ({"size": 8, "image_mean": [0.5, 0.5]}, "image_mean has 2 numbers, not 3"),
        ({"size": 8, "image_std": [0.5, 0.5, float("nan")]}, "image_std holds nan"),
        ({"size": 8, "image_std": 0}, "image_std holds 0.0, which is not above 0"),
        ({"size": 8, "rescale_factor": 0}, "rescale_factor is 0.0"),
        ({"size": 8, "do_normalize": "yes"}, "do_normalize is 'yes', not true or false"),
        ({"max_num_patches": 256}, "max_num_patches asks for patches"),
        ({"size": 9, "crop_size": 9}, "takes images of 8x8 pixels, but preprocessing gives 9x9"),
    ],
    ids=str,
)
def test_settings_that_are_refused(clip: Path, settings: dict[str, Any], finding: str) -> None:
    write_processor(clip, **settings)
    with pytest.raises(ModelDirectoryError, match=finding):
        read_directory(clip)


def test_newer_exports_keep_the_settings_in_the_processors(clip: Path) -> None:
    settings = json.loads((clip / "preprocessor_config.json").read_text()) | {"resample": 2}
    (clip / "preprocessor_config.json").unlink()
    (clip / "processor_config.json").write_text(json.dumps({"image_processor": settings}))
    assert read_directory(clip).spec.preprocess.interpolation == "bilinear"


SUFFIXES = ("", "_fp16", "_int8", "_uint8", "_quantized", "_q4", "_q4f16", "_bnb4")


def test_all_precisions_of_a_tower_are_known(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "clip", source, suffixes=SUFFIXES)
    image = read_directory(path).image
    assert (image.graph.name, image.precision) == ("vision_model.onnx", "fp32")
    assert [v.precision for v in image.variants] == ["fp16", *["int8"] * 3, *["q4"] * 3]


def test_small_graphs_alone_are_a_model(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "clip", source, suffixes=["_quantized", "_q4"])
    directory = read_directory(path)
    assert (directory.image.graph.name, directory.image.precision) == (
        "vision_model_quantized.onnx",
        "int8",
    )
    assert [v.precision for v in directory.text.variants] == ["q4"]
    assert workshop.open(path).encode_texts(["a dog"]).shape == (1, 6)


def test_a_graph_that_git_has_not_fetched_is_as_good_as_none(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "clip", source, suffixes=["", "_fp16"])
    pointer = path / "onnx" / "vision_model.onnx"
    pointer.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n")
    directory = read_directory(path)
    assert directory.image.precision == "fp16"
    assert "vision_model.onnx is a Git LFS pointer, so passed over" in directory.recognised
    (path / "onnx" / "vision_model_fp16.onnx").unlink()
    with pytest.raises(ModelDirectoryError, match="is a Git LFS pointer, not the content"):
        read_directory(path)


def test_a_damaged_variant_is_passed_over_and_a_damaged_graph_is_not(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "clip", source, suffixes=["", "_int8"])
    before = fingerprint(path)
    (path / "onnx" / "text_model_int8.onnx").write_bytes(b"\x3a\xff")
    directory = read_directory(path)
    assert directory.text.variants == ()
    assert any("text_model_int8.onnx cannot be loaded" in note for note in directory.recognised)
    assert fingerprint(path) == before
    (path / "onnx" / "text_model.onnx").write_bytes(b"\x3a\xff")
    with pytest.raises(ModelDirectoryError, match="no whole ONNX graph"):
        read_directory(path)


@pytest.mark.parametrize(
    ("model_type", "outputs", "chosen"),
    [
        ("clip", ("image_embeds", "text_embeds"), ("image_embeds", "text_embeds")),
        ("siglip", ("pooler_output", "pooler_output"), ("pooler_output", "pooler_output")),
        ("siglip", ("image_embeds", "pooler_output"), ("image_embeds", "pooler_output")),
        ("jina_clip", ("embedding", "embedding"), None),
    ],
)
def test_outputs(
    workshop: Workshop, model_type: str, outputs: tuple[str, str], chosen: Any
) -> None:
    source = Source.of(workshop.make())
    path = workshop.base / "copy"
    write_transformers(path, source, model_type=model_type, outputs=outputs)
    directory = read_directory(path)
    found = (directory.image.outputs, directory.text.outputs)
    assert chosen is None or all(name in names for name, names in zip(chosen, found, strict=True))
    assert workshop.open(path).encode_texts(["a dog"]).shape == (1, 6)


def test_clip_before_its_projection_is_refused(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "copy", source, outputs=("pooler_output", "x"))
    with pytest.raises(ModelDirectoryError, match="is not projected yet") as caught:
        read_directory(path)
    assert caught.value.path == path / "onnx" / "vision_model.onnx"
    assert "CLIPVisionModelWithProjection" in caught.value.hint


def test_both_towers_in_one_graph_are_refused(workshop: Workshop, clip: Path) -> None:
    import onnx

    image, text = (onnx.load(str(clip / "onnx" / f"{n}_model.onnx")) for n in ("vision", "text"))
    image.graph.input.extend(text.graph.input)
    shutil.rmtree(clip / "onnx")
    for folder in (clip, clip / "onnx"):
        folder.mkdir(exist_ok=True)
        onnx.save(image, str(folder / "model_quantized.onnx"))
        with pytest.raises(ModelDirectoryError, match="both towers in one graph") as caught:
            read_directory(clip)
        assert caught.value.path == folder / "model_quantized.onnx"
        assert "onnx/vision_model.onnx and onnx/text_model.onnx" in caught.value.hint
        (folder / "model_quantized.onnx").unlink()


def test_a_model_of_texts_alone_is_refused(clip: Path) -> None:
    (clip / "onnx" / "vision_model.onnx").unlink()
    (clip / "onnx" / "text_model.onnx").rename(clip / "onnx" / "model.onnx")
    with pytest.raises(ModelDirectoryError, match="is not a model for pictures and texts"):
        read_directory(clip)


@pytest.mark.parametrize(
    "name",
    [
        "config.json",
        "preprocessor_config.json",
        "tokenizer.json",
        "onnx/vision_model.onnx",
        "onnx/text_model.onnx",
    ],
)
def test_whatever_is_missing_is_named(clip: Path, name: str) -> None:
    (clip / name).unlink()
    with pytest.raises(ModelDirectoryError, match="is missing") as caught:
        read_directory(clip)
    assert caught.value.path == clip / name


def test_graphs_may_lie_beside_the_settings(workshop: Workshop) -> None:
    source = Source.of(workshop.make())
    path = write_transformers(workshop.base / "copy", source, folder=".")
    directory = read_directory(path)
    assert directory.recognised[0].endswith("the folder holds vision_model and text_model")
    assert workshop.open(path).encode_texts(["a dog"]).shape == (1, 6)


def tokens(path: Path, text: str) -> list[int]:
    return Tokenizer.open(read_directory(path)).encode([text]).ids[0].tolist()


@pytest.mark.parametrize(
    ("kind", "text", "clean", "lowercase"),
    [
        ("SiglipTokenizer", "A_Dog!", "canonicalize", False),
        ("T5Tokenizer", "A  dog.", "canonicalize", False),
        ("GemmaTokenizer", "A Dog", "none", True),
        ("Siglip2Tokenizer", "A DOG", "none", True),
    ],
)
def test_siglip_takes_texts_in_lower_case_and_padded(
    workshop: Workshop, kind: str, text: str, clean: str, lowercase: bool
) -> None:
    source = Source.of(workshop.make(mask=True)).having(tokenizer_class=kind)
    path = write_transformers(workshop.base / "copy", source, model_type="siglip")
    tokenizer = read_directory(path).tokenizer
    assert (tokenizer.clean, tokenizer.lowercase) == (clean, lowercase)
    assert not tokenizer.dynamic_length
    assert Tokenizer.open(read_directory(path)).encode([text]).mask.all()
    assert tokens(path, text) == [2, A, DOG, 3, *[0] * 6]


def test_other_texts_are_left_to_the_tokenizer(workshop: Workshop, clip: Path) -> None:
    assert tokens(clip, "A dog") == [2, 1, DOG, 3, *[0] * 6]
    masked = Source.of(workshop.make("masked", mask=True))
    path = write_transformers(workshop.base / "copy", masked)
    assert read_directory(path).tokenizer.dynamic_length
    assert not read_directory(clip).tokenizer.dynamic_length


def test_padding_in_front_is_what_the_settings_ask_for(clip: Path, workshop: Workshop) -> None:
    workshop.edit(clip / "tokenizer_config.json", padding_side="left")
    opened = Tokenizer.open(read_directory(clip)).encode(["a dog"])
    assert opened.ids[0].tolist() == [*[0] * 6, 2, A, DOG, 3]
    assert opened.mask[0].tolist() == [*[0] * 6, *[1] * 4]


@pytest.mark.parametrize(
    ("text_config", "model_max_length", "length"),
    [
        ({"max_position_embeddings": 9}, 1e30, 9),
        ({"max_position_embeddings": 514}, 12, 12),
        ({}, 1_000_000_000_000_000_019_884_624_838_656, 77),
    ],
)
def test_the_context_length_is_the_least_that_is_stated(
    workshop: Workshop, clip: Path, text_config: Any, model_max_length: float, length: int
) -> None:
    workshop.edit(clip / "config.json", text_config=text_config)
    workshop.edit(clip / "tokenizer_config.json", model_max_length=model_max_length)
    assert read_directory(clip).spec.context_length == length


def test_the_padding_token_may_stand_in_three_places(workshop: Workshop, clip: Path) -> None:
    workshop.edit(clip / "tokenizer_config.json", pad_token=None)
    with pytest.raises(ModelDirectoryError, match="pad_token is missing"):
        read_directory(clip)
    stored = workshop.tokenizer()
    stored.enable_padding(pad_id=9, pad_token="red")
    stored.save(str(clip / "tokenizer.json"))
    assert read_directory(clip).tokenizer.pad_token == "red"
    (clip / "special_tokens_map.json").write_text('{"pad_token": {"content": "sea"}}')
    directory = read_directory(clip)
    assert directory.tokenizer.pad_token == "sea"
    assert clip / "special_tokens_map.json" in directory.deciding_files
    (clip / "tokenizer_config.json").unlink()
    assert read_directory(clip).tokenizer.pad_token == "sea"


def test_a_width_that_only_weights_tell(workshop: Workshop, clip: Path) -> None:
    import onnx

    workshop.edit(clip / "config.json", projection_dim=None)
    for name in ("vision", "text"):
        file = clip / "onnx" / f"{name}_model.onnx"
        model = onnx.load(str(file))
        model.graph.output[0].type.tensor_type.shape.dim[1].dim_param = "width"
        onnx.save(model, str(file))
    assert read_directory(clip).spec.dim == 6


def test_weights_beside_a_graph_belong_to_it(workshop: Workshop, clip: Path) -> None:
    import onnx

    file = clip / "onnx" / "vision_model.onnx"
    model = onnx.load(str(file))
    onnx.save(
        *(model, str(file)),
        save_as_external_data=True,
        location="vision_model.onnx_data",
        size_threshold=0,
    )
    copy = workshop.base / "copy" / "onnx" / "vision_model.onnx"
    save_graph(copy, file, ["pixel_values"], "image_embeds")
    assert read_directory(clip).image.weights == (clip / "onnx" / "vision_model.onnx_data",)
    assert copy.with_name("vision_model.onnx_data").exists()
