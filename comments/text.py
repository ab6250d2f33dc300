"""A comment's text as the HTML that readers get. What is stored has passed `articles.plain_text.neutralise`."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’«»\u200e\u200f]+", re.IGNORECASE)
# Stands in a stored text for each character that was taken out. `neutralise` drops it from what people type, so nobody
# can write it.
REDACTED = "\ue000"
_SENTENCE_END = ".,;:!?،؛؟…"


def to_html(text: str) -> SafeString:
    """Paragraphs, line breaks, and addresses as links that search engines do not follow; everything else escaped."""
    paragraphs = (paragraph for paragraph in text.split("\n\n") if paragraph.strip())
    return mark_safe("".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs))  # noqa: S308


def redacted(text: str, words: list[str]) -> str:
    """The text with each of `words` taken out wherever it stands as it is written; places in the text stay valid."""
    for word in sorted(filter(str.strip, words), key=len, reverse=True):
        text = text.replace(word, REDACTED * len(word))
    return text


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
