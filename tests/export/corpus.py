"""Texts that tokenizers trip over."""

from __future__ import annotations

TEXTS = (
    "a photo of a dog",
    "Birthday cake in the GARDEN, 2019!",
    "",
    "   ",
    "  tabs\tand\nnew lines \u00a0 and\u2003wide   spaces  ",
    "I've he'll we'd it's DON'T rock'n'roll",
    "snake_case, kebab-case; semi:colon (round) [square] {curly} <angle>",
    "“curly” ‘quotes’ – dashes — and… dots",
    "Tom &amp; Jerry &lt;3 &amp;amp; caf&eacute; &#x1F600; &nbsp;&quot;",
    "Zwölf Boxkämpfer jagen Viktor über den großen Sylter Deich, ÄÖÜẞ",
    "naïve café (composed) and cafe\u0301 (not composed), \ufb01sh \ufb02ag",
    "ΟΔΥΣΣΕΥΣ και το ταξίδι του, İstanbul ığdır",
    "東京の夜景とラーメン。カタカナ ｶﾀｶﾅ ＦＵＬＬ　ＷＩＤＴＨ１２３",
    "我的狗在海滩上奔跑，生日蛋糕",
    "собака бежит по пляжу",
    "كلب يجري على الشاطئ",
    "कुत्ता समुद्र तट पर दौड़ रहा है",
    "สุนัขวิ่งบนชายหาด",
    "🐕🏖️ 👩‍👩‍👧‍👦 🇩🇪 emoji 😀😃 flags",
    "mojibake: schÃ¶n â€œquotedâ€\u009d âœ” done",
    # Not 1,000,000: a unigram tokenizer may cut a row of equal digits in ways that score the same.
    "numbers 3.14159 1,234,567 ½ ²³ ⅷ 100% $5 €7 #1 @home",
    "a " * 300 + "long text",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 8,
    "controls \x00\x07\x1b[31mred\x1b[0m\x7f and \u200bzero\u200cwidth\u200d\ufeff \u00ad",
    "https://example.org/a?b=c&d=e#f user@example.org C:\\path\\file.JPG",
    "_underscores_ __and__ ~tildes~ ^carets^ `ticks` | pipes |",
    "▁lower one eighth block ▁▁",
)
# What no reference takes: photoclip replaces the halves of surrogate pairs first.
SURROGATES = ("half \ud83d of a pair", "\udcff\udc00", "file \udce9t\udce9.jpg")
