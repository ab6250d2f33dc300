"""What a result shows of its story: the original text, with the words that were found marked in it."""

import re
from itertools import islice
from typing import NamedTuple

from django.db.models.functions import Left
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.search import text

LENGTH, LEAD_IN = 260, 70
# How much of a text is looked through for an excerpt, and how many of its marks are weighed against each other.
READ, WEIGHED = 60_000, 300
# Where a line ends without the end of a sentence, as headings and items of lists do, a dot parts it from the next.
_LINE_BREAK = re.compile(r"""([.!?…؟:]["”»’)]?)?\s*\n\s*""")


class Excerpt(NamedTuple):
    headline: SafeString
    text: SafeString


class _Span(NamedTuple):
    start: int
    end: int
    word: str


class _Cluster(NamedTuple):
    """Marks that fit into one excerpt, by how many different words they are and how many in all."""

    different: int
    number: int
    start: int


def with_text(stories):
    """The stories of a list with as much of their text as an excerpt needs."""
    return stories.annotate(text_start=Left("body_text", READ))


def of(article, marks):
    """The `Excerpt` of an article of `with_text`; `marks` holds by field the numbers of the words to mark.

    The excerpt is of the text, or of the dek where that shows as much; without marks it is the dek or the first words.
    """
    headline = _spans(article.headline, marks.get("headline", ()))
    dek = _spans(article.dek, marks.get("dek", ()))
    body = _spans(article.text_start, marks.get("body", ()))
    in_dek, in_body = _best_cluster(dek), _best_cluster(body)
    if article.dek and in_dek[:2] >= in_body[:2]:
        shown, spans, cluster = article.dek, dek, in_dek
    else:
        shown, spans, cluster = article.text_start, body, in_body
    start, end = _window(shown, cluster.start)
    return Excerpt(_marked(article.headline, headline), _cut(shown, spans, start, end))


def _spans(shown, numbers):
    """Where the words with these numbers stand."""
    numbers = set(numbers)
    words = enumerate(islice(text.WORD.finditer(shown), max(numbers, default=-1) + 1))
    found = (match for number, match in words if number in numbers)
    return [_Span(*match.span(), text.normalised(match[0])) for match in islice(found, WEIGHED)]


def _best_cluster(spans):
    """The first of those with the most different words and then the most words."""
    best = _Cluster(0, 0, 0)
    for index, first in enumerate(spans):
        near = [span.word for span in spans[index : index + 20] if span.end - first.start <= LENGTH - LEAD_IN]
        cluster = _Cluster(len(set(near)), len(near), first.start)
        if cluster[:2] > best[:2]:
            best = cluster
    return best


def _window(shown, mark):
    """The part of the text round its mark: from the beginning of a line or a word to the end of a word."""
    start = max(shown.rfind("\n", 0, mark) + 1, 0)
    if mark - start > LEAD_IN:
        start = mark - LEAD_IN
        start = min(shown.find(" ", start, mark) + 1 or start, mark)
    end = start + LENGTH
    if end >= len(shown):
        return start, len(shown)
    last_space = max(shown.rfind(" ", mark + 1, end), shown.rfind("\n", mark + 1, end))
    return start, last_space if last_space > 0 else end


def _cut(shown, spans, start, end):
    inside = [span for span in spans if start <= span.start < end]
    before = "… " if start and shown[start - 1] != "\n" else ""
    after = " …" if end < len(shown) else ""
    return format_html("{}{}{}", before, _marked(shown[:end], inside, start), after)


def _marked(shown, spans, start=0):
    """The text from `start` on, with the spans in `<mark>`, as one line."""
    pieces, at = [], start
    for span in spans:
        pieces.append((_in_one_line(shown[at : span.start]), shown[span.start : span.end]))
        at = span.end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), _in_one_line(shown[at:].rstrip()))


def _in_one_line(shown):
    return _LINE_BREAK.sub(lambda found: f"{found[1]} " if found[1] else " · ", shown)
