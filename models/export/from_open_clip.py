"""Models of open_clip: any architecture that it knows, with any weights that it can load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.export.exportable import MULTILINGUAL, About, Exportable, ExportError
from models.export.open_clip_parts import exportable

_ENGLISH = ("", "bert-base-uncased", "roberta-base", "timm/ViT-B-16-SigLIP")


def load(
    architecture: str,
    *,
    pretrained: str = "",
    checkpoint: Path | None = None,
    image_size: int | None = None,
    tokenizer: str = "",
    quick_gelu: bool | None = None,
    random: bool = False,
) -> Exportable:
    """Take a model from open_clip.

    architecture: one of open_clip.list_models(), "hf-hub:OWNER/NAME" or "local-dir:FOLDER".
    pretrained: a tag of open_clip's. checkpoint: weights in a file instead, such as those that a
    training with open_clip left. tokenizer: where its tokenizer is, if not where open_clip looks.
    random: leave the weights random. Raises ExportError.
    """
    import open_clip

    config = _config(architecture)
    weights = str(checkpoint) if checkpoint else pretrained
    if not weights and not random and ":" not in architecture:
        known = ", ".join(open_clip.list_pretrained_tags_by_model(architecture)) or "none"
        raise ExportError(f"{architecture} needs --pretrained (known: {known}) or --checkpoint")
    gelu = _quick_gelu(architecture, config, pretrained) if quick_gelu is None else quick_gelu
    options: dict[str, Any] = {} if ":" in architecture else {"quick_gelu": gelu}
    if "multimodal_cfg" in config:  # CoCa's decoder for captions is not used
        options.pop("quick_gelu", None)
    try:
        model = open_clip.create_model(
            architecture,
            pretrained=weights or None,
            force_image_size=image_size,
            pretrained_text=False,
            load_weights=not random,
            **options,
        ).eval()
    except (RuntimeError, ValueError, OSError, KeyError) as error:
        raise ExportError(f"open_clip cannot make {architecture}: {error}") from error
    words = _tokenizer(architecture, config, tokenizer)
    return exportable(model, words, config, _about(architecture, pretrained, checkpoint, config))


def _config(architecture: str) -> dict[str, Any]:
    import open_clip

    try:
        config = open_clip.get_model_config(
            architecture.replace("/", "-") if ":" not in architecture else architecture
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise ExportError(f"open_clip cannot read {architecture}: {error}") from error
    if config is None:
        raise ExportError(
            f"open_clip knows no architecture {architecture}; `python -m models.export open_clip "
            "--list` names them"
        )
    return dict(config)


def _quick_gelu(architecture: str, config: dict[str, Any], pretrained: str) -> bool:
    """OpenAI's weights, and others that say so, were trained with QuickGELU.

    open_clip only warns where an architecture's name does not say it, too.
    """
    import open_clip

    tag = open_clip.get_pretrained_cfg(architecture, pretrained) if pretrained else {}
    return bool(tag.get("quick_gelu", False) if tag else config.get("quick_gelu", False))


def _tokenizer(architecture: str, config: dict[str, Any], place: str) -> Any:
    import open_clip

    text = config["text_cfg"]
    try:
        if not place:
            return open_clip.get_tokenizer(architecture)
        length = text.get("context_length") or 77
        options = text.get("tokenizer_kwargs") or {}
        return open_clip.tokenizer.HFTokenizer(place, context_length=length, **options)
    except (OSError, ValueError) as error:
        raise ExportError(f"the tokenizer cannot be read: {error}; see --tokenizer") from error


def _about(
    architecture: str, pretrained: str, checkpoint: Path | None, config: dict[str, Any]
) -> About:
    name = architecture.rpartition(":")[2].rstrip("/").rpartition("/")[2]
    weights = pretrained or (checkpoint.stem if checkpoint else "")
    words = config["text_cfg"].get("hf_tokenizer_name") or ""
    return About(
        name=f"{name}__{weights}" if weights else name,
        source=f"open_clip {architecture} {weights}".strip(),
        languages=("en",) if words in _ENGLISH else MULTILINGUAL,
    )
