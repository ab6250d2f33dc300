"""A first, plain search: every word of the query stands in the headline, the dek or the text of a story."""

import unicodedata

from django.db.models import Q

MAX_QUERY = 200
MAX_WORDS = 10


def normalised(query):
    """The query in one Unicode form, without characters that no text holds, at most 200 long."""
    text = unicodedata.normalize("NFKC", query)
    text = "".join(" " if unicodedata.category(character) in ("Cc", "Cs", "Cn") else character for character in text)
    return " ".join(text.split())[:MAX_QUERY]


def matching(stories, query):
    """Those of `stories` that hold every word of the query (its first ten); none for an empty query."""
    words = query.split()[:MAX_WORDS]
    if not words:
        return stories.none()
    for word in words:
        stories = stories.filter(Q(headline__icontains=word) | Q(dek__icontains=word) | Q(body_text__icontains=word))
    return stories
