"""Attention in a form that traces to a plain graph, for texts and batches of any size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import linear


@contextmanager
def traceable_attention() -> Iterator[None]:
    """Let nn.MultiheadAttention compute with matrix products while a model is traced.

    Its own code takes the lengths that it is traced with for constants, and has a fast path that
    ONNX does not know.
    """
    original = nn.MultiheadAttention.forward

    def forward(
        self: nn.MultiheadAttention,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        key_padding_mask: Tensor | None = None,
        need_weights: bool = True,
        attn_mask: Tensor | None = None,
        **options: Any,
    ) -> tuple[Tensor, Tensor | None]:
        usual = self._qkv_same_embed_dim and self.bias_k is None and not self.add_zero_attn
        if usual and key_padding_mask is None and not need_weights:
            return _attend(self, query, key, value, attn_mask), None
        return original(
            self, query, key, value, key_padding_mask, need_weights, attn_mask, **options
        )

    nn.MultiheadAttention.forward = forward  # type: ignore[assignment]
    try:
        yield
    finally:
        nn.MultiheadAttention.forward = original  # type: ignore[method-assign]


def _attend(
    module: nn.MultiheadAttention, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None
) -> Tensor:
    projected = _projected(module, query, key, value)
    if not module.batch_first:
        projected = [part.transpose(0, 1) for part in projected]
    q, k, v = (_heads(part, module.num_heads, module.head_dim) for part in projected)
    scores = (q * module.head_dim**-0.5) @ k.transpose(2, 3)
    if mask is not None:
        scores = _masked(scores, mask)
    mixed = (scores.softmax(dim=-1) @ v).transpose(1, 2)
    result: Tensor = module.out_proj(
        mixed.reshape(mixed.shape[0], mixed.shape[1], module.embed_dim)
    )
    return result if module.batch_first else result.transpose(0, 1)


def _projected(
    module: nn.MultiheadAttention, query: Tensor, key: Tensor, value: Tensor
) -> list[Tensor]:
    if query is key and key is value:
        # One product with the whole matrix, which can be stored in another precision as it is.
        whole = linear(query, module.in_proj_weight, module.in_proj_bias)
        return list(whole.split(module.embed_dim, dim=2))
    weights = module.in_proj_weight.chunk(3)
    biases = (None,) * 3 if module.in_proj_bias is None else module.in_proj_bias.chunk(3)
    parts = zip((query, key, value), weights, biases, strict=True)
    return [linear(part, weight, bias) for part, weight, bias in parts]


def _heads(rows: Tensor, count: int, width: int) -> Tensor:
    """(n, length, width of all) to (n, heads, length, width of one)"""
    return rows.reshape(rows.shape[0], rows.shape[1], count, width).transpose(1, 2)


def _masked(scores: Tensor, mask: Tensor) -> Tensor:
    if mask.dim() == 3:  # (n * heads, length, length)
        mask = mask.reshape(scores.shape)
    return scores.masked_fill(mask, -torch.inf) if mask.dtype == torch.bool else scores + mask
