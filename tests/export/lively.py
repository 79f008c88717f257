"""Random weights with which different inputs get different vectors.

Freshly made networks give nearly the same vector for everything, so that nothing could be told
from comparing them.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


def enliven(model: Any, seed: int = 0) -> Any:
    """Give a model other random weights, also where libraries start with zeros and ones."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.dim() == 0 or weight.numel() == 1:
                continue  # scales and biases of logits
            weight.copy_(_values(name, weight, generator))
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                shape = module.running_var.shape
                module.running_var.copy_(torch.rand(shape, generator=generator) + 0.5)
                module.running_mean.copy_(torch.randn(shape, generator=generator) * 0.2)
    return model.eval()


def _values(name: str, weight: Any, generator: torch.Generator) -> torch.Tensor:
    noise = torch.randn(weight.shape, generator=generator)
    if weight.dim() == 1:
        return 1 + 0.2 * noise if name.endswith("weight") else 0.2 * noise
    if "embed" in name or "query_tokens" in name or "position" in name:
        return noise * 0.7
    fan_in = weight[0].numel()
    return noise * 1.6 / fan_in**0.5
