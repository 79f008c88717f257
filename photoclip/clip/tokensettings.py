"""Settings of tokenizers as transformers saves them, in tokenizer_config.json and beside it."""

from __future__ import annotations

import mmap
from pathlib import Path

from photoclip.clip.files import require_file
from photoclip.clip.jsonfile import JsonTable
from photoclip.errors import ModelDirectoryError

DEFAULT_LANGUAGE = "eng_Latn"
LARGEST_CONTEXT = 65_536
SPECIAL_TOKENS = "special_tokens_map.json"
# Of tokenizers that were made for one model; others say nothing of its languages.
_LANGUAGES = {
    "CLIPTokenizer": ("en",),
    "XLMRoberta": ("*",),
    "Nllb": ("*",),
    "Gemma": ("*",),
    "Siglip2": ("*",),
}


def languages_of(tokenizer_class: str) -> tuple[str, ...]:
    """The languages of models with this kind of tokenizer, "*" for many; empty if unknown."""
    for word, languages in _LANGUAGES.items():
        if tokenizer_class.startswith(word):
            return languages
    return ()


def special_token(table: JsonTable, name: str) -> str:
    """A special token, which is written as a text or as an object with its content."""
    if isinstance(table.value(name), dict):
        return table.table(name).text("content")
    return table.text(name)


def padding_token(settings: JsonTable, tokenizer: Path) -> tuple[str, tuple[Path, ...]]:
    """The padding token, and the file that says it where it is none of the two.

    It is in tokenizer_config.json, else in the special_tokens_map.json beside it, else in the
    tokenizer itself. Raises ModelDirectoryError.
    """
    name = "pad_token"
    if name in settings:
        return special_token(settings, name), ()
    file = settings.file.with_name(SPECIAL_TOKENS)
    if file.exists() and name in (tokens := JsonTable.read(file)):
        return special_token(tokens, name), (file,)
    padding = JsonTable.read(tokenizer).table("padding")
    if name not in padding:
        raise settings.error(name, "is missing")
    return padding.text(name), ()


def knows_languages(tokenizer: Path) -> bool:
    """Whether a tokenizer.json has tokens for languages, as NLLB's has.

    Looks for one in its bytes: to parse it takes a second. Raises ModelDirectoryError.
    """
    require_file(tokenizer)
    try:
        with (
            tokenizer.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        ):
            return data.find(f'"{DEFAULT_LANGUAGE}"'.encode()) >= 0
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({error.strerror})", path=tokenizer) from error
