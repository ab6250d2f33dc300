"""Plain text from people: what cannot be seen, or turns the page around it, does not come in."""

import re
import unicodedata

# Characters that reorder what stands around them (embeddings, overrides, isolates), or that show nothing and only pad:
# zero-width space, word joiner and its invisible kin, byte order mark, soft hyphen, fillers, tags.
_DROPPED = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2065\u206a-\u206f\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d\u200e\u200f\u061c]{2,}")
_ACCENTS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOO_MANY_ACCENTS = re.compile(f"({_ACCENTS}{{4}}){_ACCENTS}+")
_BLANK_LINES = re.compile(r"\n{3,}")


def neutralise(typed: str) -> str:
    """The text with its line breaks and without what cannot be seen or turns the page: control characters, bidi
    overrides, zero-width padding, stacks of more than four accents. Joiners and direction marks that scripts need stay.
    """
    text = re.sub(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]", "\n", typed)
    text = _DROPPED.sub("", text)
    text = "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Cn", "Co")
    )
    text = _TOO_MANY_ACCENTS.sub(r"\1", _JOINERS.sub(lambda match: match[0][0], text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip(" \n\t\u200c\u200d\u200e\u200f\u061c\u2800")


def one_line(typed: str) -> str:
    return " ".join(neutralise(typed).split())


def is_id(text: str) -> bool:
    """Whether what came in an address or a form can be the id of a row; SQLite raises on more than 64 bits."""
    return text.isascii() and text.isdigit() and len(text) < 19


def visible_length(text: str) -> int:
    """How many letters, digits, signs, symbols and vowel signs of the text a reader would see; other marks show only on
    a letter."""
    categories = [unicodedata.category(character) for character in text if character != "\u2800"]
    return sum(category[0] in "LNPS" or category == "Mc" for category in categories)
