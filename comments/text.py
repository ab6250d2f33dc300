"""A comment's text as the HTML that readers get. What is stored has passed `articles.plain_text.neutralise`."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from comments import addresses

# Stands in a stored text for each character that was taken out. `neutralise` drops it from what people type, so nobody
# can write it.
REDACTED = "\ue000"


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
    for address, start, address_end in addresses.found_in(paragraph):
        if not address.lower().startswith("http"):
            continue
        html.append(_escaped(paragraph[end:start]))
        html.append(f'<a href="{escape(address)}" rel="nofollow ugc noopener">{escape(address)}</a>')
        end = address_end
    html.append(_escaped(paragraph[end:]))
    return "".join(html)


def _escaped(text):
    return escape(text).replace("\n", "<br>")
