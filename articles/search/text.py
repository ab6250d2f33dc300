"""Words: how a text is cut into them, and the one form that the index and a query share."""

import re
import unicodedata
from functools import lru_cache

LONGEST_WORD = 50
_CUT_AT = 100

_MARKS = "".join(chr(code) for code in range(0x10000) if unicodedata.category(chr(code))[0] == "M")
_JOINERS = "\u200c\u200d"
_APOSTROPHES = "'’ʼ"
# Letters and digits of any script with their marks; an apostrophe counts when a letter follows it. Text without spaces
# between its words is cut into pieces.
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(_MARKS)}{_JOINERS}]|[{_APOSTROPHES}](?=[^\W_])){{0,{_CUT_AT}}}")
_POSSESSIVE = re.compile(f"[{_APOSTROPHES}]s$")
# Accents on Latin, Greek and Cyrillic letters, Arabic vowel signs and the signs of recitation. Not the marks of other
# scripts, which are their vowels.
_DROPPED = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u0640]")
# The sign of the accusative and its alef, which is no part of the word; not where three letters would not remain (معًا).
_TANWIN = re.compile("\u064b\u0651?ا$|ا\u064b$")
# Hamza on waw and on ya are two spellings of one word (مسؤول, مسئول). The rest are letters that are typed for each other,
# and Persian forms; alef with hamza or madda loses its sign as any letter does.
_LETTERS = str.maketrans("ؤئٱىةکیہە", "ءءايهكيهه")
# The article, alone or behind one of the particles that are written with it. Where three letters would not remain it is
# a part of the word, as in الآن and ألم. Taken off again and again, because التزام and ألمانيا begin with the same
# letters: so they meet الالتزام and الألمانيا, at the price that إلهام meets هام.
_ARTICLE = re.compile("(?:(?:وب|[وفبك])?ال|و?لل)(?=.{3})")
_WHOLE = dict.fromkeys(("والله", "بالله", "تالله", "فالله", "لله", "ولله"), "الله") | {"والان": "الان"}
# Behind the particle a word's own lam looks like the article's; these are written often enough to be told.
_WHOLE |= {
    f"{joined}{word}": f"ل{word}" for word in ("بنان", "يبيا", "ندن", "جنه", "غه", "قاء") for joined in ("لل", "ولل")
}


def words(text):
    """The words of a text in their order, each in the form of `normalised`; "" stands for one that has no letters."""
    return [normalised(found[0]) for found in WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def normalised(word):
    """One word without case, accents, vowel signs, possessive, tanwin and Arabic article, with digits 0 to 9; 50 characters at
    most. The engine's English stemmer comes after this."""
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", word).casefold())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        bare = _DROPPED.sub("", _TANWIN.sub("", text))
        text = unicodedata.normalize("NFKC", bare if len(bare) >= 3 else _DROPPED.sub("", text))
    text = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text
        if character.isalnum() or unicodedata.category(character)[0] == "M"
    )
    return _without_article(text)[:LONGEST_WORD]


def _without_article(word):
    word = _WHOLE.get(word, word)
    while found := _ARTICLE.match(word):
        word = word[found.end() :]
    return word
