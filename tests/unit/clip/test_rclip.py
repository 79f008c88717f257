"""rclip's layout, and CLIP's tokenizer from its list of merges."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip.clip import bpe
from photoclip.clip.bpe import read_merges
from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.spec import CLIP_MEAN, CLIP_STD
from photoclip.clip.tokenizer import Tokenizer
from photoclip.errors import ModelDirectoryError
from tests.model_layouts import MERGES, Source, write_rclip

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

LIST = '"bpe_simple_vocab_16e6.txt#version: 0.2\nd o\ndo g</w>\nt h\nth e</w>\nà ¤\n'
# Two times 256 bytes come first, then the merges in their order.
DO, DOG, THE, START, END = 512, 513, 515, 517, 518


@pytest.fixture
def merges(tmp_path: Path) -> Path:
    file = tmp_path / MERGES
    file.write_bytes(gzip.compress(LIST.encode()))
    return file


@pytest.fixture
def rclip(workshop: Workshop, merges: Path) -> Path:
    source = Source.of(workshop.make(words_in_graph=600, text_length=10))
    return write_rclip(workshop.base / "ViT-B-32", source, merges)


def ends(character: str) -> int:
    """The id of a printable ASCII character at the end of a word."""
    return 256 + ord(character) - ord("!")


def test_a_directory_of_rclips_says_what_its_graphs_say(rclip: Path) -> None:
    spec = read_directory(rclip).spec
    assert (spec.name, spec.dim, spec.context_length) == ("ViT-B-32", 6, 10)
    assert spec.languages == ("en",)
    preprocess = spec.preprocess
    assert (preprocess.size, preprocess.resize_mode) == ((8, 8), "shortest")
    assert (preprocess.mean, preprocess.std) == (CLIP_MEAN, CLIP_STD)
    assert preprocess.interpolation == "bicubic"


def test_open_sides_are_those_of_rclips_own_model(workshop: Workshop, merges: Path) -> None:
    source = Source.of(workshop.make(open_sides=True))
    path = write_rclip(workshop.base / "open", source, merges)
    assert read_directory(path).spec.preprocess.size == (256, 256)


def test_texts_become_the_ids_of_open_clip(rclip: Path) -> None:
    opened = Tokenizer.open(read_directory(rclip))
    texts = ["  THE Dog&amp;2 ", "dogs'l", "", "dog " * 20]
    assert opened.encode(texts).ids.tolist() == [
        [START, THE, DOG, ends("&"), ends("2"), END, *[0] * 4],
        [START, DO, ends("g") - 256, ends("s"), ends("'"), ends("l"), END, *[0] * 3],
        [START, END, *[0] * 8],
        [START, *[DOG] * 8, END],
    ]


def test_pictures_and_texts_have_vectors(workshop: Workshop, rclip: Path) -> None:
    model = workshop.open(rclip)
    assert model.encode_texts(["a dog", "The Dog"]).shape == (2, 6)
    assert model.encode_images(workshop.pixels(3)).shape == (3, 6)


def test_the_list_may_lie_beside_the_model_as_rclip_keeps_it(
    workshop: Workshop, merges: Path
) -> None:
    source = Source.of(workshop.make(words_in_graph=600))
    home = workshop.base / "home"
    home.mkdir()
    path = write_rclip(home / "ViT-B-32", source, merges, inside=False)
    both = [read_directory(path), read_directory(home)]
    assert [directory.spec.name for directory in both] == ["ViT-B-32"] * 2
    assert fingerprint(both[0]) == fingerprint(both[1])
    shutil.copytree(path, home / "ViT-L-14")
    with pytest.raises(ModelDirectoryError, match="holds several models"):
        read_directory(home)
    shutil.rmtree(home / "tokenizer")
    with pytest.raises(ModelDirectoryError, match="is missing") as caught:
        read_directory(path)
    assert caught.value.path == path / MERGES
    with pytest.raises(ModelDirectoryError, match="Did you mean the folder ViT-B-32 inside it"):
        read_directory(home)


@pytest.mark.parametrize(
    "content",
    [
        b"no gzip at all",
        gzip.compress(LIST.encode())[:40],
        gzip.compress(b"\xff\xfe\x00"),
        gzip.compress(b"version\nonly-one-part\n"),
        gzip.compress(b"version\n"),
        gzip.compress(b"version\nq\xc3\xa9 zz\n"),
    ],
)
def test_a_damaged_list_is_refused(rclip: Path, content: bytes) -> None:
    (rclip / MERGES).write_bytes(content)
    with pytest.raises(ModelDirectoryError, match="is not CLIP's list of merges") as caught:
        Tokenizer.open(read_directory(rclip))
    assert caught.value.path == rclip / MERGES


def test_a_list_that_unpacks_without_end_is_refused(
    rclip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bpe, "_LARGEST", 2**20)
    (rclip / MERGES).write_bytes(gzip.compress(bytes(2**20 + 1)))
    with pytest.raises(ModelDirectoryError, match="unpacks to more than 1 MB"):
        Tokenizer.open(read_directory(rclip))


def test_the_list_ends_where_clips_vocabulary_is_full(tmp_path: Path) -> None:
    letters = [chr(number) for number in range(ord("a"), ord("z") + 1)]
    pairs = [f"{a} {b}" for a in letters for b in letters]
    words = [f"{a}{b} {c}" for a in letters for b in letters for c in letters]
    more = [f"{w.replace(' ', '')} {c}" for w in words for c in letters[:2]]
    file = tmp_path / "merges.txt"
    file.write_text("\n".join(["version", *pairs, *words, *more]))
    vocabulary = read_merges(file)
    assert vocabulary.get_vocab_size() == 49_408
    assert vocabulary.token_to_id("<end_of_text>") == 49_407
