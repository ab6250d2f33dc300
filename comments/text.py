"""A comment's text: from what somebody typed to what is stored, and from that to the HTML that readers get."""

import re
import unicodedata

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# Characters that reorder what stands around them (embeddings, overrides, isolates), or that show nothing and only pad:
# zero-width space, word joiner and its invisible kin, byte order mark, soft hyphen, fillers, tags, variation of none.
_DROPPED = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2065\u206a-\u206f\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d\u200e\u200f\u061c]{2,}")
_ACCENTS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOO_MANY_ACCENTS = re.compile(f"({_ACCENTS}{{4}}){_ACCENTS}+")
_BLANK_LINES = re.compile(r"\n{3,}")
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’«»\u200e\u200f]+", re.IGNORECASE)
_SENTENCE_END = ".,;:!?،؛؟…"


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


def visible_length(text: str) -> int:
    """How many characters of the text a reader would see."""
    return sum(
        not character.isspace() and unicodedata.category(character) != "Cf" and character != "\u2800"
        for character in text
    )


def to_html(text: str) -> SafeString:
    """Paragraphs, line breaks, and addresses as links that search engines do not follow; everything else escaped."""
    paragraphs = (paragraph for paragraph in text.split("\n\n") if paragraph.strip())
    return mark_safe("".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs))  # noqa: S308


def _linked(paragraph):
    html, end = [], 0
    for match in _ADDRESS.finditer(paragraph):
        address = _trimmed(match[0])
        if address.endswith("://"):
            continue
        html.append(_escaped(paragraph[end : match.start()]))
        html.append(f'<a href="{escape(address)}" rel="nofollow ugc noopener">{escape(address)}</a>')
        end = match.start() + len(address)
    html.append(_escaped(paragraph[end:]))
    return "".join(html)


def _trimmed(address):
    """Without the punctuation of the sentence around it, and without a bracket that the address did not open."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _SENTENCE_END or (address[end - 1] == ")" and unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return address[:end]


def _escaped(text):
    return escape(text).replace("\n", "<br>")
