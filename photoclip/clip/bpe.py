"""CLIP's tokenizer from the list of merges that it was published with."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.clip.files import KEEP_WHOLE, read_file
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tokenizers import Tokenizer as Vocabulary

START, END = "<start_of_text>", "<end_of_text>"
_WORD_END = "</w>"
# The list goes on, but CLIP's vocabulary is full: 49,408 without the bytes, once as they are and
# once at the end of a word, and the two tokens around a text.
_MOST_MERGES = 49_408 - 2 * 256 - 2
# CLIP's own: contractions, letters, single digits, and whatever else stands together.
_WORD = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
_LARGEST = 64 * 2**20


def read_merges(file: Path) -> Vocabulary:
    """A tokenizer that gives the ids of open_clip's SimpleTokenizer for a text that was cleaned.

    Raises ModelDirectoryError where the file is not such a list.
    """
    from tokenizers import Regex, models, pre_tokenizers, processors
    from tokenizers import Tokenizer as Vocabulary  # takes its time to import

    merges = _merges(file)
    words = [*_byte_letters(), *(letter + _WORD_END for letter in _byte_letters())]
    words += ["".join(pair) for pair in merges] + [START, END]
    numbers = {word: number for number, word in enumerate(words)}
    try:
        model = models.BPE(numbers, merges, end_of_word_suffix=_WORD_END)
    except Exception as error:
        raise _no_list(file, str(error)) from error
    vocabulary = Vocabulary(model)
    vocabulary.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_WORD), "removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    vocabulary.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}",
        special_tokens=[(token, numbers[token]) for token in (START, END)],
    )
    vocabulary.add_special_tokens([START, END])
    return vocabulary


def _merges(file: Path) -> list[tuple[str, str]]:
    # The first line tells the version.
    lines = _text(file).split("\n")[1 : _MOST_MERGES + 1]
    pairs = [tuple(line.split()) for line in lines if line.strip()]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise _no_list(file, "a line does not hold two parts of a word")
    return [(pair[0], pair[1]) for pair in pairs]


def _text(file: Path) -> str:
    content = read_file(file)
    try:
        if file.suffix == ".gz":
            content = _unpacked(content)
        return content.decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise _no_list(file, str(error)) from error


def _unpacked(content: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
        text = packed.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise OSError(f"unpacks to more than {_LARGEST // 2**20} MB")
    return text


def _byte_letters() -> list[str]:
    """A printable letter for each byte, in GPT-2's order: first those that are printable."""
    printable = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = sorted(set(range(256)) - set(printable))
    return [chr(byte) for byte in printable] + [chr(256 + n) for n in range(len(others))]


def _no_list(file: Path, reason: str) -> ModelDirectoryError:
    finding = f"is not CLIP's list of merges ({reason})"
    return ModelDirectoryError(finding, path=file, hint=KEEP_WHOLE)
