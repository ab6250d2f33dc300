"""A comment's text as people get it, in HTML or plain. What is stored has passed `articles.plain_text.neutralise`."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’«»\u200e\u200f]+", re.IGNORECASE)
# Stands in a stored text for each character that was taken out. `neutralise` drops it from what people type, so nobody
# can write it.
REDACTED = "\ue000"
# A name and a family name that were taken out one by one are one gap.
_GAP = re.compile(f"{REDACTED}+(?: {REDACTED}+)*")
_SENTENCE_END = ".,;:!?،؛؟…"


def to_html(text: str) -> SafeString:
    """Paragraphs, line breaks, and addresses as links that search engines do not follow; everything else escaped."""
    paragraphs = (paragraph for paragraph in text.split("\n\n") if paragraph.strip())
    return mark_safe("".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs))  # noqa: S308


def to_plain(text: str) -> str:
    """The text for places without HTML: each gap says in the language in force that something was taken out, and by
    whom."""
    return _GAP.sub(lambda _gap: _said_of_a_gap(), text)


def redacted(text: str, words: list[str]) -> str:
    """The text with each of `words` taken out wherever it stands as it is written; places in the text stay valid."""
    for word in sorted(filter(str.strip, words), key=len, reverse=True):
        text = text.replace(word, REDACTED * len(word))
    return text


def _linked(paragraph):
    html, end = [], 0
    for match in _ADDRESS.finditer(paragraph):
        address = _trimmed(match[0])
        # What is left of a redacted address leads to another place.
        if address.endswith("://") or REDACTED in address:
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
    # With a direction of its own, which leaves that of the text around it to the text.
    gap = f'<span class="redacted" dir="auto">{escape(_said_of_a_gap())}</span>'
    return _GAP.sub(lambda _gap: gap, escape(text)).replace("\n", "<br>")


def _said_of_a_gap():
    return _("[personal data removed by the newsroom]")
