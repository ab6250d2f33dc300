"""What a reader may want after a story, each answer in one query.

The parts of a query are joined by UNION: of conditions joined by OR, PostgreSQL would ask each of a hundred thousand stories.
"""

from django.db.models import Case, Count, Q, Value, When

from articles.models import Article

SHOWN = 4
# The newest of the section, and of each tag the stories that got it last; of those the nearest are shown. It bounds the
# work in a section of a hundred thousand stories.
CANDIDATES = 50
# A tag is chosen for a story, a section holds everything.
WEIGHT_OF_A_TAG = 2


def related_to(article, besides=()):
    """Up to `SHOWN` published stories in the language of `article`, the nearest first: by tags in common and section,
    then the newest; none of `besides`, which the page shows already. Expects `article.tags` to be prefetched."""
    others = _others(article).exclude(pk__in=[story.pk for story in besides])
    tags = [tag.pk for tag in article.tags.all()]
    tagged = Article.tags.through.objects.filter(article__in=others).order_by("-pk").values("article")
    groups = [tagged.filter(tag=tag) for tag in tags]
    if article.section_id:
        groups.append(others.filter(section=article.section_id).newest().values("pk"))
    if not groups:
        return Article.objects.none()
    first, *more = (Article.objects.filter(pk__in=group[:CANDIDATES]).values("pk") for group in groups)
    nearness = Count("tags", filter=Q(tags__in=tags)) * WEIGHT_OF_A_TAG + Case(
        When(section=article.section_id, then=Value(1)), default=Value(0)
    )
    found = others.filter(pk__in=first.union(*more)).annotate(nearness=nearness)
    return found.defer("body", "body_text").order_by("-nearness", "-published_at", "-pk")[:SHOWN]


def neighbours(article):
    """(the story before, the story after) in time in the section and language of `article`; None where there is none."""
    if not article.section_id:
        return None, None
    same = _others(article).filter(section=article.section_id)
    sides = (same.before(article), same.after(article))
    before, after = (same.filter(pk__in=side.values("pk")[:1]).defer("body", "body_text") for side in sides)
    place = (article.published_at, article.pk)
    found = {(story.published_at, story.pk) < place: story for story in before.union(after)}
    return found.get(True), found.get(False)


def _others(article):
    return Article.objects.published().in_language(article.language).exclude(pk=article.pk)
