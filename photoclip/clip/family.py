"""What a transformers config.json says of its model's family, and how that takes texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photoclip.clip.files import require_file
from photoclip.clip.graph import TextInput
from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.spec import CLIP_CONTEXT_LENGTH, TokenizerSpec
from photoclip.clip.tokensettings import (
    DEFAULT_LANGUAGE,
    LARGEST_CONTEXT,
    knows_languages,
    padding_token,
)

_LARGEST_DIM = 65_536
_SIGLIP_CONTEXT_LENGTH = 64
# Nobody pads a text further than this; a model that could take more does without padding.
_LONGEST_PADDED = 256
# transformers' default, which a config.json leaves out.
_SIGLIP_DIM = 768


@dataclass(frozen=True, slots=True)
class Tokens:
    """spec, and what was read for it. vocabulary: the tokenizer's kind, "" if unknown."""

    spec: TokenizerSpec
    files: tuple[Path, ...]
    vocabulary: str
    notes: tuple[str, ...]


class Family:
    """A model's family: SigLIP pools without a projection and was trained on padded texts."""

    def __init__(self, config: JsonTable) -> None:
        self._config = config
        self.siglip = "siglip" in config.text("model_type", "").lower()

    def dim(self, *, open_ended: bool) -> int | None:
        """Of the embeddings, None where config.json does not say it.

        open_ended: whether the graphs do not tell, so that defaults count too.
        """
        name = "projection_dim"
        if not self.siglip and name in self._config:
            return self._config.integer(name, least=1, most=_LARGEST_DIM)
        if not open_ended or not self.siglip:
            return None
        vision = self._config.table("vision_config")
        return vision.integer("hidden_size", _SIGLIP_DIM, least=1, most=_LARGEST_DIM)

    def read_tokens(self, path: Path, entry: TextInput) -> Tokens:
        """The tokenizer of the directory. entry: how its graph is fed.

        Raises ModelDirectoryError.
        """
        file = require_file(path / "tokenizer.json")
        settings = _optional(path / "tokenizer_config.json")
        pad_token, further = padding_token(settings, file)
        length = entry.length or self._context_length(settings)
        kind = settings.text("tokenizer_class", "")
        lowercase = self.siglip and any(word in kind for word in ("Gemma", "Siglip2"))
        # Where a mask tells padding from text it does not count, so there need not be any.
        dynamic = not self.siglip and (bool(entry.mask) or length > _LONGEST_PADDED)
        spec = TokenizerSpec(
            file=file,
            pad_token=pad_token,
            context_length=length,
            # transformers leaves texts to the tokenizer, but for what SigLIP was trained on.
            clean="canonicalize" if self.siglip and not lowercase else "none",
            dynamic_length=dynamic,
            lowercase=lowercase,
            padding_counts=self.siglip,
            pad_left=settings.text("padding_side", "right") == "left",
            language=DEFAULT_LANGUAGE if knows_languages(file) else "",
        )
        files = (settings.file,) if settings.file.exists() else ()
        return Tokens(spec, (*files, *further), kind, self._notes(dynamic=dynamic))

    def _context_length(self, settings: JsonTable) -> int:
        """The smallest of what the settings say."""
        text = self._config.table("text_config")
        lengths = [
            int(table.number(name))
            for table, name in ((text, "max_position_embeddings"), (settings, "model_max_length"))
            # A tokenizer without a limit says 1e30.
            if name in table and 2 <= table.number(name) <= LARGEST_CONTEXT
        ]
        return min(lengths, default=_SIGLIP_CONTEXT_LENGTH if self.siglip else CLIP_CONTEXT_LENGTH)

    def _notes(self, *, dynamic: bool) -> tuple[str, ...]:
        if self.siglip:
            return ("texts are padded, as SigLIP was trained on them",)
        return () if dynamic else ("the text graph takes no mask, so texts are padded",)


def _optional(file: Path) -> JsonTable:
    """The settings, empty where there are none."""
    return JsonTable.read(file) if file.exists() else JsonTable({}, file)
