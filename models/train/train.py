"""Train the dual encoder on cached activations.

python -m models.train.train --data DATA --work WORK --name best

Writes WORK/best.pt (weights, averaged over the last steps) and prints what dev says after every
few epochs. Nothing is learned from test photos, nor from dev photos without --with-dev 1. Start
with the heads alone; README.md in the folder above has both command lines.
"""

from __future__ import annotations

import dataclasses
import json
import time

import torch
from torch import Tensor, nn
from torch.nn import functional as fn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from models.train.batches import Batch, photo_batches
from models.train.class_texts import PLAIN, TEMPLATES
from models.train.config import Config, parse_config
from models.train.corpus import Corpus, load_corpus
from models.train.dual_encoder import DualEncoder, load_checkpoint, save_checkpoint
from models.train.features import CUT
from models.train.loss import Prototypes, soft_targets, symmetric_info_nce
from models.train.ragged import Ragged
from models.train.text_features import TEXT_CUT
from models.train.text_tower import DIM
from models.train.validate import CLASSES, embed_classes, embed_sentences, validate

REPORT_EVERY = 20  # epochs
LARGEST_GRADIENT = 5.0
LENGTH_GROUPS = 4  # texts of similar length are computed together, for less padding


class Trainer:
    """One run: the encoder, its optimiser and its average."""

    def __init__(self, config: Config, corpus: Corpus, start: DualEncoder | None = None) -> None:
        self.config, self.corpus = config, corpus
        torch.manual_seed(config.seed)
        self.encoder = start or DualEncoder(CUT, torch.zeros(CLASSES, DIM))
        if start is None:
            self._start_heads()
        # Where the text tower is not trained its sentence vectors never change.
        frozen = config.text_rate == 0
        self.table = self._sentence_table() if frozen else {}
        pooled = corpus.pooled[0][corpus.learned].float()
        self.prototypes = Prototypes(pooled, corpus.classifier.weight)
        self.optimizer = torch.optim.AdamW(self._groups(), weight_decay=config.weight_decay)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            [group["lr"] for group in self.optimizer.param_groups],
            total_steps=config.epochs * (len(corpus.learned) // config.batch),
            pct_start=0.15,
        )
        average = get_ema_multi_avg_fn(config.average)  # type: ignore[no-untyped-call]
        self.average = AveragedModel(self.encoder, multi_avg_fn=average)

    def run(self) -> DualEncoder:
        """Train, and give the averaged encoder."""
        started = time.monotonic()
        for epoch in range(1, self.config.epochs + 1):
            self.encoder.eval()
            # The texts' embeddings move slowly, so one bank serves an epoch.
            self.bank = embed_classes(self.encoder, self.corpus.classes, range(1))
            # Only heads change mode: batch statistics of so few photos are worse than ImageNet's.
            self.encoder.image_head.train()
            self.encoder.text_head.train()
            batches = photo_batches(self.corpus, self.config)
            losses = [self.step(batch) for batch in batches]
            passed, loss = time.monotonic() - started, sum(losses) / len(losses)
            print(f"{epoch} {passed:.0f}s loss {loss:.3f}", flush=True)
            if epoch % REPORT_EVERY == 0 or epoch == self.config.epochs:
                trained = self.config.image_rate > 0
                report = validate(self._averaged(), self.corpus, self.corpus.dev, trained)
                print(report, flush=True)
        return self._averaged()

    def step(self, batch: Batch) -> float:
        """One step of the optimiser; gives the loss."""
        config = self.config
        classes = torch.randperm(CLASSES)[: config.classes]
        made = self.prototypes.draw(classes)
        features = torch.cat([self._features(batch), made])
        logits = self.encoder.backbone.classifier(features)
        images = self.encoder.image_head(features, logits, config.image_dropout)
        named = torch.randint(len(TEMPLATES), classes.shape) * CLASSES + classes
        captions = self._sentences(self.corpus.captions, batch.captions)
        sentences = torch.cat([captions, self._sentences(self.corpus.classes, named)])
        texts = self.encoder.text_head(sentences, config.head_dropout)
        targets = soft_targets(texts.detach(), config.soft)
        loss = symmetric_info_nce(images, texts, self.encoder.scale, targets)
        loss = loss + self._teacher_loss(torch.cat([batch.pooled, made]), logits, images)
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.encoder.parameters(), LARGEST_GRADIENT)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.encoder)
        return float(loss.detach())

    def _teacher_loss(self, unchanged: Tensor, logits: Tensor, images: Tensor) -> Tensor:
        """Distance of logits and of embeddings from what the unchanged network says."""
        told = self.corpus.classifier(unchanged).softmax(dim=1)
        kept = fn.kl_div(logits.log_softmax(dim=1), told, reduction="batchmean")
        named = fn.cross_entropy(self.encoder.scale * images @ self.bank.T, told)
        return self.config.distil * kept + self.config.agree * named

    def _features(self, batch: Batch) -> Tensor:
        if self.config.image_rate == 0:
            return batch.pooled
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.encoder.backbone.tail(batch.maps).float()

    def _sentences(self, texts: Ragged, rows: Tensor) -> Tensor:
        """Sentence vectors (n, dim) of cached texts, some of their words hidden."""
        if self.table:
            return self.table[id(texts)][rows]
        config, order = self.config, torch.argsort(texts.lengths[rows])
        parts = []
        for places in order.tensor_split(LENGTH_GROUPS):
            lower, mask = texts.padded(rows[places])
            shown = torch.rand(mask.shape) >= config.word_dropout
            shown[:, 0] = True  # BERT's first token, so that no text is left empty
            lower = fn.dropout(lower, config.text_dropout)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                part = self.encoder.text_tower.upper(lower, mask & shown, TEXT_CUT)
            parts.append(part.float())
        return torch.cat(parts)[torch.argsort(order)]

    @torch.no_grad()
    def _sentence_table(self) -> dict[int, Tensor]:
        """The sentence vectors of every caption and of every class prompt."""
        tower = self.encoder.text_tower.eval()
        both = (self.corpus.captions, self.corpus.classes)
        return {
            id(texts): embed_sentences(tower, texts, torch.arange(len(texts.lengths)))
            for texts in both
        }

    def _averaged(self) -> DualEncoder:
        encoder = self.average.module
        assert isinstance(encoder, DualEncoder)
        return encoder.eval()

    def _start_heads(self) -> None:
        pooled = self.corpus.pooled[0][self.corpus.learned].float()
        head = self.encoder.image_head
        head.mean.copy_(pooled.mean(dim=0))
        head.std.copy_(pooled.std(dim=0) + 1e-3)
        named = embed_classes(self.encoder.eval(), self.corpus.classes, range(PLAIN))
        head.classes.data.copy_(named)

    def _groups(self) -> list[dict[str, object]]:
        encoder, config = self.encoder, self.config
        tail = nn.ModuleList([*encoder.backbone.blocks[CUT:], encoder.backbone.conv_head])
        upper = encoder.text_tower.layers[TEXT_CUT:]
        heads = nn.ModuleList([encoder.image_head, encoder.text_head])
        encoder.requires_grad_(False)
        encoder.log_scale.requires_grad_()
        groups: list[dict[str, object]] = [
            {"params": [encoder.log_scale], "lr": config.head_rate, "weight_decay": 0.0}
        ]
        rates = (config.head_rate, config.image_rate, config.text_rate)
        for module, rate in zip((heads, tail, upper), rates, strict=True):
            if rate > 0:
                module.requires_grad_()
                groups.append({"params": list(module.parameters()), "lr": rate})
        return groups


def main() -> None:
    paths, config = parse_config()
    print(json.dumps(dataclasses.asdict(config)), flush=True)
    corpus = load_corpus(paths.data, paths.work, config.views, bool(config.with_dev))
    start = load_checkpoint(paths.start) if paths.start else None
    encoder = Trainer(config, corpus, start).run()
    save_checkpoint(paths.work / f"{paths.name}.pt", encoder)


if __name__ == "__main__":
    main()
