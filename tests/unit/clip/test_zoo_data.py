"""What can be downloaded by name: the data is well formed, and names lead to it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from photoclip.clip.wanted import checked, mapped, wanted
from photoclip.clip.wish import wish_for
from photoclip.clip.zoo import ZooEntry, entries, find_entry
from photoclip.errors import DownloadError
from photoclip.settings import Settings, wrong_endpoint

LANGUAGE = re.compile(r"\*|[a-z]{2,3}")


def test_there_is_a_model_for_every_purse() -> None:
    families = Counter(entry.family for entry in entries())
    assert sum(families.values()) >= 20
    assert {"MobileCLIP2", "CLIP", "OpenCLIP", "SigLIP", "SigLIP2", "XLM-RoBERTa", "NLLB"} <= set(
        families
    )
    names = {entry.name for entry in entries()}
    assert {"MobileCLIP2-S0", "RN50__openai", "ViT-B-32__openai", "ViT-L-14__openai"} <= names
    assert any("SO400M" in name and "SigLIP2" in name for name in names)
    assert sum(entry.multilingual for entry in entries()) >= 5
    assert min(entry.megabytes for entry in entries()) < 400


def test_names_are_unique_and_fit_every_disk() -> None:
    names = [entry.name.casefold() for entry in entries()]
    assert len(set(names)) == len(names)
    assert all(checked({name: name}) and "/" not in name for name in names)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_every_value_is_one(entry: ZooEntry) -> None:
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", entry.repo)
    assert entry.revision == "main" or re.fullmatch(r"[0-9a-f]{40}", entry.revision)
    assert entry.title and entry.family
    assert re.fullmatch(r"[A-Za-z0-9.-]*", entry.licence)
    assert (entry.commercial is None) == (not entry.licence)
    assert entry.languages and all(map(LANGUAGE.fullmatch, entry.languages))
    assert 128 <= entry.dim <= 4096
    assert 50 <= entry.megabytes <= 20_000
    assert entry.imagenet is None or 1 < entry.imagenet < 100
    assert bool(entry.imagenet_source) == (entry.imagenet is not None)
    assert checked(entry.files) == entry.files


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_the_table_for_people_says_the_same(entry: ZooEntry) -> None:
    lines = (Path(__file__).parents[3] / "docs" / "models.md").read_text(encoding="utf-8")
    (row,) = (line for line in lines.splitlines() if line.startswith(f"| `{entry.name}` |"))
    told = [cell.strip() for cell in row.strip("|").split("|")]
    size, dim = f"{entry.megabytes:,}", str(entry.dim)
    languages = "many" if entry.multilingual else "English"
    licence = entry.licence or "see its page"
    assert told[1:] == [entry.title, size, dim, languages, str(entry.imagenet), licence]


def test_names_lead_to_entries() -> None:
    first = find_entry("mobileclip2-s0")
    assert first is not None and first.name == "MobileCLIP2-S0"
    by_repo = find_entry("immich-app/ViT-B-32__openai")
    assert by_repo is not None and by_repo.name == "ViT-B-32__openai"
    # It holds several models.
    assert find_entry(first.repo) is None


def test_wishes() -> None:
    wish = wish_for("vit-b-32__OPENAI")
    assert (wish.name, wish.repo) == ("ViT-B-32__openai", "immich-app/ViT-B-32__openai")
    wish = wish_for("Some.One/a_model-2@v1.0")
    assert (wish.name, wish.repo) == ("Some.One--a_model-2@v1.0", "Some.One/a_model-2")
    assert wish.revision == "v1.0" and not wish.files
    assert wish_for(wish.name) == wish
    pull = wish_for("a/b@refs/pr/1")
    assert pull.name == "a--b@refs--pr--1" and wish_for(pull.name) == pull
    assert wish_for("ViT-B-32__openai@refs/pr/1").name == "ViT-B-32__openai@refs--pr--1"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("vit-b32", "Did you mean ViT-B-32__openai"),
        ("siglip2", "Did you mean .*SigLIP2"),
        ("zzzz", "See: photoclip models list"),
        ("", "no model is called"),
        ("../../etc", "is not the name of a repository"),
        ("a/b/c", "is not the name of a repository"),
        ("a/..", "is not the name of a repository"),
        ("-a/b", "is not the name of a repository"),
        ("a/b c", "is not the name of a repository"),
        ("a/\x1b[31m", "is not the name of a repository"),
        ("ä/ö", "is not the name of a repository"),
        ("CON/x@..", "is not the name of a branch"),
        ("a/b@", "is not the name of a branch"),
        ("a/b@x;rm", "is not the name of a branch"),
        ("a/" + "b" * 200, "is not the name of a repository"),
    ],
)
def test_what_is_no_wish(text: str, match: str) -> None:
    with pytest.raises(DownloadError, match=match):
        wish_for(text)


TRANSFORMERS_JS = [
    *("config.json", "preprocessor_config.json", "tokenizer.json", "vocab.json", "merges.txt"),
    *(f"onnx/{tower}_model{kind}.onnx" for tower in ("vision", "text") for kind in ("", "_fp16")),
    *("onnx/model.onnx", "onnx/vision_model.onnx_data", "pytorch_model.bin", "README.md"),
]


def test_of_several_precisions_the_full_one_is_wanted() -> None:
    assert set(wanted(TRANSFORMERS_JS)) == {
        *("config.json", "preprocessor_config.json", "tokenizer.json", "README.md"),
        *("onnx/vision_model.onnx", "onnx/vision_model.onnx_data", "onnx/text_model.onnx"),
    }
    only = [name for name in TRANSFORMERS_JS if name not in ("onnx/text_model.onnx",)]
    assert "onnx/text_model_fp16.onnx" in wanted(only)


def test_loose_tensors_and_variants_are_wanted() -> None:
    names = ["visual/model.onnx", "textual/model.onnx", "visual/model_int8.onnx"]
    loose = ["visual/onnx__MatMul_1", "textual/token_embedding.weight", "visual/model.onnx.data"]
    assert set(wanted([*names, *loose, "visual/fp16/model.armnn"])) == {*names, *loose}
    assert set(wanted(["visual.onnx", "textual.onnx", "bpe_simple_vocab_16e6.txt.gz", "x.py"])) == {
        *("visual.onnx", "textual.onnx", "bpe_simple_vocab_16e6.txt.gz")
    }


def test_a_repository_without_onnx_is_told_how_to_get_there() -> None:
    with pytest.raises(DownloadError, match=r"export them to ONNX"):
        wanted(["config.json", "model.safetensors"])
    with pytest.raises(DownloadError, match=r"It would need visual/model\.onnx"):
        wanted(["README.md"])


def test_a_told_list_takes_its_weights_and_misses_nothing() -> None:
    files = {"onnx/text_model.onnx": "onnx/s0/text_model.onnx", "tokenizer.json": "tokenizer.json"}
    names = [*files.values(), "onnx/s0/text_model.onnx.data", "LICENSE", "other"]
    assert mapped(files, names) == {
        **files,
        "onnx/text_model.onnx.data": "onnx/s0/text_model.onnx.data",
        "LICENSE": "LICENSE",
    }
    with pytest.raises(DownloadError, match=r"no longer has the file tokenizer\.json"):
        mapped(files, names[:1])


@pytest.mark.parametrize(
    "names",
    [["visual/a", "visual/A"], ["visual", "visual/a"], [f"visual/{n}" for n in range(6000)]],
)
def test_sets_of_files_that_no_disk_should_get(names: list[str]) -> None:
    with pytest.raises(DownloadError):
        checked({name: name for name in names})


@pytest.mark.parametrize(
    "address", ["", "x", "ftp://x", "https://", "https://u:p@x", "https://x/?q", "http://x:99999"]
)
def test_addresses_that_are_none(address: str) -> None:
    assert wrong_endpoint(address)
    assert not wrong_endpoint("https://mirror.example/hub") and Settings().hub_endpoint == ""
