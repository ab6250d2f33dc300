"""What a reader may want after a story, each answer in one query."""

from django.db.models import Case, Count, Q, Subquery, Value, When

from articles.models import Article

SHOWN = 4
# The newest of the section and the newest with a tag in common; of those the nearest are shown. It bounds the work in
# a section of a hundred thousand stories.
CANDIDATES = 50
# A tag is chosen for a story, a section holds everything.
WEIGHT_OF_A_TAG = 2


def related_to(article, besides=()):
    """Up to `SHOWN` published stories in the language of `article`, the nearest first: by tags in common and section,
    then the newest; none of `besides`, which the page shows already. Expects `article.tags` to be prefetched."""
    others = _others(article).exclude(pk__in=[story.pk for story in besides])
    tags = [tag.pk for tag in article.tags.all()]
    of_section = others.filter(section=article.section_id) if article.section_id else others.none()
    of_tags = others.filter(tags__in=tags)
    candidates = Q(pk__in=_newest(of_section)) | Q(pk__in=_newest(of_tags))
    nearness = Count("tags", filter=Q(tags__in=tags)) * WEIGHT_OF_A_TAG + Case(
        When(section=article.section_id, then=Value(1)), default=Value(0)
    )
    found = others.filter(candidates).annotate(nearness=nearness).order_by("-nearness", "-published_at", "-pk")
    return found.defer("body", "body_text")[:SHOWN]


def _newest(stories):
    return stories.newest().values("pk")[:CANDIDATES]


def neighbours(article):
    """(the story before, the story after) in time in the section and language of `article`; None where there is none."""
    if not article.section_id:
        return None, None
    same = _others(article).filter(section=article.section_id)
    at, pk = article.published_at, article.pk
    before = same.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk)).newest()
    after = same.filter(Q(published_at__gt=at) | Q(published_at=at, pk__gt=pk)).order_by("published_at", "pk")
    either = Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1]))
    found = {
        (story.published_at, story.pk) < (at, pk): story for story in same.filter(either).defer("body", "body_text")
    }
    return found.get(True), found.get(False)


def _others(article):
    return Article.objects.published().in_language(article.language).exclude(pk=article.pk)
