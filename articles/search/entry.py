"""What the index keeps of a story, the same on each engine."""

from typing import NamedTuple

from django.utils import timezone, translation

from articles.search import text

FIELDS = ("headline", "dek", "names", "body")
# Names are those of the authors and of the section, as readers of the story's language see them; the dateline
# is one more.
_ID_BITS = 28
_YEAR_1900 = 2_208_988_800


class Entry(NamedTuple):
    """`words` are lists by the names of `FIELDS`, `facets` what can be filtered by, `position` see `position`."""

    article_id: int
    position: int
    words: dict[str, list[str]]
    facets: list[str]


def of(article):
    with translation.override(article.language):
        names = [str(author) for author in article.ordered_authors]
        names += [str(article.section)] if article.section else []
        names += [article.dateline] if article.dateline else []
    shown = {"headline": article.headline, "dek": article.dek, "names": " · ".join(names), "body": article.body_text}
    words = {field: text.words(shown[field]) for field in FIELDS}
    return Entry(
        article.pk, position(article.published_at, article.pk), words, facets(article.language, article.section_id)
    )


def facets(language, section_id=None):
    # Nothing that is typed can be one of these: typed words hold letters and digits only, and are looked for elsewhere.
    return [f"language:{language}", *([f"section:{section_id}"] if section_id else [])]


def position(moment, article_id=0):
    """A number of 63 bits by which stories are in order of publication, those of one second by id: no two share one."""
    return (max(int(moment.timestamp()) + _YEAR_1900, 0) << _ID_BITS) + article_id


def positions(since=None, until=None):
    """The first and the last position of what is published between two moments; of all that is public, without them."""
    now = timezone.now()
    last = position(until) - 1 if until and until <= now else position(now) + (1 << _ID_BITS) - 1
    return (position(since) if since else 0), last
