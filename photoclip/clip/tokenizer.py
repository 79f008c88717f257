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

from photoclip.clip.bpe import read_merges
from photoclip.clip.files import KEEP_WHOLE, require_file
from photoclip.clip.flores import CODE, language_and_text
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
        self._languages = _languages(vocabulary, spec)
        vocabulary.no_padding()
        vocabulary.enable_truncation(length)
        self._vocabulary = vocabulary

    @classmethod
    def open(cls, directory: ModelDirectory, length: int | None = None) -> Tokenizer:
        """Parse the tokenizer file. length: the context length where the directory's is not meant.

        Raises ModelDirectoryError where the file does not parse or lacks the padding token.
        """
        spec = directory.tokenizer
        vocabulary = read_merges(spec.file) if spec.kind == "bpe" else _parse(spec.file)
        if spec.lowercase:
            _lower(vocabulary)
        return cls(spec, vocabulary, length or directory.spec.context_length)

    def encode(self, texts: Sequence[str], *, dynamic: bool = False) -> Tokens:
        """Token ids of texts, padded to `length`, or to the longest of them where dynamic.

        Raises ModelDirectoryError where the tokenizer has no tokens for them.
        """
        rows = [self._ids(text) for text in texts]
        width = max(1, *map(len, rows)) if dynamic and rows else self.length
        ids = np.full((len(rows), width), self._pad, np.int64)
        mask = np.full((len(rows), width), self._spec.padding_counts, np.int64)
        for number, row in enumerate(rows):
            place = slice(width - len(row), width) if self._spec.pad_left else slice(len(row))
            ids[number, place] = row
            mask[number, place] = 1
        if self._separator is not None:
            ids[ids == self._separator] = 0
        return Tokens(ids, mask)

    def largest_id(self) -> int:
        """The largest id of a word, leaving out added tokens, which no ordinary text contains."""
        words = self._vocabulary.get_vocab(with_added_tokens=False)
        added = {token.content for token in self._vocabulary.get_added_tokens_decoder().values()}
        return max((number for word, number in words.items() if word not in added), default=0)

    def _ids(self, text: str) -> list[int]:
        if not self._languages:
            return self._encoded(clean(text, self._spec.clean))
        code, text = language_and_text(text, self._languages.keys(), self._spec.language)
        text = clean(text, self._spec.clean)
        ids, language = self._encoded(text), self._languages[code]
        # The tokenizer may put a language of its own at either end, as it was saved.
        places = [at for at in (0, -1) if ids and ids[at] in self._languages.values()]
        if not places:
            return self._encoded(f"{code}{text}")
        ids[places[0]] = language
        return ids

    def _encoded(self, cleaned: str) -> list[int]:
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


def _lower(vocabulary: Vocabulary) -> None:
    """Put everything in lower case before the tokenizer's own normalisation."""
    from tokenizers import normalizers

    own = [vocabulary.normalizer] if vocabulary.normalizer else []
    vocabulary.normalizer = normalizers.Sequence([normalizers.Lowercase(), *own])


def _languages(vocabulary: Vocabulary, spec: TokenizerSpec) -> dict[str, int]:
    """The tokenizer's tokens for languages by their FLORES codes; none where it is not asked."""
    if not spec.language:
        return {}
    added = vocabulary.get_added_tokens_decoder().items()
    codes = {token.content: number for number, token in added if CODE.match(token.content)}
    if spec.language not in codes:
        finding = f"has no token {spec.language!r} for a language"
        raise ModelDirectoryError(finding, path=spec.file, hint=KEEP_WHOLE)
    return codes


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
