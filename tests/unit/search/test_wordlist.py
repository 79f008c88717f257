"""The words that photos are described by are proper ones, and a file of others is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.errors import SettingsError
from photoclip.search.wordlist import LABELS, Word, bundled_words, read_words, with_labels


def test_the_bundled_words_are_many_and_proper() -> None:
    words = bundled_words()
    assert 800 <= len(words) <= 1500
    assert {"dog", "beach", "birthday party", "sunset", "black and white photo"} <= {
        word.text for word in words
    }
    assert len({word.category for word in words}) > 10


def test_words_have_the_category_that_they_stand_under(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("\ufeff# a comment, with a comma\n\n[animals]\ndog, black dog\n[light]\nrain\n")
    assert read_words(file) == (
        Word("dog", "animals"),
        Word("black dog", "animals"),
        Word("rain", "light"),
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[a]\ndog, dog\n", "line 2: 'dog' stands there twice"),
        ("[a]\ndog\n[b]\ncat, dog\n", "line 4: 'dog' stands there twice"),
        ("[a]\nDog\n", "line 2: 'Dog' is no word in lower case"),
        ("[a]\ndog,, cat\n", "line 2: '' is no word in lower case"),
        ("[a]\ndog,\n", "line 2: '' is no word in lower case"),
        ("[a]\ndog\x00\n", "is no word in lower case"),
        ("dog\n", "line 1: 'dog' stands before the first category"),
        ("[a]\n" + "x" * 41 + "\n", "is too long"),
        ("[a]\na dog on a beach in the evening\n", "is too long"),
        ("# nothing\n", "holds no words"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, text: str, finding: str) -> None:
    file = tmp_path / "words.txt"
    file.write_text(text)
    with pytest.raises(SettingsError, match=finding) as caught:
        read_words(file)
    assert str(file) in str(caught.value)


def test_a_file_that_is_no_text_or_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_words(tmp_path / "none.txt")
    (tmp_path / "words.txt").write_bytes(b"[a]\n\xff\xfe")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_words(tmp_path / "words.txt")


def test_labels_join_in_once() -> None:
    words = (Word("dog", "animals"),)
    joined = with_labels(words, ["DOG", "our  dog", "Our dog", " ", "Schlo\u00df"])
    assert joined == (*words, Word("our dog", LABELS), Word("Schlo\u00df", LABELS))
