"""Texts to token ids."""

from __future__ import annotations

import html
import string
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.files import KEEP_WHOLE, require_file
from photoclip.clip.spec import Cleaning, ModelDirectory, TokenizerSpec
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tokenizers import Tokenizer as Vocabulary

_CANONICAL = str.maketrans("_", " ", string.punctuation.replace("_", ""))


@dataclass(frozen=True, slots=True)
class Tokens:
    """A batch of texts. ids, mask: (n, length) int64; mask is 0 where a token is padding."""

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]


class Tokenizer:
    """A model's own tokenizer. Thread-safe.

    length: in tokens; longer texts are cut, keeping the tokens that end them, shorter ones padded.
    """

    def __init__(self, spec: TokenizerSpec, vocabulary: Vocabulary, length: int) -> None:
        self._spec = spec
        self.length = length
        self._pad = _token_id(vocabulary, spec.pad_token, spec.file)
        self._separator = (
            _token_id(vocabulary, spec.separator, spec.file) if spec.separator else None
        )
        vocabulary.no_padding()
        vocabulary.enable_truncation(length)
        self._vocabulary = vocabulary

    @classmethod
    def open(cls, directory: ModelDirectory, length: int | None = None) -> Tokenizer:
        """Parse the tokenizer file. length: the context length where the directory's is not meant.

        Raises ModelDirectoryError where the file does not parse or lacks the padding token.
        """
        spec = directory.tokenizer
        return cls(spec, _parse(spec.file), length or directory.spec.context_length)

    def encode(self, texts: Sequence[str], *, dynamic: bool = False) -> Tokens:
        """Token ids of texts, padded to `length`, or to the longest of them where dynamic.

        Raises ModelDirectoryError where the tokenizer has no tokens for them.
        """
        rows = [self._ids(text) for text in texts]
        width = max(1, *map(len, rows)) if dynamic and rows else self.length
        ids = np.full((len(rows), width), self._pad, np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        if self._separator is not None:
            ids[ids == self._separator] = 0
        return Tokens(ids, mask)

    def largest_id(self) -> int:
        """The largest id of a word, leaving out added tokens, which no ordinary text contains."""
        words = self._vocabulary.get_vocab(with_added_tokens=False)
        added = {token.content for token in self._vocabulary.get_added_tokens_decoder().values()}
        return max((number for word, number in words.items() if word not in added), default=0)

    def _ids(self, text: str) -> list[int]:
        cleaned = clean(text, self._spec.clean)
        with _in_our_words(self._spec.file, f"cannot encode {cleaned!r}"):
            # One by one: encode_batch would start a thread pool of its own.
            return list(self._vocabulary.encode(cleaned).ids)[: self.length]


def clean(text: str, how: Cleaning) -> str:
    """A text as its model was trained on it.

    "none" leaves it to the tokenizer, as transformers does. The others are open_clip's: first what
    encodings, typography and web pages did to the text is undone, then white space is gathered;
    "canonicalize" takes punctuation away as well.

    Halves of surrogate pairs, which a tokenizer cannot take, are replaced.
    """
    if how != "none":
        text = _mended(text)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if how == "none":
        return text
    if how == "canonicalize":
        text = text.translate(_CANONICAL)
    if how != "whitespace":
        text = text.lower()
    return " ".join(text.split())


def _mended(text: str) -> str:
    import ftfy  # takes its time to import

    return html.unescape(html.unescape(ftfy.fix_text(text)))


def _parse(file: Path) -> Vocabulary:
    from tokenizers import Tokenizer as Vocabulary  # takes its time to import

    require_file(file)
    with _in_our_words(file, "is not a tokenizer"):
        return Vocabulary.from_file(str(file))


@contextmanager
def _in_our_words(file: Path, finding: str) -> Generator[None]:
    """Raise whatever the tokenizers library raises as a ModelDirectoryError."""
    try:
        yield
    except BaseException as error:
        # A panic of the library, which is written in Rust, is no Exception and has no public name.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        finding = f"{finding} ({error})"
        raise ModelDirectoryError(finding, path=file, hint=KEEP_WHOLE) from error


def _token_id(vocabulary: Vocabulary, token: str, file: Path) -> int:
    number = vocabulary.token_to_id(token)
    if number is None:
        raise ModelDirectoryError(f"has no token {token!r}", path=file, hint=KEEP_WHOLE)
    return number
