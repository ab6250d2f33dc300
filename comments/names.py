"""The names that commenters give themselves: what is taken out of them, which are kept for the newsroom, and the letters
of their square."""

import re
import unicodedata
from functools import cache

from django.conf import settings
from django.utils.translation import gettext, override

from articles import plain_text
from comments import arabic

_ARTICLE = "ال"
_NO_LETTER = "•"

# Letters that are drawn alike, each line a Latin letter and those that pass for it: Cyrillic, Greek, Armenian, small
# capitals and what accents leave behind. Capitals apart, since Greek Ν and Cyrillic Н have a small form that is drawn
# otherwise. Figures and signs stand for letters too, and l, i and 1 for one another.
_CAPITALS = {"A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "I": "ІΙӀ", "J": "ЈͿ", "K": "КΚ", "M": "МΜ"} | {
    "N": "Ν",
    "O": "ОΟՕΘϴ",
    "P": "РΡ",
    "S": "ЅՏ",
    "T": "ТΤ",
    "W": "Ԝ",
    "X": "ХΧ",
    "Y": "УΥҮ",
    "Z": "Ζ",
}
_SMALL = {
    "a": "аαᴀɑ4@",
    "b": "вʙЬьβ",
    "c": "сϲᴄ",
    "d": "ԁᴅđð",
    "e": "еєεᴇəɛ3€",
    "f": "ғꜰƒ",
    "g": "ɡɢց9",
    "h": "һʜհħн",
    "j": "јᴊȷ",
    "k": "кκᴋ",
    "l": "ⅼιіıɪʟӏłi1|!ǀ",
    "m": "мᴍ",
    "n": "пηոռɴŋ",
    "o": "оοσօᴏøɵөθ0∅",
    "p": "рρᴘ",
    "q": "ԛզ",
    "r": "гʀɾ",
    "s": "ѕꜱտ5$",
    "t": "тτᴛŧ7",
    "u": "υսᴜц",
    "v": "νѵᴠ",
    "w": "ԝωшѡᴡա",
    "x": "хχ×",
    "y": "уγүʏ",
    "z": "ᴢʐ",
}


# What readers take for somebody who speaks for the newsroom, in the languages of its readers.
_ROLES = """
    admin admins administrator administrators editor editors editorial mod mods moderator moderators official webmaster
    مشرف المشرف مشرفة المشرفة مشرفون المشرفون محرر المحرر محررة المحررة محررون المحررون التحرير إدارة الإدارة مدير المدير
"""


def _table(letters):
    return {ord(alike): letter for letter, many in letters.items() for alike in many}


# Lisu letters are Latin capitals to the eye.
_LISU = str.maketrans("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFMNLSRVHWXYAEIOU")
_AS_CAPITALS, _AS_SMALL = _table(_CAPITALS) | _LISU, _table(_SMALL) | str.maketrans(arabic.AS)
_PAIRS = (("rn", "m"), ("vv", "w"))


def without_symbols(name: str) -> str:
    """The name in one line without check marks, emoji, circled letters and other pictures, with which it could pass for
    a badge."""
    words = "".join(character for character in name if not _is_symbol(character)).split()
    return " ".join(word for word in words if plain_text.visible_length(word))


def _is_symbol(character):
    # √ is a sign of mathematics; the tones of emoji are modifiers; marks that enclose draw a frame.
    return unicodedata.category(character) in ("So", "Me") or character in "√\ufe0e\ufe0f" or "🏻" <= character <= "🏿"


def initials(name: str) -> str:
    """One or two letters made from nothing but the name, the Arabic article left out; a neutral mark where it has none."""
    words = ["".join(filter(str.isalpha, word)) for word in unicodedata.normalize("NFKC", name).split()]
    words = [word.removeprefix(_ARTICLE) if len(word) > 3 else word for word in words if word] or [_NO_LETTER]
    first, last = words[0][0].upper()[0], words[-1][0].upper()[0]
    # Of Arabic one: two would join into what looks like a word.
    return first if len(words) == 1 or "AL" in map(unicodedata.bidirectional, (first, last)) else first + last


def is_kept(name: str, publication) -> bool:
    """Whether `name` is, or has in it as whole words, the badge's word or the publication's name in any language, also
    when it is spelled with other letters that look like them, or with spaces or signs between."""
    kept = {"".join(folded(phrase)) for phrase in _kept_phrases(publication)} - {""}
    # A figure or sign may stand for a letter (Newsr00m) or only beside one (Newsroom1, !Newsroom!).
    words_alone = re.sub(r"[\W\d_]", _space_for_a_sign, name)
    return any(_has_phrase(folded(spelling), kept) for spelling in (name, words_alone))


def role_in(name: str) -> str:
    """The first word of `name`, as it is written, that claims a place in a newsroom (“Moderator”, “رئيس التحرير”); "" where
    there is none."""
    return next((word for word in name.split() if set(folded(word)) & _roles()), "")


@cache
def _roles():
    return {word for role in _ROLES.split() for word in folded(role)}


def _has_phrase(words, kept):
    starts = range(len(words))
    return any("".join(words[start:end]) in kept for start in starts for end in range(start + 1, len(words) + 1))


def _space_for_a_sign(match):
    return match[0] if unicodedata.category(match[0])[0] in "MC" else " "


def _kept_phrases(publication):
    for code, _language in settings.LANGUAGES:
        with override(code):
            yield gettext("Newsroom")
    for phrase in publication.name.values():
        yield phrase
        first, _space, rest = phrase.partition(" ")
        # “Bay Courier” for “The Bay Courier”; but “Post” is a family name.
        if first.lower() == "the" and " " in rest:
            yield rest


def folded(text: str) -> list[str]:
    """The words of `text` as the eye takes them, for comparison only: without case, accents, points and what is
    invisible, letters that are drawn alike as one."""
    plain = unicodedata.normalize("NFKD", re.sub("(?<=[a-z])(?=[A-Z])", " ", text))
    # A zero of any script.
    plain = "".join("0" if unicodedata.decimal(character, None) == 0 else character for character in plain)
    plain = plain.translate(_AS_CAPITALS).casefold().translate(_AS_SMALL)
    kept = (
        character if character.isalnum() else " "
        for character in plain
        if unicodedata.category(character)[0] not in "MC" and character not in arabic.NO_LETTERS
    )
    words = "".join(kept).split()
    for pair, letter in _PAIRS:
        words = [word.replace(pair, letter) for word in words]
    return words
