"""Which language code NLLB gets in front of a text, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tokenizers import processors

from photoclip.clip.directory import read_directory
from photoclip.clip.flores import language_and_text
from photoclip.clip.tokenizer import Tokenizer
from photoclip.errors import ModelDirectoryError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

CODES = ("eng_Latn", "deu_Latn", "rus_Cyrl")
ENGLISH, GERMAN, RUSSIAN = 11, 12, 13
START, END, DOG, CAT, UNKNOWN = 2, 3, 7, 8, 1
KNOWN = {
    *("eng_Latn", "deu_Latn", "fra_Latn", "pol_Latn", "tur_Latn", "spa_Latn", "vie_Latn"),
    *("rus_Cyrl", "ukr_Cyrl", "arb_Arab", "pes_Arab", "urd_Arab", "ell_Grek", "heb_Hebr"),
    *("zho_Hans", "zho_Hant", "jpn_Jpan", "kor_Hang", "hin_Deva", "tha_Thai"),
}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a dog on the beach", "eng_Latn"),
        ("", "eng_Latn"),
        ("2024 !!", "eng_Latn"),
        ("Hund am grünen Fluß", "deu_Latn"),
        ("chien à côté de la mer", "fra_Latn"),
        ("pies na plaży, łódź", "pol_Latn"),
        ("ağaç altında köpek", "tur_Latn"),
        ("niño en la playa", "spa_Latn"),
        ("собака на пляже", "rus_Cyrl"),
        ("собака на пляжі з їжаком", "ukr_Cyrl"),
        ("كلب على الشاطئ", "arb_Arab"),
        ("سگ در ساحل پرچم", "pes_Arab"),
        ("σκύλος στην παραλία", "ell_Grek"),
        ("海滩上的狗", "zho_Hans"),
        ("海灘上的狗與貓", "zho_Hant"),
        ("海辺の犬", "jpn_Jpan"),
        ("해변의 개", "kor_Hang"),
        ("समुद्र तट पर कुत्ता", "hin_Deva"),
        ("Москва зимой in winter", "rus_Cyrl"),
        # Known to Unicode, not to this tokenizer.
        ("ძაღლი", "eng_Latn"),
    ],
)
def test_the_script_and_telling_letters_decide(text: str, code: str) -> None:
    assert language_and_text(text, KNOWN, "eng_Latn") == (code, text)


def test_a_person_may_write_the_code() -> None:
    assert language_and_text(" deu_Latn  Hund", KNOWN, "eng_Latn") == ("deu_Latn", "Hund")
    assert language_and_text("xyz_Latn Hund", KNOWN, "eng_Latn")[1] == "xyz_Latn Hund"


@pytest.fixture
def nllb(workshop: Workshop) -> Path:
    """A model whose tokenizer knows languages and is saved for English, as NLLB's is."""
    path = workshop.make(words_in_graph=20)
    stored = workshop.tokenizer()
    stored.add_special_tokens(list(CODES))
    stored.post_processor = processors.TemplateProcessing(
        single="eng_Latn $A [SEP]", special_tokens=[("eng_Latn", ENGLISH), ("[SEP]", END)]
    )
    stored.save(str(path / "textual" / "tokenizer.json"))
    return path


def ids(path: Path, *texts: str) -> list[list[int]]:
    opened = Tokenizer.open(read_directory(path))
    return [[n for n in row if n] for row in opened.encode(texts).ids.tolist()]


def test_the_tokenizers_own_language_makes_way(nllb: Path) -> None:
    assert ids(nllb, "dog", "собака", "deu_Latn cat") == [
        [ENGLISH, DOG, END],
        [RUSSIAN, UNKNOWN, END],
        [GERMAN, CAT, END],
    ]
    assert "a FLORES language code in front (eng_Latn if in doubt)" in " ".join(
        read_directory(nllb).recognised
    )


def test_without_one_of_its_own_the_code_goes_before_the_text(
    workshop: Workshop, nllb: Path
) -> None:
    stored = workshop.tokenizer()
    stored.add_special_tokens(list(CODES))
    stored.save(str(nllb / "textual" / "tokenizer.json"))
    assert ids(nllb, "dog", "собака dog") == [
        [START, ENGLISH, DOG, END],
        [START, RUSSIAN, UNKNOWN, DOG, END],
    ]


def test_the_settings_may_name_the_language(workshop: Workshop, nllb: Path) -> None:
    text = {"context_length": 10, "tokenizer_kwargs": {"language": "deu_Latn"}}
    workshop.edit(nllb / "config.json", text_cfg=text)
    assert ids(nllb, "dog") == [[GERMAN, DOG, END]]
    text["tokenizer_kwargs"] = {"language": "xyz_Latn"}
    workshop.edit(nllb / "config.json", text_cfg=text)
    with pytest.raises(ModelDirectoryError, match="has no token 'xyz_Latn' for a language"):
        ids(nllb, "dog")


def test_long_texts_keep_language_and_end(nllb: Path) -> None:
    assert ids(nllb, "dog " * 30) == [[ENGLISH, *[DOG] * 8, END]]


def test_other_tokenizers_get_no_code(workshop: Workshop) -> None:
    path = workshop.make()
    assert read_directory(path).tokenizer.language == ""
    assert ids(path, "dog") == [[START, DOG, END]]
