"""A comment's text as people get it, in HTML or plain. What is stored has passed `articles.plain_text.neutralise`."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from comments import addresses

# Stands in a stored text for each character that was taken out. `neutralise` drops it from what people type, so nobody
# can write it.
REDACTED = "\ue000"
# A name and a family name that were taken out one by one are one gap.
_GAP = re.compile(f"{REDACTED}+(?: {REDACTED}+)*")


def to_html(text: str) -> SafeString:
    """Paragraphs, line breaks, and addresses as links that search engines do not follow; everything else escaped."""
    paragraphs = (paragraph for paragraph in text.split("\n\n") if paragraph.strip())
    return mark_safe("".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs))  # noqa: S308


def to_plain(text: str) -> str:
    """The text for places without HTML: each gap says in the language in force that something was taken out, and by
    whom."""
    return _GAP.sub(lambda _gap: _said_of_a_gap(), text)


def in_words(text: str) -> list[tuple[str, bool]]:
    """What `to_plain` says, in pieces with whether each is said of a gap."""
    between = ((words, False) for words in _GAP.split(text))
    cut = [piece for words in between for piece in ((_said_of_a_gap(), True), words)][1:]
    return [(words, is_gap) for words, is_gap in cut if words]


def redacted(text: str, words: list[str]) -> str:
    """The text with each of `words` taken out wherever it stands, in capitals or not; places in the text stay valid."""
    gone = set()
    for word in filter(str.strip, words):
        # Looked for in the text as it was, so that words that overlap are both found; each begins at most once a place.
        for match in re.finditer(f"(?={re.escape(word)})", text, re.IGNORECASE):
            gone.update(range(match.start(), match.start() + len(word)))
    return "".join(REDACTED if place in gone else character for place, character in enumerate(text))


def _linked(paragraph):
    html, end = [], 0
    for address, start, address_end in addresses.found_in(paragraph):
        # What is left of a redacted address leads to another place.
        if not address.lower().startswith("http") or REDACTED in address:
            continue
        html.append(_escaped(paragraph[end:start]))
        html.append(f'<a href="{escape(address)}" rel="nofollow ugc noopener">{escape(address)}</a>')
        end = address_end
    html.append(_escaped(paragraph[end:]))
    return "".join(html)


def _escaped(text):
    # With a direction of its own, which leaves that of the text around it to the text.
    gap = f'<span class="redacted" dir="auto">{escape(_said_of_a_gap())}</span>'
    return _GAP.sub(lambda _gap: gap, escape(text)).replace("\n", "<br>")


def _said_of_a_gap():
    return _("[personal data removed by the newsroom]")
