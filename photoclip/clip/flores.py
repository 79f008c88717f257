"""Which language a text is in, by the FLORES-200 codes that NLLB's tokenizer knows.

A query is a few words, too short to tell languages of one script apart by statistics. So the script
decides, and within it letters that one language uses and its neighbours do not. The code may also
be written in front of the text, as in "deu_Latn Hund am Strand".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Set

CODE = re.compile(r"[a-z]{3}_[A-Z][a-z]{3}\Z")
# By the first word of a letter's Unicode name.
_SCRIPTS = {
    "ARABIC": "arb_Arab",
    "ARMENIAN": "hye_Armn",
    "BENGALI": "ben_Beng",
    "CJK": "zho_Hans",
    "CYRILLIC": "rus_Cyrl",
    "DEVANAGARI": "hin_Deva",
    "ETHIOPIC": "amh_Ethi",
    "GEORGIAN": "kat_Geor",
    "GREEK": "ell_Grek",
    "GUJARATI": "guj_Gujr",
    "GURMUKHI": "pan_Guru",
    "HANGUL": "kor_Hang",
    "HEBREW": "heb_Hebr",
    "HIRAGANA": "jpn_Jpan",
    "KANNADA": "kan_Knda",
    "KATAKANA": "jpn_Jpan",
    "KHMER": "khm_Khmr",
    "LAO": "lao_Laoo",
    "MALAYALAM": "mal_Mlym",
    "MYANMAR": "mya_Mymr",
    "ORIYA": "ory_Orya",
    "SINHALA": "sin_Sinh",
    "TAMIL": "tam_Taml",
    "TELUGU": "tel_Telu",
    "THAI": "tha_Thai",
    "TIBETAN": "bod_Tibt",
}
# The first line with a letter of the text decides.
_LETTERS = {
    "CYRILLIC": (("іїєґ", "ukr_Cyrl"), ("ў", "bel_Cyrl"), ("ђћјљњџ", "srp_Cyrl")),
    "ARABIC": (("ٹڈڑںے", "urd_Arab"), ("پچژگ", "pes_Arab")),
    "LATIN": (
        ("ß", "deu_Latn"),
        ("ñ¿¡", "spa_Latn"),
        ("ãõ", "por_Latn"),
        ("łąęśźżń", "pol_Latn"),
        ("őű", "hun_Latn"),
        ("ğşıİ", "tur_Latn"),
        ("đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ", "vie_Latn"),
        ("řěů", "ces_Latn"),
        ("țșă", "ron_Latn"),
        ("øæ", "dan_Latn"),
        ("å", "swe_Latn"),
        ("äöü", "deu_Latn"),
        ("éèêëàâçœîïôûù", "fra_Latn"),
        ("ìòí", "ita_Latn"),
    ),
}


def language_and_text(text: str, known: Set[str], default: str) -> tuple[str, str]:
    """The code of a text's language, one of `known`, and the text without a code in front of it."""
    first, _, rest = text.strip().partition(" ")
    if first in known and CODE.match(first):
        return first, rest.strip()
    guess = _guess(text)
    return (guess if guess in known else default), text


def _guess(text: str) -> str:
    scripts = Counter(_script(letter) for letter in text if letter.isalpha())
    if not scripts:
        return ""
    # Japanese mixes three scripts, and nobody else writes two of them.
    if scripts["HIRAGANA"] or scripts["KATAKANA"]:
        return _SCRIPTS["HIRAGANA"]
    script = scripts.most_common(1)[0][0]
    if script == "CJK" and _traditional(text):
        return "zho_Hant"
    letters = set(unicodedata.normalize("NFC", text.lower()))
    for telling, code in _LETTERS.get(script, ()):
        if letters & set(telling):
            return code
    return _SCRIPTS.get(script, "")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _traditional(text: str) -> bool:
    """Whether the signs are in Taiwan's character set but not in the mainland's."""
    signs = "".join(letter for letter in text if _script(letter) == "CJK")
    return not _fits(signs, "gb2312") and _fits(signs, "big5")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
