"""Model directories: what is read, what decides an embedding, and what is refused."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.spec import CLIP_MEAN, CLIP_STD
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

DIGEST = "0" * 64


def test_a_directory_says_what_its_files_say(workshop: Workshop) -> None:
    path = workshop.make("cats")
    spec = read_directory(path).spec
    assert (spec.name, spec.directory, spec.dim, spec.context_length) == ("cats", path, 6, 10)
    assert (spec.logit_scale, spec.logit_bias, spec.licence) == (None, None, "")
    preprocess = spec.preprocess
    assert preprocess.size == (8, 8)
    assert preprocess.mean == (0.5, 0.5, 0.5)
    assert preprocess.std == (0.25, 0.25, 0.25)
    assert (preprocess.interpolation, preprocess.resize_mode) == ("bicubic", "squash")


def test_what_open_clip_leaves_out_has_open_clips_defaults(workshop: Workshop) -> None:
    path = workshop.make()
    (path / "visual" / "preprocess_cfg.json").write_text('{"size": 8, "mean": null}')
    (path / "config.json").write_text('{"embed_dim": 6, "text_cfg": null}')
    directory = read_directory(path)
    preprocess = directory.spec.preprocess
    assert (preprocess.mean, preprocess.std) == (CLIP_MEAN, CLIP_STD)
    assert (preprocess.interpolation, preprocess.resize_mode) == ("bicubic", "shortest")
    assert directory.spec.context_length == 77
    assert directory.tokenizer.context_length is None
    assert directory.tokenizer.clean == "whitespace"


@pytest.mark.parametrize(
    ("size", "expected"), [(8, (8, 8)), ([8], (8, 8)), ([16, 8], (16, 8)), (None, (24, 24))]
)
def test_sizes(workshop: Workshop, size: Any, expected: tuple[int, int]) -> None:
    path = workshop.make(open_sides=True)
    workshop.edit(path / "visual" / "preprocess_cfg.json", size=size)
    workshop.edit(path / "config.json", vision_cfg={"image_size": 24})
    assert read_directory(path).spec.preprocess.size == expected


def test_a_single_number_stands_for_three_channels(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "visual" / "preprocess_cfg.json", mean=0, std=1)
    preprocess = read_directory(path).spec.preprocess
    assert (preprocess.mean, preprocess.std) == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def test_photoclip_json_adds_what_the_layout_cannot_say(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(
        path / "photoclip.json",
        format=1,
        name="Tiny",
        licence="MIT",
        source="a test",
        languages=["en", "de"],
        logit_scale=100,
        logit_bias=-12.5,
        dynamic_length=True,
        golden={
            "min_cosine": 0.9,
            "texts": [{"text": "a dog", "embedding": [1, 0, 0, 0, 0, 0]}],
            "images": [{"kind": "rings", "width": 4, "height": 5, "embedding": [0.5] * 6}],
        },
    )
    directory = read_directory(path)
    spec, golden = directory.spec, directory.manifest.golden
    assert (spec.name, spec.licence, spec.languages) == ("Tiny", "MIT", ("en", "de"))
    assert (spec.logit_scale, spec.logit_bias) == (100.0, -12.5)
    assert directory.tokenizer.dynamic_length
    assert golden.min_cosine == 0.9
    assert golden.texts[0].embedding == (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    image = golden.images[0]
    assert (image.kind, image.width, image.height) == ("rings", 4, 5)


def test_a_byte_order_mark_does_no_harm(workshop: Workshop) -> None:
    path = workshop.make()
    config = path / "config.json"
    config.write_bytes(b"\xef\xbb\xbf" + config.read_bytes())
    assert read_directory(path).spec.dim == 6


FILES = (
    "config.json",
    "visual/model.onnx",
    "visual/preprocess_cfg.json",
    "textual/model.onnx",
    "textual/tokenizer.json",
    "textual/tokenizer_config.json",
)


def test_other_precisions_lie_beside_a_graph_and_decide_nothing(workshop: Workshop) -> None:
    path = workshop.make()
    before = fingerprint(path)
    for name in ("visual/model_int8.onnx", "visual/model_fp16.onnx", "textual/model_q4f16.onnx"):
        shutil.copy(path / Path(name).parent / "model.onnx", path / name)
    image, text = (directory := read_directory(path)).image, directory.text
    assert (image.graph.name, image.precision) == ("model.onnx", "fp32")
    assert [(v.graph.name, v.precision) for v in image.variants] == [
        ("model_fp16.onnx", "fp16"),
        ("model_int8.onnx", "int8"),
    ]
    assert [v.precision for v in text.variants] == ["q4"]
    assert fingerprint(path) == before


def test_without_full_precision_the_best_other_takes_its_place(workshop: Workshop) -> None:
    path = workshop.make()
    for name in ("model_quantized.onnx", "model_fp16.onnx"):
        shutil.copy(path / "visual" / "model.onnx", path / "visual" / name)
    (path / "visual" / "model.onnx").unlink()
    image = read_directory(path).image
    assert (image.graph.name, image.precision) == ("model_fp16.onnx", "fp16")
    assert [v.graph.name for v in image.variants] == ["model_quantized.onnx"]


@pytest.mark.parametrize("name", [*FILES, "visual", "textual"])
def test_whatever_is_missing_is_named(workshop: Workshop, name: str) -> None:
    path = workshop.make()
    target = path / name
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    with pytest.raises(ModelDirectoryError) as caught:
        read_directory(path)
    assert caught.value.path == target
    assert caught.value.finding == "is missing"
    assert "all its files together" in caught.value.hint


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"", "is empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "is a Git LFS pointer"),
    ],
)
def test_files_without_their_content_are_named(
    workshop: Workshop, name: str, content: bytes, finding: str
) -> None:
    path = workshop.make()
    (path / name).write_bytes(content)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        read_directory(path)
    assert caught.value.path == path / name


@pytest.mark.parametrize("name", FILES)
def test_folders_in_place_of_files_are_named(workshop: Workshop, name: str) -> None:
    path = workshop.make()
    (path / name).unlink()
    (path / name).mkdir()
    with pytest.raises(ModelDirectoryError, match="is a folder, not a file"):
        read_directory(path)


JSON_FILES = (
    "config.json",
    "visual/preprocess_cfg.json",
    "textual/tokenizer_config.json",
    "photoclip.json",
)


@pytest.mark.parametrize("name", JSON_FILES)
@pytest.mark.parametrize(
    "content",
    [b"{", b"\xff\xfe\xfd\xfc", b'{"a": }', b"[" * 100_000, b"\x00\x01", b'{"a": "\xe9"}'],
)
def test_broken_json_is_refused(workshop: Workshop, name: str, content: bytes) -> None:
    path = workshop.make()
    (path / name).write_bytes(content)
    with pytest.raises(ModelDirectoryError, match="is not valid JSON") as caught:
        read_directory(path)
    assert caught.value.path == path / name


@pytest.mark.parametrize("name", JSON_FILES)
@pytest.mark.parametrize("content", ["[]", "3", '"text"', "null"])
def test_json_that_is_no_object_is_refused(workshop: Workshop, name: str, content: str) -> None:
    path = workshop.make()
    (path / name).write_text(content)
    with pytest.raises(ModelDirectoryError, match="does not hold a JSON object"):
        read_directory(path)


PREPROCESS = "visual/preprocess_cfg.json"
TOKENIZER = "textual/tokenizer_config.json"
MANIFEST = "photoclip.json"


@pytest.mark.parametrize(
    ("name", "values", "finding"),
    [
        ("config.json", {"embed_dim": "512"}, "embed_dim is '512', not a whole number"),
        ("config.json", {"embed_dim": True}, "embed_dim is True, not a whole number"),
        ("config.json", {"embed_dim": 0}, "embed_dim is 0, not a whole number from 1"),
        ("config.json", {"embed_dim": 6.5}, "embed_dim is 6.5"),
        ("config.json", {"text_cfg": []}, r"text_cfg is \[\], not an object"),
        ("config.json", {"text_cfg": {"context_length": "77"}}, "text_cfg.context_length is '77'"),
        ("config.json", {"text_cfg": {"context_length": -1}}, "text_cfg.context_length is -1"),
        (
            "config.json",
            {"text_cfg": {"tokenizer_kwargs": {"clean": "scrub"}}},
            "text_cfg.tokenizer_kwargs.clean is 'scrub', not one of",
        ),
        (PREPROCESS, {"size": "224"}, "size is '224'"),
        (PREPROCESS, {"size": 0}, "size is 0"),
        (PREPROCESS, {"size": 10**9}, "size is 1000000000"),
        (PREPROCESS, {"size": [8, 8, 3]}, "size has 3 numbers, not 2"),
        (PREPROCESS, {"size": [8, 8.5]}, r"size is \[8, 8.5\], not whole numbers"),
        (PREPROCESS, {"mean": [0.5, 0.5]}, "mean has 2 numbers, not 3"),
        (PREPROCESS, {"mean": [0.5, 0.5, "x"]}, "mean holds 'x', which is not a number"),
        (PREPROCESS, {"mean": [0.5, 0.5, float("nan")]}, "mean holds nan, which is not finite"),
        (PREPROCESS, {"std": [0.5, 0.5, 0]}, "std holds 0.0, which is not above 0"),
        (PREPROCESS, {"std": {}}, "std is {}, not a list of 3 numbers"),
        (PREPROCESS, {"interpolation": "magic"}, "interpolation is 'magic', not one of"),
        (PREPROCESS, {"resize_mode": 3}, "resize_mode is 3, not a text"),
        (PREPROCESS, {"mode": "L"}, "mode is 'l', not one of rgb"),
        (PREPROCESS, {"fill_color": 256}, "fill_color is 256"),
        (TOKENIZER, {"pad_token": None}, "pad_token is missing"),
        (TOKENIZER, {"pad_token": 3}, "pad_token is 3, not a text"),
        (TOKENIZER, {"pad_token": "\udc80"}, "pad_token is .*, which holds half a character"),
        (TOKENIZER, {"pad_token": {}}, "pad_token.content is missing"),
        (MANIFEST, {"format": 2}, "format is 2, but this photoclip reads 1 at most"),
        (MANIFEST, {"format": "1"}, "format is '1'"),
        (MANIFEST, {"languages": "en"}, "languages is 'en', not a list of texts"),
        (MANIFEST, {"languages": [1]}, "languages is not a list of texts"),
        (MANIFEST, {"logit_scale": "x"}, "logit_scale is 'x', not a number"),
        (MANIFEST, {"dynamic_length": 1}, "dynamic_length is 1, not true or false"),
        (MANIFEST, {"files": []}, r"files is \[\], not an object"),
        (MANIFEST, {"files": {"config.json": "abc"}}, "files.config.json is not a SHA-256"),
        (MANIFEST, {"files": {"../x": DIGEST}}, "files.../x is not a path inside"),
        (MANIFEST, {"files": {"/etc/x": DIGEST}}, "files./etc/x is not a path inside"),
        (MANIFEST, {"golden": {"texts": {}}}, "golden.texts is {}, not a list"),
        (MANIFEST, {"golden": {"texts": ["x"]}}, "golden.texts is not a list of objects"),
        (MANIFEST, {"golden": {"min_cosine": 0}}, "golden.min_cosine is 0.0"),
        (
            MANIFEST,
            {"golden": {"texts": [{"text": "a", "embedding": [1.0]}]}},
            r"golden.texts\[0\].embedding has 1 numbers, not 6",
        ),
        (
            MANIFEST,
            {"golden": {"images": [{"kind": "x", "width": 0, "height": 1, "embedding": [1] * 6}]}},
            r"golden.images\[0\].width is 0",
        ),
    ],
)
def test_each_wrong_value_is_named(
    workshop: Workshop, name: str, values: dict[str, Any], finding: str
) -> None:
    path = workshop.make()
    workshop.edit(path / name, **values)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        read_directory(path)
    assert caught.value.path == path / name


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelDirectoryError, match="is not a model directory"):
        read_directory(tmp_path)


def test_a_model_one_folder_down_is_pointed_at(workshop: Workshop) -> None:
    workshop.make("inner")
    with pytest.raises(ModelDirectoryError, match="Did you mean the folder inner inside it"):
        read_directory(workshop.base)


@pytest.mark.parametrize(("kind", "finding"), [("file", "is a file"), ("none", "is missing")])
def test_a_path_that_is_no_folder_is_refused(tmp_path: Path, kind: str, finding: str) -> None:
    target = tmp_path / "target"
    if kind == "file":
        target.write_text("x")
    with pytest.raises(ModelDirectoryError, match=finding):
        read_directory(target)


@pytest.mark.parametrize("name", ["config.json", "visual/model.onnx", "textual/tokenizer.json"])
def test_a_file_that_cannot_be_opened_is_named(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = workshop.make()
    really_open = io.open

    def refuse(file: Any, *args: Any, **options: Any) -> Any:
        if Path(file) == path / name:
            raise PermissionError(13, "Permission denied")
        return really_open(file, *args, **options)

    monkeypatch.setattr(io, "open", refuse)
    with pytest.raises(ModelDirectoryError, match="cannot be read") as caught:
        read_directory(path)
    assert caught.value.path == path / name


def test_what_the_settings_leave_out_is_told_by_the_graphs(workshop: Workshop) -> None:
    path = workshop.make(text_length=7)
    workshop.edit(path / "config.json", embed_dim=None, text_cfg=None)
    workshop.edit(path / "visual" / "preprocess_cfg.json", size=None)
    spec = read_directory(path).spec
    assert (spec.dim, spec.preprocess.size, spec.context_length) == (6, (8, 8), 7)


def test_a_size_that_nobody_tells_is_missed(workshop: Workshop) -> None:
    path = workshop.make(open_sides=True)
    workshop.edit(path / "visual" / "preprocess_cfg.json", size=None)
    with pytest.raises(ModelDirectoryError, match=r"preprocess_cfg\.json: size is missing"):
        read_directory(path)


class OtherLayout:
    """A layout that finds `found` towers in any folder."""

    def __init__(self, name: str, found: int, content: Any = None) -> None:
        self.name, self.found, self.content = name, found, content

    def towers(self, path: Path) -> int:
        return self.found

    def read(self, path: Path) -> Any:
        return self.content


def test_the_most_complete_layout_is_read_and_the_first_of_equals(workshop: Workshop) -> None:
    immich = read_directory(workshop.make())
    one, two = OtherLayout("one", 1), OtherLayout("two", 2, immich)
    chosen = read_directory(immich.path, [one, two, OtherLayout("three", 2)])
    assert chosen.spec == immich.spec
    assert "files of layout one and three were passed over" in chosen.recognised[-1]
    assert read_directory(immich.path, [OtherLayout("none", 0), two]) is immich
    with pytest.raises(ModelDirectoryError, match=r"of a known layout \(none\)"):
        read_directory(immich.path, [OtherLayout("none", 0)])


def test_settings_of_a_size_that_no_settings_have_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    with (path / "config.json").open("r+b") as file:
        file.truncate(2**29)
    with pytest.raises(ModelDirectoryError, match="has 512 MB, which is no file of settings"):
        read_directory(path)
