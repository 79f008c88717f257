"""Small tokenizers of every kind, learned on the spot, stored as transformers stores them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.export.corpus import TEXTS

# Long runs of one word would only slow learning down.
_CORPUS = [text[:200] for text in TEXTS if text.strip()] * 3


def clip(folder: Path) -> Any:
    """CLIP's own byte pairs, of which open_clip carries the list."""
    from open_clip.tokenizer import SimpleTokenizer
    from transformers import CLIPTokenizer

    words = SimpleTokenizer()
    rename = {"<start_of_text>": "<|startoftext|>", "<end_of_text>": "<|endoftext|>"}
    vocabulary = {rename.get(word, word): number for word, number in words.encoder.items()}
    merges = list(words.bpe_ranks)
    return _saved(CLIPTokenizer(vocab=vocabulary, merges=merges, model_max_length=77), folder)


def bert(folder: Path, *, lowercase: bool = True) -> Any:
    """WordPiece, as ALIGN, BLIP, ChineseCLIP and CLIPA have it."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import BertTokenizer

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    learner = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    learner.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    learner.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(vocab_size=600, special_tokens=special)
    learner.train_from_iterator(_CORPUS, trainer)
    words = sorted(learner.get_vocab().items(), key=lambda item: item[1])
    vocabulary = {word: number for number, (word, _) in enumerate(words)}
    return _saved(
        BertTokenizer(vocab=vocabulary, do_lower_case=lowercase, model_max_length=512), folder
    )


def sentencepiece(folder: Path, **options: Any) -> Path:
    """A sentencepiece model; returns its file."""
    import sentencepiece as spm

    folder.mkdir(parents=True, exist_ok=True)
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(_CORPUS),
        model_prefix=str(folder / "spiece"),
        vocab_size=420,
        hard_vocab_limit=False,
        character_coverage=0.98,
        minloglevel=2,
        **options,
    )
    return folder / "spiece.model"


def siglip(folder: Path) -> Any:
    """Unigram, in the form that transformers' SigLIP has: a sentencepiece file alone."""
    from transformers import SiglipTokenizer

    options = {"unk_id": 2, "eos_id": 1, "pad_id": 0, "bos_id": -1}
    file = sentencepiece(folder, model_type="unigram", **options)
    # Published ones name no mask, because SigLIP learned with its padding in view.
    made = SiglipTokenizer(
        vocab_file=str(file), model_max_length=64, model_input_names=["input_ids"]
    )
    return _saved(made, folder)


def t5(folder: Path) -> Any:
    """Unigram, in the form that open_clip's SigLIP has."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import T5Tokenizer

    special = ["<pad>", "</s>", "<unk>"]
    learner = Tokenizer(models.Unigram())
    learner.normalizer = normalizers.Nmt()
    learner.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=400, special_tokens=special, unk_token="<unk>")
    learner.train_from_iterator(_CORPUS, trainer)
    pieces = _pieces(learner)
    return _saved(T5Tokenizer(vocab=pieces, extra_ids=0, model_max_length=64), folder)


def gemma(folder: Path, **options: Any) -> Any:
    """Byte pairs over SentencePiece's blanks with bytes to fall back on, as SigLIP 2 has them."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import GemmaTokenizer

    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>"]
    learner = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
    learner.normalizer = normalizers.Replace(" ", "▁")
    learner.pre_tokenizer = pre_tokenizers.Split("▁", "merged_with_next")
    bytes_ = [f"<0x{number:02X}>" for number in range(256)]
    trainer = trainers.BpeTrainer(vocab_size=800, special_tokens=special + bytes_)
    learner.train_from_iterator(_CORPUS, trainer)
    state = json.loads(learner.to_str())["model"]
    made = GemmaTokenizer(
        vocab=state["vocab"],
        merges=[tuple(pair) for pair in state["merges"]],
        padding_side="right",
        add_bos_token=False,
        add_eos_token=True,
        model_max_length=64,
        **options,
    )
    return _saved(made, folder)


def siglip2(folder: Path) -> Any:
    """The same, lower-cased, in the form that transformers' SigLIP 2 has."""
    from tokenizers import processors
    from transformers import Siglip2Tokenizer

    plain = gemma(folder / "plain")
    state = json.loads(plain.backend_tokenizer.to_str())["model"]
    made = Siglip2Tokenizer(
        vocab=state["vocab"],
        merges=[tuple(pair) for pair in state["merges"]],
        padding_side="right",
        model_max_length=64,
        model_input_names=["input_ids"],
    )
    made.backend_tokenizer.post_processor = processors.TemplateProcessing(
        single="$A <eos>", special_tokens=[("<eos>", made.eos_token_id)]
    )
    return _saved(made, folder)


def xlm_roberta(folder: Path) -> Any:
    """Unigram with XLM-R's special tokens."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import XLMRobertaTokenizer

    special = ["<s>", "<pad>", "</s>", "<unk>"]
    learner = Tokenizer(models.Unigram())
    learner.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=400, special_tokens=special, unk_token="<unk>")
    learner.train_from_iterator(_CORPUS, trainer)
    return _saved(XLMRobertaTokenizer(vocab=_pieces(learner), model_max_length=512), folder)


def nllb(folder: Path) -> Any:
    """Byte pairs with a language code in front."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import NllbTokenizer

    special = ["<s>", "<pad>", "</s>", "<unk>"]
    learner = Tokenizer(models.BPE(unk_token="<unk>"))
    learner.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=500, special_tokens=special)
    learner.train_from_iterator(_CORPUS, trainer)
    state = json.loads(learner.to_str())["model"]
    made = NllbTokenizer(
        vocab=state["vocab"],
        merges=[tuple(pair) for pair in state["merges"]],
        src_lang="eng_Latn",
        model_max_length=512,
    )
    return _saved(made, folder)


def _pieces(learner: Any) -> list[tuple[str, float]]:
    state = json.loads(learner.to_str())["model"]
    return [(piece, score) for piece, score in state["vocab"]]


def _saved(tokenizer: Any, folder: Path) -> Any:
    """As it comes back from disk, which is what an export gets."""
    from transformers import AutoTokenizer

    tokenizer.save_pretrained(str(folder))
    return AutoTokenizer.from_pretrained(str(folder))
