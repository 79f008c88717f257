"""Small models with random weights, in folders as the two libraries store them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.export import references, vocabularies
from tests.export.lively import enliven

VISION = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2}
VISION |= {"num_attention_heads": 4, "image_size": 64, "patch_size": 16}
TEXT = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2}
TEXT |= {"num_attention_heads": 4}
SIDES = {"height": 64, "width": 64}


@dataclass(frozen=True)
class Original:
    """A stored model. arguments: of models.export, without the folder to write."""

    arguments: tuple[str, ...]
    reference: references.Reference


Make = Callable[[Path], Original]


def clip(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.clip(folder)
    text = TEXT | {"vocab_size": len(words), "max_position_embeddings": 77, "eos_token_id": 49407}
    config = t.CLIPConfig(text_config=text, vision_config=VISION, projection_dim=48)
    pictures = t.CLIPImageProcessorPil(size={"shortest_edge": 64}, crop_size=SIDES)
    return _stored(folder, t.CLIPModel(config), pictures, 77)


def siglip(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.siglip(folder)
    text = TEXT | {"vocab_size": len(words), "max_position_embeddings": 64}
    text |= {"projection_size": 64}
    config = t.SiglipConfig(text_config=text, vision_config=VISION)
    return _stored(folder, t.SiglipModel(config), t.SiglipImageProcessorPil(size=SIDES), 64)


def siglip2(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.siglip2(folder)
    text = TEXT | {"vocab_size": len(words), "max_position_embeddings": 64}
    text |= {"projection_size": 64}
    vision = {key: value for key, value in VISION.items() if key != "image_size"}
    config = t.Siglip2Config(text_config=text, vision_config=vision | {"num_patches": 16})
    pictures = t.Siglip2ImageProcessorPil(patch_size=16, max_num_patches=16)
    return _stored(folder, t.Siglip2Model(config), pictures, 64, references.Siglip2)


def align(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.bert(folder)
    text = TEXT | {"vocab_size": len(words), "max_position_embeddings": 512}
    vision = {"image_size": 289, "width_coefficient": 0.25, "depth_coefficient": 0.1}
    vision |= {"hidden_dim": 1280}
    config = t.AlignConfig(
        text_config=text, vision_config=vision, projection_dim=80, temperature_init_value=0.05
    )
    # As the published model's is: squashed to 346, the centre of 289, values from -1 to 1.
    pictures = t.EfficientNetImageProcessorPil(
        resample=2,
        do_center_crop=True,
        rescale_factor=1 / 127.5,
        rescale_offset=True,
        do_normalize=False,
        include_top=False,
    )
    return _stored(folder, t.AlignModel(config), pictures, 64)


def blip(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.bert(folder)
    text = TEXT | {"vocab_size": len(words), "encoder_hidden_size": 64}
    text |= {"max_position_embeddings": 80, "bos_token_id": 2, "sep_token_id": 3}
    config = t.BlipConfig(text_config=text, vision_config=VISION, image_text_hidden_size=40)
    model = t.BlipForImageTextRetrieval(config)
    return _stored(folder, model, t.BlipImageProcessorPil(size=SIDES), 80, references.Blip)


def blip2(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.bert(folder)
    former = TEXT | {"vocab_size": len(words), "encoder_hidden_size": 64}
    former |= {"max_position_embeddings": 80, "use_qformer_text_input": True}
    config = t.Blip2Config(
        vision_config=VISION, qformer_config=former, num_query_tokens=8, image_text_hidden_size=40
    )
    config.image_token_index = None
    model = t.Blip2ForImageTextRetrieval(config)
    return _stored(folder, model, t.BlipImageProcessorPil(size=SIDES), 80, references.Blip2)


def chinese_clip(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.bert(folder)
    text = TEXT | {"vocab_size": len(words), "max_position_embeddings": 64}
    config = t.ChineseCLIPConfig(text_config=text, vision_config=VISION, projection_dim=48)
    pictures = t.ChineseCLIPImageProcessorPil(size={"shortest_edge": 64}, crop_size=SIDES)
    return _stored(folder, t.ChineseCLIPModel(config), pictures, 64)


def _stored(
    folder: Path,
    model: Any,
    pictures: Any,
    length: int,
    reference: type[references.Transformers] = references.Transformers,
) -> Original:
    enliven(model).save_pretrained(str(folder))
    pictures.save_pretrained(str(folder))
    made = reference(folder, type(model).__name__, length)
    return Original(("transformers", str(folder)), made)


# open_clip's. Its transformers are written with a width and heads of 64.
VIT = {"image_size": 64, "layers": 2, "width": 64, "head_width": 16, "patch_size": 16}
WORDS = {"context_length": 77, "vocab_size": 49408, "width": 64, "heads": 4, "layers": 2}
SIGLIP_WORDS = {
    "context_length": 64,
    "width": 64,
    "heads": 4,
    "layers": 2,
    "no_causal_mask": True,
    "proj_bias": True,
    "pool_type": "last",
    "norm_kwargs": {"eps": 1e-6},
    "tokenizer_kwargs": {"clean": "canonicalize"},
}
SIGLIP_VIT = {"image_size": 160, "timm_model_name": "test_vit", "timm_model_pretrained": False}
SIGLIP_VIT |= {"timm_pool": "map", "timm_proj": "none"}
HALVES = {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic", "resize_mode": "squash"}


def vit(folder: Path) -> Original:
    return _open_clip(folder, {"embed_dim": 48, "vision_cfg": VIT, "text_cfg": WORDS})


def vit_quick_gelu(folder: Path) -> Original:
    """OpenAI's own, of the shape of a picture that is not square."""
    vision = VIT | {"image_size": [64, 96]}
    config = {"embed_dim": 48, "quick_gelu": True, "vision_cfg": vision, "text_cfg": WORDS}
    return _open_clip(folder, config)


def resnet(folder: Path) -> Original:
    vision = {"image_size": 64, "layers": [1, 1, 1, 1], "width": 16, "patch_size": None}
    return _open_clip(folder, {"embed_dim": 64, "vision_cfg": vision, "text_cfg": WORDS})


def open_siglip(folder: Path) -> Original:
    words = len(vocabularies.t5(folder))
    config = {"embed_dim": 64, "init_logit_bias": -10, "custom_text": True}
    text = SIGLIP_WORDS | {"vocab_size": words, "hf_tokenizer_name": str(folder)}
    return _open_clip(folder, config | {"vision_cfg": SIGLIP_VIT, "text_cfg": text}, HALVES)


def open_siglip2(folder: Path) -> Original:
    words = len(vocabularies.gemma(folder))
    config = {"embed_dim": 64, "init_logit_bias": -10, "custom_text": True}
    text = SIGLIP_WORDS | {"vocab_size": words, "hf_tokenizer_name": str(folder)}
    text |= {"act_kwargs": {"approximate": "tanh"}}
    return _open_clip(folder, config | {"vision_cfg": SIGLIP_VIT, "text_cfg": text}, HALVES)


def mobileclip(folder: Path) -> Original:
    vision = {"image_size": 96, "timm_model_name": "fastvit_t8", "timm_model_pretrained": False}
    vision |= {"timm_pool": "avg", "timm_proj": None}
    text = WORDS | {"no_causal_mask": True}
    preprocess = {"mean": [0.0] * 3, "std": [1.0] * 3, "interpolation": "bilinear"}
    config = {"embed_dim": 48, "custom_text": True, "vision_cfg": vision, "text_cfg": text}
    return _open_clip(folder, config, preprocess)


def clipa(folder: Path) -> Original:
    words = len(vocabularies.bert(folder))
    text = {"context_length": 32, "vocab_size": words, "width": 64, "heads": 4, "layers": 2}
    text |= {"hf_tokenizer_name": str(folder), "tokenizer_kwargs": {"strip_sep_token": True}}
    text |= {"pool_type": "last", "no_causal_mask": True}
    vision = VIT | {"no_ln_pre": True, "pool_type": "avg", "final_ln_after_pool": True}
    preprocess = {"interpolation": "bilinear", "resize_mode": "squash"}
    return _open_clip(folder, {"embed_dim": 48, "vision_cfg": vision, "text_cfg": text}, preprocess)


def xlm_roberta(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.xlm_roberta(folder)
    sizes = TEXT | {"vocab_size": len(words), "max_position_embeddings": 100, "pad_token_id": 1}
    return _with_hf_text(folder, t.XLMRobertaConfig(**sizes), "mean_pooler")


def nllb(folder: Path) -> Original:
    import transformers as t

    words = vocabularies.nllb(folder)
    config = t.M2M100Config(
        vocab_size=len(words),
        d_model=64,
        encoder_layers=2,
        encoder_ffn_dim=128,
        encoder_attention_heads=4,
        decoder_layers=1,
        decoder_ffn_dim=32,
        decoder_attention_heads=4,
        max_position_embeddings=100,
    )
    made = _with_hf_text(folder, config, "cls_pooler")
    return Original(made.arguments, references.OpenClipNllb(f"local-dir:{folder}"))


def coca(folder: Path) -> Original:
    vision = VIT | {"attentional_pool": True, "attn_pooler_heads": 4, "output_tokens": True}
    text = WORDS | {"context_length": 76, "embed_cls": True, "output_tokens": True}
    config = {"embed_dim": 64, "vision_cfg": vision, "text_cfg": text, "custom_text": True}
    decoder = {"context_length": 76, "vocab_size": 49408, "width": 64, "heads": 4, "layers": 1}
    decoder |= {"dim_head": 16, "n_queries": 16}
    return _open_clip(folder, config | {"multimodal_cfg": decoder})


def longest(folder: Path) -> Original:
    """Pictures fit in whole, with grey around them."""
    config = {"embed_dim": 48, "vision_cfg": VIT, "text_cfg": WORDS}
    return _open_clip(folder, config, {"resize_mode": "longest", "fill_color": 128})


def _with_hf_text(folder: Path, config: Any, pooler: str) -> Original:
    config.save_pretrained(str(folder))
    text = {"hf_model_name": str(folder), "hf_tokenizer_name": str(folder), "context_length": 77}
    text |= {"hf_proj_type": "mlp", "hf_pooler_type": pooler}
    return _open_clip(folder, {"embed_dim": 48, "vision_cfg": VIT, "text_cfg": text})


def _open_clip(
    folder: Path, config: dict[str, Any], preprocess: dict[str, Any] | None = None
) -> Original:
    import open_clip
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    stored = {"model_cfg": config, "preprocess_cfg": preprocess or {}}
    (folder / "open_clip_config.json").write_text(json.dumps(stored))
    name = f"local-dir:{folder}"
    model = enliven(open_clip.create_model(name, pretrained_text=False))
    torch.save(model.state_dict(), folder / "open_clip_pytorch_model.bin")
    return Original(("open_clip", name), references.OpenClip(name))


TRANSFORMERS: tuple[Make, ...] = (clip, siglip, siglip2, align, blip, blip2, chinese_clip)
OPEN_CLIP: tuple[Make, ...] = (
    vit,
    vit_quick_gelu,
    resnet,
    open_siglip,
    open_siglip2,
    mobileclip,
    clipa,
    xlm_roberta,
    nllb,
    coca,
    longest,
)
