"""Texts to token ids: padding, cutting, cleaning, and what a broken tokenizer gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip.clip.directory import read_directory
from photoclip.clip.tokenizer import Tokenizer, clean
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

A, PHOTO, OF, DOG, CAT = 4, 5, 6, 7, 8
PAD, UNKNOWN, START, END = 0, 1, 2, 3


def open_tokenizer(path: Path, length: int | None = None) -> Tokenizer:
    return Tokenizer.open(read_directory(path), length)


def test_short_texts_are_padded_to_the_context_length(workshop: Workshop) -> None:
    tokens = open_tokenizer(workshop.make()).encode(["a dog", "cat"])
    assert tokens.ids.tolist() == [[2, A, DOG, 3, *[0] * 6], [2, CAT, 3, *[0] * 7]]
    assert tokens.mask.tolist() == [[1, 1, 1, 1, *[0] * 6], [1, 1, 1, *[0] * 7]]


def test_dynamic_padding_stops_at_the_longest_text(workshop: Workshop) -> None:
    tokens = open_tokenizer(workshop.make()).encode(["a dog", "cat"], dynamic=True)
    assert tokens.ids.tolist() == [[START, A, DOG, END], [START, CAT, END, PAD]]


def test_long_texts_are_cut_and_keep_their_end_token(workshop: Workshop) -> None:
    ids = open_tokenizer(workshop.make()).encode(["a " * 50]).ids
    assert ids.tolist() == [[START, *[A] * 8, END]]


def test_another_length_can_be_asked_for(workshop: Workshop) -> None:
    ids = open_tokenizer(workshop.make(), length=4).encode(["a photo of a dog"]).ids
    assert ids.tolist() == [[START, A, PHOTO, END]]


def test_padding_and_cutting_stored_in_the_file_do_not_count(workshop: Workshop) -> None:
    path = workshop.make()
    stored = workshop.tokenizer()
    stored.enable_padding(pad_id=9, pad_token="red", length=32)
    stored.enable_truncation(3)
    stored.save(str(path / "textual" / "tokenizer.json"))
    assert open_tokenizer(path).encode(["a photo"]).ids.tolist() == [[2, A, PHOTO, 3, *[0] * 6]]


def test_the_padding_token_is_the_one_that_the_settings_name(workshop: Workshop) -> None:
    path = workshop.make()
    settings = path / "textual" / "tokenizer_config.json"
    workshop.edit(settings, pad_token={"content": "sea", "special": True})
    assert open_tokenizer(path).encode(["a"]).ids[0, 3:].tolist() == [10] * 7


def test_a_separator_can_be_dropped(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "textual" / "tokenizer_config.json", sep_token="[SEP]")
    text = {"context_length": 5, "tokenizer_kwargs": {"strip_sep_token": True}}
    workshop.edit(path / "config.json", text_cfg=text)
    assert open_tokenizer(path).encode(["a dog"]).ids.tolist() == [[START, A, DOG, 0, PAD]]


def test_padding_can_come_first(workshop: Workshop) -> None:
    path = workshop.make()
    options = {"padding_side": "left"}
    workshop.edit(path / "config.json", text_cfg={"context_length": 5, "tokenizer_kwargs": options})
    tokens = open_tokenizer(path).encode(["a"])
    assert tokens.ids.tolist() == [[PAD, PAD, START, A, END]]
    assert tokens.mask.tolist() == [[0, 0, 1, 1, 1]]


def test_canonical_texts_reach_the_tokenizer(workshop: Workshop) -> None:
    path = workshop.make()
    text = {"context_length": 6, "tokenizer_kwargs": {"clean": "canonicalize"}}
    workshop.edit(path / "config.json", text_cfg=text)
    assert open_tokenizer(path).encode(["  A_Photo, of!"]).ids.tolist() == [[2, A, PHOTO, OF, 3, 0]]


@pytest.mark.parametrize(
    ("text", "how", "expected"),
    [
        ("  A\tdog,\n runs! ", "whitespace", "A dog, runs!"),
        ("A Dog", "lower", "a dog"),
        # open_clip: underscores become spaces, all other punctuation goes, then lower case.
        ("It's a_red-hot DOG (really).", "canonicalize", "its a redhot dog really"),
        ("Über_Straße", "canonicalize", "über straße"),
        ("bad \udc80 byte", "whitespace", "bad \ufffd byte"),
        ("", "canonicalize", ""),
        # What open_clip undoes with ftfy and html: typography, wide letters, entities, mojibake.
        ("“Don’t” ＷＩＤＥ &amp;lt;3 cafÃ©", "whitespace", '"Don\'t" WIDE <3 café'),
        ("\ud83d\ude00 pair", "lower", "😀 pair"),
        (" Left  “as it is” &amp; \udc80", "none", " Left  “as it is” &amp; ?"),
    ],
)
def test_cleaning(text: str, how: str, expected: str) -> None:
    assert clean(text, how) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "   ", "\udcff\udc00", "犬の写真", "🐕" * 500, "\x00"])
def test_any_text_has_tokens(workshop: Workshop, text: str) -> None:
    tokens = open_tokenizer(workshop.make()).encode([text], dynamic=True)
    assert 1 <= tokens.ids.shape[1] <= workshop.length
    assert tokens.ids[0, 0] == START


def test_no_texts_give_no_rows(workshop: Workshop) -> None:
    assert open_tokenizer(workshop.make()).encode([], dynamic=True).ids.shape == (0, 10)


def test_the_largest_id_leaves_added_tokens_out(workshop: Workshop) -> None:
    path = workshop.make()
    stored = workshop.tokenizer()
    stored.add_special_tokens(["<extra_id_0>", "<extra_id_1>"])
    stored.save(str(path / "textual" / "tokenizer.json"))
    assert open_tokenizer(path).largest_id() == len(workshop.words) - 1


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"version": "1.0", "model": {"type": "X"}}'])
def test_a_file_that_is_no_tokenizer_is_refused(workshop: Workshop, content: str) -> None:
    path = workshop.make()
    (path / "textual" / "tokenizer.json").write_text(content)
    with pytest.raises(ModelDirectoryError, match="is not a tokenizer") as caught:
        open_tokenizer(path)
    assert caught.value.path == path / "textual" / "tokenizer.json"


def test_a_padding_token_that_is_no_token_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "textual" / "tokenizer_config.json", pad_token="<nothing>")
    with pytest.raises(ModelDirectoryError, match=r"tokenizer\.json: has no token '<nothing>'"):
        open_tokenizer(path)


def test_a_vocabulary_that_lacks_its_unknown_token_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    file = path / "textual" / "tokenizer.json"
    stored = json.loads(file.read_text())
    stored["model"]["unk_token"] = "<nothing>"
    file.write_text(json.dumps(stored))
    with pytest.raises(ModelDirectoryError, match="cannot encode 'zebra'"):
        open_tokenizer(path).encode(["zebra"])


def test_a_panic_of_the_library_is_refused_like_any_error(workshop: Workshop) -> None:
    path = workshop.make()
    file = path / "textual" / "tokenizer.json"
    stored = json.loads(file.read_text())
    stored["post_processor"]["single"][0]["SpecialToken"]["id"] = "<nothing>"
    file.write_text(json.dumps(stored))
    with pytest.raises(ModelDirectoryError, match=r"tokenizer\.json: cannot encode 'a dog'"):
        open_tokenizer(path).encode(["a dog"])


def test_an_interrupt_is_no_finding(workshop: Workshop) -> None:
    tokenizer = open_tokenizer(workshop.make())

    class Interrupted:
        def encode(self, text: str) -> None:
            raise KeyboardInterrupt

    tokenizer._vocabulary = Interrupted()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        tokenizer.encode(["a dog"])
