"""What the original libraries make of pictures and texts; nothing of photoclip's own is used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch.nn.functional import normalize

Rows = NDArray[np.float32]


class Reference(Protocol):
    """pixels: (3, height, width) of a picture. images, texts: (n, dim) unit vectors. tokens:
    (n, length) ids, padded to full length."""

    def pixels(self, picture: Image.Image) -> Rows: ...
    def images(self, pixels: Rows) -> Rows: ...
    def tokens(self, texts: Sequence[str]) -> NDArray[np.int64]: ...
    def texts(self, texts: Sequence[str]) -> Rows: ...


class OpenClip:
    """open_clip, with a model in a folder, or one of its architectures with weights in a file."""

    def __init__(self, name: str, weights: Path | None = None, **options: Any) -> None:
        import open_clip

        made = open_clip.create_model_and_transforms(
            name, pretrained=str(weights) if weights else None, pretrained_text=False, **options
        )
        self.model, self.transform = made[0].eval(), made[2]
        self.words = open_clip.get_tokenizer(name)

    def pixels(self, picture: Image.Image) -> Rows:
        return self.transform(picture).numpy()

    def images(self, pixels: Rows) -> Rows:
        with torch.no_grad():
            return self.model.encode_image(torch.from_numpy(pixels), normalize=True).numpy()

    def tokens(self, texts: Sequence[str]) -> NDArray[np.int64]:
        return self.words(list(texts)).numpy()

    def texts(self, texts: Sequence[str]) -> Rows:
        with torch.no_grad():
            tokens = torch.from_numpy(self.tokens(texts))
            return self.model.encode_text(tokens, normalize=True).numpy()


class OpenClipNllb(OpenClip):
    """open_clip takes every text for English unless it is told the language; photoclip tells it."""

    def tokens(self, texts: Sequence[str]) -> NDArray[np.int64]:
        from photoclip.clip.flores import language_and_text

        rows = []
        for text in texts:
            inner = self.words.tokenizer
            known = inner.get_added_vocab().keys()
            inner.src_lang, rest = language_and_text(text, known, "eng_Latn")
            rows.append(self.words([rest]).numpy())
        return np.concatenate(rows)


class Transformers:
    """transformers, with a model in a folder. length: of texts in tokens."""

    def __init__(self, folder: Path, model: str, length: int) -> None:
        import transformers

        self.model = getattr(transformers, model).from_pretrained(str(folder)).eval()
        self.words = transformers.AutoTokenizer.from_pretrained(str(folder))
        self.pictures = transformers.AutoImageProcessor.from_pretrained(str(folder), backend="pil")
        self.length = length

    def pixels(self, picture: Image.Image) -> Rows:
        return self.pictures(images=picture, return_tensors="np")["pixel_values"][0]

    def images(self, pixels: Rows) -> Rows:
        with torch.no_grad():
            return self.embedded_images(torch.from_numpy(np.asarray(pixels, np.float32)))

    def tokens(self, texts: Sequence[str]) -> NDArray[np.int64]:
        return self.encoded(texts)["input_ids"].numpy()

    def texts(self, texts: Sequence[str]) -> Rows:
        with torch.no_grad():
            return self.embedded_texts(self.encoded(texts))

    def encoded(self, texts: Sequence[str]) -> Any:
        return self.words(
            list(texts),
            padding="max_length",
            truncation=True,
            max_length=self.length,
            return_tensors="pt",
        )

    def embedded_images(self, pixels: torch.Tensor) -> Rows:
        return unit(self.model.get_image_features(pixel_values=pixels).pooler_output)

    def embedded_texts(self, tokens: Any) -> Rows:
        return unit(self.model.get_text_features(**tokens).pooler_output)


class Siglip2(Transformers):
    """Its processor keeps the aspect, so pictures are squashed before it sees them."""

    side = 64

    def pixels(self, picture: Image.Image) -> Rows:
        method = Image.Resampling(self.pictures.resample)
        square = picture.convert("RGB").resize((self.side, self.side), method)
        return (np.asarray(square, np.float32).transpose(2, 0, 1) / 255 - 0.5) / 0.5

    def embedded_images(self, pixels: torch.Tensor) -> Rows:
        values = ((pixels * 0.5 + 0.5) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
        squares = [Image.fromarray(one) for one in values]
        patches = self.model.config.vision_config.num_patches
        batch = self.pictures(images=squares, max_num_patches=patches, return_tensors="pt")
        return unit(self.model.get_image_features(**batch).pooler_output)


class Blip(Transformers):
    """The contrastive heads of a model for retrieval; its forward pass gives their products."""

    def embedded_images(self, pixels: torch.Tensor) -> Rows:
        outputs = self.forward(pixels, self.encoded(["a dog"]))
        return unit(self.model.vision_proj(outputs.last_hidden_state[:, 0]))

    def embedded_texts(self, tokens: Any) -> Rows:
        outputs = self.forward(torch.zeros(1, 3, 64, 64), tokens)
        return unit(self.model.text_proj(outputs.question_embeds[:, 0]))

    def scores(self, pixels: Rows, texts: Sequence[str]) -> Rows:
        with torch.no_grad():
            return self.forward(torch.from_numpy(pixels), self.encoded(texts)).itm_score.numpy()

    def forward(self, pixels: torch.Tensor, tokens: Any) -> Any:
        ids, mask = tokens["input_ids"], tokens["attention_mask"]
        return self.model(
            input_ids=ids, attention_mask=mask, pixel_values=pixels, use_itm_head=False
        )


class Blip2(Transformers):
    """The mean of what its queries see, as the export has it; `queries` gives each."""

    def embedded_images(self, pixels: torch.Tensor) -> Rows:
        return unit(torch.from_numpy(self.queries(pixels.numpy())).mean(dim=1))

    def queries(self, pixels: Rows) -> Rows:
        """(n, queries, dim) unit vectors"""
        with torch.no_grad():
            return self.forward(
                torch.from_numpy(pixels), self.encoded(["a dog"])
            ).image_embeds.numpy()

    def embedded_texts(self, tokens: Any) -> Rows:
        return self.forward(torch.zeros(1, 3, 64, 64), tokens).text_embeds.numpy()

    def forward(self, pixels: torch.Tensor, tokens: Any) -> Any:
        ids, mask = tokens["input_ids"], tokens["attention_mask"]
        return self.model(pixel_values=pixels, input_ids=ids, attention_mask=mask, return_dict=True)


def unit(features: torch.Tensor) -> Rows:
    return normalize(features.float(), dim=-1).numpy()
